import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADAM, ADAN, adam, adan, amsgrad, clip } from './adaptive'
import { rosenbrock } from './objectives'
import { averagedSlope, gradientDescent, heavyBall, nesterov, nesterovEstimate, startMemory, type Tuned, tuned } from './rules'

/** Places after 0, 1, … steps. `gradient` writes the slope at a place, in step k. */
function pathOf(
  one: Tuned,
  start: readonly number[],
  steps: number,
  gradient: (at: Float64Array, out: Float64Array, k: number) => void,
): Float64Array[] {
  const [at, place, slope] = [Float64Array.from(start), new Float64Array(start.length), new Float64Array(start.length)]
  const memory = startMemory(one.rule, start.length)
  const places = [at.slice()]
  for (let k = 0; k < steps; k++) {
    one.place(at, memory, place)
    gradient(place, slope, k)
    one.step(at, slope, memory)
    places.push(at.slice())
  }
  return places
}
const onRosenbrock = (at: Float64Array, out: Float64Array) => rosenbrock.gradient(at[0]!, at[1]!, out)
const listed = (all: readonly (readonly number[])[]) => (_: Float64Array, out: Float64Array, k: number) => out.set(all[k]!)
const apart = (a: readonly Float64Array[], b: readonly Float64Array[]) =>
  Math.max(...a.map((place, k) => Math.max(...place.map((value, i) => Math.abs(value - b[k]![i]!)))))
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const gradients = fc.array(fc.tuple(real(-3, 3), real(-3, 3), real(-3, 3)), { minLength: 1, maxLength: 12 })
const W0 = [0.4, 1.5, -1.8]

const all: Readonly<Record<string, Tuned>> = {
  gradientDescent: tuned(gradientDescent, { rate: 0.01 }),
  heavyBall: tuned(heavyBall, { rate: 0.01, beta: 0.9 }),
  nesterov: tuned(nesterov, { rate: 0.01, beta: 0.9 }),
  nesterovEstimate: tuned(nesterovEstimate, { rate: 0.01, beta: 0.9 }),
  averagedSlope: tuned(averagedSlope, { rate: 0.01, weight: 0.3 }),
  adam: tuned(adam, { ...ADAM, rate: 0.01 }),
  amsgrad: tuned(amsgrad, { ...ADAM, rate: 0.01 }),
  adan: tuned(adan, { ...ADAN, rate: 0.01 }),
}

describe.each(Object.entries(all))('%s', (_, one) => {
  it('finds the bottom of a bowl, and stays there', () => {
    const bowl = (at: Float64Array, out: Float64Array) => out.set(at.map((x) => x - 0.5))
    const end = pathOf(one, W0, 4000, bowl).at(-1)!
    for (const value of end) expect(Math.abs(value - 0.5)).toBeLessThan(0.02)
  })
  it('goes on from a copy of its memory as from the memory', () => {
    const [at, memory] = [Float64Array.from(W0), startMemory(one.rule, 3)]
    for (const g of [
      [1, -2, 0.5],
      [0.3, 1, -1],
    ])
      one.step(at, g, memory)
    const [at2, copy] = [at.slice(), structuredClone(memory)]
    one.step(at, [0.1, 0.2, 0.3], memory)
    one.step(at2, [0.1, 0.2, 0.3], copy)
    expect(at2).toEqual(at)
    expect(copy).toEqual(memory)
  })
})

describe('momentum', () => {
  it('in averaged form takes the same places with β = 1 - weight and the rate weight · δ', () => {
    const ball = pathOf(tuned(heavyBall, { rate: 0.3 * 0.002, beta: 0.7 }), [-1.2, 1], 100, onRosenbrock)
    const averaged = pathOf(tuned(averagedSlope, { rate: 0.002, weight: 0.3 }), [-1.2, 1], 100, onRosenbrock)
    expect(apart(ball, averaged)).toBeLessThan(1e-13)
  })
  it('Nesterov takes its gradients at the places of the estimate', () => {
    const settings = { rate: 0.002, beta: 0.9 }
    const asked: Float64Array[] = []
    pathOf(tuned(nesterov, settings), [-1.2, 1], 41, (at, out) => {
      asked.push(at.slice())
      onRosenbrock(at, out)
    })
    expect(apart(asked, pathOf(tuned(nesterovEstimate, settings), [-1.2, 1], 40, onRosenbrock))).toBeLessThan(1e-11)
  })
})

