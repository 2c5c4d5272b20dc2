// Values ↔ readable text, one rule a kind. Link, message and preset are the same object; reading never throws.

import { shared } from './numbers'
import { type Event, isEnd, type ParamsOf, type Placed, type Point, type Schema, type Spec, sameValue } from './schema'

/** Why a value was not used as given; the shell makes a sentence of it. */
export interface Note {
  why:
    | 'notANumber'
    | 'notWhole'
    | 'outside'
    | 'notAnOption'
    | 'notAToggle'
    | 'notAPoint'
    | 'notNumbers'
    | 'notEvents'
    | 'notPlaces'
    | 'tooLong'
    | 'unknown'
    | 'object'
    | 'wrongType'
    | 'formula'
    | 'noStop'
  key: string
  given: string
  used?: string
  /** The most characters allowed. */
  most?: number
  detail?: string
}
type Read = { value: unknown; note?: Note['why'] } | { note: Note['why'] }

/** A decimal number in plain notation, nothing else: "3,14", "0x10", "" and "Infinity" are not. */
export function parseNumber(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** Within the range; never negative zero, which an address could not hold. */
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high) + 0
const isPoint = (given: unknown): given is Point =>
  Array.isArray(given) && given.length === 2 && given.every((v) => Number.isFinite(v))
const within = ([x, y]: Point, { min, max }: { min: Point; max: Point }): Point => [
  clamp(x, min[0], max[0]),
  clamp(y, min[1], max[1]),
]
const ROUNDING = 1e-14 // share of a place's range: a smaller coordinate, such as r cos(π/2), means 0
const settled = (at: Point, { min, max }: { min: Point; max: Point }): Point => [
  Math.abs(at[0]) < ROUNDING * (max[0] - min[0]) ? 0 : at[0],
  Math.abs(at[1]) < ROUNDING * (max[1] - min[1]) ? 0 : at[1],
]
/** Characters. */
export const LONGEST_FORMULA = 200
/** The most characters of a value that is typed as text. */
export const longest = (spec: Spec): number => (spec.kind === 'text' ? spec.most : LONGEST_FORMULA)
const LARGEST_SEED = 0xffff_ffff

/** Widest range that may be typed or linked. */
export const hardRange = (spec: { min: number; max: number; hard?: readonly [number, number] }): readonly [number, number] =>
  spec.hard ?? [spec.min, spec.max]

/** A value of the right type for `spec`, within its hard bounds, and a note if it differs from `given`. */
export function admit(spec: Spec, given: unknown): Read {
  switch (spec.kind) {
    case 'number':
    case 'integer': {
      if (isEnd(spec, given)) return { value: given }
      if (typeof given !== 'number' || !Number.isFinite(given)) return { note: 'notANumber' }
      const whole = spec.kind === 'integer' ? Math.round(given) : given
      const value = clamp(whole, ...hardRange(spec))
      return value !== whole ? { value, note: 'outside' } : whole !== given ? { value, note: 'notWhole' } : { value }
    }
    case 'seed':
      if (typeof given !== 'number' || !Number.isInteger(given)) return { note: 'notWhole' }
      return given < 0 || given > LARGEST_SEED ? { value: clamp(given, 0, LARGEST_SEED), note: 'outside' } : { value: given }
    case 'choice':
      return typeof given === 'string' && Object.hasOwn(spec.options, given) ? { value: given } : { note: 'notAnOption' }
    case 'toggle':
      return typeof given === 'boolean' ? { value: given } : { note: 'notAToggle' }
    case 'point': {
      if (!isPoint(given)) return { note: 'notAPoint' }
      const place = settled(given, spec)
      const value = within(place, spec)
      return sameValue(value, place) ? { value } : { value, note: 'outside' }
    }
    case 'numbers': {
      if (!Array.isArray(given) || given.length !== spec.names.length || !given.every((v) => Number.isFinite(v)))
        return { note: 'notNumbers' }
      const inside = given.map((v) => clamp(v, spec.min, spec.max))
      const value = spec.sum === undefined ? inside : shared(spec, inside)
      return sameValue(value, given) ? { value } : { value, note: 'outside' }
    }
    case 'events': {
      const { min, max } = spec.strength
      const good = (e: Event) => Number.isInteger(e?.step) && e.step >= 0 && Number.isFinite(e?.strength)
      if (!Array.isArray(given) || !given.every(good)) return { note: 'notEvents' }
      const kept = given
        .slice(0, spec.most)
        .map((e: Event) => ({ step: e.step, strength: clamp(e.strength, min, max) }))
        .sort((a, b) => a.step - b.step)
      return sameValue(kept, given) ? { value: kept } : { value: kept, note: 'outside' }
    }
    case 'places': {
      if (!Array.isArray(given)) return { note: 'notPlaces' }
      const all: readonly Placed[] = given
      const isMember = (index: number) => Number.isInteger(index) && index >= 0 && index < spec.count
      const good = (p: Placed, k: number) =>
        isMember(p?.index) && isPoint(p.at) && all.findIndex((q) => q?.index === p.index) === k
      if (!all.every(good)) return { note: 'notPlaces' }
      const wanted = all.map(({ index, at }) => ({ index, at: settled(at, spec) }))
      const kept = wanted.map(({ index, at }) => ({ index, at: within(at, spec) })).sort((a, b) => a.index - b.index)
      return sameValue(kept, wanted) ? { value: kept } : { value: kept, note: 'outside' }
    }
    case 'formula':
      if (typeof given !== 'string') return { note: 'wrongType' }
      return given.length > longest(spec) ? { note: 'tooLong' } : { value: given }
    case 'text':
      if (typeof given !== 'string') return { note: 'wrongType' }
      return given.length > longest(spec) ? { note: 'tooLong' } : { value: given }
  }
}

