import fc from 'fast-check'
import { OperatorNode, SymbolNode } from 'mathjs/number'
import { describe, expect, it, vi } from 'vitest'
import { type CompiledFormula, evaluate, type Program } from '@/numerics/formula'
import { answer, compile } from './compile'
import { FUNCTIONS } from './language'

/** Random numbers of the test: a linear congruential generator (Numerical Recipes). */
function uniform(seed: number, low: number, high: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return low + ((high - low) * state) / 2 ** 32
  }
}

const STEP = 1e-3
/** Fourth-order central difference in direction i. */
function difference(f: (at: readonly number[]) => number, at: readonly number[], i: number): number {
  const moved = (by: number) => f(at.map((value, j) => (j === i ? value + by * STEP : value)))
  return (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * STEP)
}

/** Largest error of gradient and Hessian against differences of value and gradient, over points of [low, high]ⁿ. */
function gradientCheck({ value, gradient, hessian, variables }: CompiledFormula, low: number, high: number): number {
  const next = uniform(1, low, high)
  let worst = 0
  const compare = (program: Program, of: Program, at: readonly number[], i: number) => {
    const exact = evaluate(program, at)
    const error = Math.abs(exact - difference((point) => evaluate(of, point), at, i)) / (1 + Math.abs(exact))
    worst = Number.isFinite(error) ? Math.max(worst, error) : Number.POSITIVE_INFINITY
  }
  for (let k = 0; k < 20; k++) {
    const at = variables.map(next)
    gradient.forEach((first, i) => {
      compare(first, value, at, i)
      hessian[i]!.forEach((second, j) => {
        compare(second, first, at, j)
      })
    })
  }
  return worst
}

const valueAt = (text: string, ...at: number[]) => evaluate(compile(text, ['x', 'y', 'z'].slice(0, at.length)).value, at)

describe('known functions', () => {
  it('Rosenbrock', () => {
    const f = compile('(1-x)^2 + 100*(y-x^2)^2', ['x', 'y'])
    expect(evaluate(f.value, [1, 1])).toBe(0)
    expect(evaluate(f.value, [-1.2, 1])).toBeCloseTo(24.2, 12)
    expect(f.gradient.map((g) => evaluate(g, [-1.2, 1]))).toEqual([expect.closeTo(-215.6, 10), expect.closeTo(-88, 10)])
    expect(f.hessian.map((row) => row.map((h) => evaluate(h, [1, 1])))).toEqual([
      [802, -400],
      [-400, 200],
    ])
    expect(gradientCheck(f, -2, 2)).toBeLessThan(5e-12)
  })

  it('Himmelblau', () => {
    const f = compile('(x^2+y-11)^2+(x+y^2-7)^2', ['x', 'y'])
    expect(f.gradient.map((g) => evaluate(g, [3, 2]))).toEqual([0, 0])
    expect(f.hessian.map((row) => row.map((h) => evaluate(h, [3, 2])))).toEqual([
      [74, 20],
      [20, 34],
    ])
    expect(gradientCheck(f, -5, 5)).toBeLessThan(2e-11)
  })

  it('waves in a bowl', () => {
    const f = compile('sin(3x)*cos(2y)+0.1(x^2+y^2)', ['x', 'y'])
    expect(evaluate(f.value, [0.5, -1])).toBe(Math.sin(1.5) * Math.cos(2) + 0.1 * 1.25)
    expect(gradientCheck(f, -3, 3)).toBeLessThan(5e-12)
  })
})

