// Counts of words after the words before them, and the smoothed model made of the counts:
// p_n(w|h) = (c(hw) + κ p_{n-1}(w|h')) / (c(h) + κ), p_0 = 1/|V|, h' = h without its oldest word; a history never seen keeps p_{n-1}.
import type { Language } from './language'

/** What followed a history: how often in all, and which words how often. */
interface Followers {
  total: number
  readonly ids: number[]
  readonly counts: number[]
}
export interface Counts {
  /** Ids are places in this list, in the order of first appearance. */
  readonly words: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
  readonly tokens: Int16Array
  /** Index: length of the history; key: its words as digits to the base |V|. The longest has `LONGEST - 1` words. */
  readonly followers: readonly ReadonlyMap<number, Followers>[]
}
/** Longest n-gram that is counted. 1175³ is far below 2⁵³, so keys are exact. */
export const LONGEST = 4

/** Counts all n-grams of a text whose tokens are separated by white space. */
export function countNgrams(text: string): Counts {
  const idOf = new Map<string, number>()
  const tokens = Int16Array.from(text.trim().split(/\s+/), (word) => {
    const id = idOf.get(word) ?? idOf.size
    idOf.set(word, id)
    return id
  })
  const followers = Array.from({ length: LONGEST }, () => new Map<number, Followers>())
  for (let end = 0; end < tokens.length; end++) {
    for (let length = 0; length < LONGEST && length <= end; length++) {
      const key = keyOf(tokens, end, length, idOf.size)
      const known = followers[length]!.get(key) ?? { total: 0, ids: [], counts: [] }
      followers[length]!.set(key, known)
      const place = known.ids.indexOf(tokens[end]!)
      known.total++
      if (place >= 0) known.counts[place]!++
      else {
        known.ids.push(tokens[end]!)
        known.counts.push(1)
      }
    }
  }
  return { words: [...idOf.keys()], idOf, tokens, followers }
}

/** Key of the `length` tokens before place `end`. */
function keyOf(tokens: ArrayLike<number>, end: number, length: number, base: number): number {
  let key = 0
  for (let k = end - length; k < end; k++) key = key * base + tokens[k]!
  return key
}

/** Mixes one level in: `out` holds p_{n-1} and becomes p_n. */
function refine(out: Float64Array, { total, ids, counts }: Followers, kappa: number): void {
  for (let w = 0; w < out.length; w++) out[w]! *= kappa
  for (let k = 0; k < ids.length; k++) out[ids[k]!]! += counts[k]!
  const whole = total + kappa
  for (let w = 0; w < out.length; w++) out[w]! /= whole
}

/** The model of order n (at most `LONGEST`): the next word depends on the last n - 1. */
export function ngramLanguage({ words, followers }: Counts, order: number, kappa: number): Language {
  const single = new Float64Array(words.length).fill(1 / words.length)
  refine(single, followers[0]!.get(0)!, kappa)
  return {
    words,
    fill(tokens, length, out) {
      out.set(single)
      for (let n = 1; n < order && n <= length; n++) {
        const known = followers[n]!.get(keyOf(tokens, length, n, words.length))
        if (known === undefined) return // then no longer history was seen either
        refine(out, known, kappa)
      }
    },
  }
}
