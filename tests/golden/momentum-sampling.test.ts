import { expect } from 'vitest'
import { errorOfDecay } from '@/domains/diffusion/convergence'
import { denoiser, setSigma } from '@/domains/diffusion/mixture'
import { type Family, type Rule, startMultistep, stepMultistep } from '@/domains/diffusion/multistep'
import { guide, predict } from '@/domains/diffusion/predict'
import { flow, guidedNoise } from '@/domains/diffusion/probabilityFlow'
import { evenTimeGrid, scaledLinearSigmas } from '@/domains/diffusion/schedule'
import { pencilOf } from '@/domains/diffusion/stability'
import { largestModulus, roots } from '@/numerics/polynomial'
import { pencilAt } from '@/numerics/rootConditionPencil'
import { realLeftEnd } from '@/numerics/rootConditionRegion'
import { casesOf, expectNear, type Golden, it, numbersIn, testGolden } from './load'

type Place = number[]
interface Mixture {
  mu: Place[]
  s: number[]
  w: number[]
  class_components: number[]
  guidance: number
}
interface RuleOf {
  family: Family
  order: number
  beta: number
}
interface Trajectory extends RuleOf {
  final?: Place[]
  trajectory_first_point?: Place[]
}
interface EpsSample {
  x: Place
  sigma: number
  eps: Place
}
interface Stability extends RuleOf {
  real_left_endpoint?: number
  max_root_modulus?: [re: number, im: number, modulus: number][]
}
interface Linear extends RuleOf {
  z: [re: number, im: number]
  x_re_im: Place[]
}
interface Convergence extends RuleOf {
  N: number[]
  abs_error?: number[]
  measured_order?: number[]
}

const SAME_ERROR = 5e-9 // the file gives no tolerance for the errors
const ROUNDING = 1e-15 // of e^-1, whose error they are
function ruleOf({ family, order, beta }: RuleOf): Rule {
  if (family === 'AB') expect(beta, 'AB has no momentum').toBe(1)
  return { family, order, beta }
}
const nameOf = ({ family, order, beta }: RuleOf) => `${family}${order}, β = ${beta}`
const tolerance = (golden: Golden, name: string) => numbersIn(String(golden.constant<Record<string, unknown>>('tolerance')[name]))

/** "1e-9 relative (1e-6 relative for points whose norm exceeds 10)". */
function expectPlaces(golden: Golden, actual: ArrayLike<number>, expected: readonly Place[]) {
  const [relative, far, bound] = tolerance(golden, 'trajectories') as [number, number, number]
  expect(actual.length).toBe(expected.flat().length)
  const dim = expected[0]!.length
  for (const [p, place] of expected.entries()) {
    const norm = Math.hypot(...place)
    expectNear(
      Array.from(actual).slice(p * dim, (p + 1) * dim),
      place,
      { abs: (norm > bound ? far : relative) * norm },
      `place ${p}`,
    )
  }
}

/** The guided scene of the file: denoiser of the noise, guidance, noise levels, start. */
function scene(golden: Golden) {
  const { mu, s, w, class_components, guidance } = golden.constant<Mixture>('mixture')
  const dim = mu[0]!.length
  const mixture = {
    dim,
    means: Float64Array.from(mu.flat()),
    stds: Float64Array.from(s),
    weights: Float64Array.from(w),
    classes: Int32Array.from(s, (_, k) => (class_components.includes(k) ? 1 : 0)),
  }
  const sigmas = golden.constant<number[]>('sigmas')
  return { dim, d: denoiser(mixture, 'noise', 1), guidance, sigmas, x0: Float64Array.from(golden.constant<Place[]>('x0').flat()) }
}

