// The method in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { STD } from './data'
import { BLOBS, blobOf, isNet, LEAST_NOISE, LOOP_STEPS, MOST_NOISE, type Params, SAMPLER_STEPS, TIME_STEP } from './params'
import type { readouts } from './readouts'

const OTHERS = '  # other random numbers than on the page'

const data = (p: Params): string[] => [
  `m = np.array([${Array.from({ length: BLOBS }, (_, k) => `[${blobOf(p, k).map((v) => Number(v.toPrecision(15)))}]`).join(', ')}])`,
  `w, std = np.array([1, 2, 1, 2, 1, 2]) / 9, ${STD}`,
  'def score(x, s):  # exact, of the data with noise s',
  '    d, v = x[:, None] - m, std**2 + s**2',
  '    log = np.log(w) - (d**2).sum(2) / (2 * v)',
  '    r = np.exp(log - log.max(1, keepdims=True))',
  '    return -(r[:, :, None] * d).sum(1) / r.sum(1)[:, None] / v',
]
const start = (p: Params, random: boolean): string[] => [
  'import numpy as np',
  '',
  ...(random ? [`rng = np.random.default_rng(${p.seed})${OTHERS}`] : []),
  ...data(p),
  ...(random ? ['noisy = lambda n, s: m[rng.choice(6, n, p=w)] + np.hypot(std, s) * rng.standard_normal((n, 2))'] : []),
]

