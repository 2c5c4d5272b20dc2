// Numbers recorded at every layer: the table, the curves, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import { calmerBeyond, restlessness } from '@/domains/optim/experts'
import { fence } from '@/domains/optim/heavyBallTheory'
import { changedShare, elsewhereShare, type Method, medianSlope, type Stack, type State, settledShare, tokenSlope } from './model'
import { eigenvaluesOf, type Params } from './params'

type One = Readout<Params, State>

const NAMES: Readonly<Record<Method, string>> = { smoe: 'SMoE', momentum: 'MomentumSMoE', adam: 'AdamSMoE' }
const ROUNDING = 1e-13 // of slopes and distances of size 1
const ofStack = (method: Method, label: string, of: (stack: Stack, s: State) => number | null, more: Partial<One> = {}): One => ({
  label: `${label}, ${NAMES[method]}`,
  digits: 3,
  ...more,
  of: (s) => of(s[method], s),
})
const slope = (method: Method) => ofStack(method, 'median slope of the cloud', medianSlope, { rounding: ROUNDING })
const token = (method: Method) => ofStack(method, 'slope at the watched token', tokenSlope, { rounding: ROUNDING })
const percent = (share: number | null) => (share === null ? null : 100 * share)
const settled = (method: Method) => ofStack(method, 'settled', (stack) => percent(settledShare(stack)), { unit: '%' })
const changed = (method: Method) =>
  ofStack(method, 'ask other experts than a layer before', (stack) => percent(changedShare(stack)), { unit: '%' })
const elsewhere = (method: Method) =>
  ofStack(method, 'pushed tokens not where they would be', (stack, s) => percent(elsewhereShare(stack, s.pushed)), { unit: '%' })
const path = (method: Method): VectorReadout<Params, State> => ({
  label: `watched token, ${NAMES[method]}`,
  hidden: true,
  size: () => 2,
  write: (s, _, out) => {
    out[0] = s[method].at[0]!
    out[1] = s[method].at[1]!
  },
})
const coordinate = (method: Method, axis: 0 | 1): One =>
  ofStack(method, axis === 0 ? 'x' : 'y', (stack) => stack.at[axis]!, { hidden: true })
const ofParams = (label: string, of: (p: Params) => number, more: Partial<One> = {}): One => ({
  label,
  digits: 3,
  ...more,
  of: (_, p) => of(p),
})
const finite = (value: number) => (Number.isFinite(value) ? value : null)

/** γ times the largest curvature of all experts. */
export const steepest = (p: Params): number => p.gamma * Math.max(...eigenvaluesOf(p).map(([, high]) => high))
/** γσ along the steep direction of expert 1. */
export const reachOf = (p: Pick<Params, 'gamma' | 'sigma'>): number => p.gamma * p.sigma

export const readouts = {
  settledSmoe: settled('smoe'),
  settledMomentum: settled('momentum'),
  settledAdam: settled('adam'),
  slopeSmoe: slope('smoe'),
  slopeMomentum: slope('momentum'),
  slopeAdam: slope('adam'),
  tokenSmoe: token('smoe'),
  tokenMomentum: token('momentum'),
  changedSmoe: changed('smoe'),
  changedMomentum: changed('momentum'),
  changedAdam: changed('adam'),
  elsewhereSmoe: elsewhere('smoe'),
  elsewhereMomentum: elsewhere('momentum'),
  elsewhereAdam: elsewhere('adam'),
  limit: ofParams('predicted limit of γσ with momentum', ({ mu }) => fence(mu)),
  steepest: ofParams('γσ of the steepest expert', steepest),
  reach: ofParams('γσ of expert 1', reachOf),
  calmer: ofParams('γσ beyond which momentum is calmer', ({ mu }) => calmerBeyond(mu)),
  restSmoe: {
    label: 'variance from noise of variance 1, SMoE',
    digits: 3,
    none: 'grows without end',
    of: (_, p) => finite(restlessness(reachOf(p), 0)),
  },
  restMomentum: {
    label: 'variance from noise of variance 1, MomentumSMoE',
    digits: 3,
    none: 'grows without end',
    of: (_, p) => finite(restlessness(reachOf(p), p.mu)),
  },
  lineSmoe: { label: 'distance along the line, SMoE', hidden: true, rounding: ROUNDING, of: ({ line }) => line[0]! },
  lineMomentum: {
    label: 'distance along the line, MomentumSMoE',
    hidden: true,
    rounding: ROUNDING,
    of: ({ line }) => line[2]!,
  },
  smoePath: path('smoe'),
  momentumPath: path('momentum'),
  adamPath: path('adam'),
  smoeX: coordinate('smoe', 0),
  smoeY: coordinate('smoe', 1),
  momentumX: coordinate('momentum', 0),
  momentumY: coordinate('momentum', 1),
} as const satisfies Record<string, One | VectorReadout<Params, State>>
