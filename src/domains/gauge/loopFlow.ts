// A discretised flow on charges and loops. A softmax gives the occupation n, then each loop l is a normal variable rounded to a whole number:
// p(l | before, n) = Φ((l + ½ - μ)/s) - Φ((l - ½ - μ)/s), where μ depends on n and linearly on earlier loops, and s on n. There is no cut-off. The amplitude
// is ψ = σ(n) √p with given signs σ; its energy is summed over a basis with a cut-off where p is negligible.
import type { Apply } from '@/numerics/conjugateGradient'
import { intervalShare, steadyDensity, tailBeyond } from '@/numerics/normalInterval'
import { steadyExp } from '@/numerics/steady'
import type { Basis } from './lattice'

/** Weights, flat: logits [K], means [K, P], log widths [K, P], couplings [K, P (P - 1)/2], for K occupations and P plaquettes. */
export interface LoopFlow {
  basis: Basis
  /** σ of each occupation, ±1. */
  signs: ArrayLike<number>
  /** Number of weights, and where each kind begins. */
  size: number
  means: number
  widths: number
  couplings: number
  /** Amplitudes on the basis, [size of the basis]; renewed by each energy. */
  psi: Float64Array
  /** Hψ, and slopes of ln p by μ and ln s of each loop, [size of the basis, 2 P]. */
  image: Float64Array
  slopes: Float64Array
  /** Probability of each occupation, [K], and 1/s of each loop, [K, P]. */
  shares: Float64Array
  narrow: Float64Array
  /** By loop, [P]. */
  last: Interval[]
}

export function loopFlow(basis: Basis, signs: ArrayLike<number>): LoopFlow {
  const K = basis.occupations.length
  const P = basis.lattice.plaquettes.length
  return {
    basis,
    signs,
    means: K,
    widths: K + K * P,
    couplings: K + 2 * K * P,
    size: K + 2 * K * P + (K * P * (P - 1)) / 2,
    psi: new Float64Array(basis.size),
    image: new Float64Array(basis.size),
    slopes: new Float64Array(2 * P * basis.size),
    shares: new Float64Array(K),
    narrow: new Float64Array(K * P),
    last: Array.from({ length: P }, noInterval),
  }
}

/** Where training starts: all occupations alike, all means 0.1, as slopes may vanish at 0 and Adam would follow their rounding, and all widths e^-½. */
export function startWeights({ size, means, widths, couplings }: LoopFlow): Float64Array {
  const weights = new Float64Array(size)
  weights.fill(0.1, means, widths)
  weights.fill(-0.5, widths, couplings)
  return weights
}

function fillShares({ shares }: LoopFlow, weights: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0; k < shares.length; k++) top = Math.max(top, weights[k]!)
  let sum = 0
  for (let k = 0; k < shares.length; k++) sum += shares[k] = steadyExp(Math.max(weights[k]! - top, -600))
  for (let k = 0; k < shares.length; k++) shares[k]! /= sum
}

/** The last interval of a loop: where it was, its probability and slopes, and its upper end. Neighbouring states share intervals or ends of them. */
interface Interval {
  mu: number
  narrow: number
  l: number
  share: number
  byMean: number
  byWidth: number
  end: number
  density: number
  beyond: number
}
const noInterval = (): Interval => ({
  mu: Number.NaN,
  narrow: 0,
  l: 0,
  share: 0,
  byMean: 0,
  byWidth: 0,
  end: 0,
  density: 0,
  beyond: 0,
})

function moveTo(last: Interval, mu: number, narrow: number, l: number): void {
  const isSame = mu === last.mu && narrow === last.narrow
  if (isSame && l === last.l) return
  const isNext = isSame && l === last.l + 1
  const a = isNext ? last.end : (l - 0.5 - mu) * narrow
  const atA = isNext ? last.density : steadyDensity(a)
  const beyondA = isNext ? last.beyond : tailBeyond(a, atA)
  const b = (l + 0.5 - mu) * narrow
  const atB = steadyDensity(b)
  const beyondB = tailBeyond(b, atB)
  const share = intervalShare(a, b, beyondA, beyondB)
  last.mu = mu
  last.narrow = narrow
  last.l = l
  last.share = share
  last.byMean = share > 0 ? ((atA - atB) * narrow) / share : 0
  last.byWidth = share > 0 ? (a * atA - b * atB) / share : 0
  last.end = b
  last.density = atB
  last.beyond = beyondB
}

