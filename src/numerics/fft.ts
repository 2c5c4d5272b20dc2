// Discrete Fourier transform in place, X[k] = Σ x[j] exp(-2πi jk/n); the inverse divides by n. Radix 2; an odd factor of n is summed directly.

/** Tables for length `n` = odd · 2ᵏ. */
export interface Fourier {
  readonly n: number
  /** exp(-2πi j/n) for j < n/2. */
  readonly cos: Float64Array
  readonly sin: Float64Array
  /** Index with its bits reversed, [2ᵏ]. */
  readonly reversed: Uint32Array
  /** exp(-2πi j/odd) for j < odd. */
  readonly odd: { readonly n: number; readonly cos: Float64Array; readonly sin: Float64Array }
}
const made = new Map<number, Fourier>()

export function fourier(n: number): Fourier {
  const old = made.get(n)
  if (old) return old
  let pieces = 1
  while (n % (2 * pieces) === 0) pieces *= 2
  const reversed = new Uint32Array(pieces)
  for (let k = 1; k < pieces; k++) reversed[k] = (reversed[k >> 1]! >> 1) | (k & 1 ? pieces >> 1 : 0)
  const turns = (count: number, of: number) => ({
    cos: Float64Array.from({ length: count }, (_, j) => Math.cos((2 * Math.PI * j) / of)),
    sin: Float64Array.from({ length: count }, (_, j) => -Math.sin((2 * Math.PI * j) / of)),
  })
  const odd = n / pieces
  const table = { n, ...turns(n >> 1, n), reversed, odd: { n: odd, ...turns(odd, odd) } }
  made.set(n, table)
  return table
}

/**
 * Transforms [n, width] along the first index. All columns do each butterfly together, so the inner loop has one twiddle factor and runs along
 * memory.
 */
function transform(table: Fourier, re: Float64Array, im: Float64Array, width: number): void {
  const { n, cos, sin, reversed, odd } = table
  if (odd.n > 1) sumPieces(table, re, im, width)
  else {
    for (let k = 1; k < n; k++) {
      const j = reversed[k]!
      if (j > k) swapRows(re, im, k * width, j * width, width)
    }
  }
  for (let half = odd.n; half < n; half <<= 1) {
    const stride = n / (2 * half)
    for (let j = 0; j < half; j++) {
      const wr = cos[j * stride]!
      const wi = sin[j * stride]!
      for (let row = j; row < n; row += 2 * half) butterfly(re, im, row * width, (row + half) * width, width, wr, wi)
    }
  }
}

/** Transforms each piece, every 2ᵏ-th row; piece r goes to place `reversed[r]`. */
function sumPieces({ n, reversed, odd }: Fourier, re: Float64Array, im: Float64Array, width: number): void {
  const [fromRe, fromIm] = [re.slice(), im.slice()]
  re.fill(0)
  im.fill(0)
  const pieces = n / odd.n
  for (let piece = 0; piece < pieces; piece++) {
    for (let k = 0; k < odd.n; k++) {
      const to = (piece * odd.n + k) * width
      for (let j = 0; j < odd.n; j++) {
        const from = (j * pieces + reversed[piece]!) * width
        const wr = odd.cos[(j * k) % odd.n]!
        const wi = odd.sin[(j * k) % odd.n]!
        for (let c = 0; c < width; c++) {
          re[to + c]! += wr * fromRe[from + c]! - wi * fromIm[from + c]!
          im[to + c]! += wr * fromIm[from + c]! + wi * fromRe[from + c]!
        }
      }
    }
  }
}

function swapRows(re: Float64Array, im: Float64Array, a: number, b: number, width: number): void {
  for (let c = 0; c < width; c++) {
    const keepRe = re[a + c]!
    const keepIm = im[a + c]!
    re[a + c] = re[b + c]!
    im[a + c] = im[b + c]!
    re[b + c] = keepRe
    im[b + c] = keepIm
  }
}

function butterfly(re: Float64Array, im: Float64Array, a: number, b: number, width: number, wr: number, wi: number): void {
  for (let c = 0; c < width; c++) {
    const ar = re[a + c]!
    const ai = im[a + c]!
    const br = re[b + c]!
    const bi = im[b + c]!
    const tr = wr * br - wi * bi
    const ti = wr * bi + wi * br
    re[a + c] = ar + tr
    im[a + c] = ai + ti
    re[b + c] = ar - tr
    im[b + c] = ai - ti
  }
}

function transpose(values: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const keep = values[i * n + j]!
      values[i * n + j] = values[j * n + i]!
      values[j * n + i] = keep
    }
  }
}

/** [n]: the transform. */
export function fft(re: Float64Array, im: Float64Array): void {
  transform(fourier(re.length), re, im, 1)
}

/** [n, n], row-major: both directions. */
export function fft2(table: Fourier, re: Float64Array, im: Float64Array): void {
  const { n } = table
  transform(table, re, im, n)
  transpose(re, n)
  transpose(im, n)
  transform(table, re, im, n)
  transpose(re, n)
  transpose(im, n)
}

/** [n, n], row-major: the inverse: the transform with real and imaginary parts exchanged, divided by n². */
export function inverse2(table: Fourier, re: Float64Array, im: Float64Array): void {
  fft2(table, im, re)
  const scale = 1 / (table.n * table.n)
  for (let k = 0; k < table.n * table.n; k++) {
    re[k]! *= scale
    im[k]! *= scale
  }
}

/** Wavenumber of an index: 0, 1, …, n/2 - 1, -n/2, …, -1. */
export const wavenumber = (index: number, n: number): number => (2 * index < n ? index : index - n)
