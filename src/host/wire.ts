// The line to one frame: it says hello on the window and is sent a port; everything after that goes through the port.
import type { FrameMessage } from '@/embed/protocol'
import { words } from './look'

export interface Wire {
  /** Resolves to the frame's answer; rejects if the frame is gone, silent, or refuses. */
  ask(type: string, body?: object): Promise<FrameMessage>
  tell(type: string, body?: object): void
  close(): void
}

const PROTOCOL = 'momentarium/1'
const SILENCE = 8000 // ms without an answer or a sign that it is on its way
const TICK = 250 // ms
const GRACE = 4 // ticks: a greeting may come a little after its page has loaded
interface Waiting {
  answer(message: FrameMessage): void
  refuse(error: Error): void
  timer?: number
}

/** A frame that cannot affect its page. `own`: as a part of this site, which its service worker and workers know; only for pages of the site. */
export function frameAt(address: string, own: boolean): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  if (!own) frame.setAttribute('sandbox', 'allow-scripts allow-downloads')
  frame.allow = 'fullscreen'
  frame.referrerPolicy = 'no-referrer'
  frame.tabIndex = -1 // the button before it is the one tab stop
  frame.src = address
  return frame
}

/**
 * A frame may be loaded again at any time and then has a new port: the port that brings `ready` with its own random word counts. A frame that is not
 * ready after `patience` ms, or that has loaded something else, is a fatal problem, as if it had reported one.
 */
export function openWire(frame: HTMLIFrameElement, patience: number, onMessage: (message: FrameMessage) => void): Wire {
  const waiting = new Map<number, Waiting>()
  let port: MessagePort | undefined
  let count = 0
  let greeted = false
  let isStranger = false
  let ticks = patience / TICK

  frame.onload = () => {
    isStranger = !greeted
    if (isStranger) ticks = GRACE
  }
  /** Counts only time in sight: browsers give hidden pages no time to draw. */
  function wait(): void {
    if (document.hidden || --ticks > 0) return
    clearInterval(waits)
    const [code, message] = isStranger ? (['no-demo', words.none] as const) : (['timeout', words.silent] as const)
    onMessage({ m: PROTOCOL, type: 'problem', code, message, fatal: true })
  }
  const waits = setInterval(wait, TICK)

  function hangUp(): void {
    port?.close()
    port = undefined
    for (const id of waiting.keys()) take(id)?.refuse(new Error(words.silent))
  }
  function take(id: number | undefined): Waiting | undefined {
    const asked = waiting.get(id as number)
    clearTimeout(asked?.timer)
    waiting.delete(id as number)
    return asked
  }
  /** Waits for each answer separately. */
  function expect(id: number, asked: Waiting): void {
    clearTimeout(asked.timer)
    waiting.set(id, asked)
    asked.timer = window.setTimeout(() => take(id)?.refuse(new Error(words.silent)), SILENCE)
  }
  function onWindow({ source, origin, data }: MessageEvent): void {
    if (
      !frame.contentWindow ||
      source !== frame.contentWindow ||
      (origin !== 'null' && origin !== location.origin) ||
      data?.m !== PROTOCOL ||
      data.type !== 'hello' ||
      !data.slug // the page of a host that knows no such demo
    )
      return
    if (isStranger) ticks = patience / TICK
    greeted = true
    isStranger = false
    const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-')
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data: message }) => {
      if (message?.m !== PROTOCOL) return
      if (port1 !== port) {
        const isReady = message.type === 'ready' && message.nonce === nonce
        if (!isReady && !(message.type === 'problem' && message.fatal)) return
        clearInterval(waits)
        hangUp()
        port = port1
      }
      const asked = waiting.get(message.re)
      if (asked && message.type === 'progress') expect(message.re, asked)
      else if (message.type === 'problem') take(message.re)?.refuse(Object.assign(new Error(message.message), message))
      else take(message.re)?.answer(message)
      onMessage(message)
    }
    // '*': a sandboxed frame has no origin to name
    frame.contentWindow.postMessage({ m: PROTOCOL, type: 'connect', nonce }, '*', [port2])
  }

  const tell = (type: string, body?: object): void => port?.postMessage({ ...body, m: PROTOCOL, type })
  addEventListener('message', onWindow)
  return {
    tell,
    ask: (type, body) =>
      new Promise((answer, refuse) => {
        const id = ++count
        tell(type, { ...body, id }) // throws if something cannot be sent; then nobody waits
        expect(id, { answer, refuse })
      }),
    close() {
      removeEventListener('message', onWindow)
      clearInterval(waits)
      hangUp()
    },
  }
}
