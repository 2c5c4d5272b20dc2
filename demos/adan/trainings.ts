// Whole trainings of the network: five rates, five seeds, and the three budgets.
import type { Computed } from '@/contract'
import { type Lane as Line, type Row, sweep } from '@/numerics/sweep'
import type { Params } from './params'
import { budgetOf, isAdan, LANES, type Lane, trained } from './training'

export const NET_RATES = [0.04, 0.08, 0.16, 0.32, 0.64] as const
export const SEEDS = 5
/** The loss at which a training counts as working. */
export const LEARNED = 1e-3
/** Exponents of the losses that the chart draws. */
export const NET_RANGE = [-6, 1] as const

type Trial = Params & { readonly lane: Lane }

export const linesOf = (p: Params, seeds = SEEDS): Line<Trial>[] =>
  LANES.map((lane) => ({
    name: lane,
    values: NET_RATES,
    seeds: () => seeds,
    params: (rate, seed) => ({ ...p, lane, [isAdan(lane) ? 'netAdan' : 'netAdam']: rate, seed: (p.seed + seed) >>> 0 }),
  }))

/** All that the result of a training of one lane depends on. */
const keyOf = ({ lane, budget, seed, netAdan, netAdam, beta1, beta2, beta3, decay, decayForm, clip, difference }: Trial) => [
  ...[lane, budget, seed, decay],
  ...(isAdan(lane) ? [netAdan, beta1, beta2, beta3, decayForm, clip, difference] : [netAdam]),
]

const kept = new Map<string, number>()

export const sweepOf = (p: Params, seeds = SEEDS) =>
  sweep(linesOf(p, seeds), {
    run: (trial) => trained(trial, trial.lane),
    cost: (trial) => budgetOf(trial, trial.lane),
    key: keyOf,
    kept,
  })

export const trainings: Computed<Params, readonly Row<number>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 300,
  uses: ['budget', 'seed', 'beta1', 'beta2', 'beta3', 'decay', 'decayForm', 'clip', 'difference'],
  when: (p) => p.tab === 'net',
  compute: (p) => sweepOf(p),
}
