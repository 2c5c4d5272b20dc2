// Numbers refer to the list "Must hold" of PFGM++; numbers of independent programs stand in tests/golden.
import { describe, expect, it } from 'vitest'
import { type Charges, denoise, exactPath, heunStep, heunWorkspace, logDensity, logKernel, slopeAll } from './poissonField'
import { karrasGrid } from './schedule'

const DIFFUSION = Number.POSITIVE_INFINITY
const chargesAt = (...places: number[][]): Charges => ({
  dim: places[0]!.length,
  count: places.length,
  places: Float64Array.from(places.flat()),
})
const five = chargesAt([1, 0.2], [0.2, 0.9], [-0.8, 0.6], [-0.9, -0.5], [0.4, -1])
const DS = [1, 2, 3.5, 64, 4096, DIFFUSION]
const somewhere = [
  [0.3, 0.1],
  [-2, 1],
  [6, -4],
]

/** E_x and E_r by plain powers of plain distances. */
function field({ dim, count, places }: Charges, D: number, r: number, x: readonly number[]): { across: number[]; up: number } {
  const across = new Array<number>(dim).fill(0)
  let up = 0
  for (let k = 0; k < count; k++) {
    const off = x.map((part, i) => part - places[k * dim + i]!)
    const power = (off.reduce((sum, part) => sum + part * part, 0) + r * r) ** (-(dim + D) / 2)
    for (let i = 0; i < dim; i++) across[i]! += off[i]! * power
    up += r * power
  }
  return { across, up }
}

describe('a single charge (1)', () => {
  it('has straight lines for every D, by Heun’s and by Euler’s steps', () => {
    const one = chargesAt([0.7, -0.4])
    for (const D of DS) {
      const sigmas = karrasGrid(12, 30)
      const x = Float64Array.of(-9, 14)
      const start = x.slice()
      const [workspace, weights] = [heunWorkspace(2, 1), new Float64Array(1)]
      const euler = x.slice()
      const slope = new Float64Array(2)
      for (let k = 0; k < 12; k++) {
        heunStep(one, D, sigmas[k]!, sigmas[k + 1]!, x, workspace)
        slopeAll(one, D, sigmas[k]!, euler, slope, weights)
        for (let i = 0; i < 2; i++) {
          euler[i]! += (sigmas[k + 1]! - sigmas[k]!) * slope[i]!
          const straight = one.places[i]! + ((start[i]! - one.places[i]!) * sigmas[k + 1]!) / 30
          expect(Math.abs(x[i]! - straight)).toBeLessThan(1e-12)
          expect(Math.abs(euler[i]! - straight)).toBeLessThan(1e-12)
        }
      }
    }
  })
})

describe('the denoiser (2)', () => {
  it('is a mean of the charges, and E_x/E_r = (x - ŷ)/r', () => {
    for (const D of [1, 2, 3.5, 64])
      for (const sigma of [0.3, 1, 8])
        for (const at of somewhere) {
          const [out, weights] = [new Float64Array(2), new Float64Array(5)]
          denoise(five, D, sigma, Float64Array.from(at), 0, out, weights)
          expect(weights.every((w) => w >= 0)).toBe(true)
          expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(1e-12)
          const r = sigma * Math.sqrt(D)
          const { across, up } = field(five, D, r, at)
          for (let i = 0; i < 2; i++) {
            const mean = Array.from(weights).reduce((sum, w, k) => sum + w * five.places[2 * k + i]!, 0)
            expect(out[i]).toBeCloseTo(mean, 12)
            const slope = (at[i]! - out[i]!) / r
            expect(Math.abs(across[i]! / up - slope)).toBeLessThan(1e-12 * Math.max(1, Math.abs(slope)))
          }
        }
  })

  it('neither over- nor underflows, from far away, near the floor, and for large D', () => {
    for (const D of DS)
      for (const sigma of [1e-6, 0.002, 80])
        for (const far of [0, 1e4, 4e11]) {
          const [out, weights] = [new Float64Array(2), new Float64Array(5)]
          denoise(five, D, sigma, Float64Array.of(far, -far), 0, out, weights)
          expect([...out, ...weights].every(Number.isFinite), `${D} ${sigma} ${far}`).toBe(true)
        }
  })

  it('writes several particles as it writes each of them', () => {
    const all = Float64Array.from(somewhere.flat())
    const [slopes, weights] = [new Float64Array(6), new Float64Array(5)]
    slopeAll(five, 8, 0.7, all, slopes, weights)
    for (const [k, at] of somewhere.entries()) {
      const one = new Float64Array(2)
      slopeAll(five, 8, 0.7, Float64Array.from(at), one, weights)
      expect([...slopes.slice(2 * k, 2 * k + 2)]).toEqual([...one])
    }
  })
})

