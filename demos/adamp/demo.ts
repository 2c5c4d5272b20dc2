import { defineDemo } from '@/contract'
import { growthFactor } from '@/domains/optim/normLaw'
import { start } from './handles'
import { lesson } from './lesson'
import { bend, comesToRest, grownBy50, offLaw, wholeGrowth } from './measures'
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
  readouts,
  views,
  words,
  opening: 50,
  handles: {
    start: { label: 'start', view: 'sphere', invite: 'start · drag me', quiet: true, moves: ['start'], ...start },
  },
  sliders: {
    rate: (p) => (p.surface === 'rosenbrock' ? { min: 2e-4, max: 0.05, marks: [] } : { marks: [{ value: 0.1, label: '0.1' }] }),
    beta: () => ({ marks: [{ value: 0.9, label: '0.9' }] }),
    delta: () => ({ marks: [{ value: 0.1, label: 'paper' }] }),
    length: () => ({ marks: [{ value: Math.hypot(0.3, 0.5, 0.9), label: '1.07' }] }),
  },
  equations: [
    {
      tex: 'p \\leftarrow \\p{beta}\\,p + \\nabla f(w)',
      spoken: 'The sum of old gradients, p, becomes beta times p, plus the gradient at w.',
    },
    {
      tex: 'q = p - (\\hat w\\cdot p)\\,\\hat w',
      spoken: 'The step q is p without its part along w.',
    },
    {
      tex: '\\text{if}\\ |\\cos(w, \\nabla f)| < \\p{delta}/\\sqrt{3},\\ \\text{else } q = p',
      spoken: 'This is done if the cosine between w and the gradient is below delta over root three; else q is p.',
    },
    { tex: 'w \\leftarrow w - \\p{rate}\\,q', spoken: 'The weights w become w minus eta times q.' },
    {
      tex: '\\lVert w\\rVert^2 \\leftarrow \\lVert w\\rVert^2 + \\p{rate}^2\\lVert q\\rVert^2',
      spoken: 'The squared length of w then grows by eta squared times the squared length of q, and by no more.',
    },
  ],
  presets,
  claims: [
    {
      says: 'Of all growth of ‖w‖², each squared step of momentum brings 1 + 2β/(1 − β) times as much as one of plain descent: 19 for β = 0.9.',
      kind: 'paper',
      source: 'Heo et al. 2021; README, “Why it works”',
      given: {},
      unit: '×',
      also: comesToRest,
      measure: (_run, again) => wholeGrowth(again),
      expect: (p) => growthFactor(p.beta),
      within: { rel: 1e-8 },
    },
    {
      says: 'After 50 steps with momentum the effective step has fallen 18.4 times.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'decay',
      unit: '×',
      measure: (_run, again) => grownBy50(again, 'momentum'),
      expect: () => 18.4,
      within: { abs: 0.01 },
    },
    {
      says: 'With SGDP it has fallen 1.46 times.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'decay',
      unit: '×',
      measure: (_run, again) => grownBy50(again, 'projected'),
      expect: () => 1.46,
      within: { abs: 0.005 }, // as it is rounded
    },
    {
      says: 'Without momentum it has fallen 1.10 times.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'decay',
      unit: '×',
      measure: (_run, again) => grownBy50(again, 'plain'),
      expect: () => 1.1,
      within: { abs: 0.005 }, // as it is rounded
    },
    {
      says: 'After 10 steps SGDP is 0.110 above the minimum.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'decay',
      measure: (run) => run.series.projectedHeight[10]!,
      expect: () => 0.11,
      within: { abs: 5e-4 },
    },
    {
      says: 'SGD with momentum is then still 0.218 above it.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'decay',
      measure: (run) => run.series.momentumHeight[10]!,
      expect: () => 0.218,
      within: { abs: 5e-4 },
    },
    {
      says: 'Projecting changes how far a step goes on the sphere, not where to: both ways differ by 0°.',
      kind: 'paper',
      source: 'Heo et al. 2021; README, “Why it works”',
      given: {},
      unit: '°',
      also: (p) => p.family === 'sgd',
      measure: (run) => bend(run),
      expect: () => 0,
      within: { abs: 1e-6 },
    },
    {
      says: 'The norm law gives ‖w‖² from the lengths of the steps alone, also with noise and decay: largest relative error 0.',
      kind: 'analysis',
      source: 'Heo et al. 2021; README, “Why it works”',
      given: 'noisy',
      also: (p) => p.family === 'sgd' && p.radial === 0 && p.decay <= 0.02 && p.surface === 'rayleigh',
      measure: (run) => offLaw(run),
      expect: () => 0,
      within: { abs: 1e-12 },
    },
    {
      says: 'With steps three times as long, momentum lets ‖w‖² grow 54.6 times in 50 steps.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'big',
      unit: '×',
      measure: (_run, again) => grownBy50(again, 'momentum'),
      expect: () => 54.6,
      within: { abs: 0.05 },
    },
    {
      says: 'SGDP then lets it grow 1.98 times.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'big',
      unit: '×',
      measure: (_run, again) => grownBy50(again, 'projected'),
      expect: () => 1.98,
      within: { abs: 0.005 }, // as it is rounded
    },
    {
      says: 'In Rosenbrock’s valley SGDP is 0.0014 above the minimum after 500 steps.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: 'rosenbrock',
      measure: (run) => run.series.projectedHeight[500]!,
      expect: () => 0.0014,
      within: { abs: 5e-5 },
    },
    {
      says: 'SGD with momentum is then still 1.19 above it.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: 'rosenbrock',
      measure: (run) => run.series.momentumHeight[500]!,
      expect: () => 1.19,
      within: { abs: 5e-3 },
    },
    {
      says: 'Where length counts too, SGDP projects none of its first 15 steps.',
      kind: 'paper',
      source: 'Heo et al. 2021; README, “Why it works”',
      given: 'variant',
      unit: 'steps',
      measure: (run) => run.series.projections[15]!,
      expect: () => 0,
      within: { abs: 0 },
    },
  ],
  lecture: lesson,
  snippet,
})
