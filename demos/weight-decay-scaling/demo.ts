import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { layers, rates, widths } from './sweeps'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { widths, layers, rates },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      matrix: ['sizes', 'bowl', 'spectrum'],
      widths: ['tops'],
      network: ['layers', 'spectra', 'loss'],
      rates: ['rates', 'loss'],
    },
    ledes: {
      widths:
        'How strongly a matrix can stretch a vector is its top singular value. At one size of the weights it grows with the width d, the faster the more structure the inputs have. Drag the end of the line until it is level.',
      network:
        'A small network with a residual block is trained at four widths, for three rules of the decay, while you look. If a rule is good, the layers stretch alike at all widths. Compare the slopes.',
      rates:
        'Whole trainings at five learning rates and three widths. With good rules a rate that suits a narrow network suits a wide one. Change the rule of the decay, and see whether the curves line up.',
    },
    openings: { matrix: 'end', widths: 'end', network: 'end', rates: 'end' },
  },
  opening: 'end',
  words,
  handles,
  equations: [
    {
      tex: 'W \\leftarrow (1 - \\eta\\lambda)\\, W - \\eta\\, \\frac{\\hat m}{\\sqrt{\\hat v} + \\epsilon}',
      spoken: 'Each step shrinks W by the share eta lambda, and adds eta times a kick of size about one.',
    },
    {
      tex: '\\mathrm{rms}(W) \\to \\sqrt{\\frac{\\eta}{2\\lambda}}',
      spoken: 'The size of the weights comes to rest at the root of eta over two lambda.',
      tabs: ['matrix', 'widths'],
    },
    {
      tex: '\\begin{aligned} \\eta &= \\p{eta}\\,\\tfrac{16}{d} \\text{ or } \\p{eta} \\\\ \\lambda &= \\p{lambda}\\,\\bigl(\\tfrac{d}{16}\\bigr)^{q} \\end{aligned}',
      spoken: 'Over widths, the rate falls as one over d or stays, and the decay grows as d to the power q.',
    },
    {
      tex: '\\sigma_{\\text{top}} \\sim \\sqrt{\\eta/\\lambda}\\; d^{\\,p}, \\quad q = 2p - 1',
      spoken:
        'The top singular value goes as the root of eta over lambda times d to the power p; it is level for q equal to two p minus one.',
      tabs: ['widths', 'network'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
