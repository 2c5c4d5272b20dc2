import { expect } from 'vitest'
import { defaultsOf, merge, sameValue } from '@/contract'
import { bestDescent, bestHeavyBall, rate, worstRate } from '@/domains/optim/heavyBallTheory'
import { piecewise, quadratic } from '@/domains/optim/objectives'
import { gradientDescent, heavyBall, type MomentumSettings, nesterov, type Rule } from '@/domains/optim/rules'
import { trace } from '@/domains/optim/walk'
import { signChanges } from '@/numerics/statistics'
import { model, params } from '~demos/heavy-ball/model'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Place = [x: number, y: number]
type Matrix = [[number, number], [number, number]]

/** "1e-10 relative for trajectories, 1e-10 absolute for rates (1e-6 at exact double roots)". */
function tolerances(golden: Golden) {
  const [relative, absolute, doubleRoot] = numbersIn(golden.constant<string>('tolerance')) as [number, number, number]
  return { relative, absolute, doubleRoot }
}

const rules: Record<string, Rule<MomentumSettings>> = { heavy_ball: heavyBall, nesterov, gradient_descent: gradientDescent }
const runners = { heavy_ball: 'ball', nesterov: 'nesterov', gradient_descent: 'descent' } as const

/** Places of one method in the demo's own run, until it diverges; null if the demo does not offer this valley or these values. */
function demoPath(
  method: keyof typeof runners,
  hessian: Matrix,
  start: Place,
  alpha: number,
  beta: number,
  steps: number,
): Place[] | null {
  const [[a, b], [, kappa]] = hessian
  const wanted = { kappa, phi: 0, alpha, beta, start }
  const p = merge(params, defaultsOf(params), wanted)
  const isOffered = Object.entries(wanted).every(([key, value]) => sameValue(p[key as keyof typeof wanted], value))
  if (a !== 1 || b !== 0 || !isOffered) return null
  const state = model.init(p)
  const path: Place[] = [[...start]]
  for (let k = 0; k < steps; k++) {
    model.step(state, p)
    const { at, lost } = state[runners[method]]
    if (lost >= 0) break
    path.push([at[0]!, at[1]!])
  }
  return path
}

/** Relative to the state, which is two neighbouring places: one of them, or a part of it, may be 0 up to rounding. */
function expectPath(
  actual: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  relative: number,
  what: string,
): void {
  expect(actual.length, what).toBe(expected.length)
  for (const [k, place] of expected.entries()) {
    const size = Math.max(Math.hypot(...place), Math.hypot(...(expected[k - 1] ?? [])))
    expectNear(actual[k], place, { abs: relative * size }, `${what} at step ${k}`)
  }
}

interface SpectralCase {
  alpha_lambda: number
  beta: number
  rate: number
  closed_form: number
}
interface OptimalCase {
  kappa: number
  lambda_min: number
  lambda_max: number
  alpha_star: number
  beta_star: number
  hb_rate: number
  gd_alpha: number
  gd_rate: number
  hb_rate_numeric: number
  gd_rate_numeric: number
}

