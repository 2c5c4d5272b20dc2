// Three ways to draw a state with probability ψ²: coordinate by coordinate, by local moves (Metropolis), and, to compare, fluxes and charges at random
// without a look at Gauss's law.
import { type Stream, uniform } from '@/numerics/random'
import { movesOf } from './hamiltonian'
import { type Basis, isOccupied } from './lattice'

/** What the direct sampler needs: sums of ψ² over all states before each, [size + 1]. */
export function cumulated(psi: Float64Array): Float64Array {
  const sums = new Float64Array(psi.length + 1)
  for (let state = 0; state < psi.length; state++) sums[state + 1] = sums[state]! + psi[state]! ** 2
  return sums
}

/**
 * An independent state: site by site whether it is occupied, then loop by loop its value, each from its exact probability given all before. States that
 * agree so far are neighbours in the basis, so each conditional is a quotient of two differences of `sums`.
 */
export function drawState(basis: Basis, sums: Float64Array, random: Stream): number {
  const { lattice, occupations, occupationOf, loops, first } = basis
  const P = lattice.plaquettes.length
  let [low, high] = [0, basis.size]
  for (let i = 0; i < lattice.sites; i++) {
    // within the range, occupations where site i is empty come first
    let [k, last] = [occupationOf[low]!, occupationOf[high - 1]!]
    while (k <= last && !isOccupied(occupations[k]!, i)) k++
    const middle = Math.min(first[k]!, high)
    if (middle === low || middle === high) continue
    if (uniform(random) * (sums[high]! - sums[low]!) < sums[middle]! - sums[low]!) high = middle
    else low = middle
  }
  for (let p = 0; p < P; p++) {
    const goal = sums[low]! + uniform(random) * (sums[high]! - sums[low]!)
    for (let from = low; ; ) {
      let to = from + 1
      while (to < high && loops[to * P + p] === loops[from * P + p]) to++
      if (to === high || goal < sums[to]!) {
        low = from
        high = to
        break
      }
      from = to
    }
  }
  return low
}

/** One Metropolis step: a hop or a loop at random, taken with probability min(1, ψ²/ψ²); else the state stays. */
export function metropolisStep(basis: Basis, psi: Float64Array, state: number, random: Stream): number {
  const { to, count } = movesOf(basis)
  const other = to[state * count + Math.floor(count * uniform(random))]!
  const luck = uniform(random)
  return other >= 0 && luck * psi[state]! ** 2 < psi[other]! ** 2 ? other : state
}

/** Fluxes from -cutoff to cutoff and half of the sites, all at random: occupation as bits; fluxes go to `flux`, [links]. */
export function drawAnything(basis: Basis, cutoff: number, random: Stream, flux: Int8Array): number {
  const { sites } = basis.lattice
  for (let link = 0; link < flux.length; link++) flux[link] = Math.floor((2 * cutoff + 1) * uniform(random)) - cutoff
  let occupation = 0
  let left = sites / 2
  for (let i = 0; i < sites; i++)
    if (uniform(random) * (sites - i) < left) {
      occupation |= 1 << i
      left--
    }
  return occupation
}
