// What is true of these fields: symmetry, errors that are harmless and errors that are not, trainings of three seeds, and a free energy that falls.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { logDensityAt, noisyGaussians } from '@/domains/diffusion/noisyGaussians'
import { read, rounded, written } from '@/domains/nets/shortWeights'
import { pictureOf, Timeline } from '@/engine'
import { loopWork } from '@/numerics/loops'
import { stream } from '@/numerics/random'
import { drawingOf, sceneFor } from '../../tests/support/drawing'
import { dataOf, noiseLevels, noisySamples } from './data'
import demo from './demo'
import { curlAt, type Field, fieldOf, twistAt } from './fields'
import { cloudsOf, fitOverall, sampled, slicedW2 } from './measures'
import { type Pair, startNet } from './nets'
import { type Model, type Params, params } from './params'
import { netsAt, shipped, snapshotOf } from './shipped'
import seed0 from './trained/seed0.f32'
import seed1 from './trained/seed1.f32'
import seed2 from './trained/seed2.f32'
import { pairOf, train } from './training'
import views from './views'

const withParams = (wish: Partial<Params>): Params => merge(params, defaultsOf(params), wish)
const p = withParams({})
const points = noisySamples(dataOf(p), 60, 0.3, stream(1))
const round = (field: Field, sigma: number) =>
  loopWork((at, out) => field.fill(sigma, at, out), { centre: [0, 0], radius: 1 }, 400).circulation
const shippedOf = (file: Float32Array): Pair => netsAt(32, snapshotOf(file, 3000))
const untrained: Pair = { mlp: startNet('mlp', 32, 5), potential: startNet('potential', 32, 5) }

function jacobiansOf(field: Field, sigma: number): Float64Array {
  const out = new Float64Array(2 * points.length)
  field.jacobians(sigma, points, out)
  return out
}

describe('Jacobians', () => {
  it.each([
    ['exact', null],
    ['turn', null],
    ['stretch', null],
    ['mlp', untrained],
    ['mlp', shippedOf(seed0)],
    ['potential', shippedOf(seed0)],
  ] as [Model, Pair | null][])('of %s are those of central differences', (model, nets) => {
    const field = fieldOf({ ...p, kappa: 0.7 }, model, nets)
    for (const sigma of [0.1, 1]) {
      const found = jacobiansOf(field, sigma)
      const h = 1e-5
      for (const way of [0, 1]) {
        const moved = ([1, -1] as const).map((sign) => {
          const out = new Float64Array(points.length)
          field.fill(
            sigma,
            points.map((v, k) => (k % 2 === way ? v + sign * h : v)),
            out,
          )
          return out
        }) as [Float64Array, Float64Array]
        for (let n = 0; n < points.length / 2; n++)
          for (const axis of [0, 1]) {
            const slope = (moved[0][2 * n + axis]! - moved[1][2 * n + axis]!) / (2 * h)
            expect(Math.abs(slope - found[4 * n + 2 * axis + way]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)))
          }
      }
    }
  })

  it('are symmetric for the exact score, and, within 1e-8, for the gradient net before and after training', () => {
    const exact = jacobiansOf(fieldOf(p, 'exact', null), 0.2)
    for (let n = 0; n < 60; n++) expect(Math.abs(curlAt(exact, n))).toBeLessThan(1e-12)
    for (const nets of [untrained, shippedOf(seed0)]) {
      const found = jacobiansOf(fieldOf(p, 'potential', nets), 1)
      for (let n = 0; n < 60; n++) expect(Math.abs(twistAt(found, n))).toBeLessThan(1e-8)
      expect(Math.abs(round(fieldOf(p, 'potential', nets), 0.05))).toBeLessThan(1e-10)
    }
  })

  it('have the largest asymmetry, 1, where the field only turns', () => {
    expect(twistAt(Float64Array.of(0, -1, 1, 0), 0)).toBeCloseTo(1, 14)
    expect(twistAt(Float64Array.of(1, 0, 0, 1), 0)).toBe(0)
  })
})

describe('errors as long as the score', () => {
  it('move no mass across it: ∇·(ρJs) = 0 by differences', () => {
    const sigma = 0.4
    const noisy = noisyGaussians(dataOf(p), sigma)
    const turned = fieldOf({ ...p, kappa: 1 }, 'turn', null)
    const exact = fieldOf(p, 'exact', null)
    const flow = (x: number, y: number) => {
      const [at, a, b] = [Float64Array.of(x, y), new Float64Array(2), new Float64Array(2)]
      turned.fill(sigma, at, a)
      exact.fill(sigma, at, b)
      const rho = Math.exp(logDensityAt(noisy, x, y))
      return [rho * (a[0]! - b[0]!), rho * (a[1]! - b[1]!)] as const
    }
    const h = 1e-4
    for (let k = 0; k < points.length; k += 2) {
      const [x, y] = [points[k]!, points[k + 1]!]
      const divergence = (flow(x + h, y)[0] - flow(x - h, y)[0] + flow(x, y + h)[1] - flow(x, y - h)[1]) / (2 * h)
      expect(Math.abs(divergence)).toBeLessThan(1e-6)
    }
  })

  it('spare 4,000 samples across it, and spoil them along it, at κ = 1 in 300 steps', () => {
    const { start, truth } = cloudsOf(p, 4000)
    const ends = (model: Model) => slicedW2(sampled(fieldOf({ ...p, kappa: 1 }, model, null), 300, start), truth)
    expect(ends('turn')).toBeLessThan(0.1)
    expect(ends('stretch')).toBeGreaterThan(0.15)
  })
})

