// z ← β z + ∇f(w), w ← w - α z (heavy ball), beside gradient descent and Nesterov from the same start.
import type { Stepped } from '@/contract'
import { bestDescent, bestNesterov } from '@/domains/optim/heavyBallTheory'
import { type Objective, remaining } from '@/domains/optim/objectives'
import { atRest, gradientDescent, heavyBall, nesterov, type Rule, type Walker } from '@/domains/optim/updates'
import { curvatureBounds, curvaturesAt, objectiveOf, type Params } from './params'

export { type Params, params } from './params'

export interface Runner extends Walker {
  /** Step at which it flew off, -1 before. It then stays at its last place. */
  lost: number
  /** First step of those, up to now, in which it stayed within `ARRIVED` of its first distance; -1 while it is outside. */
  arrived: number
}
export interface State {
  step: number
  /** What was to go at the start: the distance to the bottom, or |∇f| where the bottom is unknown. */
  first: number
  descent: Runner
  ball: Runner
  nesterov: Runner
}
export type Method = 'descent' | 'ball' | 'nesterov'

export interface Mark {
  at: readonly [x: number, y: number]
  /** Step at which it flew off. */
  lost: number | null
}
export interface Frame {
  marks: Readonly<Record<Method, Mark>>
  /** Eigenvalues of the Hessian under the ball, ascending; in a straight valley they are 1 and κ everywhere. */
  curvatures: readonly [flat: number, steep: number] | null
}

const FAR = 1e6 // beyond this a method has flown off
/** A method has arrived at this share of its first distance. */
export const ARRIVED = 1e-6
const SETTLED = 1e-12 // of the bottom, in the units of the plane

interface Tuning {
  readonly alpha: number
  readonly beta: number
}
const baselines = new WeakMap<Params, Readonly<Record<'descent' | 'nesterov', Tuning>>>() // a memo, so that a step makes nothing anew

/** Step size and momentum of the other two. Their best ones are known where the curvatures are, not at Rosenbrock's bottom alone. */
export function baselinesOf(p: Params): Readonly<Record<'descent' | 'nesterov', Tuning>> {
  const old = baselines.get(p)
  if (old) return old
  const isKnown = p.objective === 'quadratic' || p.objective === 'piecewise'
  const bounds = isKnown && p.baselines === 'best' ? curvatureBounds(p) : null
  const made = {
    descent: bounds ? bestDescent(...bounds) : { alpha: p.alpha, beta: 0 },
    nesterov: bounds ? bestNesterov(...bounds) : { alpha: p.alpha, beta: p.beta },
  }
  baselines.set(p, made)
  return made
}

/** One step of one method, unless it flew off before. */
function advance(runner: Runner, rule: Rule, s: State, f: Objective, { alpha, beta }: Tuning): void {
  if (runner.lost >= 0) return
  const { x, y } = runner
  rule(runner, f, alpha, beta)
  if (Math.hypot(runner.x, runner.y) <= FAR) {
    note(runner, s, f)
    return
  }
  runner.x = x // too far, or not a number
  runner.y = y
  runner.lost = s.step
  runner.arrived = -1
}

function note(runner: Runner, s: State, f: Objective): void {
  if (!(remaining(f, runner.x, runner.y) <= ARRIVED * s.first)) runner.arrived = -1
  else if (runner.arrived < 0) runner.arrived = s.step
}

/** Gone, or at the bottom with no motion left. `reach` turns the rule's memory into a displacement. */
const isDone = (runner: Runner, f: Objective, reach: number) =>
  runner.lost >= 0 || (remaining(f, runner.x, runner.y) <= SETTLED && reach * Math.hypot(runner.vx, runner.vy) <= SETTLED)

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const f = objectiveOf(p)
    const runner = (): Runner => ({ ...atRest(...p.start), lost: -1, arrived: -1 })
    const s = { step: 0, first: remaining(f, ...p.start), descent: runner(), ball: runner(), nesterov: runner() }
    for (const one of [s.descent, s.ball, s.nesterov]) note(one, s, f)
    return s
  },
  step(s, p) {
    const f = objectiveOf(p)
    const others = baselinesOf(p)
    s.step++
    advance(s.descent, gradientDescent, s, f, others.descent)
    advance(s.ball, heavyBall, s, f, p)
    advance(s.nesterov, nesterov, s, f, others.nesterov)
  },
  frame: (s, p) => ({
    marks: { descent: markOf(s.descent), ball: markOf(s.ball), nesterov: markOf(s.nesterov) },
    curvatures: curvaturesAt(objectiveOf(p), s.ball.x, s.ball.y),
  }),
  steps: (p) => p.steps,
  dt: () => 1,
  /** When nobody is on the way any more. The toggles do not count: what is drawn must not change the run. */
  ended(s, p) {
    if (s.descent.lost >= 0 && s.ball.lost >= 0 && s.nesterov.lost >= 0) return 'diverged'
    const f = objectiveOf(p)
    return isDone(s.descent, f, 0) && isDone(s.ball, f, p.alpha) && isDone(s.nesterov, f, 1) ? 'converged' : null
  },
}

const markOf = (runner: Runner): Mark => ({ at: [runner.x, runner.y], lost: runner.lost < 0 ? null : runner.lost })

/** The ball's errors in the eigenbasis of the straight valley: along its floor (e₁) and across (e₂). */
export function errorsOf(s: State, p: Params): readonly [along: number, across: number] {
  const cos = Math.cos((p.phi * Math.PI) / 180)
  const sin = Math.sin((p.phi * Math.PI) / 180)
  return [s.ball.x * cos + s.ball.y * sin, s.ball.y * cos - s.ball.x * sin]
}
