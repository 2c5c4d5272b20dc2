// A step is one step of adaptation, 0.02 of the time of a motion, or fifty updates of a training. Trainings are computed in a map.
import type { Stepped } from '@/contract'
import { adapted, fillErrors, observed } from './networks/adaptation'
import { fillLandscape, GRID } from './networks/landscape'
import { advance, BODIES, type BodyName, launched, orbit, slopeOf } from './networks/rollout'
import {
  HAMILTONIANS,
  type HamiltonianName,
  INNER_STEPS,
  NETS,
  type NetName,
  type Params,
  ROLL_STEP,
  ROLL_STEPS,
  recordsOf,
} from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  /** Adaptation: after `step` steps; motion: after k. In adaptation without the plain network, in training none. */
  weights: Partial<Record<NetName, Float64Array>>
  /** Of the Hamiltonian networks, on fresh states. */
  errors: Record<HamiltonianName, number>
  /** States (q, p); only in motion. */
  bodies: Partial<Record<BodyName, Float64Array>>
}
/** Of adaptation; a motion is drawn from its readouts. */
export interface Frame {
  /** H at p = 0, [GRID, GRID], rows from the top. */
  landscapes: Partial<Record<HamiltonianName, Float64Array>>
  /** Places from the start of the body on, [n, 2]. */
  orbits: Partial<Record<BodyName, Float64Array>>
  /** Observed states, [K, 4]. */
  observed: Float64Array
}

/** Steps of the orbits that are drawn whole. */
export const [ORBIT_STEPS, ORBIT_STEP] = [160, 0.05]

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    const state: State = { step: 0, weights: {}, errors: { random: 0, pre: 0, meta: 0 }, bodies: {} }
    if (p.tab === 'train') return state
    const k = p.tab === 'roll' ? p.k : 0
    for (const net of p.tab === 'roll' ? NETS : HAMILTONIANS) state.weights[net] = adapted(p, net, k).slice()
    fillErrors(p, k, state.errors)
    if (p.tab === 'roll') for (const body of BODIES) state.bodies[body] = launched(p)
    return state
  },
  step(s, p) {
    s.step++
    if (p.tab === 'adapt') {
      for (const net of HAMILTONIANS) s.weights[net]!.set(adapted(p, net, s.step))
      fillErrors(p, s.step, s.errors)
    } else if (p.tab === 'roll')
      for (const body of BODIES) advance(slopeOf(p, body, s.weights[body as NetName]), s.bodies[body]!, ROLL_STEP, p.rule)
  },
  frame({ weights }, p) {
    const frame: Frame = { landscapes: {}, orbits: {}, observed: new Float64Array(0) }
    if (p.tab !== 'adapt') return frame
    frame.observed = observed(p).states
    for (const net of HAMILTONIANS) {
      const heights = new Float64Array(GRID * GRID)
      fillLandscape(p.law, weights[net]!, heights)
      frame.landscapes[net] = heights
    }
    for (const body of ['truth', ...HAMILTONIANS] as const)
      frame.orbits[body] = orbit(p, slopeOf(p, body, weights[body as NetName]), ORBIT_STEPS, ORBIT_STEP)
    return frame
  },
  steps(p) {
    switch (p.tab) {
      case 'adapt':
        return INNER_STEPS
      case 'roll':
        return ROLL_STEPS
      case 'train':
        return Math.max(1, recordsOf(p))
    }
  },
  dt: ({ tab }) => (tab === 'roll' ? ROLL_STEP : 1),
  pace: ({ tab }) => (tab === 'adapt' ? 5 : tab === 'roll' ? 50 : 4),
}
