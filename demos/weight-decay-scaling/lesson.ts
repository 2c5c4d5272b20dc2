// The lesson: from the stretch that drifts with the width, to the size at which kicks and pull balance, to the exponent that makes the lines level.
import type { Stop } from '@/contract'
import type { Frame } from './model'
import type { Params } from './params'
import { type presets, same, type View } from './presets'
import type { readouts } from './readouts'
import type { layers } from './sweeps'

interface Maps {
  layers: ReturnType<typeof layers.compute> extends Generator<unknown, infer R> ? R : never
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>

const isPlain = (p: Params) => p.beta1 === 0.9 && p.beta2 === 0.95 && p.seed === 0 && p.lambda === 1
const isMatrix = (p: Params) => isPlain(p) && p.tab === 'matrix' && p.etaRule === 'inverse' && p.steps === 600
const isWidths = (p: Params) => isPlain(p) && p.tab === 'widths' && p.eta === 0.02
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'drift',
    title: 'The stretch grows with the width',
    answers: ['problem'],
    params: { tab: 'widths', ...same, compare: false },
    step: 'end',
    stage: ['tops'],
    controls: ['etaRule'],
    text: 'A layer is a matrix of d rows and d columns. Its top singular value says how much it can stretch a vector. Trained with one learning rate and one weight decay, it grows with the width, as d to the power {tilt}.',
    while: (p) => isWidths(p) && p.alpha === 0.5 && p.lambdaRule === 'constant' && !p.compare,
    predict: {
      ask: 'The usual rule, muP, lets the rate of a matrix fall as 1/d. Then the line …',
      options: ['is level', 'still rises', 'falls'],
      right: 1,
    },
    do: { say: 'Let the rate fall as 1/d', params: { etaRule: 'inverse' }, done: (p) => p.etaRule === 'inverse' },
    see: 'It still rises, as d to the power {tilt}. A wide layer stretches more than a narrow one, and what was tuned on the narrow one no longer fits.',
    why: 'muP makes the first steps alike at all widths. But after many steps the weights have forgotten how they began, and something else sets their size.',
  },
  {
    id: 'forget',
    title: 'Kicks and a pull',
    answers: ['idea'],
    params: { tab: 'matrix', compare: false },
    step: 'end',
    stage: ['sizes', 'bowl'],
    controls: ['init'],
    text: 'One matrix under AdamW. A step kicks each weight by about the learning rate η, whatever the size of its gradient, and weight decay takes the share ηλ of it away. After {step} steps the weights have the size {size}.',
    while: (p) => isMatrix(p) && p.d === '64' && p.eta === 0.02 && p.lambdaRule === 'root' && p.alpha === 0.5,
    predict: {
      ask: 'Begin with weights five times as large. After 600 steps they are …',
      options: ['five times as large', 'a little larger', 'as large as before'],
      right: 2,
    },
    do: {
      say: 'Begin five times as large',
      params: { init: 5 },
      done: (p, now) => p.init >= 4 && atEnd(now),
    },
    see: 'The size is {size}. What is left of the start falls to 1/e every {relaxing} steps.',
    why: 'The pull grows with the weight, kicks do not. Large weights are pulled in, small ones are kicked out, until both balance.',
  },
  {
    id: 'balance',
    title: 'A ball in a bowl, shaken',
    answers: ['idea', 'why'],
    params: { tab: 'matrix', compare: false },
    step: 'end',
    stage: ['bowl', 'sizes'],
    controls: ['eta'],
    text: 'Weights as balls: kicks of random sign push them about, the bowl pulls them back. At rest all weights together spread as predicted (dashed), with the size {size}.',
    while: (p) => isMatrix(p) && p.d === '64' && p.lambdaRule === 'root' && p.init === 1 && p.alpha === 0.5,
    predict: {
      ask: 'Make the learning rate four times as large. The weights grow …',
      options: ['hardly', 'to about twice their size', 'to four times their size'],
      right: 1,
    },
    do: {
      say: 'Raise η₀ to 0.08',
      params: { eta: 0.08 },
      done: (p, now) => p.eta > 0.07 && p.eta < 0.09 && atEnd(now),
    },
    see: 'The size is {size}. The law √(η/2λ) says {simple}, with the momentum of AdamW counted {restSize}.',
    why: 'Kicks add up like a random walk: n of them to η√n. The pull lets the last 1/(ηλ) count. Together: √(η/λ), up to a factor. It is the only size left.',
  },
  {
    id: 'structure',
    title: 'Why width makes it stretch more',
    answers: ['why'],
    params: { tab: 'widths', ...same, alpha: 0, compare: false },
    step: 'end',
    stage: ['tops'],
    controls: ['alpha'],
    text: 'With one rate and one decay weights have one size at all widths. If the inputs have no structure (α = 0), the matrix is like random numbers, and its top singular value about 2√d times their size: the slope is {tilt}.',
    while: (p) => isWidths(p) && p.etaRule === 'constant' && p.lambdaRule === 'constant' && !p.compare,
    predict: {
      ask: 'Let one direction of the inputs be far stronger than all others. The slope is then …',
      options: ['smaller', 'the same', 'about 1'],
      right: 2,
    },
    do: { say: 'Raise α to 2', params: { alpha: 2 }, done: (p) => p.alpha >= 1.8 },
    see: 'The slope is {tilt}, and in between it takes any value from ½ to 1.',
    why: 'All updates then share a direction, and add up in it: W is nearly one column times one row, whose length is d times the size of an entry.',
  },
  {
    id: 'level',
    title: 'Make the line level',
    answers: ['idea', 'why'],
    params: { tab: 'widths', lambdaRule: 'power', q: 0, compare: false },
    step: 'end',
    stage: ['tops'],
    controls: ['q'],
    text: 'The rate falls as 1/d. The decay λ may grow as d to the power q, by now q = 0. More decay means smaller weights, and less stretch. Drag the end of the line, or q.',
    while: (p) => isWidths(p) && p.etaRule === 'inverse' && p.lambdaRule === 'power' && p.alpha === 0.5,
    predict: {
      ask: 'Which q makes the line level here?',
      options: ['between 0 and ½', 'between ½ and 1', 'above 1'],
      right: 0,
    },
    do: {
      say: 'Drag until the line is level',
      params: { q: 0.37 },
      done: (p, { series, step }) => Math.abs(series.tilt[step]!) < 0.03 && p.q > 0.2,
    },
    see: 'Level at q = {q}, with the slope {tilt}. If the stretch goes as √(η/λ) times d to the power p, it should be near 2p − 1: {level} here.',
    why: 'The rate as 1/d leaves d to the power p − ½, and √λ has to cancel it. The paper measures p = ¾ in its networks: so q = ½, and λ grows as √d.',
  },
  {
    id: 'settle',
    title: 'Rest takes time',
    answers: ['cost'],
    params: { tab: 'matrix', d: '16', lambdaRule: 'constant', init: 5, compare: false },
    step: 'end',
    stage: ['sizes', 'bowl'],
    controls: ['d'],
    text: 'Width 16, from five times the usual size, the same decay at all widths. What is left of the start falls to 1/e in {relaxing} steps. After {step} steps the size is {match} of the one predicted.',
    while: (p) => isMatrix(p) && p.eta === 0.02 && p.lambdaRule === 'constant' && p.init === 5 && p.alpha === 0.5,
    predict: {
      ask: 'At width 128 the rate is an eighth. The start then fades …',
      options: ['as fast', 'three times slower', 'eight times slower'],
      right: 2,
    },
    do: {
      say: 'Go to width 128',
      params: { d: '128' },
      done: (p, now) => p.d === '128' && atEnd(now),
    },
    see: 'It fades to 1/e in {relaxing} steps. After {step} steps the weights still have {match} times the predicted size.',
    why: 'Each step takes ηλ of a weight, so rest takes some 3/(ηλ) steps. The rule costs no work and no memory, but it speaks of rest. A decay that grows as √d comes there sooner.',
  },
  {
    id: 'network',
    title: 'In a real network, a small one',
    answers: ['limits'],
    preset: 'root',
    stage: ['layers', 'spectra'],
    controls: ['shown', 'layer'],
    text: 'A network with a residual block, trained at four widths by three rules. It takes some seconds, width by width. Lines show the top singular value of its second matrix.',
    while: (p) =>
      isPlain(p) && p.tab === 'network' && p.eta === 0.05 && p.updates === 480 && p.etaRule === 'inverse' && p.layer === 'second',
    predict: {
      ask: 'The gain is what a layer really does to its inputs. Which rule lets it drift?',
      options: ['the same decay', 'decay as √d', 'decay as d'],
      right: 0,
    },
    do: {
      say: 'Draw the gain',
      params: { shown: 'gain' },
      done: (p, { maps }) => p.shown === 'gain' && maps.layers?.done === 1,
    },
    see: 'Largest over least gain: {netConstant} with the same decay, {netRoot} with √d, {netLinear} with d.',
    why: 'The same decay is clearly worst. But √d and d are about equally good at such small widths: this network cannot tell ¾ from other exponents.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    params: { tab: 'widths', ...same, compare: false },
    step: 'end',
    stage: ['tops'],
    controls: ['alpha'],
    text: 'In LLaMA-style Transformers the paper finds a top singular value of about √(η/λ) · d^0.75, hence λ ∝ √d, and that rate and decay tuned on a small model then fit wide ones. At α = 0.5 our model has p = {structure}.',
    while: (p) => isWidths(p) && p.etaRule === 'constant' && p.lambdaRule === 'constant' && !p.compare,
    predict: {
      ask: 'For p = 0.75 at our small widths, the inputs need …',
      options: ['less structure', 'a little more structure', 'one direction alone'],
      right: 1,
    },
    do: {
      say: 'Raise α until p is 0.75',
      params: { alpha: 0.7 },
      done: (_, { series, step }) => Math.abs(series.structure[step]! - 0.75) < 0.015,
    },
    see: 'At α = {alpha} p is {structure}. For d without bound it is (1 + α)/2 as long as α < 1, and 1 beyond.',
    why: 'The exponent comes from the data and is no law: why it should be ¾ this page does not prove. Who has other data measures p, and takes 2p − 1.',
  },
]
