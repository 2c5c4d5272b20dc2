// Checks data that arrived in a channel by the channel's table: a usable message, or what is wrong with it.
import * as z from 'zod/mini'
import { about, whole } from './fields'
import { PROTOCOL } from './name'
import { type Declaration, type MessageOf, type Tables, tables } from './protocol'

const LARGEST = 256 * 1024 // characters of JSON

export interface Fault {
  code: string
  message: string
  field?: string
  given?: string
  allowed?: string
}
/** A usable message, with the names of its unknown fields; or what is wrong with it, and its id if it has one. */
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

const LONGEST_QUOTE = 80 // characters of the given value
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

/** Reads data that arrived in a channel. Null: not of this protocol. Never throws. */
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
    return null // unreadable: it contains itself or throws
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
