// Numbers refer to the list "Must hold" of the method; the others are in src/domains/optim/kronecker.test.ts and tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { asReleased, identity } from '@/domains/optim/kronecker'
import { offIdentity } from '@/numerics/smallMatrix'
import { bands } from '@/numerics/sweep'
import { counted, inversionAt, rankOneAt } from './cost'
import { model, type Params, params, type State } from './model'
import { METHODS } from './params'
import { presets } from './presets'
import { covarianceOf, lossOf, problemOf } from './problem'
import { advanceRace, startRace } from './race'
import { endOf, LINES, sweepOf } from './rates'
import { readouts } from './readouts'

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

describe('the problem', () => {
  it('has inputs as wide as it says, and a loss that is the quadratic form of its matrix', () => {
    const problem = problemOf(with_({ tab: 'layer', kappa: 300 }))
    expect(problem.spread[0]! / problem.spread[5]!).toBeCloseTo(300, 9)
    const turned = Float64Array.from({ length: 36 }, (_, k) => problem.axes[(k % 6) * 6 + Math.floor(k / 6)]!)
    expect(offIdentity(problem.axes, turned, 6)).toBeLessThan(1e-14)
    const a = covarianceOf(problem)
    const w = problem.start.map((_, k) => Math.sin(k))
    let form = 0
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 6; j++)
        for (let k = 0; k < 6; k++)
          form += (w[i * 6 + j]! - problem.target[i * 6 + j]!) * a[j * 6 + k]! * (w[i * 6 + k]! - problem.target[i * 6 + k]!)
    expect(lossOf(problem, w)).toBeCloseTo(form / 2, 12)
    expect(lossOf(problem, problem.target)).toBe(0)
  })

  it('a long axis of no length still has a direction', () => {
    const p = with_({ widest: [0, 0] })
    for (const method of METHODS) expect(Number.isFinite(stateAt(p, 50).race[method].loss)).toBe(true)
  })
})

