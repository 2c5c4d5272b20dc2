// Numbers refer to the list "Must hold" of the method; golden steps and walks are in tests/golden.
import { describe, expect, it } from 'vitest'
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { stream } from '@/numerics/random'
import { fillSteadyNormal } from '@/numerics/steadyNormal'
import { effectiveRank, meanCosine, neighbourAccuracy } from './cloud'
import { type CloudShape, type ForceWorkspace, follow, forceWorkspace, particleForces, weighted } from './forces'
import { keptInOneStep, kickedStep, linkVariance } from './kicks'

const normals = (count: number, seed: number): Float64Array => {
  const out = new Float64Array(count)
  fillSteadyNormal(stream(seed, 'test'), out)
  return out
}
const units = (count: number, d: number, seed: number): Float64Array => {
  const out = normals(count * d, seed)
  normaliseRows(out, count, d, out)
  return out
}
interface Given {
  shape: CloudShape
  workspace: ForceWorkspace
  u: Float64Array
  target: Float64Array
  kicks: Float64Array
}
function given(shape: CloudShape, seed = 1): Given {
  const { images, views, d } = shape
  const [u, target] = [normals(images * views * d, seed), normals(images * views * d, seed + 100)]
  return { shape, workspace: forceWorkspace(shape), u, target, kicks: units(images, d, seed + 200) }
}
const SHAPES: CloudShape[] = [
  { images: 6, views: 3, d: 3 },
  { images: 5, views: 2, d: 2 },
  { images: 7, views: 1, d: 3 },
]
const run = ({ workspace, u, target, kicks }: Given) => particleForces(workspace, u, target, kicks)

describe.each(SHAPES)('forces on $images images with $views views in $d dimensions', (shape) => {
  const { images, views, d } = shape

  it('3: singular values have Σσ² = N, and the loss is affine in their sum, within its bounds', () => {
    for (const seed of [1, 2, 3]) {
      const one = given(shape, seed)
      run(one)
      const { values } = one.workspace.decomposition
      const sum = values.reduce((all, v) => all + v, 0)
      expect(values.reduce((all, v) => all + v * v, 0)).toBeCloseTo(images, 10)
      const direct = values.reduce((all, v) => all + (v / Math.sqrt(images) - 1 / Math.sqrt(d)) ** 2, 0)
      expect(one.workspace.losses[2]).toBeCloseTo(direct, 12)
      expect(one.workspace.losses[2]).toBeCloseTo(2 - (2 * sum) / Math.sqrt(images * d), 12)
      expect(one.workspace.losses[2]).toBeGreaterThanOrEqual(0)
      expect(one.workspace.losses[2]).toBeLessThanOrEqual(2 - 2 / Math.sqrt(d))
    }
  })

  it('4: kicks n and -n cancel exactly', () => {
    const one = given(shape)
    run(one)
    const first = one.workspace.gradients[1].slice()
    one.kicks.forEach((n, k) => {
      one.kicks[k] = -n
    })
    run(one)
    for (const [k, g] of first.entries()) expect(g + one.workspace.gradients[1][k]!).toBe(0)
  })

  it('5: all gradients are tangent, and equal differences of the losses', () => {
    const one = given(shape)
    run(one)
    const gradients = one.workspace.gradients.map((gradient) => gradient.slice())
    for (const gradient of gradients)
      for (let p = 0; p < images * views; p++) {
        let along = 0
        for (let j = 0; j < d; j++) along += gradient[p * d + j]! * one.u[p * d + j]!
        expect(Math.abs(along)).toBeLessThan(1e-12)
      }
    const h = 1e-5
    for (let k = 0; k < one.u.length; k++) {
      const old = one.u[k]!
      const at = (value: number) => {
        one.u[k] = value
        run(one)
        return one.workspace.losses.slice()
      }
      const [up, down] = [at(old + h), at(old - h)]
      one.u[k] = old
      for (let of = 0; of < 3; of++) expect(gradients[of]![k]).toBeCloseTo((up[of]! - down[of]!) / (2 * h), 6)
    }
  })

  it('6: a rotation of everything rotates the gradients and leaves the losses', () => {
    const one = given(shape)
    run(one)
    const [losses, gradients] = [one.workspace.losses.slice(), one.workspace.gradients.map((gradient) => gradient.slice())]
    const turn = (rows: Float64Array) => {
      const [c, s] = [Math.cos(0.7), Math.sin(0.7)]
      for (let at = 0; at < rows.length; at += d) {
        const [x, y] = [rows[at]!, rows[at + d - 1]!]
        rows[at] = c * x - s * y
        rows[at + d - 1] = s * x + c * y
      }
      return rows
    }
    for (const rows of [one.u, one.target, one.kicks]) turn(rows)
    run(one)
    for (let k = 0; k < 3; k++) {
      expect(one.workspace.losses[k]).toBeCloseTo(losses[k]!, 12)
      for (const [i, g] of turn(gradients[k]!).entries()) expect(one.workspace.gradients[k]![i]).toBeCloseTo(g, 12)
    }
  })

  it('8: attraction is 0 exactly where middles coincide, and for one view the squared distance of directions', () => {
    const one = given(shape)
    one.target.set(one.u)
    run(one)
    expect(Math.abs(one.workspace.losses[0]!)).toBeLessThan(1e-14)
    run(given(shape))
    if (views > 1) return
    const other = given(shape)
    run(other)
    const target = other.target.slice()
    normaliseRows(target, images, d, target)
    const square = other.workspace.z.reduce((sum, z, k) => sum + (z - target[k]!) ** 2, 0)
    expect(other.workspace.losses[0]).toBeCloseTo(square / images, 12)
  })
})

