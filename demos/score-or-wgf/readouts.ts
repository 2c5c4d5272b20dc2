// Numbers recorded at every step.
import type { Readout } from '@/contract'
import { bumpEnergy } from '@/domains/diffusion/gradientFlow'
import { bumpAt, noiseAt, type State, startBump } from './model'
import { EVERY, LOOP_STEPS, type Params, TIME_STEP } from './params'

type One = Readout<Params, State>
const on =
  (tab: Params['tab'], of: One['of']): One['of'] =>
  (s, p) =>
    p.tab === tab ? of(s, p) : null

export const readouts = {
  way: { label: 'share of the way round', unit: '%', digits: 3, of: on('loop', ({ step }) => (100 * step) / LOOP_STEPS) },
  update: { label: 'updates', digits: 5, of: on('learning', ({ step }, p) => Math.min(EVERY * step, p.updates)) },
  level: { label: 'noise', symbol: '\\sigma', digits: 3, of: on('samples', ({ step }) => noiseAt(step)) },
  t: { label: 'time', symbol: 't', digits: 3, of: on('energy', ({ step }) => step * TIME_STEP) },
  mean: { label: 'mean', symbol: 'm', digits: 3, of: on('energy', ({ step }, p) => bumpAt(p, step).mean) },
  variance: { label: 'variance', symbol: 'v', digits: 3, of: on('energy', ({ step }, p) => bumpAt(p, step).variance) },
  energy: {
    label: 'free energy above its least (KL), on the grid',
    digits: 4,
    rounding: 1e-7,
    of: on('energy', ({ noise }) => Math.max(0, noise!.energy)),
  },
  closed: {
    label: 'the same, closed form',
    digits: 4,
    rounding: 1e-12,
    of: on('energy', ({ step }, p) => bumpEnergy(bumpAt(p, step))),
  },
  bound: {
    label: 'KL(0) e⁻²ᵗ',
    digits: 4,
    of: on('energy', ({ step }, p) => bumpEnergy(startBump(p)) * Math.exp(-2 * step * TIME_STEP)),
  },
  slope: { label: '−∫ρ|u|²', digits: 4, rounding: 1e-7, of: on('energy', ({ noise }) => noise!.slope) },
} as const satisfies Record<string, One>
