// What a visitor may change, and what these values say by themselves.
import { choice, integer, number, type ParamsOf, places, point, seed, toggle } from '@/contract'
import { memoized } from '@/memoized'
import { DEGREE } from '@/numerics/angles'

export const BLOBS = 4
const inPlane = { tab: 'plane' } as const
const inSpace = { tab: 'space' } as const
const isAdded = { kappa: { not: 0 } } as const
const REACH = 3 // of what can be dragged in the plane

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Data in space, or in a plane.',
    options: { space: 'In space', plane: 'In the plane' },
    default: 'space',
  }),
  kappa: number({
    label: 'strength',
    symbol: '\\kappa',
    doc: 'How much is added to the exact score, as a multiple of its length. At 0 the field is the score.',
    default: 0,
    min: -4,
    max: 4,
    step: 0.05,
  }),
  kind: choice({
    label: 'added field',
    doc: 'The score turned by a right angle; a vortex around a place; or more of the score itself, which is no gauge field.',
    options: { rotate: 'swirl', vortex: 'vortex', stretch: 'stretch' },
    default: 'rotate',
    when: { ...inPlane, ...isAdded },
  }),
  growth: choice({
    label: 'strength at noise σ',
    symbol: 'h',
    doc: 'The same at all noise levels, or growing as the noise falls.',
    options: { constant: 'κ', inverse: 'κ / σ' },
    default: 'constant',
    when: isAdded,
  }),
  data: choice({
    label: 'data',
    doc: 'Four Gaussians that can be dragged, or many narrow ones on a ring or a spiral, or one wide one.',
    options: { blobs: 'blobs', ring: 'ring', spiral: 'spiral', blob: 'one blob' },
    default: 'blobs',
    when: inPlane,
  }),
  shape: choice({
    label: 'data',
    doc: 'Narrow Gaussians on a sphere, on a rolled sheet, or on a circle.',
    options: { sphere: 'sphere', roll: 'Swiss roll', circle: 'circle' },
    default: 'sphere',
    when: inSpace,
  }),
  moved: places({
    label: 'dragged blobs',
    doc: 'Blobs that were dragged, each by its number and its place.',
    group: 'Places',
    default: [],
    count: BLOBS,
    min: [-2, -2],
    max: [2, 2],
    when: { tab: 'plane', data: 'blobs' },
  }),
  start: point({
    label: 'start of the marked particle',
    doc: 'Where it begins, in much noise. Its small circle is carried along.',
    group: 'Places',
    default: [1.3, 0.9],
    min: [-REACH, -REACH],
    max: [REACH, REACH],
    step: 0.01,
    when: inPlane,
  }),
  centre: point({
    label: 'centre of the vortex',
    doc: 'Around it the vortex stirs.',
    group: 'Places',
    default: [0.4, 0.1],
    min: [-2, -2],
    max: [2, 2],
    step: 0.01,
    when: { tab: 'plane', kind: 'vortex' },
  }),
  startTurn: number({
    label: 'start, around the sphere',
    doc: 'Direction from the middle to where the marked particle begins, around the upright axis.',
    group: 'Places',
    unit: '°',
    default: 41.63,
    min: -180,
    max: 180,
    step: 0.01,
    when: inSpace,
  }),
  startRise: number({
    label: 'start, above the equator',
    doc: 'The same direction, as an angle above the plane through the middle.',
    group: 'Places',
    unit: '°',
    default: 30.17,
    min: -90,
    max: 90,
    step: 0.01,
    when: inSpace,
  }),
  axisTurn: number({
    label: 'axis, around',
    doc: 'Direction of the axis around which the score is turned, around the upright.',
    group: 'Places',
    unit: '°',
    default: 0,
    min: -180,
    max: 180,
    step: 0.01,
    when: { ...inSpace, ...isAdded },
  }),
  axisRise: number({
    label: 'axis, above the floor',
    doc: 'At 90° the axis stands upright.',
    group: 'Places',
    unit: '°',
    default: 90,
    min: -90,
    max: 90,
    step: 0.01,
    when: { ...inSpace, ...isAdded },
  }),
  top: number({
    label: 'first noise',
    symbol: '\\sigma_0',
    doc: 'The noise level at which particles begin.',
    group: 'Run',
    default: 2,
    min: 1,
    max: 4,
    step: 0.1,
  }),
  low: number({
    label: 'last noise',
    doc: 'The noise level at which they end.',
    group: 'Run',
    default: 0.05,
    min: 0.03,
    max: 0.5,
    scale: 'log',
    when: inPlane,
  }),
  lowInSpace: number({
    label: 'last noise',
    doc: 'The noise level at which they end. Below half the distance of its Gaussians a surface falls into points.',
    group: 'Run',
    default: 0.1,
    min: 0.08,
    max: 0.5,
    scale: 'log',
    when: inSpace,
  }),
  solver: choice({
    label: 'solver',
    doc: 'How a step is taken: Runge and Kutta’s four slopes a step, or Euler’s one.',
    group: 'Run',
    options: { rk4: 'Runge-Kutta', euler: 'Euler' },
    default: 'rk4',
  }),
  steps: integer({
    label: 'steps',
    doc: 'Steps from the first noise to the last, even in ln σ.',
    group: 'Run',
    default: 200,
    min: 50,
    max: 800,
    scale: 'log',
  }),
  n: integer({
    label: 'particles',
    doc: 'How many begin, drawn from the noisy data. They are the same for every added field.',
    group: 'Run',
    default: 80,
    min: 1,
    max: 2000,
    scale: 'log',
    when: inPlane,
  }),
  nInSpace: integer({
    label: 'particles',
    doc: 'How many begin, drawn from the noisy data. They are the same for every added field.',
    group: 'Run',
    default: 25,
    min: 1,
    max: 100,
    when: inSpace,
  }),
  seed: seed({ label: 'seed', doc: 'Of the starts.', group: 'Run', default: 1 }),
  compare: toggle({
    label: 'true score beside it',
    doc: 'Draw the values of the exact score, without the added field, as dashed lines.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: isAdded,
  }),
  turn: number({
    label: 'seen from',
    doc: 'Direction from which one looks, around the upright axis.',
    group: 'Show',
    affects: 'view',
    unit: '°',
    default: 20,
    min: -180,
    max: 180,
    step: 1,
    when: inSpace,
  }),
  rise: number({
    label: 'seen from above',
    doc: 'Angle above the floor from which one looks.',
    group: 'Show',
    affects: 'view',
    unit: '°',
    default: 18,
    min: -80,
    max: 80,
    step: 1,
    when: inSpace,
  }),
}
export type Params = ParamsOf<typeof params>

