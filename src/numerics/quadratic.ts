// Roots of x² - sum·x + product = 0 with real coefficients: the eigenvalues of a 2×2 matrix of that trace and determinant.

export type Complex = readonly [re: number, im: number]

const ROUNDING = 16 * Number.EPSILON // relative to the terms; a double root computed through it is off by at most 6e-8 of its size

/** sum² - 4·product, exactly 0 where it is below the rounding of its terms: the sign then decides real, double or complex. */
export function discriminant(sum: number, product: number): number {
  const square = sum * sum
  const d = square - 4 * product
  return Math.abs(d) <= ROUNDING * Math.max(square, 4 * Math.abs(product)) ? 0 : d
}

/** Modulus of the larger root. Allocates nothing. */
export function largestModulus(sum: number, product: number): number {
  const d = discriminant(sum, product)
  return d < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(d)) / 2
}

/** Both roots: of real ones first the one of larger modulus, of a complex pair first the one in the upper half plane. */
export function quadraticRoots(sum: number, product: number): readonly [Complex, Complex] {
  const d = discriminant(sum, product)
  if (d < 0) {
    const im = Math.sqrt(-d) / 2
    return [
      [sum / 2, im],
      [sum / 2, -im],
    ]
  }
  const large = (sum < 0 ? sum - Math.sqrt(d) : sum + Math.sqrt(d)) / 2 // no cancellation; the other one follows from the product
  return [
    [large, 0],
    [d === 0 || large === 0 ? large : product / large, 0],
  ]
}
