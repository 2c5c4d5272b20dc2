// Koopman's operator on the span of N functions, learned from pairs (x, F(x)): EDMD with its residuals, and the least residual at any z.
//
// QR of both tables side by side, [Ψ(x) Ψ(y)] = [Q₁ Q₂] [[R₁₁, R₁₂], [0, R₂₂]]. With A = R₁₂R₁₁⁻¹ and S = R₂₂R₁₁⁻¹ a function g = Ψ R₁₁⁻¹v of
// norm |v| has |Kg - zg|² = |(A - z)v|² + |Sv|²: A is what the dictionary sees of K, S what leaves it. No square is ever subtracted.
import { type Eigen, eigenOf, eigenvector } from '@/numerics/eigen'
import { type HermitianWorkspace, hermitianWorkspace, smallest } from '@/numerics/hermitian'
import { absorb, emptyTriangle, type Triangle, withColumns } from '@/numerics/stackedQr'

export interface Koopman {
  /** Number of independent functions: combinations of earlier ones are left out. */
  size: number
  /** Their indices in the dictionary. */
  kept: readonly number[]
  /** A, S and R₁₁, [size, size] row-major. */
  a: Float64Array
  s: Float64Array
  r: Float64Array
}

const DEPENDENT = 1e-12 // of a function's norm: it is a combination of earlier ones

/** `triangle`: R of rows [ψ₁(x) … ψ_N(x) ψ₁(y) … ψ_N(y)]. A row multiplied by a factor gives its pair the factor's square as weight. */
export function koopmanOf(triangle: Triangle): Koopman {
  const count = triangle.size / 2
  const norm = (j: number) =>
    Math.sqrt(Array.from({ length: j + 1 }, (_, i) => triangle.r[i * triangle.size + j]! ** 2).reduce((a, b) => a + b))
  const kept = Array.from({ length: count }, (_, j) => j).filter(
    (j) => Math.abs(triangle.r[j * triangle.size + j]!) > DEPENDENT * norm(j),
  )
  const both = [...kept, ...kept.map((j) => j + count)]
  const { size: width, r: full } = kept.length < count ? withColumns(triangle, both) : triangle
  const size = kept.length
  const r = new Float64Array(size * size)
  const a = new Float64Array(size * size)
  const s = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      r[i * size + j] = full[i * width + j]!
      let inside = full[i * width + size + j]!
      let beyond = full[(size + i) * width + size + j]!
      for (let k = 0; k < j; k++) {
        inside -= a[i * size + k]! * full[k * width + j]!
        beyond -= s[i * size + k]! * full[k * width + j]!
      }
      a[i * size + j] = inside / full[j * width + j]!
      s[i * size + j] = beyond / full[j * width + j]!
    }
  }
  return { size, kept, a, s, r }
}

/** The same from tables Ψ(x), Ψ(y), both [pairs, N] row-major. */
export function koopmanOfTables(px: Float64Array, py: Float64Array, functions: number): Koopman {
  const pairs = px.length / functions
  const triangle = emptyTriangle(2 * functions)
  const block = new Float64Array(2 * functions * pairs)
  for (let m = 0; m < pairs; m++) {
    for (let j = 0; j < functions; j++) {
      block[j * pairs + m] = px[m * functions + j]!
      block[(functions + j) * pairs + m] = py[m * functions + j]!
    }
  }
  absorb(triangle, block, pairs)
  return koopmanOf(triangle)
}

/** |Kg - zg| / |g| of the function with coordinates v. */
export function residual({ size, a, s }: Koopman, re: number, im: number, vRe: Float64Array, vIm: Float64Array): number {
  let miss = 0
  let norm = 0
  for (let i = 0; i < size; i++) {
    let ar = -re * vRe[i]! + im * vIm[i]!
    let ai = -re * vIm[i]! - im * vRe[i]!
    let sr = 0
    let si = 0
    for (let j = 0; j < size; j++) {
      ar += a[i * size + j]! * vRe[j]!
      ai += a[i * size + j]! * vIm[j]!
      sr += s[i * size + j]! * vRe[j]!
      si += s[i * size + j]! * vIm[j]!
    }
    miss += ar * ar + ai * ai + sr * sr + si * si
    norm += vRe[i]! ** 2 + vIm[i]! ** 2
  }
  return Math.sqrt(miss / norm)
}

