// Numbers recorded at every step.
import type { Readout } from '@/contract'
import { configurations } from '@/domains/gauge/lattice'
import { neighbourCorrelation, type Samples, type State, type Training } from './model'
import type { Params } from './params'
import { basisIn, cutoffOf, isOnLattice, latticeIn } from './system'

type One = Readout<Params, State>
const ofSamples =
  (of: (s: Samples, step: number) => number | null): One['of'] =>
  ({ samples, step }) =>
    samples && of(samples, step)
const ofTraining =
  (of: (s: Training) => number): One['of'] =>
  ({ training }) =>
    training && of(training)

export const readouts = {
  energy: { label: 'ground energy', symbol: 'E_0', digits: 6, of: ofSamples((s) => s.energy) },
  gap: { label: 'to the next state', digits: 4, of: ofSamples((s) => s.gap) },
  above: { label: 'potential of the charges', symbol: 'V', digits: 4, of: ofSamples((s) => s.above) },
  flux: { label: 'field of the string', digits: 3, rounding: 1e-12, of: ofSamples((s) => s.flux) },
  screening: { label: 'charge on the static charges', digits: 3, rounding: 1e-12, of: ofSamples((s) => s.screening) },
  charge: { label: 'mean charge of a site', digits: 3, rounding: 1e-12, of: ofSamples((s) => s.charge) },
  states: { label: 'states', digits: 6, of: (_, p) => (isOnLattice(p) ? basisIn(p).size : null) },
  oneIn: {
    label: 'configurations a state',
    digits: 4,
    of: (_, p) => (isOnLattice(p) ? configurations(latticeIn(p), cutoffOf(p)) / basisIn(p).size : null),
  },
  samples: { label: 'samples', digits: 4, of: ofSamples((_, step) => step + 1) },
  broken: { label: 'of them against Gauss’s law', of: ofSamples((s) => s.broken) },
  tried: { label: 'draws at random', digits: 6, of: ofSamples((s) => s.anything.tried) },
  hits: { label: 'of them that fit', of: ofSamples((s) => s.anything.hits) },
  direct: { label: 'ΣE², direct', digits: 3, hidden: true, of: ofSamples((s) => s.direct.length) },
  metropolis: { label: 'ΣE², Metropolis', digits: 3, hidden: true, of: ofSamples((s) => s.metropolis.length) },
  memory: {
    label: 'correlation of neighbours, direct',
    digits: 2,
    none: 'all alike',
    of: ofSamples((s, step) => neighbourCorrelation(s.direct, step)),
  },
  chainMemory: {
    label: 'correlation of neighbours, Metropolis',
    digits: 2,
    none: 'all alike',
    of: ofSamples((s, step) => neighbourCorrelation(s.metropolis, step)),
  },
  flowEnergy: { label: 'energy of the flow', digits: 7, of: ofTraining((s) => s.energy) },
  flowError: { label: 'above the exact one by', digits: 2, of: ofTraining((s) => s.error) },
  fidelity: { label: 'overlap with the exact state, squared', digits: 4, of: ofTraining((s) => s.fidelity) },
  missed: { label: 'probability beyond the sums', digits: 2, rounding: 1e-12, of: ofTraining((s) => Math.max(0, 1 - s.norm)) },
} as const satisfies Record<string, One>
