import { PUBLISHED, startEvodiff, stepEvodiff } from '@/domains/diffusion/evodiff'
import { exactModel, type Solver, startFewCalls, stepFewCalls } from '@/domains/diffusion/fewCalls'
import { denoiser, type Mixture } from '@/domains/diffusion/mixture'
import { flow } from '@/domains/diffusion/probabilityFlow'
import { geometricTimes } from '@/domains/diffusion/reverse'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Place = number[]
interface Given {
  mu: Place[]
  std: number[]
  weight: number[]
}
interface Internals {
  /** Of each sample, or of each sample and channel. */
  r1: number[] | number[][]
  /** Not divided by ρ. */
  r_i: number[] | number[][]
  r2: number[] | number[][]
  eta: number[] | number[][]
  zeta: number[] | number[][]
  /** The probe. */
  x_pred: Place[]
}
interface Run {
  mixture: string
  channels: number
  steps: number
  skip_type: 'logSNR' | 'edm'
  denoise_to_zero: boolean
  start: Place[]
  final: Place[]
  path?: Place[][]
  internals?: Internals[]
  ddim?: Place[]
  dpmpp2m?: Place[]
  noise2m?: Place[]
}
interface Exact {
  mixture: string
  start: Place[]
  x_at_sigma_min: Place[]
}

// Noise levels of all runs: the file says them in words.
const [LARGEST, SMALLEST] = [80, 0.002]
const EXACT_STEPS = 800 // Runge-Kutta steps of what counts as exact
const EXACT = 1e-9

function mixtureOf(golden: Golden, name: string): Mixture {
  const { mu, std, weight } = golden.constant<Record<string, Given>>('mixtures')[name]!
  return {
    dim: mu[0]!.length,
    means: Float64Array.from(mu.flat()),
    stds: Float64Array.from(std),
    weights: Float64Array.from(weight),
  }
}
const rows = (flat: ArrayLike<number>, dim: number): Place[] =>
  Array.from({ length: flat.length / dim }, (_, k) => Array.from(flat).slice(k * dim, (k + 1) * dim))

testGolden('evodiff', {
  constants: ['slug', 'how', 'tolerance', 'mixtures'],
  // a component that no sample comes near matters little
  tolerances: { runs: 1e-8, mixtures: 1e-6, others: 1e-9 },
  unread: { 'mixtures.one_gaussian.weight.0': 'a single component has all the weight' },
  sections: {
    exact_ode(content, golden) {
      for (const [name, { mixture, start, x_at_sigma_min }] of casesOf<Exact>(content, (one) => 'start' in one)) {
        it(`${name}: the exact path`, () => {
          const given = mixtureOf(golden, mixture)
          const x = Float64Array.from(start.flat())
          for (const _ of flow(denoiser(given, 'noise'), 0, x, LARGEST, SMALLEST, EXACT_STEPS));
          expectNear(rows(x, given.dim), x_at_sigma_min, { abs: EXACT })
        })
      }
    },

    runs(content, golden) {
      const { final_abs, internals_abs } = golden.constant<Record<'final_abs' | 'internals_abs', number>>('tolerance')
      for (const [name, run] of casesOf<Run>(content)) {
        const mixture = mixtureOf(golden, run.mixture)
        const { dim } = mixture
        const sigmas =
          run.skip_type === 'edm'
            ? karrasGrid(run.steps + 1, LARGEST, SMALLEST).subarray(0, run.steps + 1)
            : geometricTimes(LARGEST, SMALLEST, run.steps)
        const model = exactModel(mixture)
        const finished = (x: Float64Array): Place[] => {
          if (run.denoise_to_zero) model(SMALLEST, x, x)
          return rows(x, dim)
        }
        const about = `${name}: ${run.mixture}, ${run.steps} steps, ${run.skip_type}`
        it(`${about}: EVODiff`, () => {
          const settings = { ...PUBLISHED, channels: { count: run.channels, planar: true } }
          const s = startEvodiff(Float64Array.from(run.start.flat()), dim, run.channels)
          const path = [rows(s.x, dim)]
          const shaped = (weights: Float64Array): number[] | number[][] =>
            run.channels === 1 ? Array.from(weights) : rows(weights, run.channels)
          const internals: Internals[] = []
          for (let k = 1; k <= run.steps; k++) {
            stepEvodiff(s, dim, settings, model, sigmas, k)
            path.push(rows(s.x, dim))
            if (k === 1 || k === run.steps) continue
            const rho = Math.log(sigmas[k - 2]! / sigmas[k - 1]!) / Math.log(sigmas[k - 1]! / sigmas[k]!)
            internals.push({
              r1: shaped(s.balance),
              r_i: shaped(s.reach.map((reach) => reach * rho)),
              r2: shaped(s.balance2),
              eta: shaped(s.eta),
              zeta: shaped(s.zeta),
              x_pred: rows(s.probe, dim),
            })
          }
          if (run.path) expectNear(path, run.path, { abs: final_abs }, 'path')
          if (run.internals) expectNear(internals, run.internals, { abs: internals_abs }, 'weights')
          expectNear(finished(s.x), run.final, { abs: final_abs }, 'end')
        })
        const others: [Solver, Place[] | undefined][] = [
          ['ddim', run.ddim],
          ['data', run.dpmpp2m],
          ['noise', run.noise2m],
        ]
        for (const [solver, end] of others) {
          if (end === undefined) continue
          it(`${about}: ${solver}`, () => {
            const s = startFewCalls(Float64Array.from(run.start.flat()))
            for (let k = 1; k <= run.steps; k++) stepFewCalls(s, solver, model, sigmas, k)
            expectNear(finished(s.x), end, { abs: final_abs }, 'end')
          })
        }
      }
    },
  },
})
