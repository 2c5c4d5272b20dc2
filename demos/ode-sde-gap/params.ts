// What a visitor may change.
import { choice, integer, number, numbers, type ParamsOf, places, seed } from '@/contract'

const onLine = { tab: 'line' } as const
const inTraining = { tab: 'training' } as const
const withError = [{ tab: 'line' }, { tab: 'plane' }] as const

/** Knots of the drawn error. */
export const KNOTS = [-2.4, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.4] as const
/** Bumps are not narrower than this: the grid has to see them. */
export const THIN = 0.1

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Densities on a line, particles in a plane, or networks that learn the score.',
    options: { line: 'A wrong score', plane: 'In the plane', training: 'Training' },
    default: 'line',
  }),
  delta: number({
    label: 'size of the error',
    symbol: '\\delta',
    doc: 'By how much the score is wrong on the line; in the plane, by how much the potential is wrong. 0: the score is exact.',
    default: 0.1,
    min: 0,
    max: 0.5,
    step: 0.01,
    when: withError,
  }),
  error: choice({
    label: 'kind of error',
    doc: 'What is added to the exact score: a wave, a constant, a pull to the middle, or what you draw. Shifted data: the exact score of other data.',
    options: { cos: 'wave', constant: 'constant', linear: 'pull', shift: 'shifted data', drawn: 'drawn' },
    default: 'cos',
    when: onLine,
  }),
  k: number({
    label: 'waves of the error',
    symbol: 'k',
    doc: 'The error is δ cos kx. More waves make a smaller change of the density, and a larger residual.',
    default: 2,
    min: 0.5,
    max: 6,
    step: 0.1,
    when: [{ tab: 'line', error: 'cos' }, { tab: 'plane' }],
  }),
  drawn: numbers({
    label: 'drawn error',
    doc: 'Heights of the error at nine places from −2.4 to 2.4, as shares of δ; a smooth curve goes through them.',
    names: KNOTS.map((x) => String(x).replace('-', '−')),
    default: [0, 0, 1, 0, 0, 0, -1, 0, 0],
    min: -1,
    max: 1,
    step: 0.01,
    when: { tab: 'line', error: 'drawn' },
  }),
  lambda: number({
    label: 'noise of the third sampler',
    symbol: '\\lambda',
    doc: 'The ODE has λ = 0, the SDE λ = 1. More noise corrects more by the score.',
    default: 0.5,
    min: 0,
    max: 4,
    step: 0.01,
    when: onLine, // the plane draws the ODE and the SDE
  }),
  start: choice({
    label: 'samplers start from',
    doc: 'The true density at time T, the standard noise N(0, ½), or what the model itself takes for the density there.',
    options: { true: 'true p', prior: 'N(0, ½)', own: 'its own' },
    default: 'true',
    when: onLine,
  }),
  wR: number({
    label: 'weight of the residual',
    symbol: 'w_R',
    doc: 'How much the training minds the residual. Three networks learn side by side: with weight 0, with this one, and with ten times as much.',
    default: 0.1,
    min: 1e-3,
    max: 10,
    scale: 'log',
    end: { value: 0, word: 'off', text: 'off' },
    when: inTraining,
  }),
  seeds: integer({
    label: 'seeds',
    doc: 'How many trainings of each network, each from other first weights and samples.',
    default: 1,
    min: 1,
    max: 4,
    when: inTraining,
  }),
  shown: choice({
    label: 'drawn network',
    doc: 'Whose residual the heat map shows.',
    options: { none: 'weight 0', own: 'w_R', ten: '10 w_R' },
    default: 'own',
    affects: 'view',
    when: inTraining,
  }),
  weight: number({
    label: 'share of the left bump',
    doc: 'Of all data. At 0 there is the right bump alone.',
    group: 'Data',
    default: 0.3,
    min: 0,
    max: 0.95,
    step: 0.01,
    when: [onLine, inTraining],
  }),
  bumps: places({
    label: 'dragged bumps',
    doc: 'Place and width of the left (0) and the right bump (1), where they were dragged.',
    group: 'Data',
    default: [],
    count: 2,
    min: [-2.5, THIN],
    max: [2.5, 1],
    when: [onLine, inTraining],
  }),
  horizon: number({
    label: 'time of the noise',
    symbol: 'T',
    doc: 'Where the way back begins.',
    group: 'Run',
    default: 3,
    min: 1,
    max: 10,
    step: 0.1,
  }),
  tEnd: number({
    label: 'end',
    symbol: 't_\\text{end}',
    doc: 'Where the way back ends, a little before the data.',
    group: 'Run',
    default: 0.01,
    min: 1e-3,
    max: 0.1,
    scale: 'log',
  }),
  n: integer({
    label: 'particles',
    symbol: 'n',
    doc: 'For each sampler. Few of them lie apart by luck alone.',
    group: 'Run',
    default: 1000,
    min: 200,
    max: 4000,
    step: 100,
    hard: [50, 8000],
    when: { tab: 'plane' },
  }),
  updates: integer({
    label: 'updates',
    doc: 'Length of every training.',
    group: 'Run',
    default: 1500,
    min: 100,
    max: 3000,
    step: 100,
    hard: [10, 6000],
    when: inTraining,
  }),
  batch: integer({
    label: 'samples in an update',
    doc: 'And as many places where the residual is looked at. Fewer are quicker, and make the gradient noisier.',
    group: 'Run',
    default: 256,
    min: 32,
    max: 256,
    step: 32,
    hard: [8, 512],
    when: inTraining,
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of particles and their noise; of first weights and training samples.',
    group: 'Run',
    default: 0,
    when: [{ tab: 'plane' }, inTraining],
  }),
}
export type Params = ParamsOf<typeof params>

/** Place and width of the left bump (0) and the right one (1). */
const HOMES = [
  [-1.5, 0.3],
  [1, 0.25],
] as const
export function bumpOf({ bumps }: Pick<Params, 'bumps'>, k: 0 | 1): readonly [place: number, width: number] {
  return bumps.find(({ index }) => index === k)?.at ?? HOMES[k]
}

/** Steps back on the line, and in the plane. */
export const LINE_STEPS = 600
export const PLANE_STEPS = 200
