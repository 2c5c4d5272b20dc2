// What a visitor may change, and what these values say by themselves.
import { choice, integer, number, type ParamsOf, seed, toggle } from '@/contract'
import { GENERATED, LENGTH } from './world/ring'

const film = { tab: ['film', 'plane', 'learning'] } as const
const shown = { tab: ['film', 'plane'] } as const
export const params = {
  tab: choice({
    label: 'page',
    doc: 'Films and speeds; combinations of attributes; why some attributes win; or the training.',
    options: { film: 'Films', plane: 'Combinations', pixels: 'Pixels', learning: 'Training' },
    default: 'film',
  }),
  velocity: number({
    label: 'shown velocity',
    symbol: 'v',
    doc: 'Of the ball in the three frames that all learners are shown. Throw the ball to choose it.',
    default: 2,
    min: 0.3,
    max: 6,
    step: 0.05,
    when: shown,
  }),
  radius: number({
    label: 'radius',
    symbol: 'r',
    doc: 'Of the shown ball. Trainings have balls from 0.7 to 1.4.',
    default: 1,
    min: 0.5,
    max: 1.6,
    step: 0.05,
    when: { tab: ['film', 'plane', 'pixels'] },
  }),
  start: number({
    label: 'start',
    doc: 'Where the shown ball is in the first frame, on a ring of length 10.',
    default: 1.5,
    min: 0,
    max: LENGTH,
    step: 0.05,
    when: { tab: 'film' },
  }),
  colour: choice({
    label: 'shown colour',
    doc: 'Of the shown ball, where trainings have balls of two colours.',
    options: { red: 'red', blue: 'blue' },
    default: 'blue',
    when: [
      { tab: ['film', 'plane'], pair: 'colourVelocity' },
      { tab: ['film', 'plane'], pair: 'colourSize' },
    ],
  }),
  gap: number({
    label: 'gap',
    doc: 'Width of the band of velocities that is missing from the training. The network is trained again for each.',
    group: 'Training clips',
    default: 0,
    min: 0,
    max: 3,
    step: 0.05,
    when: film,
  }),
  gapAt: number({
    label: 'middle of the gap',
    doc: 'The velocity around which clips are missing; where two groups of clips meet, the border between them.',
    group: 'Training clips',
    default: 2.5,
    min: 1,
    max: 4.5,
    step: 0.05,
    when: [
      { ...film, gap: { not: 0 } },
      { ...film, pair: { not: 'none' } },
    ],
  }),
  island: number({
    label: 'island in the gap',
    doc: 'Width of a band of clips in the middle of the gap.',
    group: 'Training clips',
    default: 0,
    min: 0,
    max: 1.5,
    step: 0.05,
    when: { ...film, gap: { not: 0 }, pair: 'none' },
  }),
  slowest: number({
    label: 'slowest clip',
    doc: 'Least velocity in the training.',
    group: 'Training clips',
    default: 1,
    min: 0.5,
    max: 4,
    step: 0.05,
    when: film,
  }),
  fastest: number({
    label: 'fastest clip',
    doc: 'Largest velocity in the training.',
    group: 'Training clips',
    default: 4,
    min: 1,
    max: 5,
    step: 0.05,
    when: film,
  }),
  mirror: toggle({
    label: 'mirrored clips, too',
    doc: 'Half of the clips are flipped, left for right, as is often done to have more data.',
    group: 'Training clips',
    default: false,
    when: film,
  }),
  pair: choice({
    label: 'attributes that go together',
    doc: 'Slow clips then have one colour or size and fast ones the other, so that the swapped combinations are never seen.',
    group: 'Training clips',
    options: {
      none: 'none',
      colourVelocity: 'red is slow, blue is fast',
      colourSize: 'red is small, blue is large',
      sizeVelocity: 'small is slow, large is fast',
    },
    default: 'none',
    when: film,
  }),
  clips: integer({
    label: 'clips',
    symbol: 'N',
    doc: 'How many different clips there are. With few of them the network learns them by heart; ∞: each is new.',
    group: 'Training clips',
    default: Number.POSITIVE_INFINITY,
    min: 8,
    max: 10_000,
    scale: 'log',
    end: { value: Number.POSITIVE_INFINITY, word: 'inf', text: '∞' },
    when: film,
  }),
  width: integer({
    label: 'hidden units',
    symbol: 'H',
    doc: 'In each of the two hidden layers of the pocket video model. More units take longer to train.',
    group: 'Learners',
    default: 32,
    min: 8,
    max: 128,
    scale: 'log',
    when: film,
  }),
  updates: integer({
    label: 'updates',
    doc: 'Training steps, each with 64 clips.',
    group: 'Learners',
    default: 3000,
    min: 0,
    max: 6000,
    step: 100,
    when: film,
  }),
  noise: number({
    label: 'blur of the nearest cases',
    symbol: 'h',
    doc: 'How far away a clip may be, in pixels, and still count as like the shown one. Small: only the nearest counts.',
    group: 'Learners',
    default: 0.3,
    min: 0.02,
    max: 2,
    scale: 'log',
    when: { tab: 'film' },
  }),
  seed: seed({ label: 'seed', doc: 'Of the first weights and of all clips.', group: 'Learners', default: 0, when: film }),
  faster: number({
    label: 'difference of velocity',
    symbol: '\\Delta v',
    doc: 'Between the two clips whose pixels are compared.',
    default: 1.5,
    min: 0,
    max: 3,
    step: 0.05,
    when: { tab: 'pixels' },
  }),
}
export type Params = ParamsOf<typeof params>
/** What a training depends on. */
export type Training = Pick<
  Params,
  'gap' | 'gapAt' | 'island' | 'slowest' | 'fastest' | 'mirror' | 'pair' | 'clips' | 'width' | 'updates' | 'seed'
>
export const TRAINING = [
  'gap',
  'gapAt',
  'island',
  'slowest',
  'fastest',
  'mirror',
  'pair',
  'clips',
  'width',
  'updates',
  'seed',
] as const satisfies readonly (keyof Training)[]

export type Pair = Params['pair']
export const hasColours = ({ pair }: Pick<Params, 'pair'>): boolean => pair === 'colourVelocity' || pair === 'colourSize'
export const channelsOf = (p: Pick<Params, 'pair'>): 1 | 2 => (hasColours(p) ? 2 : 1)

/** Updates between two records of a training. */
export const EVERY = 100
export const recordsOf = ({ updates }: Pick<Params, 'updates'>): number => Math.ceil(updates / EVERY)
export const stepsOf = (p: Pick<Params, 'tab' | 'updates'>): number =>
  p.tab === 'film' ? GENERATED : p.tab === 'learning' ? Math.max(1, recordsOf(p)) : 0
