import { INVERSE_UPDATES, identity, precondition, type Variant } from '@/domains/optim/kronecker'
import { heavyBall, startMemory } from '@/domains/optim/rules'
import { invertPositive } from '@/numerics/smallMatrix'
import { gradientOf, vectorOf } from '~demos/mkor/race'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Rows = number[][]
interface LayerCase {
  W_star: Rows
  X: Rows[]
  lr: number
  momentum: number
  steps: { grad: Rows; W: Rows }[]
}

const VARIANTS: Readonly<Record<string, Variant>> = {
  exact_sherman_morrison: 'exact',
  as_printed: 'printed',
  released_code_formula: 'released',
}
const relative = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0]!
const flat = (rows: Rows) => Float64Array.from(rows.flat())
/** Relative to the matrix, because an entry may be almost 0. */
const nearMatrix = (actual: Float64Array, rows: Rows, rel: number, what: string) =>
  expectNear(Array.from(actual), rows.flat(), { abs: rel * Math.hypot(...rows.flat()) }, what)

/** Updates the inverse of a factor by a vector. */
const takeIn = (inverse: Float64Array, v: ArrayLike<number>, variant: Variant, gamma: number) =>
  INVERSE_UPDATES[variant](inverse, v, v.length, gamma, new Float64Array(v.length))

/** The inverse after each of the vectors. */
function inversesOf(golden: Golden, variant: Variant): Float64Array[] {
  const gamma = golden.constant<number>('gamma')
  const vectors = golden.constant<Rows>('vectors')
  const inverse = identity(vectors[0]!.length)
  return vectors.map((v) => {
    takeIn(inverse, v, variant, gamma)
    return inverse.slice()
  })
}

function averageOf(golden: Golden, count: number): Float64Array {
  const gamma = golden.constant<number>('gamma')
  const vectors = golden.constant<Rows>('vectors')
  const size = vectors[0]!.length
  const average = identity(size)
  for (const v of vectors.slice(0, count))
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) average[i * size + j] = gamma * average[i * size + j]! + (1 - gamma) * v[i]! * v[j]!
  return average
}

testGolden('mkor', {
  constants: ['how', 'tolerance', 'gamma', 'vectors'],
  tolerances: { others: 1e-9 },
  sections: {
    inverse_factor(content, golden) {
      const rel = relative(golden)
      for (const [name, one] of casesOf<Rows | Record<string, Rows>>(content)) {
        if (Array.isArray(one))
          it(`${name}: the moving average, inverted, and the inverse that was kept`, () => {
            const count = numbersIn(name)[0]!
            const average = averageOf(golden, count)
            invertPositive(average, one.length)
            nearMatrix(average, one, rel, 'inverted')
            nearMatrix(inversesOf(golden, 'exact')[count - 1]!, one, rel, 'kept')
          })
        else
          it(name, () => {
            const found = inversesOf(golden, VARIANTS[name]!)
            for (const [when, rows] of Object.entries(one)) nearMatrix(found[numbersIn(when)[0]! - 1]!, rows, rel, when)
          })
      }
    },

    layer(content, golden) {
      const rel = relative(golden)
      for (const [name, one] of casesOf<LayerCase>(content, (c) => 'W_star' in c))
        it(name, () => {
          const [m, n] = [one.W_star.length, one.W_star[0]!.length]
          const gamma = golden.constant<number>('gamma')
          const weights = new Float64Array(m * n)
          const problem = { m, n, axes: new Float64Array(), spread: new Float64Array(), target: flat(one.W_star), start: weights }
          const [left, right] = [identity(m), identity(n)]
          const memory = startMemory(heavyBall, m * n)
          const [g, a] = [new Float64Array(m), new Float64Array(n)]
          const [gradient, between, bent] = [new Float64Array(m * n), new Float64Array(m * n), new Float64Array(m * n)]
          for (const [k, batch] of one.X.entries()) {
            const b = batch[0]!.length
            const [x, e] = [flat(batch), new Float64Array(m * b)]
            gradientOf(problem, weights, x, b, e, gradient)
            nearMatrix(gradient, one.steps[k]!.grad, rel, `gradient of step ${k + 1}`)
            vectorOf(e, m, b, 'mean', g)
            vectorOf(x, n, b, 'mean', a)
            takeIn(left, g, 'exact', gamma)
            takeIn(right, a, 'exact', gamma)
            precondition(left, gradient, right, m, n, between, bent)
            heavyBall.step(weights, bent, memory, { rate: one.lr, beta: one.momentum })
            nearMatrix(weights, one.steps[k]!.W, rel, `W after step ${k + 1}`)
          }
        })
    },
  },
  unread: {},
})
