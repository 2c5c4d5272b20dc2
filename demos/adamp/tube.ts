// A tube along places, any part of which can be drawn: rings of corners around each place, joined by triangles.
import { BufferAttribute, BufferGeometry } from 'three'
import { cornerArray } from '@/views/cornerArray'

const SIDES = 5
const PER_PIECE = 6 * SIDES // indices between two rings
const COS = Array.from({ length: SIDES }, (_, side) => Math.cos((2 * Math.PI * side) / SIDES))
const SIN = Array.from({ length: SIDES }, (_, side) => Math.sin((2 * Math.PI * side) / SIDES))

export interface Tube {
  geometry: BufferGeometry
  /** Writes all places (xyz each); `radius` in world lengths. */
  write(places: Float64Array, radius: number): void
  /** Two parts, each with the material of its index: up to piece `middle`, and the rest up to the end. */
  split(middle: number): void
}

export function tube(): Tube {
  const geometry = new BufferGeometry()
  let rings = 0 // that are joined
  let pieces = 0
  const join = (count: number) => {
    rings = Math.max(128, 2 ** Math.ceil(Math.log2(count)))
    const index = new Uint32Array(PER_PIECE * (rings - 1))
    let at = 0
    for (let k = 0; k + 1 < rings; k++) {
      for (let side = 0; side < SIDES; side++) {
        const [a, b] = [k * SIDES + side, k * SIDES + ((side + 1) % SIDES)]
        for (const corner of [a, b, a + SIDES, b, b + SIDES, a + SIDES]) index[at++] = corner
      }
    }
    geometry.setIndex(new BufferAttribute(index, 1))
  }
  return {
    geometry,
    write(places, radius) {
      const count = places.length / 3
      if (count > rings) join(count)
      pieces = Math.max(0, count - 1)
      const corners = cornerArray(geometry, 'position', SIDES * count)
      // numbers, not vectors: a run is rewritten in every frame of a drag
      let [ax, ay, az] = [0, 0, 0] // along the path, length 1
      let [nx, ny, nz] = [0.3, 0.7, 0.6] // normal to it, turning as little as possible
      let at = 0
      for (let k = 0; k < count; k++) {
        const [before, after] = [3 * Math.max(k - 1, 0), 3 * Math.min(k + 1, pieces)]
        const dx = places[after]! - places[before]!
        const dy = places[after + 1]! - places[before + 1]!
        const dz = places[after + 2]! - places[before + 2]!
        const far = Math.sqrt(dx * dx + dy * dy + dz * dz)
        if (far > 1e-9) {
          ax = dx / far
          ay = dy / far
          az = dz / far
        } // otherwise as before: the path rests
        let off = nx * ax + ny * ay + nz * az
        nx -= off * ax
        ny -= off * ay
        nz -= off * az
        if (nx * nx + ny * ny + nz * nz < 1e-6) {
          off = ax * ay + ay * az + az * ax
          nx = ay - off * ax
          ny = az - off * ay
          nz = ax - off * az
        }
        const length = Math.sqrt(nx * nx + ny * ny + nz * nz)
        nx /= length
        ny /= length
        nz /= length
        const [x, y, z] = [places[3 * k]!, places[3 * k + 1]!, places[3 * k + 2]!]
        const [sx, sy, sz] = [ay * nz - az * ny, az * nx - ax * nz, ax * ny - ay * nx]
        for (let side = 0; side < SIDES; side++) {
          const [cos, sin] = [radius * COS[side]!, radius * SIN[side]!]
          corners[at++] = x + cos * nx + sin * sx
          corners[at++] = y + cos * ny + sin * sy
          corners[at++] = z + cos * nz + sin * sz
        }
      }
    },
    split(middle) {
      const done = Math.min(middle, pieces)
      geometry.clearGroups()
      if (done > 0) geometry.addGroup(0, done * PER_PIECE, 0)
      if (pieces > done) geometry.addGroup(done * PER_PIECE, (pieces - done) * PER_PIECE, 1)
      geometry.setDrawRange(0, pieces * PER_PIECE)
    },
  }
}
