// What is true of this demo alone; fields, flow and split stand in src/domains/diffusion and tests/golden.
import { PerspectiveCamera } from 'three'
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { sceneOf as anyScene } from '../../tests/support/scene'
import demo from './demo'
import { anglesOf, flattened, liftedOf, placeOf } from './geometry'
import type { Scene } from './looks'
import { model, type Params, params, type State } from './model'
import { axisOf, startOf } from './params'
import { plain } from './plain'
import { readouts } from './readouts'
import { stageObjects } from './views/stageObjects'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function ended(p: Params): State {
  const s = model.init(p)
  for (let k = 0; k < p.steps; k++) model.step(s, p)
  return s
}

describe('2000 particles from the exact density at σ = 2, carried to 0.05 in 150 steps (7)', () => {
  const distance = (changes: Partial<Params>) => {
    const all = [1, 2, 3].map((seed) => {
      const p = with_({ tab: 'plane', n: 2000, steps: 150, seed, ...changes })
      return readouts.distance.of(ended(p), p)!
    })
    return all.reduce((sum, one) => sum + one, 0) / all.length
  }
  it.each([0, 1, 3])('are samples of the data with κ = %s', (kappa) => {
    expect(distance({ kappa })).toBeLessThan(0.09)
  })
  it('are not when stretched', () => {
    expect(distance({ kind: 'stretch', kappa: 0.5 })).toBeGreaterThan(0.11)
    expect(distance({ kind: 'stretch', kappa: -0.5 })).toBeGreaterThan(0.25)
  })
})

describe('the run', () => {
  it('begins the same particles for every added field', () => {
    const [a, b] = [with_({ kappa: 0 }), with_({ kappa: 3, axisRise: 10 })].map((p) => model.init(p).packed)
    expect(a).toEqual(b)
  })

  it('of the true score is the map beside it', () => {
    const p = with_({ tab: 'plane', data: 'ring' })
    const [s, work] = [ended(p), plain.compute({ ...p, kappa: 2 } as Params)]
    let next = work.next()
    while (!next.done) next = work.next()
    expect(next.value.values.at(-2)).toBeCloseTo(readouts.s1.of(s, p)!, 12)
    expect(next.value.x.at(-1)).toBeCloseTo(readouts.y.of(s, p)!, 12)
  })

  it('by Euler’s steps goes outwards, and less so with more of them', () => {
    const off = (steps: number) => {
      const p = with_({ tab: 'plane', data: 'blob', kappa: 3, solver: 'euler', steps })
      const s = ended(p)
      const exact = with_({ ...p, solver: 'rk4', steps: 400 })
      const e = ended(exact)
      return Math.hypot(s.packed[0]!, s.packed[1]!) / Math.hypot(e.packed[0]!, e.packed[1]!) - 1
    }
    const [few, many] = [off(100), off(200)]
    expect(few).toBeGreaterThan(0)
    expect(few / many).toBeCloseTo(2, 0)
  })
})

describe('handles in space', () => {
  it('stay on their spheres, on the side where they are', () => {
    for (const name of ['start', 'axis'] as const) {
      const p = with_({ axisTurn: 120, axisRise: -20, startTurn: 170 })
      const at = placeOf(name, p)
      const lifted = liftedOf(name, flattened(at, p), p)
      for (let i = 0; i < 3; i++) expect(lifted[i]).toBeCloseTo(at[i]!, 9)
      const far = liftedOf(name, [5, 1], p)
      expect(Math.hypot(...far)).toBeCloseTo(Math.hypot(...at), 9)
    }
  })

  it('have the angles of their directions', () => {
    const p = with_({ axisTurn: -31.25, axisRise: 12.5 })
    expect(anglesOf(placeOf('axis', p))).toEqual({ turn: -31.25, rise: 12.5 })
    expect(startOf(with_({})).map((v) => Math.round(1000 * v) / 1000)).toEqual([0.9, 0.8, 0.7])
    expect(axisOf(with_({}))[2]).toBe(1)
  })
})

describe('the stage', () => {
  it('shows a ball, its start, data and particles', () => {
    const scene = anyScene(demo as never, defaultsOf(params), 100) as unknown as Scene
    const { group, update, dispose } = stageObjects()
    const camera = new PerspectiveCamera()
    camera.position.set(0, 0, 8)
    update(scene, camera)
    const seen = group.children.filter((child) => child.visible)
    expect(seen.length).toBeGreaterThanOrEqual(8)
    dispose()
  })
})
