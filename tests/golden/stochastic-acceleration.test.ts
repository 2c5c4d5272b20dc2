import { closedLog, closedPeak, kummerLog, powerSlopes } from '@/domains/acceleration/closedForms'
import { equilibrium, type Law } from '@/domains/acceleration/law'
import { marchedLog } from '@/domains/acceleration/march'
import { injectionAt, removedFrom, steadyState, totalOf, type Volumes, volumesOf } from '@/domains/acceleration/volumes'
import { border } from '@/numerics/statistics'
import { CELLS } from '../../demos/stochastic-acceleration/params'
import { bumpOf } from '../../demos/stochastic-acceleration/spectrum'
import { casesOf, expectNear, it, numbersIn, testGolden } from './load'

interface Case {
  q: number
  b: number
  r: number
  gain: number
  tau0: number
  delta: number
  tau_cat0: number
  eps_cat: number
  chi_inj: number
  sigma_inj: number
  chi_min: number
  chi_max: number
  chi: number[]
  n: number[]
  rel_diff_400_cells: number
  total_particles: number
  chi_eq: number
}
interface Kummer {
  a: number
  b: number
  chi0: number
  chi: number[]
  n: number[]
}
interface Slopes {
  a: number
  slope_n_above: number
  slope_n_below: number
}
interface NoEscape {
  q: number
  b: number
  r: number
  chi: number[]
  n_over_n_first: number[]
  peak_n: number
  peak_N: number
  peak_chi_n: number
}
interface Tolerance {
  n_table: string
  kummer: number
  balance: number
}

const time = (tau: number) => (tau === 0 ? Number.POSITIVE_INFINITY : tau)
const lawOf = (c: Case): Law => ({
  ...{ q: c.q, b: c.b, r: c.r, gain: c.gain, low: c.chi_min, high: c.chi_max },
  ...{ tau0: time(c.tau0), delta: c.delta, tauC: time(c.tau_cat0), epsilon: c.eps_cat },
})
const open = (wish: Partial<Law>): Law => ({
  ...{ q: 2, b: 0, r: 2, gain: 0, tau0: Number.POSITIVE_INFINITY, delta: 0, tauC: Number.POSITIVE_INFINITY, epsilon: 0 },
  ...{ low: 1e-2, high: 1e5, ...wish },
})
/** Injection at a unit rate, log-normal in χ. */
function sourceOf({ ys, h }: Volumes, c: Case): Float64Array {
  const source = ys.map((y) => Math.exp(-(((y - Math.log(c.chi_inj)) / c.sigma_inj) ** 2) / 2))
  const sum = source.reduce((all, v) => all + v, 0) * h
  return source.map((v) => v / sum)
}
/** ln n between the middles of cells. */
function logAt({ ys, h }: Volumes, n: Float64Array, chi: number): number {
  const place = Math.min(Math.max((Math.log(chi) - ys[0]!) / h, 0), n.length - 1)
  const first = Math.min(Math.floor(place), n.length - 2)
  return Math.log(n[first]!) + (place - first) * (Math.log(n[first + 1]!) - Math.log(n[first]!))
}
/** With more cells, and the error of order h² taken away. */
function fine(c: Case): (chi: number) => number {
  const [one, two] = [1500, 3000].map((cells) => {
    const volumes = volumesOf(lawOf(c), cells)
    const n = steadyState(volumes, sourceOf(volumes, c))
    return (chi: number) => logAt(volumes, n, chi)
  }) as [(chi: number) => number, (chi: number) => number]
  return (chi) => (4 * two(chi) - one(chi)) / 3
}

