import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { particles } from './particles'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { particles },
  readouts,
  views,
  opening: 'end',
  words,
  handles,
  sliders: {
    q: () => ({
      marks: [
        { value: 1.5, label: 'Kraichnan' },
        { value: 2, label: 'hard spheres' },
      ],
    }),
  },
  equations: [
    {
      tex: '\\partial_t n = -\\partial_y J - \\frac{n}{\\tau_\\text{esc}} - \\frac{n}{\\tau_\\text{cat}} + Q, \\quad y = \\ln\\chi',
      spoken:
        'The number n of particles a unit of y, the logarithm of momentum, changes by the slope of the flux J, by escape, by destruction and by injection.',
    },
    {
      tex: 'J = Vn - K\\,\\partial_y n, \\quad K = \\chi^{\\p{q} - 2}, \\quad V = 3K + \\p{gain} - \\p{loss}\\,\\chi^{\\p{r} - 1}',
      spoken:
        'The flux is drift V times n less K times the slope of n. K is momentum to the power q minus 2; V is three K plus the gain less the losses.',
    },
    {
      tex: '\\tau_\\text{esc} = \\p{tau0}\\,\\chi^{\\delta}, \\quad \\tau_\\text{cat} = \\p{tauC}\\,\\chi^{\\p{epsilon}}',
      spoken: 'The times of escape and of destruction are powers of momentum.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
