import { expect, it } from 'vitest'
import { cut, topCells } from './halfPlanes'

const square = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const
const area = (ring: readonly (readonly [number, number])[]) =>
  Math.abs(ring.reduce((sum, [x, y], k) => sum + x * ring.at(k - 1)![1] - y * ring.at(k - 1)![0], 0)) / 2

it('cuts a corner, leaves what is on the right side, and nothing of the wrong one', () => {
  expect(area(cut(square, 1, 1, 0))).toBeCloseTo(2, 14)
  expect(area(cut(square, 1, 0, 0.5))).toBeCloseTo(3, 14)
  expect(cut(square, 1, 0, 2)).toHaveLength(4)
  expect(cut(square, 1, 0, -2)).toEqual([])
  expect(cut([], 1, 0, 0)).toEqual([])
})

it('tiles the ring by who is on top: cells fill it, and in each the best are those that it names', () => {
  const scores = [1, 0.2, 0, -0.5, 0.85, 0.1, -0.5, -0.9, 0, 0.3, 0.3, 0.2]
  const score = (i: number, [x, y]: readonly [number, number]) => scores[3 * i]! * x + scores[3 * i + 1]! * y + scores[3 * i + 2]!
  for (const top of [1, 2, 3, 4]) {
    const cells = topCells(scores, top, square)
    expect(cells.reduce((sum, { ring }) => sum + area(ring), 0)).toBeCloseTo(4, 12)
    for (const { set, ring } of cells) {
      const middle = [0, 1].map((axis) => ring.reduce((sum, at) => sum + at[axis]!, 0) / ring.length) as [number, number]
      const best = [0, 1, 2, 3].toSorted((i, j) => score(j, middle) - score(i, middle)).slice(0, top)
      expect(best.toSorted()).toEqual([...set])
    }
  }
})
