// Numbers refer to the list "Must hold" of the method; 2 is in tests/golden, 7 and 8 in the demo.
import { describe, expect, it } from 'vitest'
import { fillNormal, stream, uniform } from '@/numerics/random'
import { norm, times } from '@/numerics/smallMatrix'
import { ADAM } from './adaptive'
import {
  bestLoss,
  type Factors,
  factorSlopes,
  imbalanceOf,
  levelled,
  lossOf,
  perform,
  productOf,
  rebuild,
  recovered,
  STORED,
  singularValues,
  startFull,
  startGalore,
  startLowRank,
  stepFull,
  stepGalore,
  stepLowRank,
  type Task,
} from './lowRank'
import { gradientDescent, startMemory } from './rules'

const draws = stream(5)
function normals(size: number, scale = 1): Float64Array {
  const out = new Float64Array(size)
  fillNormal(draws, out)
  return out.map((x) => scale * x)
}
const task = (n: number, m: number): Task => ({ n, m, target: normals(n * m), covariance: null })
const lopsided = (n = 12, m = 12, r = 4) => startLowRank(n, m, r, normals(n * r, 3), normals(r * m, 0.01))
const even = (n = 12, m = 12, r = 4) => startLowRank(n, m, r, normals(n * r, 0.3), normals(r * m, 0.3))
function product(factors: Factors): Float64Array {
  const out = new Float64Array(factors.n * factors.m)
  productOf(factors, out)
  return out
}
const distance = (x: Float64Array, y: Float64Array) => norm(x.map((value, k) => value - y[k]!))

describe('rebuilding the factors', () => {
  it.each([
    [12, 12, 4],
    [12, 12, 12],
    [4, 3, 2],
    [5, 9, 1],
  ])('1: of %d × %d, rank %d, keeps the product, and both factors carry the singular values', (n, m, r) => {
    const lane = lopsided(n, m, r)
    const before = product(lane)
    rebuild(lane)
    const after = product(lane)
    expect(distance(after, before) / norm(before)).toBeLessThan(1e-12)
    expect(imbalanceOf(lane)).toBeLessThan(1e-12)
    const values = singularValues(after, n, m)
    for (let p = 0; p < r; p++)
      for (let q = 0; q < r; q++) {
        let [byB, byA] = [0, 0]
        for (let i = 0; i < n; i++) byB += lane.b[i * r + p]! * lane.b[i * r + q]!
        for (let j = 0; j < m; j++) byA += lane.a[p * m + j]! * lane.a[q * m + j]!
        const expected = p === q ? values[p]! : 0
        expect(Math.abs(byB - expected)).toBeLessThan(1e-12)
        expect(Math.abs(byA - expected)).toBeLessThan(1e-12)
      }
  })

  it('3: a second time changes nothing', () => {
    const lane = lopsided()
    rebuild(lane)
    const [b, a] = [lane.b.slice(), lane.a.slice()]
    rebuild(lane)
    expect(distance(lane.b, b)).toBeLessThan(1e-12)
    expect(distance(lane.a, a)).toBeLessThan(1e-12)
  })

  it('3: at any time of a gradient flow from an even start it leaves the path of the loss alone', () => {
    const given: Task = { n: 6, m: 5, target: normals(30), covariance: null }
    const start = even(6, 5, 2)
    rebuild(start) // balanced to the last digits, so that the flow stays balanced
    /** Largest difference of the losses of both paths over the time 0.1, and the last loss. */
    const apart = (step: number) => {
      const plain = startLowRank(6, 5, 2, start.b, start.a)
      const tricked = startLowRank(6, 5, 2, start.b, start.a)
      const moments = stream(3)
      const [slopeB, slopeA] = [new Float64Array(12), new Float64Array(10)]
      const memory = startMemory(gradientDescent, 12)
      let most = 0
      for (let time = 0; time < 0.1; time += step) {
        for (const lane of [plain, tricked]) {
          factorSlopes(given, lane, slopeB, slopeA)
          gradientDescent.step(lane.b, slopeB, memory, { rate: step })
          gradientDescent.step(lane.a, slopeA, memory, { rate: step })
        }
        if (uniform(moments) < 0.02) rebuild(tricked)
        most = Math.max(most, Math.abs(lossOf(given, plain) - lossOf(given, tricked)))
      }
      expect(lossOf(given, plain)).toBeLessThan(0.95 * lossOf(given, start))
      return most
    }
    const fine = apart(1e-5)
    expect(fine).toBeLessThan(1e-6)
    expect(apart(1e-4)).toBeGreaterThan(3 * fine) // the rest comes from the step
  })

  it('a product of lower rank is rebuilt as well', () => {
    const lane = startLowRank(12, 12, 4, new Float64Array(48), normals(48))
    rebuild(lane)
    expect(norm(lane.b) + norm(lane.a)).toBe(0)
  })
})

it('4: plain descent keeps BᵀB - AAᵀ', () => {
  const given = task(12, 12)
  const lane = startLowRank(12, 12, 4, normals(48, 0.6), normals(48, 0.2))
  const before = imbalanceOf(lane)
  const start = lossOf(given, lane)
  const [slopeB, slopeA] = [new Float64Array(48), new Float64Array(48)]
  for (let step = 0; step < 1000; step++) {
    factorSlopes(given, lane, slopeB, slopeA)
    gradientDescent.step(lane.b, slopeB, startMemory(gradientDescent, 48), { rate: 1e-4 })
    gradientDescent.step(lane.a, slopeA, startMemory(gradientDescent, 48), { rate: 1e-4 })
  }
  expect(lossOf(given, lane)).toBeLessThan(0.9 * start)
  expect(Math.abs(imbalanceOf(lane) / before - 1)).toBeLessThan(1e-3)
})

