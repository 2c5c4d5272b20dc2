// The method in NumPy, with the values now on screen: the marked particle, its Jacobian and singular values.
import type { Snippet } from '@/contract'
import { blobsOf, shapeOf } from './data'
import { axisOf, isInSpace, kindOf, lowOf, type Params, startOf } from './params'
import type { readouts } from './readouts'

const digits = (v: number) => String(Number(v.toPrecision(15)))
const list = (values: ArrayLike<number>) => `[${Array.from(values, digits).join(', ')}]`

/** mu [count, dim], covariances C [count, dim, dim], weights w. */
function data(p: Params): string[] {
  const shape = shapeOf(p)
  if (shape === null) {
    const { weights, means, covariances } = blobsOf(p)
    return [
      `w = np.array(${list(weights)})`,
      `mu = np.array(${list(means)}).reshape(-1, 2)`,
      `C = np.array(${list(covariances)}).reshape(-1, 2, 2)`,
    ]
  }
  const alike = (std: number) => `w, C = np.full(len(mu), 1 / len(mu)), np.tile(${std}**2 * np.eye(mu.shape[1]), (len(mu), 1, 1))`
  const code: Record<string, string[]> = {
    ring: ['k = 2 * np.pi * np.arange(120) / 120', 'mu = np.c_[np.cos(k), np.sin(k)]'],
    spiral: ['k = 2 * np.pi * np.sqrt(0.04 + 2.21 * np.arange(120) / 120)', 'mu = 0.1 * np.c_[k * np.cos(k), k * np.sin(k)]'],
    blob: ['mu = np.zeros((1, 2))'],
    sphere: [
      'k = np.arange(400) + 0.5',
      'z, turn = 1 - k / 200, np.pi * (1 + 5**0.5) * k',
      'mu = np.c_[np.sqrt(1 - z**2) * np.cos(turn), np.sqrt(1 - z**2) * np.sin(turn), z]',
    ],
    roll: [
      'row, k = np.divmod(np.arange(400), 40)',
      'turn = 2 * np.pi * np.sqrt(0.36 + 2.88 * (k + row % 2 / 2) / 40)',
      'mu = np.c_[0.095 * turn * np.cos(turn), 1.4 * ((row + 0.5) / 10 - 0.5), 0.095 * turn * np.sin(turn)]',
    ],
    circle: ['k = 2 * np.pi * np.arange(120) / 120', 'mu = np.c_[np.cos(k), np.sin(k) * np.cos(0.5), np.sin(k) * np.sin(0.5)]'],
  }
  return [...code[isInSpace(p) ? p.shape : p.data]!, alike(shape.std)]
}

function added(p: Params): string[] {
  const strength = `    strength = kappa${p.growth === 'inverse' ? ' / sigma' : ''}`
  if (kindOf(p) === 'stretch') return [strength, '    return (1 + strength) * s, (1 + strength) * H']
  if (kindOf(p) === 'rotate') return [strength, '    return s + strength * B @ s, H + strength * B @ H']
  return [
    strength,
    `    square, v = 0.6**2 + sigma**2, x - np.array(${list(p.centre)})`,
    '    chi = np.exp(-(v @ v) / (2 * square))  # r = J grad(p chi) / p',
    '    slope = -v / square * chi',
    '    bend = (np.outer(v, v) / square - np.eye(2)) * chi / square',
    '    r = strength * B @ (slope + chi * s)',
    '    return s + r, H + strength * B @ (bend + np.outer(s, slope) + chi * H)',
  ]
}
function turn(p: Params): string {
  if (!isInSpace(p)) return 'B = np.array([[0, -1], [1, 0]])  # a quarter turn'
  return `B = np.cross(np.array(${list(axisOf(p))}), np.eye(3)).T  # B v = axis x v`
}

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) =>
    [
      'import numpy as np',
      '',
      ...data(p),
      turn(p),
      `kappa, top, low, steps = ${digits(p.kappa)}, ${digits(p.top)}, ${digits(lowOf(p))}, ${p.steps}`,
      '',
      'def field(x, sigma):  # score and added field, and their Jacobian',
      '    S = C + sigma**2 * np.eye(len(x))',
      '    P = np.linalg.inv(S)',
      "    g = -np.einsum('kij,kj->ki', P, x - mu)",
      "    log = np.log(w) + np.einsum('ki,ki->k', g, x - mu) / 2 - np.log(np.linalg.det(S)) / 2",
      '    rho = np.exp(log - log.max())',
      '    rho /= rho.sum()',
      '    s = rho @ g',
      "    H = np.einsum('k,ki,kj->ij', rho, g, g) - np.einsum('k,kij->ij', rho, P) - np.outer(s, s)",
      ...added(p),
      '',
      'def slope(t, x, Y):  # of x and its Jacobian, against t = ln sigma',
      '    f, J = field(x, np.exp(t))',
      '    return -np.exp(2 * t) * f, -np.exp(2 * t) * J @ Y',
      '',
      `x = np.array(${list(startOf(p))})`,
      'Y = np.eye(len(x))',
      't, h = np.log(top), np.log(low / top) / steps',
      `for k in range(${step}):`,
      '    a, A = slope(t, x, Y)',
      ...(p.solver === 'euler'
        ? ['    x, Y, t = x + h * a, Y + h * A, t + h']
        : [
            '    b, D = slope(t + h / 2, x + h / 2 * a, Y + h / 2 * A)',
            '    c, E = slope(t + h / 2, x + h / 2 * b, Y + h / 2 * D)',
            '    d, F = slope(t + h, x + h * c, Y + h * E)',
            '    x, Y, t = x + h / 6 * (a + 2 * b + 2 * c + d), Y + h / 6 * (A + 2 * D + 2 * E + F), t + h',
          ]),
      'print(*x, *np.linalg.svd(Y)[1])',
    ].join('\n'),
  prints: (p) => (isInSpace(p) ? ['x', 'y', 'z', 's1', 's2', 's3'] : ['x', 'y', 's1', 's2']),
}
