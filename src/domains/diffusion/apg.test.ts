// "Adaptive projected guidance": what must hold. The denoiser (7) is in mixture.test.ts, the golden numbers (6) in tests/golden.
import { expect, it } from 'vitest'
import { fillEvenNormal, fillNormal, stream } from '@/numerics/random'
import { type Apg, type ApgParts, apg } from './apg'
import { startApg, stepApg } from './apgSampler'
import { denoiser, type Mixture } from './mixture'
import { colourWheel, PATCH_LEVELS, patchTemplates } from './mixtures'
import { guide } from './predict'
import { karrasGrid } from './schedule'

const plain: Apg = { guidance: 7.5, parallel: 1, radius: 0, beta: 0 }
const norm = (v: Float64Array) => Math.hypot(...v)
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** `steps` guidance calls on random predictions of `dim` numbers; `check` gets each. */
function calls(
  dim: number,
  settings: Apg,
  check: (call: { cond: Float64Array; all: Float64Array; out: Float64Array; parts: ApgParts; sum: Float64Array }) => void,
) {
  const random = stream(dim, 'predictions')
  const make = () => new Float64Array(dim)
  const [cond, all, out, sum] = [make(), make(), make(), make()]
  const parts = { along: make(), across: make() }
  for (let step = 0; step < 20; step++) {
    fillNormal(random, cond)
    fillNormal(random, all)
    apg(settings, cond, all, 0, dim, sum, out, parts)
    check({ cond, all, out, parts, sum })
  }
}

it('1. is classifier-free guidance at η = 1, r = 0, β = 0, and no guidance at w = 1', () => {
  for (const dim of [2, 192]) {
    const wanted = new Float64Array(dim)
    calls(dim, plain, ({ cond, all, out }) => {
      guide(7.5, cond, all, 0, dim, wanted)
      expect(norm(out.map((v, i) => v - wanted[i]!))).toBeLessThan(1e-14 * norm(wanted))
    })
    calls(dim, { guidance: 1, parallel: 0.3, radius: 0.2, beta: -0.5 }, ({ cond, out }) => expect(out).toEqual(cond))
  }
})

it('2. splits the update at a right angle', () => {
  for (const dim of [2, 12, 192]) {
    calls(dim, { ...plain, radius: 0.8, beta: -0.5 }, ({ cond, parts: { along, across } }) => {
      const update = along.map((v, i) => v + across[i]!)
      expect(Math.abs(dot(across, cond))).toBeLessThan(1e-15 * dim * norm(update) * norm(cond))
      expect(Math.abs(norm(along) ** 2 + norm(across) ** 2 - norm(update) ** 2)).toBeLessThan(1e-14 * norm(update) ** 2)
    })
  }
})

it('3. clips to the radius and guards zeros', () => {
  let [clipped, free] = [0, 0]
  calls(2, { ...plain, radius: 1.5 }, ({ sum, parts: { along, across } }) => {
    const update = along.map((v, i) => v + across[i]!)
    expect(norm(update)).toBeLessThanOrEqual(1.5 * (1 + 1e-14))
    if (norm(sum) > 1.5) clipped++
    else {
      free++
      expect(norm(update.map((v, i) => v - sum[i]!))).toBeLessThan(1e-15)
    }
  })
  expect(Math.min(clipped, free)).toBeGreaterThan(3)
  const [out, parts] = [new Float64Array(2), { along: new Float64Array(2), across: new Float64Array(2) }]
  const same = Float64Array.of(0.3, -0.4)
  apg({ guidance: 7.5, parallel: 0, radius: 0.8, beta: -0.5 }, same, same.slice(), 0, 2, new Float64Array(2), out)
  expect(out).toEqual(same)
  apg({ ...plain, parallel: 0 }, new Float64Array(2), same, 0, 2, new Float64Array(2), out, parts)
  expect([...parts.along].map(Math.abs)).toEqual([0, 0])
  expect([...out]).toEqual([-0.3 * 6.5, 0.4 * 6.5])
})

it('4. without the part along, the prediction grows only as a tangent step does', () => {
  for (const dim of [2, 192]) {
    calls(dim, { guidance: 15, parallel: 0, radius: 0.5, beta: -0.75 }, ({ cond, out, parts: { across } }) => {
      const square = norm(cond) ** 2 + 14 ** 2 * norm(across) ** 2
      expect(Math.abs(norm(out) ** 2 / square - 1)).toBeLessThan(2e-14)
      expect(norm(out)).toBeLessThanOrEqual(Math.hypot(norm(cond), 14 * 0.5) * (1 + 1e-14))
    })
  }
})

