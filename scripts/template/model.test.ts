import { expect, it } from 'vitest'
import { defaultsOf } from '@/contract'
import { DURATION, exact, factor, model, type Params, params } from './model'

const given = (changes: Partial<Params>): Params => ({ ...defaultsOf(params), ...changes })

function end(p: Params): number {
  const state = model.init(p)
  for (let n = 0; n < model.steps(p); n++) model.step(state, p)
  return state.x
}
const error = (p: Params) => Math.abs(end(p) - exact(DURATION, p))

it.each([
  ['euler', 2],
  ['midpoint', 4],
] as const)('the error of %s falls by %d when the step is halved', (method, times) => {
  const p = given({ method, rate: 0.5, h: 0.01 })
  expect(error(p) / error({ ...p, h: p.h / 2 })).toBeCloseTo(times, 1)
})

it('shrinks exactly while kh < 2, with either method', () => {
  for (const method of ['euler', 'midpoint'] as const) {
    expect(Math.abs(factor(given({ method, rate: 1, h: 1.99 })))).toBeLessThan(1)
    expect(Math.abs(factor(given({ method, rate: 1, h: 2.01 })))).toBeGreaterThan(1)
  }
})

it('stays at zero when it begins there', () => {
  expect(end(given({ start: 0 }))).toBe(0)
})
