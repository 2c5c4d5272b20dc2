// The lesson: a ball that should say how many directions the data have, a swirl that spoils the answer and no sample, why, and when it matters.
import type { Stop } from '@/contract'
import type { Frame } from './model'
import type { Params } from './params'
import type { Plain } from './plain'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import type { Split } from './split'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, { plain: Plain; split: Split }>

const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps
const isSphere = (p: Params) =>
  p.tab === 'space' && p.shape === 'sphere' && p.lowInSpace === 0.1 && p.top === 2 && p.solver === 'rk4'
const isBlobs = (p: Params) => p.tab === 'plane' && p.data === 'blobs' && p.moved.length === 0 && p.low === 0.05 && p.top === 2
const isRing = (p: Params) => p.tab === 'plane' && p.data === 'ring' && p.low === 0.03 && p.top === 2 && p.kind === 'rotate'
const isExact = (p: Params) => p.solver === 'rk4' && p.steps >= 200
const stillStart = (p: Params) => p.start[0] === 1.3 && p.start[1] === 0.9

export const lesson: readonly LessonStop[] = [
  {
    id: 'ask',
    title: 'How many directions have the data?',
    answers: ['problem'],
    params: { kappa: 3, compare: false },
    step: 'end',
    stage: ['space', 'spectrum'],
    controls: ['kappa'],
    text: 'A diffusion model carries a small ball from noise to data. Across the data it is pressed flat, along them it keeps some width: so it says how many directions the data have. But the field of this model swirls. {s1}, {s2}, {s3}: how many?',
    while: (p) => isSphere(p) && p.growth === 'constant' && p.axisRise === 90,
    predict: {
      ask: 'Without the swirl, κ = 0, the three half axes are …',
      options: ['all different', 'two alike, one small', 'all alike'],
      right: 1,
    },
    do: {
      say: 'Take the swirl away: κ to 0',
      params: { kappa: 0 },
      done: (p, now) => Math.abs(p.kappa) < 0.05 && atEnd(now),
    },
    see: '{s1} and {s2} are alike and nearly at rest; {s3} falls with the noise. Two directions, as a sphere has. With the swirl one could not tell.',
    why: 'A sphere looks alike in both directions along it. A swirl drags neighbours apart, and so the ball tells how it was stirred, not only where the data are.',
  },
  {
    id: 'same',
    title: 'Let the field swirl',
    answers: ['idea'],
    params: { tab: 'plane', n: 1000 },
    step: 'end',
    stage: ['plane'],
    controls: ['kappa'],
    text: 'A network’s field should be the score, the slope of the log density, but nothing keeps it from swirling. Here is the exact score of four blobs; samples are {distance} from the data. Add κ times the score, turned by a right angle.',
    while: (p) => isBlobs(p) && isExact(p) && p.kind === 'rotate' && p.growth === 'constant',
    predict: { ask: 'With κ = 3 the samples are …', options: ['as good', 'blurred', 'lost'], right: 0 },
    do: { say: 'Raise κ to 3', params: { kappa: 3 }, done: (p, now) => p.kappa >= 2.9 && atEnd(now) },
    see: 'Ways spiral, samples are as good: {distance} from the data (sliced Wasserstein distance: how far mass must be moved); luck alone makes {floor}.',
    why: 'The score points across the lines of equal density. Turned, it points along them, and as many particles come to each place as leave it.',
  },
  {
    id: 'gauge',
    title: 'What may be added',
    answers: ['why'],
    params: { tab: 'plane', kappa: 3, kind: 'vortex' },
    step: 'end',
    stage: ['plane', 'parts'],
    controls: ['centre'],
    text: 'One may add any field r that moves points but piles up none: ∇·(p r) = 0, the gauge condition. It is like the gauge of a potential: free to choose, and nothing measured changes. This vortex is of that kind; its flow p r has no source.',
    while: (p) => isBlobs(p) && isExact(p) && p.kind === 'vortex' && p.kappa === 3,
    predict: {
      ask: 'Drag the vortex to another blob. The density there …',
      options: ['stays right', 'rises', 'falls'],
      right: 0,
    },
    do: {
      say: 'Drag the vortex to the upper left',
      params: { centre: [-0.6, 0.9] },
      done: (p, now) => p.centre[0] < -0.3 && p.centre[1] > 0.4 && atEnd(now),
    },
    see: 'It only stirs: {stirsAtEnd} times the score at σ = 0.15. The part that moves the density is {harmAtEnd}, an error of the grid. ln p is off by {worst} at most.',
    why: 'Only sources of the flow p r could change p. Without them all densities are those of the score. Then ln p at the start less ln det Y, the change of volume, is right as well.',
  },
  {
    id: 'stretch',
    title: 'A slope without a swirl',
    answers: ['why'],
    params: { tab: 'plane', kind: 'stretch', n: 1000 },
    step: 'end',
    stage: ['plane', 'parts'],
    controls: ['kappa'],
    text: 'Is it enough to be a slope? Add κ times the score itself. The sum is a slope again, without any swirl. At κ = 0 it is the score: samples are {distance} from the data, and luck alone makes {floor}.',
    while: (p) => isBlobs(p) && isExact(p) && p.kind === 'stretch' && p.growth === 'constant',
    predict: { ask: 'With κ = −0.5 the samples are …', options: ['as good', 'too narrow', 'too spread out'], right: 2 },
    do: { say: 'Lower κ to −0.5', params: { kappa: -0.5 }, done: (p, now) => p.kappa <= -0.45 && p.kappa > -1 && atEnd(now) },
    see: 'They are {distance} away, and ln p of the marked particle is off by {logError}.',
    why: 'Every field is one slope plus one gauge field. The slope must be the score, the rest is free: so to be a slope is neither necessary nor enough (the paper’s second result).',
  },
  {
    id: 'ring',
    title: 'A circle carried to a ring',
    answers: ['why'],
    preset: 'ring',
    step: 0,
    stage: ['plane', 'spectrum'],
    controls: ['start'],
    text: 'Data on a ring, and the true score. The dashed circle around the start will be carried along. Its half axes are the singular values of Y, the derivatives of where one is by where one began.',
    while: (p) => isRing(p) && isExact(p) && p.kappa === 0,
    predict: {
      ask: 'At the end they are …',
      options: ['both at rest', 'one at rest, one falling', 'both falling'],
      right: 1,
    },
    do: { say: 'Let the noise fall', step: 'end', done: (_, now) => atEnd(now) },
    see: '{s1} with the slope {slope1}, and {s2} with the slope {slope2}. One at rest: the data have one direction here.',
    why: 'Along the ring nothing pulls. Across it the distance to the ring shrinks as the noise does. So slope 0 is a direction of the data, and slope 1 one across them.',
  },
  {
    id: 'shear',
    title: 'The swirl shears',
    answers: ['why'],
    preset: 'ring',
    stage: ['plane', 'spectrum'],
    controls: ['kappa'],
    text: 'The true score makes {s1} and {s2} of the circle on its way to the ring. Their product, the change of area, is {product}.',
    while: (p) => isRing(p) && isExact(p) && p.growth === 'constant' && stillStart(p),
    predict: { ask: 'With κ = 4 the product is …', options: ['the same', 'larger', 'smaller'], right: 0 },
    do: { say: 'Raise κ to 4', params: { kappa: 4 }, done: (p, now) => p.kappa >= 3.9 && atEnd(now) },
    see: '{s1} and {s2}, and the product {product}. It holds ln p, which no swirl changes. The single values are others.',
    why: 'Near the ring the score grows with the distance from it, and the swirl with it. Neighbours at unequal distances slide apart along the ring: a shear keeps area, not shape.',
  },
  {
    id: 'cost',
    title: 'What a swirl costs',
    answers: ['cost'],
    params: { tab: 'plane', solver: 'euler', steps: 50 },
    step: 'end',
    stage: ['plane', 'parts'],
    controls: ['kappa'],
    text: 'All this is said of exact flows. Here a plain solver, Euler’s, takes 50 steps with the true score. ln p of the marked particle is off by {logError}, of the worst by {worst}.',
    while: (p) => isBlobs(p) && p.solver === 'euler' && p.steps === 50 && p.kind === 'rotate' && p.growth === 'constant',
    predict: { ask: 'With κ = 3, in the same steps, the error is …', options: ['the same', 'smaller', 'larger'], right: 2 },
    do: { say: 'Raise κ to 3', params: { kappa: 3 }, done: (p, now) => p.kappa >= 2.9 && atEnd(now) },
    see: 'Off by {logError}, and by {worst} at worst. Free is only the exact flow; a swirl costs steps.',
    why: 'A straight step on a circle leads outwards. To be rid of swirls costs as well: a network held to be a slope has one output, and its derivative is taken at each call.',
  },
  {
    id: 'never',
    title: 'When the reading fails for good',
    answers: ['limits'],
    params: { tab: 'plane', data: 'ring', low: 0.03, kappa: 1 },
    step: 'end',
    stage: ['spectrum', 'plane'],
    controls: ['growth'],
    text: 'A swirl of one strength, κ = 1: the first value is {s1} with the slope {slope1}, at rest again, at another height. Such a swirl only delays the reading.',
    while: (p) => isRing(p) && isExact(p) && p.kappa === 1 && stillStart(p),
    predict: {
      ask: 'If the swirl grows as 1/σ, the first value …',
      options: ['comes to rest, too', 'keeps growing', 'falls'],
      right: 1,
    },
    do: {
      say: 'Let the strength grow: κ/σ',
      params: { growth: 'inverse' },
      done: (p, now) => p.growth === 'inverse' && atEnd(now),
    },
    see: '{s1}, with the slope {slope1}: no rest. It is a gauge field all the same; ln p is off by {logError}.',
    why: 'The distance to the ring falls as σ. A swirl of one strength dies with it. One that grows as 1/σ drags by the same amount at each halving of the noise.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    params: { kappa: 3 },
    step: 'end',
    stage: ['space', 'spectrum'],
    controls: ['axisRise', 'axisTurn'],
    text: 'The paper trains networks on a sphere and a Swiss roll, in 3 and 5 dimensions. Held to be slopes, they show the two directions; free ones do not. Here nothing is trained: with κ = 3 the reading is right for {right} % of the particles.',
    while: (p) => isSphere(p) && p.kappa === 3 && p.growth === 'constant' && p.startTurn === 41.63 && p.startRise === 30.17,
    predict: {
      ask: 'Tilt the axis to the start of the ball. The first two values …',
      options: ['come together', 'part further', 'stay'],
      right: 0,
    },
    do: {
      say: 'Tilt the axis to the ball’s start',
      params: { axisTurn: 41.63, axisRise: 30.17 },
      done: (p, now) => Math.abs(p.axisRise - 30.17) < 12 && Math.abs(p.axisTurn - 41.63) < 14 && atEnd(now),
    },
    see: '{s1} and {s2} now: around the axis there is little swirl. Over all particles {right} % read 2. What a swirl spoils depends on the place.',
    why: 'The paper’s abstract gives no numbers, and says: to infer local information of the data a slope “is desirable”. For samples and densities it is not needed.',
  },
]
