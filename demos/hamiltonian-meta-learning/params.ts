// What a visitor may change.
import { choice, integer, number, type ParamsOf, type Point, places, seed } from '@/contract'
import type { LawName } from '@/domains/dynamics/hamiltonians'

const onTask = [{ tab: 'adapt' }, { tab: 'roll' }] as const

/** The most observations that can be painted. */
export const MOST_PAINTED = 40

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Adaptation to a law, the motion that was learned, and the training of the starts.',
    options: { adapt: 'Adapt', roll: 'Roll out', train: 'Train' },
    default: 'adapt',
  }),
  law: choice({
    label: 'law to learn',
    doc: 'The starts were trained on the first four, of any strength; gravity they have never met.',
    options: {
      spring: 'spring',
      pendulum: 'pendulums',
      henonHeiles: 'Hénon-Heiles',
      quartic: 'quartic',
      kepler: 'gravity (unseen)',
    },
    default: 'kepler',
    when: onTask,
  }),
  theta: number({
    label: 'strength of the law',
    symbol: '\\theta',
    doc: 'Of the force; for Hénon-Heiles, of its cubic part.',
    default: 1,
    min: 0.3,
    max: 2,
    step: 0.01,
    when: onTask,
  }),
  points: integer({
    label: 'observations',
    symbol: 'K',
    doc: 'States whose rates of change are given. Fewer say less about the law.',
    default: 40,
    min: 4,
    max: 200,
    hard: [1, 200],
    when: onTask,
  }),
  k: integer({
    label: 'adaptation steps',
    symbol: 'k',
    doc: 'Before the motion begins.',
    default: 5,
    min: 0,
    max: 100,
    when: { tab: 'roll' },
  }),
  rule: choice({
    label: 'steps of the motion',
    doc: 'Runge and Kutta’s, of order four; or the implicit midpoint rule, of order two, which is symplectic: its energy swings and does not drift.',
    options: { rk4: 'Runge-Kutta', midpoint: 'symplectic' },
    default: 'rk4',
    when: { tab: 'roll' },
  }),
  alpha: number({
    label: 'inner rate',
    symbol: '\\alpha',
    doc: 'Length of an adaptation step, and of the inner steps in training.',
    default: 0.1,
    min: 0.01,
    max: 0.3,
    step: 0.01,
    hard: [0, 0.5],
  }),
  noise: number({
    label: 'noise',
    doc: 'Standard deviation of the error of each observed rate.',
    default: 0,
    min: 0,
    max: 0.3,
    step: 0.01,
    when: onTask,
  }),
  start: choice({
    label: 'starts',
    doc: 'Which networks are drawn.',
    options: { all: 'all three', random: 'random', pre: 'pre-trained', meta: 'meta-trained' },
    default: 'all',
    affects: 'view',
    when: onTask,
  }),
  order: choice({
    label: 'gradient of the training',
    doc: 'Second order goes back through the inner steps, first order leaves that factor out.',
    options: { first: 'first order', second: 'second order' },
    default: 'first',
    when: { tab: 'train' },
  }),
  updates: integer({
    label: 'updates',
    doc: 'Of Adam; each sees a task of every known law. The shipped starts took 3,000.',
    default: 300,
    min: 0,
    max: 3000,
    step: 50,
    when: { tab: 'train' },
  }),
  strengths: choice({
    label: 'strengths of the tasks',
    doc: 'A training whose tasks are much alike has little to learn about learning.',
    options: { wide: '0.3 to 2', narrow: '0.9 to 1.1' },
    default: 'wide',
    when: { tab: 'train' },
  }),
  painted: places({
    label: 'painted observations',
    doc: 'Where observations were put by hand, each by its number. Press the plane to put the next one there.',
    group: 'By hand',
    default: [],
    count: MOST_PAINTED,
    min: [-3, -3],
    max: [3, 3],
    when: { tab: 'adapt' },
  }),
  launch: places({
    label: 'dragged body',
    doc: 'Place (number 0) and momentum (number 1) with which the motion begins, where they were dragged.',
    group: 'By hand',
    default: [],
    count: 2,
    min: [-3, -3],
    max: [3, 3],
    when: onTask,
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of the observations, of the random start, and of the training.',
    group: 'By hand',
    default: 0,
  }),
}
export type Params = ParamsOf<typeof params>

/** Networks, in the order of the pictures; all but the plain one are Hamiltonian. */
export const HAMILTONIANS = ['random', 'pre', 'meta'] as const
export const NETS = [...HAMILTONIANS, 'plain'] as const
export type HamiltonianName = (typeof HAMILTONIANS)[number]
export type NetName = (typeof NETS)[number]

/** Hamiltonian networks on screen. */
export const shownNets = ({ start }: Pick<Params, 'start'>): readonly HamiltonianName[] =>
  start === 'all' ? HAMILTONIANS : [start]
/** The one whose energy is reported. */
export const mainNet = ({ start }: Pick<Params, 'start'>): HamiltonianName => (start === 'all' ? 'meta' : start)

/** Adaptation steps, and steps of the motion. */
export const INNER_STEPS = 100
export const ROLL_STEPS = 500
export const ROLL_STEP = 0.02
/** Updates between two records of a training. */
export const EVERY = 50
export const recordsOf = ({ updates }: Pick<Params, 'updates'>): number => Math.ceil(updates / EVERY)

/** Where a body begins by itself, and with which momentum. */
const LAUNCHES: Readonly<Record<LawName, readonly [q: Point, p: Point]>> = {
  spring: [
    [0.9, 0.3],
    [-0.3, 0.7],
  ],
  pendulum: [
    [1.6, 0.4],
    [-0.3, 1],
  ],
  henonHeiles: [
    [0, 0.15],
    [0.4, 0.2],
  ],
  quartic: [
    [0.9, 0.3],
    [-0.3, 0.6],
  ],
  kepler: [
    [1.1, 0],
    [0, 0.85],
  ],
}
export const launchOf = ({ law, launch }: Pick<Params, 'law' | 'launch'>): readonly [q: Point, p: Point] => {
  const at = (k: 0 | 1) => launch.find(({ index }) => index === k)?.at ?? LAUNCHES[law][k]
  return [at(0), at(1)]
}
