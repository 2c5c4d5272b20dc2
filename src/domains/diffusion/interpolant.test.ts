import { describe, expect, it } from 'vitest'
import { rk4 } from '@/numerics/ode'
import { normal, stream } from '@/numerics/random'
import { bridgeVariance, crossCovariance } from './gaussianBridge'
import { fillSamples, gaussians, marginal } from './gaussians'
import { type Interpolant, LATENTS, mixAt, PATHS } from './interpolant'
import { evaluate, type Fields, fieldsOf, logDensity, setTime, velocitySlope } from './interpolantFields'
import { exactOde, heunStep, odeOf, workspaceOf } from './interpolantSampler'

/** All valid kinds: a quarter turn needs γ < 1, and a path through zero needs noise. */
const KINDS: readonly Interpolant[] = PATHS.flatMap((path) => LATENTS.map((latent) => ({ path, latent }))).filter(
  ({ path, latent }) => !(path === 'trig' && latent === 'sinesquared') && !(path === 'encoding-decoding' && latent === 'zero'),
)
const left = gaussians([1, 2], [[-2, 0.5], [-1.5, -1]], [[[0.4, 0.1], [0.1, 0.3]], [[0.5, 0], [0, 0.9]]]) // biome-ignore format: matrices
const right = gaussians([1, 1], [[2, 1], [1.5, -0.5]], [[[0.2, 0.05], [0.05, 0.1]], [[0.15, 0], [0, 0.4]]]) // biome-ignore format: matrices
const single = (mean: number, std: number) => gaussians([1], [[mean]], [[[std * std]]])
const humps = gaussians([1, 1], [[-1.5], [1.5]], [[[0.09]], [[0.09]]])

const at = (f: Fields, t: number, place: readonly number[]) => {
  setTime(f, t)
  const x = Float64Array.from(place)
  const [b, s] = [new Float64Array(x.length), new Float64Array(x.length)]
  evaluate(f, x, 0, b, s)
  return { b, s, density: Math.exp(logDensity(f, x)) }
}
function flowed(f: Fields, x: Float64Array, steps: number): Float64Array {
  const moved = x.slice()
  const workspace = workspaceOf(x.length)
  const slope = odeOf(f, exactOde, workspace)
  for (let k = 0; k < steps; k++) rk4(slope, k / steps, 1 / steps, moved, workspace)
  return moved
}

describe.each(KINDS)('$path, $latent', (kind) => {
  it('begins with x0 and ends with x1, without noise; the mirror begins with x1', () => {
    const [first, last] = [mixAt(kind, 0), mixAt(kind, 1)]
    const isMirror = kind.path === 'mirror'
    for (const [found, wanted] of [
      [first.a, isMirror ? 0 : 1],
      [first.b, isMirror ? 1 : 0],
      [first.variance, 0],
      [last.a, 0],
      [last.b, 1],
      [last.variance, 0],
    ] as const) {
      expect(found).toBeCloseTo(wanted, 15)
    }
  })

  it('has the derivatives it says', () => {
    const h = 1e-6
    for (const t of [0.07, 0.31, 0.5001, 0.83]) {
      const [before, now, after] = [mixAt(kind, t - h), mixAt(kind, t), mixAt(kind, t + h)]
      expect((after.a - before.a) / (2 * h)).toBeCloseTo(now.aDot, 7)
      expect((after.b - before.b) / (2 * h)).toBeCloseTo(now.bDot, 7)
      expect((after.variance - before.variance) / (4 * h)).toBeCloseTo(now.growth, 7)
    }
  })

  it('obeys the transport equation', () => {
    const f = fieldsOf(left, right, kind)
    const h = 1e-3
    /** Central differences of fourth order. */
    const slope = (of: (shift: number) => number) => (8 * (of(h) - of(-h)) - of(2 * h) + of(-2 * h)) / (12 * h)
    let [worst, largest] = [0, 0]
    for (const t of [0.13, 0.42, 0.77]) {
      for (const [x, y] of [
        [0, 0],
        [-0.7, 0.4],
        [1.1, -0.3],
      ] as const) {
        const flux = (u: number, v: number, axis: number) => {
          const { b, density } = at(f, t, [u, v])
          return b[axis]! * density
        }
        const growth = slope((d) => at(f, t + d, [x, y]).density)
        const outflow = slope((d) => flux(x + d, y, 0)) + slope((d) => flux(x, y + d, 1))
        worst = Math.max(worst, Math.abs(growth + outflow))
        largest = Math.max(largest, Math.abs(growth), Math.abs(outflow))
      }
    }
    expect(worst).toBeLessThan(Math.max(1e-6 * largest, 1e-10))
  })

  it('has the gradient of log ρ for a score', () => {
    const f = fieldsOf(left, right, kind)
    const h = 1e-5
    const log = (x: number, y: number) => Math.log(at(f, 0.4, [x, y]).density)
    const { s } = at(f, 0.4, [0.3, -0.2])
    expect(s[0]).toBeCloseTo((log(0.3 + h, -0.2) - log(0.3 - h, -0.2)) / (2 * h), 7)
    expect(s[1]).toBeCloseTo((log(0.3, -0.2 + h) - log(0.3, -0.2 - h)) / (2 * h), 7)
  })

  it('carries a single Gaussian by scaling it', () => {
    if (kind.path === 'mirror') return
    const f = fieldsOf(single(-1, 0.8), single(2, 0.5), kind)
    const x = Float64Array.of(-2.2, -1, 0.4)
    const exact = x.map((v) => 2 + (0.5 / 0.8) * (v + 1))
    // through zero the coefficients have a kink in their second derivative at ½, which is a step
    for (const [k, v] of flowed(f, x, 800).entries()) expect(Math.abs(v - exact[k]!)).toBeLessThan(1e-8)
  })
})

