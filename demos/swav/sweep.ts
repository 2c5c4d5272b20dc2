// Whole trainings for several values of one parameter and several seeds: how many stars are in use at the end.
import type { Computed } from '@/contract'
import { stream } from '@/numerics/random'
import { type Lane, type Row, sweep } from '@/numerics/sweep'
import { drawBatch } from './blobs'
import { judge } from './judging'
import { startLearner, update } from './learner'
import type { Params } from './params'
import { type Workspace, workspaceOf } from './workspace'

export interface Ending {
  readonly entropy: number
  readonly purity: number
  /** Mean of the last twenty steps. */
  readonly loss: number
}
export const QUEUE = 128
const SEEDS = 4
const LAST = 20

const VALUES: Record<Params['over'], readonly number[]> = {
  batch: [4, 8, 16, 32],
  rounds: [0, 1, 2, 3, 5, 10],
  epsilon: [0.02, 0.035, 0.05, 0.1, 0.2, 0.5, 1],
  prototypes: [2, 4, 6, 8, 10, 12],
}

/** Tiny batches are cheap, and their results vary more, so they get more seeds. */
const seedsOf = (p: Params): number => Math.max(SEEDS, Math.min(24, Math.round(64 / p.batch)))

/** The lane without a queue, and the one with a queue for small batches. */
export const [PLAIN, QUEUED] = ['plain', 'queued']

function lanesOf(p: Params): Lane<Params>[] {
  const codes = p.over === 'rounds' ? 'sinkhorn' : p.codes
  const at = (value: number, seed: number) =>
    ({ ...p, tab: 'train', codes, [p.over]: value, seed: (p.seed + seed) >>> 0 }) as Params
  const seeds = (value: number) => seedsOf(at(value, 0))
  const values = VALUES[p.over]
  if (p.over !== 'batch') return [{ name: PLAIN, values, seeds, params: at }]
  const plain = { name: PLAIN, values, seeds, params: (value: number, seed: number) => ({ ...at(value, seed), queue: 0 }) }
  if (codes !== 'sinkhorn') return [plain]
  const queued = (value: number, seed: number) => ({ ...at(value, seed), queue: QUEUE })
  return [plain, { name: QUEUED, values: values.filter((value) => value <= 16), seeds, params: queued }]
}

/** One network from first to last step; reports its progress now and then. */
export function* trained(
  p: Params,
  workspace: Workspace = workspaceOf(p),
  side: 'ours' | 'rival' = 'ours',
): Generator<number, Ending, void> {
  const learner = startLearner(p, workspace[side].codes)
  const random = stream(p.seed, 'batches')
  const { views, blobs } = workspace.batch
  let loss = 0
  for (let k = 0; k < p.steps; k++) {
    drawBatch(random, workspace.centres, p.batch, views[0], views[1], blobs)
    update(learner, workspace, side, p.freeze, k)
    if (k >= p.steps - LAST) loss += learner.loss / Math.min(LAST, p.steps)
    if (k % 10 === 9) yield k / p.steps
  }
  judge(learner, workspace)
  return { entropy: learner.judged.entropy, purity: learner.judged.purity, loss }
}

const kept = new Map<string, Ending>()

export const endings: Computed<Params, readonly Row<Ending>[]> = {
  kind: 'computed',
  runIn: 'worker',
  uses: [
    'over',
    'codes',
    'rounds',
    'epsilon',
    'tau',
    'prototypes',
    'batch',
    'queue',
    'freeze',
    'space',
    'steps',
    'seed',
    'centres',
    'starts',
  ],
  when: (p) => p.tab === 'sweep',
  compute: (p) => sweep(lanesOf(p), { run: (params) => trained(params), cost: ({ batch }) => batch, kept }),
}
