// Invariants, limits with a known answer and orders of convergence.
import { describe, expect, it } from 'vitest'
import { stream } from '@/numerics/random'
import { exactLog, formOf, kummerLog } from './closedForms'
import { diffusionAt, driftAt, isClosed, type Law } from './law'
import { marchedLog } from './march'
import { advance, fluxOf, injectionAt, removedFrom, steadyState, stepperOf, totalOf, volumesOf } from './volumes'
import { meanAt, walk } from './walk'

const NEVER = Number.POSITIVE_INFINITY
const lawWith = (wish: Partial<Law> = {}): Law => ({
  ...{ q: 5 / 3, b: 1e-3, r: 2, gain: 0, tau0: 20, delta: -1 / 3, tauC: NEVER, epsilon: 0, low: 1e-2, high: 1e5 },
  ...wish,
})
const solved = (law: Law, cells = 400, inj = 0) => {
  const volumes = volumesOf(law, cells)
  return { volumes, n: steadyState(volumes, injectionAt(volumes, inj)) }
}

describe('cells', () => {
  it('without removal keep the ratio e^w of neighbours', () => {
    const { volumes, n } = solved(lawWith({ tau0: NEVER }))
    for (let i = 1; i < 200; i++) expect(n[i]! / n[i - 1]! / Math.exp(volumes.w[i]!)).toBeCloseTo(1, 11)
    expect(totalOf(volumes, n)).toBeCloseTo(1, 12)
    expect(Math.max(...fluxOf(volumes, n).map(Math.abs))).toBeLessThan(1e-10)
  })

  it('remove as many as are injected, and hold τ of them where it is constant', () => {
    for (const law of [lawWith(), lawWith({ tauC: 30, epsilon: -0.5, gain: 0.5 }), lawWith({ q: 1, r: 3, b: 1 })]) {
      const { volumes, n } = solved(law)
      const { escaped, destroyed } = removedFrom(volumes, n)
      expect(escaped + destroyed).toBeCloseTo(1, 10)
    }
    const { volumes, n } = solved(lawWith({ q: 2, tau0: 7, delta: 0 }))
    expect(totalOf(volumes, n)).toBeCloseTo(7, 9)
  })

  it('come to the formula of Kummer with order 2 at the middles of cells', () => {
    const law = lawWith({ q: 2, tau0: 1, delta: 0, low: 1e-4, high: 1e6 })
    const error = (cells: number) => {
      const volumes = volumesOf(law, cells)
      const inj = volumes.ys[Math.round(0.4 * cells)]!
      const n = steadyState(volumes, injectionAt(volumes, inj))
      const i = Math.round(0.6 * cells)
      return Math.abs(Math.log(n[i]!) - kummerLog(1, law.b, inj, volumes.ys[i]!))
    }
    const [coarse, fine] = [error(200), error(400)]
    expect(fine).toBeLessThan(3e-3)
    expect(Math.log2(coarse / fine)).toBeGreaterThan(1.9)
    expect(Math.log2(coarse / fine)).toBeLessThan(2.1)
  })

  it('make no number negative, however strong the losses', () => {
    for (const q of [1, 1.5, 2])
      for (const r of [0, 1, 2, 3])
        for (const b of [0, 1e-5, 1])
          for (const tau0 of [0.05, 1000, NEVER]) {
            const { n } = solved(lawWith({ q, r, b, tau0, delta: tau0 === NEVER ? 0 : -1, low: 1e-3, high: 1e6, gain: 2 }))
            expect(n.every((v) => v >= 0 && Number.isFinite(v))).toBe(true)
          }
  })

  it('keep their number in time, and come to the steady state', () => {
    const law = lawWith()
    const volumes = volumesOf(law, 400)
    const source = injectionAt(volumes, 0)
    const steady = steadyState(volumes, source)
    const stepper = stepperOf(volumes, source, 0.5)
    const n = source.slice()
    for (let k = 0; k < 400; k++) {
      advance(volumes, stepper, n)
      expect(totalOf(volumes, n)).toBeCloseTo(1, 9)
    }
    const total = totalOf(volumes, steady)
    for (let i = 0; i < 400; i += 20) expect(n[i]! - steady[i]! / total).toBeCloseTo(0, 9)
  })
})

