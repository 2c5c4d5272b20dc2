// The lesson: from the valley that is too narrow, to the inverse that is corrected instead of computed, to what it costs and where it fails.
import type { Stop } from '@/contract'
import type { Costs, Counts } from './cost'
import type { Frame } from './model'
import type { Params } from './params'
import type { presets } from './presets'
import type { rates } from './rates'
import type { readouts } from './readouts'

type View = 'ellipses' | 'valley' | 'loss' | 'inverse' | 'matrices' | 'rates' | 'cost'
interface Maps {
  rates: ReturnType<typeof rates.compute> extends Generator<unknown, infer R> ? R : never
  costs: Costs
  counted: Counts
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>

/** The seed and batches that the numbers in the texts belong to. */
const isPlain = (p: Params) => p.gamma === 0.95 && p.inner === 'momentum' && !p.hybrid && p.seed === 1
const isPlane = (p: Params) => p.tab === 'plane' && isPlain(p) && p.widest[0] === 0.8 && p.widest[1] === 0.6
const isFirst = (p: Params) =>
  isPlain({ ...p, gamma: 0.95 }) &&
  p.tab === 'plane' &&
  p.gamma === 0.8 &&
  p.source === 'single' &&
  p.zeta === 1 &&
  p.variant === 'exact' &&
  p.kappa >= 100 &&
  p.kappa <= 1000
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps && steps >= 300

export const lesson: readonly LessonStop[] = [
  {
    id: 'narrow',
    title: 'A valley that is too narrow',
    answers: ['problem'],
    params: { tab: 'plane', etaFirst: 0.1 },
    step: 'end',
    stage: ['valley', 'loss'],
    controls: ['kappa'],
    text: 'Two weights are learned from inputs that vary 300 times more along one direction than along the other. So the loss is a narrow valley. Momentum (green squares) is at {firstLoss} after {step} steps.',
    while: (p) => isPlane(p) && p.etaFirst === 0.1 && p.batch === 16,
    predict: {
      ask: 'Let the inputs vary equally in all directions. Momentum then ends …',
      options: ['lower', 'about as high', 'higher'],
      right: 0,
    },
    do: {
      say: 'Make the valley round: κ = 1',
      params: { kappa: 1 },
      done: (p, now) => p.kappa < 2 && atEnd(now) && now.series.firstLoss[now.step]! < 1e-7,
    },
    see: 'In a round valley momentum ends at {firstLoss}, with the same rate and as many steps.',
    why: 'In a narrow valley the gradient points at the wall, not along the floor. Steps short enough for the walls are far too short for the floor.',
  },
  {
    id: 'vector',
    title: 'One vector at a time',
    answers: ['idea'],
    preset: 'vector',
    params: { gamma: 0.8 },
    step: 0,
    stage: ['ellipses', 'inverse'],
    controls: ['kappa'],
    text: 'A moving average R of the inputs (blue) knows the shape of the valley, and its inverse would undo it. K-FAC inverts R every few steps. MKOR keeps R⁻¹ itself (orange). So far both are circles.',
    while: isFirst,
    predict: {
      ask: 'Inputs arrive, and R leans towards them. What must R⁻¹ do?',
      options: ['lean towards them', 'lean away from them', 'stay a circle'],
      right: 1,
    },
    do: { say: 'Let five vectors arrive', step: 5, done: (_, { step }) => step >= 5 },
    see: 'R leans along the inputs, R⁻¹ across them. It covers the dashed ellipse, R inverted directly: R R⁻¹ is {off} from the identity.',
    why: 'One vector a changes R by one product, aaᵀ. Then the inverse changes by one product, too: that of R⁻¹a with itself. This is the formula of Sherman and Morrison.',
  },
  {
    id: 'match',
    title: 'Does it drift?',
    answers: ['why'],
    preset: 'vector',
    step: 1,
    stage: ['inverse', 'ellipses'],
    controls: ['gamma'],
    text: 'The chart says how far R R⁻¹ is from the identity, for three formulas that get the same vectors. The released program and the algorithm figure of its repository use others than the exact one.',
    while: (p) => p.tab === 'plane' && p.source === 'single' && p.zeta === 1 && p.variant === 'exact' && p.kappa <= 300,
    predict: {
      ask: 'After 100 corrections the exact formula is off by …',
      options: ['a tenth', 'a thousandth', 'rounding alone'],
      right: 2,
    },
    do: {
      say: 'Play to step 100',
      step: 100,
      done: (_, { series, step }) => step >= 100 && series.offExact[step] === 0 && series.offReleased[step]! > 0,
    },
    see: 'But for rounding the exact formula is off by {offExact} after {step} vectors. The released code is off by {offReleased}, the printed formula by {offPrinted}.',
    why: 'The correction is no estimate: it is the inverse of the new average. The released code counts each vector with full weight and pulls to the identity: another average.',
  },
  {
    id: 'straight',
    title: 'Off the wall, along the floor',
    answers: ['idea', 'why'],
    params: { tab: 'plane' },
    step: 115, // the average has taken the shape of the valley, and the gradient points at the wall
    stage: ['valley', 'loss'],
    controls: ['eta'],
    text: 'MKOR multiplies the gradient by R⁻¹, and by L⁻¹, the same for the errors of the outputs. The result, the orange arrow, gets the length that the gradient had. After {step} steps its loss is {mkorLoss}, that of momentum {firstLoss}.',
    while: (p) => isPlane(p) && p.variant === 'exact' && p.kappa === 300 && p.batch === 16 && p.eta >= 0.15 && p.eta <= 0.4,
    predict: {
      ask: 'Momentum and MKOR, each at a rate that suits it. After 300 steps MKOR has …',
      options: ['half the loss', 'a tenth of it', 'less than a thousandth'],
      right: 2,
    },
    do: {
      say: 'Play to the end',
      step: 'end',
      done: (_, now) => atEnd(now) && now.series.mkorLoss[now.step]! < now.series.firstLoss[now.step]! / 1000,
    },
    see: 'MKOR ends at {mkorLoss}, K-FAC at {kfacLoss}, momentum at {firstLoss}.',
    why: 'R⁻¹ shortens what points at the wall, where inputs vary much, and stretches what points along the floor. What is left to go down is rounder.',
  },
  {
    id: 'cost',
    title: 'Square instead of cube',
    answers: ['cost'],
    params: { tab: 'cost', ...{ eta: 0.2, etaFirst: 0.8, etaKfac: 0.2 } },
    step: 'end',
    stage: ['cost'],
    controls: ['d'],
    text: 'A layer of {d} inputs has a matrix of width {d}. To invert it takes {inversion} multiply-adds, to take one vector into its inverse {rankOne}.',
    while: (p) => p.tab === 'cost' && p.d >= 1024,
    predict: {
      ask: 'One inversion costs as much as 512 vectors. And at twice the width?',
      options: ['512', '1,024', '4,096'],
      right: 1,
    },
    do: { say: 'Drag the width to 2048', params: { d: 2048 }, done: (p) => p.d >= 2000 },
    see: 'At width {d} a vector takes {rankOne}, an inversion {inversion}: {cheaper} times as much.',
    why: 'A product of matrix and vector touches each entry once, an inversion once for every row. Machines that learn together send one vector, not a matrix. Using the inverses costs both the same.',
  },
  {
    id: 'mean',
    title: 'The mean is not the covariance',
    answers: ['limits'],
    preset: 'mean',
    stage: ['ellipses', 'valley'],
    controls: ['source'],
    text: 'MKOR’s one vector is the mean of the batch. Here it is the mean of 64 inputs around zero. The average of such vectors is the small ellipse: its size is {carried} of that of the inputs.',
    while: (p) => isPlane(p) && p.batch === 64 && p.variant === 'exact',
    predict: {
      ask: 'Take one sample instead of the mean. The average will be …',
      options: ['still as small', 'about as large as the inputs', 'much larger'],
      right: 1,
    },
    do: {
      say: 'Take one sample',
      params: { source: 'single' },
      done: (p, { series, step }) => p.source === 'single' && series.carried[step]! > 0.4 && series.carried[step]! < 2.5,
    },
    see: 'Now its size is {carried} of that of the inputs, before it was about 1/64.',
    why: 'Inputs of both signs cancel in a mean: of their covariance 1/b is left. Only the size is wrong, not the shape, and the step hides it: it gets the length of the gradient anyway.',
  },
  {
    id: 'printed',
    title: 'The formula as printed',
    answers: ['limits'],
    preset: 'printed',
    params: { variant: 'exact' },
    stage: ['valley', 'ellipses', 'inverse'],
    waits: ['inverse'],
    controls: ['variant', 'zeta'],
    text: 'The algorithm figure of the repository has a plus where the exact formula has a minus. Inputs are long here, and nothing holds the inverse back (ζ = 1). With the exact formula the loss is {mkorLoss} after {step} steps.',
    while: (p) => p.tab === 'plane' && p.source === 'single' && p.widest[0] === 1.44 && p.widest[1] === 1.08 && p.zeta === 1,
    predict: {
      ask: 'With the printed formula, the inverse will …',
      options: ['be a little off', 'shrink', 'grow without bound'],
      right: 2,
    },
    do: {
      say: 'Choose the formula as printed',
      params: { variant: 'printed' },
      done: (p, { series, step }) => p.variant === 'printed' && step >= 200 && !(series.offPrinted[step]! < 1e6),
    },
    see: 'R R⁻¹ is {off} from the identity, and the loss is {mkorLoss}; momentum alone has {firstLoss}.',
    why: 'The plus stretches the inverse along each vector, where it should shrink. A stabiliser, which mixes in the identity, keeps it finite, but does not make it an inverse.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found', 'cost'],
    preset: 'narrow',
    stage: ['loss', 'rates'],
    controls: ['axis'],
    text: 'BERT-Large on 64 GPUs: MKOR is up to 2.57 times as fast as LAMB, a first-order optimizer, and 1.85 times as KAISA, a K-FAC, says the paper. Here, after {step} steps: momentum {firstLoss}, MKOR {mkorLoss}, K-FAC {kfacLoss}.',
    while: (p) => p.tab === 'layer' && isPlain(p) && p.kappa === 300 && p.batch === 16 && p.variant === 'exact',
    predict: {
      ask: 'Here K-FAC is ahead for equal steps. And for equal work?',
      options: ['still K-FAC', 'MKOR', 'momentum'],
      right: 2,
    },
    do: { say: 'Draw the loss against multiply-adds', params: { axis: 'work' }, done: (p) => p.axis === 'work' },
    see: 'A step takes momentum {firstEach} multiply-adds, MKOR {mkorEach}, K-FAC {kfacEach}. For its work momentum gets farthest here, and MKOR now passes K-FAC.',
    why: 'On 18 weights a step of momentum is nearly free, so this layer cannot show the paper’s gain in time. K-FAC pays for all samples and inversions; the wider a layer, the more.',
  },
]
