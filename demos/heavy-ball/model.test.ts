// Numbers refer to the list "Must hold" of the method; 8, the golden trajectories, is in tests/golden.
import { describe, expect, it } from 'vitest'
import { defaultsOf, merge } from '@/contract'
import { bestDescent, bestHeavyBall, rate, roots, wedge, worstRate } from '@/domains/optim/heavyBallTheory'
import { quadratic } from '@/domains/optim/objectives'
import { heavyBall, type MomentumSettings, type Rule } from '@/domains/optim/rules'
import { trace } from '@/domains/optim/walk'
import { signChanges } from '@/numerics/statistics'
import { errorsOf, type Method, model, type Params, params, type State } from './model'

const with_ = (changes: Partial<Params>): Params => merge(params, defaultsOf(params), changes)

/** States 0 to `steps` of the demo's run. */
function statesOf(changes: Partial<Params>, steps: number): State[] {
  const p = with_(changes)
  const state = model.init(p)
  const states = [structuredClone(state)]
  for (let k = 0; k < steps; k++) {
    model.step(state, p)
    states.push(structuredClone(state))
  }
  return states
}
const METHODS: readonly Method[] = ['descent', 'ball', 'nesterov']

/** Spectral radius of [[1 + β - a, -β], [1, 0]] as lim ‖Mⁿ‖^(1/n), by squaring 40 times, without computing a root. Not for double roots. */
function companionRate(a: number, beta: number): number {
  let [p, q, r, s] = [1 + beta - a, -beta, 1, 0]
  let log = 0
  for (let k = 0; k <= 40; k++) {
    const norm = Math.max(Math.abs(p), Math.abs(q), Math.abs(r), Math.abs(s))
    if (norm === 0) return 0
    log += Math.log(norm) / 2 ** k
    p /= norm
    q /= norm
    r /= norm
    s /= norm
    ;[p, q, r, s] = [p * p + q * r, q * (p + s), r * (p + s), q * r + s * s]
  }
  return Math.exp(log)
}

describe('theory', () => {
  it('1: has the rates of five places', () => {
    const places = [
      [0.5, 0, 0.5],
      [1.9, 0, 0.9],
      [2.1, 0, 1.1],
      [1, 0.5, Math.sqrt(0.5)],
      [3.3, 0.6, 1.2],
    ] as const
    for (const [a, beta, expected] of places) expect(Math.abs(rate(a, beta) - expected)).toBeLessThan(1e-12)
  })

  it('2: equals the spectral radius of the companion matrix on a 200 × 200 grid, and is stable between the fences', () => {
    let worst = 0
    for (let i = 0; i < 200; i++) {
      for (let j = 0; j < 200; j++) {
        const a = -0.2 + (4.6 * (i + 0.5)) / 200
        const beta = (1.2 * (j + 0.3)) / 200
        worst = Math.max(worst, Math.abs(rate(a, beta) - companionRate(a, beta)))
        if (rate(a, beta) < 1 !== (a > 0 && a < 2 + 2 * beta && beta < 1)) expect.fail(`a = ${a}, β = ${beta}`)
      }
    }
    expect(worst).toBeLessThan(1e-11)
    // At a double root the squares cancel completely; there the rate is √β from both sides.
    for (const beta of [0.01, 0.25, 0.64, 0.9025]) {
      for (const edge of wedge(beta)) expect(Math.abs(rate(edge, beta) - Math.sqrt(beta))).toBeLessThan(1e-7)
    }
  })

  it('3: is √β in the wedge; the roots have product β and sum 1 + β - a everywhere', () => {
    let [inWedge, sums, products] = [0, 0, 0]
    for (let beta = 0.005; beta < 1; beta += 0.01) {
      const [from, to] = wedge(beta)
      for (let a = 0.01; a < 4.3; a += 0.05) {
        if (a > from && a < to) inWedge = Math.max(inWedge, Math.abs(rate(a, beta) - Math.sqrt(beta)))
        const [[p, q], [r, s]] = roots(a, beta)
        sums = Math.max(sums, Math.hypot(p + r - (1 + beta - a), q + s))
        products = Math.max(products, Math.hypot(p * r - q * s - beta, p * s + q * r))
      }
    }
    expect(inWedge).toBeLessThan(1e-12)
    expect(sums).toBeLessThan(1e-12)
    expect(products).toBeLessThan(1e-12)
  })

  it('4: has the best tunings for κ = 100 and κ = 10', () => {
    const best = bestHeavyBall(1, 100)
    expect(best.alpha).toBeCloseTo(0.0330578512, 10)
    expect(best.beta).toBeCloseTo(0.6694214876, 10)
    for (const curvature of [1, 100]) expect(Math.abs(rate(best.alpha * curvature, best.beta) - 0.8181818)).toBeLessThan(1e-6)
    expect(worstRate(bestDescent(1, 100).alpha, 0, [1, 100])).toBeCloseTo(0.980198, 7)
    expect(bestHeavyBall(1, 10).rate).toBeCloseTo(0.519494, 6)
    expect(bestDescent(1, 10).rate).toBeCloseTo(0.818182, 6)
  })
})

