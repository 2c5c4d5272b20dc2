// Numbers refer to the list "Must hold" of the method; the others are in src/domains/optim/restingSize.test.ts and tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { powerLaw, rootMeanSquare } from '@/numerics/regression'
import { singularValues } from '@/numerics/singular'
import { handles } from './handles'
import { exponentFor, idealExponent, idealTop, levelExponent, predictedExponent, predictedTop } from './ideal'
import { advanceMatrix, sizeFrom, startMatrix } from './matrix'
import { model, type Params, params, type State } from './model'
import { LAYERS, type Trained, trained } from './network'
import { decayAt, rateAt, relaxationAt, restAt } from './params'
import { readouts } from './readouts'
import { exponentOf, rested, spreadOf, topOf } from './sweeps'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function stateAt(p: Params, step = model.steps(p)): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}
function finished<R>(work: Generator<unknown, R, void>): R {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
  }
}

describe('the rules over widths', () => {
  it('mean η₀ and λ₀ at width 16, and divide and multiply from there', () => {
    const p = with_({ eta: 0.02, lambda: 3 })
    expect([rateAt(p, 16), rateAt(p, 64), rateAt({ ...p, etaRule: 'constant' }, 64)]).toEqual([0.02, 0.005, 0.02])
    for (const [lambdaRule, decay] of [
      ['constant', 3],
      ['root', 6],
      ['linear', 12],
      ['power', 3 * 4 ** 0.25],
    ] as const)
      expect(decayAt({ ...p, lambdaRule, q: 0.25 }, 64)).toBeCloseTo(decay, 12)
    expect(relaxationAt({ ...p, lambdaRule: 'constant' }, 128)).toBeCloseTo(8 * relaxationAt(p, 16), 9)
  })
})

describe('one matrix', () => {
  it('comes to the predicted size, from 0 and from five times the usual size', () => {
    for (const alpha of [0, 0.5, 1]) {
      const p = with_({ d: '64', alpha, steps: 1000 })
      const sizes: number[] = []
      const s = startMatrix(p)
      for (let k = 0; k < p.steps; k++) {
        advanceMatrix(s, p)
        if (k >= 600 && k % 20 === 0) sizes.push(sizeFrom(s, p, 0))
      }
      // the mean square of a gradient is an average over about twenty steps, so kicks are not exactly of size 1
      expect(Math.abs(rootMeanSquare(sizes) / restAt(p, 64) - 1)).toBeLessThan(0.04)
      expect(Math.abs(sizeFrom(s, p, 5) / sizeFrom(s, p, 0) - 1)).toBeLessThan(0.02)
    }
  })

  it('weights that start elsewhere, without a run of their own, are those of such a run', () => {
    const p = with_({ d: '16', init: 2 })
    const [one, other] = [stateAt(p, 80).matrix!, stateAt({ ...p, init: 0.5 }, 80).matrix!]
    expect(sizeFrom(one, p, 0.5)).toBeCloseTo(rootMeanSquare(other.weights), 13)
    expect(sizeFrom(one, p, 2)).toBeCloseTo(rootMeanSquare(one.weights), 13)
  })

  it('has the top singular value that its readout follows, two rounds a step', () => {
    for (const d of ['8', '64'] as const) {
      const { matrix } = stateAt(with_({ d, init: 5 }), 300)
      const [top] = singularValues(matrix!.weights, Number(d), Number(d))
      expect(matrix!.top / top!).toBeGreaterThan(0.985)
      expect(matrix!.top).toBeLessThanOrEqual(top! * (1 + 1e-12))
    }
  })

  it('without decay grows for good; with one that overshoots it ends as diverged', () => {
    const p = with_({ lambda: 0, d: '16', init: 0 })
    const s = model.init(p)
    const sizes: number[] = []
    for (let k = 0; k < 600; k++) {
      model.step(s, p)
      sizes.push(readouts.size.of(s, p)!)
    }
    const times = sizes.map((_, k) => k + 1)
    expect(Math.abs(powerLaw(times.slice(50), sizes.slice(50)).slope - 0.5)).toBeLessThan(0.1)
    expect(readouts.restSize.of(s, p)).toBeNull()
    expect(model.frame(s, p).bowl!.shares.every(Number.isFinite)).toBe(true)

    const wild = with_({ eta: 1, lambda: 100, d: '8' })
    const t = model.init(wild)
    let steps = 0
    for (; steps < 200 && model.ended!(t, wild) === null; steps++) model.step(t, wild)
    expect(steps).toBeLessThan(20)
    expect(readouts.size.of(t, wild)).toBeGreaterThan(1e6)
  })
})

