// Numbers refer to the list "Must hold" of the method two-ball-drop.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { focalPixels, heightInRow, type Pinhole, pixelsPerLength, rowOf } from './pinhole'

const camera: Pinhole = { focal: focalPixels(50, 1280), centre: 640, height: 1.24, pitch: 0 }
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('5: level and at equal depth, drops in the picture are as drops in the world', () => {
  fc.assert(
    fc.property(real(18, 200), real(1, 20), real(0.1, 4), real(0.3, 4), real(0.3, 4), (lens, distance, height, h1, h2) => {
      const c = { ...camera, focal: focalPixels(lens, 1280), height }
      const seen = (drop: number) => rowOf(c, distance, 0.11) - rowOf(c, distance, drop + 0.11)
      expect(Math.abs(seen(h1) / seen(h2) / (h1 / h2) - 1)).toBeLessThan(1e-12)
    }),
  )
})

it('6: at depths D1 and D2 their ratio is that of the drops times D2/D1', () => {
  for (const [d1, d2] of [
    [5.68, 6.68],
    [5.68, 3.68],
    [2, 8],
  ] as const) {
    const seen = (drop: number, distance: number) => rowOf(camera, distance, 0.11) - rowOf(camera, distance, drop + 0.11)
    expect(Math.abs(seen(2.36, d1) / seen(1.05, d2) / ((2.36 / 1.05) * (d2 / d1)) - 1)).toBeLessThan(1e-13)
  }
})

it('looks down: the optical axis hits its row, and rows lead back to heights', () => {
  const c = { ...camera, pitch: 0.3 }
  expect(rowOf(c, 4, c.height - 4 * Math.tan(0.3))).toBeCloseTo(640, 10)
  expect(rowOf(c, 4, c.height)).toBeLessThan(640) // a level camera sees it higher in the picture
  for (const z of [0, 0.5, 1.5, 3]) expect(heightInRow(c, 5, rowOf(c, 5, z))).toBeCloseTo(z, 12)
  expect(heightInRow(camera, 5, rowOf(camera, 5, 2))).toBeCloseTo(2, 12)
})

it('has one scale across the view, and sees nothing behind itself', () => {
  expect(pixelsPerLength(camera, 5, 1)).toBe(camera.focal / 5)
  const c = { ...camera, pitch: 0.6 }
  // a short vertical way at right angles to the sight line spans as many pixels as near the axis
  const z = c.height - 5 * Math.tan(0.6)
  const step = 1e-6
  const rows = rowOf(c, 5 - step * Math.sin(0.6), z - step * Math.cos(0.6)) - rowOf(c, 5, z)
  expect(rows / step / pixelsPerLength(c, 5, z)).toBeCloseTo(1, 5)
  expect(rowOf(c, 1, 9)).toBeNaN()
  expect(rowOf(camera, -1, 1)).toBeNaN()
  expect(pixelsPerLength(camera, 0, 1)).toBeNaN()
})
