import { defineDemo } from '@/contract'
import { claims } from './claims'
import { errors } from './errors'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'
import { training } from './training'

export default defineDemo({
  meta,
  params,
  model,
  maps: { errors, training },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { line: ['strip', 'slice', 'kernel', 'errors'], plane: ['plane', 'errors'], train: ['misses', 'slice'] },
    ledes: {
      plane:
        'Four Gaussians in a plane, blurred and found again by the same formulas. Only the exact flow map is missing: in a plane no order of points tells where they go. Drag the point, and see who follows its exact path.',
      train:
        'Four small networks learn the same data while you look: one to name the data, one the noise, one the score, one the velocity. At the optimum that is all the same. Drag the time, and see where each of them errs.',
    },
    openings: { line: 'end', plane: 'end', train: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    lambda: () => ({
      marks: [
        { value: 0, label: 'flow' },
        { value: 1, label: 'as added' },
      ],
    }),
  },
  equations: [
    { tex: '\\p{x} = \\alpha x_0 + \\sigma\\varepsilon', spoken: 'x is alpha times the data plus sigma times the noise.' },
    {
      tex: '\\hat x_0 = E[x_0 \\mid \\p{x}], \\quad \\hat\\varepsilon = \\frac{\\p{x} - \\alpha\\hat x_0}{\\sigma}',
      spoken: 'x hat zero is the mean of the data given x; epsilon hat is x minus alpha x hat zero, over sigma.',
    },
    {
      tex: 's = \\nabla\\ln p = -\\frac{\\hat\\varepsilon}\\sigma, \\quad v = \\dot\\alpha\\hat x_0 + \\dot\\sigma\\hat\\varepsilon',
      spoken: 'The score is minus epsilon hat over sigma; the velocity is alpha dot x hat zero plus sigma dot epsilon hat.',
    },
    {
      tex: 'dx = \\bigl[v - \\tfrac{\\p{lambda}}2 g^2 s\\bigr]dt + \\sqrt{\\p{lambda}}\\,g\\,dW',
      spoken:
        'Back in time x moves by the velocity minus lambda over two g squared times the score, and by noise of strength root lambda g.',
      tabs: ['line', 'plane'],
    },
    {
      tex: '\\Psi_{t\\to s} = F_s^{-1}\\circ F_t',
      spoken: 'The flow map from t to s: the inverse of the distribution function at s, of the distribution function at t.',
      tabs: ['line'],
    },
    {
      tex: '\\text{loss} = E\\,w(t)\\,\\bigl|f_\\theta(x, t) - \\text{target}\\bigr|^2',
      spoken: 'The loss is the mean of a weight times the squared error of the network.',
      tabs: ['train'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
