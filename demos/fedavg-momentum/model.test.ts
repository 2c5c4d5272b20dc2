// Numbers refer to the list "Must hold" of the method; 1 is in tests/golden, others in src/domains/optim/federated.test.ts and in the claims.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { endOf, model, type Params, params, placeOf, type State } from './model'
import { METHODS, type Method } from './params'
import { presets } from './presets'
import { blobsOf, centerAt, centersOf, optimumOf, POINTS, problemOf, restError, restOf } from './problem'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function stateAt(p: Params, rounds: number): State {
  const s = model.init(p)
  for (let k = 0; k < rounds; k++) model.step(s, p)
  return s
}
const errorOf = (s: State, p: Params, method: Method) => problemOf(p).error(s[method].server.x)
const near = (one: ArrayLike<number>, other: ArrayLike<number>, within: number) => {
  for (let a = 0; a < one.length; a++) expect(Math.abs(one[a]! - other[a]!)).toBeLessThan(within)
}

describe('five clients in the plane', () => {
  it('have their optimum at (1.5185, 0.4074)', () => {
    near(optimumOf(with_({})), [1.5185, 0.4074], 5e-5)
  })

  it('2: without momentum weight, methods with and without it are the same', () => {
    const p = with_({ beta: 1, m: 3, sigma: 0.7 })
    const s = stateAt(p, 40)
    near(s.fedavgM.server.x, s.fedavg.server.x, 1e-14)
    near(s.scaffoldM.server.x, s.scaffold.server.x, 1e-14)
  })

  it('3: FedAvg comes to rest 0.60094 from the optimum, at the drift point', () => {
    const p = with_({ rounds: 1000 })
    expect(restError(p, 'fedavg')).toBeCloseTo(0.60094, 5)
    near(stateAt(p, 3000).fedavg.server.x, restOf(p, 'fedavg'), 1e-9)
  })

  it('4: FedAvg-M comes to rest at (1.45394065, 0.39243411)', () => {
    const p = with_({})
    near(stateAt(p, 1000).fedavgM.server.x, [1.45394065, 0.39243411], 1e-7)
    near(restOf(p, 'fedavgM'), [1.45394065, 0.39243411], 1e-8)
  })

  it('5: with one local step all without momentum are gradient descent with the step γ', () => {
    const p = with_({ local: 1, gamma: 0.8 })
    const [star, s] = [optimumOf(p), stateAt(p, 12)]
    const expected = p.start.map((x, axis) => star[axis]! + (1 - 0.8 * 0.54) ** 12 * (x - star[axis]!))
    for (const method of ['fedavg', 'small', 'scaffold'] as const) near(s[method].server.x, expected, 1e-12)
  })

  it('6: there is no bias where all losses are equally steep', () => {
    const p = with_(presets.equal.params)
    expect(errorOf(stateAt(p, 200), p, 'fedavg')).toBeLessThan(1e-9)
  })

  it('7: SCAFFOLD has an error below 1e-5 after 400 rounds, and c is the mean of all cᵢ in each round', () => {
    const p = with_({ m: 2, sigma: 1 })
    const s = model.init(p)
    for (let k = 0; k < 50; k++) {
      model.step(s, p)
      for (const method of ['scaffold', 'scaffoldM'] as const) {
        const { own, all } = s[method].server
        for (const axis of [0, 1])
          expect(Math.abs(mean([0, 1, 2, 3, 4].map((i) => own[2 * i + axis]!)) - all[axis]!)).toBeLessThan(1e-12)
      }
    }
    expect(errorOf(stateAt(with_({}), 400), with_({}), 'scaffold')).toBeLessThan(1e-5)
  })

  it('8: the bias of β = 0.1 is 3.34 times that of 0.03, and proportional to h', () => {
    const at = (changes: Partial<Params>, method: Method) => restError(with_(changes), method)
    expect(Math.abs(at({ beta: 0.1 }, 'fedavgM') / at({ beta: 0.03 }, 'fedavgM') - 3.34)).toBeLessThan(0.05)
    for (const h of [0.5, 2, 3]) expect(at({ h }, 'fedavg') / at({}, 'fedavg') / h).toBeCloseTo(1, 12)
    for (const h of [0.5, 2])
      expect(Math.abs(endOf(with_({ h }), 'fedavgM') / endOf(with_({}), 'fedavgM') / h - 1)).toBeLessThan(1e-3)
  })

  it('9: with two of five and noise each is better than the one before: FedAvg, FedAvg-M, SCAFFOLD, SCAFFOLD-M', () => {
    const over = (method: Method, changes: Partial<Params> = {}) =>
      mean([0, 1, 2, 3, 4, 5, 6, 7].map((seed) => endOf(with_({ ...presets.noisy.params, ...changes, seed }), method)))
    const errors = (['fedavg', 'fedavgM', 'scaffold', 'scaffoldM'] as const).map((method) => over(method))
    expect(errors).toEqual([...errors].sort((a, b) => b - a))
    expect(over('fedavgM')).toBeLessThan(over('small')) // which rests at the same place if all take part
    const [avg, m, sc, sm] = errors
    for (const [one, other] of [
      [avg, m],
      [m, sc],
      [sc, sm],
    ] as const)
      expect(one! / other!).toBeGreaterThan(1.05)
  })

  it('a dragged client is where it was put, and heterogeneity leaves the optimum where it is', () => {
    for (const h of [0.3, 1, 2.5]) {
      const p = with_({ h })
      near(optimumOf(p), optimumOf(with_({})), 1e-12)
      const to: Point = [0.7, -1.3]
      near(centersOf(with_({ h, b3: centerAt(p, 2, to) }))[2]!, to, 2e-3) // b lies on a grid
    }
  })

  it('draws the round that was taken', () => {
    const p = with_({ m: 3, sigma: 0.5 })
    const s = stateAt(p, 7)
    const { rounds, who } = model.frame(s, p)
    for (const method of METHODS) {
      const { paths, from, to } = rounds![method]
      for (const axis of [0, 1]) {
        const moved = who.map((_, j) => paths[2 * (11 * j + 10) + axis]! - paths[2 * 11 * j + axis]!)
        const rate = method === 'small' ? p.eta * p.beta : p.eta
        expect(from[axis]! + (p.gamma * mean(moved)) / (rate * 10)).toBeCloseTo(to[axis]!, 12)
      }
    }
    expect(new Set(who).size).toBe(3)
    expect(placeOf(rounds!.fedavg.to)).toEqual(placeOf(s.fedavg.server.x))
  })

  it('that flies off says so, and the others go on', () => {
    const p = with_({ gamma: 20, eta: 3 })
    const s = stateAt(p, 100)
    expect(s.fedavg.lost).toBeGreaterThan(0)
    for (const method of METHODS) expect(s[method].server.x.every(Number.isFinite)).toBe(true)
  })
})

describe('the classifier', () => {
  it('has as many points a client, in shares that go with the evenness', () => {
    const share = (skew: number) => {
      const { counts } = blobsOf({ skew, seed: 0 })
      return mean([0, 1, 2, 3, 4].map((i) => Math.max(...counts.subarray(3 * i, 3 * i + 3)) / POINTS))
    }
    expect(share(0.1)).toBeGreaterThan(0.8)
    expect(share(30)).toBeLessThan(0.5)
  })

  it('4: FedAvg-M and FedAvg at the rate βη go to the same weights, SCAFFOLD to the best', () => {
    const p = with_({ tab: 'blobs', gamma: 3, rounds: 400 })
    const s = stateAt(p, 400)
    near(s.fedavgM.server.x, s.small.server.x, 1e-5)
    expect(errorOf(s, p, 'fedavg')).toBeGreaterThan(20 * errorOf(s, p, 'fedavgM'))
    expect(errorOf(s, p, 'scaffold')).toBeLessThan(1e-9)
  })
})
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
