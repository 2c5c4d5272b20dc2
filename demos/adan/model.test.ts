// Numbers refer to the list "Must hold" of the method; 1 and 8 are in tests/golden, 3 to 7 in src/domains/optim/rules.test.ts.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { bands } from '@/numerics/sweep'
import { model, type Params, params, type State } from './model'
import { METHODS } from './params'
import { presets } from './presets'
import { budgetOf, LANES, pointsOf, REACH, SIDE, saysOf, trained } from './training'
import { sweepOf } from './trainings'
import { endOf, GRID, workingRates } from './window'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

function stateAt(p: Params, step = model.steps(p)): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}

describe('the race', () => {
  it('gives all methods the same noise: without momentum and scales, two of them take the same path', () => {
    const p = with_({ noise: 2, mu: 0, etaBall: 0.002, etaNesterov: 0.002, etaDescent: 0.002 })
    const { race } = stateAt(p, 100)
    expect(race!.ball.at).toEqual(race!.descent.at)
    expect(race!.nesterov.at).toEqual(race!.descent.at)
    expect(stateAt({ ...p, seed: 2 }, 100).race!.ball.at).not.toEqual(race!.ball.at)
    expect(stateAt({ ...p, noise: 0 }, 100).race!.ball.at).not.toEqual(race!.ball.at)
  })

  it('leaves who flies off where it was, and ends when nobody is left', () => {
    const p = with_({ etaBall: 10, etaNesterov: 10, etaDescent: 10 })
    const s = stateAt(p, 60)
    for (const method of ['ball', 'nesterov', 'descent'] as const) {
      expect(s.race![method].lost).toBeGreaterThan(0)
      expect(s.race![method].at.every((x) => Math.abs(x) <= 1e6)).toBe(true)
    }
    expect(s.race!.adan.lost).toBe(-1)
    expect(model.ended!(s, p)).toBeNull()
    const frame = model.frame(s, p)
    expect(frame.race!.ball.move).toBeNull()
    expect(frame.race!.adan.move).not.toBeNull()
  })

  it('shows as the next step the one that is taken, and its parts', () => {
    const p = with_({ noise: 1 })
    const s = stateAt(p, 30)
    const shown = model.frame(s, p).race!
    const before = structuredClone(s)
    model.step(s, p)
    for (const method of METHODS) {
      const { move, at } = shown[method]
      const taken = [0, 1].map((i) => s.race![method].at[i]! - at[i]!)
      expect(move!.step).toEqual(taken)
      if (method === 'adan' || method === 'adam') continue // theirs are scaled
      for (const i of [0, 1] as const) {
        const sum = move!.parts.reduce((total, { by }) => total + by[i], 0)
        expect(Math.abs(sum - taken[i]!)).toBeLessThan(1e-12)
      }
    }
    const n = s.race!.adan.memory.kept[2]!.map((v) => Math.sqrt(v / (1 - s.race!.adan.memory.powers[2]!)))
    for (const i of [0, 1] as const) {
      const [mean, change] = shown.adan.move!.parts
      expect(Math.abs((p.eta * (mean!.by[i] + change!.by[i])) / n[i]! - shown.adan.move!.step[i])).toBeLessThan(1e-8)
    }
    expect(before.race!.noise).not.toEqual(s.race!.noise)
  })

  it('the window runs the same race', () => {
    const p = with_({ ...presets.valley.params, noise: 0.3 })
    const s = stateAt(p)
    const rates = { adan: p.eta, adam: p.etaAdam, ball: p.etaBall, nesterov: p.etaNesterov, descent: p.etaDescent }
    for (const method of METHODS) {
      const [x, y] = s.race![method].at
      expect(endOf(p, method, rates[method])).toBe((x! * x! + 100 * y! * y!) / 2)
    }
    expect(endOf(with_({}), 'ball', 10)).toBe(Number.POSITIVE_INFINITY)
  })

  it('in the straight valley Adan has most rates that work, and gradient descent fewest', () => {
    expect(GRID).toHaveLength(56)
    const p = with_(presets.valley.params)
    expect(METHODS.map((method) => workingRates(p, method))).toEqual([4, 13, 17, 21, 22])
  })
})

describe('the identity', () => {
  it('2: the places stay the same for 40 steps, for any momentum', () => {
    for (const mu of [0, 0.5, 0.9, 0.95]) {
      const p = with_({ ...presets.same.params, etaNesterov: 0.001, mu })
      expect(stateAt(p, 40).twins!.apart).toBeLessThan(1e-11)
    }
    expect(stateAt(with_(presets.same.params)).twins!.apart).toBeLessThan(1e-11)
  })

  it('draws the step that is taken: both ways lead to the next places', () => {
    const p = with_(presets.same.params)
    const s = stateAt(p, 5)
    const { ahead, here } = model.frame(s, p).twins!
    model.step(s, p)
    for (const i of [0, 1] as const) {
      expect(Math.abs(ahead.next[i] - s.twins!.ahead.at[i]!)).toBeLessThan(1e-14)
      expect(Math.abs(here.next[i] - s.twins!.here.at[i]!)).toBeLessThan(1e-14)
      expect(Math.abs(ahead.measured[i] - here.at[i])).toBeLessThan(1e-12)
    }
  })

  it('ends where both fly off', () => {
    const p = with_({ ...presets.same.params, etaNesterov: 1 })
    const s = stateAt(p)
    expect(s.twins!.lost).toBeGreaterThan(0)
    expect(model.ended!(s, p)).toBe('diverged')
    expect(Number.isFinite(s.twins!.apart)).toBe(true)
  })
})

describe('the network', () => {
  it('the lanes of the run are the whole trainings of the sweep', () => {
    const p = with_({ tab: 'net', budget: 60, seed: 5 })
    const s = stateAt(p)
    for (const lane of LANES) {
      const work = trained(p, lane)
      let next = work.next()
      while (!next.done) next = work.next()
      expect(s.training![lane].loss).toBe(next.value)
      expect(s.training![lane].memory.steps).toBe(budgetOf(p, lane))
    }
  })

  it('says of its points what the picture shows', () => {
    const p = with_({ tab: 'net' })
    const says = saysOf(stateAt(p).training!.half)
    const { points, labels } = pointsOf(p)
    const cell = (x: number) => Math.floor(((x / REACH + 1) / 2) * SIDE)
    const right = [...labels.keys()].filter(
      (n) => Math.sign(says[cell(points[2 * n]!) * SIDE + cell(points[2 * n + 1]!)]!) === labels[n],
    )
    expect(right.length).toBeGreaterThan(190) // a point near the border may lie in a cell of the other side
  })

  it('9: tuned Adan with half the budget is as good as tuned Adam with all of it, and twice as good as with half', () => {
    const work = sweepOf(with_({ tab: 'net' }), 7)
    let next = work.next()
    while (!next.done) next = work.next()
    const rows = next.value
    const best = (lane: string) => Math.min(...bands(rows, lane, (loss) => loss).median)
    expect(best('half')).toBeLessThan(1.3 * best('adamFull'))
    expect(best('half')).toBeLessThan(best('adamHalf') / 2)
  }, 60_000)

  it('a rate that explodes is told as no number, and stops no run', () => {
    const p = with_({ tab: 'net', netAdan: 10, netAdam: 10, budget: 40 })
    const s = stateAt(p)
    for (const lane of LANES) expect(s.training![lane].loss).toBeGreaterThan(0.1)
    expect(model.frame(s, p).says!.half).toHaveLength(SIDE * SIDE)
  })
})