describe('the run in a straight valley', () => {
  it('5: without momentum all three are gradient descent, e_k = (1 - αλ)^k e_0', () => {
    for (const [k, s] of statesOf({ beta: 0, phi: 0, alpha: 0.15, start: [1.5, 1] }, 100).entries()) {
      for (const method of METHODS) {
        expect(Math.abs(s[method].at[0]! - 1.5 * 0.85 ** k)).toBeLessThan(1e-14)
        expect(Math.abs(s[method].at[1]! - (1 - 1.5) ** k)).toBeLessThan(1e-14)
      }
      expect(s.ball.at).toEqual(s.descent.at)
    }
  })

  /** w' = w - α ∇f(w) + β (w - w₋): heavy ball as Polyak wrote it. Memory: the last displacement. */
  const heavyBallTwoTerm: Rule<MomentumSettings> = {
    keeps: ['displacement'],
    step(weights, gradient, { kept: [d] }, { rate, beta }) {
      for (let i = 0; i < weights.length; i++) {
        const next = weights[i]! - rate * gradient[i]! + beta * d![i]!
        d![i] = next - weights[i]!
        weights[i] = next
      }
    },
  }

  it('6: the two-term form takes the same places', () => {
    for (const [alpha, beta] of [
      [0.02, 0.8],
      [0.02, 0.95],
      [0.2, 0.5],
      [0.033, 0.67],
    ] as const) {
      const f = quadratic(3.25, -3.9, 7.75)
      const two = trace(heavyBallTwoTerm, f, [1.5, 1], { rate: alpha, beta }, 100)
      const one = trace(heavyBall, f, [1.5, 1], { rate: alpha, beta }, 100)
      for (const [k, [x, y]] of one.entries()) {
        const size = Math.max(Math.hypot(x, y), Math.hypot(...(one[k - 1] ?? [0, 0])))
        expect(Math.hypot(two[k]![0] - x, two[k]![1] - y) / size).toBeLessThan(1e-13)
      }
    }
  })

  it('7: turning valley and start turns every place', () => {
    const turn = (37 * Math.PI) / 180
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    const upright = statesOf({ phi: 0, kappa: 40, start: [1.5, 1] }, 150)
    const turned = statesOf({ phi: 37, kappa: 40, start: [1.5 * cos - sin, 1.5 * sin + cos] }, 150)
    for (const [k, s] of upright.entries()) {
      for (const method of METHODS) {
        const [x, y] = s[method].at as unknown as [number, number]
        const other = turned[k]![method].at
        expect(Math.hypot(other[0]! - (x * cos - y * sin), other[1]! - (x * sin + y * cos))).toBeLessThan(1e-12)
      }
    }
  })

  it('7: each eigen-direction goes by itself, e″ = (1 + β - αλ) e′ - β e', () => {
    const p = with_({ phi: 64, kappa: 25, alpha: 0.05, beta: 0.7 })
    const states = statesOf(p, 150)
    for (const part of [0, 1] as const) {
      const a = p.alpha * [1, p.kappa][part]!
      const first = errorsOf(states[0]!, p)[part]
      const e = [first, (1 - a) * first]
      for (let k = 1; k < 150; k++) e.push((1 + p.beta - a) * e[k]! - p.beta * e[k - 1]!)
      for (const [k, s] of states.entries()) expect(Math.abs(errorsOf(s, p)[part] - e[k]!)).toBeLessThan(1e-12)
    }
  })

  it('10: a single direction from rest overshoots and crosses as often as it should', () => {
    // 200 places, w_0 to w_199; κ = 1 makes both directions alike
    const response = (alpha: number) =>
      statesOf({ kappa: 1, phi: 0, alpha, beta: 0.9, start: [1, 0] }, 199).map((s) => s.ball.at[0]!)
    expect(signChanges(response(0.02))).toBe(8)
    expect(-Math.min(...response(0.02))).toBeCloseTo(0.295055, 6)
    expect(signChanges(response(1))).toBe(68)
    expect(-Math.min(...response(1))).toBeCloseTo(0.9, 12)
  })
})

