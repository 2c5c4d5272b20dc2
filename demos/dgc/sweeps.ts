// Whole runs of all schemes for several step sizes, or for several shares sent, on five problems each.
import { atOnce, type Computed } from '@/contract'
import type { SchemeName } from '@/domains/optim/sparse'
import { type Lane, type Row, sweep } from '@/numerics/sweep'
import { NAMES, type Params } from './params'
import { advanceRace, recentLoss, startRace } from './race'

export const SEEDS = 5
/** The loss at which a run counts as working. */
export const LOW = 0.2
/** Exponents of the losses that the charts draw. */
export const RANGE = [-2, 3] as const

type Across = Params['across']
/** What is varied, and the parameters of each value. Shares are in percent. */
export const SWEEPS: Readonly<Record<Across, { values: readonly number[]; params(value: number): Partial<Params> }>> = {
  eta: { values: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2], params: (eta) => ({ eta }) },
  sent: { values: [1, 2, 5, 10, 20, 50, 100], params: (share) => ({ sparsity: 100 - share }) },
}

/** Mean of the last losses of each scheme; infinite if it diverged. */
export type Ends = Readonly<Record<SchemeName, number>>
export function endsOf(p: Params): Ends {
  const race = startRace(p)
  for (let step = 1; step <= p.steps; step++) advanceRace(race, p, step)
  const ends = NAMES.map((name) => [
    name,
    race.runners[name].lost < 0 ? recentLoss(race.runners[name]) : Number.POSITIVE_INFINITY,
  ])
  return Object.fromEntries(ends) as Ends
}

/** Problem and noise of trial `k`: the first is the one on screen. */
export const trialOf = (p: Params, k: number): Pick<Params, 'task' | 'seed'> => ({
  task: (p.task + k) >>> 0,
  seed: (p.seed + k) >>> 0,
})

const kept = new Map<string, Ends>()
/** One lane holds all schemes: they share noise and run together. */
const sweepOver = (across: Across, uses: readonly (keyof Params)[]): Computed<Params, readonly Row<Ends>[]> => ({
  kind: 'computed',
  runIn: 'worker',
  rest: 200,
  uses,
  when: (p) => p.tab === 'rates' && p.across === across,
  compute(p) {
    const { values, params } = SWEEPS[across]
    const lane: Lane<Params> = {
      name: across,
      values,
      seeds: () => SEEDS,
      params: (value, k) => ({ ...p, ...trialOf(p, k), ...params(value) }),
    }
    return sweep([lane], { run: atOnce(endsOf), key: (trial) => DECIDING.map((name) => trial[name]), kept })
  },
})

/** All that a run depends on. */
const DECIDING = [
  'eta',
  'sparsity',
  'm',
  'workers',
  'noise',
  'clip',
  'warmUp',
  'nesterov',
  'choosing',
  'steps',
  'task',
  'seed',
] as const
const except = (one: keyof Params) => DECIDING.filter((name) => name !== one)

export const byRate = sweepOver('eta', except('eta'))
export const byShare = sweepOver('sent', except('sparsity'))
