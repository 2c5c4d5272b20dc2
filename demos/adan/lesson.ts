// The lesson: from the look ahead that costs a second place, to the change of the slope that replaces it, to where it pays and where it does not.
import type { Stop } from '@/contract'
import type { Frame } from './model'
import type { Params } from './params'
import type { presets } from './presets'
import type { readouts } from './readouts'

type View = 'plane' | 'heights' | 'window' | 'build' | 'twins' | 'networks' | 'loss' | 'trainings'
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View>

const isValley = (p: Params) =>
  p.tab === 'race' && p.surface === 'valley' && p.noise === 0 && p.start[0] === -8 && p.start[1] === 1.5
/** Adan, with the values of the released program. */
const isPlain = (p: Params) => p.decay === 0 && p.clip === 0 && p.beta1 === 0.98 && p.beta2 === 0.92 && p.beta3 === 0.99
const isNet = (p: Params) => p.tab === 'net' && isPlain(p) && p.budget === 400 && p.seed === 1
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps
const adanAlone = { adam: false, ball: false, nesterov: false, descent: false } as const

export const lesson: readonly LessonStop[] = [
  {
    id: 'where',
    title: 'Where is the slope taken?',
    answers: ['problem'],
    preset: 'valley',
    params: { adan: false, adam: false, nesterov: false, picked: 'ball', etaBall: 0.01, etaNesterov: 0.01, steps: 200 },
    step: 'end',
    stage: ['heights', 'plane'],
    controls: ['nesterov'],
    text: 'The heavy ball keeps 0.9 of its motion in each step, and adds the slope where it stands. So it learns of a rise when it is on it: it swings across this valley, and stays below f = 0.0001 from step {ballSettled} on.',
    while: (p) => isValley(p) && p.etaBall === 0.01 && p.etaNesterov === 0.01 && p.mu === 0.9,
    predict: {
      ask: 'Nesterov takes the slope where its motion would lead. Will it swing less?',
      options: ['less', 'as much', 'more'],
      right: 0,
    },
    do: {
      say: 'Let Nesterov run beside it',
      params: { nesterov: true },
      done: (p, { series, step }) => p.nesterov && series.nesterovSettled[step]! < series.ballSettled[step]!,
    },
    see: 'At the same rate Nesterov stays below 0.0001 from step {nesterovSettled} on, heavy ball from step {ballSettled}.',
    why: 'The slope ahead already points back, so it brakes in time. But it is taken where the weights are not: a network has to be moved there and back in every step.',
  },
  {
    id: 'same',
    title: 'The look ahead, without going there',
    answers: ['idea'],
    preset: 'same',
    step: 3,
    stage: ['build', 'twins'],
    controls: ['mu'],
    text: 'Green: Nesterov jumps from its square to the ring, and takes the slope there. Orange: a rule that stays at its dot. It adds the slope there, and the change of the slope since the last step, times the momentum μ = {mu}.',
    while: (p) => p.tab === 'same' && p.surface === 'rosenbrock' && p.mu <= 0.9 && p.etaNesterov === 0.002,
    predict: {
      ask: 'Here the dot is in the ring. And after 40 steps?',
      options: ['far off', 'a little beside it', 'still in it'],
      right: 2,
    },
    do: {
      say: 'Play to step 40',
      step: 40,
      done: (_, { series, step }) => step >= 40 && series.apart[step] === 0,
    },
    see: 'In {step} steps they were never apart: their largest distance is {apart}, but for rounding.',
    why: 'Moving ahead changes the slope. How much, the last move has just shown: its change of the slope stands in for the one to come. The sums are the same, in another order.',
  },
  {
    id: 'scaled',
    title: 'Adan: and a scale for each coordinate',
    answers: ['idea'],
    preset: 'valley',
    params: adanAlone,
    step: 0,
    stage: ['plane', 'heights'],
    waits: ['plane'],
    controls: ['eta'],
    text: 'Adan averages slopes and their changes, adds the two, and divides by the size that the slopes have had, as Adam does, each coordinate by itself. At the start the slope is −8 along this valley and 150 across.',
    while: (p) => isValley(p) && isPlain(p),
    predict: {
      ask: 'Which way will the first step lead, with η = 0.126?',
      options: ['across, down the wall', 'as far along as across', 'along the floor'],
      right: 1,
    },
    do: { say: 'Take one step', step: 1, done: (_, { step }) => step === 1 },
    see: 'It went from (−8, 1.5) to ({adanX}, {adanY}): η = {eta} in both coordinates, whatever their slopes.',
    why: 'In the first step the mean slope and its size are the same number but for the sign. So η is a length, in every coordinate, and steep ones do not fly off.',
  },
  {
    id: 'off',
    title: 'What the change of the slope does',
    answers: ['why'],
    preset: 'valley',
    params: adanAlone,
    step: 'end',
    stage: ['heights', 'plane'],
    controls: ['difference'],
    text: 'Adan alone. It swings about the bottom of the valley, ever less, and stays below f = 0.0001 from step {adanSettled} on.',
    while: (p) => isValley(p) && isPlain(p) && p.eta === 0.126 && p.steps === 800,
    predict: {
      ask: 'Take the change of the slope away. It arrives …',
      options: ['sooner', 'at the same step', 'later'],
      right: 2,
    },
    do: {
      say: 'Switch the difference term off',
      params: { difference: false },
      done: (p, { series, step }) => !p.difference && series.adanSettled[step]! > 600,
    },
    see: 'Without it Adan stays below 0.0001 only from step {adanSettled} on: it overshoots more.',
    why: 'On the way down slopes grow smaller: their change points back, and brakes before the bottom, not behind it. That is what Nesterov’s look ahead did.',
  },
  {
    id: 'half',
    title: 'A network, at half the budget',
    answers: ['cost'],
    preset: 'half',
    step: 0,
    stage: ['networks', 'loss'],
    controls: ['netAdan'],
    text: 'A network of 501 weights learns to tell two spirals apart, from the same first weights and batches. Adan gets 200 steps, Adam 200, and 400. Each has the best of five rates.',
    while: (p) => isNet(p) && p.difference && p.netAdam === 0.16 && p.netAdan >= 0.3 && p.netAdan <= 0.7,
    predict: {
      ask: 'Which will have the lowest loss in the end?',
      options: ['Adan, 200 steps', 'Adam, 200 steps', 'Adam, 400 steps'],
      right: 0,
    },
    do: {
      say: 'Play to the end',
      step: 'end',
      done: (_, now) => atEnd(now) && now.series.half[now.step]! < now.series.adamFull[now.step]!,
    },
    see: 'Adan ends with {half} after 200 steps, Adam with {adamFull} after 400. After 200 Adam has {adamHalf}.',
    why: 'A step asks for one slope, as Adam’s does. The price is memory: four vectors as long as the weights, where Adam keeps two. Over seven seeds it pays: the median loss is a quarter of that of Adam with 400.',
  },
  {
    id: 'window',
    title: 'A rate of its own',
    answers: ['cost'],
    preset: 'half',
    params: { netAdam: 0.32 },
    step: 'end',
    stage: ['trainings', 'loss'],
    waits: ['trainings'],
    controls: ['netAdam', 'netAdan'],
    text: 'Each dot is a whole training, with another rate or seed; lines are medians. Bars show rates with a loss below 0.001. The knobs are the rates of the runs on screen. Adan wants a large one.',
    while: (p) => isNet(p) && p.difference && p.netAdan >= 0.3 && p.netAdan <= 0.7,
    predict: {
      ask: 'Give Adam the rate 0.64, one of Adan’s good ones. It ends …',
      options: ['better', 'the same', 'worse'],
      right: 2,
    },
    do: {
      say: 'Drag Adam’s knob to 0.64',
      params: { netAdam: 0.64 },
      done: (p, now) => p.netAdam > 0.5 && atEnd(now) && now.series.adamFull[now.step]! > 0.002,
    },
    see: 'At {netAdam} Adam ends with {adamFull}, Adan at {netAdan} with {half}. Only tuned runs can be compared with tuned runs.',
    why: 'Braking ahead of time allows longer steps. So a rate that suits Adam is too small for Adan, and switching to Adan means searching again: two to four times higher.',
  },
  {
    id: 'banana',
    title: 'Nobody wins everywhere',
    answers: ['limits'],
    preset: 'banana',
    step: 100,
    stage: ['heights', 'plane', 'window'],
    controls: ['eta'],
    text: 'A smooth bent valley, without noise. Each has its best rate for reaching f = 0.0001 and staying below it. After {step} steps Adan is at {adanF}, the old heavy ball at {ballF}.',
    while: (p) =>
      p.tab === 'race' && p.surface === 'rosenbrock' && p.noise === 0 && isPlain(p) && p.eta < 0.0033 && p.eta > 0.003,
    predict: {
      ask: 'Heavy ball is there at step 239. And Adan?',
      options: ['step 120', 'about as soon', 'step 1722'],
      right: 2,
    },
    do: {
      say: 'Play to the end',
      step: 'end',
      done: (_, { series, step }) => series.adanSettled[step]! > 1000,
    },
    see: 'Heavy ball stays below from step {ballSettled} on, Nesterov from {nesterovSettled}, Adam from {adamSettled}, Adan from {adanSettled}.',
    why: 'A smooth floor rewards motion that adds up. Adan’s steps are as long as η, however flat the floor, and at larger η it leaves the bottom again: small slopes make a small divisor.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'half',
    step: 'end',
    stage: ['loss', 'networks'],
    controls: ['difference'],
    text: 'The authors trained a language model, Transformer-XL, with both. Adam reached a test perplexity (lower is better) of 24.2 in 200,000 steps. Here: {half} with Adan, {adamFull} with Adam.',
    while: (p) => isNet(p) && p.netAdam === 0.16 && p.netAdan === 0.32,
    predict: {
      ask: 'How many steps did Adan take to 24.2?',
      options: ['50,000', '100,000', '200,000'],
      right: 1,
    },
    do: {
      say: 'Switch the difference term off',
      params: { difference: false },
      done: (p, now) => !p.difference && atEnd(now),
    },
    see: '100,000: half of them; with all 200,000 Adan came to 23.5. Here, without the difference term, Adan ends with {half}, and Adam with {adamFull}.',
    why: 'So it is the look ahead that pays, and not the slower averages. The paper reports half the training cost on vision and language models. This page has one tiny network.',
  },
]
