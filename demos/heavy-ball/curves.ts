// The straight lines of the theory in a logarithmic chart: where each quantity starts and how fast it should fall.
import { nesterovRate, rate, roots } from '@/domains/optim/heavyBallTheory'
import { tuningsOf } from './model'
import { isStraight, type Params } from './params'

/** log10 of a quantity: `start` + `slope` × step. */
export interface Prediction {
  start: number
  slope: number
}

/** Size of the leading power in e_k / e_0 when starting at rest, e_1 = (1 - a) e_0; for a complex pair the height of the peaks. */
export function amplitude(a: number, beta: number): number {
  const [lead, other] = roots(a, beta) // the larger modulus first
  const gap = Math.hypot(lead[0] - other[0], lead[1] - other[1])
  if (gap < 0.02) return 1 // a (nearly) double root: k ρᵏ has no amplitude; the line starts with the curve, and the curve bends above it
  const size = Math.hypot(1 - a - other[0], other[1]) / gap
  return lead[1] !== 0 ? 2 * size : size
}

/** Error of a direction at the start: along the floor and across. */
function errorsAtStart({ start: [x, y], phi }: Params): readonly [number, number] {
  const turn = (phi * Math.PI) / 180
  return [x * Math.cos(turn) + y * Math.sin(turn), y * Math.cos(turn) - x * Math.sin(turn)]
}

/** Predictions by the name of the curve; only for the straight valley, and only if ρ < 1. */
export function predictions(p: Params): Readonly<Record<string, Prediction | undefined>> {
  if (!isStraight(p)) return {}
  const errors = errorsAtStart(p)
  const curvatures = [1, p.kappa] as const
  const { descent, nesterov } = tuningsOf(p)

  const part = (index: 0 | 1): Prediction | undefined => {
    const a = p.alpha * curvatures[index]
    const factor = rate(a, p.beta)
    const start = Math.abs(errors[index]) * amplitude(a, p.beta)
    return factor > 0 && factor < 1 && start > 0 ? { start: Math.log10(start), slope: Math.log10(factor) } : undefined
  }
  /** Height ½ Σ λ e²: of the directions present, the slowest ones determine the slope and the start of the line together. */
  const height = (alpha: number, beta: number, rateOf: typeof rate, sizeOf: typeof amplitude): Prediction | undefined => {
    const present = ([0, 1] as const).filter((index) => Math.abs(errors[index]) > 1e-9)
    const factors = present.map((index) => rateOf(alpha * curvatures[index], beta))
    const factor = Math.max(0, ...factors)
    const slowest = present.filter((_, k) => (factors[k] ?? 0) > factor * (1 - 1e-6))
    const start = slowest.reduce<number>(
      (sum, index) => sum + (curvatures[index] / 2) * (errors[index] * sizeOf(alpha * curvatures[index], beta)) ** 2,
      0,
    )
    return factor > 0 && factor < 1 && start > 0 ? { start: Math.log10(start), slope: 2 * Math.log10(factor) } : undefined
  }
  return {
    flat: part(0),
    steep: part(1),
    height: height(p.alpha, p.beta, rate, amplitude),
    ball: height(p.alpha, p.beta, rate, amplitude),
    descent: height(descent.rate, 0, rate, () => 1),
    nesterov: height(nesterov.rate, nesterov.beta, nesterovRate, () => 1),
  }
}
