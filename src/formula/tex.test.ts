import { renderToString } from 'katex'
import { expect, it } from 'vitest'
import { compile } from './compile'

it.each<[text: string, value: string, slope: string]>([
  ['(1-x)^2 + 100*(y-x^2)^2', '(1-x)^{2}+100 (y-x^{2})^{2}', '-2 (1-x)-400 x (y-x^{2})'],
  ['(x^2+y-11)^2+(x+y^2-7)^2', '(x^{2}+y-11)^{2}+(x+y^{2}-7)^{2}', '4 x (x^{2}+y-11)+2 (x+y^{2}-7)'],
  ['sin(3x)^2', '\\sin^{2}(3 x)', '6 \\cos(3 x) \\sin(3 x)'],
  ['exp(-x^2)/(1+y^2)', '\\frac{e^{-x^{2}}}{1+y^{2}}', '-\\frac{2 x e^{-x^{2}}}{1+y^{2}}'],
  ['x^(1/3)*2 pi', '2 \\pi x^{1/3}', '\\frac{2}{3} \\pi x^{-2/3}'],
  ['x/3*log(y)', '\\frac{1}{3} x \\ln(y)', '\\frac{1}{3} \\ln(y)'],
  ['atan(x/y)', '\\arctan\\left(\\frac{x}{y}\\right)', '\\frac{1}{y \\left(\\frac{x^{2}}{y^{2}}+1\\right)}'],
  ['x*2^x', 'x\\cdot 2^{x}', '2^{x}+x\\cdot 2^{x} \\ln(2)'],
  ['0.1*3*x + 1e-7x^2', '0.3 x+10^{-7} x^{2}', '0.3+2\\cdot 10^{-7} x'],
  ['abs(x)', '\\left|x\\right|', '\\operatorname{sign}(x)'],
  ['tan(x) + tanh(y)', '\\tan(x)+\\tanh(y)', '\\sec^{2}(x)'],
  ['-(x-y)', '-(x-y)', '-1'],
  ['e^x + e', 'e^{x}+e', 'e^{x}'],
  ['(-2)^x', '(-2)^{x}', '(-2)^{x} \\ln(-2)'],
  ['1/x - 1/(2y)', '\\frac{1}{x}-\\frac{1}{2 y}', '-\\frac{1}{x^{2}}'],
])('%s', (text, value, slope) => {
  const { tex } = compile(text, ['x', 'y'])
  expect(tex.value).toBe(value)
  expect(tex.gradient[0]).toBe(slope)
  for (const each of [tex.value, ...tex.gradient]) renderToString(each, { throwOnError: true })
})

it('writes names of variables as mathematicians do', () => {
  expect(compile('x1*theta + alpha_2 + gain', ['x1', 'theta', 'alpha_2', 'gain']).tex.value).toBe(
    'x_{1} \\theta+\\alpha_{2}+\\mathrm{gain}',
  )
})
