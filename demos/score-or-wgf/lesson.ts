// The lesson: a trained network is no slope of a landscape, samples well all the same, and which errors a flow of densities forgives.
import type { Moment, Stop } from '@/contract'
import type { Fates, Flow } from './flow'
import type { Learning } from './learning'
import type { Frame } from './model'
import type { Params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import { isShipped } from './shipped'
import type { Parts } from './split'
import type { Walk } from './walk'

interface Maps {
  walk: Walk
  learning: Learning
  flow: Flow
  fates: Fates
  split: Parts
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>
type Now = Moment<Frame, keyof typeof readouts, Maps>

const atEnd = ({ step, steps }: Now) => step === steps
const isLoop = (p: Params) => p.tab === 'loop' && isShipped(p) && p.sigma === 0.05 && p.centre[0] === 0 && p.centre[1] === 0
const isSampling = (p: Params) => p.tab === 'samples' && isShipped(p) && p.n === 1000
const hasSampled = (now: Now) => atEnd(now) && now.maps.flow?.done === 1

export const lesson: readonly LessonStop[] = [
  {
    id: 'walk',
    title: 'A walk round a loop',
    answers: ['problem'],
    preset: 'trained',
    step: 0,
    stage: ['field', 'work'],
    controls: ['radius'],
    text: 'Theory takes a diffusion model’s network for the score: everywhere the slope of one landscape, the log density of noisy data. Is it? The arrows are a trained network’s, at the noise σ = 0.05. Carry a ball round the circle, and add up the field’s work on it.',
    while: (p) => isLoop(p) && p.model === 'mlp' && p.radius === 1,
    predict: { ask: 'Back at its start, the ball has got the work …', options: ['0', 'above 0', 'below 0'], right: 2 },
    do: { say: 'Carry the ball round', step: 'end', done: (_, now) => atEnd(now) && now.maps.walk?.done === 1 },
    see: 'It is {circulation}. In a landscape one would be back at the start, and lower than before. So there is none: this field is not a score.',
    why: 'Nothing makes two outputs of a network the slopes of one thing. Where they are not, the field turns: orange anticlockwise, blue clockwise. Inside the circle this turning, the curl, adds up to {inside}.',
  },
  {
    id: 'exact',
    title: 'What a true score does',
    answers: ['problem'],
    preset: 'exact',
    stage: ['field', 'work'],
    controls: ['radius'],
    text: 'The data are six blobs with noise σ = 0.05, so their score is known exactly. On the way the work is far from 0, too. Once round this circle it is {circulation}.',
    while: (p) => isLoop(p) && p.model === 'exact' && (p.radius === 1 || p.radius === 1.2),
    predict: { ask: 'Round a larger circle the work is …', options: ['0 again', 'above 0', 'below 0'], right: 0 },
    do: {
      say: 'Widen the circle to 1.2',
      params: { radius: 1.2 },
      done: (p, now) => p.radius >= 1.15 && atEnd(now) && now.maps.walk?.done === 1,
    },
    see: 'It is {circulation}, as round every loop. The Jacobian, the table of the field’s derivatives, is symmetric everywhere: asymmetry {asymmetry}.',
    why: 'What is climbed on the way out is given back on the way home. And a mixed second derivative of a height does not depend on the order. These are the paper’s two tests.',
  },
  {
    id: 'anyway',
    title: 'Let it sample all the same',
    answers: ['idea'],
    params: { tab: 'samples', model: 'mlp' },
    step: 0,
    stage: ['cloud'],
    controls: ['start'],
    text: 'To sample, particles begin in much noise, σ = 3, and follow the field while σ shrinks to 0.05. This is the network whose field is no score. One particle’s path is drawn as it goes; dashed, to the square, is where the exact score takes it.',
    while: (p) => isSampling(p) && p.model === 'mlp',
    predict: { ask: 'The cloud ends …', options: ['near the data', 'far from the data', 'in one blob'], right: 0 },
    do: { say: 'Let the noise shrink', step: 'end', done: (_, now) => hasSampled(now) },
    see: 'The cloud ends {distance} from the data (sliced Wasserstein distance: how far mass must be moved). Two clouds of data are {floor} apart by luck alone.',
    why: 'Sampling asks for no landscape. It asks that the cloud as a whole arrives; single particles may end elsewhere, here up to {apart} from their exact ends.',
  },
  {
    id: 'slide',
    title: 'What training really aims at',
    answers: ['idea'],
    preset: 'energy',
    step: 0,
    stage: ['densities', 'energy'],
    controls: ['m0'],
    text: 'Noise takes data to N(0, 1), dashed: blue particles jump, orange ones glide with a velocity u. Training shows the velocity of one datum’s noisy copies: −x − their own score. Least squares learn its mean over all data that may lie behind x: u = −x − score.',
    while: (p) => p.tab === 'energy' && p.m0 === 2 && p.v0 === 0.25,
    predict: {
      ask: 'Blue jumps, orange glides. Their densities …',
      options: ['agree at every time', 'agree only at the end', 'never agree'],
      right: 0,
    },
    do: { say: 'Let time run to 2', step: 200, done: (_, { step }) => step >= 200 },
    see: 'The blue bars follow the orange line at every time. Its distance from N(0, 1), the divergence KL, was 2.318 and is {energy}, below the dashed line 2.318 e⁻²ᵗ. Scrub back, and u makes data out of noise.',
    why: 'Over the data x₀ behind x, ∇ln ρ(x|x₀) has the mean ∇ln ρ(x), the score. And u lowers KL fastest for its cost: a gradient flow of densities (Wasserstein’s). Match u, says the paper, score or not.',
  },
  {
    id: 'swirl',
    title: 'An error twice the score',
    answers: ['why'],
    params: { tab: 'samples', model: 'turn', kappa: 0 },
    step: 'end',
    stage: ['cloud'],
    controls: ['kappa'],
    text: 'The score is exact now; samples end {distance} from the data. Add an error on purpose: κ times the score, turned by a right angle. At κ = 2 it is everywhere twice as long as the score itself.',
    while: (p) => isSampling(p) && p.model === 'turn',
    predict: { ask: 'At κ = 2 the samples are …', options: ['as good as before', 'blurred', 'lost'], right: 0 },
    do: { say: 'Raise κ to 2', params: { kappa: 2 }, done: (p, now) => p.kappa >= 1.9 && hasSampled(now) },
    see: '{distance} from the data; luck alone makes {floor}. Yet single particles end up to {apart} from where the exact score takes them.',
    why: 'The score points across the lines of equal density; turned by 90°, along them. Particles run round on these lines: as many come to each place as leave it.',
  },
  {
    id: 'split',
    title: 'Which errors move the density',
    answers: ['why'],
    params: { tab: 'split', model: 'mlp', sigma: 0.4 },
    step: 'end',
    stage: ['parts'],
    controls: ['part'],
    text: 'Any error splits in two: a slope, which moves the density (orange: it piles up, blue: it drains), and a rest that only stirs. Here is the trained network’s error at σ = 0.4, {size} times as long as the score.',
    while: (p) => p.tab === 'split' && isShipped(p) && p.model === 'mlp' && p.sigma === 0.4,
    predict: { ask: 'Of the squared error, only stirs …', options: ['nearly all', 'about half', 'hardly any'], right: 2 },
    do: {
      say: 'Show the stirring part',
      params: { part: 'swirl' },
      done: (p, { maps }) => p.part === 'swirl' && maps.split?.done === 1,
    },
    see: '{stirs} % stirs, {moves} % could move the density. The colours are gone: the stirring part moves nothing.',
    why: 'Their squares add up to the whole. Sampling forgives what stirs, but that is little here: the samples are good since the error is small. Curl says that a field is no score, not how it samples.',
  },
  {
    id: 'force',
    title: 'Force it to be a gradient',
    answers: ['cost'],
    params: { tab: 'learning', updates: 0, measure: 'distance' },
    step: 'end',
    stage: ['learning', 'grown'],
    controls: ['updates'],
    text: 'Two untrained nets with the same hidden layers. The gradient net has one output, whose gradient is its field: no loop does work there. Derivatives go through its layers, so that an update costs three times as much.',
    while: (p) => p.tab === 'learning' && p.measure === 'distance' && p.width === 32 && p.seed === 0 && p.moved.length === 0,
    predict: {
      ask: 'After 1,000 updates, whose samples are nearer?',
      options: ['the network’s', 'the gradient net’s', 'equally near'],
      right: 0,
    },
    do: {
      say: 'Train for 1,000 updates',
      params: { updates: 1000 },
      step: 'end',
      done: (p, { maps }) => p.updates >= 1000 && maps.learning?.done === 1,
    },
    see: 'The network’s are {distanceNet} from the data, the gradient net’s {distanceGradient}. Work round a loop: {workNet} and {workGradient}. After 3,000 updates the samples are 0.065 and 0.233 off.',
    why: 'No theorem, but what this budget gives: at much noise the gradient net learns slowly. Started from the exact density at σ = 1, both end equally near the data.',
  },
  {
    id: 'stretch',
    title: 'The same length, another direction',
    answers: ['limits'],
    params: { tab: 'samples', model: 'turn', kappa: 1 },
    step: 'end',
    stage: ['cloud'],
    controls: ['model'],
    text: 'The exact score with the swirl of κ = 1: samples end {distance} from the data. Suppose an error everywhere of the same length, but along the score instead of across it.',
    while: (p) => isSampling(p) && p.kappa === 1 && (p.model === 'turn' || p.model === 'stretch'),
    predict: {
      ask: 'The samples are then …',
      options: ['as good', 'blobs too narrow', 'blobs too wide'],
      right: 1,
    },
    do: {
      say: 'Point the error along the score',
      params: { model: 'stretch' },
      done: (p, now) => p.model === 'stretch' && hasSampled(now),
    },
    see: '{distance} from the data, with blobs too narrow. An error along the score is a slope through and through: all of it moves the density.',
    why: 'The size of an error says little, and so does its curl. Even a swirl is harmless only if it stirs along the density: another one, of the same curl, carries mass away.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'stretch',
    stage: ['fates', 'cloud'],
    controls: ['kappa'],
    text: 'By loops and the asymmetry of Jacobians the paper finds that trained networks are no scores, and sample well; its abstract gives no numbers. It reads training as matching u. Charted: errors along and across the score. κ = −0.5 along it leaves half the score.',
    while: (p) => isSampling(p) && p.model === 'stretch',
    do: { say: 'Set κ to 2', params: { kappa: 2 }, done: (p, now) => p.kappa >= 1.9 && hasSampled(now) },
    see: 'Along the score: {distance} from the data. Across it the curve stays below 0.08, near luck, {floor}. Such errors “do not necessarily harm density transport”, the paper says.',
    why: 'The density ρ feels an error e only by where ρe piles up. All numbers here are measured on this small example.',
  },
]
