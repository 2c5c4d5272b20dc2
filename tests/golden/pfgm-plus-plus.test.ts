import { type Charges, denoise, exactPath, heunStep, heunWorkspace, logKernel } from '@/domains/diffusion/poissonField'
import { logRadiusSpread, meanSquareRadius, radiusQuantiles } from '@/domains/diffusion/radiusLaw'
import { karrasGrid } from '@/domains/diffusion/schedule'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Place = number[]
type Extra = number | 'inf'
interface DenoiserCase {
  D: Extra
  sigma: number
  x: Place[]
  denoised: Place[]
  weights: number[][]
  dx_dsigma: Place[]
  /** E_x/E_r, where D is small enough for plain powers. */
  E_ratio?: Place[]
}
interface Trajectory {
  D: Extra
  sigma_max: number
  /** Updates. */
  N: number
  start: Place[]
  heun_final: Place[]
  /** Of the first particle. */
  heun_path_first: Place[]
  /** Places at a noise level that the name says. */
  [exact: `exact_at_sigma_${string}`]: Place[]
}
interface RadiusCase {
  N: number
  D: Extra
  prob: number[]
  R_over_sigma: number[]
  std_log_R: number
  mean_R2_over_sigma2: number | null
}
interface KernelCase {
  D: Extra
  sigma: number
  x: Place[]
  log_p_kernel_about_origin: number[]
}
interface LimitCase {
  D: Extra
  start: Place
  gap_to_diffusion: number
  [exact: `x_at_sigma_${string}`]: Place
}

const extraOf = (D: Extra) => (D === 'inf' ? Number.POSITIVE_INFINITY : D)
const tolerance = (golden: Golden, name: string) => golden.constant<Record<string, number>>('tolerance')[name]!
function chargesOf(golden: Golden): Charges {
  const points = golden.constant<Place[]>('points')
  return { dim: points[0]!.length, count: points.length, places: Float64Array.from(points.flat()) }
}
const rows = (flat: ArrayLike<number>, dim: number): Place[] =>
  Array.from({ length: flat.length / dim }, (_, k) => Array.from(flat).slice(k * dim, (k + 1) * dim))

/** Entries of a case that are named by a noise level, as "x_at_sigma_0p5". */
const atSigma = <T>(one: object, word: string): [sigma: number, value: T][] =>
  Object.entries(one).flatMap(([key, value]) =>
    key.startsWith(word) ? [[Number(key.slice(word.length).replace('p', '.')), value as T] as [number, T]] : [],
  )
const STEPS = 400 // Runge-Kutta steps of what counts as exact
/** The file gives distances from diffusion to many more digits than the places themselves are held to. */
const GAP = 1e-9
const FROM = 5 // noise level at which the cases of `limit_D` begin: the file does not say it, its places do

function endOf(charges: Charges, D: Extra, start: Place[], from: number, to: number): Place[] {
  const x = Float64Array.from(start.flat())
  exactPath(charges, extraOf(D), x, from, to, STEPS)
  return rows(x, charges.dim)
}

