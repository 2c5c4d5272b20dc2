import { gaussians } from '@/domains/diffusion/gaussians'
import { type Bump, bumpAfter, bumpEnergy, bumpSlope, carried } from '@/domains/diffusion/gradientFlow'
import { noisyGaussians } from '@/domains/diffusion/noisyGaussians'
import type { Perceptron } from '@/domains/nets/perceptron'
import { forwardTangents, tangentLayers } from '@/domains/nets/tangents'
import { diskIntegral, type Loop, loopWork, type PlaneField, type PlaneFunction } from '@/numerics/loops'
import { linearSquare, linearSwirl } from '@/numerics/weightedHodge'
import { curlAt, erringScore } from '../../demos/score-or-wgf/fields'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

interface Layer {
  /** [out, in] */
  W: number[][]
  b: number[]
}
interface NetCase {
  layers: Layer[]
  x: number[][]
  y: number[][]
  jacobian: number[][][]
  curl: number[]
}
interface LoopCase {
  center: [number, number]
  radius: number
  n: number
}
interface MixtureLoop extends LoopCase {
  sigma: number
  circulation_exact_score: number
  circulation_of_J_score: number
  flux_of_score: number
}
interface FlowCase {
  m0: number
  v0: number
  t: number
  mean: number
  var: number
  KL: number
  dKL_dt: number
  particle_x0: number
  particle_x: number
}
interface LinearCase {
  Sigma: number[][]
  A: number[][]
  q: number
  R: number[][]
  grad_matrix: number[][]
  E_norm2_total: number
  E_norm2_grad: number
  E_norm2_gauge: number
}
interface Mixture {
  weight: number[]
  mean: number[][]
  cov: number[][][]
}
type Tolerance = Record<'mlp_abs' | 'loop_abs' | 'wgf_abs' | 'hodge_abs', number>

const toleranceOf = (golden: Golden) => golden.constant<Tolerance>('tolerance')
const loopOf = ({ center, radius }: LoopCase): Loop => ({ centre: center, radius })
const RINGS = 40 // of the area integral

const netOf = ({ layers }: Pick<NetCase, 'layers'>): Perceptron => ({
  sizes: [layers[0]!.W[0]!.length, ...layers.map(({ b }) => b.length)],
  weights: Float64Array.from(layers.flatMap(({ W, b }) => [...W[0]!.flatMap((_, i) => W.map((row) => row[i]!)), ...b])),
})
/** Values [n, 2] and Jacobians [n, 4] of a network of the place itself. */
function look(net: Perceptron, points: Float64Array) {
  const batch = points.length / 2
  const layers = tangentLayers(net, batch, 2)
  const inputs = layers.values[0]!
  inputs.set(points)
  for (let n = 0; n < batch; n++) {
    inputs[2 * (batch + n)] = 1
    inputs[2 * (2 * batch + n) + 1] = 1
  }
  const out = forwardTangents(net, layers)
  const jacobians = new Float64Array(4 * batch)
  for (let n = 0; n < batch; n++)
    for (const axis of [0, 1])
      for (const way of [0, 1]) jacobians[4 * n + 2 * axis + way] = out[2 * ((1 + way) * batch + n) + axis]!
  return { values: out.slice(0, 2 * batch), jacobians }
}

