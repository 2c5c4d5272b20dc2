import { expect, it } from 'vitest'
import { gaussians } from './gaussians'
import { denoiser, setSigma } from './mixture'
import { fillHessians, fillScores, logDensityAt, noisyGaussians, setNoise } from './noisyGaussians'
import { predict } from './predict'

const skew = gaussians(
  [1, 2, 1],
  [
    [1, 0.2],
    [-0.6, 0.9],
    [-0.3, -1],
  ],
  [
    [
      [0.1, 0.02],
      [0.02, 0.2],
    ],
    [
      [0.15, 0],
      [0, 0.15],
    ],
    [
      [0.3, -0.05],
      [-0.05, 0.1],
    ],
  ],
)
const points = Float64Array.of(0, 0, 1.3, -0.4, -2, 1.1, 0.2, 3)

it('has the slopes of log p as score, and those of the score as Hessian', () => {
  const h = 1e-5
  for (const sigma of [0, 0.2, 1.5]) {
    const noisy = noisyGaussians(skew, sigma)
    const scores = new Float64Array(points.length)
    const hessians = new Float64Array(2 * points.length)
    fillScores(noisy, points, scores)
    fillHessians(noisy, points, hessians)
    for (let at = 0; at < points.length; at += 2) {
      const [x, y] = [points[at]!, points[at + 1]!]
      const slope = (dx: number, dy: number) =>
        (logDensityAt(noisy, x + dx * h, y + dy * h) - logDensityAt(noisy, x - dx * h, y - dy * h)) / (2 * h)
      expect(scores[at]).toBeCloseTo(slope(1, 0), 7)
      expect(scores[at + 1]).toBeCloseTo(slope(0, 1), 7)
      const bend = (dx: number, dy: number, axis: 0 | 1) => {
        const ends = [new Float64Array(2), new Float64Array(2)]
        fillScores(noisy, Float64Array.of(x + dx * h, y + dy * h), ends[0]!)
        fillScores(noisy, Float64Array.of(x - dx * h, y - dy * h), ends[1]!)
        return (ends[0]![axis]! - ends[1]![axis]!) / (2 * h)
      }
      expect(hessians[2 * at]).toBeCloseTo(bend(1, 0, 0), 5)
      expect(hessians[2 * at + 1]).toBeCloseTo(bend(0, 1, 0), 5)
      expect(hessians[2 * at + 2]).toBeCloseTo(bend(1, 0, 1), 5)
      expect(hessians[2 * at + 3]).toBeCloseTo(bend(0, 1, 1), 5)
    }
  }
})

it('agrees with the kernel for round components', () => {
  const round = gaussians([2, 1], [[1, 0], [-0.5, 0.7]], [[[0.04, 0], [0, 0.04]], [[0.25, 0], [0, 0.25]]]) // biome-ignore format: a table
  const other = denoiser({ dim: 2, means: round.means, stds: Float64Array.of(0.2, 0.5), weights: Float64Array.of(2, 1) }, 'score')
  const noisy = noisyGaussians(round, 1)
  const [ours, theirs] = [new Float64Array(points.length), new Float64Array(points.length)]
  for (const sigma of [0.05, 0.4, 3]) {
    setNoise(noisy, sigma)
    setSigma(other, sigma)
    fillScores(noisy, points, ours)
    for (let at = 0; at < points.length; at += 2) predict(other, points, at, theirs, theirs)
    for (const [k, value] of ours.entries()) expect(Math.abs(value - theirs[k]!)).toBeLessThan(1e-12 * (1 + Math.abs(value)))
  }
})

it('refuses a line', () => expect(() => noisyGaussians(gaussians([1], [[0]], [[[1]]]), 1)).toThrow(RangeError))
