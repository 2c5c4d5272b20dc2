// Numbers refer to the list "Must hold" of the method; 1 is in tests/golden, 3 to 6 also in src/domains/optim/experts.test.ts.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { quadratic } from '@/domains/optim/objectives'
import { heavyBall } from '@/domains/optim/rules'
import { trace } from '@/domains/optim/walk'
import { variances } from './measured'
import { elsewhereShare, METHODS, model, type Params, params, type State, settledShare, stepLine, tokenSlope } from './model'
import { presets } from './presets'
import { errorAt, PUSHES, train } from './training'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)
function stateAt(p: Params, step: number): State {
  const s = model.init(p)
  for (let k = 0; k < step; k++) model.step(s, p)
  return s
}
const noPlace = (s: State) => METHODS.flatMap((method) => [...s[method].at]).some((x) => !Number.isFinite(x))

describe('the stack', () => {
  it('2: without momentum is SMoE, exactly', () => {
    for (const changes of [{}, { top: 3, gamma: 1.2 }, { noise: 0.4 }, { share: 0.5, push: 4 }]) {
      const s = stateAt(with_({ mu: 0, ...changes }), 40)
      expect([...s.momentum.at]).toEqual([...s.smoe.at])
    }
  })

  it('2: with one expert is the heavy ball on its objective', () => {
    const far = { c2: [-4, 0], c3: [-4, 1], c4: [-4, -1] } as const // regions far to the left
    const p = with_({ ...far, c1: [3, 0.5], gamma: 1.1, mu: 0.6, token: [3.8, 1.2], sigma: 0.9 })
    const f = quadratic(0.9, 0, 0.2)
    const places = trace(heavyBall, f, [0.8, 0.7], { rate: 1.1, beta: 0.6 }, 40)
    const s = model.init(p)
    for (const [x, y] of places) {
      expect(s.momentum.asked[0]).toBe(1)
      expect(Math.abs(s.momentum.at[0]! - 3 - x)).toBeLessThan(1e-13)
      expect(Math.abs(s.momentum.at[1]! - 0.5 - y)).toBeLessThan(1e-13)
      model.step(s, p)
    }
  })

  it('7: settles so in any of five clouds', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const over = stateAt(with_({ seed }), 40)
      expect(settledShare(over.smoe)).toBeLessThanOrEqual(0.02)
      expect(settledShare(over.momentum)).toBeGreaterThanOrEqual(0.95)
      const calm = stateAt(with_({ seed, gamma: 1 }), 40)
      expect(settledShare(calm.smoe)).toBeGreaterThanOrEqual(0.97)
      expect(settledShare(calm.momentum)).toBeGreaterThanOrEqual(0.97)
    }
  })

  it('8: a token rests where the weighted slopes of those asked cancel', () => {
    for (const top of [1, 2, 3, 4]) {
      const p = with_({ gamma: 1, top })
      const s = stateAt(p, 300)
      for (const name of ['smoe', 'momentum'] as const) {
        expect(tokenSlope(s[name])).toBeLessThan(1e-6)
        const { parts } = model.frame(s, p).moves[name]
        expect(parts).toHaveLength(top)
        for (const axis of [0, 1] as const) expect(Math.abs(parts.reduce((sum, { by }) => sum + by[axis], 0))).toBeLessThan(1e-6)
        if (top > 1) expect(Math.max(...parts.map(({ by: [x, y] }) => Math.hypot(x, y)))).toBeGreaterThan(0.01) // no region is empty
      }
    }
  })

  it('shows the move that comes', () => {
    for (const changes of [{}, { top: 2, gamma: 1 }, { top: 4, mu: 0.9 }] as const) {
      const p = with_(changes)
      const s = stateAt(p, 5)
      const { moves } = model.frame(s, p)
      model.step(s, p)
      for (const name of ['smoe', 'momentum'] as const) {
        const { from, parts, memory } = moves[name]
        for (const axis of [0, 1] as const)
          expect(from[axis] + memory[axis] + parts.reduce((sum, { by }) => sum + by[axis], 0)).toBeCloseTo(s[name].at[axis]!, 12)
      }
    }
  })

  it('asks k experts of each token, and counts who is asked', () => {
    for (const top of [1, 2, 3, 4]) {
      const p = with_({ top })
      const { loads } = model.frame(stateAt(p, 3), p)
      for (const method of METHODS) expect(loads[method].reduce((sum, share) => sum + share, 0)).toBeCloseTo(top, 12)
    }
    expect(model.frame(stateAt(with_({}), 40), with_({})).loads.smoe[3]).toBe(0) // lies between the others
  })

  it('has the same noise in all methods, and in twins', () => {
    const p = with_({ noise: 0.5, share: 1, push: 0.5, mu: 0 })
    const s = stateAt(p, 7)
    expect([...s.momentum.at]).toEqual([...s.smoe.at])
    const still = stateAt(with_({ noise: 0.5, share: 1, push: 1e-9, gamma: 1 }), 20)
    expect(elsewhereShare(still.momentum, still.pushed)).toBeLessThan(0.02)
  })

  it('moves a token by noise of the wished size', () => {
    const p = with_({ noise: 0.4, gamma: 3 })
    const quiet = with_({ gamma: 3 })
    const [loud, silent] = [stateAt(p, 1).smoe.at, stateAt(quiet, 1).smoe.at]
    const squares = loud.reduce((sum, x, k) => sum + (x - silent[k]!) ** 2, 0) / loud.length
    expect(Math.abs(Math.sqrt(squares) / 0.4 - 1)).toBeLessThan(0.12) // of 302 numbers
  })

  it('pushes as many tokens as it says, and by so much', () => {
    const p = with_({ share: 0.2, push: 5 })
    const s = model.init(p)
    expect(s.pushed).toBe(30)
    const plain = model.init(with_({})).smoe.at
    for (let i = 0; i < 150; i++) {
      const [dx, dy] = [0, 1].map((axis) => s.smoe.at[2 * (1 + i) + axis]! - plain[2 * (1 + i) + axis]!) as [number, number]
      expect(Math.hypot(dx, dy)).toBeCloseTo(i < 30 ? 5 : 0, 12)
    }
  })

  it('stays finite at the corners', () => {
    for (const mu of [0, 0.99])
      for (const gamma of [0.01, 8])
        for (const adamLayers of ['first', 'all'] as const)
          for (const kappa of [0, 1])
            expect(
              noPlace(stateAt(with_({ mu, gamma, sigma: 2, top: 4, noise: 1, adamLayers, kappa, share: 1, push: 5 }), 120)),
            ).toBe(false)
  })

  it('sends tokens to four corners by the released first layer of Adam, wherever there is a slope', () => {
    const p = with_(presets.adam.params)
    const { slope } = stateAt(p, 0).adam
    const { at } = stateAt(p, 1).adam
    for (const [k, g] of slope.entries())
      if (Math.abs(g) > 0.1) expect(Math.abs(at[k]! + Math.sign(g) * Math.sqrt(10))).toBeLessThan(0.002)
  })
})

