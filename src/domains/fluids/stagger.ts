// Deals a field like cards: player (a, b) of s² gets every s-th sample, u[ps + a][qs + b]; `join` is the inverse.

/** Field [N, N] → hands [s, s, N/s, N/s], each hand contiguous: a player sees nothing else. `side` = N, divisible by `s`. */
export function split(field: ArrayLike<number>, side: number, s: number, out: Float64Array): void {
  const n = side / s
  for (let i = 0; i < side; i++) for (let j = 0; j < side; j++) out[dealt(i, j, n, s)] = field[i * side + j]!
}

/** Hands [s, s, N/s, N/s] → field [N, N]. */
export function join(hands: ArrayLike<number>, side: number, s: number, out: Float64Array): void {
  const n = side / s
  for (let i = 0; i < side; i++) for (let j = 0; j < side; j++) out[i * side + j] = hands[dealt(i, j, n, s)]!
}

/** Index of sample (i, j) among the hands: hand (i mod s, j mod s), place (⌊i/s⌋, ⌊j/s⌋). */
const dealt = (i: number, j: number, n: number, s: number): number =>
  (((i % s) * s + (j % s)) * n + Math.floor(i / s)) * n + Math.floor(j / s)
