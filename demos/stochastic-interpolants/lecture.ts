// The way through the demo. Each step shows what its text says.
import type { LectureStep } from '@/contract'
import type { Params } from './params'
import type { presets } from './presets'

type Step = LectureStep<Params, keyof typeof presets, 'plane' | 'strip' | 'histogram' | 'cost' | 'pairs' | 'coupling'>

export const lecture: readonly Step[] = [
  {
    id: 'pair',
    title: 'One pair',
    view: 'plane',
    preset: 'straight',
    params: { gamma: 'bsquared', pair: true, particles: false, flow: false, density: false, eps: 0 },
    step: 80,
    text: 'Take a sample $x_0$ of the left cloud and a sample $x_1$ of the right one. Between them $x_t = a_tx_0 + b_tx_1 + \\gamma_tz$ lies somewhere in the tube: its radius is γ(t), zero at both ends.',
    ask: 'Drag the ends. Which γ gives a fatter tube?',
  },
  {
    id: 'cloud',
    title: 'All pairs',
    view: 'plane',
    preset: 'straight',
    params: { gamma: 'bsquared', pair: true, particles: false, flow: false, density: true, eps: 0 },
    step: 80,
    text: 'All pairs together are a cloud with density $\\rho_t$. Between Gaussian mixtures it is known exactly: {left} humps times {right} humps, at t = {time}.',
    ask: 'Press play. Where are the six humps at t = ½?',
  },
  {
    id: 'flow',
    title: 'Follow the mean velocity',
    view: 'strip',
    preset: 'straight',
    params: { gamma: 'bsquared', eps: 0 },
    step: 'end',
    text: 'With ε = 0 every particle moves with $b(t,x)$, the mean velocity of all pairs that pass through $x$ at time $t$. Nobody follows a pair, and yet the cloud is right at every time.',
    ask: 'How far is the histogram from the exact density? How far are exact samples?',
  },
  {
    id: 'wild',
    title: 'The same cloud, wild paths',
    view: 'strip',
    preset: 'straight',
    params: { gamma: 'bsquared', eps: 2 },
    step: 'end',
    text: 'With ε = {eps} the sampler adds noise and pulls back along the score. The paths go wild. The density image has not changed, and neither has the histogram, but for luck.',
    ask: 'Drag ε from 0 to 5. What changes?',
  },
  {
    id: 'errors',
    title: 'Now the model is wrong',
    view: 'cost',
    preset: 'imperfect',
    params: { deltaB: 0.3, deltaS: 0, eps: 0 },
    step: 'end',
    text: 'A learned velocity is never exact. Here it is wrong by δb = {deltaB}, and the ODE carries all of it to the end: KL 0.121. An SDE looks up in its score where the cloud should be, and forgets the error: drag ε to the right.',
    ask: 'Then raise δs to 0.3. Why does the curve become a U, best near $\\varepsilon^* = |\\delta_b/\\delta_s|$?',
  },
  {
    id: 'noise',
    title: 'Through pure noise',
    view: 'plane',
    preset: 'noise',
    params: { eps: 0.5 },
    step: 100,
    text: 'This path leads through zero: at t = {time} there is nothing but $\\gamma z$, a standard normal. Encode the left cloud, decode to the right one: whatever the left one was is forgotten.',
    ask: 'Drag a Gaussian on the left. Does the cloud at t = ½ notice?',
  },
  {
    id: 'bridge',
    title: 'The least surprising way',
    view: 'strip',
    preset: 'bridge',
    params: { sigma: 4 },
    step: 'end',
    text: 'Couple $x_0$ and $x_1$ instead of drawing them independently, and choose $\\gamma = \\sigma\\sqrt{t(1-t)}$: this is the Schrödinger bridge of two Gaussians. With σ = {sigma} the noise shuffles the pairs: their covariance is {covariance}.',
    ask: 'Drag σ down to 0.05. What becomes of the pairs?',
  },
]
