// The published tracker on the film on screen, in NumPy, with the values now on screen.
import type { Params } from './params'
import { RADIUS, theWorld, timeOf } from './world'

const rounded = (value: number) => Number(value.toPrecision(6))

export function snippet(p: Params): string {
  const { camera, balls, line } = theWorld(p)
  const seconds = 2.88 * Math.max(...balls.map((ball) => timeOf(ball.fall)))
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
          '    x = np.arctan(v / vt) - g * (t - tf) / vt',
          '    return np.where(t < tf, down, vt**2 / g * np.log(np.cos(x) / np.cos(np.arctan(v / vt))))  # rising part',
        ]
      : [
          '    tf = np.sqrt(2 * h / g)',
          '    return np.where(t < tf, h - g * t**2 / 2, np.maximum(0, e * g * tf * (t - tf) - g * (t - tf)**2 / 2))',
        ]),
    '',
    'def drop(y):  # published rule: below the line and less than 1 px of way',
    '    i = next(i for i in range(1, len(y)) if y[i] > line and y[i] - y[i - 1] < 1)',
    '    return (i - 1) / fps, y[i - 1] - y[0]',
    '',
    `t = np.arange(${Math.ceil(seconds * p.fps)}) / fps`,
    ...balls.map(
      ({ fall, distance }, index) =>
        `t${index + 1}, h${index + 1} = drop(row(r + height(${fall.drop}, ${rounded(fall.g)}, t), ${rounded(distance)}))`,
    ),
    'print("times squared", (t1 / t2)**2, "drops", h1 / h2)',
  ].join('\n')
}
