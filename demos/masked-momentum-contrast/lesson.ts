// The lesson: from salt and pepper to a blob, without a label; what similarity has to do for that, what each of three signals brings, and when it fails.
import { type Moment, type Stop, sameValue } from '@/contract'
import type { Compared, Learned, Terms } from './maps'
import type { Frame, Pointed, readouts } from './model'
import { type Params, params as schema } from './params'
import type { presets, View } from './presets'

interface Maps {
  learned: Learned
  pointed: Pointed
  judged: Compared | null
  terms: Terms
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>
type Now = Moment<Frame, keyof typeof readouts, Maps>

const isSame = (p: Params, ...keys: (keyof Params)[]) => keys.every((key) => sameValue(p[key], schema[key].default))
const SHOWN = ['picture', 'moved', 'noise', 'light', 'seed'] as const
const LEARNED = ['hidden', 'momentum', 'temperature', 'updates', 'same'] as const
const WEIGHTS = ['modelling', 'distillation', 'contrast'] as const
const isUsual = (p: Params) => isSame(p, ...SHOWN, ...LEARNED)
const isPoint = (p: Params) => p.tab === 'point' && isUsual(p)
const isMmc = (p: Params) => isPoint(p) && isSame(p, ...WEIGHTS)
const hasPointed = ({ maps }: Now) => maps.pointed?.done === 1
const hasJudged = ({ maps }: Now) => maps.judged?.done === 1
const atEnd = ({ step, steps }: Now) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'salt',
    title: 'Salt and pepper',
    answers: ['problem'],
    preset: 'raw',
    stage: ['picture'],
    controls: ['threshold'],
    text: 'A noisy picture of 100 patches, and two objects in it. Point at a patch, the ring: what resembles it more than a threshold is called its object, the mask. Patches in both over patches in either, the IoU: {rawIou}.',
    while: (p) => isPoint(p) && p.features === 'raw' && p.threshold === 0.4,
    predict: {
      ask: 'Point at its left neighbour, of the same object. The mask is then …',
      options: ['much the same', 'another one', 'the object'],
      right: 1,
    },
    do: {
      say: 'Move the ring one patch to the left',
      params: { prompt: [6, 4] },
      done: (p, { frame: { picture } }) => !isSame(p, 'prompt') && picture.labels[10 * p.prompt[1] + p.prompt[0]] === 2,
    },
    see: 'Another salt and pepper: IoU {rawIou}. Yet both patches are of one object.',
    why: 'A single patch is mostly noise, so what resembles it is mostly chance. The usual cure, training on pictures whose objects somebody has drawn, costs labels, and knows only what was labelled.',
  },
  {
    id: 'features',
    title: 'Compare what a network sees',
    answers: ['idea'],
    preset: 'raw',
    params: { threshold: 0.53 },
    stage: ['picture'],
    controls: ['features'],
    text: 'The idea of MMC, the paper’s method: compare not patches but features, here eight numbers that a small network makes of a patch and those around it. It learned on 200 other pictures, without a label. Raw patches, at t = 0.53: IoU {rawIou}.',
    while: (p) => isMmc(p) && p.threshold === 0.53,
    predict: {
      ask: 'With trained features the mask will be …',
      options: ['empty', 'mostly one blob', 'half of the picture'],
      right: 1,
    },
    do: {
      say: 'Compare trained features',
      params: { features: 'trained' },
      done: (p, now) => p.features === 'trained' && hasPointed(now) && hasJudged(now),
    },
    see: 'A blob with an IoU of {iou}. On 60 pictures, each method with the best threshold for all: {bestIou}, raw patches {rawBest}.',
    why: 'Nobody said what an object is. Pointing only works if patches of one object are alike and others are not, and that is what the training asks for.',
  },
  {
    id: 'histograms',
    title: 'Alike, and not alike',
    answers: ['why'],
    preset: 'untrained',
    stage: ['histogram', 'picture'],
    controls: ['features'],
    text: 'Similarity is a cosine, from −1 to 1. Two histograms of it: of pairs of patches of one object, and of different ones. For a network with random weights their means are only {gap} apart (the gap), and {overlap} of both is common (the overlap).',
    while: (p) => isPoint(p) && isSame(p, ...WEIGHTS) && p.features !== 'raw',
    predict: {
      ask: 'With training, the gap becomes …',
      options: ['a little larger', 'over three times as large', 'smaller'],
      right: 1,
    },
    do: {
      say: 'Compare the trained network',
      params: { features: 'trained', threshold: 0.53 },
      done: (p, now) => p.features === 'trained' && hasJudged(now) && hasPointed(now),
    },
    see: 'Gap {gap}, overlap {overlap}. The line is the threshold: pairs to its right count as one object.',
    why: 'A threshold can only cut the axis in two. The farther apart the histograms are, the less it cuts wrongly.',
  },
  {
    id: 'masked',
    title: 'Three signals, one by one',
    answers: ['why'],
    preset: 'modelling',
    stage: ['histogram', 'picture'],
    controls: ['modelling', 'distillation', 'contrast'],
    text: 'Masked modelling alone: 40 % of the patches are hidden; say from the rest what they look like. Noise cannot be guessed, textures around can, so neighbours become alike. The overlap is {overlap}, but different objects are alike, too: {interMean} on average.',
    while: (p) => isPoint(p) && p.features === 'trained' && (p.modelling === 0 || p.contrast === 0),
    predict: {
      ask: 'Contrast alone: know which of 24 pictures a view shows. Different objects are then …',
      options: ['less alike', 'as alike', 'more alike'],
      right: 0,
    },
    do: {
      say: 'Train with contrast alone',
      preset: 'contrast',
      done: (p, now) => p.modelling === 0 && p.contrast > 0 && hasJudged(now) && hasPointed(now),
    },
    see: 'Different objects are at {interMean} now, and the best IoU is {bestIou}. But the overlap is {overlap}: patches of one object scatter, too.',
    why: 'To tell pictures apart a feature must keep its texture. But contrast looks only at the mean of a picture; what becomes of a patch is left to the other terms.',
  },
  {
    id: 'terms',
    title: 'A teacher that follows slowly',
    answers: ['why'],
    params: { tab: 'terms', threshold: 0.6 },
    stage: ['bars', 'picture'],
    controls: ['distillation', 'modelling', 'contrast'],
    text: 'The third signal: the teacher, a slowly following copy of the network, sees all, and the student has to say of a hidden patch what the teacher says. Alone its gap is {gapDistillation}: nearly everything is alike. All three together: {gapAll}.',
    while: (p) => p.tab === 'terms' && isUsual(p) && (isSame(p, ...WEIGHTS) || (p.modelling === 0 && p.contrast === 0)),
    do: {
      say: 'Keep the teacher alone',
      params: { modelling: 0, contrast: 0 },
      done: (p, { maps }) => p.modelling === 0 && p.contrast === 0 && p.distillation > 0 && maps.terms?.done === 1,
    },
    see: 'The mask is nearly the whole picture. The best mean IoU on 60 pictures is {iouDistillation}; untrained it is {iouUntrained}.',
    why: 'A teacher that begins with random weights has nothing to tell. In this toy the term neither helps nor harms beside the others; the paper uses it to carry what whole pictures mean to their patches.',
  },
  {
    id: 'train',
    title: 'What it costs',
    answers: ['cost'],
    params: { tab: 'training', threshold: 0.6 },
    step: 0,
    stage: ['progress', 'picture'],
    controls: ['momentum', 'updates'],
    text: 'Here the network learns while you look; that takes some seconds. Each update draws two noisy views of 24 pictures. The student sees 60 % of one, the teacher all of the other. Now: after {update} updates.',
    while: (p) => p.tab === 'training' && isSame(p, ...SHOWN, 'hidden', 'temperature', 'same', ...WEIGHTS),
    do: {
      say: 'Play to the end',
      step: 'end',
      done: (_, now) => atEnd(now) && now.maps.learned?.done === 1,
    },
    see: 'After {update} updates the gap has gone from {firstGap} to {lastGap}, the overlap from {firstOverlap} to {lastOverlap}, the best IoU from {firstIou} to {lastIou}.',
    why: '48 views an update, and no label. The teacher costs a second pass forward but no gradient: in each update it keeps the share m = {momentum} of itself and takes the rest from the student.',
  },
  {
    id: 'threshold',
    title: 'One number to choose',
    answers: ['cost'],
    preset: 'mmc',
    params: { threshold: 0.6 },
    stage: ['trade', 'picture'],
    controls: ['threshold'],
    text: 'Pointing needs no training for objects, but a threshold, the same for all pictures. At {threshold} this mask has a precision of {precision} (how much of it is right) and a recall of {recall} (how much of the object it finds).',
    while: (p) => isMmc(p) && p.features === 'trained' && isSame(p, 'prompt'),
    do: {
      say: 'Lower the threshold to 0.2',
      params: { threshold: 0.2 },
      done: (p, now) => p.threshold <= 0.25 && hasPointed(now),
    },
    see: 'At {threshold}: precision {precision}, recall {recall}, IoU {iou}. What is gained on one side is lost on the other.',
    why: 'Where the histograms overlap, every threshold is wrong for some. The best one for 60 pictures, {bestThreshold}, was found with the truth at hand; with none one has to look.',
  },
  {
    id: 'clean',
    title: 'With less noise',
    answers: ['limits'],
    preset: 'mmc',
    stage: ['picture', 'trade'],
    controls: ['noise'],
    text: 'With a noise of 1.4 the trained features are better: over 60 pictures the best mean IoU is {bestIou}, that of raw patches {rawBest}.',
    while: (p) =>
      p.tab === 'point' && p.features === 'trained' && isSame(p, 'picture', 'moved', 'light', 'seed', ...LEARNED, ...WEIGHTS),
    predict: {
      ask: 'Nearly without noise, the better ones are …',
      options: ['the trained features', 'raw patches', 'both alike'],
      right: 1,
    },
    do: {
      say: 'Lower the noise to 0.2',
      params: { noise: 0.2, threshold: 0.75 },
      done: (p, now) => p.noise <= 0.25 && hasJudged(now) && hasPointed(now),
    },
    see: 'The best mean IoU of raw patches is {rawBest}, that of trained features {bestIou}. The network still looks around each patch, and blurs what is sharp.',
    why: 'What training buys is worth as much as what it removes. It learned in noise to trust neighbours, and does so where there is none, also across borders.',
  },
  {
    id: 'light',
    title: 'Two brightnesses of one object',
    answers: ['limits'],
    preset: 'mmc',
    params: { prompt: [6, 5], threshold: 0.6 },
    stage: ['histogram', 'picture'],
    controls: ['light', 'threshold'],
    text: 'Light falls smoothly across each picture; in the training its strength was 0.5, as here. The best mean IoU over 60 pictures is {bestIou}, the overlap {overlap}.',
    while: (p) => p.tab === 'point' && p.features === 'trained' && isSame(p, 'picture', 'moved', 'noise', 'seed', ...WEIGHTS),
    predict: { ask: 'Three times as strong, the IoU …', options: ['falls', 'stays', 'rises'], right: 0 },
    do: {
      say: 'Raise the light to 1.5',
      params: { light: 1.5 },
      done: (p, now) => p.light >= 1.3 && !p.same && hasJudged(now) && hasPointed(now),
    },
    see: 'Best mean IoU {bestIou}, overlap {overlap}. Far ends of one object, or of the background, differ by more light than the training has seen; equally lit patches look alike.',
    why: 'Light is shared by neighbours, as texture is. Nothing in the three signals says that it is not part of the object: it is in both views, and helps to guess a hidden patch.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'untrained',
    params: { prompt: [8, 5], threshold: 0.75 },
    stage: ['picture', 'histogram'],
    controls: ['features', 'seed'],
    text: 'Wu et al. (2023) point at patches of photographs, with large networks (vision transformers) that were trained without labels and are not tuned. They report that MMC “significantly reduces the overlap” of the two similarities. Here untrained: {overlap}.',
    while: (p) => p.tab === 'point' && isSame(p, 'picture', 'moved', 'noise', 'light', ...LEARNED, ...WEIGHTS),
    do: {
      say: 'Compare trained features once more',
      params: { features: 'trained', threshold: 0.6 },
      done: (p, now) => p.features === 'trained' && hasJudged(now) && hasPointed(now),
    },
    see: 'Here: {overlap}, and a best IoU of {bestIou}. The abstract names no number; it claims top-tier results in zero-shot segmentation on various datasets.',
    why: 'Zero-shot: no object of the task was in a training. In 12 worlds of this toy the overlap fell in 10, the IoU rose in all. The three terms here are usual forms, not the paper’s own.',
  },
]
