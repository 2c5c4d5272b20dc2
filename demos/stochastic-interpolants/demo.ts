import { defineDemo } from '@/contract'
import { claims } from './claims'
import { cost } from './cost'
import { handles } from './handles'
import { lesson } from './lesson'
import meta from './meta'
import { model, params } from './model'
import { presets } from './presets'
import { humpOf } from './problem'
import { readouts } from './readouts'
import { snippet } from './snippet'

export default defineDemo({
  meta,
  params,
  model,
  maps: { cost },
  readouts,
  tabs: {
    by: 'scene',
    views: {
      plane: ['plane', 'strip', 'histogram'],
      line: ['strip', 'cost', 'histogram'],
      bridge: ['strip', 'pairs', 'coupling'],
    },
    ledes: {
      line: 'Particles go from one hump to two with a velocity that is a little wrong. Without noise they carry the error to the end: raise ε, and see how much of it is left.',
      bridge:
        'Of all ways from one cloud to the other this is the one nearest to mere shaking, by noise σ. Drag σ: much of it shuffles the pairs, little of it sorts them.',
    },
    openings: { plane: 110, line: 'end', bridge: 'end' },
  },
  views: {
    plane: {
      title: 'From the left cloud to the right',
      note: '{n} particles',
      alt: 'Two clouds of Gaussians, drawn as ellipses, and between them the exact density at time {time} with {n} particles of the sampler with ε = {eps}. Three of them are followed, beside the ODE from the same starts.',
    },
    strip: {
      title: 'Against time',
      note: 'paths on the exact density',
      alt: 'Time to the right: exact density of one coordinate as an image, with 24 paths of the sampler and of the ODE from the same starts.',
    },
    histogram: {
      title: 'Particles now',
      note: 't = {time}',
      alt: 'Histogram of {n} particles beside the exact density at time {time}. They differ by {distance}; exact samples differ by {floor} on average.',
    },
    cost: {
      title: 'What the errors cost',
      note: 'KL of the end against ε',
      alt: 'Kullback-Leibler divergence of where the sampler ends, against ε, for errors δb = {deltaB} and δs = {deltaS}, with the bound dashed and the ODE as a level line.',
    },
    pairs: {
      title: 'From where to where',
      note: '{n} particles',
      alt: 'Place now against place at the start for each particle; covariance {covariance}, that of the bridge {exactCovariance}. The ODE keeps them sorted, on a line.',
    },
    coupling: {
      title: 'Pairing of the ends',
      note: 'covariance c against σ',
      alt: 'Covariance of start and end of the bridge against the noise of its reference: from that of sorted pairs down to none.',
    },
  },
  words: {
    sde: 'SDE, ε =',
    particles: 'particles',
    ode: 'ODE, ε = 0',
    exact: 'exact density',
    crowd: '100,000 particles, ODE',
    atStart: 't = 0',
    atEnd: 't = 1',
    atBoth: 't = 0 and 1',
    time: 't',
    pair: 'a pair',
    sample0: 'x₀',
    sample1: 'x₁',
    wrongBins: 'in wrong bins:',
    always: 'exact samples, on average:',
    perfect: 'a perfect model costs nothing: raise δb',
    best: 'ε* = |δb/δs|',
    bound: 'bound (none for the ODE)',
    odeEnds: 'ODE:',
    sorted: 'ODE: sorted',
    pairsOf: 'bridge',
    covariance: 'covariance:',
    exactly: 'exactly:',
    transport: 'sorted (optimal transport)',
    independent: 'independent: 0',
    bridge: 'bridge, √(2ε) = σ',
    axisTime: 'time, t',
    axisHeight: 'height, y',
    axisPlace: 'place, x',
    axisEps: 'noise of the sampler, ε',
    axisSigma: 'noise of the reference, σ',
    axisStart: 'start, x₀',
    axisNow: 'xₜ',
  },
  opening: 110,
  handles,
  sliders: {
    eps: (p) => ({
      marks: [
        { value: 0, label: 'ODE' },
        ...(p.scene === 'line' && p.deltaB !== 0 && p.deltaS !== 0 && Math.abs(p.deltaB / p.deltaS) <= 5
          ? [{ value: Math.abs(p.deltaB / p.deltaS), label: 'ε*' }]
          : []),
      ],
    }),
    sigma: (p) => ({ marks: [{ value: Math.sqrt(humpOf(p, 0)[1] * humpOf(p, 1)[1]), label: 'σ² = s₀s₁' }] }),
  },
  equations: [
    {
      tex: 'x_t = a_tx_0 + b_tx_1 + \\gamma_t z',
      spoken: 'x t is a times x zero plus b times x one plus gamma times z, a standard normal.',
    },
    {
      tex: 'b(t,x) = E[\\dot x_t \\mid x_t = x]',
      spoken: 'b of t and x is the mean velocity of all pairs that pass through x at time t.',
    },
    { tex: 's(t,x) = \\nabla\\log\\rho_t(x)', spoken: 's, the score, is the gradient of log rho.' },
    {
      tex: 'dX = \\bigl(b + \\p{eps}\\,s\\bigr)dt + \\sqrt{2\\p{eps}}\\,dW',
      tabs: ['plane', 'line'],
      spoken: 'The particle moves with b plus epsilon s, and with noise of size root two epsilon.',
    },
    {
      tex: '\\mathrm{KL} \\le \\tfrac1{4\\p{eps}}\\textstyle\\int E\\,|\\p{deltaB} + \\p{eps}\\,\\p{deltaS}|^2dt',
      tabs: ['line'],
      spoken: 'The divergence is at most one over four epsilon, times the mean square of delta b plus epsilon delta s.',
    },
  ],
  presets,
  claims,
  lecture: lesson,
  snippet,
})
