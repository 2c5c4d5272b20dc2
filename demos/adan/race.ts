// The race: five methods from one start, the same noise for all.

import { ADAN, clip } from '@/domains/optim/adaptive'
import type { Objective } from '@/domains/optim/objectives'
import { type Memory, startMemory } from '@/domains/optim/rules'
import { type Stream, stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { clipOf, METHODS, type Method, methodsOf, type Params, surfaceOf } from './params'

export interface Runner {
  /** θ. */
  readonly at: Float64Array
  readonly memory: Memory
  /** Step at which it diverged, -1 before. It then stays at its last place. */
  lost: number
  /** First step since which f has stayed below `LOW`; -1 while it is not below. */
  settled: number
}
export interface Race extends Readonly<Record<Method, Runner>> {
  readonly noise: Stream
}

const FAR = 1e6 // a method farther away has diverged
/** A method has arrived when f stays below. */
export const LOW = 1e-4

export function startRace(p: Params): Race {
  const methods = methodsOf(p)
  const runners = METHODS.map((method) => {
    const at = Float64Array.from(p.start)
    const settled = surfaceOf(p).value(...p.start) < LOW ? 0 : -1
    return [method, { at, memory: startMemory(methods[method].rule, 2), lost: -1, settled }]
  })
  return { ...(Object.fromEntries(runners) as Record<Method, Runner>), noise: stream(p.seed, 'noise') }
}

// hold nothing between two calls
const place = new Float64Array(2)
const gradient = new Float64Array(2)
const draw = new Float64Array(2)
const before = new Float64Array(2)

/** Writes the gradient that a method uses: at the place it wants, with noise, shortened. */
export function gradientFor(
  runner: Runner,
  method: Method,
  p: Params,
  f: Objective,
  noise: Float64Array,
  out: Float64Array,
): void {
  methodsOf(p)[method].place(runner.at, runner.memory, place)
  f.gradient(place[0]!, place[1]!, out)
  out[0]! += noise[0]!
  out[1]! += noise[1]!
  clip(out, clipOf(p, method), ADAN.epsilon)
}

/** Writes the noise of the next step. */
export function drawNoise(noise: Stream, p: Params, out: Float64Array): void {
  for (let i = 0; i < 2; i++) out[i] = p.noise === 0 ? 0 : p.noise * steadyNormal(noise)
}

/** `step`: the number of this step, from 1. */
export function advanceRace(race: Race, p: Params, step: number): void {
  const f = surfaceOf(p)
  drawNoise(race.noise, p, draw)
  for (const method of METHODS) {
    const runner = race[method]
    if (runner.lost >= 0) continue
    before.set(runner.at)
    gradientFor(runner, method, p, f, draw, gradient)
    methodsOf(p)[method].step(runner.at, gradient, runner.memory)
    const [x, y] = [runner.at[0]!, runner.at[1]!]
    if (!(Math.hypot(x, y) <= FAR)) {
      runner.at.set(before)
      runner.lost = step
      runner.settled = -1
    } else if (!(f.value(x, y) < LOW)) runner.settled = -1
    else if (runner.settled < 0) runner.settled = step
  }
}
