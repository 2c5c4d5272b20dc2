import { ADAM } from '@/domains/optim/adaptive'
import {
  bestLoss,
  imbalanceOf,
  type LowRank,
  lossOf,
  perform,
  productOf,
  rebuild,
  startLowRank,
  stepLowRank,
  type Task,
} from '@/domains/optim/lowRank'
import { casesOf, expectNear, type Golden, it, numbered, numbersIn, testGolden } from './load'

type Rows = number[][]
interface RunCase {
  refactor: boolean
  reset: boolean
  period: number
  BA_last: Rows
  B_last: Rows
  A_last: Rows
  loss: number[]
  imbalance: number[]
}

const within = (golden: Golden) => {
  const near = numbersIn(golden.constant<string>('tolerance'))[0]!
  return { abs: near, rel: near }
}
const flat = (rows: Rows) => Float64Array.from(rows.flat())
const rowsOf = (golden: Golden, name: string) => golden.constant<Rows>(name)

function taskOf(golden: Golden): Task {
  const [target, x] = [rowsOf(golden, 'W_star'), rowsOf(golden, 'X')]
  return { n: target.length, m: target[0]!.length, target: flat(target), covariance: flat(x) }
}
function startOf(golden: Golden): LowRank {
  const { n, m } = taskOf(golden)
  const [b, a] = [rowsOf(golden, 'B0'), rowsOf(golden, 'A0')]
  return startLowRank(n, m, a.length, flat(b), flat(a))
}
function product(lane: LowRank): Float64Array {
  const out = new Float64Array(lane.n * lane.m)
  productOf(lane, out)
  return out
}

testGolden('momentum-reset', {
  constants: ['how', 'tolerance', 'lr', 'W_star', 'X', 'B0', 'A0'],
  tolerances: { others: 1e-9 },
  sections: {
    refactor_of_start(content, golden) {
      for (const [name, one] of casesOf<{ B: Rows; A: Rows }>(content, (c) => 'B' in c))
        it(name, () => {
          const lane = startOf(golden)
          rebuild(lane)
          expectNear(lane.b, flat(one.B), within(golden), 'B')
          expectNear(lane.a, flat(one.A), within(golden), 'A')
        })
    },

    best_rank_r_loss(content, golden) {
      it('the least loss of this rank', () =>
        expectNear(bestLoss(taskOf(golden), startOf(golden).r), content, within(golden), 'loss'))
    },

    runs(content, golden) {
      for (const [name, one] of casesOf<RunCase>(content))
        it(`${name}: ${one.refactor ? 'rebuilt' : 'as it is'}, ${one.reset ? 'forgotten' : 'remembered'}`, () => {
          const [task, lane, near] = [taskOf(golden), startOf(golden), within(golden)]
          const settings = { ...ADAM, rate: golden.constant<number>('lr') }
          const products = new Map(numbered<Rows>(one, 'BA_at_'))
          for (const [k, loss] of one.loss.entries()) {
            const step = k + 1
            stepLowRank(task, lane, settings, 0, null)
            if (one.period > 0 && step % one.period === 0) perform(lane, one)
            expectNear(lossOf(task, lane), loss, near, `loss after step ${step}`)
            expectNear(imbalanceOf(lane), one.imbalance[k], near, `imbalance after step ${step}`)
            const rows = products.get(step)
            if (rows) expectNear(product(lane), flat(rows), near, `BA after step ${step}`)
          }
          expectNear(product(lane), flat(one.BA_last), near, 'BA at last')
          expectNear(lane.b, flat(one.B_last), near, 'B at last')
          expectNear(lane.a, flat(one.A_last), near, 'A at last')
        })
    },
  },
  unread: { 'runs.0.period': 'with both switches off nothing happens at any period' },
})