it('5. a steady difference rings and settles at 1/(1 - β)', () => {
  const [cond, all, out] = [Float64Array.of(1, 2), Float64Array.of(0.5, 2.5), new Float64Array(2)]
  for (const beta of [-0.75, 0.5]) {
    const sum = new Float64Array(2)
    for (let k = 0; k < 300; k++) {
      apg({ ...plain, beta }, cond, all, 0, 2, sum, out)
      const series = (1 - beta ** (k + 1)) / (1 - beta)
      if (beta === -0.75 && k < 4) expect(sum[0]! / 0.5).toBe([1, 0.25, 0.8125, 0.390625][k])
      expect(Math.abs(sum[0]! / 0.5 - series)).toBeLessThan(1e-15)
      expect(Math.abs(sum[1]! / -0.5 - series)).toBeLessThan(1e-15)
    }
    expect(sum[0]! / 0.5).toBeCloseTo(1 / (1 - beta), 14)
  }
})

/** Final places of a run over the usual noise levels. */
function run(mixture: Mixture, settings: Apg, start: Float64Array, updates: number) {
  const d = denoiser(mixture, 'x0', 0)
  const grid = karrasGrid(updates)
  const state = startApg(start.map((z) => z * grid[0]!))
  for (let i = 0; i < updates; i++) stepApg(state, d, settings, grid[i]!, grid[i + 1]!)
  return state.x
}

it('8. far out, guidance on the centred wheel only stretches', () => {
  const d = denoiser(colourWheel(), 'x0', 0)
  const z = new Float64Array(600)
  fillEvenNormal(z)
  const state = startApg(z.map((v) => v * 80))
  const parts = { along: new Float64Array(600), across: new Float64Array(600) }
  stepApg(state, d, plain, 80, 60, parts)
  for (let at = 0; at < 600; at += 2) {
    const along = norm(parts.along.subarray(at, at + 2))
    expect(along / Math.hypot(along, norm(parts.across.subarray(at, at + 2)))).toBeGreaterThan(0.999)
  }
})

/** Mean distance of the final places from the wheel's centre, n = 512. */
function meanRadius(settings: Partial<Apg>, updates = 32, centre: readonly [number, number] = [0, 0]): number {
  const z = new Float64Array(1024)
  fillEvenNormal(z)
  const x = run(colourWheel(0.15, centre), { ...plain, ...settings }, z, updates)
  let sum = 0
  for (let at = 0; at < x.length; at += 2) sum += Math.hypot(x[at]! - centre[0], x[at + 1]! - centre[1])
  return sum / 512
}

it('9. guidance burns colours, the update across does not', () => {
  const [none, weak, usual, strong] = [1, 3, 7.5, 15].map((guidance) => meanRadius({ guidance })) as [
    number,
    number,
    number,
    number,
  ]
  expect(none).toBeLessThan(weak)
  expect(weak).toBeLessThan(usual)
  expect(usual).toBeLessThan(strong)
  expect(Math.abs(meanRadius({ parallel: 0 }) - none)).toBeLessThan(0.03)
  // the sign of the memory
  expect(meanRadius({ beta: -0.5 })).toBeLessThan(usual - 0.1)
  expect(meanRadius({ beta: 0.5 })).toBeGreaterThan(usual + 0.5)
  // few steps leave the circle; on a wheel off grey even the update across burns, unless the wheel moved along the class
  expect(Math.abs(meanRadius({ parallel: 0 }, 8) - 1.68)).toBeLessThan(0.005)
  expect(Math.abs(meanRadius({ parallel: 0 }, 32, [2, 0]) - 1.386)).toBeLessThan(0.005)
  expect(Math.abs(meanRadius({ parallel: 0 }, 32, [0, 2]) - none)).toBeLessThan(0.03)
})

it('pictures: guidance paints only vivid ones, projection keeps the dull', () => {
  const templates = patchTemplates()
  const { dim } = templates
  const z = new Float64Array(100 * dim)
  fillNormal(stream(1, 'pictures'), z)
  /** Share of pictures nearest to each level. */
  const levels = (settings: Apg) => {
    const x = run(templates, settings, z, 32)
    const shares = PATCH_LEVELS.map(() => 0)
    for (let at = 0; at < x.length; at += dim) {
      let [nearest, least] = [0, Infinity]
      for (let k = 0; k < 72; k++) {
        let square = 0
        for (let i = 0; i < dim; i++) square += (x[at + i]! - templates.means[k * dim + i]!) ** 2
        if (square < least) [nearest, least] = [k, square]
      }
      shares[Math.floor(nearest / 4) % 3]! += dim / x.length
    }
    return shares
  }
  expect(levels(plain)[2]).toBeGreaterThan(0.99)
  const [dull, medium, vivid] = levels({ guidance: 7.5, parallel: 0, radius: 0.3, beta: -0.5 }) as [number, number, number]
  // 100 pictures: one standard error is 0.05
  expect(Math.min(dull, medium, vivid)).toBeGreaterThan(0.2)
})
