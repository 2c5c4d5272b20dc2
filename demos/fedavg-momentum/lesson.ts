// The lesson: from clients that drift apart, to the last common direction that keeps them together, to what that costs and what it does not fix.
import type { Stop } from '@/contract'
import type { Row } from '@/numerics/sweep'
import type { Frame } from './model'
import { type Params, params as schema } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, { ends: readonly Row<number>[] }>

/** The clients of the default scene, all of them, without noise. */
const isPlain = (p: Params) =>
  p.tab === 'plane' &&
  p.m === 5 &&
  p.sigma === 0 &&
  p.curvature === 'own' &&
  !p.reduced &&
  p.h === 1 &&
  p.eta === schema.eta.default &&
  p.gamma === 1 &&
  (['b1', 'b2', 'b3', 'b4', 'b5', 'start'] as const).every((key) => p[key].join() === schema[key].default.join())
const isTen = (p: Params) => isPlain(p) && p.local === 10
/** On the grid of the start. */
const STAR = [1.52, 0.41] as const
const alone = { fedavgM: false } as const

export const lesson: readonly LessonStop[] = [
  {
    id: 'fan',
    title: 'Five clients at the star',
    answers: ['problem'],
    params: { ...alone, within: 0, start: STAR, rounds: 20 },
    step: 1,
    stage: ['plane'],
    controls: ['within'],
    text: 'Five clients train one model, each on data that it keeps to itself. A client’s own loss is least at its numbered dot, the mean of all losses at the star. Say the model is there. In a round each takes {local} steps downhill on its own loss.',
    while: (p, { step }) =>
      isTen({ ...p, start: schema.start.default }) && p.start[0] === STAR[0] && p.start[1] === STAR[1] && step === 1,
    predict: {
      ask: 'Where will the five walk?',
      options: ['nowhere', 'each to its own dot', 'all the same way'],
      right: 1,
    },
    do: { say: 'Let them walk: show the whole round', params: { within: 1 }, done: (p) => p.within >= 0.99 },
    see: 'Each went towards its own dot. Then the server took the mean of the five ways as its direction, and left the star by {avgError}.',
    why: 'A client sees its own data alone. Walking alone saves messages, one for {local} gradients; but in between all drift apart.',
  },
  {
    id: 'cross',
    title: 'Where does it stop?',
    answers: ['problem'],
    params: alone,
    step: 1,
    stage: ['plane', 'error'],
    waits: ['plane', 'error'],
    controls: ['local'],
    text: 'This is federated averaging, FedAvg: clients walk, the server follows the mean of their ways, a new round begins. After one round the model is {avgError} from the star.',
    while: isTen,
    predict: {
      ask: 'After 100 rounds it is …',
      options: ['on the star', 'at rest, but beside it', 'still on its way'],
      right: 1,
    },
    do: { say: 'Play to round 100', step: 100, done: (_, { step }) => step >= 60 },
    see: 'It rests {avgError} from the star, on the cross that was computed beforehand. There the five ways cancel, though no client stands still.',
    why: 'Where its loss is steep, a client is soon at its bottom and stops; where it is flat, it walks on. So long walks give steep losses too little weight.',
  },
  {
    id: 'longer',
    title: 'Fewer messages, longer walks',
    answers: ['problem'],
    params: alone,
    step: 'end',
    stage: ['plane', 'error'],
    controls: ['local'],
    text: 'With K = {local} local steps in a round FedAvg comes to rest {avgError} from the star. More steps a round mean fewer messages.',
    while: (p, { step }) => isPlain(p) && step >= 100,
    predict: { ask: 'With 50 local steps the cross …', options: ['moves to the star', 'stays', 'moves away'], right: 2 },
    do: { say: 'Take 50 local steps', params: { local: 50 }, done: (p) => p.local >= 30 },
    see: 'With K = {local} it rests {avgError} from the star.',
    why: 'With one step the mean of the ways is the mean gradient, and that is 0 at the star alone. With many, each way ends at the client’s own dot, and the mean is one of dots.',
  },
  {
    id: 'march',
    title: 'Mix in the last common direction',
    answers: ['idea'],
    preset: 'momentum',
    params: { beta: 1, fedavg: false },
    step: 5,
    stage: ['plane', 'error'],
    controls: ['beta'],
    text: 'FedAvg-M makes each local step of two parts: β of the fresh gradient, and 1 − β of the direction in which the server went last. At β = 1 it is FedAvg, and would rest {mRest} from the star.',
    while: (p, { step }) => isTen(p) && p.picked === 'fedavgM' && step >= 2 && step <= 6,
    predict: {
      ask: 'At β = 0.1 the ways of the five will be …',
      options: ['as far apart', 'nearly parallel', 'opposite'],
      right: 1,
    },
    do: { say: 'Lower β to 0.1', params: { beta: 0.1 }, done: (p) => p.beta <= 0.12 && p.beta >= 0.05 },
    see: 'Now the clients march together. FedAvg-M will rest {mRest} from the star, FedAvg {avgRest}.',
    why: 'Most of each step is the same for all. Only the share β pulls a client to its own dot, and the mean of their ways is nearly the mean gradient.',
  },
  {
    id: 'slope',
    title: 'What a smaller β does',
    answers: ['why'],
    params: { rounds: 400, picked: 'fedavgM' },
    step: 'end',
    stage: ['sweep', 'plane'],
    waits: ['sweep'],
    controls: ['beta'],
    text: 'Each mark is a whole run. Dashed is computed: at rest g is 0, so a client feels β times its gradient, and FedAvg-M rests where FedAvg would with the rate βη. At β = {beta} this is {mRest} from the star.',
    while: (p) => isTen(p) && p.across === 'beta',
    predict: {
      ask: 'At β = 0.03 the error in the end is about …',
      options: ['the same', 'a third', 'a tenth'],
      right: 1,
    },
    do: { say: 'Drag the point to β = 0.03', params: { beta: 0.03 }, done: (p) => p.beta <= 0.034 && p.beta >= 0.027 },
    see: 'At β = {beta} it rests {mRest} from the star, FedAvg {avgRest}.',
    why: 'In short steps a walk follows the gradient and hardly bends: the error is proportional to βη. Momentum scales it, and does not remove it. At β = 0.01 the marks leave the line: 400 rounds are too few.',
  },
  {
    id: 'cost',
    title: 'Why not a smaller rate?',
    answers: ['cost'],
    step: 20,
    stage: ['error', 'plane'],
    controls: ['small'],
    text: 'FedAvg with the local rate βη rests at the same place, without momentum. Here all clients take part, without noise. After {step} rounds FedAvg-M is {mError} from the star.',
    while: (p, { step }) => isTen(p) && p.beta === 0.1 && step >= 10 && step <= 50,
    predict: {
      ask: 'FedAvg at the rate βη gets there …',
      options: ['sooner', 'at the same time', 'later'],
      right: 0,
    },
    do: { say: 'Draw FedAvg at the rate βη', params: { small: true }, done: (p) => p.small },
    see: 'After {step} rounds FedAvg at the small rate is {smallError} from the star, FedAvg-M {mError}: it swings.',
    why: 'Momentum begins at 0 and remembers about 1/β rounds: it starts slowly and turns late, and g is one more vector in each message. Here nothing is gained by it. It pays when rounds differ.',
  },
  {
    id: 'scaffold',
    title: 'Take off your own pull',
    answers: ['limits'],
    step: 'end',
    stage: ['error', 'plane'],
    controls: ['scaffold'],
    text: 'FedAvg-M rests {mError} from the star. SCAFFOLD has each client remember its mean gradient of the last round; in a step it takes that off its gradient and adds the mean of all clients instead.',
    while: (p, { step }) => isTen(p) && p.beta === 0.1 && step >= 100,
    predict: {
      ask: 'With all clients in each round SCAFFOLD ends …',
      options: ['where FedAvg does', 'where FedAvg-M does', 'on the star'],
      right: 2,
    },
    do: { say: 'Draw SCAFFOLD', params: { scaffold: true }, done: (p) => p.scaffold },
    see: 'But for rounding SCAFFOLD is {scError} from the star after {step} rounds.',
    why: 'Once the model rests, what a client takes off is just its own pull, and only the mean pull is left: 0 at the star. The price: each client keeps a vector, and sends a second one.',
  },
  {
    id: 'partial',
    title: 'Two of five, and noise',
    answers: ['why', 'limits'],
    preset: 'noisy',
    params: { scaffold: false, scaffoldM: false, small: true },
    stage: ['error', 'plane'],
    controls: ['scaffold', 'scaffoldM'],
    text: 'Now two newly drawn clients take part in each round, and gradients are noisy. Error in rounds 201 to 400 (root mean square): FedAvg {avgMean}, at the small rate {smallMean}, FedAvg-M {mMean}. Momentum averages over rounds.',
    while: (p, { step, steps }) =>
      isTen({ ...p, m: 5, sigma: 0, gamma: 1 }) &&
      p.m === 2 &&
      p.sigma === 1 &&
      p.gamma === 0.5 &&
      p.beta === 0.1 &&
      p.seed === 0 &&
      p.rounds === 400 &&
      step === steps,
    predict: {
      ask: 'SCAFFOLD, without and with momentum, will be …',
      options: ['worse than FedAvg-M', 'as good', 'better, most so with it'],
      right: 2,
    },
    do: {
      say: 'Draw SCAFFOLD-M, and SCAFFOLD',
      params: { scaffold: true, scaffoldM: true },
      done: (p) => p.scaffold && p.scaffoldM,
    },
    see: 'SCAFFOLD has {scMean}, SCAFFOLD-M {smMean}; FedAvg-M had {mMean}.',
    why: 'Who takes part pulls the model to its own side. FedAvg-M averages these pulls, SCAFFOLD takes them off; what noise is left, momentum averages. For 8 seeds it is the same order.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'blobs',
    stage: ['blobs', 'excess', 'shares'],
    controls: ['skew'],
    text: 'The paper’s results are theorems; its abstract has no measured numbers. If all take part, FedAvg with momentum converges however different clients are, at a constant local rate; if some do, momentum makes SCAFFOLD provably faster. Here most clients have one class; loss above the least: FedAvg {avgError}, FedAvg-M {mError}.',
    while: (p, { step, steps }) =>
      p.tab === 'blobs' &&
      p.m === 5 &&
      p.local === 10 &&
      p.eta === 0.3 &&
      p.beta === 0.1 &&
      p.gamma === 1 &&
      p.seed === 0 &&
      !p.reduced &&
      step === steps,
    predict: {
      ask: 'Give all clients all classes. Of FedAvg’s excess loss there remains …',
      options: ['all', 'about half', 'a small part'],
      right: 2,
    },
    do: { say: 'Make the labels even: a = 30', params: { skew: 30 }, done: (p) => p.skew >= 10 },
    see: 'With labels alike FedAvg ends {avgError} above the least loss, FedAvg-M {mError}.',
    why: 'Clients with nearly the same classes pull nearly the same way, and little drift is left to mend. At a given local rate momentum shrinks the drift, here and before; it does not end it.',
  },
]
