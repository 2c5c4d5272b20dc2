import { describe, expect, it } from 'vitest'
import { normal, stream } from '@/numerics/random'
import { inputsOf, layersOf, outputsOf, startPerceptron } from './perceptron'
import { addBackwardTanh, forwardTanh } from './tanhNet'
import {
  add,
  addRow,
  backward,
  crossEntropy,
  forward,
  gather,
  input,
  logisticLoss,
  meanSquare,
  mixture,
  type Node,
  normalizeRows,
  product,
  productTransposed,
  relu,
  scaled,
  startTape,
  type Tape,
  tanh,
  weights,
} from './tape'

const draws = stream(7, 'tape')
const fill = (values: Float64Array) =>
  values.forEach((_, k) => {
    values[k] = normal(draws)
  })

/** Largest difference between the tape's gradient and central differences of the loss, relative to the largest gradient. */
function gradientError(tape: Tape, loss: Node): number {
  const step = 1e-5
  forward(tape)
  backward(tape, loss)
  const gradient = tape.gradient.slice()
  const scale = Math.max(...gradient.map(Math.abs))
  expect(scale).toBeGreaterThan(1e-3)
  return Math.max(
    ...gradient.map((g, k) => {
      const at = tape.weights[k]!
      const lossAt = (value: number) => {
        tape.weights[k] = value
        forward(tape)
        return loss.value[0]!
      }
      const slope = (lossAt(at + step) - lossAt(at - step)) / (2 * step)
      tape.weights[k] = at
      return Math.abs(g - slope) / scale
    }),
  )
}

const LABELS = Int32Array.of(2, 0, 1, 2, 1)
const SIGNS = Float64Array.of(1, -1, -1, 1, 1, -1, 1, 1, -1, 1, -1, 1, 1, 1, -1)
const heads: Record<string, (tape: Tape, a: Node) => Node> = {
  'mean square': (tape, a) =>
    meanSquare(
      tape,
      a,
      Float64Array.from(SIGNS, (v, k) => v * k),
    ),
  logistic: (tape, a) => logisticLoss(tape, a, SIGNS),
  'cross-entropy': (tape, a) => crossEntropy(tape, a, LABELS),
  'cross-entropy at a temperature': (tape, a) => crossEntropy(tape, a, LABELS, 0.3),
}
/** From a matrix [5, 4], itself the product of an input with weights, to [5, 3]. */
const bodies: Record<string, (tape: Tape, a: Node) => Node> = {
  product: (tape, a) => product(tape, a, weights(tape, 4, 3)),
  'product with a transpose': (tape, a) => productTransposed(tape, a, weights(tape, 3, 4)),
  'two rows of one source': (tape, a) => add(tape, product(tape, a, weights(tape, 4, 3)), product(tape, a, weights(tape, 4, 3))),
  'added row, scaled': (tape, a) => scaled(tape, addRow(tape, product(tape, a, weights(tape, 4, 3)), weights(tape, 1, 3)), -0.7),
  tanh: (tape, a) => product(tape, tanh(tape, a), weights(tape, 4, 3)),
  relu: (tape, a) => product(tape, relu(tape, a), weights(tape, 4, 3)),
  'rows of length 1': (tape, a) => product(tape, normalizeRows(tape, a, 'length'), weights(tape, 4, 3)),
  'rows of rms 1': (tape, a) => product(tape, normalizeRows(tape, a, 'rms'), weights(tape, 4, 3)),
  'rows of rms below 1': (tape, a) => product(tape, normalizeRows(tape, a, 'rms', 0.5), weights(tape, 4, 3)),
  'rows gathered from a table': (tape, a) =>
    add(tape, gather(tape, weights(tape, 3, 3), LABELS), product(tape, a, weights(tape, 4, 3))),
  'mixture of the best two of three': (tape, a) => {
    const part = () => product(tape, a, weights(tape, 4, 3))
    return mixture(tape, part(), [part(), part(), part()], 2)
  },
}

describe('gradients agree with central differences', () => {
  for (const [body, through] of Object.entries(bodies))
    for (const [head, ending] of Object.entries(heads))
      it(`${body}, ${head}`, () => {
        const tape = startTape(70)
        const x = input(tape, 5, 4)
        const loss = ending(tape, through(tape, product(tape, x, weights(tape, 4, 4))))
        fill(x.value)
        fill(tape.weights)
        const { used } = tape
        expect(used).toBeGreaterThanOrEqual(28)
        tape.weights.fill(0, used)
        expect(gradientError(tape, loss)).toBeLessThan(1e-7)
      })
})

it('computes what the hand-written network computes', () => {
  const net = startPerceptron([2, 6, 5, 3], stream(1))
  const batch = 7
  const layers = layersOf(net, batch)
  fill(inputsOf(layers))
  forwardTanh(net, layers)
  const target = new Float64Array(3 * batch)
  for (let k = 0; k < target.length; k++) layers.gradients.at(-1)![k] = (2 * outputsOf(layers)[k]!) / target.length
  const gradient = new Float64Array(net.weights.length)
  addBackwardTanh(net, layers, gradient)

  const tape = startTape(net.weights.length)
  const x = input(tape, batch, 2)
  const layer = (a: Node, size: number) => addRow(tape, product(tape, a, weights(tape, a.columns, size)), weights(tape, 1, size))
  const out = layer(tanh(tape, layer(tanh(tape, layer(x, 6)), 5)), 3)
  const loss = meanSquare(tape, out, target)
  x.value.set(inputsOf(layers))
  tape.weights.set(net.weights)
  forward(tape)
  backward(tape, loss)
  for (const [k, y] of outputsOf(layers).entries()) expect(out.value[k]).toBeCloseTo(y, 14)
  for (const [k, g] of gradient.entries()) expect(tape.gradient[k]).toBeCloseTo(g, 14)
})

it('mixes the parts with the largest scores, by a softmax over these alone', () => {
  const tape = startTape(0)
  const scores = input(tape, 2, 3)
  const parts = [1, 10, 100].map((size) => {
    const part = input(tape, 2, 1)
    part.value.fill(size)
    return part
  })
  scores.value.set([0, Math.log(3), -1, -800, 5, 800])
  const [one, two, all] = [1, 2, 3].map((top) => mixture(tape, scores, parts, top)) as [Node, Node, Node]
  forward(tape)
  expect([...one.value]).toEqual([10, 100])
  expect(two.value[0]).toBeCloseTo((1 + 3 * 10) / 4, 13)
  expect([...two.value.subarray(1), ...all.value.subarray(1)]).toEqual([100, 100])
  expect(() => mixture(tape, scores, parts.slice(1), 1)).toThrow('mixture: 2 × 3 and 2 × 1 do not fit')
})

it('says which shapes do not fit', () => {
  const tape = startTape(4)
  const x = input(tape, 2, 3)
  expect(() => product(tape, x, input(tape, 2, 3))).toThrow('product: 2 × 3 and 2 × 3 do not fit')
  expect(() => add(tape, x, input(tape, 3, 2))).toThrow('add: 2 × 3 and 3 × 2 do not fit')
  expect(() => weights(tape, 2, 3)).toThrow('the tape has 4 weights, 6 are asked for')
})
