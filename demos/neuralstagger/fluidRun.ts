// The fluid: a fine run and, beside it, s² solvers on the hands of its first picture, k of each, which never communicate.
import { fillRandom, fillWaves, meanSquare, relativeError, type Wave } from '@/domains/fluids/fields'
import { join, split } from '@/domains/fluids/stagger'
import { advance, analyse, interpolate, type Spectral, spectral, synthesise } from '@/domains/fluids/vorticity'
import { stream } from '@/numerics/random'
import { type Params, shapeOf } from './params'

export interface FluidState {
  kind: 'fluid'
  step: number
  /** Coefficients: the fine run, all hands at the start of the window, and their current state. */
  fine: Spectral
  start: Spectral
  now: Spectral
  /** The same as samples [N, N]: fine, joined, and joined at the start of the window. */
  fineField: Float64Array
  joined: Float64Array
  known: Float64Array
  /** The baseline: the answer of the first hand alone, interpolated. */
  alone: Float64Array
  aloneError: number
  /** Points computed one after the other so far: by the fine solver, and by the busiest chain of players. */
  finePath: number
  path: number
  error: number
}

/** The card's smooth preset, that of the independent program. */
const SMOOTH: readonly Wave[] = [
  [1, 2, 1, 0.3],
  [3, -1, 0.7, 1.1],
  [2, 2, 0.5, 2],
]
const EXTRA_PHASE = 0.4
const scratch = new Map<number, Float64Array>() // for hands, during one call only
function scratchOf(length: number): Float64Array {
  const old = scratch.get(length)
  if (old) return old
  const made = new Float64Array(length)
  scratch.set(length, made)
  return made
}

/** ω at the start; random ones have mean square 1. */
export function firstField(p: Params): Float64Array {
  const { side } = shapeOf(p)
  const out = new Float64Array(side * side)
  if (p.field === 'vortices') {
    fillWaves([...SMOOTH, [p.wave, p.wave - 1, p.amp, EXTRA_PHASE]], side, out)
    return out
  }
  fillRandom(stream(p.seed, 'fluid'), p.k0, side, out)
  const size = Math.sqrt(meanSquare(out))
  return out.map((value) => value / size)
}

export function startFluid(p: Params): FluidState {
  const { side, s, n } = shapeOf(p)
  const fineField = firstField(p)
  const [fine, start] = [spectral(side * side), spectral(side * side)]
  analyse(fineField, fine, side)
  const hands = scratchOf(side * side)
  split(fineField, side, s, hands)
  for (let hand = 0; hand < s * s; hand++) analyse(hands, start, n, hand * n * n)
  const alone = new Float64Array(side * side)
  interpolate(start, n, side, alone)
  return {
    kind: 'fluid',
    step: 0,
    fine,
    start,
    alone,
    aloneError: relativeError(alone, fineField),
    now: { re: start.re.slice(), im: start.im.slice() },
    fineField,
    joined: fineField.slice(),
    known: fineField.slice(),
    finePath: 0,
    path: 0,
    error: 0,
  }
}

/** The time slot of a step, 1 to k; 0 before the first. */
export const slotOf = (step: number, slots: number): number => (step === 0 ? 0 : ((step - 1) % slots) + 1)

/** The answer of the players of slot `slot`: one step of length slot·Δt from the start of the window. */
function answer(state: FluidState, p: Params, slot: number, coefficients: Spectral, out: Float64Array): void {
  const { side, s, n } = shapeOf(p)
  const hands = scratchOf(side * side)
  for (let hand = 0; hand < s * s; hand++) {
    advance(state.start, coefficients, n, hand * n * n, slot * p.dt, p.nu)
    synthesise(coefficients, hands, n, hand * n * n)
  }
  join(hands, side, s, out)
}

export function stepFluid(state: FluidState, p: Params): void {
  const { side, n, slots } = shapeOf(p)
  const slot = slotOf(state.step + 1, slots)
  if (slot === 1) {
    state.start.re.set(state.now.re)
    state.start.im.set(state.now.im)
    state.known.set(state.joined)
    state.path += n * n // all slots of a window work at the same time
  }
  state.step++
  advance(state.fine, state.fine, side, 0, p.dt, p.nu)
  synthesise(state.fine, state.fineField, side)
  state.finePath += side * side
  answer(state, p, slot, state.now, state.joined)
  state.error = relativeError(state.joined, state.fineField)
  interpolate(state.now, n, side, state.alone)
  state.aloneError = relativeError(state.alone, state.fineField)
}

/** The answers of all slots of the window, slot 1 first. */
export function answersOf(state: FluidState, p: Params): Float64Array[] {
  const { side, slots } = shapeOf(p)
  const coefficients = spectral(side * side)
  const shown = slotOf(state.step, slots)
  return Array.from({ length: slots }, (_, index) => {
    if (index + 1 === shown) return state.joined.slice()
    const out = new Float64Array(side * side)
    answer(state, p, index + 1, coefficients, out)
    return out
  })
}
