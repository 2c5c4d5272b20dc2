// Samplers from t down to s < t for x_t = α x0 + σ ε, with a model of x̂0. One step takes all numbers of `x`; v = α̇ x̂0 + σ̇ ε̂.
//   DDPM     a draw of N(fromX x + fromData x̂0, variance), the law of x_s given x_t and x0 = x̂0
//   SDE      x += (s - t)(f x - ½(1 + λ) g² score) + √(λ g² (t - s)) z       (Euler and Maruyama; λ = 0 is Euler, λ = 1 Anderson's reverse SDE)
//   DDIM     x_s = α_s x̂0 + σ_s ε̂
//   Euler    x += (s - t) v
//   Heun     x += (s - t)(v + v')/2, v' at the place that Euler reaches
//   2M       DPM-Solver++(2M): DDIM with x̂0 + (x̂0 - x̂0')/2r, x̂0' of the step before and r = h'/h of steps in ln(α/σ)
// Unlike ./fewCalls, whose last step has no memory, 2M keeps it to the end.
import { normal, type Stream } from '@/numerics/random'
import { bridge, driftRate, halfLogSnr, type Level, noiseRate, velocityFrom } from './affine'

export const SAMPLERS = ['ddpm', 'sde', 'ddim', 'euler', 'heun', 'dpm'] as const
export type Sampler = (typeof SAMPLERS)[number]
/** Whether it draws random numbers. */
export const isRandom = (sampler: string, lambda: number): boolean => sampler === 'ddpm' || (sampler === 'sde' && lambda > 0)
/** Calls of the model in a step. */
export const callsOf = (sampler: string): number => (sampler === 'heun' ? 2 : 1)

/** Writes x̂0 of all points `x` [n, dim] at a level to `out`. */
export type DataModel = (level: Level, x: Float64Array, out: Float64Array) => void

/** Plain data; arrays have one size. */
export interface AffineRun {
  x: Float64Array
  /** x̂0 where the last step began. */
  guess: Float64Array
  /** Holds nothing between two steps. */
  workspace: Float64Array
}
export const startAffine = (x: Float64Array): AffineRun => ({
  x,
  guess: new Float64Array(x.length),
  workspace: new Float64Array(x.length),
})

export interface AffineStep {
  readonly late: Level
  readonly early: Level
  /** t - s > 0. */
  readonly dt: number
  /** Level at which the step before began; null for the first. */
  readonly before: Level | null
  /** Noise of the reverse family. */
  readonly lambda: number
}

/** One step, in place; allocates nothing but a few numbers. */
export function stepAffine(
  run: AffineRun,
  sampler: Sampler,
  model: DataModel,
  { late, early, dt, before, lambda }: AffineStep,
  random: Stream,
): void {
  const { x, guess, workspace } = run
  if (sampler === 'dpm') workspace.set(guess)
  model(late, x, guess)
  const size = x.length
  if (sampler === 'ddpm') {
    const { fromX, fromData, variance } = bridge(late, early)
    const std = Math.sqrt(variance)
    for (let i = 0; i < size; i++) x[i] = fromX * x[i]! + fromData * guess[i]! + std * normal(random)
  } else if (sampler === 'sde') {
    const [f, g2] = [driftRate(late), noiseRate(late)]
    const kick = Math.sqrt(lambda * g2 * dt)
    for (let i = 0; i < size; i++) {
      const score = (late.alpha * guess[i]! - x[i]!) / late.sigma ** 2
      x[i]! -= dt * (f * x[i]! - ((1 + lambda) / 2) * g2 * score)
      if (kick > 0) x[i]! += kick * normal(random)
    }
  } else if (sampler === 'euler') {
    for (let i = 0; i < size; i++) x[i]! -= dt * velocityFrom(late, x[i]!, guess[i]!)
  } else if (sampler === 'heun') {
    for (let i = 0; i < size; i++) {
      const v = velocityFrom(late, x[i]!, guess[i]!)
      guess[i] = x[i]! - (dt / 2) * v
      x[i]! -= dt * v
    }
    model(early, x, workspace)
    for (let i = 0; i < size; i++) x[i] = guess[i]! - (dt / 2) * velocityFrom(early, x[i]!, workspace[i]!)
  } else {
    const ahead =
      sampler === 'dpm' && before ? (halfLogSnr(early) - halfLogSnr(late)) / (2 * (halfLogSnr(late) - halfLogSnr(before))) : 0
    const ratio = early.sigma / late.sigma
    for (let i = 0; i < size; i++) {
      const used = guess[i]! + ahead * (guess[i]! - workspace[i]!)
      x[i] = ratio * x[i]! + (early.alpha - late.alpha * ratio) * used
    }
  }
}

/** `steps` + 1 times, evenly from `from` down to `to`. */
export const evenTimes = (from: number, to: number, steps: number): Float64Array =>
  Float64Array.from({ length: steps + 1 }, (_, k) => (k === steps ? to : from + ((to - from) * k) / steps))
