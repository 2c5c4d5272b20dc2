// What is learnt of Duffing's oscillator: spectra while data come in, then τ on finer and finer grids, then the points of the spectrum algorithm.
import type { Computed } from '@/contract'
import { type Radial, radialFor } from '@/domains/operators/duffing'
import { edmd, type Koopman, koopmanOf, leastResidual, prober, type Spectrum } from '@/domains/operators/koopman'
import { learning } from '@/domains/operators/learning'
import { type ComplexGrid, complexGrid, distances, gridPoint, spectrumSearch } from '@/domains/operators/spectrumSearch'
import { emptyTriangle } from '@/numerics/stackedQr'
import { keepOperator, nameOf } from './operators'
import { LOOKS, type Params, pairsAt } from './params'

export interface Learned {
  /** Of which data and dictionary: the name that `nameOf` gives them. */
  of: string
  dictionary: Radial
  /** By step of the run; those that are known. */
  spectra: readonly Spectrum[]
  /** From all pairs. */
  koopman: Koopman | null
  tau: { grid: ComplexGrid; values: Float64Array } | null
  /** Points that the spectrum algorithm returns, and the largest distance among them. */
  found: { points: readonly (readonly [number, number])[]; worst: number } | null
}

const SPACINGS = [0.25, 0.1, 0.05]
const TOLD = 16 // of so many yields the page is told of one

/** Operations of a part, to say how far it is. */
const dataWork = ({ N, M }: Size) => 8 * M * N * (N + 20) + LOOKS * 40 * N ** 3
const gridWork = ({ N }: Size, grid: ComplexGrid) => grid.columns * grid.rows * (3 * N ** 3 + 100 * N ** 2)
type Size = Pick<Params, 'N' | 'M'>

const spectrumOf = (koopman: Koopman): Spectrum => {
  const { re, im, residual } = edmd(koopman)
  return { re, im, residual }
}

export const learned: Computed<Params, Learned> = {
  kind: 'computed',
  runIn: 'worker',
  uses: ['N', 'M', 'dt', 'gamma', 'seed'],
  when: (p) => p.system === 'duffing',
  *compute(p) {
    const dictionary = radialFor(p, p.seed, p.N)
    const result: Learned = { of: nameOf(p), dictionary, spectra: [], koopman: null, tau: null, found: null }
    const grids = SPACINGS.map(complexGrid)
    const total = dataWork(p) + grids.reduce((sum, grid) => sum + gridWork(p, grid), 0)
    let work = 0

    const triangle = emptyTriangle(2 * p.N)
    const stops = Array.from({ length: LOOKS }, (_, step) => pairsAt(step, p.M))
    for (const pairs of learning(p, p.seed, dictionary, p.M, { stops: new Set(stops), triangle })) {
      const share = pairs / p.M
      const look = stops.includes(pairs)
      if (look) result.spectra = [...result.spectra, spectrumOf(koopmanOf(triangle))]
      yield { done: (share * dataWork(p)) / total, result, silent: !look }
    }
    work += dataWork(p)

    const koopman = koopmanOf(triangle)
    result.koopman = koopman
    keepOperator(p, koopman)
    const probe = prober(koopman)
    const few = Math.max(1, Math.round(8e6 / (3 * p.N ** 3 + 100 * p.N ** 2))) // points between two yields
    for (const grid of grids) {
      const values = new Float64Array(grid.columns * grid.rows)
      const each = gridWork(p, grid) / values.length
      for (let index = 0; index < values.length; index++) {
        values[index] = leastResidual(probe, ...gridPoint(grid, index))
        work += each
        if (index % few === few - 1) yield { done: Math.min(1, work / total), result, silent: index % (TOLD * few) !== few - 1 }
      }
      result.tau = { grid, values }
      yield { done: Math.min(1, work / total), result }
    }

    const { grid, values } = result.tau!
    const distance = distances(grid, values, p.gamma === 0)
    const found = spectrumSearch(grid, distance)
    result.found = {
      points: found.map((index) => gridPoint(grid, index)),
      worst: Math.max(0, ...found.map((index) => distance[index]!)),
    }
    return result
  },
}
