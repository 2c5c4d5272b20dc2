// When did the ball land? The published rule, and what it leaves open. Rows in pixels, downwards; times in frames.

/** The rule asks whether a ball below the line has come less far than this since the frame before. */
export const STILL = 1 // px

/** Whether a frame with this row, after that row, ends the fall; the drop frame is then the one before. */
export const hasLanded = (row: number, before: number, line: number): boolean => row > line && row - before < STILL

/** Drop frame: i - 1 for the first i ≥ 1 with y_i > line and y_i - y_(i-1) < 1 px; -1 if there is none. */
export function dropFrame(rows: ArrayLike<number>, line: number): number {
  for (let i = 1; i < rows.length; i++) if (hasLanded(rows[i]!, rows[i - 1]!, line)) return i - 1
  return -1
}

/**
 * The latest phase φ, in frames after frame n, of a contact after which n is still called the drop frame; later ones give n + 1.
 * A ball that bounces back with e times its speed v is lower in frame n + 1 than in n unless the contact came early:
 * v φ - g φ²/2 against e v (1 - φ) - g (1 - φ)²/2, equal where φ (x (1 + e) - 1) = e x - 1/2 + c with x = v/g, all in frames.
 * `still`: c, the 1 px of the rule over the pixels of g·frame².
 */
export function lastPhase(frame: number, restitution: number, still: number): number {
  const x = Math.max(frame, 1)
  const phase = (restitution * x - 0.5 + still) / (x * (1 + restitution) - 1)
  return Number.isFinite(phase) ? Math.min(Math.max(phase, 0), 1) : 1
}

/** Fall times, in frames, that a drop frame leaves open: one frame wide, but not centred: earlier for balls that hardly bounce. */
export function contactRange(frame: number, restitution: number, still: number, slack = 0): readonly [from: number, to: number] {
  return [frame - 1 + lastPhase(frame, restitution, still - slack), frame + lastPhase(frame, restitution, still + slack)]
}
