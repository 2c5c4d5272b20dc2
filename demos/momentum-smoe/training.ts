// The same layers with learned experts: four layers of four experts (2-8-2, tanh) and a router each, two of them asked, learn a noisy function of the
// plane, with x ← x - u (SMoE) and with p ← μp + u, x ← x - p (MomentumSMoE). Time here is that of training. Both begin with the same weights and see
// the same samples.
import type { Computed } from '@/contract'
import {
  add,
  addRow,
  backward,
  forward,
  input,
  meanSquare,
  mixture,
  type Node,
  product,
  scaled,
  startTape,
  type Tape,
  tanh,
  weights,
} from '@/domains/nets/tape'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'
import { EXPERTS, type Params } from './params'

const [DEPTH, HIDDEN, BATCH] = [4, 8, 32]
const PARAMETERS = DEPTH * (EXPERTS * (2 * HIDDEN + HIDDEN + 2 * HIDDEN + 2) + 2 * EXPERTS + EXPERTS) + 3
const REACH = 2 // inputs are uniform in ±REACH
const NOISE = 0.1 // of the targets, one standard deviation
const RATE = 0.01
const UPDATES = 1000
const EVERY = 20 // updates between two judgements
const JUDGED = 400 // inputs
/** How far inputs are pushed when both are judged at the end. */
export const PUSHES = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5] as const

const wanted = (x: number, y: number): number => steadySin(1.5 * x) * steadyCos(y)

interface Net {
  readonly tape: Tape
  readonly x: Node
  readonly targets: Float64Array
  readonly loss: Node
}
/** Without `mu` the layers have no memory. */
function netOf(batch: number, top: number, mu: number): Net {
  const tape = startTape(PARAMETERS)
  const linear = (a: Node, columns: number) =>
    addRow(tape, product(tape, a, weights(tape, a.columns, columns)), weights(tape, 1, columns))
  const entry = input(tape, batch, 2)
  let x = entry
  let memory: Node | null = null
  for (let layer = 0; layer < DEPTH; layer++) {
    const at = x
    const experts = Array.from({ length: EXPERTS }, () => linear(tanh(tape, linear(at, HIDDEN)), 2))
    const said: Node = mixture(tape, linear(at, EXPERTS), experts, top)
    memory = memory === null || mu === 0 ? said : add(tape, scaled(tape, memory, mu), said)
    x = add(tape, x, scaled(tape, memory, -1))
  }
  const targets = new Float64Array(batch)
  return { tape, x: entry, targets, loss: meanSquare(tape, linear(x, 1), targets) }
}

/** Mean squared errors on inputs that are not trained on: at each judgement, and at the end for each push. */
export interface Trained {
  updates: number[]
  smoe: number[]
  momentum: number[]
  pushed: { smoe: number[]; momentum: number[] } | null
}

/** Inputs, their targets without noise, and a direction to push each. */
function judgedInputs(seed: number): { places: Float64Array; targets: Float64Array; directions: Float64Array } {
  const draws = stream(seed, 'judged')
  const [places, targets, directions] = [new Float64Array(2 * JUDGED), new Float64Array(JUDGED), new Float64Array(2 * JUDGED)]
  for (let i = 0; i < JUDGED; i++) {
    for (const axis of [0, 1]) places[2 * i + axis] = REACH * (2 * uniform(draws) - 1)
    targets[i] = wanted(places[2 * i]!, places[2 * i + 1]!)
    const [x, y] = [steadyNormal(draws), steadyNormal(draws)]
    const length = Math.sqrt(x * x + y * y)
    directions[2 * i] = x / length
    directions[2 * i + 1] = y / length
  }
  return { places, targets, directions }
}

/** One of the two methods. */
function learnerOf({ top, seed }: Params, mu: number) {
  const net = netOf(BATCH, top, mu)
  const judge = netOf(JUDGED, top, mu)
  const { places, targets, directions } = judgedInputs(seed)
  judge.targets.set(targets)
  const draws = stream(seed, 'weights')
  for (let w = 0; w < PARAMETERS; w++) net.tape.weights[w] = 0.4 * steadyNormal(draws)
  const memory = startMemory(adam, PARAMETERS)
  return {
    update(samples: Stream): void {
      for (let b = 0; b < BATCH; b++) {
        for (const axis of [0, 1]) net.x.value[2 * b + axis] = REACH * (2 * uniform(samples) - 1)
        net.targets[b] = wanted(net.x.value[2 * b]!, net.x.value[2 * b + 1]!) + NOISE * steadyNormal(samples)
      }
      forward(net.tape)
      backward(net.tape, net.loss)
      adam.step(net.tape.weights, net.tape.gradient, memory, { ...ADAM, rate: RATE })
    },
    error(push: number): number {
      judge.tape.weights.set(net.tape.weights)
      for (let k = 0; k < places.length; k++) judge.x.value[k] = places[k]! + push * directions[k]!
      forward(judge.tape)
      return judge.loss.value[0]!
    },
  }
}

export function* train(p: Params): Generator<{ done: number; result: Trained; silent?: boolean }, Trained, void> {
  const [smoe, momentum] = [learnerOf(p, 0), learnerOf(p, p.mu)]
  const result: Trained = { updates: [], smoe: [], momentum: [], pushed: null }
  const record = (update: number) => {
    result.updates.push(update)
    result.smoe.push(smoe.error(0))
    result.momentum.push(momentum.error(0))
  }
  const [one, other] = [stream(p.seed, 'samples'), stream(p.seed, 'samples')]
  record(0)
  for (let update = 1; update <= UPDATES; update++) {
    smoe.update(one)
    momentum.update(other)
    if (update % EVERY === 0) record(update)
    if (update % 10 === 0) yield { done: update / UPDATES, result, silent: update % 100 !== 0 }
  }
  result.pushed = { smoe: PUSHES.map(smoe.error), momentum: PUSHES.map(momentum.error) }
  return result
}

/** The error at a push between those that were judged. */
export function errorAt(errors: readonly number[], push: number): number {
  const next = Math.max(
    1,
    PUSHES.findIndex((value) => value >= push),
  )
  const [from, to] = [PUSHES[next - 1]!, PUSHES[next]!]
  const share = (push - from) / (to - from)
  return (1 - share) * errors[next - 1]! + share * errors[next]!
}
const none = { digits: 3, none: 'not learned yet' }

export const trained: Computed<Params, Trained> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 200,
  uses: ['mu', 'top', 'seed'],
  when: (p) => p.tab === 'train',
  summary: {
    learnedSmoe: { label: 'squared error when learned, SMoE', ...none, of: ({ smoe }) => smoe.at(-1)! },
    learnedMomentum: { label: 'squared error when learned, MomentumSMoE', ...none, of: ({ momentum }) => momentum.at(-1)! },
    attackedSmoe: {
      label: 'squared error for pushed inputs, SMoE',
      ...none,
      of: ({ pushed }, p) => (pushed ? errorAt(pushed.smoe, p.push) : null),
    },
    attackedMomentum: {
      label: 'squared error for pushed inputs, MomentumSMoE',
      ...none,
      of: ({ pushed }, p) => (pushed ? errorAt(pushed.momentum, p.push) : null),
    },
  },
  compute: (p) => train(p),
}
