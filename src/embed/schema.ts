// The published schema of all messages, for hosts written in other languages. Built from the protocol's tables; no page loads it.
import * as z from 'zod/mini'
import { descriptions } from './fields'
import { PROTOCOL } from './name'
import { type Declaration, tables } from './protocol'
import { schemaOf } from './read'

const DIRECTIONS = {
  window: { hello: 'frame → host', ping: 'host → frame', connect: 'host → frame' },
  host: 'host → frame',
  frame: 'frame → host',
} as const

export interface MessageSchema {
  title: string
  description: string
  /** Sender and receiver. */
  direction: string
  answer?: string
  properties: Record<string, Record<string, unknown>>
  required: string[]
  examples: object[]
}
export interface ProtocolSchema {
  $defs: Record<string, MessageSchema>
  [key: string]: unknown
}

/** Every message by `channel.type`, in the order of the tables. */
const declarations = (): [channel: keyof typeof tables, type: string, declaration: Declaration][] =>
  Object.entries(tables).flatMap(([channel, table]) =>
    Object.entries(table).map(
      ([type, declaration]) => [channel as keyof typeof tables, type, declaration as Declaration] as never,
    ),
  )

/** JSON Schema (2020-12) of any message. Other fields are allowed and ignored. */
export function jsonSchema(): ProtocolSchema {
  const definitions = declarations().map(([channel, type, declaration]) => {
    const direction = channel === 'window' ? DIRECTIONS.window[type as 'hello'] : DIRECTIONS[channel]
    const { $schema, ...shape } = z.toJSONSchema(schemaOf(type, declaration), {
      metadata: descriptions,
      unrepresentable: 'any',
      io: 'input',
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      },
    }) as Record<string, unknown>
    const { says: description, answer, example } = declaration
    const examples = [{ m: PROTOCOL, type, ...(channel === 'host' && { id: 1 }), ...example }]
    return [`${channel}.${type}`, { title: type, description, direction, ...(answer && { answer }), ...shape, examples }]
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://momentarium.example/embed/schema.json',
    title: `${PROTOCOL} message`,
    description:
      'Messages between a demo in a frame and the page that holds it. `window`: before the port; `host`, `frame`: on it.',
    anyOf: definitions.map(([name]) => ({ $ref: `#/$defs/${name as string}` })),
    $defs: Object.fromEntries(definitions),
  }
}
