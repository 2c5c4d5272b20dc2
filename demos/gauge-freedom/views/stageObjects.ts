// The objects of the 3D stage: made once, then moved to where a scene has them.
import { Group, Mesh, MeshBasicMaterial, type PerspectiveCamera, SphereGeometry } from 'three'
import type { Vector3 } from '@/contract'
import { type Disc, discs } from '@/views/discMesh'
import { ribbons } from '@/views/ribbonMesh'
import { placeOf } from '../geometry'
import { BALL, fieldColour, type Scene } from '../looks'
import { params as schema } from '../params'
import { axisLine, ballOf, dataPlaces, markedPath, markedPlace, particlesOf, trailsIn } from '../space'

const HALF_WIDTH = 0.0045 // of a line, half, world lengths
const [DATUM, PARTICLE, MARK] = [0.012, 0.021, 0.03]
const MOST_DATA = 400

export function stageObjects() {
  const group = new Group()
  const add = <T extends Parameters<Group['add']>[0]>(object: T, order: number): T => {
    object.frustumCulled = false
    object.renderOrder = order
    group.add(object)
    return object
  }
  const see = (opacity: number) => new MeshBasicMaterial({ transparent: true, opacity, depthWrite: false })
  const [data, particles, marks] = [discs(MOST_DATA, { opacity: 0.75 }), discs(schema.nInSpace.max, { opacity: 0.85 }), discs(3)]
  const [trails, past, future, axis] = [ribbons(), ribbons(), ribbons(), ribbons()]
  for (const [one, order] of [
    [axis, 0],
    [data, 1],
    [trails, 2],
    [future, 3],
    [particles, 4],
    [past, 5],
    [marks, 7],
  ] as const)
    add(one.mesh, order)
  const round = new SphereGeometry(1, 24, 16)
  const net = new SphereGeometry(1, 12, 8)
  const [fill, grid, startGrid] = [see(0.3), see(0.5), see(0.22)]
  grid.wireframe = true
  startGrid.wireframe = true
  const ball = add(new Mesh(round, fill), 6)
  const ballNet = add(new Mesh(net, grid), 6)
  const startNet = add(new Mesh(net, startGrid), 2)
  for (const one of [ball, ballNet, startNet]) one.matrixAutoUpdate = false

  const sized = (places: readonly Vector3[], radius: number): Disc[] => places.map((at) => ({ at, radius }))

  return {
    group,
    /** Moves everything to where the scene has it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      const { params, palette, step, last } = scene
      if (params.tab !== 'space') return
      const eye = camera.position.toArray()
      const half = HALF_WIDTH * palette.weight
      const around = palette.weight ** 0.5
      const color = fieldColour(scene)
      data.material.color.set(palette.soft)
      particles.material.color.set(color)
      data.write(sized(dataPlaces(params), DATUM * around), camera)
      particles.write(sized(particlesOf(scene), PARTICLE * around), camera)

      trails.material.color.set(color)
      trails.material.opacity = 0.35
      trails.write(trailsIn(scene), eye, 0.8 * half)
      axis.material.color.set(palette.faint)
      axis.write([axisLine(params)], eye, half)
      const line = [markedPath(scene, 0, step), markedPath(scene, step, last)] as const
      for (const [k, one] of [past, future].entries()) {
        one.material.color.set(palette.ink)
        one.material.opacity = k === 0 ? 1 : 0.3
        one.mesh.visible = line[k]!.length > 3
        if (one.mesh.visible) one.write([line[k]!], eye, 1.6 * half)
      }

      const [here, axes, start] = [markedPlace(scene), ballOf(scene), placeOf('start', params)]
      for (const one of [ball, ballNet]) {
        one.visible = here !== null && axes !== null
        if (here === null || axes === null) continue
        const [a, b, c] = axes
        one.matrix.set(a[0], b[0], c[0], here[0], a[1], b[1], c[1], here[1], a[2], b[2], c[2], here[2], 0, 0, 0, 1)
        one.matrixWorldNeedsUpdate = true
      }
      fill.color.set(color)
      grid.color.set(color)
      startGrid.color.set(palette.soft)
      startNet.matrix.makeScale(BALL, BALL, BALL).setPosition(...start)
      startNet.matrixWorldNeedsUpdate = true

      const marked = [
        ...(here ? [{ at: here, color: palette.ink }] : []),
        { at: start, color: palette.soft },
        { at: placeOf('axis', params), color: palette.soft },
      ]
      marks.write(
        marked.map((one) => ({ ...one, radius: MARK * around })),
        camera,
      )
    },
    dispose(): void {
      for (const one of [trails, past, future, axis, data, particles, marks]) one.dispose()
      for (const one of [round, net, fill, grid, startGrid]) one.dispose()
    },
  }
}
