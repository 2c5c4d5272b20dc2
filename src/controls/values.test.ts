import { expect, it } from 'vitest'
import { integer, number, numbers, places, point } from '@/contract'
import {
  endTyped,
  fromShare,
  nearest,
  neat,
  positionsOf,
  readings,
  sensible,
  stepped,
  toShare,
  trackOf,
  valueText,
} from './values'

it.each([
  ['3.14', 'en', 3.14],
  ['3,14', 'en', 3.14],
  ['3,14', 'de', 3.14],
  ['0.125', 'de', 0.125],
  ['0,125', 'en', 0.125],
  ['00,125', 'en', 0.125],
  ['-0.125', 'es', -0.125],
  ['1.005', 'fr', 1.005], // no language groups digits with a sign that it does not use
  ['1,005', 'de', 1.005],
  ['1,234.5', 'en', 1234.5],
  ['1,234.5', 'de', 1234.5],
  ['1.234,5', 'de', 1234.5],
  ['1.234.567', 'en', 1234567],
  ['12,34,567.5', 'en-IN', 1234567.5],
  ['1 234,5', 'fr', 1234.5],
  ['1\u202f234\u202f567,5', 'fr', 1234567.5],
  ['1’234.5', 'de-CH', 1234.5],
  ["1'234.5", 'en', 1234.5],
  ['−2', 'en', -2],
  ['+ .5', 'en', 0.5],
  ['5.', 'en', 5],
  ['1e-3', 'en', 0.001],
  ['1,5E3', 'de', 1500],
  ['2.5\u00a0×\u00a010⁻⁵', 'en', 2.5e-5], // as small numbers are shown
  ['2.5 × 10⁻⁵', 'en', 2.5e-5],
  ['2,5·10^-5', 'de', 2.5e-5],
  ['٠٫١٢٥', 'ar-EG', 0.125],
  ['\u061c-١٬٢٣٤٫٥', 'en', -1234.5],
  ['۰٫۵', 'fa', 0.5],
  ['०.५', 'hi', 0.5],
  ['０．５', 'ja', 0.5],
  ['1e999', 'en', Number.POSITIVE_INFINITY],
])('reads %s in %s', (text, language, value) => {
  expect(readings(text, language)).toEqual([value])
})

it('reads what a language may mean in two ways as two numbers, and nonsense as none', () => {
  expect(readings('1.005', 'de')).toEqual([1.005, 1005])
  expect(readings('1,005', 'en')).toEqual([1005, 1.005])
  for (const bad of [
    '',
    ' ',
    '.',
    '-',
    'abc',
    '1.2.3',
    '--1',
    '0.125.000',
    '012,345.6',
    '1,23,4',
    '1 2',
    '1/2',
    '0x10',
    '1.000e3.',
    '1.234 567',
  ])
    expect(readings(bad, 'en'), bad).toEqual([])
})

const beta = number({ label: '', doc: '', default: 0.8, min: 0, max: 1, hard: [0, 1.2] })
it('takes the one reading that makes sense in a control, and refuses to guess between two', () => {
  expect(sensible(beta, readings('1.005', 'de'))).toBe(1.005)
  expect(sensible(beta, readings('1,005', 'en'))).toBe(1.005)
  expect(nearest(beta, sensible(beta, readings('1.500', 'de')) as number)).toBe(1.2) // all readings are too large
  const wide = number({ label: '', doc: '', default: 1, min: 0, max: 5000 })
  expect(sensible(wide, readings('1.005', 'de'))).toBeNull()
  expect(sensible(wide, readings('1.5', 'de'))).toBe(1.5)
  const count = integer({ label: '', doc: '', default: 1, min: 0, max: 5000 })
  expect(sensible(count, readings('1.005', 'de'))).toBe(1005)
  expect(nearest(count, sensible(count, readings('2,6', 'en')) as number)).toBe(3)
  expect(sensible(count, [])).toBeNull()
})

