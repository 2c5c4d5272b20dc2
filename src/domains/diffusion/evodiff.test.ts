import { expect, it } from 'vitest'
import { lastBalance, lastPush, PUBLISHED, startEvodiff, stepEvodiff } from './evodiff'
import { exactModel, type Predict, startFewCalls, stepFewCalls } from './fewCalls'
import type { Mixture } from './mixture'
import { colourWheel } from './mixtures'
import { geometricTimes } from './reverse'

const sigmas = geometricTimes(80, 0.002, 10)

it('point data give no NaN: all guesses are equal, and quotients of nothing are 0', () => {
  for (const mean of [0, 1]) {
    const points: Mixture = { dim: 2, means: Float64Array.of(mean, 0), stds: Float64Array.of(0), weights: Float64Array.of(1) }
    const own = exactModel(points)
    const s = startEvodiff(Float64Array.of(60, -20, 0, 0), 2, 1)
    for (let k = 1; k < sigmas.length; k++) stepEvodiff(s, 2, PUBLISHED, own, sigmas, k)
    expect(s.x.every(Number.isFinite)).toBe(true)
    expect([s.balance, s.eta, s.zeta].every((weights) => weights.every(Number.isFinite))).toBe(true)
  }
})

it('the last step, as published, lengthens what has settled by lastPush, and its formula jumps at q = ½', () => {
  const [a, b] = [sigmas.at(-2)!, sigmas.at(-1)!]
  const settled = Float64Array.of(0.7, -0.2)
  const s = startEvodiff(settled.slice(), 2, 1)
  s.previous.set(settled)
  s.newest.set(settled)
  const never: Predict = () => expect.fail('the last step calls no model')
  stepEvodiff(s, 2, PUBLISHED, never, Float64Array.of(1, a, b), 2)
  for (const [i, v] of settled.entries()) expect(s.x[i]! / v - 1).toBeCloseTo(lastPush(a, b), 12)
  expect([lastBalance(0.5 - 1e-12), lastBalance(0.5)]).toEqual([expect.closeTo(1 - Math.SQRT1_2 / 2, 6), 1])
})

it('the probe with balance and reach 1 is the step of DPM-Solver++, on any grid', () => {
  const uneven = Float64Array.of(50, 9, 2, 1.1, 0.3, 0.01)
  const model = exactModel(colourWheel())
  const start = Float64Array.of(40, -30, 12, 66)
  const [dpm, own] = [startFewCalls(start.slice()), startEvodiff(start.slice(), 2, 1)]
  const frozen = { ...PUBLISHED.frozen, balance: 1, reach: 1 }
  for (let k = 1; k < uneven.length; k++) {
    stepFewCalls(dpm, 'data', model, uneven, k)
    stepEvodiff(own, 2, { ...PUBLISHED, frozen, corrects: false, ending: 'plain' }, model, uneven, k)
    for (const [i, v] of dpm.x.entries()) expect(own.x[i]).toBeCloseTo(v, 12)
  }
  expect([dpm.calls, own.calls]).toEqual([5, 5])
})

it('channels are treated apart, whether their entries stand together or take turns', () => {
  const two = (planar: boolean) => {
    const order = planar ? [0, 1, 2, 3] : [0, 2, 1, 3] // channel a: entries 0, 1; channel b: entries 2, 3
    const place = (values: readonly number[]) => Float64Array.from(order, (k) => values[k]!)
    const mixture: Mixture = {
      dim: 4,
      means: Float64Array.of(...place([0.5, 0.2, -0.3, 0.9]), ...place([-0.4, 0.1, 0.6, -0.2])),
      stds: Float64Array.of(0.2, 0.3),
      weights: Float64Array.of(0.4, 0.6),
    }
    const s = startEvodiff(place([30, -50, 80, 10]), 4, 2)
    const settings = { ...PUBLISHED, channels: { count: 2, planar } }
    for (let k = 1; k < sigmas.length; k++) stepEvodiff(s, 4, settings, exactModel(mixture), sigmas, k)
    return { x: order.map((k) => s.x[k]!), weights: [...s.balance, ...s.eta, ...s.zeta] }
  }
  const [together, turns] = [two(true), two(false)]
  for (const [i, v] of together.x.entries()) expect(turns.x[i]).toBeCloseTo(v, 12)
  for (const [i, v] of together.weights.entries()) expect(turns.weights[i]).toBeCloseTo(v, 9)
  expect(Math.abs(together.weights[4]! - together.weights[5]!)).toBeGreaterThan(1e-6) // zeta of the two channels
})