describe('the race', () => {
  it('gives all the same batches: with inverses that are the identity, MKOR is momentum', () => {
    const p = with_({ variant: 'released', gamma: 0.95, eta: 0.1, etaFirst: 0.1 })
    const race = startRace(p)
    advanceRace(race, p, 1)
    expect(race.mkor.weights).not.toEqual(race.first.weights)
    race.mkor.switched = 1 // without preconditioning from here on
    race.mkor.weights.set(race.first.weights)
    race.mkor.memory.kept[0]!.set(race.first.memory.kept[0]!)
    for (let step = 2; step < 50; step++) advanceRace(race, p, step)
    expect(race.mkor.weights).toEqual(race.first.weights)
  })

  it('corrects R by inputs and L by errors, not the other way round', () => {
    const p = with_({ tab: 'layer', zeta: 1, eta: 0.0001 })
    const { race } = stateAt(p, 40)
    expect(race.mkor.right.inverse).toEqual(race.seen.inverses.exact)
    expect(race.mkor.left.inverse).toHaveLength(9)
    expect(offIdentity(race.seen.average, race.seen.inverses.exact, 6)).toBeLessThan(1e-12)
  })

  it('leaves who flies off where it was, and ends when nobody is left', () => {
    const p = with_({ tab: 'layer', eta: 10, etaFirst: 10, etaKfac: 10 })
    const s = stateAt(p, 100)
    for (const method of METHODS) {
      expect(s.race[method].lost).toBeGreaterThan(0)
      expect(s.race[method].weights.every(Number.isFinite)).toBe(true)
    }
    expect(model.ended!(s, p)).toBe('diverged')
    expect(model.ended!(stateAt(with_({ eta: 10 }), 100), p)).toBeNull()
  })

  it('inverts for K-FAC every f steps, and counts it', () => {
    const each = (f: number) => readouts.kfacEach.of(stateAt(with_({ tab: 'layer', f }), 300), with_({}))!
    expect(each(1) - each(10)).toBeCloseTo(0.9 * (27 + 216), 9)
    const mkor = readouts.mkorEach.of(stateAt(with_({ tab: 'layer' }), 1), with_({}))
    expect(mkor).toBe(2 * 18 * 16 + 9 * 16 + rankOneAt(3) + rankOneAt(6) + 54 + 108 + 54 + 36)
  })

  it('MKOR-H gives up for good, and goes on as momentum does', () => {
    const p = with_({ tab: 'layer', hybrid: true })
    const s = stateAt(p)
    expect(s.race.mkor.switched).toBeGreaterThan(50)
    expect(stateAt({ ...p, hybrid: false }).race.mkor.switched).toBe(-1)
    expect(s.race.mkor.loss).not.toBe(stateAt({ ...p, hybrid: false }).race.mkor.loss)
    expect(s.race.mkor.work).toBeLessThan(stateAt({ ...p, hybrid: false }).race.mkor.work)
  })

  it('the sweep runs the same race', () => {
    const p = with_({ tab: 'layer', seed: 4 })
    const { race } = stateAt(p, 300)
    expect(endOf(p, 'exact')[1]).toBe(race.mkor.loss)
    expect(endOf(p, 'first')[1]).toBe(race.first.loss)
    expect(endOf(p, 'kfac')[1]).toBe(race.kfac.loss)
    expect(endOf(p, 'exact')[0]).toBe(stateAt(p, 100).race.mkor.loss)
    expect(endOf({ ...p, eta: 10 }, 'exact')[1]).toBe(Number.POSITIVE_INFINITY)
  })

  it('8: at its best rate each, K-FAC < MKOR < released code < momentum, and MKOR < momentum / 100', () => {
    const rows = finished(sweepOf(with_({ tab: 'layer' })))
    const best = Object.fromEntries(LINES.map((name) => [name, Math.min(...bands(rows, name, ([, end]) => end).median)]))
    expect(best.exact).toBeLessThan(best.first! / 100)
    expect(best.kfac).toBeLessThan(best.exact!)
    expect(best.released).toBeGreaterThan(best.exact!)
    expect(best.released).toBeLessThan(best.first!)
    expect(best.printed).toBeGreaterThan(best.first!) // no better than momentum
  }, 60_000)

  it('shows three formulas that take in the same vectors', () => {
    const p = with_({ source: 'single', zeta: 1 })
    const race = startRace(p)
    const [inverse, u] = [identity(2), new Float64Array(2)]
    for (let step = 1; step <= 20; step++) {
      advanceRace(race, p, step)
      asReleased(inverse, race.seen.vector, 2, p.gamma, u)
    }
    expect(race.seen.inverses.released).toEqual(inverse)
  })

  it('the printed formula overflows, and the run goes on', () => {
    const p = with_({ ...presets.printed.params, steps: 2000 })
    const s = stateAt(p)
    expect(Math.max(...s.race.seen.inverses.exact)).toBeLessThan(1e4)
    expect(readouts.offPrinted.of(s, p)).toBeNull()
    expect(s.race.mkor.weights.every(Number.isFinite)).toBe(true)
    expect(model.frame(s, p).plane!.bent.length).toBe(2)
  })
})

describe('narrowness', () => {
  it('is κ before anything was seen, and far less once the inputs are known', () => {
    const p = with_({ tab: 'layer', zeta: 1, source: 'single' })
    expect(readouts.mkorNarrow.of(stateAt(p, 0), p)).toBeCloseTo(300, 6)
    expect(readouts.kfacNarrow.of(stateAt(p, 300), p)).toBeLessThan(100)
  })
})

describe('the cost', () => {
  it('is what the kernels count while they run', () => {
    const { widths, rankOne, inversion } = finished(counted.compute(with_({ tab: 'cost' })))
    expect(widths).toEqual([8, 16, 32, 64, 128, 256])
    expect(rankOne).toEqual(widths.map(rankOneAt))
    expect(inversion).toEqual(widths.map(inversionAt))
  })
})
