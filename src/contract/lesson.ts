// The lesson: a path of stops. Each sets a scene, asks for a deed, and answers it. All of it is data, so that the contract suite can walk it.
import type { Ending, Progress } from './demo'

/** What every lesson answers, in this order. */
export const QUESTIONS = ['problem', 'idea', 'why', 'cost', 'limits', 'found'] as const
/** What goes wrong without it · what the idea is · why it works · what it costs · when it fails · what the paper found. */
export type Question = (typeof QUESTIONS)[number]

/** `scene`: as set, asking for the deed. `deed`: done, but the answer is withheld (so that an audience can look). `answer`: shown. */
export const PHASES = ['scene', 'deed', 'answer'] as const
export type Phase = (typeof PHASES)[number]

/** A deck's word for all stops, each as a whole; no stop may have this id. */
export const ALL_STOPS = 'stops'

/** The picture on screen, as premises and deeds see it. */
export interface Moment<F, R extends string, M> {
  readonly frame: F
  readonly step: number
  /** Last recorded step so far, and the length of the whole run. */
  readonly last: number
  readonly steps: number
  readonly series: Readonly<Record<R, Float64Array>>
  readonly ended: { readonly step: number; readonly why: Ending } | null
  readonly maps: { readonly [K in keyof M]?: Progress<M[K]> }
}
/** A premise, or whether a deed is done, given the parameters and the picture on screen. */
export type Holds<P, F, R extends string, M> = (params: P, now: Moment<F, R, M>) => boolean

/** Where a deed leads: at least one of the three. Pressing its words takes the page there from the scene. */
type Target<P, N> =
  | { preset: N; params?: Partial<P>; step?: number | 'end' }
  | { preset?: N; params: Partial<P>; step?: number | 'end' }
  | { preset?: N; params?: Partial<P>; step: number | 'end' }
export type Deed<P, F, R extends string, N, M> = Target<P, N> & {
  /** What to do, in the imperative and without a full stop: "Raise α past 0.2". A visitor can press these words. */
  say: string
  /** False in the scene; true where the deed leads, and whenever a visitor has done as much by hand. */
  done: Holds<P, F, R, M>
}

/**
 * One stop. Its scene is complete: the paper's values, then `preset`, then `params`, at `step`. Texts may contain TeX between dollars, and values in
 * braces, `{rate}`: those of `text` are taken from the scene, those of `see` and `why` from the moment when the deed was done.
 */
export interface Stop<P, F, R extends string, N extends string, V extends string, M = Record<never, never>> {
  /** Stable name in addresses. */
  id: string
  title: string
  /** Which of the six questions it answers. */
  answers: readonly Question[]
  preset?: N
  params?: Partial<P>
  /** Position of the player; default: that of the preset, otherwise the demo's opening step. */
  step?: number | 'end'
  /** Views that it is about, the first one large. If not all fit, the first stays whole and the others fold. */
  stage: readonly [V, ...V[]]
  /** Parameters whose controls are shown beside the text, most important first. */
  controls: readonly (keyof P & string)[]
  /** True of the scene as set: one to three sentences. */
  text: string
  /** Its premise. When the visitor leaves it, the text steps back and says so. The deed keeps it. */
  while?: Holds<P, F, R, M>
  /** A guess before the deed; never a gate. If the deed goes to a later step, nothing after the step on screen is drawn before it is done. */
  predict?: {
    ask: string
    options: readonly [string, string, ...string[]] /** Index of the option that comes true. */
    right: number
  }
  /** Views of the stage that would tell the answer, such as a curve over the parameter of the deed: before it is done they draw what `waiting` says. */
  waits?: readonly V[]
  do: Deed<P, F, R, N, M>
  /** The answer: what happened, with the numbers of that moment. */
  see: string
  /** One or two sentences: the reason, not the observation. */
  why: string
  /** Link to another demo; shown once that demo exists. The query is that of an address; as a function it carries the visitor's state over. */
  link?: { slug: string; query: string | ((params: P) => string); label: string }
}

/** Names of a stop's phases, as addresses and decks have them: `fence`, `fence:deed`, `fence:answer`. */
export const phaseName = (id: string, phase: Phase): string => (phase === 'scene' ? id : `${id}:${phase}`)
