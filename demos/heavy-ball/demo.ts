import { defineDemo } from '@/contract'
import { bestHeavyBall, bestStep, criticalBeta, fence, samplerFence } from '@/domains/optim/heavyBallTheory'
import { lesson } from './lesson'
import { flat, steep, tuning } from './map'
import { measured } from './measured'
import { isBest, isInWedge, measuredFence, measuredSamplerFence, shrinkPerStep, stepsPerMillionth } from './measures'
import meta from './meta'
import { model } from './model'
import { curvatureBounds, isStraight, params } from './params'
import { presets, threePieces } from './presets'
import { readouts } from './readouts'
import { snippet } from './snippet'

export default defineDemo({
  meta,
  params,
  model,
  maps: { measured },
  readouts,
  views: {
    valley: {
      title: 'The valley',
      alt: 'Contour lines of the surface with the paths of the methods from one start. The heavy ball has α = {alpha} and β = {beta}.',
    },
    map: {
      title: 'The map of rates',
      note: 'slowest dot ringed',
      alt: 'Each direction of the valley is a dot at step size × curvature and momentum. Colour is the factor by which its error shrinks each step; the slowest has {rate}.',
    },
    errors: {
      title: 'Height above the bottom',
      note: 'log scale',
      alt: 'Height above the bottom against steps, on a logarithmic scale, with the predicted slope dashed.',
    },
    tuning: {
      title: 'Measured on this function',
      note: '150 steps each',
      alt: 'For each step size and momentum, how much of the distance is left after 150 steps. Hatched where the ball flies off.',
    },
  },
  words: {
    descent: 'gradient descent',
    ball: 'heavy ball',
    nesterov: 'Nesterov',
    start: 'start',
    bottom: 'bottom',
    flat: 'flat',
    steep: 'steep',
    along: 'along the floor',
    across: 'across',
    glides: 'glides',
    ripples: 'ripples',
    flips: 'flips',
    fliesOff: 'flies off',
    fliesOffAt: 'flies off at step',
    predicted: 'predicted slope',
    partFlat: '|e₁|, along the floor',
    partSteep: '|e₂|, across',
    partHeight: 'f − f*',
    axisCurvature: 'step size × curvature, αλ',
    axisMomentum: 'momentum, β',
    axisReach: 'solver step × stiffness, δ|λ| = −z',
    axisWeight: 'averaging weight, β̃ = 1 − β',
    axisStep: 'step',
    axisHeight: 'height above the bottom, f − f*',
    axisSlope: 'steepness squared, |∇f|²',
    axisAlpha: 'step size, α',
    left: 'of the way left',
    nothing: 'nothing left',
    everything: 'all of it left',
    fence: 'fence',
    best: 'best',
    critical: 'critical',
    roots: 'roots',
    unit: '1',
    rho: 'ρ',
  },
  opening: 30,
  handles: {
    start: {
      label: 'start',
      view: 'valley',
      invite: 'start · drag me',
      moves: ['start'],
      at: (p) => p.start,
      move: (start) => ({ start }),
    },
    flat: { label: 'flat direction', view: 'map', quiet: true, moves: ['alpha', 'beta', 'kappa'], when: isStraight, ...flat },
    steep: { label: 'steep direction', view: 'map', quiet: true, moves: ['alpha', 'beta', 'kappa'], when: isStraight, ...steep },
    tuning: { label: 'step size and momentum', view: 'map', quiet: true, moves: ['alpha', 'beta'], when: isStraight, ...tuning },
    tuned: {
      label: 'step size and momentum',
      view: 'tuning',
      moves: ['alpha', 'beta'],
      when: (p) => !isStraight(p),
      at: (p) => [Math.log10(p.alpha), p.beta],
      move: ([x, y]) => ({ alpha: 10 ** Math.min(x, 1), beta: Math.min(Math.max(y, 0), 0.999) }),
    },
  },
  sliders: {
    alpha(p) {
      const curvatures = curvatureBounds(p)
      if (!curvatures) return {}
      const [, high] = curvatures
      return {
        min: Math.min(1e-4, 4e-3 / high),
        max: 4 / high,
        marks: [
          { value: bestStep(p.beta, ...curvatures), label: 'best' },
          { value: fence(Math.min(p.beta, 1)) / high, label: 'fence' },
        ],
      }
    },
    beta(p) {
      const curvatures = curvatureBounds(p)
      if (!curvatures) return {}
      const best = bestHeavyBall(...curvatures).beta
      const critical = criticalBeta(Math.min(1, p.alpha * curvatures[0]))
      const marks = [{ value: best, label: 'best' }]
      return { marks: Math.abs(critical - best) < 0.02 ? marks : [...marks, { value: critical, label: 'critical' }] }
    },
  },
  equations: [
    {
      tex: 'z \\leftarrow \\p{beta}\\,z + \\nabla f(w)',
      spoken: 'The velocity z becomes beta times z, plus the gradient of f at w.',
    },
    { tex: 'w \\leftarrow w - \\p{alpha}\\,z', spoken: 'The place w becomes w minus alpha times z.' },
    {
      tex: '\\sigma_\\pm = \\tfrac12\\bigl(s \\pm \\sqrt{s^2 - 4\\p{beta}}\\bigr)',
      spoken: 'Sigma plus and minus are one half of s plus or minus the root of s squared minus four beta.',
    },
    {
      tex: 's = 1 + \\p{beta} - \\p{alpha}\\lambda,\\quad \\rho = \\max|\\sigma_\\pm|',
      spoken: 'Here s is one plus beta minus alpha lambda, and the rate rho is the larger modulus of the two.',
    },
  ],
  presets,
  claims: [
    {
      says: 'The largest stable step size is (2 + 2β)/λ, λ the steepest curvature.',
      kind: 'analysis',
      source: 'README, “Derivation”',
      given: {},
      measure: (run, again) => measuredFence(run, again),
      expect: (p) => fence(p.beta) / p.kappa,
      within: { rel: 8e-6 },
    },
    {
      says: 'Momentum moves the fence out by a factor 1 + β.',
      kind: 'analysis',
      source: 'README, “Derivation”',
      given: {},
      unit: '×',
      measure: (run, again) => measuredFence(run, again) / measuredFence(run, again, 0),
      expect: (p) => 1 + p.beta,
      within: { rel: 2e-6 },
    },
    {
      says: 'Each at its best, the ball gains on the bottom about √κ times sooner than gradient descent: 10 times for κ = 100.',
      kind: 'paper',
      source: 'Goh 2017, “The dynamics of momentum”',
      given: 'optimal',
      unit: '×',
      also: isBest,
      measure: (_run, again) => stepsPerMillionth(again, 'descent') / stepsPerMillionth(again, 'ball'),
      expect: (p) => Math.log((Math.sqrt(p.kappa) - 1) / (Math.sqrt(p.kappa) + 1)) / Math.log((p.kappa - 1) / (p.kappa + 1)),
      within: { rel: 0.02 }, // a double root gives k ρᵏ: at step 350 its slope is 1/350 flatter than ln ρ = -0.2
    },
    {
      says: 'At its best for κ = 100 the ball takes 69 steps for each further factor of a million.',
      kind: 'analysis',
      source: 'README, “Derivation”',
      given: 'optimal',
      unit: 'steps',
      measure: (_run, again) => stepsPerMillionth(again, 'ball'),
      expect: () => 69,
      within: { rel: 0.02 }, // as above
    },
    {
      says: 'At its best for κ = 100 gradient descent takes 691 steps for each further factor of a million.',
      kind: 'analysis',
      source: 'README, “Derivation”',
      given: 'optimal',
      unit: 'steps',
      measure: (_run, again) => stepsPerMillionth(again, 'descent'),
      expect: () => 691,
      within: { abs: 0.5 },
    },
    {
      says: 'Inside the wedge the ball shrinks by √β each step, whatever the step size.',
      kind: 'paper',
      source: 'Goh 2017, “The dynamics of momentum”',
      given: 'ripples',
      also: isInWedge,
      measure: (_run, again) => shrinkPerStep(again),
      expect: (p) => Math.sqrt(p.beta),
      within: { rel: 2e-3 },
      needs: { error: 1.3e-3, because: 'the worst of 2000 tunings drawn at random' },
    },
    {
      says: 'Inside the wedge ten times the step size changes nothing in the rate: the ratio is 1.',
      kind: 'paper',
      source: 'Goh 2017, “The dynamics of momentum”',
      given: 'ripples',
      measure: (run, again) => shrinkPerStep(again, { alpha: 10 * run.params.alpha }) / shrinkPerStep(again),
      expect: () => 1,
      within: { abs: 3e-6 },
    },
    {
      says: 'In a sampler’s words the fence stands at δ|λ| = (4 − 2β̃)/β̃ with β̃ = 1 − β.',
      kind: 'paper',
      source: 'Wizadwongsa et al. 2023; README, “Derivation”',
      given: {},
      also: (p) => p.beta <= 0.9,
      measure: ({ params }) => measuredSamplerFence(1 - params.beta),
      expect: (p) => samplerFence(1 - p.beta),
      within: { rel: 1e-6 },
    },
    {
      says: 'On three pieces the ball never arrives: it ends in a cycle whose farthest place is x = 2592/1225.',
      kind: 'paper',
      source: 'Lessard, Recht and Packard 2016; computed in README, “Derivation”',
      given: 'never',
      measure: (_run, again) => Math.max(...again({ steps: 300 }).series.ballX.slice(-3)),
      expect: () => 2592 / 1225,
      within: { abs: 1e-9 },
    },
    {
      says: 'From x = 2 the same ball on the same surface arrives at 0.',
      kind: 'program',
      source: 'README, “Derivation”',
      given: { ...threePieces, start: [2, 1] },
      measure: (_run, again) => again({ steps: 300 }).series.ballX[300]!,
      expect: () => 0,
      within: { abs: 1e-9 },
    },
  ],
  lecture: lesson,
  snippet,
})
