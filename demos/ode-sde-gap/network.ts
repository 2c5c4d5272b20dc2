// A network for the potential learns from noisy samples of the data, with a penalty for its residual: the mean of (s - ∇ log p(x|x₀))², and w_R times
// the mean of R². Whatever w_R, trainings with one seed begin with the same weights and see the same samples and places.
import { noisyMixture } from '@/domains/diffusion/noisyMixture'
import { geometricTimes } from '@/domains/diffusion/reverse'
import { advanceDensities, type ScoreField, startDensities } from '@/domains/diffusion/reverseDensities'
import { type Perceptron, weightCount } from '@/domains/nets/perceptron'
import {
  addJetGradient,
  CURVATURE,
  type JetWorkspace,
  jetGradientsOf,
  jetsOf,
  jetWorkspace,
  POTENTIAL_SIZES,
  placeJet,
  RATE,
  SLOPE,
  VALUE,
} from '@/domains/nets/potential'
import { exp } from '@/domains/nets/steadyExp'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { startMemory } from '@/domains/optim/rules'
import { type Stream, stream, uniform } from '@/numerics/random'
import { steadyLog } from '@/numerics/steady'
import { steadyNormal } from '@/numerics/steadyNormal'
import { densityDistance } from '@/numerics/wasserstein'
import type { Params } from './params'
import { dataOf, grid, workspace } from './problem'

/** Places of the residual are even in ±BOX and from the end to T. */
export const BOX = 3.5
/** At the first update; it falls to 0 in a straight line. */
export const LEARNING_RATE = 3e-3
const RECORDS = 60 // of the losses, in a whole training

export type TrainingParams = Pick<Params, 'weight' | 'bumps' | 'horizon' | 'tEnd' | 'updates' | 'batch' | 'seed'>

const halfLog = (t: number) => steadyLog(t) / 2
/** What the updates of one batch size need; holds nothing between two calls. */
interface Workspaces {
  samples: JetWorkspace
  places: JetWorkspace
  /** Of the samples' slopes, [batch]. */
  targets: Float64Array
}
const workspaces = new Map<number, Workspaces>()
function workspacesOf(batch: number): Workspaces {
  const old = workspaces.get(batch)
  if (old) return old
  const made = { samples: jetWorkspace(batch, 2), places: jetWorkspace(batch, 4), targets: new Float64Array(batch) }
  workspaces.set(batch, made)
  return made
}

/** Uniform in ±1/√inputs, as usual. */
export function startNet(seed: number): Perceptron {
  const net = { sizes: POTENTIAL_SIZES, weights: new Float64Array(weightCount(POTENTIAL_SIZES)) }
  const draws = stream(seed, 'first weights')
  let at = 0
  for (let layer = 1; layer < POTENTIAL_SIZES.length; layer++) {
    const inputs = POTENTIAL_SIZES[layer - 1]!
    const bound = 1 / Math.sqrt(inputs)
    for (const end = at + POTENTIAL_SIZES[layer]! * (inputs + 1); at < end; at++)
      net.weights[at] = bound * (2 * uniform(draws) - 1)
  }
  return net
}

/** Samples x of p at times t, t/T of Beta(1, 2), as in the paper's code, and the scores of the kernel that made them. */
function drawSamples(p: TrainingParams, { samples, targets }: Workspaces, draws: Stream): void {
  const { means, stds, weights } = dataOf(p)
  for (let n = 0; n < p.batch; n++) {
    const t = Math.max(p.tEnd, p.horizon * (1 - Math.sqrt(1 - uniform(draws))))
    const k = uniform(draws) < weights[0]! ? 0 : 1
    const shrink = exp(-t)
    const root = Math.sqrt((1 - shrink * shrink) / 2)
    const noise = steadyNormal(draws)
    const data = means[k]! + stds[k]! * steadyNormal(draws)
    placeJet(samples, n, shrink * data + root * noise, t, halfLog(t))
    targets[n] = -noise / root
  }
}
function drawPlaces(p: TrainingParams, { places }: Workspaces, draws: Stream): void {
  for (let n = 0; n < p.batch; n++) {
    const x = BOX * (2 * uniform(draws) - 1)
    const t = p.tEnd + (p.horizon - p.tEnd) * uniform(draws)
    placeJet(places, n, x, t, halfLog(t))
  }
}

