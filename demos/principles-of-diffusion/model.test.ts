// What is true of this demo: that runs, jumps, errors, networks and links say what the domain's functions say. Schedules, kernels, flow maps and
// samplers have their tests in src/domains/diffusion/affine.test.ts.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { TARGETS } from '@/domains/diffusion/affine'
import { posterior } from '@/domains/diffusion/affineMixture'
import { pictureOf, resultNow, Timeline } from '@/engine'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import demo from './demo'
import { endsOf, errors } from './errors'
import { handles } from './handles'
import { lesson } from './lesson'
import { COUNT, distanceTo, model } from './model'
import { FIRST, LAST, type Params, params } from './params'
import { curvePath, curveTimes, factsOf, follow, jumpOf, problemOf, runPath } from './problem'
import { learnedModel, trained } from './training'
import views from './views'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
function endOf(p: Params) {
  const state = model.init(p)
  for (let k = 0; k < p.steps; k++) model.step(state, p)
  return state
}

describe('on a line', () => {
  it('particles begin as the density is, and every sampler ends near it', () => {
    for (const schedule of ['vp', 'linear', 've'] as const)
      for (const sampler of ['ddpm', 'sde', 'ddim', 'euler', 'heun', 'dpm', 'map'] as const) {
        const p = withParams({ schedule, sampler, steps: 128, lambda: 0.5 })
        const problem = problemOf(p)
        expect(distanceTo(problem, model.init(p).cloud.x, FIRST)).toBeCloseTo(0.5 / COUNT, 6)
        // luck of 300 particles: 0.095 is exceeded once in a hundred times
        expect(distanceTo(problem, endOf(p).cloud.x, LAST), `${schedule} ${sampler}`).toBeLessThan(0.095)
      }
  })

  it('the traced point goes along its exact path with the exact map, and ends there with small steps', () => {
    const at = (sampler: Params['sampler'], steps: number) => {
      const p = withParams({ sampler, steps })
      return Math.abs(endOf(p).traced.x[0]! - runPath(p).at(-1)!)
    }
    expect(at('map', 7)).toBeLessThan(1e-9)
    for (const [sampler, order] of [
      ['ddim', 1],
      ['euler', 1],
      ['heun', 2],
      ['dpm', 2],
    ] as const)
      expect(Math.abs(Math.log2(at(sampler, 64) / at(sampler, 128)) - order), sampler).toBeLessThan(0.15)
  })

  it('its exact path runs through the point', () => {
    for (const time of [0.1, 0.5, 0.9]) {
      const p = withParams({ time, x: 0.7 })
      const before = curveTimes.findLastIndex((t) => t <= time)
      const [a, b] = [curvePath(p)[before]!, curvePath(p)[before + 1]!]
      const share = (time - curveTimes[before]!) / (curveTimes[before + 1]! - curveTimes[before]!)
      expect(a + share * (b - a)).toBeCloseTo(0.7, 2)
    }
  })

  it('jumps land at one place, and none is made where there is no way to go', () => {
    const lands = [1, 2, 3, 4].map((jumps) => jumpOf(withParams({ jumps })).exact.at(-1)!)
    for (const place of lands) expect(place).toBeCloseTo(lands[0]!, 10)
    const none = jumpOf(withParams({ time: 0.3, to: 0.9 }))
    expect(none.kernel).toBeNull()
    expect(none.exact).toEqual([-0.3, expect.closeTo(-0.3, 12)])
  })

  it('bumps of width 0 and single ones are no trouble', () => {
    for (const wish of [
      {
        bumps: [
          { index: 0, at: [-2, 0] },
          { index: 1, at: [1, 0] },
        ],
      },
      { shares: [1, 0, 0, 0] },
      { shares: [0.25, 0.25, 0.25, 0.25], schedule: 've' },
      { steps: 1, time: 0.02, to: 0.02, x: 7 },
    ] as const satisfies Partial<Params>[]) {
      const p = withParams(wish as Partial<Params>)
      for (const value of [...endOf(p).cloud.x, jumpOf(p).direct, jumpOf(p).kl, factsOf(p)!.x0]) expect(value).not.toBeNaN()
    }
  })

  it('the fan has the mean and the spread that are told', () => {
    const p = withParams({})
    const { at, seen } = problemOf(p)
    const { weights, means } = posterior(seen(at(p.time)), p.x)
    expect(weights.reduce((sum, w, k) => sum + w * means[k]!, 0)).toBeCloseTo(factsOf(p)!.x0, 14)
  })
})

