// The line to the page that holds the frame: one `connect` from the parent, then a private port; everything else is dropped.
import { messages } from '@/messages'
import { PROTOCOL } from './name'
import type { FrameMessage, HostMessage } from './protocol'

/** A message without its envelope, which is added on sending. */
type Body<T> = T extends unknown ? Omit<T, 'm' | 'id'> : never
export type Outgoing = Body<FrameMessage>

export interface Link {
  /** Sends on the port; does nothing before there is one. */
  send(message: Outgoing, transfer?: Transferable[]): void
  /** The host's random word; null before it has connected. */
  nonce(): string | null
  close(): void
}

const RATE = 120 // messages a second; of further ones the newest 120 wait for the next second

interface LinkOptions {
  slug: string
  cid: string | undefined
  onConnect(): void
  /** `unknown`: names of ignored fields. */
  onMessage(message: HostMessage, unknown: readonly string[]): void
}

/** Counts what arrives in each second. */
function rateLimit(most: number): () => boolean {
  let [from, count] = [0, 0]
  return () => {
    const now = performance.now()
    if (now - from >= 1000) [from, count] = [now, 0]
    return ++count <= most
  }
}

/** Lets `most` through each second. Of further ones the newest wait for the next second, and older ones are dropped. */
function paced<T>(most: number, act: (one: T) => void, drop: (one: T) => void): (one: T) => void {
  const fits = rateLimit(most)
  const waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  function serve(): void {
    timer = undefined
    while (waiting[0] !== undefined && fits()) act(waiting.shift() as T)
    if (waiting.length > 0) timer = setTimeout(serve, 1000)
  }
  return (one) => {
    if (timer === undefined && fits()) act(one)
    else {
      waiting.push(one)
      if (waiting.length > most) drop(waiting.shift() as T)
      timer ??= setTimeout(serve, 1000)
    }
  }
}

/** The number for an answer to name, from a message that has not been checked yet. */
const idOf = (data: unknown): { re?: number } => {
  const id = (data as { id?: unknown } | null)?.id
  return Number.isSafeInteger(id) ? { re: id as number } : {}
}

export function openLink({ slug, cid, onConnect, onMessage }: LinkOptions, self: Window = window): Link {
  let port: MessagePort | null = null
  let nonce: string | null = null
  const host = self.parent
  const hello = () => host.postMessage({ m: PROTOCOL, type: 'hello', slug, ...(cid !== undefined && { cid }) }, '*')
  const fitsWindow = rateLimit(RATE)

  // The rules for messages are loaded with the first message: a frame that nobody speaks to does without them. Order is kept.
  let reader: Promise<Pick<typeof import('./read'), 'read'>> | undefined
  const judged = (judge: (read: typeof import('./read').read) => void, fail = () => {}) => {
    reader ??= import('./read')
    reader.then(({ read }) => judge(read)).catch(fail)
  }
  const refuse = (data: unknown, code: string, message: string) =>
    send({ type: 'problem', code, message, fatal: false, ...idOf(data) })

  function onWindow({ source, data, ports }: MessageEvent): void {
    if (source !== host || port !== null || data?.m !== PROTOCOL || !fitsWindow()) return
    judged((read) => {
      const reading = read('window', data)
      if (port !== null || reading === null || 'fault' in reading) return
      const { message } = reading
      if (message.type === 'hello' || (message.cid !== undefined && message.cid !== cid)) return
      if (message.type === 'ping') hello()
      else if (ports[0] !== undefined) connect(ports[0], message.nonce)
    })
  }

  function connect(given: MessagePort, word: string): void {
    port = given
    nonce = word
    const receive = paced<unknown>(
      RATE,
      (data) =>
        judged(
          (read) => {
            const reading = read('host', data)
            if (reading === null) return
            if ('message' in reading) onMessage(reading.message, reading.unknown)
            else send({ type: 'problem', ...reading.fault, fatal: false, ...(reading.re !== undefined && { re: reading.re }) })
          },
          () => refuse(data, 'load', messages.embed.unread),
        ),
      (data) => refuse(data, 'flood', messages.embed.flood),
    )
    port.onmessage = ({ data }) => data?.m === PROTOCOL && receive(data)
    onConnect()
  }

  const send: Link['send'] = (message, transfer = []) => port?.postMessage({ m: PROTOCOL, ...message }, transfer)

  if (host !== self) {
    self.addEventListener('message', onWindow)
    hello()
  }
  return {
    send,
    nonce: () => nonce,
    close() {
      self.removeEventListener('message', onWindow)
      port?.close()
    },
  }
}
