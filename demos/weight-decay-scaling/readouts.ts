// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { simpleSize } from '@/domains/optim/restingSize'
import { rootMeanSquare } from '@/numerics/regression'
import { idealExponent, levelExponent, predictedExponent, predictedTop } from './ideal'
import { type Matrix, sizeFrom } from './matrix'
import { isOfMatrix, type State } from './model'
import { type Layer, recentLoss, type Training } from './network'
import { decayAt, type Params, rateAt, relaxationAt, restAt, widthOf } from './params'

type One = Readout<Params, State>
const finite = (value: number) => (Number.isFinite(value) ? value : null)

const ofMatrix =
  (of: (matrix: Matrix, p: Params) => number): One['of'] =>
  ({ matrix }, p) =>
    matrix && finite(of(matrix, p))
const ofTraining =
  (of: (training: Training, p: Params) => number): One['of'] =>
  ({ training }, p) =>
    training && finite(of(training, p))
const ofWidth = (of: (p: Params, d: number) => number): One['of'] => {
  return (_, p) => finite(of(p, widthOf(p)))
}
const inWidths = (of: (p: Params) => number): One['of'] => {
  return (_, p) => (isOfMatrix(p) ? finite(of(p)) : null)
}

const from = (scale: number): One => ({
  label: `size of the weights, from ${scale} times the usual start`,
  digits: 3,
  hidden: true,
  of: ofMatrix((matrix, p) => sizeFrom(matrix, p, scale)),
})
const layerNumber = (label: string, of: (training: Training) => number): One => ({ label, digits: 3, of: ofTraining(of) })
const size = (layer: Layer) => (training: Training) => rootMeanSquare(training.net[layer].weights)

export const readouts = {
  size: { label: 'size of the weights (RMS)', digits: 3, of: ofMatrix((matrix, p) => sizeFrom(matrix, p, p.init)) },
  top: { label: 'top singular value', digits: 3, of: ofMatrix(({ top }) => top) },
  restSize: { label: 'size at rest, predicted', digits: 3, none: 'none', of: ofWidth((p, d) => restAt(p, d)) },
  simple: {
    label: 'size at rest, √(η/2λ)',
    digits: 3,
    none: 'none',
    of: ofWidth((p, d) => simpleSize(rateAt(p, d), decayAt(p, d))),
  },
  match: {
    label: 'size, of the predicted one',
    digits: 3,
    of: ofMatrix((matrix, p) => sizeFrom(matrix, p, p.init) / restAt(p, widthOf(p))),
  },
  restTop: {
    label: 'top singular value at rest, predicted',
    digits: 3,
    of: (_, p) => (isOfMatrix(p) ? finite(predictedTop(p, widthOf(p))) : null),
  },
  loss: { label: 'loss, mean over the last batches', digits: 3, none: 'none yet', of: ofTraining(recentLoss) },
  topFirst: layerNumber('top singular value of W₁', ({ tops }) => tops.first),
  topSecond: layerNumber('top singular value of W₂', ({ tops }) => tops.second),
  gainFirst: layerNumber('gain of W₁', ({ gains }) => gains.first),
  gainSecond: layerNumber('gain of W₂', ({ gains }) => gains.second),
  sizeFirst: layerNumber('size of W₁ (RMS)', size('first')),
  sizeSecond: layerNumber('size of W₂ (RMS)', size('second')),
  rate: { label: 'learning rate at this width', symbol: '\\eta', digits: 3, of: ofWidth((p, d) => rateAt(p, d)) },
  decay: { label: 'weight decay at this width', symbol: '\\lambda', digits: 3, of: ofWidth((p, d) => decayAt(p, d)) },
  relaxing: {
    label: 'steps in which the start fades to 1/e',
    digits: 3,
    none: 'never',
    of: ofWidth((p, d) => relaxationAt(p, d)),
  },
  structure: { label: 'exponent p of the model', symbol: 'p', digits: 2, of: inWidths((p) => idealExponent(p.alpha)) },
  tilt: { label: 'exponent over widths, predicted', digits: 2, none: 'none', of: inWidths(predictedExponent) },
  level: { label: 'exponent q at which the model is level', digits: 2, of: inWidths(levelExponent) },

  from0: from(0),
  from5: from(5),
  batchLoss: {
    label: 'loss of the batch',
    hidden: true,
    of: ofTraining((training) => (training.ones > 0 ? training.loss : Number.NaN)),
  },
} as const satisfies Record<string, One>
