import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { CLASSES, type LabelledPoints, softmaxGradient, softmaxOptimum, softmaxScore, WEIGHTS } from './softmax'

function cloud(n: number): LabelledPoints {
  const points = new Float64Array(2 * n)
  fillNormal(stream(9), points)
  const labels = Int32Array.from({ length: n }, (_, k) => k % CLASSES)
  for (let k = 0; k < n; k++) points[2 * k]! += 1.2 * labels[k]!
  return { points, labels }
}

describe('softmax regression', () => {
  it('has the gradient of its loss', () => {
    const data = cloud(30)
    const weights = new Float64Array(WEIGHTS)
    fillNormal(stream(4), weights)
    const out = new Float64Array(WEIGHTS)
    softmaxGradient(data, 0, 30, weights, out)
    for (let i = 0; i < WEIGHTS; i++) {
      const loss = (by: number) => {
        const moved = weights.slice()
        moved[i]! += by
        return softmaxScore(data, moved).loss
      }
      expect((loss(1e-5) - loss(-1e-5)) / 2e-5).toBeCloseTo(out[i]!, 9)
    }
  })

  it('has no gradient at its optimum, whose weights add up to 0', () => {
    const data = cloud(90)
    const best = softmaxOptimum(data)
    const out = new Float64Array(WEIGHTS)
    softmaxGradient(data, 0, 90, best, out)
    expect(Math.max(...out.map(Math.abs))).toBeLessThan(1e-12)
    for (let part = 0; part < 3; part++) expect(best[part]! + best[3 + part]! + best[6 + part]!).toBeCloseTo(0, 12)
    expect(softmaxScore(data, best).right).toBeGreaterThan(0.6)
  })

  it('survives weights of any size', () => {
    const weights = new Float64Array(WEIGHTS).fill(0).map((_, k) => (k - 4) * 1e5)
    expect(Number.isFinite(softmaxScore(cloud(12), weights).loss)).toBe(true)
  })
})