describe('the field (3)', () => {
  /** r^{D-1} E_r by the density, and r^{D-1} E_x by the denoiser: what the program computes. */
  function flux(D: number, r: number, x: readonly number[]): number[] {
    const [sigma, place, weights] = [r / Math.sqrt(D), Float64Array.from(x), new Float64Array(5)]
    const up = Math.exp(logDensity(five, D, sigma, place, 0, weights))
    const slope = new Float64Array(2)
    slopeAll(five, D, sigma, place, slope, weights)
    return [...Array.from(slope, (part) => (up * part) / Math.sqrt(D)), up]
  }

  it('at D = 1 and N = 2 is Coulomb’s: the sum of x̃/|x̃|³ over the charges, up to one factor', () => {
    const factors = somewhere.flatMap((at) =>
      [0.4, 2].flatMap((r) => {
        let coulomb = [0, 0, 0]
        for (let k = 0; k < 5; k++) {
          const off = [at[0]! - five.places[2 * k]!, at[1]! - five.places[2 * k + 1]!, r]
          const cube = Math.hypot(...off) ** 3
          coulomb = coulomb.map((part, i) => part + off[i]! / cube)
        }
        return flux(1, r, at).map((part, i) => part / coulomb[i]!)
      }),
    )
    for (const factor of factors) expect(Math.abs(factor / factors[0]! - 1)).toBeLessThan(1e-12)
  })

  it('has no sources in empty space, for any D', () => {
    const h = 1e-4
    for (const D of [1, 2, 8, 64])
      for (const [x, y] of somewhere.slice(0, 2) as [number, number][]) {
        const r = 0.9 * Math.sqrt(D)
        const parts = [
          (flux(D, r, [x + h, y])[0]! - flux(D, r, [x - h, y])[0]!) / (2 * h),
          (flux(D, r, [x, y + h])[1]! - flux(D, r, [x, y - h])[1]!) / (2 * h),
          (flux(D, r + h, [x, y])[2]! - flux(D, r - h, [x, y])[2]!) / (2 * h),
        ]
        const size = Math.max(...parts.map(Math.abs))
        expect(Math.abs(parts[0]! + parts[1]! + parts[2]!) / size).toBeLessThan(1e-5)
      }
  })

  it('carries the density: along a path ln p changes by minus the divergence of the slope', () => {
    for (const D of [1, 8, DIFFUSION]) {
      const weights = new Float64Array(5)
      const x = Float64Array.of(2, -1)
      const [high, low] = [2, 1.98]
      const before = logDensity(five, D, high, x, 0, weights)
      const middle = x.slice()
      exactPath(five, D, middle, high, (high + low) / 2, 8)
      const divergence = [0, 1].reduce((sum, i) => {
        const [up, down] = [middle.slice(), middle.slice()]
        up[i]! += 1e-4
        down[i]! -= 1e-4
        const [a, b] = [new Float64Array(2), new Float64Array(2)]
        slopeAll(five, D, (high + low) / 2, up, a, weights)
        slopeAll(five, D, (high + low) / 2, down, b, weights)
        return sum + (a[i]! - b[i]!) / 2e-4
      }, 0)
      exactPath(five, D, x, high, low, 16)
      const change = logDensity(five, D, low, x, 0, weights) - before
      expect(Math.abs(change - divergence * (high - low))).toBeLessThan(1e-6)
    }
  })
})

describe('the kernel (4)', () => {
  it('adds up to 1 on a line', () => {
    for (const D of [8, 64, DIFFUSION]) {
      let sum = 0
      const h = 0.01
      for (let x = -40; x <= 40; x += h) sum += h * Math.exp(logKernel(1, D, 0.7, x * x))
      expect(Math.abs(sum - 1)).toBeLessThan(1e-3)
    }
  })
})

describe('D without bound (5)', () => {
  it('at 10⁸ has the weights of the Gaussian softmax to 1e-6', () => {
    for (const sigma of [0.3, 1, 10])
      for (const at of somewhere) {
        const [out, large, limit] = [new Float64Array(2), new Float64Array(5), new Float64Array(5)]
        denoise(five, 1e8, sigma, Float64Array.from(at), 0, out, large)
        denoise(five, DIFFUSION, sigma, Float64Array.from(at), 0, out, limit)
        for (let k = 0; k < 5; k++) expect(Math.abs(large[k]! - limit[k]!)).toBeLessThan(1e-6)
      }
  })

  it('leads paths to those of diffusion as 1/D', () => {
    const end = (D: number) => {
      const x = Float64Array.of(3, -2)
      exactPath(five, D, x, 5, 0.5, 300)
      return x
    }
    const limit = end(DIFFUSION)
    const gap = (D: number) => D * Math.hypot(end(D)[0]! - limit[0]!, end(D)[1]! - limit[1]!)
    expect(Math.abs(gap(4096) / 0.0746 - 1)).toBeLessThan(0.02)
    expect(gap(4096) / gap(1024)).toBeCloseTo(1, 2)
  })
})

describe('Heun’s step', () => {
  it('is of second order', () => {
    const exact = Float64Array.of(3, -2)
    exactPath(five, 8, exact, 4, 0.5, 800)
    const error = (steps: number) => {
      const x = Float64Array.of(3, -2)
      const workspace = heunWorkspace(2, 5)
      for (let k = 0; k < steps; k++) heunStep(five, 8, 4 - (3.5 * k) / steps, 4 - (3.5 * (k + 1)) / steps, x, workspace)
      return Math.hypot(x[0]! - exact[0]!, x[1]! - exact[1]!)
    }
    expect(Math.log2(error(128) / error(256))).toBeCloseTo(2, 1)
  })
})
