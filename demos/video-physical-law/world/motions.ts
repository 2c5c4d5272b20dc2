// The paper's other two worlds: two balls that collide head-on, and a ball thrown horizontally.
import type { Point } from '@/contract'

/** The paper's gravity, and the solver's time step; a frame is every tenth step. */
export const [GRAVITY, STEP, STEPS_PER_FRAME] = [2.5, 0.01, 10] as const

/** Velocities after an elastic head-on collision of discs of equal density: m ∝ r². */
export function collided(v1: number, v2: number, r1: number, r2: number): Point {
  const [m1, m2] = [r1 * r1, r2 * r2]
  const sum = m1 + m2
  return [((m1 - m2) * v1 + 2 * m2 * v2) / sum, ((m2 - m1) * v2 + 2 * m1 * v1) / sum]
}

/**
 * Places of a ball thrown horizontally at (x, y), at the first step and after every ten more. As in the paper's solver (Box2D) a step changes the velocity
 * first and then the place, so that the ball is ½ g Δt t below the exact parabola.
 */
export function thrown(x: number, y: number, v: number, frames: number): Point[] {
  const places: Point[] = []
  let [px, py, vy] = [x, y, 0]
  for (let step = 1; places.length < frames; step++) {
    vy -= GRAVITY * STEP
    px += v * STEP
    py += vy * STEP
    if ((step - 1) % STEPS_PER_FRAME === 0) places.push([px, py])
  }
  return places
}
