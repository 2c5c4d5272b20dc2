import { expect, it } from 'vitest'
import { memoized } from './memoized'

it('computes a thing once an object, nulls too', () => {
  let made = 0
  const of = memoized(({ x }: { x: number | null }) => {
    made++
    return x
  })
  const [one, none] = [{ x: 1 }, { x: null }]
  expect([of(one), of(one), of({ x: 2 }), of(none), of(none)]).toEqual([1, 1, 2, null, null])
  expect(made).toBe(3)
})
