// Heights over the q-plane at rest: of the true potential, and of a learned H at p = 0, each less its mean where there are data, as H has no zero.
import { type LawName, laws } from '@/domains/dynamics/hamiltonians'
import { mean } from '@/numerics/regression'
import { clouds, isCovered } from './tasks'
import { hamiltonian } from './training'

/** Cells each way. */
export const GRID = 36
/** Half the side of the square that is drawn. */
export const reachOf = (law: LawName): number => 1.15 * clouds[law].q

/** Middles of the cells, rows from the top: [GRID², 2]. */
function cellsOf(law: LawName): Float64Array {
  const reach = reachOf(law)
  const at = (k: number) => reach * ((2 * k + 1) / GRID - 1)
  return Float64Array.from({ length: 2 * GRID * GRID }, (_, n) => {
    const cell = n >> 1
    return n % 2 === 0 ? at(cell % GRID) : -at(Math.floor(cell / GRID))
  })
}

const states = new Float64Array(4 * GRID * GRID)
/** H of a network, not aligned. */
export function fillLandscape(law: LawName, weights: Float64Array, out: Float64Array): void {
  const cells = cellsOf(law)
  for (let n = 0; n < GRID * GRID; n++) {
    states[4 * n] = cells[2 * n]!
    states[4 * n + 1] = cells[2 * n + 1]!
  }
  hamiltonian.fillEnergy(weights, states, out)
}

export function trueLandscape(law: LawName, theta: number): Float64Array {
  const cells = cellsOf(law)
  return Float64Array.from({ length: GRID * GRID }, (_, n) => laws[law].potential(theta, cells[2 * n]!, cells[2 * n + 1]!))
}

const covered = (law: LawName, heights: Float64Array): Float64Array => {
  const cells = cellsOf(law)
  return heights.filter((_, n) => isCovered(clouds[law], cells[2 * n]!, cells[2 * n + 1]!))
}
/** Less the mean over the cells with data. */
export function aligned(law: LawName, heights: Float64Array): Float64Array {
  const middle = mean(covered(law, heights))
  return heights.map((height) => height - middle)
}
/** Least and largest height where there are data. */
export function rangeOver(law: LawName, heights: Float64Array): [low: number, high: number] {
  const inside = covered(law, heights)
  return [Math.min(...inside), Math.max(...inside)]
}
