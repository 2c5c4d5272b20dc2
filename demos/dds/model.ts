// One step of the run on pictures: guess what the noisy picture is, lead the guess to the data, add noise again. The state at a step holds the noisy
// picture of that noise level with its guess and correction. On the page of signals, and for CG alone, a step is one CG step.
import type { Needed, Stepped } from '@/contract'
import { correct, misfit, posteriorGradient, renoise } from '@/domains/diffusion/decomposed'
import { linearAlphaBars } from '@/domains/diffusion/schedule'
import { denoise, type Posterior, posteriorOf, type TemplatePrior } from '@/domains/diffusion/templatePrior'
import { advanceCg, type CgState, cgState, startCg } from '@/numerics/conjugateGradient'
import { type Stream, stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { LENGTH } from './line'
import { LINE_STEPS, MOST_CG, type Params, stepsOf, timesOf } from './params'
import { PIXELS } from './phantoms'
import { lineProblemOf, problemOf } from './problem'

export { type Params, params } from './params'

/** Pictures are [400], rows from the top. */
interface Sampling {
  /** The noisy picture, its guess, and the corrected guess. */
  x: Float64Array
  guess: Float64Array
  corrected: Float64Array
  /** For DPS: the gradient of the misfit by x. */
  push: Float64Array
  noise: Stream
  /** Norms of the residuals of the CG steps of this correction; NaN beyond. */
  inner: Float64Array
  /** Length of A x̂₀ - y before and after the correction. */
  before: number
  after: number
  /** Effective number of templates that the guess is made of. */
  effective: number
  /** Work so far: guesses, passes back through the denoiser, products with A or Aᵀ. */
  guesses: number
  gradients: number
  products: number
}
interface Plain {
  x: Float64Array
  cg: CgState
}
export interface State {
  step: number
  sampling: Sampling | null
  /** CG alone: on pictures, or on signals. */
  plain: Plain | null
}
export interface Frame {
  /** Training time of the noise level; -1 at the end. */
  t: number
  sampling: Pick<Sampling, 'x' | 'guess' | 'corrected' | 'push' | 'inner'> | null
  /** What CG alone has found. */
  plain: Float64Array | null
}
interface Maps {
  templates: TemplatePrior
}

const BARS = linearAlphaBars()
/** The code's. */
const STOP = 1e-5
const LINE_STOP = 1e-10 // exact answers are wanted there

const scratch = { fresh: new Float64Array(PIXELS), found: null as Posterior | null }
const postFor = (prior: TemplatePrior) => {
  if (scratch.found?.weights.length !== prior.count) scratch.found = posteriorOf(prior)
  return scratch.found
}

/** Guess and correction of the noisy picture that is there, at the noise level of this step. At the end the picture is the result, beside the last guess. */
function look(s: Sampling, p: Params, step: number, prior: TemplatePrior): void {
  const { correction } = problemOf(p)
  const t = timesOf(p)[step]
  if (t === undefined) {
    s.corrected.set(s.x)
    s.after = misfit(correction, s.x, correction.seen)
    return
  }
  s.inner.fill(Number.NaN)
  const found = postFor(prior)
  s.effective = denoise(prior, p.std, BARS[t]!, s.x, s.guess, found)
  s.guesses++
  s.corrected.set(s.guess)
  s.before = misfit(correction, s.guess, correction.seen)
  if (p.method === 'dds' && p.M > 0) {
    const made = correct(correction, s.corrected, p.M, STOP, s.inner)
    s.products += 2 * (made + 1)
  } else if (p.method === 'dps') {
    posteriorGradient(correction, prior, p.std, BARS[t]!, s.guess, found, s.push)
    s.gradients++
    s.products += 2
  }
  s.after = misfit(correction, s.corrected, correction.seen)
}

/** To the next noise level. The code adds no noise where the next time is 0, nor after it. */
function goOn(s: Sampling, p: Params, step: number): void {
  const [t, next] = [timesOf(p)[step]!, timesOf(p)[step + 1]]
  if (next === undefined || next === 0) s.x.set(s.corrected)
  else {
    for (let i = 0; i < PIXELS; i++) scratch.fresh[i] = steadyNormal(s.noise)
    renoise(s.x, s.guess, s.corrected, scratch.fresh, BARS[t]!, BARS[next]!, p.eta)
  }
  if (p.method === 'dps') for (let i = 0; i < PIXELS; i++) s.x[i]! -= p.zeta * s.push[i]!
}

function startSampling(p: Params, prior: TemplatePrior): Sampling {
  const picture = () => new Float64Array(PIXELS)
  const noise = stream(p.seed, 'noise')
  const s: Sampling = {
    x: picture(),
    guess: picture(),
    corrected: picture(),
    push: picture(),
    noise,
    inner: new Float64Array(MOST_CG + 1),
    before: 0,
    after: 0,
    effective: prior.count,
    guesses: 0,
    gradients: 0,
    products: 0,
  }
  for (let i = 0; i < PIXELS; i++) s.x[i] = steadyNormal(noise)
  look(s, p, 0, prior)
  return s
}

function startPlain(p: Params): Plain {
  const { correction, start } = p.tab === 'line' ? lineProblemOf(p) : { ...problemOf(p), start: new Float64Array(PIXELS) }
  const x = start.slice()
  const cg = cgState(p.tab === 'line' ? LENGTH : PIXELS)
  startCg(correction.system, correction.back, x, cg)
  return { x, cg }
}

export const model: Stepped<Params, State, Frame, Maps> = {
  kind: 'stepped',
  runIn: 'worker',
  needs: ['templates'],
  init(p: Params, { templates }: Needed<Maps>) {
    const isPlain = p.tab === 'line' || p.method === 'cg'
    return {
      step: 0,
      sampling: isPlain ? null : startSampling(p, templates!),
      plain: isPlain ? startPlain(p) : null,
    }
  },
  step(s: State, p: Params, { templates }: Needed<Maps>) {
    if (s.sampling) {
      goOn(s.sampling, p, s.step)
      look(s.sampling, p, s.step + 1, templates!)
    }
    if (s.plain) {
      const { correction } = p.tab === 'line' ? lineProblemOf(p) : problemOf(p)
      advanceCg(correction.system, s.plain.x, s.plain.cg, p.tab === 'line' ? LINE_STOP : STOP)
    }
    s.step++
  },
  frame: ({ step, sampling, plain }, p) => ({
    t: sampling ? (timesOf(p)[step] ?? -1) : -1,
    sampling: sampling && {
      x: sampling.x.slice(),
      guess: sampling.guess.slice(),
      corrected: sampling.corrected.slice(),
      push: sampling.push.slice(),
      inner: sampling.inner.slice(),
    },
    plain: plain?.x.slice() ?? null,
  }),
  steps: stepsOf,
  dt: () => 1,
  pace: (p) => (p.tab === 'line' ? LINE_STEPS / 6 : stepsOf(p) / 8),
}
