// Four samplers from the same noise, each with its calls of the model. A step takes all samples of all of them from one noise level to the next.
import type { Needed, Stepped } from '@/contract'
import { errorOf, type Lanes, startLanes, stepLanes } from './lanes'
import { LANES, type Lane, type Params } from './params'
import { LARGEST, noiseOf, problemOf } from './problem'
import type { Truth } from './truth'

export { type Params, params } from './params'

export interface Maps {
  truth: Truth
}
export interface State {
  step: number
  samples: Lanes
  /** In the plane the visitor's own sample; errors leave it out. */
  traced: Lanes | null
  /** Root mean square distance from the exact ends; NaN before the end. */
  errors: Record<Lane, number>
}
export interface Frame {
  /** Noise level of the samples. */
  sigma: number
  /** [count, dim]. */
  places: Readonly<Record<Lane, Float64Array>>
}

/** What errors are divided by: the spread of the one Gaussian, so that its size does not matter. */
export const unitOf = ({ tab, data, spread }: Pick<Params, 'tab' | 'data' | 'spread'>): number =>
  tab === 'plane' && data === 'one' ? spread : 1

export const model: Stepped<Params, State, Frame, Maps> = {
  kind: 'stepped',
  runIn: 'worker',
  needs: ['truth'],
  init(p) {
    const problem = problemOf(p)
    return {
      step: 0,
      samples: startLanes(
        noiseOf(p).map((z) => LARGEST * z),
        problem,
      ),
      traced:
        p.tab === 'plane'
          ? startLanes(
              Float64Array.from(p.start, (z) => LARGEST * z),
              problem,
            )
          : null,
      errors: { ddim: Number.NaN, noise: Number.NaN, data: Number.NaN, evodiff: Number.NaN },
    }
  },
  step(s, p, { truth }: Needed<Maps>) {
    const problem = problemOf(p)
    s.step++
    stepLanes(s.samples, problem, s.step)
    if (s.traced) stepLanes(s.traced, problem, s.step)
    if (s.step < p.calls || truth === undefined) return
    for (let i = 0; i < LANES.length; i++) {
      const lane = LANES[i]!
      s.errors[lane] = errorOf(s.samples[lane].x, truth.ends, problem.dim) / unitOf(p)
    }
  },
  frame({ step, samples }, p) {
    const { sigmas } = problemOf(p)
    const of = (lane: Lane) => samples[lane].x.slice()
    return {
      sigma: sigmas[Math.min(step, sigmas.length - 1)]!,
      places: { ddim: of('ddim'), noise: of('noise'), data: of('data'), evodiff: of('evodiff') },
    }
  },
  steps: (p) => p.calls,
  dt: () => 1,
  pace: (p) => Math.max(2, p.calls / 5),
}
