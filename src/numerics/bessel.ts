// Bessel functions of the first kind from their integral, J_m(x) = 1/2π ∫ cos(mτ - x sin τ) dτ. On a whole period the error of the trapezoid rule is
// J of order POINTS - m, below 1e-16 while m + |x| stays under 32.

const POINTS = 64

/** J_m(x) for whole m and m + |x| < 32. */
export function besselJ(m: number, x: number): number {
  let sum = 0
  for (let k = 0; k < POINTS; k++) {
    const angle = (2 * Math.PI * k) / POINTS
    sum += Math.cos(m * angle - x * Math.sin(angle))
  }
  return sum / POINTS
}

const QUARTER = POINTS / 4
const SINES = Float64Array.from({ length: QUARTER + 1 }, (_, k) => Math.sin((2 * Math.PI * k) / POINTS))

/** J_0(x) for |x| < 32, from a quarter of the period. */
export function besselJ0(x: number): number {
  let sum = (1 + Math.cos(x)) / 2
  for (let k = 1; k < QUARTER; k++) sum += Math.cos(x * SINES[k]!)
  return sum / QUARTER
}

/** 1 - J_0(x) for |x| < 32, exact to the last digits at small x too. */
export function lackOfJ0(x: number): number {
  let sum = Math.sin(x / 2) ** 2
  for (let k = 1; k < QUARTER; k++) sum += 2 * Math.sin((x * SINES[k]!) / 2) ** 2 // 1 - cos
  return sum / QUARTER
}
