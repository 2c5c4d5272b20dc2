// Learner A, the pocket video model: a network with two hidden layers that predicts the next frame from three, and generates further ones from its own.
import { addBackwardDense, forwardDense, relu } from '@/domains/nets/denseNet'
import { inputsOf, type Layers, layersOf, outputsOf, type Perceptron, startPerceptron } from '@/domains/nets/perceptron'
import { rounded } from '@/domains/nets/shortWeights'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { warmupCosine } from '@/domains/optim/schedule'
import { stream } from '@/numerics/random'
import { channelsOf, type Training } from '../params'
import { FRAMES, GENERATED, GIVEN, INTERVAL, PIXELS, placeOf, radiusOf, shortest } from '../world/ring'
import { type Channel, type Clip, drawing, frameSize, paintClip } from './clips'

export const BATCH = 64
/** Trained weights are multiples of this, so that a page can load them as short text. */
export const ROUNDING = 1 / 128
/** Narrow networks learn faster with longer steps: 0.01 at 32 units, 0.005 at 64. */
const rateOf = (width: number): number => Math.min(0.02, 0.32 / width)

export const sizesOf = ({ width, pair }: Pick<Training, 'width' | 'pair'>): readonly number[] => {
  const size = frameSize(channelsOf({ pair }))
  return [GIVEN * size, width, width, size]
}

export interface Snapshot {
  update: number
  /** Mean squared error of a pixel over the updates since the last snapshot; NaN before the first. */
  loss: number
  /** Not copied except in the last snapshot. */
  weights: Float64Array
}

/** Trains a network from its first weights. Yields after every `every` updates and before the first; weights are rounded at the end. */
export function* train(p: Training, every: number): Generator<Snapshot, Snapshot, void> {
  const channels = channelsOf(p)
  const size = frameSize(channels)
  const net = startPerceptron(sizesOf(p), stream(p.seed, 'weights'))
  const layers = layersOf(net, BATCH)
  const [inputs, outputs, pulls] = [inputsOf(layers), outputsOf(layers), layers.gradients.at(-1)!]
  const targets = new Float64Array(BATCH * size)
  const gradient = new Float64Array(net.weights.length)
  const memory = startMemory(adam, net.weights.length)
  const next = drawing(p)
  let [sum, count] = [0, 0]
  const now = (update: number): Snapshot => {
    const loss = sum / count
    sum = count = 0
    return { update, loss, weights: net.weights }
  }
  yield now(0)
  for (let update = 1; update <= p.updates; update++) {
    inputs.fill(0)
    targets.fill(0)
    for (let n = 0; n < BATCH; n++) {
      const clip = next()
      paintClip(clip, channels, 0, GIVEN, inputs, n * GIVEN * size)
      paintClip(clip, channels, GIVEN, GIVEN + 1, targets, n * size)
    }
    forwardDense(net, layers, relu)
    let loss = 0
    for (let i = 0; i < targets.length; i++) {
      const error = outputs[i]! - targets[i]!
      loss += error * error
      pulls[i] = (2 * error) / targets.length
    }
    sum += loss / targets.length
    count++
    gradient.fill(0)
    addBackwardDense(net, layers, relu, gradient)
    adam.step(net.weights, gradient, memory, { ...ADAM, rate: rateOf(p.width) * warmupCosine(update - 1, 0, p.updates) })
    if (update % every === 0 && update < p.updates) yield now(update)
  }
  const weights = Float64Array.from(rounded(Float32Array.from(net.weights), ROUNDING))
  return { ...now(p.updates), weights }
}

/** Generated frames, [clips, GENERATED, channels, PIXELS]: each from the three before it, limited to 0 … 1. */
export function generate(net: Perceptron, channels: 1 | 2, clips: readonly Clip[]): Float64Array {
  const size = frameSize(channels)
  const layers: Layers = layersOf(net, clips.length)
  const [inputs, outputs] = [inputsOf(layers), outputsOf(layers)]
  for (const [n, clip] of clips.entries()) paintClip(clip, channels, 0, GIVEN, inputs, n * GIVEN * size)
  const out = new Float64Array(clips.length * GENERATED * size)
  for (let f = 0; f < GENERATED; f++) {
    forwardDense(net, layers, relu)
    for (let n = 0; n < clips.length; n++) {
      const frame = out.subarray((n * GENERATED + f) * size, (n * GENERATED + f + 1) * size)
      for (let i = 0; i < size; i++) frame[i] = Math.min(Math.max(outputs[n * size + i]!, 0), 1)
      const window = inputs.subarray(n * GIVEN * size, (n + 1) * GIVEN * size)
      window.copyWithin(0, size)
      window.set(frame, (GIVEN - 1) * size)
    }
  }
  return out
}

/** What a generated clip shows. */
export interface Reading {
  /** Mean way between two generated frames over their interval. */
  v: number
  r: number
  /** Share of blue in what is not white. */
  blue: number
}
/** Reads `frames` frames from `at` on: places and radii from the sum of both colours. */
export function readClip(film: ArrayLike<number>, channels: 1 | 2, at = 0, frames: number = GENERATED): Reading {
  const size = frameSize(channels)
  const seen = new Float64Array(PIXELS)
  let [way, radius, blue, all, before] = [0, 0, 0, 0, Number.NaN]
  for (let f = 0; f < frames; f++) {
    for (let j = 0; j < PIXELS; j++) {
      const from = at + f * size + j
      const second = channels === 2 ? film[from + PIXELS]! : 0
      seen[j] = film[from]! + second
      blue += second
      all += seen[j]!
    }
    const place = placeOf(seen)
    if (f > 0) way += shortest(place - before)
    before = place
    radius += radiusOf(seen) / frames
  }
  return { v: way / ((frames - 1) * INTERVAL), r: radius, blue: all > 0 ? blue / all : 0 }
}

export function readAll(net: Perceptron, channels: 1 | 2, clips: readonly Clip[]): Reading[] {
  const films = generate(net, channels, clips)
  return clips.map((_, n) => readClip(films, channels, n * GENERATED * frameSize(channels)))
}

/** Clips that differ from each other only in place and size, for medians. */
export function variants(v: number, channel: Channel, radii: readonly number[], starts: number): Clip[] {
  return radii.flatMap((r) => Array.from({ length: starts }, (_, k) => ({ x: (10 * (k + 0.1)) / starts, v, r, channel })))
}
export const LAST_FRAME = FRAMES - 1
