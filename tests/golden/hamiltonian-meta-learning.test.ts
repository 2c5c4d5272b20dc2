import { energyOf, fillMotion, type LawName, laws, motionOf } from '@/domains/dynamics/hamiltonians'
import { hamiltonianLearner, type Observations, relativeError } from '@/domains/nets/motionNets'
import { innerStep, metaGradient, metaWorkspace } from '@/domains/optim/metaLearning'
import { rk4, stagesOf } from '@/numerics/ode'
import { casesOf, expectNear, type Golden, it, kept, testGolden } from './load'

/** W [out, in], also flat. */
interface Layers {
  W1: number[][] | number[]
  b1: number[]
  W2: number[][] | number[]
  b2: number[]
  w3: number[][] | number[]
}
type Gradient = [W1: number[][], b1: number[], W2: number[][], b2: number[], w3: number[][]]
interface NetCase {
  net: Layers
  system: string
  theta: number
  support_x: number[][]
  support_y: number[][]
  H: number[]
  pred: number[][]
  loss: number
  grad: Gradient
  inner_lr: number
  query_x: number[][]
  query_y: number[][]
  query_loss_after_one_step: number
  maml_grad: Gradient
  fomaml_grad: Gradient
}
interface FieldCase {
  system: string
  theta: number
  x: number[][]
  V: number[]
  field: number[][]
}
interface OrbitCase {
  system: string
  theta: number
  x0: number[]
  t: number[]
  x: number[][]
  E: number
}
interface AdaptationCase {
  system: string
  theta: number
  support_x: number[][]
  query_x: number[][]
  steps: number[]
  error: Record<string, number[]>
}

const NAMES: Readonly<Record<string, LawName>> = {
  spring: 'spring',
  pend: 'pendulum',
  hh: 'henonHeiles',
  quartic: 'quartic',
  kepler: 'kepler',
}
const lawOf = (system: string): LawName => {
  const law = NAMES[system]
  if (!law) throw new Error(`no law is called "${system}"`)
  return law
}
const flat = (rows: readonly number[][]): Float64Array => Float64Array.from(rows.flat())
const RATE = 0.1 // of the steps of `adaptation`, as `how_starts` says
const DT = 1e-3

/** Weights [in, out] and biases, with a bias of the output, which is 0; W may be flat. */
function weightsOf({ W1, b1, W2, b2, w3 }: Layers): Float64Array {
  const turned = (W: number[][] | number[], outputs: number) => {
    const all = W.flat()
    const inputs = all.length / outputs
    return Array.from(all, (_, k) => all[(k % outputs) * inputs + Math.floor(k / outputs)]!)
  }
  return Float64Array.from([...turned(W1, b1.length), ...b1, ...turned(W2, b2.length), ...b2, ...w3.flat(), 0])
}
const gradientOf = ([W1, b1, W2, b2, w3]: Gradient): Float64Array => weightsOf({ W1, b1, W2, b2, w3 })
const learnerFor = ({ b1, b2 }: Layers) => hamiltonianLearner([b1.length, b2.length])
const observed = (law: LawName, theta: number, states: Float64Array): Observations => {
  const rates = new Float64Array(states.length)
  fillMotion(law, theta, states, rates)
  return { states, rates }
}

