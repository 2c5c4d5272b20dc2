// The engine's work as messages: a worker does it, or the main thread in time slices where no worker can start.
import type { AnyDemo, Params, Progress } from '@/contract'
import { givenParams, type Measurement, Missing, measureOn } from './claims'
import { type Computation, computationOf, missingFor, shareOf } from './computed'
import { MAP_NEWS, News, SLICE } from './pacing'
import { prepare } from './prepare'
import { runKey } from './runKey'
import { mapsFor, type RecordedRun, type RunEnd, Timeline } from './timeline'

/** A request. It cancels the older one of the same `lane`; asking for the same run again continues it, or only shows it if it is halted. */
export type Request =
  | { lane: string; id: number; slug: string; do: 'run'; params: Params; step: number; halted?: boolean }
  | { lane: string; id: number; slug: string; do: 'map'; params: Params; map: string }
  | { lane: string; id: number; slug: string; do: 'claim'; index: number }
  | { lane: string; id: number; do: 'stop' }
/** An answer, with the id of its request. */
export type Reply =
  | { lane: string; id: number; kind: 'run'; picture: RunPicture; done: boolean; halted: boolean }
  /** The run waits for maps that it needs; `share` of them is computed. */
  | { lane: string; id: number; kind: 'waits'; share: number }
  | { lane: string; id: number; kind: 'map'; progress: Progress<unknown> }
  | { lane: string; id: number; kind: 'claim'; measurement: Measurement }
  | { lane: string; id: number; kind: 'failed'; message: string }
  /** From the worker client: the worker was lost, and the work begins again. */
  | { lane: string; id: number; kind: 'again' }

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
  /** About how long the rest of the run takes to compute, ms; 0 when it is finished. */
  left: number
  /** Numbers of the finished maps, by name; the page adds them. */
  summary?: Readonly<Record<string, number>>
}

export function pictureOf(timeline: Timeline, step: number): RunPicture {
  const { params, last, steps, dt, series, ended, convergedAt } = timeline
  const shown = Math.min(step, last)
  const left = timeline.done ? 0 : (timeline.spent / Math.max(last, 1)) * (steps - last)
  return { params, frame: timeline.frame(shown), step: shown, last, steps, dt, series, ended, convergedAt, left }
}

