// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { fence, stepsTo, worstRate } from '@/domains/optim/heavyBallTheory'
import { height, remaining } from '@/domains/optim/objectives'
import { ARRIVED, errorsOf, type Method, type State } from './model'
import { curvaturesAt, isStraight, objectiveOf, type Params } from './params'

type Of = Readout<Params, State>['of']

const asStep = (step: number) => (step < 0 ? null : step)
const rateOf = (p: Params) => (isStraight(p) ? worstRate(p.alpha, p.beta, [1, p.kappa]) : null)

/** A number about one method; none after it diverged, or if the surface has none. */
const alive =
  (method: Method, of: (s: State, p: Params) => number): Of =>
  (s, p) => {
    if (s[method].lost >= 0) return null
    const value = of(s, p)
    return Number.isFinite(value) ? value : null
  }
const placeOf = ({ at }: State[Method]) => at as unknown as [x: number, y: number]
const heightOf = (method: Method) => alive(method, (s, p) => height(objectiveOf(p), ...placeOf(s[method])))
const distanceOf = (method: Method) => alive(method, (s, p) => remaining(objectiveOf(p), ...placeOf(s[method])))
const xOf = (method: Method) => alive(method, (s) => s[method].at[0]!)
const yOf = (method: Method) => alive(method, (s) => s[method].at[1]!)
const errorOf = (part: 0 | 1) => alive('ball', (s, p) => (isStraight(p) ? errorsOf(s, p)[part] : Number.NaN))
const curvatureOf = (part: 0 | 1) =>
  alive('ball', (s, p) => curvaturesAt(objectiveOf(p), ...placeOf(s.ball))?.[part] ?? Number.NaN)

export const readouts = {
  rate: { label: 'rate of the slowest direction', symbol: '\\rho', of: (_s, p) => rateOf(p) },
  predicted: {
    label: 'steps to a millionth, predicted',
    digits: 3,
    none: 'none',
    of: (_s, p) => stepsTo(ARRIVED, rateOf(p) ?? 1),
  },
  arrived: { label: 'steps to a millionth, heavy ball', none: 'not yet', of: (s) => asStep(s.ball.arrived) },
  descentArrived: { label: 'steps to a millionth, gradient descent', none: 'not yet', of: (s) => asStep(s.descent.arrived) },
  nesterovArrived: { label: 'steps to a millionth, Nesterov', none: 'not yet', of: (s) => asStep(s.nesterov.arrived) },
  fence: {
    label: 'largest stable step size',
    symbol: '\\alpha_{\\mathrm{max}}',
    of: (_s, p) => (isStraight(p) ? fence(p.beta) / p.kappa : null),
  },

  ballHeight: { label: 'height, heavy ball', none: 'flew off', of: heightOf('ball') },
  descentHeight: { label: 'height, gradient descent', none: 'flew off', of: heightOf('descent') },
  nesterovHeight: { label: 'height, Nesterov', none: 'flew off', of: heightOf('nesterov') },
  ballLost: { label: 'heavy ball flew off at step', none: 'not yet', of: (s) => asStep(s.ball.lost) },
  descentLost: { label: 'gradient descent flew off at step', none: 'not yet', of: (s) => asStep(s.descent.lost) },
  nesterovLost: { label: 'Nesterov flew off at step', none: 'not yet', of: (s) => asStep(s.nesterov.lost) },
  curvatureFlat: { label: 'least curvature under the ball', of: curvatureOf(0) },
  curvatureSteep: { label: 'largest curvature under the ball', of: curvatureOf(1) },

  ballX: { label: 'x, heavy ball', hidden: true, of: xOf('ball') },
  ballY: { label: 'y, heavy ball', hidden: true, of: yOf('ball') },
  descentX: { label: 'x, gradient descent', hidden: true, of: xOf('descent') },
  descentY: { label: 'y, gradient descent', hidden: true, of: yOf('descent') },
  nesterovX: { label: 'x, Nesterov', hidden: true, of: xOf('nesterov') },
  nesterovY: { label: 'y, Nesterov', hidden: true, of: yOf('nesterov') },
  ballDistance: { label: 'distance, heavy ball', hidden: true, of: distanceOf('ball') },
  descentDistance: { label: 'distance, gradient descent', hidden: true, of: distanceOf('descent') },
  nesterovDistance: { label: 'distance, Nesterov', hidden: true, of: distanceOf('nesterov') },
  errorFlat: { label: 'error along the floor, heavy ball', hidden: true, of: errorOf(0) },
  errorSteep: { label: 'error across, heavy ball', hidden: true, of: errorOf(1) },
} satisfies Record<string, Readout<Params, State>>
