import Ajv2020 from 'ajv/dist/2020'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PROTOCOL } from './name'
import { tables } from './protocol'
import { type Fault, read } from './read'
import { jsonSchema } from './schema'

const m = PROTOCOL
const state = { slug: 'heavy-ball', v: 1, params: { alpha: 0.1, surface: 'bowl', own: true, w: [1, 2] }, seed: 7, t: 'end' }
const good: object[] = [
  { m, type: 'hello', slug: 'heavy-ball', cid: 'left' },
  { m, type: 'ping' },
  { m, type: 'connect', nonce: 'a1', caps: ['keys', 'resize'] },
  { m, type: 'set', id: 3, params: { alpha: 1, 'm.beta': 2 }, t: 4, ui: 'none', theme: 'contrast', undoable: true },
  { m, type: 'get', id: 1 },
  { m, type: 'restore', state },
  { m, type: 'player', do: 'seek', t: 'end', speed: 2 },
  { m, type: 'lecture', do: 'goto', step: 'ripples' },
  { m, type: 'observe', keys: ['alpha', 'rate'], hz: 30 },
  { m, type: 'describe' },
  { m, type: 'capture', format: 'png', width: 800, dpr: 2 },
  { m, type: 'visibility', visible: true, active: false },
  { m, type: 'focus', where: 'canvas' },
  {
    m,
    type: 'ready',
    nonce: 'a1',
    slug: 'apg',
    version: '1.0',
    steps: [{ id: 'a', title: 'A' }],
    ratio: 1.6,
    title: 'A',
    minWidth: 280,
    poster: 'poster.webp',
    caps: [],
    unknown: 1,
  },
  { m, type: 'ok', re: 3, params: { alpha: 1 } },
  { m, type: 'state', re: 1, state },
  { m, type: 'change', params: {}, source: 'lecture' },
  { m, type: 'time', t: 5, playing: false, converged: true },
  { m, type: 'step', step: 'a', index: 0, count: 3, text: 'x' },
  { m, type: 'values', values: { alpha: 1, rate: null } },
  { m, type: 'resize', height: 400 },
  { m, type: 'key', key: 'ArrowRight', shift: true },
  { m, type: 'edge', dir: 'next' },
  { m, type: 'activate' },
  { m, type: 'problem', code: 'timeout', message: 'Too late.', fatal: false },
]
const bad: object[] = [
  { type: 'get' },
  { m: 'momentarium/2', type: 'get' },
  { m, type: 'nothing' },
  { m, type: 'connect' },
  { m, type: 'connect', nonce: 'with space' },
  { m, type: 'set', params: { Alpha: 1 } },
  { m, type: 'set', params: { alpha: null } },
  { m, type: 'set', params: { __proto: 1 } },
  { m, type: 'set', params: { alpha: { deep: 1 } } },
  { m, type: 'set', seed: -1 },
  { m, type: 'set', t: 1.5 },
  { m, type: 'set', scale: 9 },
  { m, type: 'set', id: 0 },
  { m, type: 'restore' },
  { m, type: 'player', do: 'explode' },
  { m, type: 'lecture', do: 'goto', step: -1 },
  { m, type: 'observe', keys: 'alpha' },
  { m, type: 'observe', keys: [], hz: 31 },
  { m, type: 'capture', format: 'exe' },
  { m, type: 'focus', where: 'everywhere' },
  { m, type: 'visibility' },
]
const channels = Object.keys(tables) as (keyof typeof tables)[]
const readings = (message: unknown) => channels.map((channel) => read(channel, message))
const isTaken = (message: unknown) => readings(message).some((reading) => reading !== null && 'message' in reading)
const validate = new Ajv2020({ strict: false }).compile(jsonSchema())

it.each(good)('takes %j, and so does the published schema', (message) => {
  expect(isTaken(message)).toBe(true)
  expect(validate(message), JSON.stringify(validate.errors)).toBe(true)
})

it.each(bad)('refuses %j, and so does the published schema', (message) => {
  expect(isTaken(message)).toBe(false)
  expect(validate(message)).toBe(false)
})

it('never throws, whatever arrives, and takes nothing by chance', () => {
  const round: Record<string, unknown> = { m, type: 'get' }
  round.self = round
  const trap = new Proxy({}, { get: () => { throw new Error('trap') } }) // biome-ignore format: one thing
  for (const odd of [undefined, null, 0, '', 'slide:start', [], round, trap, new Map(), { m, type: 'get', toJSON: 1n }]) {
    expect(isTaken(odd)).toBe(false)
  }
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withMap: true, withTypedArray: true }), (data) => !isTaken(data)),
    { numRuns: 500 },
  )
})

