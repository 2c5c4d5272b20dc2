// The worker computes the maps of a demo for the newest parameters; the page shows news once a frame.
import type { StoreApi } from 'zustand/vanilla'
import type { AnyDemo, Params, Progress } from '@/contract'
import { mapKey, numbersOf, type RunPicture, type WorkerClient } from '@/engine'
import { lessonAfter } from './lesson'
import type { SessionState } from './state'
import { browserFrames } from './turns'

const REST = 100 // ms without a change until maps that had to wait are computed

interface Wishes {
  /** Whether the page is short of time now. */
  isShort(): boolean
  /** Asks for another call of `follow` in the next frame. */
  wake(): void
}

export function createMaps(
  demo: AnyDemo,
  client: WorkerClient,
  { setState: set }: StoreApi<SessionState>,
  { isShort, wake }: Wishes,
) {
  const keys = new Map<string, string>() // of the last request, by map
  let changedAt = Number.NEGATIVE_INFINITY
  let postponed: ReturnType<typeof setTimeout> | undefined

  /** News since the last frame: a worker reports more often than there are frames. */
  const arrived = new Map<string, Progress<unknown>>()
  function show(): void {
    const news = Object.fromEntries(arrived)
    arrived.clear()
    set((state) => {
      const maps = { ...state.maps, ...news }
      const picture = state.picture && { ...state.picture, summary: summary(state.params) }
      const moments = { sceneAt: completed(state.sceneAt), answerAt: completed(state.answerAt) }
      return { maps, picture, ...moments, ...(picture && lessonAfter(demo, state, picture, ofNow(picture.params, maps))) }
    })
  }

  let waits = false // wanted maps that time was too short for
  /** Results of the finished maps of the newest parameters. */
  const whole = new Map<string, unknown>()
  const summary = (params: Params): Readonly<Record<string, number>> =>
    Object.assign({}, ...Array.from(whole, ([name, result]) => numbersOf(demo, name, result, params)))

  /** A moment of the lesson with the numbers that have come since: its sentence waits for them, though the parameters may have moved on. */
  function completed(moment: RunPicture | null): RunPicture | null {
    if (moment === null) return null
    const late = Array.from(whole, ([name, result]) =>
      keys.get(name) === mapKey(demo, name, moment.params) ? numbersOf(demo, name, result, moment.params) : {},
    )
    const numbers = Object.assign({}, ...late, moment.summary)
    return Object.keys(numbers).length === Object.keys(moment.summary ?? {}).length ? moment : { ...moment, summary: numbers }
  }

  /** Maps as a stop of the lesson sees them: finished only for these parameters. On screen what was finished for earlier ones stays until there is news. */
  function ofNow(params: Params, maps: SessionState['maps']): SessionState['maps'] {
    const isFinished = (name: string) => whole.has(name) && !arrived.has(name) && keys.get(name) === mapKey(demo, name, params)
    return Object.fromEntries(
      Object.entries(maps).map(([name, map]) => [name, map.done < 1 || isFinished(name) ? map : { ...map, done: 0 }]),
    )
  }

  return {
    ofNow,
    /** Numbers of the finished maps. */
    summary,
    /** Whether all maps of the parameters in hand are finished and shown. */
    isComplete: (): boolean => !waits && arrived.size === 0 && [...keys].every(([name, key]) => key === '' || whole.has(name)),
    /** Parameters have changed. */
    changed(): void {
      changedAt = performance.now()
    },
    /** Follows the parameters in hand; when time is short, the maps wait for a pause. */
    follow(params: Params): void {
      clearTimeout(postponed)
      const wait = isShort() && performance.now() < changedAt + REST
      waits = wait
      if (wait) postponed = setTimeout(wake, REST)
      for (const [name, map] of Object.entries(demo.maps ?? {})) {
        if (map.hidden) continue
        const wantedNow = map.when?.(params) ?? true
        const key = wantedNow ? mapKey(demo, name, params) : ''
        if (keys.get(name) === key) continue
        keys.set(name, wait ? '' : key)
        whole.delete(name)
        const lane = `map:${name}`
        if (!wantedNow || wait) {
          client.stop(lane)
          continue
        }
        client.ask({ lane, slug: demo.meta.slug, do: 'map', params, map: name }, (reply) => {
          if (reply.kind !== 'map') return
          if (arrived.size === 0) browserFrames.next(show)
          arrived.set(name, reply.progress)
          const { done, result } = reply.progress
          if (done === 1) whole.set(name, result)
        })
      }
    },
    close(): void {
      clearTimeout(postponed)
      for (const name of Object.keys(demo.maps ?? {})) client.stop(`map:${name}`)
    },
  }
}
