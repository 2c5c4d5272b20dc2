// One matrix under AdamW. Its gradients do not depend on the weights: they are products of random errors with inputs that are stronger in some directions.
import { addProduct } from '@/domains/nets/dense'
import { adam } from '@/domains/optim/adaptive'
import { mixWalsh, structuredSpread } from '@/domains/optim/restingSize'
import { type Memory, startMemory } from '@/domains/optim/rules'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { startVector, topSingular } from '@/numerics/singular'
import { steadyNormal } from '@/numerics/steadyNormal'
import { type Params, settingsOf, widthOf } from './params'

export interface Matrix {
  /** [d, d], row-major. */
  readonly weights: Float64Array
  readonly memory: Memory
  /** Start of size 1, [d, d]: weights with another start always differ by a multiple of it. */
  readonly start: Float64Array
  /** The remaining share of the start: (1 - ηλ)^t. */
  left: number
  readonly noise: Stream
  /** The direction that is stretched most, [d], and by how much. */
  readonly direction: Float64Array
  top: number
}

const SAMPLES = 8
/** Rounds of the power iteration in a step; few, because the matrix hardly changes in between. */
const ROUNDS = 2

interface Workspace {
  readonly roots: Float64Array
  readonly inputs: Float64Array
  readonly errors: Float64Array
  readonly gradient: Float64Array
  readonly between: Float64Array
}
const workspaceFor: (p: Params) => Workspace = memoized((p) => {
  const d = widthOf(p)
  return {
    roots: structuredSpread(d, p.alpha).map((variance) => Math.sqrt(variance)),
    inputs: new Float64Array(SAMPLES * d),
    errors: new Float64Array(d * SAMPLES),
    gradient: new Float64Array(d * d),
    between: new Float64Array(d),
  }
})

export function startMatrix(p: Params): Matrix {
  const d = widthOf(p)
  const first = stream(p.seed, 'first weights')
  const start = Float64Array.from({ length: d * d }, () => steadyNormal(first) / Math.sqrt(d))
  const matrix = {
    weights: start.map((value) => p.init * value),
    memory: startMemory(adam, d * d),
    start,
    left: 1,
    noise: stream(p.seed, 'noise'),
    direction: startVector(d),
    top: 0,
  }
  matrix.top = topSingular(matrix.weights, d, d, matrix.direction, workspaceFor(p).between, 30)
  return matrix
}

/** g = D Xᵀ/√8: eight errors, all of variance 1, times eight inputs. */
function drawGradient(noise: Stream, d: number, { roots, inputs, errors, gradient }: Workspace): void {
  for (let n = 0; n < SAMPLES; n++) {
    for (let i = 0; i < d; i++) inputs[n * d + i] = roots[i]! * steadyNormal(noise)
    mixWalsh(inputs, d, n * d)
  }
  for (let i = 0; i < errors.length; i++) errors[i] = steadyNormal(noise) / Math.sqrt(SAMPLES)
  gradient.fill(0)
  addProduct(errors, inputs, 0, gradient, d, SAMPLES, d)
}

export function advanceMatrix(s: Matrix, p: Params): void {
  const workspace = workspaceFor(p)
  const d = widthOf(p)
  const { matrix } = settingsOf(p)
  drawGradient(s.noise, d, workspace)
  adam.step(s.weights, workspace.gradient, s.memory, matrix)
  s.left *= 1 - matrix.rate * matrix.decay
  s.top = topSingular(s.weights, d, d, s.direction, workspace.between, ROUNDS)
}

/** Root mean square of the weights if they had started at another scale, with the same noise. */
export function sizeFrom({ weights, start, left }: Matrix, p: Pick<Params, 'init'>, scale: number): number {
  const more = (scale - p.init) * left
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i]! + more * start[i]!) ** 2
  return Math.sqrt(sum / weights.length)
}
