import { expect, it } from 'vitest'
import { number } from '@/contract'
import { fromShare, positionsOf, readNumber, toShare, valueText } from './values'

it('reads numbers as the language writes them, and refuses to guess', () => {
  expect(readNumber('3.14', 'en')).toBe(3.14)
  expect(readNumber('3,14', 'en')).toBeNull() // thousands that are none
  expect(readNumber('3,14', 'de')).toBe(3.14)
  expect(readNumber('1,234.5', 'en')).toBe(1234.5)
  expect(readNumber('1.234,5', 'de')).toBe(1234.5)
  expect(readNumber('−2', 'en')).toBe(-2)
  expect(readNumber('1e-3', 'en')).toBe(0.001)
  for (const bad of ['', 'abc', '1.2.3', '--1']) expect(readNumber(bad, 'en')).toBeNull()
})

const linear = number({ label: '', doc: '', default: 0, min: -1, max: 1, step: 0.01 })
const log = number({ label: '', doc: '', default: 1, min: 1e-4, max: 4, scale: 'log' })

it.each([linear, log])('maps slider positions to values and back', (spec) => {
  const count = positionsOf(spec, spec.min, spec.max)
  for (let k = 0; k <= count; k += 7) {
    const value = fromShare(spec, spec.min, spec.max, k / count)
    expect(toShare(spec, spec.min, spec.max, value)).toBeCloseTo(k / count, spec.scale === 'log' ? 2 : 6)
    expect(value).toBeGreaterThanOrEqual(spec.min)
    expect(value).toBeLessThanOrEqual(spec.max)
  }
  expect(toShare(spec, spec.min, spec.max, 1e9)).toBe(1)
})
it('shows as many decimals as the slider has steps, and more where a typed value has them', () => {
  expect(valueText(linear, 0.5, 'en')).toBe('0.50')
  expect(valueText(linear, 0.1234, 'en')).toBe('0.1234')
  expect(valueText(log, 0.0330578512, 'en')).toBe('0.0331')
})