export const isInSpace = ({ tab }: Pick<Params, 'tab'>): boolean => tab === 'space'
export const dimOf = ({ tab }: Pick<Params, 'tab'>): 2 | 3 => (tab === 'space' ? 3 : 2)
export const lowOf = (p: Params): number => (isInSpace(p) ? p.lowInSpace : p.low)
export const countOf = (p: Params): number => (isInSpace(p) ? p.nInSpace : p.n)
/** A vortex is one of the plane. */
export const kindOf = (p: Params): Params['kind'] => (isInSpace(p) ? 'rotate' : p.kind)
/** ln σ after so many steps. */
export const logNoiseAt = (p: Params, step: number): number => Math.log(p.top) + (step / p.steps) * Math.log(lowOf(p) / p.top)
export const noiseAt = (p: Params, step: number): number =>
  step === 0 ? p.top : step === p.steps ? lowOf(p) : Math.exp(logNoiseAt(p, step))

/** Unit vector; z is up. */
export const directionOf = (turn: number, rise: number): readonly [x: number, y: number, z: number] => [
  Math.cos(rise * DEGREE) * Math.cos(turn * DEGREE),
  Math.cos(rise * DEGREE) * Math.sin(turn * DEGREE),
  Math.sin(rise * DEGREE),
]
export const axisOf = memoized((p: Params) => directionOf(p.axisTurn, p.axisRise))
/** Distance of the start in space from the middle: that of (0.9, 0.8, 0.7). */
export const START_AWAY = Math.hypot(0.9, 0.8, 0.7)
/** Where the marked particle begins, [dim]. */
export const startOf = memoized((p: Params): readonly number[] =>
  isInSpace(p) ? directionOf(p.startTurn, p.startRise).map((v) => START_AWAY * v) : p.start,
)
