// The run behind the picture. It is computed here, in a share of each frame, so that a quick one is on screen in the same frame; or in the
// worker, where the demo says so. Either way a run that has begun is waited for, and the newest wish is next: begun anew by every move of a
// drag, no long run would ever come to its end.
import type { AnyDemo, Params } from '@/contract'
import { pictureOf, type RunPicture, runKey, Timeline, type Workbench } from '@/engine'

const SLICE = 4 // ms of computing within one frame
const SHORT_SLICE = 2 // where there is no time for all
const PATIENCE = 250 // ms that a newer wish waits for a run under way
const SILENCE = 150 // ms until a run shows how far it is: quick ones come whole
const HELD_SILENCE = 200 // the same, and once only, while a newer one is wished: a drag does not flicker

/** What runs are computed for. */
export interface Wishes {
  /** Step to be shown. */
  step(): number | 'end'
  isDrawn(): boolean
  /** Whether the page has no time for all at present. */
  isShort(): boolean
  show(picture: RunPicture): void
  fail(message: string): void
  /** Asks for another call of `follow` in the next frame. */
  wake(): void
}

export function createRuns(demo: AnyDemo, bench: Workbench, wishes: Wishes) {
  /** The step to be shown of so many, as a number. */
  function wanted(steps: number): number {
    const step = wishes.step()
    return step === 'end' ? steps : Math.max(0, Math.min(step, steps))
  }

  // --- here ----------------------------------------------------------------------------------------------------------

  let timeline: Timeline | null = null
  let timelineKey = ''
  let begun = 0 // when the newest run was
  let told = false // how far it is, though it is not as far as is wanted
  /** The next run, while its steps are counted. */
  let next: { params: Params; key: string; count: Generator | undefined } | null = null

  const isAsFarAsWanted = ({ done, last, steps }: Timeline) => done || last >= wanted(steps)

  /** The run whose steps are counted by `until`, or null. */
  function counted(params: Params, key: string, until: number) {
    next ??= { params, key, count: demo.model.count?.(params) }
    while (next.count?.next().done === false) if (performance.now() > until) return null
    return next
  }

  function runHere(params: Params): void {
    const now = performance.now()
    const until = now + (wishes.isShort() ? SHORT_SLICE : SLICE)
    const key = runKey(demo, params)
    const waits = timeline !== null && !isAsFarAsWanted(timeline) && now < begun + PATIENCE
    if (timeline === null || (key !== timelineKey && !waits)) {
      const run = counted(params, key, until)
      if (run === null) {
        wishes.wake()
        return
      }
      timeline = new Timeline(demo, run.params)
      timelineKey = run.key
      begun = now
      told = false
    }
    next = null
    timeline.extend(timeline.steps, () => performance.now() > until)
    const tells = key === timelineKey ? now > begun + SILENCE : !told && now > begun + HELD_SILENCE
    told ||= tells
    if (isAsFarAsWanted(timeline) || tells || !wishes.isDrawn()) wishes.show(pictureOf(timeline, wanted(timeline.steps)))
    if (!timeline.done || key !== timelineKey) wishes.wake()
  }

  // --- in the worker -------------------------------------------------------------------------------------------------

  /** When the run under way was asked for; null once it has come as far as was asked. */
  let underWay: number | null = null

  function runAway(params: Params): void {
    if (underWay !== null && performance.now() < underWay + PATIENCE) {
      wishes.wake()
      return
    }
    const step = wanted(demo.model.steps(params))
    underWay = performance.now()
    bench.ask({ lane: 'run', slug: demo.meta.slug, do: 'run', params, step }, (reply) => {
      if (reply.kind === 'failed' || (reply.kind === 'run' && (reply.done || reply.picture.step >= step))) underWay = null
      if (reply.kind === 'run') wishes.show(reply.picture)
      if (reply.kind === 'failed') wishes.fail(reply.message)
    })
  }

  return {
    /** Works on the run of `params`, once a frame. */
    follow: demo.model.runIn === 'worker' ? runAway : runHere,
    wanted,
    /** The run on screen, once it is recorded to its end on this thread; null before, and for runs in the worker. */
    run: () => (timeline?.done ? timeline.run() : null),
    close: () => bench.stop('run'),
  }
}
