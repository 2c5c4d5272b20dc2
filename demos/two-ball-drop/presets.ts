import type { Preset } from '@/contract'
import { EARTH, threeWorlds } from './measures'
import type { Params } from './params'

export const READ = 1.81 // m/s², the mean printed for Wan 5B
const plain = { tab: 'clip', g: EARTH, fps: 24, size: 1, alpha: 1, label: 'assumed', air: false, track: 'fall' } as const
const [weak, slow, giant] = threeWorlds(READ).map((world) => ({ ...plain, ...world })) as [object, object, object]

export const presets = {
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
    step: 'end',
    note: 'A stand-in with the printed spread of readings and an exponent that we read off the published figure.',
  },
  wan5: {
    label: 'Wan 5B-like',
    params: { tab: 'campaign', maker: 'wan5' },
    step: 'end',
    note: 'A stand-in: scatter rather than a rule.',
  },
  adapter: {
    label: '… with adapter',
    params: { tab: 'campaign', maker: 'adapter5' },
    step: 'end',
    note: 'The same generator after training on 100 clips of single balls: a stand-in with the printed numbers.',
  },
} satisfies Record<string, Preset<Params, never>>
