// What the page promises as numbers that can fail.
import type { Claim } from '@/contract'
import { driftRate, noiseRate } from '@/domains/diffusion/affine'
import type { Errors } from './errors'
import type { State } from './model'
import { bumpOf, landingTime, type Params } from './params'
import type { presets } from './presets'
import { factsOf, jumpOf, scheduleOf } from './problem'
import type { readouts } from './readouts'
import type { Trained } from './training'

type Series = keyof typeof readouts
type Said = Claim<Params, State, Series, keyof typeof presets, { errors: Errors; training: readonly Trained[] }>
type Run = Parameters<Said['measure']>[0]

const program = 'README, “What was measured”; another program, in NumPy and SciPy'
const derived = 'README, “Derivation”'
const ours = 'README, “What was measured”'
const last = (name: Series) => (run: Run) => run.series[name].at(-1)!
const isOnLine = (p: Params) => p.tab === 'line'

const kl = (to: number, value: number, digits: number): Said => ({
  says: `From t = 0.8 to ${to} at x = −1 the exact law is ${value.toFixed(digits)} nats (KL) from DDPM’s draw.`,
  kind: 'program',
  source: program,
  given: { time: 0.8, x: -1, to },
  unit: 'nats',
  measure: last('kl'),
  expect: () => value,
  within: { abs: 0.5 * 10 ** -digits },
})
const error = (name: string, summary: string, value: number, digits: number): Said => ({
  says: `In 8 steps ${name} misses the exact end of the worst of five points by ${value.toFixed(digits)}.`,
  kind: 'program',
  source: program,
  given: { steps: 8 },
  measure: (run) => run.summary(summary),
  expect: () => value,
  within: { abs: 0.5 * 10 ** -digits },
})
const order = (name: string, summary: string, value: number): Said => ({
  says: `From 64 to 128 steps ${name} has the order ${value.toFixed(2)}.`,
  kind: 'program',
  source: program,
  given: 'bumps',
  measure: (run) => run.summary(summary),
  expect: () => value,
  within: { abs: 0.005 },
})

const shares = (lambda: number, value: number): Said => ({
  says: `With λ = ${lambda} and 128 steps of the SDE the shares of 300 particles are at most ${value} off.`,
  kind: 'run',
  source: ours,
  given: { sampler: 'sde', lambda, steps: 128 },
  measure: last('apart'),
  expect: () => value,
  within: { abs: lambda === 0 ? 0.0001 : 0.001 },
})

export const claims: readonly Said[] = [
  {
    says: 'x̂₀, ε̂, s and v give each other back: no difference.',
    kind: 'paper',
    source: 'Lai et al., Proposition 6.3.1 and Conclusion 6.3.2',
    given: 'bumps',
    also: isOnLine,
    measure: last('residual'),
    expect: () => 0,
    within: { abs: 1e-12 },
  },
  {
    says: 'v = fx − ½g²s, the velocity of the probability-flow ODE: no difference.',
    kind: 'paper',
    source: 'Lai et al., Equation 6.4.3',
    given: 'bumps',
    also: isOnLine,
    measure({ params }) {
      const level = scheduleOf(params)(params.time)
      const { score, velocity } = factsOf(params)!
      return velocity - driftRate(level) * params.x + (noiseRate(level) / 2) * score
    },
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'The mean of DDPM’s draw is that of the exact law, for every step: no difference.',
    kind: 'analysis',
    source: derived,
    given: 'bigJump',
    also: (p) => isOnLine(p) && p.time - landingTime(p) > 0.001,
    measure: (run) => last('kernelMean')(run) - last('ddpmMean')(run),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'The variance that its draw lacks is that of x₀, times the square of the share of x̂₀ in its mean.',
    kind: 'analysis',
    source: derived,
    given: 'bigJump',
    measure({ params }) {
      const { kernel } = jumpOf(params)
      return kernel!.variance - kernel!.ddpmVariance
    },
    expect(p) {
      const [late, early] = [scheduleOf(p)(p.time), scheduleOf(p)(landingTime(p))]
      const spread = late.sigma ** 2 - ((late.alpha / early.alpha) * early.sigma) ** 2
      return ((early.alpha * spread) / late.sigma ** 2) ** 2 * factsOf(p)!.variance
    },
    within: { abs: 1e-9 },
  },
  kl(0.2, 9.36, 2),
  kl(0.6, 0.146, 3),
  kl(0.75, 0.005, 4),
  error('DDIM', 'errorDdim', 0.177, 3),
  error('Euler on v', 'errorEuler', 0.0342, 4),
  error('Heun', 'errorHeun', 0.0122, 4),
  error('DPM++ 2M', 'errorDpm', 0.0262, 4),
  order('DDIM', 'orderDdim', 0.99),
  order('Euler', 'orderEuler', 1.02),
  order('Heun', 'orderHeun', 1.98),
  order('DPM++ 2M', 'orderDpm', 2),
  {
    says: 'On the straight schedule DDIM and Euler miss by the same: no difference.',
    kind: 'paper',
    source: 'Lai et al., Observation 9.2.1',
    given: 'rectified',
    also: (p) => p.tab === 'line' && p.schedule !== 'vp',
    measure: (run) => run.summary('errorDdim') - run.summary('errorEuler'),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'On the turning schedule they do not: 0.0913 against 0.0156 in 16 steps, a difference of 0.0757.',
    kind: 'program',
    source: program,
    given: 'bumps',
    measure: (run) => run.summary('errorDdim') - run.summary('errorEuler'),
    expect: () => 0.0757,
    within: { abs: 0.0001 },
  },
  {
    says: 'The flow map lands at one place in one jump and in several: no difference.',
    kind: 'paper',
    source: 'Lai et al., Equation 11.2.1',
    given: 'flowMap',
    also: isOnLine,
    measure: (run) => last('landing')(run) - last('direct')(run),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'One Gaussian is moved by a straight line: Ψ(x) = mₛ + (τₛ/τₜ)(x − mₜ).',
    kind: 'analysis',
    source: derived,
    given: 'gaussian',
    measure: last('direct'),
    expect(p) {
      const [late, early] = [scheduleOf(p)(p.time), scheduleOf(p)(landingTime(p))]
      const [mean, std] = bumpOf(p, 1)
      const width = ({ alpha, sigma }: typeof late) => Math.hypot(alpha * std, sigma)
      return early.alpha * mean + (width(early) / width(late)) * (p.x - late.alpha * mean)
    },
    within: { abs: 1e-9 },
  },
  shares(0, 0.0024),
  shares(1, 0.029),
  shares(2, 0.039),
  {
    says: 'The point of the first picture sets out where its exact path does: 16 exact steps miss nothing.',
    kind: 'analysis',
    source: derived,
    given: { sampler: 'map' },
    measure: last('missed'),
    expect: () => 0,
    within: { abs: 1e-9 },
  },
  {
    says: 'Of four networks the one for v errs least as a velocity: 0.356.',
    kind: 'run',
    source: ours,
    given: 'train',
    slow: true,
    measure: (run) => run.summary('missVelocity'),
    expect: () => 0.356,
    within: { abs: 0.001 },
  },
  {
    says: 'At t = 0.02 the one for x₀ errs 15.0 times as much as that for v.',
    kind: 'run',
    source: ours,
    given: 'train',
    slow: true,
    unit: '×',
    measure(run) {
      const at = (target: string) => run.map('training').find((one) => one.target === target)!.misses[0]!
      return at('x0') / at('velocity')
    },
    expect: () => 15,
    within: { abs: 0.1 },
  },
]
