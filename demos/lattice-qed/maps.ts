// Ground states by Lanczos: at the parameters on screen, over masses, over distances, and with cut-offs beside the flow.
import type { Computed, Progress } from '@/contract'
import { type Couplings, type Ground, groundOf, type Means, meansIn, movesOf, shortest } from '@/domains/gauge/hamiltonian'
import type { Basis } from '@/domains/gauge/lattice'
import { loopShares, majoritySigns } from '@/domains/gauge/loopFlow'
import { cumulated } from '@/domains/gauge/sampling'
import { sweep } from '@/numerics/sweep'
import type { Params } from './params'
import {
  basisFor,
  basisIn,
  couplingsOf,
  distanceOf,
  flowBasis,
  flowCouplings,
  isOnLattice,
  latticeIn,
  mostCutoff,
  placeOf,
  staticsOf,
  windowOf,
} from './system'

const AROUND = 1e-6 // residual in sweeps: energies within 1e-11
const QUIET = 200 // ms

const none = ({ sites }: { sites: number }) => new Array<number>(sites).fill(0)

/** Lanczos inside of a map: each vector is a piece of the work that shows nothing yet. */
function* quietly<M>(work: Generator<void, Ground, void>, done: number, result: M): Generator<Progress<M>, Ground, void> {
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value
    yield { done, result, silent: true }
  }
}

export interface Found extends Pick<Ground, 'energy' | 'gap' | 'psi'> {
  /** Sums of ψ² before each state, [states + 1]. */
  sums: Float64Array
  means: Means
  /** Above the lattice without static charges, or, without any, above the bare empty lattice. */
  above: number
}

/** Mean flux on the way from + to −, over its length: 1 for a whole string. */
export function stringFlux(p: Params, { flux }: Means): number {
  const [[x0, y0], [x1, y1]] = [placeOf(p, 'plus'), placeOf(p, 'minus')]
  const lattice = latticeIn(p)
  const way = [Math.sign(x1 - x0), Math.sign(y1 - y0)] as const
  const sum = lattice.links.reduce((total, [a, b], link) => total + way[b === a + 1 ? 0 : 1] * flux[link]!, 0)
  return sum / distanceOf(p)
}
/** Matter on the static charges, against them: 1 when both are screened. */
export const screening = (p: Params, { charge }: Means): number =>
  -staticsOf(p).reduce((sum, s, i) => sum + s * charge[i]!, 0) / 2
/** Mean |charge| of a site; each site holds charges of one sign only. */
export const meanCharge = ({ charge }: Means): number => charge.reduce((sum, q) => sum + Math.abs(q), 0) / charge.length

const hasPair = (p: Params) => distanceOf(p) > 0
export const emptyEnergy = (p: Params, m: number): number => (-m * latticeIn(p).sites) / 2

function* aboveOf(p: Params, energy: number, couplings: Couplings, close?: number): Generator<void, number, void> {
  if (!hasPair(p)) return energy - emptyEnergy(p, couplings.m)
  const vacuum = yield* groundOf(basisFor(p, none(latticeIn(p))), couplings, close)
  return energy - vacuum.energy
}

export const ground: Computed<Params, Found> = {
  kind: 'computed',
  runIn: 'worker',
  hidden: true,
  uses: ['lattice', 'charges', 'plus', 'minus', 'm', 'hop', 'ge2', 'gm2', 'lambda'],
  when: isOnLattice,
  *compute(p) {
    const basis = basisIn(p)
    const nothing = undefined as unknown as Found
    const { energy, gap, psi } = yield* quietly(groundOf(basis, couplingsOf(p)), 0, nothing)
    const work = aboveOf(p, energy, couplingsOf(p))
    let next = work.next()
    for (; !next.done; next = work.next()) yield { done: 0.5, result: nothing, silent: true }
    return { energy, gap, psi, sums: cumulated(psi), means: meansIn(basis, psi), above: next.value }
  },
}

/** Slopes of energy by mass and costs of the field, in the limit without hopping: energy = pairs · 2m + length · g_e²/2. */
export interface BareLine {
  pairs: number
  length: number
}
/** An unbroken string and one broken by a pair; without static charges the empty lattice, one pair, and pairs everywhere. */
export function bareLines(p: Params): BareLine[] {
  const basis = basisIn(p)
  const pairs = hasPair(p) ? [0, 1] : [0, 1, latticeIn(p).sites / 2]
  return [...new Set(pairs)]
    .map((count) => ({ pairs: count, length: shortest(basis, count) }))
    .filter(({ length }) => Number.isFinite(length))
}
export const bareEnergy = ({ pairs, length }: BareLine, { m, ge2 }: Pick<Couplings, 'm' | 'ge2'>): number =>
  2 * pairs * m + (ge2 / 2) * length

export interface Level {
  above: number
  flux: number
  screening: number
  charge: number
}
export interface Levels {
  xs: readonly number[]
  levels: readonly Level[]
  lines: readonly BareLine[]
}

export const MASSES = [-1.5, 2.5] as const
const [MANY, FEW] = [41, 17] // even masses, and those for large bases
const LARGE = 2000 // states
const CLOSER = [0.015, 0.04, 0.08] // around places where two bare lines cross

/** Masses of the sweep: even ones, and more where the ground state changes fast. */
function massesOf(p: Params, lines: readonly BareLine[]): number[] {
  const [low, high] = MASSES
  const count = basisIn(p).size > LARGE ? FEW : MANY
  const even = Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1))
  const first = lines[0]!
  const crossings = lines.slice(1).map(({ pairs, length }) => ((first.length - length) * p.ge2) / (4 * (pairs - first.pairs)))
  const more = crossings.flatMap((at) => [at, ...CLOSER.flatMap((d) => [at - d, at + d])]).filter((m) => m > low && m < high)
  return [...new Set([...even, ...more])].sort((a, b) => a - b)
}

