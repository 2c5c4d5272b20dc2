import { describe, expect, it } from 'vitest'
import { cornersOf, joinRibbon, trianglesOf, writeRibbon } from './ribbon'

describe('a ribbon', () => {
  const places = [0, 0, 0, 1, 0, 0, 2, 0.5, 0]

  it('is as wide as asked, and square to the line and to the sight', () => {
    const corners = new Float32Array(3 * cornersOf(3))
    const eye = [0.5, 0.2, 9] as const
    writeRibbon(places, eye, 0.05, corners)
    for (let k = 0; k < 3; k++) {
      const [a, b] = [corners.slice(6 * k, 6 * k + 3), corners.slice(6 * k + 3, 6 * k + 6)]
      const across = a.map((part, i) => part - b[i]!)
      expect(Math.hypot(...across)).toBeCloseTo(0.1, 6)
      const sight = [0, 1, 2].map((i) => eye[i]! - places[3 * k + i]!)
      expect(sight.reduce((sum, part, i) => sum + part * across[i]!, 0)).toBeCloseTo(0, 5)
      for (let i = 0; i < 3; i++) expect((a[i]! + b[i]!) / 2).toBeCloseTo(places[3 * k + i]!, 6)
    }
  })

  it('where a line stands still, has no width and no corner that is not a number', () => {
    const corners = new Float32Array(3 * cornersOf(2))
    writeRibbon([1, 2, 3, 1, 2, 3], [0, 0, 9], 0.1, corners)
    expect([...corners]).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])
  })

  it('is joined by two triangles a piece, also behind others in one array', () => {
    const triangles = new Uint16Array(trianglesOf(2) + trianglesOf(3))
    joinRibbon(2, 0, triangles)
    joinRibbon(3, cornersOf(2), triangles, trianglesOf(2))
    expect([...triangles]).toEqual([0, 1, 2, 1, 3, 2, 4, 5, 6, 5, 7, 6, 6, 7, 8, 7, 9, 8])
    expect(trianglesOf(0)).toBe(0)
  })
})
