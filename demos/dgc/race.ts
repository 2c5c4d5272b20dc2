// Five schemes with the same gradients' noise: in each step all workers compute, keep, send, and the server moves the weights.
import { clip } from '@/domains/optim/adaptive'
import {
  addMomentum,
  type Choose,
  chooseBySample,
  chooseLargest,
  countOf,
  type MomentumForm,
  post,
  SCHEMES,
  type Scheme,
  type SchemeName,
  startWorker,
  type Worker,
} from '@/domains/optim/sparse'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { NAMES, type Params, ratioIn, SIZE } from './params'
import { lossOf, type Problem, problemOf } from './problem'

const FAR = 1e8 // a run with a larger loss has diverged
const CLIP_EPSILON = 1e-6 // of the released program
/** The threshold uses every so many entries. */
export const STRIDE = 4
/** Losses that are averaged. */
export const RECENT = 50
/** Bytes of a value, and of the number that says which entry it is. */
export const BYTES = 4

export interface Runner {
  readonly weights: Float64Array
  /** Momentum of the server. */
  readonly server: Float64Array
  readonly workers: readonly Worker[]
  /** What arrived in the last step, the mean over the workers. */
  readonly arrived: Float64Array
  /** Of the first worker, for each entry: all that entered its accumulator, and all that it sent. */
  readonly entered: Float64Array
  readonly paid: Float64Array
  /** Values sent by all workers so far. */
  values: number
  loss: number
  /** The last losses, in a ring. */
  readonly recent: Float64Array
  /** Step at which it diverged, -1 before. It then stays at its last place. */
  lost: number
}
export interface Race {
  readonly noise: Stream
  readonly sampling: Stream
  readonly runners: Readonly<Record<SchemeName, Runner>>
}

export function startRunner(problem: Pick<Problem, 'slopes' | 'target'>, workers: number): Runner {
  const size = problem.slopes.length
  const zeros = () => new Float64Array(size)
  const weights = zeros()
  return {
    weights,
    server: zeros(),
    workers: Array.from({ length: workers }, () => startWorker(size)),
    arrived: zeros(),
    entered: zeros(),
    paid: zeros(),
    values: 0,
    loss: lossOf(problem, weights),
    recent: new Float64Array(RECENT).fill(Number.NaN),
    lost: -1,
  }
}

export function startRace(p: Params): Race {
  const runner = () => startRunner(problemOf(p), p.workers)
  return {
    noise: stream(p.seed, 'noise'),
    sampling: stream(p.seed, 'sampling'),
    runners: Object.fromEntries(NAMES.map((name) => [name, runner()])) as Record<SchemeName, Runner>,
  }
}

export interface StepSettings extends MomentumForm {
  readonly rate: number
  readonly clip: number
}
const gradient = new Float64Array(SIZE)
const work = new Float64Array(SIZE)

/** One step of a scheme; `noise` is [workers, size]. */
export function advance(
  runner: Runner,
  { slopes, target }: Pick<Problem, 'slopes' | 'target'>,
  scheme: Scheme,
  settings: StepSettings,
  noise: ArrayLike<number>,
  choose: Choose,
): void {
  const { weights, workers, arrived } = runner
  const size = weights.length
  const g = size === SIZE ? gradient : new Float64Array(size)
  arrived.fill(0)
  for (const [n, worker] of workers.entries()) {
    for (let i = 0; i < size; i++) g[i] = slopes[i]! * (weights[i]! - target[i]!) + noise[n * size + i]!
    clip(g, settings.clip / Math.sqrt(workers.length), CLIP_EPSILON)
    runner.values += post(worker, g, scheme, settings, choose)
    for (let i = 0; i < size; i++) arrived[i]! += worker.sent[i]! / workers.length
    if (n > 0) continue
    for (let i = 0; i < size; i++) {
      runner.entered[i]! += g[i]!
      runner.paid[i]! += worker.sent[i]!
    }
  }
  if (!scheme.corrects) addMomentum(runner.server, arrived, settings)
  for (let i = 0; i < size; i++) weights[i]! -= settings.rate * arrived[i]!
}

const drawn = new Float64Array(16 * SIZE) // at most 16 workers

/** All schemes, or those named, take step `step`, counted from 1. */
export function advanceRace(race: Race, p: Params, step: number, names: readonly SchemeName[] = NAMES): void {
  const problem = problemOf(p)
  for (let i = 0; i < p.workers * SIZE; i++) drawn[i] = p.noise * steadyNormal(race.noise)
  const k = countOf(SIZE, ratioIn(p, step))
  const start = Math.floor(STRIDE * uniform(race.sampling))
  const choose: Choose = (values, chosen) =>
    p.choosing === 'exact' ? chooseLargest(values, k, chosen, work) : chooseBySample(values, k, chosen, work, start, STRIDE)
  const settings = { rate: p.eta, beta: p.m, ahead: p.nesterov, clip: p.clip }
  for (const name of names) {
    const runner = race.runners[name]
    if (runner.lost >= 0) continue
    advance(runner, problem, SCHEMES[name], settings, drawn, choose)
    runner.loss = lossOf(problem, runner.weights)
    runner.recent[step % RECENT] = runner.loss
    if (!(runner.loss < FAR)) runner.lost = step
  }
}

/** Mean of the last losses. */
export function recentLoss({ recent }: Runner): number {
  let [sum, count] = [0, 0]
  for (const loss of recent)
    if (!Number.isNaN(loss)) {
      sum += loss
      count++
    }
  return count > 0 ? sum / count : Number.NaN
}

/** Bytes of so many values: a sparse message also says which entries they are. */
export const bytesOf = (name: SchemeName, values: number): number => values * (SCHEMES[name].sparse ? 2 : 1) * BYTES
