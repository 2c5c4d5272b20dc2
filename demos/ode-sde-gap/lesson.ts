// The lesson: from two samplers that part, to the residual that says by how much, to a penalty that holds them together and what it costs.
import type { Moment, Stop } from '@/contract'
import type { Row } from '@/numerics/sweep'
import type { End } from './gaps'
import type { Frame } from './model'
import type { Learned } from './network'
import type { Params } from './params'
import { type presets, quick, type View } from './presets'
import type { readouts } from './readouts'

interface Maps {
  gaps: readonly End[]
  training: readonly Row<Learned>[]
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>

const isData = (p: Params) => p.bumps.length === 0 && p.weight === 0.3 && p.horizon === 3 && p.tEnd === 0.01
const isLine = (p: Params) => p.tab === 'line' && isData(p)
const isWave = (p: Params) => isLine(p) && p.error === 'cos' && p.start === 'true'
const isTraining = (p: Params) => p.tab === 'training' && isData(p) && p.updates === quick.updates && p.batch === quick.batch
/** Whether the trainings that are drawn are those of these parameters, and all are done. */
const isTrained = (p: Params, { training }: Moment<Frame, keyof typeof readouts, Maps>['maps']) =>
  training?.done === 1 && training.result[1]?.value === p.wR && training.result[1].ends.length === p.seeds
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'part',
    title: 'Two ways back to the data',
    answers: ['problem'],
    params: {},
    step: 0,
    stage: ['densities'],
    controls: ['delta'],
    text: 'A diffusion model goes back from noise to data along the score, the slope of the log density: without noise on the way (ODE) or with it (SDE). Both begin with the true density. But this score is wrong by up to {delta}, the green wave.',
    while: (p) => isWave(p) && p.delta === 0.1 && p.k === 2 && p.lambda === 0.5,
    predict: {
      ask: 'Both follow the same wrong score. They end …',
      options: ['alike, and right', 'alike, but wrong', 'apart'],
      right: 2,
    },
    do: { say: 'Go back to the data', step: 'end', done: (_, now) => atEnd(now) },
    see: 'They end {gap} apart. The ODE is {odeTruth} from the truth, the SDE {sdeTruth}: distances (Wasserstein) by which mass has to be moved.',
    why: 'The ODE follows the wrong score all the way and never looks back. The SDE’s noise keeps shaking particles loose, and its twice as strong pull along the score corrects some of them.',
  },
  {
    id: 'agree',
    title: 'A third sampler, the exact score',
    answers: ['idea'],
    preset: 'exact',
    params: { lambda: 1 },
    stage: ['densities', 'apart'],
    controls: ['lambda'],
    text: 'Now the score is exact. How much noise λ a sampler adds is free: 0 is the ODE, 1 the SDE. ODE and SDE are {gap} apart, no more than the error of the solver that computes these curves.',
    while: (p) => isWave(p) && p.delta === 0,
    predict: {
      ask: 'Three times as much noise. The third sampler ends …',
      options: ['more spread out', 'more narrow', 'where the others do'],
      right: 2,
    },
    do: { say: 'Raise λ to 3', params: { lambda: 3 }, done: (p, now) => p.lambda >= 2 && atEnd(now) },
    see: 'It ends {thirdTruth} from the truth, as the others within the solver’s error.',
    why: 'Noise spreads the density, the pull along its own score gathers it, and the two cancel, whatever λ is. But this holds only if the score belongs to that very density, at every time.',
  },
  {
    id: 'residual',
    title: 'Where the score breaks the law',
    answers: ['why'],
    preset: 'ripple',
    stage: ['residual', 'densities'],
    controls: ['k'],
    text: 'True densities obey the Fokker-Planck equation. Put in the model’s own log density, and what is left over is the residual R: white where the law holds. Its size over all places and times is {residual}; the gap is {gap}.',
    while: (p) => isWave(p) && p.delta === 0.1,
    predict: {
      ask: 'Twice as many waves, of the same height. The residual …',
      options: ['shrinks', 'stays', 'grows'],
      right: 2,
    },
    do: { say: 'Raise k to 4', params: { k: 4 }, done: (p, now) => p.k >= 3.5 && atEnd(now) },
    see: 'The residual is {residual}. It is largest late, between the bumps, where the true score is steep.',
    why: 'R counts the error e together with the true score s and with its own slope: R = −(x + s)e − ½e′ − ½e². Between the bumps s is large at small t.',
  },
  {
    id: 'climb',
    title: 'More residual, more gap',
    answers: ['why'],
    preset: 'ripple',
    params: { delta: 0.05 },
    stage: ['gaps', 'densities'],
    controls: ['delta'],
    text: 'Each dot is a whole run with another size δ of the wave. The ring is yours: residual {residual}, gap {gap}. If R is 0 and the start fits, every λ has the same density; so R can bound how far they part.',
    while: (p) => isWave(p) && p.k === 2,
    do: { say: 'Raise δ to 0.2', params: { delta: 0.2 }, done: (p, now) => p.delta >= 0.18 && atEnd(now) },
    see: 'Residual {residual}, gap {gap}. Both grow, but not in proportion.',
    why: 'The residual is about proportional to a small error. The gap is also a matter of how much mass changes bumps, and it levels off.',
  },
  {
    id: 'penalty',
    title: 'Train against the residual',
    answers: ['cost'],
    params: { tab: 'training', wR: 0.01, ...quick },
    step: 'end',
    stage: ['bars', 'ends'],
    controls: ['wR'],
    text: 'Small networks learn the score of these data; it takes some seconds. The loss gets a second term: w times the mean of R². Left without it, in the middle with w = 0.01, right with 0.1.',
    while: (p) => isTraining(p) && p.seeds === 1 && p.seed === 0,
    predict: {
      ask: 'Ten times as much weight still, w = 1, …',
      options: ['makes all bars smaller', 'harms the SDE', 'changes nothing'],
      right: 1,
    },
    do: {
      say: 'Raise the weight to 0.1',
      params: { wR: 0.1 },
      done: (p, { maps }) => p.wR >= 0.09 && p.wR <= 0.11 && isTrained(p, maps),
    },
    see: 'Gaps {gapNone}, {gapOwn}, {gapTen} for w = 0, 0.1 and 1. From ODE to truth {odeNone}, {odeOwn}, {odeTen}; from SDE to truth {sdeNone}, {sdeOwn}, {sdeTen}.',
    why: 'With much weight a small network cannot have both: what it gives to the law is missing at the samples. And R needs second derivatives and one in time: an update costs some three times as much.',
  },
  {
    id: 'luck',
    title: 'One seed is luck',
    answers: ['limits'],
    preset: 'penalty',
    stage: ['bars', 'field'],
    controls: ['seeds'],
    text: 'That was one training of each network. Other first weights and other samples give other bars: {gapNone} and {gapOwn} are the gaps of this one seed, for w = 0 and 0.1.',
    while: (p) => isTraining(p) && p.wR === 0.1 && p.seed === 0,
    do: {
      say: 'Train with three seeds',
      params: { seeds: 3 },
      done: (p, { maps }) => p.seeds >= 3 && isTrained(p, maps),
    },
    see: 'Medians of the seeds: the gap is {gapNone} without the penalty and {gapOwn} with w = 0.1. The SDE is {sdeNone} and {sdeOwn} from the truth.',
    why: 'How much the penalty helps, and what it costs, depends on the network, the length of the training and luck. The dots show how much.',
  },
  {
    id: 'shifted',
    title: 'Data that were moved',
    answers: ['limits'],
    preset: 'ripple',
    stage: ['densities', 'residual'],
    controls: ['error'],
    text: 'The same wave again: gap {gap}. Suppose instead a model that learned from data moved by 0.2, without any mistake, and starts from its own density.',
    while: (p) => isLine(p) && (p.error === 'cos' || p.error === 'shift') && (p.delta === 0.1 || p.delta === 0.2),
    predict: {
      ask: 'Its residual, and its distance from the truth?',
      options: ['none, and none', 'none, but 0.2', 'both large'],
      right: 1,
    },
    do: {
      say: 'Take the score of shifted data',
      preset: 'consistent',
      done: (p, now) => p.error === 'shift' && p.start === 'own' && p.delta === 0.2 && atEnd(now),
    },
    see: 'No residual anywhere, and a gap of {gap}: the solver’s error. Yet ODE and SDE are {odeTruth} and {sdeTruth} from the truth.',
    why: 'Shifted data have true densities, too, and these obey the law. The residual says whether the samplers agree with each other, and nothing about whether they are right.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'blob',
    stage: ['cloud', 'apart'],
    controls: ['delta'],
    text: 'The paper bounds the Wasserstein distance of ODE and SDE by the residual. It trains potentials for data in a plane, such as these nine bumps, with w = 0, 0.1, 1 and 10 and 100,000 updates. Here the error is a potential wave; the gap is {gap}.',
    while: (p) => p.tab === 'plane' && p.seed === 0 && p.n === 1000 && p.horizon === 3 && p.tEnd === 0.01,
    do: { say: 'Take the error away', params: { delta: 0 }, done: (p, now) => p.delta === 0 && atEnd(now) },
    see: 'The gap is {gap} now; two clouds of the truth are {luck} apart by luck alone.',
    why: 'Its finding: penalising the residual closes the gap and makes the ODE’s samples better, sometimes at the expense of the SDE’s.',
  },
]
