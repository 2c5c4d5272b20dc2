import { expect, it } from 'vitest'
import { type Box, boxOfText, movedApart } from './apart'

const word = (left: number, top: number): Box => ({ left, right: left + 60, top, bottom: top + 14 })

it('leaves words where they are free', () => {
  expect(movedApart([word(0, 0), word(0, 20), word(70, 0)], [], 16)).toEqual([0, 0, 0])
})

it('moves a word by whole lines, to the nearer side, off others and off what is taken', () => {
  expect(movedApart([word(0, 40)], [word(30, 44)], 16)).toEqual([-16])
  expect(movedApart([word(0, 40), word(10, 42), word(20, 38)], [], 16)).toEqual([0, -16, 16])
  expect(movedApart([word(0, 40)], [word(30, 44), word(0, 20)], 16)).toEqual([32])
})

it('leaves a word where it is when nothing near is free', () => {
  expect(movedApart([word(0, 40)], [{ left: 0, right: 60, top: -1000, bottom: 1000 }], 16)).toEqual([0])
})

it('measures a text from either end', () => {
  expect(boxOfText('abcd', 100, 50, 'start', 1)).toEqual({ left: 100, right: 128, top: 39, bottom: 54 })
  expect(boxOfText('abcd', 100, 50, 'end', 2)).toEqual({ left: 44, right: 100, top: 28, bottom: 58 })
})
