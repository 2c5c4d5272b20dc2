import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

let loads = 0
let compilations: string[] = []
beforeEach(() => {
  vi.resetModules()
  loads = 0
  compilations = []
  vi.doMock('mathjs/number', (original) => {
    loads++
    return original()
  })
  vi.doMock('./compile', async (original) => {
    const { answer } = await original<typeof import('./compile')>()
    return {
      answer: (text: string, variables: readonly string[]) => {
        compilations.push(text)
        return answer(text, variables)
      },
    }
  })
})
afterEach(() => {
  vi.doUnmock('./compile')
  vi.doUnmock('mathjs/number')
})

/** Both modules fresh, with an empty memo. */
async function load() {
  const { FormulaError, prepareFormula } = await import('.')
  return { FormulaError, prepareFormula, ...(await import('@/numerics/formula')) }
}

it('loads mathjs only for a formula without mistakes, and remembers the result', async () => {
  const { compiledFormula, FormulaError, hasFormula, prepareFormula } = await load()
  await expect(prepareFormula('x^^2', ['x'])).rejects.toBeInstanceOf(FormulaError)
  expect(loads).toBe(0)
  const compiled = await prepareFormula('x^2', ['x'])
  expect(loads).toBe(1)
  expect(compiledFormula('x^2')).toBe(compiled)
  expect(await prepareFormula('x^2', ['x'])).toBe(compiled)
  expect(compilations).toEqual(['x^2'])
  await expect(prepareFormula('1/(x-x)', ['x'])).rejects.toMatchObject({ reason: 'infinite' })
  expect(hasFormula('1/(x-x)')).toBe(false)
})

it('compiles a text again for other variables', async () => {
  const { compiledFormula, prepareFormula } = await load()
  await prepareFormula('x^2', ['x'])
  await prepareFormula('x^2', ['x', 'y'])
  expect(compiledFormula('x^2').gradient).toHaveLength(2)
  expect(compilations).toHaveLength(2)
})

it('serves requests in turn, the same one once, whatever becomes of those before', async () => {
  const { prepareFormula } = await load()
  const asked = ['x', 'x^2', '1/(x-x)', 'x^2', 'y', 'x^3']
  const settled = await Promise.allSettled(asked.map((text) => prepareFormula(text, ['x'])))
  expect(settled.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(compilations).toEqual(['x', 'x^2', '1/(x-x)', 'x^3'])
})

it('takes any text: a formula or a FormulaError, quickly', async () => {
  const { FormulaError, prepareFormula } = await load()
  const slowest = { text: '', time: 0 }
  const reasons = new Map<string, number>()
  const sign = fc.constantFrom(...'x y 2 .5 1e3 + - * / ^ ( ) , sin( exp( abs( pow( sqrt( pi e ln π − foo ! = ;'.split(' '), ' ')
  // Operands and operators alternate, so that many texts are formulas.
  const operand = fc.constantFrom(
    'x',
    'y',
    '2',
    '0.5',
    'pi',
    '-x',
    'sin(x)',
    'exp(y)',
    'abs(x-y)',
    '(x+y)',
    'pow(x,y)',
    'sqrt(x y)',
  )
  const chain = fc
    .array(fc.tuple(operand, fc.constantFrom('+', '-', '*', '/', '^', ' ', '^-', ')', '(')), { maxLength: 12 })
    .map((pairs) => `${pairs.flat().join('')}x`)
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(sign, { maxLength: 60 }).map((s) => s.join('')),
    chain,
  )
  const property = fc.asyncProperty(text, async (given) => {
    const started = performance.now()
    const reason = await prepareFormula(given, ['x', 'y']).then(
      () => 'none',
      (error) => {
        expect(error).toBeInstanceOf(FormulaError)
        expect(error.message).not.toMatch(/\{\w+\}|\?$|undefined/)
        if (error.at !== null) expect(error.at).toBeLessThanOrEqual(given.length)
        return error.reason as string
      },
    )
    const time = performance.now() - started
    if (time > slowest.time) Object.assign(slowest, { text: given, time })
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  })
  await fc.assert(property, { seed: 11, numRuns: 600 })
  expect(slowest.time, slowest.text).toBeLessThan(2000)
  expect(reasons.get('none')).toBeGreaterThan(50)
  expect(reasons.get('unreadable')).toBeUndefined()
})