describe('forgetting', () => {
  it('5: after a reset the first step moves every entry by the rate', () => {
    const given = task(12, 12)
    const lane = even()
    for (let step = 0; step < 30; step++) stepLowRank(given, lane, { ...ADAM, rate: 0.01 }, 0, null)
    perform(lane, { refactor: true, reset: true })
    const [b, a] = [lane.b.slice(), lane.a.slice()]
    stepLowRank(given, lane, { ...ADAM, rate: 0.01 }, 0, null)
    for (const [k, value] of b.entries()) expect(Math.abs(lane.b[k]! - value)).toBeCloseTo(0.01, 6)
    for (const [k, value] of a.entries()) expect(Math.abs(lane.a[k]! - value)).toBeCloseTo(0.01, 6)
  })

  it('the rate comes back in a straight line, and was whole before the first reset', () => {
    expect([0, 1, 5, 9, 10, 11].map((since) => recovered(since, 10))).toEqual([0, 0.1, 0.5, 0.9, 1, 1])
    expect([recovered(-1, 10), recovered(0, 0)]).toEqual([1, 1])
    const given = task(12, 12)
    const lane = even()
    perform(lane, { refactor: false, reset: true })
    const b = lane.b.slice()
    stepLowRank(given, lane, { ...ADAM, rate: 0.01 }, 10, null)
    for (const [k, value] of b.entries()) expect(Math.abs(lane.b[k]! - value)).toBeCloseTo(0.001, 7)
  })
})

describe('the least loss', () => {
  it('6: is half the squares of the singular values that are left out', () => {
    const target = new Float64Array(144)
    for (const [k, value] of [4, 2, 1, 0.5, ...Array<number>(8).fill(0.05)].entries()) target[k * 12 + k] = value
    const given: Task = { n: 12, m: 12, target, covariance: null }
    expect(bestLoss(given, 4)).toBeCloseTo(0.01, 14)
    expect(bestLoss(given, 2)).toBeCloseTo(0.635, 14)
    expect(bestLoss(given, 12)).toBe(0)
  })

  it('with a covariance is reached by the rebuilt optimum, and by nothing near it', () => {
    const x = Float64Array.of(2, 0.3, 0.3, 0.5)
    const given: Task = { n: 3, m: 2, target: normals(6), covariance: x }
    // descend to it: two factors of rank 1
    const lane = even(3, 2, 1)
    const [slopeB, slopeA] = [new Float64Array(3), new Float64Array(2)]
    for (let step = 0; step < 20_000; step++) {
      factorSlopes(given, lane, slopeB, slopeA)
      gradientDescent.step(lane.b, slopeB, startMemory(gradientDescent, 3), { rate: 0.02 })
      gradientDescent.step(lane.a, slopeA, startMemory(gradientDescent, 2), { rate: 0.02 })
    }
    expect(lossOf(given, lane)).toBeCloseTo(bestLoss(given, 1), 10)
  })
})

describe('an even split of the same product', () => {
  it.each([0, 0.3, 0.7, 1])('has the same product at share %d', (share) => {
    const lane = lopsided()
    const before = product(lane)
    expect(distance(product(levelled(lane, share)), before) / norm(before)).toBeLessThan(1e-10)
  })

  it('begins with the split that there is, and ends even', () => {
    const lane = lopsided()
    expect(distance(levelled(lane, 0).b, lane.b)).toBeLessThan(1e-10)
    const end = levelled(lane, 1)
    expect(imbalanceOf(end) / norm(end.b) ** 2).toBeLessThan(1e-9)
    rebuild(lane)
    expect(norm(end.b)).toBeCloseTo(norm(lane.b), 9) // the rebuilt factors are the same up to a rotation
  })

  it('of nothing is finite', () => {
    const nothing = startLowRank(12, 12, 4, new Float64Array(48), new Float64Array(48))
    expect(levelled(nothing, 0.5).b.every(Number.isFinite)).toBe(true)
  })
})

describe('matrices learned whole', () => {
  it('Adam on all of W comes below what any product of rank 4 can have', () => {
    const given = task(12, 12)
    const lane = startFull(new Float64Array(144))
    for (let step = 0; step < 600; step++) stepFull(given, lane, { ...ADAM, rate: 0.02 }, null)
    expect(distance(lane.weights, given.target)).toBeLessThan(1e-2)
  })

  it('GaLore of full rank steps by an orthogonal turn of the gradient; of rank r it moves W in r directions only', () => {
    const given = task(12, 12)
    const lane = startGalore(new Float64Array(144), 12, 12, 3)
    for (let step = 0; step < 20; step++) stepGalore(given, lane, { ...ADAM, rate: 0.02 }, step === 0, null)
    const values = singularValues(lane.weights, 12, 12)
    expect(values[2]).toBeGreaterThan(1e-3)
    expect(values[3]).toBeLessThan(1e-14)
    const outside = new Float64Array(9)
    const turned = Float64Array.from({ length: 36 }, (_, k) => lane.basis[(k % 3) * 12 + Math.floor(k / 3)]!)
    times(lane.basis, turned, 3, 12, 3, outside)
    for (const [k, value] of outside.entries()) expect(value).toBeCloseTo(k % 4 === 0 ? 1 : 0, 12)
  })
})

it('9: numbers kept', () => {
  const kept = (n: number, m: number, r: number) =>
    (['full', 'lowRank', 'galore'] as const).map((name) => {
      const { weights, moments } = STORED[name](n, m, r)
      return weights + moments
    })
  expect(kept(12, 12, 4)).toEqual([432, 288, 288])
  expect(kept(1024, 1024, 128)).toEqual([3_145_728, 786_432, 1_441_792])
})
