// A field s + r that carries noise to data: dx/dσ = -σ (s + r), with the exact score s = ∇ ln p_σ. A gauge field r has ∇·(p r) = 0, i.e. ∇·r + r·s = 0
// (Eq. 11 of Horvat and Pfister): it moves no mass, and every p_σ stays as it is. In t = ln σ, with the flow's Jacobian Y = ∂x/∂x₀:
//   x' = -σ² (s + r),   Y' = -σ² ∇(s + r) Y,   (ln det Y)' = -σ² ∇·(s + r),   and ln p(x) = ln p₀(x₀) - ln det Y.
import type { Slope } from '@/numerics/ode'
import { type Svd, svd } from '@/numerics/svd'
import type { Gaussians } from './gaussians'
import { fillHessians, fillScores, logDensityAt, noisyGaussians, setNoise } from './noisyGaussians'
import { logDensityOfPoints, noisyPoints, type Points, pointJet, setPointNoise } from './noisyPoints'

/** A density seen through noise. It has scratch of its own: one for each user. */
export interface NoisyDensity {
  readonly dim: number
  setNoise(sigma: number): void
  /** ln p at x[at]. */
  log(x: Float64Array, at: number): number
  /** Score [dim] and its Jacobian, the Hessian of ln p, [dim, dim], at x[at]. */
  jet(x: Float64Array, at: number, score: Float64Array, hessian: Float64Array): void
}

export function ofPoints(points: Points): NoisyDensity {
  const noisy = noisyPoints(points, 1)
  return {
    dim: points.dim,
    setNoise: (sigma) => setPointNoise(noisy, sigma),
    log: (x, at) => logDensityOfPoints(noisy, x, at),
    jet: (x, at, score, hessian) => pointJet(noisy, x, at, score, hessian),
  }
}

/** In the plane. */
export function ofGaussians(data: Gaussians): NoisyDensity {
  const noisy = noisyGaussians(data, 1)
  const place = new Float64Array(2)
  return {
    dim: 2,
    setNoise: (sigma) => setNoise(noisy, sigma),
    log: (x, at) => logDensityAt(noisy, x[at]!, x[at + 1]!),
    jet(x, at, score, hessian) {
      place[0] = x[at]!
      place[1] = x[at + 1]!
      fillScores(noisy, place, score)
      fillHessians(noisy, place, hessian)
    },
  }
}

/** What is added to the score; κ h(σ) is its strength, h = 1 or 1/σ. */
export type Gauge = { readonly kappa: number; readonly inverse: boolean } & (
  | {
      /** κ h B s with the constant antisymmetric B v = axis × v; in the plane B is a quarter turn to the left. A gauge field in any dimension. */
      readonly kind: 'rotate'
      readonly axis: readonly number[]
    }
  | {
      /** κ h (1/p) J∇ψ with ψ = p χ, J a quarter turn, in the plane. χ is a bump e^{-|x - centre|²/2w²}, w² = width² + σ². A gauge field. */
      readonly kind: 'vortex'
      readonly centre: readonly number[]
      readonly width: number
    }
  | {
      /** κ h s: a gradient, and no gauge field. */
      readonly kind: 'stretch'
    }
)
export const strengthOf = ({ kappa, inverse }: Gauge, sigma: number): number => (inverse ? kappa / sigma : kappa)

/** B of an axis, [dim, dim]; without an axis the quarter turn of the plane. */
export function turnOf(dim: number, [x = 0, y = 0, z = 0]: readonly number[] = []): Float64Array {
  return dim === 2 ? Float64Array.of(0, -1, 1, 0) : Float64Array.of(0, -z, y, z, 0, -x, -y, x, 0)
}

export interface GaugeField {
  readonly dim: number
  /** Score s, [dim]; its Jacobian, [dim, dim]; the whole field s + r and its Jacobian. Those of the last place asked for. */
  readonly score: Float64Array
  readonly hessian: Float64Array
  readonly field: Float64Array
  readonly jacobian: Float64Array
  setNoise(sigma: number): void
  /** Fills the four at x[at]. */
  at(x: Float64Array, at: number): void
  log(x: Float64Array, at: number): number
}