describe('one expert', () => {
  const leftAfter = (a: number, mu: number) => {
    const line = Float64Array.of(1, 0, 1, 0)
    for (let layer = 0; layer < 500; layer++) stepLine(line, a, mu, 0)
    return Math.abs(line[2]!)
  }
  it('4: settles just below γσ = 2 + 2μ, and flies off just above it', () => {
    for (const mu of [0, 0.3, 0.5, 0.7, 0.9]) {
      expect(leftAfter(2 + 2 * mu - 0.01, mu)).toBeLessThan(1)
      expect(leftAfter(2 + 2 * mu + 0.01, mu)).toBeGreaterThan(1)
    }
  })

  it('5: has the variance of the formula, measured over 400,000 layers', () => {
    for (const [a, mu, wanted] of [
      [1.8, 0, 2.7778],
      [1.8, 0.7, 1.9676],
      [0.5, 0.7, 3.908],
      [3, 0.7, 4.7222],
    ] as const) {
      expect(Math.abs(variances(a, mu, 400_000)[1] / wanted - 1)).toBeLessThan(0.02)
    }
  })
})

describe('experts that learn', () => {
  const trained = (changes: Partial<Params>) => {
    const work = train(with_({ tab: 'train', ...changes }))
    let next = work.next()
    while (!next.done) next = work.next()
    return next.value
  }
  it('learn, and without memory do the same as SMoE', () => {
    const { smoe, momentum, pushed } = trained({ top: 2, mu: 0 })
    expect(momentum).toEqual(smoe)
    expect(smoe.at(-1)).toBeLessThan(smoe[0]! / 100)
    expect(pushed!.momentum).toEqual(pushed!.smoe)
    expect(pushed!.smoe[0]).toBe(smoe.at(-1))
  }, 20_000)

  it('are judged between two pushes by a straight line', () => {
    const errors = PUSHES.map((push) => 3 * push + 1)
    for (const push of [0, 0.1, 0.25, 1.7, 5]) expect(errorAt(errors, push)).toBeCloseTo(3 * push + 1, 12)
  })
})
