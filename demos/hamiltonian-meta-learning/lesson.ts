// The lesson: knowing an average of laws is no help with a new one, a start that was trained to learn is, and what that takes.
import type { Moment, Stop } from '@/contract'
import type { Frame } from './model'
import type { Learning } from './networks/learning'
import type { Params } from './params'
import type { presets, View } from './presets'
import type { readouts } from './readouts'

interface Maps {
  learning: Learning
}
type LessonStop = Stop<Params, Frame, keyof typeof readouts, keyof typeof presets, View, Maps>
type Now = Moment<Frame, keyof typeof readouts, Maps>

const isPaper = (p: Params) => p.alpha === 0.1 && p.noise === 0 && p.painted.length === 0 && p.seed === 0
const isGravity = (p: Params) => p.tab === 'adapt' && p.law === 'kepler' && p.theta === 1 && p.points === 40 && isPaper(p)
const hasReached =
  (steps: number) =>
  (_: Params, { step }: Now) =>
    step >= steps

export const lesson: readonly LessonStop[] = [
  {
    id: 'random',
    title: 'Five steps from anywhere',
    answers: ['problem'],
    params: { start: 'random' },
    step: 0,
    stage: ['landscapes'],
    controls: ['points'],
    text: 'A network says how much energy H a body has; the slopes of H say how it moves. It is to learn gravity from 40 states (dots) whose rates of change are known. Left the truth, right a network with random weights.',
    while: (p) => isGravity(p) && p.start === 'random',
    predict: { ask: 'After five gradient steps its error is …', options: ['above 1', 'about 0.5', 'about 0.1'], right: 0 },
    do: { say: 'Let it take five steps', step: 5, done: (_, { step }) => step >= 5 && step <= 8 },
    see: '{random}. To say that nothing ever moves or changes has the error 1: so far it has learned nothing.',
    why: 'Each step follows the slope of the loss a little way. From random weights even a hundred of them leave an error of 0.34.',
  },
  {
    id: 'average',
    title: 'Train on everything before',
    answers: ['problem'],
    params: { start: 'random' },
    step: 0,
    stage: ['landscapes'],
    controls: ['start'],
    text: 'A common remedy is pre-training: one network for all data of other laws, here springs, pendulums, Hénon and Heiles’s potential and a quartic one. Gravity is left out. Still drawn: the random start, error {random}.',
    while: (p, { step }) => isGravity(p) && step === 0 && (p.start === 'random' || p.start === 'pre'),
    do: { say: 'Take the pre-trained start', params: { start: 'pre' }, done: (p) => p.start === 'pre' },
    see: '{pre} before any step. It knows how momentum moves a body; but its landscape is a mean of four others, and is steepest outside, where gravity’s is flat.',
    why: 'At one and the same place different laws pull differently. One network without a hint can do no better than their average.',
  },
  {
    id: 'pad',
    title: 'Train to learn',
    answers: ['idea'],
    params: { start: 'pre' },
    step: 0,
    stage: ['landscapes'],
    controls: ['start'],
    text: 'Meta-learning asks for something else: not to be right, but to be right after a few steps. In each update a network takes three steps on 40 states of a law, and is judged on 40 others. Drawn: pre-trained, error {pre}.',
    while: (p, { step }) => isGravity(p) && step === 0 && (p.start === 'pre' || p.start === 'meta'),
    predict: { ask: 'Before any step, the meta-trained start is …', options: ['better', 'not better'], right: 1 },
    do: { say: 'Take the meta-trained start', params: { start: 'meta' }, done: (p) => p.start === 'meta' },
    see: '{meta}. It is a launching pad, not an average: before any step it may well be the worse one.',
    why: 'Nothing in its training asks how good it is before its steps. Medians of twelve tasks of gravity: 0.92 pre-trained, 1.01 meta-trained.',
  },
  {
    id: 'fold',
    title: 'Five steps from the pad',
    answers: ['idea'],
    step: 0,
    stage: ['landscapes'],
    controls: ['theta'],
    text: 'All three starts, before any step. Now each takes five steps on the same 40 states of gravity. Dashed in each picture: the true orbit.',
    while: (p) => isGravity(p) && p.start === 'all',
    predict: { ask: 'Who then has the smallest error?', options: ['random', 'pre-trained', 'meta-trained'], right: 2 },
    do: { say: 'Take five steps', step: 5, done: (_, { step }) => step >= 5 && step <= 8 },
    see: 'Random {random}, pre-trained {pre}, meta-trained {meta}: nearest to the truth, though no orbit is right yet.',
    why: 'Training has moved the weights to where the loss of any law has a slope that leads far down: where a short step changes H as a law can.',
  },
  {
    id: 'curves',
    title: 'How far ahead, how long',
    answers: ['why'],
    step: 5,
    stage: ['curves', 'landscapes'],
    controls: ['alpha'],
    text: 'The error of the same three on fresh states, step by step; pale is what comes. In training the meta-trained start only ever took three steps at a time. Here are five: {meta}.',
    while: (p) => isGravity(p) && p.start === 'all',
    do: { say: 'Go on to 100 steps', step: 100, done: hasReached(100) },
    see: 'Still ahead: {meta} against {pre} and {random}. What it had after five steps took the pre-trained start 14, and the random one 82.',
    why: 'What is shared by all laws, that ½|p|² moves a body and that H varies smoothly, need not be learned again. What differs lies a few steps away.',
  },
  {
    id: 'energy',
    title: 'Why learn an energy at all?',
    answers: ['why'],
    params: { tab: 'roll', law: 'pendulum', start: 'meta' },
    step: 0,
    stage: ['energies', 'orbits'],
    controls: ['k'],
    text: 'Two pendulums, after {k} steps. Beside the Hamiltonian network a plain one, meta-trained in the same way: it says the rates of change themselves, without an H. Both are followed for 10 units of time.',
    while: (p) => p.tab === 'roll' && p.law === 'pendulum' && p.theta === 1 && p.k === 5 && p.launch.length === 0 && isPaper(p),
    predict: {
      ask: 'Which keeps the energy that it believes in?',
      options: ['the Hamiltonian one', 'the plain one', 'both'],
      right: 0,
    },
    do: { say: 'Follow both', step: 'end', done: ({ tab }, { step, steps }) => tab === 'roll' && step === steps },
    see: 'Its own H has changed by {own}, the error of the steps. So the true energy only wavers, {gainMeta} now; the plain network’s has run to {gainPlain}.',
    why: 'ẋ is the slope of H turned so that it runs along lines of equal H, whatever the weights. The plain network has no such lines to keep to.',
  },
  {
    id: 'train',
    title: 'What the pad costs',
    answers: ['cost'],
    params: { tab: 'train', updates: 0 },
    step: 'end',
    stage: ['training', 'tried'],
    controls: ['updates', 'order'],
    text: 'Both starts are trained before your eyes, on the same tasks. For a task the meta-trained one needs four gradients: three of its steps and one to judge them. The pooled one needs two.',
    while: (p) => p.tab === 'train' && p.alpha === 0.1 && p.order === 'first' && p.strengths === 'wide' && p.seed === 0,
    predict: {
      ask: 'After 300 updates, with five steps on gravity, …',
      options: ['pre-trained is far ahead', 'meta-trained is far ahead', 'they are nearly equal'],
      right: 2,
    },
    do: {
      say: 'Train for 300 updates',
      params: { updates: 300 },
      step: 'end',
      done: (p, { maps }) => p.updates >= 300 && maps.learning?.done === 1,
    },
    see: 'Pre-trained {preAfter}, meta-trained {metaAfter}: nearly the same. The shipped starts had 3,000 updates; the medians are then 0.49 and 0.32. Learning to learn takes long.',
    why: 'Exact meta-gradients go back through the inner steps (second order) and cost three times as much. First order leaves that factor out.',
  },
  {
    id: 'before',
    title: 'With no step to take',
    answers: ['limits'],
    preset: 'pendulum',
    step: 0,
    stage: ['landscapes'],
    controls: ['theta'],
    text: 'Pendulums belong to the training; these have a strength of their own, θ = 0.6. Nobody has taken a step yet: pre-trained {pre}, meta-trained {meta}.',
    while: (p) => p.tab === 'adapt' && p.law === 'pendulum' && p.theta === 0.6 && p.points === 40 && isPaper(p),
    predict: { ask: 'After one step the meta-trained one is …', options: ['still behind', 'level', 'ahead'], right: 2 },
    do: { say: 'Take one step', step: 1, done: (_, { step }) => step >= 1 && step <= 60 },
    see: 'It is now: {meta} against {pre}; one step is enough. Who cannot take even that step, as data come too late or not at all, is better off with the average.',
    why: 'The pad relies on its steps. Without data there are none, and it was never asked for a good answer before.',
  },
  {
    id: 'few',
    title: 'Four observations',
    answers: ['limits'],
    step: 5,
    stage: ['landscapes', 'curves'],
    controls: ['points'],
    text: 'Gravity once more, with 40 observations and five steps: the meta-trained start has come from 0.79 to {meta}. What can be learned from four?',
    while: (p) => p.tab === 'adapt' && p.law === 'kepler' && p.theta === 1 && isPaper(p),
    predict: {
      ask: 'From these four the five steps lead to …',
      options: ['about 0.5', 'about 0.8, as before', 'more than 0.8'],
      right: 2,
    },
    do: { say: 'Leave it four observations', params: { points: 4 }, done: (p) => p.points <= 4 },
    see: '{meta}: it fits its four points and gets worse elsewhere. Drag one of them (squares), and the landscape follows.',
    why: 'Steps trained on forty points are too bold for four: each still goes the full way α∇L, though little is known.',
  },
  {
    id: 'paper',
    title: 'What the paper found',
    answers: ['found'],
    preset: 'gravity',
    stage: ['curves', 'landscapes'],
    controls: ['theta'],
    text: 'Song and Jeong train a graph network on some of six systems, springs to three bodies, and adapt it to the others: one inner step at α = 0.001, 50 points, 10 tasks, 5,000 updates. They report quick adaptation to systems never met.',
    while: (p) => p.tab === 'adapt' && p.law === 'kepler' && p.points === 40 && isPaper(p),
    do: { say: 'Make gravity stronger, θ = 1.6', params: { theta: 1.6 }, done: (p) => p.theta >= 1.5 },
    see: 'Here, with θ = 1.6: {meta} after five steps, {pre} pre-trained, {random} random. The paper reads it as one representation of H that several laws share.',
    why: 'Its public text gives these settings, and the finding in words. All errors on this page are measured here, on a much smaller network.',
  },
]
