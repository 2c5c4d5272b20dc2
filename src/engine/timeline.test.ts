import { expect, it } from 'vitest'
import { type AnyDemo, partOf } from '@/contract'
import { logistic } from '../../tests/support/logistic'
import { bytesOf } from './plain'
import { Timeline } from './timeline'

const params = { rate: 3.9, start: 0.3, steps: 500, trail: true }

it('seeks to any step, in any order, to the very state of a straight run', () => {
  const timeline = new Timeline(logistic, params)
  timeline.extend(500)
  const straight: number[] = []
  const s = logistic.model.init(params, {}) as { x: number; history: Float64Array }
  for (let k = 0; k <= 500; k++) {
    straight.push(s.x)
    logistic.model.step(s, params, {})
  }
  // A chaotic map: one wrong bit anywhere would show.
  for (const step of [500, 0, 499, 1, 250, 251, 249, 22, 23, 21, 500, 333])
    expect((timeline.state(step) as { x: number }).x).toBe(straight[step])
  expect([...timeline.series.x!]).toEqual(straight)
})

it('keeps its snapshots under the memory budget by doubling their distance', () => {
  const one = bytesOf(logistic.model.init(params, {}))
  const still = () => 0
  const timeline = new Timeline(logistic, params, 6 * one, still)
  timeline.extend(500)
  expect(timeline.snapshotCount).toBeLessThanOrEqual(6)
  expect(timeline.snapshotCount).toBeGreaterThanOrEqual(2)
  const wide = new Timeline(logistic, params, undefined, still)
  wide.extend(500)
  expect(wide.snapshotCount).toBe(1 + Math.floor(500 / 22)) // every ⌊√500⌋ steps
  for (const step of [499, 3, 250]) expect(timeline.state(step)).toEqual(wide.state(step))
})

it('keeps more of them where steps are long, so that going back is quick', () => {
  let clock = 0
  const slow: AnyDemo = {
    ...logistic,
    model: {
      ...logistic.model,
      step: (state, p) => {
        clock += 7
        logistic.model.step(state, p, {})
      },
    },
  }
  const timeline = new Timeline(slow, params, undefined, () => clock)
  timeline.extend(500)
  expect(timeline.spent).toBe(3500)
  for (const step of [499, 333, 2, 478]) {
    const before = clock
    timeline.state(step)
    expect(clock - before).toBeLessThan(30)
  }
})

it('stops at the first readout that is not finite, and says which and when', () => {
  const timeline = new Timeline(logistic, { ...params, rate: 5 })
  timeline.extend(500)
  expect(timeline.ended).toMatchObject({ why: 'diverged', readout: 'x' })
  const { step } = timeline.ended!
  expect(timeline.last).toBe(step)
  expect(Number.isFinite(timeline.series.x![step - 1])).toBe(true)
  expect(Number.isFinite(timeline.series.x![step])).toBe(false)
  expect(timeline.extend(500)).toBe(true)
  expect(timeline.last).toBe(step)
})

it('records what is rounding as 0', () => {
  const coarse = { ...logistic, readouts: { x: { ...logistic.readouts.x!, rounding: 0.5 } } } as AnyDemo
  const timeline = new Timeline(coarse, params)
  timeline.extend(20)
  expect(timeline.series.x![0]).toBe(0)
  expect([...timeline.series.x!].every((value) => value === 0 || value >= 0.5)).toBe(true)
})

it('records null as a gap, without ending the run', () => {
  const gaps: AnyDemo = {
    ...logistic,
    readouts: { odd: { label: '', of: (s: { step: number }) => (s.step % 2 ? s.step : null) } },
  }
  const timeline = new Timeline(gaps, params)
  timeline.extend(4)
  expect([...timeline.series.odd!.subarray(0, 5)]).toEqual([Number.NaN, 1, Number.NaN, 3, Number.NaN])
  expect(timeline.ended).toBeNull()
})

it('goes on after convergence but remembers its step; divergence ends the run', () => {
  const calm = new Timeline(logistic, { ...params, rate: 0.5 })
  calm.extend(500)
  expect(calm.ended).toBeNull()
  expect(calm.last).toBe(500)
  const rest = calm.convergedAt!
  expect(calm.series.x![rest]).toBeLessThan(1e-9)
  expect(calm.series.x![rest - 1]).toBeGreaterThanOrEqual(1e-9)
  const wild = new Timeline(
    { ...logistic, model: { ...logistic.model, ended: (s: { step: number }) => (s.step >= 9 ? 'diverged' : null) } },
    params,
  )
  wild.extend(500)
  expect(wild.ended).toEqual({ step: 9, why: 'diverged' })
})

it('can be extended in slices with the same result', () => {
  let clock = 0
  const sliced = new Timeline(logistic, params, undefined, () => ++clock)
  let calls = 0
  for (; !sliced.done; calls++) sliced.extend(500, clock + 7)
  expect(calls).toBeGreaterThan(60)
  const whole = new Timeline(logistic, params)
  whole.extend(500)
  expect(sliced.series).toEqual(whole.series)
  expect(sliced.state(321)).toEqual(whole.state(321))
})

it('holds a training of 5000 steps with large states within 64 MB', () => {
  let clock = 0
  const heavy: AnyDemo = {
    ...logistic,
    model: {
      ...logistic.model,
      init: () => ({ x: 0.3, step: 0, weights: new Float64Array(20_000) }), // 160 kB: two networks with their moments
      step(state) {
        clock += 20
        state.weights[++state.step] = state.step
      },
    },
  }
  const timeline = new Timeline(heavy, { ...params, steps: 5000 }, undefined, () => clock)
  timeline.extend(5000)
  expect(timeline.snapshotCount * 160_000).toBeLessThan(64e6)
  expect(timeline.snapshotCount * 160_000).toBeGreaterThan(24e6) // and the budget is used
  for (const step of [4999, 17, 2500]) {
    const before = clock
    expect((timeline.state(step) as { step: number }).step).toBe(step)
    expect((clock - before) / 20).toBeLessThan(32) // steps to compute again at most
  }
})

it('records vectors part by part, also of a run that ends early', () => {
  const parts = {
    label: 'x and 1 - x, from step 2 on',
    hidden: true as const,
    size: () => 2,
    write({ x, step }: { x: number; step: number }, _: unknown, out: Float64Array) {
      if (step >= 2) out.set([x, 1 - x])
    },
  }
  const two = { ...logistic, readouts: { ...logistic.readouts, parts } }
  const timeline = new Timeline(two, params)
  timeline.extend(timeline.steps)
  expect(partOf(timeline.series.parts!, 1, 2).slice(2)).toEqual(timeline.series.x!.slice(2).map((x) => 1 - x))
  expect([...partOf(timeline.series.parts!, 0, 2).slice(0, 2)]).toEqual([Number.NaN, Number.NaN])
  const short = new Timeline(two, { ...params, rate: 5 })
  short.extend(short.steps)
  const { series, last } = short.run()
  expect(last).toBeLessThan(short.steps)
  expect(series.parts).toHaveLength(2 * (last + 1))
  expect(partOf(series.parts!, 0, 2).at(-2)).toBe(series.x!.at(-2))
})
