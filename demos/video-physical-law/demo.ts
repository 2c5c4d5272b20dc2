import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import { contests, learned, plane, response, thrown } from './maps'
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
  maps: { learned, response, thrown, plane, contests },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      film: ['film', 'response', 'worlds'],
      plane: ['plane', 'contests'],
      pixels: ['ranking', 'distances'],
      learning: ['growth', 'loss'],
    },
    ledes: {
      plane:
        'Clips have more than a velocity. Show combinations that were never together in the training, and see which attribute is kept: drag the ringed point, or choose what goes together.',
      pixels:
        'A learner that looks for the nearest case needs a distance. In pixels, a wrong colour is far away and a wrong velocity near. Drag the point.',
      learning:
        'The network learns while you look, from clips in the bands below the chart. Play through the updates, and change the training.',
    },
    openings: { film: 'end', plane: 0, pixels: 0, learning: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    width: () => ({ marks: [{ value: 64, label: '64' }] }),
    velocity: (p) => ({
      marks: [
        { value: p.slowest, label: 'slowest' },
        { value: p.fastest, label: 'fastest' },
      ],
    }),
  },
  equations: [
    {
      tex: 'x_{t+1} = 2x_t - x_{t-1}',
      spoken: 'Inertia: the next place is twice this one minus the one before.',
      tabs: ['film', 'learning'],
    },
    {
      tex: 'w_i \\propto e^{-\\lVert y - y_i\\rVert^2/2\\p{noise}^2}',
      spoken: 'A case weighs e to the minus squared distance of its frames over two h squared.',
      tabs: ['film'],
    },
    {
      tex: '6\\pi r^2,\\quad 6\\pi(1.4^2 - 0.7^2),\\quad \\sum_{k=0}^{2} 4\\bigl(\\pi r^2 - \\ell(r, 0.1\\,k\\,\\p{faster})\\bigr),\\quad 6(4-\\pi)r^2',
      spoken: 'Squared pixel distances by colour, size, velocity and shape; l is the common area of two discs.',
      tabs: ['pixels'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
