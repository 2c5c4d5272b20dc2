// The five fields: exact score, two networks, and the exact score with an error of its own length, turned or not.
import { fillHessians, fillScores, type NoisyGaussians, noisyGaussians, setNoise } from '@/domains/diffusion/noisyGaussians'
import { dataOf } from './data'
import { fillNoise, fillNoiseJacobians, type Pair } from './nets'
import { isNet, type Model, type Params } from './params'

/** A field for every noise level. */
export interface Field {
  /** At `points` [n, 2], written to `out` [n, 2]. */
  fill(sigma: number, points: Float64Array, out: Float64Array): void
  /** ∂₁s₁, ∂₂s₁, ∂₁s₂, ∂₂s₂ at `points`, written to `out` [n, 4]. */
  jacobians(sigma: number, points: Float64Array, out: Float64Array): void
}

/** What κ adds to (x, y): [along it, along the same turned by 90°]. */
const ADDED: Readonly<Record<'exact' | 'turn' | 'stretch', readonly [along: number, across: number]>> = {
  exact: [0, 0],
  turn: [0, 1],
  stretch: [1, 0],
}

/** s + κ Js or s + κ s of an exact score, J = [[0, -1], [1, 0]]. */
export function erringScore(noisy: NoisyGaussians, kind: 'exact' | 'turn' | 'stretch', kappa: number): Field {
  const [along, across] = ADDED[kind]
  const [a, b] = [1 + kappa * along, kappa * across]
  const mix = (values: Float64Array, first: number, second: number) => {
    const [x, y] = [values[first]!, values[second]!]
    values[first] = a * x - b * y
    values[second] = a * y + b * x
  }
  return {
    fill(sigma, points, out) {
      if (noisy.sigma !== sigma) setNoise(noisy, sigma)
      fillScores(noisy, points, out)
      if (kind === 'exact') return
      for (let i = 0; i < points.length; i += 2) mix(out, i, i + 1)
    },
    jacobians(sigma, points, out) {
      if (noisy.sigma !== sigma) setNoise(noisy, sigma)
      fillHessians(noisy, points, out)
      if (kind === 'exact') return
      for (let i = 0; i < out.length; i += 4) {
        mix(out, i, i + 2)
        mix(out, i + 1, i + 3)
      }
    },
  }
}

export function fieldOf(p: Pick<Params, 'moved' | 'kappa'>, model: Model, nets: Pair | null): Field {
  if (!isNet(model)) return erringScore(noisyGaussians(dataOf(p), 1), model, p.kappa)
  if (nets === null) throw new Error(`the field of ${model} needs trained networks`)
  const net = nets[model]
  const scale = (sigma: number, out: Float64Array) => {
    for (let i = 0; i < out.length; i++) out[i]! /= -sigma
  }
  return {
    fill(sigma, points, out) {
      fillNoise(net, sigma, points, out)
      scale(sigma, out)
    },
    jacobians(sigma, points, out) {
      fillNoiseJacobians(net, sigma, points, out)
      scale(sigma, out)
    },
  }
}

/** ∂₁s₂ - ∂₂s₁ of Jacobian number `at`. */
export const curlAt = (jacobians: Float64Array, at: number): number => jacobians[4 * at + 2]! - jacobians[4 * at + 1]!
/** Signed asymmetry of Jacobian number `at`: curl/√2 over ‖J‖; its size is ‖½(J - Jᵀ)‖/‖J‖ (Frobenius norms). */
export function twistAt(jacobians: Float64Array, at: number): number {
  let square = 0
  for (let i = 0; i < 4; i++) square += jacobians[4 * at + i]! ** 2
  return square > 0 ? curlAt(jacobians, at) / Math.sqrt(2 * square) : 0
}