/** Trains one network: the noise is its two outputs, or the gradient of its one output. */
const training = (p: Params, kind: 'mlp' | 'potential', updates = p.updates): string[] => [
  '',
  `ways, outs, B, updates = ${kind === 'mlp' ? '0, 2' : '2, 1'}, 256, ${updates}`,
  `sizes = [3, ${p.width}, ${p.width}, outs]`,
  'even = lambda bound, *shape: bound * (2 * rng.random(shape) - 1)',
  'net = [[even(i**-0.5, i, o), even(i**-0.5, o)] for i, o in zip(sizes, sizes[1:])]',
  'def layers(x, s):  # values, and derivatives along both axes of x / sqrt(1 + s²)',
  '    h = np.zeros((1 + ways, len(x), 3))',
  '    h[0] = np.c_[x / np.sqrt(1 + s**2)[:, None], np.log(s) / 2]',
  '    for k in range(ways):',
  '        h[1 + k, :, k] = 1',
  '    kept = []',
  '    for W, b in net:',
  '        z = h @ W',
  '        z[0] += b',
  '        kept.append((h, z))',
  '        a = np.tanh(z[0])',
  '        h = np.concatenate([a[None], (1 - a**2) * z[1:]])',
  '    return (z[0] if ways == 0 else z[1:, :, 0].T), kept',
  'def back(g, kept):  # gradients of the weights',
  '    out = []',
  '    for i in (2, 1, 0):',
  '        h = kept[i][0]',
  "        out.insert(0, [np.einsum('kbi,kbo->io', h, g), g[0].sum(0)])",
  '        if i > 0:',
  '            g, a, z = g @ net[i][0].T, h[0], kept[i - 1][1]',
  '            along = (g[1:] * z[1:]).sum(0)',
  '            g = np.concatenate([((1 - a**2) * (g[0] - 2 * a * along))[None], (1 - a**2) * g[1:]])',
  '    return out',
  'M, V = ([[0, 0] for _ in net] for _ in range(2))',
  'for k in range(1, updates + 1):',
  `    s = np.exp(np.log(${LEAST_NOISE}) + np.log(${MOST_NOISE / LEAST_NOISE}) * rng.random(B))`,
  '    eps = rng.standard_normal((B, 2))',
  '    guess, kept = layers(noisy(B, 0) + s[:, None] * eps, s)',
  '    g = 2 * (guess - eps) / B',
  '    G = back(g[None] if ways == 0 else np.concatenate([np.zeros((1, B, 1)), g.T[:, :, None]]), kept)',
  '    rate = 2e-3 + (1e-5 - 2e-3) * (k - 1) / updates',
  '    for i in range(3):',
  '        for c in range(2):  # Adam',
  '            M[i][c], V[i][c] = 0.9 * M[i][c] + 0.1 * G[i][c], 0.999 * V[i][c] + 0.001 * G[i][c]**2',
  '            net[i][c] = net[i][c] - rate * M[i][c] / (1 - 0.9**k) / (np.sqrt(V[i][c] / (1 - 0.999**k)) + 1e-8)',
  'field = lambda x, s: -layers(x, np.full(len(x), s))[0] / s',
]
const fieldLines = (p: Params): string[] => {
  if (isNet(p.model)) return training(p, p.model)
  const added = { exact: '', turn: ` + ${p.kappa} * score(x, s) @ [[0, 1], [-1, 0]]`, stretch: ` + ${p.kappa} * score(x, s)` }
  return [`field = lambda x, s: score(x, s)${added[p.model]}`]
}
const walkLines = ({ centre, radius }: Pick<Params, 'centre' | 'radius'>, sigma: number): string[] => [
  `a = 2 * np.pi * np.arange(${LOOP_STEPS}) / ${LOOP_STEPS}`,
  'out = np.c_[np.cos(a), np.sin(a)]',
  `f = field(np.array([${centre}]) + ${radius} * out, ${sigma})`,
  `print((f * out @ [[0, 1], [-1, 0]]).sum() * 2 * np.pi * ${radius} / ${LOOP_STEPS})  # work once round`,
]
const sampleLines = (n: number, steps: number): string[] => [
  'angles = np.pi * (np.arange(16) + 0.5) / 16',
  'along = lambda x: np.sort(x @ np.array([np.cos(angles), np.sin(angles)]), axis=0)',
  'sliced = lambda a, b: np.sqrt(((along(a) - along(b)) ** 2).mean())',
  `levels = ${MOST_NOISE} * (${LEAST_NOISE} / ${MOST_NOISE}) ** (np.arange(${SAMPLER_STEPS + 1}) / ${SAMPLER_STEPS})`,
  `x = noisy(${n}, levels[0])`,
  `for s, t in list(zip(levels, levels[1:]))[:${steps}]:  # Heun`,
  '    d = -s * field(x, s)',
  '    x = x + (t - s) / 2 * (d - t * field(x + (t - s) * d, t))',
  `print(sliced(x, noisy(${n}, ${LEAST_NOISE})), sliced(noisy(${n}, ${LEAST_NOISE}), noisy(${n}, ${LEAST_NOISE})))  # to the data, and luck`,
]

const inSplit = (p: Params): string[] => [
  ...start(p, isNet(p.model)),
  ...fieldLines(p),
  `n, s = 80, ${p.sigma}`,
  'half = abs(m).max() + 4.5 * np.hypot(std, s)',
  'h = 2 * half / n',
  'c = -half + h * (np.arange(n) + 0.5)',
  "points = lambda x, y: np.stack(np.meshgrid(x, y, indexing='ij'), -1).reshape(-1, 2)",
  'd = points(c, c)[:, None] - m',
  'rho = (w * np.exp(-(d**2).sum(2) / (2 * (std**2 + s**2)))).sum(1).reshape(n, n)',
  'e = lambda x, y, k: (field(points(x, y), s) - score(points(x, y), s))[:, k].reshape(len(x), len(y))',
  'faces = (c[1:] + c[:-1]) / 2',
  'ex, ey, rx, ry = e(faces, c, 0), e(c, faces, 1), (rho[1:] + rho[:-1]) / 2, (rho[:, 1:] + rho[:, :-1]) / 2',
  'up = lambda f: (np.diff(f, axis=0), np.diff(f, axis=1))',
  'down = lambda x, y: -np.diff(np.pad(rx * x, ((1, 1), (0, 0))), axis=0) - np.diff(np.pad(ry * y, ((0, 0), (1, 1))), axis=1)',
  'side = lambda r, axis, k: np.pad(r, [(k, 1 - k) if a == axis else (0, 0) for a in (0, 1)])',
  'diagonal = side(rx, 0, 0) + side(rx, 0, 1) + side(ry, 1, 0) + side(ry, 1, 1)',
  'f, r = np.zeros((n, n)), down(ex, ey)',
  'q, old = 0, 1',
  'while old > 1e-22:  # conjugate gradients',
  '    new = (r**2 / diagonal).sum()',
  '    q, old = r / diagonal + new / old * q, new',
  '    image = down(*up(q))',
  '    step = old / (q * image).sum()',
  '    f, r = f + step * q, r - step * image',
  'gx, gy = up(f)',
  'size = lambda x, y: (rx * x**2).sum() + (ry * y**2).sum()',
  'print(100 * size(ex - gx, ey - gy) / size(ex, ey))  # % of the squared error that only stirs',
]

