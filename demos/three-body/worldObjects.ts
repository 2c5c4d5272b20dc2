// The objects of the world-line stage: ribbons that face the camera, rebuilt for another run, another side or another theme; a step only sets how much
// of them is past.
import {
  BufferAttribute,
  BufferGeometry,
  CircleGeometry,
  Color,
  DoubleSide,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type PerspectiveCamera,
} from 'three'
import { cornersOf, joinRibbon, trianglesOf, writeRibbon } from '@/views/ribbon'
import { levelColours, levelOf, type Scene } from './looks'
import { BODIES, radiusOf } from './magnifier'
import { naturalTime } from './natural'
import { pointsOf, TALL, worldPlace } from './worldSpace'

const WIDTH = 0.011 // of the picture's half width, half of a ribbon
const SHEET = 1 // half width of the floor

interface Ribbon {
  geometry: BufferGeometry
  past: Mesh
  future: Mesh
  /** Pictures of its points. */
  steps: readonly number[]
}

export function worldObjects() {
  const group = new Group()
  const materials = {
    past: new MeshBasicMaterial({ vertexColors: true, side: DoubleSide }),
    future: new MeshBasicMaterial({ side: DoubleSide }),
    body: new MeshBasicMaterial({ depthTest: false }),
    floor: new LineBasicMaterial(),
    now: new LineBasicMaterial(),
  }
  const square = new BufferGeometry()
  const border = (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).flatMap(([x, z], k, all) => {
    const [nextX, nextZ] = all[(k + 1) % 4]!
    return [SHEET * x, 0, SHEET * z, SHEET * nextX, 0, SHEET * nextZ]
  })
  square.setAttribute('position', new BufferAttribute(new Float32Array(border), 3))
  const floor = new LineSegments(square, materials.floor)
  const now = new LineSegments(square, materials.now)
  const disc = new CircleGeometry(1, 24)
  const bodies = BODIES.map(() => new Mesh(disc, materials.body))
  const ribbons: Ribbon[] = BODIES.map(() => {
    const geometry = new BufferGeometry()
    return { geometry, past: new Mesh(geometry, materials.past), future: new Mesh(geometry.clone(), materials.future), steps: [] }
  })
  group.add(floor, now, ...bodies, ...ribbons.flatMap(({ past, future }) => [past, future]))
  for (const object of group.children) object.frustumCulled = false
  for (const body of bodies) body.renderOrder = 1

  let made = ''

  function build(scene: Scene, camera: PerspectiveCamera): void {
    const { series, palette, params } = scene
    const natural = naturalTime(params)
    const colours = levelColours(palette).map((css) => new Color(...(css.match(/\d+/g) ?? []).map((part) => Number(part) / 255)))
    for (const [index, ribbon] of ribbons.entries()) {
      const steps = pointsOf(scene, index)
      const corners = new Float32Array(3 * cornersOf(steps.length))
      const tints = new Float32Array(corners.length)
      const triangles = new Uint16Array(trianglesOf(steps.length))
      writeRibbon(
        steps.flatMap((step) => worldPlace(scene, index, step)),
        camera.position.toArray(),
        WIDTH * palette.weight,
        corners,
      )
      joinRibbon(steps.length, 0, triangles)
      for (const [k, step] of steps.entries()) {
        const { r, g, b } = colours[levelOf(series.size[Math.max(1, step)]!, natural)]!
        tints.set([r, g, b, r, g, b], 6 * k)
      }
      for (const mesh of [ribbon.past, ribbon.future]) {
        mesh.geometry.setAttribute('position', new BufferAttribute(corners, 3))
        mesh.geometry.setAttribute('color', new BufferAttribute(tints, 3))
        mesh.geometry.setIndex(new BufferAttribute(triangles, 1))
      }
      ribbon.steps = steps
    }
  }

  return {
    group,
    /** Moves everything to where the scene wants it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      const { params, palette, step, last, series } = scene
      const key = JSON.stringify([params, palette.name, last, series.x1[last]])
      if (key !== made) {
        made = key
        materials.future.color.set(palette.line)
        materials.body.color.set(palette.ink)
        materials.floor.color.set(palette.line)
        materials.now.color.set(palette.faint)
        build(scene, camera)
      }
      now.position.y = (TALL * series.time[step]!) / params.until
      for (const [index, { past, future, steps }] of ribbons.entries()) {
        let count = 0
        while (count < steps.length && steps[count]! <= step) count++
        const triangles = 6 * Math.max(0, count - 1)
        past.geometry.setDrawRange(0, triangles)
        future.geometry.setDrawRange(triangles, Number.POSITIVE_INFINITY)
        future.visible = params.trail === 'all'
        const body = bodies[index]!
        body.position.set(...worldPlace(scene, index, step))
        body.quaternion.copy(camera.quaternion)
        body.scale.setScalar(0.0055 * radiusOf(params, params[BODIES[index]!.m]))
      }
    },
    dispose(): void {
      for (const { past, future } of ribbons) {
        past.geometry.dispose()
        future.geometry.dispose()
      }
      square.dispose()
      disc.dispose()
      for (const material of Object.values(materials)) material.dispose()
    },
  }
}
