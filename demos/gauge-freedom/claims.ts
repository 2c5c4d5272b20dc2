// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { State } from './model'
import type { Params } from './params'
import type { Plain } from './plain'
import type { presets } from './presets'
import type { readouts } from './readouts'
import type { Split } from './split'

type Name = keyof typeof readouts
type Said = Claim<Params, State, Name, keyof typeof presets, { plain: Plain; split: Split }>

const [WHY, MEASURED] = ['README, “Why it works”', 'README, “What was measured”']
const at =
  (name: Exclude<Name, 'trails'>): Said['measure'] =>
  (run) =>
    run.series[name][run.last]!
const blobs = { tab: 'plane', steps: 400 } as const
const ring = { tab: 'plane', data: 'ring', low: 0.03 } as const
const program = (says: string, given: Said['given'], name: Exclude<Name, 'trails'>, value: number, error: number): Said => ({
  says,
  kind: 'program',
  source: `${WHY}; computed by NumPy`,
  given,
  measure: at(name),
  expect: () => value,
  within: { abs: error },
})
const measured = (says: string, given: Said['given'], name: Exclude<Name, 'trails'>, value: number, error: number): Said => ({
  says,
  kind: 'run',
  source: MEASURED,
  given,
  measure: at(name),
  expect: () => value,
  within: { abs: error },
})
const reads = (says: string, given: Said['given'], value: number): Said => ({
  says,
  kind: 'analysis',
  source: WHY,
  given,
  measure: at('dimension'),
  expect: () => value,
  within: { abs: 1e-9 },
})
const SAMPLES = { tab: 'plane', n: 2000, steps: 150 } as const

export const claims: readonly Said[] = [
  {
    says: 'With κ = 0, 1 and 3 the change of variables says ln p of all particles: off by 0.',
    kind: 'paper',
    source: 'Horvat and Pfister, section 4',
    given: blobs,
    measure: (run, again) =>
      Math.max(at('worst')(run, again), ...[1, 3].map((kappa) => at('worst')(again({ ...blobs, kappa }), again))),
    expect: () => 0,
    within: { abs: 1e-6 },
  },
  {
    says: 'With a vortex, too, though it has divergence: off by 0.',
    kind: 'analysis',
    source: WHY,
    given: { ...blobs, kind: 'vortex', kappa: 3 },
    measure: at('worst'),
    expect: () => 0,
    within: { abs: 1e-6 },
  },
  {
    says: 'On the whole sphere, with κ = 3: off by 0.',
    kind: 'analysis',
    source: WHY,
    given: 'sphereSwirl',
    measure: at('worst'),
    expect: () => 0,
    within: { abs: 2e-6 },
  },
  measured(
    'A stretch of 0.5 is a gradient, and ln p of the marked particle is off by 1.152.',
    'stretch',
    'logError',
    1.152,
    5e-4,
  ),
  {
    says: 'Of the stretch of 0.5, a length of 0.5 times the score moves the density, and the rest is 0.',
    kind: 'analysis',
    source: WHY,
    given: 'stretch',
    measure: (run) => Math.hypot(run.summary('harm'), run.summary('stirs')),
    expect: () => 0.5,
    within: { abs: 1e-6 },
  },
  {
    says: 'Of the swirl of κ = 1, nothing moves the density: 0 times the score.',
    kind: 'paper',
    source: 'Horvat and Pfister, Eq. 11',
    given: { tab: 'plane', kappa: 1 },
    measure: (run) => run.summary('harm'),
    expect: () => 0,
    within: { abs: 0.02 },
    needs: { error: 0.012, because: 'the split is made on 64 × 64 cells' },
  },
  measured('2000 samples of the swirl with κ = 3 are 0.058 from the data.', { ...SAMPLES, kappa: 3 }, 'distance', 0.058, 5e-4),
  measured('Two clouds of 2000 data are 0.052 apart.', SAMPLES, 'floor', 0.052, 5e-4),
  measured(
    'With a stretch of −0.5 samples are 0.320 from the data.',
    { ...SAMPLES, kind: 'stretch', kappa: -0.5 },
    'distance',
    0.32,
    5e-4,
  ),
  program('On the ring the true score leaves half axes of 0.620 …', ring, 's1', 0.62, 1e-3),
  program('… and 0.0269.', ring, 's2', 0.0269, 1e-4),
  program('With κ = 1 they are 0.857 …', { ...ring, kappa: 1 }, 's1', 0.857, 1e-3),
  program('… and 0.0194.', { ...ring, kappa: 1 }, 's2', 0.0194, 1e-4),
  program('With κ = 4 they are 2.45 …', { ...ring, kappa: 4 }, 's1', 2.45, 0.01),
  program('… and 0.0068: the same product, 0.0167.', { ...ring, kappa: 4 }, 's2', 0.0068, 1e-4),
  {
    says: 'The product of the two is the same for κ = 0 and 4: they are 0.1 % apart, since the ring is one of 120 points.',
    kind: 'run',
    source: MEASURED,
    given: ring,
    unit: '%',
    measure: (run, again) => 100 * (at('product')(run, again) / at('product')(again({ ...ring, kappa: 4 }), again) - 1),
    expect: () => 0.1,
    within: { abs: 0.1 },
  },
  program('With a swirl κ/σ, κ = 1, the first is 2.92 at σ = 0.03 …', { ...ring, kappa: 1, growth: 'inverse' }, 's1', 2.92, 0.01),
  program('… and was 2.28 at twice the noise.', { ...ring, low: 0.0603, kappa: 1, growth: 'inverse' }, 's1', 2.28, 0.01),
  program('On the sphere, σ = 0.08, the true score leaves 0.66 …', { lowInSpace: 0.08 }, 's1', 0.66, 0.01),
  program('… and 0.64 …', { lowInSpace: 0.08 }, 's2', 0.64, 0.01),
  program('… and 0.082.', { lowInSpace: 0.08 }, 's3', 0.082, 1e-3),
  program('At σ = 0.1 a swirl of κ = 3 has made 1.48 of the first.', 'sphereSwirl', 's1', 1.48, 0.01),
  reads('Of a ring it reads 1 direction.', ring, 1),
  reads('Of a sphere 2 directions.', 'sphere', 2),
  reads('Of a circle in space 1 direction.', { shape: 'circle' }, 1),
  reads('Of one wide blob 2 directions.', { tab: 'plane', data: 'blob' }, 2),
  {
    says: 'In a round Gaussian the half axes do not depend on κ: 0 between κ = 0 and 3.',
    kind: 'analysis',
    source: WHY,
    given: { tab: 'plane', data: 'blob' },
    measure: (run, again) => at('s1')(run, again) - at('s1')(again({ tab: 'plane', data: 'blob', kappa: 3 }), again),
    expect: () => 0,
    within: { abs: 1e-6 },
  },
  measured(
    'Euler’s 50 steps with κ = 3 say ln p of the marked particle wrong by 0.292.',
    { tab: 'plane', solver: 'euler', steps: 50, kappa: 3 },
    'logError',
    0.292,
    5e-4,
  ),
]
