// Model-agnostic meta-learning (Finn, Abbeel and Levine 2017): a start φ from which a few steps on a task's support set, φ ← φ - α ∇L_support(φ), lead to
// a small loss on its query set. The gradient of that loss with respect to the start goes back through every step,
//   v ← v - α ∇²L_support(φ_j) v;
// the first-order variant leaves these factors out and takes the gradient where the steps end.

export interface Learner<T> {
  /** Writes the gradient of the loss of a task to `out` and returns the loss. */
  gradient(weights: Float64Array, task: T, out: Float64Array): number
  /** The Hessian of the loss times a direction of the weights, written to `out`; needed by the second order. */
  turn?(weights: Float64Array, task: T, way: Float64Array, out: Float64Array): void
}
export type Order = 'first' | 'second'
export interface Inner {
  /** α */
  rate: number
  steps: number
}

/** φ ← φ - α ∇L(φ), in place; returns the loss before the step. `workspace`: as long as the weights. */
export function innerStep<T>(learner: Learner<T>, weights: Float64Array, task: T, rate: number, workspace: Float64Array): number {
  const loss = learner.gradient(weights, task, workspace)
  for (let i = 0; i < weights.length; i++) weights[i]! -= rate * workspace[i]!
  return loss
}

/** Workspace for weights of one length and a number of steps. */
export interface MetaWorkspace {
  /** Weights before each step, and after the last. */
  path: readonly Float64Array[]
  workspace: Float64Array
}
export const metaWorkspace = (size: number, { steps }: Pick<Inner, 'steps'>): MetaWorkspace => ({
  path: Array.from({ length: steps + 1 }, () => new Float64Array(size)),
  workspace: new Float64Array(size),
})

/** Writes the gradient of L_query after the inner steps with respect to the start to `out`; returns L_query there. */
export function metaGradient<T>(
  learner: Learner<T>,
  start: Float64Array,
  support: T,
  query: T,
  { rate, steps, order }: Inner & { order: Order },
  { path, workspace }: MetaWorkspace,
  out: Float64Array,
): number {
  path[0]!.set(start)
  for (let j = 1; j <= steps; j++) {
    path[j]!.set(path[j - 1]!)
    innerStep(learner, path[j]!, support, rate, workspace)
  }
  const loss = learner.gradient(path[steps]!, query, out)
  if (order === 'first') return loss
  if (!learner.turn) throw new Error('the second order needs a learner with `turn`')
  for (let j = steps - 1; j >= 0; j--) {
    learner.turn(path[j]!, support, out, workspace)
    for (let i = 0; i < out.length; i++) out[i]! -= rate * workspace[i]!
  }
  return loss
}
