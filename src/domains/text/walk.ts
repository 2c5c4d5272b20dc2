// A text as a walk in the graph of its words: nodes are the words said, edges pairs of successive words. Grows by one token in place.

/** The longest n-gram whose repetitions are counted. */
const COUNTED = 4
const FEWEST = 6 // tokens that must be repeated before a round counts as one

export interface Walk {
  /** Ids of words; the first `length` count, the first `start` of them are the prefix. */
  readonly tokens: Int16Array
  /** For each token the place where its word occurred before, -1 if it was new; and for each word its last place. */
  readonly previous: Int16Array
  readonly lastOf: Int16Array
  length: number
  start: number
  /** Distinct words and distinct pairs, the prefix included. */
  nodes: number
  edges: number
  /** Distinct n-grams of the generated part; index: n - 2. */
  readonly distinct: Int16Array
}

export function emptyWalk(words: number, capacity: number): Walk {
  return {
    tokens: new Int16Array(capacity),
    previous: new Int16Array(capacity),
    lastOf: new Int16Array(words).fill(-1),
    length: 0,
    start: 0,
    nodes: 0,
    edges: 0,
    distinct: new Int16Array(COUNTED - 1),
  }
}

/** The walk over `prefix`, with memory for `steps` more tokens. */
export function walkFrom(prefix: ArrayLike<number>, words: number, steps: number): Walk {
  const walk = emptyWalk(words, prefix.length + steps)
  for (let k = 0; k < prefix.length; k++) push(walk, prefix[k]!)
  walk.start = prefix.length
  walk.distinct.fill(0)
  return walk
}

/** Back to its first `length` tokens, which are counted again; default: the prefix. */
export function restart(walk: Walk, length = walk.start): void {
  const { start } = walk
  walk.lastOf.fill(-1)
  walk.length = 0
  walk.nodes = 0
  walk.edges = 0
  for (let k = 0; k < length; k++) {
    if (k === start) walk.distinct.fill(0)
    push(walk, walk.tokens[k]!)
  }
  if (length <= start) walk.distinct.fill(0)
}

/** How many tokens before `end` are the same as those before `other`, `most` at most. */
function shared({ tokens }: Walk, end: number, other: number, most: number): number {
  let count = 0
  while (count < most && other - count > 0 && tokens[end - 1 - count] === tokens[other - 1 - count]) count++
  return count
}

/**
 * How deep `word` would lead into a path already walked: the largest L up to `deepest` such that the last L - 1 tokens followed by `word` occur somewhere
 * in a row; 1 if only the word does, 0 if it is new.
 */
export function circularDepth(walk: Walk, word: number, deepest: number): number {
  let depth = 0
  for (let place = walk.lastOf[word]!; place >= 0 && depth < deepest; place = walk.previous[place]!) {
    depth = Math.max(depth, 1 + shared(walk, walk.length, place, deepest - 1))
  }
  return depth
}

/** Adds one word. */
export function push(walk: Walk, word: number): void {
  const { length, start, lastOf, previous, tokens, distinct } = walk
  let isKnownPair = length === 0
  let longest = 0 // n-gram that ends here and was generated before
  for (let place = lastOf[word]!; place >= 0; place = previous[place]!) {
    const same = 1 + shared(walk, length, place, COUNTED - 1)
    isKnownPair ||= same >= 2
    longest = Math.max(longest, Math.min(same, place - start + 1))
  }
  if (lastOf[word]! < 0) walk.nodes++
  if (!isKnownPair) walk.edges++
  for (let n = 2; n <= COUNTED; n++) if (length - start + 1 >= n && longest < n) distinct[n - 2]!++
  tokens[length] = word
  previous[length] = lastOf[word]!
  lastOf[word] = length
  walk.length++
}

/** Share of n-grams of the generated part that occurred before: 1 - distinct / all; null if there is no n-gram. */
export function repetition(walk: Walk, n: 2 | 3 | 4): number | null {
  const all = walk.length - walk.start - n + 1
  return all > 0 ? 1 - walk.distinct[n - 2]! / all : null
}

/** Product of 1 - repetition for n = 2, 3, 4: 1 if nothing repeats, near 0 in a loop. */
export function diversity(walk: Walk): number | null {
  const all = walk.length - walk.start
  if (all < COUNTED) return null
  let product = 1
  for (let n = 2; n <= COUNTED; n++) product *= walk.distinct[n - 2]! / (all - n + 1)
  return product
}

/** Period of the shortest round the walk is in: its last `period` tokens, at least `FEWEST`, repeat those a period before; 0 if none. */
export function activePeriod(walk: Walk): number {
  const { length, tokens, previous } = walk
  if (length === 0) return 0
  for (let place = previous[length - 1]!; place >= 0; place = previous[place]!) {
    const period = length - 1 - place
    const span = Math.max(period, FEWEST)
    if (length < period + span) return 0
    let same = 1
    while (same < span && tokens[length - 1 - same] === tokens[place - same]) same++
    if (same === span) return period
  }
  return 0
}
