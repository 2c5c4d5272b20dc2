import { describe, expect, it } from 'vitest'
import { fillNormal, stream } from '@/numerics/random'
import { bestChoice, choose, DEEP_Q, learn, remember, startDeepQ } from './deepQ'
import { backward, forward, inputsOf, layersOf, outputsOf, startPerceptron, weightCount } from './perceptron'

describe('perceptron', () => {
  const net = startPerceptron([3, 7, 5, 4], stream(1))
  const layers = layersOf(net, 6)
  fillNormal(stream(2), inputsOf(layers))
  const goals = new Float64Array(24)
  fillNormal(stream(3), goals)
  /** ½ Σ (output - goal)². */
  const loss = () => {
    forward(net, layers)
    return outputsOf(layers).reduce((sum, y, k) => sum + (y - goals[k]!) ** 2 / 2, 0)
  }

  it('has as many weights as it says', () => {
    expect(net.weights).toHaveLength(weightCount([3, 7, 5, 4]))
    expect(weightCount([3, 32, 32, 10])).toBe(128 + 1056 + 330)
  })

  it('has the gradient that differences show, at every weight', () => {
    loss()
    layers.gradients.at(-1)!.set(outputsOf(layers).map((y, k) => y - goals[k]!))
    const gradient = new Float64Array(net.weights.length)
    backward(net, layers, gradient)
    for (const [k, w] of net.weights.entries()) {
      const at = (shift: number) => {
        net.weights[k] = w + shift
        return loss()
      }
      const slope = (8 * (at(1e-4) - at(-1e-4)) - (at(2e-4) - at(-2e-4))) / 12e-4
      net.weights[k] = w
      expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-9 * (1 + Math.abs(slope)))
    }
  })

  it('treats each row of a batch by itself', () => {
    loss()
    const [row, single] = [4, layersOf(net, 1)]
    inputsOf(single).set(inputsOf(layers).subarray(3 * row, 3 * row + 3))
    forward(net, single)
    expect(outputsOf(single)).toEqual(outputsOf(layers).slice(4 * row, 4 * row + 4))
  })
})

describe('deep Q-learning', () => {
  const settings = { ...DEEP_Q, sizes: [1, 16, 2], batch: 32, memory: 500, follow: 0.05, discount: 0.5 } as const

  /** A walk on 0, 1, 2: choice 1 goes up, 0 goes down; arriving at 2 pays 1 and ends. Q*(1, up) = 1, Q*(0, up) = γ, Q*(1, down) = γ². */
  function taught(seed: number) {
    const q = startDeepQ(settings, seed)
    let place = 0
    for (let k = 0; k < 4000; k++) {
      const seen = Float64Array.of(place)
      const choice = choose(q, settings, seen)
      const next = choice === 1 ? place + 1 : Math.max(0, place - 1)
      remember(q, seen, choice, next === 2 ? 1 : 0, next === 2 ? null : Float64Array.of(next))
      place = next === 2 ? 0 : next
      learn(q, settings)
    }
    return q
  }
  it('finds the returns of a walk whose returns are known', () => {
    const q = taught(1)
    const returns = (place: number) => {
      bestChoice(q.online, Float64Array.of(place), q.single)
      return [...outputsOf(q.single)]
    }
    const { discount } = settings
    for (const [k, value] of [discount ** 2, discount].entries()) expect(Math.abs(returns(0)[k]! - value)).toBeLessThan(0.05)
    for (const [k, value] of [discount ** 2, 1].entries()) expect(Math.abs(returns(1)[k]! - value)).toBeLessThan(0.05)
  })
  it('is the same for the same seed, and plain data', () => {
    const q = taught(2)
    expect(taught(2).online.weights).toEqual(q.online.weights)
    expect(structuredClone(q)).toEqual(q)
  })
})