export interface Spectrum {
  re: Float64Array
  im: Float64Array
  /** Of each eigenpair. */
  residual: Float64Array
}

/** EDMD: eigenpairs of A, each with its residual. */
export function edmd(k: Koopman): Spectrum & { eigen: Eigen } {
  const eigen = eigenOf(k.a, k.size)
  const vRe = new Float64Array(k.size)
  const vIm = new Float64Array(k.size)
  const found = eigen.re.map((re, i) => {
    eigenvector(eigen, i, vRe, vIm)
    return residual(k, re, eigen.im[i]!, vRe, vIm)
  })
  return { re: eigen.re, im: eigen.im, residual: found, eigen }
}

/** Coefficients of functions in the dictionary: solves R₁₁w = v in place. */
export function coefficients({ size, r }: Koopman, v: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    let sum = v[i]!
    for (let j = i + 1; j < size; j++) sum -= r[i * size + j]! * v[j]!
    v[i] = sum / r[i * size + i]!
  }
}

/** Residuals of `trained`'s eigenpairs on other pairs, whose triangle has the same dictionary: |Ψ(y)w - λΨ(x)w| / |Ψ(x)w|. */
export function residualsOn(fresh: Triangle, trained: Koopman): Float64Array {
  const { eigen } = edmd(trained)
  const count = fresh.size / 2
  const parts = [new Float64Array(trained.size), new Float64Array(trained.size)] as const
  const apply = (w: Float64Array, from: number) => {
    const out = new Float64Array(fresh.size)
    for (let i = 0; i < fresh.size; i++) {
      for (const [k, j] of trained.kept.entries()) out[i]! += fresh.r[i * fresh.size + from + j]! * w[k]!
    }
    return out
  }
  return eigen.re.map((re, k) => {
    const im = eigen.im[k]!
    eigenvector(eigen, k, ...parts)
    for (const part of parts) coefficients(trained, part)
    const [xr, xi] = [apply(parts[0], 0), apply(parts[1], 0)]
    const [yr, yi] = [apply(parts[0], count), apply(parts[1], count)]
    let miss = 0
    let norm = 0
    for (let i = 0; i < fresh.size; i++) {
      miss += (yr[i]! - re * xr[i]! + im * xi[i]!) ** 2 + (yi[i]! - re * xi[i]! - im * xr[i]!) ** 2
      norm += xr[i]! ** 2 + xi[i]! ** 2
    }
    return Math.sqrt(miss / norm)
  })
}

/** What a search for least residuals uses repeatedly. */
export interface Prober {
  k: Koopman
  /** A'A + S'S, its lower triangle. */
  gram: Float64Array
  workspace: HermitianWorkspace
}
export function prober(k: Koopman): Prober {
  const { size, a, s } = k
  const gram = new Float64Array(size * size)
  for (let l = 0; l < size; l++) {
    for (let i = 0; i < size; i++) {
      const [ai, si] = [a[l * size + i]!, s[l * size + i]!]
      for (let j = 0; j <= i; j++) gram[i * size + j]! += ai * a[l * size + j]! + si * s[l * size + j]!
    }
  }
  return { k, gram, workspace: hermitianWorkspace(size) }
}

const CLOSE = 1e-7 // residual of the eigenpair as a share of 1/τ²; the error of τ is about its square

/**
 * τ(z), the least residual of any function in the span; the function's coordinates are then in `workspace`. It returns the residual of that function, so
 * the result is never too small.
 */
export function leastResidual({ k, gram, workspace }: Prober, re: number, im: number): number {
  const { size, a } = k
  if (size === 0) return Number.POSITIVE_INFINITY
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const [down, up] = [a[i * size + j]!, a[j * size + i]!]
      workspace.re[i * size + j] = gram[i * size + j]! - re * (down + up)
      workspace.im[i * size + j] = im * (down - up)
    }
    workspace.re[i * size + i]! += re * re + im * im
  }
  smallest(workspace, CLOSE)
  return residual(k, re, im, workspace.vectorRe, workspace.vectorIm)
}
