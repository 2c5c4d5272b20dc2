// What must hold for x_t = α x0 + σ ε, whatever the schedule: conversions, the flow map, the reverse kernel, samplers.
import { describe, expect, it } from 'vitest'
import { normal, stream, uniform } from '@/numerics/random'
import {
  driftRate,
  exploding,
  fromData,
  type Level,
  lossScale,
  noiseRate,
  type Schedule,
  straight,
  TARGETS,
  toData,
  turning,
} from './affine'
import {
  affineMixture,
  fillData,
  flowMap,
  klToNormal,
  lookAt,
  marginalOf,
  momentsOf,
  posterior,
  quantileOf,
  reverseKernel,
  setLevel,
  tailOf,
} from './affineMixture'
import { type DataModel, evenTimes, isRandom, type Sampler, startAffine, stepAffine } from './affineSamplers'
import type { Mixture } from './mixture'

const bumps = (weights: number[], means: number[], stds: number[]): Mixture => ({
  dim: 1,
  weights: Float64Array.from(weights),
  means: Float64Array.from(means),
  stds: Float64Array.from(stds),
})
const two = bumps([0.35, 0.65], [-2, 1], [0.3, 0.5])
const three = bumps([0.2, 0.5, 0.3], [-1.7, 0.2, 2.1], [0.25, 0.6, 0.1])
const schedules: [string, Schedule, number][] = [
  ['turning', turning, 1],
  ['straight', straight, 1],
  ['exploding', exploding(5), 5],
]
const TIMES = [0.02, 0.3, 0.6, 0.95]
const PLACES = [-3, -1, -0.2, 0.5, 2]
const lawAt = (data: Mixture, level: Level) => marginalOf(affineMixture(data, level))

function dataAt(data: Mixture, level: Level, x: number): number {
  const out = new Float64Array(1)
  fillData(affineMixture(data, level), Float64Array.of(x), out)
  return out[0]!
}

