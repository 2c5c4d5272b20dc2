import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'sphere' | 'rank' | 'cosine' | 'decay' | 'links'

const alone = { brownian: 0, singular: 0 } as const

export const presets = {
  msbreg: {
    label: 'MSBReg: all three',
    params: {},
    view: 'sphere',
    step: 'end',
    note: 'Attraction, kicks and spreading together.',
  },
  attraction: {
    label: 'attraction only',
    params: alone,
    view: 'sphere',
    step: 'end',
    note: 'Views agree, and so does everything else: nearly one place.',
  },
  noDelay: {
    label: 'no delay',
    params: { ...alone, momentum: 0 },
    view: 'sphere',
    step: 'end',
    note: 'The target is the network itself, one step ago. The quickest way to collapse.',
  },
  longDelay: {
    label: 'long delay',
    params: { ...alone, momentum: 0.99 },
    view: 'sphere',
    step: 'end',
    note: 'A copy that remembers some hundred steps holds the collapse up.',
  },
  rescue: {
    label: 'rescue',
    params: { brownian: 0, from: 600, steps: 780 },
    view: 'sphere',
    step: 'end',
    note: 'Attraction alone for 600 steps, then spreading as well.',
  },
  spreading: {
    label: 'spreading only',
    params: { tab: 'free', centroid: 0, brownian: 0 },
    view: 'sphere',
    step: 'end',
    note: 'Free particles become equally long in all directions, wherever they began.',
  },
  free: {
    label: 'attraction, no network',
    params: { tab: 'free', ...alone },
    view: 'sphere',
    step: 'end',
    note: 'Each picture meets its own target, and pictures stay apart.',
  },
  kicks: {
    label: 'kicks only',
    params: { tab: 'kicks', strong: 0 },
    view: 'sphere',
    step: 'end',
    note: 'A drop of walkers spreads over the sphere, and keeps ρᵗ of its place.',
  },
  springs: {
    label: 'weak and strong springs',
    params: { tab: 'kicks', a: 0.1, weak: 0.02, strong: 0.08, walkers: 400 },
    view: 'sphere',
    step: 'end',
    note: 'The same kicks stretch the weaker spring about twice as far.',
  },
} as const satisfies Record<string, Preset<Params, View>>
