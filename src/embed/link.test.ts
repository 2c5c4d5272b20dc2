import { afterEach, expect, it, vi } from 'vitest'
import { type Link, openLink } from './link'
import { PROTOCOL } from './name'
import type { HostMessage } from './protocol'
import './read' // otherwise loaded with the first message; imported here so that no test waits for a disk

const m = PROTOCOL
type Listener = (event: { source: unknown; data: unknown; ports: MessagePort[] }) => void
const open: Link[] = []
const channels: MessageChannel[] = []
afterEach(() => {
  for (const link of open.splice(0)) link.close()
  for (const { port1 } of channels.splice(0)) port1.close()
})

/** A frame in a page that records what it is told. */
function frame(cid?: string) {
  const told: unknown[] = []
  const received: { message: HostMessage; unknown: readonly string[] }[] = []
  const listeners = new Set<Listener>()
  let connected = 0
  const parent = { postMessage: (data: unknown) => told.push(data) }
  const self = {
    parent,
    addEventListener: (_type: string, listener: Listener) => listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) => listeners.delete(listener),
  }
  const link = openLink(
    { slug: 'apg', cid, onConnect: () => connected++, onMessage: (message, unknown) => received.push({ message, unknown }) },
    self as never,
  )
  open.push(link)
  const post = (data: unknown, source: unknown = parent, ports: MessagePort[] = []) => {
    for (const listener of listeners) listener({ source, data, ports })
  }
  const connect = (data: object = { m, type: 'connect', nonce: 'n1' }, source: unknown = parent) => {
    const channel = new MessageChannel()
    channels.push(channel)
    post(data, source, [channel.port2])
    return channel.port1
  }
  return { link, told, received, post, connect, connections: () => connected }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 60))

it('says hello at once and again when it is asked', async () => {
  const { told, post } = frame('left')
  expect(told).toEqual([{ m, type: 'hello', slug: 'apg', cid: 'left' }])
  post({ m, type: 'ping' })
  post({ m, type: 'ping', cid: 'right' })
  await soon()
  expect(told).toHaveLength(2)
})

it('takes one connection, from the page that holds it and for its own channel', async () => {
  const { link, connect, connections } = frame('left')
  connect(undefined, {})
  connect({ m, type: 'connect', nonce: 'n1', cid: 'right' })
  connect({ m, type: 'connect' })
  await soon()
  expect([connections(), link.nonce()]).toEqual([0, null])
  connect({ m, type: 'connect', nonce: 'n1', cid: 'left' })
  connect({ m, type: 'connect', nonce: 'n2', cid: 'left' })
  await soon()
  expect([connections(), link.nonce()]).toEqual([1, 'n1'])
})

it('hears the port alone, and answers what it cannot use', async () => {
  const { received, post, connect, told } = frame()
  const port = connect()
  const heard: Record<string, unknown>[] = []
  port.onmessage = ({ data }) => heard.push(data)
  await soon()
  post({ m, type: 'get' })
  post({ m, type: 'ping' })
  port.postMessage({ m, type: 'get', id: 1, more: 1 })
  port.postMessage({ m, type: 'set', id: 2, params: { alpha: {} } })
  port.postMessage({ m, type: 'jump', id: 3 })
  port.postMessage({ m, type: 'set', t: -1 })
  port.postMessage('slide:start')
  await vi.waitFor(() => expect(heard).toHaveLength(3), 20_000)
  expect(received).toEqual([{ message: { m, type: 'get', id: 1 }, unknown: ['more'] }])
  expect(told).toHaveLength(1)
  expect(heard.map(({ type, re, code, field }) => [type, re, code, field])).toEqual([
    ['problem', 2, 'bad-message', 'params.alpha'],
    ['problem', 3, 'unknown-message', 'type'],
    ['problem', undefined, 'bad-message', 't'],
  ])
})

it('takes 120 messages a second; of a flood the newest come, in order, and those that are dropped are answered', async () => {
  const { received, connect } = frame()
  const port = connect()
  const heard: Record<string, unknown>[] = []
  port.onmessage = ({ data }) => heard.push(data)
  await soon()
  const numbers = () => received.map(({ message }) => message.id)
  const second = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000) // a new one, however long the burst takes
  for (let id = 1; id <= 400; id++) port.postMessage({ m, type: 'get', id })
  await vi.waitFor(() => expect(heard).toHaveLength(160), 20_000)
  expect(numbers()).toEqual(Array.from({ length: 120 }, (_, k) => 1 + k))
  second.mockRestore()
  await vi.waitFor(() => expect(received).toHaveLength(240), 20_000)
  expect(numbers().slice(120)).toEqual(Array.from({ length: 120 }, (_, k) => 281 + k))
  expect(heard.map(({ re }) => re)).toEqual(Array.from({ length: 160 }, (_, k) => 121 + k))
  expect(heard[0]).toMatchObject({ type: 'problem', code: 'flood', fatal: false })
})

it('is silent before it is connected and where nothing holds it', async () => {
  const { link, connect } = frame()
  link.send({ type: 'activate' })
  const heard: unknown[] = []
  const port = connect()
  await soon()
  port.onmessage = ({ data }) => heard.push(data)
  link.send({ type: 'edge', dir: 'next' })
  await soon()
  expect(heard).toEqual([{ m, type: 'edge', dir: 'next' }])
  const alone = {
    addEventListener: () => expect.unreachable(),
    removeEventListener() {},
    postMessage: () => expect.unreachable(),
  }
  open.push(openLink({ slug: 'apg', cid: undefined, onConnect() {}, onMessage() {} }, { ...alone, get parent() { return this } } as never)) // biome-ignore format: one thing
})
