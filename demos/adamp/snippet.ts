// The method in a dozen lines of NumPy, with the values now on screen.
import { type Params, startOf } from './params'

const gradients: Readonly<Record<Params['surface'], string[]>> = {
  rayleigh: [
    'A = np.diag([0.2, 1, 3])',
    'def gradient(w):',
    '    n = np.linalg.norm(w); u = w / n',
    '    return (A @ u - (u @ A @ u) * u) / n',
  ],
  rosenbrock: [
    'def loss(w):  # Rosenbrock in longitude and latitude',
    '    a = 1.5 / np.pi * np.arctan2(w[0], w[2])',
    '    b = 3 / np.pi * np.arcsin(w[1] / np.linalg.norm(w))',
    '    return (1 - a)**2 + 300 * (b - a**2)**2',
    'def gradient(w, h=1e-6):',
    '    return np.array([(loss(w + h * e) - loss(w - h * e)) / (2 * h) for e in np.eye(3)])',
  ],
}

const rules: Readonly<Record<Params['family'], (p: Params) => string[]>> = {
  sgd: (p) => [
    'p = np.zeros(3)',
    `for t in range(${p.steps}):`,
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
  adam: (p) => [
    'm, v = np.zeros(3), np.zeros(3)',
    `for t in range(1, ${p.steps} + 1):`,
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

export function snippet(p: Params): string {
  const w0 = startOf(p).map((part) => Number((part * p.length).toPrecision(12)))
  const missing = [...(p.noise > 0 ? ['noise'] : []), ...(p.radial > 0 ? ['the pull to length 1'] : [])]
  return [
    'import numpy as np',
    '',
    ...(missing.length > 0 ? [`# without ${missing.join(' and ')}`] : []),
    `eta, beta, delta, lam = ${p.rate}, ${p.beta}, ${p.delta}, ${p.decay}`,
    ...gradients[p.surface],
    '',
    'def projects(w, g):  # one row of weights; a layer has one test a row',
    '    cos = abs(w @ g) / max(np.linalg.norm(w) * np.linalg.norm(g), 1e-8)',
    '    return cos < delta / np.sqrt(w.size)',
    '',
    `w = np.array([${w0.join(', ')}])`,
    ...rules[p.family](p),
    'print(w)',
  ].join('\n')
}
