import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WorkerClient } from '@/engine'
import { readPlace } from '@/session/address'
import { between } from '@/session/ease'
import { createSession } from '@/session/session'
import { logistic } from '../../tests/support/logistic'
import { commandsFor, type Surroundings } from './commands'
import { PROTOCOL } from './name'
import type { HostMessage } from './protocol'
import { read } from './read'
import { reportsOf } from './reports'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) => setTimeout(() => run(performance.now()), 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  vi.stubGlobal('window', globalThis)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function frame(query = '') {
  const { place, notes } = readPlace(logistic, query)
  const client = new WorkerClient(
    () => null,
    async () => logistic,
  )
  const session = createSession(logistic, place, notes, client)
  const sent: Record<string, unknown>[] = []
  const link = { send: (message: object) => sent.push({ ...message }), nonce: () => 'n', close() {} }
  const dressed: object[] = []
  const around: Surroundings = {
    dress: (looks) => dressed.push(looks),
    focus() {},
    observe: (keys, hz) => reports.observe(keys, hz),
    capture: async ({ format }) => {
      if (format === 'png') await new Promise((resolve) => setTimeout(resolve, 2500))
      throw new Error('No picture.')
    },
    reducedMotion: () => true,
  }
  const commands = commandsFor(session, link, around)
  const reports = reportsOf(session, link, commands.source)
  vi.advanceTimersByTime(50)
  const ask = async (message: Omit<HostMessage, 'm'> & Record<string, unknown>, unknown: string[] = []) => {
    sent.length = 0
    commands.handle({ m: PROTOCOL, ...message } as HostMessage, unknown)
    await vi.advanceTimersByTimeAsync(20)
    return sent.find((answer) => answer.re === message.id)
  }
  const state = async () => (await ask({ type: 'get', id: 99 }))?.state as Record<string, unknown>
  return { session, commands, sent, ask, state, dressed }
}

it('sets what it can use, clamped, and says what it used instead', async () => {
  const { ask, state } = frame()
  expect(
    await ask({ type: 'set', id: 1, params: { rate: 99, start: 'x', nothing: 1, constructor: 1 }, t: 999, view: 'no' }),
  ).toEqual({
    type: 'ok',
    re: 1,
    params: { rate: 10, start: 0.3 },
    t: 100,
    notes: [
      { field: 'rate', given: '99', used: '10', message: 'rate: 99 is out of range; using 10' },
      { field: 'start', given: 'x', used: '0.3', message: 'start: “x” is not a number; using 0.3' },
      { field: 'nothing', given: '1', message: '“nothing” is no parameter of this demo; ignored' },
      { field: 'constructor', given: '1', message: '“constructor” is no parameter of this demo; ignored' },
      { field: 'view', given: 'no', used: 'main', message: 'view: “no” is not one of the choices; using main' },
      { field: 't', given: '999', used: '100', message: 't: 999 is out of range; using 100' },
    ],
  })
  expect(await state()).toMatchObject({ slug: 'logistic', v: 1, params: { rate: 10, start: 0.3 } })
})

it('clamps t alike, wherever it is told', async () => {
  const { ask, session } = frame('rate=2&t=5000')
  await vi.advanceTimersByTimeAsync(100)
  const last = session.store.getState().step
  expect(last).toBe(100)
  const told = { type: 'ok', t: 100, notes: [{ field: 't', given: '5000' }] }
  expect(await ask({ type: 'set', id: 1, t: 5000 })).toMatchObject(told)
  expect(await ask({ type: 'player', do: 'seek', id: 2, t: 5000 })).toMatchObject(told)
  expect(await ask({ type: 'set', id: 3, words: { t: '5000' } })).toMatchObject(told)
  const kept = { slug: 'logistic', v: 1, params: {}, seed: 0, t: 5000 }
  expect(await ask({ type: 'restore', id: 4, state: kept })).toMatchObject(told)
  expect(await ask({ type: 'set', id: 5, params: { steps: 40 }, t: 70 })).toMatchObject({ t: 40 })
})

it('reads words of the address as there; a word that is taken away is as if it had never been', async () => {
  const { ask, dressed, session } = frame('rate=2&start=0.9&t=3')
  session.change({ start: 0.8 }, 'hand')
  const answer = await ask({
    type: 'set',
    id: 1,
    words: { rate: null, trail: '0', t: '7', ui: 'none', speed: '99', links: null, nothing: '1' },
  })
  expect(answer).toMatchObject({ params: { rate: 3.9, trail: false }, t: 7 })
  expect((answer?.notes as { field: string }[] | undefined)?.map(({ field }) => field)).toEqual(['speed', 'nothing'])
  expect(dressed).toEqual([{ ui: 'none', speed: 64, links: true }])
  expect(session.store.getState().params.start).toBe(0.8)
})

it('brings a state back by equality, and no other demo’s', async () => {
  const { ask, state, session } = frame()
  await ask({ type: 'set', params: { rate: 3.21, trail: false }, t: 7 })
  const kept = await state()
  await ask({ type: 'set', params: { rate: 2, start: 0.9 }, t: 1 })
  expect(await ask({ type: 'restore', id: 2, state: kept })).toEqual({ type: 'ok', re: 2, t: 7 })
  expect(await state()).toEqual(kept)
  expect(session.store.getState().past).toEqual([])
  expect(await ask({ type: 'restore', id: 3, state: { ...kept, slug: 'other' } })).toMatchObject({
    type: 'problem',
    code: 'other-demo',
    field: 'state.slug',
    given: '"other"',
  })
})

it('answers every message that has an id', async () => {
  const { ask } = frame()
  const state = { slug: 'logistic', v: 1, params: { rate: 99 }, seed: 0, t: 1, step: 'gone' }
  const all: [object, object][] = [
    [{ type: 'set' }, { type: 'ok' }],
    [{ type: 'restore', state }, { type: 'ok', notes: [{ field: 'rate' }, { field: 'step' }] }],
    [{ type: 'player', do: 'seek' }, { type: 'problem', field: 't' }],
    [{ type: 'player', do: 'pause', speed: 2 }, { type: 'ok' }],
    [{ type: 'lecture', do: 'goto', step: 'nowhere' }, { type: 'problem', code: 'unknown-step', given: '"nowhere"' }],
    [{ type: 'lecture', do: 'goto', step: 99 }, { type: 'problem', code: 'unknown-step', allowed: 'an index below 2, or one of calm, wild' }],
    [{ type: 'lecture', do: 'prev' }, { type: 'ok', index: 1 }],
    [{ type: 'lecture', do: 'next' }, { type: 'ok', index: 1, atEnd: true }],
    [{ type: 'observe', keys: ['rate', 'x', 'trail', 'odd'] }, { type: 'ok', keys: ['rate', 'x'], notes: [{ given: 'trail' }, { given: 'odd' }] }],
    [{ type: 'describe' }, { type: 'description', description: { outputs: [{ key: 'x' }] } }],
    [{ type: 'visibility', visible: true }, { type: 'ok' }],
    [{ type: 'focus', where: 'first' }, { type: 'ok' }],
    [{ type: 'activate' }, { type: 'ok' }],
    [{ type: 'capture', format: 'svg' }, { type: 'problem', code: 'capture', message: 'No picture.' }],
  ] // biome-ignore format: a table
  for (const [index, [message, answer]] of all.entries())
    expect(await ask({ id: index + 1, ...message } as never), JSON.stringify(message)).toMatchObject({ re: index + 1, ...answer })
  expect(await ask({ type: 'get', id: 50 }, ['more'])).toMatchObject({ type: 'state', notes: [{ field: 'more' }] })
})

it('measures what it shows: the state comes with its readouts, once the picture is that of the state', async () => {
  const { ask } = frame('t=0')
  const set = ask({ type: 'set', params: { rate: 2, start: 0.25 }, t: 1 })
  expect(await Promise.all([set, ask({ type: 'get', id: 2 })])).toMatchObject([
    {},
    { state: { t: 1 }, readouts: { x: 2 * 0.25 * 0.75 } },
  ])
})

it('says that it works on an answer that takes its time', async () => {
  const { ask, sent } = frame()
  await ask({ type: 'capture', format: 'png', id: 7 })
  await vi.advanceTimersByTimeAsync(2600)
  expect(sent.filter(({ re }) => re === 7).map(({ type }) => type)).toEqual(['progress', 'progress', 'problem'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toHaveLength(3)
})

it('is undone only where the host wants that', async () => {
  const { ask, session } = frame()
  await ask({ type: 'set', params: { rate: 2 } })
  expect(session.store.getState().past).toHaveLength(0)
  await ask({ type: 'set', params: { rate: 3 }, undoable: true })
  session.undo()
  expect(session.store.getState().params.rate).toBe(2)
})

it('stands at a lecture step in one way, whichever way it came there', async () => {
  const count = logistic.lecture.length
  expect(count).toBeGreaterThan(1)
  const straight = frame()
  for (let k = 0; k < count; k++) await straight.ask({ type: 'lecture', do: 'goto', step: k })
  const jumped = frame()
  await jumped.ask({ type: 'lecture', do: 'goto', step: count - 1 })
  const wandered = frame()
  await wandered.ask({ type: 'lecture', do: 'goto', step: count - 1 })
  wandered.session.change({ rate: 1.5, start: 0.7 }, 'hand')
  await wandered.ask({ type: 'lecture', do: 'goto', step: 0 })
  const answer = await wandered.ask({ type: 'lecture', do: 'goto', id: 4, step: logistic.lecture[count - 1]?.id })
  expect(answer).toMatchObject({ index: count - 1, count, atEnd: true })
  expect(await jumped.state()).toEqual(await straight.state())
  expect(await wandered.state()).toEqual(await straight.state())
})

it('keeps the visitor’s own values where the host asks for that', async () => {
  const { ask, session } = frame()
  await ask({ type: 'lecture', do: 'goto', step: 0 })
  session.change({ start: 0.77 }, 'hand')
  await ask({ type: 'lecture', do: 'goto', step: 1, keep: true })
  const named = { ...logistic.lecture[1]?.params, ...(logistic.lecture[1]?.preset && { start: 'named' }) }
  if (!('start' in named)) expect(session.store.getState().params.start).toBe(0.77)
  expect(session.store.getState().lecture).toBe(1)
})

it('tells who changed what, the last change always, and the lecture’s words', async () => {
  const { ask, session, sent } = frame()
  await ask({ type: 'set', params: { rate: 2 } })
  sent.length = 0
  vi.advanceTimersByTime(200)
  session.change({ rate: 2.1 }, 'hand')
  session.change({ rate: 2.2 }, 'hand')
  session.change({ rate: 2.3 }, 'hand')
  vi.advanceTimersByTime(200)
  const changes = sent.filter(({ type }) => type === 'change')
  expect(changes.length).toBeLessThan(3)
  expect(changes.at(-1)).toEqual({ type: 'change', params: { rate: 2.3 }, source: 'user' })
  await ask({ type: 'lecture', do: 'goto', step: 0 })
  vi.advanceTimersByTime(50)
  expect(sent.find(({ type }) => type === 'step')).toMatchObject({ index: 0, count: logistic.lecture.length })
})

it('stops its clock while it is not active', async () => {
  const { ask, session } = frame('t=0')
  await ask({ type: 'player', do: 'play' })
  await ask({ type: 'visibility', visible: false })
  expect(session.store.getState().playing).toBe(false)
  await ask({ type: 'visibility', visible: true, active: true })
  expect(session.store.getState().playing).toBe(true)
})

it('survives 2,000 messages of chance; those of the wrong shape change nothing', async () => {
  const { commands, state } = frame()
  const word = fc.oneof(fc.constantFrom(...['rate', 'start', 'steps', 'trail', 'seed', 'constructor', 'toString']), fc.string())
  const body = fc.record(
    {
      m: fc.constant(PROTOCOL),
      type: fc.constantFrom('set', 'get', 'restore', 'player', 'lecture', 'describe', 'visibility', 'focus', 'observe', 'odd'),
      params: fc.oneof(fc.dictionary(word, fc.oneof(fc.double(), fc.boolean(), fc.string(), fc.anything())), fc.anything()),
      t: fc.oneof(fc.nat(), fc.constant('end'), fc.anything()),
      do: fc.constantFrom('play', 'pause', 'seek', 'goto', 'next', 'prev', 'step', 'back', 'explode'),
      step: fc.oneof(fc.nat(9), fc.string(), fc.anything()),
      n: fc.oneof(fc.nat(2_000_000), fc.anything()),
      seed: fc.anything(),
      visible: fc.boolean(),
      where: fc.constantFrom('first', 'nowhere'),
      keys: fc.array(fc.string()),
      state: fc.anything(),
    },
    { requiredKeys: ['m', 'type'] },
  )
  await fc.assert(
    fc.asyncProperty(body, async (data) => {
      const before = JSON.stringify(await state())
      const reading = read('host', data)
      if (reading !== null && 'message' in reading) commands.handle(reading.message, reading.unknown)
      else if (JSON.stringify(await state()) !== before) return false
      const { rate, start, steps, trail } = ((await state()) as { params: Record<string, unknown> }).params
      return [rate, start, steps].every(Number.isFinite) && typeof trail === 'boolean'
    }),
    { numRuns: 2000 },
  )
})

it('glides from one set of parameters to another', async () => {
  const { session } = frame()
  const from = session.store.getState().params
  const to = { ...from, rate: 2, steps: 50 }
  expect(between(logistic, from, to, 0.5)).toMatchObject({ rate: (3.9 + 2) / 2, steps: 50 })
  expect(between(logistic, from, to, 1).rate).toBe(2)
})
