import { expect, it } from 'vitest'
import { ticksOf, tickText, tickWords } from './axes'
import { planeOf } from './plane'

const none = { left: 0, right: 0, top: 0, bottom: 0 }
const axis = { title: 'step', ticks: [0, 20, 40, 60, 80, 100, 120] }
const words = (width: number, letter: number) => {
  const plane = planeOf(
    [
      [0, 120],
      [0, 1],
    ],
    width,
    100,
    none,
  )
  return tickWords(axis, axis.ticks, plane, width, letter).map(({ text }) => text)
}

it('keeps all words of an axis that has the room, and the last where it has not', () => {
  expect(words(300, 7)).toEqual(['120', '100', '80', '60', '40', '20', '0'])
  expect(words(150, 8.5)).toEqual(['120', '80', '60', '40', '20', '0'])
  expect(words(20, 8.5)).toEqual(['120'])
})

it('begins the first word where the picture does, if it has no room on the left', () => {
  const anchors = (left: number) => {
    const plane = planeOf(
      [
        [0, 120],
        [0, 1],
      ],
      300,
      100,
      { ...none, left },
    )
    return tickWords(axis, [0, 60], plane, 300, 7).map(({ anchor }) => anchor)
  }
  expect(anchors(0)).toEqual(['middle', 'start'])
  expect(anchors(36)).toEqual(['middle', 'middle'])
})

it('never lets two words touch', () => {
  for (let width = 40; width < 400; width += 7) {
    const kept = words(width, 8).map(Number).toReversed()
    for (const [index, value] of kept.slice(1).entries()) {
      const [a, b] = [(kept[index] as number) * (width / 120), value * (width / 120)]
      const half = (text: number) => (8 * String(text).length) / 2
      const left = value === 120 ? b - 2 * half(value) : b - half(value)
      expect(left - (a + half(kept[index] as number))).toBeGreaterThanOrEqual(0)
    }
  }
})

it('logarithmic axes have powers of ten, or round numbers where there is room for one power at most', () => {
  const log = { scale: 'log10', ticks: 4 } as const
  const read = (low: number, high: number) => ticksOf(log, [low, high]).map((value, _, ticks) => tickText(log, value, ticks))
  expect(read(-2.5, 1.2)).toEqual(['10⁻²', '10⁻¹', '1', '10'])
  expect(read(-1.2, -0.2)).toEqual(['0.1', '0.2', '0.5'])
  expect(read(-0.5, -0.1)).toEqual(['0.4', '0.5', '0.6', '0.7'])
  expect(read(0.31, 0.31)).toEqual([])
})
