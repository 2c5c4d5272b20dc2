// The engine's work as messages: a worker does it, or the main thread in time slices where no worker can start.
import type { AnyDemo, Params, Progress } from '@/contract'
import { givenParams, type Measurement, measureOn } from './claims'
import { prepare } from './prepare'
import { runKey } from './runKey'
import type { RunEnd } from './timeline'
import { Timeline } from './timeline'

/** What is asked. A newer request of the same `lane` cancels the older one. */
export type Request =
  | { lane: string; id: number; slug: string; do: 'run'; params: Params; step: number }
  | { lane: string; id: number; slug: string; do: 'map'; params: Params; map: string }
  | { lane: string; id: number; slug: string; do: 'claim'; index: number }
  | { lane: string; id: number; do: 'stop' }
/** What is answered, with the id of the request. */
export type Reply =
  | { lane: string; id: number; kind: 'run'; picture: RunPicture; done: boolean }
  | { lane: string; id: number; kind: 'map'; progress: Progress<unknown> }
  | { lane: string; id: number; kind: 'claim'; measurement: Measurement }
  | { lane: string; id: number; kind: 'failed'; message: string }

/** A run as the views need it. */
export interface RunPicture {
  params: Params
  frame: unknown
  step: number
  /** Last recorded step so far, and the length of the run. */
  last: number
  steps: number
  dt: number
  series: Readonly<Record<string, Float64Array>>
  ended: RunEnd | null
  convergedAt: number | null
}

const SLICE = 8 // ms of work before messages are looked at again
const SILENCE = 150 // ms until a run that is not done shows how far it is: quick ones come whole, and a drag does not flicker

export function pictureOf(timeline: Timeline, step: number): RunPicture {
  const { params, last, steps, dt, series, ended, convergedAt } = timeline
  const shown = Math.min(step, last)
  return { params, frame: timeline.frame(shown), step: shown, last, steps, dt, series, ended, convergedAt }
}

const NEWS = 40 // ms between two pictures of a map that is being computed

/** Gives other tasks a turn; unlike a timer it is not clamped to 4 ms. */
export const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Serves requests; answers go to `reply`. The newest request of a lane wins. */
export function serve(load: (slug: string) => Promise<AnyDemo>, reply: (message: Reply) => void): (request: Request) => void {
  const newest = new Map<string, number>()
  const timelines = new Map<string, Timeline>()

  /** Runs and maps under way. */
  let running = 0
  async function counted(work: Promise<void>): Promise<void> {
    running++
    await work.finally(() => running--)
  }

  async function run(request: Request & { do: 'run' }, current: () => boolean): Promise<void> {
    const demo = await load(request.slug)
    await prepare(demo.params, request.params)
    if (!current()) return
    const { lane, id, step } = request
    let timeline = timelines.get(lane)
    let isNew = false
    if (timeline === undefined || runKey(demo, timeline.params) !== runKey(demo, request.params)) {
      timeline = new Timeline(demo, request.params)
      timelines.set(lane, timeline)
      isNew = true
    }
    const begun = performance.now()
    for (let sent = false; ; ) {
      const until = performance.now() + SLICE
      const late = until > begun + SILENCE
      timeline.extend(timeline.steps, () => performance.now() > until)
      const { done } = timeline
      if (!current()) return
      if (done || (late && !sent) || (timeline.last >= step && (late || !isNew))) {
        reply({ lane, id, kind: 'run', picture: pictureOf(timeline, step), done })
        sent = true
      }
      if (done) return
      await turn()
      if (!current()) return
    }
  }

  async function map(request: Request & { do: 'map' }, current: () => boolean): Promise<void> {
    const demo = await load(request.slug)
    await prepare(demo.params, request.params)
    const { lane, id } = request
    const map = demo.maps?.[request.map]
    if (map === undefined) throw new Error(`${request.slug} has no map "${request.map}"`)
    if (map.rest) await new Promise((resolve) => setTimeout(resolve, map.rest))
    if (!current()) return
    const work = map.compute(request.params) as Generator<Progress<unknown>, unknown, void>
    let told = Number.NEGATIVE_INFINITY
    while (current()) {
      const next = work.next()
      if (next.done) {
        reply({ lane, id, kind: 'map', progress: { done: 1, result: next.value } })
        return
      }
      const now = performance.now()
      if (!next.value.silent && now > told + NEWS) {
        reply({ lane, id, kind: 'map', progress: next.value })
        told = now
      }
      await turn()
    }
  }

  /** Claims with the same parameters share a run. */
  let claimed: { slug: string; timeline: Timeline } | null = null
  async function claim({ slug, index, lane, id }: Request & { do: 'claim' }): Promise<void> {
    const demo = await load(slug)
    const asked = demo.claims[index]
    if (asked === undefined) throw new Error(`${slug} has no claim number ${index}`)
    const params = givenParams(demo, asked)
    await prepare(demo.params, params)
    const isKept = claimed?.slug === slug && JSON.stringify(claimed.timeline.params) === JSON.stringify(params)
    const { timeline } = isKept && claimed ? claimed : { timeline: new Timeline(demo, params) }
    claimed = { slug, timeline }
    // What is on screen goes first: a claim takes its turns between runs and maps.
    while (!timeline.done || running > 0) {
      const until = performance.now() + SLICE
      if (running === 0) timeline.extend(timeline.steps, () => performance.now() > until)
      await turn()
    }
    reply({ lane, id, kind: 'claim', measurement: measureOn(demo, asked, timeline.run()) })
  }

  return (request) => {
    newest.set(request.lane, request.id)
    const current = () => newest.get(request.lane) === request.id
    if (request.do === 'stop') {
      timelines.delete(request.lane)
      return
    }
    const work =
      request.do === 'run'
        ? counted(run(request, current))
        : request.do === 'map'
          ? counted(map(request, current))
          : claim(request)
    work.catch((error: unknown) => {
      if (current())
        reply({
          lane: request.lane,
          id: request.id,
          kind: 'failed',
          message: error instanceof Error ? error.message : String(error),
        })
    })
  }
}
