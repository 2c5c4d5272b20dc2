// What a demo is. `defineDemo` ties the parts together, so that a wrong parameter, readout, preset, view or word does not compile.
import { ALL_STOPS, type Stop } from './lesson'
import { conditionsOf, type ParamsOf, type Point, type Schema, type Spec } from './schema'

/** In the gallery's order. */
export const TOPICS = [
  'momentum',
  'optimizers',
  'distributed',
  'diffusion',
  'representations',
  'language',
  'dynamics',
  'learnedPhysics',
] as const
export type Topic = (typeof TOPICS)[number]

/** All that the gallery loads of a demo. */
export interface Meta {
  slug: string
  title: string
  /** What it is about; the gallery lists it under the first. */
  topics: readonly [Topic, ...Topic[]]
  tags: readonly string[]
  /** Further words that somebody may search for: names of methods, abbreviations, people. */
  aliases?: readonly string[]
  /** One sentence for the card. */
  summary: string
  /** Under the title of the page; ends with the thing to try. */
  lede: string
  paper: Paper
  /** Further sources. */
  also?: readonly Paper[]
  /** Version of the parameter schema; links of older versions are migrated by `was`. Default 1. */
  version?: number
}
export interface Paper {
  title: string
  /** Full names; a family name of several words is joined by no-break spaces. */
  authors: readonly string[]
  year: number
  venue?: string
  /** Whether the venue is a journal; default a conference. */
  journal?: boolean
  url: string
}

export type Ending = 'converged' | 'diverged'

/**
 * Results of the maps that a run, or another map, needs, by name; only of maps whose `when` holds. For all calls of a run they are the same: they
 * carry nothing from step to step.
 */
export type Needed<M> = { readonly [K in keyof M]?: M[K] }
/** The arguments of a run or a map: the parameters, and the maps it needs, if any. */
type Given<P, M> = keyof M extends never ? [params: P] : [params: P, needed: Needed<M>]

/** A run in equal steps; training a tiny network is one too: a step is one update. `M`: the maps that it needs, by name. */
export interface Stepped<P, S, F, M = Record<never, never>> {
  kind: 'stepped'
  runIn?: 'main' | 'worker'
  /** Maps whose results are passed to every call. They are computed before the run begins, in the same thread, once for all who need them. */
  needs?: readonly (keyof M & string)[]
  /** S is plain data without shared parts, and holds ALL that the next step needs, the random stream's words too. */
  init(...given: Given<P, M>): S
  /** In place; allocates nothing. */
  step(state: S, ...given: Given<P, M>): void
  /** What the views draw, plain data too; called only when something is drawn. */
  frame(state: S, ...given: Given<P, M>): F
  steps(params: P): number
  /** For models that must run to count their steps: the count in pieces of about 1 ms, so that frames go on. `steps` is quick afterwards. */
  count?(params: P): Generator<void, unknown, void>
  /** Time of one step, in the demo's unit. */
  dt(params: P): number
  /** Steps a second at speed 1. Default: the whole run in ten seconds. */
  pace?(params: P): number
  /** `diverged` ends the run; at `converged` the player may stop, but the run goes on. */
  ended?(state: S, params: P): Ending | null
  /** After a change of parameters: stay at this step (default) or go back to 0. */
  onChange?: 'replay' | 'restart'
}

/**
 * A map, a region, a spectrum, a sweep: yields coarser answers first (at most some 10 ms apart), and the caller may stop it. A cache keeps the newest
 * results, shared by pictures, claims, runs and other maps. `N`: the maps that it needs, by name.
 */
export interface Computed<P, M, N = Record<never, never>> {
  kind: 'computed'
  runIn?: 'main' | 'worker'
  /** Recomputed only when one of these changes, or one that a needed map uses. */
  uses: readonly (keyof P & string)[]
  /** Maps that must be finished before it begins. */
  needs?: readonly (keyof N & string)[]
  /** Not drawn: only runs and other maps need it, and it is not sent to the page. */
  hidden?: boolean
  /** Named numbers of the finished result, for tables, texts and claims. */
  summary?: Readonly<Record<string, MapNumber<P, M>>>
  /** Computed only while this holds. */
  when?(params: P): boolean
  /** Begins when the parameters have not changed for this long, ms: long work would only slow a drag. */
  rest?: number
  compute(...given: Given<P, N>): Generator<Progress<M>, M, void>
}
/** Work that is quick enough for one piece, as the `compute` of a map or the `run` of a sweep. */
export const atOnce = <A extends readonly unknown[], R>(work: (...given: A) => R) =>
  // biome-ignore lint/correctness/useYield: there is nothing to wait for
  function* (...given: A): Generator<never, R, void> {
    return work(...given)
  }
