// Networks that predict the noise ε in x = x0 + σ ε, so that s = -ε/σ. Inputs are u = x/√(1 + σ²) and ½ ln σ. The network has two outputs; the gradient
// net one, E, and predicts ε = √(1 + σ²) ∇ₓE = ∇ᵤE: a gradient at every σ, whatever its weights.
import { type Layers, layersOf, outputsOf, type Perceptron, startPerceptron } from '@/domains/nets/perceptron'
import { forwardTangents, type TangentLayers, tangentLayers } from '@/domains/nets/tangents'
import { forwardTanh } from '@/domains/nets/tanhNet'
import { stream } from '@/numerics/random'
import { steadyLog } from '@/numerics/steady'
import type { NetKind } from './params'

export interface NoiseNet {
  kind: NetKind
  net: Perceptron
}
/** Both networks of a training. */
export type Pair = Readonly<Record<NetKind, NoiseNet>>

export const sizesOf = (kind: NetKind, width: number): readonly number[] => [3, width, width, kind === 'mlp' ? 2 : 1]
export const startNet = (kind: NetKind, width: number, seed: number): NoiseNet => ({
  kind,
  net: startPerceptron(sizesOf(kind, width), stream(seed, `first weights of ${kind}`)),
})

/** Writes the inputs of place `at`; derivatives are those along u. */
export function setInputs(
  values: Float64Array,
  batch: number,
  at: number,
  u: number,
  v: number,
  halfLog: number,
  directions: 0 | 2,
): void {
  values[3 * at] = u
  values[3 * at + 1] = v
  values[3 * at + 2] = halfLog
  if (directions === 0) return
  values[3 * (batch + at)] = 1
  values[3 * (2 * batch + at) + 1] = 1
}

const CHUNKS = [2, 20, 200] // places at once: the least that holds all, or the most
const chunkFor = (places: number): number => CHUNKS.find((size) => size >= places) ?? CHUNKS.at(-1)!
const plain = new Map<string, Layers>()
const along = new Map<string, TangentLayers>()
function plainOf(net: Perceptron, chunk: number): Layers {
  const key = `${chunk} ${net.sizes}`
  const made = plain.get(key) ?? layersOf(net, chunk)
  plain.set(key, made)
  return made
}
function alongOf(net: Perceptron, chunk: number): TangentLayers {
  const key = `${chunk} ${net.sizes}`
  const made = along.get(key) ?? tangentLayers(net, chunk, 2)
  along.set(key, made)
  return made
}

/** ε at `points` [n, 2], written to `out` [n, 2]. */
export function fillNoise({ kind, net }: NoiseNet, sigma: number, points: Float64Array, out: Float64Array): void {
  eachChunk(kind, net, sigma, points, (values, from, count, chunk) => {
    if (kind === 'mlp') out.set(values.subarray(0, 2 * count), 2 * from)
    else
      for (let n = 0; n < count; n++) {
        out[2 * (from + n)] = values[chunk + n]!
        out[2 * (from + n) + 1] = values[2 * chunk + n]!
      }
  })
}

function eachChunk(
  kind: NetKind,
  net: Perceptron,
  sigma: number,
  points: Float64Array,
  take: (outputs: Float64Array, from: number, count: number, chunk: number) => void,
): void {
  const scale = 1 / Math.sqrt(1 + sigma * sigma)
  const halfLog = steadyLog(sigma) / 2
  const total = points.length / 2
  const chunk = chunkFor(total)
  const layers = kind === 'mlp' ? plainOf(net, chunk) : alongOf(net, chunk)
  for (let from = 0; from < total; from += chunk) {
    const count = Math.min(chunk, total - from)
    const inputs = layers.values[0]!
    for (let n = 0; n < count; n++) {
      const at = 2 * (from + n)
      setInputs(inputs, chunk, n, scale * points[at]!, scale * points[at + 1]!, halfLog, kind === 'mlp' ? 0 : 2)
    }
    if (kind === 'mlp') {
      forwardTanh(net, layers as Layers)
      take(outputsOf(layers as Layers), from, count, chunk)
    } else take(forwardTangents(net, layers as TangentLayers), from, count, chunk)
  }
}

const APART = 2e-5 // in u, from a place to those of its central differences

/**
 * Jacobians of ε in x at `points` [n, 2]: ∂₁ε₁, ∂₂ε₁, ∂₁ε₂, ∂₂ε₂, written to `out` [n, 4]. Those of the network go through its layers; those of the
 * gradient net are central differences of its gradient, within 1e-8, which need not be symmetric.
 */
export function fillNoiseJacobians(noiseNet: NoiseNet, sigma: number, points: Float64Array, out: Float64Array): void {
  const { kind, net } = noiseNet
  const root = Math.sqrt(1 + sigma * sigma)
  const total = points.length / 2
  if (kind === 'mlp') {
    const chunk = chunkFor(total)
    const layers = alongOf(net, chunk)
    const halfLog = steadyLog(sigma) / 2
    for (let from = 0; from < total; from += chunk) {
      const count = Math.min(chunk, total - from)
      for (let n = 0; n < count; n++) {
        const at = 2 * (from + n)
        setInputs(layers.values[0]!, chunk, n, points[at]! / root, points[at + 1]! / root, halfLog, 2)
      }
      const values = forwardTangents(net, layers)
      for (let n = 0; n < count; n++)
        for (const axis of [0, 1])
          for (const way of [0, 1]) out[4 * (from + n) + 2 * axis + way] = values[2 * ((1 + way) * chunk + n) + axis]! / root
    }
    return
  }
  const moved = new Float64Array(points.length)
  const ends = [new Float64Array(points.length), new Float64Array(points.length)] as const
  const apart = APART * root
  for (const way of [0, 1]) {
    for (const [side, end] of ends.entries()) {
      moved.set(points)
      for (let n = 0; n < total; n++) moved[2 * n + way]! += side === 0 ? apart : -apart
      fillNoise(noiseNet, sigma, moved, end)
    }
    for (let n = 0; n < total; n++)
      for (const axis of [0, 1]) out[4 * n + 2 * axis + way] = (ends[0][2 * n + axis]! - ends[1][2 * n + axis]!) / (2 * apart)
  }
}
