// The objects of the stage: made once, then moved to where a scene has them.
import { DoubleSide, Group, Mesh, MeshBasicMaterial, type PerspectiveCamera, PlaneGeometry } from 'three'
import type { Vector3 } from '@/contract'
import { discs } from '@/views/discMesh'
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
  const marks = discs(LINE_STEPS + 3, { corners: 16, depthWrite: true })
  add(marks.mesh, 5)
  const flat = (places: readonly Vector3[]) => places.flat()

  return {
    group,
    /** Moves everything to where the scene has it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      const { params, palette, step } = scene
      const eye = camera.position.toArray()
      const half = HALF_WIDTH * palette.weight
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
      const around = palette.weight ** 0.5
      marks.write(
        [
          { at: worldAt(params.goal, 0), color: palette.ink, radius: DOT * around },
          { at: worldAt(params.from, 0), color: guessColour(palette), radius: DOT * around },
          ...done.slice(1).map((at) => ({ at, color: correctedColour(palette), radius: BEAD * around })),
        ],
        camera,
      )
    },
    dispose(): void {
      for (const one of [grid, drops, path, marks, floorShape, floorMaterial]) one.dispose()
    },
  }
}
