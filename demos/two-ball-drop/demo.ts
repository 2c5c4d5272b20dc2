import { defineDemo } from '@/contract'
import { timeExponent } from '@/domains/dynamics/fall'
import { dilutedSlope } from '@/domains/dynamics/timingRatio'
import { lineHandle, sceneHandles } from './handles'
import { lesson } from './lesson'
import { isGenerator, PRINTED } from './makers'
import { constantSpeedSlope, EARTH, filmsDiffer, fine, outsideBox, rendered } from './measures'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { presets, READ } from './presets'
import { readouts } from './readouts'
import { SPREAD } from './scenes'
import { snippet } from './snippet'
import { views, words } from './texts'

export default defineDemo({
  meta,
  params,
  model,
  readouts,
  views,
  tabs: { by: 'tab', views: { clip: ['scene', 'video', 'ratio'], campaign: ['ratio', 'strip', 'rules'] } },
  opening: 19,
  words,
  handles: {
    ...sceneHandles,
    line: lineHandle,
    rule: {
      label: 'exponent and scatter of the stand-in',
      view: 'rules',
      moves: ['p', 'scatter'],
      when: (p) => p.maker === 'own',
      at: (p) => [p.scatter, p.p],
      move: ([x, y]) => ({ scatter: Math.min(Math.max(x, 0), 1), p: Math.min(Math.max(y, 0), 3) }),
    },
  },
  sliders: {
    g: () => ({
      marks: [
        { value: 1.62, label: 'Moon' },
        { value: EARTH, label: 'Earth' },
      ],
    }),
    fps: () => ({ marks: [{ value: 24, label: 'film' }] }),
    focal: () => ({ marks: [{ value: 50, label: '50' }] }),
    alpha: (p) =>
      isGenerator(p.maker) ? { marks: [{ value: Math.sqrt(EARTH / PRINTED[p.maker].mean), label: 'mean → Earth' }] } : {},
  },
  equations: [
    { tex: 't = \\sqrt{2h/\\p{g}}', spoken: 'A fall through h takes the root of two h over g.' },
    {
      tex: 'g_{\\mathrm{eff}} = 2h/t^2',
      spoken: 'From one ball one reads g as two h over t squared.',
    },
    {
      tex: 't_1^2/t_2^2 = \\p{h1}/\\p{h2}',
      spoken: 'The ratio of squared times is the ratio of heights, whatever g is.',
    },
    {
      tex: 'y = y_c - \\p{focal}\\,(z - z_c)/D',
      spoken: 'A level camera shows height z in row y: the centre less the focal length times z minus z c, over the distance.',
    },
  ],
  presets,
  claims: [
    {
      says: 'Weak gravity, slow motion and a giant’s house give one film: no row of any frame differs.',
      kind: 'paper',
      source: 'README, “Why it works”',
      given: 'weak',
      unit: 'px',
      measure: (_run, again) => filmsDiffer(again, READ),
      expect: () => 0,
      within: { abs: 1e-9 },
    },
    {
      says: 'Filmed at 55.9 frames a second and shown at 24, Earth’s gravity reads 1.81 m/s².',
      kind: 'analysis',
      source: 'Thozhiyoor et al. 2025; README, “Why it works”',
      given: 'slow',
      unit: 'm/s²',
      measure: (run) => run.series.g1[run.last]!,
      expect: () => READ,
      within: { rel: 0.02 },
      needs: { error: 0.046, because: 'a drop frame is whole: half a frame of 39, and the reading goes with its square' },
    },
    {
      says: 'At none of ten frame rates from 6 to 120 is the exact point outside the error box.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: {},
      measure: (_run, again) => outsideBox(again),
      expect: () => 0,
      within: { abs: 0 },
    },
    {
      says: 'The benchmark’s 50 rendered scenes, filmed and tracked here, have a straight line of slope 1.01.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: {},
      measure: ({ params }) => rendered(params).slope,
      expect: () => 1.011834, // the independent program
      within: { abs: 1e-4 },
    },
    {
      says: 'Their exponent is 0.97: frames a little coarse for short falls pull it below 1.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: {},
      measure: ({ params }) => rendered(params).exponent,
      expect: () => 0.971155, // the independent program
      within: { abs: 1e-4 },
    },
    {
      says: 'Read one by one their balls show gravity of 9.7 m/s² on average.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: {},
      unit: 'm/s²',
      measure: ({ params }) => rendered(params).reading,
      expect: () => 9.72574, // the independent program
      within: { abs: 1e-3 },
    },
    {
      says: 'With gravity of 1.81 m/s² their exponent is 0.98: any uniform gravity passes the test.',
      kind: 'program',
      source: 'README, “Why it works”',
      given: 'weak',
      measure: ({ params }) => rendered(params).exponent,
      expect: () => 0.9767, // the independent program
      within: { abs: 2e-3 }, // it counts 49 scenes, where a ball still rolls at the end,
    },
    {
      says: 'Playing clips faster scales all readings alike: their relative spread keeps the factor 1.',
      kind: 'paper',
      source: 'README, “Why it works”',
      given: 'veo3',
      measure: (run, again) => again({ alpha: 2.08 }).series.variation[0]! / run.series.variation[0]!,
      expect: () => 1,
      within: { abs: 1e-12 },
    },
    {
      says: 'Balls that fall at one constant speed (p = 2) give a straight line of slope 0.19, near the 0.21 printed for Veo3 and Wan 14B.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: { tab: 'campaign', maker: 'own', p: 2, scatter: 0 },
      measure: () => constantSpeedSlope(SPREAD),
      expect: () => dilutedSlope(SPREAD, 2, 0),
      within: { rel: 0.07 },
    },
    {
      says: 'Near terminal speed the exponent is 2X/(X + ln 2) with X = gh/v²: 1.87 for the feather.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: 'feather',
      measure: (_run, again) => fine(again, 'exponent', { h1: 2.6, h2: 2.14 }),
      expect: (p) => timeExponent(p.h1, p.g, p.terminal),
      within: { rel: 0.01 },
      needs: { error: 0.026, because: 'half a frame of 1/240 s in a difference of times of 0.15 s' },
    },
    {
      says: 'A second ball farther away by 1 m stretches the ratio of drops by D₂/D₁.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: {},
      unit: '×',
      measure: (_run, again) => fine(again, 'heights', { offset: 1 }) / fine(again, 'heights'),
      expect: (p) => 1 + 1 / p.camera[0],
      within: { rel: 1e-12 },
    },
    {
      says: 'One ball suffices for another test: the bounce read from times over that read from heights is 1.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: {},
      measure: (_run, again) => fine(again, 'bounceTime') / fine(again, 'bounceHeight'),
      expect: () => 1,
      within: { abs: 0.01 },
      needs: { error: 0.005, because: 'two frames in 400' },
    },
    {
      says: 'On ramps of one slope the ratio of squared times over that of drops is 1, though gravity seems weak.',
      kind: 'analysis',
      source: 'README, “Why it works”',
      given: 'ramps',
      measure: (_run, again) => fine(again, 'times') / fine(again, 'heights'),
      expect: () => 1,
      within: { abs: 0.002 },
      needs: { error: 0.004, because: 'half a frame of 1/240 s in times of a second, squared' },
    },
  ],
  lecture: lesson,
  snippet,
})
