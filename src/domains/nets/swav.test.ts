// Kernels of swapped prediction. Numbers refer to the list "Must hold" of the method; 5, the golden trajectories, is in tests/golden.
import { describe, expect, it } from 'vitest'
import { fillNormal, stream, uniform } from '@/numerics/random'
import { inputsOf, layersOf, outputsOf, startPerceptron } from './perceptron'
import { argmaxCodes, shareError, sinkhornCodes, softmax, startCodes } from './sinkhorn'
import { exp } from './steadyExp'
import {
  crossEntropy,
  normaliseRows,
  type SwapSettings,
  scoreGradient,
  swappedPrediction,
  swapWorkspace,
} from './swappedPrediction'
import { addBackwardTanh, forwardTanh } from './tanhNet'

const shape = { samples: 9, prototypes: 5 }
/** Scores in [-1, 1]. */
function scoresFrom(seed: number, { samples, prototypes } = shape): Float64Array {
  const random = stream(seed)
  return Float64Array.from({ length: samples * prototypes }, () => 2 * uniform(random) - 1)
}
function codesFor(scores: Float64Array, epsilon: number, rounds: number, of = shape): Float64Array {
  const out = new Float64Array(scores.length)
  sinkhornCodes(scores, of, epsilon, rounds, out)
  return out
}
const largestGap = (a: Float64Array, b: Float64Array) => Math.max(...a.map((v, k) => Math.abs(v - b[k]!)))

describe('Sinkhorn', () => {
  it('1: gives each sample a code that sums to 1, without negative entries, after any number of rounds', () => {
    for (const epsilon of [0.02, 0.05, 1])
      for (const rounds of [0, 1, 2, 3, 10, 30]) {
        const codes = codesFor(scoresFrom(rounds), epsilon, rounds)
        for (let i = 0; i < 9; i++) {
          const own = codes.subarray(5 * i, 5 * i + 5)
          expect(Math.abs(own.reduce((sum, q) => sum + q, 0) - 1)).toBeLessThan(1e-12)
          expect(Math.min(...own)).toBeGreaterThanOrEqual(0)
        }
      }
  })

  it('2: comes nearer to fair shares with every round', () => {
    for (let seed = 1; seed <= 20; seed++) {
      let before = Number.POSITIVE_INFINITY
      for (let rounds = 1; rounds <= 60; rounds++) {
        const error = shareError(codesFor(scoresFrom(seed), 0.1, rounds), shape)
        expect(error).toBeLessThanOrEqual(before + 1e-13)
        before = error
      }
      expect(shareError(codesFor(scoresFrom(seed), 0.1, 3000), shape)).toBeLessThan(1e-9)
    }
  })

  it('3: does not mind a bonus for a prototype; one for a sample cancels only in the limit', () => {
    const scores = scoresFrom(3)
    const bonus = (of: (i: number, k: number) => boolean) => scores.map((s, at) => s + (of(Math.floor(at / 5), at % 5) ? 0.3 : 0))
    for (const rounds of [1, 2, 3, 10])
      expect(
        largestGap(
          codesFor(
            bonus((_, k) => k === 2),
            0.05,
            rounds,
          ),
          codesFor(scores, 0.05, rounds),
        ),
      ).toBeLessThan(1e-10)
    const favoured = bonus((i) => i === 4)
    expect(largestGap(codesFor(favoured, 0.2, 1), codesFor(scores, 0.2, 1))).toBeGreaterThan(1e-3)
    expect(largestGap(codesFor(favoured, 0.2, 4000), codesFor(scores, 0.2, 4000))).toBeLessThan(1e-8)
  })

  it('4: shares equally where scores are equal or ε is huge, and finds the best assignment where ε is small', () => {
    for (const q of codesFor(new Float64Array(45).fill(0.4), 0.05, 3)) expect(q).toBeCloseTo(0.2, 15)
    for (const q of codesFor(scoresFrom(4), 1e6, 3)) expect(Math.abs(q - 0.2)).toBeLessThan(1e-5)
    const square = { samples: 5, prototypes: 5 }
    const orders = permutations([0, 1, 2, 3, 4])
    let clear = 0
    for (let seed = 1; seed <= 12; seed++) {
      const scores = scoresFrom(seed, square)
      const worth = (order: readonly number[]) => order.reduce((sum, k, i) => sum + scores[5 * i + k]!, 0)
      const [best, second] = orders.toSorted((a, b) => worth(b) - worth(a))
      if (worth(best!) - worth(second!) < 0.1) continue // ten ε: nearer plans mix, and rightly
      clear++
      const codes = codesFor(scores, 0.01, 2000, square)
      for (const [i, k] of best!.entries()) expect(codes[5 * i + k]!).toBeGreaterThan(0.98)
    }
    expect(clear).toBeGreaterThanOrEqual(5)
  })

  it('without a round is the softmax; the nearest star is its limit', () => {
    const scores = scoresFrom(5)
    const [soft, hard] = [new Float64Array(45), new Float64Array(45)]
    softmax(scores, shape, 0.05, soft)
    expect(codesFor(scores, 0.05, 0)).toEqual(soft)
    softmax(scores, shape, 1e-4, soft)
    argmaxCodes(scores, shape, hard)
    expect(largestGap(soft, hard)).toBeLessThan(1e-6)
    startCodes(scores, shape, 0.05, soft)
    expect(soft.reduce((sum, q) => sum + q, 0)).toBeCloseTo(1, 14)
  })
})

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]))
}