/** A value from its text in an address; an unreadable text becomes a value that `admit` refuses. */
export function parse(spec: Spec, text: string): unknown {
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return spec.end !== undefined && text === spec.end.word ? spec.end.value : parseNumber(text)
    case 'seed':
      return parseNumber(text)
    case 'toggle':
      return text === '1' ? true : text === '0' ? false : null
    case 'point':
    case 'numbers':
      return text.split(',').map(parseNumber)
    case 'events':
      return text === ''
        ? []
        : text.split(';').map((event) => {
            const [step, strength, ...rest] = event.split(':').map(parseNumber)
            return rest.length > 0 ? null : { step, strength }
          })
    case 'places':
      return text === ''
        ? []
        : text.split(';').map((placed) => {
            const [index, at, ...rest] = placed.split(':')
            return rest.length > 0 ? null : { index: parseNumber(index ?? ''), at: at?.split(',').map(parseNumber) }
          })
    default:
      return text
  }
}

/** Text of a value in an address. */
export function serialize(spec: Spec, value: unknown): string {
  switch (spec.kind) {
    case 'toggle':
      return value ? '1' : '0'
    case 'number':
    case 'integer':
      return isEnd(spec, value) ? (spec.end?.word as string) : String(value)
    case 'point':
    case 'numbers':
      return (value as readonly number[]).join(',')
    case 'events':
      return (value as readonly Event[]).map((e) => `${e.step}:${e.strength}`).join(';')
    case 'places':
      return (value as readonly Placed[]).map((p) => `${p.index}:${p.at.join(',')}`).join(';')
    default:
      return String(value)
  }
}

/** Pairs for an address: only what differs from `from`. */
export function encode<T extends Schema>(schema: T, params: ParamsOf<T>, from: ParamsOf<T>): [key: string, text: string][] {
  return Object.entries(schema)
    .filter(([key]) => !sameValue(params[key], from[key]))
    .map(([key, spec]) => [key, serialize(spec, params[key])])
}

/** Every name of a parameter → its key: also earlier names, and names in lower case, because HTML attributes have no capitals. */
export function namesOf(schema: Schema): ReadonlyMap<string, string> {
  const keyOf = new Map<string, string>()
  for (const key of Object.keys(schema)) keyOf.set(key.toLowerCase(), key)
  for (const [key, spec] of Object.entries(schema)) for (const old of spec.was ?? []) keyOf.set(old, key)
  for (const key of Object.keys(schema)) keyOf.set(key, key)
  return keyOf
}

/** The text that remains when a library writes an object as an attribute. */
const OBJECT = String({})

/** Reads pairs over `from`, with texts as in an address. Unusable values are noted and left as they were; unknown keys are noted too. */
export function decode<T extends Schema>(
  schema: T,
  pairs: Iterable<readonly [name: string, given: unknown]>,
  from: ParamsOf<T>,
): { params: ParamsOf<T>; notes: Note[] } {
  const keyOf = namesOf(schema)
  const read = new Map<string, unknown>()
  const notes: Note[] = []
  for (const [name, given] of pairs) {
    const text = typeof given === 'string' ? given : String(given)
    const key = keyOf.get(name)
    const spec = key === undefined ? undefined : schema[key]
    if (key === undefined || spec === undefined) {
      notes.push({ why: text === OBJECT ? 'object' : 'unknown', key: name, given: text })
      continue
    }
    const admitted = admit(spec, typeof given === 'string' ? parse(spec, given) : given)
    if ('value' in admitted) read.set(key, admitted.value)
    if (admitted.note)
      notes.push({
        why: admitted.note,
        key: name,
        given: text,
        ...(admitted.note === 'tooLong' && { most: longest(spec) }),
        used: serialize(spec, 'value' in admitted ? admitted.value : from[key]),
      })
  }
  return { params: { ...from, ...Object.fromEntries(read) }, notes }
}

/** Applies what is usable of `changes` (a preset, a message, a handle's request) to `params`. */
export function merge<T extends Schema>(schema: T, params: ParamsOf<T>, changes: Readonly<Record<string, unknown>>): ParamsOf<T> {
  const next: Record<string, unknown> = { ...params }
  for (const [key, given] of Object.entries(changes)) {
    const spec = Object.hasOwn(schema, key) ? schema[key] : undefined
    if (spec === undefined) continue
    const admitted = admit(spec, given)
    if ('value' in admitted) next[key] = admitted.value
  }
  return next as ParamsOf<T>
}