describe.each(schedules)('%s', (_, schedule) => {
  it('1. has one function in four units', () => {
    for (const t of TIMES)
      for (const x of PLACES) {
        const level = schedule(t)
        const x0 = dataAt(two, level, x)
        const all = fromData(level, x, x0)
        for (const target of TARGETS) {
          const again = toData(level, target, x, all[target])
          expect(Math.abs(again - x0)).toBeLessThan(1e-12)
          const other = fromData(level, x, x0 + 0.01)
          expect(Math.abs(other[target] - all[target]) / 0.01 / lossScale(level, target)).toBeCloseTo(1, 9)
        }
      }
  })

  it('2. has v = f x - ½ g² s, and the score is the slope of log p', () => {
    const h = 1e-5
    for (const t of TIMES)
      for (const x of PLACES) {
        const level = schedule(t)
        const m = affineMixture(three, level)
        const { score, velocity } = fromData(level, x, dataAt(three, level, x))
        const other = driftRate(level) * x - (noiseRate(level) / 2) * score
        expect(Math.abs(velocity - other)).toBeLessThan(1e-12 * Math.max(1, Math.abs(velocity)))
        const slope = (lookAt(m, [x + h]) - lookAt(m, [x - h])) / (2 * h)
        expect(Math.abs(slope - score)).toBeLessThan(1e-7 * Math.max(1, score * score))
      }
  })

  it('3. has a flow map: semigroup, identity, order, and the speed v', () => {
    const laws = TIMES.map((t) => lawAt(three, schedule(t)))
    for (const x of PLACES) {
      const scaled = x * schedule(0.95).sigma
      const direct = flowMap(laws[3]!, laws[0]!, scaled)
      const twice = flowMap(laws[2]!, laws[0]!, flowMap(laws[3]!, laws[2]!, scaled))
      expect(Math.abs(direct - twice)).toBeLessThan(1e-9)
      expect(Math.abs(flowMap(laws[1]!, laws[1]!, x) - x)).toBeLessThan(1e-12 * Math.max(1, Math.abs(x)))
      const [t, h] = [0.4, 1e-5]
      const here = lawAt(three, schedule(t))
      const speed = (flowMap(here, lawAt(three, schedule(t + h)), x) - flowMap(here, lawAt(three, schedule(t - h)), x)) / (2 * h)
      const level = schedule(t)
      expect(speed).toBeCloseTo(fromData(level, x, dataAt(three, level, x)).velocity, 5)
    }
    const ends = [-12, -4, -1, 0, 0.1, 3, 12].map((x) => flowMap(laws[3]!, laws[1]!, x))
    for (let k = 1; k < ends.length; k++) expect(ends[k]!).toBeGreaterThan(ends[k - 1]!)
  })

  it('6. moves one Gaussian by an affine map', () => {
    const one = bumps([1], [0.7], [0.4])
    const [late, early] = [schedule(0.8), schedule(0.1)]
    const width = ({ alpha, sigma }: Level) => Math.hypot(0.4 * alpha, sigma)
    for (const x of PLACES) {
      const wanted = 0.7 * early.alpha + (width(early) / width(late)) * (x - 0.7 * late.alpha)
      expect(Math.abs(flowMap(lawAt(one, late), lawAt(one, early), x) - wanted)).toBeLessThan(1e-10)
    }
  })

  it('5. has an exact reverse kernel with the mean of DDPM, and the law of total variance', () => {
    for (const data of [two, three])
      for (const [t, s] of [
        [0.8, 0.2],
        [0.8, 0.75],
        [0.3, 0.02],
      ] as const) {
        const [late, early] = [schedule(t), schedule(s)]
        for (const x of PLACES) {
          const kernel = reverseKernel(data, late, early, x)
          expect(Math.abs(kernel.mean - kernel.ddpmMean)).toBeLessThan(1e-12)
          const { variance } = momentsOf(posterior(affineMixture(data, late), x))
          const shrink = late.alpha / early.alpha
          const pull = (early.alpha * (late.sigma ** 2 - (shrink * early.sigma) ** 2)) / late.sigma ** 2
          expect(Math.abs(kernel.variance - kernel.ddpmVariance - pull ** 2 * variance)).toBeLessThan(1e-10)
        }
      }
  })

  it('9. sends point masses home in one DDIM step', () => {
    const point = bumps([1], [0.7], [0])
    const m = affineMixture(point, schedule(0.9))
    const model: DataModel = (level, x, out) => {
      setLevel(m, level)
      fillData(m, x, out)
    }
    const run = startAffine(Float64Array.of(-2, 0.3, 1.9))
    const [late, early] = [schedule(0.9), schedule(0.05)]
    const wanted = run.x.map((x) => flowMap(lawAt(point, late), lawAt(point, early), x))
    stepAffine(run, 'ddim', model, { late, early, dt: 0.85, before: null, lambda: 0 }, stream(1))
    for (const [k, x] of run.x.entries()) expect(Math.abs(x - wanted[k]!)).toBeLessThan(1e-13)
  })
})

/** Particles from p at `from` to `to`; all from quantiles, so that only the steps are left to luck. */
function sampled(data: Mixture, schedule: Schedule, sampler: Sampler, lambda: number, n: number, steps: number): number {
  const times = evenTimes(0.95, 0.05, steps)
  const m = affineMixture(data, schedule(0.95))
  const law = marginalOf(m)
  const run = startAffine(Float64Array.from({ length: n }, (_, k) => quantileOf(law, (k + 0.5) / n)))
  const model: DataModel = (level, x, out) => {
    setLevel(m, level)
    fillData(m, x, out)
  }
  const random = stream(7, 'noise')
  for (let k = 1; k <= steps; k++) {
    const [late, early] = [schedule(times[k - 1]!), schedule(times[k]!)]
    const before = k > 1 ? schedule(times[k - 2]!) : null
    stepAffine(run, sampler, model, { late, early, dt: times[k - 1]! - times[k]!, before, lambda }, random)
  }
  const end = lawAt(data, schedule(0.05))
  return run.x.sort().reduce((most, x, k) => {
    const below = tailOf(end, x, 1)
    return Math.max(most, Math.abs(below - k / n), Math.abs(below - (k + 1) / n))
  }, 0)
}

