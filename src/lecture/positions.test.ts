import { expect, it } from 'vitest'
import { slideOf } from './format'
import { positionsOf, readAt, writeAt } from './positions'

const lecture = {
  title: '',
  slides: [
    slideOf({ text: 'words' }),
    slideOf({ demo: 'heavy-ball', query: 'step=fence&alpha=0.1' }),
    slideOf({ demo: 'heavy-ball', query: 'beta=0.5' }),
    slideOf({ demo: 'heavy-ball', query: 'step=fence:answer' }),
  ],
}

it('walks through the phases of a stop on a wall, and from slide to slide elsewhere', () => {
  expect(positionsOf(lecture, false).map(writeAt)).toEqual(['1', '2', '3', '4'])
  const positions = positionsOf(lecture, true)
  expect(positions.map(writeAt)).toEqual(['1', '2', '2:deed', '2:answer', '3', '4'])
  expect(positions[2]).toEqual({ slide: 1, step: 'fence:deed' })
  expect(positions[5]).toEqual({ slide: 3, step: null })
})

it('finds a position again, and none where there is none', () => {
  const positions = positionsOf(lecture, true)
  for (const [index, position] of positions.entries()) expect(readAt(positions, writeAt(position))).toBe(index)
  for (const at of [null, '0', '7', '1:deed', 'x']) expect(readAt(positions, at)).toBeNull()
})
