// The paper's promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { Params, State } from './model'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets>
const decades = (values: Float64Array) => Math.log10(mean(values))
/** Of the last fifty steps. */
const mean = (values: Float64Array) => values.slice(-50).reduce((sum, v) => sum + v, 0) / 50
const last = (values: Float64Array) => values.at(-1)!

export const claims: readonly Said[] = [
  {
    says: 'With fair shares all six stars are in use at this seed: usage $H/\\log K$ is 1.',
    slow: true,
    kind: 'paper',
    source: 'Caron et al. 2020, section 3.1',
    given: 'healthy',
    measure: (run) => last(run.series.entropy),
    expect: () => 1,
    within: { abs: 3e-6 },
  },
  {
    says: 'They found the six groups: the purity is 1.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'healthy',
    measure: (run) => last(run.series.purity),
    expect: () => 1,
    within: { abs: 0 },
  },
  {
    says: 'Without them, from the same start, one star takes all.',
    slow: true,
    kind: 'paper',
    source: 'Caron et al. 2020, section 3.1',
    given: 'healthy',
    unit: 'stars',
    measure: (run) => last(run.series.rivalUsed),
    expect: () => 1,
    within: { abs: 0 },
  },
  {
    says: 'And yet the collapsed run has the better loss, by 3.85 powers of ten.',
    kind: 'run',
    source: 'README, “Why it works”',
    given: 'healthy',
    unit: 'decades',
    measure: (run) => decades(run.series.loss) - decades(run.series.rivalLoss),
    expect: () => 3.85,
    within: { abs: 0.005 },
  },
  {
    says: 'Three rounds are enough: at this seed ten end with the same usage.',
    slow: true,
    kind: 'paper',
    source: 'Caron et al. 2020, section 3.1',
    given: { rounds: 10 },
    measure: (run) => last(run.series.entropy),
    expect: () => 1,
    within: { abs: 3e-6 },
  },
  {
    says: 'Not because shares are fair by then: by hand the worst star is still off by 0.43.',
    kind: 'program',
    source: 'README, “Why it works”; a program of its own',
    given: 'byHand',
    measure: (run) => run.series.shareError[6]!,
    expect: () => 0.4257,
    within: { abs: 1e-4 },
  },
  {
    says: 'Codes that are fair and empty teach nothing: with ε = 1 the loss stays at $\\log K$, 1.7918 for six stars.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'mush',
    measure: (run) => mean(run.series.loss),
    expect: (p) => Math.log(p.prototypes),
    within: { rel: 1e-5 },
  },
  {
    says: 'A queue of 128 gives a batch of 4 all six stars: the usage is 1.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'tinyQueue',
    measure: (run) => last(run.series.entropy),
    expect: () => 1,
    within: { abs: 3e-6 },
  },
  {
    says: 'Without the queue the same seed ends with a usage of 0.75.',
    kind: 'run',
    source: 'README, “What was measured”',
    given: 'tiny',
    measure: (run) => last(run.series.entropy),
    expect: () => 0.75,
    within: { abs: 0.005 }, // as it is rounded
  },
]