describe('derivatives', () => {
  it.each([...FUNCTIONS.keys()].filter((name) => name !== 'pow'))('of %s', (name) => {
    // Between 0.25 and 0.75 all are defined and differences are accurate.
    expect(gradientCheck(compile(`${name}(x)`, ['x']), 0.25, 0.75)).toBeLessThan(1e-9)
    expect(gradientCheck(compile(`x*y^2*${name}(x*y+0.05)^2/(1+x)`, ['x', 'y']), 0.4, 0.75)).toBeLessThan(2e-10)
  })

  it.each(['x^y', 'pow(x+1, y)', '2^(x*y)', 'e^(-x y)', 'x^-3', 'x^(1/3)', 'x^0.7', '(x/y)^x^y', '1/(x^2+y)^2', 'pi^x/y'])(
    'of %s',
    (text) => {
      expect(gradientCheck(compile(text, ['x', 'y']), 0.5, 1)).toBeLessThan(1e-9)
    },
  )

  it('of large powers, beyond repeated squaring too', () => {
    const { gradient, hessian } = compile('x^60 + x^-70 + x^80', ['x'])
    expect(evaluate(gradient[0]!, [1.1]) / (60 * 1.1 ** 59 - 70 * 1.1 ** -71 + 80 * 1.1 ** 79)).toBeCloseTo(1, 13)
    expect(evaluate(hessian[0]![0]!, [1.1]) / (3540 * 1.1 ** 58 + 4970 * 1.1 ** -72 + 6320 * 1.1 ** 78)).toBeCloseTo(1, 13)
  })

  it('of abs are sign and 0, at the kink too', () => {
    const f = compile('abs(2x)*x + abs(x)^3', ['x'])
    for (const x of [-1.5, 0, 0.5]) {
      expect(evaluate(f.value, [x])).toBeCloseTo(2 * Math.abs(x) * x + Math.abs(x) ** 3, 14)
      expect(evaluate(f.gradient[0]!, [x])).toBeCloseTo(4 * Math.abs(x) + 3 * x * Math.abs(x), 14)
      expect(evaluate(f.hessian[0]![0]!, [x])).toBeCloseTo(4 * Math.sign(x) + 6 * Math.abs(x), 14)
    }
  })

  it('with respect to a variable that does not occur are 0', () => {
    const { gradient, hessian } = compile('x^2', ['x', 'y'])
    expect(evaluate(gradient[1]!, [3, 4])).toBe(0)
    expect(hessian[0]![1]).toBe(hessian[1]![0])
  })

  it('of what random trees build agree with differences and with the same tree in JavaScript', () => {
    interface Part {
      text: string
      f: (x: number, y: number) => number
    }
    const one = (text: (a: string) => string, f: (a: number) => number) => (a: Part) => ({
      text: text(a.text),
      f: (x: number, y: number) => f(a.f(x, y)),
    })
    const two = (text: (a: string, b: string) => string, f: (a: number, b: number) => number) => (a: Part, b: Part) => ({
      text: text(a.text, b.text),
      f: (x: number, y: number) => f(a.f(x, y), b.f(x, y)),
    })
    // Bounded or tame, so that differences stay accurate.
    const unary = [
      one((a) => `sin(${a})`, Math.sin),
      one((a) => `tanh(${a})`, Math.tanh),
      one((a) => `atan(${a})`, Math.atan),
      one(
        (a) => `-(${a})`,
        (a) => -a,
      ),
      one(
        (a) => `exp(-(${a})^2)`,
        (a) => Math.exp(-a * a),
      ),
      one(
        (a) => `sqrt(1+(${a})^2)`,
        (a) => Math.sqrt(1 + a * a),
      ),
      one(
        (a) => `1/(2+cos(${a}))^2`,
        (a) => (2 + Math.cos(a)) ** -2,
      ),
    ]
    const binary = [
      two(
        (a, b) => `(${a})+(${b})`,
        (a, b) => a + b,
      ),
      two(
        (a, b) => `(${a})-(${b})`,
        (a, b) => a - b,
      ),
      two(
        (a, b) => `(${a})*(${b})`,
        (a, b) => a * b,
      ),
      two(
        (a, b) => `(${a})/(2+cos(${b}))`,
        (a, b) => a / (2 + Math.cos(b)),
      ),
    ]
    const leaves: Part[] = [
      { text: 'x', f: (x) => x },
      { text: 'y', f: (_, y) => y },
      { text: '0.3', f: () => 0.3 },
      { text: '2', f: () => 2 },
    ]
    const { tree } = fc.letrec<{ tree: Part }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.constantFrom(...leaves),
        fc.tuple(fc.constantFrom(...unary), tie('tree')).map(([make, a]) => make(a)),
        fc.tuple(fc.constantFrom(...binary), tie('tree'), tie('tree')).map(([make, a, b]) => make(a, b)),
      ),
    }))
    let compared = 0
    const property = fc.property(tree, ({ text, f }) => {
      if (text.length > 200) return
      const compiled = compile(text, ['x', 'y'])
      const [x, y] = [0.6, -0.8]
      expect(evaluate(compiled.value, [x, y])).toBeCloseTo(f(x, y), 12)
      expect(gradientCheck(compiled, -1, 1)).toBeLessThan(2e-10)
      compared++
    })
    fc.assert(property, { seed: 7, numRuns: 150 })
    expect(compared).toBeGreaterThan(100)
  })
})

