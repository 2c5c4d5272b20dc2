// What the claims measure, from runs of the algorithm alone.
import type { Run } from '@/contract'
import { slope } from '@/numerics/statistics'
import { meanGaps } from './average'
import type { Method } from './model'
import type { Params } from './params'
import type { readouts } from './readouts'

type Recording = Pick<Run<Params, unknown, keyof typeof readouts & string>, 'params' | 'last' | 'series'>
export type Again = (params: Partial<Params>) => Recording

/** The move of the last round relative to that of exact DPO. */
export function lastSpeed(again: Again, rounds: number): number {
  const { apoTilt } = again({ rounds }).series
  return apoTilt[rounds]! - apoTilt[rounds - 1]!
}

/** Decay of the gap, as −ln of its factor per round, over the last `late` rounds. */
export function decay(again: Again, who: Method, rounds: number, late: number): number {
  const values = again({ rounds }).series[`${who}Gap`].slice(rounds - late)
  return -slope(
    values.map((_, k) => k),
    values.map(Math.log),
  )
}

/** Mean gap at the end over so many seeds. */
export function meanGap(p: Params, rounds: number, who: Method, seeds: number): number {
  const work = meanGaps({ ...p, rounds }, seeds)
  let next = work.next()
  while (!next.done) next = work.next()
  return next.value[who][rounds]!
}
