import type { Preset } from '@/contract'
import type { Params } from './params'

export const valley = { objective: 'quadratic', kappa: 10, phi: 30, start: [-1.5, 1], baselines: 'same', steps: 150 } as const
const best100 = { ...valley, kappa: 100, alpha: 4 / 121, beta: 81 / 121, baselines: 'best' } as const
export const threePieces = { objective: 'piecewise', alpha: 1 / 9, beta: 4 / 9, start: [3.3, 1], baselines: 'best' } as const

export const presets = {
  crawl: {
    label: 'crawl',
    params: { ...valley, alpha: 0.02, beta: 0 },
    note: 'No momentum: gradient descent. Along the floor little happens.',
  },
  glide: {
    label: 'glide (critical)',
    params: { ...valley, alpha: 0.02, beta: 0.7372 },
    note: 'β = (1 − √α)²: the flat dot sits on the edge of the wedge.',
  },
  ripples: {
    label: 'ripples',
    params: { ...valley, alpha: 0.02, beta: 0.95 },
    note: 'Both dots are inside the wedge: ρ = √β.',
  },
  flip: {
    label: 'flip-flop',
    params: { ...valley, kappa: 1.001, alpha: 3.2, beta: 0.62 },
    note: 'Right of the wedge the error changes sign each step.',
  },
  optimal: { label: 'optimal, κ = 100', params: best100, note: 'Polyak’s tuning: both dots sit on the edges of the wedge.' },
  never: {
    label: 'never arrives',
    params: threePieces,
    note: 'Tuned for curvatures 1 to 25, and yet caught in a cycle of three places (Lessard, Recht and Packard 2016).',
  },
  rosenbrock: {
    label: 'Rosenbrock',
    params: { objective: 'rosenbrock', alpha: 0.002, beta: 0.95, start: [-1.2, 1], steps: 400 },
    note: 'A bent valley. No formula gives the rate here, so the map is measured.',
  },
  own: {
    label: 'two valleys',
    params: { objective: 'own', alpha: 0.02, beta: 0.9, start: [2, 1] },
    note: 'The ball rolls through the first valley into the second; gradient descent stays in the first.',
  },
} satisfies Record<string, Preset<Params, never>>
