// What the demo promises beyond its model: handles, the chart of costs, measures that can fail, the snippet's list of paths.
import { mean as meanOf } from 'd3'
import { describe, expect, it } from 'vitest'
import { type AnyDemo, defaultsOf, merge, type Point } from '@/contract'
import { advance, stepsOf } from '@/crowd/flow'
import { klBound } from '@/domains/diffusion/interpolantError'
import { runHeadless } from '@/engine'
import { type Cost, cost } from './cost'
import { crowdOf } from './crowd'
import demo from './demo'
import { handles } from './handles'
import { bestEps, distanceRatio, klOf, memoryAtHalf } from './measures'
import { type Params, params } from './params'
import { problemOf, shapeOf } from './problem'
import { snippet } from './snippet'

const mean = (values: ArrayLike<number>) => meanOf(Array.from(values)) ?? Number.NaN
const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const moved = (name: string, to: Point, p: Params) => merge(params, p, handles[name]!.move(to, p))

describe('ellipses in hand', () => {
  it('keep one axis while the other is dragged, and stay at right angles', () => {
    const p = with_({ axes: [{ index: 8, at: [0.6, 0.2] }] })
    const before = shapeOf(p, 4)
    const [x, y] = handles.centre4!.at(p)
    const wider = moved('side4', [x - 0.5, y + 0.9], p)
    expect(handles.side4!.at(wider)[0]).toBeCloseTo(x - 0.5, 12)
    expect(handles.side4!.at(wider)[1]).toBeCloseTo(y + 0.9, 12)
    expect(Math.hypot(...shapeOf(wider, 4).axis)).toBeCloseTo(Math.hypot(...before.axis), 12)
    const longer = moved('tip4', [x + 1, y], p)
    expect(shapeOf(longer, 4)).toMatchObject({ axis: [1, 0], across: before.across })
  })
  it('are neither too thin nor too long', () => {
    const p = with_({})
    const [x, y] = handles.centre4!.at(p)
    expect(Math.hypot(...shapeOf(moved('tip4', [x + 0.01, y], p), 4).axis)).toBeCloseTo(0.1, 12)
    expect(Math.hypot(...shapeOf(moved('tip4', [x + 9, y], p), 4).axis)).toBeCloseTo(1.5, 12)
    expect(shapeOf(moved('side4', [x, y], p), 4).across).toBeCloseTo(0.1, 12)
  })
})

it('the chart’s handle goes to the ODE at its left end', () => {
  const p = with_({ scene: 'line', eps: 1 })
  expect(moved('eps', [-9, 0], p).eps).toBe(0)
  expect(moved('eps', [Math.log10(2), 0], p).eps).toBe(2)
})

it('the chart has whole curves, coarse first, and the values of the measure', () => {
  const p = with_({ scene: 'line', deltaB: 0.3, deltaS: 0.2 })
  const known: number[] = []
  const work = cost.compute(p)
  let next = work.next()
  for (; !next.done; next = work.next()) if (!next.value.silent) known.push(next.value.result.kl.filter(Number.isFinite).length)
  expect(known).toEqual([4, 7, 13, 25])
  const { logs, kl, ode } = next.value as Cost
  for (const k of [0, 9, 24]) {
    const eps = 10 ** logs[k]!
    expect(kl[k]).toBeCloseTo(klOf(p, eps), 12)
    if (eps >= 0.1) expect(kl[k]).toBeLessThan(klBound(eps, 0.3, 0.2))
  }
  expect(ode).toBeCloseTo(klOf(p, 0), 4)
})

describe('measures can fail', () => {
  it('a histogram of a wrong model is farther off than samples are', async () => {
    const run = async (changes: Partial<Params>) =>
      distanceRatio((await runHeadless(demo as unknown as AnyDemo, { scene: 'line', n: 1000, eps: 0, ...changes })) as never)
    expect(await run({ deltaB: 0 })).toBeLessThan(1.2)
    expect(await run({ deltaB: 0.3 })).toBeGreaterThan(1.5)
  })
  it('other paths remember', () => {
    expect(memoryAtHalf(with_({ path: 'linear' }))).toBeGreaterThan(1)
  })
  it('the best ε follows the ratio of the errors', () => {
    const best = (deltaB: number, deltaS: number) => bestEps(with_({ scene: 'line', deltaB, deltaS }))
    expect(best(0.3, 0.1)).toBeGreaterThan(best(0.3, 0.3))
    expect(best(0.1, 0.3)).toBeLessThan(best(0.3, 0.3))
  })
})

it('the snippet says what the parameters say', () => {
  for (const path of ['linear', 'trig', 'encdec', 'sided', 'round', 'mirror'] as const) {
    expect(snippet.code(with_({ path }), 7)).not.toMatch(/undefined|NaN/)
  }
  expect(snippet.code(with_({ eps: 0.7 }), 7)).toContain('eps, N, n, c, d = 0.7, 200, 600, 0, 2')
  expect(snippet.code(with_({ scene: 'bridge' }), 7)).toContain('eps, N, n, c, d = 0.5, 200, 600, 0.2071, 1')
})

it.each([{}, { path: 'trig', way: 'backward' }, { path: 'mirror' }] as Partial<Params>[])(
  'the crowd ends in the exact cloud: %o',
  (given) => {
    const p = with_({ ...given, steps: 100 })
    const crowd = crowdOf(p)
    const x = crowd.start.slice(0, 40_000)
    for (let step = 0; step < stepsOf(crowd); step++) advance(crowd, step, x, 0, x.length / 2)
    const { from, to } = problemOf(p)
    const { means, covariances } = p.way === 'backward' ? from : to
    const count = means.length / 2
    for (const axis of [0, 1]) {
      const values = Float64Array.from({ length: x.length / 2 }, (_, i) => x[2 * i + axis]!)
      const part = (list: Float64Array, stride: number, at: number) =>
        mean(Float64Array.from({ length: count }, (_, k) => list[stride * k + at]!))
      const exact = part(means, 2, axis)
      const spread = Math.sqrt(
        part(covariances, 4, 3 * axis) +
          mean(Float64Array.from({ length: count }, (_, k) => (means[2 * k + axis]! - exact) ** 2)),
      )
      expect(Math.abs(mean(values) - exact)).toBeLessThan((4 * spread) / Math.sqrt(values.length))
      expect(Math.abs(Math.sqrt(mean(values.map((v) => (v - exact) ** 2))) / spread - 1)).toBeLessThan(
        4 / Math.sqrt(2 * values.length),
      )
    }
  },
)
