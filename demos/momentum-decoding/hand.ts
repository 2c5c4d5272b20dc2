// Six states and the chances of the next one: row i of the matrix after state i. Everything can be checked on paper.
import type { Placed } from '@/contract'

export const STATES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const SIZE = STATES.length

/** In thousandths; each row sums to 1000. Greedy decoding goes A, B, C, A, … */
const GIVEN: readonly (readonly number[])[] = [
  [50, 600, 200, 50, 50, 50],
  [50, 50, 550, 250, 50, 50],
  [500, 100, 20, 200, 100, 80],
  [100, 100, 100, 50, 400, 250],
  [300, 50, 50, 300, 50, 250],
  [250, 250, 100, 100, 200, 100],
]
const WHOLE = 1000

export const cellOf = (row: number, column: number): number => SIZE * row + column

/** The matrix with some chances changed; a changed row that does not sum to 1 is scaled to it. */
export function matrixOf(changed: readonly Placed[]): number[][] {
  const matrix = GIVEN.map((row) => row.map((v) => v / WHOLE))
  for (const { index, at } of changed) matrix[Math.floor(index / SIZE)]![index % SIZE] = at[0]
  return matrix.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0)
    if (sum === 0) return row.map(() => 1 / SIZE)
    return Math.abs(sum - 1) < 1e-9 ? row : row.map((v) => v / sum)
  })
}

/** Chances after one cell is set to `value`, in thousandths; the others in its row share the rest in their old proportion. */
export function withChance(changed: readonly Placed[], cell: number, value: number): Placed[] {
  const row = Math.floor(cell / SIZE)
  const wanted = Math.round(WHOLE * Math.min(Math.max(value, 0), 1))
  const old = matrixOf(changed)[row]!
  if (Math.abs(old[cell % SIZE]! * WHOLE - wanted) < 1e-6) return [...changed]
  const rest = WHOLE - wanted
  const others = old.map((v, column) => (column === cell % SIZE ? 0 : v))
  const sum = others.reduce((a, b) => a + b, 0)
  const exact = others.map((v, column) => (column === cell % SIZE ? 0 : sum > 0 ? (v / sum) * rest : rest / (SIZE - 1)))
  const whole = exact.map(Math.floor)
  const missing = rest - whole.reduce((a, b) => a + b, 0)
  const byRemainder = exact.map((v, column) => [v - Math.floor(v), column] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1])
  for (const [, column] of byRemainder.filter(([, c]) => c !== cell % SIZE).slice(0, missing)) whole[column]!++
  whole[cell % SIZE] = wanted
  const elsewhere = changed.filter(({ index }) => Math.floor(index / SIZE) !== row)
  const here = whole.flatMap((v, column): Placed[] =>
    v === GIVEN[row]![column] ? [] : [{ index: cellOf(row, column), at: [v / WHOLE, 0] }],
  )
  return [...elsewhere, ...here].sort((a, b) => a.index - b.index)
}
