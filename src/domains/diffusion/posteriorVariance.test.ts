import { expect, it } from 'vitest'
import { fillEvenNormal, normal, stream, uniform } from '@/numerics/random'
import { denoiser, setSigma } from './mixture'
import { colourWheel } from './mixtures'
import { normalEntropy, posteriorVariance } from './posteriorVariance'
import { flow } from './probabilityFlow'
import { geometricTimes } from './reverse'

function evenStarts(): Float64Array {
  const z = new Float64Array(512)
  fillEvenNormal(z)
  return z.map((v) => 80 * v)
}

it('the exact posterior variance is that of samples weighted by their likelihood', () => {
  const mixture = colourWheel()
  const d = denoiser(mixture, 'x0')
  const draws = stream(5, 'variance')
  for (const [sigma, x] of [
    [1.5, [0.8, -0.4]],
    [0.4, [0.2, 0.5]],
    [0.15, [-0.6, 0.1]],
  ] as const) {
    let [total, meanX, meanY, square] = [0, 0, 0, 0]
    for (let k = 0; k < 400_000; k++) {
      const at = Math.floor(uniform(draws) * 24)
      const u = mixture.means[2 * at]! + 0.15 * normal(draws)
      const v = mixture.means[2 * at + 1]! + 0.15 * normal(draws)
      const w = Math.exp(-((x[0] - u) ** 2 + (x[1] - v) ** 2) / (2 * sigma * sigma))
      total += w
      meanX += w * u
      meanY += w * v
      square += w * (u * u + v * v)
    }
    const expected = square / total - (meanX / total) ** 2 - (meanY / total) ** 2
    setSigma(d, sigma)
    expect(Math.abs(posteriorVariance(d, Float64Array.from(x), 0) / expected - 1)).toBeLessThan(0.02)
  }
})

it('on average it falls along the exact paths', () => {
  const mixture = colourWheel()
  const d = denoiser(mixture, 'x0')
  const noise = denoiser(mixture, 'noise')
  const x = evenStarts()
  const levels = geometricTimes(80, 0.002, 30)
  const mean = (sigma: number) => {
    setSigma(d, sigma)
    let sum = 0
    for (let at = 0; at < x.length; at += 2) sum += posteriorVariance(d, x, at)
    return sum / (x.length / 2)
  }
  let before = mean(80)
  for (let k = 1; k < levels.length; k++) {
    for (const _ of flow(noise, 0, x, levels[k - 1]!, levels[k]!, 4));
    const now = mean(levels[k]!)
    expect(now).toBeLessThanOrEqual(before)
    before = now
  }
})

it('of one Gaussian it is d s²σ²/(s² + σ²) everywhere', () => {
  const d = denoiser({ dim: 2, means: Float64Array.of(3, -1), stds: Float64Array.of(0.5), weights: Float64Array.of(1) }, 'x0')
  setSigma(d, 0.4)
  for (const x of [0, 5, -80]) expect(posteriorVariance(d, Float64Array.of(x, 1), 0)).toBeCloseTo((2 * 0.25 * 0.16) / 0.41, 12)
})

it('entropy of the standard normal law: ½ ln 2πe a dimension', () => {
  expect(normalEntropy(3, 3)).toBeCloseTo(1.5 * Math.log(2 * Math.PI * Math.E), 12)
  expect(normalEntropy(8, 2) - normalEntropy(2, 2)).toBeCloseTo(Math.log(4), 12) // each standard deviation doubled
})
