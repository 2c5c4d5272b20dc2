// Sinkhorn by hand: a few samples and prototypes on the circle, and one pass a step.

import type { Placed, Point } from '@/contract'
import { prototypePass, type Shape, samplePass, startCodes } from '@/domains/nets/sinkhorn'
import { scoresOf } from '@/domains/nets/swappedPrediction'
import { DEGREE } from '@/numerics/angles'
import type { Params } from './params'

/** Rounds that are shown; the paper stops after three. */
export const BENCH_ROUNDS = 30

export const onUnit = (angle: number): Point => [Math.cos(angle * DEGREE), Math.sin(angle * DEGREE)]

/** Degrees. Chosen: many samples around the first prototype, few elsewhere. */
const SAMPLES = [70, 130, 150, 140, 60, 260, 330, 310, 100, 20, 200, 350] as const
export const sampleAt = ({ samples }: Pick<Params, 'samples'>, index: number): Point =>
  placed(samples, index) ?? onUnit(SAMPLES[index]!)
export const starAt = ({ stars, prototypes }: Pick<Params, 'stars' | 'prototypes'>, index: number): Point =>
  placed(stars, index) ?? onUnit(90 - (360 * index) / prototypes)

function placed(all: readonly Placed[], index: number): Point | null {
  const at = all.find((one) => one.index === index)?.at
  if (!at) return null
  const length = Math.hypot(...at)
  return length > 1e-6 ? [at[0] / length, at[1] / length] : null
}

export const benchShape = (p: Pick<Params, 'handful' | 'prototypes'>): Shape => ({ samples: p.handful, prototypes: p.prototypes })

export function benchScores(p: Params): Float64Array {
  const { samples, prototypes } = benchShape(p)
  const z = Float64Array.from(Array.from({ length: samples }, (_, i) => sampleAt(p, i)).flat())
  const c = Float64Array.from(Array.from({ length: prototypes }, (_, k) => starAt(p, k)).flat())
  const scores = new Float64Array(samples * prototypes)
  scoresOf(z, c, { samples, prototypes }, 2, scores)
  return scores
}

/** exp(S/ε) over its total. */
export function startBench(p: Params): Float64Array {
  const codes = new Float64Array(p.handful * p.prototypes)
  startCodes(benchScores(p), benchShape(p), p.epsilon, codes)
  return codes
}

/** Pass number 1 is over the prototypes, 2 over the samples, and so on. */
export function pass(codes: Float64Array, p: Params, number: number): void {
  if (number % 2 === 1) prototypePass(codes, benchShape(p))
  else samplePass(codes, benchShape(p))
}

/** The mass of each prototype and each sample; 1 is a fair share. */
export function shares(codes: ArrayLike<number>, { samples, prototypes }: Shape): { stars: number[]; samples: number[] } {
  const stars = new Array<number>(prototypes).fill(0)
  const own = new Array<number>(samples).fill(0)
  let total = 0
  for (let i = 0; i < samples; i++) {
    for (let k = 0; k < prototypes; k++) {
      const q = codes[i * prototypes + k]!
      stars[k]! += q
      own[i]! += q
      total += q
    }
  }
  const scale = total > 0 ? 1 / total : 1
  return { stars: stars.map((v) => v * prototypes * scale), samples: own.map((v) => v * samples * scale) }
}
