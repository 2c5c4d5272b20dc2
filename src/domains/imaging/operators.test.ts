import { describe, expect, it } from 'vitest'
import { dot } from '@/numerics/dot'
import { normal, stream } from '@/numerics/random'
import {
  binsOf,
  dampedOf,
  denseOperator,
  keptOperator,
  type LinearOperator,
  normalOf,
  pictureBlur,
  radonOperator,
  ringBlur,
  sumsOperator,
} from './operators'

const noise = (count: number, purpose: string) => {
  const s = stream(5, purpose)
  return Float64Array.from({ length: count }, () => normal(s))
}
const times = ({ rows, apply }: LinearOperator, x: Float64Array) => {
  const out = new Float64Array(rows)
  apply(x, out)
  return out
}
const back = ({ columns, adjoint }: LinearOperator, y: Float64Array) => {
  const out = new Float64Array(columns)
  adjoint(y, out)
  return out
}

const all: Record<string, LinearOperator> = {
  dense: denseOperator(noise(35, 'matrix'), 5, 7),
  'radon, 3 views': radonOperator(20, 3),
  'radon, turned': radonOperator(11, 7, 0.4),
  'blur on a ring': ringBlur(32, 1.5),
  'blur of a picture': pictureBlur(20, 1.2),
  kept: keptOperator([0, 3, 6, 30], 32),
  sums: sumsOperator(32, 4),
  'sums that do not come out even': sumsOperator(10, 4),
}

describe.each(Object.entries(all))('%s', (_, operator) => {
  it('has the adjoint that ⟨A x, y⟩ = ⟨x, Aᵀ y⟩ asks for', () => {
    const [x, y] = [noise(operator.columns, 'x'), noise(operator.rows, 'y')]
    const scale = Math.sqrt(dot(x, x) * dot(y, y))
    expect(Math.abs(dot(times(operator, x), y) - dot(x, back(operator, y)))).toBeLessThan(1e-12 * scale)
  })

  it('has normal equations, damped and not', () => {
    const x = noise(operator.columns, 'x')
    const [plain, damped] = [new Float64Array(operator.columns), new Float64Array(operator.columns)]
    normalOf(operator)(x, plain)
    dampedOf(operator, 3)(x, damped)
    for (const [i, value] of back(operator, times(operator, x)).entries()) {
      expect(plain[i]).toBeCloseTo(value, 12)
      expect(damped[i]).toBeCloseTo(x[i]! + 3 * value, 12)
    }
  })
})

describe('tomography', () => {
  it('keeps the mass of each pixel in each view: columns sum to views/√n', () => {
    const operator = radonOperator(20, 5, 0.3)
    expect(operator.rows).toBe(5 * binsOf(20))
    const ones = new Float64Array(operator.rows).fill(1)
    for (const sum of back(operator, ones)) expect(sum).toBeCloseTo(5 / Math.sqrt(20), 12)
  })

  it('sees a single pixel in the bins that it falls on', () => {
    const x = new Float64Array(400)
    x[7] = 1 // in the top row
    const seen = times(radonOperator(20, 1), x)
    expect(seen[7 + 4]).toBeCloseTo(0.5 / Math.sqrt(20), 12) // 29 bins: the middle pixel lies between two
    expect(seen[7 + 5]).toBeCloseTo(0.5 / Math.sqrt(20), 12)
  })

  it('sees the mirrored measurements after half a turn', () => {
    const [x, bins] = [noise(400, 'picture'), binsOf(20)]
    const [one, half] = [times(radonOperator(20, 1, 0.7), x), times(radonOperator(20, 1, 0.7 + Math.PI), x)]
    for (let k = 0; k < bins; k++) expect(half[k]).toBeCloseTo(one[bins - 1 - k]!, 11)
  })
})

describe('blur', () => {
  it('keeps the mean', () => {
    for (const operator of [ringBlur(32, 1.5), pictureBlur(20, 1.5)]) {
      const x = noise(operator.columns, 'x')
      const sum = (v: Float64Array) => v.reduce((total, part) => total + part, 0)
      expect(sum(times(operator, x))).toBeCloseTo(sum(x), 11)
    }
  })
})