/** Fills ψ and the slopes of ln p. */
function fillPsi(flow: LoopFlow, weights: Float64Array): void {
  const { basis, signs, psi, slopes, shares, means, widths, couplings, narrow, last } = flow
  const { loops, occupationOf } = basis
  const P = basis.lattice.plaquettes.length
  fillShares(flow, weights)
  for (let i = 0; i < narrow.length; i++) narrow[i] = steadyExp(-Math.min(Math.max(weights[widths + i]!, -50), 50))
  for (let j = 0; j < P; j++) last[j]!.mu = Number.NaN
  for (let state = 0; state < basis.size; state++) {
    const k = occupationOf[state]!
    let p = shares[k]!
    let pair = couplings + (k * P * (P - 1)) / 2
    for (let j = 0; j < P; j++) {
      let mu = weights[means + k * P + j]!
      for (let i = 0; i < j; i++) mu += weights[pair++]! * loops[state * P + i]!
      const interval = last[j]!
      moveTo(interval, mu, narrow[k * P + j]!, loops[state * P + j]!)
      p *= interval.share
      const at = 2 * (state * P + j)
      slopes[at] = interval.byMean
      slopes[at + 1] = interval.byWidth
    }
    psi[state] = p > 0 ? signs[k]! * Math.sqrt(p) : 0
  }
}

export interface FlowEnergy {
  energy: number
  /** Σ p over the basis: what is missing to 1 lies beyond its cut-off. */
  norm: number
}

/** ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩; its gradient by the weights goes to `gradient`. */
export function flowEnergy(flow: LoopFlow, apply: Apply, weights: Float64Array, gradient: Float64Array | null): FlowEnergy {
  const { basis, psi, image, slopes, shares, means, widths, couplings } = flow
  fillPsi(flow, weights)
  apply(psi, image)
  let norm = 0
  let sum = 0
  for (let state = 0; state < basis.size; state++) {
    norm += psi[state]! ** 2
    sum += psi[state]! * image[state]!
  }
  const energy = sum / norm
  if (gradient === null) return { energy, norm }
  gradient.fill(0)
  const P = basis.lattice.plaquettes.length
  let all = 0
  for (let state = 0; state < basis.size; state++) {
    const k = basis.occupationOf[state]!
    const pull = ((image[state]! - energy * psi[state]!) * psi[state]!) / norm // of ln p
    all += pull
    gradient[k]! += pull
    let pair = couplings + (k * P * (P - 1)) / 2
    for (let j = 0; j < P; j++) {
      const at = 2 * (state * P + j)
      const byMean = pull * slopes[at]!
      gradient[means + k * P + j]! += byMean
      gradient[widths + k * P + j]! += pull * slopes[at + 1]!
      for (let i = 0; i < j; i++) gradient[pair++]! += byMean * basis.loops[state * P + i]!
    }
  }
  for (let k = 0; k < shares.length; k++) gradient[k]! -= all * shares[k]!
  return { energy, norm }
}

/** The sign of Σ ψ over the states of each occupation; weights by size, so that the largest amplitudes decide. [K] */
export function majoritySigns({ occupations, first }: Basis, psi: Float64Array): Int8Array {
  return Int8Array.from(occupations, (_, k) => {
    let sum = 0
    for (let state = first[k]!; state < first[k + 1]!; state++) sum += psi[state]! * Math.abs(psi[state]!)
    return sum < 0 ? -1 : 1
  })
}

/** Probabilities of the values of loop `p`, from -reach to reach. */
export function loopShares({ loops, lattice, size }: Basis, psi: Float64Array, p: number, reach: number): Float64Array {
  const out = new Float64Array(2 * reach + 1)
  let norm = 0
  for (let state = 0; state < size; state++) {
    const l = loops[state * lattice.plaquettes.length + p]!
    norm += psi[state]! ** 2
    if (Math.abs(l) <= reach) out[l + reach]! += psi[state]! ** 2
  }
  for (let k = 0; k < out.length; k++) out[k]! /= norm
  return out
}
