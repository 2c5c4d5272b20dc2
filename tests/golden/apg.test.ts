import { expect } from 'vitest'
import { type Apg, apg } from '@/domains/diffusion/apg'
import { startApg, stepApg } from '@/domains/diffusion/apgSampler'
import { denoiser, type Prediction, setSigma } from '@/domains/diffusion/mixture'
import { predict } from '@/domains/diffusion/predict'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { fillEvenNormal } from '@/numerics/random'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Place = number[]
interface Mixture {
  mu: Place[]
  std: number[]
  weight: number[]
  cls: number[]
  target_class: number
}
interface Settings {
  name: string
  w: number
  beta: number | null
  eta: number
  r: number
}
interface GuidanceCase extends Settings {
  shape: number[]
  formulation: 'paper' | 'diffusers_default' | 'diffusers_original'
  steps: Record<'pred_cond' | 'pred_uncond' | 'momentum_avg' | 'rescaled' | 'parallel' | 'orthogonal' | 'guided', number[]>[]
}
interface DenoiserCase {
  sigma: number
  points: Place[]
  D_cond?: Place[]
  D_uncond?: Place[]
  score_cond?: Place[]
  class_posterior?: number[]
}
interface Trajectory extends Settings {
  N: number
  sigmas?: number[]
  path?: Place[][] | null // by particle, then step
  final?: Place[]
  par_norm?: number[][] | null // by step, then particle
  orth_norm?: number[][] | null
}
interface Ensemble extends Settings {
  N: number
  n: number
  mean_radius?: number
  std_radius?: number
  mean_class_posterior?: number
}

const settingsOf = ({ w, beta, eta, r }: Settings): Apg => ({ guidance: w, parallel: eta, radius: r, beta: beta ?? 0 })
const tolerance = (golden: Golden, name: string) => ({ abs: golden.constant<Record<string, number>>('tolerance')[name]! })
const rows = (flat: ArrayLike<number>, dim: number) =>
  Array.from({ length: flat.length / dim }, (_, p) => Array.from(flat).slice(p * dim, (p + 1) * dim))

function denoiserOf(golden: Golden, prediction: Prediction) {
  const { mu, std, weight, cls, target_class } = golden.constant<Mixture>('mixture')
  const mixture = {
    dim: mu[0]!.length,
    means: Float64Array.from(mu.flat()),
    stds: Float64Array.from(std),
    weights: Float64Array.from(weight),
    classes: Int32Array.from(cls),
  }
  return denoiser(mixture, prediction, target_class)
}

