// `momentarium/1`: every message between a demo and the page that holds it, declared once. What is taken, types, the published schema.json
// and v1.d.ts, and docs/protocol.md follow from the tables of this file.
import * as z from 'zod/mini'
import { PROTOCOL } from './name'

export { PROTOCOL } from './name'

const LONGEST_TEXT = 4096 // characters: a list of places is one
const MOST_NUMBERS = 4096
const MOST_PARAMS = 128
const LARGEST = 256 * 1024 // characters of JSON

// --- fields: each says what it takes, in the words of a problem, and what it means ----------------------------------------------------

type Field = z.ZodMiniType
const descriptions = z.registry<{ description: string }>()
/** Says what a field means; for the published schema and the docs. */
const about = <T extends Field>(says: string, field: T): T => {
  descriptions.add(field, { description: says })
  return field
}

export { descriptions }

const whole = (low: number, high = Number.MAX_SAFE_INTEGER) => {
  const allowed = high === Number.MAX_SAFE_INTEGER ? `a whole number from ${low}` : `a whole number from ${low} to ${high}`
  return z.int(allowed).check(z.gte(low, allowed), z.lte(high, allowed))
}
const number = (low: number, high: number) => {
  const allowed = `a number from ${low} to ${high}`
  return z.number(allowed).check(z.gte(low, allowed), z.lte(high, allowed))
}
const positive = (high: number) => {
  const allowed = `a number above 0, at most ${high}`
  return z.number(allowed).check(z.gt(0, allowed), z.lte(high, allowed))
}
const text = (most: number) => {
  const allowed = `a text of at most ${most} characters`
  return z.string(allowed).check(z.maxLength(most, allowed))
}
const word = (pattern: RegExp, allowed: string) => z.string(allowed).check(z.regex(pattern, allowed))
const oneOf = <const T extends readonly string[]>(...options: T) => z.enum(options, `one of ${options.join(', ')}`)
const flag = () => z.boolean('true or false')
const list = <T extends Field>(item: T, most: number, what: string) => {
  const allowed = `a list of at most ${most} ${what}`
  return z.array(item, allowed).check(z.maxLength(most, allowed))
}
const NAME = /^(?=.{1,64}$)[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/
const byName = <T extends Field>(value: T, what: string, name = NAME) => {
  const allowed = `${what} by name, at most ${MOST_PARAMS}`
  return z
    .record(word(name, allowed), value, allowed)
    .check(z.refine((given) => Object.keys(given).length <= MOST_PARAMS, allowed))
}

const token = () => word(/^[A-Za-z0-9_-]{1,64}$/, 'a word of at most 64 letters, digits, - and _')
const slug = about('Name of the demo, as in its address.', word(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'the name of a demo'))
const params = about(
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
const t = about(
  'Step of the run; beyond its end, the end.',
  z.union([whole(0), z.literal('end')], 'a whole number from 0, or "end"'),
)
const stepRef = about(
  'A lecture step: its name, or its index from 0. After the name may stand a phase: `fence:deed`, `fence:answer`; without one it is the scene.',
  z.union(
    [whole(0), word(/^[A-Za-z0-9_-]{1,64}(:(scene|deed|answer))?$/, 'a name')],
    'the name of a lecture step, with :deed or :answer after it or not, or its index',
  ),
)
const seed = about('The random seed.', whole(0, 0xffff_ffff))
const view = about('Name of the view that is large.', token())
const ui = about('How much interface.', oneOf('full', 'controls', 'player', 'none'))
const theme = about('Colours.', oneOf('auto', 'light', 'dark', 'projector', 'contrast'))
const scale = about('Size of letters and lines.', number(0.5, 3))
const readouts = about('Measured there, by name; null where there is no number.', byName(z.nullable(z.number()), 'numbers'))
const cid = about('Channel, for hosts with several frames: the word `cid` of the address.', token())
const nonce = about('Random word of the host; `ready` repeats it.', token())
const notes = about(
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
const named = (what: string) =>
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

// --- messages ---------------------------------------------------------------------------------------------------------------------------

type Fields = Readonly<Record<string, Field>>
type BodyOf<F extends Fields> = keyof F extends never ? object : z.infer<z.ZodMiniObject<F, z.core.$strip>>
export interface Declaration<F extends Fields = Fields> {
  /** What it is for, in a sentence or two. */
  says: string
  fields: F
  example: BodyOf<F>
  /** Type of the answer, where there is one. */
  answer?: 'ok' | 'state' | 'description' | 'captured'
}
const message = <F extends Fields>(declaration: Declaration<F>) => declaration

/** Before the port, on the window. */
const windowTable = {
  hello: message({
    says: 'The frame is there: at once when its script runs, and after each `ping`. To any origin, for it tells nothing.',
    fields: { slug: z.optional(slug), cid: z.optional(cid) },
    example: { slug: 'heavy-ball' },
  }),
  ping: message({ says: 'The host asks for another `hello`.', fields: { cid: z.optional(cid) }, example: {} }),
  connect: message({
    says: 'The host answers `hello`, with one end of a `MessageChannel` as the only transferred port. The frame takes the first one, from its parent only; all else goes through the port.',
    fields: { nonce, cid: z.optional(cid) },
    example: { nonce: 'k3J9x' },
  }),
}

/** From the host, on the port. */
const hostTable = {
  set: message({
    says: 'Changes parameters, place and looks. What cannot be used is left as it is or brought into its range, and `notes` of the answer say so.',
    answer: 'ok',
    fields: {
      params: z.optional(params),
      words: z.optional(
        about(
          'Words of the frame’s address, as texts; null takes one away: it is then as if it had never been there. Changes of the element’s attributes come like this.',
          byName(z.nullable(z.string().check(z.maxLength(LONGEST_TEXT))), 'texts', /^.{1,64}$/),
        ),
      ),
      seed: z.optional(seed),
      t: z.optional(t),
      view: z.optional(view),
      ui: z.optional(ui),
      theme: z.optional(theme),
      lang: z.optional(about('Language of the page around, BCP 47; there is one so far.', text(35))),
      scale: z.optional(scale),
      undoable: z.optional(about('Whether the visitor can undo it; default: no.', flag())),
    },
    example: { params: { beta: 0.5, start: [-1.5, 1] }, t: 12 },
  }),
  get: message({
    says: 'Asks for state and readouts. Answered once the picture is that of the state.',
    answer: 'state',
    fields: {},
    example: {},
  }),
  restore: message({
    says: 'Back to a state that `get` has answered.',
    answer: 'ok',
    fields: { state: stateSchema },
    example: { state: { slug: 'heavy-ball', v: 1, params: { beta: 0.5 }, seed: 0, t: 12, view: 'valley' } },
  }),
  player: message({
    says: 'The player’s buttons. `seek` goes to `t`; `step` and `back` go `n` steps.',
    answer: 'ok',
    fields: {
      do: about('What to press.', oneOf('play', 'pause', 'toggle', 'step', 'back', 'seek', 'reset', 'end')),
      t: z.optional(t),
      n: z.optional(about('How many steps; default 1.', whole(1, 1_000_000))),
      speed: z.optional(about('Speed from now on; 1 is the demo’s own.', positive(64))),
    },
    example: { do: 'seek', t: 40 },
  }),
  lecture: message({
    says: 'To a lecture step, which is a place of its own: the same state, whichever way one came. `next` at the last step and `prev` at the first change nothing. A deed of the step that is shown is done before the eyes.',
    answer: 'ok',
    fields: {
      do: about('`goto` needs a step; without one it is the first.', oneOf('goto', 'next', 'prev')),
      step: z.optional(stepRef),
      by: z.optional(
        about('`next` and `prev` go by whole steps, or from scene to deed to answer; default: stop.', oneOf('stop', 'phase')),
      ),
      keep: z.optional(about('Change only what the step names, and keep the visitor’s own values; default: no.', flag())),
    },
    example: { do: 'goto', step: 'wedge' },
  }),
  observe: message({
    says: 'Asks for `values` of these parameters and readouts, now and whenever they change, instead of those observed before; an empty list ends it. `description` names them all.',
    answer: 'ok',
    fields: {
      keys: about('Names of number parameters and readouts.', list(text(64), 64, 'names')),
      hz: z.optional(about('Most answers a second; default 10.', positive(30))),
    },
    example: { keys: ['beta', 'rate'] },
  }),
  describe: message({
    says: 'Asks what the demo has: parameters with their ranges, readouts, views, lecture steps, the paper.',
    answer: 'description',
    fields: {},
    example: {},
  }),
  capture: message({
    says: 'Asks for a picture of what is on screen, or for data: `csv` has all steps of the run and is answered when it is computed, `json` the state. A picture has the theme that is shown; asking for another is a problem.',
    answer: 'captured',
    fields: {
      format: about('What to make.', oneOf('png', 'webp', 'svg', 'csv', 'json')),
      width: z.optional(about('Pixels, the height in proportion; default: as on screen.', whole(16, 8192))),
      height: z.optional(about('Pixels, where no width is given.', whole(16, 8192))),
      dpr: z.optional(about('Times as many pixels.', number(0.5, 4))),
      theme: z.optional(theme),
      transparent: z.optional(about('Without the ground; default: as it is shown.', flag())),
    },
    example: { format: 'png', width: 800 },
  }),
  visibility: message({
    says: 'Whether the frame is in sight, and whether its clock may run. A clock that was stopped by this goes on after it.',
    answer: 'ok',
    fields: { visible: about('Whether it is in sight.', flag()), active: z.optional(about('Default: as `visible`.', flag())) },
    example: { visible: true, active: false },
  }),
  focus: message({
    says: 'Puts the focus on the first or last control, or on the first thing to drag.',
    answer: 'ok',
    fields: { where: about('Where to put it.', oneOf('first', 'last', 'canvas')) },
    example: { where: 'first' },
  }),
  activate: message({
    says: 'Starts a frame that waits with its poster (`poster=1`). Messages before wait for it, at most 120.',
    answer: 'ok',
    fields: {},
    example: {},
  }),
}

const keyFields = {
  key: about('As in KeyboardEvent.', text(32)),
  code: z.optional(about('As in KeyboardEvent.', text(32))),
  shift: z.optional(about('Whether Shift is held.', flag())),
  alt: z.optional(about('Whether Alt is held.', flag())),
  ctrl: z.optional(about('Whether Control is held.', flag())),
  meta: z.optional(about('Whether Meta or Command is held.', flag())),
}

/** From the frame, on the port. */
const frameTable = {
  ready: message({
    says: 'The first picture is drawn. Problems of the address follow as `problem`.',
    fields: {
      nonce,
      slug,
      title: about('Its title.', text(200)),
      version: about('Version of the software.', z.string()),
      steps: about('Lecture steps.', named('steps')),
      ratio: about('Width over height that suits it.', z.number().check(z.gt(0))),
      minWidth: about('Least width that suits it, CSS pixels.', whole(0)),
      caps: about('What it can do; `capture:png` and so on name the formats.', z.array(z.string())),
      poster: about('File of the poster, from the frame’s address.', z.string()),
    },
    example: {
      nonce: 'k3J9x',
      slug: 'heavy-ball',
      title: 'The heavy ball',
      version: '1.0',
      steps: [{ id: 'fence', title: 'A fence' }],
      ratio: 1.6,
      minWidth: 280,
      caps: ['keys', 'resize', 'steps', 'capture', 'capture:png'],
      poster: 'poster.webp',
    },
  }),
  ok: message({
    says: 'Done; with what is used of that which was given.',
    fields: {
      params: z.optional(params),
      t: z.optional(t),
      step: z.optional(stepRef),
      index: z.optional(about('Lecture step from 0; -1: none.', z.int())),
      count: z.optional(about('Number of lecture steps.', whole(0))),
      atEnd: z.optional(about('Whether there is no lecture step after it.', flag())),
      keys: z.optional(about('What is observed.', z.array(z.string()))),
      notes: z.optional(notes),
    },
    example: {
      params: { beta: 1.2 },
      t: 12,
      notes: [{ field: 'beta', given: '7', used: '1.2', message: 'beta: 7 is out of range; using 1.2' }],
    },
  }),
  state: message({
    says: 'Answers `get`.',
    fields: {
      state: stateSchema,
      query: z.optional(about('The same as words of the address.', text(LONGEST_TEXT))),
      readouts: z.optional(readouts),
      notes: z.optional(notes),
    },
    example: {
      state: { slug: 'heavy-ball', v: 1, params: { beta: 0.5 }, seed: 0, t: 12, view: 'valley' },
      query: 'beta=0.5&t=12',
      readouts: { gap: 0.031 },
    },
  }),
  description: message({
    says: 'Answers `describe`.',
    fields: {
      description: about(
        'slug, title, version; params: label, doc, default and range of each; outputs: readouts with label and unit; views; steps; citation. Names to observe are the outputs and the number parameters.',
        z.record(z.string(), z.unknown()),
      ),
      notes: z.optional(notes),
    },
    example: { description: { slug: 'heavy-ball', outputs: [{ key: 'gap', label: 'Gap', unit: '' }] } },
  }),
  captured: message({
    says: 'Answers `capture`.',
    fields: {
      mime: about('Its type, such as image/png.', z.string()),
      name: z.optional(about('A name for the file.', text(120))),
      data: about('The bytes: an ArrayBuffer, transferred.', z.unknown()),
      query: z.optional(about('The state that a picture shows, as words of the address.', text(LONGEST_TEXT))),
      notes: z.optional(notes),
    },
    example: { mime: 'image/png', name: 'heavy-ball.png', data: 'ArrayBuffer', query: 'beta=0.5&t=12' },
  }),
  progress: message({
    says: 'The answer takes its time: once a second until it comes.',
    fields: { done: about('Share that is done; 0 where nobody knows.', number(0, 1)) },
    example: { done: 0.4 },
  }),
  problem: message({
    says: 'What was asked cannot be done (`re` says which message), or something else is wrong.',
    fields: {
      code: about(
        'bad-message, unknown-message, too-large, flood, unknown-step, other-demo, capture; unknown-parameter, bad-parameter (of the address); unknown-demo, load, disk.',
        token(),
      ),
      message: about('What is wrong, in one sentence.', text(1000)),
      fatal: about('Whether the demo does not run.', flag()),
      field: z.optional(about('The field that is meant.', z.string())),
      given: z.optional(about('What was given, as text.', z.string())),
      allowed: z.optional(about('What would do.', z.string())),
    },
    example: {
      code: 'bad-message',
      message: 'set: seed cannot be -1; it is a whole number from 0 to 4294967295.',
      fatal: false,
      field: 'seed',
      given: '-1',
      allowed: 'a whole number from 0 to 4294967295',
    },
  }),
  change: message({
    says: 'Parameters have changed. At most ten times a second, the last change always.',
    fields: { params, source: about('Who changed them.', oneOf('user', 'host', 'lecture', 'link')) },
    example: { params: { beta: 0.7 }, source: 'user' },
  }),
  time: message({
    says: 'Another step is shown, or the player has started or stopped. At most ten times a second, the last one always.',
    fields: {
      t,
      playing: about('Whether it plays.', flag()),
      converged: z.optional(about('Whether the run has come to rest.', flag())),
    },
    example: { t: 12, playing: true, converged: false },
  }),
  step: message({
    says: 'A lecture step is shown, in one of its phases.',
    fields: {
      step: z.optional(stepRef),
      index: about('From 0.', whole(0)),
      count: about('How many there are.', whole(1)),
      title: z.optional(about('Its title.', text(200))),
      text: z.optional(about('The words of the phase, with the values on screen.', text(2000))),
    },
    example: { step: 'wedge:answer', index: 2, count: 7, title: 'A wedge', text: 'Both walls of the wedge …' },
  }),
  values: message({
    says: 'What `observe` asked for.',
    fields: { values: about('Numbers by name; null where there is none.', z.record(z.string(), z.nullable(z.number()))) },
    example: { values: { beta: 0.7, rate: 0.93 } },
  }),
  resize: message({
    says: 'The content wants this height.',
    fields: {
      height: about('CSS pixels.', number(0, 20_000)),
      ratio: z.optional(about('Width over height that suits it.', z.number().check(z.gt(0)))),
    },
    example: { height: 560, ratio: 1.6 },
  }),
  key: message({
    says: 'A key that the demo has no use for is pressed, with `keys=up`; Escape and `.` always.',
    fields: keyFields,
    example: { key: 'ArrowRight', code: 'ArrowRight', shift: false, alt: false, ctrl: false, meta: false },
  }),
  keyup: message({
    says: 'That key is let go. If the focus has left the frame since it was pressed, the page hears that itself.',
    fields: keyFields,
    example: { key: 'ArrowRight', code: 'ArrowRight', shift: false, alt: false, ctrl: false, meta: false },
  }),
  edge: message({
    says: 'Tab has left the last control, or Shift+Tab the first.',
    fields: { dir: about('Which way.', oneOf('next', 'prev')) },
    example: { dir: 'next' },
  }),
  activate: message({ says: 'The visitor has started a frame that waited with its poster.', fields: {}, example: {} }),
}

export const tables = { window: windowTable, host: hostTable, frame: frameTable } as const
type Tables = typeof tables

/** Messages without their envelope, by type. */
export type HostBodies = { [K in keyof Tables['host']]: BodyOf<Tables['host'][K]['fields']> }
export type FrameBodies = { [K in keyof Tables['frame']]: BodyOf<Tables['frame'][K]['fields']> }

type Envelope = { m: typeof PROTOCOL; id?: number; re?: number }
type MessageOf<T> = {
  [K in keyof T]: T[K] extends { fields: infer F extends Fields } ? Envelope & { type: K } & BodyOf<F> : never
}[keyof T]
export type WindowMessage = MessageOf<Tables['window']>
export type HostMessage = MessageOf<Tables['host']>
export type FrameMessage = MessageOf<Tables['frame']>
export type State = z.infer<typeof stateSchema>
export type Ui = z.infer<typeof ui>
export type Values = z.infer<typeof params>
export type Told = z.infer<typeof notes>[number]

// --- reading ----------------------------------------------------------------------------------------------------------------------------

export interface Fault {
  code: string
  message: string
  field?: string
  given?: string
  allowed?: string
}
/** A message that can be used, with the names of fields that nobody knows; or what is wrong with it, and its id if it has one. */
export type Reading<M> = { message: M; unknown: string[] } | { fault: Fault; re: number | undefined }

export const envelopeFields = {
  m: about('Name of the protocol.', z.literal(PROTOCOL)),
  id: z.optional(about('Number of a message that is to be answered.', whole(1))),
  re: z.optional(about('Number of the message that is answered.', whole(1))),
}
/** Schema of one message. */
export const schemaOf = (type: string, { fields }: Declaration) =>
  z.strictObject({ ...envelopeFields, type: z.literal(type), ...fields })
const schemas = new Map<Declaration, ReturnType<typeof schemaOf>>()

const LONGEST_QUOTE = 80 // characters of what was given
export function quoted(given: unknown): string {
  const text = (typeof given === 'number' ? String(given) : JSON.stringify(given)) ?? String(given)
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}
/** A fault of one field. */
export const faultOf = (type: string, field: string, given: unknown, allowed: string, code = 'bad-message'): Fault => ({
  code,
  message:
    given === undefined
      ? `${type}: ${field} is missing; it is ${allowed}.`
      : `${type}: ${field} cannot be ${quoted(given)}; it is ${allowed}.`,
  field,
  given: quoted(given),
  allowed,
})

const at = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data)

/** Reads what has arrived in a channel. Null: not of this protocol. Never throws. */
export function read<C extends keyof Tables>(channel: C, data: unknown): Reading<MessageOf<Tables[C]>> | null {
  try {
    if (typeof data !== 'object' || data === null || (data as { m?: unknown }).m !== PROTOCOL) return null
    const { type, id } = data as { type?: unknown; id?: unknown }
    const re = Number.isSafeInteger(id) && (id as number) > 0 ? (id as number) : undefined
    const size = JSON.stringify(data).length
    if (size > LARGEST)
      return { re, fault: { code: 'too-large', message: `A message has at most ${LARGEST} characters; this one has ${size}.` } }
    const table: Readonly<Record<string, Declaration>> = tables[channel]
    const declaration = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined
    if (declaration === undefined) {
      const allowed = `one of ${Object.keys(table).join(', ')}`
      return { re, fault: faultOf('message', 'type', type, allowed, 'unknown-message') }
    }
    const schema = schemas.get(declaration) ?? schemaOf(type as string, declaration)
    schemas.set(declaration, schema)
    return judge(schema, type as string, data, re) as Reading<MessageOf<Tables[C]>>
  } catch {
    return null // what cannot be read, for it refers to itself or answers with an exception
  }
}

function judge(schema: z.ZodMiniType, type: string, data: unknown, re: number | undefined): Reading<unknown> {
  const result = z.safeParse(schema, data)
  if (result.success) return { message: result.data, unknown: [] }
  const unknown = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  )
  const wrong = result.error.issues.find(({ code }) => code !== 'unrecognized_keys')
  if (wrong) return { re, fault: faultOf(type, wrong.path.join('.'), at(data, wrong.path), wrong.message) }
  const known = structuredClone(data)
  for (const path of unknown) delete (at(known, path.slice(0, -1)) as Record<PropertyKey, unknown>)[path.at(-1) as PropertyKey]
  return { message: z.parse(schema, known), unknown: unknown.map((path) => path.join('.')) }
}
