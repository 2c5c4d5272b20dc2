// What a visitor may change, and the law and the grid that follow.
import { choice, integer, number, type ParamsOf, seed, toggle } from '@/contract'
import type { Law } from '@/domains/acceleration/law'
import { injectionAt, steadyState, totalOf, volumesOf } from '@/domains/acceleration/volumes'
import { memoized } from '@/memoized'

/** Equal cells of ln χ, steps of a run, and cells to a bar of the histogram. */
export const CELLS = 400
export const STEPS = 200
export const CELLS_A_BIN = 8

const FOREVER = Number.POSITIVE_INFINITY

export const params = {
  q: number({
    label: 'turbulence index',
    symbol: 'q',
    doc: 'Momentum diffuses at the rate χ^(q−2): 5/3 is Kolmogorov turbulence, 3/2 Kraichnan, 2 hard spheres. At a smaller q fast particles are kicked more rarely.',
    default: 5 / 3,
    min: 1,
    max: 2,
    step: 0.01,
  }),
  loss: number({
    label: 'strength of losses',
    symbol: 'b',
    doc: 'A particle loses momentum at the rate b χ^r. More losses stop it at a smaller momentum.',
    default: 1e-3,
    min: 1e-5,
    max: 1,
    scale: 'log',
    end: { value: 0, word: 'none', text: 'none' },
  }),
  r: number({
    label: 'index of losses',
    symbol: 'r',
    doc: '2: synchrotron light and scattered photons; 1: expansion of the gas; 0: friction by collisions.',
    default: 2,
    min: 0,
    max: 3,
    step: 0.1,
    when: { loss: { not: 0 } },
  }),
  tau0: number({
    label: 'escape time',
    symbol: '\\tau_0',
    doc: 'How long a particle of momentum 1 stays on average. At a smaller one particles escape before they pile up.',
    default: 20,
    min: 0.05,
    max: 1000,
    scale: 'log',
    end: { value: FOREVER, word: 'never', text: 'never' },
  }),
  moment: choice({
    label: 'drawn',
    doc: 'The number N a unit of momentum, that times χ (a unit of ln χ), or times χ² (the energy). Where a bump stands depends on it.',
    options: { n0: 'N', n1: 'χN', n2: 'χ²N' },
    default: 'n1',
    affects: 'view',
  }),
  fit: toggle({
    label: 'one straight line',
    doc: 'The power law that fits best above the injection, down to a thousandth of the highest number.',
    default: false,
    affects: 'view',
  }),
  probe: number({
    label: 'slope at',
    symbol: '\\chi',
    doc: 'Where the slope of the steady spectrum is read off.',
    default: 10,
    min: 1e-3,
    max: 1e6,
    scale: 'log',
    affects: 'view',
  }),
  gain: number({
    label: 'steady gain',
    symbol: 'g',
    doc: 'A linear gain on top of the kicks, as at a shock or by compression.',
    group: 'Environment',
    default: 0,
    min: 0,
    max: 2,
    step: 0.01,
  }),
  tied: toggle({
    label: 'escape follows the waves',
    doc: 'As in quasi-linear theory: what kicks a particle more rarely also holds it less, δ = q − 2.',
    group: 'Environment',
    default: true,
    when: { tau0: { not: FOREVER } },
  }),
  delta: number({
    label: 'index of escape',
    symbol: '\\delta',
    doc: 'The escape time is τ₀ χ^δ. Below 0 fast particles escape sooner.',
    group: 'Environment',
    default: -0.33,
    min: -1,
    max: 1,
    step: 0.01,
    when: { tied: false, tau0: { not: FOREVER } },
  }),
  tauC: number({
    label: 'destruction time',
    symbol: '\\tau_c',
    doc: 'How long a particle of momentum 1 lives before one collision destroys it, such as a proton that makes pions.',
    group: 'Environment',
    default: FOREVER,
    min: 0.1,
    max: 1000,
    scale: 'log',
    end: { value: FOREVER, word: 'never', text: 'never' },
  }),
  epsilon: number({
    label: 'index of destruction',
    symbol: '\\epsilon',
    doc: 'The destruction time is τ_c χ^ε. Below 0 fast particles are destroyed sooner.',
    group: 'Environment',
    default: -0.5,
    min: -1,
    max: 1,
    step: 0.01,
    when: { tauC: { not: FOREVER } },
  }),
  inj: number({
    label: 'injection at',
    symbol: '\\chi_\\text{inj}',
    doc: 'The momentum at which particles start.',
    group: 'Environment',
    default: 1,
    min: 0.1,
    max: 100,
    scale: 'log',
  }),
  low: number({
    label: 'turbulence from',
    symbol: '\\chi_1',
    doc: 'No waves below: nothing gets out of the range at this end.',
    group: 'Environment',
    default: 0.01,
    min: 1e-3,
    max: 1,
    scale: 'log',
  }),
  high: number({
    label: 'turbulence to',
    symbol: '\\chi_2',
    doc: 'No waves above: nothing gets out of the range at this end, and particles may pile up there.',
    group: 'Environment',
    default: 1e5,
    min: 10,
    max: 1e6,
    scale: 'log',
  }),
  span: number({
    label: 'length of the run',
    symbol: 't_\\text{end}',
    doc: 'In 200 steps. Times are in units of χ²/D at χ = 1.',
    group: 'Run',
    default: 30,
    min: 5,
    max: 200,
    scale: 'log',
  }),
  n: integer({
    label: 'particles',
    symbol: 'M',
    doc: 'Of the histogram. More particles make its bars shorter: their length falls as 1/√M.',
    group: 'Run',
    default: 20_000,
    min: 1000,
    max: 100_000,
    scale: 'log',
    hard: [100, 100_000],
  }),
  seed: seed({ label: 'seed', doc: 'Of the kicks.', group: 'Run', default: 0 }),
}
export type Params = ParamsOf<typeof params>

/** Parameters that the spectrum depends on. */
export const OF_LAW = ['q', 'loss', 'r', 'gain', 'tau0', 'tied', 'delta', 'tauC', 'epsilon', 'inj', 'low', 'high'] as const

export const lawOf = (p: Params): Law => ({
  ...{ q: p.q, b: p.loss, r: p.r, gain: p.gain, low: p.low, high: p.high },
  ...{ tau0: p.tau0, delta: p.tau0 === FOREVER ? 0 : p.tied ? p.q - 2 : p.delta },
  ...{ tauC: p.tauC, epsilon: p.tauC === FOREVER ? 0 : p.epsilon },
})
const INSIDE = 1.2 // the injection stays so far from the ends of the range, as a factor
/** ln χ where particles start, inside the range of the turbulence. */
export const startOf = ({ inj, low, high }: Pick<Params, 'inj' | 'low' | 'high'>): number =>
  Math.log(Math.min(Math.max(inj, INSIDE * low), high / INSIDE))

/** Grid, injection and steady state of these parameters: for a unit rate of injection, or one particle in all where nothing is removed. */
export const steadyOf = memoized((p: Params) => {
  const volumes = volumesOf(lawOf(p), CELLS)
  const start = startOf(p)
  const source = injectionAt(volumes, start)
  const n = steadyState(volumes, source)
  const total = totalOf(volumes, n)
  return { volumes, start, source, n, total, share: n.map((v) => v / total) }
})
