import { describe, expect, it } from 'vitest'
import { rk4, stagesOf } from '@/numerics/ode'
import { svdWorkspace } from '@/numerics/svd'
import { cellGrid, type FaceField, faceField, gridPoints, hodgeSplit, weightedProduct } from '@/numerics/weightedHodge'
import {
  clearDimension,
  countBelowHalf,
  flowSlope,
  type Gauge,
  gaugeField,
  type NoisyDensity,
  ofGaussians,
  ofPoints,
  spectrumAt,
  startFlow,
  strideOf,
  turnOf,
} from './gaugeFlow'
import { gaussians } from './gaussians'

const mixture = gaussians(
  [0.2, 0.4, 0.2, 0.2],
  [
    [1, 0.2],
    [-0.6, 0.9],
    [-0.3, -1],
    [0.9, -0.9],
  ],
  [
    [
      [0.02, 0.01],
      [0.01, 0.05],
    ],
    [
      [0.03, 0],
      [0, 0.03],
    ],
    [
      [0.06, -0.02],
      [-0.02, 0.02],
    ],
    [
      [0.02, 0],
      [0, 0.02],
    ],
  ],
)
const ring = ofPoints({
  dim: 2,
  count: 120,
  std: 0.01,
  places: Float64Array.from({ length: 240 }, (_, i) => (i % 2 ? Math.sin : Math.cos)((Math.PI * (i >> 1)) / 60)),
})
const cloud = ofPoints({ dim: 3, count: 3, std: 0.3, places: Float64Array.of(0.2, 0, 1, -0.5, 0.7, 0.1, 0.9, -0.4, -0.3) })
const rotate = (kappa: number, inverse = false, axis: readonly number[] = [0, 0, 1]): Gauge => ({
  kind: 'rotate',
  kappa,
  inverse,
  axis,
})
const vortex: Gauge = { kind: 'vortex', kappa: 1.7, inverse: false, centre: [0.3, -0.2], width: 0.6 }

function carried(density: NoisyDensity, gauge: Gauge, start: readonly number[], from: number, to: number, steps: number) {
  const { dim } = density
  const field = gaugeField(density, gauge)
  const packed = startFlow(Float64Array.from(start), dim)
  density.setNoise(from)
  const before = density.log(packed, 0)
  const [slope, stages, h] = [flowSlope(field), stagesOf(packed.length), Math.log(to / from) / steps]
  for (let k = 0; k < steps; k++) rk4(slope, Math.log(from) + k * h, h, packed, stages)
  const [values, slopes] = [new Float64Array(dim), new Float64Array(dim)]
  spectrumAt(field, to, packed, 0, svdWorkspace(dim, dim), values, slopes)
  const logDet = packed[strideOf(dim) - 1]!
  return { x: packed.slice(0, dim), logDet, values, slopes, error: before - logDet - density.log(packed, 0) }
}

describe('a noisy density', () => {
  it.each([
    ['mixture', ofGaussians(mixture), [0.4, -0.3]],
    ['points in space', cloud, [0.3, 0.2, -0.4]],
  ] as const)('has the score and the Hessian of its own log density: %s (1)', (_, density, place) => {
    const { dim } = density
    density.setNoise(0.4)
    const [score, hessian] = [new Float64Array(dim), new Float64Array(dim * dim)]
    const at = (i: number, h: number) => Float64Array.from(place, (v, k) => v + (k === i ? h : 0))
    density.jet(Float64Array.from(place), 0, score, hessian)
    const [ahead, behind, workspace] = [new Float64Array(dim), new Float64Array(dim), new Float64Array(dim * dim)]
    for (let i = 0; i < dim; i++) {
      expect(score[i]).toBeCloseTo((density.log(at(i, 1e-5), 0) - density.log(at(i, -1e-5), 0)) / 2e-5, 7)
      density.jet(at(i, 1e-5), 0, ahead, workspace)
      density.jet(at(i, -1e-5), 0, behind, workspace)
      for (let j = 0; j < dim; j++) {
        expect(hessian[j * dim + i]).toBeCloseTo((ahead[j]! - behind[j]!) / 2e-5, 6)
        expect(hessian[i * dim + j]).toBe(hessian[j * dim + i])
      }
    }
  })
})

