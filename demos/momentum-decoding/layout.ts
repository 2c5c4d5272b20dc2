// Places of words in the graph: each new word is put near the word before it, at the place of least energy, and stays there. Later words do not move it,
// so the picture is steady while one scrubs, and during a drag up to the first word that differs.
import { textWidth } from './textWidth'

export interface Place {
  /** Centre and half-width, in CSS px of a picture of usual size; y downwards. */
  x: number
  y: number
  half: number
  /** The place of the word before it; none for the first. */
  near: Place | null
}
/** Id of a word → its place, in the order of appearance. */
export type Layout = ReadonlyMap<number, Place>

const HALF_HEIGHT = 11
const TURNS = 20 // directions tried
const REACH = [84, 112, 150, 210] // px between neighbours, less in the vertical direction
const FLAT = 0.72 // words are wide: height counts more than width

const overlap = (a: number, b: number, room: number) => Math.max(0, room - Math.abs(a - b)) / room

/** Whether the segments p-q and r-s cross. */
function cross(px: number, py: number, qx: number, qy: number, r: Place, s: Place): boolean {
  const side = (ax: number, ay: number, bx: number, by: number, c: Place) => (bx - ax) * (c.y - ay) - (by - ay) * (c.x - ax)
  const [a, b] = [side(px, py, qx, qy, r), side(px, py, qx, qy, s)]
  if (a * b >= 0) return false
  const turn = (x: number, y: number) => (s.x - r.x) * (y - r.y) - (s.y - r.y) * (x - r.x)
  return turn(px, py) * turn(qx, qy) < 0
}

/**
 * Energy of a word at (x, y), reached from `near`: covered words, crowding, distance to the middle, crossed lines; added to `start`. Stops above `enough`.
 */
function energy(x: number, y: number, half: number, near: Place, all: readonly Place[], start: number, enough: number): number {
  let sum = start + (x * x * FLAT * FLAT + y * y) / 9000
  const [dx, dy] = [x - near.x, y - near.y]
  const length2 = dx * dx + dy * dy
  for (const other of all) {
    if (sum >= enough) return sum
    const [ex, ey] = [x - other.x, y - other.y]
    sum += 900 / (FLAT * FLAT * ex * ex + ey * ey + 30)
    const covered = overlap(x, other.x, half + other.half + 6) * overlap(y, other.y, 2 * HALF_HEIGHT + 4)
    if (covered > 0) sum += 20 + 60 * covered
    if (other === near) continue
    // the new line would pass through a word
    const share = ((other.x - near.x) * dx + (other.y - near.y) * dy) / length2
    if (share > 0 && share < 1) {
      const off = Math.abs((other.x - near.x) * dy - (other.y - near.y) * dx) / Math.sqrt(length2)
      if (off < HALF_HEIGHT + 3) sum += 6
    }
    const from = other.near
    if (from !== null && from !== near && cross(near.x, near.y, x, y, from, other)) sum += 5
  }
  return sum
}

/** The best place for a word of this width near `near`. */
export function freePlace(half: number, near: Place, all: readonly Place[]): Place {
  let best: Place = { x: near.x, y: near.y, half, near }
  let least = Number.POSITIVE_INFINITY
  for (const reach of REACH) {
    for (let turn = 0; turn < TURNS; turn++) {
      const angle = (2 * Math.PI * (turn + 0.35)) / TURNS
      const x = near.x + (reach + 0.5 * (half + near.half)) * Math.cos(angle)
      const y = near.y + reach * FLAT * Math.sin(angle)
      const found = energy(x, y, half, near, all, reach / 60, least)
      if (found < least) {
        least = found
        best = { x, y, half, near }
      }
    }
  }
  return best
}

export const halfWidth = (word: string): number => textWidth(word) / 2 + 6

/** Puts several walks in turn over the same places. `old` saves work: it is reused as long as it has the same words in the same order. */
export function layOut(walks: readonly ArrayLike<number>[], words: readonly string[], old?: Layout): Layout {
  const known = old?.entries()
  let isSame = known !== undefined
  const places = new Map<number, Place>()
  const all: Place[] = []
  for (const walk of walks) {
    for (let k = 0; k < walk.length; k++) {
      const word = walk[k]!
      if (places.has(word)) continue
      const half = halfWidth(words[word]!)
      const near = (k > 0 && places.get(walk[k - 1]!)) || null
      const taken = isSame ? known?.next().value : undefined
      isSame = taken?.[0] === word && taken[1].near === near
      let place = isSame ? taken?.[1] : undefined
      place ??= near === null ? { x: 0, y: 0, half, near } : freePlace(half, near, all)
      places.set(word, place)
      all.push(place)
    }
  }
  return places
}

/** States in a circle. */
export function inCircle(words: readonly string[], radius: number): Layout {
  return new Map(
    words.map((word, k): [number, Place] => {
      const angle = 2 * Math.PI * (k / words.length - 0.25)
      return [k, { x: 1.25 * radius * Math.cos(angle), y: radius * Math.sin(angle), half: halfWidth(word), near: null }]
    }),
  )
}
