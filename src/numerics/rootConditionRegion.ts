// The stable set of a pencil ρ(ζ) - z σ(ζ): all complex z for which the root condition holds. Nothing here needs a raster.
//
// Its boundary lies on the locus z(θ), but a locus that crosses itself also runs through the outside. A point of the locus is on the boundary
// exactly if the OTHER roots, those of (ρ - zσ)/(ζ - e^{iθ}), lie inside the circle. By the argument principle one root more is inside on the
// left of the locus than on its right, so the stable set is always on the left of its boundary.
import { deflate } from './polynomial'
import { HIGHEST_DEGREE, INSIDE, schurCohn } from './rootCondition'
import { isStable, locus, type Pencil, pencilAt } from './rootConditionPencil'
import { border } from './statistics'

const polynomial = new Float64Array(2 * HIGHEST_DEGREE + 2)
const quotient = new Float64Array(2 * HIGHEST_DEGREE)
const point = new Float64Array(4)

/** Whether the locus at θ is on the boundary of the stable set: the other roots are inside. */
export function isBoundary(pencil: Pencil, theta: number): boolean {
  locus(pencil, theta, point)
  pencilAt(pencil, point[0]!, point[1]!, polynomial)
  deflate(polynomial, pencil.degree, Math.cos(theta), Math.sin(theta), quotient)
  return schurCohn(quotient, pencil.degree - 1) === INSIDE
}

const ROUNDS = 60 // halvings: to the last bit
const SCAN = 2048 // samples of the half circle; the narrowest feature in use (β = 0.05) spans some 30 of them

/** Ranges [from, to] of θ in [0, π] on the boundary, ends found by bisection. The lower half plane is their mirror image. */
export function boundaryArcs(pencil: Pencil): [from: number, to: number][] {
  const arcs: [number, number][] = []
  let start = 0
  let before = true // θ = 0 is z = 0, where the other roots are those of ρ/(ζ - 1): inside for every convergent method
  for (let k = 1; k <= SCAN; k++) {
    const now = isBoundary(pencil, (Math.PI * k) / SCAN)
    if (now !== before) {
      const change = border(
        (Math.PI * (k - 1)) / SCAN,
        (Math.PI * k) / SCAN,
        (theta) => isBoundary(pencil, theta) === before,
        ROUNDS,
      )
      if (now) start = change
      else arcs.push([start, change])
    }
    before = now
  }
  if (before) arcs.push([start, Math.PI])
  return arcs
}

/** L, the end of the stable interval [-L, 0] of the real line: going left from 0, where the root condition first fails. */
export function realLeftEnd(pencil: Pencil): number {
  let length = 1e-3
  while (isStable(pencil, -length, 0)) length *= 1.01
  return border(length / 1.01, length, (at) => isStable(pencil, -at, 0), ROUNDS)
}

/**
 * Closed outlines of the stable set, each [n, 2] and counter-clockwise; the first is that of the part left of 0. They bend by less than
 * `tolerance` (in z) between points. Finding the arcs is the slow part: pass them if you need both outline and area.
 */
export function stableOutline(pencil: Pencil, tolerance: number, arcs = boundaryArcs(pencil)): Float64Array[] {
  const open = closedArcs(arcs).map(([from, to]) => sampled(pencil, from, to, tolerance))
  const loops: Float64Array[] = []
  while (open.length > 0) {
    const loop = open.shift()!
    // where another root meets the circle at e^{iφ}, the locus continues at φ: the arc that starts where this one ends
    for (;;) {
      const next = nearestStart(loop, open)
      if (next < 0) break
      loop.push(...open.splice(next, 1)[0]!.slice(2))
    }
    loops.push(Float64Array.from(loop))
  }
  return loops
}

/** Arcs of the whole circle, from those of its upper half; the first holds θ = 0. */
function closedArcs(upper: readonly (readonly [number, number])[]): [number, number][] {
  const arcs: [number, number][] = []
  for (const [from, to] of upper) {
    if (from === 0) arcs.push([-to, to])
    else if (to === Math.PI) arcs.push([from, 2 * Math.PI - from])
    else arcs.push([from, to], [-to, -from])
  }
  return arcs
}

/** Index of the arc that starts nearest to the loop's end, or -1 if the loop's own start is nearer. */
function nearestStart(loop: readonly number[], arcs: readonly (readonly number[])[]): number {
  const x = loop.at(-2)!
  const y = loop.at(-1)!
  const distance = (arc: readonly number[]) => Math.hypot(arc[0]! - x, arc[1]! - y)
  let nearest = -1
  arcs.forEach((arc, index) => {
    if (distance(arc) < distance(nearest < 0 ? loop : arcs[nearest]!)) nearest = index
  })
  return nearest
}

/** The whole locus as a closed line [n, 2], stable side or not, bending by less than `tolerance` between points. */
export const locusCurve = (pencil: Pencil, tolerance: number): Float64Array =>
  Float64Array.from(sampled(pencil, -Math.PI, Math.PI, tolerance))

/** Points of the locus from θ = `from` to `to`, more where it bends. */
function sampled(pencil: Pencil, from: number, to: number, tolerance: number): number[] {
  const at = (theta: number) => {
    locus(pencil, theta, point)
    return [point[0]!, point[1]!] as const
  }
  const points: number[] = [...at(from)]
  const refine = (a: number, za: readonly [number, number], b: number, zb: readonly [number, number], depth: number) => {
    const middle = (a + b) / 2
    const zm = at(middle)
    const bend = Math.hypot(zm[0] - (za[0] + zb[0]) / 2, zm[1] - (za[1] + zb[1]) / 2)
    if (depth < 5 || (bend > tolerance && depth < 20)) {
      refine(a, za, middle, zm, depth + 1)
      refine(middle, zm, b, zb, depth + 1)
    } else points.push(...zb)
  }
  refine(from, at(from), to, at(to), 0)
  return points
}

const PANELS = 1024 // of an arc; with Gauss's three points the area is good to some 1e-10

/** Area of the stable set, without a raster: ∮ ½ Im(z̄ dz) along its boundary. 64 panels would give seven digits. */
export function stableArea(pencil: Pencil, arcs = boundaryArcs(pencil), panels = PANELS): number {
  let area = 0
  for (const [from, to] of arcs) {
    const width = (to - from) / panels
    for (let k = 0; k < panels; k++) {
      const middle = from + (k + 0.5) * width
      const offset = Math.sqrt(0.15) * width
      area += (width * (5 * swept(pencil, middle - offset) + 8 * swept(pencil, middle) + 5 * swept(pencil, middle + offset))) / 18
    }
  }
  return area
}

/** Im(z̄ z'): per θ, twice the area that the ray from 0 to z(θ) sweeps; the mirror image makes up for the ½. */
function swept(pencil: Pencil, theta: number): number {
  locus(pencil, theta, point)
  return point[0]! * point[3]! - point[1]! * point[2]!
}
