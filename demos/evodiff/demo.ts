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
      tex: 'x_E = \\tfrac ba x + bh\\,Q, \\quad h = \\tfrac1b - \\tfrac1a',
      spoken:
        'The Euler part: b over a times x, plus b h times the newest guess Q, where h is one over b minus one over a. It is DDIM.',
    },
    {
      tex: 'x \\leftarrow x_E + \\tfrac{bh}{2\\rho}\\,(Q - P)',
      spoken: 'DPM-Solver++: the Euler part plus b h over two rho times the change from the guess before, P, to Q.',
    },
    {
      tex: '\\tilde x = x_E + \\tfrac{bh}{2r_i}\\Delta_1, \\quad \\Delta_1 = Q - \\p{balance}P',
      spoken: 'EVODiff’s probe: the Euler part plus b h over two r i times delta one, which is Q minus r times P.',
    },
    {
      tex: 'R = D(\\tilde x, b), \\quad \\Delta_2 = R - \\p{balance}Q',
      spoken: 'The only call of the model gives R at the probe, and delta two is R minus r times Q.',
    },
    {
      tex: 'x \\leftarrow x_E + \\tfrac{bh}{2\\p{zeta}} B',
      spoken: 'The correction: the Euler part plus b h over two zeta times B.',
    },
    {
      tex: 'B = \\rho\\,(1 - \\p{eta})\\,\\Delta_2 - \\tfrac{\\p{eta}}{\\rho}\\,\\Delta_1',
      spoken: 'B is rho times one minus eta times delta two, minus eta over rho times delta one.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