it.each(['en', 'de', 'fr', 'de-CH', 'en-IN', 'ar-EG', 'fa', 'hi'])('reads back in %s what it has written', (language) => {
  const wide = number({ label: '', doc: '', default: 1, min: -1e12, max: 1e12, step: 0.001 })
  for (const value of [0, -0.125, 1.005, 1234, 12345.678, 2.5e-5, -3e8])
    expect(readings(valueText(wide, value, language), language)).toEqual([value])
})

it('writes dragged values with the digits of their control', () => {
  expect(neat(linear, 0.123456)).toBe(0.12)
  expect(neat(log, 0.0330578512)).toBe(0.0331)
  expect(neat(point({ label: '', doc: '', default: [0, 0], min: [-1, -5], max: [1, 5] }), [0.123456, 0.123456])).toEqual([
    0.12, 0.12,
  ])
  const spots = places({ label: '', doc: '', default: [], count: 3, min: [-1, -1], max: [1, 1] })
  expect(neat(spots, [{ index: 1, at: [0.123456, 0.5] }])).toEqual([{ index: 1, at: [0.12, 0.5] }])
  expect(neat(linear, 0.0012)).toBe(0.0012) // rounded by the demo, for a small picture
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
it('has as many decimals as the step is written with', () => {
  const eighths = number({ label: '', doc: '', default: 0, min: 0, max: 1, step: 0.125 })
  expect(valueText(eighths, fromShare(eighths, 0, 1, 0.13), 'en')).toBe('0.125')
  expect(valueText(eighths, 0.5, 'en')).toBe('0.500')
})

const infinite = { value: Number.POSITIVE_INFINITY, word: 'exact', text: '∞' }
const pairs = integer({ label: '', doc: '', default: 30, min: 10, max: 3000, scale: 'log', end: infinite })
const off = number({ label: '', doc: '', default: 1, min: 0.1, max: 1, step: 0.1, end: { value: 0, word: 'off', text: 'off' } })

it('has one position more for a named end, above or below the range', () => {
  for (const spec of [pairs, off]) {
    const track = trackOf(spec, spec.min, spec.max)
    const values = Array.from({ length: track.last + 1 }, (_, k) => track.value(k))
    expect(new Set(values).size, 'an arrow key always leads to another value').toBe(values.length)
    expect(values.map((value) => track.position(value))).toEqual(values.map((_, k) => k))
  }
  expect(trackOf(pairs, 10, 3000).value(trackOf(pairs, 10, 3000).last)).toBe(Number.POSITIVE_INFINITY)
  expect(trackOf(off, 0.1, 1).value(0)).toBe(0)
})

it('goes past an end of the range to the named end, and back', () => {
  expect(stepped(pairs, 3000, 1)).toBe(Number.POSITIVE_INFINITY)
  expect(stepped(pairs, Number.POSITIVE_INFINITY, -1)).toBe(3000)
  expect(stepped(pairs, Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY)
  expect(stepped(pairs, 10, -1)).toBe(10)
  expect(stepped(pairs, 10, 1)).toBe(11)
  expect(stepped(off, 0.1, -1)).toBe(0)
  expect(stepped(off, 0, 1)).toBe(0.1)
  expect(valueText(pairs, Number.POSITIVE_INFINITY, 'en')).toBe('∞')
  expect([' Exact', '∞', '30'].map((text) => endTyped(pairs, text))).toEqual([infinite.value, infinite.value, null])
})

it('rounds shares so that they still add up', () => {
  const shares = numbers({
    label: '',
    doc: '',
    names: ['a', 'b', 'c'],
    default: [0.2, 0.5, 0.3],
    min: 0.001,
    max: 1,
    step: 0.001,
    sum: 1,
  })
  const row = neat(shares, [0.123456, 0.543219, 0.333325]) as number[]
  expect(row).toEqual([0.123, 0.544, 0.333])
  const bars = numbers({ label: '', doc: '', names: ['a', 'b'], default: [1, 0], min: -1, max: 2, step: 0.01 })
  expect(neat(bars, [0.123456, -0.98765])).toEqual([0.12, -0.99])
})
