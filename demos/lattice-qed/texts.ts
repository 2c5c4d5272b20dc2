// Presets, texts of the views and words in the pictures.
import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'lattice' | 'chain' | 'potential' | 'order' | 'training' | 'loop'

export const presets = {
  unbreakable: {
    label: 'unbreakable',
    params: { tab: 'string', m: 2, drawn: 'mean' },
    view: 'lattice',
    note: 'A pair would cost 4, the whole string costs 1.5.',
  },
  snapped: {
    label: 'snapped',
    params: { tab: 'string', m: 0.5, drawn: 'mean' },
    view: 'lattice',
    note: 'A pair costs 1, less than the string. It settles on the static charges.',
  },
  edge: {
    label: 'right at the edge',
    params: { tab: 'string', m: 0.75, hop: 0.05, drawn: 'mean' },
    view: 'potential',
    note: 'Whole and broken string cost nearly the same.',
  },
  crystal: {
    label: 'charge crystal',
    params: { tab: 'string', m: -1, hop: 0.05, charges: false, drawn: 'mean' },
    view: 'lattice',
    note: 'A pair costs less than nothing: charges on all sites.',
  },
  weak: {
    label: 'weak coupling',
    params: { tab: 'flow', system: 'plaquette', ge2: 0.02, gm2: 1, energyAs: 'above' },
    view: 'loop',
    step: 'end',
    note: 'One square of field, where field is nearly free: it spreads over many values.',
  },
  flow: {
    label: 'flow against cut-off',
    params: { tab: 'flow', m: 0.5, hop: 1, ge2: 0.2, gm2: 2, lambda: 3 },
    view: 'training',
    step: 'end',
    note: 'Fermions and field on 3 × 2 sites: 120 weights.',
  },
} as const satisfies Record<string, Preset<Params, View>>

export const views = {
  lattice: {
    title: 'Charges and field',
    note: 'press a square or a link · {states} states',
    alt: 'A lattice of sites with charges on them and the electric field on the links as arrows. Of {samples} samples {broken} break Gauss’s law; of {tried} draws at random {hits} obey it.',
  },
  chain: {
    title: 'Sample after sample',
    note: 'total field squared, ΣE²',
    alt: 'The sum of the squared field against the number of the sample, for direct samples and for a Metropolis chain; neighbours are correlated by {memory} and {chainMemory}.',
  },
  potential: {
    title: 'The energy it costs',
    note: 'dashed: without hopping',
    alt: 'Energy against the mass, or against the distance of the static charges: exact, and straight lines for a whole and a broken string. Now {above}.',
  },
  order: {
    title: 'Whole or broken',
    note: 'against the mass',
    alt: 'Against the mass: the field along the string, now {flux}, the charge on the static charges, now {screening}, and the mean charge of a site, now {charge}.',
  },
  training: {
    title: 'While the flow learns',
    note: 'energy, against updates',
    alt: 'The energy of the flow against updates, with the energies of exact calculations with cut-offs. The flow is at {flowEnergy}, exact is {exact}.',
  },
  loop: {
    title: 'How far the field spreads',
    note: 'probabilities of one loop',
    alt: 'Probabilities of the values of one loop: exact, by the flow, and with the cut-off.',
  },
}

export const words = {
  direct: 'direct',
  metropolis: 'Metropolis',
  memory: 'neighbours correlate by',
  refused: 'refused',
  random: 'drawn at random: ✕ breaks Gauss’s law',
  mean: 'means; in squares: cos',
  sample: 'one sample',
  tree: 'its charges, field along the tree',
  cost: 'field energy',
  beyond: 'beyond the cut-off',
  ofSamples: 'samples, against the law:',
  ofRandom: 'at random, fit:',
  exact: 'exact',
  empty: 'no pair',
  whole: 'whole string',
  broken: 'broken',
  pair: 'one pair',
  crystal: 'pairs everywhere',
  now: 'now',
  apart: 'screened a link away',
  stringFlux: 'field of the string',
  screening: 'screening',
  charge: 'mean charge',
  flow: 'flow',
  cut: 'cut-off Λ =',
  computing: 'computing…',
  axisSample: 'sample',
  axisMass: 'mass m',
  axisDistance: 'distance of the charges',
  axisEnergy: 'energy',
  axisUpdate: 'updates',
  axisAbove: 'above the exact energy',
  axisLoop: 'loop l',
}
