import { defineDemo } from '@/contract'
import { baselines } from './baselines'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { templates } from './phantoms'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { templates, baselines },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      pictures: ['film', 'quality', 'data', 'misfit', 'inner', 'crowd'],
      line: ['plane', 'off', 'error', 'signals'],
    },
    ledes: {
      line: 'Signals that are sums of nine waves fill a flat set, a plane with nine directions; two of them are drawn. CG begins at a guess in it, with measurements of the truth. Drag the guess, then change the instrument: does CG stay in the plane?',
    },
    openings: { pictures: 'end', line: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    angles: () => ({ marks: [{ value: 8, label: 'paper' }] }),
    M: () => ({ marks: [{ value: 5, label: 'paper' }] }),
    T: () => ({ marks: [{ value: 50, label: 'paper' }] }),
    eta: () => ({ marks: [{ value: 0.85, label: 'paper' }] }),
    gamma: () => ({ marks: [{ value: 1, label: 'paper' }] }),
  },
  equations: [
    {
      tex: '\\hat x_0 = \\frac{x_t - \\sqrt{1-\\bar\\alpha_t}\\,\\hat\\varepsilon}{\\sqrt{\\bar\\alpha_t}}',
      spoken: 'The guess x nought hat is the noisy picture without the noise that the model sees in it.',
      tabs: ['pictures'],
    },
    {
      tex: 'A^{\\mathsf T}\\!A\\,x = A^{\\mathsf T} y \\quad\\text{by } \\p{M} \\text{ CG steps from } \\hat x_0',
      spoken: 'A transposed A x equals A transposed y, by M conjugate-gradient steps from the guess.',
      tabs: ['pictures'],
    },
    {
      tex: '(I + \\p{gamma} A^{\\mathsf T}\\!A)\\,x = \\hat x_0 + \\p{gamma} A^{\\mathsf T} y',
      spoken: 'For noisy data: the identity plus gamma A transposed A, times x, equals the guess plus gamma A transposed y.',
      tabs: ['pictures'],
    },
    {
      tex: "x_{t'} = \\sqrt{\\bar\\alpha_{t'}}\\,\\hat x_0' + \\sqrt{1-\\bar\\alpha_{t'}}\\,\\bigl(\\p{eta}\\,\\epsilon + \\sqrt{1-\\p{eta}^2}\\,\\hat\\varepsilon\\bigr)",
      spoken: 'The next noisy picture is the corrected guess with noise added again: eta fresh, the rest the old one.',
      tabs: ['pictures'],
    },
    {
      tex: 'x_m \\in x_0 + \\mathrm{span}\\{r_0, Br_0, \\dots, B^{m-1}r_0\\}, \\quad B = A^{\\mathsf T}\\!A',
      spoken:
        'After m steps CG is in x nought plus the span of r nought, B r nought, up to B to the m minus one r nought, where B is A transposed A.',
      tabs: ['line'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
