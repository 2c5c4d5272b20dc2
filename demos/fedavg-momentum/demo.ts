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
import { ends } from './sweep'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { ends },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { plane: ['plane', 'error', 'sweep'], blobs: ['blobs', 'excess', 'shares'] },
    ledes: {
      blobs:
        'Five clients learn to tell three classes apart, and most of them have seen one class only. Each walks towards the answer that suits its own points. Make the labels more even, and see the methods come together.',
    },
    openings: { plane: 60, blobs: 'end' },
  },
  opening: 60,
  words,
  handles,
  sliders: {
    gamma: ({ eta, local }) => ({ marks: [{ value: eta * local, label: 'mean of the models' }] }),
  },
  equations: [
    {
      tex: '\\begin{aligned} x_i &= x, \\text{ then } \\p{local} \\text{ times} \\\\ x_i &\\leftarrow x_i - \\p{eta}\\, d_i \\\\ d_i &= \\p{beta}\\, G_i + (1 - \\p{beta})\\, g \\end{aligned}',
      spoken:
        'FedAvg-M: each client takes K local steps of rate eta along beta times its gradient G plus one minus beta times the last common direction g. FedAvg has beta one.',
    },
    {
      tex: '\\begin{aligned} g &\\leftarrow \\frac{1}{\\p{eta}\\,\\p{m}\\,\\p{local}} \\sum_{i} (x - x_i) \\\\ x &\\leftarrow x - \\p{gamma}\\, g \\end{aligned}',
      spoken:
        'The server: the new direction g is the mean of the ways of the clients, divided by eta and K; the model x moves by gamma times g.',
    },
    {
      tex: '\\begin{aligned} d_i &= G_i - c_i + c \\\\ c_i &\\leftarrow \\text{mean of its } G_i \\\\ c &\\leftarrow \\text{mean of all } c_i \\end{aligned}',
      spoken:
        'SCAFFOLD: a client takes its control variate c i from its gradient, the mean of its gradients in its last round, and adds c, the mean of all c i.',
    },
    {
      tex: 'd_i = \\p{beta}\\,(G_i - c_i + c) + (1 - \\p{beta})\\, g',
      spoken: 'SCAFFOLD-M: both.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
