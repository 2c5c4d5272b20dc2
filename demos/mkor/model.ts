// L⁻¹ ← (L⁻¹ - (1-γ) uuᵀ/(γ + (1-γ) gᵀu))/γ with u = L⁻¹g, R⁻¹ likewise with a; U = L⁻¹ ∇ R⁻¹, scaled to the length of ∇: MKOR beside momentum and K-FAC,
// on a linear teacher. The tabs differ in the size of the layer: 1 × 2, so that W is a place in a plane, or 3 × 6.
import type { Point, Stepped } from '@/contract'
import { precondition } from '@/domains/optim/kronecker'
import { invertPositive, times } from '@/numerics/smallMatrix'
import { METHODS, type Method, type Params, sizesOf } from './params'
import { covarianceOf, problemOf } from './problem'
import { advanceRace, type Race, startRace } from './race'

export { type Params, params } from './params'

export interface State {
  step: number
  race: Race
}
export interface Frame {
  /** Step at which a method diverged. */
  lost: Readonly<Record<Method, number | null>>
  /** Step at which MKOR-H gave up. */
  switched: number | null
  /** For the inputs' vectors: moving average, its inverse as kept by the chosen formula, and inverted directly, [n, n]. */
  average: Float64Array
  kept: Float64Array
  direct: Float64Array
  vector: Float64Array
  plane: {
    at: Readonly<Record<Method, Point>>
    /** Downhill from MKOR's place: the exact gradient, and preconditioned, equally long. */
    downhill: Point
    bent: Point
  } | null
}

export const model: Stepped<Params, State, Frame> = {
  kind: 'stepped',
  runIn: 'worker',
  init: (p) => ({ step: 0, race: startRace(p) }),
  step(s, p) {
    s.step++
    advanceRace(s.race, p, s.step)
  },
  frame({ race }, p) {
    const { seen, mkor } = race
    const direct = seen.average.slice()
    invertPositive(direct, sizesOf(p)[1])
    const lost = Object.fromEntries(METHODS.map((method) => [method, race[method].lost < 0 ? null : race[method].lost]))
    return {
      lost: lost as Frame['lost'],
      switched: mkor.switched < 0 ? null : mkor.switched,
      average: seen.average.slice(),
      kept: seen.inverses[p.variant].slice(),
      direct,
      vector: seen.vector.slice(),
      plane: p.tab === 'plane' ? planeOf(race, p) : null,
    }
  },
  steps: (p) => p.steps,
  dt: () => 1,
  pace: (p) => Math.max(8, p.steps / 14),
  /** When every method has arrived or diverged. */
  ended: ({ race }) => (METHODS.every((method) => race[method].lost >= 0) ? 'diverged' : null),
}

function planeOf(race: Race, p: Params): NonNullable<Frame['plane']> {
  const place = ({ weights }: { weights: Float64Array }): Point => [weights[0]!, weights[1]!]
  const { weights, left, right, switched } = race.mkor
  const [slope, bent] = [new Float64Array(2), new Float64Array(2)]
  times(weights, covarianceOf(problemOf(p)), 1, 2, 2, slope) // the bottom is the origin
  precondition(left.inverse, slope, right.inverse, 1, 2, new Float64Array(2), bent)
  return {
    at: { first: place(race.first), kfac: place(race.kfac), mkor: place(race.mkor) },
    downhill: [-slope[0]!, -slope[1]!],
    bent: switched < 0 ? [-bent[0]!, -bent[1]!] : [-slope[0]!, -slope[1]!],
  }
}
