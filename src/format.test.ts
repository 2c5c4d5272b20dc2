import { expect, it } from 'vitest'
import { formatFixed, formatNumber } from './format'

it('writes numbers in the visitor’s language, with a true minus', () => {
  expect(formatNumber(1234.5678, 6, 'en')).toBe('1,234.57')
  expect(formatNumber(1234.5678, 6, 'de')).toBe('1.234,57')
  expect(formatNumber(-0.5, 4, 'en')).toBe('−0.5')
  expect(formatFixed(0.9, 3, 'en')).toBe('0.900')
})
it('writes very small and very large ones as powers of ten, and what is no number as a sign', () => {
  expect(formatNumber(1.25e-7, 3, 'en')).toBe('1.25\u00a0×\u00a010⁻⁷')
  expect(formatNumber(-3e12, 3, 'en')).toBe('−3\u00a0×\u00a010¹²')
  expect(formatNumber(0, 3, 'en')).toBe('0')
  expect(formatNumber(Number.NaN)).toBe('–')
  expect(formatNumber(Number.POSITIVE_INFINITY)).toBe('∞')
})
