// Operators learnt from Duffing's oscillator, kept: what the picture has learnt, claims need not learn again.
import { radialFor } from '@/domains/operators/duffing'
import { type Koopman, koopmanOf } from '@/domains/operators/koopman'
import { learnt } from '@/domains/operators/learning'
import type { Params } from './params'

export type Data = Pick<Params, 'N' | 'M' | 'dt' | 'gamma' | 'seed'>

const MOST = 8
const kept = new Map<string, Koopman>()
/** What is learnt depends on these alone. */
export const nameOf = ({ N, M, dt, gamma, seed }: Data): string => JSON.stringify([N, M, dt, gamma, seed])

export function keepOperator(p: Data, koopman: Koopman): void {
  if (kept.size >= MOST) kept.clear()
  kept.set(nameOf(p), koopman)
}

/** From M pairs. Not to be written to. */
export function learntOperator(p: Data): Koopman {
  const old = kept.get(nameOf(p))
  if (old) return old
  const koopman = koopmanOf(learnt(p, p.seed, radialFor(p, p.seed, p.N), p.M))
  keepOperator(p, koopman)
  return koopman
}
