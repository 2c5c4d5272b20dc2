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
    text: 'A sample starts as noise and goes to the data (disc). A network guesses the clean sample; DDIM holds each guess for a step. With ten guesses all samples stop short (strokes). Their typical distance from the exact ends, the error, is {errorDdim} spreads of the data.',
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
    text: 'Two guesses show where guesses are heading. DPM-Solver++ (DPM++) adds half of their change to the newest, for no further call. The chart says by how many percent one sample is too short or long, and here all are alike. DDIM’s error is {errorDdim} spreads.',
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
    see: 'Samples of DPM++ are first too short, then {lagData} % too long. They lie 1.4 spreads from the middle, typically: so its error is {errorData} spreads.',
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
    text: 'How many times the old guess is the new one? EVODiff divides their product by the old one’s square. Half of that (cut at 2) plus ½ is r, now {balanceNow}. What r does not explain sends a probe ahead (square); the guess made there corrects the step (arrow).',
    while: (p) => isUsual(p),
    predict: { ask: 'As guesses settle, r goes to …', options: ['0', '1', '2'], right: 1 },
    do: { say: 'Go on to step 8', step: 8, done: (_, { step }) => step === 8 },
    see: 'r, from the growth of guesses, is {balanceNow}. The probe (square) stood at {lagProbe} %; its guess pulled the sample (arrow) to {lagEvodiff} %. r also sets the reach of probes (rᵢ/ρ), products of changes the pull’s blend (η) and damping (ζ).',
    why: 'Settled guesses are equal, so r is 1. Early on each is more than twice the one before: r is 1.5. A correction away from the exact path looks odd: the last step will make up for it.',
  },
  {
    id: 'certain',
    title: 'What a step takes away',
    answers: ['why'],
    params: { data: 'wheel', chart: 'variance' },
    step: 2,
    stage: ['steps', 'plane'],
    controls: ['chart'],
    text: 'On this wheel of 24 Gaussians, how uncertain is the clean sample, given the noisy one? Its variance is {variance} at the noise level {sigma}, with all solvers. The paper’s aim for EVODiff’s weights: a step should leave the least variance, so the least entropy.',
    while: (p) => isUsual(p, ['data']) && p.data === 'wheel' && near(p.start, usual.start),
    predict: {
      ask: 'Most of it goes while the noise is …',
      options: ['far above the wheel’s radius', 'about that radius', 'a hundredth of it'],
      right: 1,
    },
    do: { say: 'Go to the end', step: 'end', done: (_, now) => atEnd(now) },
    see: 'Only {variance} is left, by all four: their curves nearly agree. Nearly all went between the noise levels 3 and 0.1. At 0.139 EVODiff leaves the least, 0.047 (DPM++ 0.053, the exact path 0.041); a step later DPM++ does.',
    why: 'Far above, all places look alike; far below, the Gaussian is chosen. In between guesses change most, and the best weights with them. Whether less variance makes a better step, this toy does not show.',
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
    text: 'One Gaussian. A step costs one call of the network, for every solver. EVODiff adds a few products of vectors it has anyway. With ten calls its error is {errorEvodiff}, not drawn yet; DPM++ has {errorData}, and noise 2M, which remembers predicted noise, {errorNoise}.',
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
    see: 'With {calls} calls its error is {errorEvodiff}, that of DPM++ {errorData}. EVODiff is the best of the four at 4, 5 and 9 to 15 calls. The dip of DPM++ at 7: there its samples turn from too short to too long.',
    why: 'Its constants are tuned for few calls. From 16 on it falls, too, but less steeply than DPM++: at 40 calls its error is 4 times as large, at 320, beyond the chart, 34 times.',
  },
  {
    id: 'last',
    title: 'Who made the dip?',
    answers: ['why', 'limits'],
    preset: 'ten',
    params: duel,
    stage: ['path', 'errors'],
    controls: ['ending'],
    text: 'One Gaussian. Before the last step EVODiff was 7.7 % too short, farther off than DPM++. The published step then adds an extra push: part of the newest guess minus 0.71 of the one before. It lands on the exact path: {lagEvodiff} % too long.',
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
    title: 'Move the data',
    answers: ['limits'],
    params: { ...duel, data: 'wheel', start: [0.95, -1.5] },
    step: 'end',
    stage: ['plane', 'errors'],
    controls: ['centre'],
    text: 'The wheel with ten calls: the error of EVODiff is {errorEvodiff}, that of DPM++ {errorData}, in units of the plane. Its products and its last push count from the origin (cross), DDIM and DPM++ from nowhere. With more than 20 calls some of its errors leap off the chart.',
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
    why: 'Its last step lengthens samples from the origin, the wheel’s shift included; centred data are spared. The leaps: above 20 calls ζ has another formula, and a sample whose ζ nears 0 is thrown far out.',
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
