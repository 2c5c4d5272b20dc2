// The method in NumPy, with the values now on screen: the steady state on cells, and its spectrum in time.
import type { Snippet } from '@/contract'
import { CELLS, lawOf, type Params, STEPS, startOf } from './params'
import type { readouts } from './readouts'

const py = (v: number) => (v === Number.POSITIVE_INFINITY ? 'np.inf' : String(v))

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) => {
    const law = lawOf(p)
    const isOpen = Number.isFinite(p.tau0) || Number.isFinite(p.tauC)
    return [
      'import numpy as np',
      '',
      `q, b, r, gain = ${p.q}, ${p.loss}, ${p.r}, ${p.gain}`,
      `tau0, delta, tau_c, epsilon = ${py(law.tau0)}, ${law.delta}, ${py(law.tauC)}, ${law.epsilon}`,
      `low, high, start, cells, dt = np.log(${p.low}), np.log(${p.high}), ${startOf(p)}, ${CELLS}, ${p.span / STEPS}`,
      'h = (high - low) / cells',
      'y = low + h * (np.arange(cells) + 0.5)  # ln chi at the middles of cells',
      'f = low + h * np.arange(1, cells)  # and at the faces between them',
      'K = np.exp((q - 2) * f)',
      'w = (3 * K + gain - b * np.exp((r - 1) * f)) * h / K',
      '',
      'def bernoulli(z):',
      '    z = np.clip(np.where(abs(z) < 1e-9, 1e-9, z), -1e300, 700)',
      '    return np.where(z < 700, z / np.expm1(z), 0)',
      '',
      'forth, back = K / h * bernoulli(-w), K / h * bernoulli(w)  # flux: forth n[i] - back n[i + 1]',
      'removal = np.exp(-delta * y) / tau0 + np.exp(-epsilon * y) / tau_c',
      'A = np.diag(removal + (np.r_[forth, 0] + np.r_[0, back]) / h)',
      'A -= np.diag(forth / h, -1) + np.diag(back / h, 1)',
      'Q = np.maximum(0, 1 - abs((start - y) / h)) / h  # one particle a unit of time',
      ...(isOpen
        ? ['steady = np.linalg.solve(A, Q)']
        : ['log = np.r_[0, np.cumsum(w)]', 'steady = np.exp(log - log.max())', 'steady /= steady.sum() * h']),
      '',
      'step = np.linalg.inv(np.eye(cells) + dt * A)  # implicit; who is removed is injected again',
      'n, fresh = Q.copy(), step @ Q',
      `for _ in range(${step}):`,
      '    n = step @ n',
      '    n += max(0, (1 - n.sum() * h) / (fresh.sum() * h)) * fresh',
      'share = steady / (steady.sum() * h)',
      'first = max(1, int(np.ceil((start - y[0]) / h)) + 2)',
      'inner = [i for i in range(first, cells) if steady[i] > steady[i - 1] and (i == cells - 1 or steady[i] >= steady[i + 1])]',
      'top = max(inner, key=lambda i: steady[i], default=None)',
      'contrast = 1 if top is None else steady[top] / steady[first - 1:top + 1].min()',
      'apart = abs(n - share).sum() * h / 2',
      `print(contrast${isOpen ? ', steady.sum() * h' : ''}, apart if apart >= 1e-6 else 0)`,
    ].join('\n')
  },
  prints: (p) =>
    Number.isFinite(p.tau0) || Number.isFinite(p.tauC) ? ['contrast', 'stay', 'unsettled'] : ['contrast', 'unsettled'],
}
