// Lattice quantum electrodynamics (Kogut and Susskind) on a basis of states that obey Gauss's law:
// H = -t Σ (ψa† U ψb + h.c.) + m Σ parity n + g_e²/2 Σ E² - g_m²/2 Σ (U□ + U□†). The hop from b to a along the link a → b raises its flux by 1.
import type { Apply } from '@/numerics/conjugateGradient'
import { lowest } from '@/numerics/lanczos'
import { type Basis, chargeAt, isOccupied } from './lattice'

export interface Couplings {
  /** Hopping. */
  t: number
  /** Mass of a fermion. */
  m: number
  /** Electric: a unit of flux costs ge2/2 a link. */
  ge2: number
  /** Magnetic. */
  gm2: number
}

/** What one term of H makes of each state: for each state as many moves as links and directions of plaquettes. */
export interface Moves {
  count: number
  /** The hop along each link, then each plaquette's loop raised and lowered; -1: none, or cut off. [size, count] */
  to: Int32Array
  /** Of the hops: -1 where an odd number of fermions stands between the two sites in the order of sites. [size, links] */
  sign: Int8Array
  /** Σ E² and Σ parity n of each state, [size]. */
  electric: Float64Array
  matter: Float64Array
}

const known = new WeakMap<Basis, Moves>()
/** The moves of a basis, found once. */
export function movesOf(basis: Basis): Moves {
  const found = known.get(basis) ?? findMoves(basis)
  known.set(basis, found)
  return found
}

function findMoves(basis: Basis): Moves {
  const { lattice, size, loops, flux, occupations, occupationOf } = basis
  const { links, plaquettes, parity, columns } = lattice
  const [edges, turns] = [links.length, plaquettes.length]
  const count = edges + 2 * turns
  const to = new Int32Array(size * count).fill(-1)
  const sign = new Int8Array(size * edges)
  const [electric, matter] = [new Float64Array(size), new Float64Array(size)]
  const here = new Array<number>(turns).fill(0)
  for (let state = 0; state < size; state++) {
    const occupation = occupations[occupationOf[state]!]!
    for (let i = 0; i < lattice.sites; i++) if (isOccupied(occupation, i)) matter[state]! += parity[i]!
    for (let link = 0; link < edges; link++) electric[state]! += flux[state * edges + link]! ** 2
    const reset = () => {
      for (let p = 0; p < turns; p++) here[p] = loops[state * turns + p]!
    }
    for (const [link, [a, b]] of links.entries()) {
      if (isOccupied(occupation, a) === isOccupied(occupation, b)) continue
      const raise = isOccupied(occupation, b) ? 1 : -1
      reset()
      const [x, y] = [a % columns, Math.floor(a / columns)]
      // the tree has no horizontal link above the bottom row: there the loops below carry the change
      if (b === a + 1) for (let below = 0; below < y; below++) here[below * (columns - 1) + x]! -= raise
      to[state * count + link] = basis.find(occupation ^ (1 << a) ^ (1 << b), here, 0)
      let between = 0
      for (let i = a + 1; i < b; i++) if (isOccupied(occupation, i)) between++
      sign[state * edges + link] = between % 2 === 0 ? 1 : -1
    }
    for (let p = 0; p < turns; p++)
      for (const [k, by] of [1, -1].entries()) {
        reset()
        here[p]! += by
        to[state * count + edges + 2 * p + k] = basis.find(occupation, here, 0)
      }
  }
  return { count, to, sign, electric, matter }
}

/** out = H v on the basis; what leaves it is cut off. */
export function hamiltonian(basis: Basis, { t, m, ge2, gm2 }: Couplings): Apply {
  const { count, to, sign, electric, matter } = movesOf(basis)
  const edges = basis.lattice.links.length
  return (v, out) => {
    for (let state = 0; state < basis.size; state++) {
      let sum = (m * matter[state]! + (ge2 / 2) * electric[state]!) * v[state]!
      const at = state * count
      for (let link = 0; link < edges; link++) {
        const other = to[at + link]!
        if (other >= 0) sum -= t * sign[state * edges + link]! * v[other]!
      }
      for (let k = edges; k < count; k++) {
        const other = to[at + k]!
        if (other >= 0) sum -= (gm2 / 2) * v[other]!
      }
      out[state] = sum
    }
  }
}

export interface Ground {
  energy: number
  /** To the next state. */
  gap: number
  /** Amplitudes, [size]. */
  psi: Float64Array
  /** Lanczos vectors it took. */
  vectors: number
}

const CLOSE = 1e-11 // residual: near m = 3/4 g_e² the next state is 0.006 away, in the crystal 5e-6

/** The ground state, by Lanczos; yields after each vector. */
export function* groundOf(basis: Basis, couplings: Couplings, close = CLOSE): Generator<void, Ground, void> {
  const { value, gap, vector, count } = yield* lowest(hamiltonian(basis, couplings), basis.size, close)
  return { energy: value, gap, psi: vector, vectors: count }
}

export interface Means {
  /** [links] */
  flux: number[]
  flux2: number[]
  /** Of matter, without static charges, [sites]. */
  charge: number[]
  /** (U + U†)/2 of each plaquette. */
  cos: number[]
}

/** Expectation values in a normalised state. */
export function meansIn(basis: Basis, psi: Float64Array): Means {
  const { lattice, flux, occupations, occupationOf } = basis
  const { links, plaquettes, sites } = lattice
  const { to, count } = movesOf(basis)
  const means: Means = {
    flux: links.map(() => 0),
    flux2: links.map(() => 0),
    charge: Array.from({ length: sites }, () => 0),
    cos: plaquettes.map(() => 0),
  }
  for (let state = 0; state < basis.size; state++) {
    const share = psi[state]! ** 2
    for (let link = 0; link < links.length; link++) {
      const e = flux[state * links.length + link]!
      means.flux[link]! += share * e
      means.flux2[link]! += share * e * e
    }
    const occupation = occupations[occupationOf[state]!]!
    for (let i = 0; i < sites; i++) means.charge[i]! += share * chargeAt(lattice, occupation, i)
    for (let p = 0; p < plaquettes.length; p++) {
      const up = to[state * count + links.length + 2 * p]!
      if (up >= 0) means.cos[p]! += psi[state]! * psi[up]!
    }
  }
  return means
}

/** The least Σ E² among the states with so many pairs of charges; infinite where there is none. Costs of strings without hopping, in units of ge2/2. */
export function shortest(basis: Basis, pairs: number): number {
  const { electric, matter } = movesOf(basis)
  const level = 2 * pairs - basis.lattice.sites / 2
  let least = Number.POSITIVE_INFINITY
  for (let state = 0; state < basis.size; state++) if (matter[state] === level) least = Math.min(least, electric[state]!)
  return least
}
