import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normal, stream } from '@/numerics/random'
import { type Layer, largestCosine, layerOf, removeRadial } from './layer'
import { adamP, type LayerRule, type LayerSettings, sgdp } from './layerUpdates'
import { advanceLaw, growthFactor, normLaw } from './normLaw'
import { rayleigh } from './sphere'

const settings: LayerSettings = { rate: 0.1, beta: 0.9, delta: 0, decay: 0, decayRatio: 0.1, eps: 1e-8, guard: 0 }
const W0 = [0.3, 0.5, 0.9]
const f = rayleigh([0.2, 1, 3])
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a, (part, i) => part * b[i]!).reduce((s, v) => s + v, 0)

/** Runs a rule on the Rayleigh quotient; `look` gets each layer before and after its step. */
function run(
  rule: LayerRule,
  s: LayerSettings,
  {
    steps = 60,
    noise = 0,
    look = (_before: Layer, _after: Layer) => {},
  }: { steps?: number; noise?: number; look?: (before: Layer, after: Layer) => void } = {},
): Layer {
  const layer = layerOf(W0, 1, 3)
  const draws = stream(3, 'test')
  const gradient = new Float64Array(3)
  for (let k = 0; k < steps; k++) {
    f.gradient(layer.weights, gradient)
    if (noise > 0) {
      const draw = Float64Array.from({ length: 3 }, () => noise * normal(draws))
      removeRadial(draw, layer.weights, 3, 0)
      for (let i = 0; i < 3; i++) gradient[i]! += draw[i]! / Math.sqrt(dot(layer.weights, layer.weights))
    }
    const before = structuredClone(layer)
    rule(layer, gradient, s)
    look(before, layer)
  }
  return layer
}

describe('the norm law', () => {
  const variants: [name: string, settings: LayerSettings][] = [
    ['SGD', { ...settings, beta: 0 }],
    ['momentum', settings],
    ['SGDP', { ...settings, delta: 0.1 }],
    ['SGDP of the released code', { ...settings, delta: 0.1, projectsBuffer: true }],
    ['momentum with decay', { ...settings, decay: 0.01 }],
    ['SGDP with decay', { ...settings, delta: 0.1, decay: 0.01 }],
  ]
  it.each(variants)('%s: ‖w‖² follows from the lengths of the steps, noisy or not', (_name, s) => {
    for (const noise of [0, 0.3]) {
      const law = normLaw(dot(W0, W0))
      run(sgdp, s, {
        noise,
        look(_before, { weights, taken, pace, keep, projected }) {
          advanceLaw(law, dot(taken, taken), pace, keep, projected, s.beta, s.projectsBuffer)
          expect(Math.abs(law.square / dot(weights, weights) - 1)).toBeLessThan(1e-12)
        },
      })
    }
  })

  it('written as the paper has it: ‖w‖² = ‖w₀‖² + η² Σ (‖p_s‖² + 2 Σ_k<s β^(s-k) ‖p_k‖²)', () => {
    const sizes: number[] = []
    const last = run(sgdp, settings, { look: (_before, { taken }) => sizes.push(dot(taken, taken)) })
    let sum = 0
    for (const [s, size] of sizes.entries()) {
      sum += size
      for (let k = 0; k < s; k++) sum += 2 * settings.beta ** (s - k) * sizes[k]!
    }
    const grown = dot(last.weights, last.weights) - dot(W0, W0)
    expect(Math.abs((settings.rate ** 2 * sum) / grown - 1)).toBeLessThan(1e-12)
    expect(grown).toBeCloseTo(20.3898, 4) // numpy
  })

  it.each([0.5, 0.9, 0.95])('steps of one length, β = %d: growth per squared step tends to 1 + 2β/(1 - β)', (beta) => {
    const layer = layerOf(W0, 1, 3)
    let growth = 0
    for (let k = 0; k < (beta > 0.9 ? 400 : 200); k++) {
      const [x, y, z] = layer.weights as unknown as [number, number, number]
      const [px, py, pz] = layer.first as unknown as [number, number, number]
      // tangent, and at right angles to p, so that ‖βp + g‖ = 1
      const across = k === 0 ? [y, -x, 0] : [y * pz - z * py, z * px - x * pz, x * py - y * px]
      const size = Math.sqrt((k === 0 ? 1 : 1 - beta * beta) / dot(across, across))
      const before = dot(layer.weights, layer.weights)
      sgdp(
        layer,
        across.map((part) => part * size),
        { ...settings, beta },
      )
      expect(dot(layer.taken, layer.taken)).toBeCloseTo(1, 12)
      growth = (dot(layer.weights, layer.weights) - before) / settings.rate ** 2
    }
    expect(Math.abs(growth - growthFactor(beta))).toBeLessThan(1e-6)
  })
})

