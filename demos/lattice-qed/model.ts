// On the lattice a step draws: one sample coordinate by coordinate, one by local moves, and some fluxes and charges at random, which hardly ever fit. On
// the page of the flow a step is one update of Adam.
import type { Needed, Stepped } from '@/contract'
import { hamiltonian, movesOf } from '@/domains/gauge/hamiltonian'
import { type Basis, obeysGauss } from '@/domains/gauge/lattice'
import { flowEnergy, type LoopFlow, loopFlow, loopShares, startWeights } from '@/domains/gauge/loopFlow'
import { drawAnything, drawState, metropolisStep } from '@/domains/gauge/sampling'
import { ADAM, adam } from '@/domains/optim/adaptive'
import { type Memory, startMemory } from '@/domains/optim/rules'
import { memoized } from '@/memoized'
import type { Apply } from '@/numerics/conjugateGradient'
import { type Stream, stream } from '@/numerics/random'
import { type Found, meanCharge, REACH, type Reference, screening, stringFlux } from './maps'
import type { Params } from './params'
import { basisIn, cutoffOf, distanceOf, flowBasis, flowCouplings, isOnLattice, latticeIn, windowOf } from './system'

export { type Params, params } from './params'

export const SAMPLES = 500
const SAMPLES_A_SECOND = 5
export const RANDOM_DRAWS = 20 // a step

/** A row of samples, and sums from which the correlation of neighbours follows. */
export interface Chain {
  /** Index of the last sample in the basis. */
  at: number
  random: Stream
  /** Σ E² of the last sample; sums of it, of its square, and of the product of neighbours. */
  length: number
  sum: number
  squares: number
  products: number
}
export interface Samples {
  /** Of the ground state, the same at every step. */
  energy: number
  gap: number
  above: number
  flux: number | null
  screening: number | null
  charge: number
  direct: Chain
  metropolis: Chain
  /** Direct samples so far that break Gauss's law at some site. */
  broken: number
  /** The last draw at random; how many there were, and how many fit. */
  anything: { occupation: number; flux: Int8Array; random: Stream; tried: number; hits: number }
}
export interface Training {
  weights: Float64Array
  gradient: Float64Array
  memory: Memory
  energy: number
  /** Above the exact energy. */
  error: number
  /** Probability inside the window of the sums. */
  norm: number
  /** Squared overlap with the exact state. */
  fidelity: number
}
export interface State {
  step: number
  samples: Samples | null
  training: Training | null
}

export interface Sample {
  /** Bits: which sites are occupied. */
  occupation: number
  flux: Int8Array
  loops: Int8Array
}
export interface Frame {
  lattice: {
    means: { flux: readonly number[]; charge: readonly number[]; cos: readonly number[] }
    direct: Sample
    metropolis: Sample
    anything: { occupation: number; flux: Int8Array }
  } | null
  /** Probabilities of the first loop by the flow. */
  flow: { shares: Float64Array } | null
}

export type Maps = { ground: Found; reference: Reference }

interface Learner {
  flow: LoopFlow
  apply: Apply
}
const learners = new WeakMap<Reference, Learner>()
/** The flow of a run and its Hamiltonian; scratch is shared. */
function learnerOf(p: Params, found: Reference): Learner {
  let learner = learners.get(found)
  if (learner === undefined) {
    const basis = flowBasis(p, windowOf(p))
    learner = { flow: loopFlow(basis, found.signs), apply: hamiltonian(basis, flowCouplings(p)) }
    learners.set(found, learner)
  }
  return learner
}
const settingsOf = memoized((p: Params) => ({ ...ADAM, rate: p.rate }))
const runBasis = memoized(basisIn)

function record(chain: Chain, basis: Basis, to: number): void {
  const { length } = chain
  chain.at = to
  chain.length = movesOf(basis).electric[to]!
  chain.sum += chain.length
  chain.squares += chain.length ** 2
  chain.products += length * chain.length
}
const FEW = 20 // samples say nothing yet
/** Correlation of a sample with the next; null where all are alike. */
export function neighbourCorrelation({ sum, squares, products }: Chain, step: number): number | null {
  if (step < FEW) return null
  const mean = sum / step
  const variance = squares / step - mean * mean
  return variance > 1e-12 ? (products / step - mean * mean) / variance : null
}

function measure(s: Training, { flow, apply }: Learner, { psi, energy: exact }: Reference): void {
  const { energy, norm } = flowEnergy(flow, apply, s.weights, s.gradient)
  let overlap = 0
  for (let i = 0; i < psi.length; i++) overlap += psi[i]! * flow.psi[i]!
  s.energy = energy
  s.error = energy - exact
  s.norm = norm
  s.fidelity = overlap ** 2 / norm
}

