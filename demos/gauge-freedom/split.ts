// The added field at some noise levels, split under the noisy density into a gradient, which moves the density, and a rest that only stirs. It is found for
// κ h = 1; both parts grow with κ h.
import type { Computed } from '@/contract'
import { strengthOf } from '@/domains/diffusion/gaugeFlow'
import { cellGrid, type FaceField, faceField, gridPoints, hodgeSplit, weightedProduct } from '@/numerics/weightedHodge'
import { gaugeOf, newField } from './data'
import { isInSpace, type Params } from './params'

const CELLS = 64
const [DATA, WIDTHS, LEAST] = [2.1, 4, 0.12] // reach of the data; noise around them; some width of their own
const RARE = 1e-30 // of the highest density: a cell without any would have no place in the system
/** Noise levels at which it is split: where the cells can show the density. */
export const LEVELS = [2, 1.2, 0.7, 0.4, 0.25, 0.15] as const

/** Lengths at one noise level, as shares of the length of the score: roots of means of squares under the density. */
export interface Parts {
  /** Of the gradient part: what does harm. */
  gradient: number
  /** Of the rest. */
  swirl: number
}
export type Split = readonly Parts[]

function* partsAt(p: Params, sigma: number): Generator<void, Parts, void> {
  const field = newField(p, { ...gaugeOf(p), kappa: 1, inverse: false })
  field.setNoise(sigma)
  const box = cellGrid(CELLS, [0, 0], DATA + WIDTHS * Math.hypot(sigma, LEAST))
  const { cells, ...faces } = gridPoints(box)
  const density = Float64Array.from({ length: CELLS * CELLS }, (_, k) => Math.exp(field.log(cells, 2 * k)))
  yield
  const top = density.reduce((most, v) => Math.max(most, v), 0)
  for (let k = 0; k < density.length; k++) density[k] = Math.max(density[k]!, RARE * top)
  const [added, score] = [faceField(CELLS), faceField(CELLS)]
  for (const [axis, index] of [
    ['x', 0],
    ['y', 1],
  ] as const) {
    for (let k = 0; k < added[axis].length; k++) {
      field.at(faces[axis], 2 * k)
      score[axis][k] = field.score[index]!
      added[axis][k] = field.field[index]! - field.score[index]!
    }
    yield
  }
  const work = hodgeSplit(density, added, box)
  let next = work.next()
  for (; !next.done; next = work.next()) yield
  const length = (of: FaceField) => Math.sqrt(weightedProduct(density, CELLS, of, of))
  const whole = length(score)
  return { gradient: length(next.value.gradient) / whole, swirl: length(next.value.swirl) / whole }
}

/** The level that is nearest to a noise level. */
export function levelAt(sigma: number): number {
  let best = 0
  for (const [k, level] of LEVELS.entries())
    if (Math.abs(Math.log(level / sigma)) < Math.abs(Math.log(LEVELS[best]! / sigma))) best = k
  return best
}
/** Both lengths at a level for the strength of these parameters. */
export function partsOf(split: Split, p: Params, level: number): Parts | null {
  const parts = split[level]
  if (parts === undefined) return null
  const strength = Math.abs(strengthOf(gaugeOf(p), LEVELS[level]!))
  return { gradient: strength * parts.gradient, swirl: strength * parts.swirl }
}

const MIDDLE = LEVELS.indexOf(0.4)
export const split: Computed<Params, Split> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['tab', 'data', 'moved', 'kind', 'centre'],
  when: (p) => !isInSpace(p),
  summary: {
    harm: {
      label: 'added field: what moves the density, over the score at σ = 0.4',
      digits: 2,
      of: (found, p) => partsOf(found, p, MIDDLE)?.gradient ?? null,
    },
    stirs: {
      label: 'added field: what only stirs, over the score at σ = 0.4',
      digits: 3,
      of: (found, p) => partsOf(found, p, MIDDLE)?.swirl ?? null,
    },
    harmAtEnd: {
      label: 'added field: what moves the density, over the score at σ = 0.15',
      digits: 2,
      of: (found, p) => partsOf(found, p, LEVELS.length - 1)?.gradient ?? null,
    },
    stirsAtEnd: {
      label: 'added field: what only stirs, over the score at σ = 0.15',
      digits: 3,
      of: (found, p) => partsOf(found, p, LEVELS.length - 1)?.swirl ?? null,
    },
  },
  *compute(p) {
    const result: Parts[] = []
    for (const level of LEVELS) {
      const work = partsAt(p, level)
      let next = work.next()
      for (; !next.done; next = work.next()) yield { done: result.length / LEVELS.length, result: [...result], silent: true }
      result.push(next.value)
      yield { done: result.length / LEVELS.length, result: [...result] }
    }
    return result
  },
}
