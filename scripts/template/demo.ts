import { defineDemo } from '@/contract'
import { lesson } from './lesson'
import meta from './meta'
import { exact, model, params } from './model'

export default defineDemo({
  meta,
  params,
  model,
  readouts: {
    value: { label: 'computed', symbol: 'x_n', of: (s) => s.x },
    error: { label: 'error', of: (s, p) => Math.abs(s.x - exact(s.n * p.h, p)) },
    time: { label: 'time', unit: 's', symbol: 't', of: (s, p) => s.n * p.h },
  },
  views: {
    decay: { title: 'Decay', note: '{method}, step {h}', alt: 'The computed value {value} at {time}, beside the exact decay.' },
  },
  words: { exact: 'exact', time: 'time t (s)', value: 'x' },
  handles: {
    start: {
      label: 'start',
      view: 'decay',
      invite: 'drag me',
      at: (p) => [0, p.start],
      move: ([, x]) => ({ start: x }),
      moves: ['start'],
    },
  },
  equations: [
    { tex: '\\dot x = -\\p{rate}\\, x, \\qquad x(0) = \\p{start}', spoken: 'x decays at the rate k and begins at x zero' },
    { tex: 'x_{n+1} = (1 - \\p{rate} \\p{h})\\, x_n', spoken: 'each Euler step multiplies x by one minus k h' },
  ],
  presets: {
    fine: { label: 'small step', params: { h: 0.02 }, note: 'Both curves lie on each other.' },
    coarse: {
      label: 'too large a step',
      params: { h: 2.1 },
      note: 'Here $kh > 2$: every step overshoots by more than the last.',
    },
    midpoint: { label: 'midpoint', params: { method: 'midpoint', h: 0.1 }, note: 'Two slopes a step, one order more.' },
  },
  claims: [
    {
      says: 'Each Euler step multiplies the value by 1 − kh.',
      kind: 'analysis',
      source: 'README, “Derivation”',
      given: {},
      also: (p) => p.method === 'euler' && p.start !== 0,
      measure: (run) => run.series.value[1]! / run.series.value[0]!,
      expect: (p) => 1 - p.rate * p.h,
      within: { abs: 1e-15 },
    },
    {
      says: 'Halving the step divides Euler’s error by 2.0.',
      kind: 'analysis',
      source: 'README, “Derivation”',
      given: 'fine',
      measure: (run, again) => run.series.error[run.last]! / again({ h: run.params.h / 2 }).series.error.at(-1)!,
      expect: () => 2,
      within: { abs: 0.04 },
    },
  ],
  lecture: lesson,
  snippet: {
    code: (p, step) => `import numpy as np

k, h, x = ${p.rate}, ${p.h}, ${p.start}
for n in range(${step}):
    ${p.method === 'euler' ? 'x += h * (-k * x)' : 'half = x + h / 2 * (-k * x)\n    x += h * (-k * half)'}
print(x)
`,
    prints: () => ['value'],
  },
})
