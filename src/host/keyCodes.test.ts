import { expect, it } from 'vitest'
import { keyCodeOf } from './keyCodes'

it.each([
  ['ArrowRight', 39],
  [' ', 32],
  ['.', 190],
  ['b', 66],
  ['F', 70],
  ['7', 55],
  ['Escape', 0],
  ['Tab', 0],
  ['constructor', 0],
])('knows the key %s as %i', (key, code) => {
  expect(keyCodeOf(key)).toBe(code)
})
