// What a visitor may change, and what follows from these values alone.

import { choice, integer, number, type ParamsOf, point, seed, toggle } from '@/contract'
import type { LayerSettings } from '@/domains/optim/layerUpdates'
import { direction, latitude, longitude, rayleigh, type SphereLoss, sphereRosenbrock, type Vector } from '@/domains/optim/sphere'
import { memoized } from '@/memoized'
import { DEGREE } from '@/numerics/angles'

const W0 = [0.3, 0.5, 0.9] as const // the start used for the numbers that we compare with

export const params = {
  rate: number({
    label: 'learning rate',
    symbol: '\\eta',
    doc: 'How far one unit of slope moves the weights. Long steps make the vector longer still.',
    default: 0.1,
    min: 0.005,
    max: 1,
    scale: 'log',
    hard: [1e-5, 10],
  }),
  beta: number({
    label: 'momentum',
    symbol: '\\beta',
    doc: 'The share of old steps that each step keeps. Old steps were tangent once; now they point outward.',
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    hard: [0, 0.999],
  }),
  start: point({
    label: 'start',
    symbol: 'w_0',
    unit: '°',
    doc: 'Longitude and latitude of the first weights on the sphere.',
    default: [longitude(W0[0], W0[2]) / DEGREE, latitude(W0[1], Math.hypot(...W0)) / DEGREE],
    min: [-180, -89],
    max: [180, 89],
    step: 0.5,
  }),
  length: number({
    label: 'length at the start',
    symbol: '\\lVert w_0\\rVert',
    doc: 'Length of the first weights. Twice the length makes each step a quarter.',
    default: Math.hypot(...W0),
    min: 0.2,
    max: 5,
    scale: 'log',
    hard: [0.01, 100],
  }),
  decay: number({
    label: 'weight decay',
    symbol: '\\lambda',
    doc: 'Pulls the weights towards zero in each step. In projected steps a tenth of it is left.',
    default: 0,
    min: 0,
    max: 0.1,
    step: 0.001,
  }),
  noise: number({
    label: 'gradient noise',
    symbol: '\\sigma',
    doc: 'Size of the noise in every gradient, the same for all methods. It is tangent, as that of a minibatch is.',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
  }),
  seed: seed({ label: 'seed of the noise', doc: 'Another number, other noise.', default: 1, when: { noise: { not: 0 } } }),
  delta: number({
    label: 'threshold',
    symbol: '\\delta',
    doc: 'Weights count as scale-invariant while the cosine between weights and gradient stays below δ/√3. At 0 nothing is projected.',
    group: 'When to project',
    default: 0.1,
    min: 0,
    max: 1,
    step: 0.01,
  }),
  radial: number({
    label: 'pull to length 1',
    symbol: '\\mu',
    doc: 'Adds μ/2 · (length − 1)² to the loss. Then length counts too: the weights are no longer scale-invariant.',
    group: 'When to project',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
  }),
  family: choice({
    label: 'optimizers',
    doc: 'SGD with and without momentum against SGDP, or Adam against AdamP.',
    group: 'Scene',
    options: { sgd: 'SGD and SGDP', adam: 'Adam and AdamP' },
    default: 'sgd',
  }),
  surface: choice({
    label: 'surface',
    doc: 'The loss on the sphere.',
    group: 'Scene',
    options: { rayleigh: 'a quadratic form', rosenbrock: 'Rosenbrock’s valley' },
    default: 'rayleigh',
  }),
  buffer: choice({
    label: 'what is projected',
    doc: 'The paper projects the step and keeps the sum of old gradients whole. The released SGDP changes that sum too.',
    group: 'Scene',
    options: { kept: 'the step (paper)', projected: 'step and sum (released code)' },
    default: 'kept',
    when: { family: 'sgd' },
  }),
  steps: integer({ label: 'steps', doc: 'Length of the run.', group: 'Scene', default: 120, min: 20, max: 500, hard: [1, 2000] }),
  plain: toggle({ label: 'without momentum', doc: 'Draw the method with β = 0.', group: 'Show', default: true, affects: 'view' }),
  momentum: toggle({ label: 'with momentum', doc: 'Draw the usual method.', group: 'Show', default: true, affects: 'view' }),
  projected: toggle({
    label: 'with projection',
    doc: 'Draw SGDP or AdamP.',
    group: 'Show',
    default: true,
    affects: 'view',
  }),
  fair: toggle({
    label: 'SGD with rate η/(1 − β)',
    doc: 'Momentum adds up to 1/(1 − β) gradients; this is plain SGD with the sum of them.',
    group: 'Show',
    default: false,
    affects: 'view',
    when: { family: 'sgd' },
  }),
  chart: choice({
    label: 'chart',
    doc: 'What the upper chart shows.',
    group: 'Show',
    options: { effective: 'effective step', growth: 'growth of the length', cosine: 'the test for projection' },
    default: 'effective',
    affects: 'view',
  }),
  radius: choice({
    label: 'distance from the centre',
    doc: 'How length is drawn: by its logarithm beyond the sphere, or as it is.',
    group: 'Show',
    options: { log: 'log of the length', linear: 'the length' },
    default: 'log',
    affects: 'view',
  }),
  turn: number({
    label: 'turn the sphere',
    unit: '°',
    doc: 'Longitude from which one looks.',
    group: 'Show',
    default: 30,
    min: -180,
    max: 180,
    step: 1,
    affects: 'view',
  }),
  rise: number({
    label: 'tilt the sphere',
    unit: '°',
    doc: 'Latitude from which one looks.',
    group: 'Show',
    default: 18,
    min: -80,
    max: 80,
    step: 1,
    affects: 'view',
  }),
}
export type Params = ParamsOf<typeof params>

/** `plain` has no momentum; `fair` has none either, and the rate η/(1 - β). */
export type Method = 'plain' | 'momentum' | 'projected' | 'fair'
export const METHODS = ['plain', 'fair', 'momentum', 'projected'] as const // in the order of drawing, the paper's on top

export const CURVATURES: Vector = [0.2, 1, 3]
const surfaces: Readonly<Record<Params['surface'], SphereLoss>> = {
  rayleigh: rayleigh(CURVATURES),
  rosenbrock: sphereRosenbrock,
}
export const lossOf = (p: Params): SphereLoss => surfaces[p.surface]

/** Direction in which the weights start. */
export const startOf = (p: Params): Vector => direction(p.start[0] * DEGREE, p.start[1] * DEGREE)

export const DECAY_RATIO = 0.1 // wd_ratio of the released code
const EPS = 1e-8 // likewise

/** The settings of each method. Baselines never project and keep their whole decay. */
export const settingsOf = memoized((p: Params): Readonly<Record<Method, LayerSettings>> => {
  const common = {
    rate: p.rate,
    beta: p.beta,
    delta: 0,
    decay: p.decay,
    decayRatio: DECAY_RATIO,
    eps: EPS,
    guard: 0, // unlike the released code, so that projected steps are tangent to the last digit
  }
  return {
    plain: { ...common, beta: 0 },
    momentum: common,
    projected: { ...common, delta: p.delta, projectsBuffer: p.buffer === 'projected' },
    fair: { ...common, beta: 0, rate: p.rate / (1 - p.beta) },
  }
})

export const isShown = (p: Params, method: Method): boolean => p[method] && !(method === 'fair' && p.family === 'adam')
export const shownMethods = (p: Params): Method[] => METHODS.filter((method) => isShown(p, method))

/** The cosine below which SGDP projects: δ / √dim. */
export const threshold = (p: Params): number => p.delta / Math.sqrt(3)
