import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import { judged, learned, pointed, terms } from './maps'
import meta from './meta'
import { model, readouts } from './model'
import { params, USUAL } from './params'
import { presets } from './presets'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { learned, pointed, judged, terms },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      point: ['picture', 'histogram', 'trade'],
      terms: ['bars', 'picture'],
      training: ['progress', 'picture', 'losses'],
    },
    ledes: {
      terms:
        'Three signals teach the features: say what a hidden patch looks like, say what a slow teacher says of it, know which picture it belongs to. Press a bar to keep one of them, or set their weights.',
      training:
        'The network learns while you look, from 200 pictures without a label. Play through the updates, and point at a patch.',
    },
    openings: { point: 0, terms: 0, training: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    noise: () => ({ marks: [{ value: USUAL.noise, label: 'training' }] }),
    light: () => ({ marks: [{ value: USUAL.light, label: 'training' }] }),
  },
  equations: [
    {
      tex: 'S_{ij} = \\frac{z_i\\cdot z_j}{|z_i|\\,|z_j|},\\quad \\text{mask}_i = \\{j : S_{ij} > \\p{threshold}\\}',
      spoken:
        'Similarity of two patches is the cosine of their features; the mask is all patches more similar to the prompt than t.',
      tabs: ['point'],
    },
    {
      tex: 'L = \\p{modelling} L_{\\text{mim}} + \\p{distillation} L_{\\text{mom}} + \\p{contrast} L_{\\text{con}}',
      spoken: 'The loss is a weighed sum of masked modelling, momentum distillation and contrast.',
      tabs: ['terms', 'training'],
    },
    {
      tex: '\\xi \\leftarrow \\p{momentum}\\,\\xi + (1 - \\p{momentum})\\,\\theta',
      spoken: 'The teacher moves a little towards the student in each update.',
      tabs: ['training'],
    },
    {
      tex: "L_{\\text{con}} = -\\frac1B\\sum_i\\log\\frac{e^{g_i\\cdot g_i'/\\p{temperature}}}{\\sum_j e^{g_i\\cdot g_j'/\\p{temperature}}}",
      spoken: 'Contrast: the mean feature of a picture should be most similar to that of its own other view.',
      tabs: ['terms'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
