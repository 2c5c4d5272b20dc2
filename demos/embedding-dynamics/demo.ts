import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { alone } from './runs/alone'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { alone },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { network: ['sphere', 'rank', 'cosine'], free: ['sphere', 'rank', 'cosine'], kicks: ['sphere', 'decay', 'links'] },
    ledes: {
      free: 'The same particles, without a network that ties them together: each moves where its own forces push it. Throw the ringed picture somewhere, and switch forces on and off.',
      kicks:
        'Every walker is kicked at random, at every step, and needs to know of no other. Springs pull some of them back to where they began. Drag the anchor, the half-life, and the springs.',
    },
    openings: { network: 'end', free: 'end', kicks: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    momentum: () => ({
      marks: [
        { value: 0, label: 'no delay' },
        { value: 0.99, label: 'long' },
      ],
    }),
    singular: () => ({ marks: [{ value: 0, label: 'off' }] }),
  },
  equations: [
    {
      tex: 'L_c = \\frac1N\\sum_i (2 - 2\\,\\bar z_i\\cdot c_i), \\qquad \\xi\\leftarrow \\p{momentum}\\,\\xi + (1-\\p{momentum})\\,\\theta',
      spoken:
        'The loss of attraction is the mean of two minus two times the product of the middle of a picture’s views and the middle that the slow copy sees. The slow copy keeps m of itself.',
      tabs: ['network', 'free'],
    },
    {
      tex: 'L_b = \\frac1{N\\p{views}}\\sum_{iv} z_{iv}\\cdot n_i',
      spoken: 'The loss of kicks is the mean product of each view with the random unit vector of its picture.',
      tabs: ['network', 'free'],
    },
    {
      tex: 'L_s = \\sum_k \\Bigl(\\frac{\\sigma_k}{\\sqrt N} - \\frac1{\\sqrt d}\\Bigr)^2',
      spoken: 'The loss of spreading: singular values over the root of N should all be one over the root of d.',
      tabs: ['network', 'free'],
    },
    {
      tex: 'L = \\p{centroid}\\,L_c + \\p{brownian}\\,L_b + \\p{singular}\\,L_s',
      spoken: 'The total loss is the weighted sum.',
      tabs: ['network', 'free'],
    },
    {
      tex: "z' \\propto z + \\kappa\\,(c - (c\\cdot z)z) - \\p{a}\\,(n - (n\\cdot z)z), \\qquad E[z_t\\cdot z_0] = \\Bigl(\\frac{\\arctan \\p{a}}{\\p{a}}\\Bigr)^t",
      spoken:
        'A walker is pulled to its anchor c and kicked by a, along the sphere. Without a spring it keeps on average the t-th power of arc tangent a over a, on a sphere.',
      tabs: ['kicks'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
