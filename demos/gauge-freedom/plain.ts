// The marked particle carried by the exact score alone, for comparison.
import type { Computed } from '@/contract'
import { flowSlope, spectrumAt, startFlow } from '@/domains/diffusion/gaugeFlow'
import { rk4, stagesOf } from '@/numerics/ode'
import { svdWorkspace } from '@/numerics/svd'
import { gaugeOf, newField } from './data'
import { dimOf, logNoiseAt, noiseAt, type Params, startOf } from './params'

export interface Plain {
  dim: 2 | 3
  /** Singular values by step, [steps + 1, dim]. */
  values: Float64Array
  /** Places by step, [steps + 1, dim]. */
  x: Float64Array
}
const EVERY = 20 // steps between two pauses

const last =
  (index: number) =>
  ({ dim, values }: Plain) =>
    index < dim ? values[values.length - dim + index]! : null
export const plain: Computed<Params, Plain> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'data', 'shape', 'moved', 'start', 'startTurn', 'startRise', 'top', 'low', 'lowInSpace', 'steps'],
  summary: {
    plain1: { label: 'first singular value at the end, true score', digits: 3, of: last(0) },
    plain2: { label: 'second, true score', digits: 3, of: last(1) },
    plain3: { label: 'third, true score', digits: 3, of: last(2) },
  },
  *compute(p) {
    const dim = dimOf(p)
    const field = newField(p, { ...gaugeOf(p), kappa: 0 })
    const packed = startFlow(Float64Array.from(startOf(p)), dim)
    const [slope, stages, workspace] = [flowSlope(field), stagesOf(packed.length), svdWorkspace(dim, dim)]
    const result: Plain = { dim, values: new Float64Array((p.steps + 1) * dim), x: new Float64Array((p.steps + 1) * dim) }
    const slopes = new Float64Array(dim)
    for (let k = 0; k <= p.steps; k++) {
      if (k > 0) rk4(slope, logNoiseAt(p, k - 1), logNoiseAt(p, k) - logNoiseAt(p, k - 1), packed, stages)
      spectrumAt(field, noiseAt(p, k), packed, 0, workspace, result.values.subarray(k * dim, (k + 1) * dim), slopes)
      result.x.set(packed.subarray(0, dim), k * dim)
      if (k % EVERY === EVERY - 1) yield { done: k / (p.steps + 1), result, silent: true }
    }
    return result
  },
}