export interface Progress<M> {
  /** Share of the work, 0 to 1. */
  done: number
  result: M
  /** Nothing new to show: others get a turn, and the page is not told. */
  silent?: boolean
}

/** How a number is named and written. */
export interface NumberText {
  label: string
  unit?: string
  symbol?: string
  /** Significant digits in tables and texts; default 4. */
  digits?: number
  /** What to show where there is no value. Without it the row is left out, and texts show a dash. */
  none?: string
}
/** A number that a finished map reports. */
export interface MapNumber<P, M> extends NumberText {
  /** `null`: no value here. */
  of(result: M, params: P): number | null
}

/** A number recorded every step: table, plots, claims, texts. */
export interface Readout<P, S> extends NumberText {
  /** Recorded for drawing and claims only. */
  hidden?: boolean
  /** A smaller value is rounding, which differs between engines: it is recorded as 0. */
  rounding?: number
  /** `null`: no value here (recorded as NaN). A value that is not finite ends the run as diverged. */
  of(state: S, params: P): number | null
}
/** Several numbers recorded every step: drawn, not tabulated. Their series is [size, steps + 1]; `partOf` gives one of them by step. */
export interface VectorReadout<P, S> extends NumberText {
  hidden: true
  size(params: P): number
  /** `out` is filled with NaN, which stays where there is no value. */
  write(state: S, params: P, out: Float64Array): void
}
/** One part of a recorded vector [size, steps + 1], by step. */
export function partOf(series: Float64Array, part: number, size: number): Float64Array {
  const length = series.length / size
  return series.subarray(part * length, (part + 1) * length)
}

/** A thing to drag. Handle and slider show one value: `move` says which parameters a new place means. */
export interface Handle<P, V extends string> {
  label: string
  view: V
  /** Text beside it until it is dragged once. */
  invite?: string
  /** The view draws the thing itself; the handle shows only while pointed at or focused. */
  quiet?: boolean
  when?(params: P): boolean
  at(params: P): Point
  move(to: Point, params: P): Partial<P>
  /** For a thing with only a few possible places, farther apart than an arrow key goes: what an arrow means. */
  nudge?(arrow: Point, params: P): Partial<P>
  /** Parameters it moves; they light up together. */
  moves: readonly (keyof P & string)[]
}

/** What a demo says about a view; views.tsx draws it. Texts may name values: `{beta}`, `{rate}`. */
export interface ViewText {
  title: string
  /** Beside the title. */
  note?: string
  /** The picture in one sentence, for visitors who cannot see it. */
  alt: string
}

/** Views shown together, by the value of a choice. Its options are tabs over the figure, not a control in the panel. */
export interface Tabs<K extends string, V extends string> {
  by: K
  /** The views of each option, the large one first. */
  views: Readonly<Record<string, readonly V[]>>
  /** A lede for each option that the page's lede does not describe. */
  ledes?: Readonly<Record<string, string>>
  /** The step at which each option opens when its tab is chosen; default: the player's current step. */
  openings?: Readonly<Record<string, number | 'end'>>
}

export interface Preset<P, V extends string> {
  label: string
  params: Partial<P>
  /** View to make large; default: stay. */
  view?: V
  step?: number | 'end'
  /** Where the values come from, or what to watch; with TeX between dollars. */
  note?: string
}

/** A recorded run as claims and tests see it. Arrays are indexed by step, 0 to `last`. `M`: the demo's maps. */
export interface Run<P, S, R extends string, M = Record<never, never>> {
  readonly params: P
  readonly last: number
  readonly time: Float64Array
  readonly series: Readonly<Record<R, Float64Array>>
  readonly ended: { step: number; why: Ending; readout?: R } | null
  /** State at a step, a copy. */
  state(step: number): S
  /** The finished result of a map for these parameters, even if its `when` does not hold. Read only. */
  map<K extends keyof M & string>(name: K): M[K]
  /** A number from the summary of a map; NaN: no value. */
  summary(name: string): number
}

/** Who says it: the paper; we, with a derivation in the README; an independent program; or our own runs, which are held to their number. */
export type ClaimKind = 'paper' | 'analysis' | 'program' | 'run'

