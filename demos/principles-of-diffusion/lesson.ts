// The lesson: from one noisy value and its many origins to one function in four units, the three views that use it, what steps cost, and the map behind them.
import { defaultsOf, type Moment, type Stop, sameValue } from '@/contract'
import type { Errors } from './errors'
import type { Frame } from './model'
import { bumpOf, MOST, type Params, params, siteOf, usedBumps } from './params'
import { presets, type View } from './presets'
import type { readouts } from './readouts'
import type { Trained } from './training'

interface Maps {
  errors: Errors
  training: readonly Trained[]
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>
type Now = Moment<Frame, keyof typeof readouts, Maps>

const usual = defaultsOf(params)
/** Data and page are the usual ones, and so is the schedule, except where it is free. */
const isUsual = (p: Params, free: readonly (keyof Params)[] = []) =>
  (['tab', 'shares', 'bumps', 'schedule', 'lambda', 'sampler', 'steps'] as const).every(
    (name) => free.includes(name) || sameValue(p[name], usual[name]),
  )
const atEnd = ({ step, steps }: Now) => step === steps
const isNear = (a: number, b: number, by: number) => Math.abs(a - b) <= by
const isPlane = (p: Params) =>
  p.tab === 'plane' &&
  p.time === 0.8 &&
  sameValue(p.spot, presets.plane.params.spot) &&
  (['schedule', 'sites', 'spread'] as const).every((name) => sameValue(p[name], usual[name]))
const isPoint = (p: Params, time: number, x: number) => p.time === time && p.x === x

// --- ways to other demos: the same bumps there, as far as they can be had -----------------------------------------------------------------------------

const cut = (v: number, low: number, high: number) => Math.round(Math.min(Math.max(v, low), high) * 1000) / 1000
const placed = (p: Params, first: number, reach: number, wide: number) =>
  usedBumps(p)
    .slice(0, 2)
    .map((k, i) => `${i + first}:${cut(bumpOf(p, k)[0], -reach, reach)},${cut(bumpOf(p, k)[1], 0.1, wide)}`)
    .join(';')
/** Two bumps with a wrong score: there the error is taken away. */
function inGap(p: Params): string {
  const [a = 0, b = a] = usedBumps(p)
  const weight = cut(a === b ? 0.5 : p.shares[a]! / (p.shares[a]! + p.shares[b]!), 0, 0.95)
  const bumps = a === b ? placed(p, 1, 2.5, 1) : placed(p, 0, 2.5, 1)
  return `delta=0&lambda=${p.lambda}&weight=${a === b ? 0 : weight}&bumps=${bumps}`
}
/** From one normal hump on the left to two equal ones, by a straight interpolant. Time runs the other way there. */
const inInterpolants = (p: Params) =>
  `scene=line&path=sided&deltaB=0&eps=${p.lambda}&humps=0:0,1;${placed(p, 1, 3, 1.5)}${usedBumps(p).length === 1 ? `;${placed(p, 2, 3, 1.5)}` : ''}`
const inEvodiff = ({ steps }: Params) => `data=wheel&calls=${cut(steps, 4, 40)}`
const inGauge = (p: Params) =>
  `tab=plane&data=blobs&moved=${Array.from({ length: MOST }, (_, k) => `${k}:${siteOf(p, k).join()}`).join(';')}`

export const lesson: readonly LessonStop[] = [
  {
    id: 'guess',
    title: 'One noisy value, many origins',
    answers: ['problem'],
    params: { drawn: 'lines', sampler: 'map', jumps: 0 },
    step: 'end',
    stage: ['strip', 'slice'],
    controls: ['time', 'x'],
    text: 'Data x₀ are blurred: x = αx₀ + σε, with noise ε. As time t goes from 0 to 1, their share α falls to 0 and that of noise, σ, rises to 1. A point at t = 0.6 may come from all of the blue fan. Its mean x̂₀ (square) is the best guess: {dataHat}, where few data are.',
    while: (p) => isUsual(p, ['sampler']) && p.x === usual.x,
    predict: {
      ask: 'Closer to noise, at t = 0.95, the best guess is …',
      options: ['in one of the bumps', 'near the mean of all data', 'at the point'],
      right: 1,
    },
    do: { say: 'Drag the point to t = 0.95', params: { time: 0.95 }, done: (p) => p.time >= 0.92 },
    see: 'x̂₀ is {dataHat}; the mean of all data is −0.05. What the point may have been is spread by {doubt}.',
    why: 'A late point says little, so one guess has to be a compromise. Going back in steps, each with a new guess, it need not be.',
  },
  {
    id: 'names',
    title: 'One function, four names',
    answers: ['idea'],
    params: { jumps: 0, drawn: 'arrows', sampler: 'map' },
    step: 'end',
    stage: ['slice', 'strip'],
    controls: ['x', 'target'],
    text: 'From the mean of the data, x̂₀, follows that of the noise, ε̂ = (x − αx̂₀)/σ. The slope of the log density, the score, is s = −ε̂/σ. And points here move by v = α̇x̂₀ + σ̇ε̂ on average, their velocity (arrows, back in time); α̇ and σ̇ are the rates of α and σ.',
    while: (p) => isUsual(p, ['sampler']) && p.time === usual.time,
    predict: {
      ask: 'Who knows s at a point, knows x̂₀ …',
      options: ['not at all', 'roughly', 'exactly'],
      right: 2,
    },
    do: { say: 'Drag the point to x = 1', params: { x: 1 }, done: (p) => isNear(p.x, 1, 0.15) },
    see: 'All four moved: x̂₀ = {dataHat}, ε̂ = {noiseHat}, s = {score}, v = {velocity}. Each gives the others back, to rounding.',
    why: 'x and t are known. So each is another one times a known factor, plus a known multiple of x: one function, in four units.',
  },
  {
    id: 'pairs',
    title: 'How to learn what nobody has seen',
    answers: ['idea'],
    params: { jumps: 0, drawn: 'arrows', sampler: 'map', fan: false },
    step: 'end',
    stage: ['strip', 'slice'],
    controls: ['fan'],
    text: 'No table has ε̂, s or v: they are means over all data that x may come from. But pairs are easy to make. Take data x₀, draw noise ε, mix them to x. For this pair ε is known; a network is told x and t, and names ε, so that the mean squared error is least.',
    while: (p) => isUsual(p, ['sampler']) && isPoint(p, usual.time, usual.x),
    predict: {
      ask: 'Many pairs come to the same x. At its best the network says there …',
      options: ['the ε of one of the pairs', 'the mean of all their ε', 'nothing of use'],
      right: 1,
    },
    do: { say: 'Draw what x may come from', params: { fan: true }, done: (p) => p.fan },
    see: 'The mean of all their ε, over the whole fan: that is ε̂, here {noiseHat}. With it s = {score} and v = {velocity} are learned.',
    why: 'The squared error is least at the mean; how pairs scatter around it, no network can change. So it learns s or v from pairs that know neither: the conditioning trick.',
  },
  {
    id: 'variational',
    title: 'First view: undo a small step',
    answers: ['idea'],
    preset: 'bigJump',
    stage: ['kernel', 'strip'],
    controls: ['to'],
    text: 'The variational view (DDPM): draw where the point was at an earlier time s from one bell, around a mix of x and x̂₀. From t = 0.8 to s = 0.2 the exact law (ink) has two hills; the bell is {ddpmWidth} wide in the place of {kernelWidth}.',
    while: (p) => isUsual(p, ['sampler']) && isPoint(p, 0.8, -1),
    predict: {
      ask: 'A small step, to s = 0.75. Bell and law are …',
      options: ['nearly the same', 'as far apart', 'around other means'],
      right: 0,
    },
    do: { say: 'Land at s = 0.75', params: { to: 0.75 }, done: (p) => p.to >= 0.72 && p.to < 0.8 },
    see: 'Nearly the same: KL, how far the bell is from the law, is {kl} nats; from 0.8 to 0.2 it was 9.36. Their means agree for every step.',
    why: 'What is unknown of x₀ adds a variance with the square of the step, the step’s own noise one with its length: in small steps only the bell is left.',
    link: { slug: 'evodiff', query: 'step=certain', label: 'Steps that remove this variance' },
  },
  {
    id: 'score',
    title: 'Second view: climb and shake',
    answers: ['why'],
    params: { sampler: 'sde', lambda: 1, steps: 128, fan: false, jumps: 0 },
    step: 0,
    stage: ['strip'],
    controls: ['lambda'],
    text: 'The score view. Particles go back in time by v. Besides, each is pushed uphill, along the score, and shaken at random; λ says how strongly, both at once. With λ = 1 the shaking is as strong as the noise that was added on the way from the data.',
    while: (p) =>
      isUsual(p, ['sampler', 'steps', 'lambda']) && p.sampler === 'sde' && p.steps === 128 && isNear(p.lambda, 1, 0.3),
    predict: {
      ask: 'Compared with the true density at the end, the shaken particles are …',
      options: ['spread wider', 'drawn together', 'spread alike'],
      right: 2,
    },
    do: { say: 'Let the particles go to the end', step: 'end', done: (_, now) => atEnd(now) },
    see: 'Spread alike, though paths are ragged and cross: below any place the share of particles is at most {apart} off. 300 points drawn by luck are off by 0.05 as a rule.',
    why: 'Shaking spreads the density, climbing along its own score gathers it, and for every λ the two cancel.',
    link: { slug: 'ode-sde-gap', query: inGap, label: 'These bumps, where the score can be wrong' },
  },
  {
    id: 'flow',
    title: 'Third view: follow the flow',
    answers: ['why'],
    params: { sampler: 'sde', lambda: 1, steps: 128, fan: false, jumps: 0 },
    step: 'end',
    stage: ['strip'],
    controls: ['lambda'],
    text: 'Shaken particles cross all the time: where one is says little about where it ends. Take all shaking away, and the flow view is left: follow v, the mean velocity of all points that pass a place. That is the exact path.',
    while: (p) => isUsual(p, ['sampler', 'steps', 'lambda']) && p.sampler === 'sde' && p.steps === 128,
    predict: {
      ask: 'Without shaking, paths cross …',
      options: ['less often', 'never', 'only at the end'],
      right: 1,
    },
    do: { say: 'Lower λ to 0', params: { lambda: 0 }, done: (p, now) => p.lambda === 0 && atEnd(now) },
    see: 'Never, and the density is as true: below any place the share of particles is at most {apart} off.',
    why: 'One place and time have one velocity, so paths that met would stay together. On a line each keeps its share of the mass below it.',
    link: { slug: 'stochastic-interpolants', query: inInterpolants, label: 'These bumps as a flow between two clouds' },
  },
  {
    id: 'halve',
    title: 'The price: calls of the network',
    answers: ['cost'],
    step: 'end',
    params: { fan: false, jumps: 0 },
    stage: ['errors', 'strip'],
    waits: ['errors'],
    controls: ['steps', 'per'],
    text: 'Samplers go in steps. DDIM holds x̂₀ and ε̂ for a step; Euler holds v; Heun takes the mean of two v, at two calls of the network; DPM++ recalls the guess before. In 16 steps the worst of five points ends {errorDdim}, {errorEuler}, {errorHeun}, {errorDpm} off.',
    while: (p) => isUsual(p, ['steps', 'sampler']),
    predict: {
      ask: 'Twice the steps. Heun’s error shrinks to …',
      options: ['a half', 'about a quarter', 'a sixteenth'],
      right: 1,
    },
    do: { say: 'Take 32 steps', params: { steps: 32 }, done: (p) => p.steps >= 31 && p.steps <= 33 },
    see: 'About a quarter, {errorHeun}. DDIM {errorDdim} and Euler {errorEuler} shrink to a half, DPM++ {errorDpm} to a third; from 64 to 128 steps it, too, comes to a quarter.',
    why: 'What is held for a step errs in proportion to its length: half the step, half the error (order 1). A second look or a memory takes that out: a quarter (order 2), with DPM++ for one call.',
    link: { slug: 'evodiff', query: inEvodiff, label: 'As many calls on a wheel of Gaussians' },
  },
  {
    id: 'straight',
    title: 'Is Euler the same as DDIM?',
    answers: ['cost'],
    params: { fan: false, jumps: 0 },
    step: 'end',
    stage: ['errors', 'strip'],
    controls: ['schedule'],
    text: 'DDIM holds x̂₀ and ε̂ for a step and mixes them anew; Euler holds v. “Euler = DDIM”, the book says of v. How α and σ run is called the schedule. On this one, cosine and sine of a quarter turn, the two end {errorDdim} and {errorEuler} off.',
    while: (p) => isUsual(p, ['schedule', 'sampler']) && p.schedule !== 've',
    predict: {
      ask: 'On the straight schedule, α = 1 − t and σ = t, they are …',
      options: ['one rule', 'farther apart', 'the other way round'],
      right: 0,
    },
    do: { say: 'Take the straight schedule', params: { schedule: 'linear' }, done: (p) => p.schedule === 'linear' },
    see: 'One rule: DDIM ends {errorDdim} off, Euler {errorEuler}.',
    why: 'v = α̇x̂₀ + σ̇ε̂ stays as it is with x̂₀ and ε̂ only if α̇ and σ̇ do. The book lets α and σ run on within its Euler step.',
  },
  {
    id: 'map',
    title: 'The flow map behind all of it',
    answers: ['idea'],
    preset: 'flowMap',
    params: { jumps: 1 },
    stage: ['strip'],
    controls: ['jumps', 'to'],
    text: 'What samplers approximate is the flow map: it takes a point from t to s along its exact path. On a line it is known: as much mass stays below. From t = 0.9 to 0.05 it lands at {landing}; one step of DDIM would land at {ddimLanding}.',
    while: (p) => isUsual(p, ['sampler']) && isPoint(p, 0.9, 0.4) && p.to === 0.05,
    predict: {
      ask: 'In two jumps it lands …',
      options: ['a little off', 'at the same place', 'closer to the data'],
      right: 1,
    },
    do: { say: 'Take two jumps', params: { jumps: 2 }, done: (p) => p.jumps === 2 },
    see: 'At the same place: in two jumps it lands at {landing}, in one at {direct}.',
    why: 'Where a flow leads depends only on place and time. Consistency models learn the map from this: all points of a path must land at one place.',
  },
  {
    id: 'plane',
    title: 'In a plane nothing keeps order',
    answers: ['limits'],
    preset: 'plane',
    params: { sampler: 'ddim', steps: 8 },
    stage: ['plane', 'errors'],
    waits: ['errors'],
    controls: ['steps', 'sampler'],
    text: 'The same formulas in a plane: x̂₀ (square) is a mean over four Gaussians, each as likely as its line is wide. But no order gives the flow map; the exact path (ink) took 400 small steps. DDIM with 8 ends {missed} off. (The chart is of five other points.)',
    while: (p) => isPlane(p) && p.sampler === 'ddim',
    predict: {
      ask: 'Four times the steps. It misses by …',
      options: ['about a quarter', 'about a sixteenth', 'nothing'],
      right: 0,
    },
    do: { say: 'Take 32 steps', params: { steps: 32 }, done: (p, now) => p.steps >= 31 && p.steps <= 33 && atEnd(now) },
    see: 'About a quarter: it ends {missed} off. In the chart, the worst of the five others is {errorDdim} off.',
    why: 'DDIM has order 1 here, too: a quarter of the step, a quarter of the error. A map would do in one step, but has to be learned; then a network errs in the solver’s place.',
    link: { slug: 'gauge-freedom', query: inGauge, label: 'These Gaussians, and a field that is no score' },
  },
  {
    id: 'train',
    title: 'Equal at the optimum only',
    answers: ['limits'],
    params: { tab: 'train', target: 'noise' },
    step: 'end',
    stage: ['misses', 'slice'],
    waits: ['misses'],
    controls: ['time', 'target'],
    text: 'Four networks learn from the same samples, each another target; at the optimum all are one function. After 600 updates what they say, turned into velocities, is off by {missX0} (x₀ learned), {missNoise} (ε), {missScore} (s), {missVelocity} (v): root mean squares over all times.',
    while: (p) => p.tab === 'train' && p.updates === 600 && p.weighting === 'own' && p.schedule === 'vp' && p.seed === usual.seed,
    predict: {
      ask: 'Close to noise the largest error has who learned …',
      options: ['x₀', 'ε or s', 'v'],
      right: 1,
    },
    do: {
      say: 'Go to t = 0.97',
      params: { time: 0.97 },
      done: (p, { maps }) => p.time >= 0.95 && maps.training?.done === 1,
    },
    see: 'Close to noise ε and s err most (curves), close to data x₀ does; v errs evenly at both ends.',
    why: 'x̂₀ = (x − σε̂)/α divides an error in ε̂ by α, small here; ε̂ = (x − αx̂₀)/σ divides one in x̂₀ by σ, small near data.',
    link: { slug: 'score-or-wgf', query: 'tab=learning', label: 'Is what a network learns a score?' },
  },
  {
    id: 'found',
    title: 'What the book found',
    answers: ['found'],
    params: { sampler: 'sde', lambda: 1, steps: 128, fan: false, jumps: 0 },
    step: 'end',
    stage: ['strip', 'slice'],
    controls: ['lambda'],
    text: 'The book has proofs, no measurements: four targets are one function up to weights (Conclusion 6.3.2), any noise keeps the densities (Proposition 6.4.1). DPM-Solvers, it says, do in 10 to 15 steps what took DDIM over 50. Here, with λ = 1, shares are {apart} off.',
    while: (p) => isUsual(p, ['sampler', 'steps', 'lambda']) && p.sampler === 'sde' && p.steps === 128 && p.seed === usual.seed,
    predict: {
      ask: 'Shaken twice as strongly, λ = 2, the shares of particles are …',
      options: ['off by twice as much', 'off by luck alone', 'off by half as much'],
      right: 1,
    },
    do: { say: 'Raise λ to 2', params: { lambda: 2 }, done: (p, now) => isNear(p.lambda, 2, 0.15) && atEnd(now) },
    see: 'Off by luck alone: by {apart} at most, with λ = 1 by 0.029. 300 points drawn from the true density are off by about 0.05, so neither tells of another density.',
    why: 'The densities obey one equation, that of Fokker and Planck, whatever the noise. That is what the three views have in common.',
  },
]