it('4. errors of the chart are those of the golden file, with its orders', () => {
  const p = withParams({ steps: 8 })
  const result = resultNow(demo, 'errors', p) as ReturnType<typeof Object>
  const of = (name: keyof NonNullable<typeof errors.summary>) => errors.summary![name]!.of(result as never, p)!
  for (const [name, value, digits] of [
    ['errorDdim', 0.177, 3],
    ['errorEuler', 0.0342, 4],
    ['errorHeun', 0.0122, 4],
    ['errorDpm', 0.0262, 4],
  ] as const)
    expect(of(name)).toBeCloseTo(value, digits)
  for (const [name, order, off] of [
    ['orderDdim', 0.99, 0.05],
    ['orderEuler', 1.02, 0.05],
    ['orderHeun', 1.98, 0.1],
    ['orderDpm', 2, 0.15],
  ] as const)
    expect(Math.abs(of(name) - order)).toBeLessThan(off)
})

describe('in a plane', () => {
  const p = withParams({ tab: 'plane' })
  it('the path that counts as exact is good to a millionth', () => {
    const problem = problemOf(p)
    const [once, fine] = [Float64Array.of(0.5, -0.4), Float64Array.of(0.5, -0.4)]
    follow(problem, once, FIRST, LAST)
    for (let k = 0; k < 8; k++) follow(problem, fine, FIRST + ((LAST - FIRST) * k) / 8, FIRST + ((LAST - FIRST) * (k + 1)) / 8)
    expect(Math.hypot(once[0]! - fine[0]!, once[1]! - fine[1]!)).toBeLessThan(1e-6)
    const heun = endsOf(problem, 'heun', 2000, Float64Array.of(0.5, -0.4))
    expect(Math.hypot(once[0]! - heun[0]!, once[1]! - heun[1]!)).toBeLessThan(1e-5)
  })
})

describe('networks', () => {
  const p = withParams({ tab: 'train', updates: 60 })
  const finished = (wish: Partial<Params>, target: (typeof TARGETS)[number]) => {
    const work = trained({ ...p, ...wish }, target)
    let next = work.next()
    while (!next.done) next = work.next()
    return next.value
  }
  it('learn: the error of v falls', () => {
    const miss = (updates: number) => {
      const { at, model: exact } = problemOf(p)
      const net = finished({ updates }, 'velocity')
      const x = Float64Array.from({ length: 21 }, (_, k) => -2 + 0.2 * k)
      const [guess, truth] = [new Float64Array(21), new Float64Array(21)]
      learnedModel({ target: 'velocity', weights: net.weights })(at(0.5), x, guess)
      exact(at(0.5), x, truth)
      return guess.reduce((sum, value, k) => sum + (value - truth[k]!) ** 2, 0)
    }
    expect(miss(60)).toBeLessThan(0.6 * miss(0))
  })
  it('of a target in its own units and in those of the same target are one training', () => {
    for (const target of TARGETS)
      expect([...finished({ weighting: target, updates: 3 }, target).weights]).toEqual([
        ...finished({ updates: 3 }, target).weights,
      ])
  })
  it('with other units of the loss are another one', () =>
    expect(finished({ weighting: 'x0', updates: 3 }, 'noise').weights[5]).not.toBe(finished({ updates: 3 }, 'noise').weights[5]))
})

it('the landing handle stays on the exact path, and never behind the point', () => {
  const p = withParams({})
  const moved = { ...p, ...handles.landing!.move([0.8, 0], p) }
  expect(moved.to).toBe(0.6)
  const [t, x] = handles.landing!.at({ ...p, to: 0.3 })
  expect([t, x]).toEqual([0.3, jumpOf({ ...p, to: 0.3 }).direct])
})

it('links of the three views carry the bumps over', () => {
  const link = (id: string, wish: Partial<Params>) => {
    const { query } = lesson.find((stop) => stop.id === id)!.link!
    return typeof query === 'string' ? query : query(withParams(wish))
  }
  const bumps = [{ index: 1, at: [1.5, 0.4] }] as const
  expect(link('score', { bumps, lambda: 1 })).toBe('delta=0&lambda=1&weight=0.35&bumps=0:-2,0.3;1:1.5,0.4')
  expect(link('flow', { bumps, lambda: 0 })).toBe('scene=line&path=sided&deltaB=0&eps=0&humps=0:0,1;1:-2,0.3;2:1.5,0.4')
  expect(link('halve', { steps: 64 })).toBe('data=wheel&calls=40')
})

it('every preset is drawn at each size of run', () => {
  for (const steps of [1, 128]) {
    const p = withParams({ steps })
    const timeline = new Timeline(demo, p)
    timeline.extend(Number.POSITIVE_INFINITY)
    const scene = sceneFor(demo, pictureOf(timeline, timeline.last), {})
    for (const name of ['strip', 'slice', 'kernel'] as const)
      expect(JSON.stringify(drawingOf(views[name], scene))).not.toContain('NaN')
  }
})
