import { expect } from 'vitest'
import { bridgeVariance, crossCovariance } from '@/domains/diffusion/gaussianBridge'
import { type Gaussians, gaussians } from '@/domains/diffusion/gaussians'
import { type Interpolant, LATENTS, type Latent, PATHS, type Path } from '@/domains/diffusion/interpolant'
import { evaluate, type Fields, fieldsOf, logDensity, setTime } from '@/domains/diffusion/interpolantFields'
import { eulerStep, exactOde, odeOf, workspaceOf } from '@/domains/diffusion/interpolantSampler'
import { rk4 } from '@/numerics/ode'
import { casesOf, expectNear, type Golden, it, numbered, testGolden } from './load'

type Place = number[]
interface Pair {
  p0: number[]
  m0: Place[]
  C0: number[][][]
  p1: number[]
  m1: Place[]
  C1: number[][][]
}
interface FieldCase {
  mixture: string
  path: string
  gamma: string
  t: number
  x: Place[]
  logp?: number[]
  b?: Place[]
  v?: Place[]
  s?: Place[]
}
interface Trajectory {
  mixture: string
  path: string
  gamma: string
  start: Place[]
  /** Where so many steps end. */
  [run: `ode_rk4_${number}`]: Place[]
}
interface SdeCase {
  eps: number
  start: Place[]
  /** By step, then particle. */
  noise: Place[][]
  /** By step, from the start. */
  path: Place[][]
  mixture?: string
  gamma?: string
}
interface BridgeCase {
  s0: number
  s1: number
  m0: number
  m1: number
  sigma: number
  cross_cov: number
  t: number[]
  mean: number[]
  variance: number[]
}

const tolerance = (golden: Golden, name: string) => ({ abs: golden.constant<Record<string, number>>('tolerance')[name]! })
const rows = (flat: ArrayLike<number>, dim: number): Place[] =>
  Array.from({ length: flat.length / dim }, (_, p) => Array.from(flat).slice(p * dim, (p + 1) * dim))

function kindOf(path: string, gamma: string): Interpolant {
  if (!PATHS.includes(path as Path) || !LATENTS.includes(gamma as Latent)) throw new Error(`no interpolant ${path}, ${gamma}`)
  return { path: path as Path, latent: gamma as Latent }
}
function clouds(golden: Golden, mixture: string): [from: Gaussians, to: Gaussians] {
  const { p0, m0, C0, p1, m1, C1 } = golden.constant<Record<string, Pair>>('mixtures')[mixture]!
  for (const [x, y] of [...C0, ...C1]) if (y) expect(y[0], 'covariances are symmetric').toBe(x![1])
  return [gaussians(p0, m0, C0), gaussians(p1, m1, C1)]
}
const fieldsFor = (golden: Golden, mixture: string, path: string, gamma: string): Fields =>
  fieldsOf(...clouds(golden, mixture), kindOf(path, gamma))

testGolden('stochastic-interpolants', {
  constants: ['slug', 'how', 'tolerance', 'mixtures'],
  tolerances: { trajectories: 1e-8, sb_gauss: 1e-12, others: 1e-9 },
  unread: {
    'mixtures.2d.p0.0': 'the weight of a Gaussian that is alone',
    'sde.0.noise': 'ε = 0: no noise is added',
  },
  sections: {
    fields: (content, golden) => {
      for (const [index, { mixture, path, gamma, t, x, logp, b, v, s }] of casesOf<FieldCase>(content)) {
        it(`${index}: ${mixture}, ${path}, ${gamma}, t = ${t}`, () => {
          const within = tolerance(golden, 'fields_abs')
          const fields = fieldsFor(golden, mixture, path, gamma)
          setTime(fields, t)
          const places = Float64Array.from(x.flat())
          const [velocity, score] = [new Float64Array(places.length), new Float64Array(places.length)]
          for (let at = 0; at < places.length; at += fields.dim) evaluate(fields, places, at, velocity, score)
          const logs = x.map((_, p) => logDensity(fields, places, p * fields.dim))
          if (logp) expectNear(logs, logp, within, 'log density')
          if (b) expectNear(velocity, b.flat(), within, 'b')
          if (s) expectNear(score, s.flat(), within, 's')
          const mean = velocity.map((value, i) => value + fields.mix.growth * score[i]!) // v = b + γγ̇ s
          if (v) expectNear(mean, v.flat(), within, 'v')
        })
      }
    },

    trajectories: (content, golden) => {
      for (const [index, entry] of casesOf<Trajectory>(content)) {
        it(`${index}: ${entry.mixture}, ${entry.path}, ${entry.gamma}`, () => {
          const within = tolerance(golden, 'ode_rk4_abs')
          const fields = fieldsFor(golden, entry.mixture, entry.path, entry.gamma)
          const runs = numbered<Place[]>(entry, 'ode_rk4_')
          expect(runs).not.toEqual([])
          for (const [steps, expected] of runs) {
            const x = Float64Array.from(entry.start.flat())
            const workspace = workspaceOf(x.length)
            const slope = odeOf(fields, exactOde, workspace)
            for (let k = 0; k < steps; k++) rk4(slope, k / steps, 1 / steps, x, workspace)
            expectNear(rows(x, fields.dim), expected, within, `${steps} steps`)
          }
        })
      }
    },

    sde: (content, golden) => {
      for (const [index, { eps, start, noise, path, mixture, gamma }] of casesOf<SdeCase>(content)) {
        it(`${index}: ε = ${eps}`, () => {
          const dim = start[0]!.length
          const fields = fieldsFor(golden, mixture ?? `${dim}d`, 'linear', gamma ?? 'bsquared')
          const x = Float64Array.from(start.flat())
          const workspace = workspaceOf(x.length)
          const found = [rows(x, dim)]
          for (const [k, xi] of noise.entries()) {
            const dt = 1 / noise.length
            eulerStep(fields, { ...exactOde, epsilon: eps }, k * dt, dt, x, Float64Array.from(xi.flat()), workspace)
            found.push(rows(x, dim))
          }
          expectNear(found, path, tolerance(golden, 'sde_abs'), 'path')
        })
      }
    },

    sb_gauss: (content, golden) => {
      for (const [index, { s0, s1, m0, m1, sigma, cross_cov, t, mean, variance }] of casesOf<BridgeCase>(content)) {
        it(`${index}: σ = ${sigma}`, () => {
          const within = tolerance(golden, 'sb_abs')
          const cross = crossCovariance(s0, s1, sigma)
          expectNear(cross, cross_cov, within, 'covariance')
          expectNear(
            t.map((at) => bridgeVariance(s0, s1, sigma, at)),
            variance,
            within,
            'variance',
          )
          // the interpolant with this coupling gives the same
          const kind: Interpolant = { path: 'linear', latent: 'brownian', scale: sigma ** 2 }
          const fields = fieldsOf(gaussians([1], [[m0]], [[[s0 ** 2]]]), gaussians([1], [[m1]], [[[s1 ** 2]]]), kind, cross)
          const moments = t.map((at) => {
            setTime(fields, at)
            return [fields.means[0]!, 1 / fields.inverses[0]!]
          })
          expectNear(
            moments,
            t.map((_, k) => [mean[k]!, variance[k]!]),
            within,
            'moments',
          )
        })
      }
    },
  },
})
