import { describe, expect, it } from 'vitest'
import { lookOf, onBall, onPlane, seen, turnedBy } from './look'

const views = [
  { turn: 0, rise: 0 },
  { turn: 35, rise: 20 },
  { turn: -170, rise: 75 },
]

describe('a look', () => {
  it('has three axes at right angles, and y up in the picture', () => {
    for (const angles of views) {
      const look = lookOf(angles)
      const rows = [look.right, look.up, look.toward].map((axis) => seen(axis, look))
      for (const [i, row] of rows.entries())
        for (const [j, value] of row.entries()) expect(value).toBeCloseTo(i === j ? 1 : 0, 14)
      expect(seen([0, 1, 0], look)[0]).toBeCloseTo(0, 14)
      expect(seen([0, 1, 0], look)[1]).toBeGreaterThan(0)
    }
  })

  it('sees a place of the plane that faces it where it is', () => {
    for (const angles of views) {
      const look = lookOf(angles)
      const [u, v, w] = seen(onPlane([0.3, -0.7], look), look)
      expect([u, v, w]).toEqual([expect.closeTo(0.3, 14), expect.closeTo(-0.7, 14), expect.closeTo(0, 14)])
    }
  })

  it('follows the hand, and stops at the steepest', () => {
    for (const angles of views) {
      const after = lookOf(turnedBy([0.01, 0.02], angles, [-80, 80]))
      const [u, v] = seen(lookOf(angles).toward, after)
      expect(u).toBeCloseTo(0.01, 3)
      expect(v).toBeCloseTo(0.02, 3)
    }
    expect(turnedBy([0, 9], { turn: 0, rise: 20 }, [8, 80]).rise).toBe(8)
    expect(turnedBy([1, 0], { turn: -170, rise: 0 }, [8, 80]).turn).toBeCloseTo(132.7, 1)
  })

  it('lifts a point to the near or the far side of a sphere, and what is beyond its rim to the rim', () => {
    const look = lookOf({ turn: 40, rise: -25 })
    for (const isFar of [false, true]) {
      const at = onBall([0.6, -0.9], look, 1.7, isFar)
      const [u, v, w] = seen(at, look)
      expect(u).toBeCloseTo(0.6, 12)
      expect(v).toBeCloseTo(-0.9, 12)
      expect(Math.sign(w)).toBe(isFar ? -1 : 1)
      expect(Math.hypot(...at)).toBeCloseTo(1.7, 12)
      expect(Math.hypot(...onBall([3, 4], look, 2, isFar))).toBeCloseTo(2, 12)
    }
  })
})
