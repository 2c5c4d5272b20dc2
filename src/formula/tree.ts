// Formulas as trees that simplify themselves: building with these functions gives 4 x (x² - 1), not 2·2·1·x^(2-1)·(…)^1.
// Only rules that hold wherever both sides are defined; a denominator never cancels completely, so no pole is lost.
import { FormulaError } from './problem'

/** value / per; `per` is 1 unless both are whole and have no common factor. */
export interface Numeral {
  readonly kind: 'number'
  readonly value: number
  readonly per: number
  readonly size: 1
}
export interface Name {
  readonly kind: 'name'
  readonly name: string
  readonly size: 1
}
/** At least two terms, none of them a sum. */
export interface Sum {
  readonly kind: 'sum'
  readonly terms: readonly Tree[]
  readonly size: number
}
/** The only place for a numeric factor. Factors are neither numbers nor products; a quotient is not a factor. */
export interface Product {
  readonly kind: 'product'
  readonly coefficient: Numeral
  readonly factors: readonly Tree[]
  readonly size: number
}
export interface Quotient {
  readonly kind: 'quotient'
  readonly top: Tree
  readonly bottom: Tree
  readonly size: number
}
export interface Power {
  readonly kind: 'power'
  readonly base: Tree
  readonly exponent: Tree
  readonly size: number
}
export interface Call {
  readonly kind: 'call'
  readonly name: string
  readonly argument: Tree
  readonly size: number
}
/** `size` counts the nodes. */
export type Tree = Numeral | Name | Sum | Product | Quotient | Power | Call

const LARGEST_WHOLE = 1e9 // whole numbers are exact up to here; larger ones, and decimals, are floating point

/** A number, or a fraction in lowest terms. */
export function number(value: number, per = 1): Numeral {
  const exact = per !== 0 && [value, per].every((n) => Number.isInteger(n) && Math.abs(n) <= LARGEST_WHOLE)
  const divisor = exact ? commonDivisor(Math.abs(value), Math.abs(per)) * Math.sign(per) : per
  const lowest = value / divisor
  if (!Number.isFinite(lowest)) throw new FormulaError('infinite')
  return { kind: 'number', value: lowest + 0, per: exact ? per / divisor : 1, size: 1 } // + 0 makes 0 of -0
}
const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

export const ZERO = number(0)
export const ONE = number(1)
export const MINUS_ONE = number(-1)

const isZero = (tree: Tree) => tree.kind === 'number' && tree.value === 0
/** Whether a tree is the number 1. */
export const isOne = (tree: Tree) => tree.kind === 'number' && tree.value === 1 && tree.per === 1
/** A whole exponent n ≥ 1 with its base; the exponent is 1 if there is none. */
const powerOf = (tree: Tree): readonly [base: Tree, exponent: number] =>
  tree.kind === 'power' && wholeOf(tree.exponent) >= 1 ? [tree.base, wholeOf(tree.exponent)] : [tree, 1]
/** The whole number that a tree is, or NaN. */
export const wholeOf = (tree: Tree): number =>
  tree.kind === 'number' && tree.per === 1 && Number.isInteger(tree.value) ? tree.value : Number.NaN

export const name = (of: string): Name => ({ kind: 'name', name: of, size: 1 })
export const call = (of: string, argument: Tree): Call => ({ kind: 'call', name: of, argument, size: argument.size + 1 })
/** The number e is exp(1), so that e^x and exp(x) are one thing. */
export const EULER = call('exp', ONE)

/** Numeric factor and the rest. */
export function split(tree: Tree): readonly [coefficient: Numeral, rest: Tree] {
  if (tree.kind === 'number') return [tree, ONE]
  if (tree.kind !== 'product') return [ONE, tree]
  return [tree.coefficient, join(tree.factors)]
}

/** Collects like terms: y - x² - 2x² → y - 3x². */
export function sum(given: readonly Tree[]): Tree {
  const coefficients: Numeral[] = []
  const rests: Tree[] = []
  for (const term of given.flatMap((one) => (one.kind === 'sum' ? one.terms : [one]))) {
    const [coefficient, rest] = split(term)
    const like = rests.findIndex((other) => same(other, rest))
    if (like >= 0) coefficients[like] = plus(coefficients[like]!, coefficient)
    else {
      coefficients.push(coefficient)
      rests.push(rest)
    }
  }
  const terms = rests.map((rest, k) => scale(coefficients[k]!, rest)).filter((term) => !isZero(term))
  return terms.length === 0 ? ZERO : terms.length === 1 ? terms[0]! : { kind: 'sum', terms, size: sizeOf(terms) }
}

export const product = (factors: readonly Tree[]): Tree => fraction(factors, [])
export const quotient = (top: Tree, bottom: Tree): Tree => fraction([top], [bottom])
export const negative = (tree: Tree): Tree => scale(MINUS_ONE, tree)

