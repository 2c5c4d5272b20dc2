import { defineDemo } from '@/contract'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { network } from './network'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { sampled } from './sampled'
import { snippet } from './snippet'
import { views, words } from './texts'

const released = (value: number) => () => ({ marks: [{ value, label: 'released code' }] })

export default defineDemo({
  meta,
  params,
  model,
  maps: { sampled, network },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { flock: ['plane', 'map', 'spread', 'ring'], net: ['waiting', 'ring', 'loss'], mlp: ['netLoss', 'netSpread', 'map'] },
    ledes: {
      net: 'To average over all, sums climb a tree and means come back, and everybody waits for the last message. A pair waits for one exchange. Drag the number of copies, and see which of the two notices.',
      mlp: 'A small network learns a function of two numbers. Its loss is no quadratic, so the mean of the copies follows DiLoCo only as far as copies are close. Drag the point on the map down to no pull, and see both distances.',
    },
    openings: { flock: 30, net: 'end', mlp: 'end' },
  },
  opening: 30,
  words,
  handles,
  sliders: { alpha: released(0.5), beta: released(0.7), gamma: released(0.7), local: released(50) },
  equations: [
    {
      tex: '\\begin{aligned} \\theta &\\leftarrow \\theta - \\p{omega}\\, A\\,(\\theta - c), \\quad \\p{local}\\text{ times} \\\\ \\Delta_i &= \\theta_i - \\phi_i \\end{aligned}',
      spoken: 'From its slow weights phi a copy takes K local steps theta; what they moved is Delta.',
      tabs: ['flock'],
    },
    {
      tex: '\\begin{aligned} \\delta_i &\\leftarrow \\p{alpha}\\,\\delta_i + \\p{beta}\\,\\overline\\Delta_{\\text{pair}} \\\\ &\\qquad + \\p{gamma}\\,(\\overline\\phi_{\\text{pair}} - \\phi_i) \\\\ \\phi_i &\\leftarrow \\phi_i + \\delta_i \\end{aligned}',
      spoken:
        'The move delta keeps alpha of itself, adds beta times what the pair has learned on average, and gamma times the way to the middle of the pair. Phi moves by delta.',
      tabs: ['flock', 'mlp'],
    },
    {
      tex: '\\begin{aligned} \\delta &\\leftarrow \\p{alpha}\\,\\delta + \\p{beta}\\,\\overline\\Delta_{\\text{all}} \\\\ \\phi &\\leftarrow \\phi + \\delta \\end{aligned}',
      spoken: 'DiLoCo: the same with the mean over all copies, which stay equal.',
      tabs: ['flock', 'mlp'],
    },
    {
      tex: '\\begin{aligned} \\text{pair} &: m = e^{\\p{latency}^2/2}\\,\\bigl(1 + \\operatorname{erf}(\\p{latency}/2)\\bigr) \\\\ \\text{all} &: 2\\,\\lceil\\log_2 N\\rceil\\, m \\end{aligned}',
      spoken: 'A pair waits for the later of two messages, an all-reduce about twice log two of N times as long.',
      tabs: ['net'],
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