testGolden('stochastic-acceleration', {
  constants: ['slug', 'how', 'tolerance'],
  tolerances: { cases: 2e-2, kummer: 1e-6, power_law: 1e-9, no_escape: 1e-9, bump_threshold_q2_r2: 2e-3, others: 1e-3 },
  unread: {
    'tolerance.kummer': 'a bound; the formulas are closer',
    'tolerance.balance': 'a bound; the balance is closer',
    'cases.*.rel_diff_400_cells': 'the error of the program that made the file',
    'cases.*.eps_cat': 'without catastrophic losses it has no meaning',
  },
  sections: {
    cases(content, golden) {
      const { n_table, balance } = golden.constant<Tolerance>('tolerance')
      const [rel = 0] = numbersIn(n_table)
      for (const [name, c] of casesOf<Case>(content))
        it(`${name}: q ${c.q}, b ${c.b}, τ₀ ${c.tau0}`, () => {
          const volumes = volumesOf(lawOf(c), CELLS)
          const n = steadyState(volumes, sourceOf(volumes, c))
          const converged = fine(c)
          for (const [k, chi] of c.chi.entries()) {
            expectNear(Math.exp(logAt(volumes, n, chi)), c.n[k]!, { rel }, `n at ${chi}`)
            expectNear(Math.exp(converged(chi)), c.n[k]!, { rel: chi > 20 * c.chi_eq ? 1e-3 : 2e-4 }, `n at ${chi}, converged`)
          }
          const { escaped, destroyed } = removedFrom(volumes, n)
          expectNear(escaped + destroyed, 1, { abs: balance }, 'balance')
          expectNear(totalOf(volumes, n), c.total_particles, { rel: 1e-3 }, 'particles')
          expectNear(equilibrium(lawOf(c)), c.chi_eq, { rel: 1e-9 }, 'equilibrium')
        })
    },

    kummer(content, golden) {
      const { kummer: rel } = golden.constant<Tolerance>('tolerance')
      for (const [name, { a, b, chi0, chi, n }] of casesOf<Kummer>(content))
        it(`${name}: a ${a}, b ${b}`, () => {
          const law = open({ b, tau0: 1 / a, low: chi0 * 1e-4, high: 400 / b })
          const volumes = volumesOf(open({ b, tau0: 1 / a, low: chi0 * 1e-3, high: 1e3 * (chi0 / b) }), 2 * CELLS)
          const solved = steadyState(volumes, injectionAt(volumes, Math.log(chi0)))
          for (const [k, at] of chi.entries()) {
            const y = Math.log(at)
            const exact = kummerLog(a, b, Math.log(chi0), y)
            expectNear(Math.exp(exact), n[k]!, { rel: 10 * rel }, `formula at ${at}`)
            const marched = marchedLog(law, Math.log(chi0), Float64Array.of(y), 4000)
            expectNear(Math.exp(marched[0]!), n[k]!, { rel: 2e-4 }, `marched to ${at}`)
            expectNear(Math.exp(logAt(volumes, solved, at)), n[k]!, { rel: 6e-3 }, `cells at ${at}`)
          }
        })
    },

    power_law(content) {
      for (const [name, { a, slope_n_above, slope_n_below }] of casesOf<Slopes>(content))
        it(`${name}: a ${a}`, () => {
          const { above, below } = powerSlopes(a)
          expectNear(above, slope_n_above, { abs: 1e-12 }, 'above')
          expectNear(below, slope_n_below, { abs: 1e-12 }, 'below')
          const volumes = volumesOf(open({ tau0: 1 / a, low: 1e-4, high: 1e6 }), CELLS)
          const n = steadyState(volumes, injectionAt(volumes, 0))
          const slope = (from: number, to: number) =>
            (logAt(volumes, n, to) - logAt(volumes, n, from)) / (Math.log(to) - Math.log(from))
          expectNear(slope(10, 1000), slope_n_above, { abs: 1e-3 }, 'cells, above')
          expectNear(slope(0.01, 0.1), slope_n_below, { abs: 1e-3 }, 'cells, below')
        })
    },

    no_escape(content) {
      for (const [name, one] of casesOf<NoEscape>(content))
        it(`${name}: q ${one.q}, b ${one.b}, r ${one.r}`, () => {
          const law = open({ q: one.q, b: one.b, r: one.r })
          const log = (chi: number) => closedLog(law, Math.log(chi))
          const volumes = volumesOf(law, CELLS)
          const n = steadyState(volumes, new Float64Array(CELLS))
          for (const [k, chi] of one.chi.entries()) {
            const ratio = one.n_over_n_first[k]!
            expectNear(Math.exp(log(chi) - log(one.chi[0]!)), ratio, { rel: 1e-9 }, `formula at ${chi}`)
            const solved = Math.exp(logAt(volumes, n, chi) - logAt(volumes, n, one.chi[0]!))
            expectNear(solved, ratio, { rel: 4e-3 }, `cells at ${chi}`)
          }
          expectNear(
            [1, 0, 2].map((k) => closedPeak(law, k)),
            [one.peak_n, one.peak_N, one.peak_chi_n],
            { rel: 1e-9 },
            'peaks',
          )
          expectNear(bumpOf(volumes, n, 0)?.chi, one.peak_n, { rel: 2e-3 }, 'peak on cells')
        })
    },

    bump_threshold_q2_r2(content) {
      const { a_c } = content as { a_c: number }
      it('the bump is gone from a_c on', () => {
        const found = border(0.5, 3, (a) => {
          const volumes = volumesOf(open({ b: 1e-4, tau0: 1 / a, low: 1e-2, high: 1e6 }), 2 * CELLS)
          return bumpOf(volumes, steadyState(volumes, injectionAt(volumes, 0)), 0) !== null
        })
        expectNear(found, a_c, { abs: 2e-3 }, 'a_c')
      })
    },
  },
})
