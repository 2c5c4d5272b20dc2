// A tube along places, of which any part can be drawn: rings of corners around each place, joined by triangles.
import { BufferAttribute, BufferGeometry, Vector3 as ThreeVector } from 'three'
import type { Vector3 } from '@/contract'

const SIDES = 5
const PER_PIECE = 6 * SIDES // indices between two rings

export interface Tube {
  geometry: BufferGeometry
  /** Writes all places; `radius` in world lengths. */
  write(places: readonly Vector3[], radius: number): void
  /** Two parts, each with the material of that number: up to piece `middle`, and the rest up to the end. */
  split(middle: number): void
}

export function tube(): Tube {
  const geometry = new BufferGeometry()
  let room = 0
  let pieces = 0
  const grow = (count: number) => {
    room = Math.max(128, 2 ** Math.ceil(Math.log2(count)))
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(3 * SIDES * room), 3))
    const index = new Uint32Array(PER_PIECE * (room - 1))
    let at = 0
    for (let k = 0; k + 1 < room; k++) {
      for (let side = 0; side < SIDES; side++) {
        const [a, b] = [k * SIDES + side, k * SIDES + ((side + 1) % SIDES)]
        for (const corner of [a, b, a + SIDES, b, b + SIDES, a + SIDES]) index[at++] = corner
      }
    }
    geometry.setIndex(new BufferAttribute(index, 1))
  }
  const [along, normal, side] = [new ThreeVector(), new ThreeVector(), new ThreeVector()]
  return {
    geometry,
    write(places, radius) {
      if (places.length > room) grow(places.length)
      pieces = Math.max(0, places.length - 1)
      const positions = geometry.getAttribute('position') as BufferAttribute
      normal.set(0.3, 0.7, 0.6)
      for (const [k, [x, y, z]] of places.entries()) {
        const [before, after] = [places[Math.max(k - 1, 0)] as Vector3, places[Math.min(k + 1, pieces)] as Vector3]
        const next = side.set(after[0] - before[0], after[1] - before[1], after[2] - before[2])
        if (next.lengthSq() > 1e-18) along.copy(next).normalize() // else as before: the path rests
        normal.addScaledVector(along, -normal.dot(along))
        if (normal.lengthSq() < 1e-6) normal.set(along.y, along.z, along.x).addScaledVector(along, -along.dot(normal))
        normal.normalize()
        side.crossVectors(along, normal)
        for (let j = 0; j < SIDES; j++) {
          const [cos, sin] = [radius * Math.cos((2 * Math.PI * j) / SIDES), radius * Math.sin((2 * Math.PI * j) / SIDES)]
          positions.setXYZ(
            k * SIDES + j,
            x + cos * normal.x + sin * side.x,
            y + cos * normal.y + sin * side.y,
            z + cos * normal.z + sin * side.z,
          )
        }
      }
      positions.needsUpdate = true
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
