// The four samplers in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { type Params, PICTURES } from './params'
import { COUNT, frozenOf, LARGEST, placeOf, planeMixture, SMALLEST, stepsOf } from './problem'
import type { readouts } from './readouts'
import { STEPS } from './truth'

const inPlane = (p: Params): string[] => {
  const { means, stds } = planeMixture(p)
  const list =
    p.data === 'one'
      ? `[[${p.centre.join(', ')}]]`
      : `[${Array.from(stds, (_, k) => placeOf(p.data, p.moved, k))
          .map((_, k) => `(${means[2 * k]}, ${means[2 * k + 1]})`)
          .join(', ')}]`
  return [
    `mu, s, C = np.array(${list}), ${stds[0]}, 1  # components, their width, channels`,
    `i = np.arange(1, ${COUNT + 1})`,
    'g = 1.324717957244746',
    'u, v = np.sqrt(-2 * np.log((0.5 + i / g) % 1)), 2 * np.pi * ((0.5 + i / g**2) % 1)',
    `start = hi * np.c_[u * np.cos(v), u * np.sin(v)]  # evenly spread`,
    `start = np.r_[start, [[hi * ${p.start[0]}, hi * ${p.start[1]}]]]  # and the traced one`,
  ]
}
const ofPictures = (p: Params): string[] => [
  's, C = 0.1, 3  # width of the components; red, green and blue',
  'i, j = np.divmod(np.arange(64), 8)',
  'blob = lambda a, b: np.exp(-((i - a) ** 2 + (j - b) ** 2) / 4.5)',
  'hue = lambda t: np.array([2 * np.cos(t), -np.cos(t) + 3**0.5 * np.sin(t), -np.cos(t) - 3**0.5 * np.sin(t)]) / 6**0.5',
  'mu = np.array([(level * blob(a, b)[:, None] * hue(np.pi / 2 + k * np.pi / 3)).ravel()',
  '               for k in range(6) for level in (0.35, 0.6, 0.85) for a in (2, 5) for b in (2, 5)])',
  `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
  `start = hi * rng.standard_normal((${PICTURES}, 192))`,
]

const evodiff = (p: Params): string[] => {
  const { balance, reach, eta, zeta } = frozenOf(p)
  const measured = (share: string) => `(1 - omega) * beta + omega * ratio(${share})`
  return [
    'ones = lambda v: v + np.zeros((len(start), start.shape[1]))',
    'dot = lambda a, b: np.tile((a * b).reshape(len(a), -1, C).sum(1), (1, a.shape[1] // C))  # per channel',
    'ratio = lambda a, b, c: np.clip(dot(a, b) / np.maximum(dot(c, c), 1e-300), -2, 2)',
    'logistic = lambda v: 1 / (1 + np.exp(-v))',
    'def evodiff(x, k, memory):',
    '    a, b = sigma[k - 1], sigma[k]',
    '    if k == 1:',
    '        P = D(x, a)',
    '        x = b / a * x + (1 - b / a) * P',
    '        return x, (P, D(x, b), x)',
    '    P, Q, probe = memory',
    '    h = 1 / b - 1 / a',
    '    euler = b / a * x + b * h * Q',
    '    if k == n:',
    ...(p.ending === 'plain'
      ? ['        return euler, memory']
      : [
          '        q = b / a',
          '        r = 1 - np.sqrt(q if q < 0.5 else q - 0.5) / 2',
          '        return (1 - np.sqrt(a * b)) * euler + b * h / 2 * (Q - r * P), memory',
        ]),
    '    rho = np.log(sigma[k - 2] / a) / np.log(a / b)',
    '    omega = (1 - ((b + lo) / (hi + lo)) ** 2) / 2',
    '    beta = np.sqrt(b / a * sigma[k - 2] / a)',
    `    r = ones(${balance ?? measured('Q, P, P')})`,
    '    d = Q - r * P',
    `    reach = ones(${reach ?? 'np.clip(logistic(abs(r) / 4), 0.25, 1.5)'})`,
    '    probe = euler + b * h / (2 * reach * rho) * d',
    '    R = D(probe, b)  # the only call',
    ...(p.corrects
      ? [
          `    e = R - ones(${balance ?? measured('R, Q, Q')}) * Q`,
          '    u, w = rho / h * e, d / (rho * h)',
          `    eta = ones(${eta ?? 'logistic(abs(ratio(u + w, u - w, u - w) / 2)) / 2'})`,
          '    B = -eta / rho * d + rho * (1 - eta) * e',
          '    excess = abs(ratio(probe - euler - b * h / (2 * reach * rho) * B, d, d) / (h * b)) - 0.5',
          ...(stepsOf(p) > 20
            ? ['    excess = -excess * logistic(ratio(Q, (Q - P) / h, (Q - P) / h) * (2 - (b / a) ** 2))']
            : []),
          `    zeta = ones(${zeta ?? 'logistic(excess)'})`,
          '    x = euler + b * h / (2 * zeta) * B',
        ]
      : ['    x = probe']),
    '    return x, (Q, R, probe)',
  ]
}

function code(p: Params, step: number): string {
  const n = stepsOf(p)
  const root = (v: string) => `${v} ** (1 / 7)`
  return [
    'import numpy as np',
    '',
    `n, hi, lo = ${n}, ${LARGEST}, ${SMALLEST}  # steps between these noise levels`,
    p.grid === 'edm' ? `sigma = np.linspace(${root('hi')}, ${root('lo')}, n + 1) ** 7` : 'sigma = np.geomspace(hi, lo, n + 1)',
    ...(p.tab === 'plane' ? inPlane(p) : ofPictures(p)),
    '',
    'def D(x, t):  # the model: what the clean sample is, on average',
    '    log = -((x[:, None] - mu) ** 2).sum(2) / (2 * (s**2 + t**2))',
    '    w = np.exp(log - log.max(1, keepdims=True))',
    '    w /= w.sum(1, keepdims=True)',
    '    return (s**2 * x + t**2 * w @ mu) / (s**2 + t**2)',
    '',
    'def two_step(x, k, old, noise=False, memory=True):',
    '    a, b = sigma[k - 1], sigma[k]',
    '    new = (x - D(x, a)) / a if noise else D(x, a)',
    '    F = new',
    '    if memory and 1 < k < n:',
    '        F = new + (new - old) * np.log(a / b) / np.log(sigma[k - 2] / a) / 2',
    '    return (x - (a - b) * F if noise else b / a * x + (1 - b / a) * F), new',
    'ddim = lambda x, k, old: two_step(x, k, old, memory=False)',
    'noise = lambda x, k, old: two_step(x, k, old, noise=True)',
    '',
    ...evodiff(p),
    '',
    'def run(solver):',
    '    x, memory = start, None',
    `    for k in range(1, min(${step}, n) + 1):`,
    '        x, memory = solver(x, k, memory)',
    `    return D(x, lo) if ${step} > n else x`,
    '',
    ...ending(p, step),
  ].join('\n')
}