describe('precedence', () => {
  it.each<[text: string, value: number]>([
    ['-x^2', -9],
    ['2^3^2', 512],
    ['2x y', 42],
    ['y/x/2', 7 / 6],
    ['1/2x^2', 4.5],
    ['y/2x', 7 / 6],
    ['x(y-1)^2', 108],
    ['2^x(y-1)', 48],
    ['(x+1)(y+1)', 32],
    ['x-y-1', -5],
    ['x-(y-1)', -3],
    ['2^-x', 0.125],
    ['+x--y', 10],
    ['2*-x', -6],
    ['3 sqrt(x^2)', 9],
    ['2pi x', 6 * Math.PI],
    ['pow(x,2)y', 63],
    ['e^ln(x)', 3],
  ])('%s at (3, 7)', (text, value) => {
    expect(valueAt(text, 3, 7)).toBeCloseTo(value, 12)
  })
})

describe('what is not defined', () => {
  it.each([
    ['x/x', 0],
    ['sin(x)/x', 0],
    ['x^2/x', 0],
    ['sqrt(x)', -1],
    ['log(x)', -1],
    ['x^0.5', -1],
  ])('%s at %d is NaN', (text, x) => {
    expect(valueAt(text, x)).toBeNaN()
  })

  it.each(['1/0', 'x/(2-2)', '10^300*1e300*x', '(1e200)^2*x'])('%s is refused or infinite, not wrong', (text) => {
    const made = answer(text, ['x'])
    if ('problem' in made) expect(made.problem.reason).toBe('infinite')
    else expect(evaluate(made.compiled.value, [2])).toBe(Number.POSITIVE_INFINITY)
  })
})

it('is plain data', () => {
  const compiled = compile('x^2*sin(y)', ['x', 'y'])
  expect(structuredClone(compiled)).toEqual(compiled)
  expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled)
})

it('refuses what would grow too long, quickly', () => {
  const started = performance.now()
  for (const text of [
    Array(100).fill('x').join('^'),
    `${'sin('.repeat(30)}x${')'.repeat(30)}`,
    Array.from({ length: 28 }, (_, k) => `(x+${k % 9}y)`).join(''),
    `${'x/(y+'.repeat(30)}1${')'.repeat(30)}`,
  ]) {
    expect(answer(text, ['x', 'y'])).toEqual({ problem: { reason: 'tooComplex', at: null, detail: '' } })
  }
  expect(performance.now() - started).toBeLessThan(1000)
})

it('lets mathjs neither compile nor evaluate, and no text becomes code', () => {
  const node = Object.getPrototypeOf(OperatorNode.prototype)
  expect(new SymbolNode('x')).toBeInstanceOf(node.constructor)
  const forbidden = [
    vi.spyOn(node, 'compile'),
    vi.spyOn(node, 'evaluate'),
    vi.spyOn(globalThis, 'eval'),
    vi.spyOn(globalThis, 'Function'),
  ]
  try {
    compile('abs(x)^y/3 + pow(x, 2) sin(y)', ['x', 'y'])
    for (const spy of forbidden) expect(spy).not.toHaveBeenCalled()
  } finally {
    vi.restoreAllMocks()
  }
})
