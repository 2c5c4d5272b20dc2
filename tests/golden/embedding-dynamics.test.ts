import { expect } from 'vitest'
import { follow, forceWorkspace, particleForces, weighted } from '@/domains/embeddings/forces'
import { keptInOneStep, kickedStep } from '@/domains/embeddings/kicks'
import { normaliseRows } from '@/domains/nets/swappedPrediction'
import { casesOf, expectNear, type Golden, it, testGolden } from './load'

type Matrix = number[][]
type Particles = Matrix[]
const flat = (rows: Particles): Float64Array => Float64Array.from(rows.flat(2))
const toleranceOf = (golden: Golden) => ({ abs: golden.constant<number>('tolerance') })

interface ParticleCase {
  inputs: {
    N: number
    V: number
    d: number
    lambda_c: number
    lambda_b: number
    lambda_s: number
    m: number
    lr: number
    u_online: Particles
    u_target: Particles
    noise_vectors_unnormalised: Particles
  }
  steps: {
    loss_centroid: number
    loss_brownian: number
    loss_singular: number
    singular_values: number[]
    grad_centroid: Particles
    grad_brownian: Particles
    grad_singular: Particles
  }[]
  final: { u_online: Particles; u_target: Particles }
}
interface WalkCase {
  d: number
  a: number
  z0: number[]
  noise_vectors_unnormalised: Matrix
  path: Matrix
}
interface CorrelationCase {
  d: 2 | 3
  a: number
  one_step_correlation: number
}

/** Unit vectors along the rows. */
function units(rows: Matrix, d: number): Float64Array {
  const out = Float64Array.from(rows.flat())
  normaliseRows(out, rows.length, d, out)
  return out
}

function train({ inputs, steps, final }: ParticleCase, within: { abs: number }): void {
  const { N, V, d, lambda_c, lambda_b, lambda_s, m, lr } = inputs
  const workspace = forceWorkspace({ images: N, views: V, d })
  const [u, target] = [flat(inputs.u_online), flat(inputs.u_target)]
  const gradient = new Float64Array(u.length)
  expect(steps.length).toBe(inputs.noise_vectors_unnormalised.length)
  for (const [k, step] of steps.entries()) {
    particleForces(workspace, u, target, units(inputs.noise_vectors_unnormalised[k]!, d))
    const { loss_centroid, loss_brownian, loss_singular, grad_centroid, grad_brownian, grad_singular } = step
    expectNear(workspace.losses, [loss_centroid, loss_brownian, loss_singular], within, `step ${k}: losses`)
    expectNear(workspace.decomposition.values, step.singular_values, within, `step ${k}: singular values`)
    for (const [which, expected] of [grad_centroid, grad_brownian, grad_singular].entries())
      expectNear(workspace.gradients[which], expected.flat(2), within, `step ${k}: gradient ${which}`)
    weighted(workspace, { centroid: lambda_c, brownian: lambda_b, singular: lambda_s }, gradient)
    for (let i = 0; i < u.length; i++) u[i]! -= lr * gradient[i]!
    follow(target, u, m)
  }
  expectNear(u, final.u_online.flat(2), within, 'particles at the end')
  expectNear(target, final.u_target.flat(2), within, 'slow copies at the end')
}

testGolden('embedding-dynamics', {
  constants: ['how', 'tolerance'],
  tolerances: { others: 1e-7 },
  sections: {
    cases(content, golden) {
      for (const [name, one] of casesOf<ParticleCase>(content))
        it(`case ${name}: losses, gradients, singular values and the end`, () => train(one, toleranceOf(golden)))
    },
    brownian_walk(content) {
      for (const [name, { d, a, z0, noise_vectors_unnormalised, path }] of casesOf<WalkCase>(content)) {
        it(`case ${name}: every place of the walk`, () => {
          const [z, kicks] = [Float64Array.from(z0), units(noise_vectors_unnormalised, d)]
          expect(path.length).toBe(noise_vectors_unnormalised.length)
          for (const [k, place] of path.entries()) {
            kickedStep(z, 0, d, z0, 0, 0, kicks, k * d, a)
            expectNear(z, place, { abs: 1e-10 }, `step ${k}`)
          }
        })
      }
    },
    brownian_correlation(content) {
      for (const [name, { d, a, one_step_correlation }] of casesOf<CorrelationCase>(content)) {
        it(`case ${name}: d = ${d}, a = ${a}`, () => {
          expectNear(keptInOneStep(d, a), one_step_correlation, { abs: 1e-10 })
        })
      }
    },
  },
})