/** base^exponent; powers of whole numbers are computed while they are short. */
export function power(base: Tree, exponent: Tree): Tree {
  const n = wholeOf(exponent)
  if (n === 0) return ONE
  if (n === 1) return base
  if (base.kind === 'call' && base.name === 'exp') {
    if (isOne(base.argument)) return call('exp', exponent)
    if (Number.isInteger(n)) return call('exp', product([exponent, base.argument]))
  }
  if (base.kind === 'number' && n > 1 && Number.isInteger(base.value) && Math.max(Math.abs(base.value), base.per) ** n < 1e6) {
    return number(base.value ** n, base.per ** n)
  }
  if (n > 1) {
    const [inner, m] = powerOf(base)
    if (m > 1) return power(inner, number(m * n))
    if (base.kind === 'quotient') return quotient(power(base.top, exponent), power(base.bottom, exponent))
  }
  return { kind: 'power', base, exponent, size: sizeOf([base, exponent]) }
}

/** Coefficient times tree. */
export function scale(coefficient: Numeral, tree: Tree): Tree {
  if (isZero(coefficient)) return ZERO
  const [own, rest] = split(tree)
  const whole = number(coefficient.value * own.value, coefficient.per * own.per)
  if (isOne(rest)) return whole
  if (isOne(whole)) return rest
  const factors = rest.kind === 'product' ? rest.factors : [rest]
  return { kind: 'product', coefficient: whole, factors, size: sizeOf(factors) + 1 }
}

/** All of `over` divided by all of `under`, as coefficient × tops / bottoms. */
function fraction(over: readonly Tree[], under: readonly Tree[]): Tree {
  let coefficient = ONE
  const tops: Tree[] = []
  const bottoms: Tree[] = []
  const take = (tree: Tree, upper: boolean): void => {
    if (tree.kind === 'number') {
      coefficient = upper
        ? number(coefficient.value * tree.value, coefficient.per * tree.per)
        : number(coefficient.value * tree.per, coefficient.per * tree.value)
    } else if (tree.kind === 'product') {
      for (const factor of [tree.coefficient, ...tree.factors]) take(factor, upper)
    } else if (tree.kind === 'quotient') {
      take(tree.top, upper)
      take(tree.bottom, !upper)
    } else gather(upper ? tops : bottoms, tree)
  }
  for (const tree of over) take(tree, true)
  for (const tree of under) take(tree, false)
  cancel(tops, bottoms)
  const top = join(tops)
  if (bottoms.length === 0 || isZero(coefficient)) return scale(coefficient, top)
  const bottom = join(bottoms)
  return scale(coefficient, { kind: 'quotient', top, bottom, size: sizeOf([top, bottom]) })
}

/** Adds a factor to a list, or to the exponent of the same base: x² · x → x³. */
function gather(list: Tree[], factor: Tree): void {
  const [base, exponent] = powerOf(factor)
  const like = list.findIndex((other) => same(powerOf(other)[0], base))
  if (like < 0) list.push(factor)
  else list[like] = power(base, number(powerOf(list[like]!)[1] + exponent))
}

/** x / x³ → 1 / x²; but x / x and x² / x stay, since they are not defined at 0. */
function cancel(tops: Tree[], bottoms: Tree[]): void {
  for (let k = tops.length - 1; k >= 0; k--) {
    const [base, upper] = powerOf(tops[k]!)
    const like = bottoms.findIndex((other) => same(powerOf(other)[0], base))
    const lower = like < 0 ? 0 : powerOf(bottoms[like]!)[1]
    if (lower <= upper) continue
    tops.splice(k, 1)
    bottoms[like] = power(base, number(lower - upper))
  }
}

/** A product without coefficient: letters first, then brackets and functions. */
function join(factors: readonly Tree[]): Tree {
  if (factors.length < 2) return factors[0] ?? ONE
  const isLetter = (tree: Tree) => powerOf(tree)[0].kind === 'name'
  const sorted = [...factors.filter(isLetter), ...factors.filter((tree) => !isLetter(tree))]
  return { kind: 'product', coefficient: ONE, factors: sorted, size: sizeOf(sorted) + 1 }
}

const plus = (a: Numeral, b: Numeral): Numeral => number(a.value * b.per + b.value * a.per, a.per * b.per)
const sizeOf = (parts: readonly Tree[]): number => parts.reduce((total, part) => total + part.size, 1)

/** Equality of structure. */
export function same(a: Tree, b: Tree): boolean {
  if (a === b) return true
  if (a.size !== b.size) return false
  const all = (left: readonly Tree[], right: readonly Tree[]) =>
    left.length === right.length && left.every((tree, k) => same(tree, right[k]!))
  if (a.kind === 'number') return b.kind === 'number' && a.value === b.value && a.per === b.per
  if (a.kind === 'name') return b.kind === 'name' && a.name === b.name
  if (a.kind === 'call') return b.kind === 'call' && a.name === b.name && same(a.argument, b.argument)
  if (a.kind === 'sum') return b.kind === 'sum' && all(a.terms, b.terms)
  if (a.kind === 'product') return b.kind === 'product' && same(a.coefficient, b.coefficient) && all(a.factors, b.factors)
  if (a.kind === 'quotient') return b.kind === 'quotient' && same(a.top, b.top) && same(a.bottom, b.bottom)
  return b.kind === 'power' && same(a.base, b.base) && same(a.exponent, b.exponent)
}