export interface Claim<P, S, R extends string, N extends string, M = Record<never, never>> {
  says: string
  kind: ClaimKind
  /** Paper and place, or the README section with the derivation. */
  source: string
  /** The state at which every build checks it. */
  given: N | Partial<P>
  /** Unit of measured and expected. */
  unit?: string
  /** Takes more than some 4 s on an idle machine: the page shows what the build measured, and measures it on request. */
  slow?: boolean
  /** If given: the claim also holds for these parameters, and the page measures it on the run on screen. */
  also?(params: P): boolean
  /** `again` runs the same demo with other parameters. */
  measure(run: Run<P, S, R, M>, again: (params: Partial<P>) => Run<P, S, R, M>): number
  expect(params: P): number
  /** At most three times what an exact answer needs: rounding, the last digit in the sentence, or `needs`. */
  within: { rel: number } | { abs: number }
  /** The error of an exact answer, absolute, and its reason; for errors that are neither rounding nor the last digit in the sentence. */
  needs?: { error: number; because: string }
}

/** The method as a short Python program with the values on screen, using NumPy or PyTorch. */
export interface Snippet<P, R extends string> {
  /** Up to the step on screen. Its last line prints the numbers of `prints`; more may follow. */
  code(params: P, step: number): string
  /** Readouts that show the same numbers on the page; empty where the program cannot compute them, and says so. */
  prints(params: P, step: number): readonly R[]
  /** Whether it draws random numbers. They differ from the page's, so its results are similar, not equal. The code says so. */
  random?(params: P): boolean
  /** Files that it reads, by name. */
  files?(params: P): Readonly<Record<string, string>>
}

/** Range and named ticks of a slider that depend on the other parameters. */
export interface SliderHints {
  max?: number
  min?: number
  marks?: readonly { value: number; label: string }[]
}

export interface Equation {
  /** `\p{beta}` stands for the symbol of parameter `beta`, linked to its control. */
  tex: string
  /** The equation as one would say it. */
  spoken: string
  /** Options of the tabs that show it; default all. */
  tabs?: readonly string[]
}

// biome-ignore lint/suspicious/noExplicitAny: the engine and the shell treat all demos alike, whatever their parameters
type Any = any
export interface Demo<
  T extends Schema = Schema,
  S = unknown,
  F = unknown,
  R extends string = string,
  N extends string = string,
  V extends string = string,
  W extends string = string,
  M extends Record<string, unknown> = Record<string, unknown>,
> {
  meta: Meta
  params: T
  model: Stepped<ParamsOf<T>, S, F, NoInfer<M>>
  maps?: { readonly [K in keyof M]: Computed<ParamsOf<T>, M[K], Any> }
  readouts: Readonly<Record<R, Readout<ParamsOf<T>, S> | VectorReadout<ParamsOf<T>, S>>>
  /** The first is the large one. */
  views: Readonly<Record<V, ViewText>>
  tabs?: Tabs<keyof T & string, NoInfer<V>>
  /** The step that is shown first; default the last one. */
  opening?: number | 'end'
  /** Direct labels inside the pictures. */
  words: Readonly<Record<W, string>>
  handles?: Readonly<Record<string, Handle<ParamsOf<T>, NoInfer<V>>>>
  sliders?: { readonly [K in keyof T]?: (params: ParamsOf<T>) => SliderHints }
  equations?: readonly Equation[]
  presets: Readonly<Record<N, Preset<ParamsOf<T>, NoInfer<V>>>>
  claims: readonly Claim<ParamsOf<T>, S, NoInfer<R>, NoInfer<N>, NoInfer<M>>[]
  lecture: readonly Stop<ParamsOf<T>, NoInfer<F>, NoInfer<R>, NoInfer<N>, NoInfer<V>, NoInfer<M>>[]
  snippet?: Snippet<ParamsOf<T>, NoInfer<R>>
}
export type AnyStop = Stop<Any, Any, string, string, string, Any>
/** Any demo, without its own types: what engine and shell work with. */
export interface AnyDemo {
  meta: Meta
  params: Schema
  model: Stepped<Any, Any, unknown, Any>
  maps?: Readonly<Record<string, Computed<Any, Any, Any>>>
  readouts: Readonly<Record<string, Readout<Any, Any> | VectorReadout<Any, Any>>>
  views: Readonly<Record<string, ViewText>>
  tabs?: Tabs<string, string>
  opening?: number | 'end'
  words: Readonly<Record<string, string>>
  handles?: Readonly<Record<string, Handle<Any, string>>>
  sliders?: { readonly [key: string]: ((params: Any) => SliderHints) | undefined }
  equations?: readonly Equation[]
  presets: Readonly<Record<string, Preset<Any, string>>>
  claims: readonly Claim<Any, Any, string, string, Any>[]
  lecture: readonly AnyStop[]
  snippet?: Snippet<Any, string>
}
export type Params = Readonly<Record<string, unknown>>

/** Words of the address (docs/design of the embedding) that no parameter may have as a name. */
export const RESERVED: ReadonlySet<string> = new Set(
  'v seed t step view cam b ui show lock play loop speed theme motion lang scale dpr poster links focus keys host cid s'.split(
    ' ',
  ),
)