testGolden('momentum-sampling', {
  constants: ['how', 'tolerance', 'eps_definition', 'mixture', 'sigma_rule', 'x0'],
  tolerances: { stability: 1e-6, convergence_orders_exact_history: 0.15, others: 1e-9 },
  unread: {
    'stability.*.max_root_modulus.3.1': 'the places on the real axis: the modulus is the same on both sides',
    'stability.*.max_root_modulus.3.0': 'between complex roots the modulus does not depend on a real z',
  },
  sections: {
    sigmas: (content, golden) => {
      const sigmas = content as number[]
      it('follow the rule', () => {
        // "scaled-linear beta from 0.00085 to 0.012 (sqrt-linear), 1000 train steps, …"
        const [first, last, levels] = numbersIn(golden.constant<string>('sigma_rule'))
        const [relative] = tolerance(golden, 'trajectories')
        expectNear(evenTimeGrid(sigmas.length - 1, scaledLinearSigmas(levels, first, last)), sigmas, { rel: relative })
      })
    },

    runs: (content, golden) => {
      for (const [index, run] of casesOf<Trajectory>(content)) {
        it(`${index}: ${nameOf(run)}`, () => {
          const { dim, d, guidance, sigmas, x0 } = scene(golden)
          const state = startMultistep(ruleOf(run), x0.slice())
          const cond = new Float64Array(x0.length)
          const path = [...state.x.subarray(0, dim)]
          for (let i = 0; i + 1 < sigmas.length; i++) {
            guidedNoise(d, guidance, sigmas[i]!, state.x, cond, state.slope)
            stepMultistep(state, ruleOf(run), sigmas[i + 1]! - sigmas[i]!)
            path.push(...state.x.subarray(0, dim))
          }
          if (run.final) expectPlaces(golden, state.x, run.final)
          if (run.trajectory_first_point) expectPlaces(golden, path, run.trajectory_first_point)
        })
      }
    },

    reference_rk4_at_last_positive_sigma: (content, golden) => {
      it('is where the exact paths end', () => {
        const { d, guidance, sigmas, x0 } = scene(golden)
        const x = x0.slice()
        for (const _ of flow(d, guidance, x, sigmas[0]!, sigmas.at(-2)!, 4000));
        expectPlaces(golden, x, content as Place[])
      })
    },

    eps_samples: (content, golden) => {
      for (const [index, { x, sigma, eps }] of casesOf<EpsSample>(content)) {
        it(`${index}: σ = ${sigma}`, () => {
          const { dim, d, guidance } = scene(golden)
          setSigma(d, sigma)
          const [cond, all] = [new Float64Array(dim), new Float64Array(dim)]
          predict(d, Float64Array.from(x), 0, cond, all)
          guide(guidance, cond, all, 0, dim, all)
          expectPlaces(golden, all, [eps])
        })
      }
    },

    stability: (content, golden) => {
      for (const [index, entry] of casesOf<Stability>(content)) {
        it(`${index}: ${nameOf(entry)}`, () => {
          const [abs] = tolerance(golden, 'stability')
          const pencil = pencilOf(ruleOf(entry))
          const polynomial = new Float64Array(2 * pencil.degree + 2)
          const found = new Float64Array(2 * pencil.degree)
          if (entry.real_left_endpoint !== undefined) expectNear(-realLeftEnd(pencil), entry.real_left_endpoint, { abs })
          for (const [re, im, modulus] of entry.max_root_modulus ?? []) {
            pencilAt(pencil, re, im, polynomial)
            roots(polynomial, pencil.degree, found)
            expectNear(largestModulus(found, pencil.degree), modulus, { abs })
          }
        })
      }
    },

    linear_test_trajectories: (content, golden) => {
      for (const [index, entry] of casesOf<Linear>(content)) {
        it(`${index}: ${nameOf(entry)}, z = ${entry.z.join(' + i ')}`, () => {
          const [re, im] = entry.z
          const state = startMultistep(ruleOf(entry), Float64Array.from(entry.x_re_im[0]!))
          const path = [...state.x]
          while (path.length < 2 * entry.x_re_im.length) {
            const [a, b] = [state.x[0]!, state.x[1]!]
            state.slope[0] = re * a - im * b
            state.slope[1] = re * b + im * a
            stepMultistep(state, ruleOf(entry), 1)
            path.push(...state.x)
          }
          expectPlaces(golden, path, entry.x_re_im)
        })
      }
    },

    convergence_orders_exact_history: (content, golden) => {
      for (const [index, entry] of casesOf<Convergence>(content)) {
        it(`${index}: ${nameOf(entry)}`, () => {
          const [abs] = tolerance(golden, 'orders')
          const errors = entry.N.map((steps) => errorOfDecay(ruleOf(entry), steps))
          const orders = errors.slice(1).map((error, k) => Math.log(errors[k]! / error) / Math.log(entry.N[k + 1]! / entry.N[k]!))
          if (entry.measured_order) expectNear(orders, entry.measured_order, { abs })
          if (entry.abs_error) expectNear(errors, entry.abs_error, { rel: SAME_ERROR, abs: ROUNDING })
        })
      }
    },
  },
})