export function gaugeField(density: NoisyDensity, gauge: Gauge): GaugeField {
  const { dim } = density
  const [score, hessian] = [new Float64Array(dim), new Float64Array(dim * dim)]
  const [field, jacobian] = [new Float64Array(dim), new Float64Array(dim * dim)]
  const turn = turnOf(dim, gauge.kind === 'rotate' ? gauge.axis : [])
  let noise = 1
  /** field += share · turn · score, and the same for the Jacobian. */
  const addTurned = (share: number) => {
    for (let i = 0; i < dim; i++)
      for (let k = 0; k < dim; k++) {
        const b = share * turn[i * dim + k]!
        if (b === 0) continue
        field[i]! += b * score[k]!
        for (let j = 0; j < dim; j++) jacobian[i * dim + j]! += b * hessian[k * dim + j]!
      }
  }
  return {
    dim,
    score,
    hessian,
    field,
    jacobian,
    setNoise(sigma) {
      noise = sigma
      density.setNoise(sigma)
    },
    log: density.log,
    at(x, at) {
      density.jet(x, at, score, hessian)
      field.set(score)
      jacobian.set(hessian)
      const share = strengthOf(gauge, noise)
      if (share === 0) return
      if (gauge.kind === 'rotate') addTurned(share)
      else if (gauge.kind === 'stretch') {
        for (let i = 0; i < dim; i++) field[i]! *= 1 + share
        for (let i = 0; i < dim * dim; i++) jacobian[i]! *= 1 + share
      } else {
        // r = κ h J (∇χ + χ s); χⱼ = -dⱼ χ/w², χⱼₖ = (dⱼ dₖ/w⁴ - δⱼₖ/w²) χ
        const square = gauge.width ** 2 + noise * noise
        const [u, v] = [x[at]! - gauge.centre[0]!, x[at + 1]! - gauge.centre[1]!]
        const bump = Math.exp(-(u * u + v * v) / (2 * square))
        const [bx, by] = [(-u / square) * bump, (-v / square) * bump]
        const [bxx, bxy, byy] = [
          ((u * u) / square - 1) * (bump / square),
          ((u * v) / square) * (bump / square),
          ((v * v) / square - 1) * (bump / square),
        ]
        const [sx, sy] = [score[0]!, score[1]!]
        const [hxx, hxy, hyy] = [hessian[0]!, hessian[1]!, hessian[3]!]
        field[0]! -= share * (by + bump * sy)
        field[1]! += share * (bx + bump * sx)
        jacobian[0]! -= share * (bxy + bx * sy + bump * hxy)
        jacobian[1]! -= share * (byy + by * sy + bump * hyy)
        jacobian[2]! += share * (bxx + bx * sx + bump * hxx)
        jacobian[3]! += share * (bxy + by * sx + bump * hxy)
      }
    },
  }
}

/** Numbers of a particle: x [dim], Y [dim, dim], ln det Y. */
export const strideOf = (dim: number): number => dim + dim * dim + 1

/** Particles at these places [n, dim] with Y = I, packed: [n, strideOf(dim)]. */
export function startFlow(places: Float64Array, dim: number): Float64Array {
  const [n, stride] = [places.length / dim, strideOf(dim)]
  const packed = new Float64Array(n * stride)
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < dim; i++) {
      packed[k * stride + i] = places[k * dim + i]!
      packed[k * stride + dim + i * dim + i] = 1
    }
  }
  return packed
}

/** The flow of packed particles in t = ln σ. */
export function flowSlope(f: GaugeField): Slope {
  const { dim, field, jacobian } = f
  const stride = strideOf(dim)
  return (t, packed, out) => {
    const sigma = Math.exp(t)
    const rate = -sigma * sigma
    f.setNoise(sigma)
    for (let at = 0; at < packed.length; at += stride) {
      f.at(packed, at)
      const y = at + dim
      let trace = 0
      for (let i = 0; i < dim; i++) {
        out[at + i] = rate * field[i]!
        trace += jacobian[i * dim + i]!
        for (let j = 0; j < dim; j++) {
          let sum = 0
          for (let k = 0; k < dim; k++) sum += jacobian[i * dim + k]! * packed[y + k * dim + j]!
          out[y + i * dim + j] = rate * sum
        }
      }
      out[y + dim * dim] = rate * trace
    }
  }
}

/**
 * Singular values of the Y of one packed particle, largest first, and d ln value/d ln σ: uᵀ (-σ² ∇(s + r)) u with the left singular vector u. The noise
 * of the field is that of the particle.
 */
export function spectrumAt(
  f: GaugeField,
  sigma: number,
  packed: Float64Array,
  at: number,
  workspace: Svd,
  values: Float64Array,
  slopes: Float64Array,
): void {
  const { dim, jacobian } = f
  svd(packed.subarray(at + dim, at + dim + dim * dim), workspace)
  f.setNoise(sigma)
  f.at(packed, at)
  for (let k = 0; k < dim; k++) {
    values[k] = workspace.values[k]!
    let sum = 0
    for (let i = 0; i < dim; i++)
      for (let j = 0; j < dim; j++) sum += workspace.left[k * dim + i]! * jacobian[i * dim + j]! * workspace.left[k * dim + j]!
    slopes[k] = -sigma * sigma * sum
  }
}

const HALF = 0.5
/** Singular values whose slope against σ is below ½, the slopes of flat and of normal directions being 0 and 1. */
export const countBelowHalf = (slopes: ArrayLike<number>): number =>
  Array.from(slopes).reduce((count, slope) => count + Number(slope < HALF), 0)

const CLEAR = 0.2
/** The same where every slope is within 0.2 of 0 or, for a direction that shrinks, above 0.8; null: unclear. */
export function clearDimension(slopes: ArrayLike<number>): number | null {
  const all = Array.from(slopes)
  return all.every((slope) => Math.abs(slope) < CLEAR || slope > 1 - CLEAR) ? countBelowHalf(all) : null
}

/** N(0, width²) in noise: its singular value from σ₀ down to σ without a gauge field. 0 wide: the normal direction of a flat sheet. */
export const flatValue = (width: number, from: number, to: number): number =>
  Math.sqrt((width * width + to * to) / (width * width + from * from))