testGolden('heavy-ball', {
  constants: ['how', 'tolerance', 'hessian'],
  tolerances: { others: 1e-10 },
  unread: {
    'spectral_radius.*.alpha_lambda': 'inside the wedge the rate is √β, whatever the step size; outside its changes are noticed',
    'trajectories.3.nesterov.*.0': 'beside a coordinate that flies off, of which it is less than a 1e-10',
  },
  sections: {
    spectral_radius(content, golden) {
      const { absolute, doubleRoot } = tolerances(golden)
      for (const [name, { alpha_lambda: a, beta, rate: numeric, closed_form }] of casesOf<SpectralCase>(content)) {
        const isDouble = Math.abs((1 + beta - a) ** 2 - 4 * beta) < 1e-12
        it(`${name}: αλ = ${a}, β = ${beta}`, () => {
          const abs = isDouble ? doubleRoot : absolute
          expectNear(rate(a, beta), numeric, { abs }, 'numeric rate')
          expectNear(rate(a, beta), closed_form, { abs }, 'closed form')
        })
      }
    },

    trajectories(content, golden) {
      const { relative } = tolerances(golden)
      const hessian = golden.constant<Matrix>('hessian')
      const [[a, b], [b2, c]] = hessian
      expect(b2, 'the Hessian is symmetric').toBe(b)
      for (const [name, run] of casesOf<{ alpha: number; beta: number; w0: [number, number] } & Record<string, Place[]>>(
        content,
      )) {
        const { alpha, beta, w0 } = run
        for (const [method, rule] of Object.entries(rules)) {
          const path = run[method]
          if (path === undefined) continue
          it(`${name}: ${method}, α = ${alpha}, β = ${beta}`, () => {
            expectPath(trace(rule, quadratic(a, b, c), w0, { rate: alpha, beta }, path.length - 1), path, relative, 'rule')
            const shown = demoPath(method as keyof typeof runners, hessian, w0, alpha, beta, path.length - 1)
            if (shown === null) return void golden.notOffered.push(`${method}, α = ${alpha}, β = ${beta}`)
            expectPath(shown, path.slice(0, shown.length), relative, 'demo')
            if (shown.length < path.length) expect(Math.hypot(...path[shown.length]!)).toBeGreaterThan(1e6)
          })
        }
      }
    },

    optimal(content, golden) {
      const { absolute, doubleRoot } = tolerances(golden)
      for (const [name, one] of casesOf<OptimalCase>(content)) {
        const ends = [one.lambda_min, one.lambda_max] as const
        it(`${name}: curvatures ${ends[0]} to ${ends[1]}`, () => {
          expectNear(one.lambda_max / one.lambda_min, one.kappa, { rel: absolute }, 'condition')
          const ball = bestHeavyBall(...ends)
          const descent = bestDescent(...ends)
          expectNear(ball, { alpha: one.alpha_star, beta: one.beta_star, rate: one.hb_rate }, { abs: absolute }, 'heavy ball')
          expectNear(descent, { alpha: one.gd_alpha, rate: one.gd_rate }, { abs: absolute }, 'gradient descent')
          expectNear(worstRate(ball.alpha, ball.beta, ends), one.hb_rate_numeric, { abs: doubleRoot }, 'heavy ball at both ends')
          expectNear(worstRate(descent.alpha, 0, ends), one.gd_rate_numeric, { abs: absolute }, 'gradient descent at both ends')
        })
      }
    },

    scalar_response_from_rest(content, golden) {
      const { relative } = tolerances(golden)
      const line = quadratic(1, 0, 1)
      for (const [name, one] of casesOf<
        { al_lambda: number; beta: number; w: number[]; max_overshoot: number } & Record<string, number>
      >(content)) {
        const crossings = Object.keys(one).find((key) => key.startsWith('zero_crossings_in_'))
        const places = crossings === undefined ? 200 : numbersIn(crossings)[0]!
        const response = trace(
          heavyBall,
          line,
          [one.w[0]!, 0],
          { rate: one.al_lambda, beta: one.beta },
          Math.max(places, one.w.length),
        ).map(([x]) => x)
        it(`${name}: αλ = ${one.al_lambda}, β = ${one.beta}`, () => {
          expectPath(
            response.slice(0, one.w.length).map((w) => [w]),
            one.w.map((w) => [w]),
            relative,
            'response',
          )
          const shown = response.slice(0, places) // w_0 to w_199 where 200 are named
          if (crossings !== undefined) expect(signChanges(shown)).toBe(one[crossings])
          expectNear(-Math.min(...shown), one.max_overshoot, { rel: relative }, 'overshoot')
        })
      }
    },

    limit_cycle_counterexample(content, golden) {
      const { relative } = tolerances(golden)
      const STEPS = 300 // card: after 300 steps
      const isCase = (one: object) => 'alpha' in one
      for (const [name, one] of casesOf<{ alpha: number; beta: number; w0: number } & Record<string, number | number[]>>(
        content,
        isCase,
      )) {
        const orbit = (start: number) =>
          trace(heavyBall, piecewise, [start, 1], { rate: one.alpha, beta: one.beta }, STEPS).map(([x]) => x)
        for (const [key, expected] of Object.entries(one)) {
          if (/^first_\d+$/.test(key)) {
            const first = expected as number[]
            it(`${name}: ${key}`, () => expectNear(orbit(one.w0).slice(0, first.length), first, { rel: relative }))
          } else if (/^last_\d+$/.test(key)) {
            const last = expected as number[]
            it(`${name}: ${key}`, () => expectNear(orbit(one.w0).slice(-last.length), last, { rel: relative }))
          } else if (/^from_.+_last$/.test(key)) {
            const start = Number(key.split('_')[1])
            it(`${name}: ${key}`, () => expectNear(orbit(start).at(-1), expected, { rel: relative }))
          }
        }
      }
    },
  },
})
