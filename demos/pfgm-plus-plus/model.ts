// Particles drawn from the law of a single charge far away follow the field lines of all charges down to the floor: dx/dσ = (x - ŷ(x, σ))/σ, by Heun's
// method on the noise levels of EDM. On the page of radii a step draws some radii instead.
import type { Stepped } from '@/contract'
import { type HeunWorkspace, heunStep, heunWorkspace } from '@/domains/diffusion/poissonField'
import { drawNoise, drawRadius } from '@/domains/diffusion/radiusLaw'
import { memoized } from '@/memoized'
import { type Stream, stream } from '@/numerics/random'
import { steadyLog } from '@/numerics/steady'
import { steadyNormal } from '@/numerics/steadyNormal'
import { chargesOf } from './charges'
import { dimOf, isInSpace, type Params, sigmasOf, startOf } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
  /** Particles, [n, dim]. */
  x: Float64Array
  /** The traced particle, [dim], by the field of this D and by diffusion. */
  traced: Float64Array
  diffused: Float64Array
  noise: Stream
  /** On the page of radii: ln (R/σ√N) of radii, with room for all that will be drawn; see `drawnOf`. */
  radii: Float64Array
}
export interface Frame {
  sigma: number
  /** [n, dim]. */
  x: Float64Array
  radii: Float64Array
}

const [DRAWS, PER_STEP] = [40, 50] // steps of the page of radii
/** ln (R/σ√N) of the radii drawn so far. */
export const drawnOf = ({ radii, step }: State): Float64Array => radii.subarray(0, PER_STEP * step)

/** Each particle has a stream of its own: it keeps its direction, and nearly its share of the radii, while D changes. */
export const startsOf = memoized((p: Params): Float64Array => {
  const dim = dimOf(p)
  const x = new Float64Array(p.n * dim)
  for (let k = 0; k < p.n; k++) drawNoise(stream(p.seed, `start ${k}`), dim, p.D, x, dim * k)
  for (let i = 0; i < x.length; i++) x[i]! *= p.sigmaMax
  return x
})

const workspacesOf = memoized((p: Params): { all: HeunWorkspace; one: HeunWorkspace } => {
  const { dim, count } = chargesOf(p)
  return { all: heunWorkspace(dim * p.n, count), one: heunWorkspace(dim, count) }
})

/** Noise on all particles; both paths of the traced one get the same. */
function push({ x, traced, diffused, noise }: State, size: number): void {
  for (let i = 0; i < x.length; i++) x[i]! += size * steadyNormal(noise)
  for (let i = 0; i < traced.length; i++) {
    const more = size * steadyNormal(noise)
    traced[i]! += more
    diffused[i]! += more
  }
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init: (p) => ({
    step: 0,
    x: isInSpace(p) ? startsOf(p).slice() : new Float64Array(0),
    traced: startOf(p),
    diffused: startOf(p),
    noise: stream(p.seed, isInSpace(p) ? 'noise' : 'radii'),
    radii: new Float64Array(isInSpace(p) ? 0 : DRAWS * PER_STEP),
  }),
  step(s, p) {
    if (isInSpace(p)) {
      const [sigma, next] = [sigmasOf(p)[s.step]!, sigmasOf(p)[s.step + 1]!]
      const [charges, { all, one }] = [chargesOf(p), workspacesOf(p)]
      if (p.alpha > 0) push(s, p.alpha * sigma)
      heunStep(charges, p.D, sigma, next, s.x, all)
      heunStep(charges, p.D, sigma, next, s.traced, one)
      heunStep(charges, Number.POSITIVE_INFINITY, sigma, next, s.diffused, one)
    } else {
      const middle = 0.5 * steadyLog(p.N)
      for (let k = 0; k < PER_STEP; k++) s.radii[PER_STEP * s.step + k] = steadyLog(drawRadius(s.noise, p.N, p.D)) - middle
    }
    s.step++
  },
  frame: (s, p) => ({
    sigma: isInSpace(p) ? sigmasOf(p)[s.step]! : 0,
    x: s.x.slice(),
    radii: drawnOf(s).slice(),
  }),
  steps: (p) => (isInSpace(p) ? p.steps : DRAWS),
  dt: () => 1,
  pace: (p) => (isInSpace(p) ? p.steps / 6 : 10),
}