describe('Adam', () => {
  it('moves by the rate at first, whatever the size of the gradient, beside the decay', () => {
    for (const g of [1e-3, 50]) {
      const weights = Float64Array.of(2)
      adam.step(weights, [g], startMemory(adam, 1), { ...ADAM, decay: 0.01 })
      expect(weights[0]).toBeCloseTo(2 * (1 - 1e-5) - 1e-3, 7)
    }
  })
  it('forgets no large gradient with AMSGrad', () => {
    const far = (rule: typeof adam) => {
      const [memory, weights] = [startMemory(rule, 1), Float64Array.of(0)]
      for (let k = 0; k < 3000; k++) rule.step(weights, [k === 0 ? 100 : 1], memory, { ...ADAM, beta2: 0.99 })
      return -weights[0]!
    }
    expect(far(adam)).toBeGreaterThan(3 * far(amsgrad))
  })
})

// Numbers of the list "Must hold" of the method; 1 and 8, from other programs, are in tests/golden.
describe('Adan', () => {
  it('3: goes η |g|/(|g| + ε) against the sign of any first gradient', () => {
    fc.assert(
      fc.property(real(-1e3, 1e3), real(1e-4, 1), (g, rate) => {
        const [, after] = pathOf(tuned(adan, { ...ADAN, rate }), [0], 1, listed([[g]]))
        const expected = -rate * Math.sign(g) * (Math.abs(g) / (Math.abs(g) + ADAN.epsilon))
        expect(Math.abs(after![0]! - expected)).toBeLessThan(1e-12 * rate)
      }),
    )
  })
  it('4: with β₂ = 0 is Adam with β₁ and β₃', () => {
    fc.assert(
      fc.property(gradients, (g) => {
        const ours = tuned(adan, { ...ADAN, rate: 0.1, beta2: 0 })
        const theirs = tuned(adam, { ...ADAM, rate: 0.1, beta1: ADAN.beta1, beta2: ADAN.beta3 })
        expect(apart(pathOf(ours, W0, g.length, listed(g)), pathOf(theirs, W0, g.length, listed(g)))).toBeLessThan(1e-14)
      }),
    )
  })
  it('without the difference term is the same Adam, whatever β₂', () => {
    fc.assert(
      fc.property(gradients, real(0, 0.99), (g, beta2) => {
        const ours = tuned(adan, { ...ADAN, rate: 0.1, beta2, difference: false })
        const none = tuned(adan, { ...ADAN, rate: 0.1, beta2: 0 })
        expect(apart(pathOf(ours, W0, g.length, listed(g)), pathOf(none, W0, g.length, listed(g)))).toBe(0)
      }),
    )
  })
  it('5: steps η in every coordinate while the gradient stays the same', () => {
    const g = [3, -0.2, 40]
    const path = pathOf(tuned(adan, { ...ADAN, rate: 0.1 }), W0, 50, (_, out) => out.set(g))
    for (let k = 1; k < path.length; k++)
      for (let i = 0; i < 3; i++) {
        expect(Math.abs(path[k]![i]! - path[k - 1]![i]! + 0.1 * Math.sign(g[i]!))).toBeLessThan(1e-7)
      }
  })
  it('6: takes the same path whatever f is multiplied by', () => {
    const one = tuned(adan, { ...ADAN, rate: 0.01, epsilon: 0 })
    const scaled = (c: number) =>
      pathOf(one, [-1.2, 1], 100, (at, out) => {
        onRosenbrock(at, out)
        for (let i = 0; i < 2; i++) out[i]! *= c
      })
    expect(apart(scaled(1), scaled(100))).toBeLessThan(1e-12)
  })
  it('7: without slopes the weights decay by 1/(1 + ηλ), or by 1 - ηλ, a step', () => {
    const [rate, decay] = [0.5, 0.02]
    for (const [proximal, factor] of [
      [true, 1 / (1 + rate * decay)],
      [false, 1 - rate * decay],
    ] as const) {
      const path = pathOf(tuned(adan, { ...ADAN, rate, decay, proximal }), W0, 20, (_, out) => out.fill(0))
      for (const [k, place] of path.entries())
        for (const [i, value] of place.entries()) expect(Math.abs(value / (W0[i]! * factor ** k) - 1)).toBeLessThan(1e-14)
    }
  })
})

it('clips to a length, and leaves shorter gradients and a limit of 0 alone', () => {
  const clipped = (most: number) => {
    const g = Float64Array.of(3, 4)
    clip(g, most, 1e-8)
    return [...g]
  }
  expect(clipped(0)).toEqual([3, 4])
  expect(clipped(6)).toEqual([3, 4])
  const [x, y] = clipped(1)
  expect(Math.hypot(x!, y!)).toBeCloseTo(1, 8)
  expect(y! / x!).toBeCloseTo(4 / 3, 12)
})
