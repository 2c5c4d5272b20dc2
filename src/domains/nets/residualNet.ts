// A network of one residual block: n₀ = Ex/rms(Ex), h = n₀ + W₂ relu(W₁ n₀), o = V h/rms(h)/d, loss ½ mean |o - y|². E and V are like vectors: their
// steps do not depend on the width d, and scaling E changes nothing. W₁ and W₂ are matrices [d, d]. Weights are stored [inputs, outputs], samples are
// rows.
import { type Memory, type Rule, startMemory } from '../optim/rules'
import {
  add,
  backward,
  forward,
  input,
  meanSquare,
  type Node,
  normalizeRows,
  product,
  relu,
  scaled,
  startTape,
  type Tape,
  weights,
} from './tape'

export interface NetSizes {
  readonly inputs: number
  readonly width: number
  readonly outputs: number
  readonly batch: number
}
export const GROUPS = ['embed', 'first', 'second', 'read'] as const
export type Group = (typeof GROUPS)[number]
/** E [inputs, d], W₁ [d, d], W₂ [d, d], V [d, outputs], and the memory of each one's rule. */
export type NetWeights = Readonly<Record<Group, { readonly weights: Float64Array; readonly memory: Memory }>>

export const countsOf = ({ inputs, width, outputs }: NetSizes): Readonly<Record<Group, number>> => ({
  embed: inputs * width,
  first: width * width,
  second: width * width,
  read: width * outputs,
})
export function startNet<S>(sizes: NetSizes, rule: Rule<S>): NetWeights {
  const counts = countsOf(sizes)
  const start = (group: Group) => ({ weights: new Float64Array(counts[group]), memory: startMemory(rule, counts[group]) })
  return { embed: start('embed'), first: start('first'), second: start('second'), read: start('read') }
}

/** Workspace for a pass; it holds nothing between two. */
export interface NetWorkspace {
  readonly tape: Tape
  /** [batch, inputs] and [batch, outputs]; the caller fills them. */
  readonly x: Node
  readonly target: Float64Array
  readonly groups: Readonly<Record<Group, Node>>
  /** n₀, W₁n₀, its relu, and W₂ times that. */
  readonly normed: Node
  readonly before: Node
  readonly hidden: Node
  readonly branch: Node
  readonly out: Node
  readonly loss: Node
}
const EPSILON = 1e-8

export function startWorkspace(sizes: NetSizes): NetWorkspace {
  const { inputs, width, outputs, batch } = sizes
  const tape = startTape(Object.values(countsOf(sizes)).reduce((sum, count) => sum + count, 0))
  const groups = {
    embed: weights(tape, inputs, width),
    first: weights(tape, width, width),
    second: weights(tape, width, width),
    read: weights(tape, width, outputs),
  }
  const x = input(tape, batch, inputs)
  const target = new Float64Array(batch * outputs)
  const normed = normalizeRows(tape, product(tape, x, groups.embed), 'rms', EPSILON)
  const before = product(tape, normed, groups.first)
  const hidden = relu(tape, before)
  const branch = product(tape, hidden, groups.second)
  const sum = normalizeRows(tape, add(tape, normed, branch), 'rms', EPSILON)
  const out = scaled(tape, product(tape, sum, groups.read), 1 / width)
  const loss = scaled(tape, meanSquare(tape, out, target), outputs / 2)
  return { tape, x, target, groups, normed, before, hidden, branch, out, loss }
}

/** The loss of the batch in the workspace. */
export function lossOf(workspace: NetWorkspace, net: NetWeights): number {
  for (const group of GROUPS) workspace.groups[group].value.set(net[group].weights)
  forward(workspace.tape)
  return workspace.loss.value[0]!
}
/** The same; the gradients are left in the groups of the workspace. */
export function gradientsOf(workspace: NetWorkspace, net: NetWeights): number {
  const loss = lossOf(workspace, net)
  backward(workspace.tape, workspace.loss)
  return loss
}
/** One step of all groups by a rule from the gradients in the workspace. */
export function stepNet<S>(workspace: NetWorkspace, net: NetWeights, rule: Rule<S>, settings: Readonly<Record<Group, S>>): void {
  for (const group of GROUPS) {
    const { weights, memory } = net[group]
    rule.step(weights, workspace.groups[group].gradient, memory, settings[group])
  }
}
