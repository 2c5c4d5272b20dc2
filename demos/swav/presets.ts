import type { Preset } from '@/contract'
import type { Params } from './params'

type View = 'circle' | 'bench' | 'sweep'
const train = { tab: 'train' } as const

export const presets = {
  healthy: {
    label: 'healthy',
    params: train,
    view: 'circle',
    step: 'end',
    note: 'Three Sinkhorn rounds. Each of the six stars finds a blob of its own.',
  },
  collapse: {
    label: 'collapse',
    params: { ...train, codes: 'softmax' },
    view: 'circle',
    step: 'end',
    note: 'Nothing is shared out: one star takes all, and the loss has never been better.',
  },
  sharp: {
    label: 'too sharp',
    params: { ...train, epsilon: 0.02 },
    view: 'circle',
    step: 'end',
    note: 'Codes are nearly hard. Early accidents are kept.',
  },
  mush: {
    label: 'uniform mush',
    params: { ...train, epsilon: 1 },
    view: 'circle',
    step: 'end',
    note: 'Every code is nearly 1/K everywhere: perfectly fair, and empty. Nothing is learned.',
  },
  tiny: {
    label: 'tiny batch',
    params: { ...train, batch: 4, seed: 2 },
    view: 'circle',
    step: 'end',
    note: 'Four samples must be shared out among six stars.',
  },
  tinyQueue: {
    label: 'tiny batch, queue',
    params: { ...train, batch: 4, queue: 128, seed: 2 },
    view: 'circle',
    step: 'end',
    note: 'With 128 stored features in the sharing out. It helps this seed much, and forty seeds on average a little.',
  },
  unlucky: {
    label: 'unlucky start',
    params: { ...train, seed: 16 },
    view: 'circle',
    step: 'end',
    note: 'A local minimum: some stars sit between blobs. Fair shares do not promise the right groups.',
  },
  sphere: {
    label: 'on a sphere',
    params: { ...train, space: 'sphere', seed: 3 },
    view: 'circle',
    step: 'end',
    note: 'Three numbers a sample leave more room to move past each other.',
  },
  byHand: {
    label: 'by hand',
    params: { tab: 'bench' },
    view: 'bench',
    step: 0,
    note: 'Eight samples, six stars, one pass a step.',
  },
} as const satisfies Record<string, Preset<Params, View>>
