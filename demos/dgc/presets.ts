import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'loss' | 'book' | 'network' | 'entry' | 'delays' | 'rates'

export const presets = {
  default: { label: '99 %', params: {}, view: 'loss', step: 'end', note: 'Each worker sends one entry of a hundred.' },
  bigger: {
    label: '95 %, bigger step',
    params: { sparsity: 95, eta: 0.02 },
    view: 'loss',
    step: 'end',
    note: 'DGC gets below the dense run: masking takes away momentum, and this step is too large for that much of it.',
  },
  drop: {
    label: 'just drop it',
    params: { bank: false },
    view: 'loss',
    step: 'end',
    note: 'What is not sent is lost.',
  },
  uncorrected: {
    label: 'no momentum correction',
    params: { correction: false },
    view: 'loss',
    step: 'end',
    note: 'The account takes in gradients, and the server adds momentum to what arrives.',
  },
  hot: {
    label: 'too hot',
    params: { eta: 0.05 },
    view: 'loss',
    step: 'end',
    note: 'Late messages times a large step: all schemes that keep what they do not send fly off.',
  },
  all: {
    label: 'send all (k = d)',
    params: { sparsity: 0, masking: false },
    view: 'loss',
    step: 'end',
    note: 'k of d = 100 entries are sent, here all: momentum correction is then dense momentum, to the last digits.',
  },
} as const satisfies Record<string, Preset<Params, View>>
