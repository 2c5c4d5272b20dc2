import { defineDemo } from '@/contract'
import { claims } from './claims'
import { fronts } from './fronts'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'
import { tests, training } from './training'

export default defineDemo({
  meta,
  params,
  model,
  maps: { fronts, training, tests },
  readouts,
  tabs: {
    by: 'tab',
    views: {
      flight: ['plane', 'strips', 'front'],
      compare: ['front', 'strips', 'orbits'],
      learn: ['learning', 'test', 'strips'],
      world: ['world', 'strips', 'orbits'],
    },
  },
  opening: 765,
  views: {
    plane: {
      title: 'Three stars',
      note: 'a bead every 8 steps',
      alt: 'Three bodies in a plane at time {time}, with their trails coloured by the length of the step, now {size}. The closest two are {distance} apart and shown enlarged.',
    },
    orbits: {
      title: 'Three stars',
      note: 'from above',
      alt: 'The plane of the three bodies at time {time}, small.',
    },
    strips: {
      title: 'Along the way',
      note: 'logarithmic',
      alt: 'Four quantities against time on logarithmic axes: the smallest distance, now {distance}, the step, now {size}, and the errors of energy, {energyError}, and places, {placeError}.',
    },
    front: {
      title: 'Work and error',
      note: 'drag the ringed point',
      alt: 'Error at the end against the number of force evaluations for each step rule. The run on screen takes {evaluations} evaluations up to now.',
    },
    learning: {
      title: 'The learning curve',
      note: 'nothing left out',
      alt: 'Return of each training episode as a dot, and the mean return on validation scenes as a line, with the weights that are kept ringed.',
    },
    test: {
      title: 'Thirty unseen scenes',
      note: 'medians',
      alt: 'Median error against median work on test scenes, for constant μ, for the shipped network and for the one just trained, each with its mean return: {earned} for the shipped one, {bestConstant} for the best constant.',
    },
    world: {
      title: 'World lines',
      note: 'time runs upwards',
      alt: 'The paths of the three bodies in space and time, twisted around each other, up to time {time}.',
    },
  },
  words: {
    time: 't =',
    step: 'Δ =',
    distance: 'distance',
    twins: 'twins apart',
    stopped: 'stopped: too many steps',
    stepKey: 'step',
    closest: 'smallest distance',
    chosen: 'μ, chosen',
    stepSize: 'step Δ',
    errors: 'errors',
    ofEnergy: 'energy',
    ofPlaces: 'places',
    ofTwins: 'twins',
    shipped: 'shipped network',
    yours: 'yours',
    mu: 'μ τ',
    fixed: 'equal steps',
    aarseth: 'Aarseth',
    leapfrog: 'leapfrog, equal steps',
    swift: 'leapfrog, μ τ',
    pair: 'Dormand–Prince',
    learned: 'network',
    radau: 'Gauss–Radau',
    greedy: 'look ahead',
    computing: 'computing…',
    bestConstant: 'best constant μ',
    kept: 'kept:',
    episodes: 'episodes',
    validation: 'ten other scenes',
    below: 'fell below the picture, the worst to',
    earns: 'earns',
    axisTime: 'time',
    axisPictures: 'work done',
    axisWork: 'force evaluations',
    axisEpisode: 'episode',
    axisMedianWork: 'force evaluations, median',
  },
  handles,
  sliders: {
    mu: () => ({
      marks: [
        { value: 0.01, label: '0.01' },
        { value: 0.03, label: '0.03' },
      ],
    }),
    delta: () => ({ marks: [{ value: 1e-3, label: '10⁻³' }] }),
  },
  equations: [
    {
      tex: '\\ddot r_i = \\textstyle\\sum_{j\\ne i} m_j\\, r_{ij}/|r_{ij}|^3',
      spoken:
        'The acceleration of body i is the sum over the others of their mass times the direction, over the distance squared.',
    },
    { tex: '\\Delta = \\p{mu}\\,\\tau', spoken: 'The step is mu times tau,' },
    {
      tex: '\\tau = \\min_{i<j}\\min\\bigl(\\tfrac{r}{v}, \\sqrt{r^3\\!/(m_i{+}m_j)}\\bigr)',
      spoken: 'where tau is the smallest over all pairs of flyby time and free-fall time.',
    },
    {
      tex: 'R = \\tfrac{\\p{weight2}}{|\\log_{10}\\mu|} - \\p{weight0}\\,\\tfrac{10+\\log_{10}|\\epsilon|}{n\\,|\\log_{10}|\\epsilon||^3}',
      spoken: 'The reward takes away for lost energy epsilon, less with every round n, and gives for a large mu.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
