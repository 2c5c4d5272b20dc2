// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, seed, toggle } from '@/contract'
import type { AdamSettings } from '@/domains/optim/adaptive'
import { relaxation, restingSize } from '@/domains/optim/restingSize'
import { memoized } from '@/memoized'
import { steadyPower } from '@/numerics/steady'

const ofMatrix = { tab: ['matrix', 'widths'] } as const
const ofNetwork = { tab: ['network', 'rates'] } as const

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the pictures are about.',
    options: { matrix: 'One matrix', widths: 'Many widths', network: 'A network', rates: 'Learning rates' },
    default: 'matrix',
  }),
  eta: number({
    label: 'learning rate',
    symbol: '\\eta_0',
    doc: 'How far AdamW moves a weight in a step, at width 16.',
    default: 0.02,
    min: 1e-3,
    max: 0.2,
    scale: 'log',
    hard: [1e-5, 1],
  }),
  lambda: number({
    label: 'weight decay',
    symbol: '\\lambda_0',
    doc: 'Times the learning rate it is the share of each weight that a step takes away, at width 16.',
    default: 1,
    min: 0.05,
    max: 5,
    scale: 'log',
    hard: [0.001, 100],
    end: { value: 0, word: 'off', text: 'off' },
  }),
  d: choice({
    label: 'width',
    symbol: 'd',
    doc: 'The matrix on screen has d rows and d columns.',
    options: { '8': '8', '16': '16', '32': '32', '64': '64', '128': '128', '256': '256' },
    default: '64',
  }),
  etaRule: choice({
    label: 'rate over widths',
    symbol: '\\eta',
    doc: 'Whether the learning rate of a matrix is the same at all widths, or falls as 1/d.',
    options: { constant: 'same', inverse: '1/d' },
    default: 'inverse',
  }),
  lambdaRule: choice({
    label: 'decay over widths',
    symbol: '\\lambda',
    doc: 'How the weight decay of a matrix changes with its width.',
    options: { constant: 'same', root: '√d', linear: 'd', power: 'd^q' },
    default: 'root',
  }),
  q: number({
    label: 'exponent of the decay',
    symbol: 'q',
    doc: 'The decay grows as d to the power q.',
    default: 0.75, // unlike all named rules
    min: 0,
    max: 1,
    step: 0.01,
    when: { lambdaRule: 'power' },
  }),
  alpha: number({
    label: 'structure of inputs',
    symbol: '\\alpha',
    doc: 'The k-th direction of the inputs has a variance proportional to 1/k^α. At 0 all are equal, at 2 one direction has most.',
    default: 0.5,
    min: 0,
    max: 2,
    step: 0.05,
    when: ofMatrix,
  }),
  init: number({
    label: 'first weights',
    doc: 'How large the weights are at the start; 1 stands for 1/√d, the usual size.',
    default: 1,
    min: 0,
    max: 5,
    step: 0.1,
  }),
  compare: toggle({
    label: 'others beside it',
    doc: 'Draw other starts, or the other rules of the decay, too.',
    default: true,
    affects: 'view',
    when: { tab: ['matrix', 'widths', 'network'] },
  }),
  layer: choice({
    label: 'matrix',
    doc: 'Which of the two matrices of the network is drawn.',
    options: { first: 'W₁', second: 'W₂' },
    default: 'second',
    affects: 'view',
    when: { tab: 'network' },
  }),
  shown: choice({
    label: 'drawn',
    doc: 'The largest factor by which a matrix stretches a vector, or the factor by which it stretches what it is given.',
    options: { top: 'top singular value', gain: 'gain' },
    default: 'top',
    affects: 'view',
    when: { tab: 'network' },
  }),
  beta1: number({
    label: 'mean gradient',
    symbol: '\\beta_1',
    doc: 'How much of the old mean gradient AdamW keeps each step.',
    group: 'AdamW',
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    hard: [0, 0.999],
  }),
  beta2: number({
    label: 'mean square',
    symbol: '\\beta_2',
    doc: 'How much of the old mean square of the gradient AdamW keeps each step.',
    group: 'AdamW',
    default: 0.95,
    min: 0.5,
    max: 0.999,
    step: 0.001,
    hard: [0, 0.9999],
  }),
  steps: integer({
    label: 'steps',
    doc: 'Length of the run of the matrix.',
    group: 'Run',
    default: 600,
    min: 100,
    max: 2000,
    step: 50,
    hard: [1, 4000],
    when: ofMatrix,
  }),
  updates: integer({
    label: 'updates',
    doc: 'Length of every training of the network.',
    group: 'Run',
    default: 1200,
    min: 100,
    max: 2400,
    step: 100,
    hard: [1, 4000],
    when: ofNetwork,
  }),
  seed: seed({ label: 'seed', doc: 'Of first weights, gradients and data.', group: 'Run', default: 0 }),
}
export type Params = ParamsOf<typeof params>

/** The width for which η₀ and λ₀ are given. */
export const BASE = 16
export const EPSILON = 1e-12

export const widthOf = (p: Pick<Params, 'd'>): number => Number(p.d)
/** q of λ ∝ d^q. */
export const decayExponent = ({ lambdaRule, q }: Pick<Params, 'lambdaRule' | 'q'>): number =>
  ({ constant: 0, root: 0.5, linear: 1, power: q })[lambdaRule]

type Ruled = Pick<Params, 'eta' | 'lambda' | 'etaRule' | 'lambdaRule' | 'q'>
/** η of a matrix of width d. */
export const rateAt = (p: Pick<Ruled, 'eta' | 'etaRule'>, d: number): number =>
  p.etaRule === 'inverse' ? (p.eta * BASE) / d : p.eta
/** λ of a matrix of width d. */
export const decayAt = (p: Omit<Ruled, 'eta' | 'etaRule'>, d: number): number =>
  p.lambda * steadyPower(d / BASE, decayExponent(p))

/** Root mean square of the weights at rest; infinite if they do not come to rest. */
export const restAt = (p: Ruled & Pick<Params, 'beta1'>, d: number): number => restingSize(rateAt(p, d), decayAt(p, d), p.beta1)
/** Steps in which the effect of the start falls to 1/e. */
export const relaxationAt = (p: Ruled, d: number): number => relaxation(rateAt(p, d), decayAt(p, d))
/** After so many of them, weights count as at rest. */
export const SETTLED = 3

const settingsAt = (p: Params, rate: number, decay: number): AdamSettings => ({
  ...{ rate, decay, beta1: p.beta1, beta2: p.beta2 },
  epsilon: EPSILON,
})
/** AdamW for a matrix of the width on screen, and for vector-like weights: the rate of the network's other weights, without decay. */
export const settingsOf = memoized((p: Params) => ({
  matrix: settingsAt(p, rateAt(p, widthOf(p)), decayAt(p, widthOf(p))),
  vector: settingsAt(p, VECTOR_RATE, 0),
}))
const VECTOR_RATE = 0.01
