// Numbers refer to the list "Must hold" of the method; 1 is in tests/golden, others in the demo.
import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { type ClientGradient, driftPoint, federatedRound, meanOptimum, type Rule, type Server, startServer } from './federated'

const A = [1, 0.1, 0.5, 0.9, 0.2]
const B = [3, -1, 0, 2, -3]
const slope: ClientGradient = (i, _, at, out) => {
  out[0] = A[i]! * (at[0]! - B[i]!)
}
const ALL = [0, 1, 2, 3, 4]
const plain: Rule = { rate: 0.3, serverRate: 1, local: 10, beta: 1, corrects: false, reduced: false }
function served(rounds: number, rule: Rule, who: readonly number[] = ALL, gradient = slope): Server {
  const server = startServer(Float64Array.of(4), 5)
  for (let r = 0; r < rounds; r++) federatedRound(server, who, rule, gradient)
  return server
}
const at = (rounds: number, rule: Rule) => served(rounds, rule).x[0]!

describe('a federated round', () => {
  it('3: FedAvg comes to rest at the drift point', () => {
    for (const rule of [plain, { ...plain, local: 50 }, { ...plain, rate: 0.1, serverRate: 0.5 }])
      expect(Math.abs(at(3000, rule) - driftPoint(A, B, rule.rate, rule.local))).toBeLessThan(1e-9)
  })

  it('4: FedAvg-M rests where FedAvg does at the rate βη', () => {
    for (const beta of [0.1, 0.4]) {
      const rest = at(3000, { ...plain, beta })
      expect(rest).toBeCloseTo(driftPoint(A, B, 0.3 * beta, 10), 9)
      expect(at(3000, { ...plain, rate: 0.3 * beta })).toBeCloseTo(rest, 9)
    }
  })

  it('5: with K = 1 it is gradient descent with the step γ, and nobody drifts', () => {
    const mean = A.reduce((sum, a) => sum + a, 0) / 5
    const optimum = meanOptimum(A, B)
    expect(driftPoint(A, B, 0.3, 1)).toBeCloseTo(optimum, 14)
    for (const corrects of [false, true])
      expect(at(9, { ...plain, local: 1, corrects })).toBeCloseTo(optimum + (1 - mean) ** 9 * (4 - optimum), 13)
  })

  it('7: with control variates it comes to the optimum, and c is the mean of all cᵢ, whoever takes part', () => {
    expect(Math.abs(at(400, { ...plain, corrects: true }) - meanOptimum(A, B))).toBeLessThan(1e-5)
    const server = startServer(Float64Array.of(4), 5)
    for (const who of [[1, 4], [0, 1], [3], [2, 4], ALL, [0, 2]]) {
      federatedRound(server, who, { ...plain, corrects: true, beta: 0.3 }, slope)
      expect(Math.abs(server.own.reduce((sum, c) => sum + c / 5, 0) - server.all[0]!)).toBeLessThan(1e-12)
    }
  })

  it('keeps the size of the direction: g does not hang on η where clients stand still', () => {
    const still: ClientGradient = (_i, _k, _at, out) => out.fill(2)
    for (const [rate, local] of [
      [0.3, 10],
      [0.01, 50],
    ] as const)
      expect(served(1, { ...plain, rate, local }, ALL, still).g[0]).toBeCloseTo(2, 12)
  })

  it('with variance reduction weakens noise to β of it, and rests where FedAvg does', () => {
    const noise = new Float64Array(50)
    fillNormal(stream(3), noise)
    const noisy: ClientGradient = (i, k, place, out) => {
      slope(i, k, place, out)
      out[0]! += noise[10 * i + k]!
    }
    const [reduced, mixed] = [
      { ...plain, beta: 0.2, reduced: true },
      { ...plain, beta: 0.2 },
    ]
    const effect = (rule: Rule) => served(1, rule, ALL, noisy).x[0]! - at(1, rule)
    expect(effect(reduced) / effect({ ...mixed, beta: 1 })).toBeCloseTo(0.2, 9) // the gradients are linear
    expect(at(3000, reduced)).toBeCloseTo(driftPoint(A, B, 0.3, 10), 9)
  })

  it('writes the ways of those who take part', () => {
    const server = startServer(Float64Array.of(4), 5)
    const paths = new Float64Array(2 * 11)
    federatedRound(server, [3, 1], plain, slope, paths)
    expect(paths[0]).toBe(4)
    expect(paths[10]).toBeCloseTo(2 + 0.73 ** 10 * 2, 12)
    expect(paths[11]).toBe(4)
    expect((4 - paths[10]! + 4 - paths[21]!) / (0.3 * 2 * 10)).toBeCloseTo(server.g[0]!, 14)
  })
})
