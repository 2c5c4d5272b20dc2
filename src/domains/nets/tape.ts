// Networks of any shape, and their gradients. Operations are recorded once, with memory for all their values; then `forward` runs them in order and
// `backward` in reverse order (reverse accumulation, Griewank and Walther, Evaluating Derivatives, chapter 3). A pass allocates nothing.
//
//   const tape = startTape(2 * 32 + 32 + 32)
//   const x = input(tape, 64, 2)
//   const h = tanh(tape, addRow(tape, product(tape, x, weights(tape, 2, 32)), weights(tape, 1, 32)))
//   const loss = meanSquare(tape, product(tape, h, weights(tape, 32, 1)), targets)
//
// Then: set x.value and tape.weights, call forward(tape), read loss.value[0]; call backward(tape, loss), read tape.gradient.
import { addProduct, addProductGradient } from './dense'
import { exp, tanhInPlace } from './steadyExp'

/** A matrix, [rows, columns], row-major, and the gradient of the loss with respect to it (without meaning for inputs). */
export interface Node {
  readonly rows: number
  readonly columns: number
  readonly value: Float64Array
  readonly gradient: Float64Array
}
interface Operation {
  forward(): void
  /** Adds to the gradients of the operation's arguments. */
  backward(): void
}
export interface Tape {
  /** All weights, one matrix after the other, and the gradient of the loss. */
  readonly weights: Float64Array
  readonly gradient: Float64Array
  /** How many weights belong to nodes. */
  used: number
  /** Gradients of nodes other than weights. */
  readonly gradients: Float64Array[]
  readonly operations: Operation[]
}

/** A tape for `count` weights. */
export const startTape = (count: number): Tape => ({
  weights: new Float64Array(count),
  gradient: new Float64Array(count),
  used: 0,
  gradients: [],
  operations: [],
})

/** Computes all nodes from inputs and weights. */
export function forward({ operations }: Tape): void {
  for (let k = 0; k < operations.length; k++) operations[k]!.forward()
}

/** After `forward`: writes the gradient of `loss`, [1, 1], with respect to all weights to `tape.gradient`. */
export function backward({ operations, gradient, gradients }: Tape, loss: Node): void {
  gradient.fill(0)
  for (let k = 0; k < gradients.length; k++) gradients[k]!.fill(0)
  loss.gradient[0] = 1
  for (let k = operations.length - 1; k >= 0; k--) operations[k]!.backward()
}

/** A matrix that the caller fills. */
export function input(tape: Tape, rows: number, columns: number): Node {
  const node = { rows, columns, value: new Float64Array(rows * columns), gradient: new Float64Array(rows * columns) }
  tape.gradients.push(node.gradient)
  return node
}

/** The next rows × columns of the tape's weights. Throws a RangeError if there are not enough left. */
export function weights(tape: Tape, rows: number, columns: number): Node {
  const [from, to] = [tape.used, tape.used + rows * columns]
  if (to > tape.weights.length) throw new RangeError(`the tape has ${tape.weights.length} weights, ${to} are asked for`)
  tape.used = to
  return { rows, columns, value: tape.weights.subarray(from, to), gradient: tape.gradient.subarray(from, to) }
}

function record(tape: Tape, rows: number, columns: number, operation: (out: Node) => Operation): Node {
  const node = input(tape, rows, columns)
  tape.operations.push(operation(node))
  return node
}
function check(fits: boolean, what: string, a: Node, b: Node): void {
  if (!fits) throw new RangeError(`${what}: ${a.rows} × ${a.columns} and ${b.rows} × ${b.columns} do not fit`)
}

/** a b: [n, k] and [k, m] give [n, m]. */
export function product(tape: Tape, a: Node, b: Node): Node {
  check(a.columns === b.rows, 'product', a, b)
  const [n, k, m] = [a.rows, a.columns, b.columns]
  return record(tape, n, m, ({ value, gradient }) => ({
    forward() {
      value.fill(0)
      addProduct(a.value, b.value, 0, value, n, k, m)
    },
    backward: () => addProductGradient(a.value, b.value, 0, gradient, b.gradient, a.gradient, n, k, m),
  }))
}

/** a bᵀ: [n, k] and [m, k] give [n, m]: scores of n vectors against m others. */
export function productTransposed(tape: Tape, a: Node, b: Node): Node {
  check(a.columns === b.columns, 'productTransposed', a, b)
  const [n, k, m] = [a.rows, a.columns, b.rows]
  return record(tape, n, m, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          let sum = 0
          for (let l = 0; l < k; l++) sum += a.value[i * k + l]! * b.value[j * k + l]!
          value[i * m + j] = sum
        }
    },
    backward() {
      addProduct(gradient, b.value, 0, a.gradient, n, m, k)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          const g = gradient[i * m + j]!
          for (let l = 0; l < k; l++) b.gradient[j * k + l]! += g * a.value[i * k + l]!
        }
    },
  }))
}

