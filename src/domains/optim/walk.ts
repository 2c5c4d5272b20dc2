// The rules of ./rules in the plane, on a function that gives its gradient.
import type { Objective } from './objectives'
import { type Memory, type Rule, startMemory } from './rules'

/** A place [x, y] and the memory of its rule. */
export interface Walker {
  readonly at: Float64Array
  readonly memory: Memory
}
export const atRest = (rule: Pick<Rule, 'keeps'>, start: readonly [x: number, y: number]): Walker => ({
  at: Float64Array.from(start),
  memory: startMemory(rule, 2),
})

// hold nothing between two calls
const place = new Float64Array(2)
const gradient = new Float64Array(2)

/** One step; allocates nothing. */
export function walk<S>({ at, memory }: Walker, rule: Rule<S>, f: Objective, settings: S): void {
  let from = at
  if (rule.place) {
    rule.place(at, memory, settings, place)
    from = place
  }
  f.gradient(from[0]!, from[1]!, gradient)
  rule.step(at, gradient, memory, settings)
}

/** Places after 0, 1, … `steps` steps. */
export function trace<S>(
  rule: Rule<S>,
  f: Objective,
  start: readonly [number, number],
  settings: S,
  steps: number,
): [number, number][] {
  const walker = atRest(rule, start)
  const places: [number, number][] = [[...start]]
  for (let k = 0; k < steps; k++) {
    walk(walker, rule, f, settings)
    places.push([walker.at[0]!, walker.at[1]!])
  }
  return places
}
