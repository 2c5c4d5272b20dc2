// The order of a rule, measured on x' = -x, x(0) = 1. The samplers' start-up has a low order of its own, so here the rule starts with the history of
// the exact solution.
import { adamsBashforth, type MultistepState, type Rule, startMultistep, stepMultistep } from './multistep'

/**
 * State at t = 0 with steps of size h: earlier slopes are f(t) = -e^{-t}, and their moving average Σ β(1 - β)^j f(t - jh) is
 * f(t) β/(1 - (1 - β)e^h). Needs (1 - β)e^h < 1.
 */
function withExactHistory(rule: Rule, h: number): MultistepState {
  const { family, order, beta } = rule
  const state = startMultistep(rule, Float64Array.of(1))
  const slope = (step: number) => -Math.exp(-step * h)
  const average = beta / (1 - (1 - beta) * Math.exp(h))
  for (let step = 1 - order; step < 0; step++) {
    state.newest = (state.newest + 1) % order
    state.history[state.newest] = slope(step) * (family === 'GHVB' ? average : 1)
  }
  state.known = Math.max(order - 1, 1) // at order 1 the next value replaces it: the rule remembers only v
  const combined = family === 'GHVB' ? slope(-1) : adamsBashforth(order).reduce((sum, b, j) => sum + b * slope(-1 - j), 0)
  state.velocity[0] = average * combined
  return state
}

/** |x(1) - e⁻¹| after `steps` steps; falls like steps^{-order}. */
export function errorOfDecay(rule: Rule, steps: number): number {
  const state = withExactHistory(rule, 1 / steps)
  for (let k = 0; k < steps; k++) {
    state.slope[0] = -state.x[0]!
    stepMultistep(state, rule, 1 / steps)
  }
  return Math.abs(state.x[0]! - Math.exp(-1))
}
