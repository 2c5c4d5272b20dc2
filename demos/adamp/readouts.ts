// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { growthFactor } from '@/domains/optim/normLaw'
import { runs, type State } from './model'
import { lossOf, type Method, type Params } from './params'

type One = Readout<Params, State>
type Of = One['of']

const square = (s: State, method: Method) => {
  const [x, y, z] = s[method].layer.weights as unknown as [number, number, number]
  return x * x + y * y + z * z
}
/** A number about one method; none if the method does not belong to the family on stage. */
const about =
  (method: Method, of: (s: State, p: Params) => number | null): Of =>
  (s, p) =>
    runs(p, method) ? of(s, p) : null
const part = (method: Method, axis: 0 | 1 | 2): One => ({
  label: `w${'₁₂₃'[axis]}, ${method}`,
  hidden: true,
  of: about(method, (s) => s[method].layer.weights[axis]!),
})
const step = (method: Method, label: string): One => ({
  label,
  hidden: method === 'fair',
  of: about(method, (s, p) => p.rate / square(s, method)),
})
const law = (method: Method): One => ({
  label: `effective step by the norm law, ${method}`,
  hidden: true,
  of: about(method, (s, p) => {
    const predicted = s[method].law.square
    return predicted > 0 && Number.isFinite(predicted) ? p.rate / predicted : null
  }),
})
const height = (method: Method, label: string): One => ({
  label,
  hidden: method === 'fair',
  of: about(method, (s, p) => lossOf(p).value(s[method].layer.weights) - lossOf(p).lowest),
})
const grown = (method: Method, label: string): One => ({
  label,
  digits: 3,
  hidden: method === 'plain' || method === 'fair',
  of: about(method, (s, p) => square(s, method) / p.length ** 2),
})
/** The growth of ‖w‖² over the squared lengths of all steps; decay and pull would count as growth. */
const growth = (method: Method, label: string, hidden = false): One => ({
  label,
  hidden,
  of: about(method, (s, p) => {
    const { spent } = s[method]
    return spent > 0 && p.decay === 0 && p.radial === 0 ? (square(s, method) - p.length ** 2) / spent : null
  }),
})

export const readouts = {
  momentumGrown: grown('momentum', '‖w‖² grown, with momentum'),
  projectedGrown: grown('projected', '‖w‖² grown, with projection'),
  plainGrown: grown('plain', '‖w‖² grown, without momentum'),
  growth: growth('momentum', 'growth per squared step, with momentum'),
  limit: { label: 'its limit 1 + 2β/(1 − β)', of: (_s, p) => growthFactor(p.beta) },
  projectedGrowth: growth('projected', 'growth per squared step, with projection', true),
  plainGrowth: growth('plain', 'growth per squared step, without momentum', true),
  momentumTurn: {
    label: 'turn of the last step, with momentum',
    unit: '°',
    digits: 3,
    of: (s) => (s.momentum.turned * 180) / Math.PI,
  },
  projectedTurn: {
    label: 'turn of the last step, with projection',
    unit: '°',
    digits: 3,
    of: (s) => (s.projected.turned * 180) / Math.PI,
  },
  cosine: {
    label: 'cosine of weights and gradient',
    digits: 3,
    rounding: 1e-8, // of gradients down to 1e-8 of the weights; the test compares it with 0.06
    of: (s) => (s.step > 0 ? s.projected.cosine : null),
  },
  projections: { label: 'projected steps', of: (s) => s.projected.projections },
  momentumHeight: height('momentum', 'loss above the minimum, with momentum'),
  projectedHeight: height('projected', 'loss above the minimum, with projection'),
  plainHeight: height('plain', 'loss above the minimum, without momentum'),
  fairHeight: height('fair', 'loss above the minimum, rate η/(1 − β)'),
  momentumStep: step('momentum', 'effective step, with momentum'),
  projectedStep: step('projected', 'effective step, with projection'),
  plainStep: step('plain', 'effective step, without momentum'),
  fairStep: step('fair', 'effective step, rate η/(1 − β)'),
  momentumLaw: law('momentum'),
  projectedLaw: law('projected'),
  plainLaw: law('plain'),
  fairLaw: law('fair'),
  momentumX: part('momentum', 0),
  momentumY: part('momentum', 1),
  momentumZ: part('momentum', 2),
  projectedX: part('projected', 0),
  projectedY: part('projected', 1),
  projectedZ: part('projected', 2),
  plainX: part('plain', 0),
  plainY: part('plain', 1),
  plainZ: part('plain', 2),
  fairX: part('fair', 0),
  fairY: part('fair', 1),
  fairZ: part('fair', 2),
} as const satisfies Record<string, One>
