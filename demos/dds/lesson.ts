// The lesson: from streaks, and a fine picture of someone else, to both together; why CG may do this, what it costs, and when it fails.
import { type Stop, sameValue } from '@/contract'
import type { Baselines } from './baselines'
import type { Frame } from './model'
import { OFF, type Params, params as schema } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'

type LessonStop = Stop<
  Params,
  Frame,
  keyof typeof readouts,
  keyof typeof presets,
  View,
  { templates: unknown; baselines: Baselines }
>

const isCt = (p: Params) => p.tab === 'pictures' && p.operator === 'ct' && p.turn === 0
const isClean = (p: Params) => isCt(p) && p.noise === 0
const isSame = (p: Params, ...keys: (keyof Params)[]) => keys.every((key) => sameValue(p[key], schema[key].default))
const TRUTH = ['lesion', 'radius', 'brightness', 'lungs', 'seed', 'set', 'std', 'T', 'eta'] as const
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps
const isMoved = ({ lesion: [x, y] }: Params) => Math.hypot(x - schema.lesion.default[0], y - schema.lesion.default[1]) > 0.15
const isLine = (p: Params) => p.tab === 'line' && isSame(p, 'from', 'goal')

export const lesson: readonly LessonStop[] = [
  {
    id: 'streaks',
    title: '87 numbers for 400 pixels',
    answers: ['problem'],
    preset: 'cg',
    stage: ['film', 'data'],
    controls: ['angles'],
    text: 'Each X-ray view gives 29 sums along rays; three give 87 numbers for 400 pixels. Conjugate gradients (CG), a solver for such equations, meets them to {after}. Yet the picture has streaks: {psnr} dB (PSNR; more is nearer to the truth).',
    while: (p) => isClean(p) && p.method === 'cg' && isSame(p, ...TRUTH),
    predict: { ask: 'With eight views CG alone has …', options: ['about 24 dB', 'about 30 dB', 'about 39 dB'], right: 2 },
    do: { say: 'Raise the views to 8', params: { angles: 8 }, done: (p) => p.angles >= 8 },
    see: '{numbers} numbers from {angles} views: {psnr} dB.',
    why: 'With fewer equations than unknowns many pictures fit. CG takes the one that has nothing in it but what rays see. More views would help, but a view is a dose for a patient.',
  },
  {
    id: 'patient',
    title: 'A fine picture of someone else',
    answers: ['problem'],
    preset: 'prior',
    stage: ['film'],
    controls: ['lesion'],
    text: 'A diffusion model has learned such pictures and makes one from noise, step by step, each time with a guess of what is under the noise. Ours knows 600 phantoms (the prior). It never looks at the data: the guess has {psnr} dB.',
    while: (p) => isClean(p) && p.method === 'prior' && p.angles === 3 && p.seed === 1,
    predict: {
      ask: 'Drag the lesion in the true picture. The one in the guess …',
      options: ['follows', 'stays', 'vanishes'],
      right: 1,
    },
    do: { say: 'Drag the lesion up and to the left', params: { lesion: [-0.3, 0.3] }, done: isMoved },
    see: 'The guess is the same as before; for this truth it has {psnr} dB.',
    why: 'Nothing in its steps looks at measurements: it makes one of all the pictures that it knows. Which one is up to the noise.',
  },
  {
    id: 'together',
    title: 'Guess, correct, add noise again',
    answers: ['idea'],
    preset: 'three',
    step: 10,
    stage: ['film', 'crowd'],
    controls: ['angles'],
    text: 'Now both. Each step guesses what is under the noise, corrects the guess by five CG steps towards the data, and adds noise again, a little less. At step 10 the guess has {guessPsnr} dB, corrected {psnr} dB.',
    while: (p) => isClean(p) && p.method === 'dds' && p.M === 5 && p.gamma === OFF && p.angles === 3 && isSame(p, ...TRUTH),
    predict: {
      ask: 'After 50 such steps the picture has …',
      options: ['22 dB, as each alone', 'about 30 dB', 'more than 35 dB'],
      right: 2,
    },
    do: { say: 'Let it go on to the end', step: 'end', done: (_, now) => atEnd(now) },
    see: '{psnr} dB. CG alone has {cgPsnr} dB, the prior alone {priorPsnr} dB.',
    why: 'Data say what is so, the prior what is likely. The next guess starts from the corrected picture, so fewer and fewer of the 600 phantoms have a say in it.',
  },
  {
    id: 'tangent',
    title: 'Where does CG walk?',
    answers: ['why'],
    preset: 'tangent',
    step: 0,
    stage: ['plane', 'signals'],
    controls: ['from'],
    text: 'Why does a correction not spoil the guess? Take signals made of nine waves: a flat data set, drawn as a plane (two of nine directions). An instrument A blurs the truth; CG starts from a guess in the plane.',
    while: (p) => p.tab === 'line' && p.measure === 'blur',
    predict: {
      ask: 'CG does not know the plane. Its way to the truth …',
      options: ['rises above it', 'stays in it', 'leaves and returns'],
      right: 1,
    },
    do: { say: 'Take five CG steps', step: 5, done: (_, now) => now.step >= 5 },
    see: 'The share of the way that leaves the plane is {off}; the truth is {error} away, up to rounding.',
    why: 'CG goes only where AᵀA, applied again and again, leads: the Krylov space. A blur makes each wave the same wave, weaker. So it never leaves, and five strengths take five steps.',
  },
  {
    id: 'few',
    title: 'How many CG steps?',
    answers: ['cost'],
    preset: 'three',
    params: { M: 20 },
    step: 'end',
    stage: ['film', 'inner'],
    controls: ['M'],
    text: 'What does it cost? A CG step takes one product with A and one with its transpose Aᵀ. With M = 20 allowed in each correction this run took {products} of them, beside {guesses} calls of the denoiser, and has {psnr} dB.',
    while: (p) => isClean(p) && p.method === 'dds' && p.gamma === OFF && p.angles === 3 && isSame(p, ...TRUTH),
    predict: { ask: 'With 5 CG steps in place of 20 the picture is …', options: ['much worse', 'as good', 'better'], right: 1 },
    do: { say: 'Lower M to 5', params: { M: 5 }, done: (p) => p.M >= 2 && p.M <= 8 },
    see: '{psnr} dB with {products} products.',
    why: 'CG takes the directions that the data say most about first. What is left over gets another chance after the next guess.',
  },
  {
    id: 'gradient',
    title: 'Without a way back through the network',
    answers: ['cost'],
    preset: 'dps',
    params: { zeta: 1 },
    step: 'end',
    stage: ['film', 'quality'],
    controls: ['zeta'],
    text: 'Diffusion posterior sampling (DPS) pushes the noisy picture itself, down the slope of the misfit seen through the denoiser: {guesses} calls, and {gradients} passes back, dear with a network. With the step ζ = 1: {psnr} dB.',
    while: (p) => isClean(p) && p.method === 'dps' && p.angles === 3 && isSame(p, ...TRUTH),
    predict: { ask: 'With steps three times as long, ζ = 3, it is …', options: ['better', 'about as good', 'worse'], right: 2 },
    do: { say: 'Raise ζ to 3', params: { zeta: 3 }, done: (p) => p.zeta >= 2.5 },
    see: '{psnr} dB with ζ = {zeta}.',
    why: 'The push gets no shorter near the data, so long ones overshoot; CG finds its own length. As a mean over three phantoms DPS has 31.4 dB at best in 50 steps, 34.1 in 1000 (ζ = 0.3), DDS 40.1 in 50.',
  },
  {
    id: 'noise',
    title: 'When the numbers are noisy',
    answers: ['limits'],
    preset: 'noisy',
    stage: ['film', 'data'],
    controls: ['M', 'gamma'],
    text: 'Now four views, but every number has an error of about 0.05. With M = 20 the {numbers} numbers are met to {after}, better than they deserve: {psnr} dB.',
    while: (p) => isCt(p) && p.method === 'dds' && p.noise === 0.05 && p.angles === 4 && isSame(p, ...TRUTH),
    predict: { ask: 'With one CG step in each correction it is …', options: ['worse', 'about as good', 'better'], right: 2 },
    do: {
      say: 'Lower M to 1',
      params: { M: 1 },
      done: (p) => (p.M >= 1 && p.M <= 2) || (p.gamma >= 0.8 && p.gamma <= 10),
    },
    see: '{psnr} dB; the numbers are met to {after}. Noise alone would leave about 0.54.',
    why: 'CG comes to noise last, so stopping early keeps it out. Or weigh: γ says how much data count against the guess. Small is prior, large is data; M = 20 with γ = 5 has 33.9 dB.',
  },
  {
    id: 'leave',
    title: 'Another instrument',
    answers: ['limits'],
    preset: 'tangent',
    step: 5,
    stage: ['plane'],
    controls: ['measure'],
    text: 'The flat data set again, after five CG steps with the blur: {off} of the way leads out of the plane.',
    while: (p) => isLine(p),
    predict: {
      ask: 'Let the instrument keep only every third number. CG …',
      options: ['stays in the plane', 'leaves the plane', 'stands still'],
      right: 1,
    },
    do: {
      say: 'Measure every third number',
      params: { measure: 'third' },
      done: (p) => p.measure !== 'blur',
    },
    see: '{off} of the way leads out, and the truth stays {error} away.',
    why: 'Of a wave this instrument gives back a comb, and that is no sum of the nine waves. Now the argument fails; in the sampler only the next guess brings the picture back.',
  },
  {
    id: 'found',
    title: 'Luck, and what the paper found',
    answers: ['limits', 'found'],
    preset: 'three',
    params: { seed: 2 },
    step: 'end',
    stage: ['film'],
    controls: ['angles'],
    text: 'With another seed, the same data and prior end at {psnr} dB. The data are met to {after}, but the lungs are turned the other way: three views allow it. The paper’s code takes eight, with T = 50, M = 5, η = 0.85 as here.',
    while: (p) =>
      isClean(p) &&
      p.method === 'dds' &&
      p.M === 5 &&
      p.gamma === OFF &&
      p.seed === 2 &&
      isSame(p, 'lesion', 'radius', 'brightness', 'lungs', 'set', 'std', 'T', 'eta'),
    predict: {
      ask: 'With eight views this seed ends at …',
      options: ['about the same', 'about 35 dB', 'more than 40 dB'],
      right: 2,
    },
    do: { say: 'Raise the views to 8', params: { angles: 8 }, done: (p) => p.angles >= 6 },
    see: '{psnr} dB with {angles} views; CG alone has {cgPsnr} dB.',
    why: 'The paper reports the best results of its time for CT of whole volumes and multi-coil MRI, over 80 times faster than the best before it: fewer steps, no pass back through a network.',
  },
]
