// τ of Duffing's oscillator on finer and finer grids, then the points of the spectrum algorithm, from what has been learned.
import type { Computed } from '@/contract'
import { leastResidual, prober } from '@/domains/operators/koopman'
import { type ComplexGrid, complexGrid, distances, gridPoint, spectrumSearch } from '@/domains/operators/spectrumSearch'
import { type Learned, nameOf } from './learned'
import type { Params } from './params'

export interface Searched {
  /** What it was learned from: the name given by `nameOf`. */
  of: string
  tau: { grid: ComplexGrid; values: Float64Array } | null
  /** Points that the spectrum algorithm returns, and the largest distance among them. */
  found: { points: readonly (readonly [number, number])[]; worst: number } | null
}

const SPACINGS = [0.25, 0.1, 0.05]
const TOLD = 16 // the page is told of one in so many yields

/** Operations of a point. */
const pointWork = (N: number) => 3 * N ** 3 + 100 * N ** 2

export const searched: Computed<Params, Searched, { learned: Learned }> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['N', 'gamma'],
  needs: ['learned'],
  when: (p) => p.system === 'duffing',
  summary: {
    returned: {
      label: 'points of the spectrum algorithm',
      of: ({ found }) => found?.points.reduce((sum, [, y]) => sum + (y === 0 ? 1 : 2), 0) ?? null, // with their mirror images
    },
    farthest: { label: 'farthest of them, as far as data tell', digits: 2, of: ({ found }) => found?.worst ?? null },
  },
  *compute(p, needed) {
    const probe = prober(needed.learned!.koopman!)
    const grids = SPACINGS.map(complexGrid)
    const total = grids.reduce((sum, { columns, rows }) => sum + columns * rows, 0)
    const few = Math.max(1, Math.round(8e6 / pointWork(p.N))) // points between two yields
    let result: Searched = { of: nameOf(p), tau: null, found: null }
    let done = 0
    for (const grid of grids) {
      const values = new Float64Array(grid.columns * grid.rows)
      for (let index = 0; index < values.length; index++) {
        values[index] = leastResidual(probe, ...gridPoint(grid, index))
        done++
        if (index % few === few - 1) yield { done: done / total, result, silent: index % (TOLD * few) !== few - 1 }
      }
      result = { ...result, tau: { grid, values } }
      yield { done: done / total, result }
    }
    const { grid, values } = result.tau!
    const distance = distances(grid, values, p.gamma === 0)
    const found = spectrumSearch(grid, distance)
    const worst = Math.max(0, ...found.map((index) => distance[index]!))
    return { ...result, found: { points: found.map((index) => gridPoint(grid, index)), worst } }
  },
}
