// The lesson: from everyone waiting for everyone, to pairs that pull each other together, to what that costs and when it fails.
import type { Stop } from '@/contract'
import type { Frame } from './model'
import type { Training } from './network'
import type { Params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import type { Waits } from './sampled'

type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, { sampled: Waits; network: Training }>

/** The gradients of the default scene, to which the numbers in the texts belong. */
const learns = (p: Params) => p.tab === 'flock' && p.loss === 'valley' && p.begin === 'together' && p.noise === 2 && p.pairs >= 4
const agrees = (p: Params) => p.tab === 'flock' && p.loss === 'none' && p.begin === 'scattered'
const isNet = (p: Params) => p.tab === 'net' && p.loss === 'valley' && p.begin === 'together'

export const lesson: readonly LessonStop[] = [
  {
    id: 'wait',
    title: 'Everyone waits for everyone',
    answers: ['problem'],
    params: { tab: 'net' },
    step: 1,
    stage: ['ring', 'waiting'],
    waits: ['waiting'],
    controls: ['pairs'],
    text: '{copies} copies of a model train apart. Now and then DiLoCo averages what all have learned (blue): sums go up a tree of {levels} levels, the mean comes back down. Until it is there, all wait.',
    while: (p) => p.tab === 'net' && p.latency === 0.5,
    predict: {
      ask: 'With four times as many copies, averaging over all takes …',
      options: ['as long', 'half as long again', 'four times as long'],
      right: 1,
    },
    do: { say: 'Take 64 copies', params: { pairs: 32 }, done: (p) => p.pairs === 32 },
    see: 'The tree of {copies} copies has {levels} levels. Averaging over all now waits about {allReduce} messages, the exchange of a pair still {exchange}.',
    why: 'To hear of everybody, news has to pass up and down a tree whose depth is the logarithm of N. Two need one exchange: more than one message, for the later of two counts.',
  },
  {
    id: 'gossip',
    title: 'Talk to one, pull together',
    answers: ['idea'],
    preset: 'scatter',
    step: 0,
    stage: ['plane', 'ring'],
    controls: ['gamma'],
    text: 'NoLoCo lets each copy talk to one partner only, newly drawn in each outer step. Here is nothing to learn yet: {copies} copies lie scattered, and partners pull each other to the middle between them. Spread, the typical distance from the mean: {spread}.',
    while: (p) => agrees(p) && p.noise === 0 && p.pairs === 8 && p.alpha === 0.5 && p.gamma >= 0.5 && p.gamma <= 0.9,
    predict: {
      ask: 'After ten such steps a copy has met at most ten of fifteen. The spread is …',
      options: ['as before', 'about half', 'less than a fifth'],
      right: 2,
    },
    do: {
      say: 'Take ten outer steps',
      step: 10,
      done: (_, { step, series }) => step >= 10 && series.spread[step]! < series.spread[0]! / 5,
    },
    see: 'The spread is {spread} after {step} outer steps, and the mean has not moved.',
    why: 'A partner brings along what it has from its partner before. So news of all spreads without a tree, as gossip does. Chords show who talked; the way from old to new place leads to the middle.',
  },
  {
    id: 'parts',
    title: 'A move of three parts',
    answers: ['idea'],
    preset: 'two',
    params: { noise: 0 },
    step: 2,
    stage: ['plane', 'spread'],
    controls: ['gamma'],
    text: 'Two copies on a valley. The first moves by three arrows: what both have learned alone (thin lines, their mean times β); γ times the way to the middle, the pull; and α times its last move, momentum. Spread {spread}.',
    while: (p) => p.tab === 'flock' && p.pairs === 1 && p.begin === 'apart' && p.loss !== 'none',
    predict: {
      ask: 'Without the pull the two copies …',
      options: ['still meet', 'keep their distance', 'fly apart'],
      right: 1,
    },
    do: { say: 'Take the pull away: γ = 0', params: { gamma: 0 }, done: (p, { step }) => p.gamma === 0 && step >= 1 },
    see: 'No arrow leads to the partner. Both make the same moves, and keep their distance: the spread stays {spread}.',
    why: 'Averaging what was learned gives both the same push, wherever they are. Only γ looks at where they are.',
  },
  {
    id: 'mean',
    title: 'Where does the mean walk?',
    answers: ['why'],
    step: 60,
    stage: ['plane', 'spread'],
    controls: ['gamma'],
    text: '{copies} copies learn, each on gradients with noise of its own. Cross: their mean. Blue ring: DiLoCo on the same noise, with the same α and β. They are {gap} apart, by rounding; the spread is {spread}.',
    while: (p) => learns(p) && p.alpha === 0.5,
    predict: {
      ask: 'Without the pull, the mean of the flock …',
      options: ['falls behind', 'leaves DiLoCo', 'stays on DiLoCo'],
      right: 2,
    },
    do: {
      say: 'Take the pull away: γ = 0',
      params: { gamma: 0 },
      done: (p, { step }) => p.gamma === 0 && step >= 40,
    },
    see: 'The flock is wider: its spread is {spread}. Its mean is still {gap} from DiLoCo.',
    why: 'Partners are pulled by equal lengths in opposite directions, and get the same push. Summed over all, pulls cancel and pushes add up to DiLoCo’s. On quadratic losses this is exact.',
  },
  {
    id: 'price',
    title: 'Less waiting, unequal copies',
    answers: ['cost'],
    params: { tab: 'net' },
    step: 'end',
    stage: ['loss', 'waiting'],
    controls: ['axis'],
    text: 'In {step} outer steps DiLoCo comes to a loss of {lossDiloco}, a copy of NoLoCo on average to {lossEach}, and averaging gradients in each local step (FSDP does) to {lossFsdp}.',
    while: (p) => isNet(p) && p.latency <= 1 && p.pairs >= 4,
    predict: {
      ask: 'Drawn against waiting, whose loss falls first?',
      options: ['NoLoCo’s', 'DiLoCo’s', 'that of each local step'],
      right: 0,
    },
    do: { say: 'Draw the loss against waiting', params: { axis: 'time' }, done: (p) => p.axis === 'time' },
    see: 'An outer step waits {exchange} messages with pairs, {allReduce} over all, {everyStep} if gradients are averaged in each local step. So the curves come apart.',
    why: 'The price: copies differ, and the loss of one is above that of the mean. Pairs send {messagesPair} messages an outer step, averaging over all sends {messagesAll}.',
  },
  {
    id: 'swing',
    title: 'Momentum 0.9',
    answers: ['limits'],
    preset: 'scatter',
    step: 40,
    stage: ['map', 'spread'],
    waits: ['map'],
    controls: ['alpha', 'gamma'],
    text: 'Averaged over all pairings, the mean square spread changes by a factor ρ in an outer step. It can be computed, and is {rate} at the point. Dashed: this average; firm: one flock. Nothing is learned here.',
    while: (p) => agrees(p) && p.noise === 0 && p.gamma === 0.7,
    predict: {
      ask: 'DiLoCo is often run with momentum 0.9. Then this flock …',
      options: ['agrees faster', 'agrees more slowly', 'flies apart'],
      right: 2,
    },
    do: {
      say: 'Drag the point to α = 0.9',
      params: { alpha: 0.9 },
      done: (p, { step, series }) =>
        p.alpha >= 0.85 && series.rate[step]! > 1 && step >= 40 && series.spread[step]! > series.spread[0]!,
    },
    see: 'ρ is {rate}, above 1: the spread has grown to {spread}, while the mean is {gap} from DiLoCo.',
    why: 'Momentum carries a copy past the middle, and by then it has another partner: the swings are pushed at random times, and grow. The mean feels no pull, so it stands still.',
  },
  {
    id: 'width',
    title: 'A flock that is never still',
    answers: ['limits'],
    params: { omega: 0.1 },
    step: 60,
    stage: ['plane', 'spread'],
    controls: ['omega', 'noise'],
    text: 'With noisy gradients the flock never agrees. In each local phase copies drift apart, the exchange takes back a part of it. With a local rate of 0.1 the spread settles at {expected} on average over pairings and noise.',
    while: (p) => learns(p) && p.alpha === 0.5 && p.gamma === 0.7 && p.pairs === 8,
    predict: {
      ask: 'With a quarter of the local rate the flock is …',
      options: ['as wide', 'less than half as wide', 'wider'],
      right: 1,
    },
    do: { say: 'Lower the local rate to 0.025', params: { omega: 0.025 }, done: (p, { step }) => p.omega <= 0.026 && step >= 40 },
    see: 'Now the average is {expected}, and this flock has {spread}.',
    why: 'In shorter steps noise carries each copy less far in a phase, and the pull that holds against it stays the same. A rate that falls during training therefore lets the flock agree.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found', 'cost'],
    params: { tab: 'net' },
    step: 'end',
    stage: ['waiting', 'loss'],
    controls: ['local', 'latency'],
    text: 'Language models of 125 million to 6.8 billion weights converge up to 4 % faster than with DiLoCo, says the paper’s abstract. On this noisy valley a copy stays above DiLoCo. The program takes 50 local steps between exchanges; here K is {local}.',
    while: (p) => isNet(p) && p.latency === 0.5,
    predict: {
      ask: 'Take 50 local steps. Which waiting grows?',
      options: ['that of pairs', 'that of DiLoCo', 'averaging each local step'],
      right: 2,
    },
    do: { say: 'Take K = 50, as the program does', params: { local: 50 }, done: (p) => p.local === 50 },
    see: 'To average in each of {local} local steps now waits {everyStep} messages an outer step, over all once {allReduce}, a pair {exchange}.',
    why: 'Few agreements are what DiLoCo saves; small ones are what NoLoCo saves on top. Both save the more, the slower and less even the network is.',
  },
]
