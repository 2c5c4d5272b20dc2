// The model's prediction of the largest singular value: the weights at rest are like Z Σ^½, normal numbers times the shape of the inputs.
import { decayFor, structuredSpread } from '@/domains/optim/restingSize'
import { stream } from '@/numerics/random'
import { powerLaw } from '@/numerics/regression'
import { singularValues, startVector, topSingular } from '@/numerics/singular'
import { steadyNormal } from '@/numerics/steadyNormal'
import { BASE, type Params, rateAt, restAt, widthOf } from './params'

export const WIDTHS = [8, 16, 32, 64, 128, 256] as const
/** Those that are fitted and swept. */
export const FITTED = [16, 32, 64, 128] as const
const [ROUNDS, CLOSE] = [60, 1e-4]
/** How many matrices are averaged: small ones vary more. */
const matricesOf = (d: number) => Math.min(Math.max(2, 65536 / d ** 2), 16)

const normals = new Map<number, Float64Array>()
/** Normal numbers for a width, [matrices, d, d]; the same for all parameters, so that only the parameters make a difference. */
function normalsOf(d: number): Float64Array {
  const known = normals.get(d)
  if (known) return known
  const draws = stream(d, 'ideal')
  const made = Float64Array.from({ length: matricesOf(d) * d * d }, () => steadyNormal(draws))
  normals.set(d, made)
  return made
}
/** Z Σ^½ for matrix `index` of its width, [d, d]; its entries have variance 1. */
function idealMatrix(d: number, alpha: number, index: number): Float64Array {
  const roots = structuredSpread(d, alpha).map((variance) => Math.sqrt(variance))
  const z = normalsOf(d)
  return Float64Array.from({ length: d * d }, (_, k) => z[index * d * d + k]! * roots[k % d]!)
}

const MOST_KEPT = 400
const remember = <T>(make: (d: number, alpha: number) => T) => {
  const kept = new Map<string, T>()
  return (d: number, alpha: number): T => {
    const key = `${d} ${alpha}`
    let value = kept.get(key)
    if (value === undefined) {
      value = make(d, alpha)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(key, value)
    }
    return value
  }
}

/** Largest singular value of Z Σ^½, as a mean over matrices. */
export const idealTop = remember((d, alpha) => {
  const count = matricesOf(d)
  let sum = 0
  for (let index = 0; index < count; index++)
    sum += topSingular(idealMatrix(d, alpha, index), d, d, startVector(d), new Float64Array(d), ROUNDS, CLOSE)
  return sum / count
})
/** All singular values of one of them, the largest first. */
export const idealValues = remember((d, alpha) => singularValues(idealMatrix(d, alpha, 0), d, d))

/** p of σ ~ d^p at equal size of the weights. */
export const idealExponent = (alpha: number): number =>
  powerLaw(
    FITTED,
    FITTED.map((d) => idealTop(d, alpha)),
  ).slope

/** The predicted largest singular value of AdamW's matrix of width d. */
export const predictedTop = (p: Params, d: number): number => restAt(p, d) * idealTop(d, p.alpha)

/** Exponent of the prediction over widths, with the rules for η and λ. */
export const predictedExponent = (p: Params): number =>
  powerLaw(
    FITTED,
    FITTED.map((d) => predictedTop(p, d)),
  ).slope

/** q of λ ∝ d^q at which the prediction is constant, with the rule for η: 2p - 1 for η ∝ 1/d, 2p for a constant η. */
export const levelExponent = (p: Pick<Params, 'alpha' | 'etaRule'>): number =>
  2 * idealExponent(p.alpha) - (p.etaRule === 'inverse' ? 1 : 0)

/** The q for which the prediction at width d is `top`. */
export const exponentFor = (p: Params, d: number, top: number): number =>
  Math.log(decayFor(rateAt(p, d), top / idealTop(d, p.alpha), p.beta1) / p.lambda) / Math.log(d / BASE)

export const idealValuesOf = (p: Params): Float64Array => idealValues(widthOf(p), p.alpha)
