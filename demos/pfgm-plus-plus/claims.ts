// What the page promises as numbers that can fail.
import type { Claim, Placed } from '@/contract'
import { slope } from '@/numerics/statistics'
import { chargesOf } from './charges'
import type { Bundle, Gaps } from './maps'
import type { State } from './model'
import { type Params, sigmasOf, startOf } from './params'
import type { presets } from './presets'
import { type readouts, sharesOf } from './readouts'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, { lines: Bundle; diffusion: Bundle; gaps: Gaps }>
const [WHY, MEASURED] = ['README, “Why it works”', 'README, “What was measured”']

/** Five charges and a start for which an independent program has the distances. */
const FIVE: readonly Placed[] = [
  { index: 0, at: [1, 0.2] },
  { index: 1, at: [0.2, 0.9] },
  { index: 2, at: [-0.8, 0.6] },
  { index: 3, at: [-0.9, -0.5] },
  { index: 4, at: [0.4, -1] },
]
const five = { count: 5, moved: FIVE, start: [0.6, -0.4], sigmaMax: 5 } as const

/** Largest distance of the traced path from the straight line to the only charge, over the start height. */
function bend({
  params: p,
  series,
  last,
}: {
  params: Params
  series: Readonly<Record<string, Float64Array>>
  last: number
}): number {
  const [y, x0, sigmas] = [chargesOf(p).places, startOf(p), sigmasOf(p)]
  let most = 0
  for (let k = 0; k <= last; k++) {
    const share = sigmas[k]! / p.sigmaMax
    for (const [i, at] of [series.tracedX![k]!, series.tracedY![k]!].entries())
      most = Math.max(most, Math.abs(at - (y[i]! + (x0[i]! - y[i]!) * share)))
  }
  return most / p.sigmaMax
}

const Z = { tab: 'radius', N: 3072, alpha: 0.5 } as const
const surprises = (says: string, D: number, value: number, error: number): Said => ({
  says,
  kind: 'analysis',
  source: WHY,
  given: { ...Z, D },
  unit: 'standard deviations',
  measure: (run) => run.series.surprise[0]!,
  expect: () => value,
  within: { abs: error },
})

const DRAWN = 2000
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

const CLOUD = { sigmaMax: 80, n: 800, steps: 32 } as const
const FIVE_STEPS = { steps: 5, n: 1000 } as const

export const claims: readonly Said[] = [
  {
    says: 'Above a single charge all lines are straight: the traced path is off by 0 of the start height.',
    kind: 'analysis',
    source: WHY,
    given: 'one',
    also: (p) => p.tab === 'plane' && p.count === 1 && p.alpha === 0,
    measure: bend,
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'From one start above five charges, the paths of D = 64 and of diffusion are 0.00110 apart at σ = 0.5.',
    kind: 'program',
    source: `${WHY}; computed by SciPy`,
    given: { ...five, D: 64 },
    measure: (run) => run.series.gap[0]!,
    expect: () => 0.00110027212726279,
    within: { abs: 1e-8 },
  },
  {
    says: 'D times that distance comes to rest: it is 0.0746 at D = 4096.',
    kind: 'program',
    source: `${WHY}; computed by SciPy`,
    given: five,
    measure: (run) => run.summary('gapLimit'),
    expect: () => 0.0746,
    within: { abs: 5e-5 },
  },
  {
    says: 'On the ring of eight it falls with the slope −1.00 from D = 64 to 4096.',
    kind: 'paper',
    source: `Xu et al. 2023 (the limit); ${WHY} (the rate)`,
    given: {},
    measure: (run) => {
      const { D, gap } = run.map('gaps')
      return slope(D.slice(6).map(Math.log), gap.slice(6).map(Math.log))
    },
    expect: () => -1,
    within: { abs: 0.01 },
  },
  surprises(
    'In 3072 dimensions, noise injected with α = 0.5 surprises a diffusion model by 8.7 standard deviations.',
    Number.POSITIVE_INFINITY,
    8.7,
    0.05,
  ),
  surprises('With D = 2048 by 5.5.', 2048, 5.5, 0.05),
  surprises('With D = 128 by 1.74.', 128, 1.74, 0.005),
  surprises('With D = 1 by 0.10.', 1, 0.1, 0.005),
  {
    says: 'Radii drawn with D = 8 in 3072 dimensions have the predicted standard deviation of ln R, 0.267 (ten seeds).',
    kind: 'analysis',
    source: WHY,
    given: { tab: 'radius', D: 8 },
    measure: (_, again) => SEEDS.reduce((sum, seed) => sum + again({ seed }).series.drawnSpread.at(-1)! / SEEDS.length, 0),
    expect: () => 0.26668,
    within: { abs: 0.0048 },
    needs: { error: (0.267 / Math.sqrt(2 * DRAWN * SEEDS.length)) * 1.2, because: 'standard error of 20,000 radii' },
  },
  {
    says: 'Of 800 particles that begin at σ = 80 above the ring of eight with D = 2, each charge gets 100 up to chance: the largest deviation over its standard deviation stays below 3.5.',
    kind: 'paper',
    source: `Xu et al. 2023; ${WHY}`,
    given: { ...CLOUD, D: 2 },
    measure: (run) =>
      Math.max(
        0,
        ...Array.from(sharesOf(run.state(run.last), run.params), (count) => Math.abs(count - 100) / Math.sqrt(87.5) - 3.5),
      ),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'All of them, 100.0 %, end within 0.02 of a charge.',
    kind: 'analysis',
    source: WHY,
    given: { ...CLOUD, D: 2 },
    unit: '%',
    measure: (run) => run.series.landed.at(-1)!,
    expect: () => 100,
    within: { abs: 0.05 },
  },
  {
    says: 'With noise injected at α = 0.3 all of them, 100.0 %, still do: the exact field corrects itself.',
    kind: 'run',
    source: MEASURED,
    given: { ...CLOUD, D: 2, alpha: 0.3 },
    unit: '%',
    measure: (run) => run.series.landed.at(-1)!,
    expect: () => 100,
    within: { abs: 0.05 },
  },
  {
    says: 'In five steps from σ = 10 only 7.7 % of 1000 particles land at D = 1.',
    kind: 'run',
    source: MEASURED,
    given: { ...FIVE_STEPS, D: 1 },
    unit: '%',
    measure: (run) => run.series.landed.at(-1)!,
    expect: () => 7.7,
    within: { abs: 0.05 },
  },
  {
    says: 'At D = 8 it is 95.2 %.',
    kind: 'run',
    source: MEASURED,
    given: { ...FIVE_STEPS, D: 8 },
    unit: '%',
    measure: (run) => run.series.landed.at(-1)!,
    expect: () => 95.2,
    within: { abs: 0.05 },
  },
  {
    says: 'By diffusion all do, 100.0 %.',
    kind: 'run',
    source: MEASURED,
    given: { ...FIVE_STEPS, D: Number.POSITIVE_INFINITY },
    unit: '%',
    measure: (run) => run.series.landed.at(-1)!,
    expect: () => 100,
    within: { abs: 0.05 },
  },
]
