// The same in a plane: particles of three samplers on the paper's "blob", whose score is exact but for the gradient of ψ = δ cos kx cos ky.
import { type Denoiser, denoiser, type Mixture, setSigma } from '@/domains/diffusion/mixture'
import { noiseVariance } from '@/domains/diffusion/noisyMixture'
import { predictAll } from '@/domains/diffusion/predict'
import { geometricTimes, samplerStep } from '@/domains/diffusion/reverse'
import { memoized } from '@/memoized'
import { fillNormal, type Stream, stream, uniform } from '@/numerics/random'
import { projections, slicedDistance } from '@/numerics/wasserstein'
import { type Params, PLANE_STEPS } from './params'

const SCALE = 0.65
const CENTRES = [
  [-2, -2],
  [-2, 2],
  [2, -2],
  [2, 2],
  [0, 0],
  [-4, 0],
  [4, 0],
  [0, -4],
  [0, 4],
] as const
/** 0.65 times nine Gaussians N(·, 0.2 I): data set "blob" of the paper's code. */
export const blob: Mixture = {
  dim: 2,
  means: Float64Array.from(CENTRES.flat(), (v) => SCALE * v),
  stds: new Float64Array(CENTRES.length).fill(SCALE * Math.sqrt(0.2)),
  weights: new Float64Array(CENTRES.length).fill(1),
}

const DIRECTIONS = 8
export const EVERY = 20 // steps between two measurements of distances

export interface Plane {
  /** [n, 2] each. */
  ode: Float64Array
  sde: Float64Array
  third: Float64Array
  draws: Stream
  /** Sliced W₂, when they were measured last. */
  gap: number
  odeTruth: number
  sdeTruth: number
  thirdTruth: number
  /** Of two clouds of samples of the truth. */
  luck: number
}

/** Samples of the data and the noise that they get: at time t a cloud of the true density. */
interface Cloud {
  data: Float64Array
  noise: Float64Array
}
function cloudOf(n: number, draws: Stream): Cloud {
  const [data, noise] = [new Float64Array(2 * n), new Float64Array(2 * n)]
  fillNormal(draws, data)
  fillNormal(draws, noise)
  for (let i = 0; i < n; i++) {
    const k = Math.min(Math.floor(uniform(draws) * CENTRES.length), CENTRES.length - 1)
    for (const axis of [0, 1]) data[2 * i + axis] = blob.means[2 * k + axis]! + blob.stds[k]! * data[2 * i + axis]!
  }
  return { data, noise }
}
function cloudAt({ data, noise }: Cloud, t: number): Float64Array {
  const [shrink, root] = [Math.exp(-t), Math.sqrt(noiseVariance(t))]
  return data.map((v, i) => shrink * v + root * noise[i]!)
}

const partsOf = memoized((p: Params) => ({
  clouds: [cloudOf(p.n, stream(p.seed, 'truth')), cloudOf(p.n, stream(p.seed, 'other truth'))] as const,
  times: geometricTimes(p.horizon, p.tEnd, PLANE_STEPS),
  model: denoiser(blob, 'score'),
  workspace: { score: new Float64Array(2 * p.n), noise: new Float64Array(2 * p.n), scaled: new Float64Array(2 * p.n) },
}))
export const planeTime = (p: Params, step: number): number => partsOf(p).times[Math.min(step, PLANE_STEPS)]!

export function startPlane(p: Params): Plane {
  const first = cloudAt(cloudOf(p.n, stream(p.seed, 'start')), p.horizon)
  const made = {
    ...{ ode: first.slice(), sde: first.slice(), third: first },
    draws: stream(p.seed, 'noise'),
    ...{ gap: 0, odeTruth: 0, sdeTruth: 0, thirdTruth: 0, luck: 0 },
  }
  measure(made, p, p.horizon)
  return made
}

/** The model's score at all of `x` at time t: `scaled` is x in the frame of `mixture.ts`, where data do not shrink. */
export function planeScore(
  model: Denoiser,
  p: Params,
  t: number,
  x: Float64Array,
  scaled: Float64Array,
  out: Float64Array,
): void {
  const grow = Math.exp(t)
  setSigma(model, grow * Math.sqrt(noiseVariance(t)))
  for (let i = 0; i < x.length; i++) scaled[i] = grow * x[i]!
  predictAll(model, scaled, out, out)
  const [size, k] = [p.delta * p.k, p.k]
  for (let i = 0; i < x.length; i += 2) {
    const [a, b] = [k * x[i]!, k * x[i + 1]!]
    out[i] = grow * out[i]! - size * Math.sin(a) * Math.cos(b)
    out[i + 1] = grow * out[i + 1]! - size * Math.cos(a) * Math.sin(b)
  }
}

export function advancePlane(s: Plane, p: Params, step: number): void {
  const { times, model, workspace } = partsOf(p)
  const [t, to] = [times[step - 1]!, times[step]!]
  fillNormal(s.draws, workspace.noise)
  for (const [x, lambda] of [
    [s.ode, 0],
    [s.sde, 1],
    [s.third, p.lambda],
  ] as const) {
    planeScore(model, p, t, x, workspace.scaled, workspace.score)
    samplerStep(x, workspace.score, workspace.noise, lambda, t - to)
  }
  if (step % EVERY === 0 || step === PLANE_STEPS) measure(s, p, to)
}

function measure(s: Plane, p: Params, t: number): void {
  const along = (x: Float64Array) => projections(x, DIRECTIONS)
  const [truth, other] = partsOf(p).clouds.map((cloud) => along(cloudAt(cloud, t))) as [Float64Array, Float64Array]
  const [ode, sde] = [along(s.ode), along(s.sde)]
  s.gap = slicedDistance(ode, sde)
  s.odeTruth = slicedDistance(ode, truth)
  s.sdeTruth = slicedDistance(sde, truth)
  s.thirdTruth = slicedDistance(along(s.third), truth)
  s.luck = slicedDistance(other, truth)
}
