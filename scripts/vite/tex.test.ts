import { expect, it } from 'vitest'
import { checkMathml, formulasOf, plainTex, typeset, typesetAll } from './tex'

it('writes HTML for the eye and MathML for those who do not see it', () => {
  const html = typeset('\\beta^2', false)
  expect(html).toContain('class="katex-html" aria-hidden="true"')
  expect(html).toContain('<msup><mi>β</mi><mn>2</mn></msup>')
})

it('refuses formulas whose MathML is not valid', () => {
  expect(() => typeset('\\alpha_{\\max}', false)).toThrow('<msub> has 3 children, not 2')
  expect(() => typeset('\\alpha_{\\mathrm{max}}', false)).not.toThrow()
  expect(() => checkMathml('<math><mfrac><mi>a</mi></mfrac></math>')).toThrow('<mfrac> has 1 children, not 2')
  expect(() => checkMathml('<math><msup><mi>a</mi><mspace/></msup></math>')).not.toThrow()
})

it('links a parameter in an equation to its control', () => {
  expect(typeset('\\p{rate} x', true, { rate: '\\eta' })).toContain('data-param="rate"')
  expect(() => typeset('\\p{rate} x', true, { beta: '\\beta' })).toThrow('\\p{rate} names no parameter with a symbol')
})

it('trusts no other command that makes attributes or links', () => {
  expect(typeset('\\href{https://example.org}{x}', false)).not.toContain('<a ')
  expect(typeset('\\htmlId{a}{x}', false)).not.toContain('id="a"')
})

it('finds symbols, equations and the TeX in all texts', () => {
  const data = {
    params: { beta: { symbol: '\\beta', doc: 'At $\\beta = 1$ it {stays}.' } },
    equations: [{ tex: 'v = \\p{beta} v', spoken: 'v' }],
    lecture: [{ text: 'Costs \\$5.', see: 'Is $a$ or $b$ larger?' }],
    model: { step() {} },
  }
  expect(formulasOf(data)).toEqual([
    { tex: '\\beta', display: false },
    { tex: '\\beta = 1', display: false },
    { tex: 'v = \\p{beta} v', display: true },
    { tex: 'a', display: false },
    { tex: 'b', display: false },
  ])
})

it('keeps an inline formula and an equation of the same source apart', () => {
  const html = typesetAll(
    [
      { tex: 'x', display: false },
      { tex: 'x', display: true },
    ],
    {},
  )
  expect(Object.keys(html)).toEqual(['x', 'display:x'])
  expect(html['display:x']).toContain('katex-display')
})

it('refuses invalid TeX and names it', () => {
  expect(() => typesetAll([{ tex: '\\frac{1}{', display: false }], {})).toThrow('\\frac{1}{\n')
  expect(() => typesetAll([{ tex: '\\nonsense', display: false }], {})).toThrow('Undefined control sequence')
})

it('writes formulas as one would type them', () => {
  expect(plainTex('Past $\\alpha\\lambda = 2$ it is $\\rho = \\sqrt\\beta$, and $x^2 < \\tfrac12$.')).toBe(
    'Past αλ=2 it is ρ=√β, and x^2<1/2.',
  )
})
