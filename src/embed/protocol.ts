// `momentarium/1`: every message between a demo and the page that holds it. The published schema.json is generated from here.
import * as z from 'zod/mini'
import { PROTOCOL } from './name'

export { PROTOCOL } from './name'

const LONGEST_TEXT = 4096 // characters: a list of places is one
const MOST_NUMBERS = 4096
const MOST_PARAMS = 128

const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))
const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64))
const whole = (low: number, high?: number) =>
  high === undefined ? z.int().check(z.gte(low)) : z.int().check(z.gte(low), z.lte(high))
const number = (low: number, high: number) => z.number().check(z.gte(low), z.lte(high))
const positive = (high: number) => z.number().check(z.gt(0), z.lte(high))
const text = (most: number) => z.string().check(z.maxLength(most))

/** Numbers, toggles and options as they are; a point is two numbers; lists (events, places) are the text of the address. */
const value = z.union([z.number(), z.boolean(), text(LONGEST_TEXT), z.array(z.number()).check(z.maxLength(MOST_NUMBERS))])
const params = z
  .record(z.string().check(z.regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/), z.maxLength(64)), value)
  .check(z.refine((given) => Object.keys(given).length <= MOST_PARAMS))
const t = z.union([whole(0), z.literal('end')])
const stepRef = z.union([whole(0), token])
const seed = whole(0, 0xffff_ffff)
const ui = z.enum(['full', 'controls', 'player', 'none'])
const theme = z.enum(['auto', 'light', 'dark', 'projector', 'contrast'])
const scale = number(0.5, 3)

export const stateSchema = z.strictObject({
  slug,
  v: whole(1),
  params,
  /** The other half of a comparison; reserved. */
  b: z.optional(params),
  seed,
  t,
  view: z.optional(token),
  cam: z.optional(z.array(z.number()).check(z.length(4))),
  step: z.optional(stepRef),
  /** Shapes and densities; reserved. */
  s: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(65_536))),
})

const envelope = { m: z.literal(PROTOCOL), id: z.optional(whole(1)), re: z.optional(whole(1)) }
/** A message of one type; fields that it does not name are ignored. */
const message = <T extends string, S extends Record<string, z.ZodMiniType>>(type: T, body: S) =>
  z.object({ ...envelope, type: z.literal(type), ...body })

/** Before the port: on the window. */
export const windowMessages = z.discriminatedUnion('type', [
  message('hello', { slug: z.optional(slug), cid: z.optional(token) }),
  message('ping', { cid: z.optional(token) }),
  message('connect', {
    nonce: token,
    cid: z.optional(token),
    caps: z.optional(z.array(z.enum(['keys', 'resize', 'xapi', 'steps', 'capture'])).check(z.maxLength(16))),
  }),
])

/** From the host, on the port. */
export const hostMessages = z.discriminatedUnion('type', [
  message('set', {
    params: z.optional(params),
    b: z.optional(z.nullable(params)),
    seed: z.optional(seed),
    t: z.optional(t),
    view: z.optional(token),
    ui: z.optional(ui),
    theme: z.optional(theme),
    lang: z.optional(text(35)),
    scale: z.optional(scale),
    undoable: z.optional(z.boolean()),
  }),
  message('get', {}),
  message('restore', { state: stateSchema }),
  message('player', {
    do: z.enum(['play', 'pause', 'toggle', 'step', 'back', 'seek', 'reset', 'end']),
    t: z.optional(t),
    n: z.optional(whole(1, 1_000_000)),
    speed: z.optional(positive(64)),
  }),
  message('lecture', { do: z.enum(['goto', 'next', 'prev']), step: z.optional(stepRef), keep: z.optional(z.boolean()) }),
  message('observe', { keys: z.array(text(64)).check(z.maxLength(64)), hz: z.optional(positive(30)) }),
  message('describe', {}),
  message('capture', {
    format: z.enum(['png', 'svg', 'webp', 'mp4', 'webm', 'gif', 'csv', 'json']),
    width: z.optional(whole(16, 8192)),
    height: z.optional(whole(16, 8192)),
    dpr: z.optional(number(0.5, 4)),
    theme: z.optional(theme),
    from: z.optional(whole(0)),
    to: z.optional(whole(0)),
    fps: z.optional(number(1, 60)),
    transparent: z.optional(z.boolean()),
  }),
  message('visibility', { visible: z.boolean(), active: z.optional(z.boolean()) }),
  message('focus', { where: z.enum(['first', 'last', 'canvas']) }),
  message('activate', {}),
])

