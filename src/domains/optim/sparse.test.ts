import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMomentum,
  chooseBySample,
  chooseLargest,
  countOf,
  type MomentumForm,
  post,
  ratioAt,
  SCHEMES,
  type SchemeName,
  startWorker,
} from './sparse'

const values = (size: number) => fc.array(fc.integer({ min: -5, max: 5 }), { minLength: size, maxLength: size })
const SPARSE = ['drop', 'accumulate', 'correction', 'dgc'] as const

describe('the largest entries', () => {
  it('are k, none that is left is larger, and of equal ones the first are taken', () => {
    fc.assert(
      fc.property(values(12), fc.integer({ min: 1, max: 12 }), (list, k) => {
        const chosen = new Uint8Array(12)
        expect(chooseLargest(Float64Array.from(list), k, chosen, new Float64Array(12))).toBe(k)
        const order = list.map((x, i) => [Math.abs(x), i] as const).sort(([a, i], [b, j]) => b - a || i - j)
        const first = order.slice(0, k).map(([, i]) => i)
        expect(list.flatMap((_, i) => (chosen[i] ? [i] : []))).toEqual(first.sort((a, b) => a - b))
      }),
    )
  })

  it('by a sample of all are those above the k-th, at most k', () => {
    const x = Float64Array.from({ length: 100 }, (_, i) => (37 * i) % 101)
    const chosen = new Uint8Array(100)
    expect(chooseBySample(x, 5, chosen, new Float64Array(100), 0, 1)).toBe(5)
    expect([...x].filter((_, i) => chosen[i]).sort()).toEqual([100, 96, 97, 98, 99].sort())
  })

  it('by a sample of some are about k, whatever its beginning', () => {
    const x = Float64Array.from({ length: 100 }, (_, i) => (37 * i) % 101)
    for (let start = 0; start < 4; start++)
      for (const k of [1, 5, 20, 100]) {
        const count = chooseBySample(x, k, new Uint8Array(100), new Float64Array(100), start, 4)
        expect(count).toBeGreaterThanOrEqual(Math.floor(0.8 * k))
        expect(count).toBeLessThanOrEqual(k)
      }
  })

  it('of a vector of zeros are the first', () => {
    for (const choose of [
      chooseLargest,
      (...[x, k, c, w]: Parameters<typeof chooseLargest>) => chooseBySample(x, k, c, w, 1, 2),
    ]) {
      const chosen = new Uint8Array(6)
      expect(choose(new Float64Array(6), 2, chosen, new Float64Array(6))).toBe(2)
      expect([...chosen]).toEqual([1, 1, 0, 0, 0, 0])
    }
  })
})

describe('a worker', () => {
  const momentum: MomentumForm = { beta: 0.9, ahead: false }
  const run = (name: SchemeName, gradients: number[][], k: number, form = momentum) => {
    const worker = startWorker(6)
    const [entered, sent] = [new Float64Array(6), new Float64Array(6)]
    const work = new Float64Array(6)
    for (const list of gradients) {
      const g = Float64Array.from(list)
      post(worker, g, SCHEMES[name], form, (x, chosen) => chooseLargest(x, k, chosen, work))
      for (let i = 0; i < 6; i++) {
        entered[i]! += g[i]!
        sent[i]! += worker.sent[i]!
      }
    }
    return { worker, entered, sent }
  }

  it('loses nothing that it keeps: sent and waiting are all that came in', () => {
    fc.assert(
      fc.property(fc.array(values(6), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), fc.boolean(), (gradients, k, ahead) => {
        for (const name of ['accumulate', 'correction', 'dgc'] as const) {
          const { worker, entered, sent } = run(name, gradients, k, { beta: 0.9, ahead })
          for (let i = 0; i < 6; i++) expect(Math.abs(sent[i]! + worker.v[i]! - entered[i]!)).toBeLessThan(1e-12)
        }
      }),
    )
  })

  it('of the gradients themselves, where the account takes in gradients', () => {
    const { entered } = run('accumulate', [[1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1]], 1) // biome-ignore format: rows
    expect([...entered]).toEqual([2, 3, 4, 5, 6, 7])
  })

  it('has nothing left of what it sent: neither in the account nor, masked, in the momentum', () => {
    const gradients = [
      [1, 5, 2, 0, -6, 3],
      [0.5, 1, 2, 3, 1, 1],
    ]
    for (const name of SPARSE) {
      const { worker } = run(name, gradients, 2)
      for (let i = 0; i < 6; i++) {
        if (!worker.chosen[i]) continue
        expect(worker.v[i]).toBe(0)
        if (name === 'dgc') expect(worker.u[i]).toBe(0)
        if (name === 'correction') expect(worker.u[i]).not.toBe(0)
      }
    }
    expect([...run('drop', gradients, 2).worker.v]).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('Nesterov’s form is that of u ← m(u + g), u + g', () => {
    const [u, g] = [Float64Array.of(2), Float64Array.of(1)]
    addMomentum(u, g, { beta: 0.5, ahead: true })
    expect([u[0], g[0]]).toEqual([1.5, 2.5])
  })
})

describe('the warm-up', () => {
  it('goes by the rule of the code', () => {
    const ratios = Array.from({ length: 7 }, (_, e) => ratioAt('code', e, 0.001))
    const expected = [0.316228, 0.1, 0.0316228, 0.01, 0.00316228, 0.001, 0.001]
    for (const [e, ratio] of ratios.entries()) expect(Math.abs(ratio - expected[e]!)).toBeLessThan(1e-6)
  })

  it('goes by the list of the paper: 25, 7, 2, 1, 1 entries of 100', () => {
    expect(Array.from({ length: 6 }, (_, e) => countOf(100, ratioAt('paper', e, 0.01)))).toEqual([25, 7, 2, 1, 1, 1])
  })

  it('never sends less than afterwards, and at least one entry', () => {
    expect(ratioAt('paper', 4, 0.5)).toBe(0.5)
    expect(ratioAt('off', 0, 0.01)).toBe(0.01)
    expect(countOf(100, 0.01)).toBe(1)
    expect(countOf(100, 1e-9)).toBe(1)
    expect(countOf(100, 1)).toBe(100)
  })
})
