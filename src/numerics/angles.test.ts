import { expect, it } from 'vitest'
import { wrapped } from './angles'

it('names a direction by the angle of least size', () => {
  expect([0, 179, 181, 540, -190, -721].map(wrapped)).toEqual([0, 179, -179, -180, 170, -1])
})
