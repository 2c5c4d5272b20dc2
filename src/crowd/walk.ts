// A crowd that goes to any step, in pieces short enough for a frame: part by part, from the nearest step that is kept.
import type { Crowd } from '@/contract'
import { advance, stepsOf } from './flow'

const PART = 4096 // points
const KEPT_EVERY = 16 // steps between two copies to go back to

interface Part {
  from: number
  to: number
  step: number
  kept: Map<number, Float32Array>
}

export interface Walk {
  /** [count, 2]; the points of `done` stand at the step that was asked for last. */
  x: Float32Array
  done: number
  /** Goes to a step; gives way after each piece of a millisecond or so. */
  to(step: number): Generator<void>
}

export function walkOf(crowd: Crowd): Walk {
  const x = crowd.start.slice()
  const parts: Part[] = []
  for (let from = 0; from < crowd.count; from += PART) {
    const to = Math.min(from + PART, crowd.count)
    parts.push({ from, to, step: 0, kept: new Map([[0, crowd.start.subarray(2 * from, 2 * to)]]) })
  }
  const last = stepsOf(crowd)
  /** Puts a part back to the last copy that is not beyond the step. */
  function back(part: Part, step: number): void {
    const before = Math.max(...[...part.kept.keys()].filter((at) => at <= step))
    x.set(part.kept.get(before)!, 2 * part.from)
    part.step = before
  }
  const walk: Walk = {
    x,
    done: 0,
    *to(wanted) {
      const step = Math.min(Math.max(0, wanted), last)
      walk.done = 0
      for (const part of parts) {
        if (part.step > step) back(part, step)
        while (part.step < step) {
          advance(crowd, part.step, x, part.from, part.to)
          part.step++
          if (part.step % KEPT_EVERY === 0 && !part.kept.has(part.step)) {
            part.kept.set(part.step, x.slice(2 * part.from, 2 * part.to))
          }
          yield
        }
        walk.done = part.to
      }
    },
  }
  return walk
}
