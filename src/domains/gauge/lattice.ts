// An open lattice of columns × rows sites, and the states of fermions and electric field on it that obey Gauss's law: what flows out of a site less what
// flows in is its charge, q = n - (1 - parity)/2 + s. Sites of parity +1 hold charge +1 when occupied, those of parity -1 hold charge -1 when empty.

export interface Lattice {
  columns: number
  rows: number
  sites: number
  /** (-1)^(x + y) of each site; site x + columns y. */
  parity: readonly number[]
  /** From a to b, which is to the right of a or above it. All horizontal links row by row, then all vertical ones. */
  links: readonly (readonly [a: number, b: number])[]
  /** Bottom, right, top, left link of each; a loop raises the first two fluxes and lowers the others. */
  plaquettes: readonly (readonly [bottom: number, right: number, top: number, left: number])[]
}

export function latticeOf(columns: number, rows: number): Lattice {
  const site = (x: number, y: number) => x + columns * y
  const all = Array.from({ length: columns * rows }, (_, i): [number, number] => [i % columns, Math.floor(i / columns)])
  const flat = (y: number, x: number) => y * (columns - 1) + x
  const upright = (y: number, x: number) => rows * (columns - 1) + y * columns + x
  const horizontal = all.filter(([x]) => x + 1 < columns).map(([x, y]) => [site(x, y), site(x + 1, y)] as const)
  const vertical = all.filter(([, y]) => y + 1 < rows).map(([x, y]) => [site(x, y), site(x, y + 1)] as const)
  return {
    columns,
    rows,
    sites: all.length,
    parity: all.map(([x, y]) => ((x + y) % 2 === 0 ? 1 : -1)),
    links: [...horizontal, ...vertical],
    plaquettes: all
      .filter(([x, y]) => x + 1 < columns && y + 1 < rows)
      .map(([x, y]) => [flat(y, x), upright(y, x + 1), flat(y + 1, x), upright(y, x)] as const),
  }
}

/** Whether site `i` is occupied; bit i of an occupation. */
export const isOccupied = (occupation: number, i: number): boolean => ((occupation >> i) & 1) === 1
/** Charge of matter on site `i`. */
export const chargeAt = ({ parity }: Lattice, occupation: number, i: number): number =>
  (isOccupied(occupation, i) ? 1 : 0) - (1 - parity[i]!) / 2

/** Outflow less inflow less charge at a site: 0 by Gauss's law. Fluxes of the links from `flux[at]` on. */
export function gaussError(
  lattice: Lattice,
  occupation: number,
  statics: readonly number[],
  flux: ArrayLike<number>,
  at: number,
  site: number,
): number {
  let error = -statics[site]! - chargeAt(lattice, occupation, site)
  for (let link = 0; link < lattice.links.length; link++) {
    const [a, b] = lattice.links[link]!
    if (a === site) error += flux[at + link]!
    else if (b === site) error -= flux[at + link]!
  }
  return error
}

/** Whether it is 0 at every site. */
export function obeysGauss(
  lattice: Lattice,
  occupation: number,
  statics: readonly number[],
  flux: ArrayLike<number>,
  at = 0,
): boolean {
  for (let site = 0; site < lattice.sites; site++)
    if (gaussError(lattice, occupation, statics, flux, at, site) !== 0) return false
  return true
}

/** The flux of these charges along a tree: all vertical links, then the bottom row. [links] */
export function treeFlux(lattice: Lattice, occupation: number, statics: readonly number[]): number[] {
  const { columns, rows, links } = lattice
  const flux: number[] = links.map(() => 0)
  const upright = rows * (columns - 1)
  let carried = 0
  for (let x = 0; x < columns; x++) {
    let above = 0
    for (let y = rows - 1; y >= 0; y--) {
      const i = x + columns * y
      above += chargeAt(lattice, occupation, i) + statics[i]!
      if (y > 0) flux[upright + (y - 1) * columns + x] = 0 - above
    }
    carried += above
    if (x + 1 < columns) flux[x] = carried
  }
  return flux
}

/** Adds `loop` turns around each plaquette. */
export function addLoops({ plaquettes }: Lattice, loops: ArrayLike<number>, flux: { [link: number]: number }, at = 0): void {
  for (const [p, [bottom, right, top, left]] of plaquettes.entries()) {
    flux[at + bottom]! += loops[p]!
    flux[at + right]! += loops[p]!
    flux[at + top]! -= loops[p]!
    flux[at + left]! -= loops[p]!
  }
}

