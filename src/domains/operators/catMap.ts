// The cat map x → (2 1; 1 1) x on the torus, observed by the waves e_k = exp(2πi k·x), |k|∞ ≤ N: K e_k = e_{Ak}. Chains k, Ak, A²k, … leave the box
// after some steps, so EDMD is nilpotent except for the constant. Along a chain of m waves K - z is bidiagonal, and its smallest singular value has
// a closed form (README). τ leaves out the constant.

export interface Chain {
  /** The first wave: its image under A⁻¹ is outside the box. */
  start: readonly [number, number]
  length: number
}

/** Number of waves in the box, including the constant. */
export const waves = (box: number): number => (2 * box + 1) ** 2

const known = new Map<number, Chain>()

/** The longest chain in the box; the first among equals. */
export function longestChain(box: number): Chain {
  const old = known.get(box)
  if (old) return old
  const inside = (k: number, l: number) => Math.abs(k) <= box && Math.abs(l) <= box
  let best: Chain = { start: [1, 0], length: 0 }
  for (let k = -box; k <= box; k++) {
    for (let l = -box; l <= box; l++) {
      if ((k === 0 && l === 0) || inside(k - l, 2 * l - k)) continue // A⁻¹ = (1 -1; -1 2)
      let [x, y, length] = [k, l, 0]
      while (inside(x, y)) {
        ;[x, y] = [2 * x + y, x + y]
        length++
      }
      if (length > best.length) best = { start: [k, l], length }
    }
  }
  known.set(box, best)
  return best
}

/** τ(z) at |z| = modulus. */
export function catResidual(box: number, modulus: number): number {
  const { length } = longestChain(box)
  return Math.sqrt(1 + modulus * modulus - 2 * modulus * Math.cos(Math.PI / (length + 1)))
}

/** The waves of the best function at z and their coefficients, of norm 1: [k, l, re, im] a row. */
export function catFunction(box: number, re: number, im: number): readonly (readonly [number, number, number, number])[] {
  const { start, length } = longestChain(box)
  const angle = Math.atan2(im, re)
  const scale = Math.sqrt(2 / (length + 1))
  let [k, l] = start
  return Array.from({ length }, (_, j) => {
    const size = scale * Math.sin((Math.PI * (j + 1)) / (length + 1))
    const row = [k, l, size * Math.cos(angle * (j + 1)), -size * Math.sin(angle * (j + 1))] as const
    ;[k, l] = [2 * k + l, k + l]
    return row
  })
}
