// What is observed of the law, and the networks after so many steps on it. Paths of adaptation are kept, so that the motion of another body needs no new ones.
import { fillMotion } from '@/domains/dynamics/hamiltonians'
import { type MotionLearner, type Observations, relativeError } from '@/domains/nets/motionNets'
import { innerStep } from '@/domains/optim/metaLearning'
import { stream } from '@/numerics/random'
import { HAMILTONIANS, type HamiltonianName, type NetName, type Params } from '../params'
import { shipped } from './shipped'
import { addNoise, clouds, drawState, drawTask, observationsOf } from './tasks'
import { hamiltonian, plain, randomStart } from './training'

export type Observing = Pick<Params, 'law' | 'theta' | 'points' | 'noise' | 'painted' | 'seed'>
type Adapting = Observing & Pick<Params, 'alpha'>

const FRESH = 300

export const learnerOf = (net: NetName): MotionLearner => (net === 'plain' ? plain : hamiltonian)
export const startOf = (net: NetName, seed: number): Float64Array =>
  net === 'random' ? randomStart(hamiltonian, seed, 'hamiltonian') : shipped[net]

/** K states, whose first numbers do not depend on K, with painted places, and their rates with noise. */
export function observed({ law, theta, points, noise, painted, seed }: Observing): Observations {
  const task = observationsOf(points)
  const draws = stream(seed, 'observed')
  for (let at = 0; at < task.states.length; at += 4) drawState(clouds[law], draws, task.states, at)
  for (const { index, at } of painted) if (index < points) task.states.set(at, 4 * index)
  fillMotion(law, theta, task.states, task.rates)
  addNoise(task, noise, stream(seed, 'noise'))
  return task
}
/** 300 other states of the law. */
export function fresh({ law, theta, seed }: Pick<Observing, 'law' | 'theta' | 'seed'>): Observations {
  const task = observationsOf(FRESH)
  drawTask(law, theta, stream(seed, 'fresh'), task)
  return task
}

interface Path {
  /** By number of steps. */
  readonly weights: Float64Array[]
  readonly errors: number[]
}
interface Adaptation {
  readonly observed: Observations
  readonly fresh: Observations
  readonly paths: Map<NetName, Path>
}
const KEPT = 4
const kept = new Map<string, Adaptation>()

function adaptationOf(p: Adapting): Adaptation {
  const key = JSON.stringify([p.law, p.theta, p.points, p.noise, p.painted, p.seed, p.alpha])
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value as string)
  const made = { observed: observed(p), fresh: fresh(p), paths: new Map() }
  kept.set(key, made)
  return made
}

function pathOf(p: Adapting, net: NetName, k: number): Path {
  const { observed, paths } = adaptationOf(p)
  const path = paths.get(net) ?? { weights: [startOf(net, p.seed)], errors: [] }
  paths.set(net, path)
  const workspace = new Float64Array(path.weights[0]!.length)
  while (path.weights.length <= k) {
    const next = path.weights.at(-1)!.slice()
    innerStep(learnerOf(net), next, observed, p.alpha, workspace)
    path.weights.push(next)
  }
  return path
}

/** A network after k steps; not to be changed. */
export const adapted = (p: Adapting, net: NetName, k: number): Float64Array => pathOf(p, net, k).weights[k]!

/** Its error on fresh states, Σ|f - ẋ|²/Σ|ẋ|². */
export function errorAfter(p: Adapting, net: NetName, k: number): number {
  const { weights, errors } = pathOf(p, net, k)
  errors[k] ??= relativeError(learnerOf(net), weights[k]!, adaptationOf(p).fresh)
  return errors[k]
}

/** Writes the errors of the Hamiltonian networks. */
export function fillErrors(p: Adapting, k: number, errors: Record<HamiltonianName, number>): void {
  for (const net of HAMILTONIANS) errors[net] = errorAfter(p, net, k)
}