it('3: spreading is dearest where all coincide, and free where axes have equal counts', () => {
  for (const d of [2, 3] as const) {
    const shape = { images: 2 * d, views: 1, d }
    const one = given(shape)
    for (let k = 0; k < one.u.length; k++) one.u[k] = k % d === 0 ? 1 : 0
    run(one)
    expect(one.workspace.losses[2]).toBeCloseTo(2 - 2 / Math.sqrt(d), 12)
    for (let i = 0; i < 2 * d; i++) for (let j = 0; j < d; j++) one.u[i * d + j] = i % d === j ? 2 : 0
    run(one)
    expect(one.workspace.losses[2]).toBeCloseTo(0, 12)
  }
})

it('weighs gradients, and 7: a slow copy closes in on a fixed one as mᵏ', () => {
  const one = given(SHAPES[0]!)
  run(one)
  const out = new Float64Array(one.u.length)
  weighted(one.workspace, { centroid: 1, brownian: -2, singular: 0.5 }, out)
  const [c, b, s] = one.workspace.gradients
  expect(out[4]).toBeCloseTo(c[4]! - 2 * b[4]! + 0.5 * s[4]!, 14)
  const start = one.target.slice()
  for (let k = 0; k < 9; k++) follow(one.target, one.u, 0.8)
  for (const [k, t] of one.target.entries()) expect(t - one.u[k]!).toBeCloseTo(0.8 ** 9 * (start[k]! - one.u[k]!), 12)
})

describe('kicks', () => {
  const walk = (d: 2 | 3, a: number, stiffness: number, steps: number, count: number) => {
    const start = Float64Array.from({ length: d }, (_, j) => Number(j === 0))
    const [z, draws] = [Float64Array.from({ length: count * d }, (_, k) => start[k % d]!), stream(5, `${d} ${a} ${stiffness}`)]
    const kicks = new Float64Array(count * d)
    for (let t = 0; t < steps; t++) {
      fillSteadyNormal(draws, kicks)
      normaliseRows(kicks, count, d, kicks)
      for (let k = 0; k < count; k++) kickedStep(z, k * d, d, start, 0, stiffness, kicks, k * d, a)
    }
    return Float64Array.from({ length: count }, (_, k) => z[k * d]!)
  }

  it.each([
    [3, 0.3, 20],
    [3, 1, 4],
    [2, 0.3, 20],
    [2, 1, 4],
  ] as const)(
    '4: 20000 walks in %d dimensions with a = %d keep ρᵗ of their place, within four standard errors',
    (d, a, steps) => {
      const kept = walk(d, a, 0, steps, 20_000)
      const mean = kept.reduce((sum, v) => sum + v, 0) / kept.length
      const variance = kept.reduce((sum, v) => sum + (v - mean) ** 2, 0) / kept.length
      expect(Math.abs(mean - keptInOneStep(d, a) ** steps)).toBeLessThan(4 * Math.sqrt(variance / kept.length))
    },
  )

  it('4: small ones keep 1 - a²(d - 1)/2d', () => {
    for (const d of [2, 3] as const)
      for (const a of [0.01, 0.003]) expect((1 - keptInOneStep(d, a)) / a ** 2).toBeCloseTo((d - 1) / (2 * d), 3)
    expect(keptInOneStep(3, 0)).toBe(1)
  })

  it('stretch springs as the law says: early, late, and without a spring', () => {
    const [a, stiffness] = [0.03, 0.1]
    for (const steps of [5, 60]) {
      const square = walk(3, a, stiffness, steps, 6000).reduce((sum, v) => sum + 2 - 2 * v, 0) / 6000
      expect(square / linkVariance(3, a, stiffness, steps)).toBeCloseTo(1, 1)
    }
    expect(linkVariance(3, a, 0, 7)).toBeCloseTo((7 * a * a * 2) / 3, 15)
    expect(linkVariance(3, a, 0)).toBe(Number.POSITIVE_INFINITY)
    expect(linkVariance(3, a, 0.02) / linkVariance(3, a, 0.08)).toBeCloseTo(0.1536 / 0.0396, 12)
  })
})

describe('a cloud', () => {
  it('has as many directions as count', () => {
    expect(effectiveRank([2, 2, 2])).toBeCloseTo(3, 14)
    expect(effectiveRank([5, 0, 0])).toBe(1)
    expect(effectiveRank([1, 1, 0])).toBeCloseTo(2, 14)
  })
  it('has the mean cosine of its pairs', () => {
    const rows = units(8, 3, 3)
    let [sum, pairs] = [0, 0]
    for (let i = 0; i < 8; i++)
      for (let k = 0; k < i; k++, pairs++) for (let j = 0; j < 3; j++) sum += rows[3 * i + j]! * rows[3 * k + j]!
    expect(meanCosine(rows, 8, 3)).toBeCloseTo(sum / pairs, 12)
  })
  it('has neighbours, of which nobody is his own', () => {
    const rows = Float64Array.of(1, 0, 0.8, 0.6, -1, 0, -0.8, 0.6)
    expect(neighbourAccuracy(rows, rows, [0, 0, 1, 1], 2)).toBe(1)
    expect(neighbourAccuracy(rows, rows, [0, 1, 0, 1], 2)).toBe(0)
  })
})