describe('the model of the top singular value', () => {
  // means of 6 (d = 512) to 400 (d = 16) matrices by NumPy; the method's exponents 0.52, 0.69, 0.91 and 1.04 are of single matrices
  it.each([
    [0, 0.519],
    [0.5, 0.669],
    [1, 0.874],
    [2, 0.988],
  ])('7: α = %d gives the exponent %d over d = 16 to 512', (alpha, exponent) => {
    const widths = [16, 32, 64, 128, 256, 512]
    const tops = widths.map((d) => idealTop(d, alpha))
    expect(Math.abs(powerLaw(widths, tops).slope - exponent)).toBeLessThan(0.02)
  })

  it('is level at q = 2p - 1 with η ∝ 1/d, and at 2p with the same rate', () => {
    for (const etaRule of ['inverse', 'constant'] as const) {
      // small rates, because the correction for momentum differs between widths otherwise
      const p = with_({ tab: 'widths', eta: 0.001, lambda: 0.05, etaRule, alpha: 0.3, lambdaRule: 'power' })
      expect(Math.abs(predictedExponent({ ...p, q: levelExponent(p) }))).toBeLessThan(0.002)
    }
    expect(levelExponent(with_({ alpha: 0.5 }))).toBeCloseTo(2 * idealExponent(0.5) - 1, 12)
  })

  it('is where AdamW comes to rest', () => {
    for (const [d, lambdaRule] of [
      ['32', 'constant'],
      ['64', 'root'],
    ] as const) {
      const p = with_({ tab: 'widths', d, lambdaRule })
      const { top, settled } = finished(rested(p))
      expect(settled).toBe(true)
      expect(Math.abs(top / predictedTop(p, Number(d)) - 1)).toBeLessThan(0.12) // one matrix of this size
    }
    expect(finished(rested(with_({ d: '8', eta: 0.001, lambda: 0.05 }))).settled).toBe(false)
  })

  it('the handle at its end gives the exponent that leads there', () => {
    const p = with_({ tab: 'widths', lambdaRule: 'power', q: 0.35 })
    expect(exponentFor(p, 128, predictedTop(p, 128))).toBeCloseTo(0.35, 10)
    const flat = with_({ tab: 'widths', lambdaRule: 'root' })
    expect(handles.tilt.move(handles.tilt.at(flat), flat).q).toBeCloseTo(0.5, 10)
  })
})

describe('the network', () => {
  const widths = [16, 32, 64]
  const rowsOf = (changes: Partial<Params>, seed = 0) =>
    widths.map((d) => ({
      lane: 'one',
      value: d,
      ends: [finished<Trained>(trained(with_({ tab: 'network', ...changes, d: String(d) as Params['d'], seed })))],
    }))

  it('8: exponent at one rate and decay for all widths, and spreads by both rules', () => {
    const same = rowsOf({ eta: 0.01, etaRule: 'constant', lambdaRule: 'constant' })
    const [constant, root] = (['constant', 'root'] as const).map((lambdaRule) => rowsOf({ lambdaRule }))
    for (const layer of LAYERS) {
      const exponent = exponentOf(same, 'one', topOf(layer))
      expect(exponent).toBeGreaterThan(0.55)
      expect(exponent).toBeLessThan(0.85)
      const spread = (rows: typeof same) => spreadOf(rows, 'one', topOf(layer))
      expect(spread(root!)).toBeLessThan(spread(constant!))
    }
  }, 240_000)

  it('the sweep trains as the run does', () => {
    const p = with_({ tab: 'network', d: '16', updates: 120 })
    const { training } = stateAt(p)
    const end = finished(trained(p))
    expect(readouts.loss.of(stateAt(p), p)).toBe(end.loss)
    expect(singularValues(training!.net.second.weights, 16, 16)).toEqual(end.values.second)
    expect(training!.gains).toEqual(end.gains)
  })

  it('E and V have no decay and a rate of their own: the width changes nothing in their first step', () => {
    const first = (d: Params['d']) => {
      const p = with_({ tab: 'network', d, lambda: 5 })
      const [before, after] = [model.init(p).training!, stateAt(p, 1).training!]
      return Math.max(...after.net.read.weights.map((value, k) => Math.abs(value - before.net.read.weights[k]!)))
    }
    for (const d of ['16', '64'] as const) expect(first(d)).toBeCloseTo(0.01, 6)
  })
})
