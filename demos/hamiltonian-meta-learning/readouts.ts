// Numbers recorded at every step.
import { partOf, type Readout, type VectorReadout } from '@/contract'
import { energyOf } from '@/domains/dynamics/hamiltonians'
import type { State } from './model'
import { BODIES, type BodyName, launched, ownGain } from './networks/rollout'
import { EVERY, type HamiltonianName, mainNet, type Params, ROLL_STEP } from './params'

type One = Readout<Params, State>
const on =
  (tab: Params['tab'], of: One['of']): One['of'] =>
  (s, p) =>
    p.tab === tab ? of(s, p) : null
/** What a motion that has left for infinity has no more. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const error = (net: HamiltonianName, label: string): One => ({
  label: `error, ${label}`,
  digits: 3,
  of: on('adapt', ({ errors }) => finite(errors[net])),
})
/** Change of the true energy since the start. */
const gained = (p: Params, x: Float64Array | undefined): number =>
  x ? energyOf(p.law, p.theta, x) - energyOf(p.law, p.theta, launched(p)) : Number.NaN
const gain = (body: BodyName, label: string): One => ({
  label: `energy gained, ${label}`,
  digits: 3,
  rounding: 1e-6,
  of: on('roll', ({ bodies }, p) => finite(gained(p, bodies[body]))),
})
const apart = (body: BodyName, label: string): One => ({
  label: `distance from the true body, ${label}`,
  digits: 3,
  of: on('roll', ({ bodies }) => {
    const [x, truth] = [bodies[body]!, bodies.truth!]
    return finite(Math.hypot(x[0]! - truth[0]!, x[1]! - truth[1]!))
  }),
})

export const readouts = {
  steps: { label: 'adaptation steps', symbol: 'k', digits: 3, of: on('adapt', ({ step }) => step) },
  random: error('random', 'random start'),
  pre: error('pre', 'pre-trained'),
  meta: error('meta', 'meta-trained'),
  t: { label: 'time', symbol: 't', digits: 3, of: on('roll', ({ step }) => step * ROLL_STEP) },
  gainMeta: gain('meta', 'meta-trained'),
  gainPlain: gain('plain', 'plain network'),
  apartMeta: apart('meta', 'meta-trained'),
  apartPlain: apart('plain', 'plain network'),
  own: {
    label: 'own energy gained, network shown',
    digits: 2,
    rounding: 1e-9,
    of: on('roll', ({ weights, bodies }, p) => finite(ownGain(weights[mainNet(p)]!, bodies[mainNet(p)]!, launched(p)))),
  },
  gains: {
    label: 'energies gained',
    hidden: true,
    size: () => BODIES.length,
    write({ bodies }, p, out) {
      if (p.tab === 'roll') for (const [k, body] of BODIES.entries()) out[k] = finite(gained(p, bodies[body])) ?? Number.NaN
    },
  },
  paths: {
    label: 'places',
    hidden: true,
    size: () => 2 * BODIES.length,
    write({ bodies }, { tab }, out) {
      if (tab !== 'roll') return
      for (const [k, body] of BODIES.entries())
        for (const axis of [0, 1]) out[2 * k + axis] = finite(bodies[body]![axis]!) ?? Number.NaN
    },
  },
  update: { label: 'updates', digits: 5, of: on('train', ({ step }, { updates }) => Math.min(EVERY * step, updates)) },
} as const satisfies Record<string, One | VectorReadout<Params, State>>

/** The gained energy of a body by step. */
export const gainOf = (gains: Float64Array, body: BodyName): Float64Array => partOf(gains, BODIES.indexOf(body), BODIES.length)
/** Its path by step. */
export const pathOf = (paths: Float64Array, body: BodyName): { xs: Float64Array; ys: Float64Array } => {
  const part = (axis: 0 | 1) => partOf(paths, 2 * BODIES.indexOf(body) + axis, 2 * BODIES.length)
  return { xs: part(0), ys: part(1) }
}
