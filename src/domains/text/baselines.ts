// The other decoders: samplers that draw from the most probable words, and beam search, which keeps several texts at once.
import { type Stream, uniform } from '@/numerics/random'
import { type Language, mostProbable } from './language'

/** Draws one of `ids` (the first `size`) with chances in proportion to `p`. */
export function draw(p: Float64Array, ids: Int16Array, size: number, random: Stream): number {
  let whole = 0
  for (let c = 0; c < size; c++) whole += p[ids[c]!]!
  let left = uniform(random) * whole
  for (let c = 0; c < size; c++) {
    left -= p[ids[c]!]!
    if (left < 0) return ids[c]!
  }
  return ids[size - 1]!
}

/** How many of the most probable words make up `mass` together. `sorted` is scratch for all probabilities. */
export function nucleusSize(p: Float64Array, mass: number, sorted: Float64Array): number {
  sorted.set(p)
  sorted.sort()
  let sum = 0
  let size = 0
  while (size < p.length && sum < mass) sum += sorted[p.length - ++size]!
  return size
}

/** `width` texts of `capacity` tokens each, row by row, with their log-probabilities; the best is the first. */
export interface Beams {
  readonly width: number
  readonly capacity: number
  readonly tokens: Int16Array
  readonly spare: Int16Array
  readonly scores: Float64Array
  /** How many texts there are so far. */
  alive: number
  length: number
}

/** One text, the prefix; the others branch off from it. */
export function beamsFrom(prefix: ArrayLike<number>, width: number, steps: number): Beams {
  const capacity = prefix.length + steps
  const tokens = new Int16Array(width * capacity)
  tokens.set(Array.from(prefix))
  return {
    width,
    capacity,
    tokens,
    spare: new Int16Array(width * capacity),
    scores: new Float64Array(width),
    alive: 1,
    length: prefix.length,
  }
}

/** Workspace for one step of a beam search. */
export interface BeamWorkspace {
  readonly p: Float64Array
  readonly ids: Int16Array
  readonly from: Int16Array
  readonly word: Int16Array
  readonly score: Float64Array
}
export const beamWorkspace = (words: number, width: number): BeamWorkspace => ({
  p: new Float64Array(words),
  ids: new Int16Array(width),
  from: new Int16Array(width),
  word: new Int16Array(width),
  score: new Float64Array(width),
})

/** Extends all texts by one word: keeps the `width` most probable continuations. Evaluates the language once a text. */
export function widen(language: Language, beams: Beams, workspace: BeamWorkspace): void {
  const { width, capacity, tokens, spare, scores, length } = beams
  let kept = 0
  for (let b = 0; b < beams.alive; b++) {
    language.fill(tokens.subarray(b * capacity, (b + 1) * capacity), length, workspace.p)
    const size = mostProbable(workspace.p, width, workspace.ids)
    for (let c = 0; c < size; c++) {
      const word = workspace.ids[c]!
      const score = scores[b]! + Math.log(workspace.p[word]!)
      if (kept === width && score <= workspace.score[width - 1]!) break // the rest of this text is less probable still
      let place = kept < width ? kept++ : width - 1
      for (; place > 0 && workspace.score[place - 1]! < score; place--) {
        workspace.score[place] = workspace.score[place - 1]!
        workspace.from[place] = workspace.from[place - 1]!
        workspace.word[place] = workspace.word[place - 1]!
      }
      workspace.score[place] = score
      workspace.from[place] = b
      workspace.word[place] = word
    }
  }
  spare.set(tokens)
  for (let b = 0; b < kept; b++) {
    const from = workspace.from[b]! * capacity
    for (let k = 0; k < length; k++) tokens[b * capacity + k] = spare[from + k]!
    tokens[b * capacity + length] = workspace.word[b]!
    scores[b] = workspace.score[b]!
  }
  beams.alive = kept
  beams.length++
}
