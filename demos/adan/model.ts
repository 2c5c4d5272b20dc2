// m ← β₁ m + (1 - β₁) g, v ← β₂ v + (1 - β₂) (g - g₋), n ← β₃ n + (1 - β₃) (g + β₂ (g - g₋))², θ ← (θ - η (m̂ + β₂ v̂)/(√n̂ + ε))/(1 + ηλ): Adan, in a
// race in the plane, beside its look-ahead twin, and as the optimizer of a network. One run a tab; only the open tab's is computed.
import type { Point, Stepped } from '@/contract'
import { ADAN } from '@/domains/optim/adaptive'
import { type Move, moveOf } from './arrows'
import { METHODS, type Method, type Params } from './params'
import { advanceRace, type Race, startRace } from './race'
import { advanceTraining, LANES, type Lane, saysOf, startTraining, type Training } from './training'
import { advanceTwins, startTwins, type Twins, type TwinsFrame, twinsFrame } from './twins'

export { type Params, params } from './params'

export interface State {
  step: number
  race: Race | null
  twins: Twins | null
  training: Training | null
}
export interface Mark {
  at: Point
  /** Step at which it diverged. */
  lost: number | null
  /** Its next step; null after it diverged. */
  move: Move | null
}
export interface Frame {
  race: Readonly<Record<Method, Mark>> | null
  twins: TwinsFrame | null
  /** The networks' outputs on the grid of ./training. */
  says: Readonly<Record<Lane, Float64Array>> | null
}

export const EPSILON = ADAN.epsilon

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init: (p) => ({
    step: 0,
    race: p.tab === 'race' ? startRace(p) : null,
    twins: p.tab === 'same' ? startTwins(p) : null,
    training: p.tab === 'net' ? startTraining(p) : null,
  }),
  step(s, p) {
    s.step++
    if (s.race) advanceRace(s.race, p, s.step)
    if (s.twins) advanceTwins(s.twins, p, s.step)
    if (s.training) advanceTraining(s.training, p, s.step)
  },
  frame: ({ race, twins, training }, p) => ({
    race: race && marksOf(race, p),
    twins: twins && twinsFrame(twins, p),
    says: training && (Object.fromEntries(LANES.map((lane) => [lane, saysOf(training[lane])])) as Record<Lane, Float64Array>),
  }),
  steps: (p) => (p.tab === 'net' ? p.budget : p.steps),
  dt: () => 1,
  pace: (p) => (p.tab === 'same' ? 4 : p.tab === 'net' ? 50 : Math.max(15, p.steps / 14)),
  /** When every method has arrived or diverged. */
  ended: ({ race, twins }) =>
    (race && METHODS.every((method) => race[method].lost >= 0)) || (twins && twins.lost >= 0) ? 'diverged' : null,
}

function marksOf(race: Race, p: Params): Readonly<Record<Method, Mark>> {
  const marks = METHODS.map((method): [Method, Mark] => {
    const { at, lost } = race[method]
    const isLost = lost >= 0
    return [method, { at: [at[0]!, at[1]!], lost: isLost ? lost : null, move: isLost ? null : moveOf(race, method, p) }]
  })
  return Object.fromEntries(marks) as Record<Method, Mark>
}
