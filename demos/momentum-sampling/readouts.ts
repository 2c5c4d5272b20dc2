// Numbers recorded at every step: the table, the chart of the test equation, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import type { State } from './model'
import { measuredOrder } from './orders'
import { outside } from './outcome'
import { type Params, rulesOf, SOLVERS, type Solver } from './params'
import { FAR, sigmasOf } from './problem'
import { growthAt, regionOf } from './regions'

type Of = Readout<Params, State>['of']

/** A number about the test equation; NaN: no value. */
const inPlane =
  (of: (s: State, p: Params) => number): Of =>
  (s, p) => {
    const value = p.scene === 'plane' ? of(s, p) : Number.NaN
    return Number.isNaN(value) ? null : value
  }
const own = (p: Params) => rulesOf(p)[p.family]

const sizeOf = (solver: Solver) =>
  inPlane(({ runs }) => {
    const run = runs[solver]
    return run ? Math.hypot(run.x[0]!, run.x[1]!) : Number.NaN
  })
/** Percent of the samples outside ±3 standard deviations of the noisy data, which are √(1 + σ²). */
const outsideOf = (solver: Solver): Of => {
  return ({ step, runs }, p) => {
    const run = runs[solver]
    return p.scene === 'plane' || !run ? null : 100 * outside(run.x, FAR * Math.sqrt(1 + sigmasOf(p.steps)[step]! ** 2))
  }
}

export const readouts = {
  length: { label: 'real interval [−L, 0], L', of: (_s, p) => regionOf(own(p)).length },
  plainLength: { label: 'L without momentum', of: (_s, p) => regionOf({ ...own(p), family: 'AB', beta: 1 }).length },
  area: { label: 'area of the region', of: (_s, p) => regionOf(own(p)).area },
  plainArea: { label: 'area without momentum', of: (_s, p) => regionOf({ ...own(p), family: 'AB', beta: 1 }).area },
  order: { label: 'order, measured', digits: 3, of: (_s, p) => measuredOrder(own(p)) },
  growth: { label: 'largest root |ζ| at z', digits: 4, of: inPlane((_s, p) => growthAt(regionOf(own(p)).pencil, ...p.z)) },
  calls: { label: 'evaluations of the noise, each', of: (s, p) => (p.scene === 'plane' ? null : s.step) },
  abOutside: { label: 'outside ±3 std, AB', unit: '%', of: outsideOf('ab') },
  hbOutside: { label: 'outside ±3 std, HB', unit: '%', of: outsideOf('hb') },
  ghvbOutside: { label: 'outside ±3 std, GHVB', unit: '%', of: outsideOf('ghvb') },
  ntOutside: { label: 'outside ±3 std, NT', unit: '%', of: outsideOf('nt') },

  /** By solver, in the order of `SOLVERS`. */
  reals: {
    label: 'Re x',
    hidden: true,
    size: () => SOLVERS.length,
    write({ runs }, { scene }, out) {
      for (const [k, solver] of SOLVERS.entries()) if (scene === 'plane') out[k] = runs[solver]?.x[0] ?? Number.NaN
    },
  },
  abSize: { label: '|x|, AB', hidden: true, of: sizeOf('ab') },
  hbSize: { label: '|x|, HB', hidden: true, of: sizeOf('hb') },
  ghvbSize: { label: '|x|, GHVB', hidden: true, of: sizeOf('ghvb') },
  ntSize: { label: '|x|, NT', hidden: true, of: sizeOf('nt') },
} satisfies Record<string, Readout<Params, State> | VectorReadout<Params, State>>