export interface Basis {
  lattice: Lattice
  statics: readonly number[]
  cutoff: number
  size: number
  /** Different occupations in the order of their states, as bits; first[k] ≤ state < first[k + 1] has occupation k. */
  occupations: readonly number[]
  first: readonly number[]
  /** Loops of each state, [size, plaquettes], and its fluxes, [size, links]. */
  loops: Int8Array
  flux: Int8Array
  /** Index of its occupation in `occupations`, [size]. */
  occupationOf: Uint8Array
  /** The state with this occupation (as bits) and these loops, or -1. */
  find(occupation: number, loops: ArrayLike<number>, at: number): number
}

interface Options {
  /** +1, -1 or 0 at each site; unless they sum to 0 there are no states. */
  statics?: readonly number[]
  /** Without matter all sites stay empty of charges. */
  matter?: boolean
}

/**
 * All states at half filling with |E| ≤ cutoff: charges first, then loops. Occupations in the order of their site 0, then 1, …, empty first; loops
 * ascending. So states that agree in their first coordinates are neighbours.
 */
export function basisOf(lattice: Lattice, cutoff: number, { statics, matter = true }: Options = {}): Basis {
  const { sites, plaquettes, parity } = lattice
  const s = statics ?? parity.map(() => 0)
  const empty = parity.reduce((bits, sign, i) => (sign < 0 ? bits | (1 << i) : bits), 0)
  const [occupations, first]: [number[], number[]] = [[], []]
  const [loops, flux, occupationOf]: [number[], number[], number[]] = [[], [], []]
  const index = new Map<number, number>()
  const base = 4 * cutoff + 8 // more than loops can be
  const keyOf = (occupation: number, turns: ArrayLike<number>, at: number) => {
    let key = occupation
    for (let p = 0; p < plaquettes.length; p++) key = key * base + turns[at + p]! + base / 2
    return key
  }
  let size = 0
  function add(occupation: number): void {
    const tree = treeFlux(lattice, occupation, s)
    const start = size
    const turns = plaquettes.map(() => 0)
    const place = (p: number): void => {
      if (p === plaquettes.length) {
        const here = [...tree]
        addLoops(lattice, turns, here)
        if (here.some((e) => Math.abs(e) > cutoff)) return
        index.set(keyOf(occupation, turns, 0), size++)
        loops.push(...turns)
        flux.push(...here)
        occupationOf.push(occupations.length)
        return
      }
      const limit = cutoff * (lattice.rows - 1) // from the top down each row of plaquettes may differ by the cut-off from the one above
      for (let l = -limit; l <= limit; l++) {
        turns[p] = l
        place(p + 1)
      }
      turns[p] = 0
    }
    place(0)
    if (size === start) return
    occupations.push(occupation)
    first.push(start)
  }
  const isNeutral = s.reduce((sum, charge) => sum + charge, 0) === 0 // otherwise no state obeys the law: nothing flows out of the lattice
  if (isNeutral) for (const occupation of matter ? halfFilled(sites) : [empty]) add(occupation)
  first.push(size)
  return {
    lattice,
    statics: s,
    cutoff,
    size,
    occupations,
    first,
    loops: Int8Array.from(loops),
    flux: Int8Array.from(flux),
    occupationOf: Uint8Array.from(occupationOf),
    find: (occupation, turns, at) => index.get(keyOf(occupation, turns, at)) ?? -1,
  }
}

/** Occupations with half of the sites filled, in the order of site 0, then 1, …, empty before occupied. */
function halfFilled(sites: number): number[] {
  const all: number[] = []
  const place = (i: number, bits: number, left: number): void => {
    if (left < 0 || left > sites - i) return
    if (i === sites) {
      all.push(bits)
      return
    }
    place(i + 1, bits, left)
    place(i + 1, bits | (1 << i), left - 1)
  }
  place(0, 0, sites / 2)
  return all
}

/** All configurations of half of the sites occupied and every |E| ≤ cutoff, whether Gauss's law holds or not. */
export function configurations({ sites, links }: Lattice, cutoff: number): number {
  let ways = 1
  for (let k = 1; k <= sites / 2; k++) ways = (ways * (sites / 2 + k)) / k
  return ways * (2 * cutoff + 1) ** links.length
}
