// The method in NumPy, with the values now on screen.
import type { Snippet } from '@/contract'
import { isRandom } from '@/domains/diffusion/affineSamplers'
import { bumpOf, FIRST, LAST, MOST, type Params, siteOf, TIMES, usedBumps } from './params'
import type { readouts } from './readouts'
import { BATCH, SIZES } from './training'

const list = (values: readonly number[]) => `[${values.join(', ')}]`

const data = (p: Params): string[] => {
  if (p.tab === 'plane') {
    const centres = Array.from({ length: MOST }, (_, k) => list(siteOf(p, k) as readonly number[]))
    return [
      `w, mu, tau = np.full(4, 0.25), np.array([${centres.join(', ')}]), np.full(4, ${p.spread})`,
      `x = np.array([[${p.spot.join(', ')}]])`,
    ]
  }
  const used = usedBumps(p)
  const [w, mu, tau] = [used.map((k) => p.shares[k]!), used.map((k) => bumpOf(p, k)[0]), used.map((k) => bumpOf(p, k)[1])]
  return [
    `w, mu, tau = np.array(${list(w)}), np.array([${mu.map((v) => `[${v}]`).join(', ')}]), np.array(${list(tau)})`,
    `x = np.array([[${p.x}]])`,
  ]
}
const SCHEDULES: Readonly<Record<Params['schedule'], string[]>> = {
  vp: ['H = np.pi / 2', 'level = lambda t: (np.cos(H * t), np.sin(H * t), -H * np.sin(H * t), H * np.cos(H * t))'],
  linear: ['level = lambda t: (1 - t, t, -1, 1)'],
  ve: ['level = lambda t: (1, 3 * t, 0, 3)'],
}
const targets = [
  'def data(x, t):  # mean of x0 given x, for rows of x',
  '    a, s, _, _ = level(t)',
  '    v = (a * tau) ** 2 + s**2',
  '    d = x[:, None] - a * mu',
  '    log = np.log(w) - len(mu[0]) / 2 * np.log(v) - (d**2).sum(-1) / (2 * v)',
  '    r = np.exp(log - log.max(1, keepdims=True))',
  '    r = (r / r.sum(1, keepdims=True))[..., None]',
  '    return (r * ((a * tau**2)[:, None] * x[:, None] + s**2 * mu) / v[:, None]).sum(1)',
  '',
  'def velocity(x, t, x0=None):',
  '    a, s, da, ds = level(t)',
  '    x0 = data(x, t) if x0 is None else x0',
  '    return da * x0 + ds * (x - a * x0) / s',
  '',
]
const lineMap = [
  'def flow_map(x, t, u):  # where as much mass lies below',
  '    def tail(y, t, side):',
  '        a, s, _, _ = level(t)',
  '        z = side * (a * mu[:, 0] - y) / np.hypot(a * tau, s)',
  '        return (w * [erfc(v / 2**0.5) / 2 for v in z]).sum()',
  '    side = 1 if tail(x, t, 1) < w.sum() / 2 else -1',
  '    low, high, mass = -60.0, 60.0, tail(x, t, side)',
  '    for _ in range(200):',
  '        y = (low + high) / 2',
  '        low, high = (y, high) if side * (tail(y, u, side) - mass) < 0 else (low, y)',
  '    return y',
  '',
]
const planeMap = [
  'def flow_map(x, t, u):  # Runge and Kutta',
  `    n = max(1, int(np.ceil(400 * abs(u - t) / ${FIRST - LAST})))`,
  '    k = (u - t) / n',
  '    for i in range(n):',
  '        s = t + i * k',
  '        a = velocity(x, s)',
  '        b = velocity(x + k / 2 * a, s + k / 2)',
  '        c = velocity(x + k / 2 * b, s + k / 2)',
  '        x = x + k / 6 * (a + 2 * b + 2 * c + velocity(x + k * c, s + k))',
  '    return x',
  '',
]
/** One step from t to s of what is called y; x0 is the model's guess at y. */
const STEPS: Readonly<Record<Params['sampler'], (p: Params) => string[]>> = {
  ddim: () => ['y = b * x0 + q * (y - a * x0) / p'],
  euler: () => ['y = y + (s - t) * velocity(y, t, x0)'],
  heun: () => ['v = velocity(y, t, x0)', 'y = y + (s - t) / 2 * (v + velocity(y + (s - t) * v, s))'],
  dpm: () => [
    'snr = lambda u: np.log(level(u)[0] / level(u)[1])',
    'r = (snr(t) - snr(times[k - 1])) / (snr(s) - snr(t)) if k > 0 else 1',
    'used = x0 + (x0 - old) / (2 * r) if k > 0 else x0',
    'y, old = b * used + q * (y - a * used) / p, x0',
  ],
  ddpm: () => [
    'v = p**2 - (a / b * q) ** 2',
    'y = a / b * q**2 / p**2 * y + b * v / p**2 * x0 + (v * q**2 / p**2) ** 0.5 * rng.standard_normal(y.shape)',
  ],
  sde: ({ lambda }) => [
    `f, lam = level(t)[2] / a, ${lambda}`,
    'g2, score = 2 * p * (level(t)[3] - f * p), (a * x0 - y) / p**2',
    'y = y + (s - t) * (f * y - (1 + lam) / 2 * g2 * score)',
    ...(lambda > 0 ? ['y = y + (lam * g2 * (t - s)) ** 0.5 * rng.standard_normal(y.shape)'] : []),
  ],
  map: ({ tab }) => [tab === 'plane' ? 'y = flow_map(y, t, s)' : 'y = np.array([[flow_map(y[0, 0], t, s)]])'],
}