/** From the frame, on the port. */
export const frameMessages = z.discriminatedUnion('type', [
  message('ready', {
    nonce: token,
    slug,
    title: z.optional(text(200)),
    version: z.string(),
    steps: z.optional(z.array(z.object({ id: token, title: z.string() }))),
    ratio: z.optional(z.number().check(z.gt(0))),
    minWidth: z.optional(whole(0)),
    caps: z.optional(z.array(z.string())),
    poster: z.optional(z.string()),
  }),
  message('ok', {
    params: z.optional(params),
    t: z.optional(t),
    step: z.optional(z.nullable(stepRef)),
    index: z.optional(z.int()),
    count: z.optional(whole(0)),
    atEnd: z.optional(z.boolean()),
  }),
  /** `query`, here and of what is captured: the state as the demo's own address says it. */
  message('state', { state: stateSchema, query: z.optional(text(LONGEST_TEXT)) }),
  message('description', { description: z.record(z.string(), z.unknown()) }),
  message('progress', { done: number(0, 1) }),
  message('captured', {
    mime: z.string(),
    name: z.optional(text(120)),
    data: z.unknown(),
    query: z.optional(text(LONGEST_TEXT)),
  }),
  message('change', { params, source: z.enum(['user', 'host', 'lecture', 'link']) }),
  message('time', { t, playing: z.boolean(), converged: z.optional(z.boolean()) }),
  message('step', { step: z.optional(stepRef), index: whole(0), count: whole(1), text: z.optional(text(2000)) }),
  message('values', { values: z.record(z.string(), z.nullable(z.number())) }),
  message('resize', { height: number(0, 20_000), ratio: z.optional(z.number().check(z.gt(0))) }),
  message('key', {
    key: text(32),
    code: z.optional(text(32)),
    shift: z.optional(z.boolean()),
    alt: z.optional(z.boolean()),
    ctrl: z.optional(z.boolean()),
    meta: z.optional(z.boolean()),
  }),
  message('edge', { dir: z.enum(['next', 'prev']) }),
  message('activate', {}),
  message('problem', { code: token, message: text(500), fatal: z.boolean() }),
])

export type WindowMessage = z.infer<typeof windowMessages>
export type HostMessage = z.infer<typeof hostMessages>
export type FrameMessage = z.infer<typeof frameMessages>
export type State = z.infer<typeof stateSchema>
export type Ui = z.infer<typeof ui>
export type Values = z.infer<typeof params>

/** JSON Schema (2020-12) of any message, for hosts that are written in other languages. */
export function jsonSchema(): object {
  const any = z.union([windowMessages, hostMessages, frameMessages])
  return {
    $id: 'https://momentarium.example/embed/schema.json',
    title: `${PROTOCOL} message`,
    ...(z.toJSONSchema(any, { unrepresentable: 'any', io: 'input' }) as object),
  }
}

const LARGEST = 256 * 1024 // characters of JSON

/** A message of the right shape and size; null for anything else. Never throws. */
export function read<T>(schema: z.ZodMiniType<T>, data: unknown): T | null {
  try {
    if (typeof data !== 'object' || data === null || (data as { m?: unknown }).m !== PROTOCOL) return null
    if (JSON.stringify(data).length > LARGEST) return null
    const result = z.safeParse(schema, data)
    return result.success ? result.data : null
  } catch {
    return null // what cannot be read, for it refers to itself or answers with an exception
  }
}
