// Learner B, the nearest cases: an ideal conditional diffusion model of finitely many clips answers p(future | shown) = Σ wᵢ δ(future - futureᵢ), with
// wᵢ ∝ exp(-|shown - shownᵢ|²/2h²). Nothing is trained.
import { stream } from '@/numerics/random'
import { channelsOf, type Training } from '../params'
import { FRAMES, GIVEN } from '../world/ring'
import { boxesOf, type Clip, drawClip, filmOf, frameSize, paintClip } from './clips'

/** Clips that stand for infinitely many. */
export const MANY = 2000
const FAINT = 1e-12 // weights below this share of the largest are not painted

export interface Cases {
  clips: readonly Clip[]
  channels: 1 | 2
  /** Their given frames, [clips, GIVEN, channels, PIXELS]. */
  shown: Float64Array
}
export function casesFrom(clips: readonly Clip[], channels: 1 | 2): Cases {
  const size = GIVEN * frameSize(channels)
  const shown = new Float64Array(clips.length * size)
  for (const [n, clip] of clips.entries()) shown.set(filmOf(clip, channels, GIVEN), n * size)
  return { clips, channels, shown }
}

type Wanted = Pick<Training, 'gap' | 'gapAt' | 'island' | 'slowest' | 'fastest' | 'mirror' | 'pair' | 'clips' | 'seed'>
const made: { key: string; cases: Cases }[] = []
/** The clips of a training, the newest few kept: the same as the network's if there are finitely many. */
export function casesOf(p: Wanted): Cases {
  const boxes = boxesOf(p)
  const count = Math.min(p.clips, MANY)
  const key = JSON.stringify([boxes, p.mirror, p.pair, count, p.seed])
  const known = made.find((one) => one.key === key)
  if (known) return known.cases
  const draws = stream(p.seed, 'clips')
  const cases = casesFrom(
    Array.from({ length: count }, () => drawClip(draws, boxes, p.mirror)),
    channelsOf(p),
  )
  made.unshift({ key, cases })
  made.length = Math.min(made.length, 4)
  return cases
}

export interface Retrieval {
  /** wᵢ, with sum 1. */
  weights: Float64Array
  nearest: number
  /** Squared pixel distance of the nearest case. */
  distance: number
  /** Σ wᵢ vᵢ. */
  velocity: number
}
/** Weighs all cases by their distance from the given frames. */
export function retrieve({ clips, shown }: Cases, given: ArrayLike<number>, h: number): Retrieval {
  const size = given.length
  const weights = new Float64Array(clips.length)
  let [nearest, distance] = [0, Number.POSITIVE_INFINITY]
  for (let n = 0; n < clips.length; n++) {
    let sum = 0
    for (let i = 0; i < size; i++) {
      const difference = given[i]! - shown[n * size + i]!
      sum += difference * difference
    }
    weights[n] = sum
    if (sum < distance) [nearest, distance] = [n, sum]
  }
  for (let n = 0; n < clips.length; n++) weights[n] = Math.exp((distance - weights[n]!) / (2 * h * h))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let velocity = 0
  for (let n = 0; n < clips.length; n++) {
    weights[n]! /= total
    velocity += weights[n]! * clips[n]!.v
  }
  return { weights, nearest, distance, velocity }
}

/** The mean of the futures, each as dark as its weight: frames `from` to `to - 1`. */
export function meanFilm(
  { clips, channels }: Cases,
  weights: Float64Array,
  from: number = GIVEN,
  to: number = FRAMES,
): Float64Array {
  const out = new Float64Array((to - from) * frameSize(channels))
  const most = weights.reduce((a, b) => Math.max(a, b), 0)
  let total = 0
  for (const weight of weights) if (weight >= FAINT * most) total += weight
  const one = new Float64Array(out.length)
  for (const [n, weight] of weights.entries()) {
    if (weight < FAINT * most) continue
    one.fill(0)
    paintClip(clips[n]!, channels, from, to, one)
    for (let i = 0; i < out.length; i++) out[i]! += (weight / total) * one[i]!
  }
  return out
}
