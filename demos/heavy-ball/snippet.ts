// The method in a dozen lines of NumPy, with the current values.
import type { Snippet } from '@/contract'
import { pythonOf } from '@/domains/optim/python'
import { compiledFormula, hasFormula, type Program } from '@/numerics/formula'
import type { Params } from './params'
import type { readouts } from './readouts'

const surfaces: Record<Params['objective'], (p: Params) => string[]> = {
  quadratic: (p) => [
    `kappa, phi = ${p.kappa}, np.radians(${p.phi})`,
    'axes = np.array([[np.cos(phi), -np.sin(phi)], [np.sin(phi), np.cos(phi)]])',
    'A = axes @ np.diag([1, kappa]) @ axes.T',
    '',
    'def gradient(w):',
    '    return A @ w',
  ],
  rosenbrock: () => [
    'def gradient(w):',
    '    x, y = w',
    '    return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])',
  ],
  piecewise: () => [
    'def gradient(w):',
    '    x, y = w',
    '    return np.array([25 * x if x < 1 else x + 24 if x < 2 else 25 * x - 24, y])',
  ],
  own(p) {
    if (!hasFormula(p.formula)) return ['# f(x, y) cannot be read yet', 'def gradient(w):', '    return np.zeros(2)']
    const { gradient } = compiledFormula(p.formula)
    const [dx, dy] = gradient.map((program: Program) => pythonOf(program, ['x', 'y']))
    return [
      `# f(x, y) = ${p.formula.replace(/\s+/g, ' ')}`,
      'def gradient(w):',
      '    x, y = w',
      `    return np.array([${dx}, ${dy}])`,
    ]
  },
}

const code = (p: Params, step: number): string =>
  [
    'import numpy as np',
    '',
    `alpha, beta = ${p.alpha}, ${p.beta}`,
    ...surfaces[p.objective](p),
    '',
    `w, z = np.array([${p.start.join(', ')}]), np.zeros(2)`,
    `for k in range(${step}):`,
    '    z = beta * z + gradient(w)',
    '    w = w - alpha * z',
    'print(*w)',
  ].join('\n')

export const snippet: Snippet<Params, keyof typeof readouts> = { code, prints: () => ['ballX', 'ballY'] }
