// Lines in space as one mesh of ribbons.
import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, MeshBasicMaterial } from 'three'
import type { Vector3 } from '@/contract'
import { cornerArray } from './cornerArray'
import { cornersOf, joinRibbon, trianglesOf, writeRibbon } from './ribbon'

/** Lines [places, xyz] as ribbons of half width `half` that face the eye, in one mesh. */
export function ribbons() {
  const geometry = new BufferGeometry()
  const material = new MeshBasicMaterial({ side: DoubleSide, transparent: true, depthWrite: false })
  const mesh = new Mesh(geometry, material)
  let joined = ''
  return {
    mesh,
    material,
    write(lines: readonly ArrayLike<number>[], eye: Vector3, half: number): void {
      const counts = lines.map((line) => line.length / 3)
      const total = counts.reduce((sum, count) => sum + cornersOf(count), 0)
      const corners = cornerArray(geometry, 'position', total)
      const key = counts.join()
      if (key !== joined) {
        joined = key
        const triangles = new Uint32Array(counts.reduce((sum, count) => sum + trianglesOf(count), 0))
        let [corner, at] = [0, 0]
        for (const count of counts) {
          joinRibbon(count, corner, triangles, at)
          corner += cornersOf(count)
          at += trianglesOf(count)
        }
        geometry.setIndex(new BufferAttribute(triangles, 1))
      }
      let corner = 0
      for (const [k, line] of lines.entries()) {
        writeRibbon(line, eye, half, corners, corner)
        corner += cornersOf(counts[k]!)
      }
    },
    dispose(): void {
      geometry.dispose()
      material.dispose()
    },
  }
}
