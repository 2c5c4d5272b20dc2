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
import { stored } from './stored'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  maps: { stored },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: {
      balance: ['excess', 'beam', 'factors', 'imbalance'],
      directions: ['spectrum', 'directions', 'arrows'],
      memory: ['memory', 'losses'],
    },
    ledes: {
      directions:
        'A matrix is learned direction by direction, the largest singular values first. When the factors are rebuilt, each gets columns of its own. Drag the tops of the bars, and see which direction is learned when.',
      memory:
        'What is kept for a layer are its weights and, of each number that is trained, two moments for Adam. Drag the top of the bar of B and A, which is their rank, and see when they save nothing.',
    },
    openings: { balance: 200, directions: 'end', memory: 'end' },
  },
  opening: 200,
  words,
  handles,
  sliders: { eta: () => ({ marks: [{ value: 0.0015, label: 'code' }] }) },
  equations: [
    {
      tex: '\\begin{aligned} W &\\approx BA, \\quad G = BA - W^* \\\\ \\nabla_B &= G A^\\top, \\quad \\nabla_A = B^\\top G \\end{aligned}',
      spoken: 'W is about B A. With G, what B A is off by, the gradient of B is G A transposed, that of A is B transposed G.',
      tabs: ['balance', 'directions'],
    },
    {
      tex: '\\begin{aligned} \\text{every } \\p{period} &\\text{ steps:} \\\\ BA &= U \\Sigma V^\\top \\\\ B &\\leftarrow U_{\\p{r}} \\Sigma_{\\p{r}}^{1/2} \\\\ A &\\leftarrow \\Sigma_{\\p{r}}^{1/2} V_{\\p{r}}^\\top \\\\ m &= v = 0 \\end{aligned}',
      spoken:
        'Every P steps: B A is U Sigma V transposed; B becomes U root Sigma, A root Sigma V transposed, with r columns and rows; and both moments of Adam become zero.',
      tabs: ['balance', 'directions'],
    },
    {
      tex: '\\begin{aligned} \\text{full rank} &: 3nm \\\\ \\text{GaLore} &: nm + 2\\p{r}m + n\\p{r} \\\\ B, A &: 3\\p{r}(n + m) \\end{aligned}',
      spoken: 'Full rank keeps 3 n m numbers, GaLore n m plus 2 r m plus n r, two factors 3 r times n plus m.',
      tabs: ['memory'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
