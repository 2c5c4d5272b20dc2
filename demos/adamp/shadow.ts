// The shadow of a path on the sphere, straight below it; drawn up to any step.
import { BufferGeometry } from 'three'
import { cornerArray } from '@/views/cornerArray'

const ARC = 0.07 // rad: longest piece

export interface Shadow {
  geometry: BufferGeometry
  /** Writes the shadow of all places (xyz each) at this distance from the centre. */
  write(places: Float64Array, radius: number): void
  /** Up to a step. */
  draw(step: number): void
}

export function shadow(): Shadow {
  const geometry = new BufferGeometry()
  let ends = new Uint32Array(1) // corners up to each step
  return {
    geometry,
    write(places, radius) {
      const count = places.length / 3
      const below = new Float64Array(places.length)
      ends = new Uint32Array(count)
      ends[0] = 1
      for (let k = 0; k < count; k++) {
        const i = 3 * k
        const [x, y, z] = [places[i]!, places[i + 1]!, places[i + 2]!]
        const scale = radius / Math.sqrt(x * x + y * y + z * z)
        below[i] = x * scale
        below[i + 1] = y * scale
        below[i + 2] = z * scale
        if (k === 0) continue
        const turn = Math.hypot(below[i]! - below[i - 3]!, below[i + 1]! - below[i - 2]!, below[i + 2]! - below[i - 1]!)
        ends[k] = ends[k - 1]! + Math.max(1, Math.ceil(turn / (ARC * radius)))
      }
      const corners = cornerArray(geometry, 'position', ends[count - 1]!)
      let at = 0
      const put = (x: number, y: number, z: number) => {
        const scale = radius / Math.sqrt(x * x + y * y + z * z)
        corners[at++] = x * scale
        corners[at++] = y * scale
        corners[at++] = z * scale
      }
      put(below[0]!, below[1]!, below[2]!)
      for (let k = 1; k < count; k++) {
        const [from, to] = [3 * (k - 1), 3 * k]
        const pieces = ends[k]! - ends[k - 1]!
        for (let piece = 1; piece <= pieces; piece++) {
          const share = piece / pieces
          put(
            below[from]! + share * (below[to]! - below[from]!),
            below[from + 1]! + share * (below[to + 1]! - below[from + 1]!),
            below[from + 2]! + share * (below[to + 2]! - below[from + 2]!),
          )
        }
      }
    },
    draw: (step) => geometry.setDrawRange(0, step > 0 ? (ends[Math.min(step, ends.length - 1)] ?? 0) : 0),
  }
}
