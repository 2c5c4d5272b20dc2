// Named states. Each starts from the defaults.
import type { Preset } from '@/contract'
import type { Params } from './params'

/** Around the standard normal: four clusters of data, as a diffusion model sees them. */
const noiseToData = {
  left: 1,
  right: 4,
  moved: [
    { index: 0, at: [0, 0] },
    { index: 4, at: [-1.6, 1.5] },
    { index: 5, at: [1.9, 1.1] },
    { index: 6, at: [-1.4, -1.5] },
    { index: 7, at: [1.5, -1.4] },
  ],
  axes: [
    { index: 0, at: [1, 0] },
    { index: 1, at: [1, 0] },
    { index: 8, at: [0.5, 0.25] },
    { index: 10, at: [0.2, 0.5] },
    { index: 12, at: [0.5, -0.3] },
    { index: 14, at: [0.6, 0.1] },
  ],
} as const

export const presets = {
  straight: {
    label: 'straight',
    params: { scene: 'plane', path: 'linear', gamma: 'zero' },
    note: 'Straight pairs without a pinch of noise: every left hump with every right one.',
  },
  fat: {
    label: 'fat middle',
    params: { scene: 'plane', path: 'linear', gamma: 'brownian', a: 4 },
    note: 'γ = 2√(t(1 − t)): the cloud is widest on the way, and the score is tame.',
  },
  noise: {
    label: 'through noise',
    params: { scene: 'plane', path: 'encdec', gammaZero: 'sinesquared' },
    step: 100,
    note: 'At t = ½ the cloud is a standard normal, whatever the two ends are.',
  },
  diffusion: {
    label: 'diffusion',
    params: { ...noiseToData, scene: 'plane', path: 'round' },
    note: 'The left cloud is itself the noise: a = cos(πt/2), b = sin(πt/2), as in a variance-preserving diffusion model.',
  },
  crowd: {
    label: '100,000',
    params: { scene: 'plane', crowd: true },
    note: 'A hundred thousand particles of the ODE fill the exact density, at every step.',
  },
  mirror: {
    label: 'mirror',
    params: { scene: 'plane', path: 'mirror', gamma: 'brownian', a: 1 },
    step: 100,
    note: 'The right cloud melts and comes back.',
  },
  imperfect: {
    label: 'imperfect model',
    params: { scene: 'line', deltaB: 0.3, deltaS: 0, eps: 1 },
    step: 'end',
    note: 'The velocity is wrong by 0.3 everywhere, the score is exact.',
  },
  bridge: { label: 'bridge', params: { scene: 'bridge', sigma: 1 }, note: 'The reference is Brownian motion with σ = 1.' },
} as const satisfies Readonly<Record<string, Preset<Params, 'plane' | 'strip'>>>