it('8. all samplers with small steps end with the same density (Kolmogorov)', () => {
  for (const [sampler, lambda] of [
    ['sde', 0],
    ['sde', 1],
    ['sde', 2],
    ['ddpm', 0],
  ] as const) {
    const distance = sampled(two, turning, sampler, lambda, 5000, 400)
    expect(distance, `${sampler} ${lambda}`).toBeLessThan(0.03)
    if (!isRandom(sampler, lambda)) expect(distance).toBeLessThan(0.005)
  }
})

it('DDIM is Euler on v where α and σ are straight in time, and is not on a turn', () => {
  for (const [schedule, same] of [
    [straight, true],
    [exploding(5), true],
    [turning, false],
  ] as const) {
    const m = affineMixture(two, schedule(0.95))
    const model: DataModel = (level, x, out) => {
      setLevel(m, level)
      fillData(m, x, out)
    }
    const ends = (['ddim', 'euler'] as const).map((sampler) => {
      const run = startAffine(Float64Array.from(PLACES))
      const [late, early] = [schedule(0.95), schedule(0.6)]
      stepAffine(run, sampler, model, { late, early, dt: 0.95 - 0.6, before: null, lambda: 0 }, stream(1))
      return run.x
    })
    const apart = Math.max(...ends[0]!.map((x, k) => Math.abs(x - ends[1]![k]!)))
    if (same) expect(apart).toBeLessThan(1e-13)
    else expect(apart).toBeGreaterThan(0.01)
  }
})

it('has a Gaussian kernel in the limit of small steps: KL falls as the square of the step', () => {
  const kl = (gap: number) => {
    const { exact, ddpmMean, ddpmVariance } = reverseKernel(two, turning(0.8), turning(0.8 - gap), -1)
    return klToNormal(exact, ddpmMean, ddpmVariance)
  }
  expect(Math.abs(kl(0.004) / kl(0.002) - 4)).toBeLessThan(0.2)
  expect(kl(0.01)).toBeLessThan(0.001)
  const same = klToNormal({ weights: Float64Array.of(1), means: Float64Array.of(0.3), stds: Float64Array.of(0.2) }, 0.3, 0.04)
  expect(Math.abs(same)).toBeLessThan(1e-12)
})

it('7. the conditioning trick: two losses differ by the same constant for any f', () => {
  const level = turning(0.6)
  const m = affineMixture(two, level)
  const random = stream(3, 'pairs')
  const trials = [(x: number) => -x, (x: number) => 0.5 - 2 * Math.tanh(x)]
  const sums = trials.map(() => 0)
  let variance = 0
  const n = 100_000
  const x0s = new Float64Array(1)
  for (let i = 0; i < n; i++) {
    const k = uniform(random) < 0.35 ? 0 : 1
    const noise = normal(random)
    const x = level.alpha * (two.means[k]! + two.stds[k]! * normal(random)) + level.sigma * noise
    fillData(m, Float64Array.of(x), x0s)
    const { score } = fromData(level, x, x0s[0]!)
    for (const [j, f] of trials.entries()) sums[j]! += ((f(x) + noise / level.sigma) ** 2 - (f(x) - score) ** 2) / n
    variance += momentsOf(posterior(m, x)).variance / n
  }
  expect(Math.abs(sums[0]! / sums[1]! - 1)).toBeLessThan(0.02)
  expect(Math.abs(sums[0]! / ((level.alpha ** 2 / level.sigma ** 4) * variance) - 1)).toBeLessThan(0.02)
})
