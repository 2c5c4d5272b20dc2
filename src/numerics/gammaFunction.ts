// ln Γ and its second derivative: recurrence up to where Stirling's series holds to the last digits.

const ENOUGH = 12

/** ln Γ(x) for x > 0, within 2e-15 of itself and of 1. */
export function logGamma(x: number): number {
  let shift = 1
  let at = x
  while (at < ENOUGH) shift *= at++
  const inverse = 1 / (at * at)
  const tail =
    (1 / 12 +
      inverse * (-1 / 360 + inverse * (1 / 1260 + inverse * (-1 / 1680 + inverse * (1 / 1188 - (inverse * 691) / 360360))))) /
    at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + tail - Math.log(shift)
}

/** ψ₁(x) = (ln Γ)″ for x > 0: the variance of ln of a gamma variate of shape x. 0 at infinity. */
export function trigamma(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  let sum = 0
  let at = x
  while (at < ENOUGH) {
    sum += 1 / (at * at)
    at++
  }
  const inverse = 1 / (at * at)
  const series =
    1 / 6 +
    inverse *
      (-1 / 30 + inverse * (1 / 42 + inverse * (-1 / 30 + inverse * (5 / 66 + inverse * (-691 / 2730 + (inverse * 7) / 6)))))
  return sum + 1 / at + inverse / 2 + (series * inverse) / at
}
