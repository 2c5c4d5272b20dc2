// Famous and less famous three-body systems, G = 1, centre of mass at the origin and at rest.
import { type Bodies, bodiesOf, toCentre } from './nbody'

/** Burrau's problem: masses 3, 4, 5 released at the corners of a 3-4-5 triangle, each opposite to the side of its length. E = -769/60. */
export const pythagorean = (): Bodies => bodiesOf([3, 4, 5], [1, 3, -2, -1, 1, -1], [0, 0, 0, 0, 0, 0])

/** Three equal masses that follow each other on one figure eight (Chenciner & Montgomery 2000; numbers of C. Simó, eight digits). */
export const figureEight = (): Bodies => {
  const [x, y, u, v] = [0.97000436, -0.24308753, 0.93240737, 0.86473146]
  return bodiesOf([1, 1, 1], [x, y, -x, -y, 0, 0], [u / 2, v / 2, u / 2, v / 2, -u, -v])
}
export const FIGURE_EIGHT_PERIOD = 6.32591398

/**
 * Equal masses 1 at the corners of an equilateral triangle on a circle of radius 1, turning. `pace` 1: a rigid triangle with period `LAGRANGE_PERIOD`;
 * less: each body follows an ellipse, and the triangle stays equilateral while it shrinks and grows.
 */
export const lagrange = (pace = 1): Bodies => {
  const height = Math.sqrt(3) / 2
  const positions = [1, 0, -0.5, height, -0.5, -height]
  const speed = pace / ROOT // v² = 3/√3³ at radius 1
  const velocities = [0, speed, -speed * height, -speed / 2, speed * height, -speed / 2]
  return bodiesOf([1, 1, 1], positions, velocities)
}
const ROOT = Math.sqrt(Math.sqrt(3))
export const LAGRANGE_PERIOD = 2 * Math.PI * ROOT

/** Units of the scenes below: the total mass, 1 au, G = 1. */
export const SCENE_TIME = 0.09188988472124626 /* yr */
export const SCENE_SPEED = 51.58859952772673 /* km/s */

/**
 * The training scenes of the learned policy: three suns; body 1 at the origin with velocity (0, 10) km/s, body 2 at (x₂, y₂) au with (-10, 0) km/s,
 * body 3 at (x₃, y₃) au at rest; then moved to the centre of mass. `k` = (x₂, y₂, x₃, y₃).
 */
export function scene(k: readonly number[]): Bodies {
  const [x2, y2, x3, y3] = k as readonly [number, number, number, number]
  const pace = 10 / SCENE_SPEED
  const bodies = bodiesOf([1 / 3, 1 / 3, 1 / 3], [0, 0, x2, y2, x3, y3], [0, pace, -pace, 0, 0, 0])
  toCentre(bodies)
  return bodies
}

/** Ranges of the bodies of `scene`: x₂ in [5, 20], y₂ in [0, 10], x₃ in [-10, 0], y₃ in [5, 20] au. */
export const SCENE_RANGES = [
  [5, 20],
  [0, 10],
  [-10, 0],
  [5, 20],
] as const
