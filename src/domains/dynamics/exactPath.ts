// The path of three bodies by the reference scheme. All steps are kept, so that places at any time cost no further step; the path grows on demand.
import { type GaussRadau, LAST_STEP, startGaussRadau, stepGaussRadau } from './gaussRadau'
import { type Bodies, SIZE } from './nbody'

export interface ExactPath {
  /** Writes the places [3, 2] at a time ≥ 0 to `out`; false, writing nothing, if the path ends before. */
  at(time: number, out: Float64Array): boolean
}

// A kept step: [t, size, places, velocities, accelerations at its start, b of the polynomial].
const SIZES = [1, 1, SIZE, SIZE, SIZE, 42]
const [, PLACES, VELOCITIES, ACCELERATIONS, B] = SIZES.map((_, k) => SIZES.slice(0, k + 1).reduce((sum, n) => sum + n, 0)) as [
  number,
  number,
  number,
  number,
  number,
]
const RECORD = B + 42
const MOST = 20_000 // steps: 10 MB; before that, two bodies have met head-on

export function exactPath(bodies: Bodies): ExactPath {
  const run = startGaussRadau(bodies)
  const known: Float64Array[] = []
  let end = 0
  let near = 0 // index of the last time found: the next one is probably near

  function extend(time: number): void {
    while ((end < time || known.length === 0) && known.length < MOST) {
      const record = new Float64Array(RECORD)
      record[0] = end
      record.set(run.positions, PLACES)
      record.set(run.velocities, VELOCITIES)
      stepGaussRadau(run, Number.POSITIVE_INFINITY)
      record[1] = run.clock[LAST_STEP]!
      record.set(run.acceleration, ACCELERATIONS)
      record.set(run.path, B)
      known.push(record)
      end = timeAfter(run)
      if (!(end > record[0])) return // a collision
    }
  }

  return {
    at(time, out) {
      extend(time)
      if (!(time >= 0 && time <= end)) return false
      near = Math.min(near, known.length - 1)
      while (near > 0 && known[near]![0]! > time) near--
      while (near < known.length - 1 && known[near + 1]![0]! <= time) near++
      placesIn(known[near]!, time, out)
      return true
    },
  }
}

const timeAfter = ({ clock }: GaussRadau): number => clock[0]!

/** x₀ + v₀ t + t² (a₀/2 + s (b₀/6 + s (b₁/12 + … + s b₆/72))), s = t/T. */
function placesIn(record: Float64Array, time: number, out: Float64Array): void {
  const t = time - record[0]!
  const s = t / record[1]!
  for (let i = 0, at = B; i < SIZE; i++, at += 7) {
    let p = record[at + 6]! / 72
    p = record[at + 5]! / 56 + s * p
    p = record[at + 4]! / 42 + s * p
    p = record[at + 3]! / 30 + s * p
    p = record[at + 2]! / 20 + s * p
    p = record[at + 1]! / 12 + s * p
    p = record[at]! / 6 + s * p
    out[i] = record[PLACES + i]! + t * (record[VELOCITIES + i]! + t * (record[ACCELERATIONS + i]! / 2 + s * p))
  }
}
