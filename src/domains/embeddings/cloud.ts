// What a cloud of unit vectors looks like: in how many directions it lies, how alike its points are, whether neighbours are of a kind.

/** exp(-Σ p ln p) with p = σ²/Σσ²: the number of directions that count, 1 to the number of values. */
export function effectiveRank(values: ArrayLike<number>): number {
  let all = 0
  for (let k = 0; k < values.length; k++) all += values[k]! * values[k]!
  let entropy = 0
  for (let k = 0; k < values.length; k++) {
    const share = (values[k]! * values[k]!) / all
    if (share > 0) entropy -= share * Math.log(share)
  }
  return Math.exp(entropy)
}

/** Mean cosine of all pairs of different rows of a matrix [count, d] of unit vectors: (|Σ z|² - n)/(n (n - 1)). */
export function meanCosine(rows: Float64Array, count: number, d: number): number {
  let square = 0
  for (let j = 0; j < d; j++) {
    let sum = 0
    for (let i = 0; i < count; i++) sum += rows[i * d + j]!
    square += sum * sum
  }
  return (square - count) / (count * (count - 1))
}

/** Share of the queries [count, d] whose nearest row, other than their own, has their class. Rows and queries are unit vectors. */
export function neighbourAccuracy(queries: Float64Array, rows: Float64Array, classes: ArrayLike<number>, d: number): number {
  const count = classes.length
  let right = 0
  for (let i = 0; i < count; i++) {
    let [best, nearest] = [Number.NEGATIVE_INFINITY, -1]
    for (let k = 0; k < count; k++) {
      if (k === i) continue
      let along = 0
      for (let j = 0; j < d; j++) along += queries[i * d + j]! * rows[k * d + j]!
      if (along > best) [best, nearest] = [along, k]
    }
    if (nearest >= 0 && classes[nearest] === classes[i]) right++
  }
  return right / count
}
