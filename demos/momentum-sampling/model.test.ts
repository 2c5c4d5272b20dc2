// Numbers refer to the list "Must hold" of the method. 1, 2, 4 to 8 are with the numerics, 9, the golden trajectories, in tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { exactEnds } from './exact'
import { model, type Params, params, type State, TEST_STEPS } from './model'
import { errorOf, isOutside, medianError, outside, sampled } from './outcome'
import { rulesOf, type Solver, solversOf } from './params'
import { COUNT, LARGEST, SMALLEST, sigmasOf, startOf } from './problem'
import { growthAt, regionOf } from './regions'
import { walkOf } from './walk'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const all = { ab: true, hb: true, ghvb: true, nt: true } as const
const sampling = { scene: 'sampling', ...all } as const

function ran(p: Params, steps = model.steps(p), each?: (s: State, step: number) => void): State {
  const state = model.init(p)
  each?.(state, 0)
  for (let step = 1; step <= steps; step++) {
    model.step(state, p)
    each?.(state, step)
  }
  return state
}
const x = (s: State, solver: Solver) => s.runs[solver]!.x
const difference = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((v, i) => Math.abs(v - b[i]!) / Math.max(1, Math.abs(v))))

describe('3: without momentum all solvers are AB', () => {
  it.each([1, 2, 3, 4])('of %i slopes, in the plane and sampling', (r) => {
    for (const scene of ['plane', 'sampling'] as const) {
      const p = with_({ ...all, scene, others: 'same', r, beta: 1, z: [-0.2, 0.1], guidance: 3, steps: 20 })
      ran(p, model.steps(p), (s) => {
        for (const solver of ['hb', 'ghvb', 'nt'] as const) expect(difference(x(s, solver), x(s, 'ab'))).toBeLessThan(1e-13)
      })
    }
  })

  it('and GHVB of one slope is HB of one slope, for every β', () => {
    for (const beta of [0.1, 0.5, 0.9]) {
      const s = ran(with_({ ...sampling, others: 'same', r: 1, beta, guidance: 3 }))
      expect(difference(x(s, 'ghvb'), x(s, 'hb'))).toBeLessThan(1e-13)
    }
  })
})

describe('10: the scene of the paper', () => {
  const share = (s: State, solver: Solver) => outside(x(s, solver))

  it.each([1, 7, 2024])('at 10 steps, noise %i', (seed) => {
    const p = with_({ ...sampling, seed })
    const s = ran(p)
    const ends = exactEnds(p)
    const error = (solver: Solver) => medianError(x(s, solver), ends)
    expect(share(s, 'ab')).toBeGreaterThanOrEqual(0.07)
    expect(share(s, 'ab')).toBeLessThanOrEqual(0.17)
    expect(share(s, 'hb')).toBeLessThanOrEqual(0.01)
    expect(share(s, 'ghvb')).toBe(0)
    expect(error('ghvb')).toBeGreaterThan(0.0165)
    expect(error('ghvb')).toBeLessThan(0.02)
    expect(error('hb')).toBeGreaterThan(0.11)
    expect(error('hb')).toBeLessThan(0.127)
    expect(error('ab')).toBeGreaterThan(0.64)
    expect(error('ab')).toBeLessThan(0.92)
  })

  it('at 8 steps', () => {
    const s = ran(with_({ ...sampling, steps: 8 }))
    expect(share(s, 'ab')).toBeGreaterThanOrEqual(0.15)
    expect(share(s, 'ab')).toBeLessThanOrEqual(0.31)
    expect(share(s, 'hb')).toBeGreaterThanOrEqual(0.02)
    expect(share(s, 'hb')).toBeLessThanOrEqual(0.09)
    expect(share(s, 'ghvb')).toBeLessThanOrEqual(0.005)
  })

  it('at 40 steps all agree', () => {
    const p = with_({ ...sampling, steps: 40 })
    const s = ran(p)
    for (const solver of solversOf(p)) {
      expect(share(s, solver)).toBe(0)
      expect(medianError(x(s, solver), exactEnds(p))).toBeLessThan(0.01)
    }
  })
})

describe('samples', () => {
  it('start from the same noise, of the size of the first level', () => {
    const p = with_(sampling)
    const s = model.init(p)
    for (const solver of solversOf(p)) expect(x(s, solver)).toEqual(startOf(p.seed))
    const variance = startOf(1).reduce((sum, v) => sum + v * v, 0) / (2 * COUNT)
    expect(Math.sqrt(variance) / LARGEST).toBeGreaterThan(0.9) // 800 numbers: one standard error is 0.025
    expect(Math.sqrt(variance) / LARGEST).toBeLessThan(1.1)
    expect(startOf(2)).not.toEqual(startOf(1))
  })

  it('have levels that begin and end alike for every number of steps', () => {
    for (const steps of [3, 6, 10, 40, 100]) {
      const sigmas = sigmasOf(steps)
      expect([sigmas.length, sigmas[0], sigmas[steps]]).toEqual([steps + 1, LARGEST, 0])
      expect(sigmas[steps - 1]).toBeCloseTo(SMALLEST, 14)
    }
    expect(SMALLEST).toBeCloseTo(0.0292, 4)
  })

  it('go with each solver as if it were alone, and the sample picked as in the crowd', () => {
    const p = with_({ ...sampling, particle: 123 })
    const walks = solversOf(p).map((solver) => [solver, walkOf(p, solver)] as const)
    const end = ran(p, p.steps, (s, step) => {
      for (const [solver, { path }] of walks) expect(path.slice(2 * step, 2 * step + 2)).toEqual(x(s, solver).slice(246, 248))
    })
    for (const solver of solversOf(p)) expect(sampled(rulesOf(p)[solver], p, p.steps)).toEqual(x(end, solver))
  })

  it('stay finite with the worst of solvers', () => {
    for (const changes of [
      { family: 'ghvb', r: 4, beta: 0.05 },
      { family: 'nt', r: 4, beta: 0.05 },
      { family: 'ab', r: 4 },
    ] as const) {
      const s = ran(with_({ ...sampling, ...changes, others: 'same', steps: 100, guidance: 20, width: 0.05 }))
      for (const run of Object.values(s.runs)) expect(run.x.every(Number.isFinite)).toBe(true)
    }
  })

  it('are drawn from copies', () => {
    const p = with_(sampling)
    const s = model.init(p)
    const { places, sigma } = model.frame(s, p)
    model.step(s, p)
    expect(sigma).toBe(LARGEST)
    expect(places!.ab).toEqual(startOf(p.seed))
  })

  it('count as outside by their larger coordinate', () => {
    const places = Float64Array.of(3, -3, 3.1, 0, 0, -4, 1, Number.NaN)
    expect([0, 1, 2, 3].map((particle) => isOutside(places, particle))).toEqual([false, true, true, true])
    expect(outside(places)).toBe(0.75)
    expect(errorOf(places, new Float64Array(8), 2)).toBe(4)
    expect(medianError(Float64Array.of(1, 0, 0, 2, 4, 0, 0, 8), new Float64Array(8))).toBe(3)
  })
})

