// From distances to a spectrum: the algorithm of Colbrook, Mezić and Stepanenko on a grid in the upper half plane.

export interface ComplexGrid {
  /** Distance between neighbours. */
  spacing: number
  /** Points across, from -1.5 to 1.5, and up, from 0 to 1.5; point number column × rows + row. */
  columns: number
  rows: number
}
const REACH = 1.5
export const complexGrid = (spacing: number): ComplexGrid => ({
  spacing,
  columns: Math.round((2 * REACH) / spacing) + 1,
  rows: Math.round(REACH / spacing) + 1,
})
export const gridPoint = ({ spacing, rows }: ComplexGrid, index: number): readonly [re: number, im: number] => [
  -REACH + spacing * Math.floor(index / rows),
  spacing * (index % rows),
]

/** τ, limited by what is known: a map that keeps areas has its spectrum on the unit circle. */
export const distances = (grid: ComplexGrid, tau: Float64Array, unitary: boolean): Float64Array =>
  unitary ? tau.map((value, index) => Math.max(value, Math.abs(1 - Math.hypot(...gridPoint(grid, index))))) : tau

const LOOK = 5 // a point looks for a better one within 5 times its own distance

/** Indices of the points returned: each point below 1 adds the best point near it, the first among equals. */
export function spectrumSearch(grid: ComplexGrid, distance: Float64Array): number[] {
  const found = new Set<number>()
  for (let from = 0; from < distance.length; from++) {
    const own = distance[from]!
    if (!(own < 1)) continue
    const [re, im] = gridPoint(grid, from)
    let best = from
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < distance.length; index++) {
      if (!(distance[index]! < least)) continue
      const [x, y] = gridPoint(grid, index)
      if (Math.hypot(x - re, y - im) >= LOOK * own) continue
      least = distance[index]!
      best = index
    }
    found.add(best)
  }
  return [...found].sort((a, b) => a - b)
}