function startSamples(p: Params, found: Found): Samples {
  const basis = runBasis(p)
  const begin = (purpose: string): Chain => {
    const random = stream(p.seed, purpose)
    const at = drawState(basis, found.sums, random)
    return { at, random, length: movesOf(basis).electric[at]!, sum: 0, squares: 0, products: 0 }
  }
  const isPair = distanceOf(p) > 0
  const anything = {
    occupation: 0,
    flux: new Int8Array(latticeIn(p).links.length),
    random: stream(p.seed, 'anything'),
    tried: 0,
    hits: 0,
  }
  const direct = begin('direct')
  const s: Samples = {
    energy: found.energy,
    gap: found.gap,
    above: found.above,
    flux: isPair ? stringFlux(p, found.means) : null,
    screening: isPair ? screening(p, found.means) : null,
    charge: meanCharge(found.means),
    direct,
    metropolis: begin('metropolis'),
    broken: 0,
    anything,
  }
  check(s, basis)
  anything.occupation = drawAnything(basis, cutoffOf(p), anything.random, anything.flux)
  anything.tried = 1
  if (obeysGauss(basis.lattice, anything.occupation, basis.statics, anything.flux)) anything.hits = 1
  return s
}

/** Whether the newest direct sample obeys Gauss's law, by its fluxes and charges. */
function check(s: Samples, basis: Basis): void {
  const { at } = s.direct
  const occupation = basis.occupations[basis.occupationOf[at]!]!
  if (!obeysGauss(basis.lattice, occupation, basis.statics, basis.flux, at * basis.lattice.links.length)) s.broken++
}

function drawSamples(s: Samples, p: Params, { sums, psi }: Found): void {
  const basis = runBasis(p)
  record(s.direct, basis, drawState(basis, sums, s.direct.random))
  check(s, basis)
  let at = s.metropolis.at
  for (let tries = movesOf(basis).count; tries > 0; tries--) at = metropolisStep(basis, psi, at, s.metropolis.random)
  record(s.metropolis, basis, at)
  const { anything } = s
  for (let k = 0; k < RANDOM_DRAWS; k++) {
    anything.occupation = drawAnything(basis, cutoffOf(p), anything.random, anything.flux)
    anything.tried++
    if (obeysGauss(basis.lattice, anything.occupation, basis.statics, anything.flux)) anything.hits++
  }
}

function sampleOf({ lattice, occupations, occupationOf, flux, loops }: Basis, at: number): Sample {
  const [edges, turns] = [lattice.links.length, lattice.plaquettes.length]
  return {
    occupation: occupations[occupationOf[at]!]!,
    flux: flux.slice(at * edges, (at + 1) * edges),
    loops: loops.slice(at * turns, (at + 1) * turns),
  }
}

export const model: Stepped<Params, State, Frame, Maps> = {
  kind: 'stepped',
  runIn: 'worker',
  needs: ['ground', 'reference'],
  init(p, { ground, reference }: Needed<Maps>) {
    if (isOnLattice(p)) return { step: 0, samples: startSamples(p, ground!), training: null }
    const learner = learnerOf(p, reference!)
    const weights = startWeights(learner.flow)
    const training: Training = {
      weights,
      gradient: new Float64Array(weights.length),
      memory: startMemory(adam, weights.length),
      energy: 0,
      error: 0,
      norm: 0,
      fidelity: 0,
    }
    measure(training, learner, reference!)
    return { step: 0, samples: null, training }
  },
  step(s, p, { ground, reference }) {
    s.step++
    if (s.samples) drawSamples(s.samples, p, ground!)
    if (s.training) {
      adam.step(s.training.weights, s.training.gradient, s.training.memory, settingsOf(p))
      measure(s.training, learnerOf(p, reference!), reference!)
    }
  },
  frame({ samples, training }, p, { ground, reference }) {
    if (samples) {
      const basis = runBasis(p)
      const { flux, charge, cos } = ground!.means
      const { occupation, flux: random } = samples.anything
      return {
        lattice: {
          means: { flux, charge, cos },
          direct: sampleOf(basis, samples.direct.at),
          metropolis: sampleOf(basis, samples.metropolis.at),
          anything: { occupation, flux: random },
        },
        flow: null,
      }
    }
    const { flow, apply } = learnerOf(p, reference!)
    flowEnergy(flow, apply, training!.weights, null)
    return { lattice: null, flow: { shares: loopShares(flow.basis, flow.psi, 0, REACH) } }
  },
  steps: (p) => (isOnLattice(p) ? SAMPLES : p.updates),
  dt: () => 1,
  pace: (p) => (isOnLattice(p) ? SAMPLES_A_SECOND : p.updates / 8),
}