const inTime = (p: Params, step: number): string[] => [
  'import numpy as np',
  '',
  `m0, v0, steps, dt = ${p.m0}, ${p.v0}, ${step}, ${TIME_STEP}`,
  'n, low, high = 400, -8, 8',
  'h = (high - low) / n',
  'x = low + h * (np.arange(n) + 0.5)',
  'faces = low + h * np.arange(1, n)',
  'B = lambda z: np.where(abs(z) < 1e-9, 1 - z / 2, z / np.expm1(np.where(z == 0, 1, z)))',
  'back = B(-faces * h) / h  # flux of Scharfetter and Gummel, drift -x, diffusion 1',
  'forth = back - faces',
  'M, share = np.eye(n), dt / 4 / h',
  'i = np.arange(n - 1)',
  'M[i, i] += share * forth',
  'M[i + 1, i] -= share * forth',
  'M[i + 1, i + 1] += share * back',
  'M[i, i + 1] -= share * back',
  'inverse = np.linalg.inv(M)',
  'q = np.exp(-(x - m0)**2 / (2 * v0))',
  'q /= q.sum() * h',
  'for _ in range(4 * steps):',
  '    q = inverse @ q',
  'q = np.maximum(q, 1e-300)',
  'energy = (q * (np.log(q) + x**2 / 2 + np.log(2 * np.pi) / 2)).sum() * h',
  'u = -(x[1:] + x[:-1]) / 2 - np.diff(np.log(q)) / h',
  'slope = -((q[1:] + q[:-1]) / 2 * u**2).sum() * h',
  't = steps * dt',
  'kl = lambda m, v: (v - 1 - np.log(v) + m**2) / 2',
  'print(t, energy, kl(m0 * np.exp(-t), 1 + (v0 - 1) * np.exp(-2 * t)), kl(m0, v0) * np.exp(-2 * t), slope)',
]

function program(p: Params, step: number): string[] {
  switch (p.tab) {
    case 'energy':
      return inTime(p, step)
    case 'split':
      return inSplit(p)
    case 'learning': {
      const updates = Math.min(p.updates, 100 * step)
      return [
        ...start(p, true),
        ...training(p, p.model === 'potential' ? 'potential' : 'mlp', updates),
        ...walkLines({ centre: [0, 0], radius: 1 }, LEAST_NOISE),
        ...sampleLines(1000, SAMPLER_STEPS),
      ]
    }
    case 'samples':
      return [...start(p, true), ...fieldLines(p), ...sampleLines(p.n, step)]
    case 'loop':
      return [...start(p, isNet(p.model)), ...fieldLines(p), ...walkLines(p, p.sigma)]
  }
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => program(p, step).join('\n'),
  prints: ({ tab }) => (tab === 'energy' ? ['t', 'energy', 'closed', 'bound', 'slope'] : []),
  random: ({ tab, model }) => tab === 'learning' || tab === 'samples' || (tab !== 'energy' && isNet(model)),
}
