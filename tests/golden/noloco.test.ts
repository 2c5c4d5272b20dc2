import { consensusRate, spreadMatrix } from '@/domains/optim/consensus'
import { agreeAll, gossip, localSteps } from '@/domains/optim/gossip'
import { meanExchange } from '@/domains/optim/waiting'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Rows = number[][]
interface Run {
  method: 'noloco' | 'diloco'
  alpha: number
  beta: number
  gamma: number
  phi: Rows[]
}
const flat = (rows: Rows) => Float64Array.from(rows.flat())

/** φ of all replicas after 0, 1, … T outer steps. */
function phisOf(golden: Golden, { method, ...settings }: Run): Float64Array[] {
  const [n, count, turns] = [golden.constant<number>('N'), golden.constant<number>('K'), golden.constant<number>('T')]
  const curvatures = golden.constant<number[]>('A')
  const d = curvatures.length
  const starts = golden.constant<Rows>('phi0')
  const phi = flat(method === 'noloco' ? starts : starts.slice(0, 1)) // DiLoCo has one for all
  const [delta, moved] = [new Float64Array(phi.length), new Float64Array(n * d)]
  const all = () => Float64Array.from({ length: n * d }, (_, k) => phi[k % phi.length]!)
  const phis = [all()]
  for (let t = 0; t < turns; t++) {
    const from = all()
    for (let i = 0; i < n; i++) {
      const centers = flat(golden.constant<Rows[][]>('noise')[t]![i]!)
      localSteps(from, i * d, curvatures, golden.constant<number>('om'), centers, count, moved)
    }
    if (method === 'noloco') gossip(phi, delta, moved, Int32Array.from(golden.constant<Rows>('perms')[t]!), settings)
    else agreeAll(phi, delta, moved, n, settings)
    phis.push(all())
  }
  return phis
}

testGolden('noloco', {
  constants: ['how', 'tolerance', 'N', 'T', 'K', 'A', 'om', 'noise', 'perms', 'phi0'],
  tolerances: { others: 1e-12, consensus_matrices: 1e-9 },
  sections: {
    runs(content, golden) {
      const [abs] = numbersIn(golden.constant<string>('tolerance'))
      for (const [name, one] of casesOf<Run>(content, (c) => 'method' in c))
        it(`${name}: ${one.method}`, () => expectNear(phisOf(golden, one), one.phi.map(flat), { abs }, 'phi'))
    },

    consensus_matrices(content, golden) {
      const [exact, radius] = numbersIn(golden.constant<string>('tolerance'))
      type Case = { N: number; alpha: number; gamma: number; matrix: Rows; spectral_radius: number }
      for (const [name, { N, alpha, gamma, ...expected }] of casesOf<Case>(content, (c) => 'matrix' in c))
        it(`${name}: N ${N}, α ${alpha}, γ ${gamma}`, () => {
          const matrix = new Float64Array(9)
          spreadMatrix(N, { alpha, beta: 0.7, gamma }, 0, matrix)
          expectNear(matrix, flat(expected.matrix), { abs: exact }, 'matrix')
          expectNear(consensusRate(N, alpha, gamma), expected.spectral_radius, { abs: radius }, 'spectral radius')
        })
    },

    latency(content, golden) {
      const [abs] = numbersIn(golden.constant<string>('tolerance'))
      type Case = { mu: number; sigma: number; expected_max_of_two: number }
      for (const [name, one] of casesOf<Case>(content, (c) => 'mu' in c))
        it(name, () => expectNear(meanExchange(one.mu, one.sigma), one.expected_max_of_two, { abs }, 'mean of the later'))
    },
  },
  unread: { 'runs.2.gamma': 'DiLoCo has no γ: its replicas are equal, and nothing is left to pull together' },
})
