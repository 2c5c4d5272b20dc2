// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { closedPeak, powerSlopes } from '@/domains/acceleration/closedForms'
import { injectionAt, steadyState, volumesOf } from '@/domains/acceleration/volumes'
import { border } from '@/numerics/statistics'
import type { State } from './model'
import { CELLS, lawOf, type Params, startOf } from './params'
import type { Walked } from './particles'
import { few, type presets } from './presets'
import type { readouts } from './readouts'
import { bumpOf, slopeAt } from './spectrum'

interface Maps {
  particles: Walked
}
type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, Maps>
type Run = Parameters<Said['measure']>[0]

const last = (name: keyof typeof readouts) => (run: Run) => run.series[name].at(-1)!
const NEVER = Number.POSITIVE_INFINITY
const TINY = 1e-300 // far above the balance numbers vanish
const why = 'README, “Why it works”'
const program = 'README, “What was measured”; another program with 6,000 and 12,000 cells'
const ours = 'README, “What was measured”'
const abstract = 'Walter and Eichmann 2024, abstract'

/** Steady state of other parameters on this run's cells. */
function solved(p: Params) {
  const volumes = volumesOf(lawOf(p), CELLS)
  const start = startOf(p)
  const source = injectionAt(volumes, start)
  return { volumes, start, n: steadyState(volumes, source), source }
}

export const claims: readonly Said[] = [
  {
    says: 'A bump stands above the injection for each of nine laws in which losses win at last and nothing escapes: 0 exceptions.',
    kind: 'paper',
    source: abstract,
    given: { ...few, tau0: NEVER },
    measure: ({ params }) =>
      [1, 1.5, 5 / 3]
        .flatMap((q) =>
          [1, 2, 3].map((r) => {
            const { volumes, n, start } = solved({ ...params, q, r, loss: 0.05, high: 1e6 })
            const bump = bumpOf(volumes, n, start)
            return bump !== null && bump.chi < 0.9e6 ? 0 : 1
          }),
        )
        .reduce<number>((sum, miss) => sum + miss, 0),
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'Without escape the top of χN stands at 3/b for q = 2, here 3000.',
    kind: 'analysis',
    source: why,
    given: 'thermal',
    measure: last('peak'),
    expect: (p) => closedPeak(lawOf(p), 1),
    within: { abs: 1.5 },
  },
  {
    says: 'For Kolmogorov turbulence it stands at (3/b) to the power 3/4, here 405.36.',
    kind: 'analysis',
    source: why,
    given: { ...few, tau0: NEVER },
    measure: last('peak'),
    expect: (p) => closedPeak(lawOf(p), 1),
    within: { abs: 0.3 },
    needs: { error: 0.1, because: '400 cells' },
  },
  {
    says: 'Without losses, with q = 2 and an escape time of 1, the slope above the injection is −0.3028.',
    kind: 'analysis',
    source: why,
    given: 'power',
    measure: last('slope'),
    expect: (p) => powerSlopes(1 / p.tau0).above,
    within: { abs: 1.5e-4 },
  },
  {
    says: 'Below the injection it is 3.3028.',
    kind: 'analysis',
    source: why,
    given: 'power',
    measure: ({ params }) => {
      const { volumes, n } = solved({ ...params, low: 1e-3 })
      return slopeAt(volumes, n, Math.log(0.3)) ?? Number.NaN
    },
    expect: (p) => powerSlopes(1 / p.tau0).below,
    within: { abs: 1.5e-4 },
  },
  {
    says: 'As many particles are removed as are injected: the difference is 0.',
    kind: 'analysis',
    source: why,
    given: 'pion',
    measure: last('balance'),
    expect: () => 0,
    within: { abs: 1e-10 },
  },
  {
    says: 'For q = r = 2 the bump is gone where the escape time is less than 1/1.365 = 0.7324.',
    kind: 'analysis',
    source: why,
    given: { q: 2, loss: 1e-4, tau0: 1, high: 1e6, ...few },
    measure: ({ params }) =>
      1 /
      border(
        1,
        2,
        (a) => {
          const { volumes, n, start } = solved({ ...params, tau0: 1 / a })
          return bumpOf(volumes, n, start) !== null
        },
        30,
      ),
    expect: () => 1 / 1.3654166,
    within: { abs: 0.0003 },
    needs: { error: 0.0001, because: '400 cells' },
  },
  {
    says: 'With the escape time 10 its top stands at 2.937/b, here 2937.',
    kind: 'program',
    source: program,
    given: { q: 2, tau0: 10, ...few },
    measure: last('peak'),
    expect: () => 2937,
    within: { abs: 6 },
    needs: { error: 2.5, because: '400 cells' },
  },
  {
    says: 'In Kolmogorov turbulence with losses and escape a particle stays for 5.18 on average.',
    kind: 'program',
    source: program,
    given: 'kolmogorov',
    measure: last('stay'),
    expect: () => 5.1779,
    within: { abs: 0.005 },
  },
  {
    says: 'One power law is then off by a factor of 3.00.',
    kind: 'run',
    source: ours,
    given: 'kolmogorov',
    unit: '×',
    measure: last('misfit'),
    expect: () => 3,
    within: { abs: 0.005 },
  },
  {
    says: 'Twice the rate of injection makes twice as many particles everywhere: the largest relative difference is 0.',
    kind: 'analysis',
    source: why,
    given: 'pion',
    measure: ({ params }) => {
      const { volumes, n, source } = solved(params)
      const twice = steadyState(
        volumes,
        source.map((v) => 2 * v),
      )
      return twice.reduce((most, v, i) => Math.max(most, Math.abs(v - 2 * n[i]!) / Math.max(n[i]!, TINY)), 0)
    },
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'Particles and cells agree but for luck: their squared distance a bin, over what luck explains (Pearson’s X²), is 1 for 100,000 particles.',
    kind: 'analysis',
    source: why,
    given: { n: 100_000 },
    slow: true,
    measure: (run) => run.summary('chiSquare'),
    expect: () => 1,
    within: { abs: 0.4 },
    needs: { error: 0.25, because: 'the luck of some 30 bins, √(2/30)' },
  },
]
