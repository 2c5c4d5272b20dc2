// Numbers recorded at every step.
import type { Readout } from '@/contract'
import type { Answers, State } from './model'
import { EVERY, type Params } from './params'
import { type Attribute, pixelDistances } from './world/pixelDistance'

type One = Readout<Params, State>
const answer =
  (of: (answers: Answers) => number): One['of'] =>
  ({ answers }) =>
    answers && of(answers)
const distance =
  (attribute: Attribute): One['of'] =>
  (_, p) =>
    p.tab === 'pixels' ? pixelDistances(p.radius, p.faster)[attribute] : null

export const readouts = {
  casesVelocity: { label: 'generated velocity, nearest cases', digits: 3, of: answer((a) => a.casesVelocity) },
  lawVelocity: { label: 'generated velocity, law', digits: 3, of: answer((a) => a.lawVelocity) },
  nearestVelocity: { label: 'velocity of the nearest clip', digits: 3, of: answer((a) => a.nearest.v) },
  nearestRadius: { label: 'radius of the nearest clip', digits: 3, of: answer((a) => a.nearest.r) },
  distance: { label: 'its pixel distance', digits: 3, of: answer((a) => a.distance) },
  update: { label: 'updates', digits: 5, of: ({ step }, p) => (p.tab === 'learning' ? Math.min(EVERY * step, p.updates) : null) },
  byColour: { label: 'pixels changed by colour', digits: 3, of: distance('colour') },
  bySize: { label: 'pixels changed by size', digits: 3, of: distance('size') },
  byVelocity: { label: 'pixels changed by velocity', digits: 3, of: distance('velocity') },
  byShape: { label: 'pixels changed by shape', digits: 3, of: distance('shape') },
} as const satisfies Record<string, One>