describe.each([
  [0, seed0],
  [1, seed1],
  [2, seed2],
])('networks of seed %d', (seed, file) => {
  const nets = shippedOf(file)
  it('are no score, and sample well; the gradient net samples worse', () => {
    const { start, truth } = cloudsOf({ ...p, seed }, 2000)
    const ends = (model: Model) => slicedW2(sampled(fieldOf(p, model, nets), 60, start), truth)
    expect(ends('mlp')).toBeLessThan(0.18)
    expect(Math.abs(round(fieldOf(p, 'mlp', nets), 0.05))).toBeGreaterThan(0.3)
    expect(ends('potential')).toBeGreaterThan(ends('mlp'))
    const { asymmetry } = fitOverall(p, fieldOf(p, 'mlp', nets))
    expect(asymmetry).toBeGreaterThan(0.04)
    expect(asymmetry).toBeLessThan(0.09)
  })
})

it('goes astray with the gradient net at much noise: from σ = 1 on it ends near the data', () => {
  const field = fieldOf(p, 'potential', shippedOf(seed0))
  const truth = noisySamples(dataOf(p), 2000, 0.05, stream(0, 'truth'))
  const from = (first: number) => {
    const start = noisySamples(dataOf(p), 2000, noiseLevels(60)[first]!, stream(0, 'start'))
    return slicedW2(sampled(field, 60, start, first), truth)
  }
  expect(from(0)).toBeGreaterThan(0.17)
  expect(noiseLevels(60)[16]).toBeCloseTo(1, 1)
  expect(from(16)).toBeLessThan(0.08)
})

it('ships the weights of seed 0, rounded', () => {
  expect(read(written(seed0))).toEqual(rounded(seed0))
  const { mlp, potential } = shipped
  expect(Float32Array.of(...mlp, ...potential)).toEqual(rounded(seed0))
  for (const [k, weight] of seed0.entries()) expect(Math.abs(weight - rounded(seed0)[k]!)).toBeLessThanOrEqual(1 / 2048)
})

describe('training', () => {
  const short = (seed: number) => {
    const all = [...train({ width: 8, updates: 150, seed, moved: [] })].filter((snapshot) => snapshot !== null)
    return { all, last: all.at(-1)! }
  }
  it('is the same again for one seed, another for another, and reports every 100 updates', () => {
    const [one, again, other] = [short(0), short(0), short(1)]
    expect(again).toEqual(one)
    expect(other.last.mlp).not.toEqual(one.last.mlp)
    expect(one.all.map(({ update }) => update)).toEqual([0, 100, 150])
  })
  it('makes both errors smaller', () => {
    const { all, last } = short(0)
    for (const model of ['mlp', 'potential'] as const) {
      const errors = [all[0]!, last].map((snapshot) => fitOverall(p, fieldOf(p, model, pairOf(8, snapshot))).error)
      expect(errors[1]).toBeLessThan(0.95 * errors[0]!)
    }
  })
})

const settings: readonly Partial<Params>[] = [
  { model: 'turn', kappa: 3, sigma: 3, centre: [-2, 2], radius: 2, moved: [{ index: 0, at: [1.9, -1.9] }] },
  { tab: 'learning', updates: 0 },
  { tab: 'samples', model: 'stretch', kappa: -1, n: 50 },
  { tab: 'split', model: 'exact' },
  { tab: 'energy', m0: -2.5, v0: 0.05 },
  { tab: 'energy', m0: 0, v0: 1.5 },
]
it.each(settings)('draws %o within finite coordinates', (wish) => {
  const timeline = new Timeline(demo as never, withParams(wish))
  timeline.extend(Number.POSITIVE_INFINITY)
  expect(timeline.ended).toBe(null)
  for (const step of new Set([0, 1, timeline.last])) {
    const scene = sceneFor(demo as never, { ...pictureOf(timeline, step), params: withParams(wish) })
    for (const [name, view] of Object.entries(views)) {
      const drawn = drawingOf(view as never, scene)
      if (drawn === null) continue
      expect(drawn.window.every(Number.isFinite), `${name}: window`).toBe(true)
      expect(drawn.svg, `${name} at step ${step}`).not.toMatch(/NaN|Infinity|undefined/)
    }
  }
})
