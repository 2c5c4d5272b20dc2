// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, point, seed, toggle } from '@/contract'

const rate = (label: string, symbol: string, value: number, doc: string) =>
  number({ label, symbol, doc, default: value, min: 0.005, max: 1, scale: 'log', hard: [1e-4, 10] })

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the pictures are about.',
    options: { plane: 'Two weights', layer: 'A layer', cost: 'The cost' },
    default: 'plane',
  }),
  kappa: number({
    label: 'narrowness',
    symbol: '\\kappa',
    doc: 'How many times more the inputs vary along their widest direction than along their narrowest one.',
    default: 300,
    min: 1,
    max: 3000,
    scale: 'log',
  }),
  eta: rate('rate of MKOR', '\\eta', 0.2, 'How far one unit of gradient moves MKOR.'),
  etaFirst: rate('rate of SGD', '\\eta_{\\mathrm{SGD}}', 0.4, 'How far one unit of gradient moves momentum alone.'),
  etaKfac: rate('rate of K-FAC', '\\eta_{\\mathrm{KFAC}}', 0.2, 'How far one unit of gradient moves K-FAC.'),
  batch: integer({
    label: 'batch',
    symbol: 'b',
    doc: 'Samples in each step, the same for all optimizers.',
    default: 16,
    min: 1,
    max: 64,
    scale: 'log',
  }),
  source: choice({
    label: 'vector from',
    doc: 'The one vector that MKOR takes in: the mean of the batch, or its first sample.',
    options: { mean: 'mean of the batch', single: 'one sample' },
    default: 'mean',
  }),
  variant: choice({
    label: 'formula',
    doc: 'How the vector changes the inverse: exactly, as the released program does, or as the algorithm figure prints it.',
    options: { exact: 'exact', released: 'released code', printed: 'as printed' },
    default: 'exact',
  }),
  f: integer({
    label: 'K-FAC inverts every',
    symbol: 'f',
    unit: 'steps',
    doc: 'Steps between two inversions of K-FAC. In between it uses the old ones.',
    default: 10,
    min: 1,
    max: 50,
    hard: [1, 1000],
  }),
  d: integer({
    label: 'width',
    symbol: 'd',
    doc: 'Size of a matrix in the chart of costs.',
    default: 1024,
    min: 8,
    max: 4096,
    scale: 'log',
    affects: 'view',
    when: { tab: 'cost' },
  }),
  axis: choice({
    label: 'loss against',
    doc: 'What the loss is drawn against.',
    options: { step: 'steps', work: 'multiply-adds' },
    default: 'step',
    affects: 'view',
    when: { tab: ['plane', 'layer'] },
  }),
  start: point({
    label: 'start',
    symbol: 'W_0',
    doc: 'Where all of them begin, seen from the bottom.',
    default: [-1.1, 0.9],
    min: [-3, -3],
    max: [3, 3],
    step: 0.01,
    group: 'Valley',
    when: { tab: 'plane' },
  }),
  widest: point({
    label: 'widest direction',
    doc: 'Along it the inputs vary most, and the valley is steepest: the end of the long axis.',
    default: [0.8, 0.6],
    min: [-2, -2],
    max: [2, 2],
    step: 0.001,
    group: 'Valley',
    when: { tab: 'plane' },
  }),
  gamma: number({
    label: 'decay',
    symbol: '\\gamma',
    doc: 'How much of the old average is kept each step.',
    group: 'Inverses',
    default: 0.95,
    min: 0.5,
    max: 0.999,
    step: 0.001,
    hard: [0.01, 0.9999],
  }),
  zeta: number({
    label: 'stabiliser',
    symbol: '\\zeta',
    doc: 'How much of an inverse is kept when it is too large; the rest is the identity. At 1 there is no stabiliser.',
    group: 'Inverses',
    default: 0.9,
    min: 0.5,
    max: 1,
    step: 0.01,
    hard: [0, 1],
  }),
  most: number({
    label: 'too large',
    symbol: '\\epsilon',
    doc: 'Largest entry of an inverse at which the stabiliser begins to work.',
    group: 'Inverses',
    default: 50,
    min: 2,
    max: 100,
    step: 1,
    hard: [1, 1e6],
    when: { zeta: { not: 1 } },
  }),
  inner: choice({
    label: 'steps by',
    doc: 'The optimizer that gets the gradient, preconditioned or not.',
    group: 'Run',
    options: { momentum: 'momentum 0.9', adam: 'Adam' },
    default: 'momentum',
  }),
  hybrid: toggle({
    label: 'MKOR-H',
    doc: 'Go on without preconditioning once the loss no longer falls faster than before.',
    group: 'Run',
    default: false,
  }),
  steps: integer({ label: 'steps', doc: 'Length of the run.', group: 'Run', default: 300, min: 50, max: 600, hard: [1, 2000] }),
  seed: seed({ label: 'seed', doc: 'Of inputs, weights to be found and batches.', group: 'Run', default: 1 }),
}
export type Params = ParamsOf<typeof params>

export const METHODS = ['first', 'kfac', 'mkor'] as const
export type Method = (typeof METHODS)[number]

/** The parameter that is the rate of a method. */
export const RATES = { first: 'etaFirst', kfac: 'etaKfac', mkor: 'eta' } as const satisfies Record<Method, keyof Params>
/** Outputs and inputs of the layer. */
export const sizesOf = ({ tab }: Pick<Params, 'tab'>): readonly [m: number, n: number] => (tab === 'plane' ? [1, 2] : [3, 6])
