// Orders of convergence, measured on x′ = -x with exact history: the start-up of the samplers has a low order of its own.
import { errorOfDecay } from '@/domains/diffusion/convergence'
import type { Rule } from '@/domains/diffusion/multistep'
import { slope } from '@/numerics/statistics'

/** Numbers of steps to t = 1. */
export const ORDER_STEPS: readonly number[] = [20, 40, 80, 160]

const known = new Map<string, readonly number[]>()
const KEPT = 200

/** |x(1) - e⁻¹| for each of `ORDER_STEPS`; 0.1 ms for a new rule. */
export function errorsOf(rule: Rule): readonly number[] {
  const name = `${rule.family} ${rule.order} ${rule.beta}`
  const errors = known.get(name) ?? ORDER_STEPS.map((steps) => errorOfDecay(rule, steps))
  if (known.size >= KEPT) known.clear()
  known.set(name, errors)
  return errors
}

/** Slope of log error over log steps, with the sign changed. */
export const measuredOrder = (rule: Rule): number => -slope(ORDER_STEPS.map(Math.log), errorsOf(rule).map(Math.log))
