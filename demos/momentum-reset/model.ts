// W ≈ BA by Adam on both factors, and every P steps: BA = UΣVᵀ, B ← UΣ^½, A ← Σ^½Vᵀ, m = v = 0. Four runs with either trick, both or none, beside Adam
// on the whole matrix and GaLore; all from the same product, with the same noise.
import type { Stepped } from '@/contract'
import { ADAM, type AdamSettings, adam } from '@/domains/optim/adaptive'
import {
  errorSlope,
  type FullRank,
  factorSlopes,
  type Galore,
  type LowRank,
  lossOf,
  perform,
  productOf,
  recovered,
  startFull,
  startGalore,
  startLowRank,
  stepFull,
  stepGalore,
  stepLowRank,
} from '@/domains/optim/lowRank'
import { type Memory, startMemory } from '@/domains/optim/rules'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { isEvent, LANES, type Lane, type Params, SIZE, TRICKS, type Whole } from './params'
import { problemOf } from './problem'

export { type Params, params } from './params'

export interface State {
  step: number
  readonly noise: Stream
  readonly lanes: Readonly<Record<Lane, LowRank>>
  readonly full: FullRank
  readonly galore: Galore
  readonly losses: Record<Lane | Whole, number>
}

/**
 * Adam's next steps of both factors by the exact gradient, in units of the rate; and those of an Adam without memory: one rate downhill in each entry.
 */
export interface Push {
  readonly stepB: Float64Array
  readonly stepA: Float64Array
  readonly freshB: Float64Array
  readonly freshA: Float64Array
}
export interface Frame {
  /** Of each run B, A, and Adam's next step; the pictures show the run that the switches choose. */
  lanes: Readonly<Record<Lane, { readonly b: Float64Array; readonly a: Float64Array; readonly push: Push }>>
}

const adamOf = memoized((p: Params): AdamSettings => ({ ...ADAM, rate: p.eta, beta1: p.beta1 }))

const ENTRIES = SIZE * SIZE
const noise = new Float64Array(ENTRIES) // these hold nothing between two calls
const slope = new Float64Array(ENTRIES)

const spare = startMemory(adam, ENTRIES)
/** Writes the step that Adam would take with these slopes, and leaves the memory unchanged. */
function nextStep(slopes: Float64Array, { steps, powers, kept }: Memory, settings: AdamSettings, out: Float64Array): void {
  spare.steps = steps
  spare.powers.set(powers)
  for (const [k, values] of kept.entries()) spare.kept[k]!.set(values)
  out.fill(0)
  adam.step(out, slopes, spare, settings)
}

export const startPush = (size: number): Push => ({
  stepB: new Float64Array(size),
  stepA: new Float64Array(size),
  freshB: new Float64Array(size),
  freshA: new Float64Array(size),
})
export function writePush(lane: LowRank, p: Params, out: Push): void {
  const { stepB, stepA, freshB, freshA } = out
  factorSlopes(problemOf(p), lane, freshB, freshA)
  const settings = { ...adamOf(p), rate: recovered(lane.since < 0 ? lane.since : lane.since + 1, p.recovery) }
  nextStep(freshB, lane.memoryB, settings, stepB)
  nextStep(freshA, lane.memoryA, settings, stepA)
  for (const fresh of [freshB, freshA]) for (let k = 0; k < fresh.length; k++) fresh[k] = -Math.sign(fresh[k]!)
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    const problem = problemOf(p)
    const lane = () => startLowRank(SIZE, SIZE, p.r, problem.b, problem.a)
    const lanes = { none: lane(), reset: lane(), refactor: lane(), both: lane() }
    const product = new Float64Array(ENTRIES)
    productOf(lanes.none, product)
    const loss = errorSlope(problem, product, slope)
    return {
      step: 0,
      noise: stream(p.seed, 'noise'),
      lanes,
      full: startFull(product),
      galore: startGalore(product, SIZE, SIZE, p.r),
      losses: { none: loss, reset: loss, refactor: loss, both: loss, full: loss, galore: loss },
    }
  },
  step(s, p) {
    const { lanes, losses, full, galore } = s
    const problem = problemOf(p)
    const adamSettings = adamOf(p)
    const added = p.noise > 0 ? noise : null
    if (added !== null) for (let k = 0; k < ENTRIES; k++) added[k] = p.noise * steadyNormal(s.noise)
    const isRefreshed = s.step === 0 || isEvent(s.step, p)
    s.step++
    for (const name of LANES) {
      const lane = lanes[name]
      stepLowRank(problem, lane, adamSettings, p.recovery, added)
      if (isEvent(s.step, p)) perform(lane, TRICKS[name])
      losses[name] = lossOf(problem, lane)
    }
    stepFull(problem, full, adamSettings, added)
    losses.full = errorSlope(problem, full.weights, slope)
    stepGalore(problem, galore, adamSettings, isRefreshed, added)
    losses.galore = errorSlope(problem, galore.weights, slope)
  },
  frame({ lanes }, p) {
    const of = (name: Lane) => {
      const lane = lanes[name]
      const push = startPush(lane.b.length)
      writePush(lane, p, push)
      return { b: lane.b.slice(), a: lane.a.slice(), push }
    }
    return { lanes: { none: of('none'), reset: of('reset'), refactor: of('refactor'), both: of('both') } }
  },
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => Math.max(8, p.steps / 12),
}
