// Hermite's scheme with the step rule on screen, in NumPy. Where μ is chosen by a network or another scheme is on, the rule of constant μ.

import type { Params } from './params'
import { bodiesAt } from './start'

const row = (values: ArrayLike<number>) => `[${[0, 2, 4].map((k) => `[${values[k]}, ${values[k + 1]}]`).join(', ')}]`

export function snippet(p: Params): string {
  const { masses, positions, velocities } = bodiesAt(p)
  const isFixed = p.rule === 'fixed'
  return [
    'import numpy as np',
    '',
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
    'while t < T:',
    isFixed ? `    h = min(${p.delta}, T - t)` : `    h = min(${p.mu} * tau, T - t)`,
    '    xp = x + v * h + a * h**2 / 2 + j * h**3 / 6',
    '    vp = v + a * h + j * h**2 / 2',
    '    a1, j1, tau = look(xp, vp)',
    '    v1 = v + (a + a1) * h / 2 + (j - j1) * h**2 / 12',
    '    x = x + (v + v1) * h / 2 + (a - a1) * h**2 / 12',
    '    v, a, j, t = v1, a1, j1, t + h',
    'print(x)',
  ].join('\n')
}