describe('gauge fields', () => {
  it.each([
    ['rotated score', ofGaussians(mixture), rotate(2), [0.4, -0.3]],
    ['rotated score in space', cloud, rotate(2, true, [0.6, 0, 0.8]), [0.3, 0.2, -0.4]],
    ['vortex', ofGaussians(mixture), vortex, [0.4, -0.3]],
    ['vortex in a tail', ofGaussians(mixture), vortex, [-1.4, 1.9]],
  ] as const)('move no mass: ∇·(p r) = 0, %s (2)', (_, density, gauge, place) => {
    const { dim } = density
    const field = gaugeField(density, gauge)
    field.setNoise(0.4)
    const flux = (at: Float64Array, i: number) => {
      field.at(at, 0)
      return Math.exp(field.log(at, 0)) * (field.field[i]! - field.score[i]!)
    }
    const h = 1e-4
    let [sum, size] = [0, 0]
    for (let i = 0; i < dim; i++) {
      const at = (by: number) => Float64Array.from(place, (v, k) => v + (k === i ? by : 0))
      const change = (8 * (flux(at(h), i) - flux(at(-h), i)) - (flux(at(2 * h), i) - flux(at(-2 * h), i))) / (12 * h)
      sum += change
      size += Math.abs(change)
    }
    expect(Math.abs(sum)).toBeLessThan(1e-6 * size)
  })

  it('that rotate the score are at right angles to it and have no divergence (2)', () => {
    const field = gaugeField(cloud, rotate(3, false, [0.6, 0, 0.8]))
    field.setNoise(0.5)
    field.at(Float64Array.of(0.3, 0.2, -0.4), 0)
    const { score, hessian } = field
    const extra = field.field.map((v, i) => v - score[i]!)
    expect(Math.abs(extra.reduce((sum, v, i) => sum + v * score[i]!, 0))).toBeLessThan(1e-14 * Math.hypot(...score) * 10)
    const turn = turnOf(3, [0.6, 0, 0.8])
    let trace = 0
    for (let i = 0; i < 3; i++) for (let k = 0; k < 3; k++) trace += turn[i * 3 + k]! * hessian[k * 3 + i]!
    expect(Math.abs(trace)).toBeLessThan(1e-14)
  })

  it('have the Jacobians of their fields', () => {
    for (const gauge of [rotate(2), vortex, { kind: 'stretch', kappa: 0.5, inverse: true } as const]) {
      const field = gaugeField(ofGaussians(mixture), gauge)
      field.setNoise(0.5)
      const place = [0.2, 0.5]
      field.at(Float64Array.from(place), 0)
      const exact = field.jacobian.slice()
      for (let j = 0; j < 2; j++) {
        const of = (by: number) => {
          field.at(
            Float64Array.from(place, (v, k) => v + (k === j ? by : 0)),
            0,
          )
          return field.field.slice()
        }
        const [ahead, behind] = [of(1e-5), of(-1e-5)]
        for (let i = 0; i < 2; i++) expect(exact[i * 2 + j]).toBeCloseTo((ahead[i]! - behind[i]!) / 2e-5, 6)
      }
    }
  })

  it('are what a split under p leaves over; the gradient is the score within 2 % (6)', () => {
    const box = cellGrid(80, [0, 0], 3.2)
    const { cells, ...faces } = gridPoints(box)
    const density = ofGaussians(mixture)
    density.setNoise(0.4)
    const p = Float64Array.from({ length: 80 * 80 }, (_, k) => Math.max(Math.exp(density.log(cells, 2 * k)), 1e-30))
    const field = gaugeField(density, rotate(2))
    field.setNoise(0.4)
    const [whole, score] = [faceField(80), faceField(80)]
    for (const [axis, index] of [
      ['x', 0],
      ['y', 1],
    ] as const)
      for (let k = 0; k < whole[axis].length; k++) {
        field.at(faces[axis], 2 * k)
        whole[axis][k] = field.field[index]!
        score[axis][k] = field.score[index]!
      }
    const work = hodgeSplit(p, whole, box)
    let next = work.next()
    while (!next.done) next = work.next()
    const { gradient, swirl } = next.value
    const off = { x: gradient.x.map((v, k) => v - score.x[k]!), y: gradient.y.map((v, k) => v - score.y[k]!) }
    const square = (of: FaceField) => weightedProduct(p, 80, of, of)
    expect(Math.sqrt(square(off) / square(score))).toBeLessThan(0.02)
    expect(square(gradient) + square(swirl)).toBeCloseTo(square(whole), 9)
  })
})

