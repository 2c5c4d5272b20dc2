// Numbers refer to the list "Must hold" of the method; 3, 5, 6, 7 are in src/domains/optim/sparse.test.ts and tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { clip } from '@/domains/optim/adaptive'
import type { SchemeName } from '@/domains/optim/sparse'
import { countWaits } from './charts'
import { model, type Params, params, type State } from './model'
import { NAMES, SIZE, schemeOf } from './params'
import { lossOf, makeProblem, problemOf } from './problem'
import { readouts } from './readouts'
import { byShare, endsOf, SWEEPS, trialOf } from './sweeps'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

function stateAt(p: Params, step = model.steps(p)): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}
const weightsOf = (s: State, name: SchemeName) => s.race.runners[name].weights
const apart = (a: Float64Array, b: Float64Array) => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)))

describe('the problem', () => {
  it('has slopes from 1 to 10^-1.5, in an order of its own', () => {
    const { slopes, order } = makeProblem(5)
    expect(slopes[order[0]!]).toBe(1)
    expect(slopes[order[99]!]).toBeCloseTo(10 ** -1.5, 12)
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: SIZE }, (_, i) => i))
    expect(order[0]).not.toBe(0)
    const p = with_({})
    expect(lossOf(problemOf(p), problemOf(p).target)).toBe(0)
  })
})

describe('the schemes', () => {
  it('1: where all is sent, momentum correction is dense momentum, for every m and N', () => {
    for (const m of [0, 0.5, 0.9, 0.98])
      for (const workers of [1, 3, 8])
        for (const nesterov of [false, true]) {
          const s = stateAt(with_({ sparsity: 0, m, workers, nesterov }), 100)
          expect(apart(weightsOf(s, 'dense'), weightsOf(s, 'correction'))).toBeLessThan(1e-14)
        }
  })

  it('2: where all is sent, masking leaves gradient steps without momentum', () => {
    const s = stateAt(with_({ sparsity: 0 }), 100)
    expect(apart(weightsOf(s, 'dgc'), weightsOf(stateAt(with_({ sparsity: 0, m: 0 }), 100), 'dense'))).toBeLessThan(1e-14)
  })

  it('4: without momentum the three that keep what they do not send are one', () => {
    const s = stateAt(with_({ m: 0 }), 200)
    for (const name of ['correction', 'dgc'] as const)
      expect(apart(weightsOf(s, 'accumulate'), weightsOf(s, name))).toBeLessThan(1e-14)
  })

  it('5: send T N k values, and count the bytes of their entries', () => {
    for (const [sparsity, k] of [
      [99, 1],
      [95, 5],
      [0, 100],
      [99.9, 1],
    ] as const) {
      const p = with_({ sparsity, workers: 3 })
      const s = stateAt(p, 20)
      expect(s.race.runners.dgc.values).toBe(20 * 3 * k)
      expect(readouts.sparseBytes.of(s, p)).toBe(20 * 3 * k * 8)
      expect(readouts.denseBytes.of(s)).toBe(20 * 3 * 100 * 4)
      expect(model.frame(s, p).k).toBe(k)
    }
  })

  it('8: a worker’s gradient is at most θ/√N long, and unchanged below', () => {
    const [long, short] = [Float64Array.of(3, 4), Float64Array.of(0.3, 0.4)]
    clip(long, 2 / Math.sqrt(4), 1e-6)
    clip(short, 2 / Math.sqrt(4), 1e-6)
    expect(Math.hypot(...long)).toBeLessThanOrEqual(1)
    expect(Math.hypot(...long)).toBeGreaterThan(1 - 1e-6)
    expect([...short]).toEqual([0.3, 0.4])
    const s = stateAt(with_({ clip: 1, workers: 4, m: 0 }), 1)
    expect(Math.hypot(...s.race.runners.dense.workers[0]!.sent)).toBeCloseTo(0.5, 5)
  })

  it('9: on any of five problems dropping is far worse than keeping, and DGC close to the dense run', () => {
    for (let k = 0; k < 5; k++) {
      const p = with_({})
      const { dense, drop, accumulate, dgc } = endsOf({ ...p, ...trialOf(p, k) })
      expect(drop).toBeGreaterThan(5 * accumulate)
      expect(dgc).toBeLessThan(1.5 * dense)
      expect(accumulate).toBeGreaterThan(dgc)
    }
  })

  it('a sample finds about the same entries', () => {
    const [exact, sampled] = [endsOf(with_({ sparsity: 95 })), endsOf(with_({ sparsity: 95, choosing: 'sampled' }))]
    expect(sampled.dgc).not.toBe(exact.dgc)
    expect(sampled.dgc).toBeLessThan(2 * exact.dgc)
  })

  it('leaves who flies off where it was, and ends when nobody is left', () => {
    const p = with_({ eta: 10 })
    const s = stateAt(p, 100)
    for (const name of NAMES) {
      expect(s.race.runners[name].lost).toBeGreaterThan(0)
      expect(weightsOf(s, name).every(Number.isFinite)).toBe(true)
    }
    expect(model.ended!(s, p)).toBe('diverged')
    expect(model.ended!(stateAt(with_({}), 10), p)).toBeNull()
  })

  it('are the ladder that the switches describe', () => {
    const off = { compress: true, bank: true, correction: true, masking: true }
    expect(schemeOf(off)).toBe('dgc')
    expect(schemeOf({ ...off, masking: false })).toBe('correction')
    expect(schemeOf({ ...off, correction: false })).toBe('accumulate')
    expect(schemeOf({ ...off, bank: false })).toBe('drop')
    expect(schemeOf({ ...off, compress: false })).toBe('dense')
  })
})

describe('the account book', () => {
  it('adds up, and says what dropping loses', () => {
    for (const bank of [true, false]) {
      const p = with_({ bank })
      const s = stateAt(p, 200)
      const sum = readouts.paid.of(s, p)! + readouts.waiting.of(s, p)!
      const gone = readouts.gone.of(s, p)!
      if (bank) {
        expect(sum).toBeCloseTo(readouts.entered.of(s, p)!, 10)
        expect(gone).toBeLessThan(1e-10)
      } else {
        expect(readouts.waiting.of(s, p)).toBe(0)
        expect(gone).toBeGreaterThan(1)
      }
    }
  })

  it('counts waits between messages, the first from the beginning', () => {
    const posted = new Float64Array(12).fill(Number.NaN)
    for (const step of [1, 2, 5, 11]) posted[step] = 1
    const counts = new Float64Array(9)
    countWaits(posted, 11, counts)
    expect([...counts]).toEqual([2, 1, 1, 0, 0, 0, 0, 0, 0]) // 1, 1; 3; 6
    countWaits(posted, 4, counts.fill(0))
    expect([...counts]).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('the sweep', () => {
  it('has the run on screen among its ends', () => {
    const p = with_({ tab: 'rates', across: 'sent', steps: 100 })
    const work = byShare.compute(p)
    for (;;) {
      const next = work.next()
      if (!next.done) continue
      const row = next.value.find(({ value }) => value === 1)!
      const s = stateAt(p)
      for (const name of NAMES) expect(row.ends[0]![name]).toBe(readouts[`${name}Mean`].of(s, p))
      expect(next.value.map(({ value }) => value)).toEqual(SWEEPS.sent.values)
      return
    }
  })
})
