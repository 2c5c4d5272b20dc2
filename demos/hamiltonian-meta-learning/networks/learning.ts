// A training as a map: every fifty updates, how well both starts take to gravity, which they never meet.
import type { Computed } from '@/contract'
import { median } from '@/numerics/regression'
import { EVERY, type Params } from '../params'
import { judged } from './judging'
import { hamiltonian, STARTS, type Trained, train, type Weights } from './training'

/** Inner steps after which the starts are judged. */
export const TRIED = [0, 1, 2, 3, 5, 10] as const
const TASKS = 5
const FIVE = TRIED.indexOf(5)

export interface LearningRecord {
  update: number
  /** Median errors of gravity after the TRIED numbers of steps. */
  errors: Readonly<Record<'pre' | 'meta', readonly number[]>>
}
export interface Learning {
  records: readonly LearningRecord[]
  /** Update after which a weight was not finite. */
  broken: number | null
  /** Weights at the end, as 32-bit floats. */
  weights: Readonly<Record<Trained, Float32Array>> | null
}

const kept = new Map<string, Learning>()

function* tried(weights: Weights, update: number, alpha: number): Generator<null, LearningRecord, void> {
  const errors = { pre: [] as number[], meta: [] as number[] }
  for (const start of ['pre', 'meta'] as const) {
    const all = judged(hamiltonian, weights[start], 'kepler', alpha, TRIED, TASKS)
    errors[start] = TRIED.map((_, k) => median(all.map((row) => row[k]!)))
    yield null
  }
  return { update, errors }
}
const last =
  (start: 'pre' | 'meta', k: number) =>
  ({ records }: Learning): number | null => {
    const value = records.at(-1)?.errors[start][k] ?? Number.NaN
    return Number.isFinite(value) ? value : null
  }

export const learning: Computed<Params, Learning> = {
  kind: 'computed',
  runIn: 'worker',
  rest: 400,
  uses: ['alpha', 'order', 'updates', 'strengths', 'seed'],
  when: (p) => p.tab === 'train',
  summary: {
    preBefore: { label: 'pre-trained, before adaptation', digits: 3, of: last('pre', 0) },
    metaBefore: { label: 'meta-trained, before adaptation', digits: 3, of: last('meta', 0) },
    preAfter: { label: 'pre-trained, after 5 steps', digits: 3, of: last('pre', FIVE) },
    metaAfter: { label: 'meta-trained, after 5 steps', digits: 3, of: last('meta', FIVE) },
    brokenAt: { label: 'weights not finite at update', digits: 5, none: 'never', of: ({ broken }) => broken },
  },
  *compute({ alpha, order, updates, strengths, seed }) {
    const key = JSON.stringify([alpha, order, updates, strengths, seed])
    const known = kept.get(key)
    if (known) return known
    const records: LearningRecord[] = []
    const soFar = (): Learning => ({ records: [...records], broken: null, weights: null })
    let last: Weights | undefined
    let [update, broken] = [-1, false]
    for (const weights of train({ alpha, order, updates, seed, narrow: strengths === 'narrow' })) {
      last = weights
      update++
      const done = update / Math.max(1, updates)
      broken = ![weights.pre, weights.meta].every((all) => all.every(Number.isFinite))
      if (broken) break
      yield { done, result: soFar(), silent: true }
      if (update % EVERY !== 0 && update !== updates) continue
      const work = tried(weights, update, alpha)
      let next = work.next()
      for (; !next.done; next = work.next()) yield { done, result: soFar(), silent: true }
      records.push(next.value)
      yield { done, result: soFar() }
    }
    const weights = Object.fromEntries(STARTS.map((start) => [start, Float32Array.from(last![start])])) as Learning['weights']
    const whole = { records, broken: broken ? update : null, weights }
    kept.set(key, whole)
    return whole
  },
}
