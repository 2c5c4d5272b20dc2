// Measures of finished samples: how vivid they are, how different from each other, and how surely of the wanted colour.
import { type Denoiser, setSigma } from '@/domains/diffusion/mixture'
import { PATCH_LEVELS } from '@/domains/diffusion/mixtures'
import { predict } from '@/domains/diffusion/predict'
import { unfold } from '@/domains/diffusion/span'
import { shown } from '@/numerics/shown'
import { pictureSpan } from './data'

/** NaN if a scene has no such number. */
export interface Measures {
  /** Mean saturation. Wheel: distance from its centre. Pictures: (max - min)/max of red, green and blue, over all pixels. */
  mean: number
  /** Its standard deviation over the samples. */
  spread: number
  /** Mean posterior probability of the wanted class. */
  posterior: number
  /** Wheel: share of samples beyond the distance within which 95 % of true ones lie. */
  outside: number
  /** Pictures: shares nearest to a template of each level. */
  dull: number
  medium: number
  vivid: number
}
export const nothing = (): Measures => {
  const none = Number.NaN
  return { mean: none, spread: none, posterior: none, outside: none, dull: none, medium: none, vivid: none }
}

/** A σ at which the posterior is that of the data themselves; 0 would be divided by itself. */
const NO_NOISE = 1e-9

function meanPosterior(x: Float64Array, d: Denoiser): number {
  const [cond, all] = [new Float64Array(x.length), new Float64Array(x.length)]
  setSigma(d, NO_NOISE)
  let sum = 0
  for (let at = 0; at < x.length; at += d.dim) sum += predict(d, x, at, cond, all)
  return (sum * d.dim) / x.length
}

/** Measures points [n, 2] of the plane; `edge`: points beyond this distance count as outside. */
export function measurePoints(
  x: Float64Array,
  [cx, cy]: readonly [number, number],
  edge: number,
  d: Denoiser,
  found: Measures,
): void {
  const count = x.length / 2
  let [sum, squares, beyond] = [0, 0, 0]
  for (let i = 0; i < x.length; i += 2) {
    const square = (x[i]! - cx) ** 2 + (x[i + 1]! - cy) ** 2
    sum += Math.sqrt(square)
    squares += square
    if (square > edge * edge) beyond++
  }
  found.mean = sum / count
  found.spread = Math.sqrt(Math.max(0, squares / count - found.mean ** 2))
  found.outside = beyond / count
  found.posterior = meanPosterior(x, d)
}

/** Mean of (max - min)/max over the pixels [red, green, blue] of a picture whose 0 is grey. */
export function saturationOf(picture: Float64Array): number {
  let sum = 0
  for (let i = 0; i < picture.length; i += 3) {
    const [r, g, b] = [shown(picture[i]!), shown(picture[i + 1]!), shown(picture[i + 2]!)]
    const top = Math.max(r, g, b)
    if (top > 0) sum += (top - Math.min(r, g, b)) / top
  }
  return (3 * sum) / picture.length
}

/** Index of the template that is nearest to the folded picture at `at`. */
function nearestTemplate(inside: Float64Array, at: number): number {
  const { mixture, rank } = pictureSpan()
  const { dim, means, stds } = mixture
  let [nearest, least] = [0, Number.POSITIVE_INFINITY]
  for (let k = 0; k < stds.length; k++) {
    let square = 0
    for (let i = 0; i < rank; i++) square += (inside[at + i]! - means[k * dim + i]!) ** 2
    if (square < least) [nearest, least] = [k, square]
  }
  return nearest
}

/** Level of a template: 0 dull, 1 medium, 2 vivid. */
const levelOf = (template: number) => Math.floor(template / 4) % PATCH_LEVELS.length

/** Measures folded pictures [n, 9] whose outside parts point along `rest` [n, 192]. */
export function measurePictures(inside: Float64Array, rest: Float64Array, d: Denoiser, found: Measures): void {
  const span = pictureSpan()
  const count = inside.length / d.dim
  const picture = new Float64Array(span.dim)
  const levels = [0, 0, 0]
  let [sum, squares] = [0, 0]
  for (let p = 0; p < count; p++) {
    unfold(span, inside, p * d.dim, rest, p * span.dim, picture)
    const saturation = saturationOf(picture)
    sum += saturation
    squares += saturation ** 2
    levels[levelOf(nearestTemplate(inside, p * d.dim))]!++
  }
  found.mean = sum / count
  found.spread = Math.sqrt(Math.max(0, squares / count - found.mean ** 2))
  found.posterior = meanPosterior(inside, d)
  found.dull = levels[0]! / count
  found.medium = levels[1]! / count
  found.vivid = levels[2]! / count
}

/** Mean posterior of the class over true samples of a mixture in the plane: trapezium rule around each component, 5 digits. */
export function truePosterior(d: Denoiser): number {
  const [half, width] = [10, 0.45] // 4.5 standard deviations each way
  const [x, cond, all] = [new Float64Array(2), new Float64Array(2), new Float64Array(2)]
  setSigma(d, NO_NOISE)
  let [sum, total] = [0, 0]
  for (let k = 0; k < d.members; k++) {
    const std = Math.sqrt(d.variances[k]!)
    for (let i = -half; i <= half; i++) {
      for (let j = -half; j <= half; j++) {
        const weight = Math.exp((-(i * i + j * j) * width * width) / 2)
        x[0] = d.means[2 * k]! + i * width * std
        x[1] = d.means[2 * k + 1]! + j * width * std
        sum += weight * predict(d, x, 0, cond, all)
        total += weight
      }
    }
  }
  return sum / total
}
