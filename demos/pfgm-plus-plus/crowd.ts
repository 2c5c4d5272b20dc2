// A hundred thousand particles that follow the field lines down to the floor of the plane, by Heun's method on the noise levels of the run.
import type { Crowd } from '@/contract'
import { memoized } from '@/memoized'
import { stream, uniform } from '@/numerics/random'
import { chargesOf } from './charges'
import { isDiffusion, type Params, sigmasOf } from './params'

export const CROWD = 100_000

/** For each particle its share of the radii and its direction, [CROWD, 3]: it keeps them while D changes. */
const sharesOf = (() => {
  const made = { seed: Number.NaN, shares: new Float32Array(0) } // the newest
  return (seed: number): Float32Array => {
    if (made.seed !== seed) {
      const s = stream(seed, 'crowd')
      const shares = new Float32Array(3 * CROWD)
      for (let i = 0; i < shares.length; i += 3) {
        const angle = 2 * Math.PI * uniform(s)
        shares.set([uniform(s), Math.cos(angle), Math.sin(angle)], i)
      }
      Object.assign(made, { seed, shares })
    }
    return made.shares
  }
})()

/** In two dimensions the law of the radii has a closed form: the share beyond R is (1 + (R/σ)²/D)^{-D/2}. */
function startOf(p: Params): Float32Array {
  const shares = sharesOf(p.seed)
  const x = new Float32Array(2 * CROWD)
  for (let i = 0; i < CROWD; i++) {
    const log = -2 * Math.log1p(-shares[3 * i]!)
    const radius = p.sigmaMax * Math.sqrt(isDiffusion(p) ? log : p.D * Math.expm1(log / p.D))
    x[2 * i] = radius * shares[3 * i + 1]!
    x[2 * i + 1] = radius * shares[3 * i + 2]!
  }
  return x
}

/** The crowd of the page `plane`: dx/dσ = (x - ŷ)/σ, with the charges as kernels. The last step, to σ = 0, is Euler's. */
export const crowdOf = memoized((p: Params): Crowd => {
  const { count, places } = chargesOf(p)
  const sigmas = sigmasOf(p)
  const last = sigmas.length - 1
  const levels = new Float32Array(sigmas.length * count * 12)
  const steps = new Float32Array(2 * last)
  for (let step = 0; step < last; step++) {
    const sigma = sigmas[step]!
    const inverse = 1 / ((isDiffusion(p) ? 1 : p.D) * sigma * sigma)
    for (let k = 0; k < count; k++) {
      const [x, y] = [places[2 * k]!, places[2 * k + 1]!]
      levels.set([x, y, 0, inverse, 0, inverse, 0, 0, 1 / sigma, 0, 0, 1 / sigma], 12 * (step * count + k))
    }
    steps.set([sigmas[step + 1]! - sigma, step + 1 < last ? 0.5 : 0], 2 * step)
  }
  const key = JSON.stringify([p.seed, p.D, p.sigmaMax, p.steps, [...places]])
  return { key, count: CROWD, kernels: count, power: isDiffusion(p) ? 0 : (2 + p.D) / 2, levels, steps, start: startOf(p) }
})
