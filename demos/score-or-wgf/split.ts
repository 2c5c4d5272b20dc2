// The error of a field at one noise level, split into what moves the density and what only stirs it.
import type { Computed } from '@/contract'
import { logDensityAt, noisyGaussians } from '@/domains/diffusion/noisyGaussians'
import {
  cellGrid,
  divergenceOf,
  type FaceField,
  faceField,
  gridPoints,
  type HodgeSplit,
  hodgeSplit,
  weightedProduct,
} from '@/numerics/weightedHodge'
import { dataOf, STD } from './data'
import { fieldOf } from './fields'
import type { Learning } from './learning'
import { BLOBS, blobOf, type Model, type Params } from './params'
import { netsOf } from './shipped'

export const CELLS = 80
export const STRIDE = 4 // cells between two arrows
export const ARROWS = CELLS / STRIDE

export type Part = Params['part']
export const ERRING = ['mlp', 'potential', 'turn', 'stretch'] as const
export type Erring = (typeof ERRING)[number]

/** E under the density of |e|², of its two parts, and of |s|². */
export interface Sizes {
  error: number
  gradient: number
  swirl: number
  score: number
}
export interface Parts {
  sizes: Partial<Record<Erring, Sizes>>
  /** Arrows of the shown field, [ARROWS, ARROWS, 2]. */
  arrows: Readonly<Record<Part, Float32Array>> | null
  /** -∇·(ρ part) over the highest density, by cell: how fast that part alone would raise the density. */
  rises: Readonly<Record<Part, Float32Array>> | null
  /** Density over its highest value, [CELLS, CELLS]. */
  density: Float32Array
}

/** Half side of the box: so far that hardly any mass lies beyond. */
export const reachOf = (p: Pick<Params, 'moved' | 'sigma'>): number =>
  Math.max(...Array.from({ length: BLOBS }, (_, k) => Math.max(...blobOf(p, k).map(Math.abs)))) + 4.5 * Math.hypot(STD, p.sigma)
export const boxOf = (p: Pick<Params, 'moved' | 'sigma'>) => cellGrid(CELLS, [0, 0], reachOf(p))
const LEAST = 1e-30 // of the highest density: a cell without any would have no place in the system

/** Means over the faces of every fourth cell. */
function arrowsOf({ x, y }: FaceField): Float32Array {
  const out = new Float32Array(2 * ARROWS * ARROWS)
  for (let i = 0; i < ARROWS; i++)
    for (let j = 0; j < ARROWS; j++) {
      const [column, row] = [i * STRIDE + STRIDE / 2, j * STRIDE + STRIDE / 2]
      out[2 * (i * ARROWS + j)] = x[(column - 1) * CELLS + row]!
      out[2 * (i * ARROWS + j) + 1] = y[column * (CELLS - 1) + row - 1]!
    }
  return out
}

const share =
  (of: Erring, part: 'gradient' | 'swirl') =>
  ({ sizes }: Parts) => {
    const found = sizes[of]
    return found ? (100 * found[part]) / found.error : null
  }
const shown =
  (number: (sizes: Sizes) => number) =>
  (result: Parts, { model }: Params) => {
    const found = model === 'exact' ? undefined : result.sizes[model]
    return found ? number(found) : null
  }

export const split: Computed<Params, Parts, { learning: Learning }> = {
  kind: 'computed',
  runIn: 'worker',
  needs: ['learning'],
  uses: ['model', 'kappa', 'sigma', 'width', 'updates', 'seed', 'moved'],
  when: (p) => p.tab === 'split',
  summary: {
    size: { label: 'error, relative to the score', digits: 2, of: shown(({ error, score }) => Math.sqrt(error / score)) },
    stirs: {
      label: 'share of the error that only stirs',
      unit: '%',
      digits: 2,
      of: shown(({ swirl, error }) => (100 * swirl) / error),
    },
    moves: {
      label: 'share of the error that moves the density',
      unit: '%',
      digits: 3,
      of: shown(({ gradient, error }) => (100 * gradient) / error),
    },
    stirsNet: { label: 'stirring share, network', unit: '%', digits: 2, of: share('mlp', 'swirl') },
    movesGradient: { label: 'moving share, gradient net', unit: '%', digits: 4, of: share('potential', 'gradient') },
    stirsTurn: { label: 'stirring share, swirl', unit: '%', digits: 4, of: share('turn', 'swirl') },
  },
  *compute(p, { learning }) {
    const nets = netsOf(p, learning?.records)
    const box = boxOf(p)
    const { cells, ...faces } = gridPoints(box)
    const noisy = noisyGaussians(dataOf(p), p.sigma)
    const density = Float64Array.from({ length: CELLS * CELLS }, (_, k) =>
      Math.exp(logDensityAt(noisy, cells[2 * k]!, cells[2 * k + 1]!)),
    )
    const top = density.reduce((most, v) => Math.max(most, v), 0)
    for (let k = 0; k < density.length; k++) density[k] = Math.max(density[k]!, LEAST * top)
    const onFaces = (model: Model): FaceField => {
      const field = fieldOf(p, model, nets)
      const out = faceField(CELLS)
      for (const axis of ['x', 'y'] as const) {
        const values = new Float64Array(faces[axis].length)
        field.fill(p.sigma, faces[axis], values)
        for (let k = 0; k < out[axis].length; k++) out[axis][k] = values[2 * k + (axis === 'x' ? 0 : 1)]!
      }
      return out
    }
    const score = onFaces('exact')
    const result: Parts = { sizes: {}, arrows: null, rises: null, density: Float32Array.from(density, (v) => v / top) }
    const order = ERRING.toSorted((a, b) => Number(b === p.model) - Number(a === p.model))
    for (const [k, model] of order.entries()) {
      if (p.kappa === 0 && (model === 'turn' || model === 'stretch')) continue
      const error = onFaces(model)
      for (const axis of ['x', 'y'] as const) for (let i = 0; i < error[axis].length; i++) error[axis][i]! -= score[axis][i]!
      const work = hodgeSplit(density, error, box)
      let next = work.next()
      for (; !next.done; next = work.next()) yield { done: k / order.length, result, silent: true }
      const { gradient, swirl } = next.value as HodgeSplit
      const square = (part: FaceField) => weightedProduct(density, CELLS, part, part)
      result.sizes[model] = { error: square(error), gradient: square(gradient), swirl: square(swirl), score: square(score) }
      if (model === p.model) {
        const parts = { error, gradient, swirl }
        const each = (of: (part: FaceField) => Float32Array) =>
          Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, of(part)])) as Record<Part, Float32Array>
        result.arrows = each(arrowsOf)
        result.rises = each((part) => Float32Array.from(divergenceOf(density, part, box), (v) => -v / top))
      }
      yield { done: (k + 1) / order.length, result: { ...result, sizes: { ...result.sizes } } }
    }
    return result
  },
}
