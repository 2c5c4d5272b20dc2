// The method in a dozen lines of NumPy, with the current values.
import type { Snippet } from '@/contract'
import { type Params, startOf } from './params'
import type { readouts } from './readouts'

const slopes: Readonly<Record<Params['surface'], string[]>> = {
  rayleigh: [
    'A = np.diag([0.2, 1, 3])',
    'def slope(w):',
    '    n = np.linalg.norm(w); u = w / n',
    '    return (A @ u - (u @ A @ u) * u) / n',
  ],
  rosenbrock: [
    'def loss(w):  # Rosenbrock in longitude and latitude',
    '    a = 1.5 / np.pi * np.arctan2(w[0], w[2])',
    '    b = 3 / np.pi * np.arcsin(w[1] / np.linalg.norm(w))',
    '    return (1 - a)**2 + 300 * (b - a**2)**2',
    'def slope(w, h=1e-6):',
    '    return np.array([(loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in np.eye(3)])',
  ],
}

/** The slope, with noise and the pull to length 1 if they are on. */
const gradient = (p: Params): string[] => [
  'def gradient(w):',
  '    g = slope(w)',
  ...(p.noise > 0 || p.radial > 0 ? ['    n = np.linalg.norm(w); u = w / n'] : []),
  ...(p.noise > 0 ? [`    xi = ${p.noise} * rng.standard_normal(3)`, '    g = g + (xi - (xi @ u) * u) / n  # tangent'] : []),
  ...(p.radial > 0 ? [`    g = g + ${p.radial} * (n - 1) * u  # the pull to length 1`] : []),
  '    return g',
]

const rules: Readonly<Record<Params['family'], (p: Params, step: number) => string[]>> = {
  sgd: (p, step) => [
    'p = np.zeros(3)',
    `for t in range(${step}):`,
    '    g = gradient(w)',
    '    p = beta * p + g',
    '    q, decay = p, lam / (1 - beta)',
    '    if projects(w, g):',
    ...(p.buffer === 'projected'
      ? ['        q = p = p - (w @ p) / (w @ w) * w']
      : ['        q = p - (w @ p) / (w @ w) * w  # p itself stays whole']),
    '        decay *= 0.1',
    '    w = (1 - eta * decay) * w - eta * q',
  ],
  adam: (_p, step) => [
    'm, v = np.zeros(3), np.zeros(3)',
    `for t in range(1, ${step} + 1):`,
    '    g = gradient(w)',
    '    m = beta * m + (1 - beta) * g',
    '    v = 0.999 * v + 0.001 * g**2',
    '    q, decay = m / (np.sqrt(v / (1 - 0.999**t)) + 1e-8), lam',
    '    if projects(w, g):',
    '        q = q - (w @ q) / (w @ w) * w',
    '        decay *= 0.1',
    '    w = (1 - eta * decay) * w - eta / (1 - beta**t) * q',
  ],
}

function code(p: Params, step: number): string {
  const w0 = startOf(p).map((part) => Number((part * p.length).toPrecision(12)))
  return [
    'import numpy as np',
    '',
    `eta, beta, delta, lam = ${p.rate}, ${p.beta}, ${p.delta}, ${p.decay}`,
    ...(p.noise > 0 ? [`rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`] : []),
    ...slopes[p.surface],
    ...gradient(p),
    '',
    'def projects(w, g):  # one row of weights; a layer has one test a row',
    '    cos = abs(w @ g) / max(np.linalg.norm(w) * np.linalg.norm(g), 1e-8)',
    '    return cos < delta / np.sqrt(w.size)',
    '',
    `w = np.array([${w0.join(', ')}])`,
    ...rules[p.family](p, step),
    'print(*w)',
  ].join('\n')
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: () => ['projectedX', 'projectedY', 'projectedZ'],
  random: (p) => p.noise > 0,
}
