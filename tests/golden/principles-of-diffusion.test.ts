import { exploding, fromData, type Schedule, straight, turning } from '@/domains/diffusion/affine'
import {
  affineMixture,
  fillData,
  flowMap,
  klToNormal,
  lookAt,
  marginalOf,
  momentsOf,
  posterior,
  reverseKernel,
  setLevel,
  tailOf,
} from '@/domains/diffusion/affineMixture'
import { evenTimes, type Sampler, startAffine, stepAffine } from '@/domains/diffusion/affineSamplers'
import type { Mixture } from '@/domains/diffusion/mixture'
import { stream } from '@/numerics/random'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Named = 'vp-cos' | 'linear' | 've'
const SCHEDULES: Readonly<Record<Named, Schedule>> = { 'vp-cos': turning, linear: straight, ve: exploding(1) }

type Columns = 'x' | 'logp' | 'score' | 'eps' | 'x0' | 'v' | 'var_x0' | 'cdf'
interface Stats extends Record<Columns, number[]> {
  schedule: Named
  t: number
  alpha: number
  sigma: number
  alpha_dot: number
  sigma_dot: number
}
interface Map {
  schedule: Named
  t: number
  s: number
  x: number[]
  psi: number[]
}
interface Runs {
  schedule: Named
  t_start: number
  t_end: number
  x: number[]
  exact: number[]
  runs: { n: number; ddim: number[]; euler: number[]; heun: number[]; dpmpp2m: number[] }[]
}
interface Kernel {
  schedule: Named
  t: number
  s: number
  x: number
  weights: number[]
  means: number[]
  stds: number[]
  mean: number
  var: number
  ddpm_mean: number
  ddpm_var: number
  kl_exact_to_ddpm: number
}
type Tolerance = Record<'stats_abs' | 'flow_abs' | 'conv_abs' | 'kernel_abs' | 'kl_abs', number>

function mixtureOf(golden: Golden): Mixture {
  const { weight, mean, std } = golden.constant<Record<'weight' | 'mean' | 'std', number[]>>('mixture')
  return { dim: 1, weights: Float64Array.from(weight), means: Float64Array.from(mean), stds: Float64Array.from(std) }
}
const within = (golden: Golden): Tolerance => golden.constant<Tolerance>('tolerance')

testGolden('principles-of-diffusion', {
  constants: ['slug', 'how', 'tolerance', 'mixture'],
  tolerances: { stats: 1e-10, flow_maps: 1e-8, convergence: 1e-9, reverse_kernels: 1e-6, mixture: 1e-6, others: 1e-9 },
  sections: {
    stats(content, golden) {
      for (const [name, { schedule, t, x, ...wanted }] of casesOf<Stats>(content))
        it(`${name}: ${schedule} at ${t}`, () => {
          const level = SCHEDULES[schedule](t)
          const m = affineMixture(mixtureOf(golden), level)
          const x0 = new Float64Array(x.length)
          fillData(m, Float64Array.from(x), x0)
          const rows = x.map((place, k) => {
            const { noise, score, velocity } = fromData(level, place, x0[k]!)
            return {
              logp: lookAt(m, [place]),
              score,
              eps: noise,
              x0: x0[k]!,
              v: velocity,
              var_x0: momentsOf(posterior(m, place)).variance,
              cdf: tailOf(marginalOf(m), place, 1),
            }
          })
          const column = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key])
          const found = {
            alpha: level.alpha,
            sigma: level.sigma,
            alpha_dot: level.alphaRate,
            sigma_dot: level.sigmaRate,
            logp: column('logp'),
            score: column('score'),
            eps: column('eps'),
            x0: column('x0'),
            v: column('v'),
            var_x0: column('var_x0'),
            cdf: column('cdf'),
          }
          expectNear(found, wanted, { abs: within(golden).stats_abs })
        })
    },

    flow_maps(content, golden) {
      for (const [name, { schedule, t, s, x, psi }] of casesOf<Map>(content))
        it(`${name}: ${schedule} from ${t} to ${s}`, () => {
          const [from, to] = [t, s].map((time) => marginalOf(affineMixture(mixtureOf(golden), SCHEDULES[schedule](time))))
          expectNear(
            x.map((place) => flowMap(from!, to!, place)),
            psi,
            { abs: within(golden).flow_abs },
          )
        })
    },

    convergence(content, golden) {
      const { schedule, t_start, t_end, x, exact, runs } = content as Runs
      const at = SCHEDULES[schedule]
      const m = affineMixture(mixtureOf(golden), at(t_start))
      const abs = within(golden).conv_abs
      it('exact map', () => {
        const [from, to] = [t_start, t_end].map((time) => marginalOf(affineMixture(mixtureOf(golden), at(time))))
        expectNear(
          x.map((place) => flowMap(from!, to!, place)),
          exact,
          { abs },
        )
      })
      for (const { n, ...ends } of runs)
        for (const [sampler, name] of [
          ['ddim', 'ddim'],
          ['euler', 'euler'],
          ['heun', 'heun'],
          ['dpm', 'dpmpp2m'],
        ] as const satisfies [Sampler, keyof typeof ends][])
          it(`${name} in ${n} steps`, () => {
            const times = evenTimes(t_start, t_end, n)
            const run = startAffine(Float64Array.from(x))
            for (let k = 1; k <= n; k++) {
              const step = {
                late: at(times[k - 1]!),
                early: at(times[k]!),
                dt: times[k - 1]! - times[k]!,
                before: k > 1 ? at(times[k - 2]!) : null,
                lambda: 0,
              }
              const model = (level: typeof step.late, places: Float64Array, out: Float64Array) => {
                setLevel(m, level)
                fillData(m, places, out)
              }
              stepAffine(run, sampler, model, step, stream(0))
            }
            expectNear([...run.x], ends[name], { abs })
          })
    },

    reverse_kernels(content, golden) {
      const { kernel_abs, kl_abs } = within(golden)
      for (const [name, { schedule, t, s, x, kl_exact_to_ddpm, ...wanted }] of casesOf<Kernel>(content))
        it(`${name}: ${schedule} from ${t} to ${s} at ${x}`, () => {
          const kernel = reverseKernel(mixtureOf(golden), SCHEDULES[schedule](t), SCHEDULES[schedule](s), x)
          const { exact, mean, variance, ddpmMean, ddpmVariance } = kernel
          const found = {
            weights: [...exact.weights],
            means: [...exact.means],
            stds: [...exact.stds],
            mean,
            var: variance,
            ddpm_mean: ddpmMean,
            ddpm_var: ddpmVariance,
          }
          expectNear(found, wanted, { abs: kernel_abs })
          expectNear(klToNormal(exact, ddpmMean, ddpmVariance), kl_exact_to_ddpm, { abs: kl_abs })
        })
    },
  },
})
