import { PerspectiveCamera } from 'three'
import { describe, expect, it } from 'vitest'
import { lookOf } from '@/numerics/look'
import { brush } from '../../tests/support/brush'
import { planeOf } from './plane'
import { ellipse, layersOf, SPHERE_WINDOW, type SpherePicture, sphereView } from './sphere'
import { sphereObjects } from './sphereStage'
import { THEMES } from './tokens'

const palette = THEMES.light
const look = lookOf({ turn: 0, rise: 0 })
const picture: SpherePicture = {
  dots: [
    { at: [0, 0, 1], color: '#ff0000', r: 0.03 },
    { at: [0, 0, -1], color: '#ff0000', r: 0.03, hollow: true },
  ],
  lines: [
    { places: [0, 0, 1, 0, 0.3, 1], color: '#0000ff', arrow: true },
    { places: [0, 0, -1, 0, 0.3, -1], color: '#0000ff' },
    { places: [0, 0, -0.5, 0, 0, 0.5], color: '#00ff00', inside: true },
  ],
}
const scene = { params: { turn: 0, rise: 0 }, palette }

describe('the sphere', () => {
  it('draws what is on the far side first, and pale; what is inside stays as it is', () => {
    const [far, near] = layersOf(picture, look, palette)
    expect(near.dots.map(({ color }) => color)).toEqual(['#ff0000'])
    expect(far.dots).toHaveLength(2) // a ring and its hole
    expect(far.dots[0]!.color).not.toBe('#ff0000')
    const colours = (lines: SpherePicture['lines']) => new Set(lines.map(({ color }) => color))
    expect(colours(near.lines)).toContain('#0000ff')
    expect(colours(near.lines)).toContain('#00ff00')
    expect(colours(far.lines)).not.toContain('#0000ff')
  })

  it('puts the head of an arrow at its end, along the sphere', () => {
    const [, near] = layersOf(picture, look, palette)
    const head = near.lines.find(({ places, color }) => color === '#0000ff' && places.length === 9)!
    expect(Array.from(head.places).slice(3, 6)).toEqual([0, 0.3, 1])
    expect(head.places[0]! + head.places[6]!).toBeCloseTo(0, 12)
    expect(head.places[1]).toBeLessThan(0.3)
  })

  it('has a graticule of the same length wherever one looks from', () => {
    for (const angles of [
      { turn: 0, rise: 0 },
      { turn: 33, rise: -50 },
      { turn: 90, rise: 0 },
    ]) {
      const [far, near] = layersOf({ dots: [], lines: [] }, lookOf(angles), palette)
      expect(near.lines.length).toBeGreaterThan(0)
      for (const { places } of [...far.lines, ...near.lines])
        for (let at = 0; at < places.length; at += 3)
          expect(Math.hypot(places[at]!, places[at + 1]!, places[at + 2]!)).toBeCloseTo(1, 12)
    }
    expect(ellipse([2, 0, 0], [0, 1, 0]).slice(0, 3)).toEqual(Float64Array.of(2, 0, 0))
  })

  it('is drawn flat and in space, and turns under the hand', () => {
    const view = sphereView<typeof scene>({ picture: () => picture, load: () => Promise.reject(new Error('not here')) })
    const canvas = brush()
    view.flat.marks?.(canvas.ctx, scene, planeOf(SPHERE_WINDOW, 400, 300, { left: 0, right: 0, top: 0, bottom: 0 }))
    expect(canvas.bad).toEqual([])
    expect(canvas.told()).not.toBe(brush().told())
    const { group, update, dispose } = sphereObjects()
    const camera = new PerspectiveCamera()
    camera.position.set(...view.camera(scene).position)
    update(picture, scene, camera)
    expect(group.children.filter(({ visible }) => visible).length).toBeGreaterThanOrEqual(6)
    update({ dots: [], lines: [] }, scene, camera)
    dispose()
    expect(view.turn?.([0.1, 0], scene)).toMatchObject({ rise: 0 })
  })
})
