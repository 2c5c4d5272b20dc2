// A language as decoders see it: words, and how probable each is after the words before.
export interface Language {
  readonly words: readonly string[]
  /** Probabilities of the next word after the first `length` of `tokens`; `out` has an entry for each word. */
  fill(tokens: ArrayLike<number>, length: number, out: Float64Array): void
}

/** The next word depends only on the last one: row `i` of `rows` holds the probabilities after word `i`. Without a last word, row 0. */
export function chainLanguage(words: readonly string[], rows: readonly ArrayLike<number>[]): Language {
  return {
    words,
    fill(tokens, length, out) {
      const row = rows[length > 0 ? tokens[length - 1]! : 0]!
      for (let w = 0; w < out.length; w++) out[w] = row[w]!
    },
  }
}

/**
 * The `count` most probable words, most probable first; among equals the smaller id first. Writes ids into `out` and returns how many: fewer than `count`
 * only if there are fewer words.
 */
export function mostProbable(p: Float64Array, count: number, out: Int16Array): number {
  const most = Math.min(count, p.length, out.length)
  let size = 0
  for (let w = 0; w < p.length; w++) {
    const value = p[w]!
    if (size === most && value <= p[out[size - 1]!]!) continue
    let place = size < most ? size++ : size - 1
    for (; place > 0 && p[out[place - 1]!]! < value; place--) out[place] = out[place - 1]!
    out[place] = w
  }
  return size
}

/** How many words are more probable than `word`, or as probable with a smaller id. */
export function rankOf(p: Float64Array, word: number): number {
  let rank = 0
  for (let w = 0; w < p.length; w++) if (p[w]! > p[word]! || (p[w] === p[word] && w < word)) rank++
  return rank
}
