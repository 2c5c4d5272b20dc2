// The path of one sample with each solver: its places, and the z = λδ of each of its steps. λ are the eigenvalues of ∂ε/∂x at its place, real since ε is
// a gradient.
import { setSigma } from '@/domains/diffusion/mixture'
import { startMultistep } from '@/domains/diffusion/multistep'
import { stiffness } from '@/domains/diffusion/stiffness'
import { memoized } from '@/memoized'
import { stepSamples } from './model'
import { type Params, rulesOf, type Solver } from './params'
import { denoiserOf, sigmasOf, startOf } from './problem'
import { growthAt, regionOf } from './regions'

export interface Walk {
  /** Places before and after each step, [steps + 1, 2]. */
  path: Float64Array
  /** z of each step in the direction that is farther left, [steps]. */
  stiff: Float64Array
  /** z of each step across it, [steps]. Right of 0 the exact paths separate too. */
  soft: Float64Array
  /** The first step left of the solver's region, from 0; -1: none. */
  leaves: number
  /** Product of the largest roots at `stiff`, where they exceed 1. */
  growth: number
}

const walks = memoized((_: Params) => new Map<Solver, Walk>()) // one walk for each set of parameters, whoever draws it

/** The walk of the picked sample. */
export function walkOf(p: Params, solver: Solver): Walk {
  const walk = walks(p).get(solver) ?? walked(p, solver)
  walks(p).set(solver, walk)
  return walk
}

function walked(p: Params, solver: Solver): Walk {
  const rule = rulesOf(p)[solver]
  const { length, pencil } = regionOf(rule)
  const sigmas = sigmasOf(p.steps)
  const denoiser = denoiserOf(p)
  const run = startMultistep(rule, startOf(p.seed).slice(2 * p.particle, 2 * p.particle + 2))
  const tools = { denoiser, cond: new Float64Array(2) }
  const path = new Float64Array(2 * p.steps + 2)
  const [stiff, soft] = [new Float64Array(p.steps), new Float64Array(p.steps)]
  const lambda = new Float64Array(2)
  let [leaves, growth] = [-1, 1]
  path.set(run.x)
  for (let k = 0; k < p.steps; k++) {
    const [sigma, next] = [sigmas[k]!, sigmas[k + 1]!]
    setSigma(denoiser, sigma)
    stiffness(denoiser, p.guidance, run.x, 0, lambda)
    // the larger λ first, and δ < 0
    stiff[k] = lambda[0]! * (next - sigma)
    soft[k] = lambda[1]! * (next - sigma)
    if (stiff[k]! < -length && leaves < 0) leaves = k
    if (stiff[k]! < 0) growth *= Math.max(1, growthAt(pencil, stiff[k]!, 0))
    stepSamples(run, rule, tools, p.guidance, sigma, next)
    path.set(run.x, 2 * (k + 1))
  }
  return { path, stiff, soft, leaves, growth }
}
