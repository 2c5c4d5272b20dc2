// What a visitor may change, and what follows from these values alone.
import { choice, formula, integer, number, type ParamsOf, point, toggle } from '@/contract'
import { type Objective, own, piecewise, quadratic, rosenbrock } from '@/domains/optim/objectives'
import { memoized } from '@/memoized'
import { eigenvalues2, symmetric2 } from '@/numerics/matrix2'

export const params = {
  alpha: number({
    label: 'step size',
    symbol: '\\alpha',
    doc: 'How far one unit of slope moves the ball. Too large, and it flies off.',
    default: 0.02,
    min: 1e-4,
    max: 4,
    scale: 'log',
    hard: [1e-6, 4],
    was: ['eta'],
  }),
  beta: number({
    label: 'momentum',
    symbol: '\\beta',
    doc: 'The share of its motion that the ball keeps each step. At 0 it is gradient descent.',
    default: 0.8,
    min: 0,
    max: 0.999,
    step: 0.001,
    hard: [0, 1.2],
  }),
  kappa: number({
    label: 'steepest : flattest',
    symbol: '\\kappa',
    doc: 'How many times steeper the valley is across than along. The flat curvature is 1.',
    default: 10,
    min: 1,
    max: 1000,
    scale: 'log',
    hard: [1, 1e6],
    when: { objective: 'quadratic' },
  }),
  phi: number({
    label: 'turn the valley',
    symbol: '\\varphi',
    unit: '°',
    doc: 'Direction of the valley floor. It decides how much of the way to the bottom runs along it.',
    default: 30,
    min: 0,
    max: 180,
    step: 1,
    when: { objective: 'quadratic' },
  }),
  start: point({
    label: 'start',
    symbol: 'w_0',
    doc: 'Where all three methods begin, at rest.',
    // Unlike the card's (1.5, 1), which is 4° off the floor of a valley turned by 30°, where all paths look alike.
    default: [-1.5, 1],
    min: [-4, -4],
    max: [4, 4],
    step: 0.01,
  }),
  objective: choice({
    label: 'surface',
    doc: 'The function to go down on.',
    group: 'Surface',
    options: { quadratic: 'straight valley', rosenbrock: 'Rosenbrock', piecewise: 'three pieces', own: 'your own f(x, y)' },
    default: 'quadratic',
  }),
  formula: formula({
    label: 'f(x, y)',
    doc: 'Any formula in x and y. Its slopes are found exactly.',
    group: 'Surface',
    default: 'x^4/4 - x^2/2 + x*y/2 + y^2',
    variables: ['x', 'y'],
    when: { objective: 'own' },
  }),
  steps: integer({ label: 'steps', doc: 'Length of the run.', group: 'Run', default: 150, min: 20, max: 400, hard: [1, 4000] }),
  baselines: choice({
    label: 'tuning of the others',
    doc: 'Whether gradient descent and Nesterov share α and β with the ball, or each has its own best ones.',
    group: 'Run',
    options: { same: 'same α as the ball', best: 'each at its own best' },
    default: 'same',
    when: { objective: ['quadratic', 'piecewise'] },
  }),
  ball: toggle({ label: 'heavy ball', doc: 'Draw the heavy ball.', group: 'Run', default: true, affects: 'view' }),
  descent: toggle({
    label: 'gradient descent',
    doc: 'Draw gradient descent: the ball without momentum.',
    group: 'Run',
    default: true,
    affects: 'view',
  }),
  nesterov: toggle({
    label: 'Nesterov',
    doc: 'Draw Nesterov: it takes the slope at the place to which its motion would carry it.',
    group: 'Run',
    default: true,
    affects: 'view',
  }),
  chart: choice({
    label: 'curves',
    doc: 'What the lower chart shows.',
    group: 'Show',
    affects: 'view',
    options: { height: 'height of every method', parts: 'the ball in parts' },
    default: 'height',
  }),
  dot: choice({
    label: 'roots of',
    doc: 'Which dot the unit circle explains.',
    group: 'Show',
    affects: 'view',
    when: { objective: 'quadratic' },
    options: { worst: 'the slowest dot', flat: 'the flat direction', steep: 'the steep direction' },
    default: 'worst',
  }),
  axes: choice({
    label: 'axes of the map',
    doc: 'The same map in the words of an optimizer or of a diffusion sampler.',
    group: 'Show',
    affects: 'view',
    when: { objective: 'quadratic' },
    options: { optimizer: 'optimizer: αλ and β', sampler: 'sampler: δ|λ| and 1 − β' },
    default: 'optimizer',
  }),
}
export type Params = ParamsOf<typeof params>

export const isStraight = (p: Params): boolean => p.objective === 'quadratic'

const surfaces: Record<Params['objective'], (p: Params) => Objective> = {
  quadratic: (p) => quadratic(...symmetric2(1, p.kappa, (p.phi * Math.PI) / 180)), // curvature 1 along φ, κ across
  rosenbrock: () => rosenbrock,
  piecewise: () => piecewise,
  own: (p) => own(p.formula),
}

/** The surface of these parameters. */
export const objectiveOf = memoized((p: Params): Objective => surfaces[p.objective](p))

const hessian = [0, 0, 0]

/** Eigenvalues of the Hessian at a place, ascending; null if there is none. */
export function curvaturesAt(f: Objective, x: number, y: number): readonly [flat: number, steep: number] | null {
  f.hessian(x, y, hessian)
  const values = eigenvalues2(hessian[0]!, hessian[1]!, hessian[2]!)
  return Number.isFinite(values[0]) && Number.isFinite(values[1]) ? values : null
}

/** Least and largest curvature: of the whole surface, or for Rosenbrock only at the bottom; null if they are unknown. */
export function curvatureBounds(p: Params): readonly [low: number, high: number] | null {
  if (isStraight(p)) return [1, p.kappa]
  const f = objectiveOf(p)
  return f.minimum && curvaturesAt(f, ...f.minimum)
}
