// What a visitor may change.
import { choice, integer, number, numbers, type ParamsOf, type Point, places, point, seed, toggle } from '@/contract'

const onLine = { tab: 'line' } as const
const inPlane = { tab: 'plane' } as const
const inTraining = { tab: 'train' } as const
const sampling = { tab: ['line', 'plane'] } as const
/** Bumps at most, and Gaussians in the plane. */
export const MOST = 4
/** Runs go from the first of these times to the second. */
export const [FIRST, LAST] = [0.95, 0.05]
/** Least and largest time of the point. */
export const TIMES: Point = [0.02, 0.98]

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Data on a line, data in a plane, or networks that learn the data on the line.',
    options: { line: 'On a line', plane: 'In a plane', train: 'Train it' },
    default: 'line',
  }),
  schedule: choice({
    label: 'schedule',
    doc: 'How x = α x₀ + σ ε is mixed: a quarter turn (VP), a straight line (rectified flow), or growing noise, σ = 3t (VE).',
    options: { vp: 'turn (VP)', linear: 'straight', ve: 'growing (VE)' },
    default: 'vp',
  }),
  time: number({
    label: 'time of the point',
    symbol: 't',
    doc: 'Time 0 is data, time 1 is noise.',
    default: 0.6,
    min: TIMES[0],
    max: TIMES[1],
    step: 0.01,
  }),
  x: number({
    label: 'point',
    symbol: 'x',
    doc: 'A noisy value. What could it have been?',
    default: -0.3,
    min: -3.5,
    max: 3.5,
    step: 0.01,
    hard: [-7, 7],
    when: { tab: ['line', 'train'] },
  }),
  spot: point({
    label: 'point',
    symbol: 'x',
    doc: 'A noisy place in the plane.',
    default: [0.5, 0.3],
    min: [-3, -3],
    max: [3, 3],
    step: 0.01,
    when: inPlane,
  }),
  target: choice({
    label: 'read as',
    doc: 'The same function in four units: mean of the data, mean of the noise, slope of the log density, mean velocity.',
    options: { x0: 'data x̂₀', noise: 'noise ε̂', score: 'score s', velocity: 'velocity v' },
    default: 'velocity',
    affects: 'view',
    when: { tab: ['line', 'train'] },
  }),
  sampler: choice({
    label: 'sampler',
    doc: 'How a step is taken: DDPM and SDE draw random numbers, the others do not.',
    options: {
      ddpm: 'DDPM',
      sde: 'SDE (λ)',
      ddim: 'DDIM',
      euler: 'Euler',
      heun: 'Heun',
      dpm: 'DPM++ 2M',
      map: 'exact map',
    },
    default: 'ddim',
    when: sampling,
  }),
  steps: integer({
    label: 'steps',
    symbol: 'n',
    doc: `Steps from t = ${FIRST} to ${LAST}, all of one length.`,
    default: 16,
    min: 1,
    max: 128,
    when: sampling,
  }),
  lambda: number({
    label: 'noise on the way',
    symbol: '\\lambda',
    doc: 'Of the SDE. 0: none, the probability-flow ODE. 1: as much as was added on the way to noise.',
    default: 0,
    min: 0,
    max: 4,
    step: 0.05,
    when: { tab: ['line', 'plane'], sampler: 'sde' },
  }),
  to: number({
    label: 'where a jump lands',
    symbol: 's',
    doc: 'Time to which the point goes in one step, along its exact path or by a normal draw. Never later than the point.',
    default: 0.05,
    min: TIMES[0],
    max: TIMES[1],
    step: 0.01,
    when: onLine,
  }),
  jumps: integer({
    label: 'jumps',
    doc: 'In how many jumps the point gets there. With 0 none is drawn.',
    default: 1,
    min: 0,
    max: 4,
    when: onLine,
  }),
  weighting: choice({
    label: 'loss counted',
    doc: 'The squared error of each network in its own units, or all of them in those of one.',
    options: { own: 'its own', x0: 'as x₀', noise: 'as ε', score: 'as s', velocity: 'as v' },
    default: 'own',
    when: inTraining,
  }),
  updates: integer({
    label: 'updates',
    doc: 'Of Adam, with 256 noisy samples each.',
    default: 600,
    min: 0,
    max: 3000,
    step: 100,
    hard: [0, 6000],
    when: inTraining,
  }),
  shares: numbers({
    label: 'shares of the bumps',
    doc: 'How much of the data is in each bump; one without a share is not there.',
    group: 'Data',
    names: ['1', '2', '3', '4'],
    default: [0.35, 0.65, 0, 0],
    min: 0,
    max: 1,
    step: 0.01,
    sum: 1,
    when: { tab: ['line', 'train'] },
  }),
  bumps: places({
    label: 'dragged bumps',
    doc: 'Centre and width of each bump that was dragged.',
    group: 'Data',
    default: [],
    count: MOST,
    min: [-3, 0],
    max: [3, 1.2],
    when: { tab: ['line', 'train'] },
  }),
  sites: places({
    label: 'dragged Gaussians',
    doc: 'Those in the plane that were dragged, each by its number and its centre.',
    group: 'Data',
    default: [],
    count: MOST,
    min: [-2, -2],
    max: [2, 2],
    when: inPlane,
  }),
  spread: number({
    label: 'width of the Gaussians',
    symbol: '\\tau',
    doc: 'Standard deviation of each of the four in the plane.',
    group: 'Data',
    default: 0.25,
    min: 0.05,
    max: 1,
    step: 0.01,
    when: inPlane,
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of the noise on the way; of first weights and training samples.',
    group: 'Run',
    default: 1,
    when: [{ tab: ['line', 'plane'], sampler: ['ddpm', 'sde'] }, inTraining],
  }),
  drawn: choice({
    label: 'in the strip',
    doc: 'Paths of some particles, the velocity as arrows, or exact paths, each with a fixed share of the mass below it.',
    group: 'Show',
    affects: 'view',
    options: { paths: 'particles', arrows: 'arrows', lines: 'exact paths' },
    default: 'paths',
    when: onLine,
  }),
  fan: toggle({
    label: 'what it could have been',
    doc: 'Draw the fan from the point to the data that it may come from, one line for each twentieth of the probability.',
    group: 'Show',
    affects: 'view',
    default: true,
    when: onLine,
  }),
  per: choice({
    label: 'errors against',
    doc: 'Heun asks the model twice a step, the others once.',
    group: 'Show',
    affects: 'view',
    options: { steps: 'steps', calls: 'calls' },
    default: 'steps',
    when: sampling,
  }),
}
export type Params = ParamsOf<typeof params>

/** Centre and width of the bumps, and centres in the plane, before they are dragged. */
const HOMES: readonly Point[] = [
  [-2, 0.3],
  [1, 0.5],
  [-0.5, 0.25],
  [2.2, 0.2],
]
const SITES: readonly Point[] = [
  [-1.4, -1],
  [1.3, -1.2],
  [1.5, 1.2],
  [-1.1, 1.5],
]
const placeIn = (moved: Params['bumps'], homes: readonly Point[], k: number): Point =>
  moved.find(({ index }) => index === k)?.at ?? homes[k]!
export const bumpOf = ({ bumps }: Pick<Params, 'bumps'>, k: number): Point => placeIn(bumps, HOMES, k)
export const siteOf = ({ sites }: Pick<Params, 'sites'>, k: number): Point => placeIn(sites, SITES, k)
/** Those that have a share. */
export const usedBumps = ({ shares }: Pick<Params, 'shares'>): number[] => [0, 1, 2, 3].filter((k) => shares[k]! > 0)
/** Time at which jumps end. */
export const landingTime = ({ to, time }: Pick<Params, 'to' | 'time'>): number => Math.min(to, time)
