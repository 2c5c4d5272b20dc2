// The best function at z, ready to be drawn: the one for which K differs least from multiplying by z.
import { catFunction, catResidual } from '@/domains/operators/catMap'
import { coefficients, type Koopman, leastResidual, type Prober, prober } from '@/domains/operators/koopman'
import { rotationResidual } from '@/domains/operators/rotation'
import { memoized } from '@/memoized'
import type { Learned } from './learned'
import type { Params } from './params'
import { anglesOf } from './rotation'

/** A sum of waves exp(2πi k·x): [k, l, re, im] a row. */
export type Waves = readonly (readonly [number, number, number, number])[]

export interface Best {
  tau: number
  /** Coefficients in the dictionary, [re, im], each [N]; or waves. */
  radial: readonly [Float64Array, Float64Array] | null
  waves: Waves
}

const proberOf = memoized((koopman: Koopman): Prober => prober(koopman))

/** For Duffing's oscillator. */
export function learnedBest(learned: Learned, [re, im]: readonly [number, number]): Best | null {
  const { koopman, dictionary } = learned
  if (koopman === null || koopman.size === 0) return null
  const probe = proberOf(koopman)
  const tau = leastResidual(probe, re, im)
  const spread = (v: Float64Array): Float64Array => {
    const w = v.slice()
    coefficients(koopman, w)
    const all = new Float64Array(dictionary.centres.length / 2)
    for (const [k, j] of koopman.kept.entries()) all[j] = w[k]!
    return all
  }
  return { tau, radial: [spread(probe.workspace.vectorRe), spread(probe.workspace.vectorIm)], waves: [] }
}

/** For the two maps of the torus that are observed by waves. */
export function wavesBest(p: Params, box: number): Best {
  const [re, im] = p.z
  if (p.system === 'cat') return { tau: catResidual(box, Math.hypot(re, im)), radial: null, waves: catFunction(box, re, im) }
  const { residual, index } = rotationResidual(anglesOf(box, p), re, im)
  const side = 2 * box + 1
  return { tau: residual, radial: null, waves: [[Math.floor(index / side) - box, (index % side) - box, 1, 0]] }
}

let last: { of: unknown; key: string; best: Best | null } = { of: null, key: '', best: null }

/** The best function of a scene; found once for all pictures of a frame. */
export function bestOf(p: Params, box: number, learned: Learned | undefined): Best | null {
  const of = p.system === 'duffing' ? (learned?.koopman ?? null) : null
  const key = `${p.system} ${p.z} ${box} ${p.alpha} ${p.beta}`
  if (last.of !== of || last.key !== key) {
    const best = p.system === 'duffing' ? (learned ? learnedBest(learned, p.z) : null) : wavesBest(p, box)
    last = { of, key, best }
  }
  return last.best
}
