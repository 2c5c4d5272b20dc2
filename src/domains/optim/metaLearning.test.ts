import { describe, expect, it } from 'vitest'
import { fillMotion } from '@/domains/dynamics/hamiltonians'
import { hamiltonianLearner, type Observations, plainLearner } from '@/domains/nets/motionNets'
import { weightCount } from '@/domains/nets/perceptron'
import { normal, stream } from '@/numerics/random'
import { innerStep, metaGradient, metaWorkspace } from './metaLearning'

const hamiltonian = hamiltonianLearner([8, 8])
function drawn(seed: number): Float64Array {
  const draws = stream(seed)
  return Float64Array.from({ length: weightCount(hamiltonian.sizes) }, () => 0.5 * normal(draws))
}
function taskOf(seed: number): Observations {
  const draws = stream(seed)
  const states = Float64Array.from({ length: 32 }, () => normal(draws))
  const rates = new Float64Array(32)
  fillMotion('pendulum', 1.3, states, rates)
  return { states, rates }
}

describe('meta-gradients', () => {
  const weights = drawn(1)
  const [support, query] = [taskOf(3), taskOf(4)]
  const of = (rate: number, order: 'first' | 'second', steps = 3) => {
    const out = weights.slice()
    metaGradient(hamiltonian, weights, support, query, { rate, steps, order }, metaWorkspace(out.length, { steps }), out)
    return out
  }
  const size = (a: Float64Array, b: Float64Array) => Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]!) ** 2, 0))
  it('are the gradient of the query set where α = 0', () => {
    const plainGradient = weights.slice()
    hamiltonian.gradient(weights, query, plainGradient)
    for (const order of ['first', 'second'] as const) expect(size(of(0, order), plainGradient)).toBe(0)
  })
  it('of first order miss those of second order by O(α)', () => {
    const gap = (rate: number) => size(of(rate, 'first'), of(rate, 'second'))
    expect(gap(0.001) / gap(0.0005)).toBeGreaterThan(1.8)
    expect(gap(0.001) / gap(0.0005)).toBeLessThan(2.2)
  })
  it('of second order are the slope of the query loss in the start', () => {
    const way = drawn(2)
    const lossAt = (sign: number) => {
      const w = weights.map((v, i) => v + sign * 1e-5 * way[i]!)
      const workspace = w.slice()
      for (let k = 0; k < 3; k++) innerStep(hamiltonian, w, support, 0.1, workspace)
      return hamiltonian.gradient(w, query, workspace)
    }
    const slope = (lossAt(1) - lossAt(-1)) / 2e-5
    expect(Math.abs(slope - of(0.1, 'second').reduce((sum, g, i) => sum + g * way[i]!, 0))).toBeLessThan(1e-6)
  })
  it('of second order need a learner that knows its Hessian', () => {
    const plain = plainLearner([3])
    const start = new Float64Array(weightCount(plain.sizes))
    const settings = { rate: 0.1, steps: 1, order: 'second' } as const
    expect(() =>
      metaGradient(plain, start, support, query, settings, metaWorkspace(start.length, settings), start.slice()),
    ).toThrow('turn')
  })
})
