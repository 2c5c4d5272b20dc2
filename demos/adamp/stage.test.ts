// The 3D stage and the flat picture show the same places, and the start goes where it is dragged.
import fc from 'fast-check'
import { type InstancedMesh, type LineSegments, type Mesh, PerspectiveCamera, Vector3 as ThreeVector } from 'three'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { lookOf, seen } from '@/numerics/look'
import { THEMES } from '@/views'
import { sceneOf as anyScene } from '../../tests/support/scene'
import { bandAt } from './bands'
import demo from './demo'
import { placeOf, radiusOf } from './geometry'
import { directionAt, globe } from './globe'
import { handleAt, handlePlace, start } from './handles'
import type { Scene } from './looks'
import { type Params, params, startOf } from './params'
import { presets } from './presets'
import { shadow } from './shadow'
import { cameraOf, extentOf, shellWords, turned } from './space'
import { stageObjects } from './stageObjects'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
const sceneOf = (changes: Partial<Params>, step: number) => anyScene(demo as never, changes as never, step) as unknown as Scene
function lensOf(scene: Scene): PerspectiveCamera {
  const { position, target, fov } = cameraOf(scene)
  const camera = new PerspectiveCamera(fov, 1.2, 0.02, 500)
  camera.position.set(...position)
  camera.lookAt(...target)
  camera.updateMatrixWorld()
  return camera
}
const states: Partial<Params>[] = [
  {},
  ...Object.values(presets).map((preset) => preset.params),
  { radius: 'linear' },
  { turn: -100, rise: 60 },
]

describe('space', () => {
  it('turns under the hand: what was in the middle has gone where the hand went', () => {
    for (const state of [{}, { turn: 175, rise: -40 }, { turn: -100, rise: 60 }]) {
      const scene = sceneOf(state, 0)
      const middle = lookOf(scene.params).toward
      for (const by of [
        [0.02, 0],
        [0, 0.02],
        [-0.02, 0.01],
      ] as Point[]) {
        const after = turned(by, scene)
        const [u, v] = seen(middle, lookOf(after))
        expect(u).toBeCloseTo(by[0], 3)
        expect(v).toBeCloseTo(by[1], 3)
        expect(Math.abs(after.turn)).toBeLessThanOrEqual(180)
      }
    }
    expect(turned([0, 9], sceneOf({}, 0)).rise).toBe(-80)
  })

  it('adds half a radius with each doubling, without a corner on the sphere; or draws lengths as they are', () => {
    const log = (growth: number) => radiusOf(growth, { radius: 'log' })
    for (const growth of [1, 2, 8]) expect(log(2 * growth) - log(growth)).toBeCloseTo(0.5, 14)
    expect((log(1 + 1e-6) - log(1)) / (log(1) - log(1 - 1e-6))).toBeCloseTo(1, 5)
    expect([log(0), log(1)]).toEqual([0, 1])
    expect(radiusOf(3.7, { radius: 'linear' })).toBe(3.7)
  })

  it('keeps sphere and paths in the picture, and shells’ names too', () => {
    for (const changes of states) {
      const scene = sceneOf(changes, 0)
      const camera = lensOf(scene)
      const { series, last } = scene
      for (let k = 0; k <= last; k++) {
        const at = placeOf(series.momentumX[k]!, series.momentumY[k]!, series.momentumZ[k]!, scene.params)
        const { x, y } = new ThreeVector(...at).project(camera)
        expect(Math.max(Math.abs(x), Math.abs(y)), JSON.stringify(changes)).toBeLessThan(1)
      }
      const { half } = extentOf(scene)
      for (const { at } of shellWords(scene)) {
        expect(Math.abs(at[0])).toBeLessThan(half[0])
        expect(Math.abs(at[1])).toBeLessThan(Math.max(half[1], half[0] / 1.19))
      }
    }
  })

  it('moves the camera with the run, never with the step', () => {
    const scene = sceneOf({}, 0)
    expect(cameraOf({ ...scene, step: 77 })).toEqual(cameraOf(scene))
  })
})

describe('the start', () => {
  it('goes where it is dragged on the near half, in both pictures', () => {
    const turn = fc.integer({ min: -180, max: 180 })
    const rise = fc.integer({ min: -80, max: 80 })
    const within = fc.tuple(fc.double({ min: -0.69, max: 0.69, noNaN: true }), fc.double({ min: -0.69, max: 0.69, noNaN: true }))
    fc.assert(
      fc.property(turn, rise, within, (turn, rise, to) => {
        const p = with_({ turn, rise })
        const moved = merge(params, p, start.move(to as Point, p))
        fc.pre(Math.abs(moved.start[1]) < 89)
        const [u, v] = start.at(moved)
        expect(Math.hypot(u - to[0], v - to[1])).toBeLessThan(1e-12)
        expect(start.when(moved)).toBe(true)
        const world = handlePlace([u, v], moved)
        for (const [i, part] of startOf(moved).entries()) expect(world[i]).toBeCloseTo(part, 7)
        const [u2, v2] = handleAt(world, moved)
        expect(Math.hypot(u2 - u, v2 - v)).toBeLessThan(1e-12)
      }),
    )
  })

  it('is taken by its edge from outside of the disc, and not at all from behind', () => {
    const p = with_({})
    expect(Math.hypot(...start.at(merge(params, p, start.move([3, 4], p))))).toBeCloseTo(0.998, 12)
    expect(start.when(with_({ turn: -150 }))).toBe(false)
  })
})

