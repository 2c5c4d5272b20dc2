// What a visitor may change, and what these values say by themselves.
import { choice, integer, number, type ParamsOf, places, point, seed, toggle } from '@/contract'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { memoized } from '@/memoized'

/** Most charges in the plane, and on the line. */
export const [MOST, MOST_ON_LINE] = [60, 12] as const
/** Charges stay within this distance from the middle, along each axis. */
const FLOOR = 5
const inSpace = { tab: ['plane', 'line'] } as const

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Charges in a plane or on a line, with the height above them; or how far noisy samples are from their data.',
    options: { plane: 'In a plane', line: 'On a line', radius: 'Radii' },
    default: 'plane',
  }),
  D: integer({
    label: 'extra dimensions',
    symbol: 'D',
    doc: 'Dimensions above the floor. At 1 the field is that of electric charges, at ∞ that of a diffusion model.',
    default: 1,
    min: 1,
    max: 4096,
    scale: 'log',
    end: { value: Number.POSITIVE_INFINITY, word: 'inf', text: '∞' },
  }),
  sigmaMax: number({
    label: 'start height',
    symbol: '\\sigma_{\\mathrm{max}}',
    doc: 'The noise level at which particles begin. From higher up the charges look more like one.',
    default: 10,
    min: 1,
    max: 80,
    scale: 'log',
    when: inSpace,
  }),
  steps: integer({
    label: 'steps of the sampler',
    doc: 'Noise levels from the top to the floor. Each step asks for two field directions, the last for one.',
    default: 32,
    min: 4,
    max: 64,
    when: inSpace,
  }),
  n: integer({
    label: 'particles',
    doc: 'How many are drawn at the top and follow the field lines down.',
    default: 200,
    min: 1,
    max: 1000,
    when: inSpace,
  }),
  alpha: number({
    label: 'injected noise',
    symbol: '\\alpha',
    doc: 'Before each step every particle is pushed by α times the noise level, at random: a stand-in for a solver’s errors.',
    default: 0,
    min: 0,
    max: 0.5,
    step: 0.01,
  }),
  N: integer({
    label: 'data dimension',
    symbol: 'N',
    doc: 'Numbers in a data point: 3072 for a colour picture of 32 × 32 pixels.',
    default: 3072,
    min: 1,
    max: 3072,
    scale: 'log',
    when: { tab: 'radius' },
  }),
  set: choice({
    label: 'charges stand',
    doc: 'Where the data points are before you drag them.',
    group: 'Charges',
    options: { ring: 'on a ring', spiral: 'on a spiral', letters: 'on letters' },
    default: 'ring',
    when: { tab: 'plane' },
  }),
  count: integer({
    label: 'charges',
    doc: 'How many data points there are. Each can be dragged on the floor.',
    group: 'Charges',
    default: 8,
    min: 1,
    max: MOST,
    when: { tab: 'plane' },
  }),
  moved: places({
    label: 'dragged charges',
    doc: 'Charges that were dragged, each by its number and its place.',
    group: 'Charges',
    default: [],
    count: MOST,
    min: [-FLOOR, -FLOOR],
    max: [FLOOR, FLOOR],
    when: { tab: 'plane' },
  }),
  countOnLine: integer({
    label: 'charges',
    doc: 'How many data points there are. Each can be dragged along the floor.',
    group: 'Charges',
    default: 2,
    min: 1,
    max: MOST_ON_LINE,
    when: { tab: 'line' },
  }),
  movedOnLine: places({
    label: 'dragged charges',
    doc: 'Charges that were dragged, each by its number and its place on the line; the second number is not used.',
    group: 'Charges',
    default: [],
    count: MOST_ON_LINE,
    min: [-FLOOR, 0],
    max: [FLOOR, 0],
    when: { tab: 'line' },
  }),
  start: point({
    label: 'start of the traced particle',
    doc: 'Its place at the top, as a multiple of the start height. It is followed by this D and by diffusion.',
    group: 'Run',
    default: [0.5, 0.35],
    min: [-1.2, -1.2],
    max: [1.2, 1.2],
    step: 0.01,
    when: inSpace,
  }),
  seed: seed({ label: 'seed', doc: 'Of the starts, of injected noise, and of drawn radii.', group: 'Run', default: 1 }),
  height: choice({
    label: 'height shows σ',
    doc: 'In proportion, or by its logarithm, which enlarges what happens near the floor.',
    group: 'Show',
    affects: 'view',
    options: { linear: 'as it is', log: 'by its logarithm' },
    default: 'linear',
    when: inSpace,
  }),
  mirror: toggle({
    label: 'both halves of the space',
    doc: 'Only at D = 1: there the height is a real distance, and the field below the floor mirrors the one above.',
    group: 'Show',
    affects: 'view',
    default: false,
    when: { tab: ['plane', 'line'], D: 1, height: 'linear' },
  }),
  compare: toggle({
    label: 'diffusion beside it',
    doc: 'Draw the lines of D = ∞ with the same shares of starts inside them.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: inSpace,
  }),
  crowd: toggle({
    label: '100,000 from above',
    doc: 'A hundred thousand particles of their own, seen from above at the height of the step, in place of how far diffusion is.',
    group: 'Show',
    affects: 'view',
    default: false,
    when: { tab: 'plane' },
  }),
  turn: number({
    label: 'seen from',
    doc: 'Direction from which one looks, around the upright axis.',
    group: 'Show',
    affects: 'view',
    unit: '°',
    default: 25,
    min: -180,
    max: 180,
    step: 1,
    when: { tab: 'plane' },
  }),
  rise: number({
    label: 'seen from above',
    doc: 'Angle above the floor from which one looks.',
    group: 'Show',
    affects: 'view',
    unit: '°',
    default: 22,
    min: 8,
    max: 80,
    step: 1,
    when: { tab: 'plane' },
  }),
}
export type Params = ParamsOf<typeof params>

export const isInSpace = ({ tab }: Pick<Params, 'tab'>): boolean => tab !== 'radius'
export const dimOf = ({ tab }: Pick<Params, 'tab'>): 1 | 2 => (tab === 'line' ? 1 : 2)
export const isDiffusion = ({ D }: Pick<Params, 'D'>): boolean => D === Number.POSITIVE_INFINITY
/** Whether the space below the floor is drawn, too. */
export const isMirrored = ({ mirror, D, height }: Pick<Params, 'mirror' | 'D' | 'height'>): boolean =>
  mirror && D === 1 && height === 'linear'

/** The official sampler's smallest noise level; a last step leads to 0. */
const SMALLEST = 0.002
/** Noise levels by step, [steps + 1]. */
export const sigmasOf = memoized((p: Params): Float64Array => karrasGrid(p.steps, p.sigmaMax, SMALLEST))
/** Where the traced particle begins, [dim], in data units. */
export const startOf = (p: Params): Float64Array => Float64Array.from(p.start.slice(0, dimOf(p)), (part) => part * p.sigmaMax)
