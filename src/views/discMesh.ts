// Discs in space that face the viewer, as one mesh.
import {
  CircleGeometry,
  Color,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  type PerspectiveCamera,
  Vector3 as ThreeVector,
} from 'three'
import type { Vector3 } from '@/contract'

export interface Disc {
  at: Vector3
  radius: number
  /** Default: the material's, for all or for none. */
  color?: string
}

/** At most `most` discs. Few `corners`: they cost time where the processor draws. */
export function discs(most: number, { corners = 10, opacity = 1, depthWrite = false } = {}) {
  const shape = new CircleGeometry(1, corners)
  const material = new MeshBasicMaterial({ transparent: true, opacity, depthWrite })
  const mesh = new InstancedMesh(shape, material, most)
  const [matrix, size, spot, ink] = [new Matrix4(), new ThreeVector(), new ThreeVector(), new Color()]
  return {
    mesh,
    material,
    write(all: readonly Disc[], { quaternion }: PerspectiveCamera): void {
      mesh.count = Math.min(all.length, most)
      for (let k = 0; k < mesh.count; k++) {
        const { at, radius, color } = all[k]!
        mesh.setMatrixAt(k, matrix.compose(spot.set(...at), quaternion, size.setScalar(radius)))
        if (color !== undefined) mesh.setColorAt(k, ink.set(color))
      }
      mesh.instanceMatrix.needsUpdate = true
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true
    },
    dispose(): void {
      for (const one of [shape, material, mesh]) one.dispose()
    },
  }
}
