import { expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { denoiser, logDensity, type Mixture, type Prediction, setSigma } from './mixture'
import { colourWheel, nestedPair, patchTemplates } from './mixtures'
import { guide, predict, predictAll } from './predict'
import { stiffness } from './stiffness'

/** Five components with unlike widths and weights, three classes, in `dim` dimensions. */
function uneven(dim: number): Mixture {
  const means = new Float64Array(5 * dim)
  fillNormal(stream(4, 'means'), means)
  return {
    dim,
    means,
    stds: Float64Array.of(0.1, 0.5, 1, 0.3, 0.2),
    weights: Float64Array.of(1, 2, 0.5, 3, 1),
    classes: Int32Array.of(1, 0, 1, 2, 0),
  }
}
const places = (count: number, dim: number) => {
  const x = new Float64Array(count * dim)
  fillNormal(stream(8, 'places'), x)
  return x
}
/** Predictions at all of `x`: for the class, for the whole mixture, and the posterior of the class. */
function predicted(mixture: Mixture, prediction: Prediction, wanted: number | undefined, sigma: number, x: Float64Array) {
  const d = denoiser(mixture, prediction, wanted)
  setSigma(d, sigma)
  const [cond, all] = [new Float64Array(x.length), new Float64Array(x.length)]
  const posterior: number[] = []
  for (let at = 0; at < x.length; at += mixture.dim) posterior.push(predict(d, x, at, cond, all))
  return { cond, all, posterior }
}

it('8. of momentum sampling, 7. of APG: the score is the slope of the log density, the noise -σ score, x0 Tweedie', () => {
  for (const dim of [2, 3]) {
    for (const sigma of [0.05, 0.6, 5]) {
      const x = places(20, dim)
      const mixture = uneven(dim)
      const d = denoiser(mixture, 'score')
      setSigma(d, sigma)
      const score = predicted(mixture, 'score', undefined, sigma, x).all
      const noise = predicted(mixture, 'noise', undefined, sigma, x).all
      const x0 = predicted(mixture, 'x0', undefined, sigma, x).all
      const eps = 1e-5 * Math.max(0.1, sigma)
      for (let i = 0; i < x.length; i++) {
        const at = i - (i % dim)
        const [after, before] = [x.slice(), x.slice()]
        after[i]! += eps
        before[i]! -= eps
        const slope = (logDensity(d, after, at) - logDensity(d, before, at)) / (2 * eps)
        expect(Math.abs(score[i]! - slope)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)))
        expect(Math.abs(noise[i]! + sigma * score[i]!)).toBeLessThan(1e-13 * Math.max(1, Math.abs(noise[i]!)))
        expect(Math.abs(x0[i]! - x[i]! - sigma * sigma * score[i]!)).toBeLessThan(1e-13 * Math.max(1, sigma))
      }
    }
  }
})

it('the density integrates to one', () => {
  const d = denoiser(uneven(2), 'score')
  setSigma(d, 0.5)
  let sum = 0
  for (let i = -60; i <= 60; i++) for (let j = -60; j <= 60; j++) sum += Math.exp(logDensity(d, Float64Array.of(i / 8, j / 8), 0))
  expect(sum / 64).toBeCloseTo(1, 9)
})

it('the kernel of the plane agrees with the one of any dimension', () => {
  const flat = uneven(2)
  // the same in three dimensions, far from nothing: the third coordinate is 0 everywhere
  const raised: Mixture = {
    ...flat,
    dim: 3,
    means: Float64Array.from({ length: 15 }, (_, i) => (i % 3 === 2 ? 0 : flat.means[Math.floor(i / 3) * 2 + (i % 3)]!)),
    // undo the factor v^{-1/2} of one more dimension at the σ below
    weights: flat.weights.map((w, k) => w * Math.sqrt(flat.stds[k]! ** 2 + 0.49)),
  }
  const x = places(30, 2)
  const high = Float64Array.from({ length: 90 }, (_, i) => (i % 3 === 2 ? 0 : x[Math.floor(i / 3) * 2 + (i % 3)]!))
  const [a, b] = [predicted(flat, 'x0', 1, 0.7, x), predicted(raised, 'x0', 1, 0.7, high)]
  for (let p = 0; p < 30; p++) {
    expect(a.posterior[p]).toBeCloseTo(b.posterior[p]!, 14)
    for (const i of [0, 1]) {
      expect(a.cond[2 * p + i]).toBeCloseTo(b.cond[3 * p + i]!, 13)
      expect(a.all[2 * p + i]).toBeCloseTo(b.all[3 * p + i]!, 13)
    }
  }
})

