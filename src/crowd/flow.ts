// One step of a crowd, on the processor: Heun's method, or Euler's where the second slope has no share. The oracle of the graphics card's.
import type { Crowd } from '@/contract'
import { expOfNegative } from '@/domains/diffusion/predict'

/** Numbers of a kernel: m (2), h, C⁻¹ as xx, xy, yy, q (2), P row by row (4). */
export const PER_KERNEL = 12
const NEGLIGIBLE = -40 // e^-40 of the nearest kernel's share changes no digit

const slope = { x: 0, y: 0 } // holds nothing between two calls
let logs = new Float64Array(64)

/** Writes the velocity at (x, y) and one level to `slope`. */
function velocity({ levels, kernels, power }: Crowd, level: number, x: number, y: number): void {
  const first = level * kernels * PER_KERNEL
  let top = Number.NEGATIVE_INFINITY
  for (let k = 0, at = first; k < kernels; k++, at += PER_KERNEL) {
    const u = x - levels[at]!
    const v = y - levels[at + 1]!
    const square = u * u * levels[at + 3]! + 2 * u * v * levels[at + 4]! + v * v * levels[at + 5]!
    const log = levels[at + 2]! - (power === 0 ? square / 2 : power * Math.log1p(square))
    logs[k] = log
    if (log > top) top = log
  }
  let [sum, vx, vy] = [0, 0, 0]
  for (let k = 0, at = first; k < kernels; k++, at += PER_KERNEL) {
    const below = logs[k]! - top
    if (below < NEGLIGIBLE) continue
    const share = expOfNegative(below)
    const u = x - levels[at]!
    const v = y - levels[at + 1]!
    sum += share
    vx += share * (levels[at + 6]! + levels[at + 8]! * u + levels[at + 9]! * v)
    vy += share * (levels[at + 7]! + levels[at + 10]! * u + levels[at + 11]! * v)
  }
  slope.x = vx / sum
  slope.y = vy / sum
}

/** Moves the points `from` to `to` (excluded) of `x` [count, 2] in place from level `step` to the next. */
export function advance(crowd: Crowd, step: number, x: Float32Array, from: number, to: number): void {
  if (logs.length < crowd.kernels) logs = new Float64Array(crowd.kernels)
  const [h, share] = [crowd.steps[2 * step]!, crowd.steps[2 * step + 1]!]
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const [px, py] = [x[i]!, x[i + 1]!]
    velocity(crowd, step, px, py)
    let [vx, vy] = [slope.x, slope.y]
    if (share > 0) {
      velocity(crowd, step + 1, px + h * vx, py + h * vy)
      vx += share * (slope.x - vx)
      vy += share * (slope.y - vy)
    }
    x[i] = px + h * vx
    x[i + 1] = py + h * vy
  }
}

/** The number of steps of a crowd. */
export const stepsOf = ({ steps }: Crowd): number => steps.length / 2