function ending(p: Params, step: number): string[] {
  if (step < p.calls)
    return [
      'x = run(evodiff)[-1]',
      p.tab === 'plane' ? `print(*x / np.hypot(1, sigma[${step}]))  # of the traced sample` : 'print(abs(x).mean())',
    ]
  const own = p.tab === 'plane' ? '[:-1]' : ''
  const exact =
    p.tab === 'plane' && p.data === 'one'
      ? ['exact = mu + (start - mu) * np.hypot(s, lo) / np.hypot(s, hi)']
      : [
          `exact, h = start, np.log(lo / hi) / ${STEPS}  # Runge and Kutta in log sigma`,
          'f = lambda x, t: x - D(x, np.exp(t))',
          `for t in np.log(hi) + h * np.arange(${STEPS}):`,
          '    a = f(exact, t)',
          '    b = f(exact + h / 2 * a, t + h / 2)',
          '    c = f(exact + h / 2 * b, t + h / 2)',
          '    exact = exact + h / 6 * (a + 2 * b + 2 * c + f(exact + h * c, t + h))',
        ]
  const unit = p.tab === 'plane' && p.data === 'one' ? ' / s' : ''
  return [
    ...exact,
    `error = lambda x: np.sqrt(((x - exact)${own} ** 2).sum(1).mean())${unit}`,
    'print(*[error(run(solver)) for solver in (ddim, noise, two_step, evodiff)])',
  ]
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: (p, step) =>
    step === p.calls
      ? ['errorDdim', 'errorNoise', 'errorData', 'errorEvodiff']
      : p.tab === 'plane'
        ? ['evodiffX', 'evodiffY']
        : [],
  random: (p) => p.tab === 'patches',
}
