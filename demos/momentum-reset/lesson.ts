// The lesson: from the unbalanced factors that are slow, to rebuilding them, to the momentum that belongs to other factors, to what it saves and when it hurts.
import type { Stop } from '@/contract'
import type { Frame } from './model'
import { type Lane, laneOf, type Params, params as schema } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import type { Kept } from './stored'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, { stored: Kept }>

/** The matrix, the seed and the optimizer that the numbers in the texts belong to. */
const isPlain = (p: Params) =>
  p.seed === 1 && p.noise === 0 && p.beta1 === 0.9 && p.spectrum.join() === schema.spectrum.default.join()
const isUsual = (p: Params) => isPlain(p) && p.tab === 'balance' && p.r === 4 && p.c === 17 && p.recovery === 0
const isDefault = (p: Params) => isUsual(p) && p.eta === 0.01 && p.period === 50
const is = (p: Params, lane: Lane) => laneOf(p) === lane
const off = { refactor: false, reset: false } as const

export const lesson: readonly LessonStop[] = [
  {
    id: 'lopsided',
    title: 'A heavy and a light factor',
    answers: ['problem'],
    params: off,
    step: 'end',
    stage: ['excess', 'beam'],
    controls: ['c'],
    text: 'To save memory, a matrix W* is learned as a product BA of two thin factors. B begins heavy, A light (the beam). After {step} steps of Adam (blue, thick) the loss is {noneExcess} above the least that such a product can have.',
    while: (p) => isDefault({ ...p, c: 17 }) && is(p, 'none') && p.steps === 300,
    predict: {
      ask: 'Let both begin equally heavy. After 300 steps the blue run is …',
      options: ['about as high', 'ten times lower', 'over a thousand times lower'],
      right: 2,
    },
    do: {
      say: 'Level the beam: c = 1',
      params: { c: 1 },
      done: (p, { step, steps, series }) => p.c < 1.3 && step === steps && series.noneExcess[step]! < 0.005,
    },
    see: 'From an even start plain Adam comes to {noneExcess} above the least, in as many steps.',
    why: 'Adam moves every entry by about the same. For a heavy B such steps are nothing; for a light A they are large, and through the heavy B each one shakes the whole product.',
  },
  {
    id: 'split',
    title: 'One product, many splits',
    answers: ['idea'],
    params: off,
    step: 100,
    stage: ['factors', 'beam'],
    controls: ['level'],
    text: 'B and A are drawn on one scale, so the light A is nearly white. After {step} steps B is still {noneTilt} times as heavy. But the network only uses the product BA. Halve B and double A, and BA is the same.',
    while: (p, { step }) => isDefault(p) && is(p, 'none') && step === 100,
    predict: {
      ask: 'Share the load evenly. The pictures of B and A will be …',
      options: ['equally strong', 'as now', 'both nearly white'],
      right: 0,
    },
    do: { say: 'Even the load out, in the picture', params: { level: 1 }, done: (p) => p.level >= 0.95 },
    see: 'B and A now weigh about the same, and no cell of BA has changed.',
    why: 'B becomes BM, and A becomes M⁻¹A: in the product M and M⁻¹ cancel. The network computes what it did before; only what the optimizer sees is another split.',
  },
  {
    id: 'rebuild',
    title: 'Rebuild the factors',
    answers: ['idea', 'why'],
    params: { reset: false, steps: 50 },
    step: 49,
    stage: ['excess', 'beam'],
    controls: ['period'],
    text: 'So every P = {period} steps the factors are rebuilt from singular values: BA = UΣVᵀ, then B = U√Σ and A = √ΣVᵀ. After {step} steps no rebuild has come yet (green, thick): B is {noneTilt} times as heavy as A.',
    while: (p) => isDefault(p) && is(p, 'refactor'),
    predict: {
      ask: 'When the factors are rebuilt, after step 50, the loss will …',
      options: ['jump up', 'stay, then fall faster', 'stay, then fall as before'],
      right: 1,
    },
    do: {
      say: 'Run on to step 100',
      params: { steps: 100 },
      step: 'end',
      done: (_, { step, series }) => step >= 100 && series.refactorExcess[step]! < series.noneExcess[step]! / 3,
    },
    see: 'The beam is level. After {step} steps the loss is {refactorExcess} above the least with rebuilding, {noneExcess} without.',
    why: 'The load never evens out by itself: small plain gradient steps keep BᵀB − AAᵀ as it is, and Adam changes it little. Rebuilding makes it 0, and leaves the product alone.',
  },
  {
    id: 'memory',
    title: 'A memory of other factors',
    answers: ['why'],
    params: { tab: 'directions', reset: false, steps: 50 },
    step: 50,
    stage: ['arrows'],
    waits: ['arrows'],
    controls: ['reset'],
    text: 'Adam remembers a mean gradient (the momentum) and a mean square for each entry. At step {step} the factors were rebuilt, and the entries mean other things now. Solid arrows: Adam’s next step, for A too short to see.',
    while: (p, { step }) =>
      isPlain(p) &&
      p.tab === 'directions' &&
      p.refactor &&
      p.c === 17 &&
      p.r === 4 &&
      p.recovery === 0 &&
      p.eta === 0.01 &&
      p.period === 50 &&
      step === 50,
    predict: {
      ask: 'Let Adam forget when the factors are rebuilt. Its arrows for A …',
      options: ['stay too short to see', 'get half as long as B’s', 'get as long as B’s'],
      right: 2,
    },
    do: { say: 'Let Adam forget', params: { reset: true }, done: (p) => p.reset },
    see: 'Solid lies on dashed, the step without memories: A moves by {bothReach} times the rate. Remembering, it would move by {refactorReach} times the rate, and the cosine between its step and the dashed one would be {refactorAgrees}.',
    why: 'The momentum points along the old coordinates. And the mean squares are from a time when B was heavy and the gradients of A were large: divided by them, A hardly moves.',
  },
  {
    id: 'both',
    title: 'Both together',
    answers: ['why'],
    params: { steps: 100 },
    step: 'end',
    stage: ['excess', 'imbalance'],
    controls: ['steps'],
    text: 'Four runs from one start: no tricks, reset only, rebuild only, and both (orange, thick). After {step} steps they are {noneExcess}, {resetExcess}, {refactorExcess} and {bothExcess} above the least.',
    while: (p) => isDefault(p) && is(p, 'both'),
    predict: {
      ask: 'After 200 steps, how far below “rebuild only” is “both”?',
      options: ['about level', '10 times lower', 'over 100 times lower'],
      right: 2,
    },
    do: {
      say: 'Run on to step 200',
      params: { steps: 200 },
      step: 'end',
      done: (_, { step, series }) => step >= 200 && series.bothExcess[step]! < series.refactorExcess[step]! / 100,
    },
    see: 'After {step} steps: {noneExcess} without tricks, {resetExcess} with resets only, {refactorExcess} with rebuilding only, {bothExcess} with both.',
    why: 'Resets alone leave the factors lopsided. Rebuilding alone leaves Adam with mean squares of other factors, which it forgets over a thousand steps only. Each mends half.',
  },
  {
    id: 'saved',
    title: 'What it saves, and costs',
    answers: ['cost'],
    params: { tab: 'memory' },
    step: 'end',
    stage: ['memory'],
    controls: ['layer'],
    text: 'For 12 × 12 weights Adam keeps {keptFull} numbers: the weights, and two moments for each. For B and A of rank {r} it keeps {keptLowRank}. GaLore keeps the whole matrix, but thin moments: {keptGalore}.',
    while: (p) => p.tab === 'memory' && p.r === 4,
    predict: {
      ask: 'A layer of 1024 × 1024 at rank 128: of full rank’s numbers B and A keep …',
      options: ['half', 'a quarter', 'a tenth'],
      right: 1,
    },
    do: { say: 'Count the large layer', params: { layer: 'large' }, done: (p) => p.layer === 'large' },
    see: 'B and A keep {keptLowRank} of {keptFull} numbers, {share} %, and GaLore {keptGalore}.',
    why: 'B and A grow with the width, a whole matrix with its square. The price: the product has rank r only, and once in P steps it needs a singular value decomposition.',
  },
  {
    id: 'kicks',
    title: 'Each reset is a kick',
    answers: ['limits'],
    params: { steps: 200 },
    step: 'end',
    stage: ['excess'],
    controls: ['steps'],
    text: 'After {step} steps both tricks together lead: {bothExcess} above the least, {refactorExcess} with rebuilding only.',
    while: (p) => isDefault(p) && is(p, 'both'),
    predict: { ask: 'Who is lower after 600 steps?', options: ['still both', 'rebuild only', 'no tricks'], right: 1 },
    do: {
      say: 'Run on to step 600',
      params: { steps: 600 },
      step: 'end',
      done: (_, { step, series }) => step >= 600 && series.refactorExcess[step]! < series.bothExcess[step]! / 10,
    },
    see: 'With rebuilding only the run is down to {refactorExcess}, with both still at {bothExcess}.',
    why: 'After a reset Adam’s first step moves every entry by a whole rate, however small its slope. Near the bottom that is a kick away from it, again and again.',
  },
  {
    id: 'recovery',
    title: 'Hot resets, and a remedy',
    answers: ['limits'],
    preset: 'hot',
    step: 201,
    stage: ['excess'],
    controls: ['recovery'],
    text: 'At a ten times larger rate, η = {eta}, the kicks are ten times larger, and the loss (orange, thick) jumps each time. One step after the reset at step 200 it is {bothExcess} above the least.',
    while: (p, { step }) => isUsual({ ...p, recovery: 0 }) && p.eta === 0.1 && p.period === 50 && is(p, 'both') && step === 201,
    predict: {
      ask: 'After each reset, let the rate grow from 0 over 20 steps. That step is then …',
      options: ['as bad', 'half as bad', 'over 100 times better'],
      right: 2,
    },
    do: {
      say: 'Recover over R = 20 steps',
      params: { recovery: 20 },
      done: (p, { series, step }) => p.recovery >= 15 && step === 201 && series.bothExcess[step]! < 0.01,
    },
    see: 'One step after the reset the run is {bothExcess} above the least. The teeth of the saw are short now; rebuilding only (green) still goes lower.',
    why: 'The first steps after a reset know the sign of each slope, not its size. Kept short, they collect mean squares before they can do harm. The released code recovers, too.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    step: 'end',
    stage: ['excess'],
    controls: ['lanes'],
    text: 'With a billion weights, says the paper, its method predicts language better (lower perplexity) than GaLore and Fira, with about 25 % less memory; full rank is still best. Here both tricks end {bothExcess} above the least of rank {r}.',
    while: (p) => isDefault(p) && is(p, 'both') && p.steps === 300,
    predict: {
      ask: 'And Adam on the whole matrix, at the same rate? Its loss is then …',
      options: ['above that of B and A', 'as high', 'below the least of rank 4'],
      right: 2,
    },
    do: { say: 'Draw full rank and GaLore, too', params: { lanes: 'all' }, done: (p) => p.lanes === 'all' },
    see: 'Full rank is at {fullLoss}, below {least}, the least of rank {r}. GaLore is at {galoreLoss}: it can get as low as full rank, but takes longer here.',
    why: 'BA can hold r directions, and no trick adds one. That so few are enough in language models is the paper’s finding; this small matrix cannot show it.',
  },
]
