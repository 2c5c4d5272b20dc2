// The parameter schema: one declaration, from which slider, address, validation, documentation and type follow.

/** Each named parameter has the given value, or one of the given values, or any but the one under `not`. */
export type Condition = Readonly<Record<string, Value | readonly Value[] | { not: Value }>>

/** What all kinds share. Texts are shown to visitors; `symbol` is TeX. */
interface Common {
  label: string
  /** One sentence: meaning, and what to expect when it grows. */
  doc: string
  symbol?: string
  /** `view`: changes only what is drawn; the run is kept. Default: `run`. */
  affects?: 'run' | 'view'
  /** Shown only while this holds; one of several conditions is enough. */
  when?: Condition | readonly Condition[]
  /** Earlier names; old addresses with them stay valid. */
  was?: readonly string[]
  /** Heading of the control's group. */
  group?: string
}

export interface NumberSpec extends Common {
  kind: 'number' | 'integer'
  default: number
  /** Range of the slider. */
  min: number
  max: number
  /** Distance between slider positions (linear) or of typed digits (log). */
  step?: number
  scale?: 'linear' | 'log'
  /** Widest values that may be typed or linked; default: the slider's range. */
  hard?: readonly [low: number, high: number]
  /** A named value beyond an end of the slider: infinity, off. */
  end?: NamedEnd
  unit?: string
}
export interface NamedEnd {
  /** Above `max` or below `min`; may be infinite. */
  value: number
  /** For the address, and for typing. */
  word: string
  /** Shown. */
  text: string
}
export interface ChoiceSpec<O extends string = string> extends Common {
  kind: 'choice'
  /** Value → label. */
  options: Readonly<Record<O, string>>
  default: NoInfer<O>
}
export interface ToggleSpec extends Common {
  kind: 'toggle'
  default: boolean
}
export interface PointSpec extends Common {
  kind: 'point'
  default: Point
  min: Point
  max: Point
  step?: number
  unit?: string
}
/** A row of numbers, one for each name: heights of bars, shares. */
export interface NumbersSpec extends Common {
  kind: 'numbers'
  names: readonly string[]
  default: readonly number[]
  /** Range of each; for shares, `max` is what remains when all others are at `min`. */
  min: number
  max: number
  step?: number
  /** Their sum, for shares: what one gains, the others lose in proportion to what they have above `min`. */
  sum?: number
}
export interface SeedSpec extends Common {
  kind: 'seed'
  default: number
}
/** Events during the run, each with a step and a strength: a kick, a new measurement. */
export interface EventsSpec extends Common {
  kind: 'events'
  default: readonly Event[]
  strength: { label: string; min: number; max: number; default: number }
  /** The most events allowed. */
  most: number
}
/** Which of `count` numbered things were moved from their automatic places, and where: dragged components, moved bodies. */
export interface PlacesSpec extends Common {
  kind: 'places'
  default: readonly Placed[]
  /** Numbers go from 0 to count - 1. */
  count: number
  min: Point
  max: Point
}
/** An expression in the given variables, typed by the visitor; compiled before a run needs it (src/numerics/formula.ts). */
export interface FormulaSpec extends Common {
  kind: 'formula'
  default: string
  variables: readonly string[]
}
/** Free text typed by the visitor; the demo must accept any. */
export interface TextSpec extends Common {
  kind: 'text'
  default: string
  /** The most characters. */
  most: number
}

export type Point = readonly [x: number, y: number]
export interface Event {
  step: number
  strength: number
}
export interface Placed {
  index: number
  at: Point
}
export type Value = number | string | boolean | Point | readonly number[] | readonly Event[] | readonly Placed[]
export type Spec =
  | NumberSpec
  | ChoiceSpec
  | ToggleSpec
  | PointSpec
  | NumbersSpec
  | SeedSpec
  | EventsSpec
  | PlacesSpec
  | FormulaSpec
  | TextSpec
export type Schema = Readonly<Record<string, Spec>>

export type ValueOf<T extends Spec> =
  T extends ChoiceSpec<infer O>
    ? O
    : T extends ToggleSpec
      ? boolean
      : T extends PointSpec
        ? Point
        : T extends NumbersSpec
          ? readonly number[]
          : T extends EventsSpec
            ? readonly Event[]
            : T extends PlacesSpec
              ? readonly Placed[]
              : T extends FormulaSpec | TextSpec
                ? string
                : number
export type ParamsOf<T extends Schema> = { readonly [K in keyof T]: ValueOf<T[K]> }

type Given<T extends Spec> = Omit<T, 'kind'>
export const number = (spec: Given<NumberSpec>): NumberSpec => ({ ...spec, kind: 'number' })
export const integer = (spec: Given<NumberSpec>): NumberSpec => ({ step: 1, ...spec, kind: 'integer' })
export const choice = <O extends string>(spec: Given<ChoiceSpec<O>>): ChoiceSpec<O> => ({ ...spec, kind: 'choice' })
export const toggle = (spec: Given<ToggleSpec>): ToggleSpec => ({ ...spec, kind: 'toggle' })
export const point = (spec: Given<PointSpec>): PointSpec => ({ ...spec, kind: 'point' })
export const numbers = (spec: Given<NumbersSpec>): NumbersSpec => ({ ...spec, kind: 'numbers' })
export const seed = (spec: Given<SeedSpec>): SeedSpec => ({ ...spec, kind: 'seed' })
export const events = (spec: Given<EventsSpec>): EventsSpec => ({ ...spec, kind: 'events' })
export const places = (spec: Given<PlacesSpec>): PlacesSpec => ({ ...spec, kind: 'places' })
export const formula = (spec: Given<FormulaSpec>): FormulaSpec => ({ ...spec, kind: 'formula' })
export const text = (spec: Given<TextSpec>): TextSpec => ({ ...spec, kind: 'text' })

/** The paper's values. */
export function defaultsOf<T extends Schema>(schema: T): ParamsOf<T> {
  return Object.fromEntries(Object.entries(schema).map(([key, spec]) => [key, spec.default])) as ParamsOf<T>
}

/** Whether the control of a parameter is shown, given the values of the others. */
export function isShown(spec: Spec, params: Readonly<Record<string, unknown>>): boolean {
  const conditions = conditionsOf(spec)
  return conditions.length === 0 || conditions.some((condition) => holds(condition, params))
}

/** Conditions under which a parameter is shown; one is enough, and without any it is always shown. */
export const conditionsOf = ({ when = [] }: Spec): readonly Condition[] => (Array.isArray(when) ? when : [when as Condition])

function holds(condition: Condition, params: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(condition).every(([key, wanted]) => {
    const value = params[key]
    if (Array.isArray(wanted)) return (wanted as readonly unknown[]).includes(value)
    return typeof wanted === 'object' && 'not' in wanted ? value !== wanted.not : value === wanted
  })
}

/** Whether a value is the named value beyond the slider's end. */
export const isEnd = (spec: Spec, value: unknown): boolean =>
  (spec.kind === 'number' || spec.kind === 'integer') && spec.end !== undefined && value === spec.end.value

/** Equality of values; points and lists by content. */
export function sameValue(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
