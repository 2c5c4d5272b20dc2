// Motions of one particle in a plane, H = ½|p|² + V(q): q̇ = p, ṗ = -∇V. States are x = (q₁, q₂, p₁, p₂). Sines and roots are the same in every engine.
import type { Slope } from '@/numerics/ode'
import { steadyCos, steadySin } from '@/numerics/steadyTurn'

export const LAWS = ['spring', 'pendulum', 'henonHeiles', 'quartic', 'kepler'] as const
export type LawName = (typeof LAWS)[number]

/** A force law of strength θ. */
export interface Law {
  potential(theta: number, x: number, y: number): number
  /** Writes -∇V to out[at], out[at + 1]. */
  force(theta: number, x: number, y: number, out: Float64Array, at: number): void
}

function scaled(factor: number, x: number, y: number, out: Float64Array, at: number): void {
  out[at] = factor * x
  out[at + 1] = factor * y
}

export const laws: Readonly<Record<LawName, Law>> = {
  /** ½ θ |q|² */
  spring: {
    potential: (theta, x, y) => (theta * (x * x + y * y)) / 2,
    force: (theta, x, y, out, at) => scaled(-theta, x, y, out, at),
  },
  /** θ Σ (1 - cos qᵢ): two pendulums. */
  pendulum: {
    potential: (theta, x, y) => theta * (2 - steadyCos(x) - steadyCos(y)),
    force: (theta, x, y, out, at) => scaled(-theta, steadySin(x), steadySin(y), out, at),
  },
  /** ½ |q|² + θ (q₁² q₂ - ⅓ q₂³); with θ = 1 it has saddles of energy 1/6, one of them at (0, 1). */
  henonHeiles: {
    potential: (theta, x, y) => (x * x + y * y) / 2 + theta * (x * x * y - (y * y * y) / 3),
    force(theta, x, y, out, at) {
      out[at] = -x - 2 * theta * x * y
      out[at + 1] = -y - theta * (x * x - y * y)
    },
  },
  /** ¼ θ |q|⁴ */
  quartic: {
    potential: (theta, x, y) => (theta * (x * x + y * y) ** 2) / 4,
    force: (theta, x, y, out, at) => scaled(-theta * (x * x + y * y), x, y, out, at),
  },
  /** -θ/|q|: two bodies, in relative coordinates. Not finite at q = 0. */
  kepler: {
    potential: (theta, x, y) => -theta / Math.sqrt(x * x + y * y),
    force(theta, x, y, out, at) {
      const square = x * x + y * y
      scaled(-theta / (square * Math.sqrt(square)), x, y, out, at)
    },
  },
}

/** H at the state that begins at `at`. */
export const energyOf = (law: LawName, theta: number, x: ArrayLike<number>, at = 0): number =>
  (x[at + 2]! ** 2 + x[at + 3]! ** 2) / 2 + laws[law].potential(theta, x[at]!, x[at + 1]!)

/** ẋ at states [n, 4], written to `out` [n, 4]. */
export function fillMotion(law: LawName, theta: number, states: Float64Array, out: Float64Array): void {
  const { force } = laws[law]
  for (let at = 0; at < states.length; at += 4) {
    out[at] = states[at + 2]!
    out[at + 1] = states[at + 3]!
    force(theta, states[at]!, states[at + 1]!, out, at + 2)
  }
}

/** ẋ of one state, for Runge and Kutta's steps. */
export const motionOf =
  (law: LawName, theta: number): Slope =>
  (_, x, out) =>
    fillMotion(law, theta, x, out)
