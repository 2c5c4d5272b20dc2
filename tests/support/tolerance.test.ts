import { expect, it } from 'vitest'
import { printedError, tooLoose } from './tolerance'

it('finds the last digit of a number as a sentence prints it', () => {
  expect(printedError('It ends at 1.46 of 7.', 1.4633)).toBe(0.005)
  expect(printedError('100 001 equal steps', 100_001)).toBe(0.5)
  expect(printedError('It loses −0.5.', -0.52)).toBe(0.05)
  expect(printedError('It ends at 1.46.', 1.47)).toBe(0) // another number
  expect(printedError('All 6 stars are used.', 6)).toBe(0) // a count
})

it('allows three times what is needed, and nothing for a result that is off', () => {
  const claim = { says: 'It ends at 1.46.' }
  expect(tooLoose(claim, { expected: 1.46, tolerance: 0.015 })).toBeNull()
  expect(tooLoose(claim, { expected: 1.46, tolerance: 0.016 })).toContain('3.2')
  expect(tooLoose({ says: 'It is 1 ± 0.3.' }, { expected: 1.2, tolerance: 0.3 })).not.toBeNull()
  const noisy = { says: 'The ratio is 1.', needs: { error: 0.05, because: 'the standard error' } }
  expect(tooLoose(noisy, { expected: 1, tolerance: 0.15 })).toBeNull()
  expect(tooLoose(noisy, { expected: 1, tolerance: 0.3 })).toContain('the standard error')
})
