// The exact sampling path: dx/dσ = ε(x, σ), guided. Integrated in log σ, in which the slope σ ε stays moderate down to small σ.
import { rk4, stagesOf } from '@/numerics/ode'
import { type Denoiser, setSigma } from './mixture'
import { guide, predict } from './predict'

/** Writes the guided noise prediction of all particles `x` [n, dim] to `out`; `d` predicts noise. `cond` is scratch of the same size. */
export function guidedNoise(
  d: Denoiser,
  guidance: number,
  sigma: number,
  x: Float64Array,
  cond: Float64Array,
  out: Float64Array,
): void {
  setSigma(d, sigma)
  for (let at = 0; at < x.length; at += d.dim) {
    predict(d, x, at, cond, out)
    guide(guidance, cond, out, at, d.dim, out)
  }
}

/** Moves `x` [n, dim] in place from σ = `from` to `to` > 0 in `steps` Runge-Kutta steps. Yields after each, so that a caller may stop it. */
export function* flow(
  d: Denoiser,
  guidance: number,
  x: Float64Array,
  from: number,
  to: number,
  steps: number,
): Generator<number, void, void> {
  const stages = stagesOf(x.length)
  const cond = new Float64Array(x.length)
  const h = Math.log(to / from) / steps
  const slope = (logSigma: number, at: Float64Array, out: Float64Array) => {
    const sigma = Math.exp(logSigma)
    guidedNoise(d, guidance, sigma, at, cond, out)
    for (let i = 0; i < out.length; i++) out[i]! *= sigma
  }
  for (let step = 0; step < steps; step++) {
    rk4(slope, Math.log(from) + step * h, h, x, stages)
    yield (step + 1) / steps
  }
}
