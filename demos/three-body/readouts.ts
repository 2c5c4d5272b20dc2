// Numbers recorded at every step of the player: the table, the strips, and what claims are measured from.
import type { Readout, VectorReadout } from '@/contract'
import { closestPair, distanceSquared } from '@/domains/dynamics/nbody'
import { bodiesIn, evaluationsIn, lastStepIn, muIn, timeIn } from './flight'
import { energyError, type Params, placeError, type State, twinDistance } from './model'

type Of = Readout<Params, State>['of']
const place =
  (index: number): Of =>
  (s) =>
    bodiesIn(s.flight).positions[index]!
const hidden = (label: string, of: Of): Readout<Params, State> => ({ label, hidden: true, of })

export const readouts = {
  time: { label: 'time', symbol: 't', digits: 6, of: (s) => timeIn(s.flight) },
  evaluations: { label: 'force evaluations', digits: 7, of: (s) => evaluationsIn(s.flight) },
  size: { label: 'last step', symbol: '\\Delta', digits: 3, of: (s) => (s.flight.steps === 0 ? null : lastStepIn(s.flight)) },
  muNow: { label: 'μ in force', digits: 3, of: (s) => muIn(s.flight) },
  distance: {
    label: 'smallest distance now',
    digits: 4,
    of(s) {
      const { positions } = bodiesIn(s.flight)
      return Math.sqrt(distanceSquared(positions, closestPair(positions)))
    },
  },
  nearest: { label: 'smallest distance so far', digits: 4, of: (s) => s.nearest },
  nearestTime: { label: '… at time', digits: 6, of: (s) => s.nearestTime },
  energyError: { label: 'energy error |E/E₀ − 1|', digits: 2, of: energyError },
  placeError: { label: 'off the exact place', digits: 2, none: 'not known', of: placeError },
  twinDistance: { label: 'distance of the twins', digits: 2, of: twinDistance },
  x1: hidden('x₁', place(0)),
  y1: hidden('y₁', place(1)),
  x2: hidden('x₂', place(2)),
  y2: hidden('y₂', place(3)),
  x3: hidden('x₃', place(4)),
  y3: hidden('y₃', place(5)),
  /** Places of the twins, x and y of each. */
  twins: {
    label: 'places of the twins',
    hidden: true,
    size: () => 6,
    write(s, _p, out) {
      if (s.twin) out.set(bodiesIn(s.twin).positions)
    },
  },
} satisfies Record<string, Readout<Params, State> | VectorReadout<Params, State>>
