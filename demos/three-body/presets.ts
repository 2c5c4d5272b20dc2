import { FIGURE_EIGHT_PERIOD, figureEight, LAGRANGE_PERIOD, lagrange, pythagorean, scene } from '@/domains/dynamics/nbodySystems'
import { startOf } from './start'

/** Numbers x₂, y₂, x₃, y₃ of three of the paper's random scenes: with encounters of 8e-4 au, with one of 4e-3 au, and without any. */
const WILD = [13.261968538618632, 7.081478226181048, -2.9090473891294435, 12.662414077964945]
const PLAIN = [13.232202558909872, 7.151893663724195, -6.027633760716439, 13.173247744953454]
const QUIET = [19.50544758520515, 5.4723224917572235, -9.726843599648843, 15.72223990511547]
/** A hundred choices of a tenth of a year; a little less, or rounding would add one. */
const HUNDRED = 108.82

export const systems = {
  burrau: { ...startOf(pythagorean()), span: 3.6 },
  eight: { ...startOf(figureEight()), span: 1.25 },
  triangle: { ...startOf(lagrange()), span: 1.45 },
  ellipses: { ...startOf(lagrange(0.5)), span: 1.45 },
  wild: { ...startOf(scene(WILD)), span: 17 },
  plain: { ...startOf(scene(PLAIN)), span: 17 },
  quiet: { ...startOf(scene(QUIET)), span: 17 },
} as const

const flight = { tab: 'flight', scheme: 'hermite', rule: 'mu' } as const

export const presets = {
  pythagorean: {
    label: 'Pythagorean',
    params: { ...flight, ...systems.burrau, mu: 0.03, until: 10, twin: false, trail: 'all' },
    view: 'plane',
    step: 765,
    note: 'Masses 3, 4 and 5 at the corners of a 3-4-5 triangle, at rest (Burrau 1913).',
  },
  fixed: {
    label: 'equal steps',
    params: { ...flight, ...systems.burrau, rule: 'fixed', delta: 1e-3, exact: true },
    view: 'plane',
    step: 183,
    note: 'The same stars with 10 001 equal steps: more than five times the work, and the first encounter throws them apart.',
  },
  encounter: {
    label: 'closest',
    params: { ...flight, ...systems.burrau, mu: 0.01, until: 16.5, trail: 'recent' },
    view: 'plane',
    step: 853,
    note: 'Masses 4 and 5 pass at 0.0004, a ten-thousandth of the triangle.',
  },
  fate: {
    label: 'the end',
    params: { ...flight, ...systems.burrau, mu: 0.003, until: 70, span: 22, trail: 'all', exact: true },
    view: 'plane',
    step: 'end',
    note: 'In truth mass 3 is thrown out, and 4 and 5 stay together.',
  },
  twins: {
    label: 'twins',
    params: { ...flight, ...systems.burrau, mu: 0.005, until: 60, twin: true, nudge: 1e-6, span: 4.5, trail: 'recent' },
    view: 'plane',
    step: 900,
    note: 'Two systems, a millionth apart at the start.',
  },
  eight: {
    label: 'figure eight',
    params: { ...flight, ...systems.eight, mu: 0.01, until: FIGURE_EIGHT_PERIOD },
    view: 'plane',
    step: 600,
    note: 'Three equal stars follow each other on one closed curve (Chenciner and Montgomery 2000).',
  },
  triangle: {
    label: 'Lagrange',
    params: { ...flight, ...systems.triangle, mu: 0.003, until: LAGRANGE_PERIOD },
    view: 'plane',
    step: 450,
    note: 'An equilateral triangle that turns like a rigid body.',
  },
  ellipses: {
    label: 'half speed',
    params: { ...flight, ...systems.ellipses, mu: 0.01, until: 8 },
    view: 'plane',
    step: 450,
    note: 'The triangle shrinks and grows; each star runs on an ellipse.',
  },
  wild: {
    label: 'wild scene',
    params: { ...flight, ...systems.wild, mu: 0.01, until: HUNDRED },
    view: 'plane',
    step: 210,
    note: 'One of the paper’s random scenes: three suns, 10 years, closest approach 0.0008 au.',
  },
  network: {
    label: 'a network decides',
    params: { ...flight, ...systems.plain, until: HUNDRED, rule: 'learned' },
    view: 'strips',
    step: 338,
    note: 'Three suns, and a network that picks μ each tenth of a year.',
  },
  quiet: {
    label: 'quiet scene',
    params: { ...flight, ...systems.quiet, until: HUNDRED, rule: 'learned' },
    view: 'strips',
    step: 'end',
    note: 'No encounter closer than 2.8 au: the network takes the largest values nearly always.',
  },
  haste: {
    label: 'only haste pays',
    params: {
      ...systems.plain,
      tab: 'learn',
      scheme: 'hermite',
      rule: 'learned',
      until: HUNDRED,
      weight0: 0,
      episodes: 20,
    },
    view: 'learning',
    step: 'end',
    note: 'Without the weight of the error: after a few episodes the network takes the largest μ, whatever happens.',
  },
  train: {
    label: 'train',
    params: { ...systems.plain, tab: 'learn', scheme: 'hermite', rule: 'learned', until: HUNDRED, weight0: 3000, episodes: 60 },
    view: 'learning',
    step: 'end',
    note: 'It learns in the background while you watch. Seed 12 makes the network that is shipped.',
  },
} as const
