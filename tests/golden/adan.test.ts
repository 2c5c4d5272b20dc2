import { expect } from 'vitest'
import { defaultsOf, merge, type Point } from '@/contract'
import { ADAM, ADAN, adam, adan, clip } from '@/domains/optim/adaptive'
import { beale, type Objective, quadratic, rosenbrock } from '@/domains/optim/objectives'
import { heavyBall, nesterov, nesterovEstimate, startMemory, type Tuned, tuned } from '@/domains/optim/rules'
import { model, type Params, params, type State } from '~demos/adan/model'
import { RATES } from '~demos/adan/params'
import { measuredAt } from '~demos/adan/twins'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

interface OfficialCase {
  kw: {
    lr: number
    betas?: [number, number, number]
    weight_decay?: number
    no_prox?: boolean
    max_grad_norm?: number
    eps?: number
  }
  theta: number[][]
}
interface RunCase {
  function: 'rosen' | 'beale' | 'quad'
  start: [number, number]
  optimizer: 'adan' | 'adam' | 'hb' | 'nesterov'
  lr: number
  options: Record<string, never>
  /** first_K: places after 0 to K steps; at_K: the place after K; f_at_K: f there. */
  [key: `first_${number}` | `at_${number}`]: unknown
  [key: `f_at_${number}`]: number
}
interface IdentityCase {
  lr: number
  beta1_paper_form: number
  start: [number, number]
  points: Point[]
  max_difference: number
}

const IDENTITY_STEPS = 40 // of the largest difference
const surfaces: Record<RunCase['function'], Objective> = { rosen: rosenbrock, beale, quad: quadratic(1, 0, 100) }
const named: Record<RunCase['function'], Params['surface']> = { rosen: 'rosenbrock', beale: 'beale', quad: 'valley' }
const methods = { adan: 'adan', adam: 'adam', hb: 'ball', nesterov: 'nesterov' } as const
const rules: Record<RunCase['optimizer'], (rate: number) => Tuned> = {
  adan: (rate) => tuned(adan, { ...ADAN, rate }),
  adam: (rate) => tuned(adam, { ...ADAM, rate }),
  hb: (rate) => tuned(heavyBall, { rate, beta: 0.9 }),
  nesterov: (rate) => tuned(nesterov, { rate, beta: 0.9 }),
}
const relative = (golden: Golden) => numbersIn(golden.constant<string>('tolerance'))[0]!
/** Relative to the place, because a coordinate may be almost 0. */
const nearPlace = (actual: ArrayLike<number>, expected: ArrayLike<number>, rel: number, what: string) =>
  expectNear(Array.from(actual), Array.from(expected), { abs: rel * Math.hypot(...Array.from(expected)) }, what)

/** Places after 0, 1, … `steps` steps of a rule. */
function placesOf(f: Objective, start: ArrayLike<number>, one: Tuned, steps: number): Float64Array[] {
  const [at, memory, place, gradient] = [
    Float64Array.from(start),
    startMemory(one.rule, 2),
    new Float64Array(2),
    new Float64Array(2),
  ]
  const places = [at.slice()]
  for (let k = 0; k < steps; k++) {
    one.place(at, memory, place)
    f.gradient(place[0]!, place[1]!, gradient)
    one.step(at, gradient, memory)
    places.push(at.slice())
  }
  return places
}

/** States 0 to `steps` of the demo's own run. */
function statesOf(wanted: Partial<Params>, steps: number): [Params, State[]] {
  const p = merge(params, defaultsOf(params), wanted)
  const s = model.init(p)
  const states = [structuredClone(s)]
  for (let k = 0; k < steps; k++) {
    model.step(s, p)
    states.push(structuredClone(s))
  }
  return [p, states]
}

