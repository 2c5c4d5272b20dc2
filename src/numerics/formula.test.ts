import { expect, it } from 'vitest'
import {
  type CompiledFormula,
  compiledFormula,
  evaluate,
  hasFormula,
  instruction,
  OPERATIONS,
  type Operation,
  type Program,
  rememberFormula,
  STACK_DEPTH,
} from './formula'

/** What each operation is, by its name; arguments a and b, operand 5 for whole powers. */
const MEANING: Record<Exclude<Operation, 'constant' | 'variable'>, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  negate: (a) => -a,
  power: (a, b) => a ** b,
  whole: (a) => a ** 5,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  abs: Math.abs,
  sign: Math.sign,
}
const push = (index: number) => instruction('variable', index)

it.each(Object.entries(MEANING))('%s', (operation, meaning) => {
  const code = [push(0), ...(meaning.length > 1 ? [push(1)] : []), instruction(operation as Operation, 5)]
  for (const [a, b] of [
    [0.7, -0.3],
    [-0.4, 3],
    [0.2, 2],
    [0, 0.5],
  ] as const) {
    const [found, wanted] = [evaluate({ code, constants: [] }, [a, b]), meaning(a, b)]
    if (Number.isFinite(wanted)) expect(found).toBeCloseTo(wanted, 14)
    else expect(found).toBe(wanted)
  }
})

it('has room for every operation in five bits', () => {
  expect(OPERATIONS.length).toBeLessThanOrEqual(32)
  expect(new Set([...Object.keys(MEANING), 'constant', 'variable'])).toEqual(new Set(OPERATIONS))
})

it('raises to whole powers as Math.pow does', () => {
  for (let n = 2; n <= 64; n++) {
    const program: Program = { code: [push(0), instruction('whole', n)], constants: [] }
    for (const x of [-1.7, 0.3, 1.01]) expect(evaluate(program, [x]) / x ** n).toBeCloseTo(1, 13)
  }
})

it('uses its whole stack, and leaves nothing behind for the next program', () => {
  const ones = Array.from({ length: STACK_DEPTH }, () => instruction('constant', 0))
  const sums = Array.from({ length: STACK_DEPTH - 1 }, () => instruction('add'))
  expect(evaluate({ code: [...ones, ...sums], constants: [1] }, [])).toBe(STACK_DEPTH)
  expect(evaluate({ code: [push(0)], constants: [] }, [])).toBeNaN()
})

const fake = (text: string, variables: string[] = []): CompiledFormula => {
  const value = { code: [instruction('constant', 0)], constants: [text.length] }
  return { text, variables, value, gradient: [], hessian: [], tex: { value: text, gradient: [] } }
}

it('remembers what was prepared, and says what to do about the rest', () => {
  const formula = fake('x^2')
  rememberFormula(formula)
  expect(compiledFormula('x^2')).toBe(formula)
  expect(hasFormula('x^3')).toBe(false)
  expect(() => compiledFormula('x^3')).toThrow('formula "x^3" was not prepared: await prepareFormula(text, variables) first')
})

it('drops those not asked for longest, never one in use', () => {
  rememberFormula(fake('kept'))
  rememberFormula(fake('dropped'))
  for (let k = 0; k < 100; k++) {
    rememberFormula(fake(`other ${k}`))
    expect(compiledFormula(`other ${k}`).text).toBe(`other ${k}`)
    expect(compiledFormula('kept').text).toBe('kept')
  }
  expect(hasFormula('dropped')).toBe(false)
  const left = Array.from({ length: 100 }, (_, k) => hasFormula(`other ${k}`)).filter(Boolean)
  expect(left).toHaveLength(63)
})

it('knows the latest list of variables for a text', () => {
  rememberFormula(fake('x', ['x', 'y']))
  rememberFormula(fake('x', ['x']))
  expect(compiledFormula('x').variables).toEqual(['x'])
})
