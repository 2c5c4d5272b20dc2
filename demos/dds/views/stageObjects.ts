// The objects of the stage: made once, then moved to where a scene has them.
import {
  CircleGeometry,
  Color,
  DoubleSide,
  Group,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  type PerspectiveCamera,
  PlaneGeometry,
  Quaternion,
  Vector3 as ThreeVector,
} from 'three'
import type { Vector3 } from '@/contract'
import { ribbons } from '@/views/ribbonMesh'
import { WIDE, worldAt } from '../geometry'
import { correctedColour, guessColour, type Scene } from '../looks'
import { LINE_STEPS } from '../params'
import { below, GRID, pathOf } from '../space'

const HALF_WIDTH = 0.004 // of a line, half, world lengths
const [BEAD, DOT] = [0.02, 0.03]

export function stageObjects() {
  const group = new Group()
  const add = <T extends Parameters<Group['add']>[0]>(object: T, order: number): T => {
    object.frustumCulled = false
    object.renderOrder = order
    group.add(object)
    return object
  }
  const floorShape = new PlaneGeometry(2 * WIDE, 2 * WIDE)
  const floorMaterial = new MeshBasicMaterial({ side: DoubleSide, transparent: true, opacity: 0.75, depthWrite: false })
  add(new Mesh(floorShape, floorMaterial), 0).rotation.x = -Math.PI / 2
  const [grid, drops, path] = [ribbons(), ribbons(), ribbons()]
  for (const [k, { mesh }] of [grid, drops, path].entries()) add(mesh, k + 1)
  const disc = new CircleGeometry(1, 16)
  const material = new MeshBasicMaterial({ transparent: true })
  const marks = add(new InstancedMesh(disc, material, LINE_STEPS + 3), 5)

  const [matrix, facing, ink] = [new Matrix4(), new Quaternion(), new Color()]
  const [size, spot] = [new ThreeVector(), new ThreeVector()]
  const flat = (places: readonly Vector3[]) => places.flat()

  return {
    group,
    /** Moves everything to where the scene has it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      const { params, palette, step } = scene
      const eye = camera.position.toArray()
      const half = HALF_WIDTH * palette.weight
      facing.copy(camera.quaternion)
      floorMaterial.color.set(palette.grid)
      grid.material.color.set(palette.line)
      drops.material.color.set(palette.soft)
      path.material.color.set(correctedColour(palette))
      const done = pathOf(scene, 0, step)
      grid.write(GRID.map(flat), eye, 0.7 * half)
      drops.write(
        done.map((place) => flat([place, below(place)])),
        eye,
        0.5 * half,
      )
      path.write([flat(done)], eye, 2 * half)
      const dots: { at: Vector3; color: string; radius: number }[] = [
        { at: worldAt(params.goal, 0), color: palette.ink, radius: DOT },
        { at: worldAt(params.from, 0), color: guessColour(palette), radius: DOT },
        ...done.slice(1).map((at) => ({ at, color: correctedColour(palette), radius: BEAD })),
      ]
      for (const [k, { at, color, radius }] of dots.entries()) {
        marks.setMatrixAt(k, matrix.compose(spot.set(...at), facing, size.setScalar(radius * palette.weight ** 0.5)))
        marks.setColorAt(k, ink.set(color))
      }
      marks.count = dots.length
      marks.instanceMatrix.needsUpdate = true
      if (marks.instanceColor) marks.instanceColor.needsUpdate = true
    },
    dispose(): void {
      for (const one of [grid, drops, path, floorShape, floorMaterial, disc, material]) one.dispose()
      marks.dispose()
    },
  }
}
