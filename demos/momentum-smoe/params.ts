// What a visitor may change, and what follows from these values alone.
import { choice, integer, number, type ParamsOf, type Point, point, seed, toggle } from '@/contract'
import type { Mixture } from '@/domains/optim/experts'
import { memoized } from '@/memoized'
import { eigenvalues2 } from '@/numerics/matrix2'

export const EXPERTS = 4
/** Experts are numbered from 1 for visitors. */
export const NUMBERS = Array.from({ length: EXPERTS }, (_, i) => i + 1)
/** The minima of the experts' objectives, unless dragged. */
const CENTERS: readonly Point[] = [
  [2, 0],
  [-1, 1.7],
  [-1, -1.7],
  [0.5, 0.5],
]
/** [a, b, c] of each objective's [[a, b], [b, c]]; a of the first is a parameter. */
const CURVATURES = [
  [1, 0, 0.2],
  [0.3, 0, 0.9],
  [0.6, 0.3, 0.6],
  [0.4, 0, 0.4],
] as const

const own = (i: number) =>
  point({
    label: `expert ${i + 1}`,
    symbol: `\\mu_${i + 1}`,
    doc: 'Where the objective of this expert is least. The router leans towards it, so its region moves along.',
    group: 'Experts',
    default: CENTERS[i]!,
    min: [-4, -4],
    max: [4, 4],
    step: 0.01,
    when: { tab: 'stack' },
  })
const shown = (label: string, doc: string, on: boolean, tab: readonly string[] = ['stack', 'noise', 'train']) =>
  toggle({ label, doc, group: 'Show', affects: 'view', default: on, when: { tab } })

export const params = {
  tab: choice({
    label: 'page',
    doc: 'What the pictures are about.',
    options: { stack: 'The stack', noise: 'Noise', train: 'Train it' },
    default: 'stack',
  }),
  gamma: number({
    label: 'layer step',
    symbol: '\\gamma',
    doc: 'How far one unit of slope moves a token in a layer. Large steps jump over the bottom.',
    default: 2.5,
    min: 0.1,
    max: 4,
    step: 0.01,
    hard: [0.01, 8],
    when: { tab: ['stack', 'noise'] },
  }),
  mu: number({
    label: 'momentum',
    symbol: '\\mu',
    doc: 'How much of the last move a layer makes again. At 0 MomentumSMoE is SMoE.',
    default: 0.7,
    min: 0,
    max: 0.95,
    step: 0.01,
    hard: [0, 0.99],
  }),
  top: integer({
    label: 'experts asked',
    symbol: 'k',
    doc: 'How many of the four experts a layer asks about a token. With all of them the mixture is dense.',
    default: 1,
    min: 1,
    max: EXPERTS,
    when: { tab: ['stack', 'train'] },
  }),
  sigma: number({
    label: 'curvature of expert 1',
    symbol: '\\sigma',
    doc: 'How steep the objective of expert 1 is along x. Its layers jump γσ times the distance.',
    default: 1,
    min: 0.2,
    max: 2,
    step: 0.01,
    when: { tab: ['stack', 'noise'] },
  }),
  noise: number({
    label: 'noise',
    symbol: 's',
    doc: 'By how much each layer moves a token at random: one standard deviation along each axis. The memory keeps it like any other move.',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    when: { tab: ['stack', 'noise'] },
  }),
  share: number({
    label: 'tokens pushed',
    doc: 'Share of the tokens that enter the first layer at a wrong place.',
    group: 'Contamination',
    default: 0,
    min: 0,
    max: 1,
    step: 0.05,
    when: { tab: 'stack' },
  }),
  push: number({
    label: 'pushed by',
    doc: 'How far from its own place a pushed token enters, in a direction of chance.',
    group: 'Contamination',
    default: 2,
    min: 0,
    max: 5,
    step: 0.1,
    when: { tab: ['stack', 'train'] },
  }),
  adamLayers: choice({
    label: 'layers of Adam',
    doc: 'AdamSMoE takes Adam’s step in its first layer and momentum afterwards, as the released program does, or Adam’s in all layers.',
    group: 'AdamSMoE',
    options: { first: 'the first', all: 'all' },
    default: 'first',
    when: { tab: 'stack' },
  }),
  kappa: number({
    label: 'shrink',
    symbol: '\\kappa',
    doc: 'The share of its own place that a token loses in a layer of Adam. The released program amounts to 1.',
    group: 'AdamSMoE',
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    when: { tab: 'stack' },
  }),
  smoe: shown('SMoE', 'Draw the stack without momentum.', true),
  momentum: shown('MomentumSMoE', 'Draw the stack with momentum.', true),
  adam: shown('AdamSMoE', 'Draw the stack whose first layer, or all of them, take Adam’s step.', false, ['stack', 'noise']),
  cloud: toggle({
    label: 'all tokens',
    doc: 'Draw the 150 tokens of the cloud, not only the one that is watched.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: { tab: 'stack' },
  }),
  arrows: choice({
    label: 'arrows',
    doc: 'Whose next move at the watched token is drawn: what each expert asked suggests, and what the layer remembers.',
    group: 'Show',
    affects: 'view',
    options: { none: 'none', smoe: 'SMoE', momentum: 'MomentumSMoE' },
    default: 'none',
    when: { tab: 'stack' },
  }),
  token: point({
    label: 'watched token',
    symbol: 'x_0',
    doc: 'Where the watched token enters the first layer.',
    group: 'Tokens',
    default: [3, 2.5],
    min: [-4.8, -4.2],
    max: [4.8, 4.2],
    step: 0.01,
    when: { tab: 'stack' },
  }),
  c1: own(0),
  c2: own(1),
  c3: own(2),
  c4: own(3),
  layers: integer({
    label: 'layers',
    doc: 'Depth of the stack.',
    group: 'Run',
    default: 40,
    min: 6,
    max: 80,
    hard: [1, 400],
    when: { tab: ['stack', 'noise'] },
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of the cloud, of the noise, of who is pushed where, and of training.',
    group: 'Run',
    default: 0,
  }),
}
export type Params = ParamsOf<typeof params>

export const centersOf = ({ c1, c2, c3, c4 }: Params): readonly Point[] => [c1, c2, c3, c4]
const SCORE = 0.5 // the router's row of an expert over its centre

export const mixtureOf = memoized((p: Params): Mixture => {
  const curvatures = Float64Array.from(CURVATURES.flat())
  curvatures[0] = p.sigma
  return {
    centers: Float64Array.from(centersOf(p).flat()),
    curvatures,
    router: Float64Array.from(centersOf(p).flatMap(([x, y]) => [SCORE * x, SCORE * y, 0])),
  }
})
/** Curvatures of each expert along its two axes, ascending. */
export const eigenvaluesOf = memoized(({ sigma }: Params) =>
  CURVATURES.map(([a, b, c], i) => eigenvalues2(i === 0 ? sigma : a, b, c)),
)
