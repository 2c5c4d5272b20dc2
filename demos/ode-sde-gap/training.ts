// Networks with three weights of the residual and several seeds, trained while one looks.
import type { Computed } from '@/contract'
import { median } from '@/numerics/regression'
import { type Row, sweep } from '@/numerics/sweep'
import { type Learned, learned, type TrainingParams } from './network'
import type { Params } from './params'

/** Weights whose networks are compared: none, the chosen one, and ten times as much. */
export const weightsOf = ({ wR }: Pick<Params, 'wR'>): number[] => (wR > 0 ? [0, wR, 10 * wR] : [0])
export const NAMES = ['none', 'own', 'ten'] as const

interface Trial extends TrainingParams {
  wR: number
}
const trialOf = (p: Params, wR: number, seed: number): Trial => ({
  ...{ wR, seed: (p.seed + seed) >>> 0 },
  ...{ weight: p.weight, bumps: p.bumps, horizon: p.horizon, tEnd: p.tEnd, updates: p.updates, batch: p.batch },
})
const kept = new Map<string, Learned>()

const of =
  (index: 0 | 1 | 2, number: (end: Learned) => number) =>
  (rows: readonly Row<Learned>[]): number | null => {
    const ends = rows[index]?.ends ?? []
    const value = ends.length > 0 ? median(ends.map(number)) : Number.NaN
    return Number.isFinite(value) ? value : null
  }
const gap = ({ gap }: Learned) => gap
const odeTruth = ({ odeTruth }: Learned) => odeTruth
const sdeTruth = ({ sdeTruth }: Learned) => sdeTruth
const residual = ({ residual }: Learned) => residual

export const training: Computed<Params, readonly Row<Learned>[]> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 400,
  uses: ['wR', 'seeds', 'updates', 'batch', 'weight', 'bumps', 'horizon', 'tEnd', 'seed'],
  when: (p) => p.tab === 'training',
  summary: {
    gapNone: { label: 'gap, trained with weight 0', digits: 2, of: of(0, gap) },
    gapOwn: { label: 'gap, trained with w_R', digits: 2, of: of(1, gap) },
    gapTen: { label: 'gap, trained with 10 w_R', digits: 2, of: of(2, gap) },
    odeNone: { label: 'from ODE to truth, weight 0', digits: 2, of: of(0, odeTruth) },
    odeOwn: { label: 'from ODE to truth, w_R', digits: 2, of: of(1, odeTruth) },
    odeTen: { label: 'from ODE to truth, 10 w_R', digits: 2, of: of(2, odeTruth) },
    sdeNone: { label: 'from SDE to truth, weight 0', digits: 2, of: of(0, sdeTruth) },
    sdeOwn: { label: 'from SDE to truth, w_R', digits: 2, of: of(1, sdeTruth) },
    sdeTen: { label: 'from SDE to truth, 10 w_R', digits: 2, of: of(2, sdeTruth) },
    residualNone: { label: 'residual, weight 0', digits: 2, of: of(0, residual) },
    residualOwn: { label: 'residual, w_R', digits: 2, of: of(1, residual) },
    residualTen: { label: 'residual, 10 w_R', digits: 2, of: of(2, residual) },
  },
  compute: (p) =>
    sweep<Trial, Learned>(
      [{ name: 'network', values: weightsOf(p), seeds: () => p.seeds, params: (wR, seed) => trialOf(p, wR, seed) }],
      { run: (trial) => learned(trial, trial.wR), cost: ({ wR }) => (wR > 0 ? 3.5 : 1), kept, inOrder: true },
    ),
}
