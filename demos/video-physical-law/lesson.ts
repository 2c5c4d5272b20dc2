// The lesson: a network that seems to know inertia, how one finds out that it does not, and what it does instead.
import type { Moment, Stop } from '@/contract'
import { edgesOf } from './learners/clips'
import type { Combination, Contest, Learned, Response, Thrown } from './maps'
import type { Frame } from './model'
import { PRINTED } from './paper'
import type { Params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'
import { inPaperOrder, pixelDistances } from './world/pixelDistance'

interface Maps {
  learned: Learned
  response: Response
  thrown: Thrown
  plane: readonly Combination[]
  contests: readonly Contest[]
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>
type Now = Moment<Frame, keyof typeof readouts, Maps>

const isUsual = (p: Params) =>
  p.pair === 'none' && !p.mirror && p.width === 32 && p.updates === 3000 && p.clips === Number.POSITIVE_INFINITY && p.seed === 0
const isWhole = (p: Params) => p.tab === 'film' && isUsual(p) && p.gap === 0 && p.slowest === 1
const isGap = (p: Params) => p.tab === 'film' && isUsual(p) && p.slowest === 1 && p.fastest === 4 && p.gap >= 2 && p.gapAt === 2.5
const hasThrown = ({ maps }: Now) => maps.thrown?.done === 1
const hasCurve = ({ maps }: Now) => maps.response?.done === 1
const atEnd = ({ step, steps }: Now) => step === steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'throw',
    title: 'It rolls on, does it not?',
    answers: ['problem'],
    preset: 'whole',
    stage: ['film', 'response'],
    waits: ['response'],
    controls: ['velocity'],
    text: 'Films of a ball on a ring, a row a frame. Three frames are shown; below the line a small network draws six more. Dashed: where the ball should be. It was trained on velocities from 1 to 4. This ball has {velocity}, and rolls on with {generated}.',
    while: (p) => isWhole(p) && p.fastest === 4,
    predict: { ask: 'Throw the ball at 5.5. In the film it rolls on with …', options: ['5.5', 'about 4', '0'], right: 1 },
    do: { say: 'Throw the ball at 5.5', params: { velocity: 5.5 }, done: (p, now) => p.velocity >= 5 && hasThrown(now) },
    see: 'With {generated}, though three frames show {velocity}. The film is sharp, and looks right. Over 40 starts the median is {usual}.',
    why: 'Films within the training look as if the network knew inertia, so one believes that it does. They cannot tell a law from a good memory; only new speeds can.',
  },
  {
    id: 'gap',
    title: 'Take away what lies between',
    answers: ['idea'],
    preset: 'whole',
    params: { velocity: 2 },
    stage: ['response', 'film'],
    controls: ['gap'],
    text: 'Generated against shown velocity; on the dashed diagonal inertia holds. The curve is on it between 1 and 4, with a mean error of {errorSeen}; beyond, it is {errorBeyond}. The idea of the paper: withhold clips, and see what is made of them.',
    while: (p) => p.tab === 'film' && isUsual(p) && p.slowest === 1 && p.fastest === 4 && p.gapAt === 2.5 && p.island === 0,
    predict: {
      ask: 'Without clips from 1.25 to 3.75, between them the curve is …',
      options: ['a straight line', 'a step', 'flat'],
      right: 1,
    },
    do: { say: 'Pull the gap open to 2.5', preset: 'gap', params: { velocity: 2 }, done: (p, now) => isGap(p) && hasCurve(now) },
    see: 'A step, from about 1 to nearly 4. In the gap the mean error is {errorBetween}. The shown ball, at {velocity}, rolls with {generated}.',
    why: 'A law would lead straight across the gap. Whoever has only cases to go by takes the nearer edge.',
  },
  {
    id: 'cases',
    title: 'A learner that only looks up',
    answers: ['why'],
    preset: 'gap',
    params: { velocity: 2 },
    stage: ['response', 'film'],
    controls: ['velocity', 'noise'],
    text: 'Blue: a second learner, without any training. It looks for clips whose three frames resemble the shown ones, pixel by pixel, and replays what came next. For a ball at {velocity} it plays one at {casesVelocity}.',
    while: (p) => isGap(p) && p.island === 0,
    predict: { ask: 'Throw at 3. The looked-up clip rolls with …', options: ['1.2', '3', '3.8'], right: 2 },
    do: {
      say: 'Throw the ball at 3',
      params: { velocity: 3 },
      done: (p, now) => p.velocity >= 2.8 && p.velocity < 3.75 && hasThrown(now),
    },
    see: 'With {casesVelocity}. The network says {generated}. Its curve and that of the looked-up clips are much alike.',
    why: 'An ideal diffusion model that has learned finitely many clips by heart does just this. The network was never told to, and does nearly the same.',
  },
  {
    id: 'colours',
    title: 'Blue and slow: which is wrong?',
    answers: ['why'],
    preset: 'colours',
    params: { velocity: 3.2 },
    stage: ['response', 'film'],
    waits: ['response'],
    controls: ['velocity'],
    text: 'Another training: red balls are slow, from 1 to 2.5, blue ones fast, from 2.5 to 4. The shown ball is blue and fast. Slow blue balls were never seen: each value was, but not both together.',
    while: (p) => p.tab === 'film' && p.pair === 'colourVelocity' && p.colour === 'blue' && p.gap === 0 && p.gapAt === 2.5,
    predict: { ask: 'A blue ball at 1.2 becomes …', options: ['red and slow', 'blue and slow', 'blue and fast'], right: 2 },
    do: {
      say: 'Throw the blue ball at 1.2',
      params: { velocity: 1.2 },
      done: (p, now) => p.velocity <= 1.5 && hasThrown(now) && hasCurve(now),
    },
    see: 'Blue by {blue} %, and fast: it rolls with {generated}, though {velocity} was shown.',
    why: 'Two cases compete: a red ball of this speed, and a blue one that is faster. The blue one is nearer, as the network sees it.',
  },
  {
    id: 'kept',
    title: 'Colour, size, velocity',
    answers: ['why'],
    params: { tab: 'plane', velocity: 3.8, radius: 0.75 },
    stage: ['plane', 'contests'],
    controls: ['pair'],
    text: 'Each point is a ball of some velocity and size, each arrow leads to what is made of it. In the box all combinations were trained. Suppose that small balls were always slow and large ones fast: small fast balls then are a new combination of seen values.',
    while: (p) => p.tab === 'plane' && p.gap === 0 && p.width === 32 && p.updates === 3000 && p.seed === 0,
    predict: {
      ask: 'A small ball that is too fast for its size …',
      options: ['grows', 'slows down', 'does a little of both'],
      right: 2,
    },
    do: {
      say: 'Train: small is slow, large is fast',
      params: { pair: 'sizeVelocity' },
      done: (p, { maps }) => p.pair === 'sizeVelocity' && maps.plane?.done === 1,
    },
    see: 'New combinations are drawn towards the boxes: their velocity is off by {errorSwapped}, that of trained ones by {errorTrained}. Bars, after three trainings: what is kept of two attributes that compete.',
    why: 'Colour keeps 95 % against size, size 78.5 against 77.6 % of velocity, colour 97 against 1 % of velocity: the paper’s order. Shape comes last there; a row of pixels has none.',
  },
  {
    id: 'pixels',
    title: 'Near and far, in pixels',
    answers: ['why'],
    params: { tab: 'pixels', radius: 1.05, faster: 1.5 },
    stage: ['distances', 'ranking'],
    controls: ['radius', 'faster'],
    text: 'The paper’s guess: what changes more pixels wins. For a disc of radius {radius} a wrong colour changes {byColour}, a wrong velocity only {byVelocity}. But size changes {bySize}, more than colour, and shape {byShape}, more than velocity.',
    while: (p) => p.tab === 'pixels',
    do: {
      say: 'Find a place where the order holds',
      params: { radius: 1.3, faster: 2.9 },
      done: (p) => inPaperOrder(pixelDistances(p.radius, p.faster)),
    },
    see: 'For r = {radius} and Δv = {faster}: colour {byColour}, size {bySize}, velocity {byVelocity}, shape {byShape}. Only for large balls and large differences do bare pixels give this order.',
    why: 'Velocity loses clearly against colour and size: between two frames a ball hardly moves. The rest of the order depends on the clips; a network’s own measure is not just pixels.',
  },
  {
    id: 'train',
    title: 'What it takes',
    answers: ['cost'],
    params: { tab: 'learning' },
    step: 2,
    stage: ['growth', 'loss'],
    controls: ['updates'],
    text: 'Here the network learns from the clips in the orange band, 64 new ones an update. After {update} updates it moves balls, but not by the speed that they have.',
    while: (p) => p.tab === 'learning' && isUsual(p) && p.gap === 0 && p.slowest === 1 && p.fastest === 4,
    predict: {
      ask: 'After all updates the curve is on the diagonal …',
      options: ['everywhere', 'above the band only', 'nowhere'],
      right: 1,
    },
    do: { say: 'Play to the end', step: 'end', done: (_, now) => atEnd(now) && now.maps.learned?.done === 1 },
    see: 'Above the band it has come up to the diagonal, beside it, it stays flat. The loss, {lastLoss} a pixel, knows nothing of the speeds beside the band.',
    why: '192,000 clips buy the band and no more. The law, x′ = 2x − x₋, has two numbers, is fitted by 200 clips and holds at all speeds; the network has 5,216.',
  },
  {
    id: 'heal',
    title: 'An island in the gap',
    answers: ['cost'],
    preset: 'gap',
    params: { velocity: 3 },
    stage: ['response', 'film'],
    controls: ['island'],
    text: 'The gap again: in it the mean error is {errorBetween}. Suppose there were a few clips in its middle, with velocities from 2.375 to 2.625.',
    while: (p) => isGap(p),
    predict: { ask: 'With them the step …', options: ['becomes two small ones', 'nearly disappears', 'stays'], right: 1 },
    do: {
      say: 'Add an island of width 0.25',
      preset: 'healed',
      params: { velocity: 3 },
      done: (p, now) => p.island >= 0.2 && p.island <= 0.5 && hasCurve(now),
    },
    see: 'In the gap the error is now {errorBetween}. The looked-up clips, blue, still go by steps: between cases that are not too far apart, the network does interpolate.',
    why: 'So what is bought with data is coverage. The paper says so, too: more kinds of combinations help, more clips of the same kind do not.',
  },
  {
    id: 'mirror',
    title: 'A helpful trick that harms',
    answers: ['limits'],
    preset: 'fast',
    stage: ['response', 'film'],
    controls: ['mirror'],
    text: 'A training with fast clips only, from 2.5 to 4. A ball at {velocity} is taken for a fast one. It is common to flip clips, left for right, so as to have more of them.',
    while: (p) => p.tab === 'film' && p.slowest === 2.5 && p.fastest === 4 && p.gap === 0 && p.velocity <= 0.7,
    predict: { ask: 'With flipped clips some slow balls …', options: ['roll right', 'stop', 'turn round'], right: 2 },
    do: {
      say: 'Add the mirrored clips',
      preset: 'mirror',
      done: (p, now) => p.mirror && hasThrown(now) && hasCurve(now) && now.maps.thrown!.result.reversed > 0,
    },
    see: 'Of 40 starts {reversed} % turn round, against all that was shown. Nothing in the clips was wrong.',
    why: 'A slow ball lies in the middle between fast ones to the right and to the left. Where the nearest cases disagree, chance decides.',
  },
  {
    id: 'found',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'whole',
    params: { velocity: 5 },
    stage: ['response', 'worlds'],
    controls: ['fastest'],
    text: `Kang et al. trained diffusion transformers on such films, also of collisions and throws. Rolling balls, mean error of velocity: ${PRINTED.withinLarge} within the training, ${PRINTED.beyondLarge} beyond it (DiT-L, 3 million clips); ${PRINTED.measuring} is what measuring costs.`,
    while: (p) => isWhole(p) && p.velocity === 5,
    predict: {
      ask: 'DiT-B with 30 thousand, 300 thousand, 3 million clips. Beyond:',
      options: [PRINTED.beyondByClips.join(', '), '0.433, 0.102, 0.019', '0.433, 0.398, 0.012'],
      right: 0,
    },
    do: {
      say: 'Train with clips up to 5',
      params: { fastest: 5 },
      done: (p, now) => p.fastest >= 4.9 && edgesOf(p).gap[0] > 1 && hasThrown(now) && hasCurve(now),
    },
    see: `Now the ball at 5 rolls with {generated}: one has to be there. In the paper 100 times the clips did not help beyond; more kinds of scenes did: 60 instead of 6 cut wrong films from ${PRINTED.wrong[6][1]} to ${PRINTED.wrong[60][1]} %.`,
    why: 'Their films pass for physics within the training, and follow the nearest case beyond: colour before size before velocity before shape. Scaling alone does not find laws.',
  },
]
