import { defineDemo } from '@/contract'
import { claims } from './claims'
import { costs, counted } from './cost'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { rates } from './rates'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { rates, costs, counted },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      plane: ['ellipses', 'valley', 'loss', 'inverse'],
      layer: ['loss', 'rates', 'matrices', 'inverse'],
      cost: ['cost', 'loss'],
    },
    ledes: {
      layer:
        'A layer of three outputs and six inputs learns from batches. Whole runs show which rate suits which optimizer. Change the formula of the inverse, and see what is left of MKOR.',
      cost: 'To invert a matrix takes the cube of its width, to take one vector into its inverse only twice the square. Drag the width, and see how far they come apart.',
    },
    openings: { plane: 60, layer: 'end', cost: 'end' },
  },
  opening: 60,
  words,
  handles,
  sliders: { gamma: () => ({ marks: [{ value: 0.95, label: 'released code' }] }) },
  equations: [
    {
      tex: '\\begin{aligned} u &= R^{-1}a \\\\ k &= \\frac{1-\\p{gamma}}{\\p{gamma} + (1-\\p{gamma})\\,a^\\top u} \\\\ R^{-1} &\\leftarrow \\bigl(R^{-1} - k\\,uu^\\top\\bigr) / \\p{gamma} \\end{aligned}',
      spoken: 'R inverse takes in the vector a: u is R inverse times a, and a multiple of u u transposed is taken away.',
      tabs: ['plane', 'layer'],
    },
    {
      tex: '\\begin{aligned} U &= L^{-1}\\,\\nabla R^{-1} \\\\ U &\\leftarrow U\\,\\lVert\\nabla\\rVert / \\lVert U\\rVert \\\\ W &\\leftarrow W - \\p{eta}\\,(\\text{momentum of } U) \\end{aligned}',
      spoken:
        'The gradient is multiplied by both inverses, brought back to its length, and handed to momentum with the rate eta.',
      tabs: ['plane', 'layer'],
    },
    {
      tex: '\\begin{aligned} \\text{invert} &: \\p{d}^3 \\\\ \\text{take in a vector} &: 2\\p{d}^2 + 2\\p{d} \\end{aligned}',
      spoken: 'To invert takes d cubed multiply-adds, to take in a vector two d squared plus two d.',
      tabs: ['cost'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
