// EDMD of Duffing's oscillator from a stream of snapshots, block by block.
import { absorb, emptyTriangle, type Triangle } from '@/numerics/stackedQr'
import { type Oscillator, type Radial, snapshots, watch } from './duffing'

const WORK = 6e6 // operations between two yields: some 6 ms
const BLOCK = 100 // pairs

/** R of both tables from `pairs` snapshots. Yields the number so far, and always at `stops`, when `triangle` may be read. */
export function* learning(
  system: Oscillator,
  seed: number,
  dictionary: Radial,
  pairs: number,
  {
    stops = new Set<number>(),
    purpose = 'training',
    triangle = emptyTriangle(dictionary.centres.length),
  }: {
    stops?: ReadonlySet<number>
    purpose?: string
    triangle?: Triangle
  } = {},
): Generator<number, Triangle, void> {
  const { size } = triangle
  const next = snapshots(system, seed, purpose)
  const [x, y] = [new Float64Array(2), new Float64Array(2)]
  const block = new Float64Array(size * BLOCK)
  let filled = 0
  let work = 0
  for (let pair = 1; pair <= pairs; pair++) {
    next(x, y)
    watch(dictionary, x, block, filled, BLOCK)
    watch(dictionary, y, block, (size / 2) * BLOCK + filled, BLOCK)
    filled++
    const stop = stops.has(pair) || pair === pairs
    if (filled < BLOCK && !stop) continue
    for (let column = 0; column < size; column++) block.fill(0, column * BLOCK + filled, (column + 1) * BLOCK) // rows of zeros change nothing
    absorb(triangle, block, BLOCK)
    work += 2 * BLOCK * size * (size + 40)
    filled = 0
    if (!stop && work < WORK) continue
    work = 0
    yield pair
  }
  return triangle
}

/** The same at once. */
export function learned(...given: Parameters<typeof learning>): Triangle {
  const work = learning(...given)
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value
}
