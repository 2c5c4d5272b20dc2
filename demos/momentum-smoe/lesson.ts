// The lesson: from layers that jump too far, to experts as slopes, to layers that remember, and to what memory costs and where it does not help.
import { defaultsOf, type Stop } from '@/contract'
import type { Rests } from './measured'
import type { Frame } from './model'
import { type Params, params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import type { Trained } from './training'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, { measured: Rests; trained: Trained }>

const usual = defaultsOf(params)
const isAt = (at: readonly number[], place: readonly number[]) => at[0] === place[0] && at[1] === place[1]
/** The experts, router and cloud that the numbers in the texts belong to; the watched token may be anywhere. */
const isUsual = (p: Params) =>
  p.tab === 'stack' &&
  p.noise === 0 &&
  p.share === 0 &&
  p.layers === usual.layers &&
  p.sigma === usual.sigma &&
  (['c1', 'c2', 'c3', 'c4'] as const).every((name) => isAt(p[name], usual[name]))
const isOne = (p: Params) => isUsual(p) && p.top === 1
const isLate = ({ step }: { step: number }) => step >= 35

/** Two experts that disagree where the token comes to rest. */
const TWO = { gamma: 1.6, sigma: 1.5, top: 2, c1: [2.5, 0], c4: [0.5, 2.5], token: [0.8, 1.4] } as const

export const lesson: readonly LessonStop[] = [
  {
    id: 'bounce',
    title: 'Layers that jump too far',
    answers: ['problem'],
    params: { gamma: 1, momentum: false },
    step: 'end',
    stage: ['plane', 'settled'],
    controls: ['gamma'],
    text: 'A token, a point here, passes 40 layers. In each a router asks the expert of the region it is in (colours), and that moves it by γ = 1 times the slope of its own objective. After {step} layers {settledSmoe} % of 150 tokens have settled.',
    while: (p) => isOne(p) && !p.momentum && p.smoe,
    predict: {
      ask: 'With steps of 2.5 times the slope, tokens …',
      options: ['settle sooner', 'jump about for ever', 'fly out of the picture'],
      right: 1,
    },
    do: {
      say: 'Raise the layer step γ to 2.5',
      params: { gamma: 2.5 },
      done: (p, now) => p.gamma >= 2.4 && p.gamma <= 2.6 && isLate(now),
    },
    see: 'After {step} layers {settledSmoe} % have settled. The watched token still sees a slope of {tokenSmoe}: it jumps across the bottom, into the next region, and on.',
    why: 'A step multiplies the distance from the bottom by 1 − γσ, where σ is the curvature. Beyond γσ = 2 each jump lands farther away, until another expert takes over.',
  },
  {
    id: 'slopes',
    title: 'Experts are slopes, depth is time',
    answers: ['idea'],
    params: { ...TWO, momentum: false, cloud: false, arrows: 'smoe' },
    step: 0,
    stage: ['plane'],
    controls: ['gamma'],
    text: 'Now a layer asks the two best experts. Each suggests to go down its own objective (ellipses: its heights), more or less strongly, as the router trusts it: arrows. Their sum (blue) is the next move. So a sparse mixture (SMoE) is gradient descent.',
    while: (p) =>
      [p.tab === 'stack', p.arrows === 'smoe', p.smoe, p.noise === 0, p.top === TWO.top, p.sigma === TWO.sigma].every(Boolean) &&
      p.gamma <= TWO.gamma &&
      isAt(p.c1, TWO.c1) &&
      isAt(p.c4, TWO.c4),
    predict: {
      ask: 'When the token has come to rest, the two arrows …',
      options: ['are both gone', 'cancel each other', 'point the same way'],
      right: 1,
    },
    do: { say: 'Go through 20 layers', step: 20, done: (_, { step, series }) => step >= 15 && series.tokenSmoe[step]! < 0.05 },
    see: 'The two experts still disagree, by equal and opposite arrows. What is left of the slope is {tokenSmoe}.',
    why: 'A token rests where the weighted slopes of those asked add up to nothing. No small move then helps one expert without harming the other: a compromise between goals.',
  },
  {
    id: 'memory',
    title: 'Let layers remember',
    answers: ['idea'],
    params: { mu: 0 },
    step: 'end',
    stage: ['plane', 'settled'],
    controls: ['mu'],
    text: 'Gradient descent has a cure for jumps: momentum. A layer of MomentumSMoE makes μ of the last move again, beside the experts’ suggestion. At μ = 0 it is SMoE: both ways lie on each other, and {settledMomentum} % of the tokens have settled.',
    while: (p) => isOne(p) && p.gamma === 2.5 && p.smoe && p.momentum,
    predict: {
      ask: 'With half of the last move remembered, the tokens …',
      options: ['jump farther', 'settle', 'do as before'],
      right: 1,
    },
    do: {
      say: 'Raise the momentum μ to 0.5',
      params: { mu: 0.5 },
      done: (p, { step, series }) => p.mu >= 0.4 && isLate({ step }) && series.settledMomentum[step]! >= 90,
    },
    see: '{settledMomentum} % have settled, without momentum {settledSmoe} %. The slope at the watched token is {tokenMomentum}, without {tokenSmoe}.',
    why: 'Jumps across the bottom point to and fro, and cancel in the memory. Moves along a valley point the same way, and add up.',
  },
  {
    id: 'triangle',
    title: 'How far a layer may step',
    answers: ['why'],
    params: { gamma: 1.8 },
    step: 'end',
    stage: ['triangle', 'settled'],
    controls: ['gamma', 'mu'],
    text: 'Each expert’s objective has two curvatures σ. Times γ they are dots: SMoE’s (blue squares) on the floor, those of MomentumSMoE at the height μ. Left of the black line tokens of that expert settle.',
    while: (p) => isOne(p) && p.mu >= 0.65 && p.mu <= 0.8 && p.smoe && p.momentum,
    predict: {
      ask: 'At γ = 2.5, who still settles?',
      options: ['both', 'only with momentum', 'neither'],
      right: 1,
    },
    do: {
      say: 'Drag the large dot to γσ = 2.5',
      params: { gamma: 2.5 },
      done: (p, now) => p.gamma >= 2.4 && p.gamma <= 3 && isLate(now),
    },
    see: 'The steepest dots stand at {steepest}: beyond 2, where the line ends on the floor, and short of {limit}, where it is at this μ. Settled: SMoE {settledSmoe} %, MomentumSMoE {settledMomentum} %.',
    why: 'Along a curvature σ the distances in three layers obey e″ = (1 + μ − γσ)e′ − μe. They shrink for γσ below 2 + 2μ, without memory 2. Beyond it a token flies off, until another expert is asked.',
  },
  {
    id: 'routing',
    title: 'Tokens that change experts',
    answers: ['why'],
    params: { momentum: false },
    step: 'end',
    stage: ['changes', 'load'],
    controls: ['momentum'],
    text: 'Where a token is decides who is asked. So tokens that jump change experts: with SMoE {changedSmoe} % of them in the last layer. Expert 4 is asked about none: its centre lies among the others, one of which always scores higher.',
    while: (p) => isOne(p) && p.gamma === 2.5 && p.mu === 0.7 && p.smoe,
    predict: {
      ask: 'With momentum 0.7, in the last layers …',
      options: ['as many change', 'half as many', 'hardly any'],
      right: 2,
    },
    do: { say: 'Draw MomentumSMoE as well', params: { momentum: true }, done: (p, now) => p.momentum && isLate(now) },
    see: 'In this layer {changedMomentum} % change experts, with SMoE {changedSmoe} %. At first both change as many, for the first layer is the same.',
    why: 'The memory starts at nothing, so the first move is SMoE’s. Then tokens gather at centres, each well inside one region.',
  },
  {
    id: 'heavy',
    title: 'What memory costs',
    answers: ['cost'],
    step: 'end',
    stage: ['settled', 'plane'],
    controls: ['mu'],
    text: 'With μ = 0.7, {settledMomentum} % settle in {step} layers, half of them within about 15. The memory is one more vector for each token, and μ one more number to choose. Real stacks are short: six layers in the released scripts.',
    while: (p) => isOne(p) && p.gamma === 2.5 && p.momentum,
    predict: {
      ask: 'With still more memory, μ = 0.9, …',
      options: ['they settle sooner', 'as soon', 'most do not settle in time'],
      right: 2,
    },
    do: { say: 'Raise μ to 0.9', params: { mu: 0.9 }, done: (p, now) => p.mu >= 0.88 && p.mu <= 0.95 && isLate(now) },
    see: 'After {step} layers {settledMomentum} % have settled. It is stable, for the limit is {limit} now, but slow: the token rings about the bottom.',
    why: 'Between (1 − √μ)² and (1 + √μ)² of γσ each layer leaves √μ of a swing, whatever the step: 0.95 for μ = 0.9, 0.84 for 0.7.',
  },
  {
    id: 'noise',
    title: 'Momentum is not calm everywhere',
    answers: ['limits'],
    preset: 'noise',
    stage: ['rest', 'line'],
    controls: ['mu'],
    text: 'Let each layer also move the token at random. Its variance in the long run, for noise of variance 1, is {restSmoe} for SMoE and {restMomentum} for MomentumSMoE at γσ = {reach}. Left of the dotted line, at {calmer}, it is the other way round.',
    while: (p) => p.tab === 'noise' && p.noise > 0 && reachIs(p, 1.8),
    predict: {
      ask: 'With more memory, momentum is the calmer one from …',
      options: ['a smaller γσ on', 'a larger γσ on', 'the same γσ on'],
      right: 1,
    },
    do: { say: 'Raise μ to 0.9', params: { mu: 0.9 }, done: (p) => p.mu >= 0.85 },
    see: 'From γσ = {calmer} on. At {reach} the variance is now {restMomentum}, and SMoE’s is {restSmoe}.',
    why: 'Noise is remembered like any move, and adds up. Near γσ = 2 it makes SMoE jump to and fro, and such jumps cancel in the memory. The two effects meet at γσ = 1 + μ.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    params: { gamma: 1, kappa: 1, smoe: false },
    step: 1,
    stage: ['plane', 'settled'],
    controls: ['adam', 'kappa'],
    text: 'The paper puts momentum, and Adam, into models for text and pictures, and reports them more stable and robust than SMoE (abstract). Released: μ = 0.7, two of 16 experts asked, Adam in the first layer alone. This is layer {step}.',
    while: (p) => isOne(p) && p.gamma === 1 && p.kappa === 1 && p.adamLayers === 'first',
    predict: {
      ask: 'In its first layer Adam as released sends 150 tokens to …',
      options: ['150 places', 'four corners', 'the four experts'],
      right: 1,
    },
    do: { say: 'Draw AdamSMoE at layer 1', params: { adam: true }, step: 1, done: (p, { step }) => p.adam && step === 1 },
    see: 'To four corners (green), all but those that stood at a bottom: each coordinate lands √10 γ, about 3.16, from 0, on the side to which the expert points.',
    why: 'With no bias corrected the first step is 0.1 g / √(0.001 g²): its size is √10 for any slope g. And κ = 1 takes the token’s own place away.',
  },
]

function reachIs(p: Params, value: number): boolean {
  return Math.abs(p.gamma * p.sigma - value) < 0.005
}
