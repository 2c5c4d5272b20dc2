import type { Preset } from '@/contract'
import type { Params } from './params'

type View = 'ellipses' | 'valley' | 'loss' | 'inverse' | 'matrices' | 'rates' | 'cost'

/** The best of six rates at κ = 300, for medians of five seeds after 300 steps. */
export const tunedLayer = { tab: 'layer', eta: 0.2, etaFirst: 0.8, etaKfac: 0.2 } as const

export const presets = {
  narrow: {
    label: 'narrow valley',
    params: tunedLayer,
    view: 'loss',
    step: 'end',
    note: 'κ = 300. Each optimizer at the best of six rates.',
  },
  round: {
    label: 'round valley',
    params: { tab: 'layer', kappa: 1, eta: 0.02, etaFirst: 0.02, etaKfac: 0.02 },
    view: 'loss',
    step: 'end',
    note: 'κ = 1: there is no shape to know, and nobody gains by it.',
  },
  very: {
    label: 'very narrow',
    params: { tab: 'layer', kappa: 3000, eta: 0.8, etaFirst: 0.8, etaKfac: 0.4 },
    view: 'loss',
    step: 'end',
    note: 'κ = 3000, each at the best of six rates.',
  },
  vector: {
    label: 'one vector arrives',
    params: { tab: 'plane', source: 'single', zeta: 1 },
    view: 'ellipses',
    step: 1,
    note: 'One sample a step, no stabiliser: the inverse is corrected, never computed.',
  },
  stale: {
    label: 'stale K-FAC',
    params: { ...tunedLayer, f: 50 },
    view: 'loss',
    step: 'end',
    note: 'K-FAC inverts every 50 steps only, and goes by old inverses in between.',
  },
  mean: {
    label: 'mean is not covariance',
    params: { tab: 'plane', batch: 64, zeta: 1 },
    view: 'ellipses',
    step: 'end',
    note: 'The mean of 64 samples around zero carries 1/64 of their covariance.',
  },
  printed: {
    label: 'printed formula',
    params: {
      tab: 'plane',
      variant: 'printed',
      source: 'single',
      zeta: 1,
      widest: [1.44, 1.08],
      etaFirst: 0.1,
      etaKfac: 0.05,
      eta: 0.05,
    },
    view: 'ellipses',
    step: 'end',
    note: 'As the algorithm figure of the repository prints it, without a stabiliser.',
  },
} as const satisfies Record<string, Preset<Params, View>>
