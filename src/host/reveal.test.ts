import { expect, it } from 'vitest'
import Momentarium from './reveal'
import { deckSteps } from './steps'

it('is a plugin called momentarium', () => {
  expect(Momentarium()).toMatchObject({ id: 'momentarium', init: expect.any(Function), destroy: expect.any(Function) })
})

it('takes the steps that are listed, or all', () => {
  const all = [{ id: 'start' }, { id: 'overshoot' }]
  expect(deckSteps('', all)).toEqual(['start', 'start:deed', 'start:answer', 'overshoot', 'overshoot:deed', 'overshoot:answer'])
  expect(deckSteps('stops', all)).toEqual(['start', 'overshoot'])
  expect(deckSteps('overshoot, start:answer', all)).toEqual(['overshoot', 'start:answer'])
})
