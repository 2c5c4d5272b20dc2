// Gamma and Dirichlet variates, the same in every engine.
import { type Stream, uniform } from './random'
import { steadyExp, steadyLog } from './steady'
import { steadyNormal } from './steadyNormal'

/** ln of a gamma variate of this shape and scale 1 (Marsaglia and Tsang 2000); a shape below 1 is reduced to shape + 1. */
export function logGammaVariate(s: Stream, shape: number): number {
  if (shape < 1) return logGammaVariate(s, shape + 1) + steadyLog(1 - uniform(s)) / shape
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = steadyNormal(s)
    const root = 1 + c * x
    if (root <= 0) continue
    const logV = 3 * steadyLog(root)
    const v = root * root * root
    if (steadyLog(1 - uniform(s)) < 0.5 * x * x + d * (1 - v + logV)) return steadyLog(d) + logV
  }
}

/** Writes shares that add up to 1. Small `concentration`: nearly all in one; large: all alike. */
export function dirichlet(s: Stream, concentration: number, out: Float64Array): void {
  for (let k = 0; k < out.length; k++) out[k] = logGammaVariate(s, concentration)
  const most = out.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let k = 0; k < out.length; k++) {
    out[k] = out[k]! - most < -700 ? 0 : steadyExp(out[k]! - most)
    sum += out[k]!
  }
  for (let k = 0; k < out.length; k++) out[k]! /= sum
}
