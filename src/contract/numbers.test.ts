import fc from 'fast-check'
import { expect, it } from 'vitest'
import { barHandles, numbers, shared, withNumber } from '.'

const names = ['a', 'b', 'c']
const heights = numbers({ label: 'heights', doc: '', names, default: [1, 0, -1], min: -1, max: 2 })
const shares = numbers({ label: 'shares', doc: '', names, default: [0.2, 0.5, 0.3], min: 0.001, max: 0.998, sum: 1 })
const anyRow = fc.array(fc.double({ min: 0.001, max: 0.998, noNaN: true }), { minLength: 3, maxLength: 3 })
const total = (row: readonly number[]) => row.reduce((all, v) => all + v, 0)

it('makes shares add up, none below the least, and leaves those alone that do', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const once = shared(shares, row)
      expect(total(once)).toBeCloseTo(1, 12)
      for (const v of once) expect(v >= 0.001 && v <= 0.998).toBe(true)
      expect(shared(shares, once)).toEqual(once)
    }),
  )
  expect(shared(shares, [0.04202022115213479, 0.001, 0.001])[0]).toBeLessThanOrEqual(0.998)
  expect(shared(shares, [0.001, 0.001, 0.001]).every((v) => Math.abs(v - 1 / 3) < 1e-12)).toBe(true)
})

it('takes from the other shares in proportion what one gains', () => {
  const row = withNumber(shares, [0.201, 0.501, 0.298], 2, 0.598)
  expect(total(row)).toBeCloseTo(1, 12)
  expect(row[2]).toBe(0.598)
  expect((row[1]! - 0.001) / (row[0]! - 0.001)).toBeCloseTo(2.5, 10) // 0.5 : 0.2, as before
  expect(withNumber(shares, [0.998, 0.001, 0.001], 0, 0.5)[1]).toBeCloseTo(0.25, 12) // the others were at zero: they share equally
  expect(withNumber(shares, row, 0, 7)[0]).toBeCloseTo(0.998, 12)
})

it('changes one height alone, within its range', () => {
  expect(withNumber(heights, [1, 0, -1], 1, 9)).toEqual([1, 2, -1])
})

it('has a handle at the top of each bar, which goes up and down', () => {
  const handles = barHandles('r', heights, { view: 'bars', invite: { index: 1, text: 'drag me' } })
  expect(Object.keys(handles)).toEqual(['r0', 'r1', 'r2'])
  const params = { r: [1, 0, -1] as readonly number[] }
  expect(handles.r2!.at(params)).toEqual([2, -1])
  expect(handles.r2!.move([5, 0.5], params)).toEqual({ r: [1, 0, 0.5] })
  expect([handles.r1!.invite, handles.r1!.quiet, handles.r0!.quiet]).toEqual(['drag me', false, true])
})
