// d = βG + (1-β)g in each local step of each client, g ← Σ (x - xᵢ)/(η|S|K), x ← x - γg: FedAvg-M beside FedAvg, SCAFFOLD, SCAFFOLD-M, and FedAvg at the rate βη.
// One step is a round. Noise and who takes part are the same for all methods.
import type { Point, Stepped } from '@/contract'
import { type ClientGradient, copyServer, federatedRound, type Server, startServer } from '@/domains/optim/federated'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { CLIENTS, isRandom, METHODS, type Method, type Params, params, rulesOf } from './params'
import { type Problem, problemOf } from './problem'

export { type Params, params } from './params'

export interface Runner {
  readonly server: Server
  /** Before the last round. */
  readonly before: Server
  /** Round in which it diverged, -1 before. It then stays at its last place. */
  lost: number
  /** Sum of the squares of its errors in the second half of the run. */
  squares: number
}
export interface State extends Readonly<Record<Method, Runner>> {
  step: number
  readonly noise: Stream
  readonly sampling: Stream
  /** Clients of the last round, and the word of its noise. */
  who: Int32Array
  word: number
}
/** The last round of a method: places of each client after 0, 1, … K local steps, [who, K + 1, d]; the model before and after. */
export interface Round {
  readonly paths: Float64Array
  readonly from: Float64Array
  readonly to: Float64Array
}
export interface Frame {
  readonly at: Readonly<Record<Method, Float64Array>>
  /** Null before the first round. */
  readonly rounds: Readonly<Record<Method, Round>> | null
  readonly who: readonly number[]
  readonly lost: Readonly<Record<Method, number | null>>
  readonly optimum: Float64Array
}

const FAR = 1e6 // a method farther away has diverged

// the gradients' random parts in this round; hold nothing between two rounds
const draws = new Float64Array(2 * CLIENTS * params.local.max)
const order = new Int32Array(CLIENTS)
const now: { problem: Problem | null; local: number; sigma: number } = { problem: null, local: 1, sigma: 0 }
const gradient: ClientGradient = (i, k, at, out) => {
  now.problem!.gradient(i, at, out)
  if (now.sigma === 0) return
  for (let axis = 0; axis < 2; axis++) out[axis]! += draws[2 * (i * now.local + k) + axis]!
}

function prepareRound(noise: Stream, p: Params): void {
  now.problem = problemOf(p)
  now.local = p.local
  now.sigma = p.tab === 'plane' ? p.sigma : 0
  if (now.sigma > 0) for (let k = 0; k < 2 * CLIENTS * p.local; k++) draws[k] = now.sigma * steadyNormal(noise)
}
function drawClients(s: Stream, who: Int32Array): void {
  if (who.length === CLIENTS) return // all, in order
  for (let k = 0; k < CLIENTS; k++) order[k] = k
  for (let k = 0; k < who.length; k++) {
    const other = k + Math.floor(uniform(s) * (CLIENTS - k))
    who[k] = order[other]!
    order[other] = order[k]!
  }
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    const { start } = problemOf(p)
    const runner = (): Runner => ({
      server: startServer(start, CLIENTS),
      before: startServer(start, CLIENTS),
      lost: -1,
      squares: 0,
    })
    const runners = Object.fromEntries(METHODS.map((method) => [method, runner()])) as Record<Method, Runner>
    return {
      ...runners,
      step: 0,
      noise: stream(p.seed, 'noise'),
      sampling: stream(p.seed, 'clients'),
      who: Int32Array.from({ length: p.m }, (_, k) => k),
      word: 0,
    }
  },
  step(s, p) {
    s.step++
    s.word = s.noise.word
    prepareRound(s.noise, p)
    drawClients(s.sampling, s.who)
    const rules = rulesOf(p)
    for (const method of METHODS) {
      const runner = s[method]
      if (runner.lost >= 0) continue
      copyServer(runner.server, runner.before)
      federatedRound(runner.server, s.who, rules[method], gradient)
      if (!isNear(runner.server.x)) {
        copyServer(runner.before, runner.server)
        runner.lost = s.step
      } else if (2 * s.step > p.rounds) runner.squares += now.problem!.error(runner.server.x) ** 2
    }
  },
  frame(s, p) {
    const each = <T>(of: (runner: Runner, method: Method) => T) =>
      Object.fromEntries(METHODS.map((method) => [method, of(s[method], method)])) as Record<Method, T>
    return {
      at: each(({ server }) => server.x.slice()),
      rounds: s.step > 0 ? roundsOf(s, p) : null,
      who: Array.from(s.who),
      lost: each(({ lost }) => (lost < 0 ? null : lost)),
      optimum: problemOf(p).optimum.slice(),
    }
  },
  steps: (p) => p.rounds,
  dt: () => 1,
  pace: (p) => Math.max(5, p.rounds / 14),
  /** When every method has diverged. */
  ended: (s) => (METHODS.every((method) => s[method].lost >= 0) ? 'diverged' : null),
}
function isNear(x: Float64Array): boolean {
  for (let a = 0; a < x.length; a++) if (!(Math.abs(x[a]!) <= FAR)) return false
  return true
}

/** The last round again, from the same noise. */
function roundsOf(s: State, p: Params): Record<Method, Round> {
  prepareRound({ word: s.word }, p)
  const rules = rulesOf(p)
  const roundOf = (method: Method): Round => {
    const { server, before, lost } = s[method]
    const paths = new Float64Array(s.who.length * (p.local + 1) * server.x.length)
    const again = startServer(before.x, CLIENTS)
    copyServer(before, again)
    if (lost < 0) federatedRound(again, s.who, rules[method], gradient, paths)
    return { paths, from: before.x.slice(), to: server.x.slice() }
  }
  return Object.fromEntries(METHODS.map((method) => [method, roundOf(method)])) as Record<Method, Round>
}

/** A place in the plane. */
export const placeOf = (x: ArrayLike<number>, k = 0): Point => [x[2 * k]!, x[2 * k + 1]!]

/** A whole run of one method: its final error, or for random runs the root of the mean square in the second half. Infinite if it diverged. */
export function endOf(p: Params, method: Method): number {
  const s = model.init(p)
  const { server } = s[method]
  const rule = rulesOf(p)[method]
  let squares = 0
  for (let k = 1; k <= p.rounds; k++) {
    prepareRound(s.noise, p)
    drawClients(s.sampling, s.who)
    federatedRound(server, s.who, rule, gradient)
    if (!isNear(server.x)) return Number.POSITIVE_INFINITY
    if (2 * k > p.rounds) squares += now.problem!.error(server.x) ** 2
  }
  return isRandom(p) ? Math.sqrt(squares / Math.ceil(p.rounds / 2)) : now.problem!.error(server.x)
}
