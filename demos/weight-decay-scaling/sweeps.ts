// Whole runs for several widths and rules of the decay: of one matrix until it has come to rest, and of the network; and losses over learning rates.
import type { Computed } from '@/contract'
import { powerLaw } from '@/numerics/regression'
import { topSingular } from '@/numerics/singular'
import { bands, type Lane, type Row, sweep } from '@/numerics/sweep'
import { FITTED } from './ideal'
import { advanceMatrix, sizeFrom, startMatrix } from './matrix'
import { type Layer, type Trained, trained } from './network'
import { decayAt, type Params, rateAt, relaxationAt, SETTLED, widthOf } from './params'

/** Rules of the decay that are always compared, and the one with exponent q if it is chosen. */
export const RULES = ['constant', 'root', 'linear'] as const
export type Rule = Params['lambdaRule']
export const rulesOf = ({ lambdaRule }: Pick<Params, 'lambdaRule'>): Rule[] =>
  lambdaRule === 'power' ? [...RULES, 'power'] : [...RULES]

const withWidth = (p: Params, d: number): Params => ({ ...p, d: String(d) as Params['d'] })
/** All that the run of a matrix depends on. */
const steppedBy = (p: Params) => [p.d, rateAt(p, widthOf(p)), decayAt(p, widthOf(p)), p.beta1, p.beta2, p.seed]

export const lanesOf = (
  p: Params,
  rules: readonly Rule[],
  widths: readonly number[],
  seeds: (d: number) => number,
): Lane<Params>[] =>
  rules.map((lambdaRule) => ({
    name: lambdaRule,
    values: widths,
    seeds,
    params: (d, seed) => ({ ...withWidth(p, d), lambdaRule, seed: (p.seed + seed) >>> 0 }),
  }))

/** The exponent of a number over the widths of a rule. */
export const exponentOf = <E>(rows: readonly Row<E>[], rule: string, of: (end: E) => number): number => {
  const { values, median } = bands(rows, rule, of)
  return powerLaw(values, median).slope
}
/** Largest over least of a number over the widths of a rule. */
export function spreadOf<E>(rows: readonly Row<E>[], rule: string, of: (end: E) => number): number {
  const { median } = bands(rows, rule, of)
  return Math.max(...median) / Math.min(...median)
}
const finite = (value: number) => (Number.isFinite(value) ? value : null)

export interface Rest {
  top: number
  size: number
  /** Whether it had time to come to rest. */
  settled: boolean
}
const MOST_STEPS = 2400
const LEAST_STEPS = 60
const MATRICES = 128 // small ones are run more often, because they vary more

/** A matrix that begins at 0, run for three relaxation times. */
export function* rested(p: Params): Generator<number, Rest, void> {
  const wanted = SETTLED * relaxationAt(p, widthOf(p))
  const steps = Math.ceil(Math.min(Math.max(wanted, LEAST_STEPS), MOST_STEPS))
  const from0 = { ...p, init: 0 }
  const s = startMatrix(from0)
  const pause = Math.max(1, Math.round(200_000 / widthOf(p) ** 2)) // some 10 ms
  for (let k = 0; k < steps; k++) {
    advanceMatrix(s, from0)
    if (k % pause === pause - 1) yield k / steps
  }
  const top = topSingular(s.weights, widthOf(p), widthOf(p), s.direction, new Float64Array(widthOf(p)), 100, 1e-6)
  return { top, size: sizeFrom(s, from0, 0), settled: wanted <= MOST_STEPS }
}

const keptRests = new Map<string, Rest>()
const topOfRest = ({ top }: Rest) => top
export const widths: Computed<Params, readonly Row<Rest>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 150,
  uses: ['eta', 'lambda', 'etaRule', 'lambdaRule', 'q', 'alpha', 'beta1', 'beta2', 'seed'],
  when: (p) => p.tab === 'widths',
  summary: {
    widthsExponent: {
      label: 'exponent of the top singular value, measured',
      digits: 2,
      of: (rows, p) => finite(exponentOf(rows, p.lambdaRule, topOfRest)),
    },
    widthsSpread: {
      label: 'largest top singular value, of the smallest',
      digits: 3,
      of: (rows, p) => finite(spreadOf(rows, p.lambdaRule, topOfRest)),
    },
  },
  compute: (p) =>
    sweep(
      lanesOf(p, rulesOf(p), FITTED, (d) => MATRICES / d),
      {
        run: rested,
        cost: (trial) => widthOf(trial) ** 2 * Math.min(relaxationAt(trial, widthOf(trial)), MOST_STEPS / SETTLED),
        key: (trial) => [...steppedBy(trial), trial.alpha],
        kept: keptRests,
        inOrder: true,
      },
    ),
}