testGolden('adan', {
  constants: ['how', 'tolerance', 'W0', 'grads'],
  tolerances: { others: 1e-9 },
  sections: {
    official(content, golden) {
      const rel = relative(golden)
      for (const [index, { kw, theta }] of casesOf<OfficialCase>(content))
        it(`${index}: ${JSON.stringify(kw)}`, () => {
          const weights = Float64Array.from(golden.constant<number[]>('W0'))
          const [beta1, beta2, beta3] = kw.betas ?? [ADAN.beta1, ADAN.beta2, ADAN.beta3]
          const epsilon = kw.eps ?? ADAN.epsilon
          const settings = {
            ...{ rate: kw.lr, beta1, beta2, beta3, epsilon, decay: kw.weight_decay ?? 0 },
            proximal: !kw.no_prox,
            difference: true,
          }
          const memory = startMemory(adan, weights.length)
          const grads = golden.constant<number[][]>('grads')
          expect(theta).toHaveLength(grads.length)
          for (const [k, listed] of grads.entries()) {
            const gradient = Float64Array.from(listed)
            clip(gradient, kw.max_grad_norm ?? 0, epsilon)
            adan.step(weights, gradient, memory, settings)
            expectNear(Array.from(weights), theta[k], { rel }, `θ after ${k + 1} steps`)
          }
        })
    },

    runs(content, golden) {
      const rel = relative(golden)
      for (const [index, one] of casesOf<RunCase>(content)) {
        const f = surfaces[one.function]
        const name = `${index}: ${one.optimizer} on ${one.function}, η = ${one.lr}`
        const steps = Math.max(...Object.keys(one).map((key) => Number(/_(\d+)$/.exec(key)?.[1] ?? 0)))
        const check = (places: ArrayLike<number>[]) => {
          expect(one.options).toEqual({})
          for (const [key, expected] of Object.entries(one)) {
            const [, what, count] = /^(first|at|f_at)_(\d+)$/.exec(key) ?? []
            const place = places[Number(count)]!
            if (what === 'first')
              for (const [k, at] of (expected as Point[]).entries()) nearPlace(places[k]!, at, rel, `after ${k} steps`)
            else if (what === 'at') nearPlace(place, expected as Point, rel, key)
            else if (what === 'f_at') expectNear(f.value(place[0]!, place[1]!), expected, { rel }, key)
          }
        }
        it(name, () => check(placesOf(f, one.start, rules[one.optimizer](one.lr), steps)))
        it(`${name}, as the demo runs it`, () => {
          const method = methods[one.optimizer]
          const wanted = { surface: named[one.function], start: one.start, [RATES[method]]: one.lr }
          const [, states] = statesOf(wanted, steps)
          check(states.map(({ race }) => race![method].at))
        })
      }
    },

    nme_identity(content, golden) {
      const rel = relative(golden)
      for (const [, one] of casesOf<IdentityCase>(content, (c) => 'points' in c)) {
        const mu = 1 - one.beta1_paper_form
        it('the rule with the change of the gradient', () => {
          const places = placesOf(rosenbrock, one.start, tuned(nesterovEstimate, { rate: one.lr, beta: mu }), one.points.length)
          for (const [k, place] of one.points.entries()) nearPlace(places[k]!, place, rel, `after ${k} steps`)
        })
        it('where Nesterov measures, as the demo runs it', () => {
          const [p, states] = statesOf({ tab: 'same', start: one.start, etaNesterov: one.lr, mu }, IDENTITY_STEPS)
          for (const [k, place] of one.points.entries())
            nearPlace(measuredAt(states[k]!.twins!, p), place, rel, `after ${k} steps`)
          // of the same size as theirs: rounding differs between programs
          expect(states.at(-1)!.twins!.apart).toBeLessThan(10 * one.max_difference)
          expect(states.at(-1)!.twins!.apart).toBeGreaterThan(0)
        })
      }
    },
  },
  unread: { 'nme_identity.max_difference': 'rounding of another program; ours is held to its size, within a factor of ten' },
})