testGolden('hamiltonian-meta-learning', {
  constants: ['slug', 'how', 'how_starts', 'tolerance', 'tolerance_starts', 'starts'],
  tolerances: { net: 1e-9, fields: 1e-12, trajectories: 1e-8, adaptation: 1e-5, starts: 0.1, tolerance: 1, others: 1e-3 },
  unread: { tolerance_starts: 'a tolerance that is larger is not noticed', tolerance: 'likewise' },
  sections: {
    net(content, golden) {
      const abs = golden.constant<number>('tolerance')
      for (const [name, one] of casesOf<NetCase>(content, (case_) => 'support_x' in case_)) {
        const learner = learnerFor(one.net)
        const weights = weightsOf(one.net)
        const support = { states: flat(one.support_x), rates: flat(one.support_y) }
        const query = { states: flat(one.query_x), rates: flat(one.query_y) }
        it(`${name}: rates of the law, H, field, loss and gradient`, () => {
          for (const { states, rates } of [support, query])
            expectNear(observed(lawOf(one.system), one.theta, states).rates, rates, { abs: 1e-12 }, 'rates')
          const [H, field, gradient] = [new Float64Array(one.H.length), new Float64Array(support.states.length), weights.slice()]
          learner.fillEnergy(weights, support.states, H)
          learner.fillMotion(weights, support.states, field)
          expectNear(H, one.H, { abs }, 'H')
          expectNear(field, one.pred.flat(), { abs }, 'field')
          expectNear(learner.gradient(weights, support, gradient), one.loss, { abs }, 'loss')
          expectNear(gradient, gradientOf(one.grad), { abs }, 'gradient')
        })
        it(`${name}: meta-gradients of both orders`, () => {
          const workspace = metaWorkspace(weights.length, { steps: 1 })
          for (const [order, expected] of [
            ['second', one.maml_grad],
            ['first', one.fomaml_grad],
          ] as const) {
            const out = weights.slice()
            const loss = metaGradient(learner, weights, support, query, { rate: one.inner_lr, steps: 1, order }, workspace, out)
            expectNear(loss, one.query_loss_after_one_step, { abs }, 'loss on the query set')
            expectNear(out, gradientOf(expected), { abs: 10 * abs }, `gradient of ${order} order`)
          }
        })
      }
    },

    fields(content) {
      for (const [name, one] of casesOf<FieldCase>(content))
        it(`${name}: ${one.system}`, () => {
          const law = lawOf(one.system)
          expectNear(observed(law, one.theta, flat(one.x)).rates, one.field.flat(), { abs: 1e-12 }, 'field')
          expectNear(
            one.x.map(([x, y]) => laws[law].potential(one.theta, x!, y!)),
            one.V,
            { abs: 1e-12 },
            'V',
          )
        })
    },

    trajectories(content) {
      for (const [name, one] of casesOf<OrbitCase>(content))
        it(`${name}: ${one.system}`, () => {
          const found = kept([one.system, one.theta, one.x0, one.t], () => {
            const [x, stages, slope] = [Float64Array.from(one.x0), stagesOf(4), motionOf(lawOf(one.system), one.theta)]
            let n = 0
            return one.t.map((t) => {
              for (; n < Math.round(t / DT); n++) rk4(slope, 0, DT, x, stages)
              return [...x]
            })
          })
          expectNear(found, one.x, { abs: 1e-8 }, 'x')
          expectNear(energyOf(lawOf(one.system), one.theta, one.x0), one.E, { abs: 1e-12 }, 'energy')
        })
    },

    adaptation(content, golden: Golden) {
      const abs = golden.constant<number>('tolerance_starts')
      const starts = (golden.file.starts ?? golden.constant('starts')) as Record<string, Layers>
      for (const [name, one] of casesOf<AdaptationCase>(content))
        for (const [start, expected] of Object.entries(one.error))
          it(`${name}: ${one.system}, ${start}`, () => {
            const layers = starts[start]!
            const learner = learnerFor(layers)
            const law = lawOf(one.system)
            const errors = kept([layers, law, one.theta, one.support_x, one.query_x, one.steps], () => {
              const [support, query] = [one.support_x, one.query_x].map((x) => observed(law, one.theta, flat(x)))
              const weights = weightsOf(layers)
              const workspace = weights.slice()
              let k = 0
              return one.steps.map((until) => {
                for (; k < until; k++) innerStep(learner, weights, support!, RATE, workspace)
                return relativeError(learner, weights, query!)
              })
            })
            expectNear(errors, expected, { abs }, 'errors')
          })
    },
  },
})
