// How near a picture is to another.
import { steadyLog10 } from './steady'

/** Mean of the squared differences; both of one length. */
export function meanSquaredError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return sum / a.length
}

/** Peak signal-to-noise ratio in dB, 10 log₁₀ (range²/mse); ∞ for equal pictures. `range`: from the darkest to the brightest value. */
export const psnr = (a: ArrayLike<number>, b: ArrayLike<number>, range = 2): number =>
  -10 * steadyLog10(meanSquaredError(a, b) / (range * range))
