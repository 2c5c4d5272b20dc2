// Wasserstein's distance W₂: the root of the mean squared way when one distribution is carried to the other as shortly as can be. On a line the
// shortest way keeps the order, so it compares quantiles; in a plane `sliced` averages over directions.

const LEAST = 1e-300 // a share below it counts as none: its reciprocal is not finite

/** Of two densities on the same cells of this width, each constant within a cell; they need not be normalised. NaN where one has no mass. */
export function densityDistance(a: ArrayLike<number>, b: ArrayLike<number>, width: number): number {
  const n = a.length
  let massA = 0
  let massB = 0
  for (let k = 0; k < n; k++) {
    massA += a[k]!
    massB += b[k]!
  }
  if (!(massA > 0 && massB > 0)) return Number.NaN
  let i = 0
  let j = 0
  let shareA = a[0]! / massA
  let shareB = b[0]! / massB
  let perA = 1 / shareA // place within a cell for each unit of its share
  let perB = 1 / shareB
  let leftA = shareA > LEAST ? shareA : 0 // of cells i and j, what was not carried yet
  let leftB = shareB > LEAST ? shareB : 0
  let sum = 0
  while (i < n && j < n) {
    const take = Math.min(leftA, leftB)
    if (take > 0) {
      const first = i - leftA * perA - (j - leftB * perB)
      const last = first + take * perA - take * perB
      sum += (take * (first * first + first * last + last * last)) / 3
    }
    leftA -= take
    leftB -= take
    if (!(leftA > 0)) {
      i++
      shareA = i < n ? a[i]! / massA : 0
      perA = 1 / shareA
      leftA = shareA > LEAST ? shareA : 0
    }
    if (!(leftB > 0)) {
      j++
      shareB = j < n ? b[j]! / massB : 0
      perB = 1 / shareB
      leftB = shareB > LEAST ? shareB : 0
    }
  }
  return width * Math.sqrt(sum)
}

/** Coordinates of points `x` [n, 2] along `directions` evenly spread half-turns, sorted: [directions, n]. */
export function projections(x: Float64Array, directions: number): Float64Array {
  const n = x.length / 2
  const out = new Float64Array(directions * n)
  for (let d = 0; d < directions; d++) {
    const angle = (Math.PI * (d + 0.5)) / directions
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const own = out.subarray(d * n, (d + 1) * n)
    for (let k = 0; k < n; k++) own[k] = cos * x[2 * k]! + sin * x[2 * k + 1]!
    own.sort()
  }
  return out
}

/** Of as many points in a plane each, from their `projections`: the root of the mean over directions of W₂², "sliced". A shift by d has d/√2. */
export function slicedDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2
  return Math.sqrt(sum / a.length)
}
