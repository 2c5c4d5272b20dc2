// The lesson: from a model that is surprised by a little too much noise, to charges and their lines, to D that goes from Coulomb's law to diffusion.
import type { Stop } from '@/contract'
import type { Bundle, Gaps } from './maps'
import type { Frame } from './model'
import type { Params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'

type LessonStop = Stop<
  Params,
  Frame,
  keyof typeof readouts,
  keyof typeof presets,
  View,
  { lines: Bundle; diffusion: Bundle; gaps: Gaps }
>

const DIFFUSION = Number.POSITIVE_INFINITY
const isPicture = (p: Params) => p.tab === 'radius' && p.N === 3072
const isPlane = (p: Params) => p.tab === 'plane' && p.sigmaMax === 10 && p.steps === 32
const isRing = (p: Params) => isPlane(p) && p.set === 'ring' && p.count === 8 && p.moved.length === 0
const atEnd = ({ step, steps }: { step: number; steps: number }) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'shell',
    title: 'Noise of one length only',
    answers: ['problem'],
    params: { tab: 'radius', D: DIFFUSION },
    step: 'end',
    stage: ['radii', 'surprise'],
    controls: ['alpha'],
    text: 'A diffusion model learns to clean pictures of 3072 numbers with Gaussian noise. The length R of such noise hardly varies: the bars. While it samples, each step leaves errors behind, as if more noise were injected, α times as much.',
    while: (p) => isPicture(p) && p.D === DIFFUSION,
    predict: {
      ask: 'With α = 0.5 the noise is 12 % longer. Of the lengths seen in training at this level, that is …',
      options: ['within the usual', '2 standard deviations off', 'more than 8 off'],
      right: 2,
    },
    do: { say: 'Raise α to 0.5', params: { alpha: 0.5 }, done: (p) => p.alpha > 0.48 },
    see: 'Z = {surprise}: the noise is {surprise} standard deviations of ln R too long. At this noise level the model has never seen such an input.',
    why: 'In many dimensions a Gaussian lives on a thin shell: squares of 3072 numbers add up to nearly the same sum. What a network does beyond the shell nobody has taught it.',
  },
  {
    id: 'charge',
    title: 'A data point as a charge',
    answers: ['idea'],
    params: { count: 1, D: 1, compare: false },
    step: 6,
    stage: ['space'],
    controls: ['D'],
    text: 'Put a data point on a floor as an electric charge. Above it are D extra dimensions; only the distance r from the floor matters. The height drawn is σ = r/√D, and particles follow the field lines down. Here D = 1: the field of a real charge.',
    while: (p) => isPlane(p) && p.count === 1 && !p.compare,
    predict: {
      ask: 'With D = 64 the lines of this one charge …',
      options: ['bend inwards', 'bend outwards', 'stay straight'],
      right: 2,
    },
    do: { say: 'Raise D to 64', params: { D: 64 }, done: (p) => p.D >= 32 },
    see: 'Straight, for D = {D} too. But particles begin closer together: the farthest of {n} at {farthest} times the start height.',
    why: 'The field of one charge points away from it, whatever the force law. What D changes is how fast it fades sideways, and so how many lines there are where.',
  },
  {
    id: 'two',
    title: 'Two charges: follow a line down',
    answers: ['idea'],
    params: { count: 2, D: 1, mirror: true, compare: false, start: [0.4, 0.35], turn: 15 },
    step: 'end',
    stage: ['space'],
    controls: ['start'],
    text: 'Two data points, D = 1, and the mirrored half below the floor: the field of two equal charges, as at school. Far up it looks like that of one. A particle that follows a line down ends on a charge. The traced one begins right of the middle.',
    while: (p) => isPlane(p) && p.count === 2 && p.D === 1 && p.moved.length === 0,
    predict: {
      ask: 'Drag its start to the other side of the middle. It ends …',
      options: ['on the same charge', 'on the other charge', 'between the two'],
      right: 1,
    },
    do: {
      say: 'Drag the start to the left',
      params: { start: [-0.4, 0.35] },
      done: (p) => p.start[0] < -0.02,
    },
    see: 'It now ends on the left charge. The plane in the middle parts the lines of the two, and no line crosses it.',
    why: 'To generate is to follow lines down, from a simple law to the data. A network learns the direction: shown data with noise, it guesses the datum. The best guess is a mean of charges; near ones count most.',
  },
  {
    id: 'shares',
    title: 'Everyone lands, in equal shares',
    answers: ['why'],
    params: { D: 8 },
    step: 0,
    stage: ['space'],
    controls: ['n'],
    text: '{n} particles begin at σ = 10, drawn as if all eight charges were one in the middle. The field knows no particle’s destination: each follows its own line.',
    while: (p) => isRing(p) && p.D === 8 && p.alpha === 0,
    predict: {
      ask: 'At the floor, each of the eight charges has …',
      options: ['about an eighth of them', 'the nearer ones more', 'anything'],
      right: 0,
    },
    do: { say: 'Let them fall', step: 'end', done: (_, now) => atEnd(now) },
    see: '{landed} % are within 0.02 of a charge; each has from {fewest} to {most} of them, {fair} if it were no chance.',
    why: 'Field lines neither begin nor end in empty space, so the flux between the same lines is the same at every height. All charges send out equally many.',
  },
  {
    id: 'tulip',
    title: 'From umbrella to diffusion',
    answers: ['why'],
    params: { D: 1, start: [0.5, 0.35] },
    step: 6,
    stage: ['space', 'gap'],
    waits: ['gap'],
    controls: ['D'],
    text: 'At D = 1 the lines come in from far aside: an umbrella. Blue lines are those of a diffusion model, where each charge counts by a Gaussian of its distance. The traced paths of both are {gap} apart at σ = 0.5.',
    while: (p) => isRing(p) && p.alpha === 0,
    predict: {
      ask: 'At D = 64, and then at D = 128, the distance …',
      options: ['stays', 'halves', 'falls to a quarter'],
      right: 1,
    },
    do: { say: 'Raise D to 128', params: { D: 128 }, done: (p) => p.D >= 100 && p.D < 5000 },
    see: 'For D = {D} they are {gap} apart. Times D that is about {gapLimit}, for every large D: slope −1 in the chart.',
    why: '(1 + q/Dσ²) to the power −D/2 tends to the exponential of −q/2σ², and misses it by a share of about 1/D. So diffusion is D = ∞ of one family.',
  },
  {
    id: 'student',
    title: 'D is degrees of freedom',
    answers: ['cost'],
    params: { D: 1, steps: 5 },
    step: 'end',
    stage: ['space', 'kernel'],
    controls: ['D'],
    text: 'The noise of this family is a Student t with D degrees of freedom: its tails are heavy. At D = 1 the farthest of {n} starts is {farthest} start heights away, and in five long steps only {landed} % land within 0.02 of a charge.',
    while: (p) =>
      p.tab === 'plane' && p.sigmaMax === 10 && p.steps === 5 && p.count === 8 && p.moved.length === 0 && p.alpha === 0,
    predict: {
      ask: 'With D = 64, in the same five steps, …',
      options: ['no more land', 'about half land', 'all land'],
      right: 2,
    },
    do: { say: 'Raise D to 64', params: { D: 64 }, done: (p, now) => p.D >= 32 && atEnd(now) },
    see: '{landed} % land. For D = {D} the tails are nearly Gaussian. With few steps small D costs accuracy; a step itself costs the same for any D.',
    why: 'It is not the far starts: at D = 1 the weight of a charge falls as a low power of its distance. So far charges still pull near the floor, the lines bend late, and long steps miss.',
  },
  {
    id: 'noisy',
    title: 'What this toy cannot show',
    answers: ['limits'],
    params: { D: DIFFUSION, height: 'log' },
    step: 'end',
    stage: ['space'],
    controls: ['alpha'],
    text: 'Diffusion, D = ∞, on the ring, with heights on a logarithmic scale: {landed} % of the particles land within 0.02 of a charge. The surprise at noise that is too long should hurt it most of all.',
    while: (p) => isRing(p) && p.D === DIFFUSION,
    predict: {
      ask: 'Push all particles at random before each step, α = 0.3. Those who land are …',
      options: ['about half', 'a few', 'still all'],
      right: 2,
    },
    do: { say: 'Raise α to 0.3', params: { alpha: 0.3 }, done: (p, now) => p.alpha >= 0.25 && atEnd(now) },
    see: '{landed} % still land. Here injected noise does no harm, for any D that was tried.',
    why: 'This field is exact everywhere, and corrects every push. A network knows its field only where it was trained. So the harm is one of learning, and Z is our stand-in for it.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found', 'limits'],
    params: { tab: 'radius', D: DIFFUSION, alpha: 0.5 },
    step: 'end',
    stage: ['surprise', 'radii'],
    controls: ['D'],
    text: 'The paper trains networks of one kind for several D, and judges pictures by FID, a distance from real ones: smaller is better. At α = 0.5 a diffusion model, D = ∞, is surprised by {surprise} standard deviations, and at D = 1 a network has inputs of all lengths to learn.',
    while: (p) => isPicture(p) && p.alpha === 0.5,
    predict: {
      ask: 'Of D = 128, 2048 and ∞, which gives the best CIFAR-10 pictures?',
      options: ['128', '2048', '∞, diffusion'],
      right: 1,
    },
    do: { say: 'Lower D to 2048', params: { D: 2048 }, done: (p) => p.D >= 100 && p.D <= 4096 },
    see: 'FID on CIFAR-10: 1.98 for diffusion (EDM), 1.91 for D = 2048, 1.92 for D = 128; with class labels 1.74 for D = 2048. On faces of 64 × 64, 2.43 for D = 128. Z is {surprise} for D = {D}.',
    why: 'Large D is easy to learn but knows one length of noise; small D knows all, and has more to learn. So neither end is best: the paper tries several D. Smaller D also bears injected noise better.',
  },
]
