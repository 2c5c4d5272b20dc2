// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { stream } from '@/numerics/random'
import type { State } from './model'
import type { Params } from './params'
import { drawnPhantom, type Phantom } from './phantoms'
import type { presets } from './presets'
import type { readouts } from './readouts'

type Said = Claim<Params, State, keyof typeof readouts, keyof typeof presets>
type Measure = Said['measure']
type Again = Parameters<Measure>[1]

const [WHY, MEASURED] = ['README, “Why it works”', 'README, “What was measured”']
const NUMPY = 'README, “What was measured”; another program, in NumPy, on the same signals'

/** Phantoms drawn afresh: none of them is a template. */
const drawn = (count: number, seed: number): Phantom[] => {
  const s = stream(seed, 'truth')
  return Array.from({ length: count }, () => drawnPhantom(s))
}
const [EIGHT, OTHERS] = [drawn(8, 1), drawn(8, 3)]

/** Mean PSNR at the end over these phantoms, each with a seed of its own. */
const meanPsnr = (again: Again, settings: Partial<Params>, phantoms = EIGHT): number =>
  phantoms.reduce(
    (sum, phantom, k) => sum + again({ ...phantom, seed: k + 1, ...settings }).series.psnr.at(-1)! / phantoms.length,
    0,
  )

/** A mean over phantoms, as the sentence prints it: to 0.1 dB. */
const means = (says: string, settings: Partial<Params>, value: number, more: Partial<Said> = {}, phantoms = EIGHT): Said => ({
  says,
  kind: 'run',
  source: MEASURED,
  given: settings,
  unit: 'dB',
  measure: (_, again) => meanPsnr(again, settings, phantoms),
  expect: () => value,
  within: { abs: 0.05 },
  ...more,
})

/** A readout of the page of signals after some CG steps. */
const onLine = (
  says: string,
  given: Partial<Params>,
  name: 'off' | 'error',
  steps: number,
  value: number,
  within: number,
  more: Partial<Said> = {},
): Said => ({
  says,
  kind: 'program',
  source: NUMPY,
  given: { tab: 'line', ...given },
  measure: (run) => run.series[name][steps]!,
  expect: () => value,
  within: { abs: within },
  ...more,
})

const NOISY = { angles: 4, noise: 0.05 } as const
const THREE = EIGHT.slice(0, 3)

export const claims: readonly Said[] = [
  onLine('With a blur, five CG steps stay in the flat set: the share of their way that leaves it is 0.', {}, 'off', 5, 0, 1e-6, {
    kind: 'paper',
    source: 'Chung et al. 2024 (the statement); README, “Why it works”',
  }),
  onLine('After one step the truth is 2.16 away.', {}, 'error', 1, 2.15564, 0.005),
  onLine('After two it is 0.206.', {}, 'error', 2, 0.205627, 0.0005),
  onLine('After three it is 0.087.', {}, 'error', 3, 0.0867959, 0.0005),
  onLine('After five, the number of different eigenvalues, it is 0.', {}, 'error', 5, 0, 1e-6, { kind: 'analysis', source: WHY }),
  onLine('With every third sample only, 0.80 of the way leads out of the set.', { measure: 'third' }, 'off', 5, 0.801859, 0.005),
  means('With three views, the prior alone comes to 25.6 dB on eight new phantoms.', { method: 'prior' }, 25.6),
  means('CG alone comes to 22.8 dB on them.', { method: 'cg' }, 22.8),
  means('Both together, DDS in 50 steps with 5 CG steps each, come to 36.1 dB.', {}, 36.1),
  {
    says: 'So DDS is at least 6 dB above each of them; what is missing to that is 0.',
    kind: 'run',
    source: MEASURED,
    given: {},
    unit: 'dB',
    measure: (_, again) =>
      Math.max(0, 6 - meanPsnr(again, {}) + Math.max(...(['prior', 'cg'] as const).map((method) => meanPsnr(again, { method })))),
    expect: () => 0,
    within: { abs: 1e-6 },
  },
  means('With four views DDS comes to 39.2 dB.', { angles: 4 }, 39.2),
  means('With five views to 41.1 dB.', { angles: 5 }, 41.1),
  means(
    'With another set of templates and eight other phantoms, three views, to 30.6 dB: some runs end at another phantom that fits.',
    { set: 2 },
    30.6,
    {},
    OTHERS,
  ),
  means('Without noise 1 CG step in each correction gives 34.2 dB.', { M: 1 }, 34.2),
  means('With 20 it is 36.1 dB, as with 5.', { M: 20 }, 36.1),
  means('With noise of 0.05 and four views, 20 CG steps give 26.9 dB.', { ...NOISY, M: 20 }, 26.9),
  means('With noise, 5 give 30.7 dB.', { ...NOISY, M: 5 }, 30.7),
  means('With noise, 1 gives 35.1 dB.', { ...NOISY, M: 1 }, 35.1),
  means('Damped with γ = 5, 20 steps give 33.6 dB.', { ...NOISY, M: 20, gamma: 5 }, 33.6),
  {
    says: 'So damping gains at least 4 dB over 20 steps without; what is missing to that is 0.',
    kind: 'run',
    source: MEASURED,
    given: NOISY,
    unit: 'dB',
    measure: (_, again) => Math.max(0, 4 - meanPsnr(again, { ...NOISY, M: 20, gamma: 5 }) + meanPsnr(again, { ...NOISY, M: 20 })),
    expect: () => 0,
    within: { abs: 1e-6 },
  },
  means(
    'On the first three phantoms DPS in 50 steps with ζ = 0.3 comes to 31.4 dB.',
    { method: 'dps', zeta: 0.3 },
    31.4,
    {},
    THREE,
  ),
  means('In 1000 steps it comes to 34.1 dB.', { method: 'dps', zeta: 0.3, T: 1000 }, 34.1, { slow: true }, THREE),
  means('DDS in 50 steps comes to 40.1 dB on them.', {}, 40.1, {}, THREE),
]
