// Settings worth a button.
import type { Preset } from '@/contract'
import { defaultsOf } from '@/contract'
import { type Params, params } from './params'

const { rate, beta, start, length, decay, noise, delta, radial, family, surface, buffer, steps, turn, rise } = defaultsOf(params)
/** The first scene; what is drawn of it does not change. */
const plain = { rate, beta, start, length, decay, noise, delta, radial, family, surface, buffer, steps, turn, rise }

type ViewName = 'sphere' | 'carried' | 'effective' | 'growth' | 'cosine' | 'loss' | 'slice'
export const presets = {
  decay: {
    label: 'premature decay',
    params: { ...plain, chart: 'effective' },
    step: 50,
    note: 'Momentum makes the vector 4.3 times as long, and the effective step falls 18-fold.',
  },
  noisy: {
    label: 'noisy long run',
    params: { ...plain, noise: 0.3, steps: 500, chart: 'effective' },
    step: 'end',
    note: 'Noise never stops, so all vectors keep growing. The law holds to the last digit.',
  },
  big: {
    label: 'big step',
    params: { ...plain, rate: 0.3, chart: 'effective' },
    step: 50,
    note: 'Steps three times as long: the vector pays for it at once.',
  },
  variant: {
    label: 'not scale-invariant',
    params: { ...plain, radial: 0.5, length: 0.5, chart: 'cosine' },
    step: 15,
    note: 'A pull to length 1. The gradient now has a part along w, and the test leaves SGDP’s steps alone.',
  },
  decayed: {
    label: 'weight decay fights back',
    params: { ...plain, decay: 0.02, steps: 300, chart: 'effective' },
    step: 'end',
    note: 'Decay shortens the vector until momentum’s steps are too large, about step 160, and it grows again. SGDP keeps a tenth of the decay.',
  },
  rosenbrock: {
    label: 'Rosenbrock on the sphere',
    params: { ...plain, surface: 'rosenbrock', rate: 0.003, start: [-60, 30], length: 1, steps: 500, chart: 'effective' },
    step: 'end',
    note: 'A bent valley around the globe, a toy of the paper. Short vectors get through it.',
  },
  adam: {
    label: 'Adam and AdamP',
    params: { ...plain, family: 'adam', rate: 0.05, chart: 'effective' },
    step: 50,
    note: 'The same with Adam’s step. Without momentum it is not tangent either, since each entry is scaled by itself.',
  },
} as const satisfies Record<string, Preset<Params, ViewName>>