it('7. of APG: the whole is the posterior mean of the classes, and posteriors sum to one', () => {
  for (const dim of [2, 4]) {
    for (const sigma of [0.1, 1, 10]) {
      const x = places(20, dim)
      const parts = [0, 1, 2].map((wanted) => predicted(uneven(dim), 'x0', wanted, sigma, x))
      for (let i = 0; i < x.length; i++) {
        const p = Math.floor(i / dim)
        const sum = parts.reduce((total, part) => total + part.posterior[p]! * part.cond[i]!, 0)
        expect(Math.abs(sum - parts[0]!.all[i]!)).toBeLessThan(1e-12)
        expect(parts.reduce((total, part) => total + part.posterior[p]!, 0)).toBeCloseTo(1, 13)
      }
    }
  }
})

it('predicts all points as one by one, in the plane with equal widths too, where they go by twos', () => {
  for (const mixture of [colourWheel(), uneven(2), patchTemplates()]) {
    for (const sigma of [1e-9, 0.002, 0.1, 1, 80]) {
      for (const count of [7, 8]) {
        const x = places(count, mixture.dim).map((v) => v * Math.max(1, sigma))
        const d = denoiser(mixture, 'x0', 1)
        setSigma(d, sigma)
        const [cond, all, condAll, allAll] = [x, x, x, x].map((v) => new Float64Array(v.length)) as [
          Float64Array,
          Float64Array,
          Float64Array,
          Float64Array,
        ]
        for (let at = 0; at < x.length; at += d.dim) predict(d, x, at, cond, all)
        predictAll(d, x, condAll, allAll)
        for (let i = 0; i < x.length; i++) {
          expect(Math.abs(condAll[i]! - cond[i]!)).toBeLessThan(2e-13)
          expect(Math.abs(allAll[i]! - all[i]!)).toBeLessThan(2e-13)
        }
      }
    }
  }
})

it('a class far away still has its own mean', () => {
  const { cond, posterior } = predicted(nestedPair(0.05), 'x0', 1, 0.01, Float64Array.of(-30, 40))
  const gain = 0.05 ** 2 / (0.05 ** 2 + 0.01 ** 2)
  expect(cond[0]).toBeCloseTo(gain * -30 + (1 - gain) * 0.6, 12)
  expect(posterior[0]).toBeLessThan(1e-300)
})

it('refuses a class without components', () => {
  expect(() => denoiser(nestedPair(), 'x0', 7)).toThrow('no component has class 7')
})

it('stiffness is what differences of the guided noise say', () => {
  const d = denoiser(uneven(2), 'noise', 1)
  const [eigen, cond, all] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)]
  const noise = (sigma: number, g: number, x: number, y: number) => {
    setSigma(d, sigma)
    predict(d, Float64Array.of(x, y), 0, cond, all)
    guide(g, cond, all, 0, 2, all)
    return [all[0]!, all[1]!] as const
  }
  const x = places(10, 2)
  for (let at = 0; at < x.length; at += 2) {
    for (const [sigma, g] of [
      [0.2, 15],
      [1, 1],
      [3, 0],
    ] as const) {
      const h = 1e-5
      const [px, py] = [x[at]!, x[at + 1]!]
      const [right, left] = [noise(sigma, g, px + h, py), noise(sigma, g, px - h, py)]
      const [above, below] = [noise(sigma, g, px, py + h), noise(sigma, g, px, py - h)]
      const [a, b, b2, c] = [right[0] - left[0], above[0] - below[0], right[1] - left[1], above[1] - below[1]].map(
        (v) => v / (2 * h),
      )
      stiffness(d, g, x, at, eigen)
      const scale = Math.max(1, Math.abs(a!), Math.abs(c!))
      expect(Math.abs(b! - b2!)).toBeLessThan(1e-7 * scale) // symmetric
      expect(Math.abs(eigen[0]! + eigen[1]! - a! - c!)).toBeLessThan(1e-7 * scale)
      expect(Math.abs(eigen[0]! * eigen[1]! - a! * c! + b! * b2!)).toBeLessThan(1e-7 * scale ** 2)
    }
  }
})

it('patches: 72 templates of 192 numbers without brightness, their lengths in the ratio of the levels', () => {
  const { means, classes, dim } = patchTemplates()
  expect([means.length, dim, classes!.length]).toEqual([72 * 192, 192, 72])
  const length = (k: number) => Math.hypot(...means.subarray(k * dim, (k + 1) * dim))
  expect(length(8) / length(0)).toBeCloseTo(0.85 / 0.35, 12)
  expect(length(12 * 3)).toBeCloseTo(length(0), 12) // another hue
  for (let i = 0; i < means.length; i += 3) expect(Math.abs(means[i]! + means[i + 1]! + means[i + 2]!)).toBeLessThan(1e-15)
})
