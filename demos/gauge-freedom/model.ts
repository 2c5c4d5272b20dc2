// Particles are carried from noise to data by score and added field while σ falls; a step is one of Runge and Kutta's, or Euler's, in ln σ. Each carries
// the Jacobian Y of the flow from its start, and ln det Y. The first is the marked one.
import type { Stepped } from '@/contract'
import { flowSlope, type GaugeField, startFlow, strideOf } from '@/domains/diffusion/gaugeFlow'
import { memoized } from '@/memoized'
import { rk4, type Slope, type Stages, stagesOf } from '@/numerics/ode'
import { newField, startsOf } from './data'
import { countOf, dimOf, logNoiseAt, type Params, startOf } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  /** x [dim], Y [dim, dim], ln det Y of each particle: [1 + n, dim + dim² + 1]. */
  packed: Float64Array
}
export interface Frame {
  /** Places of all particles but the marked one, [n, dim]. */
  x: Float64Array
  /** Y of the marked one, [dim, dim]. */
  jacobian: Float64Array
}

interface Workspace {
  field: GaugeField
  slope: Slope
  stages: Stages
}
const workspaceOf = memoized((p: Params): Workspace => {
  const field = newField(p)
  return { field, slope: flowSlope(field), stages: stagesOf((1 + countOf(p)) * strideOf(dimOf(p))) }
})
/** The field of a run. Its scratch is shared by all that ask with the same parameters. */
export const fieldOf = (p: Params): GaugeField => workspaceOf(p).field

/** Where all particles begin, the marked one first: [1 + n, dim]. */
export const startPlaces = memoized((p: Params) => Float64Array.from([...startOf(p), ...startsOf(p)]))
/** Place of particle `k` in the packed state; 0: the marked one. */
export const placeIn = (p: Params, k: number): number => k * strideOf(dimOf(p))

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init: (p) => ({ step: 0, packed: startFlow(startPlaces(p), dimOf(p)) }),
  step(s, p) {
    const { slope, stages } = workspaceOf(p)
    const [from, to] = [logNoiseAt(p, s.step), logNoiseAt(p, s.step + 1)]
    if (p.solver === 'rk4') rk4(slope, from, to - from, s.packed, stages)
    else {
      slope(from, s.packed, stages.slope)
      for (let i = 0; i < s.packed.length; i++) s.packed[i]! += (to - from) * stages.slope[i]!
    }
    s.step++
  },
  frame({ packed }, p) {
    const [dim, stride, n] = [dimOf(p), strideOf(dimOf(p)), countOf(p)]
    const x = new Float64Array(n * dim)
    for (let k = 0; k < n; k++) for (let i = 0; i < dim; i++) x[k * dim + i] = packed[(k + 1) * stride + i]!
    return { x, jacobian: packed.slice(dim, dim + dim * dim) }
  },
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => p.steps / 6,
}
