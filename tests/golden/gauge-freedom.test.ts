import {
  flatValue,
  flowSlope,
  type GaugeField,
  gaugeField,
  ofGaussians,
  spectrumAt,
  startFlow,
} from '@/domains/diffusion/gaugeFlow'
import { type Gaussians, gaussians } from '@/domains/diffusion/gaussians'
import { rk4, stagesOf } from '@/numerics/ode'
import { svdWorkspace } from '@/numerics/svd'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Matrix = number[][]
interface Mixture {
  weight: number[]
  mean: Matrix
  cov: Matrix[]
}
interface LocalCase {
  sigma: number
  x: Matrix
  logp: number[]
  score: Matrix
  hessian: Matrix[]
}
interface FlowCase {
  kappa: number
  h: 'const' | 'inverse_sigma'
  start: number[]
  sigma_start: number
  sigmas: number[]
  x: Matrix
  singular_values: Matrix
  logdet: number[]
  logp_start: number
  logp_exact: number[]
}
interface FlatCase {
  a: number
  b: number
  sigma_start: number
  sigma_end: number
  sv_manifold: number
  sv_normal: number
}

const AROUND = 1e-3 // longest step in ln σ; rotations by κ/σ a unit stay below 0.06 in it
const dataOf = (golden: Golden): Gaussians => {
  const { weight, mean, cov } = golden.constant<Mixture>('mixture')
  return gaussians(weight, mean, cov)
}
const tolerance = (golden: Golden, name: string) => golden.constant<Record<string, number>>('tolerance')[name]!
const rows = (flat: ArrayLike<number>): Matrix => {
  const all = Array.from(flat)
  return [all.slice(0, 2), all.slice(2)]
}
function carry(field: GaugeField, packed: Float64Array, from: number, to: number): void {
  const steps = Math.ceil(Math.log(from / to) / AROUND)
  const h = Math.log(to / from) / steps
  const [slope, stages] = [flowSlope(field), stagesOf(packed.length)]
  for (let k = 0; k < steps; k++) rk4(slope, Math.log(from) + k * h, h, packed, stages)
}

testGolden('gauge-freedom', {
  constants: ['slug', 'how', 'tolerance', 'mixture'],
  tolerances: { local: 1e-9, flows: 1e-4, flat_manifold: 1e-12, others: 1e-9 },
  sections: {
    local(content, golden) {
      const density = ofGaussians(dataOf(golden))
      const within = { abs: tolerance(golden, 'local_abs') }
      for (const [name, one] of casesOf<LocalCase>(content)) {
        it(`${name}: σ = ${one.sigma}`, () => {
          density.setNoise(one.sigma)
          const [score, hessian] = [new Float64Array(2), new Float64Array(4)]
          for (const [k, x] of one.x.entries()) {
            const place = Float64Array.from(x)
            density.jet(place, 0, score, hessian)
            expectNear(density.log(place, 0), one.logp[k], within, `ln p at ${x}`)
            expectNear(Array.from(score), one.score[k], within, `score at ${x}`)
            expectNear(rows(hessian), one.hessian[k], within, `Hessian at ${x}`)
          }
        })
      }
    },

    flows(content, golden) {
      const density = ofGaussians(dataOf(golden))
      const [path, share, log] = ['path_abs', 'sv_rel', 'logp_abs'].map((name) => tolerance(golden, name)) as [
        number,
        number,
        number,
      ]
      for (const [name, one] of casesOf<FlowCase>(content)) {
        it(`${name}: κ = ${one.kappa}, h ${one.h}, from ${one.start}`, () => {
          const field = gaugeField(density, { kind: 'rotate', kappa: one.kappa, inverse: one.h === 'inverse_sigma', axis: [] })
          const packed = startFlow(Float64Array.from(one.start), 2)
          const [workspace, values, slopes] = [svdWorkspace(2, 2), new Float64Array(2), new Float64Array(2)]
          field.setNoise(one.sigma_start)
          expectNear(field.log(packed, 0), one.logp_start, { abs: log }, 'ln p at the start')
          let from = one.sigma_start
          for (const [k, sigma] of one.sigmas.entries()) {
            carry(field, packed, from, sigma)
            from = sigma
            spectrumAt(field, sigma, packed, 0, workspace, values, slopes)
            expectNear(Array.from(packed.subarray(0, 2)), one.x[k], { abs: path }, `place at σ = ${sigma}`)
            expectNear(Array.from(values), one.singular_values[k], { rel: share }, `singular values at σ = ${sigma}`)
            expectNear(packed[6], one.logdet[k], { abs: log }, `ln det at σ = ${sigma}`)
            expectNear(field.log(packed, 0), one.logp_exact[k], { abs: log }, `ln p at σ = ${sigma}`)
            expectNear(one.logp_start - packed[6]!, one.logp_exact[k], { abs: log }, `ln p by change of variables, σ = ${sigma}`)
          }
        })
      }
    },

    flat_manifold(content, golden) {
      const within = { abs: tolerance(golden, 'flat_abs') }
      for (const [name, { a, b, sigma_start, sigma_end, sv_manifold, sv_normal }] of casesOf<FlatCase>(content)) {
        it(`${name}: stds ${a} and ${b}`, () => {
          expectNear(flatValue(a, sigma_start, sigma_end), sv_manifold, within, 'along')
          expectNear(flatValue(b, sigma_start, sigma_end), sv_normal, within, 'across')
        })
        it(`${name}: the flow of N(0, diag(${a}², ${b}²))`, () => {
          const flat = gaussians(
            [1],
            [[0, 0]],
            [
              [
                [a * a, 0],
                [0, b * b],
              ],
            ],
          )
          const field = gaugeField(ofGaussians(flat), { kind: 'rotate', kappa: 0, inverse: false, axis: [] })
          const packed = startFlow(Float64Array.of(0.7, -0.4), 2)
          carry(field, packed, sigma_start, sigma_end)
          const [workspace, values] = [svdWorkspace(2, 2), new Float64Array(2)]
          spectrumAt(field, sigma_end, packed, 0, workspace, values, new Float64Array(2))
          expectNear(Array.from(values), [sv_manifold, sv_normal], { rel: tolerance(golden, 'sv_rel') }, 'singular values')
        })
      }
    },
  },
})
