// The lesson: attraction alone puts everything at one place; why; what delay, kicks and spreading do against it, what they cost, and what they do not do.
import type { Stop } from '@/contract'
import type { Params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import type { Alone } from './runs/alone'
import type { Frame } from './runs/frame'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, { alone: Alone }>

const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps
/** A network as in the paper's values, apart from its forces, its delay and its views. */
const isUsual = (p: Params) =>
  p.tab === 'network' && p.dimension === 'sphere' && p.rate === 0.1 && p.jitter === 0.9 && p.seed === 1 && p.centroid === 1
const isAttraction = (p: Params) => isUsual(p) && p.brownian === 0 && p.singular === 0 && p.views === 4
const isWalk = (p: Params) => p.tab === 'kicks' && p.dimension === 'sphere'

export const lesson: readonly LessonStop[] = [
  {
    id: 'collapse',
    title: 'A task that nothing prevents cheating at',
    answers: ['problem'],
    preset: 'attraction',
    step: 0,
    stage: ['sphere'],
    controls: ['seed'],
    text: 'Sixty pictures of six kinds (colours), no labels. A network puts jittered views of each on a sphere. Its one task: the middle of a picture’s views (joined dots) is to be where that of other views is. The effective rank, {rank}, counts directions of the cloud.',
    while: (p) => p.tab === 'network' && p.brownian === 0 && p.singular === 0 && p.momentum === 0.9 && p.views === 4,
    predict: {
      ask: 'After 600 steps of training the pictures lie …',
      options: ['in six groups', 'evenly on the sphere', 'all near one place'],
      right: 2,
    },
    do: { say: 'Train to the end', step: 'end', done: (_, now) => atEnd(now) && now.series.rank[now.step]! < 2 },
    see: 'Rank {rank}, where 1 is a single direction; the mean cosine of two pictures is {cosine}, where 1 is the same place. And the loss, how far middles are apart, is {lossC}: all but perfect.',
    why: 'If all pictures have one place, so have all views of a picture. No loss between views can tell this cheat, called collapse, from learning.',
    link: { slug: 'swav', query: 'step=collapse', label: 'Another rule against it: fair shares' },
  },
  {
    id: 'particles',
    title: 'Places as particles, losses as forces',
    answers: ['idea'],
    preset: 'attraction',
    stage: ['sphere', 'rank'],
    controls: ['singular', 'brownian'],
    text: 'The paper’s idea: see places as particles and training as motion under forces. Attraction pulls a picture’s views to where a slow copy of the network sees others. Alone it ends here. Two forces shall part the pictures: random kicks, and spreading.',
    while: isUsual,
    predict: {
      ask: 'Spreading wants the cloud equally long in all directions. With it the rank ends …',
      options: ['still near 1', 'near 2', 'near 3'],
      right: 2,
    },
    do: {
      say: 'Switch spreading on, to 1',
      params: { singular: 1 },
      done: (p, now) => p.singular >= 0.8 && atEnd(now),
    },
    see: 'Rank {rank}, and two pictures have the mean cosine {cosine}. For {accuracy} % of the pictures the nearest other is of the same kind; by luck it would be 15 %. Nobody told the network about kinds.',
    why: 'Attraction alone is content with one place. Spreading makes that the dearest of all clouds, so pictures have to be told apart; attraction then decides which lie together.',
  },
  {
    id: 'free',
    title: 'Who drags the pictures together?',
    answers: ['why'],
    preset: 'free',
    step: 0,
    stage: ['sphere'],
    controls: ['image'],
    text: 'Cut the strings. The same particles with the same attraction, but no network: each dot is free to move. A picture is pulled to its own target only (ring of the picked one: blue). The rank is {rank}.',
    while: (p) =>
      p.tab === 'free' &&
      p.brownian === 0 &&
      p.singular === 0 &&
      p.centroid === 1 &&
      p.thrown.length === 0 &&
      p.dimension === 'sphere',
    predict: {
      ask: 'When they have come to rest, the sixty pictures lie …',
      options: ['all at one place', 'each at a place of its own'],
      right: 1,
    },
    do: { say: 'Let them move', step: 'end', done: (_, now) => atEnd(now) },
    see: 'Each has met its target (loss {lossC}), and the rank is {rank}: no collapse. Throw the ringed picture elsewhere: it is pulled back to its target, and no other picture answers.',
    why: 'Between pictures there is no attraction. It is the network’s weights, shared by all, that carry one picture along when another is pulled. So collapse is a matter of networks.',
  },
  {
    id: 'delay',
    title: 'A target that lags',
    answers: ['why'],
    preset: 'longDelay',
    stage: ['cosine', 'sphere'],
    controls: ['momentum'],
    text: 'The slow copy keeps m = {momentum} of itself at each step, and takes the rest from the network: it lags by some hundred steps. Attraction alone; after {steps} steps the mean cosine is {cosine}, the rank {rank}.',
    while: isAttraction,
    predict: {
      ask: 'Without delay, m = 0, the pictures …',
      options: ['stay apart longer', 'fare the same', 'collapse sooner'],
      right: 2,
    },
    do: { say: 'Take the delay away: m to 0', params: { momentum: 0 }, done: (p, now) => p.momentum < 0.3 && atEnd(now) },
    see: 'Mean cosine {cosine}, rank {rank}: they ran together at once.',
    why: 'A copy that lags remembers where pictures were, and holds them there. Without delay the target gives way as fast as the network comes. Delay slows the collapse; it does not forbid it.',
  },
  {
    id: 'kicks',
    title: 'Kicks that need to know nobody',
    answers: ['why'],
    preset: 'kicks',
    step: 0,
    stage: ['sphere', 'decay'],
    controls: ['a'],
    text: 'The second force: at each step every picture is kicked in a random direction. Here is nothing but kicks, of length a = {a}, on {walkers} walkers of each colour that begin at one place c. The curve is the mean of z·c, what they keep of it.',
    while: (p) => isWalk(p) && p.weak === 0 && p.strong === 0 && p.a >= 0.2,
    do: { say: 'Let them walk', step: 'end', done: (_, now) => atEnd(now) },
    see: 'After {step} steps the means of z·c are {keptWeak} and {keptStrong}; by the law (dashed) {keptLaw}, and what differs is luck. Walkers are all over the sphere.',
    why: 'A kick keeps the share ρ = arctan(a)/a of any place, on average, so t kicks keep ρ to the power t. A drop spreads though no walker knows of another.',
  },
  {
    id: 'springs',
    title: 'Weak bonds stretch more',
    answers: ['why'],
    preset: 'springs',
    step: 0,
    stage: ['sphere', 'links'],
    controls: ['weak', 'strong'],
    text: 'Attraction is a spring: it takes the share κ of the way back at each step. Both kinds of walkers are kicked alike. The weak spring has κ = {weak}, the strong one κ = {strong}, four times as much.',
    while: (p) => isWalk(p) && p.weak === 0.02 && p.strong === 0.08 && p.a === 0.1,
    do: { say: 'Kick them 200 times', step: 'end', done: (_, now) => atEnd(now) },
    see: 'Mean lengths (root of the mean square) are {linkWeak} and {linkStrong}; by the law {lawWeak} and {lawStrong}. A quarter of the stiffness, twice the length.',
    why: 'Kicks add variance, the spring takes the share 2κ − κ² of it: so the length goes as 1/√κ. What is bound weakly drifts apart, what is bound strongly stays together.',
  },
  {
    id: 'rescue',
    title: 'From one place back to three directions',
    answers: ['why'],
    params: { brownian: 0, from: 600, steps: 780 },
    step: 600,
    stage: ['sphere', 'rank'],
    controls: ['from'],
    text: 'Attraction alone for 600 steps: rank {rank}. The half axes of the cloud (lines inside) are its singular values: {value1}, {value2}, {value3}. Their squares add up to 1, so one can only grow at the others’ cost. Now spreading begins.',
    while: (p) => isUsual(p) && p.brownian === 0 && p.singular === 1 && p.views === 4 && p.momentum === 0.9,
    do: {
      say: 'Train on to the end',
      step: 'end',
      done: (_, now) => atEnd(now) && now.series.rank[now.step]! > 2.5,
    },
    see: 'Rank {rank}; half axes {value1}, {value2}, {value3}. All alike would be 1/√3 = 0.577. Drag the mark in the chart: later or earlier, it ends the same.',
    why: 'The loss of spreading falls with the sum of the half axes, largest when all are alike. Its pull along a half axis does not fade as that half axis shrinks, so even a tiny difference grows.',
  },
  {
    id: 'cost',
    title: 'What each force has to know',
    answers: ['cost'],
    params: { views: 1 },
    step: 'end',
    stage: ['sphere', 'cosine'],
    controls: ['views'],
    text: 'A kick costs one random vector. Attraction costs a second network; spreading needs all pictures of a batch at once, for their singular values. With one view each, both networks see {passes} pictures a step. Mean cosine {cosine}.',
    while: (p) => isUsual(p) && p.singular === 1 && p.brownian === 0.3 && p.from === 0 && p.momentum === 0.9,
    predict: {
      ask: 'With four views of each picture, the views see to it that …',
      options: ['nothing changes', 'pictures lie farther apart', 'pictures lie closer'],
      right: 1,
    },
    do: { say: 'Take four views', params: { views: 4 }, done: (p, now) => p.views >= 4 && atEnd(now) },
    see: '{passes} pictures a step, four times the work with four views: the mean cosine is {cosine}, the rank {rank}.',
    why: 'The middle of four views wobbles less than a single view, so what attraction asks for changes less from step to step. Comparing all pairs, as contrastive methods do, would take N² products.',
  },
  {
    id: 'octant',
    title: 'Is the sphere full now?',
    answers: ['limits'],
    preset: 'msbreg',
    stage: ['cosine', 'sphere'],
    controls: ['singular'],
    text: 'All three forces: the rank is {rank} of 3. Does that mean that pictures lie evenly all over the sphere? Then two of them would be at a right angle on average. Their mean cosine is {cosine}.',
    while: (p) => isUsual(p) && p.brownian === 0.3 && p.from === 0 && p.views === 4 && p.momentum === 0.9,
    predict: { ask: 'With twice the spreading the mean cosine …', options: ['falls to 0', 'stays well above 0'], right: 1 },
    do: { say: 'Double the spreading, to 2', params: { singular: 2 }, done: (p, now) => p.singular >= 1.8 && atEnd(now) },
    see: 'Rank {rank}, and the mean cosine is still {cosine}.',
    why: 'Half axes are measured from the centre of the sphere. Three bunches at right angles, all in one eighth of it, have them all alike: rank 3. No force here asks for a mean of 0.',
  },
  {
    id: 'averaged',
    title: 'Kicks alone do not save a network',
    answers: ['limits'],
    preset: 'attraction',
    params: { brownian: 1 },
    stage: ['rank', 'sphere'],
    controls: ['brownian'],
    text: 'Kicks spread free walkers over the whole sphere. In a network, beside attraction, with kicks of weight 1, the rank still falls to {rank}.',
    while: (p) => isUsual(p) && p.singular === 0 && p.views === 4 && p.momentum === 0.9,
    predict: { ask: 'With kicks three times as strong it ends …', options: ['a little higher', 'near 2', 'near 3'], right: 0 },
    do: { say: 'Raise the kicks to 3', params: { brownian: 3 }, done: (p, now) => p.brownian >= 2.8 && atEnd(now) },
    see: 'Rank {rank}. Kicks slow the collapse here; they do not forbid it.',
    why: 'Each picture is kicked its own way, but all pictures share the weights, where sixty kicks nearly cancel. How much is left depends on the seed.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'attraction',
    stage: ['sphere', 'rank'],
    controls: ['brownian', 'singular'],
    text: 'The paper trains on ImageNet with all three: a Multiview centroid, a Singular value and a Brownian loss, MSBReg for short. It judges by classification, detection and segmentation. Its public summary names no numbers.',
    while: isUsual,
    do: {
      say: 'Switch kicks and spreading on',
      preset: 'msbreg',
      done: (p, now) => p.singular >= 0.8 && p.brownian >= 0.2 && atEnd(now),
    },
    see: 'Here: rank {rank}, mean cosine {cosine}, {accuracy} % with a neighbour of their kind. There: kicks are said to improve on other methods, and adding the terms to other methods to improve and steady them.',
    why: 'Attraction says what belongs together, delay gives time, kicks loosen what is bound weakly, spreading keeps all directions in use. No label and no pair of different pictures is needed.',
  },
]
