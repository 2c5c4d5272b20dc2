// The method in a dozen lines of NumPy, with the current values.
import type { Snippet } from '@/contract'
import type { Params } from './params'
import type { readouts } from './readouts'
import { budgetOf } from './training'

const slopes: Readonly<Record<Params['surface'], string[]>> = {
  rosenbrock: ['    return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])'],
  beale: [
    '    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3',
    '    return np.array([2 * (a * (y - 1) + b * (y**2 - 1) + c * (y**3 - 1)), 2 * x * (a + 2 * b * y + 3 * c * y**2)])',
  ],
  valley: ['    return np.array([x, 100 * y])'],
}
const gradient = (p: Params): string[] => [
  'def gradient(p):',
  '    x, y = p',
  ...(p.tab === 'race' && p.noise > 0
    ? slopes[p.surface]
        .map((line) => line.replace('return ', 'g = '))
        .concat(`    return g + ${p.noise} * rng.standard_normal(2)`)
    : slopes[p.surface]),
]

/** One step from p with the slope g, at the rate `rate`. */
const adanStep = (p: Params, rate: string): string[] => [
  ...(p.clip > 0 ? [`    g = g * min(1, ${p.clip} / (np.sqrt((g * g).sum()) + eps))`] : []),
  p.difference ? '    d = g - g_old if k > 1 else 0 * g' : '    d = 0 * g  # the difference term is off',
  '    m = b1 * m + (1 - b1) * g',
  '    v = b2 * v + (1 - b2) * d',
  '    n = b3 * n + (1 - b3) * (g + b2 * d)**2',
  '    step = (m / (1 - b1**k) + b2 * v / (1 - b2**k)) / (np.sqrt(n / (1 - b3**k)) + eps)',
  p.decayForm === 'proximal'
    ? `    p = (p - ${rate} * step) / (1 + ${rate} * lam)`
    : `    p = (1 - ${rate} * lam) * p - ${rate} * step`,
  '    g_old = g',
]
const constants = (p: Params, eta: number): string =>
  `eta, b1, b2, b3, eps, lam = ${eta}, ${p.beta1}, ${p.beta2}, ${p.beta3}, 1e-8, ${p.decay}`

const programs: Readonly<Record<Params['tab'], (p: Params, step: number) => string[]>> = {
  race: (p, step) => [
    ...(p.noise > 0 ? [`rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`] : []),
    ...gradient(p),
    '',
    constants(p, p.eta),
    `p = np.array([${p.start.join(', ')}], dtype=float)`,
    'm = v = n = np.zeros(2)',
    `for k in range(1, ${step} + 1):`,
    '    g = gradient(p)',
    ...adanStep(p, 'eta'),
    'print(*p)',
  ],
  same: (p, step) => [
    ...gradient(p),
    '',
    `eta, mu = ${p.etaNesterov}, ${p.mu}`,
    `w = t = np.array([${p.start.join(', ')}], dtype=float)`,
    'd = z = g_old = np.zeros(2)',
    `for k in range(${step}):`,
    '    ahead = w + mu * d  # Nesterov measures here',
    '    new = ahead - eta * gradient(ahead)',
    '    w, d = new, new - w',
    '    g = gradient(t)  # the estimate measures where it is',
    '    z = mu * z + g + mu * (g - g_old)',
    '    t, g_old = t - eta * z, g',
    'print(*(w + mu * d), *t)',
  ],
  net: (p, step) => [
    `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
    't = 2.2 * np.pi * np.sqrt(np.linspace(0.05, 1, 100))',
    'arm = np.stack([t * np.cos(t), t * np.sin(t)], 1) / 7',
    'x = np.concatenate([arm, -arm]) + 0.01 * rng.standard_normal((200, 2))',
    'y = np.repeat([1, -1], 100)',
    'shapes = [(2, 20), (20,), (20, 20), (20,), (20, 1), (1,)]',
    'cuts = np.cumsum([np.prod(s) for s in shapes])[:-1]',
    'def layers(p):',
    '    return [a.reshape(s) for a, s in zip(np.split(p, cuts), shapes)]',
    'def forward(p, x):',
    '    A, a, B, b, C, c = layers(p)',
    '    h = np.tanh(x @ A + a)',
    '    i = np.tanh(h @ B + b)',
    '    return h, i, (i @ C + c)[:, 0]',
    'def gradient(p, x, y):',
    '    h, i, f = forward(p, x)',
    '    _, _, B, _, C, _ = layers(p)',
    '    df = (-y / (1 + np.exp(y * f)) / len(y))[:, None]',
    '    di = df @ C.T * (1 - i * i)',
    '    dh = di @ B.T * (1 - h * h)',
    '    parts = x.T @ dh, dh.sum(0), h.T @ di, di.sum(0), i.T @ df, df.sum(0)',
    '    return np.concatenate([a.ravel() for a in parts])',
    '',
    constants(p, p.netAdan),
    'p = np.concatenate([np.sqrt(1 / s[0]) * rng.standard_normal(np.prod(s)) if len(s) == 2 else np.zeros(s) for s in shapes])',
    'm = v = n = 0 * p',
    `total, warm = ${budgetOf(p, 'half')}, ${Math.min(50, budgetOf(p, 'half'))}`,
    `for k in range(1, min(${step}, total) + 1):`,
    '    batch = rng.integers(200, size=32)',
    '    g = gradient(p, x[batch], y[batch])',
    '    share = k / warm if k <= warm else (1 + np.cos(np.pi * (k - 1 - warm) / (total - warm))) / 2',
    ...adanStep(p, '(eta * share)'),
    'print(np.log1p(np.exp(-y * forward(p, x)[2])).mean())',
  ],
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => ['import numpy as np', '', ...programs[p.tab](p, step)].join('\n'),
  prints: ({ tab }) =>
    tab === 'race' ? ['adanX', 'adanY'] : tab === 'same' ? ['measuredX', 'measuredY', 'hereX', 'hereY'] : ['half'],
  random: (p) => p.tab === 'net' || (p.tab === 'race' && p.noise > 0),
}