testGolden('pfgm-plus-plus', {
  constants: ['slug', 'how', 'tolerance', 'points'],
  tolerances: { trajectories: 1e-6, limit_D: 1e-6, radius_law: 1e-6, others: 1e-10 },
  sections: {
    denoiser_cases(content, golden) {
      const charges = chargesOf(golden)
      const within = { abs: tolerance(golden, 'denoiser_abs') }
      for (const [name, { D, sigma, x, denoised, weights, dx_dsigma, E_ratio }] of casesOf<DenoiserCase>(content)) {
        it(`${name}: D = ${D}, σ = ${sigma}`, () => {
          const places = Float64Array.from(x.flat())
          const out = new Float64Array(places.length)
          const found = x.map((_, k) => {
            const own = new Float64Array(charges.count)
            denoise(charges, extraOf(D), sigma, places, k * charges.dim, out, own)
            return Array.from(own)
          })
          const slopes = Array.from(places, (at, i) => (at - out[i]!) / sigma)
          expectNear(found, weights, within, 'weights')
          expectNear(rows(out, charges.dim), denoised, within, 'ŷ')
          expectNear(rows(slopes, charges.dim), dx_dsigma, { abs: within.abs / sigma }, 'dx/dσ')
          if (E_ratio && D !== 'inf') {
            const ratio = slopes.map((slope) => slope / Math.sqrt(D))
            expectNear(rows(ratio, charges.dim), E_ratio, { abs: within.abs / sigma }, 'E_x/E_r')
          }
        })
      }
    },

    trajectories(content, golden) {
      const charges = chargesOf(golden)
      for (const [name, one] of casesOf<Trajectory>(content)) {
        const { D, sigma_max, N, start, heun_final, heun_path_first } = one
        it(`${name}: D = ${D}, Heun’s steps`, () => {
          const within = { abs: tolerance(golden, 'heun_abs') }
          const x = Float64Array.from(start.flat())
          const workspace = heunWorkspace(x.length, charges.count)
          const sigmas = karrasGrid(N, sigma_max)
          const path = [Array.from(x.slice(0, charges.dim))]
          for (let k = 0; k < N; k++) {
            heunStep(charges, extraOf(D), sigmas[k]!, sigmas[k + 1]!, x, workspace)
            path.push(Array.from(x.slice(0, charges.dim)))
          }
          expectNear(path, heun_path_first, within, 'path')
          expectNear(rows(x, charges.dim), heun_final, within, 'end')
        })
        it(`${name}: D = ${D}, the exact path`, () => {
          for (const [sigma, places] of atSigma<Place[]>(one, 'exact_at_sigma_'))
            expectNear(
              endOf(charges, D, start, sigma_max, sigma),
              places,
              { abs: tolerance(golden, 'exact_abs') },
              `σ = ${sigma}`,
            )
        })
      }
    },

    radius_law(content, golden) {
      const within = { rel: tolerance(golden, 'quantile_rel') }
      for (const [name, { N, D, prob, R_over_sigma, std_log_R, mean_R2_over_sigma2 }] of casesOf<RadiusCase>(content)) {
        it(`${name}: N = ${N}, D = ${D}`, () => {
          expectNear(prob.map(radiusQuantiles(N, extraOf(D))), R_over_sigma, within, 'quantiles')
          expectNear(logRadiusSpread(N, extraOf(D)), std_log_R, within, 'spread of ln R')
          const mean = meanSquareRadius(N, extraOf(D))
          expectNear(Number.isFinite(mean) ? mean : null, mean_R2_over_sigma2, within, 'mean R²')
        })
      }
    },

    student_t(content, golden) {
      for (const [name, { D, sigma, x, log_p_kernel_about_origin }] of casesOf<KernelCase>(content)) {
        it(`${name}: D = ${D}, σ = ${sigma}`, () => {
          const logs = x.map((at) =>
            logKernel(
              at.length,
              extraOf(D),
              sigma,
              at.reduce((sum, part) => sum + part * part, 0),
            ),
          )
          expectNear(logs, log_p_kernel_about_origin, { abs: tolerance(golden, 'logpdf_abs') }, 'log density')
        })
      }
    },

    limit_D(content, golden) {
      const charges = chargesOf(golden)
      for (const [name, one] of casesOf<LimitCase>(content)) {
        it(`${name}: D = ${one.D}`, () => {
          for (const [sigma, place] of atSigma<Place>(one, 'x_at_sigma_')) {
            const [end] = endOf(charges, one.D, [one.start], FROM, sigma)
            const [limit] = endOf(charges, 'inf', [one.start], FROM, sigma)
            expectNear(end, place, { abs: tolerance(golden, 'exact_abs') }, `σ = ${sigma}`)
            expectNear(Math.hypot(...end!.map((part, i) => part - limit![i]!)), one.gap_to_diffusion, { abs: GAP }, 'distance')
          }
        })
      }
    },
  },
})
