// z ← β z + ∇f(w), w ← w - α z (heavy ball), beside gradient descent and Nesterov from the same start.
import type { Stepped } from '@/contract'
import { bestDescent, bestNesterov } from '@/domains/optim/heavyBallTheory'
import { type Objective, remaining } from '@/domains/optim/objectives'
import { gradientDescent, heavyBall, type MomentumSettings, nesterov, type Rule } from '@/domains/optim/rules'
import { atRest, type Walker, walk } from '@/domains/optim/walk'
import { memoized } from '@/memoized'
import { curvatureBounds, curvaturesAt, objectiveOf, type Params } from './params'

export { type Params, params } from './params'

export interface Runner extends Walker {
  /** Step at which it diverged, -1 before. It then stays at its last place. */
  lost: number
  /** First step since which it has stayed within `ARRIVED` of its first distance; -1 while it is outside. */
  arrived: number
}
export interface State {
  step: number
  /** The distance to the bottom at the start, or |∇f| if the bottom is unknown. */
  first: number
  descent: Runner
  ball: Runner
  nesterov: Runner
}
export type Method = 'descent' | 'ball' | 'nesterov'

export interface Mark {
  at: readonly [x: number, y: number]
  /** Step at which it diverged. */
  lost: number | null
}
export interface Frame {
  marks: Readonly<Record<Method, Mark>>
  /** Eigenvalues of the Hessian under the ball, ascending; in a straight valley they are 1 and κ everywhere. */
  curvatures: readonly [flat: number, steep: number] | null
}

const FAR = 1e6 // a method farther away has diverged
/** A method has arrived at this share of its first distance. */
export const ARRIVED = 1e-6
const SETTLED = 1e-12 // of the bottom, in the units of the plane

const RULES = { descent: gradientDescent, ball: heavyBall, nesterov } as const satisfies Record<Method, Rule<MomentumSettings>>

/** Step size and momentum of each. The others' best ones are known if the curvatures are known, and not only at Rosenbrock's bottom. */
export const tuningsOf = memoized((p: Params): Readonly<Record<Method, MomentumSettings>> => {
  const isKnown = p.objective === 'quadratic' || p.objective === 'piecewise'
  const bounds = isKnown && p.baselines === 'best' ? curvatureBounds(p) : null
  const descent = bounds ? bestDescent(...bounds) : { alpha: p.alpha, beta: 0 }
  const nesterov = bounds ? bestNesterov(...bounds) : p
  return {
    descent: { rate: descent.alpha, beta: 0 },
    ball: { rate: p.alpha, beta: p.beta },
    nesterov: { rate: nesterov.alpha, beta: nesterov.beta },
  }
})

const before = new Float64Array(2) // holds nothing between two calls

/** One step of one method, unless it has diverged. */
function advance(s: State, method: Method, p: Params, f: Objective): void {
  const runner = s[method]
  if (runner.lost >= 0) return
  before.set(runner.at)
  walk(runner, RULES[method], f, tuningsOf(p)[method])
  if (Math.hypot(runner.at[0]!, runner.at[1]!) <= FAR) {
    note(runner, s, f)
    return
  }
  runner.at.set(before) // too far, or not a number
  runner.lost = s.step
  runner.arrived = -1
}

/** The remaining distance of a method. */
const left = ({ at }: Walker, f: Objective): number => remaining(f, at[0]!, at[1]!)

function note(runner: Runner, s: State, f: Objective): void {
  if (!(left(runner, f) <= ARRIVED * s.first)) runner.arrived = -1
  else if (runner.arrived < 0) runner.arrived = s.step
}

/** Diverged, or at the bottom without motion. `reach` turns the rule's memory into a displacement. */
const isDone = (runner: Runner, f: Objective, reach: number) =>
  runner.lost >= 0 || (left(runner, f) <= SETTLED && reach * Math.hypot(...(runner.memory.kept[0] ?? [])) <= SETTLED)

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const f = objectiveOf(p)
    const runner = (method: Method): Runner => ({ ...atRest(RULES[method], p.start), lost: -1, arrived: -1 })
    const s = {
      step: 0,
      first: remaining(f, ...p.start),
      descent: runner('descent'),
      ball: runner('ball'),
      nesterov: runner('nesterov'),
    }
    for (const one of [s.descent, s.ball, s.nesterov]) note(one, s, f)
    return s
  },
  step(s, p) {
    const f = objectiveOf(p)
    s.step++
    advance(s, 'descent', p, f)
    advance(s, 'ball', p, f)
    advance(s, 'nesterov', p, f)
  },
  frame: (s, p) => ({
    marks: { descent: markOf(s.descent), ball: markOf(s.ball), nesterov: markOf(s.nesterov) },
    curvatures: curvaturesAt(objectiveOf(p), s.ball.at[0]!, s.ball.at[1]!),
  }),
  steps: (p) => p.steps,
  dt: () => 1,
  /** When every method is done. The toggles do not count: what is drawn must not change the run. */
  ended(s, p) {
    if (s.descent.lost >= 0 && s.ball.lost >= 0 && s.nesterov.lost >= 0) return 'diverged'
    const f = objectiveOf(p)
    return isDone(s.descent, f, 0) && isDone(s.ball, f, p.alpha) && isDone(s.nesterov, f, 1) ? 'converged' : null
  },
}

const markOf = (runner: Runner): Mark => ({ at: [runner.at[0]!, runner.at[1]!], lost: runner.lost < 0 ? null : runner.lost })

/** The ball's errors in the eigenbasis of the straight valley: along its floor (e₁) and across (e₂). */
export function errorsOf(s: State, p: Params): readonly [along: number, across: number] {
  const cos = Math.cos((p.phi * Math.PI) / 180)
  const sin = Math.sin((p.phi * Math.PI) / 180)
  const [x, y] = s.ball.at as unknown as [number, number]
  return [x * cos + y * sin, y * cos - x * sin]
}
