import Ajv2020 from 'ajv/dist/2020'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { frameMessages, hostMessages, jsonSchema, PROTOCOL, read, windowMessages } from './protocol'

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
  { m, type: 'restore', state: { ...state, more: 1 } },
  { m, type: 'restore' },
  { m, type: 'player', do: 'explode' },
  { m, type: 'lecture', do: 'goto', step: -1 },
  { m, type: 'observe', keys: 'alpha' },
  { m, type: 'observe', keys: [], hz: 31 },
  { m, type: 'capture', format: 'exe' },
  { m, type: 'focus', where: 'everywhere' },
  { m, type: 'visibility' },
]
const anyOf = [windowMessages, hostMessages, frameMessages] as const
const isTaken = (message: unknown) => anyOf.some((schema) => read(schema as never, message) !== null)
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
    expect(anyOf.map((schema) => read(schema as never, odd))).toEqual([null, null, null])
  }
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withMap: true, withTypedArray: true }), (data) => !isTaken(data)),
    { numRuns: 500 },
  )
})

it('refuses what is too large', () => {
  expect(read(hostMessages, { m, type: 'set', params: { alpha: 'x'.repeat(5000) } })).toBeNull()
  expect(read(hostMessages, { m, type: 'get', ballast: 'x'.repeat(300_000) })).toBeNull()
  const many = Object.fromEntries(Array.from({ length: 129 }, (_, k) => [`p${k}`, k]))
  expect(read(hostMessages, { m, type: 'set', params: many })).toBeNull()
})
