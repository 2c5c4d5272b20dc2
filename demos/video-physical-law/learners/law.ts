// Learner C, the law: x₃ = a x₂ + b x₁, two numbers by least squares from places in the training clips; inertia is a = 2, b = -1.
import { INTERVAL } from '../world/ring'

export interface Law {
  a: number
  b: number
}
/** From triples of places [n, 3], not wrapped round the ring. With fewer than two different velocities per place there is no single answer. */
export function fitLaw(places: ArrayLike<number>): Law {
  let [aa, ab, bb, ya, yb] = [0, 0, 0, 0, 0]
  for (let at = 0; at < places.length; at += 3) {
    const [first, second, third] = [places[at]!, places[at + 1]!, places[at + 2]!]
    aa += second * second
    ab += second * first
    bb += first * first
    ya += third * second
    yb += third * first
  }
  const determinant = aa * bb - ab * ab
  return { a: (ya * bb - yb * ab) / determinant, b: (yb * aa - ya * ab) / determinant }
}

/** Further places after two. */
export function continued({ a, b }: Law, first: number, second: number, count: number): number[] {
  const places = [first, second]
  for (let k = 0; k < count; k++) places.push(a * places.at(-1)! + b * places.at(-2)!)
  return places.slice(2)
}

/** Mean velocity of the places that follow two shown ones. */
export function lawVelocity(law: Law, first: number, second: number, count: number): number {
  const places = continued(law, first, second, count)
  return (places.at(-1)! - places[0]!) / ((count - 1) * INTERVAL)
}
