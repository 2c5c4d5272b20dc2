// What a visitor may change, and what these values say by themselves.
import { choice, integer, number, type ParamsOf, places, seed, toggle } from '@/contract'
import type { CloudShape, LossWeights } from '@/domains/embeddings/forces'
import { direction } from '@/domains/optim/sphere'
import { memoized } from '@/memoized'
import { DEGREE } from '@/numerics/angles'

export const IMAGES = 60
export const CLASSES = 6
/** Steps between two judgements of a network; in between the last one is shown. */
export const JUDGE_EVERY = 3
export const FREE_STEPS = 200
export const WALK_STEPS = 200

const inCloud = { tab: ['network', 'free'] } as const
const inNetwork = { tab: 'network' } as const
const inKicks = { tab: 'kicks' } as const
const spring = { default: 0, min: 0, max: 1, step: 0.01, when: inKicks } as const

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Embeddings that a network makes, the same particles without one, or kicks alone.',
    options: { network: 'By a network', free: 'Free particles', kicks: 'Kicks alone' },
    default: 'network',
  }),
  centroid: number({
    label: 'attraction',
    symbol: '\\lambda_c',
    doc: 'How strongly the middle of a picture’s views is pulled to where the slow copy sees that of other views.',
    default: 1,
    min: 0,
    max: 2,
    step: 0.05,
    when: inCloud,
  }),
  brownian: number({
    label: 'kicks',
    symbol: '\\lambda_b',
    doc: 'How strongly each picture is pushed in a direction of its own, a new one at every step.',
    default: 0.3,
    min: 0,
    max: 3,
    step: 0.05,
    when: inCloud,
  }),
  singular: number({
    label: 'spreading',
    symbol: '\\lambda_s',
    doc: 'How strongly the cloud is made to fill all directions alike.',
    default: 1,
    min: 0,
    max: 2,
    step: 0.05,
    when: inCloud,
  }),
  momentum: number({
    label: 'delay',
    symbol: 'm',
    doc: 'What the slow copy keeps of itself at each step. 0: no delay, the network as it was a step ago.',
    default: 0.9,
    min: 0,
    max: 0.999,
    step: 0.001,
    when: inCloud,
  }),
  from: integer({
    label: 'spreading begins at step',
    doc: 'Before it, spreading has the weight 0. The paper has it from the first step on.',
    default: 0,
    min: 0,
    max: 1000,
    step: 10,
    hard: [0, 2000],
    when: { ...inNetwork, singular: { not: 0 } },
  }),
  views: integer({
    label: 'views',
    symbol: 'V',
    doc: 'Jittered versions of each picture in a step.',
    default: 4,
    min: 1,
    max: 8,
    when: inCloud,
  }),
  jitter: number({
    label: 'jitter of views',
    doc: 'Standard deviation of what is added to each of the four numbers of a picture. The kinds are about 3 apart.',
    default: 0.9,
    min: 0,
    max: 1.5,
    step: 0.05,
    when: inCloud,
  }),
  a: number({
    label: 'length of a kick',
    symbol: 'a',
    doc: 'In radii of the sphere, before its part along the radius is taken away.',
    default: 0.3,
    min: 0.05,
    max: 3,
    scale: 'log',
    when: inKicks,
  }),
  weak: number({
    label: 'weak spring',
    symbol: '\\kappa_1',
    doc: 'Share of the way back to its anchor that a walker of the first kind is pulled at each step. 0: none.',
    ...spring,
  }),
  strong: number({
    label: 'strong spring',
    symbol: '\\kappa_2',
    doc: 'The same for walkers of the second kind.',
    ...spring,
    default: 0.2,
  }),
  rate: number({
    label: 'step',
    symbol: '\\eta',
    doc: 'Factor of the gradient. Free particles take it times their number, so that each answers to its own share of the loss.',
    group: 'Run',
    default: 0.1,
    min: 0.005,
    max: 0.3,
    scale: 'log',
    when: inCloud,
  }),
  dimension: choice({
    label: 'embeddings live on',
    doc: 'Three numbers a picture, or two; their length is 1.',
    group: 'Run',
    options: { sphere: 'a sphere', circle: 'a circle' },
    default: 'sphere',
  }),
  steps: integer({
    label: 'steps',
    doc: 'Length of the training.',
    group: 'Run',
    default: 600,
    min: 90,
    max: 1500,
    step: 30,
    hard: [10, 2000],
    when: inNetwork,
  }),
  walkers: integer({
    label: 'walkers of each kind',
    doc: 'More of them, and the measured curve is smoother.',
    group: 'Run',
    default: 200,
    min: 20,
    max: 2000,
    scale: 'log',
    when: inKicks,
  }),
  seed: seed({ label: 'seed', doc: 'Of pictures, first weights, views and kicks.', group: 'Run', default: 1 }),
  image: integer({
    label: 'picked picture',
    doc: 'Whose forces are drawn, and which can be thrown.',
    group: 'Places',
    default: 0,
    min: 0,
    max: IMAGES - 1,
    when: inCloud,
  }),
  thrown: places({
    label: 'thrown pictures',
    doc: 'Pictures that were dragged, each by its number, and where they begin: degrees around the sphere and above its equator.',
    group: 'Places',
    default: [],
    count: IMAGES,
    min: [-180, -90],
    max: [180, 90],
    when: { tab: 'free' },
  }),
  east: number({
    label: 'anchor, around the sphere',
    doc: 'Where all walkers begin and where springs are fixed.',
    group: 'Places',
    unit: '°',
    default: -30,
    min: -180,
    max: 180,
    step: 0.01,
    when: inKicks,
  }),
  north: number({
    label: 'anchor, above the equator',
    doc: 'The same place, as an angle above the equator.',
    group: 'Places',
    unit: '°',
    default: 35,
    min: -90,
    max: 90,
    step: 0.01,
    when: { tab: 'kicks', dimension: 'sphere' },
  }),
  compare: toggle({
    label: 'attraction alone beside it',
    doc: 'Draw a run without kicks and spreading, from the same start with the same views.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: [
      { ...inNetwork, singular: { not: 0 } },
      { ...inNetwork, brownian: { not: 0 } },
    ],
  }),
  axes: toggle({
    label: 'axes of the cloud',
    doc: 'Draw the ellipsoid whose half axes are the singular values over √N.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: inCloud,
  }),
  turn: number({
    label: 'seen from',
    doc: 'Direction from which one looks, around the upright axis.',
    group: 'Show',
    affects: 'view',
    unit: '°',
    default: -50,
    min: -180,
    max: 180,
    step: 1,
  }),
  rise: number({
    label: 'seen from above',
    doc: 'Angle above the equator from which one looks.',
    group: 'Show',
    affects: 'view',
    unit: '°',
    default: 10,
    min: -80,
    max: 80,
    step: 1,
  }),
}
export type Params = ParamsOf<typeof params>

export const dimensionOf = ({ dimension }: Pick<Params, 'dimension'>): 2 | 3 => (dimension === 'sphere' ? 3 : 2)
export const shapeOf = memoized((p: Params): CloudShape => ({ images: IMAGES, views: p.views, d: dimensionOf(p) }))
/** Factors of the losses in the step after `step` steps. */
export const weightsOf = (p: Params, step: number): LossWeights => ({
  centroid: p.centroid,
  brownian: p.brownian,
  singular: p.tab === 'network' && step < p.from ? 0 : p.singular,
})
/** Where walkers begin, [d]; on the circle it is the angle alone. */
export const anchorOf = memoized((p: Params): Float64Array => unitAt(p.east, p.north, dimensionOf(p)))
/** Unit vector, [d], at an angle around the sphere and one above its equator, degrees. On the circle the first counts from the right. */
export const unitAt = (east: number, north: number, d: 2 | 3): Float64Array =>
  d === 2
    ? Float64Array.of(Math.cos(east * DEGREE), Math.sin(east * DEGREE))
    : Float64Array.from(direction(east * DEGREE, north * DEGREE))
