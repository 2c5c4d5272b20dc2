import { describe, expect, it } from 'vitest'
import { admit, formula } from '@/contract'
import { LONGEST } from './language'
import { FormulaError, type Reason } from './problem'
import { scan } from './scan'

const problemOf = (text: string): FormulaError => {
  try {
    scan(text, ['x', 'y'])
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
  throw new Error(`"${text}" was taken`)
}

describe('a mistake is found, with its place', () => {
  const known = 'sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, ln, sqrt, abs, pow'
  it.each<[text: string, reason: Reason, at: number | null, sentence: string]>([
    ['', 'empty', null, 'Type a formula'],
    [' \n ', 'empty', null, 'Type a formula'],
    ['x^^2', 'missing', 2, 'Something is missing at character 3'],
    ['*x', 'missing', 0, 'Something is missing at character 1'],
    ['x+()', 'missing', 3, 'Something is missing at character 4'],
    ['sin()', 'missing', 4, 'Something is missing at character 5'],
    ['pow(,y)', 'missing', 4, 'Something is missing at character 5'],
    ['2*(x+', 'unfinished', 5, 'Something is missing at the end'],
    ['x -', 'unfinished', 3, 'Something is missing at the end'],
    ['(x+1', 'unclosed', 0, 'The bracket at character 1 is never closed'],
    ['x+1)', 'unopened', 3, 'The bracket at character 4 was never opened'],
    ['foo(x)', 'unknownFunction', 0, `"foo" is not a known function. Known: ${known}`],
    ['1+ min(x,y)', 'unknownFunction', 3, `"min" is not a known function. Known: ${known}`],
    ['import("x")', 'unknownFunction', 0, `"import" is not a known function. Known: ${known}`],
    ['f(x)=x', 'unknownFunction', 0, `"f" is not a known function. Known: ${known}`],
    ['x+z', 'unknownName', 2, '"z" is not known here'],
    ['x mod 2', 'unknownName', 2, '"mod" is not known here'],
    ['i', 'unknownName', 0, '"i" is not known here'],
    ['NaN', 'unknownName', 0, '"NaN" is not known here'],
    ['constructor', 'unknownName', 0, '"constructor" is not known here'],
    ['__proto__', 'character', 0, '"_" at character 1 cannot stand in a formula'],
    ['0x10', 'unknownName', 1, '"x10" is not known here'],
    ['2xy', 'product', 1, 'Names side by side need a sign: write x*y'],
    ['xpi', 'product', 0, 'Names side by side need a sign: write x*pi'],
    ['sin x', 'noArgument', 0, '"sin" needs brackets: sin(…)'],
    ['sin^2(x)', 'noArgument', 0, '"sin" needs brackets: sin(…)'],
    ['cos.constructor', 'noArgument', 0, '"cos" needs brackets: cos(…)'],
    ['x.constructor', 'character', 1, '"." at character 2 cannot stand in a formula'],
    ['x=3', 'character', 1, '"=" at character 2 cannot stand in a formula'],
    ['[1,2]', 'character', 0, '"[" at character 1 cannot stand in a formula'],
    ['"a"', 'character', 0, '""" at character 1 cannot stand in a formula'],
    ['x!', 'character', 1, '"!" at character 2 cannot stand in a formula'],
    ['x;y', 'character', 1, '";" at character 2 cannot stand in a formula'],
    ['x # y', 'character', 2, '"#" at character 3 cannot stand in a formula'],
    ['x+😀', 'character', 2, '"😀" at character 3 cannot stand in a formula'],
    ['1,5*x', 'character', 1, '"," at character 2 cannot stand in a formula'],
    ['(x,y)', 'character', 2, '"," at character 3 cannot stand in a formula'],
    ['x 2', 'operator', 2, 'A sign such as * is missing at character 3'],
    ['1.2.3', 'operator', 3, 'A sign such as * is missing at character 4'],
    ['sin(x,y)', 'arguments', 3, '"sin" got the wrong number of arguments'],
    ['pow(x)', 'arguments', 3, '"pow" got the wrong number of arguments'],
    ['1e999', 'infinite', 0, 'A number in this formula is too large, or something is divided by zero'],
    ['x'.repeat(300), 'tooLong', null, 'The formula is too long: at most 200 characters'],
    [`${'('.repeat(90)}x${')'.repeat(90)}`, 'tooDeep', 30, 'Brackets are nested too deeply at character 31: at most 30 levels'],
  ])('%s', (text, reason, at, sentence) => {
    const problem = problemOf(text)
    expect(problem.problem).toMatchObject({ reason, at })
    expect(problem.message).toBe(sentence)
  })
})

it.each([
  ['2x', '2 x'],
  ['2e', '2 e'],
  ['2e3', '2000'],
  ['.5x', '0.5 x'],
  ['x(y+1)', '( x ) ( y + 1 )'],
  ['sin (x)', 'sin ( x )'],
  ['ln(x)**2', 'log ( x ) ^ 2'],
  ['2π·x − y', '2 pi * x - y'],
  ['3exp(x)', '3 exp ( x )'],
  ['- -x', '- - x'],
  ['x^-2', 'x ^ - 2'],
])('%s reads %s', (text, plain) => {
  expect(scan(text, ['x', 'y'])).toBe(plain)
})

it('lets variables hide constants, and takes their digits', () => {
  expect(scan('e x1', ['e', 'x1'])).toBe('e x1')
  expect(scan('e(x1)', ['e', 'x1'])).toBe('( e ) ( x1 )')
})

it('has the same limit as addresses', () => {
  const spec = formula({ label: 'f', doc: '', default: 'x', variables: ['x'] })
  const longest = `${'x+'.repeat(LONGEST / 2 - 1)}xx`.slice(0, LONGEST)
  expect(admit(spec, longest)).toEqual({ value: longest })
  expect(problemOf(longest).reason).toBe('product')
  expect(admit(spec, `${longest}x`)).toEqual({ note: 'tooLong' })
  expect(problemOf(`${longest}x`).reason).toBe('tooLong')
})
