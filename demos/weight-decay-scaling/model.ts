// W ← (1 - ηλ) W - η m̂/(√v̂ + ε): AdamW on one matrix whose gradients are noise, and on the network of one residual block. Over widths d,
// η = η₀ or η₀ d₀/d, λ = λ₀ (d/d₀)^q. One run a tab; only the open tab's is computed.
import type { Stepped } from '@/contract'
import { singularValues } from '@/numerics/singular'
import { idealValuesOf } from './ideal'
import { advanceMatrix, type Matrix, startMatrix } from './matrix'
import { advanceTraining, startTraining, type Training } from './network'
import { EPSILON, type Params, restAt, settingsOf, widthOf } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  matrix: Matrix | null
  training: Training | null
}
export interface Frame {
  /** Of the matrix: shares of its weights in bins over `reachOf`, some weights, and their last kicks and next pulls. */
  bowl: { shares: Float64Array; balls: Float64Array; kicks: Float64Array; pulls: Float64Array } | null
  /** Singular values, the largest first, and those of the model of the same size. */
  values: Float64Array | null
  ideal: Float64Array | null
}

export const isOfMatrix = ({ tab }: Pick<Params, 'tab'>): boolean => tab === 'matrix' || tab === 'widths'
const FAR = 1e12 // a larger root mean square has diverged for good
export const BINS = 61
const BALLS = 12

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init: (p) => ({
    step: 0,
    matrix: isOfMatrix(p) ? startMatrix(p) : null,
    training: isOfMatrix(p) ? null : startTraining(p),
  }),
  step(s, p) {
    s.step++
    if (s.matrix) advanceMatrix(s.matrix, p)
    if (s.training) advanceTraining(s.training, p)
  },
  frame: ({ matrix }, p) => ({
    bowl: matrix && p.tab === 'matrix' ? bowlOf(matrix, p) : null,
    values: matrix && p.tab === 'matrix' ? singularValues(matrix.weights, widthOf(p), widthOf(p)) : null,
    ideal: matrix && p.tab === 'matrix' ? idealValuesOf(p) : null,
  }),
  steps: (p) => (isOfMatrix(p) ? p.steps : p.updates),
  dt: () => 1,
  pace: (p) => (isOfMatrix(p) ? Math.max(20, p.steps / 10) : Math.max(40, p.updates / 10)),
  /** When weights grow from step to step. */
  ended: ({ matrix, training }) => {
    const far = matrix ? matrix.top : training ? Math.max(training.tops.first, training.tops.second) : 0
    return far <= FAR ? null : 'diverged'
  },
}

/** Half of the range over which weights are drawn: four times their size at rest, or without one, at the start. */
export function reachOf(p: Params): number {
  const rest = restAt(p, widthOf(p))
  return 4 * (Number.isFinite(rest) ? rest : Math.max(p.init / Math.sqrt(widthOf(p)), settingsOf(p).matrix.rate))
}

function bowlOf({ weights, memory }: Matrix, p: Params): Frame['bowl'] {
  const { matrix } = settingsOf(p)
  const reach = reachOf(p)
  const shares = new Float64Array(BINS)
  for (let i = 0; i < weights.length; i++) {
    const bin = Math.floor(((weights[i]! / reach + 1) / 2) * BINS)
    if (bin >= 0 && bin < BINS) shares[bin]! += 1 / weights.length
  }
  const stride = Math.floor(weights.length / BALLS)
  const balls = new Float64Array(BALLS)
  const kicks = new Float64Array(BALLS)
  const pulls = new Float64Array(BALLS)
  const [mean, square] = memory.kept as [Float64Array, Float64Array]
  const correction = 1 - memory.powers[0]!
  const root = Math.sqrt(1 - memory.powers[1]!)
  for (let k = 0; k < BALLS; k++) {
    const i = k * stride + (k % 5) // from several columns
    balls[k] = weights[i]!
    pulls[k] = -matrix.rate * matrix.decay * weights[i]!
    if (memory.steps > 0) kicks[k] = ((-matrix.rate / correction) * mean[i]!) / (Math.sqrt(square[i]!) / root + EPSILON)
  }
  return { shares, balls, kicks, pulls }
}
