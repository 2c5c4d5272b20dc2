// The run only counts: pairs of data, waves in the box, or iterates of the map. The pictures use closed forms, or what a map has learned.
import type { Stepped } from '@/contract'
import { framesOf, iterates, LOOKS, type Params } from './params'

export { type Params, params } from './params'

export interface State {
  step: number
}
export interface Frame {
  /** Torus: iterates of the map so far. */
  n: number
  /** Waves: the box has entries from -box to box. */
  box: number
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init: () => ({ step: 0 }),
  step(s) {
    s.step++
  },
  frame: ({ step }, p) => ({ n: p.system === 'torus' ? iterates(step, p) : 0, box: step + 1 }),
  steps: (p) => (p.system === 'torus' ? framesOf(p) : p.system === 'duffing' ? LOOKS - 1 : p.box - 1),
  dt: () => 1,
  pace: (p) => (p.system === 'torus' ? framesOf(p) / 12 : 3),
}
