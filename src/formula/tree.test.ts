import { describe, expect, it } from 'vitest'
import { call, EULER, name, negative, number, ONE, power, product, quotient, same, sum, type Tree, ZERO } from './tree'

const [x, y] = [name('x'), name('y')]
const two = number(2)
const root = call('sqrt', x)

describe('numbers', () => {
  it('are fractions in lowest terms as long as they are whole', () => {
    expect(number(6, -4)).toMatchObject({ value: -3, per: 2 })
    expect(sum([number(1, 3), number(-1)])).toMatchObject({ value: -2, per: 3 })
    expect(number(0.5, 2)).toMatchObject({ value: 0.25, per: 1 })
    expect(Object.is((number(-0) as { value: number }).value, 0)).toBe(true)
  })

  it('are finite', () => {
    for (const make of [() => number(1, 0), () => number(0, 0), () => product([number(1e200), number(1e200)])]) {
      expect(make).toThrow('too large')
    }
  })
})

it.each<[rule: string, made: Tree, tidy: Tree]>([
  ['0 · x', product([ZERO, x]), ZERO],
  ['2 · 3 · x', product([two, x, number(3)]), product([number(6), x])],
  ['x + x', sum([x, x]), product([two, x])],
  [
    'y - x² - 2x²',
    sum([y, negative(power(x, two)), product([number(-2), power(x, two)])]),
    sum([y, product([number(-3), power(x, two)])]),
  ],
  ['x - x', sum([x, negative(x)]), ZERO],
  ['√x · 2 · x²', product([root, two, power(x, two)]), product([two, power(x, two), root])],
  ['x · x²', product([x, power(x, two)]), power(x, number(3))],
  ['(x²)³', power(power(x, two), number(3)), power(x, number(6))],
  ['x⁰', power(x, ZERO), ONE],
  ['2³', power(two, number(3)), number(8)],
  ['(2/3)²', power(number(2, 3), two), number(4, 9)],
  ['eˣ', power(EULER, x), call('exp', x)],
  ['(eˣ)²', power(call('exp', x), two), call('exp', product([two, x]))],
  ['(x/y)/(y/2)', quotient(quotient(x, y), quotient(y, two)), product([two, quotient(x, power(y, two))])],
  ['x/x³', quotient(x, power(x, number(3))), quotient(ONE, power(x, two))],
  ['(x/y)²', power(quotient(x, y), two), quotient(power(x, two), power(y, two))],
])('%s', (_, made, tidy) => {
  expect(made).toEqual(tidy)
  expect(same(made, tidy)).toBe(true)
})

it.each<[label: string, tree: Tree, kind: Tree['kind']]>([
  ['x/x keeps its pole', quotient(x, x), 'quotient'],
  ['x²/x keeps its pole', quotient(power(x, two), x), 'quotient'],
  ['(x²)^½ is not x', power(power(x, two), number(1, 2)), 'power'],
  ['√x · √x is not x', product([root, root]), 'power'],
  ['2^1000 is not worked out', power(two, number(1000)), 'power'],
])('%s', (_, tree, kind) => {
  expect(tree.kind).toBe(kind)
})

it('counts nodes, a coefficient too', () => {
  expect(sum([product([two, x]), y, call('sin', x)]).size).toBe(1 + 3 + 1 + 2)
})