testGolden('apg', {
  constants: ['slug', 'how', 'tolerance', 'mixture', 'z', 'start', 'ensemble_start'],
  tolerances: { guidance_cases: 1e-12, denoiser_cases: 1e-9, trajectories: 1e-7, ensembles: 2e-3, others: 1e-7 },
  unread: {
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, k) => [`mixture.cls.${4 + k}`, 'classes that are not wanted are told apart by nothing']),
    ),
    'guidance_cases.7.w': 'without a difference there is nothing to push',
    'guidance_cases.7.beta': 'without a difference there is nothing to push',
    'guidance_cases.7.eta': 'without a difference there is nothing to push',
    'guidance_cases.7.r': 'without a difference there is nothing to push',
    'guidance_cases.8.eta': 'a prediction of 0 has no parallel part',
    'trajectories.0.beta': 'w = 1: nothing is pushed',
    'trajectories.0.eta': 'w = 1: nothing is pushed',
    'trajectories.0.r': 'w = 1: nothing is pushed',
    'ensembles.0.beta': 'w = 1: nothing is pushed',
    'ensembles.0.eta': 'w = 1: nothing is pushed',
    'ensembles.0.r': 'w = 1: nothing is pushed',
    'ensembles.4.w':
      'what is left of the push moves these statistics by less than their tolerance; the trajectories depend on it',
    'ensembles.6.w':
      'what is left of the push moves these statistics by less than their tolerance; the trajectories depend on it',
    'ensembles.6.beta':
      'what is left of the push moves these statistics by less than their tolerance; the trajectories depend on it',
    'ensembles.6.r':
      'what is left of the push moves these statistics by less than their tolerance; the trajectories depend on it',
  },
  sections: {
    guidance_cases: (content, golden) => {
      const forms = { paper: 'paper', diffusers_default: 'overAll', diffusers_original: 'overCond' } as const
      for (const [index, entry] of casesOf<GuidanceCase>(content)) {
        it(`${index}: ${entry.name}`, () => {
          const within = tolerance(golden, 'guidance_abs')
          const dim = entry.shape.reduce((product, length) => product * length, 1)
          expect(entry.steps[0]!.pred_cond.length).toBe(dim)
          const make = () => new Float64Array(dim)
          const [sum, out, parts] = [make(), make(), { along: make(), across: make() }]
          const settings = { ...settingsOf(entry), form: forms[entry.formulation] }
          for (const [k, step] of entry.steps.entries()) {
            apg(settings, Float64Array.from(step.pred_cond), Float64Array.from(step.pred_uncond), 0, dim, sum, out, parts)
            const rescaled = parts.along.map((v, i) => v + parts.across[i]!)
            const actual = { momentum_avg: sum, rescaled, parallel: parts.along, orthogonal: parts.across, guided: out }
            for (const [name, values] of Object.entries(actual)) {
              expectNear(values, step[name as keyof typeof actual], within, `step ${k}, ${name}`)
            }
          }
        })
      }
    },

    denoiser_cases: (content, golden) => {
      for (const [index, { sigma, points, D_cond, D_uncond, score_cond, class_posterior }] of casesOf<DenoiserCase>(content)) {
        it(`${index}: σ = ${sigma}`, () => {
          const within = tolerance(golden, 'denoiser_abs')
          const x = Float64Array.from(points.flat())
          const [cond, all] = [new Float64Array(x.length), new Float64Array(x.length)]
          const predicted = (prediction: Prediction) => {
            const d = denoiserOf(golden, prediction)
            setSigma(d, sigma)
            return points.map((place, p) => predict(d, x, p * place.length, cond, all))
          }
          const posterior = predicted('x0')
          if (class_posterior) expectNear(posterior, class_posterior, within, 'posterior')
          if (D_cond) expectNear(cond, D_cond.flat(), within, 'conditional')
          if (D_uncond) expectNear(all, D_uncond.flat(), within, 'unconditional')
          predicted('score')
          if (score_cond) expectNear(cond, score_cond.flat(), within, 'score')
        })
      }
    },

    trajectories: (content, golden) => {
      for (const [index, entry] of casesOf<Trajectory>(content)) {
        it(`${index}: ${entry.name}`, () => {
          const within = tolerance(golden, 'trajectory_abs')
          const d = denoiserOf(golden, 'x0')
          const z = golden.constant<Place[]>('z')
          const grid = entry.sigmas ? karrasGrid(entry.N, entry.sigmas[0], entry.sigmas.at(-2)) : karrasGrid(entry.N)
          if (entry.sigmas) expectNear(grid, entry.sigmas, within, 'noise levels')
          const state = startApg(Float64Array.from(z.flat(), (v) => v * grid[0]!))
          const parts = { along: new Float64Array(state.x.length), across: new Float64Array(state.x.length) }
          const norms = (part: Float64Array) => rows(part, d.dim).map((v) => Math.hypot(...v))
          const path = rows(state.x, d.dim).map((place) => [place])
          for (let i = 0; i < entry.N; i++) {
            stepApg(state, d, settingsOf(entry), grid[i]!, grid[i + 1]!, parts)
            for (const [p, place] of rows(state.x, d.dim).entries()) path[p]!.push(place)
            if (entry.par_norm) expectNear(norms(parts.along), entry.par_norm[i], within, `step ${i}, along`)
            if (entry.orth_norm) expectNear(norms(parts.across), entry.orth_norm[i], within, `step ${i}, across`)
          }
          if (entry.final) expectNear(state.x, entry.final.flat(), within, 'final')
          if (entry.path) expectNear(path, entry.path, within, 'path')
        })
      }
    },

    ensembles: (content, golden) => {
      for (const [index, entry] of casesOf<Ensemble>(content)) {
        it(`${index}: ${entry.name}`, () => {
          const within = tolerance(golden, 'ensemble_abs')
          const d = denoiserOf(golden, 'x0')
          const grid = karrasGrid(entry.N)
          const start = new Float64Array(2 * entry.n)
          fillEvenNormal(start)
          const state = startApg(start.map((v) => v * grid[0]!))
          for (let i = 0; i < entry.N; i++) stepApg(state, d, settingsOf(entry), grid[i]!, grid[i + 1]!)
          const radii = rows(state.x, 2).map((v) => Math.hypot(...v))
          const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
          setSigma(d, 1e-9) // the posterior given the data themselves
          const posterior = radii.map((_, p) => predict(d, state.x, 2 * p, state.cond, state.all))
          const average = mean(radii)
          if (entry.mean_radius !== undefined) expectNear(average, entry.mean_radius, within, 'mean radius')
          const spread = Math.sqrt(mean(radii.map((r) => (r - average) ** 2)))
          if (entry.std_radius !== undefined) expectNear(spread, entry.std_radius, within, 'spread')
          if (entry.mean_class_posterior !== undefined)
            expectNear(mean(posterior), entry.mean_class_posterior, within, 'posterior')
          expect(radii.length).toBe(entry.n)
        })
      }
    },
  },
})
