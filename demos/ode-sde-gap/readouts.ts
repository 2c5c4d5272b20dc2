// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import { linearVariance, normalDistance } from '@/domains/diffusion/reverse'
import type { Densities } from '@/domains/diffusion/reverseDensities'
import { memoized } from '@/memoized'
import { densityDistance } from '@/numerics/wasserstein'
import type { State } from './model'
import { bumpOf, type Params } from './params'
import { type Plane, planeTime } from './plane'
import { grid } from './problem'

type One = Readout<Params, State>

/** What is less is the error of the solver; as a root of differences of densities it also shows their rounding. */
export const LEAST_DISTANCE = 1e-4

const distance = (
  label: string,
  [a, b]: readonly ['ode' | 'sde' | 'third', 'sde' | 'truth'],
  inPlane: (plane: Plane) => number,
): One => ({
  label,
  digits: 3,
  rounding: LEAST_DISTANCE,
  of: ({ line, plane }) => (line ? densityDistance(line[a], line[b], grid.width) : plane ? inPlane(plane) : null),
})
const ofLine = (of: (line: Densities, p: Params) => number | null): One['of'] => {
  return ({ line }, p) => line && of(line, p)
}

/** A single centred bump under a pull stays a bump, whose width is known. */
const closedForm = memoized((p: Params): number | null => {
  const [place, width] = bumpOf(p, 1)
  if (p.tab !== 'line' || p.error !== 'linear' || p.weight > 0 || place !== 0 || p.start !== 'true') return null
  const one = { data: width ** 2, c: p.delta }
  return normalDistance(linearVariance(one, 0, p.horizon, p.tEnd), linearVariance(one, 1, p.horizon, p.tEnd))
})

export const readouts = {
  t: {
    label: 'time',
    symbol: 't',
    digits: 3,
    of: ({ step, line, plane }, p) => line?.t ?? (plane && planeTime(p, step)),
  },
  gap: distance('gap: from ODE to SDE', ['ode', 'sde'], ({ gap }) => gap),
  odeTruth: distance('from ODE to truth', ['ode', 'truth'], ({ odeTruth }) => odeTruth),
  sdeTruth: distance('from SDE to truth', ['sde', 'truth'], ({ sdeTruth }) => sdeTruth),
  thirdTruth: distance('from the third sampler to truth', ['third', 'truth'], ({ thirdTruth }) => thirdTruth),
  luck: { label: 'between two clouds of the truth', digits: 3, of: ({ plane }) => plane?.luck ?? null },
  residual: {
    label: 'residual, from T to here',
    digits: 3,
    rounding: 1e-9,
    of: ofLine(({ square }) => Math.sqrt(square)),
  },
  closed: { label: 'gap at the end, closed form', digits: 6, of: (_, p) => closedForm(p) },
} as const satisfies Record<string, One>
