// The place of a pair (a = αλ, β) on the map of rates, the inverse, and what dragging a dot there means.
import type { Point } from '@/contract'
import { fromSampler, toSampler } from '@/domains/optim/heavyBallTheory'
import type { Params } from './params'

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
const MOST_BETA = 0.999 // of the slider; at 1 a sampler's axes end
const [LEAST_ALPHA, MOST_ALPHA] = [1e-6, 4] // of the parameter

/** Coordinates on the map with these axes: (a, β), or (δ|λ|, 1 - β) = (a / (1 - β), 1 - β). */
export const toMap = (axes: Params['axes'], a: number, beta: number): Point =>
  axes === 'sampler' ? toSampler(a, Math.min(beta, MOST_BETA)) : [a, beta]

/** The inverse, with β within its slider. */
export function fromMap(axes: Params['axes'], [x, y]: Point): readonly [a: number, beta: number] {
  if (axes === 'sampler') return fromSampler(x, clamp(y, 1 - MOST_BETA, 1))
  return [x, clamp(y, 0, MOST_BETA)]
}

const alphaOf = (a: number, curvature = 1) => clamp(a / curvature, LEAST_ALPHA, MOST_ALPHA)

/** The crosshair: half way between the dots. It moves both, κ stays. */
export const tuning = {
  at: (p: Params): Point => toMap(p.axes, (p.alpha * (1 + p.kappa)) / 2, p.beta),
  move(to: Point, p: Params) {
    const [a, beta] = fromMap(p.axes, to)
    return { alpha: alphaOf(a, (1 + p.kappa) / 2), beta }
  },
}

/** The flat dot, a = α·1. The steep one stays in place unless the flat one pushes it along. */
export const flat = {
  at: (p: Params): Point => toMap(p.axes, p.alpha, p.beta),
  move(to: Point, p: Params) {
    const [a, beta] = fromMap(p.axes, to)
    const alpha = alphaOf(a)
    return { alpha, beta, kappa: Math.max(1, (p.alpha * p.kappa) / alpha) }
  },
}

/** The steep dot, a = ακ. The flat one stays in place unless the steep one pushes it along. */
export const steep = {
  at: (p: Params): Point => toMap(p.axes, p.alpha * p.kappa, p.beta),
  move(to: Point, p: Params) {
    const [a, beta] = fromMap(p.axes, to)
    const alpha = Math.min(p.alpha, alphaOf(a))
    return { alpha, beta, kappa: Math.max(1, a / alpha) }
  },
}
