// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import { decayAt, type Params, rateAt, widthOf } from './params'
import type { readouts } from './readouts'

const step = (weights: string, rate: string, decay: string) =>
  `${weights} = (1 - ${rate} * ${decay}) * ${weights} - ${rate} * (m / (1 - b1**k)) / (np.sqrt(v / (1 - b2**k)) + 1e-12)`

const head = (p: Params): string[] => [
  'import numpy as np',
  '',
  `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
  `d, b1, b2 = ${p.d}, ${p.beta1}, ${p.beta2}`,
  `eta, lam = ${Number(rateAt(p, widthOf(p)).toPrecision(12))}, ${Number(decayAt(p, widthOf(p)).toPrecision(12))}  # at this width`,
]

const ofMatrix = (p: Params, steps: number): string[] => [
  ...head(p),
  `spread = np.arange(1, d + 1.0) ** -${p.alpha}`,
  'mix = np.ones((1, 1))',
  'while len(mix) < d:',
  '    mix = np.block([[mix, mix], [mix, -mix]])  # Walsh and Hadamard: mixes all directions equally',
  'root = np.sqrt(spread / spread.sum())[:, None]',
  `W = ${p.init} * rng.standard_normal((d, d)) / np.sqrt(d)`,
  'm = v = np.zeros((d, d))',
  `for k in range(1, ${steps} + 1):`,
  '    X = mix @ (root * rng.standard_normal((d, 8)))  # eight inputs',
  '    g = rng.standard_normal((d, 8)) @ X.T / np.sqrt(8)',
  '    m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2',
  `    ${step('W', 'eta', 'lam')}`,
  'print(np.sqrt((W**2).mean()), np.linalg.norm(W, 2))',
]

const ofNetwork = (p: Params, steps: number): string[] => [
  ...head(p),
  'U, O = rng.standard_normal((24, 12)) / np.sqrt(12), rng.standard_normal((4, 24)) / np.sqrt(24)  # the teacher',
  `w = {'E': rng.standard_normal((d, 12)), 'W1': ${p.init} * rng.standard_normal((d, d)) / np.sqrt(d),`,
  `     'W2': ${p.init} * rng.standard_normal((d, d)) / np.sqrt(d), 'V': np.zeros((4, d))}`,
  "rule = {'E': (0.01, 0), 'W1': (eta, lam), 'W2': (eta, lam), 'V': (0.01, 0)}",
  'M = {name: (0 * x, 0 * x) for name, x in w.items()}',
  'rms = lambda h: np.sqrt((h**2).mean(0) + 1e-8)',
  'back = lambda g, n, size: (g - n * (g * n).mean(0)) / size  # through n = h / rms(h)',
  `for k in range(1, ${steps} + 1):`,
  '    X = rng.standard_normal((12, 32))',
  '    Y = O @ np.tanh(U @ X) + 0.3 * rng.standard_normal((4, 32))',
  "    h = w['E'] @ X",
  '    n = h / rms(h)',
  "    a = w['W1'] @ n",
  '    r = np.maximum(a, 0)',
  "    s = n + w['W2'] @ r",
  '    t = s / rms(s)',
  "    e = (w['V'] @ t / d - Y) / 32",
  "    gs = back(w['V'].T @ e / d, t, rms(s))",
  "    ga = (w['W2'].T @ gs) * (a > 0)",
  "    gh = back(gs + w['W1'].T @ ga, n, rms(h))",
  "    G = {'E': gh @ X.T, 'W1': ga @ n.T, 'W2': gs @ r.T, 'V': e @ t.T / d}",
  '    for name, g in G.items():',
  '        m, v = M[name]',
  '        m, v = M[name] = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2',
  '        rate, decay = rule[name]',
  `        ${step('w[name]', 'rate', 'decay')}`,
  "print(np.linalg.norm(w['W1'], 2), np.linalg.norm(w['W2'], 2))",
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, steps) => (p.tab === 'matrix' || p.tab === 'widths' ? ofMatrix : ofNetwork)(p, steps).join('\n'),
  prints: (p) => (p.tab === 'matrix' || p.tab === 'widths' ? ['size', 'top'] : ['topFirst', 'topSecond']),
  random: () => true,
}
