import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { learning } from './networks/learning'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { learning },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      adapt: ['landscapes', 'curves'],
      roll: ['orbits', 'energies'],
      train: ['training', 'tried'],
    },
    ledes: {
      roll: 'A body follows what the networks have learned. A Hamiltonian network keeps the energy that it believes in, right or wrong; a plain one keeps none. Drag the body and its momentum.',
      train:
        'Two starts learn from the same tasks while you look: one is asked to be right, the other to be right after three steps. Change what the tasks are like, and the inner rate.',
    },
    openings: { adapt: 5, roll: 'end', train: 'end' },
  },
  opening: 5,
  words,
  handles,
  sliders: {
    alpha: () => ({ marks: [{ value: 0.1, label: 'as trained' }] }),
  },
  equations: [
    {
      tex: "\\phi' = \\phi - \\p{alpha}\\,\\nabla L_{\\rm seen}(\\phi)",
      spoken: 'A step of adaptation: phi moves by minus alpha times the gradient of the loss on what was seen.',
      tabs: ['adapt'],
    },
    {
      tex: '\\dot q = \\partial H_\\phi/\\partial p, \\quad \\dot p = -\\partial H_\\phi/\\partial q',
      spoken: 'q changes by the slope of H in p, p by minus the slope of H in q.',
      tabs: ['roll'],
    },
    {
      tex: "\\phi \\leftarrow {\\rm Adam}\\,(\\nabla_\\phi\\, L_{\\rm new}(\\phi'))",
      spoken: 'Phi moves along the gradient of the loss on new data after the steps, by Adam.',
      tabs: ['train'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
