// The encoder f: a patch, the mean of the visible ones around it, and the mean of the visible ones around these, 24 → 48 (ReLU) → 8. With it goes the rest
// of what is learned: a decoder 8 → 8 and 24 prototypes. All weights are one vector, so that the teacher is a copy of it.
import { forwardDense, relu } from '@/domains/nets/denseNet'
import {
  inputsOf,
  type Layers,
  layersOf,
  outputsOf,
  type Perceptron,
  startPerceptron,
  weightCount,
} from '@/domains/nets/perceptron'
import { stream, uniform } from '@/numerics/random'
import { CELLS, GRID, SIZE } from '../world/pictures'

/** Numbers of a feature, and of prototypes. */
export const FEATURES = 8
export const PROTOTYPES = 24
const HIDDEN = 48
const INPUTS = 3 * SIZE
export const ENCODER = [INPUTS, HIDDEN, FEATURES] as const
const DECODER = [FEATURES, SIZE] as const
const ENCODER_WEIGHTS = weightCount(ENCODER)
const DECODER_WEIGHTS = weightCount(DECODER)

export interface Network {
  readonly weights: Float64Array
  readonly encoder: Perceptron
  readonly decoder: Perceptron
  /** [PROTOTYPES, FEATURES] */
  readonly prototypes: Float64Array
}
/** The parts of one vector of weights. */
export function networkFrom(weights: Float64Array): Network {
  const end = ENCODER_WEIGHTS + DECODER_WEIGHTS
  return {
    weights,
    encoder: { sizes: ENCODER, weights: weights.subarray(0, ENCODER_WEIGHTS) },
    decoder: { sizes: DECODER, weights: weights.subarray(ENCODER_WEIGHTS, end) },
    prototypes: weights.subarray(end),
  }
}
/** Weights and biases uniform in ±1/√in. */
export function startNetwork(seed: number): Network {
  const random = stream(seed, 'weights')
  const [encoder, decoder] = [startPerceptron(ENCODER, random), startPerceptron(DECODER, random)]
  const bound = 1 / Math.sqrt(FEATURES)
  const prototypes = Array.from({ length: PROTOTYPES * FEATURES }, () => bound * (2 * uniform(random) - 1))
  return networkFrom(Float64Array.from([...encoder.weights, ...decoder.weights, ...prototypes]))
}

/** For each cell those at distance 1, then those at distance 2, as far as they are in the picture. */
const RINGS = Array.from({ length: CELLS }, (_, cell) => {
  const [column, row] = [cell % GRID, Math.floor(cell / GRID)]
  const rings: [number[], number[]] = [[], []]
  for (let r = Math.max(row - 2, 0); r <= Math.min(row + 2, GRID - 1); r++)
    for (let c = Math.max(column - 2, 0); c <= Math.min(column + 2, GRID - 1); c++) {
      const distance = Math.max(Math.abs(r - row), Math.abs(c - column))
      if (distance > 0) rings[distance - 1]!.push(r * GRID + c)
    }
  return rings.map((ring) => Int32Array.from(ring))
}).flat()

/**
 * What the encoder sees of a picture: patches [CELLS, SIZE] at `from` become inputs [CELLS, 3 SIZE] at picture `at` of `out`. Hidden patches (0 in
 * `visible`, [CELLS] from `visibleFrom` on) are 0, and no part of any mean.
 */
export function writeInputs(
  patches: Float64Array,
  from: number,
  visible: Uint8Array | null,
  visibleFrom: number,
  out: Float64Array,
  at: number,
): void {
  const [cells, size, rings] = [CELLS, SIZE, RINGS] // an import that is read in the loop costs as much as the sums
  out.fill(0, at * cells * 3 * size, (at + 1) * cells * 3 * size)
  for (let cell = 0; cell < cells; cell++) {
    const row = (at * cells + cell) * 3 * size
    if (visible === null || visible[visibleFrom + cell] === 1) {
      const own = from + cell * size
      for (let k = 0; k < size; k++) out[row + k] = patches[own + k]!
    }
    for (let ring = 0; ring < 2; ring++) {
      const first = row + size * (ring + 1)
      const around = rings[2 * cell + ring]!
      let count = 0
      for (let i = 0; i < around.length; i++) {
        const other = around[i]!
        if (visible !== null && visible[visibleFrom + other] === 0) continue
        count++
        const source = from + other * size
        for (let k = 0; k < size; k++) out[first + k]! += patches[source + k]!
      }
      if (count > 1) for (let k = 0; k < size; k++) out[first + k]! /= count
    }
  }
}

/** Memory for the passes of a batch of pictures. */
export const layersFor = (encoder: Perceptron, pictures: number): Layers => layersOf(encoder, pictures * CELLS)
/** After `writeInputs` into the inputs of `layers`: features [patches, FEATURES]. */
export function encode(encoder: Perceptron, layers: Layers): Float64Array {
  forwardDense(encoder, layers, relu)
  return outputsOf(layers)
}
/** Features of a picture of which everything is seen, [CELLS, FEATURES]. */
export function featuresOf(encoder: Perceptron, patches: Float64Array): Float64Array {
  const layers = layersFor(encoder, 1)
  writeInputs(patches, 0, null, 0, inputsOf(layers), 0)
  return encode(encoder, layers).slice()
}
