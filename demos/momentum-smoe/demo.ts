import { defineDemo } from '@/contract'
import { fence } from '@/domains/optim/heavyBallTheory'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import { measured } from './measured'
import meta from './meta'
import { model } from './model'
import { eigenvaluesOf, params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'
import { trained } from './training'

export default defineDemo({
  meta,
  params,
  model,
  maps: { measured, trained },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      stack: ['plane', 'triangle', 'settled', 'slopes', 'load', 'changes'],
      noise: ['rest', 'line', 'slopes'],
      train: ['learning', 'attacked'],
    },
    ledes: {
      noise:
        'Each layer now also moves the token a little at random. How far it strays in the long run depends on γσ, and on what layers remember. Drag the point to the left and to the right, and see who is calmer.',
      train:
        'Here the experts are small networks that learn: four layers, each with its own router, are trained to give a function of the plane from noisy samples. Give the layers more or less memory, and push the inputs.',
    },
    openings: { stack: 12, noise: 'end', train: 'end' },
  },
  opening: 12,
  words,
  handles,
  sliders: {
    gamma(p) {
      const high = Math.max(...eigenvaluesOf(p).map(([, value]) => value))
      return {
        marks: [
          { value: fence(0) / high, label: 'limit' },
          { value: fence(p.mu) / high, label: 'with μ' },
        ].filter(({ value }) => value <= params.gamma.max),
      }
    },
    mu: () => ({ marks: [{ value: 0.7, label: 'released scripts' }] }),
    kappa: () => ({ marks: [{ value: 1, label: 'released program' }] }),
  },
  equations: [
    {
      tex: '\\hat g(x) = \\sum_{i \\in S} w_i\\, H_i\\,(x - \\mu_i)',
      spoken:
        'The suggestion g hat at x is the sum, over the k experts asked, of their weight times their slope H times x minus mu.',
      tabs: ['stack'],
    },
    {
      tex: '\\begin{aligned} \\text{SMoE}&: & x &\\leftarrow x - \\p{gamma}\\,\\hat g(x) \\\\ \\text{Momentum}&: & p &\\leftarrow \\p{mu}\\,p + \\hat g(x) \\\\ && x &\\leftarrow x - \\p{gamma}\\,p \\end{aligned}',
      spoken:
        'SMoE: x moves by minus gamma times g hat. MomentumSMoE: p becomes mu times p plus g hat, and x moves by minus gamma times p.',
      tabs: ['stack', 'noise'],
    },
    {
      tex: '\\begin{aligned} p &\\leftarrow \\p{mu}\\,p + u(x) \\\\ x &\\leftarrow x - p \\end{aligned}',
      spoken: 'In each layer p becomes mu times p plus u, what the experts asked say of x, and x moves by minus p.',
      tabs: ['train'],
    },
    {
      tex: '\\begin{aligned} p &\\leftarrow \\beta_1 p + (1 - \\beta_1)\\,\\hat g \\\\ v &\\leftarrow \\beta_2 v + (1 - \\beta_2)\\,\\hat g^2 \\\\ x &\\leftarrow x - \\p{gamma}\\,p/\\sqrt{v + \\epsilon} \\\\ &\\qquad - \\p{kappa}\\,x \\quad \\text{(Adam)} \\end{aligned}',
      spoken:
        'A layer of Adam: p is a running mean of g hat, v of its square, and x moves by minus gamma times p over the root of v, and by minus kappa times itself.',
      tabs: ['stack'],
    },
    {
      tex: '\\begin{aligned} \\text{variance} &= \\frac{1 + \\p{mu}}{(1 - \\p{mu})\\,a\\,b} \\\\ a &= \\p{gamma}\\,\\p{sigma}, \\quad b = 2 + 2\\p{mu} - a \\end{aligned}',
      spoken:
        'The variance is one plus mu over: one minus mu, times a, times two plus two mu minus a, where a is gamma times sigma.',
      tabs: ['noise'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
