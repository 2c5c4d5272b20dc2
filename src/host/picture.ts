// Pictures of states that are not on screen, for paper: hidden frames draw them, one after the other.
import type { FrameMessage } from '@/embed/protocol'
import { words } from './look'
import { frameAt, openWire } from './wire'

export interface Picture {
  src: string
  /** The state that it shows, as a query of the demo's own page. */
  query: string
}

const PATIENCE = 30_000 // ms for a frame to be ready: paper can wait
const REST = 250 // ms between two pictures that must be equal: maps come in steps
const MOST_TRIES = 20
type Captured = Extract<FrameMessage, { type: 'captured' }>

/** What is asked for, and how the answer is used. */
export const PRINTED = { format: 'png', dpr: 2 } as const
export const pictureOf = ({ data, mime, query = '' }: Captured): Picture => ({
  src: URL.createObjectURL(new Blob([data as ArrayBuffer], { type: mime })),
  query,
})

/** Pictures drawn so far, by the frame's address. */
export const drawn = new Map<string, Picture>()
let last: Promise<unknown> = Promise.resolve()
/** Hosts whose frames did not answer: they are not tried again. */
const silentHosts = new Set<string>()

/** Draws what the frame at `address` shows once it has stopped changing. */
export function draw(address: string, width: number, height: number, own: boolean): Promise<Picture> {
  const turn = last.then(async () => {
    const known = drawn.get(address)
    if (known) return known
    if (silentHosts.has(new URL(address).host)) throw new Error(words.silent)
    const picture = await inFrame(address, width, height, own)
    drawn.set(address, picture)
    return picture
  })
  last = turn.catch(() => {})
  return turn
}

async function inFrame(address: string, width: number, height: number, own: boolean): Promise<Picture> {
  const frame = frameAt(address, own)
  // within the window but invisible: browsers give no time to frames outside it
  frame.style.cssText = `position:fixed;top:0;left:0;border:0;opacity:0;pointer-events:none;width:${width}px;height:${height}px`
  let wire: ReturnType<typeof openWire> | undefined
  try {
    await new Promise<void>((ready, refuse) => {
      wire = openWire(frame, PATIENCE, (message) => {
        if (message.type === 'ready') ready()
        if (message.type !== 'problem' || !message.fatal) return
        if (message.code === 'timeout') silentHosts.add(new URL(address).host)
        refuse(new Error(message.message))
      })
      document.body.append(frame)
    })
    let before = ''
    for (let tries = 0; ; tries++) {
      const captured = (await wire!.ask('capture', PRINTED)) as Captured
      const now = String(new Uint8Array(captured.data as ArrayBuffer))
      if (tries === MOST_TRIES || now === before) return pictureOf(captured)
      before = now
      await new Promise((done) => setTimeout(done, REST))
    }
  } finally {
    wire?.close()
    frame.remove()
  }
}