describe('the march', () => {
  it('comes to the formulas with order 2', () => {
    const law = lawWith({ q: 2, tau0: 2, delta: 0, low: 1e-6, high: 1e6 })
    expect(formOf(law)).toBe('kummer')
    const ys = Float64Array.of(-1, 0.5, 4, 8)
    const error = (parts: number) => {
      const logs = marchedLog(law, 0, ys, parts)
      return Math.max(...ys.map((y, i) => Math.abs(logs[i]! - exactLog(law, 0, y)!)))
    }
    expect(error(400)).toBeLessThan(1e-3)
    expect(error(100) / error(200)).toBeGreaterThan(3.5)
  })

  it('agrees with many cells for laws without a formula, with a gain and two kinds of removal too', () => {
    for (const law of [
      lawWith(),
      lawWith({ gain: 0.4, tauC: 30, epsilon: -0.5 }),
      lawWith({ q: 1.5, r: 1, b: 0.05, delta: 0.5 }),
      lawWith({ r: 0, b: 0.01, high: 100 }),
    ]) {
      const { volumes, n } = solved(law, 4000)
      const logs = marchedLog(law, 0, volumes.ys, 2)
      const top = Math.max(...n)
      for (let i = 0; i < n.length; i += 37) {
        if (n[i]! > 1e-5 * top && Math.abs(volumes.ys[i]!) > 0.1)
          expect(Math.abs(Math.exp(logs[i]!) / n[i]! - 1)).toBeLessThan(1e-3)
      }
    }
  })

  it('has the profile without flux where nothing is removed', () => {
    const law = lawWith({ tau0: NEVER, delta: 0 })
    expect(isClosed(law)).toBe(true)
    const ys = Float64Array.of(-3, 0, 3, 6)
    const logs = marchedLog(law, 0, ys, 400)
    for (let i = 1; i < ys.length; i++)
      expect(logs[i]! - logs[0]! - (exactLog(law, 0, ys[i]!)! - exactLog(law, 0, ys[0]!)!)).toBeCloseTo(0, 3)
  })
})

describe('particles', () => {
  it('drift in a short step by (V + K′) dt, and spread by 2K dt', () => {
    for (const q of [1.4, 2]) {
      const law = lawWith({ q, tau0: NEVER, delta: 0, b: 0.01 })
      const [at, dt, count] = [2, 1e-3, 200_000]
      const y = new Float64Array(count).fill(at)
      walk(law, 0, y, dt, stream(3))
      const mean = y.reduce((sum, v) => sum + v - at, 0) / count
      const variance = y.reduce((sum, v) => sum + (v - at - mean) ** 2, 0) / count
      const K = diffusionAt(law, at)
      const expected = (driftAt(law, at) + (q - 2) * K) * dt
      expect(meanAt(law, at) * dt).toBeCloseTo(expected, 12)
      expect(Math.abs(mean - expected)).toBeLessThan(3 * Math.sqrt((2 * K * dt) / count))
      expect(Math.abs(variance / (2 * K * dt) - 1)).toBeLessThan(0.012) // 3.8 standard errors
    }
  })

  it('stay between the walls, and are the same again for one seed', () => {
    const law = lawWith({ low: 0.5, high: 12, tau0: 1 })
    const [one, two] = [new Float64Array(500), new Float64Array(500)]
    for (const [y, seed] of [
      [one, stream(1)],
      [two, stream(1)],
    ] as const)
      for (let k = 0; k < 50; k++) walk(law, 0, y, 0.1, seed)
    expect(two).toEqual(one)
    expect(Math.min(...one)).toBeGreaterThanOrEqual(Math.log(0.5))
    expect(Math.max(...one)).toBeLessThanOrEqual(Math.log(12))
  })
})
