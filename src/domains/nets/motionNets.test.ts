import { describe, expect, it } from 'vitest'
import { fillMotion } from '@/domains/dynamics/hamiltonians'
import { innerStep } from '@/domains/optim/metaLearning'
import { normal, stream } from '@/numerics/random'
import { hamiltonianLearner, type Observations, plainLearner } from './motionNets'
import { weightCount } from './perceptron'

const hamiltonian = hamiltonianLearner([9, 6])
const plain = plainLearner([9, 6])
const drawn = (sizes: readonly number[], seed: number) => {
  const draws = stream(seed)
  return Float64Array.from({ length: weightCount(sizes) }, () => 0.5 * normal(draws))
}
const task: Observations = {
  states: Float64Array.of(0.7, -0.4, 0.2, 0.5, -0.3, 1.1, -0.6, 0, 0.9, 0.8, 1.2, -0.7),
  rates: new Float64Array(12),
}
fillMotion('kepler', 1.3, task.states, task.rates)

describe('a Hamiltonian network', () => {
  const weights = drawn(hamiltonian.sizes, 5)
  it('keeps its own H', () => {
    const rates = new Float64Array(task.states.length)
    hamiltonian.fillMotion(weights, task.states, rates)
    const h = 1e-5
    const energyAt = (states: Float64Array) => {
      const out = new Float64Array(1)
      hamiltonian.fillEnergy(weights, states, out)
      return out[0]!
    }
    for (let at = 0; at < rates.length; at += 4) {
      const x = task.states.slice(at, at + 4)
      const slopes = x.map(
        (_, i) => (energyAt(x.map((v, j) => (i === j ? v + h : v))) - energyAt(x.map((v, j) => (i === j ? v - h : v)))) / (2 * h),
      )
      for (const i of [0, 1]) {
        expect(rates[at + i]!).toBeCloseTo(slopes[i + 2]!, 8)
        expect(rates[at + 2 + i]!).toBeCloseTo(-slopes[i]!, 8)
      }
      // Ḣ = ∇H · f, with the ∇H that the field is made of
      const [a, b, c, d] = rates.subarray(at, at + 4) as unknown as [number, number, number, number]
      expect(Math.abs(-c * a - d * b + a * c + b * d)).toBeLessThan(1e-12)
    }
  })
  it.each(['gradient', 'Hessian'])('has the %s of central differences', (what) => {
    const draws = drawn(hamiltonian.sizes, 9)
    const [one, two, found] = [weights.slice(), weights.slice(), weights.slice()]
    const h = 1e-5
    const along = (sign: number) => weights.map((w, i) => w + sign * h * draws[i]!)
    if (what === 'gradient') {
      hamiltonian.gradient(weights, task, found)
      const slope = (hamiltonian.gradient(along(1), task, one) - hamiltonian.gradient(along(-1), task, two)) / (2 * h)
      expect(Math.abs(slope - found.reduce((sum, g, i) => sum + g * draws[i]!, 0))).toBeLessThan(1e-6)
    } else {
      hamiltonian.turn(weights, task, draws, found)
      hamiltonian.gradient(along(1), task, one)
      hamiltonian.gradient(along(-1), task, two)
      for (let i = 0; i < found.length; i++) expect(Math.abs((one[i]! - two[i]!) / (2 * h) - found[i]!)).toBeLessThan(1e-6)
    }
  })
  it('and a plain one have gradients that lower the loss', () => {
    for (const learner of [hamiltonian, plain]) {
      const w = drawn(learner.sizes, 3)
      const workspace = w.slice()
      const first = innerStep(learner, w, task, 0.05, workspace)
      expect(learner.gradient(w, task, workspace)).toBeLessThan(first)
    }
  })
})
