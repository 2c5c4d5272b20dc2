import { expect, it } from 'vitest'
import Momentarium, { stepsOf } from './reveal'

it('is a plugin called momentarium', () => {
  expect(Momentarium()).toMatchObject({ id: 'momentarium', init: expect.any(Function), destroy: expect.any(Function) })
})

it('takes the steps that are listed, or all', () => {
  const all = [{ id: 'start' }, { id: 'overshoot' }]
  expect(stepsOf('', all)).toEqual(['start', 'overshoot'])
  expect(stepsOf('overshoot, start', all)).toEqual(['overshoot', 'start'])
})
