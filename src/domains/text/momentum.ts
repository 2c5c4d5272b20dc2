// Momentum decoding: of the k most probable words, takes the one with the largest p(v) - α f(d(v)), where d is the depth to which v repeats a walked path.
import { type Language, mostProbable } from './language'
import { circularDepth, type Walk } from './walk'

/** Resistance by depth 0, 1, …; larger depths are forbidden. */
export type Resistance = readonly number[]

export interface Rule {
  readonly alpha: number
  /** Candidates. */
  readonly k: number
  readonly resistance: Resistance
  /** Deepest repetition looked for. */
  readonly deepest: number
}

/** Workspace for one choice; the first `size` entries count, candidates in the order of their probability. */
export interface Choice {
  readonly p: Float64Array
  readonly ids: Int16Array
  readonly depths: Int8Array
  readonly scores: Float64Array
  size: number
  /** Place of the pick among the candidates: 0 is the greedy one. */
  rank: number
}
export const emptyChoice = (words: number, candidates: number): Choice => ({
  p: new Float64Array(words),
  ids: new Int16Array(candidates),
  depths: new Int8Array(candidates),
  scores: new Float64Array(candidates),
  size: 0,
  rank: 0,
})

/** α f(d): the penalty of a candidate of this depth. 0 for f = 0 or α = 0, even if the other one is infinite or missing. */
export function penalty({ alpha, resistance }: Rule, depth: number): number {
  const f = depth < resistance.length ? resistance[depth]! : Number.POSITIVE_INFINITY
  return f === 0 || alpha === 0 ? 0 : alpha * f
}

/** The choice after `walk`, with one evaluation of the language; among equal scores the more probable wins. Returns the picked word. */
export function choose(language: Language, walk: Walk, rule: Rule, out: Choice): number {
  language.fill(walk.tokens, walk.length, out.p)
  out.size = mostProbable(out.p, rule.k, out.ids)
  out.rank = 0
  for (let c = 0; c < out.size; c++) {
    const word = out.ids[c]!
    const depth = circularDepth(walk, word, rule.deepest)
    out.depths[c] = depth
    out.scores[c] = out.p[word]! - penalty(rule, depth)
    if (out.scores[c]! > out.scores[out.rank]!) out.rank = c
  }
  return out.ids[out.rank]!
}

/** Tables found in the official code, by where they occur there. */
export const resistances = {
  release: [0, 1, 3, 4, 5, 5],
  first: [0, 1, 3, 4, 5, 6],
  linear: [0, 1, 2, 3, 4, 5],
  chinese: [0, 1, 1, 2, 3, 4],
  block4: [0, 0, 0, 0, 5, Number.POSITIVE_INFINITY],
  constant: [0, 2, 2, 2, 2, 2],
  log: [0, 1, 2, 3, 4, 5].map((d) => Math.log(1 + d) / Math.log(6) / 0.2),
  exp: [0, 1, 2, 3, 4, 5].map((d) => (d === 0 ? 0 : 1.5 ** d / 2)),
} as const satisfies Record<string, Resistance>
