// The line to the page that holds the frame: one `connect` from the parent, then a port of our own; whatever else arrives is dropped.
import { PROTOCOL } from './name'
import type { FrameMessage, HostMessage } from './protocol'

/** A message as it is written: the envelope is added when it is sent. */
type Body<T> = T extends unknown ? Omit<T, 'm' | 'id'> : never
export type Outgoing = Body<FrameMessage>

export interface Link {
  /** Sends on the port; before there is one, nothing. */
  send(message: Outgoing, transfer?: Transferable[]): void
  /** The host's random word, null before it has connected. */
  nonce(): string | null
  close(): void
}

const RATE = 120 // messages a second; more are dropped

interface LinkOptions {
  slug: string
  cid: string | undefined
  onConnect(): void
  onMessage(message: HostMessage): void
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

export function openLink({ slug, cid, onConnect, onMessage }: LinkOptions, self: Window = window): Link {
  let port: MessagePort | null = null
  let nonce: string | null = null
  const host = self.parent
  const hello = () => host.postMessage({ m: PROTOCOL, type: 'hello', slug, ...(cid !== undefined && { cid }) }, '*')
  const fitsWindow = rateLimit(RATE)
  const fitsPort = rateLimit(RATE)

  // What messages must look like is loaded with the first of them: a frame that nobody speaks to can do without. Order is kept.
  let protocol: Promise<typeof import('./protocol')> | undefined
  const judged = (judge: (protocol: typeof import('./protocol')) => void) => {
    protocol ??= import('./protocol')
    protocol.then(judge, () => {}) // not to be had: nothing is taken
  }

  function onWindow({ source, data, ports }: MessageEvent): void {
    if (source !== host || port !== null || data?.m !== PROTOCOL || !fitsWindow()) return
    judged(({ read, windowMessages }) => {
      const message = read(windowMessages, data)
      if (port !== null || message === null || message.type === 'hello' || (message.cid !== undefined && message.cid !== cid))
        return
      if (message.type === 'ping') hello()
      else if (ports[0] !== undefined) connect(ports[0], message.nonce)
    })
  }

  function connect(given: MessagePort, word: string): void {
    port = given
    nonce = word
    port.onmessage = ({ data }) => {
      if (!fitsPort()) return
      judged(({ read, hostMessages }) => {
        const received = read(hostMessages, data)
        if (received !== null) onMessage(received)
      })
    }
    onConnect()
  }

  if (host !== self) {
    self.addEventListener('message', onWindow)
    hello()
  }
  return {
    send: (message, transfer = []) => port?.postMessage({ m: PROTOCOL, ...message }, transfer),
    nonce: () => nonce,
    close() {
      self.removeEventListener('message', onWindow)
      port?.close()
    },
  }
}
