// Rice's distribution: the distance from the origin of a round Gaussian (std s in each of two directions) whose mean lies at distance ρ.
//   p(r) = r/s² e^{-(r² + ρ²)/2s²} I₀(rρ/s²)

/** e^{-x} I₀(x) for x ≥ 0; relative error below 3e-7 (Abramowitz and Stegun 9.8.1, 9.8.2). */
export function scaledBesselI0(x: number): number {
  if (x < 3.75) {
    const t = (x / 3.75) ** 2
    return Math.exp(-x) * horner(SMALL, t)
  }
  return horner(LARGE, 3.75 / x) / Math.sqrt(x)
}

const SMALL = [1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813]
const LARGE = [0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633, 0.00392377]
const horner = (coefficients: readonly number[], t: number) => coefficients.reduceRight((sum, c) => sum * t + c, 0)

/** Density at the distance r ≥ 0. */
export function riceDensity(r: number, rho: number, s: number): number {
  const square = s * s
  return (r / square) * Math.exp(-((r - rho) ** 2) / (2 * square)) * scaledBesselI0((r * rho) / square)
}
