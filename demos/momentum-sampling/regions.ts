// The stable region of each solver, and the roots ζ at one z. The picture needs both within a frame of a drag: there is no raster, and results for a
// rule are cached.
import { type Rule, ruleOfOrder } from '@/domains/diffusion/multistep'
import { pencilOf, realInterval } from '@/domains/diffusion/stability'
import { largestModulus, roots } from '@/numerics/polynomial'
import { type Pencil, pencilAt } from '@/numerics/rootConditionPencil'
import { boundaryArcs, stableArea, stableOutline } from '@/numerics/rootConditionRegion'

export interface Region {
  pencil: Pencil
  /** Closed lines around the stable set, [n, 2] each: from the boundary locus, where the other roots are inside. */
  outline: readonly Float64Array[]
  /** L: the region holds the real interval [-L, 0]. */
  length: number
  area: number
}

/** The last `most` results of `make`, by a key. */
function kept<K, V>(most: number, make: (key: K) => V, name: (key: K) => string): (key: K) => V {
  const found = new Map<string, V>()
  return (key) => {
    const text = name(key)
    const value = found.get(text) ?? make(key)
    found.delete(text) // to the end of the line
    found.set(text, value)
    for (const oldest of found.keys()) {
      if (found.size <= most) break
      found.delete(oldest)
    }
    return value
  }
}
const nameOf = ({ family, order, beta }: Rule) => `${family} ${order} ${family === 'AB' ? 1 : beta}`

const BEND = 4e-4 // of the region's length: an outline bends by less than that between its points
const PANELS = 64 // for each arc: seven digits of the area

/** The region of a rule; some 0.7 ms for a new one. */
export const regionOf: (rule: Rule) => Region = kept(
  64,
  (rule) => {
    const pencil = pencilOf(rule)
    const arcs = boundaryArcs(pencil)
    const length = realInterval(rule)
    return {
      pencil,
      outline: stableOutline(pencil, BEND * length, arcs),
      length,
      area: stableArea(pencil, arcs, PANELS),
    }
  },
  nameOf,
)

const polynomial = new Float64Array(16)

/** The roots ζ of ρ - zσ, [degree, 2]. */
export function rootsAt(pencil: Pencil, re: number, im: number): Float64Array {
  const found = new Float64Array(2 * pencil.degree)
  pencilAt(pencil, re, im, polynomial)
  roots(polynomial, pencil.degree, found)
  return found
}

/** Modulus of the largest root: the factor by which an error grows each step in the long run. */
export function growthAt(pencil: Pencil, re: number, im: number): number {
  return largestModulus(rootsAt(pencil, re, im), pencil.degree)
}

/** Left end L at this β; it moves left as β falls. */
const lengthAt = (rule: Rule, beta: number) => realInterval({ ...rule, beta })

/** The β at which the region of a rule with momentum ends at -length, within the slider. Known to the last bit. */
export function betaOfLength(rule: Rule, length: number, [low, high]: readonly [number, number]): number {
  if (lengthAt(rule, high) >= length) return high
  if (lengthAt(rule, low) <= length) return low
  let [weak, strong] = [high, low]
  for (let k = 0; k < 60; k++) {
    const middle = (weak + strong) / 2
    if (lengthAt(rule, middle) < length) weak = middle
    else strong = middle
  }
  return (weak + strong) / 2
}

/** The two plain solvers between which GHVB of this order slides: β → 0 and β = 1. */
export const endsOfSlide = ({ order }: Rule): readonly Rule[] =>
  [order - 1, order].filter((r) => r >= 1).map((r) => ({ family: 'AB', ...ruleOfOrder(r) }))
