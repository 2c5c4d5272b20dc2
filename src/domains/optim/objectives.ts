// Functions of the plane with gradient and Hessian, for optimizers to minimize.
import { compiledFormula, evaluate } from '@/numerics/formula'

export type Place = readonly [x: number, y: number]

export interface Objective {
  value(x: number, y: number): number
  /** Writes [∂x, ∂y]. */
  gradient(x: number, y: number, out: number[] | Float64Array): void
  /** Writes [∂xx, ∂xy, ∂yy]. */
  hessian(x: number, y: number, out: number[]): void
  /** The bottom and the value there; null if it is not known. */
  readonly minimum: Place | null
  readonly lowest: number | null
}

/** f(w) = ½ wᵀ A w with A = [[a, b], [b, c]], positive definite: a valley with its bottom at the origin. */
export function quadratic(a: number, b: number, c: number): Objective {
  return {
    value: (x, y) => (a * x * x + 2 * b * x * y + c * y * y) / 2,
    gradient(x, y, out) {
      out[0] = a * x + b * y
      out[1] = b * x + c * y
    },
    hessian(_x, _y, out) {
      out[0] = a
      out[1] = b
      out[2] = c
    },
    minimum: [0, 0],
    lowest: 0,
  }
}

/** f = (1 - x)² + 100 (y - x²)², Rosenbrock 1960: a bent valley whose floor falls slowly to (1, 1). */
export const rosenbrock: Objective = {
  value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient(x, y, out) {
    const off = y - x * x
    out[0] = -2 * (1 - x) - 400 * x * off
    out[1] = 200 * off
  },
  hessian(x, y, out) {
    out[0] = 2 - 400 * (y - 3 * x * x)
    out[1] = -400 * x
    out[2] = 200
  },
  minimum: [1, 1],
  lowest: 0,
}

/**
 * f = (1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)², Beale 1958: a long flat plain to (3, 0.5), walls in its corners, and a ridge along
 * y = 1, beyond which the plain falls without end.
 */
export const beale: Objective = {
  value(x, y) {
    const [a, b, c] = [1.5 - x * (1 - y), 2.25 - x * (1 - y * y), 2.625 - x * (1 - y * y * y)]
    return a * a + b * b + c * c
  },
  gradient(x, y, out) {
    const a = 1.5 - x * (1 - y)
    const b = 2.25 - x * (1 - y * y)
    const c = 2.625 - x * (1 - y * y * y)
    out[0] = -2 * (a * (1 - y) + b * (1 - y * y) + c * (1 - y * y * y))
    out[1] = 2 * x * (a + 2 * b * y + 3 * c * y * y)
  },
  hessian(x, y, out) {
    let [xx, xy, yy] = [0, 0, 0]
    for (const [power, target] of BEALE) {
      const falls = 1 - y ** power
      const rises = power * y ** (power - 1)
      const bends = power * (power - 1) * y ** (power - 2)
      const off = target - x * falls
      xx += 2 * falls * falls
      xy += 2 * (off * rises - x * falls * rises)
      yy += 2 * (x * x * rises * rises + off * x * (power > 1 ? bends : 0))
    }
    out[0] = xx
    out[1] = xy
    out[2] = yy
  },
  minimum: [3, 0.5],
  lowest: 0,
}
const BEALE = [
  [1, 1.5],
  [2, 2.25],
  [3, 2.625],
] as const

/** g(x) = 25x, x + 24, 25x - 24 on x < 1, 1 ≤ x < 2, x ≥ 2 (Lessard, Recht and Packard 2016): curvature between 1 and 25. */
const slopeInPieces = (x: number) => (x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24)

/** F with F' = g and F(0) = 0; the constants make it continuous at 1 and 2. */
const integralInPieces = (x: number) => (x < 1 ? 12.5 * x * x : x < 2 ? 0.5 * x * x + 24 * x - 12 : 12.5 * x * x - 24 * x + 36)

/** f = F(x) + y²/2: convex, with a continuous gradient; x does not depend on y. */
export const piecewise: Objective = {
  value: (x, y) => integralInPieces(x) + (y * y) / 2,
  gradient(x, y, out) {
    out[0] = slopeInPieces(x)
    out[1] = y
  },
  hessian(x, _y, out) {
    out[0] = x >= 1 && x < 2 ? 1 : 25
    out[1] = 0
    out[2] = 1
  },
  minimum: [0, 0],
  lowest: 0,
}

/** The function that a visitor typed, in x and y; its text must have been compiled before. */
export function own(text: string): Objective {
  const { value, gradient, hessian } = compiledFormula(text)
  const at = [0, 0]
  const program = (x: number, y: number, code: Parameters<typeof evaluate>[0]) => {
    at[0] = x
    at[1] = y
    return evaluate(code, at)
  }
  const [dx, dy] = gradient as [(typeof gradient)[0], (typeof gradient)[0]]
  const [[dxx, dxy], [, dyy]] = hessian as [
    [(typeof gradient)[0], (typeof gradient)[0]],
    [(typeof gradient)[0], (typeof gradient)[0]],
  ]
  return {
    value: (x, y) => program(x, y, value),
    gradient(x, y, out) {
      out[0] = program(x, y, dx)
      out[1] = program(x, y, dy)
    },
    hessian(x, y, out) {
      out[0] = program(x, y, dxx)
      out[1] = program(x, y, dxy)
      out[2] = program(x, y, dyy)
    },
    minimum: null,
    lowest: null,
  }
}

const scratch = [0, 0]

/** |∇f|. */
export function steepness(f: Objective, x: number, y: number): number {
  f.gradient(x, y, scratch)
  return Math.hypot(scratch[0]!, scratch[1]!)
}

/** The distance to the bottom, or |∇f| if the bottom is unknown. */
export const remaining = (f: Objective, x: number, y: number): number =>
  f.minimum === null ? steepness(f, x, y) : Math.hypot(x - f.minimum[0], y - f.minimum[1])

/** Height above the bottom, f - f*; |∇f|² if the bottom is unknown: near it both shrink at the same rate. */
export const height = (f: Objective, x: number, y: number): number =>
  f.lowest === null ? steepness(f, x, y) ** 2 : f.value(x, y) - f.lowest
