// Where work is done: in a worker if one starts, otherwise on the main thread in time slices. Callers do not notice the difference. If a worker
// dies during its work, another one begins it again.
import type { AnyDemo } from '@/contract'
import { type Reply, type Request, serve } from './work'

/** The part of a Worker that is used; tests pass one end of a MessageChannel. */
export interface WorkerLike {
  postMessage(message: unknown): void
  addEventListener(type: 'message' | 'error', listener: (event: { data?: unknown }) => void): void
  terminate?(): void
}
type Listener = (reply: Reply) => void
type Ask = { [K in Request['do']]: Omit<Extract<Request, { do: K }>, 'id'> }[Request['do']]

const START_LIMIT = 4000 // ms until a silent worker counts as not started
const SILENCE_LIMIT = 20_000 // ms until a worker that has work and says nothing counts as dead: some die without an event

export class WorkerClient {
  private worker: WorkerLike | null = null
  private ready = false
  private local: ((request: Request) => void) | null = null
  private readonly listeners = new Map<string, { id: number; listener: Listener }>()
  private readonly open = new Map<string, Request>()
  private ids = 0
  private watch: ReturnType<typeof setTimeout> | undefined
  private deaths = 0

  /** `start` may throw or return null; the worker's first message is 'ready'. */
  constructor(
    private readonly start: () => WorkerLike | null,
    private readonly load: (slug: string) => Promise<AnyDemo>,
  ) {}

  /** True once work is done on the main thread because no worker started. */
  get isLocal(): boolean {
    return this.local !== null
  }

  /** Sends a request, the newest of its lane; `listener` gets only its answers. */
  ask(request: Ask, listener: Listener): void {
    const full = { ...request, id: ++this.ids } as Request
    this.listeners.set(full.lane, { id: full.id, listener })
    this.open.set(full.lane, full)
    if (this.worker === null && this.local === null) this.begin()
    this.send(full)
    this.watchOver()
  }

  /** Forgets a lane and stops its work. */
  stop(lane: string): void {
    this.listeners.delete(lane)
    if (this.open.delete(lane)) this.send({ lane, id: ++this.ids, do: 'stop' })
    this.watchOver()
  }

  close(): void {
    clearTimeout(this.watch)
    this.worker?.terminate?.()
    this.listeners.clear()
    this.open.clear()
  }

  private send(request: Request): void {
    if (this.local) this.local(request)
    else if (this.ready) this.worker?.postMessage(request)
  }

  private begin(): void {
    let worker: WorkerLike | null = null
    try {
      worker = this.start()
    } catch {
      // no worker is allowed here
    }
    this.worker = worker
    if (worker === null) {
      this.fallBack()
      return
    }
    const late = setTimeout(() => this.fallBack(), START_LIMIT)
    worker.addEventListener('error', () => {
      clearTimeout(late)
      if (this.worker === worker) this.lose()
    })
    worker.addEventListener('message', ({ data }) => {
      if (this.worker !== worker) return
      if (data !== 'ready') {
        this.receive(data as Reply)
        return
      }
      clearTimeout(late)
      this.ready = true
      this.sendOpen()
    })
  }

  /** A worker that died twice, or never began, is not tried again. */
  private lose(): void {
    const hadBegun = this.ready
    this.worker?.terminate?.()
    this.ready = false
    if (!hadBegun || ++this.deaths > 1) this.fallBack()
    else this.begin()
    if (hadBegun)
      for (const [lane, { id, listener }] of this.listeners) if (this.open.has(lane)) listener({ lane, id, kind: 'again' })
  }

  private fallBack(): void {
    this.worker?.terminate?.()
    this.worker = null
    this.local = serve(this.load, (reply) => this.receive(reply))
    this.sendOpen()
  }

  private sendOpen(): void {
    for (const request of this.open.values()) this.send(request)
    this.watchOver()
  }

  /** A worker that has work must report from time to time, except for a claim. */
  private watchOver(): void {
    clearTimeout(this.watch)
    const waits = [...this.open.values()].some(({ do: what }) => what !== 'claim')
    if (waits && this.ready) this.watch = setTimeout(() => this.lose(), SILENCE_LIMIT)
  }

  private receive(reply: Reply): void {
    const waiting = this.listeners.get(reply.lane)
    if (waiting?.id !== reply.id) return
    if (isLast(reply)) this.open.delete(reply.lane)
    this.watchOver()
    waiting.listener(reply)
  }
}

const isLast = (reply: Reply) =>
  reply.kind === 'run' ? reply.done || reply.halted : reply.kind === 'map' ? reply.progress.done === 1 : true