const examples = Object.values(jsonSchema().$defs)
it('has an example of each message, which is one', () => {
  for (const {
    title,
    examples: [example],
  } of examples) {
    // biome-ignore format: one thing
    expect(isTaken(example), title).toBe(true)
    expect(validate(example), `${title}: ${JSON.stringify(validate.errors)}`).toBe(true)
  }
})

it('says of each message and of each of its fields what it means, who tells it, and what answers it', () => {
  const envelope = ['m', 'id', 're', 'type']
  for (const { title, description, direction, properties } of examples) {
    expect(description, title).toMatch(/\.$/)
    expect(direction).toMatch(/^(host → frame|frame → host)$/)
    for (const [name, field] of Object.entries(properties))
      if (!envelope.includes(name)) expect(field.description, `${title}.${name}`).toMatch(/\.$/)
  }
  expect(jsonSchema().$defs['host.get']).toMatchObject({ direction: 'host → frame', answer: 'state' })
})

const faultOf = (message: object) => {
  const reading = read('host', { m, id: 8, ...message })
  return reading !== null && 'fault' in reading ? { ...reading.fault, re: reading.re } : null
}
it.each<[object, Partial<Fault>]>([
  [
    { type: 'set', seed: -1 },
    { field: 'seed', given: '-1', allowed: 'a whole number from 0 to 4294967295' },
  ],
  [
    { type: 'set', t: 1.5 },
    { field: 't', given: '1.5', allowed: 'a whole number from 0, or "end"' },
  ],
  [
    { type: 'set', params: { alpha: {} } },
    { field: 'params.alpha', given: '{}' },
  ],
  [
    { type: 'set', params: { alpha: Number.NaN } },
    { field: 'params.alpha', given: 'NaN' },
  ],
  [
    { type: 'player', do: 'seek', t: 1.5 },
    { field: 't', given: '1.5' },
  ],
  [
    { type: 'restore', state: {} },
    { field: 'state.slug', given: 'undefined', allowed: 'the name of a demo' },
  ],
  [{ type: 'restore' }, { field: 'state', allowed: 'what `get` has answered' }],
  [
    { type: 'lecture', do: 'goto', step: 'two words' },
    { field: 'step', given: '"two words"' },
  ],
  [
    { type: 'capture', format: 'jpg' },
    { field: 'format', given: '"jpg"', allowed: 'one of png, webp, svg, csv, json, data, mp4, webm, gif, frames' },
  ],
  [
    { type: 'observe', keys: 'beta' },
    { field: 'keys', given: '"beta"', allowed: 'a list of at most 64 names' },
  ],
  [
    { type: 'observe', keys: [], hz: 99 },
    { field: 'hz', given: '99', allowed: 'a number above 0, at most 30' },
  ],
  [{ type: 'jump' }, { code: 'unknown-message', field: 'type', given: '"jump"' }],
  [{ type: 'constructor' }, { code: 'unknown-message' }],
  [{}, { code: 'unknown-message', given: 'undefined' }],
  [{ type: 'get', ballast: 'x'.repeat(300_000) }, { code: 'too-large' }],
])('says what is wrong with %j', (message, wanted) => {
  const fault = faultOf(message)
  expect(fault).toMatchObject({ re: 8, code: 'bad-message', ...wanted })
  if (wanted.allowed) expect(fault?.message).toContain(`${wanted.field} `)
  expect(fault?.message).toMatch(/\.$/)
})

it('does what it knows of a message, and names the fields that it does not know', () => {
  const state = { slug: 'apg', v: 1, params: {}, seed: 0, t: 3, more: 1 }
  expect(read('host', { m, type: 'restore', state, extra: 2 })).toEqual({
    message: { m, type: 'restore', state: { slug: 'apg', v: 1, params: {}, seed: 0, t: 3 } },
    unknown: ['state.more', 'extra'],
  })
})

it('refuses what is too large', () => {
  expect(faultOf({ type: 'set', params: { alpha: 'x'.repeat(5000) } })?.field).toBe('params.alpha')
  const many = Object.fromEntries(Array.from({ length: 129 }, (_, k) => [`p${k}`, k]))
  expect(faultOf({ type: 'set', params: many })).toMatchObject({ field: 'params', allowed: 'values by name, at most 128' })
})
