// What a visitor may change.
import { choice, integer, number, type ParamsOf, type Point, places, point, seed } from '@/contract'

const CLOSED = ['exact', 'turn', 'stretch'] as const
const NETS = ['mlp', 'potential'] as const
const withField = [{ tab: 'loop' }, { tab: 'samples' }, { tab: 'split' }] as const

export const params = {
  tab: choice({
    label: 'page',
    doc: 'A walk round a loop, training, sampling, what an error does to the density, and noise as steepest descent.',
    options: { loop: 'Loop', learning: 'Train', samples: 'Sample', split: 'Split', energy: 'Energy' },
    default: 'loop',
  }),
  model: choice({
    label: 'field',
    doc: 'The exact score; a trained network; a network that is the gradient of a scalar; the exact score plus κ times itself, turned by 90° or not.',
    options: {
      exact: 'exact score',
      mlp: 'network',
      potential: 'gradient net',
      turn: 'score + swirl',
      stretch: 'score + stretch',
    },
    default: 'mlp',
    when: withField,
  }),
  kappa: number({
    label: 'size of the error',
    symbol: '\\kappa',
    doc: 'What is added to the exact score s is as long as κ s: κ times s turned by 90° (swirl), or κ s itself (stretch).',
    default: 1,
    min: -1,
    max: 3,
    step: 0.05,
    when: [
      { tab: 'loop', model: ['turn', 'stretch'] },
      { tab: 'samples', model: ['turn', 'stretch'] },
      { tab: 'split', model: ['turn', 'stretch'] },
    ],
  }),
  sigma: number({
    label: 'noise',
    symbol: '\\sigma',
    doc: 'Standard deviation of the noise in the data whose score is drawn. Small noise leaves six blobs, large noise one.',
    default: 0.1,
    min: 0.05,
    max: 3,
    scale: 'log',
    when: [{ tab: 'loop' }, { tab: 'learning' }, { tab: 'split' }],
  }),
  centre: point({
    label: 'centre of the loop',
    doc: 'Drag it in the picture.',
    default: [0, 0],
    min: [-2, -2],
    max: [2, 2],
    step: 0.01,
    when: { tab: 'loop' },
  }),
  radius: number({
    label: 'radius of the loop',
    doc: 'A larger loop has more curl inside.',
    default: 1,
    min: 0.1,
    max: 2,
    step: 0.01,
    when: { tab: 'loop' },
  }),
  part: choice({
    label: 'arrows',
    doc: 'The whole error, the part that moves the density, or the part that only stirs it.',
    options: { error: 'whole error', gradient: 'moving part', swirl: 'stirring part' },
    default: 'error',
    affects: 'view',
    when: { tab: 'split' },
  }),
  measure: choice({
    label: 'curves',
    doc: 'What is followed while the networks learn.',
    options: { circulation: 'work round', asymmetry: 'asymmetry', error: 'error', distance: 'sample error' },
    default: 'circulation',
    affects: 'view',
    when: { tab: 'learning' },
  }),
  start: point({
    label: 'one particle',
    doc: 'Where the particle sets out whose path is drawn.',
    default: [2.2, 1.6],
    min: [-2.8, -2.8],
    max: [2.8, 2.8],
    step: 0.01,
    when: { tab: 'samples' },
  }),
  m0: number({
    label: 'place of the bump',
    symbol: 'm_0',
    doc: 'Mean of the data at time 0.',
    default: 2,
    min: -2.5,
    max: 2.5,
    step: 0.01,
    when: { tab: 'energy' },
  }),
  v0: number({
    label: 'variance of the bump',
    symbol: 'v_0',
    doc: 'Of the data at time 0. Noise widens what is below 1 and narrows what is above.',
    default: 0.25,
    min: 0.05,
    max: 1.5,
    step: 0.01,
    when: { tab: 'energy' },
  }),
  moved: places({
    label: 'dragged blobs',
    doc: 'Where the six blobs of the data were dragged. Networks then learn other data, which takes some seconds.',
    group: 'Data',
    default: [],
    count: 6,
    min: [-1.9, -1.9],
    max: [1.9, 1.9],
    when: { tab: 'loop', model: CLOSED },
  }),
  width: integer({
    label: 'hidden units',
    symbol: 'h',
    doc: 'In each of the two hidden layers of both networks.',
    group: 'Networks',
    default: 32,
    min: 8,
    max: 64,
    step: 4,
    when: [{ tab: 'learning' }, { tab: 'loop', model: NETS }, { tab: 'samples', model: NETS }, { tab: 'split', model: NETS }],
  }),
  updates: integer({
    label: 'updates',
    doc: 'Of Adam, 256 noisy samples each. The learning rate falls from 0.002 to 0.00001.',
    group: 'Networks',
    default: 3000,
    min: 0,
    max: 12000,
    step: 100,
    when: [{ tab: 'learning' }, { tab: 'loop', model: NETS }, { tab: 'samples', model: NETS }, { tab: 'split', model: NETS }],
  }),
  n: integer({
    label: 'particles',
    symbol: 'n',
    doc: 'Two clouds of few particles lie apart by luck alone.',
    group: 'Run',
    default: 1000,
    min: 200,
    max: 4000,
    step: 100,
    hard: [50, 4000],
    when: { tab: 'samples' },
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of first weights and training samples, and of particles.',
    group: 'Run',
    default: 0,
  }),
}
export type Params = ParamsOf<typeof params>
export type Model = Params['model']
export type NetKind = (typeof NETS)[number]

export const isNet = (model: Model): model is NetKind => (NETS as readonly string[]).includes(model)
/** Whether both networks are on the page. */
export const needsNets = ({ tab, model }: Pick<Params, 'tab' | 'model'>): boolean =>
  tab === 'split' || ((tab === 'loop' || tab === 'samples') && isNet(model))

/** Noise at the ends of training and of sampling. */
export const [LEAST_NOISE, MOST_NOISE] = [0.05, 3]
/** Steps round the loop, of the sampler, and of time. */
export const LOOP_STEPS = 400
export const SAMPLER_STEPS = 60
export const TIME_STEPS = 300
export const TIME_STEP = 0.01
/** Updates between two records of a training. */
export const EVERY = 100
export const recordsOf = ({ updates }: Pick<Params, 'updates'>): number => Math.ceil(updates / EVERY)

/** Places of the blobs: on an ellipse, unless they were dragged. */
export const BLOBS = 6
export function blobOf({ moved }: Pick<Params, 'moved'>, k: number): Point {
  const dragged = moved.find(({ index }) => index === k)?.at
  if (dragged) return dragged
  const angle = (2 * Math.PI * k) / BLOBS
  return [1.2 * Math.cos(angle), 0.96 * Math.sin(angle)]
}
