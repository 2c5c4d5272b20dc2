// A sweep: whole runs for several values of a parameter, several seeds and several lanes (methods), coarse first. It serves as the `compute` of a map.
import { quantile } from './regression'

/** The `Progress` of a map. */
interface Progress<R> {
  done: number
  result: R
  silent?: boolean
}
/** A line of the chart, and the runs behind it. */
export interface Lane<P> {
  name: string
  /** In the order of the axis. */
  values: readonly number[]
  /** Runs of one value; default 1. */
  seeds?(value: number): number
  /** Complete parameters of one run; `seed` counts from 0. */
  params(value: number, seed: number): P
}
/** The results of all finished runs of one value. */
export interface Row<E> {
  readonly lane: string
  readonly value: number
  readonly ends: readonly E[]
}
interface Options<P, E> {
  /** One whole run; it yields its progress, 0 to 1, every 10 ms or so. */
  run(params: P): Generator<number, E, void>
  /** What a run costs, in units of the demo's choice; default 1. */
  cost?(params: P): number
  /** Cache of results; pass the same object to every sweep of a map, so that nothing is computed twice. */
  kept?: Map<string, E>
  /** What a run depends on, as the key of the cache; default all parameters. */
  key?(params: P): unknown
  /** Values in the order of the axis instead of coarse first: for when the last ones cost far more than all before them. */
  inOrder?: boolean
}

const MOST_KEPT = 2000

/** Indices 0 … count − 1, each about halfway between earlier ones: ends, middle, quarters … */
export function coarseFirst(count: number): number[] {
  const order: number[] = []
  const seen = new Set<number>()
  const take = (index: number) => {
    if (index >= 0 && index < count && !seen.has(index)) order.push(index)
    seen.add(index)
  }
  let stride = 1
  while (stride < count - 1) stride *= 2
  take(0)
  take(count - 1)
  for (; stride >= 1; stride /= 2) for (let index = 0; index < count; index += stride) take(index)
  return order
}

/** Rows of all lanes, one for each value. All first seeds come first; for each seed the values come coarse first, with all lanes of a value together. */
export function* sweep<P, E>(
  lanes: readonly Lane<P>[],
  { run, cost = () => 1, kept = new Map(), key = (params) => params, inOrder = false }: Options<P, E>,
): Generator<Progress<readonly Row<E>[]>, readonly Row<E>[], void> {
  const plans = lanes.map(({ name, values, seeds = () => 1, params }) =>
    values.map((value) => ({
      lane: name,
      value,
      ends: [] as E[],
      runs: Array.from({ length: seeds(value) }, (_, k) => params(value, k)),
    })),
  )
  const rows = (): Row<E>[] => plans.flat().map(({ lane, value, ends }) => ({ lane, value, ends: [...ends] }))
  const all = plans.flat().flatMap(({ runs }) => runs)
  const work = all.reduce((sum, params) => sum + cost(params), 0)
  const most = Math.max(0, ...plans.flat().map(({ runs }) => runs.length))
  const longest = Math.max(0, ...plans.map((values) => values.length))
  const order = inOrder ? Array.from({ length: longest }, (_, index) => index) : coarseFirst(longest)
  let done = 0
  for (let seed = 0; seed < most; seed++)
    for (const index of order)
      for (const plan of plans.flatMap((values) => values[index] ?? [])) {
        const params = plan.runs[seed]
        if (params === undefined) continue
        const price = cost(params)
        const name = JSON.stringify(key(params))
        const known = kept.get(name)
        if (known !== undefined) plan.ends.push(known)
        else {
          const steps = run(params)
          let next = steps.next()
          for (; !next.done; next = steps.next())
            yield { done: Math.min(1, (done + price * next.value) / work), result: [], silent: true }
          plan.ends.push(next.value)
          if (kept.size >= MOST_KEPT) kept.clear()
          kept.set(name, next.value)
          yield { done: Math.min(1, (done + price) / work), result: rows() }
        }
        done += price
      }
  return rows()
}

/** One number of the results of a lane: its median, and the band that holds the middle share of the seeds. Arrays by value, those with a result. */
export interface Bands {
  readonly values: readonly number[]
  readonly low: readonly number[]
  readonly median: readonly number[]
  readonly high: readonly number[]
}

/** `of`: the number; NaN where a result has none, and an infinite one counts as the largest. `share` 0.5: between the quartiles. */
export function bands<E>(rows: readonly Row<E>[], lane: string, of: (end: E) => number, share = 0.5): Bands {
  const known = rows.flatMap((row) => {
    const numbers = row.lane === lane ? row.ends.map(of).filter((n) => !Number.isNaN(n)) : []
    return numbers.length > 0 ? [{ value: row.value, numbers }] : []
  })
  const by = (q: number) => known.map(({ numbers }) => quantile(numbers, q))
  return {
    values: known.map(({ value }) => value),
    low: by((1 - share) / 2),
    median: by(0.5),
    high: by((1 + share) / 2),
  }
}
