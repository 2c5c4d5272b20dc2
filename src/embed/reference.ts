// The protocol as TypeScript declarations and as a page of docs, written from its published schema. Used in the build only.
import type { MessageSchema, ProtocolSchema } from './schema'

interface Shape {
  description?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  items?: Shape
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape
}

const ENVELOPE = new Set(['m', 'id', 're', 'type'])
const SCALARS: Readonly<Record<string, string>> = {
  integer: 'number',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  null: 'null',
}

function typeOf(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.anyOf) return shape.anyOf.map(typeOf).join(' | ')
  if (shape.type === 'array') return `Array<${typeOf(shape.items ?? {})}>`
  if (shape.properties) return `{ ${fieldsOf(shape).join(' ')} }`
  if (shape.type === 'object')
    return shape.additionalProperties ? `Record<string, ${typeOf(shape.additionalProperties)}>` : 'object'
  return SCALARS[shape.type ?? ''] ?? 'unknown'
}

function fieldsOf({ properties = {}, required = [] }: Shape): string[] {
  return Object.entries(properties)
    .filter(([name]) => !ENVELOPE.has(name))
    .map(([name, field]) => {
      const says = field.description ? `/** ${field.description} */ ` : ''
      return `${says}${name}${required.includes(name) ? '' : '?'}: ${typeOf(field)};`
    })
}

const inChannel = ({ $defs }: ProtocolSchema, channel: string) =>
  Object.entries($defs).flatMap(([name, definition]) => (name.startsWith(`${channel}.`) ? [definition] : []))

/** Declarations of the message bodies, under the names that src/host/types.ts imports. */
export function declarations(schema: ProtocolSchema): string {
  const bodies = (name: string, channel: string) => {
    const lines = inChannel(schema, channel).map((definition) => {
      const fields = fieldsOf(definition as Shape)
      return `  /** ${definition.description} */\n  ${definition.title}: {${fields.map((field) => `\n    ${field}`).join('')}${fields.length > 0 ? '\n  ' : ''}}`
    })
    return `export interface ${name} {\n${lines.join('\n')}\n}`
  }
  return [
    bodies('HostBodies', 'host'),
    bodies('FrameBodies', 'frame'),
    "export type State = HostBodies['restore']['state']",
  ].join('\n\n')
}

/** The published v1.d.ts: the element's own types, with the messages instead of their import. */
export const typings = (schema: ProtocolSchema, own: string): string =>
  own.replace(/^import type \{[^}]*\} from '@\/embed\/protocol'$/m, () => declarations(schema))

/** Limits of numbers and lengths, in short. */
function limitsOf({ minimum, exclusiveMinimum, maximum, maxLength, maxItems }: Shape): string {
  const low = minimum ?? (exclusiveMinimum === undefined ? undefined : `above ${exclusiveMinimum}`)
  const most = maxLength ?? maxItems
  if (most !== undefined) return `, at most ${most}`
  if (low === undefined) return ''
  return maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? `, from ${low}` : `, ${low} to ${maximum}`
}

const CHANNELS = [
  ['window', 'On the window, before the port'],
  ['host', 'From the host, on the port'],
  ['frame', 'From the frame, on the port'],
] as const

function chapterOf({ title, description, direction, answer, examples, ...shape }: MessageSchema, channel: string): string {
  const { properties = {}, required = [] } = shape as Shape
  const rows = Object.entries(properties)
    .filter(([name]) => !ENVELOPE.has(name))
    .map(([name, field]) => {
      const type = field.properties ? 'object' : typeOf(field) + limitsOf(field)
      return `| \`${name}\`${required.includes(name) ? '' : '?'} | ${type.replaceAll('|', '\\|')} | ${(field.description ?? '').replaceAll('|', '\\|')} |`
    })
  return [
    `**\`${title}\`**${channel === 'window' ? ` (${direction})` : ''}${answer ? ` → \`${answer}\`` : ''}: ${description}`,
    ...(rows.length > 0 ? ['', '| field | | |', '| --- | --- | --- |', ...rows] : []),
    '',
    '```json',
    JSON.stringify(examples[0]),
    '```',
  ].join('\n')
}

/** Every message with its fields and an example, as Markdown. */
export const messageReference = (schema: ProtocolSchema): string =>
  CHANNELS.flatMap(([channel, heading]) => [
    `### ${heading}`,
    ...inChannel(schema, channel).map((definition) => chapterOf(definition, channel)),
  ]).join('\n\n')