it('has the two clouds for ends, of one coordinate too', () => {
  const ends = [
    [0, left],
    [1, right],
  ] as const
  for (const [t, cloud] of ends) {
    const f = fieldsOf(left, right, { path: 'linear', latent: 'brownian' })
    const alone = fieldsOf(cloud, cloud, { path: 'mirror', latent: 'zero' })
    const line = fieldsOf(marginal(left, 1), marginal(right, 1), { path: 'linear', latent: 'brownian' })
    expect(at(f, t, [0.4, 0.1]).density).toBeCloseTo(at(alone, t, [0.4, 0.1]).density, 14)
    const h = 0.01
    let sum = 0
    for (let x = -9; x < 9; x += h) sum += h * at(f, t, [x, 0.3]).density
    expect(at(line, t, [0.3]).density).toBeCloseTo(sum, 12)
  }
})

it('is of fourth order along the ODE', () => {
  const f = fieldsOf(left, right, { path: 'linear', latent: 'bsquared' })
  const x = Float64Array.of(-1.2, 0.3, -2, -1)
  const exact = flowed(f, x, 1600)
  const error = (steps: number) => Math.max(...flowed(f, x, steps).map((v, k) => Math.abs(v - exact[k]!)))
  const ratio = error(50) / error(100)
  expect(ratio).toBeGreaterThan(12)
  expect(ratio).toBeLessThan(20)
})

it('on a line: ∂ₓb is the slope of b, and paths never cross', () => {
  for (const kind of KINDS.filter(({ path }) => path !== 'mirror')) {
    const f = fieldsOf(single(0, 1), humps, kind)
    const h = 1e-5
    const slope = (at(f, 0.6, [0.4 + h]).b[0]! - at(f, 0.6, [0.4 - h]).b[0]!) / (2 * h)
    expect(velocitySlope(f, Float64Array.of(0.4))).toBeCloseTo(slope, 6)
    const x = Float64Array.from({ length: 61 }, (_, k) => -3 + k / 10)
    const ends = flowed(f, x, 100)
    expect(ends.every((v, k) => k === 0 || v > ends[k - 1]!)).toBe(true)
  }
})

it('through zero leaves a standard normal at ½, whatever the clouds are', () => {
  const f = fieldsOf(left, right, { path: 'encoding-decoding', latent: 'sinesquared' })
  for (const [x, y] of [
    [0, 0],
    [-2, 1],
    [3, -3],
  ] as const) {
    setTime(f, 0.5)
    expect(Math.abs(logDensity(f, Float64Array.of(x, y)) + (x * x + y * y) / 2 + Math.log(2 * Math.PI))).toBeLessThan(1e-10)
  }
})

describe('the bridge', () => {
  it('pairs sorted ends without noise and independent ones with much', () => {
    expect(crossCovariance(1.3, 0.4, 1e-6)).toBeCloseTo(1.3 * 0.4, 11)
    expect(crossCovariance(1.3, 0.4, 1e5)).toBeCloseTo(0, 10)
    const c = crossCovariance(1.3, 0.4, 0.7)
    expect(c * c + 0.49 * c).toBeCloseTo((1.3 * 0.4) ** 2, 14)
  })
  it('has the two ends', () => {
    for (const sigma of [0.05, 1, 4]) {
      expect(bridgeVariance(1.3, 0.4, sigma, 0)).toBeCloseTo(1.69, 14)
      expect(bridgeVariance(1.3, 0.4, sigma, 1)).toBeCloseTo(0.16, 14)
    }
  })
})

it('samples have the means and covariances of their components', () => {
  const n = 40_000
  const x = new Float64Array(2 * n)
  fillSamples(left, stream(5), x)
  let [mx, my, xy] = [0, 0, 0]
  for (let i = 0; i < x.length; i += 2) {
    mx += x[i]! / n
    my += x[i + 1]! / n
    xy += (x[i]! * x[i + 1]!) / n
  }
  const exactX = (-2 - 2 * 1.5) / 3
  const exactY = (0.5 - 2 * 1) / 3
  expect(Math.abs(mx - exactX)).toBeLessThan(0.02) // four standard errors
  expect(Math.abs(my - exactY)).toBeLessThan(0.024)
  expect(Math.abs(xy - (0.1 - 2 * 0.5 + 2 * 1.5) / 3)).toBeLessThan(0.05)
})

it('Heun’s step loses a share εΔt/2ς² of the spread where a cloud stands still', () => {
  const [n, steps, epsilon, std] = [20_000, 100, 2, 0.5]
  const f = fieldsOf(single(0, std), single(0, std), { path: 'mirror', latent: 'zero' })
  const noise = stream(2)
  const x = Float64Array.from({ length: n }, () => std * normal(noise))
  const xi = new Float64Array(n)
  const workspace = workspaceOf(n)
  for (let k = 0; k < steps; k++) {
    for (let i = 0; i < n; i++) xi[i] = normal(noise)
    heunStep(f, { ...exactOde, epsilon }, k / steps, 1 / steps, x, xi, workspace)
  }
  const spread = Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / n)
  const share = epsilon / steps / (2 * std * std) // 4 %
  expect(Math.abs(spread / std - (1 - share))).toBeLessThan(0.02) // four standard errors
})
