// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { Row } from '@/numerics/sweep'
import type { End } from './gaps'
import type { State } from './model'
import type { Learned } from './network'
import type { Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

interface Maps {
  gaps: readonly End[]
  training: readonly Row<Learned>[]
}
type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets, Maps>
type Series = keyof typeof readouts

const last = (name: Series) => (run: Parameters<Said['measure']>[0]) => run.series[name].at(-1)!
const program = 'README, “Why it works”; another program: quantiles along the ODE, central differences for the SDE'
const ours = 'README, “What was measured”'
const of = (name: string) => (run: Parameters<Said['measure']>[0]) => run.summary(name)

export const claims: readonly Said[] = [
  {
    says: 'With the exact score ODE and SDE end with the same density: no gap but the error of the solver.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'exact',
    measure: last('gap'),
    expect: () => 0,
    within: { abs: 0.001 },
    needs: { error: 0.0005, because: 'the error of the solver, 600 steps on 800 cells' },
  },
  {
    says: 'With a wave of 0.1 in the score they end 0.172 apart.',
    kind: 'program',
    source: program,
    given: 'ripple',
    measure: last('gap'),
    expect: () => 0.1724,
    within: { abs: 0.0015 },
  },
  {
    says: 'The ODE is then 0.312 from the truth.',
    kind: 'program',
    source: program,
    given: 'ripple',
    measure: last('odeTruth'),
    expect: () => 0.3123,
    within: { abs: 0.0015 },
  },
  {
    says: 'The SDE is 0.214 from it, nearer than the ODE.',
    kind: 'program',
    source: program,
    given: 'ripple',
    measure: last('sdeTruth'),
    expect: () => 0.2138,
    within: { abs: 0.0015 },
  },
  {
    says: 'From one of the sizes 0, 0.02, 0.05, 0.1, 0.2 and 0.4 of the wave to the next, gap and residual grow: 0 exceptions.',
    kind: 'run',
    source: ours,
    given: 'ripple',
    measure: (run) =>
      run.map('gaps').filter(({ gap, residual }, k, all) => {
        const next = all[k + 1]
        return next !== undefined && !(next.gap > gap && next.residual > residual)
      }).length,
    expect: () => 0,
    within: { abs: 0 },
  },
  {
    says: 'Shifted data leave no residual: its norm is 0.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'consistent',
    measure: last('residual'),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'Yet with data shifted by 0.2 the ODE ends 0.2 e⁻ᵗ = 0.198 from the truth.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'consistent',
    measure: last('odeTruth'),
    expect: (p) => 0.2 * Math.exp(-p.tEnd),
    within: { abs: 0.0005 },
  },
  {
    says: 'One bump under a pull stays a bump, and the gap is the difference of its widths in closed form.',
    kind: 'analysis',
    source: 'README, “Why it works”',
    given: 'linear',
    measure: (run) => run.series.gap.at(-1)! - run.series.closed.at(-1)!,
    expect: () => 0,
    within: { abs: 0.0003 },
    needs: { error: 0.0001, because: 'the error of the solver' },
  },
  {
    says: 'A network trained without the penalty has a gap of 0.595 after 500 updates of 64 samples (seed 0).',
    kind: 'run',
    source: ours,
    given: 'penalty',
    slow: true,
    measure: of('gapNone'),
    expect: () => 0.595,
    within: { abs: 0.0005 },
  },
  {
    says: 'With the weight 0.1 the gap is 0.320.',
    kind: 'run',
    source: ours,
    given: 'penalty',
    slow: true,
    measure: of('gapOwn'),
    expect: () => 0.32,
    within: { abs: 0.0005 },
  },
  {
    says: 'With the weight 1 the SDE is 2.02 times as far from the truth as without the penalty.',
    kind: 'run',
    source: ours,
    given: 'penalty',
    slow: true,
    unit: '×',
    measure: (run) => run.summary('sdeTen') / run.summary('sdeNone'),
    expect: () => 2.02,
    within: { abs: 0.005 },
  },
]