testGolden('score-or-wgf', {
  constants: ['slug', 'how', 'tolerance', 'mixture'],
  tolerances: { mlp: 1e-12, loops: 1e-9, mixture_loops: 1e-9, wgf: 1e-12, linear_hodge: 1e-12, mixture: 1e-6, others: 1e-3 },
  unread: {
    'loops.*.n': 'the rule has converged long before 400 points',
    'mixture_loops.*.n': 'the rule has converged long before 400 points',
    'mixture.cov.*.1.0': 'covariances are symmetric: the number above the diagonal is read',
  },
  sections: {
    mlp(content, golden) {
      const abs = toleranceOf(golden).mlp_abs
      const one = content as NetCase
      it('values, Jacobians and curls', () => {
        const { values, jacobians } = look(netOf(one), Float64Array.from(one.x.flat()))
        expectNear(values, one.y.flat(), { abs }, 'values')
        expectNear(jacobians, one.jacobian.flat(2), { abs }, 'Jacobians')
        expectNear(
          one.x.map((_, n) => curlAt(jacobians, n)),
          one.curl,
          { abs },
          'curls',
        )
      })
    },

    loops(content, golden) {
      const abs = toleranceOf(golden).loop_abs
      const net = netOf((golden.file.mlp ?? golden.constant('mlp')) as NetCase)
      const field: PlaneField = (points, out) => out.set(look(net, points).values)
      const curl: PlaneFunction = (points, out) => {
        const { jacobians } = look(net, points)
        for (let n = 0; n < out.length; n++) out[n] = curlAt(jacobians, n)
      }
      for (const [name, one] of casesOf<LoopCase & { circulation: number; curl_area_integral: number }>(content))
        it(`${name}: radius ${one.radius}`, () => {
          expectNear(loopWork(field, loopOf(one), one.n).circulation, one.circulation, { abs }, 'circulation')
          expectNear(diskIntegral(curl, loopOf(one), RINGS, one.n), one.curl_area_integral, { abs }, 'integral of the curl')
        })
    },

    mixture_loops(content, golden) {
      const abs = toleranceOf(golden).loop_abs
      const { weight, mean, cov } = golden.constant<Mixture>('mixture')
      for (const [name, one] of casesOf<MixtureLoop>(content))
        it(`${name}: σ ${one.sigma}, radius ${one.radius}`, () => {
          const noisy = noisyGaussians(gaussians(weight, mean, cov), one.sigma)
          const round = (kind: 'exact' | 'turn', kappa: number) => {
            const field = erringScore(noisy, kind, kappa)
            return loopWork((points, out) => field.fill(one.sigma, points, out), loopOf(one), one.n)
          }
          const exact = round('exact', 0)
          expectNear(exact.circulation, one.circulation_exact_score, { abs: 1e-12 }, 'circulation of the score')
          expectNear(exact.flux, one.flux_of_score, { abs }, 'flux of the score')
          expectNear(round('turn', 1).circulation, one.circulation_of_J_score, { abs }, 'circulation with the turned score')
        })
    },

    wgf(content, golden) {
      const abs = toleranceOf(golden).wgf_abs
      for (const [name, one] of casesOf<FlowCase>(content))
        it(`${name}: N(${one.m0}, ${one.v0}) after ${one.t}`, () => {
          const bump: Bump = { mean: one.m0, variance: one.v0 }
          const now = bumpAfter(bump, one.t)
          expectNear(now.mean, one.mean, { abs }, 'mean')
          expectNear(now.variance, one.var, { abs }, 'variance')
          expectNear(bumpEnergy(now), one.KL, { abs }, 'KL')
          expectNear(bumpSlope(now), one.dKL_dt, { abs }, 'dKL/dt')
          expectNear(carried(bump, one.particle_x0, one.t), one.particle_x, { abs }, 'particle')
        })
    },

    linear_hodge(content, golden) {
      const abs = toleranceOf(golden).hodge_abs
      for (const [name, one] of casesOf<LinearCase>(content))
        it(`${name}: q ${one.q}`, () => {
          const { q, swirl, gradient } = linearSwirl(one.Sigma, one.A)
          expectNear(q, one.q, { abs }, 'q')
          expectNear(swirl, one.R, { abs }, 'swirl')
          expectNear(gradient, one.grad_matrix, { abs }, 'gradient')
          expectNear(linearSquare(one.Sigma, one.A), one.E_norm2_total, { abs }, 'E|e|²')
          expectNear(linearSquare(one.Sigma, gradient), one.E_norm2_grad, { abs }, 'E|∇φ|²')
          expectNear(linearSquare(one.Sigma, swirl), one.E_norm2_gauge, { abs }, 'E|r|²')
        })
    },
  },
})
