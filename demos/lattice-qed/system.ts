// From parameters to lattices, bases and couplings.
import type { Point } from '@/contract'
import type { Couplings } from '@/domains/gauge/hamiltonian'
import { type Basis, basisOf, type Lattice, latticeOf } from '@/domains/gauge/lattice'
import type { Params } from './params'

export const LATTICES: Readonly<Record<Params['lattice'], Lattice>> = {
  '2x2': latticeOf(2, 2),
  '3x2': latticeOf(3, 2),
  '4x2': latticeOf(4, 2),
}
export const MOST_ON_LATTICE = 4 // cut-off there; on one square the slider's
export const isOnLattice = ({ tab }: Pick<Params, 'tab'>): boolean => tab !== 'flow'
export const latticeIn = ({ lattice }: Pick<Params, 'lattice'>): Lattice => LATTICES[lattice]
export const couplingsOf = ({ hop, m, ge2, gm2 }: Params): Couplings => ({ t: hop, m, ge2, gm2 })

const within = (v: number, high: number) => Math.min(Math.max(Math.round(v), 0), high) + 0
/** The site of a static charge, on this lattice. */
export function placeOf(p: Pick<Params, 'lattice' | 'plus' | 'minus'>, which: 'plus' | 'minus'): Point {
  const { columns, rows } = latticeIn(p)
  const [x, y] = p[which]
  return [within(x, columns - 1), within(y, rows - 1)]
}
export const siteAt = ({ columns }: Lattice, [x, y]: Point): number => x + columns * y

type Placed = Pick<Params, 'lattice' | 'charges' | 'plus' | 'minus'>
/** Static charges by site. Two on one site cancel. */
export function staticsOf(p: Placed): number[] {
  const lattice = latticeIn(p)
  const statics = new Array<number>(lattice.sites).fill(0)
  if (!p.charges) return statics
  statics[siteAt(lattice, placeOf(p, 'plus'))]! += 1
  statics[siteAt(lattice, placeOf(p, 'minus'))]! -= 1
  return statics
}
/** Links from one static charge to the other; 0 without them. */
export function distanceOf(p: Placed): number {
  if (!p.charges) return 0
  const [[x0, y0], [x1, y1]] = [placeOf(p, 'plus'), placeOf(p, 'minus')]
  return Math.abs(x1 - x0) + Math.abs(y1 - y0)
}
/** Whether a vacuum pair can settle on both static charges: +1 wants an odd site, which holds −1, and −1 an even one. */
export function isScreenable(p: Placed): boolean {
  const lattice = latticeIn(p)
  return lattice.parity[siteAt(lattice, placeOf(p, 'plus'))] === -1 && lattice.parity[siteAt(lattice, placeOf(p, 'minus'))] === 1
}

const KEPT = 8
const bases = new Map<string, Basis>()
function keptBasis(key: string, make: () => Basis): Basis {
  const basis = bases.get(key) ?? make()
  bases.delete(key)
  bases.set(key, basis)
  for (const old of [...bases.keys()].slice(0, -KEPT)) bases.delete(old)
  return basis
}

export const cutoffOf = ({ lambda }: Pick<Params, 'lambda'>): number => Math.min(lambda, MOST_ON_LATTICE)
/** All states up to the cut-off, around these static charges. */
export const basisFor = (p: Pick<Params, 'lattice' | 'lambda'>, statics: readonly number[]): Basis =>
  keptBasis(JSON.stringify([p.lattice, cutoffOf(p), statics]), () => basisOf(latticeIn(p), cutoffOf(p), { statics }))
export const basisIn = (p: Params): Basis => basisFor(p, staticsOf(p))

type System = Pick<Params, 'system' | 'ge2' | 'gm2'>
/** The system of the flow, up to a cut-off on its links. */
export const flowBasis = ({ system }: Pick<Params, 'system'>, cutoff: number): Basis =>
  keptBasis(JSON.stringify([system, cutoff]), () =>
    basisOf(LATTICES[system === 'plaquette' ? '2x2' : system], cutoff, { matter: system !== 'plaquette' }),
  )
/** Largest field in the sums over the flow and in what counts as exact: 5.5 standard deviations of one square's loop, in its harmonic limit, and one more. */
export const windowOf = ({ system, ge2, gm2 }: System): number =>
  system === 'plaquette' ? 30 : Math.min(Math.max(Math.ceil(5.5 * Math.sqrt(Math.sqrt(gm2 / (16 * ge2))) + 1), 4), 10)
export const mostCutoff = ({ system }: Pick<Params, 'system'>): number => (system === 'plaquette' ? 6 : MOST_ON_LATTICE)
export const flowCutoff = (p: Pick<Params, 'system' | 'lambda'>): number => Math.min(p.lambda, mostCutoff(p))
/** One square has no matter. */
export const flowCouplings = (p: Params): Couplings =>
  p.system === 'plaquette' ? { t: 0, m: 0, ge2: p.ge2, gm2: p.gm2 } : couplingsOf(p)
