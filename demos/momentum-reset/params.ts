// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, numbers, type ParamsOf, seed, toggle } from '@/contract'
import type { Tricks } from '@/domains/optim/lowRank'

/** W is [SIZE, SIZE]. */
export const SIZE = 12
/** No tricks. */
export const OFF = 0

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the pictures are about.',
    options: { balance: 'The balance', directions: 'The directions', memory: 'The memory' },
    default: 'balance',
  }),
  refactor: toggle({
    label: 'rebuild the factors',
    doc: 'Every P steps B and A are made again from the singular values of their product. Chooses which run the pictures show.',
    default: true,
    affects: 'view',
    when: { tab: ['balance', 'directions'] },
  }),
  reset: toggle({
    label: 'forget the momentum',
    doc: 'Every P steps Adam’s moments and its step counter go to 0. Chooses which run the pictures show.',
    default: true,
    affects: 'view',
    when: { tab: ['balance', 'directions'] },
  }),
  c: number({
    label: 'imbalance at the start',
    symbol: 'c',
    doc: 'How many times heavier B begins, and how many times lighter A. The product BA does not feel it.',
    default: 17,
    min: 1,
    max: 30,
    scale: 'log',
    hard: [0.1, 300],
  }),
  eta: number({
    label: 'learning rate',
    symbol: '\\eta',
    doc: 'How far Adam moves an entry in one step, at most about.',
    default: 0.01,
    min: 0.001,
    max: 0.2,
    scale: 'log',
    hard: [1e-5, 10],
  }),
  period: integer({
    label: 'tricks every',
    symbol: 'P',
    unit: 'steps',
    doc: 'Steps between two rebuildings, two resets, and two new spaces of GaLore.',
    default: 50,
    min: 5,
    max: 200,
    hard: [1, 2000],
    end: { value: OFF, word: 'off', text: 'off' },
  }),
  r: integer({
    label: 'rank',
    symbol: 'r',
    doc: 'Columns of B and rows of A: how many singular directions a product can hold.',
    default: 4,
    min: 1,
    max: SIZE,
  }),
  recovery: integer({
    label: 'recovery',
    symbol: 'R',
    unit: 'steps',
    doc: 'After a reset the learning rate grows from 0 to its full size in so many steps.',
    default: 0,
    min: 0,
    max: 30,
    hard: [0, 1000],
  }),
  level: number({
    label: 'even out, in the picture',
    doc: 'Shows the factors of this step on their way to an even split with the same product. The run does not feel it.',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    affects: 'view',
    when: { tab: 'balance' },
  }),
  lanes: choice({
    label: 'runs in the chart',
    doc: 'The four low-rank runs, by their loss above the least that this rank allows; or their whole loss, beside Adam on the whole matrix and GaLore.',
    options: { four: 'low rank', all: 'and full rank, GaLore' },
    default: 'four',
    affects: 'view',
    when: { tab: 'balance' },
  }),
  layer: choice({
    label: 'layer',
    doc: 'Of which layer the numbers in memory are counted.',
    options: { here: '12 × 12, rank r', large: '1024 × 1024, rank 128' },
    default: 'here',
    affects: 'view',
    when: { tab: 'memory' },
  }),
  beta1: number({
    label: 'memory of momentum',
    symbol: '\\beta_1',
    doc: 'Share of the old mean gradient that is kept each step.',
    group: 'Run',
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    hard: [0, 0.9999],
  }),
  noise: number({
    label: 'noise',
    symbol: '\\sigma',
    doc: 'Standard deviation of what is added to each entry of the gradient, the same for all runs.',
    group: 'Run',
    default: 0,
    min: 0,
    max: 0.5,
    step: 0.01,
    hard: [0, 100],
  }),
  spectrum: numbers({
    label: 'singular values of W*',
    doc: 'How much of each singular direction there is to learn.',
    group: 'Run',
    names: Array.from({ length: SIZE }, (_, k) => String(k + 1)),
    default: [4, 2, 1, 0.5, ...Array<number>(SIZE - 4).fill(0.05)],
    min: 0,
    max: 5,
    step: 0.01,
  }),
  steps: integer({ label: 'steps', doc: 'Length of the run.', group: 'Run', default: 300, min: 50, max: 1000, hard: [1, 4000] }),
  seed: seed({ label: 'seed', doc: 'Of the singular directions, the start and the noise.', group: 'Run', default: 1 }),
}
export type Params = ParamsOf<typeof params>

/** The four low-rank runs. */
export const TRICKS = {
  none: { refactor: false, reset: false },
  reset: { refactor: false, reset: true },
  refactor: { refactor: true, reset: false },
  both: { refactor: true, reset: true },
} as const satisfies Record<string, Tricks>
export type Lane = keyof typeof TRICKS
export const LANES = Object.keys(TRICKS) as Lane[]
/** Runs that keep the whole matrix. */
export const WHOLE = ['full', 'galore'] as const
export type Whole = (typeof WHOLE)[number]

/** The run that the switches choose; the pictures of factors show it. */
export const laneOf = ({ refactor, reset }: Pick<Params, 'refactor' | 'reset'>): Lane =>
  refactor ? (reset ? 'both' : 'refactor') : reset ? 'reset' : 'none'

/** Whether the tricks are done after this step. */
export const isEvent = (step: number, { period }: Pick<Params, 'period'>): boolean =>
  period !== OFF && step > 0 && step % period === 0
