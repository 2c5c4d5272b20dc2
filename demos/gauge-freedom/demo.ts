import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { plain } from './plain'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { split } from './split'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { plain, split },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { space: ['space', 'spectrum'], plane: ['plane', 'spectrum', 'parts'] },
    ledes: {
      plane:
        'Particles go from noise to data. Add a swirl, and they go other ways to the same cloud. Add a stretch, which is a slope as the score is, and they do not. Slide κ, and drag the start.',
    },
    openings: { space: 'end', plane: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    kappa: () => ({ marks: [{ value: 0, label: 'true score' }] }),
  },
  equations: [
    {
      tex: '\\frac{dx}{d\\sigma} = -\\sigma\\,(s + r), \\qquad s = \\nabla\\ln p_\\sigma',
      spoken: 'As the noise sigma changes, x moves by minus sigma times the score s plus an added field r.',
    },
    {
      tex: '\\nabla\\cdot r + r\\cdot s = 0',
      spoken: 'It is a gauge field if its divergence plus its product with the score is zero.',
    },
    {
      tex: 'r = \\p{kappa}\\,\\p{growth}(\\sigma)\\,B\\,s, \\qquad B^T = -B',
      spoken: 'The swirl is kappa times h of sigma times the score turned by an antisymmetric matrix B.',
    },
    {
      tex: 'Y = \\frac{\\partial x}{\\partial x_0}, \\qquad \\ln p_\\sigma(x) = \\ln p_{\\p{top}}(x_0) - \\ln\\lvert\\det Y\\rvert',
      spoken:
        'Y is the derivative of x by its start. The log density at x is that at the start less the log of the determinant of Y.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
