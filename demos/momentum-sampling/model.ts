// Up to four solvers in lock-step, one update a step. In the plane: x′ = λx with z = λδ, from x₀ = 1. Sampling: dx/dσ = ε(x, σ) down the levels.
import type { Stepped } from '@/contract'
import type { Denoiser } from '@/domains/diffusion/mixture'
import { type MultistepState, startMultistep, stepMultistep } from '@/domains/diffusion/multistep'
import { guidedNoise } from '@/domains/diffusion/probabilityFlow'
import { memoized } from '@/memoized'
import { type Params, rulesOf, type Solver, solversOf } from './params'
import { denoiserOf, sigmasOf, startOf } from './problem'

export { type Params, params } from './params'

/** Runs by solver; only of those asked for. */
export type Runs = Partial<Record<Solver, MultistepState>>
export interface State {
  step: number
  /** x of each: one complex number [2], or the places of all samples [n, 2]. */
  runs: Runs
}
export interface Frame {
  /** Noise level of the samples. */
  sigma: number
  /** Places of all samples, [n, 2]; in the plane there are none. */
  places: Readonly<Partial<Record<Solver, Float64Array>>> | null
}

/** Length of the test equation's run. */
export const TEST_STEPS = 60
// A solver far outside its region multiplies by 10⁴ a step. No picture needs more than this, and larger squares would overflow.
const FARTHEST = 1e12

/** Scratch of the sampler, cached so that a step allocates nothing. */
interface Tools {
  denoiser: Denoiser
  cond: Float64Array
}
const toolsOf = memoized((p: Params): Tools => ({ denoiser: denoiserOf(p), cond: new Float64Array(startOf(p.seed).length) }))

/** One update of the test equation. */
export function stepTest(run: MultistepState, rule: Parameters<typeof stepMultistep>[1], re: number, im: number): void {
  const { x, slope } = run
  const a = x[0]!
  const b = x[1]!
  slope[0] = re * a - im * b
  slope[1] = re * b + im * a
  stepMultistep(run, rule, 1)
}

/** One update of samples from noise level `sigma` to `next`. */
export function stepSamples(
  run: MultistepState,
  rule: Parameters<typeof stepMultistep>[1],
  { denoiser, cond }: Tools,
  guidance: number,
  sigma: number,
  next: number,
): void {
  const { x, slope } = run
  guidedNoise(denoiser, guidance, sigma, x, cond, slope)
  stepMultistep(run, rule, next - sigma)
  for (let i = 0; i < x.length; i++) if (!(Math.abs(x[i]!) <= FARTHEST)) x[i] = x[i]! < 0 ? -FARTHEST : FARTHEST
}

const START = Float64Array.of(1, 0)

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    const rules = rulesOf(p)
    const x = p.scene === 'plane' ? START : startOf(p.seed)
    const runs: Runs = {}
    for (const solver of solversOf(p)) runs[solver] = startMultistep(rules[solver], x.slice())
    return { step: 0, runs }
  },
  step(s, p) {
    const rules = rulesOf(p)
    const sigmas = p.scene === 'plane' ? null : sigmasOf(p.steps)
    for (const solver of solversOf(p)) {
      const run = s.runs[solver]!
      if (sigmas === null) stepTest(run, rules[solver], p.z[0], p.z[1])
      else stepSamples(run, rules[solver], toolsOf(p), p.guidance, sigmas[s.step]!, sigmas[s.step + 1]!)
    }
    s.step++
  },
  frame({ step, runs }, p) {
    if (p.scene === 'plane') return { sigma: 0, places: null }
    const places: Partial<Record<Solver, Float64Array>> = {}
    for (const solver of solversOf(p)) places[solver] = runs[solver]!.x.slice()
    return { sigma: sigmasOf(p.steps)[step]!, places }
  },
  steps: (p) => (p.scene === 'plane' ? TEST_STEPS : p.steps),
  dt: () => 1,
  pace: (p) => (p.scene === 'plane' ? 12 : Math.max(2, p.steps / 5)),
}
