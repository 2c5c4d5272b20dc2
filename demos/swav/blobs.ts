// The data: six Gaussian blobs in the plane. Two views of a point are the point with two independent jitters.
import type { Placed, Point } from '@/contract'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyNormal as normal } from '@/numerics/steadyNormal'
import { JUDGED } from './sizes'

export const BLOBS = 6
const RADIUS = 1.6
export const SPREAD = 0.22
export const JITTER = 0.18

const HIGH = RADIUS / 2
const WIDE = RADIUS * Math.sqrt(0.75)
/** The blobs' places unless dragged: on a circle, the first on top, clockwise. */
const HOME: readonly Point[] = [
  [0, RADIUS],
  [WIDE, HIGH],
  [WIDE, -HIGH],
  [0, -RADIUS],
  [-WIDE, -HIGH],
  [-WIDE, HIGH],
]

export const centreOf = (centres: readonly Placed[], index: number): Point =>
  centres.find((placed) => placed.index === index)?.at ?? HOME[index]!

/** Draws samples into both views [count, 2], and says which blobs they are from. */
export function drawBatch(
  random: Stream,
  centres: readonly Point[],
  count: number,
  first: Float64Array,
  second: Float64Array,
  blobs: Int32Array,
): void {
  for (let i = 0; i < count; i++) {
    const blob = Math.floor(uniform(random) * BLOBS)
    const [cx, cy] = centres[blob]!
    const x = cx + SPREAD * normal(random)
    const y = cy + SPREAD * normal(random)
    blobs[i] = blob
    first[2 * i] = x + JITTER * normal(random)
    first[2 * i + 1] = y + JITTER * normal(random)
    second[2 * i] = x + JITTER * normal(random)
    second[2 * i + 1] = y + JITTER * normal(random)
  }
}

/** Points for judging a network, [BLOBS × JUDGED, 2], blob by blob, without jitter. */
export function judgedPoints(seed: number, centres: readonly Point[]): Float64Array {
  const random = stream(seed, 'judged')
  const points = new Float64Array(2 * BLOBS * JUDGED)
  for (let i = 0; i < BLOBS * JUDGED; i++) {
    const [cx, cy] = centres[Math.floor(i / JUDGED)]!
    points[2 * i] = cx + SPREAD * normal(random)
    points[2 * i + 1] = cy + SPREAD * normal(random)
  }
  return points
}

export interface Batch {
  /** Both views, [count, 2]. */
  readonly views: readonly [Float64Array, Float64Array]
  readonly blobs: Int32Array
}

/** A batch that stays the same during the training, sorted by blob: the one that is drawn. */
export function watchedBatch(seed: number, centres: readonly Point[], count: number): Batch {
  const [first, second, blobs] = [new Float64Array(2 * count), new Float64Array(2 * count), new Int32Array(count)]
  drawBatch(stream(seed, 'watched'), centres, count, first, second, blobs)
  const order = Array.from(blobs.keys()).sort((a, b) => blobs[a]! - blobs[b]! || a - b)
  const sorted = (values: Float64Array) => Float64Array.from(order.flatMap((i) => [values[2 * i]!, values[2 * i + 1]!]))
  return { views: [sorted(first), sorted(second)], blobs: Int32Array.from(order, (i) => blobs[i]!) }
}
