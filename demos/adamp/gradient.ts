// The gradient that every method is given.
import { lossOf, type Params } from './params'

/** Gradient at w: of the loss, with its noise, and of the pull to length 1. Noise and loss are tangent. */
export function gradientAt(w: ArrayLike<number>, draw: ArrayLike<number>, p: Params, out: Float64Array): void {
  lossOf(p).gradient(w, out)
  const length = Math.sqrt(w[0]! * w[0]! + w[1]! * w[1]! + w[2]! * w[2]!)
  const along = (draw[0]! * w[0]! + draw[1]! * w[1]! + draw[2]! * w[2]!) / length
  const pull = p.radial * (length - 1)
  for (let i = 0; i < 3; i++) {
    const outward = w[i]! / length
    out[i] = out[i]! + (draw[i]! - along * outward) / length + pull * outward
  }
}
