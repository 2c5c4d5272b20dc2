// Where work is done: a worker if one starts, else the main thread in time slices. Callers do not notice which.
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

export class Workbench {
  private worker: WorkerLike | null = null
  private ready = false
  private local: ((request: Request) => void) | null = null
  private readonly listeners = new Map<string, { id: number; listener: Listener }>()
  private readonly open = new Map<string, Request>()
  private ids = 0

  /** `start` may throw or return null; the worker's first message is 'ready'. */
  constructor(
    private readonly start: () => WorkerLike | null,
    private readonly load: (slug: string) => Promise<AnyDemo>,
  ) {}

  /** True once the work is done on the main thread because no worker started. */
  get isLocal(): boolean {
    return this.local !== null
  }

  /** Sends the newest request of a lane; only its answers reach `listener`. */
  ask(request: Ask, listener: Listener): void {
    const full = { ...request, id: ++this.ids } as Request
    this.listeners.set(full.lane, { id: full.id, listener })
    this.open.set(full.lane, full)
    if (this.worker === null && this.local === null) this.begin()
    this.send(full)
  }

  /** Forgets a lane and stops its work. */
  stop(lane: string): void {
    this.listeners.delete(lane)
    if (this.open.delete(lane)) this.send({ lane, id: ++this.ids, do: 'stop' })
  }

  close(): void {
    this.worker?.terminate?.()
    this.listeners.clear()
    this.open.clear()
  }

  private send(request: Request): void {
    if (this.local) this.local(request)
    else if (this.ready) this.worker?.postMessage(request)
  }

  private begin(): void {
    try {
      this.worker = this.start()
    } catch {
      this.worker = null
    }
    if (this.worker === null) {
      this.fallBack()
      return
    }
    const late = setTimeout(() => this.fallBack(), START_LIMIT)
    this.worker.addEventListener('error', () => {
      clearTimeout(late)
      if (!this.ready) this.fallBack()
    })
    this.worker.addEventListener('message', ({ data }) => {
      if (data !== 'ready') {
        this.receive(data as Reply)
        return
      }
      clearTimeout(late)
      this.ready = true
      for (const request of this.open.values()) this.send(request)
    })
  }

  private fallBack(): void {
    this.worker?.terminate?.()
    this.worker = null
    this.local = serve(this.load, (reply) => this.receive(reply))
    for (const request of this.open.values()) this.local(request)
  }

  private receive(reply: Reply): void {
    const waiting = this.listeners.get(reply.lane)
    if (waiting?.id === reply.id) waiting.listener(reply)
  }
}
