// A ball on a ring, filmed by a row of 32 pixels: φⱼ = 1/(1 + e^((dⱼ - r)/0.15)), where dⱼ is the distance along the ring from the middle of pixel
// j, at (j + ½) L/32, to the ball.
import { exp } from '@/domains/nets/steadyExp'

/** Length of the ring; the paper's side of the world. */
export const LENGTH = 10
export const PIXELS = 32
/** Time between two frames. */
export const INTERVAL = 0.2
/** Frames that a learner is shown, and those that it generates. */
export const [GIVEN, GENERATED] = [3, 6] as const
export const FRAMES = GIVEN + GENERATED

const EDGE = 0.15 // width of the ball's soft edge
const SPACING = LENGTH / PIXELS
/** The factor by which e^(d/0.15) grows from one pixel to the next. */
const GROWTH = exp(SPACING / EDGE)

/** The same place in [0, LENGTH). */
export const onRing = (x: number): number => x - LENGTH * Math.floor(x / LENGTH)
/** The shortest way along the ring, in [-LENGTH/2, LENGTH/2). */
export const shortest = (way: number): number => way - LENGTH * Math.floor(way / LENGTH + 0.5)

/** Paints a ball of radius `r` at `x` into 32 pixels from `at` on; 1 inside, 0 far away. Two exponentials: further ones are products. */
export function paint(x: number, r: number, out: Float64Array, at = 0): void {
  const place = onRing(x)
  const first = Math.ceil(place / SPACING - 0.5) // the pixel whose middle is at the ball's place, or the next after it
  const gap = (first + 0.5) * SPACING - place
  let power = exp((gap - r) / EDGE)
  for (let k = 0; k < PIXELS / 2; k++, power *= GROWTH) out[at + ((first + k) & (PIXELS - 1))] = 1 / (1 + power)
  power = exp((SPACING - gap - r) / EDGE)
  for (let k = 1; k <= PIXELS / 2; k++, power *= GROWTH) out[at + ((first - k) & (PIXELS - 1))] = 1 / (1 + power)
}

const wave = (f: (angle: number) => number) =>
  Float64Array.from({ length: PIXELS }, (_, j) => f((2 * Math.PI * (j + 0.5)) / PIXELS))
const [COS, SIN] = [wave(Math.cos), wave(Math.sin)]

/** Place of the ball in (-LENGTH/2, LENGTH/2], from 32 pixels: the phase of the first Fourier mode. */
export function placeOf(pixels: ArrayLike<number>, at = 0): number {
  let [re, im] = [0, 0]
  for (let j = 0; j < PIXELS; j++) {
    re += pixels[at + j]! * COS[j]!
    im += pixels[at + j]! * SIN[j]!
  }
  return (LENGTH / (2 * Math.PI)) * Math.atan2(im, re)
}

/** Half of the covered length. */
export function radiusOf(pixels: ArrayLike<number>, at = 0): number {
  let sum = 0
  for (let j = 0; j < PIXELS; j++) sum += pixels[at + j]!
  return (LENGTH / (2 * PIXELS)) * sum
}