describe('swapped prediction', () => {
  it('6: has the score gradient (p - q)/(τB), with q held', () => {
    const [scores, codes] = [scoresFrom(6), codesFor(scoresFrom(7), 0.05, 3)]
    const [p, gradient] = [new Float64Array(45), new Float64Array(45)]
    softmax(scores, shape, 0.1, p)
    scoreGradient(p, codes, shape, 0.1, 1, gradient)
    for (const [k, s] of scores.entries()) {
      const at = (shift: number) => {
        scores[k] = s + shift
        return crossEntropy(codes, scores, shape, 0.1)
      }
      const slope = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3
      scores[k] = s
      expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-6 * Math.max(Math.abs(gradient[k]!), 0.1))
    }
  })

  const settings: SwapSettings = { codes: 'sinkhorn', rounds: 3, epsilon: 0.05, temperature: 0.1 }
  function setting(prototypes: number, d: number) {
    const fill = (size: number, seed: number) => {
      const out = new Float64Array(size)
      fillNormal(stream(seed), out)
      return out
    }
    const stars = fill(prototypes * d, 1)
    normaliseRows(stars, prototypes, d, stars)
    return { u: fill(9 * d, 2), v: fill(9 * d, 3), stars, workspace: swapWorkspace({ samples: 9, prototypes }, d) }
  }

  it('7: does not mind which view is first; with one prototype there is nothing to learn', () => {
    const { u, v, stars, workspace } = setting(5, 3)
    const there = swappedPrediction([u, v], stars, null, settings, workspace)
    const gradient = workspace.rawGradients[0].slice()
    expect(Math.abs(swappedPrediction([v, u], stars, null, settings, workspace) - there)).toBeLessThan(1e-14)
    expect(workspace.rawGradients[1]).toEqual(gradient)
    const one = setting(1, 2)
    expect(swappedPrediction([one.u, one.v], one.stars, null, settings, one.workspace)).toBeCloseTo(0, 15)
    expect(Math.max(...one.workspace.rawGradients[0].map(Math.abs), ...one.workspace.prototypeGradient.map(Math.abs))).toBe(0)
  })

  it('moves no feature outwards: raw gradients are tangent', () => {
    const { u, v, stars, workspace } = setting(5, 3)
    swappedPrediction([u, v], stars, null, settings, workspace)
    for (let i = 0; i < 9; i++) {
      const along = [0, 1, 2].reduce((sum, j) => sum + u[3 * i + j]! * workspace.rawGradients[0][3 * i + j]!, 0)
      expect(Math.abs(along)).toBeLessThan(1e-14)
    }
  })

  it('with a queue shares out over all rows: a queue of the batch itself changes nothing', () => {
    const { u, v, stars, workspace } = setting(5, 2)
    swappedPrediction([u, v], stars, null, settings, workspace)
    const plain = workspace.codes[0].slice()
    const stacked = swapWorkspace({ samples: 9, prototypes: 5 }, 2, 9)
    swappedPrediction([u, v], stars, [workspace.features[0].slice(), workspace.features[1].slice()], settings, stacked)
    expect(largestGap(stacked.codes[0], plain)).toBeLessThan(1e-13)
  })
})

it('has an exponential that is right to the last bits, and 0 far below', () => {
  for (let x = -700; x < 700; x += 0.777) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(2e-15)
  expect([exp(0), exp(-800)]).toEqual([1, 0])
})

describe('tanh network', () => {
  it('has the gradient that differences show, at every weight, whatever the remainder by four', () => {
    for (const [sizes, batch] of [
      [[3, 6, 5, 2], 7],
      [[2, 8, 8, 3], 4],
    ] as const) {
      const net = startPerceptron(sizes, stream(1))
      const layers = layersOf(net, batch)
      fillNormal(stream(2), inputsOf(layers))
      const loss = () => {
        forwardTanh(net, layers)
        return outputsOf(layers).reduce((sum, y, k) => sum + (y - Math.sin(k)) ** 2 / 2, 0)
      }
      loss()
      layers.gradients.at(-1)!.set(outputsOf(layers).map((y, k) => y - Math.sin(k)))
      const gradient = new Float64Array(net.weights.length)
      addBackwardTanh(net, layers, gradient)
      for (const [k, w] of net.weights.entries()) {
        const at = (shift: number) => {
          net.weights[k] = w + shift
          return loss()
        }
        const slope = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3
        net.weights[k] = w
        expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-8 * (1 + Math.abs(slope)))
      }
    }
  })

  it('is the same function row by row', () => {
    const net = startPerceptron([2, 6, 3], stream(3))
    const [many, one] = [layersOf(net, 5), layersOf(net, 1)]
    fillNormal(stream(4), inputsOf(many))
    forwardTanh(net, many)
    inputsOf(one).set(inputsOf(many).subarray(6, 8))
    forwardTanh(net, one)
    const { weights } = net
    const [x, y] = inputsOf(one)
    const hidden = Array.from({ length: 6 }, (_, h) => Math.tanh(weights[12 + h]! + x! * weights[h]! + y! * weights[6 + h]!))
    const first = hidden.reduce((sum, h, k) => sum + h * weights[18 + 3 * k]!, weights[36]!)
    expect(outputsOf(one)[0]).toBeCloseTo(first, 14)
    expect(outputsOf(many).slice(9, 12)).toEqual(outputsOf(one))
  })
})
