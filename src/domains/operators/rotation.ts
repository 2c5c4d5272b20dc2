// The rotation (x, y) → (x + α, y + β) of the torus, observed by the same waves: K e_{k,l} = exp(2πi(kα + lβ)) e_{k,l}. Nothing leaves the box.

const turns = (value: number) => value - Math.floor(value)

/** Angles of the eigenvalues in turns, [0, 1); row by row, k outermost. */
export function rotationAngles(box: number, alpha: number, beta: number): Float64Array {
  const side = 2 * box + 1
  return Float64Array.from({ length: side * side }, (_, i) =>
    turns((Math.floor(i / side) - box) * alpha + ((i % side) - box) * beta),
  )
}

/** τ(z): K is normal, so it is the distance to the nearest eigenvalue. Also returns which wave that is. */
export function rotationResidual(angles: Float64Array, re: number, im: number): { residual: number; index: number } {
  const here = Math.atan2(im, re) / (2 * Math.PI)
  let least = 1
  let index = 0
  for (let i = 0; i < angles.length; i++) {
    const off = angles[i]! - here
    const far = Math.abs(off - Math.round(off))
    if (far >= least) continue
    least = far
    index = i
  }
  const turn = 2 * Math.PI * angles[index]!
  return { residual: Math.hypot(re - Math.cos(turn), im - Math.sin(turn)), index }
}

/** Largest τ on the unit circle: half the widest gap between eigenvalues, as a chord. */
export function widestGap(angles: Float64Array): number {
  const sorted = angles.toSorted()
  let gap = sorted[0]! + 1 - sorted.at(-1)!
  for (let i = 1; i < sorted.length; i++) gap = Math.max(gap, sorted[i]! - sorted[i - 1]!)
  return 2 * Math.sin((Math.PI * gap) / 2)
}
