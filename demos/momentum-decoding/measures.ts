// What the claims measure, from runs alone.
import type { Run } from '@/contract'
import { model, type State } from './model'
import type { Params } from './params'
import type { readouts } from './readouts'

export type Recording = Run<Params, State, keyof typeof readouts & string>
export type Again = (params: Partial<Params>) => Recording

/** Length of the measured runs. */
const LONG = 200
/** Beginnings for claims about all beginnings. */
export const BEGINNINGS = [
  'down down down',
  'the white rabbit',
  'said the mouse',
  'alice was',
  'oh dear',
  'curiouser and curiouser',
  'the mouse',
  'she',
  'i wonder if',
  'the dodo',
] as const

const tokensOf = (run: Recording): Int16Array => {
  const { walk } = run.state(run.last).other
  return walk.tokens.slice(walk.start, walk.length)
}

/** How many words in the second half of a long greedy text differ from those one round before; NaN if there is no round. */
export function wordsOffTheRound(again: Again): number {
  const run = again({ against: 'greedy', steps: LONG })
  const period = run.series.otherPeriod[run.last]!
  if (!(period > 0)) return Number.NaN
  const tokens = tokensOf(run)
  return tokens.reduce((off, word, k) => off + (k >= LONG / 2 && word !== tokens[k - period] ? 1 : 0), 0)
}

/** Words and pairs that the second half of a long greedy text adds to the graph. */
export function lateGrowth(again: Again): number {
  const { series, last } = again({ against: 'greedy', steps: LONG })
  const size = (step: number) => series.otherNodes[step]! + series.otherEdges[step]!
  return size(last) - size(LONG / 2)
}

export const longDiversity = (again: Again): number => again({ against: 'greedy', steps: LONG }).series.otherDiversity[LONG]!

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const overBeginnings = (again: Again, name: 'diversity' | 'greedyRatio') =>
  mean(
    BEGINNINGS.map((prefix) => {
      const { series, last } = again({ prefix })
      return series[name][last]!
    }),
  )
export const meanDiversity = (again: Again): number => overBeginnings(again, 'diversity')
export const meanGreedyRatio = (again: Again): number => overBeginnings(again, 'greedyRatio')

/** A toll that lets three old words in a row pass, so that a walk often comes to the fourth. */
export const ALMOST_FREE = { table: 'own', f1: 0, f2: 0, f3: 0, f4: 5, f5: 5 } as const

/** How often a fourth old word in a row was picked although a new word was a candidate, even with the third free. */
export function needlessRepetitions(again: Again): number {
  let count = 0
  for (const wish of BEGINNINGS.flatMap((prefix) => [{ prefix }, { prefix, ...ALMOST_FREE }])) {
    const run = again(wish)
    for (let step = 0; step < run.last; step++) {
      const { candidates, pick } = model.frame(run.state(step), run.params)
      if (candidates[pick]!.depth >= 4 && candidates.some(({ depth }) => depth === 0)) count++
    }
  }
  return count
}

/** With a bigram model: the length of greedy decoding's round over the distance at which a said word first came again. */
export function roundOverReturn(again: Again): number {
  const run = again({ against: 'greedy', order: 2, steps: LONG })
  const tokens = tokensOf(run)
  const placeOf = new Map<number, number>()
  for (const [k, word] of tokens.entries()) {
    const before = placeOf.get(word)
    if (before !== undefined) return run.series.otherPeriod[run.last]! / (k - before)
    placeOf.set(word, k)
  }
  return Number.NaN
}
