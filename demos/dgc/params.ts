// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, seed, toggle } from '@/contract'
import { ratioAt, SCHEMES, type SchemeName } from '@/domains/optim/sparse'

/** Weights of the model. */
export const SIZE = 100
/** Steps of an epoch; the warm-up lasts five. */
export const EPOCH = 60

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the pictures are about.',
    options: { race: 'The race', account: 'One entry', rates: 'Step sizes' },
    default: 'race',
  }),
  sparsity: number({
    label: 'left out',
    unit: '%',
    doc: 'Share of the entries that a worker does not send in a step. At 0 it sends all.',
    default: 99,
    min: 0,
    max: 99,
    step: 1,
    hard: [0, 99.9],
  }),
  compress: toggle({
    label: 'send only the largest',
    doc: 'Workers send their largest entries. Off: all of them, which is the dense run.',
    default: true,
  }),
  bank: toggle({
    label: 'keep the rest',
    doc: 'Entries that are not sent wait in an account. Off: they are dropped.',
    default: true,
    when: { compress: true },
  }),
  correction: toggle({
    label: 'momentum correction',
    doc: 'Workers add momentum before the account. Off: the server adds it to what arrives.',
    default: true,
    when: { compress: true, bank: true },
  }),
  masking: toggle({
    label: 'masking',
    doc: 'An entry that is sent loses its momentum at the worker.',
    default: true,
    when: { compress: true, bank: true, correction: true },
  }),
  eta: number({
    label: 'step size',
    symbol: '\\eta',
    doc: 'How far one unit of what arrives moves the weights; the same for all schemes.',
    default: 0.01,
    min: 1e-3,
    max: 0.2,
    scale: 'log',
    hard: [1e-5, 10],
  }),
  m: number({
    label: 'momentum',
    symbol: 'm',
    doc: 'How much of the last motion goes on.',
    default: 0.9,
    min: 0,
    max: 0.98,
    step: 0.01,
    hard: [0, 0.999],
  }),
  workers: integer({
    label: 'workers',
    symbol: 'N',
    doc: 'Machines that learn together.',
    default: 4,
    min: 1,
    max: 8,
    hard: [1, 16],
  }),
  noise: number({
    label: 'noise',
    symbol: '\\sigma',
    doc: 'Standard deviation of the noise in each entry of a gradient, for each worker its own.',
    default: 0.3,
    min: 0,
    max: 1,
    step: 0.05,
    hard: [0, 10],
  }),
  axis: choice({
    label: 'loss against',
    doc: 'What the loss is drawn against.',
    options: { step: 'steps', bytes: 'bytes sent' },
    default: 'step',
    affects: 'view',
    when: { tab: 'race' },
  }),
  shown: choice({
    label: 'curves',
    doc: 'Which schemes the loss is drawn for.',
    options: { all: 'all five', two: 'dense and yours' },
    default: 'all',
    affects: 'view',
    when: { tab: 'race' },
  }),
  across: choice({
    label: 'sweep over',
    doc: 'What the whole runs of the sweep differ in.',
    options: { eta: 'step size', sent: 'share sent' },
    default: 'eta',
    affects: 'view',
    when: { tab: 'rates' },
  }),
  entry: integer({
    label: 'entry',
    doc: 'The weight that is looked at: 1 has the steepest slope, 100 the flattest.',
    default: 60,
    min: 1,
    max: SIZE,
    affects: 'view',
    when: { tab: ['race', 'account'] },
  }),
  clip: number({
    label: 'clipping',
    symbol: '\\theta',
    doc: 'Each worker shortens its gradient to θ/√N. At 0 it does not.',
    group: 'Details',
    default: 0,
    min: 0,
    max: 5,
    step: 0.1,
    hard: [0, 100],
  }),
  warmUp: choice({
    label: 'warm-up',
    doc: 'More is sent in the first five epochs of 60 steps: as the paper lists, or by the rule of the released program.',
    group: 'Details',
    options: { off: 'off', paper: 'paper’s list', code: 'rule of the code' },
    default: 'off',
  }),
  nesterov: toggle({ label: 'Nesterov', doc: 'Momentum in Nesterov’s form, as released.', group: 'Details', default: false }),
  choosing: choice({
    label: 'largest entries',
    doc: 'Found exactly, or by a threshold from every fourth entry.',
    group: 'Details',
    options: { exact: 'exactly', sampled: 'by a sample' },
    default: 'exact',
    when: { compress: true, sparsity: { not: 99 } }, // of one entry in a hundred both find the same
  }),
  steps: integer({ label: 'steps', doc: 'Length of the run.', group: 'Run', default: 600, min: 100, max: 1200, hard: [1, 2000] }),
  task: seed({ label: 'problem', doc: 'Seed of slopes and weights to be found.', group: 'Run', default: 2 }),
  seed: seed({ label: 'seed', doc: 'Of the noise.', group: 'Run', default: 3 }),
}
export type Params = ParamsOf<typeof params>

export const NAMES = Object.keys(SCHEMES) as SchemeName[]

/** The scheme that the switches describe. */
export const schemeOf = ({
  compress,
  bank,
  correction,
  masking,
}: Pick<Params, 'compress' | 'bank' | 'correction' | 'masking'>): SchemeName =>
  !compress ? 'dense' : !bank ? 'drop' : !correction ? 'accumulate' : !masking ? 'correction' : 'dgc'

/** Share of the entries sent in a step, counted from 1. */
export const ratioIn = ({ sparsity, warmUp }: Params, step: number): number =>
  ratioAt(warmUp, Math.floor((step - 1) / EPOCH), (100 - sparsity) / 100)
