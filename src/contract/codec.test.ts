import { describe, expect, it } from 'vitest'
import { admit, decode, defaultsOf, encode, isShown, merge, parseNumber } from '.'
import { choice, events, formula, integer, number, numbers, places, point, seed, text, toggle } from './schema'

const schema = {
  rate: number({ label: '', doc: '', default: 0.5, min: 0, max: 1, hard: [-2, 2], was: ['eta'] }),
  count: integer({ label: '', doc: '', default: 3, min: 1, max: 9 }),
  method: choice({ label: '', doc: '', options: { a: 'A', b: 'B' }, default: 'a' }),
  trail: toggle({ label: '', doc: '', default: true }),
  start: point({ label: '', doc: '', default: [1, 2], min: [-5, -5], max: [5, 5] }),
  pairs: integer({
    label: '',
    doc: '',
    default: 30,
    min: 10,
    max: 300,
    end: { value: Number.POSITIVE_INFINITY, word: 'exact', text: '∞' },
  }),
  bars: numbers({ label: '', doc: '', names: ['a', 'b'], default: [1, -1], min: -1, max: 2 }),
  shares: numbers({ label: '', doc: '', names: ['a', 'b'], default: [0.5, 0.5], min: 0, max: 1, sum: 1 }),
  seed: seed({ label: '', doc: '', default: 7 }),
  kicks: events({ label: '', doc: '', default: [], strength: { label: '', min: -1, max: 1, default: 1 }, most: 3 }),
  moved: places({ label: '', doc: '', default: [], count: 24, min: [-2, -2], max: [2, 2] }),
  f: formula({ label: '', doc: '', default: 'x', variables: ['x'] }),
  said: text({ label: '', doc: '', default: 'off with', most: 12 }),
}
const defaults = defaultsOf(schema)
const read = (query: string) => decode(schema, new URLSearchParams(query), defaults)

it('writes only differences, in clear', () => {
  expect(encode(schema, defaults, defaults)).toEqual([])
  const changed = { ...defaults, rate: 0.25, trail: false, start: [0, -1.5] as const, kicks: [{ step: 4, strength: 0.5 }] }
  expect(encode(schema, changed, defaults)).toEqual([
    ['rate', '0.25'],
    ['trail', '0'],
    ['start', '0,-1.5'],
    ['kicks', '4:0.5'],
  ])
})

it('keeps a text as it is, spaces and marks too', () => {
  for (const said of ['', ' a  b ', 'no & = ; ? #', '&amp;+%2b é']) {
    const query = new URLSearchParams(encode(schema, { ...defaults, said }, defaults)).toString()
    expect(read(query)).toMatchObject({ params: { said }, notes: [] })
  }
  expect(admit(schema.said, 12)).toEqual({ note: 'wrongType' })
})

it('takes what rounding left of a coordinate for 0', () => {
  expect(admit(schema.start, [2 * Math.cos(Math.PI / 2), 2])).toEqual({ value: [0, 2] })
  expect(admit(schema.start, [1e-9, 2])).toEqual({ value: [1e-9, 2] })
  expect(admit(schema.moved, [{ index: 3, at: [1, -1e-17] }])).toEqual({ value: [{ index: 3, at: [1, 0] }] })
})

it('reads old names', () => expect(read('eta=0.25').params.rate).toBe(0.25))

describe('a value that cannot be used is noted by name, with what is used instead', () => {
  it.each([
    ['rate=3,14', { why: 'notANumber', key: 'rate', given: '3,14', used: '0.5' }],
    ['rate=9', { why: 'outside', key: 'rate', given: '9', used: '2' }],
    ['rate=NaN', { why: 'notANumber' }],
    ['rate=1e999', { why: 'notANumber' }],
    ['count=2.6', { why: 'notWhole', used: '3' }],
    ['method=c', { why: 'notAnOption', used: 'a' }],
    ['method=constructor', { why: 'notAnOption' }],
    ['trail=yes', { why: 'notAToggle', used: '1' }],
    ['start=1', { why: 'notAPoint', used: '1,2' }],
    ['bars=1', { why: 'notNumbers', used: '1,-1' }],
    ['bars=1,2,1', { why: 'notNumbers' }],
    ['bars=1,x', { why: 'notNumbers' }],
    ['bars=9,1', { why: 'outside', used: '2,1' }],
    ['start=9,1', { why: 'outside', used: '5,1' }],
    ['seed=-1', { why: 'outside', used: '0' }],
    ['seed=1.5', { why: 'notWhole', used: '7' }],
    ['kicks=1', { why: 'notEvents' }],
    ['kicks=1:2:3', { why: 'notEvents' }],
    ['moved=7', { why: 'notPlaces' }],
    ['moved=7:1', { why: 'notPlaces' }],
    ['moved=24:1,1', { why: 'notPlaces' }],
    ['moved=1.5:1,1', { why: 'notPlaces' }],
    ['moved=:1,1', { why: 'notPlaces' }],
    ['moved=3:0,0;3:1,1', { why: 'notPlaces' }],
    ['moved=3:0,9', { why: 'outside', used: '3:0,2' }],
    [`f=${'x'.repeat(201)}`, { why: 'tooLong', used: 'x', most: 200 }],
    ['said=thirteen+words', { why: 'tooLong', used: 'off with', most: 12 }],
    ['toString=1', { why: 'unknown', key: 'toString' }],
  ])('%s', (query, note) => expect(read(query).notes).toMatchObject([note]))
})

