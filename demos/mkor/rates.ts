// Whole runs of each method with each of six rates and five seeds, so that each is compared at a rate that suits it.
import { atOnce, type Computed } from '@/contract'
import { INVERSE_UPDATES, type Variant } from '@/domains/optim/kronecker'
import { type Lane, type Row, sweep } from '@/numerics/sweep'
import type { Method, Params } from './params'
import { RATES } from './params'
import { advanceRace, startRace } from './race'

export const RATE_VALUES = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8] as const
export const SEEDS = 5
/** Length of the runs. */
export const LENGTH = 300
/** The loss at which a run counts as working. */
export const LOW = 1e-8
/** Exponents of the losses that the chart draws. */
export const RANGE = [-14, 2] as const

export type Line = 'first' | 'kfac' | Variant
export const LINES = ['first', ...(Object.keys(INVERSE_UPDATES) as Variant[]), 'kfac'] as const satisfies readonly Line[]
const methodOf = (line: Line): Method => (line === 'first' || line === 'kfac' ? line : 'mkor')

type Trial = Params & { readonly line: Line }

/** Losses at step 100 and at the end; infinite if it diverged. */
export function endOf(p: Params, line: Line): readonly [at100: number, end: number] {
  const method = methodOf(line)
  const race = startRace(p)
  let at100 = Number.POSITIVE_INFINITY
  for (let step = 1; step <= LENGTH; step++) {
    advanceRace(race, p, step, [method])
    if (race[method].lost >= 0) return [at100, Number.POSITIVE_INFINITY]
    if (step === 100) at100 = race[method].loss
  }
  return [at100, race[method].loss]
}

const lanesOf = (p: Params): Lane<Trial>[] =>
  LINES.map((line) => ({
    name: line,
    values: RATE_VALUES,
    seeds: () => SEEDS,
    params: (rate, seed) => ({
      ...p,
      line,
      [RATES[methodOf(line)]]: rate,
      variant: methodOf(line) === 'mkor' ? (line as Variant) : p.variant,
      seed: (p.seed + seed) >>> 0,
    }),
  }))

/** All that the end of a run of one line depends on. */
const keyOf = ({ line, eta, etaFirst, etaKfac, kappa, batch, gamma, inner, seed, source, most, zeta, hybrid, f }: Trial) => [
  ...[line, kappa, batch, inner, seed],
  ...(line === 'first'
    ? [etaFirst]
    : line === 'kfac'
      ? [etaKfac, gamma, f]
      : [eta, gamma, source, hybrid, zeta, zeta === 1 ? 0 : most]),
]
type End = readonly [number, number]
const kept = new Map<string, End>()

/** All runs of the layer, whatever the tab. */
export const sweepOf = (p: Params) =>
  sweep<Trial, End>(lanesOf({ ...p, tab: 'layer' }), {
    run: atOnce((trial) => endOf(trial, trial.line)),
    key: keyOf,
    kept,
  })

export const rates: Computed<Params, readonly Row<End>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 200,
  uses: ['kappa', 'batch', 'gamma', 'inner', 'seed', 'source', 'most', 'zeta', 'hybrid', 'f'],
  when: (p) => p.tab === 'layer',
  compute: (p) => sweepOf(p),
}
