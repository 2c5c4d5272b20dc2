// Hermite's scheme with the current step rule, in NumPy. For other rules or schemes it shows constant μ, and the code says so.
import type { Snippet } from '@/contract'
import { strideOf } from './model'
import type { Params } from './params'
import type { readouts } from './readouts'
import { bodiesAt } from './start'

const row = (values: ArrayLike<number>) => `[${[0, 2, 4].map((k) => `[${values[k]}, ${values[k + 1]}]`).join(', ')}]`

const isOurs = (p: Params) => p.scheme === 'hermite' && (p.rule === 'mu' || p.rule === 'fixed')

function code(p: Params, step: number): string {
  const { masses, positions, velocities } = bodiesAt(p)
  const isFixed = p.rule === 'fixed'
  return [
    'import numpy as np',
    '',
    ...(isOurs(p) ? [] : ['# the page has another scheme or another rule of steps: here Hermite’s, and constant mu']),
    `m, T = np.array([${[...masses].join(', ')}]), ${p.until}`,
    `x = np.array(${row(positions)}, float)`,
    `v = np.array(${row(velocities)}, float)`,
    '',
    'def look(x, v):  # accelerations, jerks and the time scale of the tightest pair',
    '    a, j, tau = np.zeros((3, 2)), np.zeros((3, 2)), np.inf',
    '    for i, k in ((0, 1), (0, 2), (1, 2)):',
    '        r, u = x[k] - x[i], v[k] - v[i]',
    '        d = np.sqrt(r @ r)',
    '        pull, rate = r / d**3, u / d**3 - 3 * (r @ u) * r / d**5',
    '        a[i] += m[k] * pull; a[k] -= m[i] * pull',
    '        j[i] += m[k] * rate; j[k] -= m[i] * rate',
    '        tau = min(tau, d / max(np.sqrt(u @ u), 1e-300), np.sqrt(d**3 / (m[i] + m[k])))',
    '    return a, j, tau',
    '',
    't, (a, j, tau) = 0, look(x, v)',
    `for _ in range(${step * strideOf(p)}):`,
    '    if t >= T: break',
    isFixed ? `    h = min(${p.delta}, T - t)` : `    h = min(${p.mu} * tau, T - t)`,
    '    xp = x + v * h + a * h**2 / 2 + j * h**3 / 6',
    '    vp = v + a * h + j * h**2 / 2',
    '    a1, j1, tau = look(xp, vp)',
    '    v1 = v + (a + a1) * h / 2 + (j - j1) * h**2 / 12',
    '    x = x + (v + v1) * h / 2 + (a - a1) * h**2 / 12',
    '    v, a, j, t = v1, a1, j1, t + h',
    'print(*x.ravel())',
  ].join('\n')
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code,
  prints: (p) => (isOurs(p) ? ['x1', 'y1', 'x2', 'y2', 'x3', 'y3'] : []),
}
