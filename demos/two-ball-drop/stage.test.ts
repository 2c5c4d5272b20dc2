// The 3D stage agrees with the side view, and its handles go where they are dragged.
import { type InstancedMesh, type Mesh, PerspectiveCamera } from 'three'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { sceneOf as anyScene } from '../../tests/support/scene'
import demo from './demo'
import { flatOf, type HandleName, places } from './handles'
import type { Scene } from './looks'
import { type Params, params } from './params'
import { ballPlace } from './scenePicture'
import { stageObjects } from './stageObjects'
import { flatAt, normalOf, placeOf, VIEWPOINT } from './stageSpace'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const sceneOf = (changes: Partial<Params>, step: number) => anyScene(demo as never, changes as never, step) as unknown as Scene
const states: Partial<Params>[] = [{}, { offset: -1, pitch: 12, camera: [4, 2] }, { track: 'ramps', angle1: 50, angle2: 70 }]

describe('handles in the stage', () => {
  const names = Object.keys(places) as HandleName[]

  it('stand at one place in both views', () => {
    for (const changes of states) {
      const scene = sceneOf(changes, 0)
      for (const name of names) {
        const at = demo.handles![name]!.at(scene.params)
        const there = flatAt(name, placeOf(name, at, scene), scene)
        expect(there[0]).toBeCloseTo(at[0], 12)
        expect(there[1]).toBeCloseTo(at[1], 12)
      }
    }
  })

  it('follow the pointer along what they can change', () => {
    for (const changes of states) {
      const scene = sceneOf(changes, 0)
      const p = scene.params
      for (const name of names) {
        const [x, y, z] = places[name](p)
        const [nx, ny, nz] = normalOf(name)
        // a small way within the handle's plane
        const step = [0.05, 0.04, 0.03] as const
        const across = (step[0] * nx + step[1] * ny + step[2] * nz) / (nx * nx + ny * ny + nz * nz)
        const world = [x + step[0] - across * nx, y + step[1] - across * ny, z + step[2] - across * nz] as const
        const moved = merge(params, p, demo.handles![name]!.move(flatAt(name, world, scene), p))
        const there = places[name](moved)
        if (name === 'ball1' || name === 'ball2') expect(there[1]).toBeCloseTo(world[1], 10)
        if (name === 'camera') expect(there.slice(1)).toEqual([expect.closeTo(world[1], 10), expect.closeTo(world[2], 10)])
        if (name === 'depth') expect(there[2]).toBeCloseTo(world[2], 10)
        if (name === 'ramp1' || name === 'ramp2') expect(there[0]).toBeCloseTo(world[0], 6)
      }
    }
  })

  it('keep balls and camera in view', () => {
    const camera = new PerspectiveCamera(VIEWPOINT.fov, 1.15, 0.02, 500)
    camera.position.set(...VIEWPOINT.position)
    camera.lookAt(...VIEWPOINT.target)
    camera.updateMatrixWorld()
    for (const changes of [
      {},
      { h1: 4, h2: 4 },
      { offset: 2 },
      { offset: -2 },
      { camera: [6.5, 4] as Point },
      { camera: [3, 0.1] as Point },
    ]) {
      for (const name of ['ball1', 'ball2', 'camera', 'depth'] as const) {
        const seen = camera.position
          .clone()
          .set(...places[name](with_(changes)))
          .project(camera)
        expect(Math.max(Math.abs(seen.x), Math.abs(seen.y)), `${name} with ${JSON.stringify(changes)}`).toBeLessThan(1)
      }
    }
  })
})

describe('objects', () => {
  const camera = new PerspectiveCamera(VIEWPOINT.fov, 1.2, 0.02, 500)

  it('stand where the film has the balls, at every step and in any order', () => {
    const objects = stageObjects()
    const round = objects.group.children.filter((child) => (child as Mesh).geometry?.type === 'SphereGeometry') as Mesh[]
    const balls = round.filter((mesh) => !(mesh as InstancedMesh).isInstancedMesh)
    expect(balls).toHaveLength(2)
    for (const changes of states) {
      for (const step of [20, 0, 11]) {
        const scene = sceneOf(changes, step)
        objects.update(scene, camera)
        for (const index of [0, 1] as const) expect(balls[index]!.position.toArray()).toEqual([...ballPlace(scene, index, step)])
        const ghosts = round.filter((mesh) => (mesh as InstancedMesh).isInstancedMesh) as InstancedMesh[]
        for (const one of ghosts) expect(one.count).toBeGreaterThan(step / 2)
      }
    }
    objects.dispose()
  })

  it('hide the second ball when there is one, and ramps when there are none', () => {
    const objects = stageObjects()
    const visible = () => objects.group.children.filter((child) => child.visible).length
    objects.update(sceneOf({}, 20), camera)
    const two = visible()
    objects.update(sceneOf({ balls: 'one' }, 20), camera)
    expect(visible()).toBe(two - 5) // ball, ghosts, ring, shadow, drop line
    objects.update(sceneOf({ track: 'ramps' }, 30), camera)
    expect(visible()).toBe(two + 2) // two ramps with their edges in place of two drop lines
    objects.dispose()
  })

  it('shares the oblique picture’s place on the floor', () => {
    const scene = sceneOf({ offset: 1 }, 0)
    const [x, , z] = ballPlace(scene, 1, 0)
    expect(flatOf([x, 0, z])).toEqual(demo.handles!.depth!.at(scene.params))
  })
})
