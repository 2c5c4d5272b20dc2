// Iterative preference optimization of a table policy, as a proximal-point method on distributions with Nesterov's extrapolation in log space
// (He, Yuan and Gu 2024): π̂' ∝ π exp(r/β), then π' ∝ π̂' (π̂'/π̂)^α.

/** One policy in training. Logits up to a constant, the largest is 0; all [K]. */
export interface Lane {
  /** log π̂: the result of the last tilt. */
  hat: Float64Array
  /** log π̂ of the round before. */
  before: Float64Array
  /** log π: pushed further by the share α of the last move; the next tilt starts here. */
  pushed: Float64Array
}

const settle = (logits: Float64Array) => {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  for (let y = 0; y < logits.length; y++) logits[y]! -= largest
}

/** At the reference: shares [K], all positive. */
export function laneAt(reference: readonly number[]): Lane {
  const hat = Float64Array.from(reference, Math.log)
  settle(hat)
  return { hat, before: hat.slice(), pushed: hat.slice() }
}

/** One round: tilts by `gain` [K], the reward over β, and pushes the result by the share `alpha` of its move. */
export function advance({ hat, before, pushed }: Lane, gain: ArrayLike<number>, alpha: number): void {
  for (let y = 0; y < hat.length; y++) {
    before[y] = hat[y]!
    hat[y] = pushed[y]! + gain[y]!
  }
  settle(hat)
  for (let y = 0; y < hat.length; y++) pushed[y] = hat[y]! + alpha * (hat[y]! - before[y]!)
  settle(pushed)
}

/** Probabilities of logits whose largest is 0; fills `out` and returns it. */
export function policyOf(logits: ArrayLike<number>, out: Float64Array = new Float64Array(logits.length)): Float64Array {
  let sum = 0
  for (let y = 0; y < logits.length; y++) {
    out[y] = Math.exp(logits[y]!)
    sum += out[y]!
  }
  for (let y = 0; y < out.length; y++) out[y]! /= sum
  return out
}

/** How much less than the best answer a policy earns: Σ π(y) (max r − r(y)). It subtracts no nearly equal numbers, so tiny gaps are exact too. */
export function gap(logits: Float64Array, reward: readonly number[]): number {
  const best = Math.max(...reward)
  let [sum, lost] = [0, 0]
  for (let y = 0; y < logits.length; y++) {
    const weight = Math.exp(logits[y]!)
    sum += weight
    lost += weight * (best - reward[y]!)
  }
  return lost / sum
}

/**
 * How far a policy has moved along the tilted family π_ref exp(a r/β): the least-squares a of log(π/π_ref) on r/β. NaN if all rewards are equal. With
 * an exact reward the policies are in this family, and a is exact.
 */
export function tilt(logits: Float64Array, reference: readonly number[], reward: readonly number[], beta: number): number {
  const count = reward.length
  const mean = reward.reduce((all, r) => all + r, 0) / count
  let [along, square] = [0, 0]
  for (let y = 0; y < count; y++) {
    const r = (reward[y]! - mean) / beta
    along += r * (logits[y]! - Math.log(reference[y]!))
    square += r * r
  }
  return along / square
}

/** The same in closed form: a_t = t/(1−α) − α(1−α^t)/(1−α)². */
export const tiltAfter = (t: number, alpha: number): number => t / (1 - alpha) - (alpha * (1 - alpha ** t)) / (1 - alpha) ** 2

/** The line that it approaches: t/(1−α) − α/(1−α)². */
export const tiltLine = (t: number, alpha: number): number => t / (1 - alpha) - alpha / (1 - alpha) ** 2
