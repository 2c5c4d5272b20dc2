// A step is one implicit step of the spectrum on cells, of one particle in all, all at the momentum of injection first; and one step of a few particles that bounce among
// clouds. The many particles of the histogram walk in a map (./particles.ts).
import type { Stepped } from '@/contract'
import { advance, stepperOf } from '@/domains/acceleration/volumes'
import { memoized } from '@/memoized'
import { advanceClouds, type Clouds, startClouds } from './clouds'
import { type Params, STEPS, steadyOf } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  /** Particles a unit of ln χ, [cells]; their total is 1. */
  n: Float64Array
  clouds: Clouds
}
export interface Frame {
  t: number
  n: Float64Array
  clouds: Omit<Clouds, 'draws'>
}

export const stepTime = ({ span }: Params): number => span / STEPS
const stepper = memoized((p: Params) => {
  const { volumes, source } = steadyOf(p)
  return stepperOf(volumes, source, stepTime(p))
})

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    return { step: 0, n: steadyOf(p).source.slice(), clouds: startClouds(p) }
  },
  step(s, p) {
    s.step++
    advance(steadyOf(p).volumes, stepper(p), s.n)
    advanceClouds(s.clouds, p, stepTime(p), s.step)
  },
  frame: ({ step, n, clouds: { y, places, ways, trail } }, p) => ({
    t: step * stepTime(p),
    n,
    clouds: { y, places, ways, trail },
  }),
  steps: () => STEPS,
  dt: stepTime,
  pace: () => STEPS / 10,
}
