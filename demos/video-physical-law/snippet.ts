// The method in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { MANY } from './learners/cases'
import { boxesOf } from './learners/clips'
import { sizesOf } from './learners/pocket'
import { channelsOf, type Params } from './params'
import type { readouts } from './readouts'

const pixels = (p: Params): string[] => [
  'import numpy as np',
  '',
  `r, dv = ${p.radius}, ${p.faster}`,
  'def lens(d):  # common area of two discs',
  '    return 2 * r * r * np.arccos(d / (2 * r)) - d / 2 * np.sqrt(4 * r * r - d * d) if d < 2 * r else 0.0',
  'colour, size = 6 * np.pi * r**2, 6 * np.pi * (1.4**2 - 0.7**2)',
  'velocity = sum(4 * (np.pi * r**2 - lens(0.1 * k * dv)) for k in range(3))',
  'shape = 6 * (4 - np.pi) * r**2',
  'print(colour, size, velocity, shape)',
]

/** Clips of the training, and their films. */
const world = (p: Params): string[] => {
  const boxes = boxesOf(p).map(({ v, r, channel }) => `(${v.join(', ')}, ${r.join(', ')}, ${channel})`)
  return [
    'import numpy as np',
    '',
    `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
    `L, P, C, dt = 10, 32, ${channelsOf(p)}, 0.2`,
    `boxes = np.array([${boxes.join(', ')}])  # velocities, radii, colour`,
    'def film(x, v, r, c, frames):  # [clips, frames, colours, pixels]',
    '    place = x[:, None] + v[:, None] * dt * np.arange(frames)',
    '    way = (np.arange(P) + 0.5) * L / P - place[:, :, None]',
    '    d = np.abs(way - L * np.floor(way / L + 0.5))',
    '    out = np.zeros((len(x), frames, C, P))',
    '    out[np.arange(len(x)), :, c] = 1 / (1 + np.exp((d - r[:, None, None]) / 0.15))',
    '    return out',
    'def ways(frames):  # [..., frames, colours, pixels]: between places, which are the phases of the first Fourier mode',
    '    place = L / (2 * np.pi) * np.angle(frames.sum(-2) @ np.exp(2j * np.pi * (np.arange(P) + 0.5) / P))',
    '    way = np.diff(place)',
    '    return place[..., 0], way - L * np.floor(way / L + 0.5)',
    'def clips(n):',
    '    width = boxes[:, 1] - boxes[:, 0]',
    '    v0, v1, r0, r1, c = boxes[rng.choice(len(boxes), n, p=width / width.sum())].T',
    '    v = v0 + (v1 - v0) * rng.random(n)',
    `    return L * rng.random(n), ${p.mirror ? 'v * rng.choice([-1, 1], n)' : 'v'}, r0 + (r1 - r0) * rng.random(n), c.astype(int)`,
    `shown = film(np.array([${p.start}]), np.array([${p.velocity}]), np.array([${p.radius}]), [${channelsOf(p) === 2 && p.colour === 'blue' ? 1 : 0}], 3)`,
  ]
}

/** The nearest cases, and the law. */
const answers = (p: Params): string[] => [
  ...world(p),
  `known = clips(${Math.min(p.clips, MANY)})`,
  'y = film(*known, 3)',
  'd2 = ((y - shown)**2).sum((1, 2, 3))',
  `w = np.exp((d2.min() - d2) / (2 * ${p.noise}**2))`,
  'cases = (w * known[1]).sum() / w.sum()',
  'def places(y):',
  '    first, way = ways(y)',
  '    return first[:, None] + np.cumsum(np.c_[0 * first, way], 1)',
  'x = places(y[:200])  # least squares: the third place from the second and the first',
  'a, b = np.linalg.lstsq(x[:, 1::-1], x[:, 2], rcond=None)[0]',
  'x = list(places(shown)[0, 1:])',
  'for _ in range(6):',
  '    x.append(a * x[-1] + b * x[-2])',
  'print(cases, (x[-1] - x[2]) / (5 * dt))  # generated velocities: nearest cases, law',
]

const learning = (p: Params): string[] => {
  const [inputs, width, , outputs] = sizesOf(p)
  return [
    ...world(p),
    ...(Number.isFinite(p.clips)
      ? [
          `known = clips(${p.clips})`,
          'draw = lambda n: tuple(a[k] for k in [rng.integers(len(known[0]), size=n)] for a in known)',
        ]
      : ['draw = clips']),
    'even = lambda bound, *shape: bound * (2 * rng.random(shape) - 1)',
    `sizes = [${inputs}, ${width}, ${width}, ${outputs}]`,
    'W = [even(i**-0.5, i + 1, o) for i, o in zip(sizes, sizes[1:])]  # last row: biases',
    'def layers(x):',
    '    kept = [x]',
    '    for k, w in enumerate(W):',
    '        z = kept[-1] @ w[:-1] + w[-1]',
    '        kept.append(np.maximum(z, 0) if k < 2 else z)',
    '    return kept',
    'M, V = [0 * w for w in W], [0 * w for w in W]',
    `updates = ${p.updates}`,
    'for k in range(updates):',
    '    y = film(*draw(64), 4).reshape(64, 4, -1)',
    '    kept = layers(y[:, :3].reshape(64, -1))',
    '    g = 2 * (kept[3] - y[:, 3]) / y[:, 3].size',
    `    rate = ${Math.min(0.02, 0.32 / p.width)} * (1 + np.cos(np.pi * k / updates)) / 2`,
    '    for i in (2, 1, 0):',
    '        G = np.vstack([kept[i].T @ g, g.sum(0)])',
    '        g = g @ W[i][:-1].T * (kept[i] > 0)',
    '        M[i], V[i] = 0.9 * M[i] + 0.1 * G, 0.999 * V[i] + 0.001 * G**2  # Adam',
    '        W[i] = W[i] - rate * M[i] / (1 - 0.9 ** (k + 1)) / (np.sqrt(V[i] / (1 - 0.999 ** (k + 1))) + 1e-8)',
    'y = shown[0].reshape(3, -1)',
    'made = []',
    'for _ in range(6):',
    '    made.append(np.clip(layers(y[None].reshape(1, -1))[3][0], 0, 1))',
    '    y = np.vstack([y[1:], made[-1]])',
    "print('generated', ways(np.array(made).reshape(6, C, P))[1].mean() / dt)",
  ]
}

const program: Readonly<Record<Params['tab'], (p: Params) => string[]>> = { film: answers, pixels, plane: learning, learning }
const printed: Readonly<Record<Params['tab'], readonly (keyof typeof readouts)[]>> = {
  film: ['casesVelocity', 'lawVelocity'],
  pixels: ['byColour', 'bySize', 'byVelocity', 'byShape'],
  plane: [],
  learning: [],
}
export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p) => program[p.tab](p).join('\n'),
  prints: (p) => printed[p.tab],
  random: (p) => p.tab !== 'pixels',
}
