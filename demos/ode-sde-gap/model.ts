// A step is one step back in time: of the densities on the line, or of the particles in the plane. Networks are trained in a map (./training.ts).
import type { Stepped } from '@/contract'
import { advanceDensities, type Densities, startDensities } from '@/domains/diffusion/reverseDensities'
import { LINE_STEPS, type Params, PLANE_STEPS } from './params'
import { advancePlane, type Plane, planeTime, startPlane } from './plane'
import { grid, problemOf, workspace } from './problem'

export { type Params, params } from './params'

export interface State {
  step: number
  line: Densities | null
  plane: Plane | null
}
export interface Frame {
  t: number
  /** Densities, [cells]. */
  line: Pick<Densities, 'ode' | 'sde' | 'third' | 'truth'> | null
  /** Particles, [n, 2]. */
  plane: Pick<Plane, 'ode' | 'sde' | 'third'> | null
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    const { truth, field } = problemOf(p)
    return {
      step: 0,
      line: p.tab === 'line' ? startDensities(truth, field, p.start, p.horizon, grid, workspace) : null,
      plane: p.tab === 'plane' ? startPlane(p) : null,
    }
  },
  step(s, p) {
    s.step++
    if (s.line) {
      const { truth, field, times } = problemOf(p)
      advanceDensities(s.line, truth, field, p.lambda, times[s.step]!, grid, workspace)
    }
    if (s.plane) advancePlane(s.plane, p, s.step)
  },
  frame: ({ step, line, plane }, p) => ({
    t: line?.t ?? (plane ? planeTime(p, step) : p.tEnd),
    line: line && { ode: line.ode, sde: line.sde, third: line.third, truth: line.truth },
    plane: plane && { ode: plane.ode, sde: plane.sde, third: plane.third },
  }),
  steps: ({ tab }) => (tab === 'line' ? LINE_STEPS : tab === 'plane' ? PLANE_STEPS : 1),
  dt: () => 1,
  pace: ({ tab }) => (tab === 'line' ? LINE_STEPS / 8 : tab === 'plane' ? PLANE_STEPS / 8 : 1),
}
