// x̂ = x + √(2εΔt) ξ, x ← x̂ + Δt/2 (K1 + K2) with the drift ±b + εs: an ensemble from one cloud to the other. Beside it the first particles a second time,
// by the ODE.
import type { Stepped } from '@/contract'
import { fillSamples } from '@/domains/diffusion/gaussians'
import { heunStep, odeOf, type Sampler, type Workspace, workspaceOf } from '@/domains/diffusion/interpolantSampler'
import { memoized } from '@/memoized'
import { rk4, type Slope } from '@/numerics/ode'
import { fillNormal, type Stream, stream } from '@/numerics/random'
import type { Params } from './params'
import { epsilonOf, isBackward, problemOf, timeAt } from './problem'
import { TRACED } from './traced'

export { type Params, params } from './params'

export interface State {
  step: number
  /** Positions of the ensemble, [n, dim]. */
  x: Float64Array
  /** The ODE's, of the first particles, [TRACED, dim]. */
  flow: Float64Array
  noise: Stream
}
export interface Frame {
  /** Time of the interpolant, 0 to 1. */
  t: number
  /** Copies. */
  x: Float64Array
  flow: Float64Array
}

interface Plan {
  sampler: Sampler
  workspace: Workspace
  /** The ODE of the whole ensemble and of the traced ones. */
  ode: Slope
  flow: Slope
  flowWorkspace: Workspace
}

const planOf = memoized((p: Params): Plan => {
  const { fields } = problemOf(p)
  const isLine = p.scene === 'line'
  const sampler: Sampler = {
    epsilon: epsilonOf(p),
    direction: isBackward(p) ? -1 : 1,
    velocityError: isLine ? p.deltaB : 0,
    scoreError: isLine ? p.deltaS : 0,
  }
  const [workspace, flowWorkspace] = [workspaceOf(p.n * fields.dim), workspaceOf(TRACED * fields.dim)]
  const made: Plan = {
    sampler,
    workspace,
    flowWorkspace,
    ode: odeOf(fields, sampler, workspace),
    flow: odeOf(fields, { ...sampler, epsilon: 0 }, flowWorkspace),
  }
  return made
})

/** The starts of the particles, [n, dim]. The mirror begins, as it ends, in the right cloud. */
export const startOf = memoized((p: Params): Float64Array => {
  const { from, to } = problemOf(p)
  const x = new Float64Array(p.n * to.dim)
  fillSamples(isBackward(p) || (p.scene !== 'bridge' && p.path === 'mirror') ? to : from, stream(p.seed, 'start'), x)
  return x
})

/** A word of the stream always gives the same numbers: they are cached, for runs that differ in something else. */
const kept = new Map<string, { xi: Float64Array; next: number }>()
const MOST_KEPT = 2e6 // numbers: 16 MB
let held = 0
function normals(s: Stream, size: number): Float64Array {
  const key = `${s.word} ${size}`
  const known = kept.get(key)
  if (known) {
    s.word = known.next
    return known.xi
  }
  if (held + size > MOST_KEPT) {
    kept.clear()
    held = 0
  }
  const xi = new Float64Array(size)
  fillNormal(s, xi)
  kept.set(key, { xi, next: s.word })
  held += size
  return xi
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init(p) {
    const x = startOf(p).slice()
    return { step: 0, x, flow: x.slice(0, TRACED * problemOf(p).to.dim), noise: stream(p.seed, 'noise') }
  },
  step(s, p) {
    const { fields } = problemOf(p)
    const { sampler, workspace, ode, flow, flowWorkspace } = planOf(p)
    const dt = 1 / p.steps
    const tau = s.step / p.steps
    if (sampler.epsilon === 0) rk4(ode, tau, dt, s.x, workspace)
    else {
      heunStep(fields, sampler, timeAt(p, s.step), dt, s.x, normals(s.noise, s.x.length), workspace)
    }
    rk4(flow, tau, dt, s.flow, flowWorkspace)
    s.step++
  },
  frame: (s, p) => ({ t: timeAt(p, s.step), x: s.x.slice(), flow: s.flow.slice() }),
  steps: (p) => p.steps,
  dt: (p) => 1 / p.steps,
  pace: (p) => p.steps / 6,
}
