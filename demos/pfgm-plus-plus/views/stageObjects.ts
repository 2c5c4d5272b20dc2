// The objects of the 3D stage: made once, then moved to where a scene has them.
import {
  BufferGeometry,
  CircleGeometry,
  DoubleSide,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type PerspectiveCamera,
} from 'three'
import type { Vector3 } from '@/contract'
import { cornerArray } from '@/views/cornerArray'
import { type Disc, discs } from '@/views/discMesh'
import { ribbons } from '@/views/ribbonMesh'
import { reachOf, topOf, WIDE } from '../geometry'
import type { Scene } from '../looks'
import { isDiffusion, isMirrored, params as schema } from '../params'
import { chargePlaces, circle, circlesOf, HALF, linesOf, particlesOf, pathOf } from '../space'
import { bundlesOf, ownColour, pathsOf } from './spaceLooks'

const HALF_WIDTH = 0.0038 // of a line, half, world lengths
const PARTICLE = 0.0115
const CHARGE = 0.024

/** Circles as thin lines. */
function circles(opacity: number) {
  const geometry = new BufferGeometry()
  const material = new LineBasicMaterial({ transparent: true, opacity })
  return {
    object: new LineSegments(geometry, material),
    material,
    write(all: readonly (readonly Vector3[])[]): void {
      const places = all.flatMap((ring) => ring.slice(1).flatMap((to, k) => [ring[k]!, to]))
      const corners = cornerArray(geometry, 'position', places.length)
      for (const [k, at] of places.entries()) corners.set(at, 3 * k)
      geometry.setDrawRange(0, places.length)
    },
    dispose(): void {
      geometry.dispose()
      material.dispose()
    },
  }
}

export function stageObjects() {
  const group = new Group()
  const add = <T extends Parameters<Group['add']>[0]>(object: T, order: number): T => {
    object.frustumCulled = false
    object.renderOrder = order
    group.add(object)
    return object
  }
  const [rims, shares] = [circles(0.9), circles(0.8)]
  const bundles = [ribbons(), ribbons()] // diffusion, and the field of this D over it
  const paths = [ribbons(), ribbons(), ribbons(), ribbons()] // future and past of each of the two
  const floorShape = new CircleGeometry(WIDE, 72)
  const floorMaterial = new MeshBasicMaterial({ side: DoubleSide, transparent: true, opacity: 0.7, depthWrite: false })
  const floor = add(new Mesh(floorShape, floorMaterial), 0)
  floor.rotation.x = -Math.PI / 2
  add(rims.object, 1)
  add(shares.object, 5)
  for (const { mesh } of bundles) add(mesh, 2)
  for (const { mesh } of paths) add(mesh, 4)
  const [particles, marks] = [discs(schema.n.max, { opacity: 0.8 }), discs(schema.count.max + 2, { depthWrite: true })]
  add(particles.mesh, 3)
  add(marks.mesh, 6)

  let written: readonly unknown[] = []

  function writeBundles(scene: Scene, eye: Vector3, half: number): void {
    const drawn = bundlesOf(scene)
    const own = drawn.length - 1
    for (const [k, { mesh, material, write }] of bundles.entries()) {
      const one = drawn[own - (bundles.length - 1 - k)]
      mesh.visible = one !== undefined
      if (one === undefined) continue
      material.color.set(one.color)
      material.opacity = one.opacity
      write(linesOf(scene.params, one.bundle), eye, half)
    }
  }

  function writePaths(scene: Scene, eye: Vector3, half: number): void {
    for (const { mesh } of paths) mesh.visible = false
    for (const [k, { of, color }] of pathsOf(scene).entries()) {
      const [future, past] = [paths[2 * k]!, paths[2 * k + 1]!]
      for (const { mesh, material } of [future, past]) {
        mesh.visible = true
        material.color.set(color)
      }
      future.material.opacity = 0.3
      future.write([pathOf(scene, of)], eye, 2 * half)
      past.write([pathOf(scene, of, scene.step)], eye, 2.6 * half)
    }
  }

  function writeMarks(scene: Scene, camera: PerspectiveCamera): void {
    const { params, palette } = scene
    const around = palette.weight ** 0.5
    particles.write(
      particlesOf(scene).map((at) => ({ at, radius: PARTICLE * around })),
      camera,
    )
    const charges = chargePlaces(params).map((at): Disc => ({ at, color: palette.ink, radius: CHARGE * around }))
    const traced = pathsOf(scene).flatMap(({ of, color }): Disc[] => {
      const [x, y, z] = pathOf(scene, of, scene.step).slice(-3)
      return z === undefined ? [] : [{ at: [x!, y!, z], color, radius: 0.8 * CHARGE * around }]
    })
    marks.write([...charges, ...traced], camera)
  }

  return {
    group,
    /** Moves everything to where the scene has it. */
    update(scene: Scene, camera: PerspectiveCamera): void {
      const { params, palette, maps } = scene
      const eye = camera.position.toArray()
      const half = HALF_WIDTH * palette.weight
      // a drag of the start or of D leaves the lines that are there where they are, until there are new ones
      const { turn, rise, height, sigmaMax, compare } = params
      const drawn = [
        maps.lines?.result,
        maps.diffusion?.result,
        palette,
        reachOf(params),
        isMirrored(params),
        isDiffusion(params),
        ...circlesOf(params).map(({ radius }) => radius),
        turn,
        rise,
        height,
        sigmaMax,
        compare,
      ]
      if (drawn.length !== written.length || drawn.some((part, k) => part !== written[k])) {
        written = drawn
        floorMaterial.color.set(palette.grid)
        floor.visible = !isMirrored(params)
        rims.material.color.set(palette.faint)
        shares.material.color.set(palette.soft)
        particles.material.color.set(ownColour(scene))
        const top = topOf(params)
        rims.write([circle(WIDE, 0), circle(WIDE, top), ...(isMirrored(params) ? [circle(WIDE, -top)] : [])])
        shares.write(
          circlesOf(params).flatMap(({ share, radius }) =>
            (share === HALF ? [0.997, 1, 1.003] : [1]).map((wide) => circle(wide * radius, top)),
          ),
        )
        writeBundles(scene, eye, half)
      }
      writePaths(scene, eye, half)
      writeMarks(scene, camera)
    },
    dispose(): void {
      for (const one of [rims, shares, ...bundles, ...paths, particles, marks, floorShape, floorMaterial]) one.dispose()
    },
  }
}
