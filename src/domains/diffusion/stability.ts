// Linear stability of a multistep rule: on x' = λx with z = λδ it is a recurrence with the polynomial ρ(ζ) - zσ(ζ).
import type { Pencil } from '@/numerics/rootConditionPencil'
import { adamsBashforth, ghvb, type Rule } from './multistep'

/**
 * AB: ζ - 1 = z Σ bⱼ ζ^{-j}. Momentum multiplies the left side by the moving average's ζ - 1 + β, and the right side by
 * HB: βζ; NT: β((2 - β)ζ - (1 - β)); GHVB: ζ, with a(β) for b. All of it times the power of ζ that leaves polynomials.
 */
export function pencilOf({ family, order, beta }: Rule): Pencil {
  const weights = family === 'GHVB' ? ghvb(order, beta) : adamsBashforth(order)
  const average = family === 'AB' ? [1] : [beta - 1, 1]
  const slope = { AB: [1], HB: [0, beta], NT: [-beta * (1 - beta), beta * (2 - beta)], GHVB: [0, 1] }[family]
  const power = [...new Array<number>(order - 1).fill(0), 1] // ζ^{order - 1}
  const rho = product(product([-1, 1], average), power)
  const sigma = product(slope, weights.toReversed())
  while (sigma.length < rho.length) sigma.push(0)
  // a common factor ζ would only add roots at 0
  const low = rho.findIndex((value, k) => value !== 0 || sigma[k] !== 0)
  return { degree: rho.length - 1 - low, rho: Float64Array.from(rho.slice(low)), sigma: Float64Array.from(sigma.slice(low)) }
}

/** Coefficients of a product of polynomials, each by power. */
function product(a: readonly number[], b: readonly number[]): number[] {
  const out = new Array<number>(a.length + b.length - 1).fill(0)
  for (const [i, x] of a.entries()) for (const [j, y] of b.entries()) out[i + j]! += x * y
  return out
}

/**
 * L, the closed form: the stable interval [-L, 0] ends where ζ = -1 becomes a root (the tests check that no other root is earlier).
 * AB: 2, 1, 6/11, 3/10 for r = 1 to 4. HB has (2 - β)/β, NT (2 - β)/(β(3 - 2β)) times as much.
 */
export function realInterval({ family, order, beta }: Rule): number {
  const b = beta
  const plain = [2, 1, 6 / 11, 3 / 10][order - 1]!
  switch (family) {
    case 'AB':
      return plain
    case 'HB':
      return (plain * (2 - b)) / b
    case 'NT':
      return (plain * (2 - b)) / (b * (3 - 2 * b))
    case 'GHVB':
      return [(2 * (2 - b)) / b, 2 - b, (6 * (2 - b)) / (12 - b), (3 * (2 - b)) / (11 - b), (90 * (2 - b)) / (600 - 49 * b)][
        order - 1
      ]!
  }
}
