// Numbers recorded at every step: the table, the curves, and what claims are measured from.
import type { Readout } from '@/contract'
import type { Evodiff } from '@/domains/diffusion/evodiff'
import { setSigma } from '@/domains/diffusion/mixture'
import { normalEntropy, posteriorVariance } from '@/domains/diffusion/posteriorVariance'
import { spanCoordinates } from '@/domains/diffusion/span'
import type { Lanes } from './lanes'
import type { State } from './model'
import { type Lane, type Params, PICTURES } from './params'
import { type Problem, pictureSpan, problemOf } from './problem'
import { tracedLevels } from './truth'

type One = Readout<Params, State>

/** Noise level after `step` steps. */
const levelAt = ({ sigmas }: Problem, step: number): number => sigmas[Math.min(step, sigmas.length - 1)]!
/** In the plane the traced sample, otherwise all pictures. */
const watched = ({ samples, traced }: State): Lanes => traced ?? samples

const error = (lane: Lane, label: string): One => ({
  label,
  digits: 3,
  none: 'at the end',
  of: ({ errors }) => (Number.isNaN(errors[lane]) ? null : errors[lane]),
})

/** Mean of a weight over what is watched; only steps with a probe have one. */
const weight = (label: string, symbol: string, of: (s: Evodiff) => Float64Array): One => ({
  label,
  symbol,
  digits: 3,
  none: 'no probe in this step',
  of(state, p) {
    const { sigmas } = problemOf(p)
    if (state.step < 2 || state.step > sigmas.length - 2) return null
    const values = of(watched(state).evodiff)
    let sum = 0
    for (let k = 0; k < values.length; k++) sum += values[k]!
    return Number.isFinite(sum) ? sum / values.length : null
  },
})

const coordinates = new Float64Array(PICTURES * 9) // of pictures in their span; holds nothing between two calls
/** Mean of Var[x0 | x] over samples `x`. */
function variance(x: Float64Array, { dim, small }: Problem, sigma: number): number {
  setSigma(small, sigma)
  if (dim === 2) return posteriorVariance(small, x, 0)
  spanCoordinates(pictureSpan(), x, coordinates)
  // outside the span all components shrink alike
  const outside = (dim - small.dim) * small.gains[0]! * sigma * sigma
  let sum = 0
  for (let at = 0; at < coordinates.length; at += small.dim) sum += posteriorVariance(small, coordinates, at) + outside
  return (sum * small.dim) / coordinates.length
}
const uncertainty = (lane: Lane, label: string): One => ({
  label,
  digits: 3,
  of(state, p) {
    const problem = problemOf(p)
    const value = variance(watched(state)[lane].x, problem, levelAt(problem, state.step))
    return Number.isFinite(value) ? value : null
  },
})

/** In percent of the exact path: its length along it, too long or too short. */
function lag(x: Float64Array, p: Params, step: number): number {
  const exact = tracedLevels(p)
  const at = Math.min(2 * step, exact.length - 2)
  const [u, v] = [exact[at]!, exact[at + 1]!]
  return 100 * ((x[0]! * u + x[1]! * v) / (u * u + v * v) - 1)
}
const length = (lane: Lane, label: string): One => ({
  label,
  unit: '%',
  digits: 3,
  rounding: 1e-9,
  of: ({ traced, step }, p) => traced && lag(traced[lane].x, p, step),
})

/** Whether the last step had a probe. */
const probes = ({ step }: State, p: Params) => step >= 2 && step <= problemOf(p).sigmas.length - 2
const place = (of: (traced: Lanes) => Float64Array, axis: 0 | 1, label: string, onlyProbes = false): One => ({
  label,
  hidden: true,
  of(state, p) {
    if (!state.traced || (onlyProbes && !probes(state, p))) return null
    return of(state.traced)[axis]! / Math.hypot(1, levelAt(problemOf(p), state.step))
  },
})

export const readouts = {
  sigma: { label: 'noise level', symbol: '\\sigma', digits: 3, of: ({ step }, p) => levelAt(problemOf(p), step) },
  errorDdim: error('ddim', 'error, DDIM'),
  errorNoise: error('noise', 'error, noise 2M'),
  errorData: error('data', 'error, DPM++'),
  errorEvodiff: error('evodiff', 'error, EVODiff'),
  callsEvodiff: { label: 'calls so far, EVODiff', of: ({ samples }) => samples.evodiff.calls },
  callsOthers: {
    label: 'calls so far, each of the others',
    of: ({ samples: { ddim, noise, data } }) => Math.max(ddim.calls, noise.calls, data.calls),
  },

  lagDdim: length('ddim', 'longer than the exact path, DDIM'),
  lagNoise: length('noise', 'longer than the exact path, noise 2M'),
  lagData: length('data', 'longer than the exact path, DPM++'),
  lagEvodiff: length('evodiff', 'longer than the exact path, EVODiff'),
  lagProbe: {
    label: 'longer than the exact path, the probe',
    unit: '%',
    digits: 3,
    rounding: 1e-9,
    of: (state, p) => (state.traced && probes(state, p) ? lag(state.traced.evodiff.probe, p, state.step) : null),
  },

  balanceNow: weight('balance of the last two guesses', 'r', (s) => s.balance),
  reachNow: weight('reach of the probe', 'r_i/\\rho', (s) => s.reach),
  etaNow: weight('share of the old difference', '\\eta', (s) => s.eta),
  zetaNow: weight('damping of the correction', '\\zeta', (s) => s.zeta),

  variance: uncertainty('evodiff', 'uncertainty of the clean sample, EVODiff'),
  varianceDdim: { ...uncertainty('ddim', 'uncertainty, DDIM'), hidden: true },
  varianceNoise: { ...uncertainty('noise', 'uncertainty, noise 2M'), hidden: true },
  varianceData: { ...uncertainty('data', 'uncertainty, DPM++'), hidden: true },
  entropy: {
    label: 'entropy of the next step, EVODiff',
    unit: 'nats',
    none: 'no step is left',
    of(state, p) {
      const problem = problemOf(p)
      const [a, b] = [problem.sigmas[state.step], problem.sigmas[state.step + 1]]
      if (a === undefined || b === undefined) return null
      const value = normalEntropy((1 - b / a) ** 2 * variance(watched(state).evodiff.x, problem, a), problem.dim)
      return Number.isFinite(value) ? value : null
    },
  },

  ddimX: place(({ ddim }) => ddim.x, 0, 'x of the traced sample, DDIM'),
  ddimY: place(({ ddim }) => ddim.x, 1, 'y of the traced sample, DDIM'),
  noiseX: place(({ noise }) => noise.x, 0, 'x of the traced sample, noise 2M'),
  noiseY: place(({ noise }) => noise.x, 1, 'y of the traced sample, noise 2M'),
  dataX: place(({ data }) => data.x, 0, 'x of the traced sample, DPM++'),
  dataY: place(({ data }) => data.x, 1, 'y of the traced sample, DPM++'),
  evodiffX: place(({ evodiff }) => evodiff.x, 0, 'x of the traced sample, EVODiff'),
  evodiffY: place(({ evodiff }) => evodiff.x, 1, 'y of the traced sample, EVODiff'),
  probeX: place(({ evodiff }) => evodiff.probe, 0, 'x of its probe', true),
  probeY: place(({ evodiff }) => evodiff.probe, 1, 'y of its probe', true),
} as const satisfies Record<string, One>
