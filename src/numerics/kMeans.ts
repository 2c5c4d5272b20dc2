// Lloyd's k-means in the plane.

const MOST_ROUNDS = 50

/** `count` centres [count, 2] of `points` [n, 2], n ≥ count; the first centres are points spread evenly over the list. */
export function kMeans(points: Float64Array, count: number): Float64Array {
  const owner = new Int32Array(points.length / 2).fill(-1)
  const centres = new Float64Array(2 * count)
  for (let c = 0; c < count; c++) {
    const from = Math.floor((c * owner.length) / count)
    centres.set(points.subarray(2 * from, 2 * from + 2), 2 * c)
  }
  const sums = new Float64Array(3 * count)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false
    sums.fill(0)
    for (let i = 0; i < owner.length; i++) {
      const [x, y] = [points[2 * i]!, points[2 * i + 1]!]
      let best = 0
      let least = Number.POSITIVE_INFINITY
      for (let c = 0; c < count; c++) {
        const far = (x - centres[2 * c]!) ** 2 + (y - centres[2 * c + 1]!) ** 2
        if (far < least) {
          least = far
          best = c
        }
      }
      if (owner[i] !== best) moved = true
      owner[i] = best
      sums[3 * best]! += x
      sums[3 * best + 1]! += y
      sums[3 * best + 2]!++
    }
    if (!moved) break
    for (let c = 0; c < count; c++) {
      const members = sums[3 * c + 2]!
      if (members === 0) continue // a centre without members stays where it is
      centres[2 * c] = sums[3 * c]! / members
      centres[2 * c + 1] = sums[3 * c + 1]! / members
    }
  }
  return centres
}
