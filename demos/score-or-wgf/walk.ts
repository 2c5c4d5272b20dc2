// Once round the loop with the field that is shown: the running work, and what it has to equal.
import type { Computed } from '@/contract'
import { diskIntegral, loopWork } from '@/numerics/loops'
import { curlAt, fieldOf } from './fields'
import { type Learning, settled } from './learning'
import { fitAt } from './measures'
import { isNet, LOOP_STEPS, type Params } from './params'
import { netsOf } from './shipped'

export interface Walk {
  /** [LOOP_STEPS + 1] */
  work: Float64Array
  circulation: number
  flux: number
  /** Integral of the curl over the disk. */
  inside: number
  asymmetry: number
  error: number
}
const RINGS = 40
const ROUND = 240

export const walk: Computed<Params, Walk, { learning: Learning }> = {
  kind: 'computed',
  runIn: 'worker',
  needs: ['learning'],
  uses: ['model', 'kappa', 'sigma', 'centre', 'radius', 'width', 'updates', 'seed', 'moved'],
  when: (p) => p.tab === 'loop',
  summary: {
    circulation: { label: 'work once round', digits: 3, of: ({ circulation }) => settled(circulation) },
    inside: { label: 'integral of the curl inside', digits: 3, of: ({ inside }) => settled(inside) },
    flux: { label: 'flux of the field outwards', digits: 3, of: ({ flux }) => flux },
    asymmetry: { label: 'asymmetry of the Jacobian', digits: 2, of: ({ asymmetry }) => settled(asymmetry) },
    error: { label: 'error, relative to the score', digits: 2, of: ({ error }) => error },
  },
  *compute(p, { learning }) {
    const field = fieldOf(p, p.model, isNet(p.model) ? (netsOf(p, learning?.records) ?? null) : null)
    const fill = (points: Float64Array, out: Float64Array) => field.fill(p.sigma, points, out)
    const { work, circulation, flux } = loopWork(fill, p, LOOP_STEPS)
    yield { done: 0.2, result: { work, circulation, flux, inside: Number.NaN, asymmetry: Number.NaN, error: Number.NaN } }
    const inside = diskIntegral(
      (points, out) => {
        const jacobians = new Float64Array(4 * out.length)
        field.jacobians(p.sigma, points, jacobians)
        for (let n = 0; n < out.length; n++) out[n] = curlAt(jacobians, n)
      },
      p,
      RINGS,
      ROUND,
    )
    return { work, circulation, flux, inside, ...fitAt(p, field, p.sigma) }
  },
}
