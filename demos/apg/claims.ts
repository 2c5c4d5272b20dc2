// What the paper says, and what follows from its rule, measured on runs. Statistics are of 1000 samples with the page's seed; their standard errors
// are the standard deviations over 40 seeds.
import type { Claim, Run } from '@/contract'
import { outside } from '@/numerics/statistics'
import type { State } from './model'
import type { Params } from './params'
import { presets } from './presets'
import type { readouts } from './readouts'

type Name = keyof typeof readouts & string
type Recording = Run<Params, State, Name>
type Again = (params: Partial<Params>) => Recording

const MANY = { n: 1000, seed: 17 } as const
const OVER_SEEDS = 'the standard deviation over 40 seeds'
const MEASURED = 'Sadat et al. 2024; 1000 samples, seed 17'
const end = ({ series, last }: Recording, name: Name) => series[name][last]!
const { burns, turn, strong, offGrey, coarse } = presets

/** Mean of a final number over eight seeds: 288 pictures. */
function overSeeds(again: Again, name: Name): number {
  const seeds = Array.from({ length: 8 }, (_, k) => 101 + k)
  return seeds.reduce((sum, seed) => sum + end(again({ seed }), name), 0) / seeds.length
}

const squareOf = (values: Float64Array, at: number, dim: number) => {
  let sum = 0
  for (let i = at; i < at + dim; i++) sum += values[i]! * values[i]!
  return sum
}

/** Largest value of `of` over all samples at all steps that push. */
function worst({ last, state, params }: Recording, of: (cloud: State['apg'], at: number, dim: number) => number): number {
  let most = 0
  for (let step = 0; step < last; step++) {
    const { apg } = state(step)
    const dim = params.scene === 'wheel' ? 2 : 9
    for (let at = 0; at < apg.x.length; at += dim) most = Math.max(most, of(apg, at, dim))
  }
  return most
}

/** Relative difference between |x0|² and |cond|² + (w - 1)² |across|². */
const tangentError = (run: Recording) =>
  worst(run, ({ guided, cond, across }, at, dim) => {
    const square = squareOf(cond, at, dim) + (run.params.w - 1) ** 2 * squareOf(across, at, dim)
    return Math.abs(squareOf(guided, at, dim) / square - 1)
  })

/** Longest push of the run relative to its limit. */
const longestPush = (run: Recording) =>
  worst(run, ({ along, across }, at, dim) => Math.sqrt(squareOf(along, at, dim) + squareOf(across, at, dim)) / run.params.r)

/** An unmoved wheel, sampled finely enough, with guidance at which the turn alone stays on its circle. */
const isPlainTurn = (p: Params) =>
  p.scene === 'wheel' &&
  p.eta === 0 &&
  p.w <= 7.5 &&
  p.beta <= 0 &&
  p.steps >= 32 &&
  p.n >= 100 &&
  p.std >= 0.1 &&
  p.std <= 0.2 &&
  p.moved.length === 0 &&
  Math.hypot(...p.centre) < 1e-9