const CLAIM_BUDGET = 4e6 // bytes of snapshots a run
const KEPT = 2 // runs: going back to one finds it where it was

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
  /** By demo and the parameters its run depends on. Most recently used last. */
  const timelines = new Map<string, Timeline>()
  function timelineOf(demo: AnyDemo, params: Params): { timeline: Timeline; isNew: boolean } {
    const key = `${demo.meta.slug} ${runKey(demo, params)}`
    const kept = timelines.get(key)
    const timeline = kept ?? new Timeline(demo, params)
    timelines.delete(key)
    timelines.set(key, timeline)
    for (const old of [...timelines.keys()].slice(0, -KEPT)) timelines.delete(old)
    return { timeline, isNew: kept === undefined }
  }

  /** Runs and maps under way. */
  let running = 0
  async function counted(work: Promise<void>): Promise<void> {
    running++
    await work.finally(() => running--)
  }

  /** Computes piece by piece what a run needs. False: something else is wanted meanwhile. */
  async function equipped(
    demo: AnyDemo,
    params: Params,
    current: () => boolean,
    tell: (share: number) => void,
  ): Promise<boolean> {
    const missing = missingFor(demo, params)
    const news = new News(performance.now())
    for (const one of missing)
      while (!one.isWhole) {
        one.advance()
        if (news.due(performance.now())) tell(shareOf(missing))
        await turn()
        if (!current()) return false
      }
    return true
  }

  async function run(request: Request & { do: 'run' }, current: () => boolean): Promise<void> {
    const demo = await load(request.slug)
    await prepare(demo.params, request.params)
    if (!current()) return
    const { lane, id, step } = request
    if (!(await equipped(demo, request.params, current, (share) => reply({ lane, id, kind: 'waits', share })))) return
    const { timeline, isNew } = timelineOf(demo, request.params)
    const isHalted = request.halted === true && !isNew
    const tell = () => reply({ lane, id, kind: 'run', picture: pictureOf(timeline, step), done: timeline.done, halted: isHalted })
    if (!isNew && (isHalted || timeline.done || timeline.last >= step)) {
      tell()
      if (isHalted || timeline.done) return
    }
    const news = new News(performance.now())
    for (;;) {
      timeline.extend(timeline.steps, performance.now() + SLICE)
      if (timeline.done || news.due(performance.now())) tell()
      if (timeline.done) return
      await turn()
      if (!current()) return
    }
  }

  async function map(request: Request & { do: 'map' }, current: () => boolean): Promise<void> {
    const demo = await load(request.slug)
    await prepare(demo.params, request.params)
    const { lane, id } = request
    const work = computationOf(demo, request.map, request.params)
    const rest = demo.maps?.[request.map]?.rest
    if (rest && !work.isWhole) await new Promise((resolve) => setTimeout(resolve, rest))
    let told: Computation['news'] = null
    let toldAt = Number.NEGATIVE_INFINITY
    while (current()) {
      work.advance()
      const { news, isWhole } = work
      if (news !== null && news !== told) {
        const now = performance.now()
        if (isWhole || now > toldAt + MAP_NEWS) {
          reply({ lane, id, kind: 'map', progress: news })
          told = news
          toldAt = now
        }
      }
      if (isWhole) return
      await turn()
    }
  }

  /** Recorded runs, shared by the claims of one demo. */
  let claimed: { slug: string; runs: Map<string, RecordedRun> } = { slug: '', runs: new Map() }

  /** A claim works between runs and maps: what is on screen comes first. */
  async function betweenOthers(isDone: () => boolean, work: () => void): Promise<void> {
    while (!isDone() || running > 0) {
      if (running === 0) work()
      await turn()
    }
  }
  const compute = (work: Computation) =>
    betweenOthers(
      () => work.isWhole,
      () => work.advance(),
    )
  async function record(demo: AnyDemo, params: Params): Promise<RecordedRun> {
    for (const work of missingFor(demo, params)) await compute(work)
    const timeline = new Timeline(demo, params, CLAIM_BUDGET)
    await betweenOthers(
      () => timeline.done,
      () => timeline.extend(timeline.steps, performance.now() + SLICE),
    )
    return timeline.run()
  }

  let claims: Promise<unknown> = Promise.resolve()
  /** Measures claims one after the other, so that each finds the runs of those before. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = claims.then(work)
    claims = mine.catch(() => {})
    return mine
  }

  async function claim({ slug, index, lane, id }: Request & { do: 'claim' }): Promise<void> {
    const demo = await load(slug)
    const asked = demo.claims[index]
    if (asked === undefined) throw new Error(`${slug} has no claim number ${index}`)
    const given = givenParams(demo, asked)
    await prepare(demo.params, given)
    if (claimed.slug !== slug) claimed = { slug, runs: new Map() }
    const { runs } = claimed
    const known = (params: Params): RecordedRun => {
      const run = runs.get(runKey(demo, params))
      if (run === undefined) throw new Missing(params)
      const resultOf = (map: string) => {
        const { isWhole, news } = computationOf(demo, map, params)
        if (!isWhole) throw new Missing(params, map)
        return news?.result
      }
      return { ...run, params, ...mapsFor(demo, params, resultOf) }
    }
    for (;;)
      try {
        reply({ lane, id, kind: 'claim', measurement: measureOn(demo, asked, known(given), known) })
        return
      } catch (error) {
        if (!(error instanceof Missing)) throw error
        const { params, map } = error
        if (map !== undefined) await compute(computationOf(demo, map, params))
        else runs.set(runKey(demo, params), await record(demo, params))
      }
  }

  return (request) => {
    newest.set(request.lane, request.id)
    const current = () => newest.get(request.lane) === request.id
    if (request.do === 'stop') return
    const work =
      request.do === 'run'
        ? counted(run(request, current))
        : request.do === 'map'
          ? counted(map(request, current))
          : inTurn(() => claim(request))
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