function* levelAt(p: Params, basis: Basis, couplings: Couplings): Generator<number, Level, void> {
  const found = groundOf(basis, couplings, AROUND)
  let next = found.next()
  for (; !next.done; next = found.next()) yield 0
  const work = aboveOf(p, next.value.energy, couplings, AROUND)
  let above = work.next()
  for (; !above.done; above = work.next()) yield 0.5
  const means = meansIn(basis, next.value.psi)
  const pair = hasPair(p)
  return {
    above: above.value,
    flux: pair ? stringFlux(p, means) : Number.NaN,
    screening: pair ? screening(p, means) : Number.NaN,
    charge: meanCharge(means),
  }
}

export const overMass: Computed<Params, Levels> = {
  kind: 'computed',
  runIn: 'worker',
  rest: QUIET,
  uses: ['lattice', 'charges', 'plus', 'minus', 'hop', 'ge2', 'gm2', 'lambda'],
  when: (p) => p.tab === 'string',
  *compute(p) {
    const lines = bareLines(p)
    const basis = basisIn(p)
    const work = sweep([{ name: 'levels', values: massesOf(p, lines), params: (m) => m }], {
      run: (m: number) => levelAt(p, basis, { ...couplingsOf(p), m }),
    })
    const levelsOf = (rows: readonly { value: number; ends: readonly Level[] }[]): Levels => {
      const known = rows.filter(({ ends }) => ends.length > 0)
      return { xs: known.map(({ value }) => value), levels: known.map(({ ends }) => ends[0]!), lines }
    }
    let next = work.next()
    for (; !next.done; next = work.next()) yield { ...next.value, result: levelsOf(next.value.result) }
    return levelsOf(next.value)
  },
}

export interface Distances {
  /** By distance 1, 2, …: exact, and the two lines without hopping. */
  exact: readonly number[]
  string: readonly number[]
  broken: readonly number[]
}
/** The charges on the upper row, +1 at its left end. */
const spread = (p: Params, distance: number): Params => ({ ...p, charges: true, plus: [0, 1], minus: [distance, 1] })

export const overDistance: Computed<Params, Distances> = {
  kind: 'computed',
  runIn: 'worker',
  rest: QUIET,
  uses: ['lattice', 'm', 'hop', 'ge2', 'gm2', 'lambda'],
  when: (p) => p.tab === 'string' && p.axis === 'distance',
  *compute(p) {
    const result: Record<keyof Distances, number[]> = { exact: [], string: [], broken: [] }
    const far = latticeIn(p).columns - 1
    for (let distance = 1; distance <= far; distance++) {
      const there = spread(p, distance)
      const work = levelAt(there, basisIn(there), couplingsOf(p))
      let next = work.next()
      for (; !next.done; next = work.next()) yield { done: (distance - 1) / far, result, silent: true }
      result.exact.push(next.value.above)
      const [string, broken] = bareLines(there)
      result.string.push(bareEnergy(string!, p))
      result.broken.push(broken === undefined ? Number.NaN : bareEnergy(broken, p))
      yield { done: distance / far, result }
    }
    return result
  },
}

export const REACH = 6 // largest loop drawn
export interface Reference {
  energy: number
  psi: Float64Array
  /** Sign of each occupation, by the majority of the exact amplitudes. */
  signs: Int8Array
  /** Exact probability of the states with the other sign, which the flow cannot have. */
  against: number
  /** Probabilities of the first loop, from -REACH to REACH. */
  shares: Float64Array
  /** With cut-off 1, 2, … */
  cuts: readonly { energy: number; shares: Float64Array; states: number }[]
}

export const reference: Computed<Params, Reference> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['system', 'm', 'hop', 'ge2', 'gm2'],
  when: (p) => p.tab === 'flow',
  summary: {
    exact: { label: 'exact energy', digits: 7, of: ({ energy }) => energy },
    cutEnergy: {
      label: 'energy with the cut-off',
      digits: 7,
      of: ({ cuts }, p) => cuts[Math.min(p.lambda, cuts.length) - 1]!.energy,
    },
    cutError: {
      label: 'the cut-off misses by',
      digits: 2,
      of: ({ cuts, energy }, p) => cuts[Math.min(p.lambda, cuts.length) - 1]!.energy - energy,
    },
    against: {
      label: 'exact weight with another sign',
      unit: '%',
      digits: 2,
      of: (found) => 100 * (found.against < 1e-12 ? 0 : found.against),
    },
    cutStates: {
      label: 'states up to the cut-off',
      digits: 6,
      of: ({ cuts }, p) => cuts[Math.min(p.lambda, cuts.length) - 1]!.states,
    },
  },
  *compute(p) {
    const couplings = flowCouplings(p)
    const nothing = undefined as unknown as Reference
    const whole = flowBasis(p, windowOf(p))
    movesOf(whole)
    const { energy, psi } = yield* quietly(groundOf(whole, couplings), 0, nothing)
    const cuts: { energy: number; shares: Float64Array; states: number }[] = []
    for (let cutoff = 1; cutoff <= mostCutoff(p); cutoff++) {
      const basis = flowBasis(p, cutoff)
      const cut = yield* quietly(groundOf(basis, couplings), 0.5, nothing)
      cuts.push({ energy: cut.energy, shares: loopShares(basis, cut.psi, 0, REACH), states: basis.size })
    }
    const signs = majoritySigns(whole, psi)
    const against = psi.reduce((sum, a, state) => sum + (a * signs[whole.occupationOf[state]!]! < 0 ? a * a : 0), 0)
    return { energy, psi, signs, against, shares: loopShares(whole, psi, 0, REACH), cuts }
  },
}
