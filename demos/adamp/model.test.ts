// What is true of this model: the numbers of the default scene, the norm law on screen, when SGDP projects.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { runNow } from '@/engine'
import demo from './demo'
import { comesToRest } from './measures'
import { model } from './model'
import { type Params, params, threshold } from './params'
import { presets } from './presets'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const runOf = (changes: Partial<Params>) => {
  const { series, last } = runNow(demo as never, with_(changes) as never)
  return { series: series as Record<keyof typeof demo.readouts, Float64Array>, last }
}

it('starts at (0.3, 0.5, 0.9)', () => {
  const { series } = runOf({ steps: 20 })
  for (const [axis, part] of [
    ['momentumX', 0.3],
    ['momentumY', 0.5],
    ['momentumZ', 0.9],
  ] as const)
    expect(series[axis][0]).toBeCloseTo(part, 15)
})

it('shortens the effective step 1.10, 18.41 and 1.46 times in 50 steps, 1.30, 54.58 and 1.98 times with the big step', () => {
  for (const [changes, ...grown] of [
    [{}, 1.0952, 18.4068, 1.4608],
    [presets.big.params, 1.2996, 54.5794, 1.9847],
  ] as const) {
    const { series } = runOf(changes)
    for (const [k, name] of (['plainGrown', 'momentumGrown', 'projectedGrown'] as const).entries())
      expect(series[name][50]).toBeCloseTo(grown[k]!, 4)
  }
})

it('draws the law on top of what is measured, with noise, decay and either buffer', () => {
  for (const changes of [{}, { noise: 0.3 }, { decay: 0.01 }, { buffer: 'projected', noise: 0.3 }, { beta: 0.99 }] as const) {
    const { series, last } = runOf(changes)
    for (const method of ['plain', 'momentum', 'projected', 'fair'] as const) {
      for (let k = 0; k <= last; k++)
        expect(Math.abs(series[`${method}Law`][k]! / series[`${method}Step`][k]! - 1)).toBeLessThan(1e-12)
    }
  }
})

it('lets the law fail where its assumption does', () => {
  const { series } = runOf(presets.variant.params)
  expect(series.momentumLaw[50]! / series.momentumStep[50]!).toBeLessThan(0.5)
  const adam = runOf({ family: 'adam' }).series
  expect(adam.momentumLaw[5]).toBeNaN() // no law for Adam
  expect(adam.projectedLaw[50]! / adam.projectedStep[50]!).toBeCloseTo(1, 6) // the released ε in p, none in the projection
})

describe('the test', () => {
  it('projects every step while the loss is scale-invariant, and none with δ = 0', () => {
    const { series, last } = runOf({ noise: 0.3 })
    expect(series.projections[last]).toBe(last)
    expect(Math.max(...series.cosine.slice(1))).toBeLessThan(1e-12)
    const off = runOf({ delta: 0 })
    expect(off.series.projections[off.last]).toBe(0)
    expect([...off.series.projectedX]).toEqual([...off.series.momentumX])
  })

  it('projects exactly the steps whose cosine is below δ/√3', () => {
    const { series, last } = runOf(presets.variant.params)
    const edge = threshold(with_(presets.variant.params))
    expect(edge).toBeCloseTo(0.0577, 4)
    for (let k = 1; k <= last; k++)
      expect(series.projections[k]! - series.projections[k - 1]!).toBe(series.cosine[k]! < edge ? 1 : 0)
    expect(series.projections[15]).toBe(0)
    // unlike the card: the pull does not end projection for good, because it vanishes at length 1
    expect(series.projections[last]).toBeGreaterThan(20)
  })
})

it('is one method without momentum', () => {
  const { series } = runOf({ beta: 0, noise: 0.3 })
  for (const [k, x] of series.projectedX.entries()) expect(Math.abs(x - series.plainX[k]!)).toBeLessThan(1e-14)
  expect([...series.fairX]).toEqual([...series.plainX])
})

it('gives all methods the same noise', () => {
  const p = with_({ noise: 0.5, beta: 0 })
  const s = model.init(p)
  for (let k = 0; k < 20; k++) model.step(s, p)
  expect(s.momentum.layer.weights).toEqual(s.plain.layer.weights)
})

it('gets through Rosenbrock’s valley with a short vector only', () => {
  const { series, last } = runOf(presets.rosenbrock.params)
  expect(series.projectedHeight[last]).toBeLessThan(2e-3)
  expect(series.momentumHeight[last]).toBeGreaterThan(1)
  expect(series.plainHeight[last]).toBeGreaterThan(1)
})

it('takes the next step apart as it is taken', () => {
  const p = with_({ noise: 0.2 })
  const s = model.init(p)
  for (let k = 0; k < 8; k++) model.step(s, p)
  const slices = model.frame(s, p).slices
  for (const method of ['plain', 'momentum', 'projected'] as const) {
    const { size, whole, taken, projected } = slices[method]!
    expect(Math.hypot(...whole)).toBeCloseTo(1, 12)
    expect(taken[0]).toBeCloseTo(whole[0], 12)
    expect(taken[1]).toBeCloseTo(projected ? 0 : whole[1], 12)
    const before = Math.hypot(...s[method].layer.weights)
    const next = structuredClone(s)
    model.step(next, p)
    const longer = Math.hypot(...next[method].layer.weights) / before
    expect(longer).toBeCloseTo(Math.hypot(taken[0] * size, 1 + taken[1] * size), 12)
  }
  expect(slices.momentum!.whole[1]).toBeGreaterThan(0.1)
})

it('comes to rest within 500 steps where a claim relies on it', () => {
  for (const changes of [
    {},
    { beta: 0.5 },
    { beta: 0 },
    { beta: 0.92, rate: 0.08 },
    { beta: 0.92, rate: 0.3 },
    { rate: 0.08, length: 1.5 },
    { beta: 0.92, length: 0.8, rate: 0.3 },
    { beta: 0.92, length: 1.5, rate: 0.08 },
    { start: [5, 60] as const },
    { start: [175, -60] as const, beta: 0.92 },
  ]) {
    const p = { ...changes, steps: 500 }
    expect(comesToRest(with_(p))).toBe(true)
    const { series, last } = runOf(p)
    expect(Math.abs(series.growth[last]! / series.limit[last]! - 1), JSON.stringify(changes)).toBeLessThan(1e-8)
  }
})
