// Numbers refer to the list "Must hold" of the method; 1 is in tests/golden, others in src/domains/optim/gossip.test.ts.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { model, type Params, params, type State, spreadOf } from './model'
import { train } from './network'
import { copiesOf } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { sampled } from './sampled'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function stateAt(p: Params, step: number): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}
const gapOf = (s: State) => readouts.gap.of(s, defaultsOf(params))!

describe('the flock', () => {
  it('2: has the mean of DiLoCo on the same noise, for any pull, pairs and start', () => {
    for (const changes of [
      {},
      { gamma: 0 },
      { gamma: 1.3, alpha: 0.3 },
      { pairing: 7, begin: 'scattered' },
      { begin: 'apart', pairs: 1 },
      { loss: 'round', local: 50, pairs: 32 },
    ] as const) {
      const p = with_(changes)
      for (const step of [1, 10, 40]) expect(gapOf(stateAt(p, step))).toBeLessThan(1e-12)
    }
  })

  it('gives everybody one partner, and other partners in the next step', () => {
    const p = with_({ pairs: 5 })
    const pairsAt = (step: number) => model.frame(stateAt(p, step), p).pairs
    for (const step of [1, 2, 3])
      expect(
        pairsAt(step)
          .flat()
          .toSorted((a, b) => a - b),
      ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(pairsAt(1)).not.toEqual(pairsAt(2))
    expect(pairsAt(0)).toEqual([])
  })

  it('7: two copies agree in one step with γ = 1 and no momentum, exactly', () => {
    const p = with_({ pairs: 1, begin: 'apart', alpha: 0, gamma: 1, loss: 'none' })
    const { phi } = stateAt(p, 1)
    expect(phi[0]).toBe(phi[2])
    expect(phi[1]).toBe(phi[3])
  })

  it('two copies without a pull keep their distance', () => {
    const p = with_({ ...presets.two.params, noise: 0, gamma: 0 })
    expect(spreadOf(stateAt(p, 30))).toBeCloseTo(spreadOf(stateAt(p, 0)), 12)
  })

  it('8: is wider with larger local steps: 0.0141, 0.0364, 0.0818, within 15 %', () => {
    for (const [omega, wanted] of [
      [0.025, 0.0141],
      [0.05, 0.0364],
      [0.1, 0.0818],
    ] as const) {
      const p = with_({ omega, loss: 'round' })
      let sum = 0
      for (let seed = 0; seed < 40; seed++) sum += spreadOf(stateAt({ ...p, seed, pairing: seed + 1000 }, 60)) ** 2 / 2 / 40 // along one axis
      expect(Math.abs(sum / wanted - 1)).toBeLessThan(0.15)
      expect(Math.abs(stateAt(p, 60).expected[0]! / wanted - 1)).toBeLessThan(0.07)
    }
  })

  it('shows the local phase that was taken, and the parts of the first move add up', () => {
    for (const p of [with_({}), with_({ ...presets.two.params, local: 50 }), with_({ pairs: 32, begin: 'scattered' })]) {
      const s = stateAt(p, 5)
      const { path, from, at, parts } = model.frame(s, p)
      for (let i = 0; i < copiesOf(p); i++)
        for (const axis of [0, 1]) {
          const [first, last] = [2 * (p.local + 1) * i + axis, 2 * ((p.local + 1) * (i + 1) - 1) + axis]
          expect(path![first]).toBe(from[2 * i + axis])
          expect(path![last]! - path![first]!).toBe(s.moved[2 * i + axis])
        }
      for (const axis of [0, 1] as const)
        expect(from[axis]! + parts!.momentum[axis] + parts!.learned[axis] + parts!.pull[axis]).toBeCloseTo(at[axis]!, 12)
    }
  })

  it('has noise of its own in each copy, but the same for all methods', () => {
    const p = with_({ pairs: 1, begin: 'together', alpha: 0, gamma: 0, beta: 1, local: 1 })
    const s = stateAt(p, 1)
    expect(s.moved[0]).not.toBe(s.moved[2])
    for (const axis of [0, 1]) {
      expect(s.phi[axis]).toBeCloseTo(s.diloco.phi[axis]!, 14)
      expect(s.fsdp[axis]).toBeCloseTo(s.diloco.phi[axis]!, 14) // with one local step and β = 1
    }
  })

  it('that flies apart ends, with finite numbers, and its mean stands still', () => {
    const p = with_({ ...presets.scatter.params, alpha: 0.95, gamma: 2, steps: 2000 })
    const s = model.init(p)
    while (model.ended!(s, p) === null && s.step < 2000) model.step(s, p)
    expect(s.step).toBeLessThan(100)
    expect(s.phi.every(Number.isFinite)).toBe(true)
    expect(gapOf(s) / spreadOf(s)).toBeLessThan(1e-12)
  })
})

describe('the network', () => {
  const trained = (changes: Partial<Params>) => {
    const work = train(with_({ tab: 'mlp', steps: 40, ...changes }))
    let next = work.next()
    while (!next.done) next = work.next()
    return next.value
  }
  it('learns, copies like DiLoCo, and stays together by the pull', () => {
    const [pulled, free] = [trained({}), trained({ gamma: 0 })]
    expect(pulled.each).toHaveLength(41)
    expect(pulled.each[40]).toBeLessThan(pulled.each[0]! / 20)
    expect(pulled.mean[40]! / pulled.diloco[40]!).toBeCloseTo(1, 2)
    expect(pulled.spread[40]).toBeLessThan(free.spread[40]! / 2)
    expect(pulled.gap[40]).toBeLessThan(free.gap[40]! / 2)
    expect(pulled.gap[40]).toBeGreaterThan(1e-4) // not quadratic: the mean is not DiLoCo
  })

  it('has the mean of DiLoCo after one local step each, where gradients are of the same weights', () => {
    expect(trained({ local: 1, alpha: 0, gamma: 0, steps: 1 }).gap[1]).toBeLessThan(1e-12)
  })

  it('that flies apart ends with what is finite so far', () => {
    const { spread } = trained({ alpha: 0.95, gamma: 2, omega: 0.3, steps: 400, local: 1 })
    expect(spread.length).toBeLessThan(400)
    expect(spread.every(Number.isFinite)).toBe(true)
  }, 20_000)
})

describe('waiting', () => {
  it('is drawn for all sizes, and pairs wait as the formula says', () => {
    const p = with_({ tab: 'net', latency: 0.5 })
    const work = sampled.compute(p)
    let next = work.next()
    while (!next.done) next = work.next()
    const { sizes, exchange, allReduce } = next.value
    expect(sizes).toEqual([2, 4, 8, 16, 32, 64])
    for (const wait of exchange) expect(Math.abs(wait / 1.446267 - 1)).toBeLessThan(0.03)
    for (const [k, wait] of allReduce.entries()) expect(wait).toBeGreaterThan(allReduce[k - 1] ?? exchange[0]!)
  })

  it('of 2, 6 and 64 copies takes trees of 1, 3 and 6 levels', () => {
    const levels = [1, 3, 32].map((pairs) => readouts.levels.of(stateAt(with_({ pairs }), 0), with_({ pairs })))
    expect(levels).toEqual([1, 3, 6])
  })
})
