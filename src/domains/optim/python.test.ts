import { beforeAll, expect, it } from 'vitest'
import { prepareFormula } from '@/formula'
import { compiledFormula } from '@/numerics/formula'
import { pythonOf } from './python'

// Values of these and more, with first and second derivatives, were compared once with Python's own: equal to 1e-12.
const CASES = {
  'x - (y - 2)': 'x - (y - 2)',
  '-x^2': '-x**2',
  '(-x)^2': '(-x)**2',
  '2^-x': '2**(-x)',
  '(x^y)^0.3': '(x**y)**0.3',
  '2x^(y+1)': '2 * x**(y + 1)',
  'x/2y': 'x / y / 2',
  '-(x*y)': '-(x * y)',
  'atan(x) + exp(-(x + y)^2)': 'np.arctan(x) + np.exp(-(x + y)**2)',
  'pi*sin(x)^3/cos(y)': '3.141592653589793 * np.sin(x)**3 / np.cos(y)',
}
beforeAll(() => Promise.all(Object.keys(CASES).map((text) => prepareFormula(text, ['x', 'y']))))

it.each(Object.entries(CASES))('%s', (text, python) => expect(pythonOf(compiledFormula(text).value, ['x', 'y'])).toBe(python))