describe('the flow', () => {
  it('of a round Gaussian turns by κ ln(τ₀/τ₁), and its singular values know no κ (4)', () => {
    const round = ofPoints({ dim: 2, count: 1, std: 0.3, places: Float64Array.of(0, 0) })
    const plain = carried(round, rotate(0), [1.2, 0.5], 2, 0.05, 200)
    const swirled = carried(round, rotate(3), [1.2, 0.5], 2, 0.05, 200)
    const tau = (sigma: number) => Math.hypot(0.3, sigma)
    const turned = Math.atan2(swirled.x[1]!, swirled.x[0]!) - Math.atan2(plain.x[1]!, plain.x[0]!)
    expect(Math.cos(turned + 3 * Math.log(tau(2) / tau(0.05)))).toBeCloseTo(1, 8)
    for (let k = 0; k < 2; k++) expect(Math.abs(swirled.values[k]! - plain.values[k]!)).toBeLessThan(1e-6)
    expect(plain.values[0]).toBeCloseTo(tau(0.05) / tau(2), 9)
  })

  it('says the exact log density at its end, for every gauge field, and ln det Y follows from it (4)', () => {
    for (const gauge of [rotate(0), rotate(1), rotate(3), rotate(-4), vortex])
      expect(Math.abs(carried(ofGaussians(mixture), gauge, [1.5, 0.7], 2, 0.05, 400).error)).toBeLessThan(1e-6)
    expect(
      Math.abs(carried(ofGaussians(mixture), { kind: 'stretch', kappa: 0.5, inverse: false }, [1.5, 0.7], 2, 0.05, 400).error),
    ).toBeGreaterThan(0.1)
  })

  it('has slopes that are those of its singular values', () => {
    const at = (sigma: number) => carried(ring, rotate(1.5), [1.3, 0.9], 2, sigma, 300)
    const [low, high, here] = [at(0.1 * Math.exp(-0.001)), at(0.1 * Math.exp(0.001)), at(0.1)]
    for (let k = 0; k < 2; k++) expect(here.slopes[k]).toBeCloseTo(Math.log(high.values[k]! / low.values[k]!) / 0.002, 5)
  })

  it('reads dimension 1 on a ring and 2 in a blob (8), and is unclear where a swirl grows as 1/σ', () => {
    const read = (density: NoisyDensity, gauge: Gauge) => carried(density, gauge, [1.3, 0.9], 2, 0.03, 400).slopes
    expect(clearDimension(read(ring, rotate(0)))).toBe(1)
    expect(countBelowHalf(read(ring, rotate(0)))).toBe(1)
    const blob = ofPoints({ dim: 2, count: 1, std: 0.3, places: Float64Array.of(0, 0) })
    expect(clearDimension(read(blob, rotate(0)))).toBe(2)
    const unclear = carried(ring, rotate(1, true), [1.3, 0.9], 2, 0.03, 400)
    expect(clearDimension(unclear.slopes)).toBeNull()
    expect(unclear.values[0]).toBeCloseTo(2.92, 2)
  })
})