/** Adds the gradient of the first term to `out`; returns the term. */
function scoreTerm(net: Perceptron, { samples, targets }: Workspaces, out: Float64Array): number {
  const { batch } = samples
  const jets = jetsOf(net, samples)
  const gradients = jetGradientsOf(samples)
  gradients.fill(0)
  let sum = 0
  for (let n = 0; n < batch; n++) {
    const off = jets[SLOPE * batch + n]! - targets[n]!
    sum += off * off
    gradients[SLOPE * batch + n] = (2 * off) / batch
  }
  addJetGradient(net, samples, out)
  return sum / batch
}

/** R of jets at place `n`: uₜ - 1 - x uₓ - ½uₓₓ - ½uₓ². */
const residualAt = (jets: Float64Array, batch: number, n: number, x: number): number => {
  const slope = jets[SLOPE * batch + n]!
  return jets[RATE * batch + n]! - 1 - slope * (x + slope / 2) - jets[CURVATURE * batch + n]! / 2
}
/** The same for the mean of R², times `weight`. Without weight there is nothing to add. */
function residualTerm(net: Perceptron, { places }: Workspaces, weight: number, out: Float64Array): number {
  const { batch } = places
  const jets = jetsOf(net, places)
  const gradients = jetGradientsOf(places)
  const inputs = places.values[0]!
  let sum = 0
  for (let n = 0; n < batch; n++) {
    const x = inputs[2 * n]!
    const r = residualAt(jets, batch, n, x)
    sum += r * r
    const pull = (2 * weight * r) / batch
    gradients[VALUE * batch + n] = 0
    gradients[SLOPE * batch + n] = -pull * (x + jets[SLOPE * batch + n]!)
    gradients[CURVATURE * batch + n] = -pull / 2
    gradients[RATE * batch + n] = pull
  }
  if (weight > 0) addJetGradient(net, places, out)
  return sum / batch
}

export interface Learned {
  gap: number
  odeTruth: number
  sdeTruth: number
  residual: number
  /** Densities at the end, means of cells four times as wide. */
  ode: Float32Array
  sde: Float32Array
  /** R by time and place, [HEAT_TIMES, HEAT_PLACES]; times rise by one factor. */
  heat: Float32Array
  /** Mean R² of the places drawn, by record, and the updates between two. */
  squares: Float32Array
  every: number
}
export const COARSE = 4
export const HEAT_TIMES = 40
export const HEAT_PLACES = 71

export function* learned(p: TrainingParams, weight: number): Generator<number, Learned, void> {
  const net = startNet(p.seed)
  const ours = workspacesOf(p.batch)
  const draws = stream(p.seed, 'samples')
  const spots = stream(p.seed, 'places')
  const memory = startMemory(adam, net.weights.length)
  const gradient = new Float64Array(net.weights.length)
  const every = Math.max(1, Math.floor(p.updates / RECORDS))
  const squares: number[] = []
  let mean = 0
  for (let update = 1; update <= p.updates; update++) {
    gradient.fill(0)
    drawSamples(p, ours, draws)
    scoreTerm(net, ours, gradient)
    const isRecord = update % every === 0
    drawPlaces(p, ours, spots)
    if (weight > 0 || isRecord) mean = residualTerm(net, ours, weight, gradient)
    adam.step(net.weights, gradient, memory, { ...ADAM, rate: LEARNING_RATE * (1 - (update - 1) / p.updates) })
    if (isRecord) squares.push(mean)
    if (update % 4 === 0) yield (0.95 * update) / p.updates
  }
  const field = netField(net)
  const truth = noisyMixture(dataOf(p), p.horizon)
  const times = geometricTimes(p.horizon, p.tEnd, TIMES)
  const d = startDensities(truth, field, 'true', p.horizon, grid, workspace)
  for (let step = 1; step <= TIMES; step++) {
    advanceDensities(d, truth, field, 1, times[step]!, grid, workspace)
    if (step % 10 === 0) yield 0.95 + (0.05 * step) / TIMES
  }
  return {
    gap: densityDistance(d.ode, d.sde, grid.width),
    odeTruth: densityDistance(d.ode, d.truth, grid.width),
    sdeTruth: densityDistance(d.sde, d.truth, grid.width),
    residual: Math.sqrt(d.square),
    ode: coarse(d.ode),
    sde: coarse(d.sde),
    heat: heatOf(net, p),
    squares: Float32Array.from(squares),
    every,
  }
}
const TIMES = 300 // steps back with a network