describe('the test equation', () => {
  /** Largest |x| in a quarter of a long run. */
  const late = (p: Params, solver: Solver, steps: number) => {
    let [before, after] = [0, 0]
    ran(p, steps, (s, step) => {
      const size = Math.hypot(x(s, solver)[0]!, x(s, solver)[1]!)
      if (step > 0.75 * steps && step <= 0.875 * steps) before = Math.max(before, size)
      if (step > 0.875 * steps) after = Math.max(after, size)
    })
    return after / before
  }

  it('turns from decay to growth where z crosses the edge, and the largest root leaves the circle there', () => {
    const p = with_({ ...all, scene: 'plane' })
    for (const solver of solversOf(p)) {
      const { outline, pencil, length } = regionOf(rulesOf(p)[solver])
      const ring = outline[0]!
      let crossings = 0
      for (let k = 4; k + 5 < ring.length; k += 6) {
        const [dx, dy] = [ring[k + 2]! - ring[k]!, ring[k + 3]! - ring[k + 1]!]
        const before = Math.atan2(ring[k + 1]! - ring[k - 1]!, ring[k]! - ring[k - 2]!)
        const after = Math.atan2(ring[k + 5]! - ring[k + 3]!, ring[k + 4]! - ring[k + 2]!)
        const [re, im] = [ring[k]! + dx / 2, ring[k + 1]! + dy / 2]
        if (Math.cos(before - after) < 0.95 || Math.hypot(re, im) < 0.3 * length) continue // a corner has no direction
        crossings++
        for (const inwards of [0.02 * length, -0.02 * length]) {
          const across = inwards / Math.hypot(dx, dy) // the region is on the left
          const z = [re - dy * across, im + dx * across] as const
          expect(growthAt(pencil, ...z) < 1).toBe(inwards > 0)
          expect(late(with_({ ...p, z }), solver, 2000) < 1).toBe(inwards > 0)
        }
      }
      expect(crossings).toBeGreaterThan(10)
    }
  })

  it('grows by the largest root', () => {
    const p = with_({ ...all, z: [-0.6, 0.3] })
    const size: Partial<Record<Solver, number>> = {}
    ran(p, TEST_STEPS + 1, (s, step) => {
      for (const solver of solversOf(p)) {
        const now = Math.hypot(x(s, solver)[0]!, x(s, solver)[1]!)
        const growth = growthAt(regionOf(rulesOf(p)[solver]).pencil, ...p.z)
        if (step > TEST_STEPS && growth > 1.2) expect(now / size[solver]!).toBeCloseTo(growth, 3)
        size[solver] = now
      }
    })
  })

  it('of HB on Euler’s step knows its ellipse', () => {
    const p = with_({ others: 'same', r: 1, beta: 0.5 })
    const { outline, area, length } = regionOf(rulesOf(p).hb)
    const ring = outline[0]!
    for (let k = 0; k < ring.length; k += 2) {
      expect(Math.abs(((ring[k]! + 3) / 3) ** 2 + ring[k + 1]! ** 2 - 1)).toBeLessThan(1e-12)
    }
    expect(Math.abs(area / (3 * Math.PI) - 1)).toBeLessThan(1e-8)
    expect(length).toBe(6)
  })
})

it('shares r and β among the solvers, or gives the others the paper’s', () => {
  const named = (p: Params) =>
    Object.fromEntries(Object.entries(rulesOf(p)).map(([solver, { order, beta }]) => [solver, [order, beta]]))
  expect(named(with_({ family: 'ghvb', r: 2, beta: 0.3 }))).toEqual({ ab: [4, 1], hb: [4, 0.8], ghvb: [2, 0.3], nt: [4, 0.8] })
  expect(named(with_({ family: 'ab', r: 2, beta: 0.3 }))).toEqual({ ab: [2, 1], hb: [4, 0.8], ghvb: [3, 0.5], nt: [4, 0.8] })
  expect(named(with_({ others: 'same', r: 2, beta: 0.3 }))).toEqual({ ab: [2, 1], hb: [2, 0.3], ghvb: [2, 0.3], nt: [2, 0.3] })
})
