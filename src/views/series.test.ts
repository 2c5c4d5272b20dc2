import { expect, it } from 'vitest'
import { decadesOf, lastFinite, log10, rangeOf, within } from './series'

it('takes logarithms up to the last step, with gaps and a floor', () => {
  const values = Float64Array.of(100, 0, 1e-20, -1, Number.NaN, 1)
  expect([...log10(values)]).toEqual([2, Number.NaN, -20, Number.NaN, Number.NaN, 0])
  expect([...log10(values, 3, 1e-12)]).toEqual([2, -12, -12, Number.NaN])
})

it('finds ranges of what is finite, and whole decades within limits', () => {
  expect(
    rangeOf(
      [
        [3, Number.NaN],
        [Number.POSITIVE_INFINITY, -1],
      ],
      [0, 1],
    ),
  ).toEqual([-1, 3])
  expect(rangeOf([[Number.NaN]], [0, 1])).toEqual([0, 1])
  expect(decadesOf([[-3.2, 0.4]], [-12, 6], [0, 1])).toEqual([-4, 1])
  expect(decadesOf([[-30, 40]], [-12, 6], [0, 1])).toEqual([-12, 6])
  expect(decadesOf([[-0.2, -0.1]], [-12, 6], [0, 1])).toEqual([-1, 0])
  expect(decadesOf([[2, 2]], [-12, 6], [0, 1])).toEqual([1, 2])
})

it('knows where a curve ends', () => {
  expect(lastFinite([1, 2, Number.NaN])).toBe(1)
  expect(lastFinite([Number.NaN])).toBe(0)
  expect(lastFinite([])).toBe(0)
  expect([within(5, [0, 1]), within(-5, [0, 1]), within(0.5, [0, 1])]).toEqual([1, 0, 0.5])
})