it('takes slider-free values up to the hard bound silently', () => {
  expect(read('rate=-2')).toMatchObject({ params: { rate: -2 }, notes: [] })
})

it('has a word for the named end of a slider, and takes no other number beyond it', () => {
  const { params, notes } = read('pairs=exact')
  expect([params.pairs, notes]).toEqual([Number.POSITIVE_INFINITY, []])
  expect(encode(schema, params, defaults)).toEqual([['pairs', 'exact']])
  expect(merge(schema, defaults, { pairs: Number.POSITIVE_INFINITY }).pairs).toBe(Number.POSITIVE_INFINITY)
  expect(merge(schema, defaults, { pairs: Number.NEGATIVE_INFINITY }).pairs).toBe(30)
  expect(read('pairs=301')).toMatchObject({ params: { pairs: 300 }, notes: [{ why: 'outside' }] })
  expect(read('rate=exact')).toMatchObject({ notes: [{ why: 'notANumber' }] })
})

it('keeps rows of numbers, and makes shares add up', () => {
  const { params, notes } = read('bars=0.5,2&shares=0.3,0.7')
  expect(params).toMatchObject({ bars: [0.5, 2], shares: [0.3, 0.7] })
  expect(notes).toEqual([])
  expect(encode(schema, params, defaults)).toEqual([
    ['bars', '0.5,2'],
    ['shares', '0.3,0.7'],
  ])
  expect(read('shares=0.2,0.2')).toMatchObject({ params: { shares: [0.5, 0.5] }, notes: [{ why: 'outside', used: '0.5,0.5' }] })
  for (const odd of [null, 1, [1], [1, 2, 3], [1, Number.NaN], ['1', '2']])
    expect(merge(schema, params, { bars: odd }).bars).toEqual([0.5, 2])
})

it('keeps events in order and within bounds', () => {
  expect(read('kicks=9:1;2:-3').params.kicks).toEqual([
    { step: 2, strength: -1 },
    { step: 9, strength: 1 },
  ])
})

it('keeps dragged things by their numbers, in order', () => {
  const { params, notes } = read('moved=7:0.1,-0.5;2:1,1')
  const moved = [
    { index: 2, at: [1, 1] },
    { index: 7, at: [0.1, -0.5] },
  ]
  expect(params.moved).toEqual(moved)
  expect(notes).toMatchObject([{ why: 'outside', used: '2:1,1;7:0.1,-0.5' }])
  expect(encode(schema, params, defaults)).toEqual([['moved', '2:1,1;7:0.1,-0.5']])
  expect(read('moved=').params.moved).toEqual([])
  for (const odd of [null, [null], [{ index: 1 }], [{ at: [1, 1] }], [{ index: 1, at: [1, Number.NaN] }]])
    expect(merge(schema, params, { moved: odd }).moved).toEqual(moved)
})

it('merges what is admissible and leaves the rest', () => {
  expect(merge(schema, defaults, { rate: 'fast', count: 5, nonsense: 1 })).toEqual({ ...defaults, count: 5 })
  expect(admit(schema.rate, -0)).toEqual({ value: 0 })
})

it('reads decimal numbers and nothing else', () => {
  for (const good of ['1', '-1.5', '.5', '2.', '1e-3', '+2E5']) expect(parseNumber(good)).toBe(Number(good))
  for (const bad of ['', ' 1', '0x10', '1_000', 'Infinity', 'NaN', '1e', '--1', '1,5']) expect(parseNumber(bad)).toBeNull()
})

it('shows a control while its condition holds', () => {
  const spec = number({ label: '', doc: '', default: 0, min: 0, max: 1, when: { method: ['a', 'c'], trail: true } })
  expect(isShown(spec, { method: 'a', trail: true })).toBe(true)
  expect(isShown(spec, { method: 'b', trail: true })).toBe(false)
  expect(isShown(spec, { method: 'c', trail: false })).toBe(false)
  const other = toggle({ label: '', doc: '', default: true, when: { fps: { not: 24 } } })
  expect(isShown(other, { fps: 24 })).toBe(false)
  expect(isShown(other, { fps: 30 })).toBe(true)
  const either = toggle({
    label: '',
    doc: '',
    default: true,
    when: [{ tab: 'clip' }, { tab: 'campaign', maker: ['earth', 'own'] }],
  })
  expect(isShown(either, { tab: 'clip', maker: 'other' })).toBe(true)
  expect(isShown(either, { tab: 'campaign', maker: 'own' })).toBe(true)
  expect(isShown(either, { tab: 'campaign', maker: 'other' })).toBe(false)
})

it('finds a parameter by its name in small letters', () => {
  const schema = { betaMax: toggle({ label: '', doc: '', default: false, was: ['bm'] }) }
  for (const name of ['betaMax', 'betamax', 'bm'])
    expect(decode(schema, [[name, '1']], { betaMax: false }).params.betaMax).toBe(true)
  expect(decode(schema, [['BETAMAX', '1']], { betaMax: false }).notes[0]?.why).toBe('unknown')
})