const sampling = (p: Params, step: number): string[] => {
  const inPlane = p.tab === 'plane'
  return [
    'import numpy as np',
    ...(inPlane ? [] : ['from math import erfc']),
    '',
    ...data(p),
    ...SCHEDULES[p.schedule],
    ...targets,
    ...(inPlane ? planeMap : lineMap),
    `t = ${p.time}`,
    'a, p, da, ds = level(t)',
    'x0 = data(x, t)',
    'noise = (x - a * x0) / p',
    'four = x0, noise, -noise / p, da * x0 + ds * noise  # one function, four units',
    `times = np.linspace(${FIRST}, ${LAST}, ${p.steps + 1})`,
    ...(isRandom(p.sampler, p.lambda) ? [`rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`] : []),
    inPlane ? 'y = flow_map(x, t, times[0])' : 'y = np.array([[flow_map(x[0, 0], t, times[0])]])',
    `for k in range(${step}):`,
    '    t, s = times[k], times[k + 1]',
    '    (a, p, _, _), (b, q, _, _), x0 = level(t), level(s), data(y, t)',
    ...STEPS[p.sampler](p).map((line) => `    ${line}`),
    inPlane ? 'print(*four[0][0], *y[0])' : 'print(*(v[0, 0] for v in four), y[0, 0])',
  ]
}

const SCALES: Readonly<Record<Params['target'], string>> = {
  x0: '1',
  noise: 'a / p',
  score: 'a / p**2',
  velocity: 'abs(da - ds * a / p)',
}
const VALUES: Readonly<Record<Params['target'], string>> = {
  x0: 'x0',
  noise: 'e',
  score: '-e / p',
  velocity: 'da * x0 + ds * e',
}
const learning = (p: Params): string[] => [
  'import numpy as np',
  '',
  ...data(p),
  ...SCHEDULES[p.schedule],
  `rng, B = np.random.default_rng(${p.seed}), ${BATCH}  # other random numbers than on the page`,
  `sizes = ${list(SIZES)}`,
  'even = lambda bound, *shape: bound * (2 * rng.random(shape) - 1)',
  'net = [[even(i**-0.5, i, o), even(i**-0.5, o)] for i, o in zip(sizes, sizes[1:])]',
  'M, V = [[0, 0] for _ in net], [[0, 0] for _ in net]',
  `for n in range(1, ${p.updates + 1}):`,
  `    t = ${TIMES[0]} + ${TIMES[1] - TIMES[0]} * rng.random(B)`,
  '    a, p, da, ds = level(t)',
  '    k, e = rng.choice(len(w), B, p=w / w.sum()), rng.standard_normal(B)',
  '    x0 = mu[k, 0] + tau[k] * rng.standard_normal(B)',
  `    target = ${VALUES[p.target]}`,
  `    weight = ${p.weighting === 'own' ? '1' : `((${SCALES[p.weighting]}) / (${SCALES[p.target]})) ** 2`}`,
  '    h = [np.c_[(a * x0 + p * e) / np.hypot(a, p), 2 * t - 1]]',
  '    for i, (W, b) in enumerate(net):',
  '        h.append(np.tanh(h[-1] @ W + b) if i < 2 else h[-1] @ W + b)',
  '    off = h[-1][:, 0] - target',
  '    g = (2 / B * weight * off)[:, None]',
  '    for i in (2, 1, 0):',
  '        G, g = (h[i].T @ g, g.sum(0)), (g @ net[i][0].T) * (1 - h[i] ** 2)',
  '        for c in range(2):  # Adam',
  '            M[i][c], V[i][c] = 0.9 * M[i][c] + 0.1 * G[c], 0.999 * V[i][c] + 0.001 * G[c] ** 2',
  '            net[i][c] = net[i][c] - 1e-3 * M[i][c] / (1 - 0.9**n) / (np.sqrt(V[i][c] / (1 - 0.999**n)) + 1e-8)',
  'print((weight * off**2).mean())',
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => (p.tab === 'train' ? learning(p) : sampling(p, step)).join('\n'),
  prints: ({ tab }) =>
    tab === 'line'
      ? ['dataHat', 'noiseHat', 'score', 'velocity', 'tracedX']
      : tab === 'plane'
        ? ['spotX', 'spotY', 'tracedX', 'tracedY']
        : [],
  random: (p) => p.tab === 'train' || isRandom(p.sampler, p.lambda),
}