describe('projection', () => {
  it.each([
    ['SGDP', sgdp],
    ['AdamP', adamP],
  ] as const)('%s: steps are tangent, and ‖w‖² grows by their squares', (_name, rule) => {
    run(
      rule,
      { ...settings, rate: 0.05, delta: 0.1 },
      {
        noise: 0.2,
        look(before, after) {
          expect(after.projected).toBe(true)
          const size = Math.sqrt(dot(after.taken, after.taken) * dot(before.weights, before.weights))
          expect(Math.abs(dot(before.weights, after.taken))).toBeLessThan(1e-12 * Math.max(1, size))
          const grown = dot(after.weights, after.weights) - dot(before.weights, before.weights)
          expect(Math.abs(grown - after.pace ** 2 * dot(after.taken, after.taken))).toBeLessThan(1e-12)
        },
      },
    )
  })

  it('leaves the part along the sphere as it was', () => {
    const part = fc.double({ min: -2, max: 2, noNaN: true })
    const triple = fc.tuple(part, part, part)
    fc.assert(
      fc.property(triple, triple, (w, p) => {
        fc.pre(dot(w, w) > 1e-3)
        const step = Float64Array.from(p)
        removeRadial(step, w, 3, 0)
        const tangent = (v: ArrayLike<number>) => Array.from(v, (x, i) => x - (dot(v, w) / dot(w, w)) * w[i]!)
        for (const [i, x] of tangent(step).entries()) expect(Math.abs(x - tangent(p)[i]!)).toBeLessThan(1e-13)
      }),
    )
  })

  it('without momentum there is nothing to take out: SGD and SGDP are one', () => {
    const plain = run(sgdp, { ...settings, beta: 0 })
    const projected = run(sgdp, { ...settings, beta: 0, delta: 0.1 })
    expect(projected.projected).toBe(true)
    for (let i = 0; i < 3; i++) expect(Math.abs(plain.weights[i]! - projected.weights[i]!)).toBeLessThan(1e-14)
  })

  it('never happens with δ = 0, nor where the cosine is above δ/√dim', () => {
    run(sgdp, settings, { noise: 0.3, look: (_before, after) => expect(after.projected).toBe(false) })
    for (const [outward, isProjected] of [
      [0.05, true],
      [0.06, false], // 0.1/√3 = 0.0577
    ] as const) {
      const layer = layerOf([0, 0, 2], 1, 3)
      sgdp(layer, [1, 0, outward / Math.sqrt(1 - outward ** 2)], { ...settings, delta: 0.1 })
      expect(layer.projected).toBe(isProjected)
    }
  })

  it('goes row by row, else by the whole layer, else not at all', () => {
    const w = [2, 0, 0, 1]
    const of = (gradient: number[]) => {
      const layer = layerOf(w, 2, 2)
      layer.first.set([1, 1, 1, 1])
      sgdp(layer, gradient, { ...settings, delta: 0.1 })
      return { layer, rows: [dot(layer.taken.subarray(0, 2), w.slice(0, 2)), dot(layer.taken.subarray(2), w.slice(2))] }
    }
    const rows = of([0, 1, 1, 0])
    expect(rows.rows.map(Math.abs)).toEqual([expect.closeTo(0, 14), expect.closeTo(0, 14)])
    const whole = of([1, 0, 0, -2]) // each row along its weights, but w · ∇f = 2 - 2 = 0
    expect(whole.layer.projected).toBe(true)
    expect(Math.abs(whole.rows[0]!)).toBeGreaterThan(0.1)
    expect(whole.rows[0]! + whole.rows[1]!).toBeCloseTo(0, 14)
    expect(of([1, 0, 0, 1]).layer.projected).toBe(false)
    expect(largestCosine(w, [0, 0, 0, 0], 2, 1e-8)).toBe(0)
  })

  it('leaves a tenth of the decay in projected steps, and all of it in others', () => {
    const keepOf = (rule: LayerRule, delta: number) => run(rule, { ...settings, decay: 0.02, delta }, { steps: 1 }).keep
    expect(keepOf(sgdp, 0)).toBeCloseTo(1 - (0.1 * 0.02) / 0.1, 15)
    expect(keepOf(sgdp, 0.1)).toBeCloseTo(1 - (0.1 * 0.02 * 0.1) / 0.1, 15)
    expect(keepOf(adamP, 0)).toBeCloseTo(1 - 0.1 * 0.02, 15)
  })

  it('keeps the buffer whole, or changes it too as the released code does', () => {
    const outward = (projectsBuffer: boolean) => {
      const shares: number[] = []
      run(
        sgdp,
        { ...settings, delta: 0.1, projectsBuffer },
        {
          look: (before, after) =>
            shares.push(Math.abs(dot(before.weights, after.first)) / Math.sqrt(dot(after.first, after.first))),
        },
      )
      return Math.max(...shares)
    }
    expect(outward(false)).toBeGreaterThan(0.1)
    expect(outward(true)).toBeLessThan(1e-12)
  })
})
