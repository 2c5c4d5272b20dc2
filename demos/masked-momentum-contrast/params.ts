// What a visitor may change, and what these values say by themselves.
import { type Condition, choice, integer, number, type ParamsOf, places, point, seed, toggle } from '@/contract'
import { JUDGED } from './judging/judge'
import type { Settings } from './learning/train'
import { type Conditions, GRID } from './world/pictures'

const LEARNS = [{ features: 'trained' }, { tab: ['terms', 'training'] }] as const
/** Where a network is trained, and this holds, too. */
const learnsIf = (more: Condition): Condition[] => LEARNS.map((one) => ({ ...one, ...more }))
/** The pictures of the training, unless it is asked for those on screen. */
export const USUAL: Conditions = { noise: 1.4, light: 0.5 }

export const params = {
  tab: choice({
    label: 'page',
    doc: 'Point at a patch; see what each of the three terms brings; or watch the training.',
    options: { point: 'Point', terms: 'Three terms', training: 'Training' },
    default: 'point',
  }),
  features: choice({
    label: 'features',
    doc: 'What is compared: the eight numbers of each patch as they are, or what a network makes of the patch and those around it.',
    options: { raw: 'raw patches', untrained: 'untrained network', trained: 'trained network' },
    default: 'trained',
    when: { tab: 'point' },
  }),
  threshold: number({
    label: 'threshold',
    symbol: 't',
    doc: 'Patches whose similarity to the prompt is larger are in the mask. Low: all is; high: only the prompt.',
    default: 0.53,
    min: -0.5,
    max: 1,
    step: 0.01,
    hard: [-1.01, 1],
  }),
  prompt: point({
    label: 'prompt',
    doc: 'The patch that is pointed at: column and row, from the upper left one. Press the picture to choose it.',
    default: [7, 4],
    min: [0, 0],
    max: [GRID - 1, GRID - 1],
    step: 1,
  }),
  picture: integer({
    label: 'picture',
    doc: `Which of the ${JUDGED} pictures that no training has seen.`,
    default: 12,
    min: 0,
    max: JUDGED - 1,
  }),
  moved: places({
    label: 'moved objects',
    doc: 'Where objects were dragged: columns from the left, rows from the top.',
    default: [],
    count: 2,
    min: [0, 0],
    max: [GRID, GRID],
  }),
  noise: number({
    label: 'noise',
    doc: 'Standard deviation of the noise on each number of each patch, in the pictures that are shown and judged.',
    group: 'Pictures',
    default: USUAL.noise,
    min: 0,
    max: 2,
    step: 0.05,
  }),
  light: number({
    label: 'light',
    doc: 'How strongly light, which changes smoothly across a picture, moves the patches that are shown and judged.',
    group: 'Pictures',
    default: USUAL.light,
    min: 0,
    max: 1.5,
    step: 0.05,
  }),
  same: toggle({
    label: 'train on such pictures, too',
    doc: 'Otherwise trainings have noise 1.4 and light 0.5, whatever is shown.',
    group: 'Pictures',
    default: false,
    when: [...learnsIf({ noise: { not: USUAL.noise } }), ...learnsIf({ light: { not: USUAL.light } })],
  }),
  modelling: number({
    label: 'masked modelling',
    symbol: '\\lambda_1',
    doc: 'Weight of the first term: say what a hidden patch looks like.',
    group: 'Training',
    default: 1,
    min: 0,
    max: 3,
    step: 0.01,
    when: LEARNS,
  }),
  distillation: number({
    label: 'momentum distillation',
    symbol: '\\lambda_2',
    doc: 'Weight of the second term: say of a hidden patch what the slow teacher, who sees it, says.',
    group: 'Training',
    default: 0.09,
    min: 0,
    max: 3,
    step: 0.01,
    when: LEARNS,
  }),
  contrast: number({
    label: 'contrast',
    symbol: '\\lambda_3',
    doc: 'Weight of the third term: know which of 24 pictures the other view shows.',
    group: 'Training',
    default: 0.9,
    min: 0,
    max: 3,
    step: 0.01,
    when: LEARNS,
  }),
  hidden: number({
    label: 'hidden share',
    symbol: 'r',
    doc: 'Share of the patches that the student does not see. Without any only the contrast has something to do.',
    group: 'Training',
    default: 0.4,
    min: 0,
    max: 0.8,
    step: 0.05,
    when: LEARNS,
  }),
  momentum: number({
    label: 'teacher’s momentum',
    symbol: 'm',
    doc: 'What share of itself the teacher keeps in each update; 0: it is the student.',
    group: 'Training',
    default: 0.99,
    min: 0,
    max: 0.999,
    step: 0.001,
    when: LEARNS,
  }),
  temperature: number({
    label: 'temperature of the contrast',
    symbol: '\\tau',
    doc: 'Small: only the most similar other pictures count.',
    group: 'Training',
    default: 0.2,
    min: 0.05,
    max: 1,
    scale: 'log',
    when: learnsIf({ contrast: { not: 0 } }),
  }),
  updates: integer({
    label: 'updates',
    doc: 'Training steps, each with two views of 24 pictures.',
    group: 'Training',
    default: 500,
    min: 0,
    max: 1000,
    step: 10,
    when: LEARNS,
  }),
  seed: seed({
    label: 'seed',
    doc: 'Of the textures, the light, the pictures and the first weights.',
    group: 'Training',
    default: 3,
  }),
}
export type Params = ParamsOf<typeof params>

/** What networks depend on. */
export const TRAINING = [
  'modelling',
  'distillation',
  'contrast',
  'hidden',
  'momentum',
  'temperature',
  'updates',
  'seed',
  'same',
  'noise',
  'light',
] as const satisfies readonly (keyof Params)[]
export type Training = Pick<Params, (typeof TRAINING)[number]>

export const conditionsOf = ({ noise, light }: Pick<Params, 'noise' | 'light'>): Conditions => ({ noise, light })
export const settingsOf = (p: Training): Settings => ({
  modelling: p.modelling,
  distillation: p.distillation,
  contrast: p.contrast,
  hidden: p.hidden,
  momentum: p.momentum,
  temperature: p.temperature,
  updates: p.updates,
  seed: p.seed,
  conditions: p.same ? conditionsOf(p) : USUAL,
})

/** Updates between two records of a training. */
export const EVERY = 10
export const recordsOf = ({ updates }: Pick<Params, 'updates'>): number => Math.ceil(updates / EVERY)
