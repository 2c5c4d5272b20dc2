import { type ClientGradient, driftPoint, federatedRound, meanOptimum, type Rule, startServer } from '@/domains/optim/federated'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Rows = number[][]
interface Run {
  method: 'fedavg' | 'fedavg-m' | 'scaffold' | 'scaffold-m'
  /** 1 for those without momentum. */
  beta: number
  noise: boolean
  partial: boolean
  x: Rows
}
const absolute = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0]!
const column = (rows: Rows, axis: number) => rows.map((row) => row[axis]!)

function placesOf(golden: Golden, { method, beta, noise, partial }: Run): Float64Array[] {
  const [A, b] = [golden.constant<Rows>('A'), golden.constant<Rows>('b')]
  const rule: Rule = {
    rate: golden.constant('eta'),
    serverRate: golden.constant('gamma'),
    local: golden.constant('K'),
    beta,
    corrects: method.startsWith('scaffold'),
    reduced: false,
  }
  const server = startServer(Float64Array.from(golden.constant<number[]>('x0')), A.length)
  const places = [server.x.slice()]
  for (let r = 0; r < golden.constant<number>('R'); r++) {
    const gradient: ClientGradient = (i, k, at, out) => {
      for (let axis = 0; axis < out.length; axis++)
        out[axis] =
          A[i]![axis]! * (at[axis]! - b[i]![axis]!) + (noise ? golden.constant<Rows[][]>('noise')[r]![i]![k]![axis]! : 0)
    }
    federatedRound(server, partial ? golden.constant<Rows>('participants')[r]! : A.map((_, i) => i), rule, gradient)
    places.push(server.x.slice())
  }
  return places
}

testGolden('fedavg-momentum', {
  constants: ['how', 'tolerance', 'A', 'b', 'x0', 'R', 'K', 'eta', 'gamma', 'noise', 'participants'],
  tolerances: { others: 1e-12 },
  sections: {
    runs(content, golden) {
      for (const [name, one] of casesOf<Run>(content, (c) => 'method' in c))
        it(`${name}: ${one.method}`, () => expectNear(placesOf(golden, one), one.x, { abs: absolute(golden) }, 'x'))
    },

    fedavg_fixed_points(content, golden) {
      const [A, b] = [golden.constant<Rows>('A'), golden.constant<Rows>('b')]
      for (const [, { eta, K, x }] of casesOf<{ eta: number; K: number; x: number[] }>(content, (c) => 'eta' in c))
        it(`η ${eta}, K ${K}`, () => {
          for (const [axis, wanted] of x.entries())
            expectNear(driftPoint(column(A, axis), column(b, axis), eta, K), wanted, { abs: absolute(golden) }, `axis ${axis}`)
        })
    },

    optimum(content, golden) {
      it('where the clients agree', () => {
        const [A, b] = [golden.constant<Rows>('A'), golden.constant<Rows>('b')]
        for (const [axis, wanted] of (content as number[]).entries())
          expectNear(meanOptimum(column(A, axis), column(b, axis)), wanted, { abs: absolute(golden) }, `axis ${axis}`)
      })
    },
  },
  unread: {
    ...Object.fromEntries(
      [0, 2, 1, 1, 2, 1, 2, 2].map((out, round) => [
        `noise.${round}.${out}`,
        'this client takes no part in this round of the runs with noise',
      ]),
    ),
    'fedavg_fixed_points.2.eta': 'with K = 1 nobody drifts, whatever η is',
  },
})
