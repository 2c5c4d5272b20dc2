import { defineDemo } from '@/contract'
import { timeExponent } from '@/domains/dynamics/fall'
import { dilutedSlope } from '@/domains/dynamics/timingRatio'
import { lineHandle, sceneHandles } from './handles'
import { isGenerator, PRINTED } from './makers'
import { constantSpeedSlope, EARTH, filmsDiffer, fine, outsideBox, rendered, threeWorlds } from './measures'
import meta from './meta'
import { model } from './model'
import { params } from './params'
import { readouts } from './readouts'
import { SPREAD } from './scenes'
import { snippet } from './snippet'
import { views, words } from './texts'

const READ = 1.81 // m/s², the mean printed for Wan 5B
const plain = { tab: 'clip', g: EARTH, fps: 24, size: 1, alpha: 1, label: 'assumed', air: false, track: 'fall' } as const
const [weak, slow, giant] = threeWorlds(READ).map((world) => ({ ...plain, ...world })) as [object, object, object]

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
  presets: {
    earth: { label: 'Earth', params: plain, note: 'The reading is right, give or take a frame.' },
    weak: { label: 'weak gravity', params: weak, note: 'Gravity of 1.81 m/s², a little more than on the Moon.' },
    slow: {
      label: 'slow motion',
      params: slow,
      note: 'Earth, filmed at 55.9 frames a second and shown at 24. Frame by frame the film of weak gravity.',
    },
    giant: { label: 'giant’s house', params: giant, note: 'Earth, all lengths times 5.42. Again the same film.' },
    doll: {
      label: 'doll’s house',
      params: { ...plain, size: 0.1, fps: 240, label: 'honest' },
      note: 'All lengths a tenth: gravity reads ten times too strong, and the point stays.',
    },
    feather: {
      label: 'feather',
      params: { ...plain, air: true, terminal: 1.5 },
      note: 'At terminal speed squared time grows like height squared.',
    },
    ramps: {
      label: 'ramps',
      params: { ...plain, track: 'ramps', h1: 1.6, h2: 0.8, camera: [6.5, 1] },
      note: 'Galileo slowed the fall with ramps. Tilt one of them.',
    },
    veo3: {
      label: 'Veo3-like',
      params: { tab: 'campaign', maker: 'veo3' },
      note: 'A stand-in with the printed spread of readings and an exponent that we read off the published figure.',
    },
    wan5: {
      label: 'Wan 5B-like',
      params: { tab: 'campaign', maker: 'wan5' },
      note: 'A stand-in: scatter rather than a rule.',
    },
    adapter: {
      label: '… with adapter',
      params: { tab: 'campaign', maker: 'adapter5' },
      note: 'The same generator after training on 100 clips of single balls: a stand-in with the printed numbers.',
    },
  },
  claims: [
    {
      says: 'Weak gravity, slow motion and a giant’s house give one film: no row of any frame differs.',
      kind: 'paper',
      source: 'README, “One ball”',
      given: 'weak',
      unit: 'px',
      measure: (_run, again) => filmsDiffer(again, READ),
      expect: () => 0,
      within: { abs: 1e-9 },
    },
    {
      says: 'Filmed at 55.9 frames a second and shown at 24, Earth’s gravity reads 1.81 m/s².',
      kind: 'analysis',
      source: 'Thozhiyoor et al. 2025; README, “One ball”',
      given: 'slow',
      unit: 'm/s²',
      measure: (run) => run.series.g1[run.last]!,
      expect: () => READ,
      within: { rel: 0.02 }, // a frame more or less in 39 shifts it by 5 %; here it is a quarter of one
    },
    {
      says: 'At none of ten frame rates from 6 to 120 is the exact point outside the error box.',
      kind: 'analysis',
      source: 'README, “The error box”',
      given: {},
      measure: (_run, again) => outsideBox(again),
      expect: () => 0,
      within: { abs: 0 },
    },
    {
      says: 'The benchmark’s 50 rendered scenes, filmed and tracked here, have a straight line of slope 1.01.',
      kind: 'program',
      source: 'README, “113 clips”',
      given: {},
      measure: ({ params }) => rendered(params).slope,
      expect: () => 1.011834, // the independent program
      within: { abs: 1e-4 },
    },
    {
      says: 'Their exponent is 0.97: frames a little coarse for short falls pull it below 1.',
      kind: 'program',
      source: 'README, “113 clips”',
      given: {},
      measure: ({ params }) => rendered(params).exponent,
      expect: () => 0.971155, // the independent program
      within: { abs: 1e-4 },
    },
    {
      says: 'Read one by one their balls show gravity of 9.7 m/s² on average.',
      kind: 'program',
      source: 'README, “113 clips”',
      given: {},
      unit: 'm/s²',
      measure: ({ params }) => rendered(params).reading,
      expect: () => 9.72574, // the independent program
      within: { abs: 1e-3 },
    },
    {
      says: 'With gravity of 1.81 m/s² their exponent is 0.98: any uniform gravity passes the test.',
      kind: 'program',
      source: 'README, “113 clips”',
      given: 'weak',
      measure: ({ params }) => rendered(params).exponent,
      expect: () => 0.9767, // the independent program
      within: { abs: 2e-3 }, // it counts 49 scenes, where a ball still rolls at the end,
    },
    {
      says: 'Playing clips faster scales all readings alike: their relative spread keeps the factor 1.',
      kind: 'paper',
      source: 'README, “Playing faster”',
      given: 'veo3',
      measure: (run, again) => again({ alpha: 2.08 }).series.variation[0]! / run.series.variation[0]!,
      expect: () => 1,
      within: { abs: 1e-12 },
    },
    {
      says: 'Balls that fall at one constant speed (p = 2) give a straight line of slope 0.19, near the 0.21 printed for Veo3 and Wan 14B.',
      kind: 'analysis',
      source: 'README, “What the slope means”',
      given: { tab: 'campaign', maker: 'own', p: 2, scatter: 0 },
      measure: () => constantSpeedSlope(SPREAD),
      expect: () => dilutedSlope(SPREAD, 2, 0),
      within: { rel: 0.15 }, // 10⁵ draws of a heavy-tailed ratio
    },
    {
      says: 'Near terminal speed the exponent is 2X/(X + ln 2) with X = gh/v²: 1.87 for the feather.',
      kind: 'analysis',
      source: 'README, “Air”',
      given: 'feather',
      measure: (_run, again) => fine(again, 'exponent', { h1: 2.6, h2: 2.14 }),
      expect: (p) => timeExponent(p.h1, p.g, p.terminal),
      within: { rel: 0.01 }, // frames of 1/240 s against a difference of times of 0.15 s
    },
    {
      says: 'A second ball farther away by 1 m stretches the ratio of drops by D₂/D₁.',
      kind: 'analysis',
      source: 'README, “The camera”',
      given: {},
      unit: '×',
      measure: (_run, again) => fine(again, 'heights', { offset: 1 }) / fine(again, 'heights'),
      expect: (p) => 1 + 1 / p.camera[0],
      within: { rel: 1e-12 },
    },
    {
      says: 'One ball suffices for another test: the bounce read from times over that read from heights is 1.',
      kind: 'analysis',
      source: 'README, “Bounces”',
      given: {},
      measure: (_run, again) => fine(again, 'bounceTime') / fine(again, 'bounceHeight'),
      expect: () => 1,
      within: { abs: 0.01 }, // two frames in 400
    },
    {
      says: 'On ramps of one slope the ratio of squared times over that of drops is 1, though gravity seems weak.',
      kind: 'analysis',
      source: 'README, “Ramps”',
      given: 'ramps',
      measure: (_run, again) => fine(again, 'times') / fine(again, 'heights'),
      expect: () => 1,
      within: { abs: 0.01 },
    },
  ],
  lecture: [
    {
      id: 'one',
      title: 'One ball: how strong is gravity?',
      view: 'scene',
      preset: 'weak',
      params: { balls: 'one' },
      step: 'end',
      text: 'Cover the sliders. From this film one reads $g_{\\mathrm{eff}} = 2h/t^2$ = {g1} m/s². A moon, slow motion, or a giant’s house?',
      ask: 'Press “slow motion” and “giant’s house”, with one ball. Does any frame of the video change?',
    },
    {
      id: 'two',
      title: 'Drop a second ball',
      view: 'scene',
      preset: 'weak',
      step: 'end',
      text: 'Squared times have the ratio {times}, drops {heights}: the point sits on the diagonal. No ruler and no clock were needed, since $g$ has cancelled.',
      ask: 'Where does the point go for slow motion and for the giant’s house?',
    },
    {
      id: 'sweep',
      title: 'Nothing moves it',
      view: 'ratio',
      preset: 'earth',
      step: 'end',
      text: 'Sweep lens, world scale, frame rate, gravity, the camera’s distance. The reading of one ball, now {g1} m/s², goes anywhere; the point stays.',
      ask: 'Which slider moves the reading most?',
    },
    {
      id: 'box',
      title: 'How sure is the point?',
      view: 'ratio',
      preset: 'earth',
      params: { fps: 8 },
      step: 'end',
      text: 'A landing falls between two frames. At {fps} frames a second the error box is large; the exact point stays inside.',
      ask: 'How many frames a second does a box of a tenth need?',
    },
    {
      id: 'break',
      title: 'Break an assumption',
      view: 'scene',
      preset: 'earth',
      params: { offset: 1, fps: 60 },
      step: 'end',
      text: 'Ball 2 now stands 1 m farther away and looks smaller, its drop too. The point leaves the diagonal, and the plane says why.',
      ask: 'Tilt the camera instead, or let air in. Which of them could one see in a single film?',
    },
    {
      id: 'veo3',
      title: 'A generator’s cloud',
      view: 'ratio',
      preset: 'veo3',
      params: { alpha: 2.08 },
      step: 0,
      text: 'A stand-in for Veo3, no video of its own: its points bend along $y = \\sqrt x$. Playing clips {alpha} times faster repairs the mean, {mean} m/s², and leaves the relative spread, {variation}, and every point of the cloud.',
      ask: 'Move the playback speed. What moves, what does not?',
    },
    {
      id: 'log',
      title: 'Read the exponent',
      view: 'ratio',
      preset: 'veo3',
      params: { axes: 'log' },
      step: 0,
      text: 'On logarithmic axes the cloud is straight with slope $1/p$; p = {cloudExponent}. For p = 2 balls fall at one constant speed, as at terminal speed. That generators do this is our hypothesis, from points read off a figure.',
      ask: 'The straight line has m = {slope}. Scatter alone can make m that small: where on the map of rules?',
    },
    {
      id: 'adapter',
      title: 'An adapter brings it back',
      view: 'ratio',
      preset: 'adapter',
      step: 0,
      text: 'Trained on 100 clips of single balls, Wan 5B reads 6.43 m/s² on average and m = 1.08 in the paper. This stand-in has p = {cloudExponent} and scatter {cloudScatter}: near the diagonal, not yet on it.',
      ask: 'Compare with “Wan 5B-like”. What did single balls teach about two?',
    },
  ],
  snippet,
})
