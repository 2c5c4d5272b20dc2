import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import { diffusion, gaps, lines } from './maps'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { lines, diffusion, gaps },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { plane: ['space', 'gap', 'above', 'kernel'], line: ['strip', 'gap', 'kernel'], radius: ['radii', 'surprise'] },
    ledes: {
      line: 'Data on a line, and above it the half plane of noise levels: the whole field is one flat picture. Drag the charges and the start, and slide D.',
      radius:
        'Noise in many dimensions has nearly one length, the more so the larger D is. An input whose noise is a little too long then looks like nothing that was seen in training. Drag the mark of injected noise.',
    },
    openings: { plane: 6, line: 6, radius: 'end' },
  },
  opening: 6,
  words,
  handles,
  sliders: {
    D: () => ({ marks: [1, 8, 128, 2048].map((value) => ({ value, label: String(value) })) }),
    N: () => ({
      marks: [
        { value: 2, label: '2' },
        { value: 3072, label: 'CIFAR-10' },
      ],
    }),
    sigmaMax: () => ({ marks: [{ value: 80, label: 'paper' }] }),
  },
  equations: [
    {
      tex: 'w_i \\propto \\bigl(\\lVert x - y_i\\rVert^2 + r^2\\bigr)^{-(N + \\p{D})/2}, \\quad r = \\sigma\\sqrt{\\p{D}}',
      spoken:
        'Charge i has the weight: squared distance from x plus r squared, to the power minus N plus D over two, where r is sigma times the root of D.',
      tabs: ['plane', 'line'],
    },
    {
      tex: '\\hat y = \\sum_i w_i\\, y_i, \\qquad \\frac{dx}{d\\sigma} = \\frac{x - \\hat y}{\\sigma}',
      spoken: 'Their weighted mean is y hat, and along a field line x moves by x minus y hat over sigma.',
      tabs: ['plane', 'line'],
    },
    {
      tex: '\\p{D} \\to \\infty: \\quad w_i \\propto e^{-\\lVert x - y_i\\rVert^2 / 2\\sigma^2}',
      spoken: 'As D grows without bound the weights become Gaussian.',
      tabs: ['plane', 'line'],
    },
    {
      tex: '\\mathrm{std}(\\ln R) = \\tfrac12\\sqrt{\\psi_1(\\p{N}/2) + \\psi_1(\\p{D}/2)}',
      spoken:
        'The standard deviation of the logarithm of the radius is half the root of trigamma of N over two plus trigamma of D over two.',
      tabs: ['radius'],
    },
    {
      tex: 'Z = \\frac{\\tfrac12\\ln(1 + \\p{alpha}^2)}{\\mathrm{std}(\\ln R)}',
      spoken: 'The surprise Z is half the logarithm of one plus alpha squared, over that standard deviation.',
      tabs: ['radius'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
