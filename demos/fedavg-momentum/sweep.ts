// Whole runs for several β, or several degrees of heterogeneity: the final error of each method.
import { atOnce, type Computed } from '@/contract'
import { type Lane, type Row, sweep } from '@/numerics/sweep'
import { endOf } from './model'
import { isRandom, type Method, type Params } from './params'

export const BETAS: readonly number[] = [0.01, 0.014, 0.02, 0.03, 0.042, 0.06, 0.1, 0.14, 0.2, 0.3, 0.42, 0.6, 1]
export const DEGREES: readonly number[] = Array.from({ length: 12 }, (_, k) => 0.25 * (k + 1))
const SEEDS = 8

/** Methods of the sweep. */
export const LANES = ['fedavg', 'fedavgM', 'scaffold', 'scaffoldM'] as const satisfies readonly Method[]

type Trial = Params & { readonly method: Method }

const lanesOf = (p: Params): Lane<Trial>[] =>
  LANES.map((method) => ({
    name: method,
    values: p.across === 'beta' ? (method === 'fedavg' || method === 'scaffold' ? [1] : BETAS) : DEGREES,
    seeds: () => (isRandom(p) ? SEEDS : 1),
    params: (value, seed) => ({ ...p, method, [p.across]: value, seed: (p.seed + seed) >>> 0 }),
  }))

const kept = new Map<string, number>()
const COUNTS = [
  'method',
  'beta',
  'h',
  'local',
  'eta',
  'gamma',
  'm',
  'sigma',
  'reduced',
  'curvature',
  'rounds',
  'seed',
  'start',
] as const
const PLACES = ['b1', 'b2', 'b3', 'b4', 'b5'] as const

export const ends: Computed<Params, readonly Row<number>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 150,
  uses: [...COUNTS.filter((key) => key !== 'method'), ...PLACES, 'across'],
  when: (p) => p.tab === 'plane',
  compute: (p) =>
    sweep(lanesOf({ ...p, tab: 'plane' }), {
      run: atOnce((trial) => endOf(trial, trial.method)),
      key: (trial) => [...COUNTS, ...PLACES].map((key) => (key === 'seed' && !isRandom(trial) ? 0 : trial[key])),
      kept,
    }),
}
