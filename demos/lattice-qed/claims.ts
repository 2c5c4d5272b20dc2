// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import type { Found, Reference } from './maps'
import type { State } from './model'
import type { Params } from './params'
import type { readouts } from './readouts'
import type { presets } from './texts'

type Name = keyof typeof readouts
type Maps = { ground: Found; reference: Reference }
type Said = Claim<Params, State, Name, keyof typeof presets, Maps>

const [COUNTED, MEASURED, LIMITS] = ['README, “Charges and loops”', 'README, “What was measured”', 'README, “Without hopping”']
const ED = 'exact diagonalisation by NumPy'
const at =
  (name: Name): Said['measure'] =>
  (run) =>
    run.series[name][run.last]!
const said = (
  kind: Said['kind'],
  source: string,
  says: string,
  given: Said['given'],
  measure: Name | Said['measure'],
  value: number,
  error: number,
): Said => ({
  says,
  kind,
  source,
  given,
  measure: typeof measure === 'string' ? at(measure) : measure,
  expect: () => value,
  within: { abs: error },
})

const small = { hop: 0.05 } as const
const still = { hop: 0, m: 2 } as const
const empty = { hop: 0.05, charges: false } as const
const learnt = { tab: 'flow', updates: 1500 } as const
const mild = { ...learnt, m: 0.5, hop: 1, ge2: 1, gm2: 1 } as const
const strong = { ...learnt, m: 0.5, hop: 1, ge2: 0.2, gm2: 2 } as const
const square = { tab: 'flow', system: 'plaquette', ge2: 0.02, gm2: 1 } as const
const last =
  (summary: string): Said['measure'] =>
  (run) =>
    run.summary(summary)

/** The mass where the string's field passes one half, by bisection. */
const snapping: Said['measure'] = (_run, again) => {
  let [low, high] = [0.6, 0.9]
  for (let k = 0; k < 14; k++) {
    const m = (low + high) / 2
    const { series } = again({ hop: 0.01, m })
    if (series.flux[0]! > 0.5) high = m
    else low = m
  }
  return (low + high) / 2
}

export const claims: readonly Said[] = [
  said(
    'paper',
    'Chen et al., abstract: “obeys Gauss’s law by construction”',
    'Of 501 samples 0 break Gauss’s law.',
    {},
    'broken',
    0,
    1e-9,
  ),
  said(
    'program',
    COUNTED,
    '4 × 2 sites have 645 states with Λ = 1, one in 6408 configurations.',
    { charges: false },
    'oneIn',
    6408.4,
    0.05,
  ),
  said('program', COUNTED, 'With Λ = 2 it is one in 176868.', { charges: false, lambda: 2 }, 'oneIn', 176868, 0.5),
  said('analysis', LIMITS, 'Without hopping the string of three links costs 1.5.', still, 'above', 1.5, 1e-9),
  said(
    'analysis',
    LIMITS,
    'With next to none it snaps where 2m is 1.5, at m = 0.750.',
    { hop: 0.01, m: 0.75 },
    snapping,
    0.75,
    5e-4,
  ),
  said('program', ED, 'With t = 0.05 and m = 2 it costs 1.5002.', { ...small, m: 2 }, 'above', 1.5002, 5e-5),
  said('program', ED, 'With m = 0.2 it is broken, and costs 0.4109.', { ...small, m: 0.2 }, 'above', 0.4109, 5e-5),
  said(
    'program',
    ED,
    'At m = 0.8 its field is 0.9986 of a unit on the way from + to − …',
    { ...small, m: 0.8 },
    topRow,
    0.9986,
    5e-5,
  ),
  said('program', ED, '… and at m = 0.7 it is 0.000236.', { ...small, m: 0.7 }, topRow, 2.36e-4, 5e-7),
  said('program', ED, 'With t = 0.3 and m = 0.7 it is whole again: 0.915.', { hop: 0.3, m: 0.7 }, topRow, 0.915, 5e-4),
  said('program', ED, 'The crystal at m = −1 has a mean charge of 0.9983.', { ...empty, m: -1 }, 'charge', 0.9983, 5e-5),
  said('program', ED, 'At m = −0.3 it is 0.799 …', { ...empty, m: -0.3 }, 'charge', 0.799, 5e-4),
  said('program', ED, '… and at m = −0.2 it is 0.182.', { ...empty, m: -0.2 }, 'charge', 0.182, 5e-4),
  said(
    'analysis',
    'Mathieu’s equation, a₀/100',
    'One square at g_e² = 0.02 has the energy −0.86113.',
    square,
    last('exact'),
    -0.86113,
    5e-6,
  ),
  said('program', ED, 'With Λ = 5 it is −0.86107.', { ...square, lambda: 5 }, last('cutEnergy'), -0.86107, 5e-6),
  said('program', 'best width by SciPy', 'The flow, without a cut-off, is at −0.861107.', square, 'flowEnergy', -0.861107, 5e-7),
  said('program', ED, 'Fermions and field on 3 × 2 sites at g_e² = 1: exact −4.41155.', mild, last('exact'), -4.41155, 5e-6),
  said('run', MEASURED, 'The flow reaches −4.37952 …', mild, 'flowEnergy', -4.37952, 5e-6),
  said('run', MEASURED, '… and an overlap of 0.990.', mild, 'fidelity', 0.99, 5e-4),
  said('run', MEASURED, 'At g_e² = 0.2, g_m² = 2 it reaches −6.9674 …', strong, 'flowEnergy', -6.9674, 5e-5),
  said('program', ED, '… where Λ = 3 stops at −6.9558.', { ...strong, lambda: 3 }, last('cutEnergy'), -6.9558, 5e-5),
  said(
    'run',
    MEASURED,
    'Without the magnetic term it is 0.179 off.',
    { ...strong, updates: 400, gm2: 0 },
    'flowError',
    0.179,
    5e-4,
  ),
]

/** Mean flux of the three links of the upper row. */
function topRow(run: Parameters<Said['measure']>[0]): number {
  const { flux } = run.map('ground').means
  return (flux[3]! + flux[4]! + flux[5]!) / 3
}
