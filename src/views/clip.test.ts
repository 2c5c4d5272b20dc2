import { expect, it } from 'vitest'
import { sharesIn } from './clip'
import { pathData } from './parts'
import { planeOf } from './plane'

const box = [0, 10, 0, 10] as const

it('keeps what lies inside and cuts what leaves', () => {
  expect(sharesIn(box, 1, 1, 9, 9)).toEqual([0, 1])
  expect(sharesIn(box, -10, 5, 30, 5)).toEqual([0.25, 0.5])
  expect(sharesIn(box, 5, 5, 5, 20)).toEqual([0, 1 / 3])
  expect(sharesIn(box, -5, 20, 20, 15)).toBeNull()
  expect(sharesIn(box, 11, 0, 11, 10)).toBeNull()
})

const plane = planeOf(
  [
    [0, 10],
    [0, 10],
  ],
  100,
  100,
  { left: 0, right: 0, top: 0, bottom: 0 },
)

it('draws one connected line inside, and gaps where a point is not finite', () => {
  expect(pathData(plane, null, [0, 5, 10])).toBe('M0 100L10 50L20 0')
  expect(pathData(plane, null, [0, Number.NaN, 10, 10])).toBe('M20 0L30 0')
})

it('never writes coordinates far outside, however far the data go', () => {
  const wild = [0, 1e30, -1e30, 5, Number.POSITIVE_INFINITY, 4, 3, -1e9, 2]
  const numbers = [...pathData(plane, null, wild).matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))
  expect(numbers.length).toBeGreaterThan(6)
  for (const n of numbers) expect(Math.abs(n)).toBeLessThanOrEqual(141)
})

it('turns the window upside down for the screen, and back', () => {
  expect(plane.y(10)).toBe(0)
  expect(plane.at(plane.x(3), plane.y(4))).toEqual([3, 4])
  const equal = planeOf(
    [
      [0, 10],
      [0, 10],
    ],
    200,
    100,
    { left: 0, right: 0, top: 0, bottom: 0 },
    true,
  )
  expect(equal.window).toEqual([
    [-5, 15],
    [0, 10],
  ])
})
