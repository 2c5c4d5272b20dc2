import { describe, expect, it } from 'vitest'
import { normal, stream } from '@/numerics/random'
import { denoiser, setSigma } from './mixture'
import { predict } from './predict'
import { denoise, jacobianTimes, posteriorOf, templatePrior } from './templatePrior'

const [DIM, COUNT, STD] = [6, 9, 0.3]
const s = stream(2, 'templates')
const templates = Float64Array.from({ length: DIM * COUNT }, () => normal(s))
const prior = templatePrior(templates, DIM)
const place = (size: number) => {
  const own = stream(4, 'place')
  return Float64Array.from({ length: DIM }, () => size * normal(own))
}
function at(x: Float64Array, alphaBar: number, std = STD) {
  const [out, found] = [new Float64Array(DIM), posteriorOf(prior)]
  return { effective: denoise(prior, std, alphaBar, x, out, found), out, found }
}

describe('the denoiser of templates', () => {
  it.each([0.9999, 0.7, 0.05, 4e-5])('is that of a Gaussian mixture with the noise σ = √((1-ᾱ)/ᾱ): ᾱ = %d', (alphaBar) => {
    const d = denoiser(
      { dim: DIM, means: templates, stds: new Float64Array(COUNT).fill(STD), weights: new Float64Array(COUNT).fill(1) },
      'x0',
    )
    setSigma(d, Math.sqrt((1 - alphaBar) / alphaBar))
    const x = place(1)
    const expected = new Float64Array(DIM)
    const scaled = x.map((v) => v / Math.sqrt(alphaBar))
    predict(d, scaled, 0, expected, new Float64Array(DIM))
    const { out } = at(x, alphaBar)
    for (let i = 0; i < DIM; i++) expect(out[i]).toBeCloseTo(expected[i]!, 10)
  })

  it('knows the templates from each other without noise, and none of them in pure noise', () => {
    const x = templates.slice(DIM, 2 * DIM)
    const sure = at(x, 1 - 1e-6, 1e-3)
    expect(sure.effective).toBeCloseTo(1, 12)
    for (let i = 0; i < DIM; i++) expect(sure.out[i]).toBeCloseTo(x[i]!, 6)
    expect(at(place(1), 1e-9).effective).toBeCloseTo(COUNT, 2)
  })

  it('has a symmetric Jacobian that equals central differences', () => {
    const [alphaBar, x] = [0.4, place(0.8)]
    const { found } = at(x, alphaBar)
    const rows = Array.from({ length: DIM }, (_, j) => {
      const [unit, column] = [new Float64Array(DIM), new Float64Array(DIM)]
      unit[j] = 1
      jacobianTimes(prior, STD, alphaBar, found, unit, column)
      return column
    })
    const step = 1e-5
    for (let j = 0; j < DIM; j++) {
      const [up, down] = [x.slice(), x.slice()]
      up[j]! += step
      down[j]! -= step
      const [above, below] = [at(up, alphaBar).out, at(down, alphaBar).out]
      for (let i = 0; i < DIM; i++) {
        expect(rows[j]![i]).toBeCloseTo(rows[i]![j]!, 13)
        expect(Math.abs(rows[j]![i]! - (above[i]! - below[i]!) / (2 * step))).toBeLessThan(1e-6)
      }
    }
  })
})
