// What a visitor may change.
import { choice, integer, number, type ParamsOf, places, point, seed, toggle } from '@/contract'

const inPlane = { tab: 'plane' } as const
/** Number of pictures in a row, and of rows, for each solver. */
export const SIDE = 6
export const PICTURES = SIDE * SIDE
/** Starts stay so near to the middle, in both directions. */
export const REACH = 2
const WHEEL = 24 // components

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Points in a plane, or little pictures of 192 numbers.',
    options: { plane: 'In the plane', patches: 'Little pictures' },
    default: 'plane',
  }),
  calls: integer({
    label: 'calls of the model',
    symbol: 'N',
    doc: 'Evaluations of the network: the price of a sample, the same for all four solvers.',
    default: 10,
    min: 4,
    max: 40,
  }),
  data: choice({
    label: 'data',
    doc: 'One Gaussian, whose exact paths are known in closed form; a wheel of 24 Gaussians; a ring of eight.',
    options: { one: 'one Gaussian', wheel: 'colour wheel', ring: 'ring of 8' },
    default: 'one',
    when: inPlane,
  }),
  spread: number({
    label: 'spread of the data',
    symbol: 's',
    doc: 'Standard deviation of the one Gaussian. Its error is given in units of it.',
    default: 0.5,
    min: 0.02,
    max: 1,
    scale: 'log',
    when: { tab: 'plane', data: 'one' },
  }),
  width: number({
    label: 'width of the components',
    symbol: 'w',
    doc: 'Standard deviation of each Gaussian of the wheel or the ring.',
    default: 0.15,
    min: 0.02,
    max: 0.4,
    step: 0.01,
    when: { tab: 'plane', data: ['wheel', 'ring'] },
  }),
  centre: point({
    label: 'centre of the data',
    doc: 'EVODiff’s products are counted from the origin. Here the data can be moved away from it.',
    default: [0, 0],
    min: [-1.5, -1.5],
    max: [1.5, 1.5],
    step: 0.01,
    when: inPlane,
  }),
  ending: choice({
    label: 'EVODiff’s last step',
    doc: 'As in the authors’ code, or a plain step along the newest guess.',
    options: { published: 'as published', plain: 'plain' },
    default: 'published',
  }),
  balance: number({
    label: 'balance',
    symbol: 'r',
    doc: 'How much of the guess before is taken from the newest one. Measured at each step; or held here.',
    group: 'EVODiff’s weights',
    default: 0,
    min: 0.5,
    max: 2,
    step: 0.01,
    end: { value: 0, word: 'auto', text: 'measured' },
  }),
  reach: number({
    label: 'reach of the probe',
    symbol: 'r_i/\\rho',
    doc: 'At 1 the probe is half a balanced difference ahead, as in DPM-Solver++. Less reaches farther.',
    group: 'EVODiff’s weights',
    default: 0,
    min: 0.25,
    max: 1.5,
    step: 0.01,
    end: { value: 0, word: 'auto', text: 'measured' },
  }),
  eta: number({
    label: 'share of the old difference',
    symbol: '\\eta',
    doc: 'How the correction is blended from the difference before the probe and the one after.',
    group: 'EVODiff’s weights',
    default: -1,
    min: 0,
    max: 0.5,
    step: 0.01,
    end: { value: -1, word: 'auto', text: 'measured' },
  }),
  zeta: number({
    label: 'damping of the correction',
    symbol: '\\zeta',
    doc: 'The correction is divided by twice this.',
    group: 'EVODiff’s weights',
    default: 0,
    min: 0.1,
    max: 1,
    step: 0.01,
    end: { value: 0, word: 'auto', text: 'measured' },
  }),
  corrects: toggle({
    label: 'correct after the probe',
    doc: 'Without it a step ends at the probe. With r and its reach held at 1 that is DPM-Solver++, up to the last step.',
    group: 'EVODiff’s weights',
    default: true,
  }),
  grid: choice({
    label: 'noise levels',
    doc: 'Even in the logarithm of the noise level, or in its seventh root (EDM), which spends more calls at high noise.',
    group: 'Run',
    options: { logSNR: 'even logSNR', edm: 'EDM' },
    default: 'logSNR',
  }),
  denoise: toggle({
    label: 'denoise at the end',
    doc: 'Keep the last call for a last guess of the clean sample, at the lowest noise level.',
    group: 'Run',
    default: false,
  }),
  start: point({
    label: 'start of the traced sample',
    symbol: 'z',
    doc: 'Its noise. All four solvers start there. A press on a sample traces that one.',
    group: 'Run',
    default: [0.95, 1.5],
    min: [-REACH, -REACH],
    max: [REACH, REACH],
    step: 0.01,
    when: inPlane,
  }),
  moved: places({
    label: 'dragged components',
    doc: 'Gaussians of the wheel or the ring that were dragged, each by its number and its place seen from the centre.',
    group: 'Run',
    default: [],
    count: WHEEL,
    min: [-2, -2],
    max: [2, 2],
    when: { tab: 'plane', data: ['wheel', 'ring'] },
  }),
  seed: seed({
    label: 'seed',
    doc: 'Noise from which the pictures start, the same for all solvers. The starts in the plane are evenly spread.',
    group: 'Run',
    default: 17,
    when: { tab: 'patches' },
  }),
  cloud: choice({
    label: 'samples of',
    doc: 'Whose samples are drawn in the plane; at the end with a stroke to where each should be.',
    group: 'Show',
    affects: 'view',
    options: { none: 'none', ddim: 'DDIM', noise: 'noise 2M', data: 'DPM++', evodiff: 'EVODiff' },
    default: 'evodiff',
    when: inPlane,
  }),
  showDdim: toggle({
    label: 'DDIM',
    doc: 'Draw DDIM: the newest guess alone.',
    group: 'Show',
    affects: 'view',
    default: true,
  }),
  showNoise: toggle({
    label: 'noise 2M',
    doc: 'Draw the two-step memory of predicted noise.',
    group: 'Show',
    affects: 'view',
    default: true,
  }),
  showData: toggle({
    label: 'DPM++',
    doc: 'Draw DPM-Solver++(2M): the two-step memory of predicted data.',
    group: 'Show',
    affects: 'view',
    default: true,
  }),
  showEvodiff: toggle({ label: 'EVODiff', doc: 'Draw EVODiff.', group: 'Show', affects: 'view', default: true }),
  chart: choice({
    label: 'step by step',
    doc: 'EVODiff’s weights, or how uncertain the clean sample still is along each path.',
    group: 'Show',
    affects: 'view',
    options: { weights: 'weights', variance: 'uncertainty' },
    default: 'weights',
  }),
}
export type Params = ParamsOf<typeof params>

/** The solvers, in the order of the lists; EVODiff comes last and is drawn on top. */
export const LANES = ['ddim', 'noise', 'data', 'evodiff'] as const
export type Lane = (typeof LANES)[number]
/** Whether a solver is drawn. */
export const isDrawn = ({ showDdim, showNoise, showData, showEvodiff }: Params, lane: Lane): boolean =>
  ({ ddim: showDdim, noise: showNoise, data: showData, evodiff: showEvodiff })[lane]
