import { expect, it } from 'vitest'
import { arrange, type Box, boxOfText, crosses, type Word } from './labels'

const frame: Box = { left: 0, right: 300, top: 0, bottom: 200 }
const word = (left: number, top: number, more: Partial<Word> = {}): Word => ({
  box: { left, right: left + 60, top, bottom: top + 14 },
  anchor: 'start',
  color: 'red',
  rank: 2,
  frame,
  ...more,
})
const line = (color: string, ...points: number[]) => ({ color, points })

it('leaves words where they are free', () => {
  expect(arrange([word(0, 0), word(0, 20), word(70, 0)], [], [])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ])
})

it('brings a word inside, whole', () => {
  expect(arrange([word(270, 190), word(-10, -5)], [], [])).toEqual([
    [-30, -4],
    [10, 5],
  ])
})

it('moves a word off others and off what is taken, the nearer way; those of a higher rank stay', () => {
  expect(arrange([word(100, 40)], [{ left: 130, right: 190, top: 44, bottom: 58 }], [])).toEqual([[0, -14]])
  expect(arrange([word(100, 40), word(110, 44, { rank: 3 })], [], [])).toEqual([
    [0, -14],
    [0, 0],
  ])
})

it('goes to the other side of its point where a curve of another colour is in the way, and stays on its own', () => {
  const wall = line('blue', 120, 0, 120, 200)
  expect(arrange([word(100, 100)], [], [wall])).toEqual([[-82, 0]])
  expect(arrange([word(100, 100)], [], [{ ...wall, color: 'red' }])).toEqual([[0, 0]])
})

it('leaves out a word for which there is no place, and keeps the more important one', () => {
  const small: Box = { left: 0, right: 70, top: 0, bottom: 16 }
  expect(arrange([word(0, 0, { frame: small }), word(4, 1, { frame: small, rank: 4 })], [], [])).toEqual([null, [0, 0]])
})

it('knows whether a line passes through a box', () => {
  const box: Box = { left: 10, right: 20, top: 10, bottom: 20 }
  expect(crosses(line('', 0, 0, 30, 30), box)).toBe(true)
  expect(crosses(line('', 0, 15, 30, 15), box)).toBe(true)
  expect(crosses(line('', 0, 0, 30, 5), box)).toBe(false)
  expect(crosses(line('', 9, 0, 0, 9), box)).toBe(false)
  expect(crosses(line('', 12, 12, 13, 13), box)).toBe(true)
  expect(crosses(line('', 0, 15, Number.NaN, Number.NaN, 30, 15), box)).toBe(false)
})

it('measures a text from either end', () => {
  expect(boxOfText('abcd', 100, 50, 'start', 1)).toEqual({ left: 100, right: 128, top: 40, bottom: 54 })
  expect(boxOfText('abcd', 100, 50, 'end', 2)).toEqual({ left: 44, right: 100, top: 30, bottom: 58 })
})
