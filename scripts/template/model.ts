// x' = -k x in equal steps of h, by two explicit methods.
import { choice, number, type ParamsOf, type Stepped } from '@/contract'

export const params = {
  rate: number({
    label: 'rate',
    symbol: 'k',
    unit: '1/s',
    doc: 'Share that decays each second, while little has decayed.',
    default: 1,
    min: 0.1,
    max: 3,
    step: 0.01,
  }),
  h: number({
    label: 'step',
    symbol: 'h',
    unit: 's',
    doc: 'Time between two computed values. Small is exact, large is fast.',
    default: 0.5,
    min: 0.01,
    max: 2.5,
    step: 0.01,
  }),
  start: number({
    label: 'start',
    symbol: 'x_0',
    doc: 'The value at time 0.',
    default: 1,
    min: -1.4,
    max: 1.4,
    step: 0.01,
  }),
  method: choice({
    label: 'method',
    doc: 'How a step is taken.',
    options: { euler: 'Euler', midpoint: 'midpoint' },
    default: 'euler',
  }),
}
export type Params = ParamsOf<typeof params>

export interface State {
  x: number
  /** Steps taken. */
  n: number
}
export interface Frame {
  x: number
}

/** Length of a run, s. */
export const DURATION = 10

/** Solution at time `t`. */
export const exact = (t: number, p: Params) => p.start * Math.exp(-p.rate * t)

/** The factor of one step; README, “Derivation”. */
export function factor({ rate, h, method }: Params): number {
  const z = -rate * h
  return method === 'euler' ? 1 + z : 1 + z + z ** 2 / 2
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init: (p) => ({ x: p.start, n: 0 }),
  step(s, p) {
    s.x *= factor(p)
    s.n++
  },
  frame: ({ x }) => ({ x }),
  steps: (p) => Math.round(DURATION / p.h),
  dt: (p) => p.h,
}
