import { expect, it } from 'vitest'
import { defaultsOf, type Params } from '@/contract'
import { pictureOf, Timeline } from '@/engine'
import { logistic } from '../../tests/support/logistic'
import { fillerOf, nameText } from './values'

const demo = {
  ...logistic,
  maps: {
    sums: {
      kind: 'computed' as const,
      uses: ['rate'],
      when: (p: Params) => p.rate !== 1,
      summary: { sum: { label: 'sum', of: () => 2 } },
      *compute() {
        yield { done: 1, result: {} }
        return {}
      },
    },
  },
}

function pictureAt(changes: Partial<Params> = {}, summary?: Record<string, number>) {
  const timeline = new Timeline(demo, { ...defaultsOf(demo.params), ...changes })
  timeline.extend(3)
  return { ...pictureOf(timeline, 2), ...(summary && { summary }) }
}

it('writes a number that is still being computed as …, one that does not exist as –', () => {
  expect(fillerOf(demo, null)('{sum} of {x}')).toBe('… of …')
  expect(nameText(demo, pictureAt(), 'sum')).toBe('…')
  expect(nameText(demo, pictureAt({}, { sum: 2 }), 'sum')).toBe('2')
  expect(nameText(demo, pictureAt({}, { sum: Number.NaN }), 'sum')).toBe('–')
  expect(nameText(demo, pictureAt({ rate: 1 }), 'sum'), 'of a map that is not asked for').toBe('–')
})
