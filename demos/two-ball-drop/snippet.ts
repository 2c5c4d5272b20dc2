// The published tracker on the film on screen, in NumPy, with the current values.
import type { Snippet } from '@/contract'
import type { Params } from './params'
import type { readouts } from './readouts'
import { RADIUS, theWorld } from './world'

const rounded = (value: number) => Number(value.toPrecision(6))

function code(p: Params, step: number): string {
  const { camera, balls, line } = theWorld(p)
  const drag = Number.isFinite(balls[0].fall.terminal)
  return [
    'import numpy as np',
    '',
    `f, yc, zc, q = ${rounded(camera.focal)}, ${camera.centre}, ${camera.height}, np.radians(${p.pitch})`,
    `r, e, line, fps = ${RADIUS}, ${balls[0].fall.restitution}, ${rounded(line)}, ${rounded(p.fps)}`,
    '',
    'def row(z, D):  # pinhole, looking down by q',
    '    return yc - f * (D * np.sin(q) + (z - zc) * np.cos(q)) / (D * np.cos(q) - (z - zc) * np.sin(q))',
    '',
    'def height(h, g, t):  # of the underside, through the first bounce',
    ...(drag
      ? [
          `    vt = ${rounded(balls[0].fall.terminal)}`,
          '    tf, v = vt / g * np.arccosh(np.exp(g * h / vt**2)), e * vt * np.sqrt(1 - np.exp(-2 * g * h / vt**2))',
          '    down = h - vt**2 / g * np.log(np.cosh(g * t / vt))',
          '    top = np.arctan(v / vt)',
          '    x = np.clip(top - g * (t - tf) / vt, 0, top)  # up to the top, and no farther',
          '    return np.where(t < tf, down, vt**2 / g * np.log(np.cos(x) / np.cos(top)))',
        ]
      : [
          '    tf = np.sqrt(2 * h / g)',
          '    return np.where(t < tf, h - g * t**2 / 2, np.maximum(0, e * g * tf * (t - tf) - g * (t - tf)**2 / 2))',
        ]),
    '',
    'def drop(y):  # published rule: below the line and less than 1 px of way',
    '    i = next((i for i in range(1, len(y)) if y[i] > line and y[i] - y[i - 1] < 1), None)',
    '    return (np.nan, np.nan) if i is None else (i - 1, y[i - 1] - y[0])  # not yet',
    '',
    ...(p.noise > 0 ? [`rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`] : []),
    `t = np.arange(${step + 1}) / fps`,
    ...balls.map(
      ({ fall, distance }, index) =>
        `t${index + 1}, h${index + 1} = drop(row(r + height(${fall.drop}, ${rounded(fall.g)}, t), ${rounded(distance)})${p.noise > 0 ? ` + ${p.noise} * rng.standard_normal(len(t))` : ''})`,
    ),
    p.balls === 'two'
      ? 'print(t1, t2, (t1 / t2)**2, h1 / h2)  # drop frames, ratio of squared times, ratio of drops'
      : 'print(t1)  # drop frame',
  ].join('\n')
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: (p) => (p.balls === 'two' ? ['drop1', 'drop2', 'times', 'heights'] : ['drop1']),
  random: (p) => p.noise > 0,
}