/** Checks what the types cannot. A developer's mistake throws here, with the demo's name. */
export function defineDemo<
  const T extends Schema,
  S,
  F,
  R extends string,
  N extends string,
  V extends string,
  W extends string = never,
  M extends Record<string, unknown> = Record<never, never>,
>(demo: Demo<T, S, F, R, N, V, W, M>): Demo<T, S, F, R, N, V, W, M> {
  const { slug } = demo.meta
  for (const [key, spec] of Object.entries<Spec>(demo.params)) {
    if (RESERVED.has(key) && !(key === 'seed' && spec.kind === 'seed')) {
      throw new Error(`${slug}: parameter "${key}" is a reserved word of the address`)
    }
    for (const other of conditionsOf(spec).flatMap(Object.keys)) {
      if (!(other in demo.params)) throw new Error(`${slug}: "${key}" depends on "${other}", which is no parameter`)
    }
  }
  if (demo.tabs) {
    const spec: Spec | undefined = demo.params[demo.tabs.by]
    if (spec?.kind !== 'choice') throw new Error(`${slug}: tabs go by "${demo.tabs.by}", which is no choice`)
    for (const option of Object.keys(spec.options)) {
      if (!demo.tabs.views[option]?.length) throw new Error(`${slug}: tab "${option}" has no views`)
    }
    const named = [demo.tabs.ledes, demo.tabs.openings].flatMap((of) => Object.keys(of ?? {}))
    for (const option of [...named, ...(demo.equations ?? []).flatMap(({ tabs = [] }) => tabs)])
      if (!(option in spec.options)) throw new Error(`${slug}: there is no tab "${option}"`)
  }
  checkMaps(demo as unknown as AnyDemo)
  checkStops(demo as unknown as AnyDemo)
  return demo
}

/** What the types cannot check of maps: needed maps exist without cycles, and numbers have unique names. */
function checkMaps({ meta: { slug }, model, maps = {}, params, readouts }: AnyDemo): void {
  const follow = (needs: readonly string[], way: readonly string[]): void => {
    for (const name of needs) {
      if (maps[name] === undefined) throw new Error(`${slug}: there is no map "${name}" to be needed`)
      if (way.includes(name)) throw new Error(`${slug}: the map "${name}" needs itself`)
      follow(maps[name].needs ?? [], [...way, name])
    }
  }
  follow([...(model.needs ?? []), ...Object.keys(maps)], [])
  const taken = new Set([...Object.keys(params), ...Object.keys(readouts), ...RESERVED])
  for (const name of Object.values(maps).flatMap(({ summary = {} }) => Object.keys(summary))) {
    if (taken.has(name)) throw new Error(`${slug}: two numbers are called "${name}"`)
    taken.add(name)
  }
}

/** What the types cannot check of the lesson. */
function checkStops({ meta: { slug }, lecture }: AnyDemo): void {
  const ids = new Set<string>()
  for (const { id, predict, stage, waits = [] } of lecture) {
    if (!/^[a-z][a-z0-9-]*$/.test(id) || id === ALL_STOPS) throw new Error(`${slug}: a stop cannot be called "${id}"`)
    if (ids.has(id)) throw new Error(`${slug}: two stops are called "${id}"`)
    ids.add(id)
    if (predict && predict.options[predict.right] === undefined)
      throw new Error(`${slug}: stop "${id}" has no option ${predict.right} to come true`)
    for (const view of waits)
      if (!predict || !stage.includes(view))
        throw new Error(`${slug}: "${view}" cannot wait in stop "${id}", which needs a guess and the view on its stage`)
  }
}

/** The views of a tab, or all of them where there are no tabs. */
export const viewsOf = ({ tabs, views }: AnyDemo, params: Params): readonly string[] =>
  tabs ? (tabs.views[String(params[tabs.by])] ?? []) : Object.keys(views)

/** The open tab; undefined without tabs. */
export const tabOf = ({ tabs }: AnyDemo, params: Params): string | undefined => (tabs ? String(params[tabs.by]) : undefined)

/** The views to show with these parameters, the large one first: `wish` if it is among them. A stop shows only its own views while its tab is open. */
export function shownViews(demo: AnyDemo, params: Params, wish?: string, stop?: AnyStop): string[] {
  const all = viewsOf(demo, params)
  const names = stop?.stage.every((name) => all.includes(name)) ? stop.stage : all
  return wish !== undefined && names.includes(wish) ? [wish, ...names.filter((name) => name !== wish)] : [...names]
}

/** The view that is large at first. */
export const firstView = (demo: AnyDemo): string => Object.keys(demo.views)[0] as string
