// The histogram: M particles that walk, counted after every step of the run.
import type { Computed } from '@/contract'
import { advance, stepperOf } from '@/domains/acceleration/volumes'
import { walk } from '@/domains/acceleration/walk'
import { stream } from '@/numerics/random'
import { stepTime } from './model'
import { CELLS, CELLS_A_BIN, lawOf, OF_LAW, type Params, STEPS, startOf, steadyOf } from './params'

export const BINS = CELLS / CELLS_A_BIN

export interface Walked {
  /** Of these parameters. */
  of: string
  /** Steps that are counted so far, the start too. */
  known: number
  /** Particles in each bin, [STEPS + 1, BINS]. */
  counts: Float64Array
}
const USES = [...OF_LAW, 'span', 'n', 'seed'] as const
/** Names the parameters that the histogram depends on. */
export const nameOf = (p: Params): string => USES.map((key) => String(p[key])).join(' ')

const AT_ONCE = 2000 // particles, some ms at most settings
const OFTEN = 10 // steps between two news

function count(y: Float64Array, from: number, width: number, counts: Float64Array, step: number): void {
  for (let i = 0; i < y.length; i++) {
    const bin = Math.min(Math.max(Math.floor((y[i]! - from) / width), 0), BINS - 1)
    counts[step * BINS + bin]!++
  }
}

const FEWEST = 10 // expected particles of a bin that is compared

/** Pearson's X² a bin of the histogram at the end against the spectrum on cells at the end; bins with hardly any particles are left out. */
export function chiSquare({ counts }: Walked, p: Params): number | null {
  const { volumes, source } = steadyOf(p)
  const stepper = stepperOf(volumes, source, stepTime(p))
  const n = source.slice()
  for (let step = 0; step < STEPS; step++) advance(volumes, stepper, n)
  let [sum, bins] = [0, 0]
  for (let bin = 0; bin < BINS; bin++) {
    let share = 0
    for (let k = 0; k < CELLS_A_BIN; k++) share += n[bin * CELLS_A_BIN + k]! * volumes.h
    const expected = share * p.n
    if (expected < FEWEST) continue
    sum += (counts[STEPS * BINS + bin]! - expected) ** 2 / expected
    bins++
  }
  return bins > 0 ? sum / bins : null
}

export const particles: Computed<Params, Walked> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 60,
  uses: USES,
  summary: {
    chiSquare: { label: 'particles off cells, squared, over luck', digits: 3, of: (walked, p) => chiSquare(walked, p) },
  },
  *compute(p) {
    const law = lawOf(p)
    const start = startOf(p)
    const from = Math.log(p.low)
    const width = (Math.log(p.high) - from) / BINS
    const y = new Float64Array(p.n).fill(start)
    const draws = stream(p.seed, 'particles')
    const result: Walked = { of: nameOf(p), known: 1, counts: new Float64Array((STEPS + 1) * BINS) }
    count(y, from, width, result.counts, 0)
    for (let step = 1; step <= STEPS; step++) {
      for (let first = 0; first < p.n; first += AT_ONCE) {
        walk(law, start, y.subarray(first, first + AT_ONCE), stepTime(p), draws)
        yield { done: (step - 1) / STEPS, result, silent: true }
      }
      count(y, from, width, result.counts, step)
      result.known = step + 1
      if (step % OFTEN === 0 && step < STEPS) yield { done: step / STEPS, result: { ...result } }
    }
    return result
  },
}
