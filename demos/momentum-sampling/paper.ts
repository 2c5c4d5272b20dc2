// The place at which a sample is drawn. Scaled by 1/√(1 + σ²), as in a diffusion model, noise and data have about the same size. Inside the box of ±3
// standard deviations the picture is to scale; outside distances are logarithmic, since artifacts fly far.
import type { Point } from '@/contract'
import { FAR } from './problem'

const DECADE = 0.42 // width of a factor e outside the box
/** Half the height of the picture: some 60 standard deviations. */
export const HALF = FAR + DECADE * Math.log(20)

const drawn = (v: number) => {
  const size = Math.abs(v)
  return size <= FAR ? v : Math.sign(v) * Math.min(FAR + DECADE * Math.log(size / FAR), HALF)
}
/** Place of x at noise level σ. */
export function toPaper(x: number, y: number, sigma: number): Point {
  const scale = 1 / Math.sqrt(1 + sigma * sigma)
  return [drawn(x * scale), drawn(y * scale)]
}
