import { defineDemo } from '@/contract'
import { ADAN } from '@/domains/optim/adaptive'
import { claims } from './claims'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { views, words } from './texts'
import { trainings } from './trainings'
import { window } from './window'

const paper = (value: number) => () => ({ marks: [{ value, label: 'paper' }] })

export default defineDemo({
  meta,
  params,
  model,
  maps: { window, trainings },
  readouts,
  views,
  tabs: {
    by: 'tab',
    views: { race: ['plane', 'heights', 'window'], same: ['build', 'twins', 'heights'], net: ['networks', 'loss', 'trainings'] },
    ledes: {
      same: 'Nesterov jumps ahead, measures the slope there, and goes on from where it stood. The rule beside it stays, and asks how the slope has changed. Step on, and watch both come to the same places.',
      net: 'A small network learns to tell two spirals apart. Adan is given half the steps: Adam gets as many, and twice as many. Take the difference term away, and see what it was worth.',
    },
    openings: { race: 120, same: 3, net: 'end' },
  },
  opening: 120,
  words,
  handles,
  sliders: {
    beta1: paper(ADAN.beta1),
    beta2: paper(ADAN.beta2),
    beta3: paper(ADAN.beta3),
  },
  equations: [
    {
      tex: '\\begin{aligned} m &\\leftarrow \\p{beta1}\\, m + (1 - \\p{beta1})\\, g \\\\ v &\\leftarrow \\p{beta2}\\, v + (1 - \\p{beta2})(g - g_{\\text{last}}) \\end{aligned}',
      tabs: ['race', 'net'],
      spoken: 'm is the running mean of the gradient g, v the running mean of its change since the last step.',
    },
    {
      tex: 'n \\leftarrow \\p{beta3}\\, n + (1 - \\p{beta3})\\,[\\,g + \\p{beta2}(g - g_{\\text{last}})\\,]^2',
      tabs: ['race', 'net'],
      spoken: 'n is the running mean of the square of the gradient looked ahead.',
    },
    {
      tex: '\\theta \\leftarrow \\Bigl(\\theta - \\p{eta}\\,\\frac{\\hat m + \\p{beta2}\\hat v}{\\sqrt{\\hat n} + \\epsilon}\\Bigr) \\big/ (1 + \\p{eta}\\,\\p{decay})',
      tabs: ['race'],
      spoken:
        'The place theta moves by eta times m plus beta two v, over the root of n, and is then divided by one plus eta lambda.',
    },
    {
      tex: '\\theta \\leftarrow \\Bigl(\\theta - \\p{netAdan}\\,\\frac{\\hat m + \\p{beta2}\\hat v}{\\sqrt{\\hat n} + \\epsilon}\\Bigr) \\big/ (1 + \\p{netAdan}\\,\\p{decay})',
      tabs: ['net'],
      spoken:
        'The weights theta move by eta times m plus beta two v, over the root of n, and are then divided by one plus eta lambda.',
    },
    {
      tex: '\\begin{aligned} g_k &= \\nabla f(\\theta_k - \\p{etaNesterov}\\,\\p{mu}\\, z_{k-1}) \\\\ z_k &= \\p{mu}\\, z_{k-1} + g_k \\\\ \\theta_{k+1} &= \\theta_k - \\p{etaNesterov}\\, z_k \\end{aligned}',
      tabs: ['same'],
      spoken: 'Nesterov: the velocity z keeps mu of itself and adds the gradient at the place where its motion would lead.',
    },
    {
      tex: '\\begin{aligned} g_k &= \\nabla f(\\bar\\theta_k) \\\\ \\bar z_k &= \\p{mu}\\,\\bar z_{k-1} + g_k + \\p{mu}\\,(g_k - g_{k-1}) \\\\ \\bar\\theta_{k+1} &= \\bar\\theta_k - \\p{etaNesterov}\\,\\bar z_k \\end{aligned}',
      tabs: ['same'],
      spoken: 'The estimate: the velocity keeps mu of itself and adds the gradient where it stands, and mu times its change.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
