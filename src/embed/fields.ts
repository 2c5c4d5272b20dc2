// Fields of messages: each states its allowed values, in words for a problem, and its meaning.
import * as z from 'zod/mini'

export const LONGEST_TEXT = 4096 // characters: a list of places is one
const MOST_NUMBERS = 4096
const MOST_PARAMS = 128

export type Field = z.ZodMiniType
/** For the published schema and the docs. */
export const descriptions = z.registry<{ description: string }>()
/** Says what a field means. */
export const about = <T extends Field>(says: string, field: T): T => {
  descriptions.add(field, { description: says })
  return field
}

export const whole = (low: number, high = Number.MAX_SAFE_INTEGER) => {
  const allowed = high === Number.MAX_SAFE_INTEGER ? `a whole number from ${low}` : `a whole number from ${low} to ${high}`
  return z.int(allowed).check(z.gte(low, allowed), z.lte(high, allowed))
}
export const number = (low: number, high: number) => {
  const allowed = `a number from ${low} to ${high}`
  return z.number(allowed).check(z.gte(low, allowed), z.lte(high, allowed))
}
export const positive = (high: number) => {
  const allowed = `a number above 0, at most ${high}`
  return z.number(allowed).check(z.gt(0, allowed), z.lte(high, allowed))
}
export const text = (most: number) => {
  const allowed = `a text of at most ${most} characters`
  return z.string(allowed).check(z.maxLength(most, allowed))
}
const word = (pattern: RegExp, allowed: string) => z.string(allowed).check(z.regex(pattern, allowed))
export const oneOf = <const T extends readonly string[]>(...options: T) => z.enum(options, `one of ${options.join(', ')}`)
export const flag = () => z.boolean('true or false')
export const list = <T extends Field>(item: T, most: number, what: string) => {
  const allowed = `a list of at most ${most} ${what}`
  return z.array(item, allowed).check(z.maxLength(most, allowed))
}
const NAME = /^(?=.{1,64}$)[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/
export const byName = <T extends Field>(value: T, what: string, name = NAME) => {
  const allowed = `${what} by name, at most ${MOST_PARAMS}`
  return z
    .record(word(name, allowed), value, allowed)
    .check(z.refine((given) => Object.keys(given).length <= MOST_PARAMS, allowed))
}

export const token = () => word(/^[A-Za-z0-9_-]{1,64}$/, 'a word of at most 64 letters, digits, - and _')
export const slug = about(
  'Name of the demo, as in its address.',
  word(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'the name of a demo'),
)
export const params = about(
  'Parameters by the names of the address. Numbers, toggles and options as they are; a point is two numbers, a row one for each of its names; the named end of a slider is its word; lists (events, places) and whatever else is given as text are read as in the address.',
  byName(
    z.union(
      [
        z.number(),
        z.boolean(),
        z.string().check(z.maxLength(LONGEST_TEXT)),
        z.array(z.number()).check(z.maxLength(MOST_NUMBERS)),
      ],
      'a number, true or false, a text or a list of numbers',
    ),
    'values',
  ),
)
export const t = about(
  'Step of the run; beyond its end, the end.',
  z.union([whole(0), z.literal('end')], 'a whole number from 0, or "end"'),
)
export const stepRef = about(
  'A lecture step: its name, or its index from 0. After the name may stand a phase: `fence:deed`, `fence:answer`; without one it is the scene.',
  z.union(
    [whole(0), word(/^[A-Za-z0-9_-]{1,64}(:(scene|deed|answer))?$/, 'a name')],
    'the name of a lecture step, with :deed or :answer after it or not, or its index',
  ),
)
export const seed = about('The random seed.', whole(0, 0xffff_ffff))
export const view = about('Name of the view that is large.', token())
export const ui = about('How much interface.', oneOf('full', 'controls', 'player', 'none'))
export const theme = about('Colours.', oneOf('auto', 'light', 'dark', 'projector', 'contrast'))
export const scale = about('Size of letters and lines.', number(0.5, 3))
export const readouts = about(
  'Measured there, by name; null where there is no number.',
  byName(z.nullable(z.number()), 'numbers'),
)
export const cid = about('Channel, for hosts with several frames: the word `cid` of the address.', token())
export const nonce = about('Random word of the host; `ready` repeats it.', token())
export const notes = about(
  'What could not be used as given, and what was used instead.',
  z.array(
    z.strictObject({
      field: about('Name of the field or parameter.', z.string()),
      given: about('What was given, as text.', z.string()),
      used: z.optional(about('What is used instead, as text.', z.string())),
      message: about('The same in one sentence.', z.string()),
    }),
  ),
)
export const named = (what: string) =>
  z.array(z.strictObject({ id: about('Its name.', token()), title: about('Its title.', z.string()) }), what)

export const stateSchema = about(
  'All that brings the picture back, for `restore`.',
  z.strictObject(
    {
      slug,
      v: about('Version of the demo’s parameters.', whole(1)),
      params,
      seed,
      t,
      view: z.optional(view),
      step: z.optional(stepRef),
      readouts: z.optional(readouts),
    },
    'what `get` has answered',
  ),
)