/** a + b, of the same shape. */
export function add(tape: Tape, a: Node, b: Node): Node {
  check(a.rows === b.rows && a.columns === b.columns, 'add', a, b)
  return record(tape, a.rows, a.columns, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < value.length; i++) value[i] = a.value[i]! + b.value[i]!
    },
    backward() {
      for (let i = 0; i < gradient.length; i++) {
        a.gradient[i]! += gradient[i]!
        b.gradient[i]! += gradient[i]!
      }
    },
  }))
}

/** a + 1 b: the row b, [1, m], is added to each row of a, [n, m]. */
export function addRow(tape: Tape, a: Node, b: Node): Node {
  check(b.rows === 1 && a.columns === b.columns, 'addRow', a, b)
  const [n, m] = [a.rows, a.columns]
  return record(tape, n, m, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) value[i * m + j] = a.value[i * m + j]! + b.value[j]!
    },
    backward() {
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          const g = gradient[i * m + j]!
          a.gradient[i * m + j]! += g
          b.gradient[j]! += g
        }
    },
  }))
}

/** a times a number. */
export const scaled = (tape: Tape, a: Node, factor: number): Node =>
  record(tape, a.rows, a.columns, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < value.length; i++) value[i] = factor * a.value[i]!
    },
    backward() {
      for (let i = 0; i < gradient.length; i++) a.gradient[i]! += factor * gradient[i]!
    },
  }))

export const tanh = (tape: Tape, a: Node): Node =>
  record(tape, a.rows, a.columns, ({ value, gradient }) => ({
    forward() {
      value.set(a.value)
      tanhInPlace(value, value.length)
    },
    backward() {
      for (let i = 0; i < gradient.length; i++) a.gradient[i]! += gradient[i]! * (1 - value[i]! * value[i]!)
    },
  }))

export const relu = (tape: Tape, a: Node): Node =>
  record(tape, a.rows, a.columns, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < value.length; i++) value[i] = Math.max(a.value[i]!, 0)
    },
    backward() {
      for (let i = 0; i < gradient.length; i++) if (a.value[i]! > 0) a.gradient[i]! += gradient[i]!
    },
  }))

/**
 * Each row divided by its length, or by its root mean square; `epsilon` is added to the square under the root. Without it a row of zeros, which has no
 * direction, gives NaN.
 */
export function normalizeRows(tape: Tape, a: Node, by: 'length' | 'rms', epsilon = 0): Node {
  const [n, m] = [a.rows, a.columns]
  const share = by === 'rms' ? m : 1
  const sizes = new Float64Array(n)
  return record(tape, n, m, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < n; i++) {
        let sum = 0
        for (let j = 0; j < m; j++) sum += a.value[i * m + j]! ** 2
        sizes[i] = Math.sqrt(sum / share + epsilon)
        for (let j = 0; j < m; j++) value[i * m + j] = a.value[i * m + j]! / sizes[i]!
      }
    },
    backward() {
      for (let i = 0; i < n; i++) {
        let along = 0
        for (let j = 0; j < m; j++) along += gradient[i * m + j]! * value[i * m + j]!
        along /= share
        for (let j = 0; j < m; j++) a.gradient[i * m + j]! += (gradient[i * m + j]! - along * value[i * m + j]!) / sizes[i]!
      }
    },
  }))
}

/** Rows of a table [k, m], one for each index: [n, m]. The caller may change the indices between passes. */
export function gather(tape: Tape, table: Node, indices: Int32Array): Node {
  const m = table.columns
  return record(tape, indices.length, m, ({ value, gradient }) => ({
    forward() {
      for (let i = 0; i < indices.length; i++) for (let j = 0; j < m; j++) value[i * m + j] = table.value[indices[i]! * m + j]!
    },
    backward() {
      for (let i = 0; i < indices.length; i++)
        for (let j = 0; j < m; j++) table.gradient[indices[i]! * m + j]! += gradient[i * m + j]!
    },
  }))
}

/**
 * A sparse mixture: each row is Σ wᵢ (row of part i) over the `top` parts with the largest `scores`, [n, parts], in that row; w is the softmax of these
 * scores alone. The choice itself has no gradient. Among equal scores the first come first.
 */
