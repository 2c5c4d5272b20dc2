// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { lastPush } from '@/domains/diffusion/evodiff'
import type { Row } from '@/numerics/sweep'
import type { Maps, State } from './model'
import { LANES, type Params } from './params'
import type { presets } from './presets'
import { sigmasOf } from './problem'
import type { readouts } from './readouts'

type Series = keyof typeof readouts
type Said = Claim<Params, State, Series, keyof typeof presets, Maps & { sweep: readonly Row<number>[] }>
type Run = Parameters<Said['measure']>[0]

const last = (name: Series) => (run: Run) => run.series[name].at(-1)!
const program = 'README, “What was measured”; another program, in NumPy, whose samplers equal the authors’ code'
const ours = 'README, “What was measured”'
const derived = 'README, “Why it works”'

/** The end of a run on one Gaussian as a share of the exact one. */
const share = (run: Run) => 1 + run.series.lagEvodiff.at(-1)! / 100
const pushed: Said['measure'] = (run, again) => 100 * (share(run) / share(again({ ending: 'plain' })) - 1)
const push = (p: Params) => {
  const sigmas = sigmasOf(p)
  return 100 * lastPush(sigmas.at(-2)!, sigmas.at(-1)!)
}
const settled = { error: 0.25, because: 'the last two guesses differ by up to half a percent' }

export const claims: readonly Said[] = [
  {
    says: 'EVODiff calls the model as often as the others, ten times for ten calls: its weights cost none.',
    kind: 'paper',
    source: 'authors’ code, samplers/evodiff.py',
    given: 'ten',
    also: () => true,
    measure: last('callsEvodiff'),
    expect: (p) => p.calls,
    within: { abs: 0 },
  },
  {
    says: 'With ten calls on one Gaussian DDIM misses 0.3275 of the spread.',
    kind: 'program',
    source: program,
    given: 'ten',
    measure: last('errorDdim'),
    expect: () => 0.3275,
    within: { abs: 0.0001 },
  },
  {
    says: 'The memory of predicted noise misses 0.0833 of it.',
    kind: 'program',
    source: program,
    given: 'ten',
    measure: last('errorNoise'),
    expect: () => 0.0833,
    within: { abs: 0.0001 },
  },
  {
    says: 'DPM++, the memory of predicted data, misses 0.0516 of it.',
    kind: 'program',
    source: program,
    given: 'ten',
    measure: last('errorData'),
    expect: () => 0.0516,
    within: { abs: 0.0001 },
  },
  {
    says: 'EVODiff misses 0.0065 of it.',
    kind: 'program',
    source: program,
    given: 'ten',
    measure: last('errorEvodiff'),
    expect: () => 0.0065,
    within: { abs: 0.0001 },
  },
  {
    says: 'With six calls DPM++ misses 0.0396 of the spread, EVODiff 0.150 more.',
    kind: 'program',
    source: program,
    given: 'six',
    measure: (run) => last('errorEvodiff')(run) - last('errorData')(run),
    expect: () => 0.15,
    within: { abs: 0.001 },
  },
  {
    says: 'With twenty calls EVODiff misses 3.16 times as much as DPM++.',
    kind: 'program',
    source: program,
    given: 'many',
    unit: '×',
    measure: (run) => last('errorEvodiff')(run) / last('errorData')(run),
    expect: () => 3.16,
    within: { abs: 0.01 },
  },
  {
    says: 'Of the counts from 4 to 40 EVODiff has the smallest error at nine: 4, 5 and 9 to 15.',
    kind: 'run',
    source: ours,
    given: 'ten',
    measure(run) {
      const rows = run.map('sweep')
      const errorAt = (lane: string, calls: number) => rows.find((row) => row.lane === lane && row.value === calls)!.ends[0]!
      const best = rows.filter(
        ({ lane, value, ends }) => lane === 'evodiff' && LANES.every((other) => ends[0]! <= errorAt(other, value)),
      )
      const counts = [4, 5, 9, 10, 11, 12, 13, 14, 15]
      return (
        best.filter(({ value }) => counts.includes(value)).length - best.filter(({ value }) => !counts.includes(value)).length
      )
    },
    expect: () => 9,
    within: { abs: 0 },
  },
  {
    says: 'With ten calls its last step lengthens a sample by 9.3 %, as it does with guesses that have settled.',
    kind: 'analysis',
    source: derived,
    given: 'ten',
    unit: '%',
    measure: pushed,
    expect: push,
    within: { abs: 0.5 },
    needs: settled,
  },
  {
    says: 'With sixteen calls, where q passes ½, by 1.2 %.',
    kind: 'analysis',
    source: derived,
    given: { calls: 16 },
    unit: '%',
    measure: pushed,
    expect: push,
    within: { abs: 0.15 },
  },
  {
    says: 'With a plain last step EVODiff misses 0.1114 of the spread in ten calls: the dip is gone.',
    kind: 'program',
    source: program,
    given: 'plain',
    measure: last('errorEvodiff'),
    expect: () => 0.1114,
    within: { abs: 0.0001 },
  },
  {
    says: 'With r held at 1 it misses 0.403 of the spread.',
    kind: 'program',
    source: program,
    given: { balance: 1 },
    measure: last('errorEvodiff'),
    expect: () => 0.4031,
    within: { abs: 0.0005 },
  },
  {
    says: 'On the wheel with twelve calls EVODiff’s error is 0.0179.',
    kind: 'program',
    source: program,
    given: 'wheel',
    measure: last('errorEvodiff'),
    expect: () => 0.0179,
    within: { abs: 0.0001 },
  },
  {
    says: 'That of DPM++ there is 0.0315.',
    kind: 'program',
    source: program,
    given: 'wheel',
    measure: last('errorData'),
    expect: () => 0.0315,
    within: { abs: 0.0001 },
  },
  {
    says: 'With ten calls on the wheel, moved off the origin by (1, ½), EVODiff’s error is 0.1516.',
    kind: 'program',
    source: program,
    given: 'offCentre',
    measure: last('errorEvodiff'),
    expect: () => 0.1516,
    within: { abs: 0.0001 },
  },
  {
    says: 'DPM++ misses there what it misses on the wheel at the origin: no difference.',
    kind: 'analysis',
    source: derived,
    given: 'offCentre',
    measure: (run, again) => last('errorData')(run) - last('errorData')(again({ centre: [0, 0] })),
    expect: () => 0,
    within: { abs: 0.0001 },
    needs: { error: 0.00005, because: 'the noise at the start is not moved with the data, by 1/80 of it' },
  },
  {
    says: 'On the narrow ring predicted noise is better to remember than predicted data: DPM++ misses 3.48 times as much.',
    kind: 'program',
    source: program,
    given: 'ring',
    unit: '×',
    measure: (run) => last('errorData')(run) / last('errorNoise')(run),
    expect: () => 3.48,
    within: { abs: 0.01 },
  },
  {
    says: 'The uncertainty of one Gaussian at the noise level 0.4 is 2s²σ²/(s² + σ²) = 0.1951.',
    kind: 'analysis',
    source: derived,
    given: 'ten',
    measure: (run) => run.series.variance[5]!,
    expect: () => (2 * 0.25 * 0.16) / 0.41,
    within: { abs: 0.0001 },
  },
]
