// Complex polynomials p(ζ) = Σ aₖ ζᵏ without allocation. Coefficients: Float64Array [degree + 1, 2], (re, im) of a₀ first.

/** Horner's rule: writes p(ζ) and p'(ζ) as [re, im, re', im'] to `out`. */
export function evaluate(p: Float64Array, degree: number, re: number, im: number, out: Float64Array): void {
  let vr = p[2 * degree]!
  let vi = p[2 * degree + 1]!
  let dr = 0
  let di = 0
  for (let k = degree - 1; k >= 0; k--) {
    const nextDr = dr * re - di * im + vr
    di = dr * im + di * re + vi
    dr = nextDr
    const nextVr = vr * re - vi * im + p[2 * k]!
    vi = vr * im + vi * re + p[2 * k + 1]!
    vr = nextVr
  }
  out[0] = vr
  out[1] = vi
  out[2] = dr
  out[3] = di
}

/** Divides by (ζ - u) and drops the remainder p(u); the quotient, of one degree less, goes to `out`. */
export function deflate(p: Float64Array, degree: number, re: number, im: number, out: Float64Array): void {
  let br = p[2 * degree]!
  let bi = p[2 * degree + 1]!
  for (let k = degree - 1; k >= 0; k--) {
    out[2 * k] = br
    out[2 * k + 1] = bi
    const next = p[2 * k]! + br * re - bi * im
    bi = p[2 * k + 1]! + br * im + bi * re
    br = next
  }
}

const MOST_ROUNDS = 200 // simple roots take about 10; the error of a double one only halves each round
const value = new Float64Array(4)

/**
 * All roots by Ehrlich-Aberth iteration: `out` is [degree, 2]. The leading coefficient must not be 0.
 * Simple roots are good to some 1e-15 of their size, an m-fold one to the m-th root of that.
 */
export function roots(p: Float64Array, degree: number, out: Float64Array): void {
  let zeros = 0 // exact roots at 0 are split off: Newton would creep towards a multiple one
  while (zeros < degree && p[2 * zeros] === 0 && p[2 * zeros + 1] === 0) {
    out[2 * zeros] = 0
    out[2 * zeros + 1] = 0
    zeros++
  }
  const rest = zeros === 0 ? p : p.subarray(2 * zeros)
  const count = degree - zeros
  startOnCircle(rest, count, zeros, out)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let largest = 0
    for (let k = zeros; k < degree; k++) largest = Math.max(largest, refine(rest, count, zeros, degree, k, out))
    if (largest < 4e-16) return
  }
}

/** Start values on a circle that holds every root (Fujiwara's bound, halved), turned to break symmetry. */
function startOnCircle(p: Float64Array, degree: number, first: number, out: Float64Array): void {
  const lead = Math.hypot(p[2 * degree]!, p[2 * degree + 1]!)
  let radius = 0
  for (let k = 0; k < degree; k++) radius = Math.max(radius, (Math.hypot(p[2 * k]!, p[2 * k + 1]!) / lead) ** (1 / (degree - k)))
  for (let k = 0; k < degree; k++) {
    const angle = (2 * Math.PI * k) / degree + 0.7
    out[2 * (first + k)] = radius * Math.cos(angle)
    out[2 * (first + k) + 1] = radius * Math.sin(angle)
  }
}

/** One Aberth correction of root k: w = N / (1 - N Σ 1/(ζₖ - ζⱼ)), N = p/p'. Returns its size relative to the root. */
function refine(p: Float64Array, count: number, from: number, to: number, k: number, out: Float64Array): number {
  const re = out[2 * k]!
  const im = out[2 * k + 1]!
  evaluate(p, count, re, im, value)
  const pr = value[0]!
  const pi = value[1]!
  const dr = value[2]!
  const di = value[3]!
  // 1/w = p'/p - Σ 1/(ζₖ - ζⱼ): fails only where p = 0, which is a root
  const size = pr * pr + pi * pi
  if (size === 0) return 0
  let wr = (dr * pr + di * pi) / size
  let wi = (di * pr - dr * pi) / size
  for (let j = from; j < to; j++) {
    if (j === k) continue
    const x = re - out[2 * j]!
    const y = im - out[2 * j + 1]!
    const distance = x * x + y * y
    if (distance === 0) continue
    wr -= x / distance
    wi += y / distance
  }
  const inverse = wr * wr + wi * wi
  if (inverse === 0) return 0
  out[2 * k] = re - wr / inverse
  out[2 * k + 1] = im + wi / inverse
  return 1 / Math.sqrt(inverse) / Math.max(Math.hypot(re, im), 1e-300)
}

/** Largest modulus among `count` complex numbers, [count, 2]. */
export function largestModulus(numbers: Float64Array, count: number): number {
  let largest = 0
  for (let k = 0; k < count; k++) largest = Math.max(largest, Math.hypot(numbers[2 * k]!, numbers[2 * k + 1]!))
  return largest
}
