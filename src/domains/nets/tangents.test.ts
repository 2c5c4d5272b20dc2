import { describe, expect, it } from 'vitest'
import { normal, stream } from '@/numerics/random'
import { type Perceptron, weightCount } from './perceptron'
import { addBackwardTangents, forwardTangents, tangentLayers } from './tangents'

const BATCH = 4
const draws = stream(7)
const places = Array.from({ length: BATCH }, () => [normal(draws), normal(draws)] as const)

function netOf(outputs: number): Perceptron {
  const sizes = [2, 7, 5, outputs]
  return { sizes, weights: Float64Array.from({ length: weightCount(sizes) }, () => 0.6 * normal(draws)) }
}
function layersAt(net: Perceptron, move: readonly [number, number] = [0, 0]) {
  const layers = tangentLayers(net, BATCH, 2)
  const inputs = layers.values[0]!
  for (const [n, [x, y]] of places.entries()) {
    inputs.set([x + move[0], y + move[1]], 2 * n)
    inputs[2 * (BATCH + n)] = 1
    inputs[2 * (2 * BATCH + n) + 1] = 1
  }
  return layers
}

describe.each([1, 2])('with %d outputs', (outputs) => {
  const net = netOf(outputs)
  const block = BATCH * outputs

  it('carries derivatives: those of central differences', () => {
    const out = forwardTangents(net, layersAt(net))
    const h = 1e-5
    for (const [d, move] of (
      [
        [h, 0],
        [0, h],
      ] as const
    ).entries()) {
      const above = forwardTangents(net, layersAt(net, move))
      const below = forwardTangents(net, layersAt(net, [-move[0], -move[1]]))
      for (let k = 0; k < block; k++)
        expect(Math.abs((above[k]! - below[k]!) / (2 * h) - out[(1 + d) * block + k]!)).toBeLessThan(1e-9)
    }
  })

  it('brings gradients of a loss of all blocks back to the weights', () => {
    const factors = Float64Array.from({ length: 3 * block }, () => normal(draws))
    const loss = () => forwardTangents(net, layersAt(net)).reduce((sum, v, k) => sum + (factors[k]! * v * v) / 2, 0)
    const layers = layersAt(net)
    const out = forwardTangents(net, layers)
    layers.gradients.at(-1)!.set(out.map((v, k) => factors[k]! * v))
    const gradient = new Float64Array(net.weights.length)
    addBackwardTangents(net, layers, gradient)
    for (let k = 0; k < net.weights.length; k++) {
      const at = net.weights[k]!
      net.weights[k] = at + 1e-5
      const above = loss()
      net.weights[k] = at - 1e-5
      const slope = (above - loss()) / 2e-5
      net.weights[k] = at
      expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-8 * Math.max(1, Math.abs(slope)))
    }
  })
})
