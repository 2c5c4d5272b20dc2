import { expect, it } from 'vitest'
import { normal, stream, uniform } from '@/numerics/random'
import { weightCount } from './perceptron'
import { addJetGradient, jetGradientsOf, jetsOf, jetWorkspace, type Orders, placeJet } from './potential'

const sizes = [2, 9, 6, 1]
const draws = stream(4)
const net = { sizes, weights: Float64Array.from({ length: weightCount(sizes) }, () => 0.7 * normal(draws)) }
const BATCH = 5
const places = Array.from({ length: BATCH }, () => [6 * uniform(draws) - 3, 0.05 + 2 * uniform(draws)] as const)

function jets(orders: Orders, moved: (place: readonly [number, number]) => readonly [number, number] = (at) => at) {
  const workspace = jetWorkspace(BATCH, orders, sizes)
  for (const [n, place] of places.entries()) {
    const [x, t] = moved(place)
    placeJet(workspace, n, x, t, Math.log(t) / 2)
  }
  return { workspace, out: jetsOf(net, workspace) }
}

it('carries derivatives: those of central differences', () => {
  const h = 1e-5
  const at = (dx: number, dt: number) => jets(4, ([x, t]) => [x + dx, t + dt]).out
  const out = jets(4).out
  const [right, left, later, sooner] = [at(h, 0), at(-h, 0), at(0, h), at(0, -h)]
  for (let n = 0; n < BATCH; n++) {
    expect(Math.abs((right[n]! - left[n]!) / (2 * h) - out[BATCH + n]!)).toBeLessThan(1e-6)
    expect(Math.abs((right[BATCH + n]! - left[BATCH + n]!) / (2 * h) - out[2 * BATCH + n]!)).toBeLessThan(1e-6)
    expect(Math.abs((later[n]! - sooner[n]!) / (2 * h) - out[3 * BATCH + n]!)).toBeLessThan(1e-6)
  }
  expect(jets(2).out).toEqual(out.subarray(0, 2 * BATCH))
})

it.each([2, 4] as const)('brings gradients of a loss of %d parts back to the weights', (orders) => {
  const factors = Float64Array.from({ length: orders * BATCH }, () => normal(draws))
  const loss = () => jets(orders).out.reduce((sum, v, k) => sum + (factors[k]! * v * v) / 2, 0)
  const { workspace, out } = jets(orders)
  jetGradientsOf(workspace).set(out.map((v, k) => factors[k]! * v))
  const gradient = new Float64Array(net.weights.length)
  addJetGradient(net, workspace, gradient)
  for (let k = 0; k < net.weights.length; k += 3) {
    const at = net.weights[k]!
    net.weights[k] = at + 1e-6
    const above = loss()
    net.weights[k] = at - 1e-6
    const slope = (above - loss()) / 2e-6
    net.weights[k] = at
    expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)))
  }
})
