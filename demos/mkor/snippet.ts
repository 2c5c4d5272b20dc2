// The method in NumPy, with the current values.
import type { Snippet } from '@/contract'
import type { Variant } from '@/domains/optim/kronecker'
import type { Params } from './params'
import { longAxis } from './problem'
import { BLOCK } from './race'
import type { readouts } from './readouts'

const updates: Readonly<Record<Variant, readonly string[]>> = {
  exact: ['    u = M @ v', '    M = (M - (1 - gamma) * np.outer(u, u) / (gamma + (1 - gamma) * v @ u)) / gamma'],
  released: ['    M = gamma * M + (1 - gamma) * np.eye(len(v))', '    u = M @ v', '    M = M - np.outer(u, u) / (1 + v @ u)'],
  printed: [
    '    u = M @ v  # as the algorithm figure has it: no inverse',
    '    M = gamma * M + (1 - gamma) / (gamma**2 * (1 + gamma * (1 - gamma) * v @ u)) * np.outer(u, u)',
  ],
}

const problem = (p: Params): string[] => {
  if (p.tab !== 'plane')
    return [
      'axes = np.linalg.qr(rng.standard_normal((6, 6)))[0].T',
      `spread = ${p.kappa} ** (-np.arange(6) / 5)`,
      'W_star = rng.standard_normal((3, 6))',
      'W = np.zeros((3, 6))',
    ]
  const [x, y, length] = longAxis(p)
  return [
    `axes = np.array([[${x}, ${y}], [${-y}, ${x}]])`,
    `spread = ${length}**2 * np.array([1, 1 / ${p.kappa}])`,
    'W_star = np.zeros((1, 2))',
    `W = np.array([[${p.start.join(', ')}]])`,
  ]
}
const inner = (p: Params): string[] =>
  p.inner === 'momentum'
    ? ['    V = 0.9 * V + U', '    W = W - eta * V']
    : [
        '    V = 0.9 * V + 0.1 * U',
        '    S = 0.999 * S + 0.001 * U**2',
        '    W = W - eta * V / (1 - 0.9**(k + 1)) / (np.sqrt(S / (1 - 0.999**(k + 1))) + 1e-8)',
      ]
const hybrid = [
  '    block += (E**2).sum()',
  `    if (k + 1) % ${BLOCK} == 0:  # MKOR-H: has the loss fallen more than in the block before?`,
  '        new = before / block if before > 0 and block > 0 else 0',
  `        first_order = first_order or (k + 1 > ${2 * BLOCK} and new <= fall)`,
  '        fall, before, block = new, block, 0',
]

export const snippet: Snippet<Params, keyof typeof readouts> = {
  code: (p, step) =>
    [
      'import numpy as np',
      '',
      `rng = np.random.default_rng(${p.seed})  # other random numbers than on the page`,
      `eta, gamma, b = ${p.eta}, ${p.gamma}, ${p.batch}`,
      ...problem(p),
      '',
      'def take_in(M, v):',
      ...updates[p.variant],
      ...(p.zeta === 1
        ? []
        : [`    if abs(M).max() > ${p.most}:`, `        M = ${p.zeta} * M + (1 - ${p.zeta}) * np.eye(len(v))`]),
      '    return M',
      '',
      'L, R = np.eye(W.shape[0]), np.eye(W.shape[1])  # the inverses',
      'V = S = 0 * W',
      ...(p.hybrid ? ['first_order, fall, before, block = False, 0, 0, 0'] : []),
      `for k in range(${step}):`,
      '    X = axes.T @ (np.sqrt(spread)[:, None] * rng.standard_normal((W.shape[1], b)))',
      '    E = (W - W_star) @ X',
      '    G = E @ X.T / b',
      ...(p.source === 'mean' ? ['    g, a = E.mean(1), X.mean(1)'] : ['    g, a = E[:, 0], X[:, 0]']),
      '    L, R = take_in(L, g), take_in(R, a)',
      p.hybrid ? '    U = G if first_order else L @ G @ R' : '    U = L @ G @ R',
      '    U = U * np.linalg.norm(G) / np.linalg.norm(U)',
      ...(p.hybrid ? hybrid : []),
      ...inner(p),
      'D = (W - W_star) @ axes.T',
      'print((spread * D**2).sum() / 2)',
    ].join('\n'),
  prints: () => ['mkorLoss'],
  random: () => true,
}
