import type { Preset } from '@/contract'
import type { Params } from './params'

export type View = 'spectrum' | 'scales' | 'clouds' | 'flux'

/** Particles that walk in a second. */
export const few = { n: 4000 } as const
const NEVER = Number.POSITIVE_INFINITY

export const presets = {
  kolmogorov: {
    label: 'Kolmogorov bump',
    params: {},
    view: 'spectrum',
    step: 'end',
    note: 'Kolmogorov turbulence, synchrotron losses, escape that follows the waves.',
  },
  power: {
    label: 'power law',
    params: { q: 2, loss: 0, tau0: 1, ...few },
    view: 'spectrum',
    step: 'end',
    note: 'No losses, and one particle in e escapes in a unit of time: a straight line with a known slope, up to where the turbulence ends.',
  },
  thermal: {
    label: 'thermal pile-up',
    params: { q: 2, tau0: NEVER, ...few },
    view: 'spectrum',
    step: 'end',
    note: 'Losses without escape: n = χ³ exp(−bχ), with its top at 3/b.',
  },
  leaky: {
    label: 'leaky box',
    params: { tau0: 0.5, ...few },
    view: 'spectrum',
    step: 'end',
    note: 'Particles escape long before gain and loss balance: no bump.',
  },
  pion: {
    label: 'pion eater',
    params: { tauC: 30, epsilon: -0.5, ...few },
    view: 'spectrum',
    step: 'end',
    note: 'Collisions destroy particles, fast ones sooner.',
  },
  finite: {
    label: 'finite turbulence',
    params: { high: 100, ...few },
    view: 'spectrum',
    step: 'end',
    note: 'The turbulence ends below the balance: particles pile up at its end.',
  },
} as const satisfies Record<string, Preset<Params, View>>