const coarse = (q: Float64Array): Float32Array =>
  Float32Array.from({ length: q.length / COARSE }, (_, k) => {
    let sum = 0
    for (let i = 0; i < COARSE; i++) sum += q[COARSE * k + i]!
    return sum / COARSE
  })

/** Place of column k of a heat map, within ±BOX. */
export const heatPlace = (k: number): number => BOX * ((2 * k) / (HEAT_PLACES - 1) - 1)
const row = jetWorkspace(HEAT_PLACES, 4)
function heatOf(net: Perceptron, p: TrainingParams): Float32Array {
  const heat = new Float32Array(HEAT_TIMES * HEAT_PLACES)
  const times = geometricTimes(p.horizon, p.tEnd, HEAT_TIMES - 1).toReversed()
  for (const [i, t] of times.entries()) {
    for (let k = 0; k < HEAT_PLACES; k++) placeJet(row, k, heatPlace(k), t, halfLog(t))
    const jets = jetsOf(net, row)
    for (let k = 0; k < HEAT_PLACES; k++) heat[i * HEAT_PLACES + k] = residualAt(jets, HEAT_PLACES, k, heatPlace(k))
  }
  return heat
}

// --- a network on the grid: its jets at every fifth face, and cubics between ------------------------------------------------------------------------

const STRIDE = 5
const POINTS = grid.cells / STRIDE + 1
const coarseWorkspace: JetWorkspace = jetWorkspace(POINTS, 4)
const residuals = new Float64Array(POINTS)
/** Weights of four neighbours at each fifth of the way between the middle two (Lagrange). */
const CUBIC = Array.from({ length: STRIDE }, (_, i) => {
  const s = i / STRIDE
  return [
    (-s * (s - 1) * (s - 2)) / 6,
    ((s + 1) * (s - 1) * (s - 2)) / 2,
    (-s * (s + 1) * (s - 2)) / 2,
    (s * (s + 1) * (s - 1)) / 6,
  ]
})
function refine(values: Float64Array, from: number, out: Float64Array): void {
  for (let face = 0; face < out.length; face++) {
    const at = Math.min(Math.floor(face / STRIDE), POINTS - 2)
    const first = Math.min(Math.max(at - 1, 0), POINTS - 4)
    // near the ends four neighbours lie to one side
    if (first !== at - 1) {
      const s = face / STRIDE - at
      out[face] = (1 - s) * values[from + at]! + s * values[from + at + 1]!
      continue
    }
    const weights = CUBIC[face - STRIDE * at]!
    let sum = 0
    for (let i = 0; i < 4; i++) sum += weights[i]! * values[from + first + i]!
    out[face] = sum
  }
}

export function netField(net: Perceptron): ScoreField {
  const jetsAt = (t: number): Float64Array => {
    for (let k = 0; k < POINTS; k++) placeJet(coarseWorkspace, k, grid.faces[STRIDE * k]!, t, halfLog(t))
    return jetsOf(net, coarseWorkspace)
  }
  return {
    fill(t, _exact, score, residual) {
      const jets = jetsAt(t)
      for (let k = 0; k < POINTS; k++) residuals[k] = residualAt(jets, POINTS, k, grid.faces[STRIDE * k]!)
      refine(jets, SLOPE * POINTS, score)
      refine(residuals, 0, residual)
    },
    own(t, _density, out) {
      refine(jetsAt(t), VALUE * POINTS, out)
      const top = Math.max(...out)
      for (let k = 0; k < out.length; k++) out[k] = Math.exp(out[k]! - top)
    },
  }
}
