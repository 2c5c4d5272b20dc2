import { expect } from 'vitest'
import {
  GROUPS,
  type Group,
  gradientsOf,
  lossOf,
  type NetSizes,
  startNet,
  startWorkspace,
  stepNet,
} from '@/domains/nets/residualNet'
import { adam } from '@/domains/optim/adaptive'
import { restingSize, simpleSize } from '@/domains/optim/restingSize'
import { startMemory } from '@/domains/optim/rules'
import { singularValues, startVector, topSingular } from '@/numerics/singular'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Rows = number[][]
interface AdamCase {
  W0: Rows
  grads: Rows[]
  eta: number
  lam: number
  W: Rows[]
}
interface NetCase {
  E: Rows
  W1: Rows
  W2: Rows
  V: Rows
  /** Columns are samples. */
  X: Rows
  Y: Rows
  loss: number
  out: Rows
  grads: [E: Rows, W1: Rows, W2: Rows, V: Rows]
  fd_max_difference: number
  train_eta: [number, number, number, number]
  train_lambda: [number, number, number, number]
  train_losses: number[]
}
interface RestCase {
  eta: number
  lam: number
  beta1: number
  rms: number
  simple: number
}

const BETAS = { beta1: 0.9, beta2: 0.95, epsilon: 1e-12 }
const relative = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0]!
const flat = (rows: Rows) => Float64Array.from(rows.flat())
const transposed = (rows: Rows): Rows => rows[0]!.map((_, k) => rows.map((row) => row[k]!))
/** Relative to the matrix, because an entry may be almost 0. */
const nearMatrix = (actual: ArrayLike<number>, rows: Rows, rel: number, what: string) =>
  expectNear(Array.from(actual), rows.flat(), { abs: rel * Math.max(1, Math.hypot(...rows.flat())) }, what)

const keys: Readonly<Record<Group, 'E' | 'W1' | 'W2' | 'V'>> = { embed: 'E', first: 'W1', second: 'W2', read: 'V' }

/** The network of a case, whose matrices are transposed: samples are rows here. */
function netOf(one: NetCase) {
  const sizes: NetSizes = {
    inputs: one.X.length,
    width: one.E.length,
    outputs: one.Y.length,
    batch: one.X[0]!.length,
  }
  const workspace = startWorkspace(sizes)
  const net = startNet(sizes, adam)
  for (const group of GROUPS) net[group].weights.set(transposed(one[keys[group]]).flat())
  workspace.x.value.set(transposed(one.X).flat())
  workspace.target.set(transposed(one.Y).flat())
  return { workspace, net }
}

testGolden('weight-decay-scaling', {
  constants: ['how', 'tolerance', 'matrix'],
  tolerances: { others: 1e-9 },
  sections: {
    adamw(content, golden) {
      const rel = relative(golden)
      for (const [name, one] of casesOf<AdamCase>(content, (c) => 'W0' in c))
        it(`AdamW, ${name}`, () => {
          const weights = flat(one.W0)
          const memory = startMemory(adam, weights.length)
          expect(one.W).toHaveLength(one.grads.length)
          for (const [k, gradient] of one.grads.entries()) {
            adam.step(weights, gradient.flat(), memory, { ...BETAS, rate: one.eta, decay: one.lam })
            nearMatrix(weights, one.W[k]!, rel, `W after ${k + 1} steps`)
          }
        })
    },

    net(content, golden) {
      const rel = relative(golden)
      for (const [name, one] of casesOf<NetCase>(content, (c) => 'W1' in c)) {
        it(`${name}: outputs, loss, gradients`, () => {
          const { workspace, net } = netOf(one)
          expectNear(gradientsOf(workspace, net), one.loss, { rel }, 'loss')
          nearMatrix(workspace.out.value, transposed(one.out), rel, 'outputs')
          for (const [k, group] of GROUPS.entries())
            nearMatrix(workspace.groups[group].gradient, transposed(one.grads[k]!), rel, `gradient of ${group}`)
        })
        it(`${name}: losses while it is trained`, () => {
          const { workspace, net } = netOf(one)
          const settings = Object.fromEntries(
            GROUPS.map((group, k) => [group, { ...BETAS, rate: one.train_eta[k]!, decay: one.train_lambda[k]! }]),
          ) as Record<Group, typeof BETAS & { rate: number; decay: number }>
          for (const [k, loss] of one.train_losses.entries()) {
            expectNear(gradientsOf(workspace, net), loss, { rel }, `loss before step ${k + 1}`)
            stepNet(workspace, net, adam, settings)
          }
        })
        it(`${name}: gradients agree with finite differences as well as theirs do`, () => {
          const { workspace, net } = netOf(one)
          gradientsOf(workspace, net)
          const gradients = GROUPS.map((group) => workspace.groups[group].gradient.slice())
          let worst = 0
          for (const [g, group] of GROUPS.entries())
            for (const [k, at] of net[group].weights.entries()) {
              const lossAt = (value: number) => {
                net[group].weights[k] = value
                return lossOf(workspace, net)
              }
              const slope = (lossAt(at + 1e-5) - lossAt(at - 1e-5)) / 2e-5
              net[group].weights[k] = at
              worst = Math.max(worst, Math.abs(slope - gradients[g]![k]!))
            }
          expect(worst).toBeLessThan(1e-8)
          expect(worst).toBeLessThan(10 * one.fd_max_difference)
        })
      }
    },

    steady_state(content, golden) {
      const rel = relative(golden)
      for (const [name, { eta, lam, beta1, rms, simple }] of casesOf<RestCase>(content))
        it(`${name}: η ${eta}, λ ${lam}, β₁ ${beta1}`, () => {
          expectNear(restingSize(eta, lam, beta1), rms, { rel }, 'size at rest')
          expectNear(simpleSize(eta, lam), simple, { rel }, 'its limit')
        })
    },

    singular_values(content, golden) {
      const rel = relative(golden)
      it('of the matrix', () => {
        const rows = golden.constant<Rows>('matrix')
        const [height, width] = [rows.length, rows[0]!.length]
        const expected = content as number[]
        expectNear(Array.from(singularValues(flat(rows), height, width)), expected, { rel }, 'singular values')
        const top = topSingular(flat(rows), height, width, startVector(width), new Float64Array(height), 1000, 1e-16)
        expectNear(top, expected[0]!, { rel }, 'the largest, by power iteration')
      })
    },
  },
  unread: { 'net.fd_max_difference': 'rounding of another program; ours is held to its size, within a factor of ten' },
})