describe('objects', () => {
  const meshesOf = (objects: ReturnType<typeof stageObjects>) => objects.group.children as (Mesh | InstancedMesh | LineSegments)[]

  it('mark the weights where the flat picture has them, at every step and in any order', () => {
    const objects = stageObjects()
    const scene = sceneOf({}, 0)
    const marks = meshesOf(objects).filter((one) => (one as InstancedMesh).isInstancedMesh)[2] as InstancedMesh // what the sphere hides: bare places
    for (const step of [50, 0, 119, 7]) {
      const now = { ...scene, step }
      objects.update(now, lensOf(now))
      const { series } = now
      expect(marks.count).toBe(3)
      const at = placeOf(series.momentumX[step]!, series.momentumY[step]!, series.momentumZ[step]!, now.params)
      const found = marks.instanceMatrix.array.slice(16 + 12, 16 + 15) // plain, momentum, projected
      for (let i = 0; i < 3; i++) expect(found[i]).toBeCloseTo(at[i]!, 6)
    }
    objects.dispose()
  })

  it('draw the past of a path firm and its future pale, and only methods that are shown', () => {
    const objects = stageObjects()
    const tubes = meshesOf(objects).filter((one) => Array.isArray(one.material) && one.material.length === 2) as Mesh[]
    const scene = sceneOf({ plain: false }, 40)
    objects.update(scene, lensOf(scene))
    expect(tubes.map((one) => one.visible)).toEqual([false, false, true, true])
    const [past, future] = tubes[3]!.geometry.groups
    expect(past!.count * 2).toBe(future!.count) // 40 of 120 steps
    const positions = tubes[3]!.geometry.getAttribute('position').array
    expect(positions.slice(0, 6 * 3 * 121).every(Number.isFinite)).toBe(true)
    objects.dispose()
  })

  it('cast a shadow on the sphere in short pieces, up to the current step', () => {
    const { params, series, last } = sceneOf(presets.noisy.params, 0)
    const places = new Float64Array(3 * (last + 1))
    for (let k = 0; k <= last; k++) {
      const at = [series.momentumX[k]!, series.momentumY[k]!, series.momentumZ[k]!] as const
      places.set(placeOf(...at, params), 3 * k)
    }
    const ground = shadow()
    ground.write(places, 1.5)
    const corner = (k: number) => [...ground.geometry.getAttribute('position').array.slice(3 * k, 3 * k + 3)]
    for (const step of [last, 1, 37]) {
      ground.draw(step)
      const { count } = ground.geometry.drawRange
      const length = Math.hypot(...places.slice(3 * step, 3 * step + 3))
      for (let i = 0; i < 3; i++) expect(corner(count - 1)[i]).toBeCloseTo((1.5 * places[3 * step + i]!) / length, 6)
      for (let k = 1; k < count; k++) {
        const [a, b] = [corner(k - 1), corner(k)]
        expect(Math.hypot(...b)).toBeCloseTo(1.5, 6)
        expect(Math.hypot(...b.map((part, i) => part - a[i]!))).toBeLessThan(0.1071) // 1.5 · 0.07 rad and the bend of an arc
      }
    }
    ground.draw(0)
    expect(ground.geometry.drawRange.count).toBe(0)
  })

  it('stay few enough for software: under 20 draw calls', () => {
    const objects = stageObjects()
    const scene = sceneOf({}, 40)
    objects.update(scene, lensOf(scene))
    const calls = meshesOf(objects)
      .filter((one) => one.visible && one.geometry !== undefined)
      .reduce((sum, one) => sum + (Array.isArray(one.material) && one.material.length === 2 ? 2 : 1), 0)
    expect(calls).toBeLessThan(20)
    objects.dispose()
  })
})

it('paints each place of the globe with the band of its direction', () => {
  const ball = globe()
  const p = with_({})
  ball.paint(p, THEMES.light)
  const position = ball.mesh.geometry.getAttribute('position')
  const uv = ball.mesh.geometry.getAttribute('uv')
  for (let k = 200; k < position.count; k += 97) {
    const [x, y, z] = directionAt(uv.getX(k), uv.getY(k))
    expect(Math.hypot(x - position.getX(k), y - position.getY(k), z - position.getZ(k))).toBeLessThan(1e-6)
  }
  // lower is darker: the lowest place against the highest
  const brightness = (u: number, v: number) => {
    const at = 4 * (Math.floor(v * 384) * 768 + Math.floor(u * 768))
    return ball.data[at]! + ball.data[at + 1]! + ball.data[at + 2]!
  }
  expect(bandAt([1, 0, 0], p)).toBe(9)
  expect(bandAt([0, 0, 1], p)).toBe(0)
  expect(brightness(0.5, 0.5)).toBeLessThan(brightness(0.25, 0.5) - 100)
  expect(seen([0, 0, 1], lookOf({ turn: 0, rise: 0 }))).toEqual([0, 0, 1])
  ball.dispose()
})
