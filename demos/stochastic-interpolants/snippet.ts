// The sampler in NumPy, with the current values.
import type { Snippet } from '@/contract'
import type { Gaussians } from '@/domains/diffusion/gaussians'
import type { Params } from './params'
import { epsilonOf, interpolantOf, isBackward, problemOf } from './problem'
import type { readouts } from './readouts'

const digits = (v: number) => String(Math.round(v * 1e4) / 1e4 + 0)
const listOf = (values: ArrayLike<number>, at: number, count: number) =>
  `[${Array.from({ length: count }, (_, k) => digits(values[at + k]!)).join(', ')}]`

function arraysOf({ dim, weights, means, covariances }: Gaussians): [means: string, covariances: string] {
  const all = Array.from(weights.keys())
  const matrix = (k: number) =>
    `[${Array.from({ length: dim }, (_, row) => listOf(covariances, (k * dim + row) * dim, dim)).join(', ')}]`
  return [`[${all.map((k) => listOf(means, k * dim, dim)).join(', ')}]`, `[${all.map(matrix).join(', ')}]`]
}

const PATHS = {
  linear: '1 - t, t',
  trig: 'np.sqrt(1 - g2(t)) * np.cos(np.pi * t / 2), np.sqrt(1 - g2(t)) * np.sin(np.pi * t / 2)',
  'encoding-decoding': '(t <= 0.5) * np.cos(np.pi * t)**2, (t > 0.5) * np.cos(np.pi * t)**2',
  'one-sided': '1 - t, t',
  'one-sided-trig': 'np.cos(np.pi * t / 2), np.sin(np.pi * t / 2)',
  mirror: '0.0, 1.0',
} as const

const LATENTS = {
  brownian: 'a * t * (1 - t)',
  bsquared: '(t * (1 - t))**2',
  sinesquared: 'np.sin(np.pi * t)**4',
  sigmoid: '(two(t) - two(0))**2',
  zero: '0 * t',
} as const

function code(p: Params, step: number): string {
  const { from, to, cross } = problemOf(p)
  const { path, latent, scale = 1 } = interpolantOf(p)
  const isOneSided = path === 'one-sided' || path === 'one-sided-trig'
  const [m0, C0] = arraysOf(from)
  const [m1, C1] = arraysOf(to)
  const back = isBackward(p)
  const shown = isOneSided ? 'zero' : latent
  const isLine = p.scene === 'line'
  return [
    'import numpy as np',
    '',
    `m0, C0 = np.array(${m0}), np.array(${C0})`,
    `m1, C1 = np.array(${m1}), np.array(${C1})`,
    `eps, N, n, c, d = ${digits(epsilonOf(p))}, ${p.steps}, ${p.n}, ${digits(cross)}, ${to.dim}`,
    ...(shown === 'sigmoid' ? ['two = lambda t: 1 / (1 + np.exp(-10 * t + 4)) - 1 / (1 + np.exp(-10 * t + 6))'] : []),
    ...(shown === 'brownian' ? [`a = ${digits(scale)}`] : []),
    `g2 = lambda t: ${LATENTS[shown]}`,
    `ab = lambda t: (${PATHS[path]})`,
    '',
    'def pairs(t):  # mean and covariance of every pair of components',
    '    a, b = ab(t)',
    '    m = (a * m0[:, None] + b * m1).reshape(-1, d)',
    '    C = a**2 * C0[:, None] + b**2 * C1 + (2 * a * b * c + g2(t)) * np.eye(d)',
    '    return m, C.reshape(-1, d, d)',
    '',
    'def fields(t, x, h=1e-5):  # velocity b and score s',
    `    (m, C), (lm, lC), (rm, rC) = pairs(t), pairs(max(t - h, 0)), pairs(min(t + h, 1))`,
    '    dt = min(t + h, 1) - max(t - h, 0)',
    '    y = np.einsum("kij,nkj->nki", np.linalg.inv(C), x[:, None] - m)',
    '    log = -0.5 * ((x[:, None] - m) * y).sum(-1) - 0.5 * np.linalg.slogdet(C)[1]',
    '    r = np.exp(log - log.max(1, keepdims=True))[..., None]',
    '    r = r / r.sum(1, keepdims=True)',
    '    own = (rm - lm) / dt + np.einsum("kij,nkj->nki", (rC - lC) / (2 * dt), y)',
    '    return (r * own).sum(1), -(r * y).sum(1)',
    '',
    `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
    `m, C = pairs(${back ? 1 : 0}.0)`,
    'x = np.array([rng.multivariate_normal(m[k], C[k]) for k in rng.integers(len(m), size=n)])',
    `for k in range(${step}):`,
    `    t = ${back ? '1 - (k + 1) / N' : '(k + 1) / N'}`,
    '    def drift(x):',
    '        b, s = fields(t, x)',
    `        return ${back ? '-' : ''}${isLine ? `(b + ${digits(p.deltaB)})` : 'b'} + eps * ${isLine ? `(s + ${digits(p.deltaS)})` : 's'}`,
    '    x = x + np.sqrt(2 * eps / N) * rng.standard_normal(x.shape)',
    '    K1 = drift(x)',
    '    x = x + (K1 + drift(x + K1 / N)) / (2 * N)',
    'print(x[:, -1].mean(), x[:, -1].std())',
  ].join('\n')
}

export const snippet: Snippet<Params, 'mean' | 'spread' | keyof typeof readouts> = {
  code,
  prints: () => ['mean', 'spread'],
  random: () => true,
}
