// What is true of this model: the same density for every ε, forward and backward; exact histograms; pairs of the bridge.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { gaussians } from '@/domains/diffusion/gaussians'
import { fieldsOf, logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import { BINS, countInto, distance, floorOf, HIGH, LOW, sharesInto } from './histogram'
import { model, type Params, params, type State } from './model'
import { centreOf, interpolantOf, problemOf, shapeOf, timeAt } from './problem'
import { exactMoments } from './readouts'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function ended(p: Params): State {
  const s = model.init(p)
  for (let k = 0; k < p.steps; k++) model.step(s, p)
  return s
}
/** Mean and variance of a coordinate. */
function momentsOf(x: Float64Array, dim: number, axis: number): [mean: number, variance: number] {
  const values = x.filter((_, i) => i % dim === axis)
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  return [mean, values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length]
}

describe('4000 particles end in the right cloud', () => {
  it.each([
    [0, 200, 'forward', 'linear'],
    [0.5, 200, 'forward', 'linear'],
    [2, 400, 'forward', 'linear'], // Heun's step loses εΔt/2ς² of a hump's spread: 1.6 %
    [2, 400, 'backward', 'linear'],
    [0.5, 200, 'forward', 'encdec'],
    [0.5, 200, 'forward', 'round'],
    [0, 200, 'backward', 'trig'],
    [0.5, 200, 'forward', 'mirror'],
  ] as const)(
    'ε = %f, %i steps, %s, %s',
    (eps, steps, way, path) => {
      const n = 4000
      const p = with_({ eps, steps, n, way, path })
      const { x } = ended(p)
      const { mean, spread } = exactMoments(p, timeAt(p, steps))
      const [found, variance] = momentsOf(x, 2, 1)
      expect(Math.abs(found - mean)).toBeLessThan((4 * spread) / Math.sqrt(n))
      // a mixture of separate humps has lighter tails than a normal, so √(2/n) is more than its standard error
      expect(Math.abs(variance / spread ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / n))
    },
    60_000,
  )
})

it('the ODE’s particles do not change with ε, and ε = 0 is the ODE', () => {
  const [still, wild] = [ended(with_({ eps: 0 })), ended(with_({ eps: 2 }))]
  expect(wild.flow).toEqual(still.flow)
  expect(still.x.slice(0, still.flow.length)).toEqual(still.flow)
  expect(wild.x).not.toEqual(still.x)
})

it('errors of the model move where the line ends, and nothing else does', () => {
  const mean = (changes: Partial<Params>) => momentsOf(ended(with_({ scene: 'line', n: 2000, ...changes })).x, 1, 0)[0]
  const shift = mean({ eps: 0, deltaB: 0.3 }) - mean({ eps: 0, deltaB: 0 })
  expect(Math.abs(shift - 0.357)).toBeLessThan(0.03) // exactly 0.357; the rest is luck at the watershed
  expect(mean({ eps: 0, deltaB: 0, deltaS: 1 })).toBe(mean({ eps: 0, deltaB: 0 }))
  const repaired = mean({ eps: 3, deltaB: 0.3 }) - mean({ eps: 3, deltaB: 0 })
  expect(Math.abs(repaired - 0.118)).toBeLessThan(0.03)
})

describe('the histogram', () => {
  it('has exact shares that add up to 1, and counts that add up to n', () => {
    const { line } = problemOf(with_({}))
    setTime(line, 0.4)
    const shares = new Float64Array(BINS)
    sharesInto(shares, line)
    expect(shares.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 13)
    const width = (HIGH - LOW) / BINS
    let simpson = 0
    for (let k = 0; k <= 60; k++) {
      const weight = k === 0 || k === 60 ? 1 : k % 2 === 1 ? 4 : 2
      simpson += (weight * width * Math.exp(logDensity(line, Float64Array.of(LOW + (17 + k / 60) * width)))) / 180
    }
    expect(shares[17]).toBeCloseTo(simpson, 10)
    const counts = new Float64Array(BINS)
    countInto(counts, Float64Array.of(-99, 0.1, 99, 0.1), 1, 0)
    expect([counts[0], counts[16], counts[BINS - 1]]).toEqual([1, 2, 1])
  })

  it('of exact samples is as far off as it says', () => {
    let [found, usual] = [0, 0]
    for (let seed = 0; seed < 40; seed++) {
      const p = with_({ seed, n: 600 })
      const { line } = problemOf(p)
      found += distance(line, 0, model.init(p).x, 2)
      usual += floorOf(line, 0, 600)
    }
    expect(Math.abs(found / usual - 1)).toBeLessThan(0.06)
  })
})

it('ellipses are the covariances, and never thinner than 0.1', () => {
  const p = with_({
    moved: [{ index: 4, at: [1, 1] }],
    axes: [
      { index: 8, at: [0.6, 0.8] },
      { index: 9, at: [0.5, 0] },
      { index: 10, at: [0, 0] },
    ],
  })
  expect(centreOf(p, 4)).toEqual([1, 1])
  const { covariances } = problemOf(p).to
  // 1 along (0.6, 0.8), 0.25 across
  for (const [k, v] of [0.52, 0.36, 0.36, 0.73].entries()) expect(covariances[k]).toBeCloseTo(v, 14)
  expect(shapeOf(p, 5).axis).toEqual([0.1, 0])
})

it('on the bridge, pairs have the covariance of the coupling, with little noise and with much', () => {
  for (const sigma of [0.2, 1, 3]) {
    const p = with_({ scene: 'bridge', sigma, n: 4000, steps: 400 })
    const [start, end] = [model.init(p).x, ended(p).x]
    const [first, last] = [momentsOf(start, 1, 0)[0], momentsOf(end, 1, 0)[0]]
    const found = start.reduce((sum, v, i) => sum + (v - first) * (end[i]! - last), 0) / start.length
    expect(Math.abs(found - problemOf(p).cross)).toBeLessThan(0.035) // four standard errors
  }
})

it('its kinds are those of the choices, and the bridge is straight with γ = σ√(t(1 - t))', () => {
  expect(interpolantOf(with_({ path: 'trig', gamma: 'sinesquared' }))).toEqual({ path: 'trig', latent: 'bsquared' })
  expect(interpolantOf(with_({ path: 'round', gamma: 'brownian' }))).toMatchObject({ path: 'one-sided-trig', latent: 'zero' })
  expect(interpolantOf(with_({ scene: 'bridge', sigma: 2, path: 'trig' }))).toEqual({
    path: 'linear',
    latent: 'brownian',
    scale: 4,
  })
  const p = with_({ path: 'mirror' })
  const { fields, to } = problemOf(p)
  const alone = fieldsOf(to, to, { path: 'mirror', latent: 'zero' })
  setTime(fields, 0)
  const place = Float64Array.of(2.5, 0.3)
  expect(logDensity(fields, place)).toBeCloseTo(logDensity(alone, place), 12)
  expect(gaussians([2, 2], [[0], [1]], [[[1]], [[1]]]).weights).toEqual(Float64Array.of(0.5, 0.5))
})
