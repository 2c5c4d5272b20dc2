import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Workbench } from '@/engine'
import { readPlace } from '@/session/address'
import { createSession } from '@/session/session'
import { logistic } from '../../tests/support/logistic'
import { commandsFor } from './commands'
import { between } from './ease'
import { type HostMessage, hostMessages, PROTOCOL, read } from './protocol'
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
  const bench = new Workbench(
    () => null,
    async () => logistic,
  )
  const session = createSession(logistic, place, notes, bench)
  const sent: Record<string, unknown>[] = []
  const link = { send: (message: object) => sent.push({ ...message }), nonce: () => 'n', close() {} }
  const around = { dress() {}, focus() {}, capture: async () => expect.unreachable(), reducedMotion: () => true }
  const commands = commandsFor(session, link, around)
  reportsOf(session, link, commands.source)
  vi.advanceTimersByTime(50)
  const ask = (message: Omit<HostMessage, 'm'> & Record<string, unknown>) => {
    sent.length = 0
    commands.handle({ m: PROTOCOL, ...message } as HostMessage)
    return sent.find((answer) => answer.re === message.id)
  }
  const state = () => ask({ type: 'get', id: 99 })?.state as Record<string, unknown>
  return { session, commands, sent, ask, state }
}

it('sets what it can use, clamped, and says what it used', () => {
  const { ask, state } = frame()
  expect(ask({ type: 'set', id: 1, params: { rate: 99, start: 'x', nothing: 1, constructor: 1 }, t: 5 })).toEqual({
    type: 'ok',
    re: 1,
    params: { rate: 10, start: 0.3 },
    t: 5,
  })
  expect(state()).toMatchObject({ slug: 'logistic', v: 1, params: { rate: 10, start: 0.3 }, t: 5 })
})

it('brings a state back by equality', () => {
  const { ask, state, session } = frame()
  ask({ type: 'set', params: { rate: 3.21, trail: false }, t: 7 })
  const kept = state()
  ask({ type: 'set', params: { rate: 2, start: 0.9 }, t: 1 })
  expect(ask({ type: 'restore', id: 2, state: kept })).toEqual({ type: 'ok', re: 2 })
  expect(state()).toEqual(kept)
  expect(session.store.getState().past).toEqual([])
  expect(ask({ type: 'restore', id: 3, state: { ...kept, slug: 'other' } })).toBeUndefined()
})

it('is undone only where the host wants that', () => {
  const { ask, session } = frame()
  ask({ type: 'set', params: { rate: 2 } })
  expect(session.store.getState().past).toHaveLength(0)
  ask({ type: 'set', params: { rate: 3 }, undoable: true })
  session.undo()
  expect(session.store.getState().params.rate).toBe(2)
})

it('stands at a lecture step in one way, whichever way it came there', () => {
  const count = logistic.lecture.length
  expect(count).toBeGreaterThan(1)
  const straight = frame()
  for (let k = 0; k < count; k++) straight.ask({ type: 'lecture', do: 'goto', step: k })
  const jumped = frame()
  jumped.ask({ type: 'lecture', do: 'goto', step: count - 1 })
  const wandered = frame()
  wandered.ask({ type: 'lecture', do: 'goto', step: count - 1 })
  wandered.session.change({ rate: 1.5, start: 0.7 }, 'hand')
  wandered.ask({ type: 'lecture', do: 'goto', step: 0 })
  const answer = wandered.ask({ type: 'lecture', do: 'goto', id: 4, step: logistic.lecture[count - 1]?.id })
  expect(answer).toMatchObject({ index: count - 1, count, atEnd: true })
  expect(jumped.state()).toEqual(straight.state())
  expect(wandered.state()).toEqual(straight.state())
})

it('keeps the visitor’s own values where the host asks for that', () => {
  const { ask, session } = frame()
  ask({ type: 'lecture', do: 'goto', step: 0 })
  session.change({ start: 0.77 }, 'hand')
  ask({ type: 'lecture', do: 'goto', step: 1, keep: true })
  const named = { ...logistic.lecture[1]?.params, ...(logistic.lecture[1]?.preset && { start: 'named' }) }
  if (!('start' in named)) expect(session.store.getState().params.start).toBe(0.77)
  expect(session.store.getState().lecture).toBe(1)
})

it('tells who changed what, the last change always, and the lecture’s words', () => {
  const { ask, session, sent } = frame()
  ask({ type: 'set', params: { rate: 2 } })
  sent.length = 0
  vi.advanceTimersByTime(200)
  session.change({ rate: 2.1 }, 'hand')
  session.change({ rate: 2.2 }, 'hand')
  session.change({ rate: 2.3 }, 'hand')
  vi.advanceTimersByTime(200)
  const changes = sent.filter(({ type }) => type === 'change')
  expect(changes.length).toBeLessThan(3)
  expect(changes.at(-1)).toEqual({ type: 'change', params: { rate: 2.3 }, source: 'user' })
  ask({ type: 'lecture', do: 'goto', step: 0 })
  expect(sent.find(({ type }) => type === 'step')).toMatchObject({ index: 0, count: logistic.lecture.length })
})

it('stops its clock while it is not active', () => {
  const { ask, session } = frame('t=0')
  ask({ type: 'player', do: 'play' })
  ask({ type: 'visibility', visible: false })
  expect(session.store.getState().playing).toBe(false)
  ask({ type: 'visibility', visible: true, active: true })
  expect(session.store.getState().playing).toBe(true)
})

it('survives 2,000 messages of chance; those of the wrong shape change nothing', () => {
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
  fc.assert(
    fc.property(body, (data) => {
      const before = JSON.stringify(state())
      const message = read(hostMessages, data)
      if (message !== null) commands.handle(message)
      else if (JSON.stringify(state()) !== before) return false
      const { rate, start, steps, trail } = (state() as { params: Record<string, unknown> }).params
      return [rate, start, steps].every(Number.isFinite) && typeof trail === 'boolean'
    }),
    { numRuns: 2000 },
  )
})

it('glides from one set of parameters to another', () => {
  const { session } = frame()
  const from = session.store.getState().params
  const to = { ...from, rate: 2, steps: 50 }
  expect(between(logistic, from, to, 0.5)).toMatchObject({ rate: (3.9 + 2) / 2, steps: from.steps })
  expect(between(logistic, from, to, 1).rate).toBe(2)
})
