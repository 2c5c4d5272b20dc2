// Update rules with momentum, in the plane. Each is one step: it moves `walker` in place and allocates nothing.
import type { Objective } from './objectives'

/** A place and what the rule remembers besides; at the start the memory is 0. */
export interface Walker {
  x: number
  y: number
  /** z of heavy ball (the sum of old gradients), v of the averaged form, or the last displacement: each rule says which. */
  vx: number
  vy: number
}
/** One step with step size `alpha` and momentum `beta`. */
export type Rule = (walker: Walker, f: Objective, alpha: number, beta: number) => void

export const atRest = (x: number, y: number): Walker => ({ x, y, vx: 0, vy: 0 })

const slope = [0, 0] // holds nothing between two calls

/** w ← w - α ∇f(w). Memory: none. */
export const gradientDescent: Rule = (walker, f, alpha) => {
  f.gradient(walker.x, walker.y, slope)
  walker.x -= alpha * slope[0]!
  walker.y -= alpha * slope[1]!
}

/** z ← β z + ∇f(w), w ← w - α z: heavy ball as Goh writes it. Memory: z. The velocity counts full gradients, not (1 - β) of them. */
export const heavyBall: Rule = (walker, f, alpha, beta) => {
  f.gradient(walker.x, walker.y, slope)
  walker.vx = beta * walker.vx + slope[0]!
  walker.vy = beta * walker.vy + slope[1]!
  walker.x -= alpha * walker.vx
  walker.y -= alpha * walker.vy
}

/** w' = w - α ∇f(w) + β (w - w₋): heavy ball as Polyak wrote it; the same places. Memory: the last displacement w - w₋. */
export const heavyBallTwoTerm: Rule = (walker, f, alpha, beta) => {
  f.gradient(walker.x, walker.y, slope)
  const nextX = walker.x - alpha * slope[0]! + beta * walker.vx
  const nextY = walker.y - alpha * slope[1]! + beta * walker.vy
  walker.vx = nextX - walker.x
  walker.vy = nextY - walker.y
  walker.x = nextX
  walker.y = nextY
}

/** y = w + β (w - w₋), w' = y - α ∇f(y). Memory: the last displacement. */
export const nesterov: Rule = (walker, f, alpha, beta) => {
  const x = walker.x + beta * walker.vx
  const y = walker.y + beta * walker.vy
  f.gradient(x, y, slope)
  const nextX = x - alpha * slope[0]!
  const nextY = y - alpha * slope[1]!
  walker.vx = nextX - walker.x
  walker.vy = nextY - walker.y
  walker.x = nextX
  walker.y = nextY
}

/**
 * v ← (1 - w) v - w ∇f, x ← x + δ v: heavy ball as samplers write it, with averaging weight w (β̃, 1 means no momentum) and solver
 * step δ. Memory: v. The same places as `heavyBall` with β = 1 - w and α = w δ.
 */
export const averagedSlope: Rule = (walker, f, delta, weight) => {
  f.gradient(walker.x, walker.y, slope)
  walker.vx = (1 - weight) * walker.vx - weight * slope[0]!
  walker.vy = (1 - weight) * walker.vy - weight * slope[1]!
  walker.x += delta * walker.vx
  walker.y += delta * walker.vy
}

/** Places after 0, 1, … `steps` steps. */
export function trace(
  rule: Rule,
  f: Objective,
  start: readonly [number, number],
  alpha: number,
  beta: number,
  steps: number,
): [number, number][] {
  const walker = atRest(...start)
  const places: [number, number][] = [[walker.x, walker.y]]
  for (let k = 0; k < steps; k++) {
    rule(walker, f, alpha, beta)
    places.push([walker.x, walker.y])
  }
  return places
}
