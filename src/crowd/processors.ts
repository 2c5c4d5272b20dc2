// A crowd on the processor: shared out among workers, or on this thread in slices where none is allowed.
import type { Crowd } from '@/contract'
import { hasOrigin } from '@/origin'
import { type Answer, serve, type Wish } from './serve'

export interface Processors {
  want(crowd: Crowd, step: number, show: (x: Float32Array, whole: boolean) => void): void
  close(): void
}

interface Asked {
  crowd: Crowd
  step: number
  show(x: Float32Array, whole: boolean): void
}

const MOST = 4 // workers
const SLICE = 4 // ms of a frame on this thread

/** Some points of the crowd and whoever moves them. */
interface Part {
  from: number // points
  to: number
  send(wish: Wish): void
  /** What it has answered to the newest wish. */
  found: Answer | null
}

function joined(pieces: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const ofPart = (crowd: Crowd, { from, to }: Part): Crowd => ({
  ...crowd,
  count: to - from,
  start: crowd.start.slice(2 * from, 2 * to),
})

export function openProcessors(): Processors {
  let id = 0
  let now: Asked | null = null // what is being computed, or was last
  let next: Asked | null = null // the newest wish, while another has shown nothing yet: else in a drag none would be finished
  let isBusy = false // nothing is shown of it yet
  let parts: Part[] = []
  let workers: Worker[] = []

  function receive(part: Part, answer: Answer): void {
    if (answer.id !== id || now === null) return
    part.found = answer
    const whole = parts.every(({ found }) => found?.whole)
    if (!whole && answer.whole) return
    now.show(joined(parts.flatMap(({ found }) => found?.x ?? [])), whole)
    isBusy = false
    if (next !== null) begin(next)
  }
  /** A worker for each core but one. */
  function start(): void {
    const count = Math.min(MOST, Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1))
    try {
      workers = Array.from(
        { length: hasOrigin() ? count : 0 },
        () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
      )
    } catch {
      workers = []
    }
    for (const worker of workers) worker.onerror = alone
    share(workers.map((worker) => (wish) => worker.postMessage(wish)))
    for (const [k, worker] of workers.entries()) worker.onmessage = ({ data }) => receive(parts[k]!, data)
    if (workers.length === 0) alone()
  }
  function share(sends: Part['send'][]): void {
    parts = sends.map((send) => ({ from: 0, to: 0, send, found: null }))
  }
  /** No worker: this thread does it all. */
  function alone(): void {
    for (const worker of workers.splice(0)) worker.terminate()
    share([serve(SLICE, (answer) => receive(parts[0]!, answer))])
    if (now !== null) begin(next ?? now, true)
  }
  function begin(asked: Asked, anew = now?.crowd.key !== asked.crowd.key): void {
    const { crowd, step } = asked
    now = asked
    next = null
    isBusy = true
    if (anew) {
      for (const [k, part] of parts.entries()) {
        part.from = Math.floor((k * crowd.count) / parts.length)
        part.to = Math.floor(((k + 1) * crowd.count) / parts.length)
      }
    }
    id++
    for (const part of parts) {
      part.found = null
      part.send(anew ? { id, step, crowd: ofPart(crowd, part) } : { id, step })
    }
  }
  start()
  return {
    want(crowd, step, show) {
      const asked = { crowd, step, show }
      if (isBusy) next = asked
      else begin(asked)
    },
    close() {
      now = null
      next = null
      id++
      for (const worker of workers) worker.terminate()
    },
  }
}
