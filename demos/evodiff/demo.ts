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
import { sweepMap } from './sweep'
import { views, words } from './texts'
import { truth } from './truth'

export default defineDemo({
  meta,
  params,
  model,
  maps: { truth, sweep: sweepMap },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { plane: ['plane', 'path', 'errors', 'steps'], patches: ['pictures', 'errors', 'steps'] },
    ledes: {
      patches:
        'Thirty-six little pictures from the same noise, by four samplers, beside where the exact paths end. EVODiff weighs red, green and blue apart. Spend more calls, and look which sampler keeps the colours.',
    },
    openings: { plane: 'end', patches: 'end' },
  },
  opening: 'end',
  words,
  handles,
  sliders: {
    calls: () => ({
      marks: [
        { value: 5, label: '5' },
        { value: 10, label: '10' },
        { value: 20, label: '20' },
      ],
    }),
  },
  equations: [
    {
      tex: 'x \\leftarrow \\tfrac ba x + (1 - \\tfrac ba)\\bigl(Q + \\tfrac{1}{2\\rho}(Q - P)\\bigr)',
      spoken:
        'DPM-Solver++: x becomes b over a times x plus one minus b over a times the newest guess Q, plus half its change since the guess before, P.',
    },
    {
      tex: '\\tilde x = \\tfrac ba x + bh\\,Q + \\tfrac{bh}{2 r_i}(Q - \\p{balance} P), \\quad R = D(\\tilde x, b)',
      spoken:
        'EVODiff’s probe: the Euler part plus b h over two r i times the new guess Q minus r times the old guess P; there the model is called.',
    },
    {
      tex: '\\begin{aligned} x &\\leftarrow \\tfrac ba x + bh\\,Q + \\tfrac{bh}{2\\p{zeta}} B \\\\ B &= -\\tfrac{\\p{eta}}{\\rho}(Q - r_1 P) + \\rho(1 - \\p{eta})(R - r_2 Q) \\end{aligned}',
      spoken:
        'Its correction: the Euler part plus b h over two zeta times B, where B blends the difference before the probe, with weight minus eta over rho, and the one after, with weight rho times one minus eta.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
