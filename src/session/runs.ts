// The run behind the picture. It is computed here in a share of each frame, so that a quick run appears in the same frame, or in the worker if
// the demo says so. In both cases a run under way may finish before the newest request is next; otherwise a drag would restart long runs forever.
import type { AnyDemo, Params } from '@/contract'
import { type Computation, missingFor, pictureOf, type RunPicture, runKey, shareOf, Timeline, type WorkerClient } from '@/engine'
import { FRAME_SLICE, News, PATIENCE, SHORT_FRAME_SLICE } from '@/engine/pacing'

/** What runs are computed for. */
export interface Wishes {
  /** Step to be shown. */
  step(): number | 'end'
  isDrawn(): boolean
  /** Whether the page is short of time now. */
  isShort(): boolean
  /** Whether the visitor has stopped the computation: what exists is shown. */
  isHalted(): boolean
  show(picture: RunPicture): void
  /** The run waits for maps that it needs; `share` of them is computed. */
  wait(share: number): void
  fail(message: string): void
  /** The run begins again: its worker died. */
  again(): void
  /** Asks for another call of `follow` in the next frame. */
  wake(): void
}

export function createRuns(demo: AnyDemo, client: WorkerClient, wishes: Wishes) {
  /** The wanted step as a number, given the length of the run. */
  function wanted(steps: number): number {
    const step = wishes.step()
    return step === 'end' ? steps : Math.max(0, Math.min(step, steps))
  }

  // --- here ----------------------------------------------------------------------------------------------------------

  let timeline: Timeline | null = null
  let timelineKey = ''
  let begun = 0 // start time of the newest run
  let news = new News(0)
  let shown: { timeline: Timeline; step: number } | null = null // of the newest picture
  /** The next run, while its maps are computed and its steps are counted. */
  let next: { params: Params; key: string; missing: readonly Computation[]; count: Generator | undefined; news: News } | null =
    null

  const isAsFarAsWanted = ({ done, last, steps }: Timeline) => done || last >= wanted(steps)

  /** The run, if it can begin by `until`; otherwise null. */
  function ready(params: Params, key: string, until: number) {
    next ??= {
      params,
      key,
      missing: missingFor(demo, params),
      count: demo.model.count?.(params),
      news: new News(performance.now()),
    }
    for (const one of next.missing)
      while (!one.isWhole) {
        one.advance()
        const now = performance.now()
        if (next.news.due(now)) wishes.wait(shareOf(next.missing))
        if (now > until) return null
      }
    while (next.count?.next().done === false) if (performance.now() > until) return null
    return next
  }

  function runHere(params: Params): void {
    const now = performance.now()
    const until = now + (wishes.isShort() ? SHORT_FRAME_SLICE : FRAME_SLICE)
    const key = runKey(demo, params)
    const waits = timeline !== null && !isAsFarAsWanted(timeline) && now < begun + PATIENCE
    if (timeline === null || (key !== timelineKey && !waits)) {
      const run = ready(params, key, until)
      if (run === null) {
        wishes.wake()
        return
      }
      timeline = new Timeline(demo, run.params)
      timelineKey = run.key
      begun = now
      news = new News(now)
    }
    next = null
    const isHeld = key !== timelineKey
    const isHalted = wishes.isHalted() && !isHeld
    if (!isHalted) timeline.extend(timeline.steps, until)
    const step = Math.min(wanted(timeline.steps), timeline.last)
    const isNews = shown?.timeline !== timeline || shown.step !== step
    if (timeline.done || isHalted || (isAsFarAsWanted(timeline) && isNews) || news.due(now, isHeld) || !wishes.isDrawn()) {
      wishes.show(pictureOf(timeline, step))
      shown = { timeline, step }
    }
    if ((!timeline.done && !isHalted) || isHeld) wishes.wake()
  }

  // --- in the worker -------------------------------------------------------------------------------------------------

  /** The run under way; null once it has reached the wanted step. */
  let underWay: { key: string; since: number } | null = null

  function runAway(params: Params): void {
    const key = runKey(demo, params)
    if (underWay !== null && underWay.key !== key && performance.now() < underWay.since + PATIENCE) {
      wishes.wake()
      return
    }
    const step = wanted(demo.model.steps(params))
    if (underWay?.key !== key) underWay = { key, since: performance.now() }
    const halted = wishes.isHalted()
    client.ask({ lane: 'run', slug: demo.meta.slug, do: 'run', params, step, halted }, (reply) => {
      if (reply.kind === 'failed' || (reply.kind === 'run' && (reply.done || reply.picture.step >= step))) underWay = null
      if (reply.kind === 'run') wishes.show(reply.picture)
      if (reply.kind === 'waits') wishes.wait(reply.share)
      if (reply.kind === 'again') wishes.again()
      if (reply.kind === 'failed') wishes.fail(reply.message)
    })
  }

  return {
    /** Works on the run of `params`, once a frame. */
    follow: demo.model.runIn === 'worker' ? runAway : runHere,
    wanted,
    /** The run on screen, once it is recorded to its end on this thread; null before, and for runs in the worker. */
    run: () => (timeline?.done ? timeline.run() : null),
    close: () => client.stop('run'),
  }
}
