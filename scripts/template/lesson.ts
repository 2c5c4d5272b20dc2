// The lesson: what goes wrong with long steps, and what a better slope gains and costs.
import type { Stop } from '@/contract'
import type { Frame, Params } from './model'

/** Names of readouts, presets and views; `demo.ts` must have them. A demo with maps names their results in a sixth place: `{ sweep: Sweep }`. */
type LessonStop = Stop<Params, Frame, 'value' | 'error' | 'time', 'fine' | 'coarse' | 'midpoint', 'decay'>

export const lesson: readonly LessonStop[] = [
  {
    id: 'overshoot',
    title: 'Steps that are too long',
    answers: ['problem'],
    preset: 'coarse',
    step: 3,
    stage: ['decay'],
    controls: ['h'],
    text: 'The exact solution only shrinks. With the step {h} the computed one jumps over zero, and lands farther away each time.',
    predict: { ask: 'Below which step does it land nearer than it began?', options: ['$2/k$', '$1/k$'], right: 0 },
    do: { say: 'Shorten the step', params: { h: 0.1 }, done: (p) => p.rate * p.h < 2 },
    see: 'With the step {h} the value is {value} after {time}: it shrinks, as it should.',
    why: 'A step of Euler’s method multiplies the value by $1 - kh$. Its size is below 1 while $kh < 2$.',
  },
  {
    id: 'order',
    title: 'A better slope',
    answers: ['idea', 'why', 'cost', 'limits', 'found'],
    step: 'end',
    stage: ['decay'],
    controls: ['method', 'h'],
    text: 'Euler’s method asks for the slope once a step, where the step begins. At the end it is off by {error}.',
    while: (p) => p.rate * p.h < 2,
    do: { say: 'Take the midpoint method', params: { method: 'midpoint' }, done: (p) => p.method === 'midpoint' },
    see: 'Asking once more, in the middle of the step, leaves an error of {error}. It costs twice the work, and fails past the same $kh = 2$.',
    why: 'The slope in the middle is right for a parabola; the slope at the start only for a line.',
  },
]
