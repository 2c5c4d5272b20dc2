// The lesson: from the wires that carry every number, to the account that keeps what is not sent, to what is late and how late it may be.
import type { Stop } from '@/contract'
import type { Frame } from './model'
import { type Params, schemeOf } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import type { Ends } from './sweeps'

interface Maps {
  byRate: readonly { readonly ends: readonly Ends[] }[]
  byShare: readonly { readonly ends: readonly Ends[] }[]
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>

/** The problem, noise and details that the numbers in the texts belong to. */
const isPlain = (p: Params) =>
  [p.m === 0.9, p.workers === 4, p.noise === 0.3, p.clip === 0, p.warmUp === 'off', !p.nesterov].every(Boolean) &&
  [p.choosing === 'exact', p.steps === 600, p.task === 2, p.seed === 3].every(Boolean)
const isRace = (p: Params) => isPlain(p) && p.tab === 'race' && p.eta === 0.01 && p.sparsity === 99
const atEnd = ({ step }: { step: number }) => step === 600

export const lesson: readonly LessonStop[] = [
  {
    id: 'bytes',
    title: 'Every number, in every step',
    answers: ['problem'],
    params: { compress: false, shown: 'two' },
    step: 1,
    stage: ['network', 'loss'],
    controls: ['workers'],
    text: 'Four workers look at different data. Each finds a gradient: one number for each of 100 weights, which says where to move it. All of them go to a server, 4 bytes a number. This was step {step}: {denseBytes} bytes.',
    while: (p) => isPlain(p) && p.tab === 'race' && !p.compress && p.eta === 0.01,
    predict: { ask: 'After 600 steps that will be …', options: ['10 kB', '100 kB', 'about 1 MB'], right: 2 },
    do: { say: 'Play to the end', step: 'end', done: (_, now) => atEnd(now) },
    see: '{denseBytes} bytes have gone over the wires. The loss, as a mean over 50 steps, is {denseMean}.',
    why: 'It is 4 workers × 100 numbers × 4 bytes × 600 steps. Real networks have millions of weights: a gradient of ResNet-50 is 97 MB, in every step. Machines then wait for wires.',
  },
  {
    id: 'drop',
    title: 'Just drop the small ones',
    answers: ['problem'],
    params: { compress: false, bank: false, shown: 'two' },
    step: 'end',
    stage: ['loss', 'book'],
    controls: ['compress'],
    text: 'Most of the hundred numbers are small. So let each worker send its largest one alone, and throw the rest away. With all of them sent (the dense run) the loss ends at {denseMean}, a mean over the last 50 steps, as all such numbers here.',
    while: (p) => isRace(p) && !p.bank,
    predict: {
      ask: 'With one number of a hundred sent, the loss will be …',
      options: ['about the same', 'three times as high', 'over ten times as high'],
      right: 2,
    },
    do: { say: 'Send only the largest', params: { compress: true }, done: (p, now) => p.compress && atEnd(now) },
    see: 'The loss ends at {dropMean}, and {fewerValues} times fewer values were sent. The ticks in the book are the numbers sent.',
    why: 'Steep weights have large gradients and get through. Flat weights have small ones, which are hardly ever the largest: what they ask for is thrown away, step after step.',
  },
  {
    id: 'bank',
    title: 'Keep it until it is worth sending',
    answers: ['idea', 'why'],
    params: { tab: 'account', bank: false, correction: false, entry: 90 },
    step: 'end',
    stage: ['entry', 'book'],
    controls: ['bank'],
    text: 'Weight 90 is a flat one. Its small gradients are thrown away, so it stays near 0, far from its goal (dashed). What if a worker kept in an account what it did not send?',
    while: (p) =>
      isPlain(p) && p.tab === 'account' && p.eta === 0.01 && p.sparsity === 99 && p.compress && !p.correction && p.entry === 90,
    predict: {
      ask: 'With an account, weight 90 will …',
      options: ['stay near 0', 'get there, by leaps', 'overshoot by far'],
      right: 1,
    },
    do: { say: 'Keep the rest', params: { bank: true }, done: (p, now) => p.bank && atEnd(now) },
    see: 'It gets there by leaps, and the loss ends at {accumulateMean}, not {dropMean}. All that the first worker took in, summed over its weights, is {entered}: it sent {paid}, and {waiting} waits.',
    why: 'Small gradients of one sign add up in the account until theirs is the largest entry. Nothing is lost, only late: sent and waiting together are all that came in.',
  },
  {
    id: 'correct',
    title: 'Momentum before the account',
    answers: ['idea', 'why'],
    params: { correction: false, shown: 'two' },
    step: 'end',
    stage: ['loss', 'book'],
    controls: ['correction'],
    text: 'All runs so far have momentum: it repeats every push, a little weaker each time; after 10 steps a third of it is left. The server adds it to what arrives, and what arrives is old. The loss ends at {accumulateMean}.',
    while: (p) => isRace(p) && p.compress && p.bank && p.masking,
    predict: {
      ask: 'Let workers add momentum before the account. The loss will end …',
      options: ['lower', 'at the same height', 'higher'],
      right: 0,
    },
    do: { say: 'Turn on momentum correction', params: { correction: true }, done: (p, now) => p.correction && atEnd(now) },
    see: 'The loss ends at {dgcMean}, before {accumulateMean}; the dense run has {denseMean}. Correction alone brings it to {correctionMean}, masking does the rest.',
    why: 'A gradient now earns its momentum while it waits, not after. Masking stops the momentum of an entry once it is sent: else an old push would go on. Both together are DGC.',
  },
  {
    id: 'axis',
    title: 'Loss for a byte',
    answers: ['cost'],
    params: { shown: 'two' },
    step: 'end',
    stage: ['loss', 'network'],
    controls: ['axis'],
    text: 'For equal steps DGC ends a little above the dense run: {dgcMean} and {denseMean}. A value that is sent alone has to say which entry it is: 8 bytes, not 4. And each worker keeps two more vectors, account and momentum.',
    while: (p) => isRace(p) && schemeOf(p) === 'dgc',
    predict: {
      ask: 'Drawn against the bytes sent, which curve lies lower?',
      options: ['dense', 'DGC', 'they are the same'],
      right: 1,
    },
    do: {
      say: 'Draw the loss against bytes',
      params: { axis: 'bytes' },
      done: (p, now) => p.axis === 'bytes' && atEnd(now),
    },
    see: 'The curves have changed places. The dense run has sent {denseBytes} bytes, DGC {sparseBytes}: {fewerBytes} times fewer bytes, in {fewerValues} times fewer values.',
    why: 'With the bytes of all 600 steps of DGC the dense run takes 12 steps. Half of the bytes of DGC are the numbers of its entries.',
  },
  {
    id: 'masks',
    title: 'Masking takes momentum away',
    answers: ['limits'],
    params: { tab: 'rates', across: 'sent' },
    step: 'end',
    stage: ['rates'],
    controls: ['sparsity'],
    text: 'Whole runs for several shares sent. At 1 % DGC does best of all that send so little: {dgcMean} on screen. But masking takes the momentum of each entry that is sent.',
    while: (p) => isPlain(p) && p.tab === 'rates' && p.across === 'sent' && p.eta === 0.01 && schemeOf(p) === 'dgc',
    do: {
      say: 'Leave nothing out: 0 %',
      params: { sparsity: 0 },
      done: (p, now) => p.sparsity < 1 && atEnd(now),
    },
    see: 'DGC ends at {dgcMean}, the dense run at {denseMean}, momentum correction without masking at {correctionMean}.',
    why: 'Where each entry is sent in each step, no momentum ever builds up: plain gradient steps are left. Without masking the sum is dense momentum, to the last digits.',
  },
  {
    id: 'hot',
    title: 'How late may it be?',
    answers: ['limits'],
    params: { shown: 'two' },
    step: 'end',
    stage: ['loss', 'book'],
    controls: ['eta'],
    text: 'An entry waits for some 100 steps, for a worker sends one of 100. What arrives belongs to weights of long ago. With the step size η = 0.01 that does no harm: DGC ends at {dgcMean}.',
    while: (p) => isPlain(p) && p.tab === 'race' && p.sparsity === 99 && schemeOf(p) === 'dgc' && p.eta <= 0.2,
    predict: {
      ask: 'Five times as large a step. The dense run ends higher, but it ends. And DGC?',
      options: ['the same', 'learns faster', 'flies off'],
      right: 2,
    },
    do: {
      say: 'Raise the step size to 0.05',
      params: { eta: 0.05 },
      done: (p, now) => p.eta >= 0.045 && atEnd(now) && !(now.series.dgcLoss[now.step]! < 1000),
    },
    see: 'Loss of DGC: {dgcMean}. Loss of the dense run: {denseMean}.',
    why: 'A late push still drives a weight that has passed its goal. It swings, and each swing is wider. Warm-up, which sends more at first, delays that and does not cure it.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    preset: 'bigger',
    params: { shown: 'two' },
    stage: ['loss', 'network'],
    controls: ['masking'],
    text: 'The paper sends 270 to 600 times less without losing accuracy: ResNet-50’s gradient goes from 97 MB to 0.35 MB, DeepSpeech’s from 488 to 0.74. Here, at 5 % and η = 0.02, DGC ({dgcMean}) even gets below dense ({denseMean}).',
    while: (p) => isPlain(p) && p.tab === 'race' && p.eta === 0.02 && p.sparsity === 95 && p.compress && p.bank && p.correction,
    predict: {
      ask: 'Does it get there by sending little? Without masking DGC ends …',
      options: ['lower still', 'where it is', 'as high as dense'],
      right: 2,
    },
    do: { say: 'Turn masking off', params: { masking: false }, done: (p, now) => !p.masking && atEnd(now) },
    see: 'Without masking it is {correctionMean}, as high as the dense run ({denseMean}).',
    why: 'For this step size momentum 0.9 is too much, and masking takes some away. A dense run with momentum 0.7 ends at 0.0601, measured here. To send less costs little; it gains nothing by itself.',
  },
]
