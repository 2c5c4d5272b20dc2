// The lesson: from guesses that are held too long, to remembering one, to measuring how guesses line up; then what that costs, and what makes it work here.
import { defaultsOf, type Stop } from '@/contract'
import type { Row } from '@/numerics/sweep'
import type { Frame, Maps } from './model'
import { type Params, params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps & { sweep: readonly Row<number>[] }>

const usual = defaultsOf(params)
/** Parameters that no stop changes have their usual values; the start of the traced sample is free. */
const isUsual = (p: Params, free: readonly (keyof Params)[] = []) =>
  (['tab', 'spread', 'grid', 'denoise', 'reach', 'eta', 'zeta', 'corrects', 'balance', 'ending', 'calls', 'data'] as const).every(
    (name) => free.includes(name) || p[name] === usual[name],
  ) &&
  (free.includes('centre') || (p.centre[0] === 0 && p.centre[1] === 0))
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps
const near = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) => Math.hypot(x - u, y - v) < 0.15

const onlyDdim = { showNoise: false, showData: false, showEvodiff: false, cloud: 'ddim' } as const
const duel = { showNoise: false, showDdim: false } as const

export const lesson: readonly LessonStop[] = [
  {
    id: 'short',
    title: 'Ten guesses for a sample',
    answers: ['problem'],
    params: onlyDdim,
    step: 'end',
    stage: ['plane', 'path'],
    controls: ['calls'],
    text: 'A sample starts as noise and goes to the data (disc). A network guesses the clean sample; DDIM holds each guess for a whole step. With ten guesses all samples stop short (strokes): the error, their typical distance from the exact ends, is {errorDdim} of the data’s spread.',
    while: (p) => isUsual(p, ['calls']),
    predict: {
      ask: 'Four times the calls. The error shrinks to …',
      options: ['about a half', 'about a quarter', 'about a sixteenth'],
      right: 1,
    },
    do: { say: 'Raise the calls to 40', params: { calls: 40 }, done: (p, now) => p.calls >= 38 && atEnd(now) },
    see: 'With {calls} calls the error is {errorDdim}; with ten it was 0.327.',
    why: 'While the noise falls the guess grows, but DDIM goes on with the old one. Steps a quarter as long lag about a quarter as much: its order is one.',
  },
  {
    id: 'memory',
    title: 'Remember the guess before',
    answers: ['idea'],
    params: onlyDdim,
    step: 'end',
    stage: ['path', 'plane'],
    controls: ['showData'],
    text: 'Two guesses show where guesses are heading. DPM-Solver++ (DPM++ here) adds half of their last change to the newest one, for no further call. The chart shows how much too short or too long a sample is, in percent. DDIM’s error is {errorDdim}.',
    while: (p) => isUsual(p),
    predict: {
      ask: 'With the same ten calls the error of DPM++ is …',
      options: ['half of that', 'a sixth of that', 'none'],
      right: 1,
    },
    do: {
      say: 'Draw DPM++',
      params: { showData: true, cloud: 'data' },
      done: (p, now) => p.showData && atEnd(now),
    },
    see: 'Its error is {errorData}: first too short, then {lagData} % too long.',
    why: 'Guesses change almost evenly with ln σ. Extrapolated, they leave an error of second order: twice the calls, about a quarter of the error.',
  },
  {
    id: 'probe',
    title: 'Measure, probe, correct',
    answers: ['idea'],
    params: { ...duel, cloud: 'none' },
    step: 5,
    stage: ['path', 'steps'],
    controls: ['reach'],
    text: 'How much longer is the new guess than the old one? EVODiff measures this ratio, r, now {balanceNow}. A change that r does not explain sends a probe ahead (square), where the step’s only call is made. Its guess corrects the step (arrow).',
    while: (p) => isUsual(p),
    predict: { ask: 'As guesses settle, r goes to …', options: ['0', '1', '2'], right: 1 },
    do: { say: 'Go on to step 8', step: 8, done: (_, { step }) => step === 8 },
    see: 'r is {balanceNow}. The probe stood at {lagProbe} %; the correction pulled the sample to {lagEvodiff} %. Three more weights are measured like r: how far to probe (rᵢ/ρ), how much to correct (η), how much to damp it (ζ).',
    why: 'Settled guesses are equal, so r is 1. Early on they grow from step to step as the noise falls: r is about 1.5. A correction away from the exact path looks odd: the last step will make up for it.',
  },
  {
    id: 'certain',
    title: 'What a step takes away',
    answers: ['why'],
    params: { data: 'wheel', chart: 'variance', showDdim: false, showNoise: false, showData: false },
    step: 2,
    stage: ['steps', 'plane'],
    controls: ['chart'],
    text: 'On this wheel of 24 Gaussians, how uncertain is the clean sample, given the noisy one? Its variance is {variance} at the noise level {sigma}. EVODiff chooses its weights for this: the step that leaves the least variance, so the least entropy.',
    while: (p) => isUsual(p, ['data']) && p.data === 'wheel',
    predict: {
      ask: 'Most of it goes while the noise is …',
      options: ['far above the wheel’s radius', 'about that radius', 'a hundredth of it'],
      right: 1,
    },
    do: { say: 'Go to the end', step: 'end', done: (_, now) => atEnd(now) },
    see: 'Only {variance} is left. Nearly all of it went between the noise levels 3 and 0.1, where the path finds its Gaussian.',
    why: 'Far above, all places look alike; far below, the Gaussian is chosen. In between guesses change most, and the best weights change with them. Products of two guesses estimate them, without a further call.',
  },
  {
    id: 'hold',
    title: 'Stop measuring',
    answers: ['why'],
    preset: 'ten',
    params: duel,
    stage: ['path', 'errors'],
    controls: ['balance', 'zeta'],
    text: 'One Gaussian, ten calls: the error of EVODiff is {errorEvodiff}, that of DPM++ {errorData}. Do the measured weights do it? Any of them can be held at a fixed value. A chart shows the error for every count of calls.',
    while: (p) => isUsual(p, ['balance', 'zeta']),
    predict: {
      ask: 'With r held at 1, EVODiff’s error is …',
      options: ['about the same', 'ten times as large', 'sixty times as large'],
      right: 2,
    },
    do: { say: 'Hold r at 1', params: { balance: 1 }, done: (p, now) => p.balance > 0.9 && p.balance < 1.1 && atEnd(now) },
    see: 'Its error is {errorEvodiff}: samples end {lagEvodiff} % too long.',
    why: 'With r = 1 the steady growth of early guesses counts as news, and the correction overshoots. The other weights matter less: measure r, hold ζ at 0.55, and little changes.',
  },
  {
    id: 'calls',
    title: 'The price, and where it pays',
    answers: ['cost'],
    preset: 'ten',
    params: { showEvodiff: false, cloud: 'none' },
    stage: ['errors', 'path'],
    controls: ['calls', 'showEvodiff'],
    text: 'Each step costs one call of the network, for every solver here. EVODiff adds a few products of vectors it has anyway. With ten its error is {errorEvodiff}, not drawn yet; DPM++ has {errorData}, and noise 2M, which remembers predicted noise instead, {errorNoise}.',
    while: (p) => isUsual(p, ['calls']),
    predict: {
      ask: 'With twenty calls EVODiff …',
      options: ['is the best still', 'loses to DPM++', 'loses to all others'],
      right: 1,
    },
    do: {
      say: 'Draw EVODiff, and go to 20 calls',
      params: { showEvodiff: true, calls: 20 },
      done: (p, now) => p.showEvodiff && p.calls >= 18 && p.calls <= 24 && atEnd(now),
    },
    see: 'With {calls} calls its error is {errorEvodiff}, that of DPM++ {errorData}. EVODiff is the best of the four at 4, 5 and 9 to 15 calls.',
    why: 'Its constants are tuned for few calls. With many calls a method of some order falls along a straight line, as the others do; EVODiff’s has none.',
  },
  {
    id: 'last',
    title: 'Who made the dip?',
    answers: ['why', 'limits'],
    preset: 'ten',
    params: duel,
    stage: ['path', 'errors'],
    controls: ['ending'],
    text: 'Look at the last step. Before it EVODiff was 7.7 % too short, farther off than DPM++. The published last step then adds an extra push: part of the newest guess minus 0.71 of the one before. It lands on the exact path: {lagEvodiff} % too long.',
    while: (p) => isUsual(p, ['ending']),
    predict: {
      ask: 'Without the push (plain), the dip from 9 to 15 calls …',
      options: ['stays', 'gets deeper', 'goes'],
      right: 2,
    },
    do: { say: 'Take a plain last step', params: { ending: 'plain' }, done: (p, now) => p.ending === 'plain' && atEnd(now) },
    see: 'EVODiff’s error is {errorEvodiff}, larger than that of DPM++, {errorData}.',
    why: 'With settled guesses that step lengthens any sample by 9 % at 10 to 15 calls: just what is missing here. From 16 calls on its formula is another, and it adds 1 to 3 %.',
  },
  {
    id: 'origin',
    title: 'It sees the origin',
    answers: ['limits'],
    params: { ...duel, data: 'wheel', start: [0.95, -1.5] },
    step: 'end',
    stage: ['plane', 'errors'],
    controls: ['centre'],
    text: 'The wheel with ten calls: the error of EVODiff is {errorEvodiff}, that of DPM++ {errorData}, in units of the plane. Products and last push count from the origin (in pictures: grey). DDIM and DPM++ know no origin.',
    while: (p) => isUsual(p, ['data', 'centre']) && p.data === 'wheel',
    predict: {
      ask: 'The wheel moves by (1, ½). EVODiff’s error is …',
      options: ['the same', 'twice as large', 'five times as large'],
      right: 2,
    },
    do: {
      say: 'Move the wheel to (1, ½)',
      params: { centre: [1, 0.5] },
      done: (p, now) => near(p.centre, [1, 0.5]) && atEnd(now),
    },
    see: 'EVODiff’s error is {errorEvodiff} now, that of DPM++ still {errorData}. EVODiff’s samples lie too far from the origin.',
    why: 'Its last step lengthens samples as seen from the origin, the shift of the wheel included. Data that are centred, as normalised pictures are, do not suffer from it.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'ten',
    stage: ['plane', 'errors'],
    controls: ['data'],
    text: 'Distance of pictures (FID) on CIFAR-10, ten calls: EVODiff 2.78, DPM++ 5.10; on ImageNet-256, 15 calls give what took 20. And data are better to predict than noise, it says. Here, too: on one Gaussian the error of DPM++ is {errorData}, of noise 2M {errorNoise}.',
    while: (p) => isUsual(p, ['data']) && (p.data === 'one' || (p.data === 'ring' && p.width <= 0.05)),
    predict: {
      ask: 'On eight narrow clusters, the smallest error has …',
      options: ['EVODiff', 'DPM++', 'noise 2M'],
      right: 2,
    },
    do: {
      say: 'Take the narrow ring',
      preset: 'ring',
      done: (p, now) => p.data === 'ring' && p.width <= 0.05 && atEnd(now),
    },
    see: 'Errors: noise 2M {errorNoise}, DPM++ {errorData}, DDIM {errorDdim}, EVODiff {errorEvodiff}.',
    why: 'Between clusters guesses jump, and what was extrapolated is wrong. FID compares pictures of a network; here the model is exact and distance is all that counts. The toy cannot judge the paper.',
  },
]
