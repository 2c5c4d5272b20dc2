// "Momentum for diffusion solvers": what must hold of the samplers. Stability (1, 2, 4, 5, 7) is in stability.test.ts.
import { expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { errorOfDecay } from './convergence'
import { denoiser, type Mixture } from './mixture'
import { nestedPair } from './mixtures'
import { orderOfRule, type Rule, ruleOfOrder, startMultistep, stepMultistep } from './multistep'
import { flow, guidedNoise } from './probabilityFlow'
import { evenTimeGrid, karrasGrid, scaledLinearSigmas } from './schedule'

/** Final places of particles from `x` on the grid; guidance 15 by default. */
function sampled(rule: Rule, mixture: Mixture, grid: Float64Array, x: Float64Array, guidance = 15): Float64Array {
  const d = denoiser(mixture, 'noise', 1)
  const state = startMultistep(rule, x.slice())
  const cond = new Float64Array(x.length)
  for (let i = 0; i + 1 < grid.length; i++) {
    guidedNoise(d, guidance, grid[i]!, state.x, cond, state.slope)
    stepMultistep(state, rule, grid[i + 1]! - grid[i]!)
  }
  return state.x
}
function carried(mixture: Mixture, guidance: number, x: Float64Array, from: number, to: number, steps = 800): Float64Array {
  const out = x.slice()
  for (const _ of flow(denoiser(mixture, 'noise', 1), guidance, out, from, to, steps));
  return out
}
const start = (seed: number, count: number, sigma: number) => {
  const x = new Float64Array(2 * count)
  fillNormal(stream(seed, 'start'), x)
  return x.map((z) => z * sigma)
}

it('3. without momentum HB, GHVB and NT are AB, and GHVB of order 1 is HB', () => {
  const grid = evenTimeGrid(12)
  const x = start(5, 20, grid[0]!)
  const difference = (a: Float64Array, b: Float64Array) =>
    Math.max(...a.map((v, i) => Math.abs(v - b[i]!) / Math.max(1, Math.abs(v))))
  for (const order of [1, 2, 3, 4]) {
    const plain = sampled({ family: 'AB', order, beta: 1 }, nestedPair(), grid, x, 3)
    for (const family of ['HB', 'NT', 'GHVB'] as const) {
      expect(difference(sampled({ family, order, beta: 1 }, nestedPair(), grid, x, 3), plain)).toBeLessThan(1e-13)
    }
  }
  for (const beta of [0.1, 0.5, 0.9]) {
    const [hb, ghvb] = (['HB', 'GHVB'] as const).map((family) => sampled({ family, order: 1, beta }, nestedPair(), grid, x, 3))
    expect(difference(hb!, ghvb!)).toBeLessThan(1e-13)
  }
})

it('6. orders of convergence with exact history', () => {
  const cases: [Rule['family'], order: number, beta: number, expected: number][] = [
    ...[1, 2, 3, 4].map((r): [Rule['family'], number, number, number] => ['AB', r, 1, r]),
    ...[1, 2, 3, 4].map((r): [Rule['family'], number, number, number] => ['GHVB', r, 0.5, r]),
    ['HB', 2, 0.8, 1],
    ['HB', 4, 0.8, 1],
    ['NT', 4, 0.8, 1],
  ]
  for (const [family, order, beta, expected] of cases) {
    for (const n of [20, 40, 80]) {
      const measured = Math.log2(errorOfDecay({ family, order, beta }, n) / errorOfDecay({ family, order, beta }, 2 * n))
      expect(Math.abs(measured - expected), `${family}${order} at ${n} steps`).toBeLessThan(0.15)
    }
  }
})

it('8. exact paths: one Gaussian, and a guided pair', () => {
  const single: Mixture = { ...nestedPair(), means: new Float64Array(4), stds: Float64Array.of(0.7, 0.7) }
  const x = Float64Array.of(10, -4)
  const ratio = Math.sqrt((0.49 + 0.05 ** 2) / (0.49 + 14 ** 2))
  const carriedDown = carried(single, 1, x, 14, 0.05)
  for (const i of [0, 1]) expect(carriedDown[i]! / (x[i]! * ratio)).toBeCloseTo(1, 9)

  // class of width s; the other component, of width S, has all the weight, so the whole mixture is one Gaussian of width S
  const [s, S, g] = [0.3, 1.2, 7]
  const pair: Mixture = {
    ...nestedPair(),
    means: new Float64Array(4),
    stds: Float64Array.of(S, s),
    weights: Float64Array.of(1, 1e-300),
  }
  const law = (sigma: number) => (s * s + sigma * sigma) ** (g / 2) * (S * S + sigma * sigma) ** (-(g - 1) / 2)
  const factor = carried(pair, g, x, 14, 0.05)[0]! / x[0]!
  expect(Math.abs(factor / (law(0.05) / law(14)) - 1)).toBeLessThan(1e-6)
  expect(Math.abs(factor / 5.84602e-6 - 1)).toBeLessThan(1e-6)
})

/** Share of particles far outside the data, and the median of the largest coordinate's distance from the exact end. */
function outcome(family: Rule['family'], q: number, grid: Float64Array, x: Float64Array, exact: Float64Array) {
  const end = sampled({ family, ...ruleOfOrder(q) }, nestedPair(), grid, x)
  const count = x.length / 2
  const largest = (of: (i: number) => number) =>
    Float64Array.from({ length: count }, (_, p) => Math.max(of(2 * p), of(2 * p + 1)))
  const errors = largest((i) => Math.abs(end[i]! - exact[i]!)).sort()
  return {
    artifacts: largest((i) => Math.abs(end[i]!)).filter((size) => size > 3).length / count,
    error: (errors[count / 2 - 1]! + errors[count / 2]!) / 2,
  }
}

it('10. few steps and strong guidance: artifacts of AB4, cured by HB 3.8 and GHVB 2.5', () => {
  for (const seed of [1, 2, 3]) {
    const grid = evenTimeGrid(10)
    const x = start(seed, 400, grid[0]!)
    const exact = carried(nestedPair(), 15, x, grid[0]!, grid[9]!)
    const [ab, hb, ghvb] = [
      outcome('AB', 4, grid, x, exact),
      outcome('HB', 3.8, grid, x, exact),
      outcome('GHVB', 2.5, grid, x, exact),
    ]
    expect(ab.artifacts).toBeGreaterThanOrEqual(0.07)
    expect(ab.artifacts).toBeLessThanOrEqual(0.17)
    expect(hb.artifacts).toBeLessThanOrEqual(0.01)
    expect(ghvb.artifacts).toBe(0)
    // medians over 13 seeds: 0.0175 to 0.0188, 0.116 to 0.126, 0.72 to 0.90
    expect(ghvb.error).toBeGreaterThan(0.017)
    expect(ghvb.error).toBeLessThan(0.0195)
    expect(hb.error).toBeGreaterThan(0.11)
    expect(hb.error).toBeLessThan(0.127)
    expect(ab.error).toBeGreaterThan(0.69)
    expect(ab.error).toBeLessThan(0.9)
    const few = evenTimeGrid(8)
    expect(few[0]).toBe(grid[0])
    const [ab8, hb8, ghvb8] = [
      outcome('AB', 4, few, x, exact),
      outcome('HB', 3.8, few, x, exact),
      outcome('GHVB', 2.5, few, x, exact),
    ]
    expect(ab8.artifacts).toBeGreaterThanOrEqual(0.15)
    expect(ab8.artifacts).toBeLessThanOrEqual(0.31)
    expect(hb8.artifacts).toBeGreaterThanOrEqual(0.02)
    expect(hb8.artifacts).toBeLessThanOrEqual(0.09)
    expect(ghvb8.artifacts).toBeLessThanOrEqual(0.005)
  }
})

it('reads order and momentum from one number', () => {
  expect(ruleOfOrder(3.8)).toEqual({ order: 4, beta: 0.8 })
  expect(ruleOfOrder(4)).toEqual({ order: 4, beta: 1 })
  expect(ruleOfOrder(0.1)).toEqual({ order: 1, beta: 0.1 })
  for (let q = 1; q <= 40; q++) expect(orderOfRule(ruleOfOrder(q / 10))).toBeCloseTo(q / 10, 12)
})

it('has the usual noise levels', () => {
  const table = scaledLinearSigmas()
  expect(table[0]).toBeCloseTo(Math.sqrt(0.000_85 / (1 - 0.000_85)), 12)
  const grid = evenTimeGrid(1000)
  for (let i = 0; i < 1000; i++) expect(Math.abs(grid[i]! / table[999 - i]! - 1)).toBeLessThan(1e-11)
  expect([grid.length, grid[1000]]).toEqual([1001, 0])
  expect([...evenTimeGrid(1)]).toEqual([table[999], 0])
  const karras = karrasGrid(18)
  expect(karras[0]).toBeCloseTo(80, 12)
  expect(karras[17]).toBeCloseTo(0.002, 15)
  expect(karras[1]! ** (1 / 7) + karras[3]! ** (1 / 7)).toBeCloseTo(2 * karras[2]! ** (1 / 7), 13)
})

it('keeps its arrays from step to step, and its state is plain data', () => {
  const rule: Rule = { family: 'GHVB', order: 4, beta: 0.5 }
  const state = startMultistep(rule, new Float64Array(6))
  const { x, slope, velocity, history, weights } = state
  for (let k = 0; k < 6; k++) stepMultistep(state, rule, -1)
  for (const [a, b] of [
    [state.x, x],
    [state.slope, slope],
    [state.velocity, velocity],
    [state.history, history],
    [state.weights, weights],
  ])
    expect(a).toBe(b)
  expect(structuredClone(state)).toEqual(state)
})
