// A step is one of the walk round the loop, a hundred updates of a training, one of the sampler, or 0.01 of time. What needs networks is computed in maps;
// the run itself carries a density down its free energy.
import type { Stepped } from '@/contract'
import {
  type Bump,
  bumpAfter,
  carried,
  fillBump,
  gridEnergy,
  gridSlope,
  lineGrid,
  noiseStep,
  pullAt,
} from '@/domains/diffusion/gradientFlow'
import { densityWorkspace } from '@/numerics/density'
import { type Stream, stream } from '@/numerics/random'
import { steadyNormal } from '@/numerics/steadyNormal'
import { noiseLevels } from './data'
import { LOOP_STEPS, type Params, recordsOf, SAMPLER_STEPS, TIME_STEP, TIME_STEPS } from './params'

export { type Params, params } from './params'

export const line = lineGrid(400, -8, 8)
const SUBSTEPS = 4
const WALKERS = 1000 // with noise

export interface State {
  step: number
  /** Only on the page of free energy. */
  noise: {
    /** Means over the cells of `line`. */
    density: Float64Array
    /** Places of particles with noise, [WALKERS]. */
    walkers: Float64Array
    draws: Stream
    energy: number
    slope: number
  } | null
}
export interface Frame {
  /** Of particles with noise. */
  walkers: Float64Array | null
}

const workspace = densityWorkspace(line.n)
const pull = pullAt(line)
const [shrink, spread] = [Math.exp(-TIME_STEP), Math.sqrt(-Math.expm1(-2 * TIME_STEP))]
const levels = noiseLevels(SAMPLER_STEPS)

export const startBump = ({ m0, v0 }: Pick<Params, 'm0' | 'v0'>): Bump => ({ mean: m0, variance: v0 })
export const bumpAt = (p: Params, step: number): Bump => bumpAfter(startBump(p), step * TIME_STEP)
/** σ after so many steps of the sampler. */
export const noiseAt = (step: number): number => levels[Math.min(step, SAMPLER_STEPS)]!
/** Smoothly moving particles begin so many widths from the middle. */
export const PLACES = [-1.8, -0.9, 0, 0.9, 1.8] as const
export const particleAt = (p: Params, place: number, step: number): number =>
  carried(startBump(p), p.m0 + place * Math.sqrt(p.v0), step * TIME_STEP)

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  init(p) {
    if (p.tab !== 'energy') return { step: 0, noise: null }
    const density = new Float64Array(line.n)
    fillBump(line, startBump(p), density)
    const draws = stream(p.seed, 'walkers')
    const walkers = Float64Array.from({ length: WALKERS }, () => p.m0 + Math.sqrt(p.v0) * steadyNormal(draws))
    return { step: 0, noise: { density, walkers, draws, energy: gridEnergy(line, density), slope: gridSlope(line, density) } }
  },
  step(s) {
    s.step++
    if (s.noise === null) return
    const { density, walkers, draws } = s.noise
    for (let k = 0; k < SUBSTEPS; k++) noiseStep(density, pull, line, TIME_STEP / SUBSTEPS, workspace)
    for (let k = 0; k < WALKERS; k++) walkers[k] = shrink * walkers[k]! + spread * steadyNormal(draws)
    s.noise.energy = gridEnergy(line, density)
    s.noise.slope = gridSlope(line, density)
  },
  frame: ({ noise }) => ({ walkers: noise?.walkers ?? null }),
  steps(p) {
    switch (p.tab) {
      case 'loop':
        return LOOP_STEPS
      case 'learning':
        return Math.max(1, recordsOf(p))
      case 'samples':
        return SAMPLER_STEPS
      case 'energy':
        return TIME_STEPS
      case 'split':
        return 1
    }
  },
  dt: ({ tab }) => (tab === 'energy' ? TIME_STEP : 1),
  pace: (p) => model.steps(p) / 6,
}