export const claims: readonly Claim<Params, State, Name, keyof typeof presets>[] = [
  {
    says: 'Without guidance the mean saturation of the wanted colour is 0.71.',
    kind: 'program',
    source: MEASURED,
    given: { ...turn.params, ...MANY, w: 1 },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 0.7134, // the independent program, with 512 starts that fill the plane evenly
    within: { abs: 0.024 },
    needs: { error: 0.008, because: OVER_SEEDS },
  },
  {
    says: 'Plain guidance at $w = 7.5$ lifts it to 1.46.',
    kind: 'program',
    source: MEASURED,
    given: { ...burns.params, ...MANY },
    measure: (run) => end(run, 'meanCfg'),
    expect: () => 1.46,
    within: { abs: 0.008 },
  },
  {
    says: 'Without the stretch ($\\eta = 0$) the mean saturation stays at 0.70.',
    kind: 'program',
    source: MEASURED,
    given: { ...turn.params, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 0.7,
    within: { abs: 0.024 },
    needs: { error: 0.008, because: OVER_SEEDS },
  },
  {
    says: 'Without the stretch, guidance moves the mean saturation by 0.03 at most.',
    kind: 'paper',
    source: 'Sadat et al. 2024, on the parallel part',
    given: { ...turn.params, ...MANY },
    also: isPlainTurn,
    measure: (run, again) => outside(end(run, 'meanApg') - end(again({ w: 1 }), 'meanApg'), -0.03, 0.03),
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'Plain guidance makes samples alike: their saturation spreads by 0.068 only.',
    kind: 'program',
    source: MEASURED,
    given: { ...burns.params, ...MANY },
    measure: (run) => end(run, 'spreadCfg'),
    expect: () => 0.068,
    within: { abs: 0.0057 },
    needs: { error: 0.0019, because: OVER_SEEDS },
  },
  {
    says: 'Without the stretch samples keep their spread of saturation, 0.243.',
    kind: 'program',
    source: MEASURED,
    given: { ...turn.params, ...MANY },
    measure: (run) => end(run, 'spreadApg'),
    expect: () => 0.243,
    within: { abs: 0.015 },
    needs: { error: 0.005, because: OVER_SEEDS },
  },
  {
    says: 'The turn alone makes the colour right: its probability rises by 0.046.',
    kind: 'program',
    source: MEASURED,
    given: { ...turn.params, ...MANY },
    measure: (run, again) => end(run, 'posteriorApg') - end(again({ w: 1 }), 'posteriorApg'),
    expect: () => 0.046,
    within: { abs: 0.01 },
    needs: { error: 0.0043, because: OVER_SEEDS },
  },
  {
    says: 'At $w = 15$ even the turn overshoots: without limit and momentum the mean saturation is 0.80.',
    kind: 'program',
    source: 'README, “Why it works”; 1000 samples, seed 17',
    given: { ...strong.params, ...turn.params, w: 15, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 0.8,
    within: { abs: 0.024 },
    needs: { error: 0.008, because: OVER_SEEDS },
  },
  {
    says: 'At $w = 15$ the limit $r = 0.1$ and momentum −0.5 bring it back to 0.74.',
    kind: 'program',
    source: MEASURED,
    given: { ...strong.params, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 0.74,
    within: { abs: 0.024 },
    needs: { error: 0.008, because: OVER_SEEDS },
  },
  {
    says: 'Negative momentum holds plain guidance back: with β = −0.5 the mean saturation is 1.29.',
    kind: 'program',
    source: MEASURED,
    given: { ...burns.params, beta: -0.5, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 1.29,
    within: { abs: 0.01 },
  },
  {
    says: 'Positive momentum makes it worse: with β = 0.5 the mean saturation is 2.16.',
    kind: 'program',
    source: MEASURED,
    given: { ...burns.params, beta: 0.5, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 2.16,
    within: { abs: 0.008 },
  },
  {
    says: 'While noise is strong the push only stretches: at σ = 2.9 the stretch has 0.98 of its square.',
    kind: 'program',
    source: 'README, “Why it works”; 1000 samples, seed 17',
    given: { ...burns.params, ...MANY },
    measure: ({ series }) => series.stretch[15]!,
    expect: () => 0.98,
    within: { abs: 0.005 },
  },
  {
    says: 'APG trusts the origin to be grey: on a wheel moved by (2, 0) the turn burns too, to 1.38 from the wheel’s own centre.',
    kind: 'program',
    source: 'README, “Why it works”; 1000 samples, seed 17',
    given: { ...offGrey.params, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 1.38,
    within: { abs: 0.015 },
  },
  {
    says: 'With eight steps the tangent leaves the circle: the mean saturation is 1.69.',
    kind: 'program',
    source: 'README, “Why it works”; the snippet in NumPy with 100 seeds of 1000 samples has 1.690',
    given: { ...coarse.params, ...MANY },
    measure: (run) => end(run, 'meanApg'),
    expect: () => 1.69,
    within: { abs: 0.066 },
    needs: { error: 0.022, because: OVER_SEEDS },
  },
  {
    says: 'In pictures of 192 numbers plain guidance paints only vivid ones: their share is 1.00.',
    kind: 'program',
    source: 'Sadat et al. 2024; 288 pictures, seeds 101 to 108',
    given: { ...burns.params, scene: 'patches' },
    measure: (_run, again) => overSeeds(again, 'vividCfg'),
    expect: () => 1,
    within: { abs: 0.01 },
  },
  {
    says: 'APG keeps the dull pictures: their share is 0.34.',
    kind: 'program',
    source: 'Sadat et al. 2024; 288 pictures, seeds 101 to 108',
    given: { scene: 'patches', w: 7.5, eta: 0, clip: true, r: 0.25, beta: -0.5 },
    measure: (_run, again) => overSeeds(again, 'dullApg'),
    expect: () => 0.34,
    within: { abs: 0.08 },
    needs: { error: 0.028, because: 'the standard error of a share of 0.34 in 288 pictures' },
  },
  {
    says: 'At $\\eta = 0$ the prediction grows only as a tangent step does, $|\\tilde D|^2 = |D_c|^2 + (w-1)^2|m_\\perp|^2$: the largest miss is 0.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: turn.params,
    also: (p) => p.eta === 0,
    measure: tangentError,
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'No push is longer than its limit: the longest is 1 times r.',
    kind: 'paper',
    source: 'Sadat et al. 2024, Algorithm 1',
    given: strong.params,
    also: (p) => p.clip && p.r <= 0.3 && p.moved.length === 0,
    measure: longestPush,
    expect: () => 1,
    within: { abs: 1e-12 },
  },
]
