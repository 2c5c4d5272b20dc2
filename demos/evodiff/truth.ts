// Where the exact paths of dx/dσ = (x - D)/σ lead. Of one Gaussian N(μ, s²I) they are known, x(σ) = μ + (x_T - μ) √((s² + σ²)/(s² + σ_T²)); of a mixture
// they are computed by Runge and Kutta in log σ.
import type { Computed, Point } from '@/contract'
import { denoiser } from '@/domains/diffusion/mixture'
import { flow } from '@/domains/diffusion/probabilityFlow'
import { folded, unfold } from '@/domains/diffusion/span'
import { memoized } from '@/memoized'
import type { Params } from './params'
import { LARGEST, noiseOf, pictureSpan, planeMixture, SMALLEST, sigmasOf } from './problem'

/** Runge-Kutta steps from the highest noise level to the lowest: good to 3e-6 on the wheel, to 6e-6 on the narrowest ring (root mean square). */
export const STEPS = 100

export interface Truth {
  /** Of all samples, at the lowest noise level, [count, dim]. */
  ends: Float64Array
}

/** Share of the way from the centre that is left at noise level `sigma`. */
export const oneShare = (s: number, sigma: number): number => Math.hypot(s, sigma) / Math.hypot(s, LARGEST)

function ofOne({ spread, centre }: Params, starts: Float64Array): Float64Array {
  const share = oneShare(spread, SMALLEST)
  return starts.map((z, i) => centre[i % 2]! + share * (LARGEST * z - centre[i % 2]!))
}

export const truth: Computed<Params, Truth> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'data', 'spread', 'width', 'centre', 'moved', 'seed'],
  *compute(p) {
    const noise = noiseOf(p)
    if (p.tab === 'plane' && p.data === 'one') return { ends: ofOne(p, noise) }
    const starts = noise.map((z) => LARGEST * z)
    const { inside, rest } = p.tab === 'plane' ? { inside: starts, rest: null } : folded(pictureSpan(), starts)
    const mixture = p.tab === 'plane' ? planeMixture(p) : pictureSpan().mixture
    for (const done of flow(denoiser(mixture, 'noise'), 0, inside, LARGEST, SMALLEST, STEPS))
      yield { done, result: { ends: inside }, silent: true }
    if (rest === null) return { ends: inside }
    const ends = new Float64Array(starts.length)
    const { dim, rank } = pictureSpan()
    const one = new Float64Array(dim)
    for (let k = 0; k * dim < ends.length; k++) {
      unfold(pictureSpan(), inside, k * (rank + 1), rest, k * dim, one)
      ends.set(one, k * dim)
    }
    return { ends }
  },
}

/** The exact path of the traced sample at falling noise levels, [levels, 2]. */
function tracedAt(p: Params, levels: ArrayLike<number>): Float64Array {
  const path = new Float64Array(2 * levels.length)
  const x = Float64Array.from(p.start, (z) => LARGEST * z)
  if (p.data === 'one') {
    for (let i = 0; i < path.length; i++)
      path[i] = p.centre[i % 2]! + oneShare(p.spread, levels[Math.floor(i / 2)]!) * (x[i % 2]! - p.centre[i % 2]!)
    return path
  }
  const d = denoiser(planeMixture(p), 'noise')
  path.set(x)
  for (let k = 1; k < levels.length; k++) {
    const [from, to] = [levels[k - 1]!, levels[k]!]
    const share = Math.log(from / to) / Math.log(LARGEST / SMALLEST)
    // just below, so that a last bit of a logarithm makes no step more
    for (const _ of flow(d, 0, x, from, to, Math.ceil(STEPS * share - 0.01)));
    path.set(x, 2 * k)
  }
  return path
}

/** At the noise levels of the run, [steps + 1, 2]. Read only. */
export const tracedLevels = memoized((p: Params) => tracedAt(p, sigmasOf(p)))

const FINE = 100
const fineLevels = Float64Array.from({ length: FINE + 1 }, (_, k) => LARGEST * (SMALLEST / LARGEST) ** (k / FINE))
/** Places as they are drawn, x/√(1 + σ²), so close together that they make a curve. Read only. */
export const tracedCurve = memoized((p: Params): readonly Point[] => {
  const path = tracedAt(p, fineLevels)
  return Array.from(fineLevels, (sigma, k): Point => {
    const scale = 1 / Math.hypot(1, sigma)
    return [path[2 * k]! * scale, path[2 * k + 1]! * scale]
  })
})
