// When did the ball land? The published rule, and what it leaves undecided. Rows in pixels, downwards; times in frames.
import { border } from '@/numerics/statistics'
import { type Fall, heightAt } from './fall'

/** A ball below the line has landed when it has moved less than this since the frame before. */
export const STILL = 1 // px

/** Whether a frame with this row, after that row, ends the fall; the drop frame is then the one before. */
export const hasLanded = (row: number, before: number, line: number): boolean => row > line && row - before < STILL

/** Drop frame: i - 1 for the first i ≥ 1 with y_i > line and y_i - y_(i-1) < 1 px; -1 if there is none. */
export function dropFrame(rows: ArrayLike<number>, line: number): number {
  for (let i = 1; i < rows.length; i++) if (hasLanded(rows[i]!, rows[i - 1]!, line)) return i - 1
  return -1
}

/** A fall in vacuum that takes `frames` frames; its lengths are in g · frame². */
const fallOf = (frames: number, restitution: number): Fall => ({
  drop: frames ** 2 / 2,
  g: 1,
  restitution,
  terminal: Number.POSITIVE_INFINITY,
})

const REACH = 4 // frames after the landing within which the rule fires; low bounces may come down again before

/** The drop frame of such a fall by the rule. `still`: the rule's pixel, in g · frame². */
function calledFrame(frames: number, restitution: number, still: number): number {
  const fall = fallOf(frames, restitution)
  let frame = Math.floor(frames) // the last one before the floor
  let height = heightAt(fall, frame)
  for (let tries = 0; tries < REACH; tries++, frame++) {
    const next = heightAt(fall, frame + 1)
    if (height - next < still) return frame
    height = next
  }
  return frame
}

const PHASES = 32 // samples in each frame; the ends are then found by bisection

/**
 * Fall times, in frames, that are possible for a drop frame. The range is one frame wide but not centred on the frame: a ball that keeps the share e of
 * its speed is seen to rise only if it landed early, within e/(1 + e) of a frame, so about -1/(1 + e) to e/(1 + e). It is wider for e near 0.1, where a
 * bounce is over before it is seen. `slack`: by how much noise may shift the rule's pixel.
 */
export function contactRange(frame: number, restitution: number, still: number, slack = 0): readonly [from: number, to: number] {
  const isFrom = (t: number) => t > 0 && calledFrame(t, restitution, still - slack) === frame
  const isTo = (t: number) => t > 0 && calledFrame(t, restitution, still + slack) === frame
  const step = 1 / PHASES
  const earliest = Math.max(0, frame - REACH)
  let [from, to] = [earliest, frame + 1]
  while (from < frame && !isFrom(from)) from += step
  while (to > frame && !isTo(to)) to -= step
  return [from > earliest ? border(from, from - step, isFrom, 30) : from, to < frame + 1 ? border(to, to + step, isTo, 30) : to]
}

/** The whole drop over the part seen up to the drop frame, for a fall of `frames` frames; 1 if the ball landed exactly then. */
export const dropFactor = (frame: number, frames: number, restitution: number): number =>
  1 / (1 - heightAt(fallOf(frames, restitution), frame) / (frames ** 2 / 2))
