// A frame out of sight that draws a state in another size or theme, and its answers. The page itself goes on undisturbed.
import type { HostBodies } from '@/embed/protocol'

export interface Taken {
  file: File
  notes: string[]
}
export interface ExportFrame {
  /** What `capture` of the frame makes. `tell` reports the share that is done. */
  take(wish: HostBodies['capture'], tell?: (done: number) => void): Promise<Taken>
  /** Goes to a stop of the lesson, such as `valley:answer`, or changes words of the address. */
  ask(type: 'lecture' | 'set', body: object): Promise<unknown>
  /** Ends what it is doing: nothing of it is left. */
  close(): void
}

const PROTOCOL = 'momentarium/1'
const PATIENCE = 30_000 // ms until it is ready

interface Asked {
  answer(message: Answer): void
  refuse(error: Error): void
  tell?: ((done: number) => void) | undefined
}
interface Answer {
  type: string
  re?: number
  message?: string
  mime?: string
  name?: string
  data?: ArrayBuffer
  done?: number
  notes?: { message: string }[]
  nonce?: string
  fatal?: boolean
}

/** Opens the frame at `address` in CSS pixels; resolves when it can be asked. Once it is closed, whoever waits is told `closed`. */
export function openFrame(address: string, width: number, height: number, closed: string): Promise<ExportFrame> {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.tabIndex = -1
  frame.inert = true
  frame.ariaHidden = 'true'
  // within the window but invisible: browsers give no time to frames outside it
  frame.style.cssText = `position:fixed;top:0;left:0;border:0;opacity:0;pointer-events:none;z-index:-1;width:${width}px;height:${height}px`
  const waiting = new Map<number, Asked>()
  const { port1, port2 } = new MessageChannel()
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-')
  let count = 0

  const send = (type: string, body: object, tell?: (done: number) => void) =>
    new Promise<Answer>((answer, refuse) => {
      const id = ++count
      waiting.set(id, { answer, refuse, tell })
      port1.postMessage({ ...body, m: PROTOCOL, type, id })
    })
  const opened: ExportFrame = {
    async take(wish, tell) {
      const { data = new ArrayBuffer(), mime = '', name = '', notes = [] } = await send('capture', wish, tell)
      return { file: new File([data], name, { type: mime }), notes: notes.map(({ message }) => message) }
    },
    ask: send,
    close() {
      frame.remove()
      port1.close()
      removeEventListener('message', greet)
      for (const { refuse } of waiting.values()) refuse(new Error(closed))
      waiting.clear()
    },
  }
  function greet({ source, data }: MessageEvent): void {
    if (source !== frame.contentWindow || data?.m !== PROTOCOL || data.type !== 'hello') return
    removeEventListener('message', greet)
    frame.contentWindow?.postMessage({ m: PROTOCOL, type: 'connect', nonce }, '*', [port2])
  }
  return new Promise((resolve, reject) => {
    const fail = (message: string) => {
      opened.close()
      reject(new Error(message))
    }
    const timer = setTimeout(fail, PATIENCE, closed)
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = data.re === undefined ? undefined : waiting.get(data.re)
      if (data.type === 'ready' && data.nonce === nonce) {
        clearTimeout(timer)
        resolve(opened)
      } else if (data.type === 'problem' && data.fatal) fail(data.message ?? '')
      else if (data.type === 'progress') asked?.tell?.(data.done ?? 0)
      else if (asked !== undefined) {
        waiting.delete(data.re as number)
        if (data.type === 'problem') asked.refuse(new Error(data.message))
        else asked.answer(data)
      }
    }
    addEventListener('message', greet)
    document.body.append(frame)
  })
}
