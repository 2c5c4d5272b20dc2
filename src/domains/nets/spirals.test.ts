import { expect, it } from 'vitest'
import { stream } from '@/numerics/random'
import { layersOf } from './perceptron'
import { drawIndices, lossGradient, meanLoss, normalPerceptron, twoSpirals } from './spirals'

const data = twoSpirals(stream(3, 'points'), 100, 0.01)

it('has two arms, each the other turned by half a turn, from near the centre to radius 1', () => {
  const even = twoSpirals(stream(1), 100, 0)
  for (let i = 0; i < 100; i++) {
    const [x, y] = [even.points[2 * i]!, even.points[2 * i + 1]!]
    expect([even.points[200 + 2 * i], even.points[201 + 2 * i]]).toEqual([-x, -y])
    const t = 2.2 * Math.PI * Math.sqrt(0.05 + (0.95 * i) / 99)
    expect(Math.hypot(x, y)).toBeCloseTo(t / 7, 14)
    expect(Math.abs(x * Math.sin(t) - y * Math.cos(t))).toBeLessThan(1e-14)
  }
  expect(even.labels.reduce((sum, y) => sum + y, 0)).toBe(0)
})

it('has the gradient of its loss', () => {
  const net = normalPerceptron([2, 20, 20, 1], stream(3, 'weights'))
  const all = layersOf(net, 200)
  const gradient = new Float64Array(net.weights.length)
  lossGradient(
    net,
    all,
    data,
    Int32Array.from({ length: 200 }, (_, n) => n),
    gradient,
  )
  for (const at of [0, 39, 45, 59, 60, 200, 459, 470, 480, 500]) {
    const lossAt = (step: number) => {
      net.weights[at]! += step
      const loss = meanLoss(net, all, data)
      net.weights[at]! -= step
      return loss
    }
    expect(Math.abs((lossAt(1e-5) - lossAt(-1e-5)) / 2e-5 - gradient[at]!)).toBeLessThan(1e-9)
  }
})

it('begins with weights of variance 1/inputs and biases 0', () => {
  const { weights } = normalPerceptron([2, 400, 400, 1], stream(1))
  const variance = (from: number, to: number) => weights.subarray(from, to).reduce((sum, w) => sum + w * w, 0) / (to - from)
  expect(Math.abs(variance(0, 800) / (1 / 2) - 1)).toBeLessThan(0.15) // 3 σ of 800 squares
  expect(Math.abs(variance(1200, 161_200) / (1 / 400) - 1)).toBeLessThan(0.011) // of 160,000
  expect(weights.subarray(800, 1200).every((b) => b === 0)).toBe(true)
})

it('has a loss and slopes that stay numbers when the network is sure, right or wrong', () => {
  const net = normalPerceptron([2, 20, 20, 1], stream(3, 'weights'))
  net.weights.fill(1e4, 480, 500)
  const gradient = new Float64Array(net.weights.length)
  const indices = new Int32Array(32)
  drawIndices(stream(1), 200, indices)
  lossGradient(net, layersOf(net, 32), data, indices, gradient)
  expect(gradient.every(Number.isFinite)).toBe(true)
  expect(meanLoss(net, layersOf(net, 200), data)).toBeGreaterThan(100)
})
