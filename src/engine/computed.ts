// Maps, computed once for everyone who asks: pictures, runs, other maps, claims. A cache keeps the newest ones, finished or not.
import type { AnyDemo, Params, Progress } from '@/contract'

const KEPT = 12 // by demo

type AnyMap = NonNullable<AnyDemo['maps']>[string]

/** One map for some parameters. Everyone who wants it advances it, so two who want it wait half as long each. */
export class Computation {
  /** Share of the work. */
  share = 0
  /** The newest result to show. */
  news: Progress<unknown> | null = null
  isWhole = false
  private failure: unknown = null
  private readonly work: Generator<Progress<unknown>, unknown, void>

  constructor(
    demo: AnyDemo,
    map: AnyMap,
    readonly params: Params,
  ) {
    this.work = computed(demo, map, params)
  }

  /** Does one piece of the work, some ms. After a failure every further call fails. */
  advance(): void {
    if (this.isWhole) return
    if (this.failure !== null) throw this.failure
    let next: IteratorResult<Progress<unknown>, unknown>
    try {
      next = this.work.next()
    } catch (error) {
      this.failure = error
      throw error
    }
    if (next.done) {
      this.isWhole = true
      this.share = 1
      this.news = { done: 1, result: next.value }
    } else {
      this.share = next.value.done
      if (!next.value.silent) this.news = next.value
    }
  }
}

/** The work of a map, after that of the maps it needs. */
function* computed(demo: AnyDemo, map: AnyMap, params: Params): Generator<Progress<unknown>, unknown, void> {
  const needs = needsOf(demo, map.needs, params)
  for (const need of Object.values(needs))
    for (; !need.isWhole; need.advance()) yield { done: 0, result: undefined, silent: true }
  return yield* map.compute(params, resultsOf(needs))
}

/** By demo, then by map and all values that it uses. Most recently asked for last. */
const kept = new WeakMap<AnyDemo, Map<string, Computation>>()

/** All values that a map and the maps it needs are computed from, as one text. */
export function mapKey(demo: AnyDemo, name: string, params: Params): string {
  const uses = (map: AnyMap): readonly string[] => [...map.uses, ...(map.needs ?? []).flatMap((need) => uses(mapOf(demo, need)))]
  return JSON.stringify([...new Set(uses(mapOf(demo, name)))].map((use) => params[use]))
}

function mapOf(demo: AnyDemo, name: string): AnyMap {
  const map = demo.maps?.[name]
  if (map === undefined) throw new Error(`${demo.meta.slug} has no map "${name}"`)
  return map
}

/** The computation of a map; begun or even finished where somebody asked for the same before. */
export function computationOf(demo: AnyDemo, name: string, params: Params): Computation {
  const ours = kept.get(demo) ?? new Map<string, Computation>()
  kept.set(demo, ours)
  const key = `${name} ${mapKey(demo, name, params)}`
  const computation = ours.get(key) ?? new Computation(demo, mapOf(demo, name), params)
  ours.delete(key)
  ours.set(key, computation)
  for (const old of [...ours.keys()].slice(0, -KEPT)) ours.delete(old)
  return computation
}

type Needs = Readonly<Record<string, Computation>>
/** Computations of those maps among `names` that are in use with these parameters. */
const needsOf = (demo: AnyDemo, names: readonly string[] = [], params: Params): Needs =>
  Object.fromEntries(
    names.filter((name) => mapOf(demo, name).when?.(params) ?? true).map((name) => [name, computationOf(demo, name, params)]),
  )
const resultsOf = (needs: Needs) => Object.fromEntries(Object.entries(needs).map(([name, { news }]) => [name, news?.result]))

/** What has to be computed before a run of `params` can begin. */
export const missingFor = (demo: AnyDemo, params: Params): Computation[] =>
  Object.values(needsOf(demo, demo.model.needs, params)).filter(({ isWhole }) => !isWhole)

/** Mean share of what is computed. */
export const shareOf = (all: readonly Computation[]): number => all.reduce((sum, { share }) => sum + share, 0) / all.length

/** What a run of `params` needs; what is not at hand is computed now. */
export function neededNow(demo: AnyDemo, params: Params): Readonly<Record<string, unknown>> {
  const needs = needsOf(demo, demo.model.needs, params)
  for (const need of Object.values(needs)) while (!need.isWhole) need.advance()
  return resultsOf(needs)
}

/** The whole result of a map, computed now if it is not at hand. */
export function resultNow(demo: AnyDemo, name: string, params: Params): unknown {
  const computation = computationOf(demo, name, params)
  while (!computation.isWhole) computation.advance()
  return computation.news?.result
}

/** The numbers that a finished map reports; NaN where it has no value. */
export const numbersOf = (demo: AnyDemo, name: string, result: unknown, params: Params): Record<string, number> =>
  Object.fromEntries(
    Object.entries(mapOf(demo, name).summary ?? {}).map(([key, number]) => [key, number.of(result, params) ?? Number.NaN]),
  )

/** The map whose summary has a number of this name. */
export const mapWith = (demo: AnyDemo, number: string): string | undefined =>
  Object.entries(demo.maps ?? {}).find(([, { summary = {} }]) => number in summary)?.[0]

/** The numbers of all maps that are in use with these parameters, computed now. */
export const summaryNow = (demo: AnyDemo, params: Params): Record<string, number> =>
  Object.assign(
    {},
    ...Object.entries(demo.maps ?? {}).map(([name, { summary, when }]) =>
      summary !== undefined && (when?.(params) ?? true) ? numbersOf(demo, name, resultNow(demo, name, params), params) : {},
    ),
  )
