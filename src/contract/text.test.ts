import { expect, it } from 'vitest'
import { fill, namesIn, segmentsOf, texIn } from './text'

const value = (name: string) => ({ rate: '0.9', beta: '½' })[name]

it('puts values in outside of TeX, and leaves TeX and unknown names alone', () => {
  expect(fill('At {rate}, $\\sqrt{\\beta} + \\frac{beta}{2}$ and {beta}; {nothing}', value)).toBe(
    'At 0.9, $\\sqrt{\\beta} + \\frac{beta}{2}$ and ½; {nothing}',
  )
  expect(namesIn('{a} $\\frac{b}{c}$ {d}')).toEqual(['a', 'd'])
  expect(texIn('x $a$ y $b$')).toEqual(['a', 'b'])
})
it('splits at dollars that are not escaped', () => {
  expect(segmentsOf('5 \\$ and $x$')).toEqual([
    { math: false, text: '5 \\$ and ' },
    { math: true, text: 'x' },
  ])
})
