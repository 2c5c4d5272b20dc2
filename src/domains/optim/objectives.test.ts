import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareFormula } from '@/formula'
import { beale, height, type Objective, own, piecewise, quadratic, remaining, rosenbrock, steepness } from './objectives'

const FORMULA = 'x^4/4 - x^2/2 + x*y/2 + y^2'
beforeAll(() => prepareFormula(FORMULA, ['x', 'y']))

const STEP = 1e-5
const coordinate = fc.double({ min: -3, max: 3, noNaN: true })
const surfaces: Record<string, () => Objective> = {
  quadratic: () => quadratic(3, -1, 7),
  rosenbrock: () => rosenbrock,
  beale: () => beale,
  piecewise: () => piecewise,
  own: () => own(FORMULA),
}

describe.each(Object.entries(surfaces))('%s', (name, make) => {
  const onSeam = (x: number) => name === 'piecewise' && (Math.abs(x - 1) < 2 * STEP || Math.abs(x - 2) < 2 * STEP)

  it('has the gradient of its value and the Hessian of its gradient', () => {
    const f = make()
    const slope = (x: number, y: number) => {
      const out = [0, 0]
      f.gradient(x, y, out)
      return out as [number, number]
    }
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        fc.pre(!onSeam(x))
        const scale = 1e-4 * (1 + steepness(f, x, y)) // 3.2e-8 · third derivatives of Rosenbrock, 2400 |x|
        const [gx, gy] = slope(x, y)
        expect(Math.abs((f.value(x + STEP, y) - f.value(x - STEP, y)) / (2 * STEP) - gx)).toBeLessThan(scale)
        expect(Math.abs((f.value(x, y + STEP) - f.value(x, y - STEP)) / (2 * STEP) - gy)).toBeLessThan(scale)
        const hessian = [0, 0, 0]
        f.hessian(x, y, hessian)
        const [right, left, up, down] = [slope(x + STEP, y), slope(x - STEP, y), slope(x, y + STEP), slope(x, y - STEP)]
        expect(Math.abs((right[0] - left[0]) / (2 * STEP) - hessian[0]!)).toBeLessThan(scale)
        expect(Math.abs((right[1] - left[1]) / (2 * STEP) - hessian[1]!)).toBeLessThan(scale)
        expect(Math.abs((up[0] - down[0]) / (2 * STEP) - hessian[1]!)).toBeLessThan(scale)
        expect(Math.abs((up[1] - down[1]) / (2 * STEP) - hessian[2]!)).toBeLessThan(scale)
      }),
    )
  })

  it('is lowest where it says', () => {
    const f = make()
    if (f.minimum === null) return
    expect(steepness(f, ...f.minimum)).toBe(0)
    expect(f.value(...f.minimum)).toBe(f.lowest)
    fc.assert(fc.property(coordinate, coordinate, (x, y) => height(f, x, y) >= 0 && remaining(f, ...f.minimum!) === 0))
  })
})

it('piecewise is continuous at its seams, value and slope', () => {
  const out = [0, 0]
  for (const seam of [1, 2]) {
    expect(piecewise.value(seam - 1e-12, 0)).toBeCloseTo(piecewise.value(seam, 0), 9)
    piecewise.gradient(seam - 1e-12, 0, out)
    const before = out[0]!
    piecewise.gradient(seam, 0, out)
    expect(before).toBeCloseTo(out[0]!, 9)
  }
})

it('without a known bottom, the slope says what is left', () => {
  const f = own(FORMULA)
  expect(remaining(f, 1, 0)).toBeCloseTo(0.5, 15) // ∇f(1, 0) = (0, 1/2)
  expect(height(f, 1, 0)).toBeCloseTo(0.25, 15)
})