export function mixture(tape: Tape, scores: Node, parts: readonly Node[], top: number): Node {
  const count = parts.length
  const { rows: n, columns: m } = parts[0]!
  for (const part of parts)
    check(part.rows === scores.rows && part.columns === m && scores.columns === count, 'mixture', scores, part)
  const shares = new Float64Array(n * count) // 0 for parts that are not chosen
  return record(tape, n, m, ({ value, gradient }) => ({
    forward() {
      value.fill(0)
      shares.fill(0)
      for (let i = 0; i < n; i++) {
        let [sum, highest] = [0, 0]
        for (let rank = 0; rank < top; rank++) {
          let best = -1
          for (let k = 0; k < count; k++)
            if (shares[i * count + k] === 0 && (best < 0 || scores.value[i * count + k]! > scores.value[i * count + best]!))
              best = k
          if (rank === 0) highest = scores.value[i * count + best]!
          const power = Math.max(exp(scores.value[i * count + best]! - highest), Number.MIN_VALUE) // 0 would not count as chosen
          shares[i * count + best] = power
          sum += power
        }
        for (let k = 0; k < count; k++) {
          if (shares[i * count + k] === 0) continue
          shares[i * count + k]! /= sum
          for (let j = 0; j < m; j++) value[i * m + j]! += shares[i * count + k]! * parts[k]!.value[i * m + j]!
        }
      }
    },
    backward() {
      for (let i = 0; i < n; i++)
        for (let k = 0; k < count; k++) {
          const share = shares[i * count + k]!
          if (share === 0) continue
          let above = 0 // how much this part's row exceeds the mixture's, along the gradient
          for (let j = 0; j < m; j++) {
            const g = gradient[i * m + j]!
            parts[k]!.gradient[i * m + j]! += share * g
            above += g * (parts[k]!.value[i * m + j]! - value[i * m + j]!)
          }
          scores.gradient[i * count + k]! += share * above
        }
    },
  }))
}

const single = (tape: Tape, operation: (out: Node) => Operation): Node => record(tape, 1, 1, operation)

/** Mean of (a - target)² over all entries. The caller fills `target`, of a's size. */
export function meanSquare(tape: Tape, a: Node, target: Float64Array): Node {
  const n = a.value.length
  return single(tape, ({ value, gradient }) => ({
    forward() {
      let sum = 0
      for (let i = 0; i < n; i++) sum += (a.value[i]! - target[i]!) ** 2
      value[0] = sum / n
    },
    backward() {
      const g = (2 * gradient[0]!) / n
      for (let i = 0; i < n; i++) a.gradient[i]! += g * (a.value[i]! - target[i]!)
    },
  }))
}

/** Mean of ln(1 + e^(-ya)) over all entries, with labels y = ±1 that the caller fills. */
export function logisticLoss(tape: Tape, a: Node, labels: Float64Array): Node {
  const n = a.value.length
  return single(tape, ({ value, gradient }) => ({
    forward() {
      let sum = 0
      for (let i = 0; i < n; i++) {
        const margin = labels[i]! * a.value[i]!
        sum += Math.log1p(exp(-Math.abs(margin))) + (margin < 0 ? -margin : 0)
      }
      value[0] = sum / n
    },
    backward() {
      for (let i = 0; i < n; i++) {
        const y = labels[i]!
        a.gradient[i]! += (-y * gradient[0]!) / n / (1 + exp(Math.min(y * a.value[i]!, 700)))
      }
    },
  }))
}

/**
 * Mean over the rows of -ln softmax(a/τ) at the label of the row. With a = z cᵀ of unit vectors and labels 0, 1, 2 … it is InfoNCE (van den Oord, Li,
 * Vinyals 2018, eq. 4). The caller fills `labels`.
 */
export function crossEntropy(tape: Tape, a: Node, labels: Int32Array, temperature = 1): Node {
  const [n, m] = [a.rows, a.columns]
  const chances = new Float64Array(n * m)
  return single(tape, ({ value, gradient }) => ({
    forward() {
      let loss = 0
      for (let i = 0; i < n; i++) {
        let top = Number.NEGATIVE_INFINITY
        for (let j = 0; j < m; j++) top = Math.max(top, a.value[i * m + j]!)
        let sum = 0
        for (let j = 0; j < m; j++) {
          chances[i * m + j] = exp((a.value[i * m + j]! - top) / temperature)
          sum += chances[i * m + j]!
        }
        for (let j = 0; j < m; j++) chances[i * m + j]! /= sum
        loss += Math.log(sum) - (a.value[i * m + labels[i]!]! - top) / temperature
      }
      value[0] = loss / n
    },
    backward() {
      const g = gradient[0]! / (n * temperature)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < m; j++) a.gradient[i * m + j]! += g * chances[i * m + j]!
        a.gradient[i * m + labels[i]!]! -= g
      }
    },
  }))
}
