import { expect, it } from 'vitest'
import Momentarium, { keyCodeOf, stepsOf } from './reveal'

it('is a plugin called momentarium', () => {
  expect(Momentarium()).toMatchObject({ id: 'momentarium', init: expect.any(Function), destroy: expect.any(Function) })
})

it.each([
  [{ key: 'ArrowRight' }, 39],
  [{ key: ' ' }, 32],
  [{ key: ' ', shift: true }, 33], // back, as in reveal
  [{ key: 'ArrowLeft', shift: true }, 36], // to the first slide
  [{ key: '.' }, 190],
  [{ key: 'b' }, 66],
  [{ key: 'F', shift: true }, 0],
  [{ key: 'ArrowRight', alt: true }, 0],
  [{ key: 'r', ctrl: true }, 0],
  [{ key: 'Escape' }, 0], // leads out of the frame, and does not open the overview
  [{ key: 'Tab' }, 0],
  [{ key: 'constructor' }, 0],
])('passes on %j as %i', (key, code) => {
  expect(keyCodeOf(key)).toBe(code)
})

it('takes the steps that are listed, or all', () => {
  const all = [{ id: 'start' }, { id: 'overshoot' }]
  expect(stepsOf('', all)).toEqual(['start', 'overshoot'])
  expect(stepsOf('overshoot, start', all)).toEqual(['overshoot', 'start'])
})
