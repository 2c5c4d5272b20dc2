import { describe, expect, it } from 'vitest'
import { gaussians } from './gaussians'
import { CELLS, EDGE, fokkerPlanck, klBound, odeKl, sdeKl, tableOf } from './interpolantError'
import { fieldsOf } from './interpolantFields'

const kind = { path: 'linear', latent: 'bsquared' } as const
const start = gaussians([1], [[0]], [[[1]]])
const fields = fieldsOf(start, gaussians([1, 1], [[-1.5], [1.5]], [[[0.09]], [[0.09]]]), kind)
const table = tableOf(fields)

describe('a velocity that is wrong by 0.3', () => {
  it('costs the ODE 0.1212, and nothing if it is right', () => {
    expect(Math.abs(odeKl(fields, 0.3) - 0.12118)).toBeLessThan(1e-5)
    expect(Math.abs(odeKl(fields, 0))).toBeLessThan(1e-9)
    expect(Math.abs(odeKl(fields, 0.3, 240, 60) - odeKl(fields, 0.3))).toBeLessThan(1e-4) // as the chart has it
  })
  it.each([
    [0.1, 0.0775],
    [0.3, 0.039],
    [1, 0.0111],
    [3, 0.0031],
  ])('costs the SDE less, ε = %f', (epsilon, kl) => {
    const found = sdeKl(table, epsilon, 0.3, 0)
    expect(Math.abs(found / kl - 1)).toBeLessThan(0.02)
    expect(found).toBeLessThan(klBound(epsilon, 0.3, 0))
  })
})

it.each([
  [0.1, 0.001, 0.094],
  [0.3, 0.0036, 0.066],
  [1, 0.0111, 0.044],
  [3, 0.028, 0.05],
])('a wrong score, alone and together with a wrong velocity, ε = %f', (epsilon, alone, both) => {
  expect(Math.abs(sdeKl(table, epsilon, 0, 0.3) / alone - 1)).toBeLessThan(0.05)
  expect(Math.abs(sdeKl(table, epsilon, 0.3, 0.3) / both - 1)).toBeLessThan(0.01)
  expect(sdeKl(table, epsilon, 0.3, 0.3)).toBeLessThan(klBound(epsilon, 0.3, 0.3))
})

it('errors that cancel cost nothing', () => {
  expect(sdeKl(table, 1, 0.3, -0.3)).toBeCloseTo(sdeKl(table, 1, 0, 0), 12)
  expect(klBound(1, 0.3, -0.3)).toBe(0)
})

it('the diffusion equation keeps mass, and with exact fields it arrives at ρ1', () => {
  const found = fokkerPlanck(table, 1, 0.3, 0.2)
  expect(found.reduce((sum, m) => sum + m, 0)).toBeCloseTo(
    table.start.reduce((sum, m) => sum + m, 0),
    12,
  )
  expect(found.every((m) => m >= 0)).toBe(true)
  expect(sdeKl(table, 1, 0, 0)).toBeLessThan(2e-5)
})

it('a Gaussian that stands still and is pushed by a constant ends where the linear equation says', () => {
  // dX = (δ - εX/s²) dt + √(2ε) dW from N(0, s²): N(δ(s²/ε)(1 - e^{-ε/s²}), s²)
  const [s, epsilon, delta] = [0.8, 0.7, 0.4]
  const one = gaussians([1], [[0]], [[[s * s]]])
  const still = tableOf(fieldsOf(one, one, { path: 'mirror', latent: 'zero' }), 800)
  const rate = epsilon / (s * s)
  const mean = (delta / rate) * (1 - Math.exp(-rate))
  const found = fokkerPlanck(still, epsilon, delta, 0)
  const place = (i: number) => -EDGE + ((i + 0.5) * 2 * EDGE) / CELLS
  expect(Math.abs(found.reduce((sum, m, i) => sum + m * place(i), 0) - mean)).toBeLessThan(3e-4)
  expect(Math.abs(sdeKl(still, epsilon, delta, 0) / (mean ** 2 / (2 * s * s)) - 1)).toBeLessThan(2e-3)
})
