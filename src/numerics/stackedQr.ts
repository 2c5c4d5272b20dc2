// R of a QR decomposition whose rows come in blocks. Only R is kept, so memory does not grow with the data.

/** R, [size, size] row-major, upper triangular: R'R is the Gram matrix of all rows so far. */
export interface Triangle {
  size: number
  r: Float64Array
}
export const emptyTriangle = (size: number): Triangle => ({ size, r: new Float64Array(size * size) })

/** Adds `count` rows; `block` is [size, count], column by column, and is overwritten. Householder: 2 count size² operations. */
export function absorb({ size, r }: Triangle, block: Float64Array, count: number): void {
  for (let j = 0; j < size; j++) {
    const own = j * count
    let tail = 0
    for (let i = 0; i < count; i++) tail += block[own + i]! ** 2
    if (tail === 0) continue
    const head = r[j * size + j]!
    const length = Math.sqrt(head * head + tail)
    const end = head > 0 ? -length : length
    const lead = head - end
    const scale = 2 / (lead * lead + tail)
    r[j * size + j] = end
    for (let k = j + 1; k < size; k++) {
      const other = k * count
      let dot = lead * r[j * size + k]!
      for (let i = 0; i < count; i++) dot += block[own + i]! * block[other + i]!
      dot *= scale
      r[j * size + k]! -= dot * lead
      for (let i = 0; i < count; i++) block[other + i]! -= dot * block[own + i]!
    }
  }
}

/** R of the same rows with only some of the columns. */
export function withColumns({ size, r }: Triangle, columns: readonly number[]): Triangle {
  const next = emptyTriangle(columns.length)
  const block = new Float64Array(columns.length * size)
  for (const [k, column] of columns.entries()) for (let i = 0; i < size; i++) block[k * size + i] = r[i * size + column]!
  absorb(next, block, size)
  return next
}