describe('on three pieces', () => {
  const tuned = { objective: 'piecewise', alpha: 1 / 9, beta: 4 / 9 } as const

  it('9: the ball from 3.3 ends in a cycle of three places, from 2 it arrives', () => {
    const cycle = [2592, 792, -2208].map((n) => n / 1225)
    const xs = statesOf({ ...tuned, start: [3.3, 1] }, 306).map((s) => s.ball.at[0]!)
    for (let k = 300; k <= 303; k++) {
      expect(Math.abs(xs[k]! - xs[k + 3]!)).toBeLessThan(1e-12)
      expect(Math.min(...cycle.map((place) => Math.abs(place - xs[k]!)))).toBeLessThan(1e-9)
    }
    for (const place of cycle) expect(Math.min(...xs.slice(300, 303).map((x) => Math.abs(place - x)))).toBeLessThan(1e-9)
    expect(Math.abs(statesOf({ ...tuned, start: [2, 1] }, 300)[300]!.ball.at[0]!)).toBeLessThan(1e-12)
  })

  it('gradient descent at its own best arrives from 3.3', () => {
    const { descent } = statesOf({ ...tuned, start: [3.3, 1], baselines: 'best' }, 300)[300]!
    expect(Math.hypot(...descent.at)).toBeLessThan(1e-9)
    expect(descent.arrived).toBeGreaterThan(0)
  })
})

describe('flying off and arriving', () => {
  const flip = { kappa: 1.001, alpha: 3.2, beta: 0.62 } // only the ball does not diverge

  it('leaves the lost where they were and lets the others go on', () => {
    const states = statesOf(flip, 150)
    const { lost } = states[150]!.descent
    expect(lost).toBeGreaterThan(0)
    expect(states[lost]!.descent).toEqual({ ...states[lost - 1]!.descent, ...states[150]!.descent })
    expect(Math.hypot(...states[150]!.descent.at)).toBeLessThan(1e6)
    expect(states[150]!.ball.arrived).toBeGreaterThan(0)
    expect(model.ended!(states[150]!, with_(flip))).toBeNull()
  })

  it('ends when all have flown off, and settles when the rest has come to rest', () => {
    const away = with_({ alpha: 3, kappa: 1000 })
    expect(model.ended!(statesOf(away, 10).at(-1)!, away)).toBe('diverged')
    const home = with_({ alpha: 0.1, beta: 0.5 })
    expect(model.ended!(statesOf(home, 20).at(-1)!, home)).toBeNull()
    expect(model.ended!(statesOf(home, 400).at(-1)!, home)).toBe('converged')
    const rest = with_({ ...flip })
    expect(model.ended!(statesOf(rest, 400).at(-1)!, rest)).toBe('converged')
  })

  it('counts an arrival from the step since which the distance has stayed small', () => {
    const states = statesOf({ alpha: 0.02, beta: 0.9, phi: 0 }, 400)
    const distance = states.map((s) => Math.hypot(s.ball.at[0]!, s.ball.at[1]!) / Math.hypot(1.5, 1))
    const lastOutside = distance.findLastIndex((d) => d > 1e-6)
    expect(states[400]!.ball.arrived).toBe(lastOutside + 1)
    expect(distance.findIndex((d) => d <= 1e-6)).toBeLessThan(lastOutside) // the first crossing of the mark would have been too early
  })
})