const trainingCost = (p: Params) => widthOf(p) ** 2 + 2000
const keptTrained = new Map<string, Trained>()
const keyOfTraining = (p: Params) => [...steppedBy(p), p.init, p.updates]
const learned = { run: trained, cost: trainingCost, key: keyOfTraining, kept: keptTrained, inOrder: true }

export const topOf =
  (layer: Layer) =>
  ({ tops }: Trained): number =>
    tops[layer]
export const gainOf =
  (layer: Layer) =>
  ({ gains }: Trained): number =>
    gains[layer]
/** The number that is drawn. */
export const drawnOf = ({ shown, layer }: Pick<Params, 'shown' | 'layer'>) => (shown === 'top' ? topOf(layer) : gainOf(layer))

export const layers: Computed<Params, readonly Row<Trained>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 300,
  uses: ['eta', 'lambda', 'etaRule', 'lambdaRule', 'q', 'beta1', 'beta2', 'init', 'updates', 'seed'],
  when: (p) => p.tab === 'network',
  summary: {
    netConstant: {
      label: 'spread over widths, same decay',
      digits: 3,
      of: (rows, p) => finite(spreadOf(rows, 'constant', drawnOf(p))),
    },
    netRoot: { label: 'spread over widths, decay as √d', digits: 3, of: (rows, p) => finite(spreadOf(rows, 'root', drawnOf(p))) },
    netLinear: {
      label: 'spread over widths, decay as d',
      digits: 3,
      of: (rows, p) => finite(spreadOf(rows, 'linear', drawnOf(p))),
    },
    netExponent: {
      label: 'exponent over widths, by the rule chosen',
      digits: 2,
      of: (rows, p) => finite(exponentOf(rows, p.lambdaRule, drawnOf(p))),
    },
  },
  compute: (p) =>
    sweep(
      lanesOf(p, rulesOf(p), FITTED, () => 1),
      learned,
    ),
}

export const RATES = [0.02, 0.04, 0.08, 0.16, 0.32] as const
/** Widths whose losses are compared. */
export const COMPARED = [16, 32, 64] as const
export const SEEDS = 3
/** The rate at which losses of two widths are compared. */
export const APART_AT = 0.16
export const rateLane = (p: Params, d: number, values: readonly number[] = RATES): Lane<Params> => ({
  name: String(d),
  values,
  seeds: () => SEEDS,
  params: (eta, seed) => ({ ...withWidth(p, d), eta, seed: (p.seed + seed) >>> 0 }),
})
export const rates: Computed<Params, readonly Row<Trained>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 300,
  uses: ['lambda', 'etaRule', 'lambdaRule', 'q', 'beta1', 'beta2', 'init', 'updates', 'seed'],
  when: (p) => p.tab === 'rates',
  summary: {
    apart: {
      label: `loss at η₀ = ${APART_AT}, width 64 minus width 16`,
      digits: 2,
      of: (rows) => finite(apartAt(rows, APART_AT)),
    },
  },
  compute: (p) =>
    sweep(
      COMPARED.map((d) => rateLane(p, d)),
      { ...learned, inOrder: false },
    ),
}
/** Final results of the trainings of a lane, without the others of its chart. */
export function endsOf({ name, values, seeds = () => 1, params }: Lane<Params>): Row<Trained>[] {
  const endOf = (trial: Params) => {
    const work = trained(trial)
    for (;;) {
      const next = work.next()
      if (next.done) return next.value
    }
  }
  return values.map((value) => ({
    lane: name,
    value,
    ends: Array.from({ length: seeds(value) }, (_, seed) => endOf(params(value, seed))),
  }))
}

/** Median loss of width 64 minus that of width 16. */
export function apartAt(rows: readonly Row<Trained>[], rate: number): number {
  const lossAt = (d: number) => {
    const { values, median } = bands(rows, String(d), ({ loss }) => loss)
    return median[values.indexOf(rate)] ?? Number.NaN
  }
  return lossAt(64) - lossAt(16)
}

export const isSettled = (p: Params, d: number, steps: number): boolean => steps >= SETTLED * relaxationAt(p, d)
