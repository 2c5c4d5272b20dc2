// The maps of a demo are computed for the newest parameters, by the worker; what it tells is shown once a frame.
import type { StoreApi } from 'zustand/vanilla'
import type { AnyDemo, Params, Progress } from '@/contract'
import { mapKey, numbersOf, type Workbench } from '@/engine'
import { lessonAfter } from './lesson'
import type { SessionState } from './state'
import { browserFrames } from './turns'

const REST = 100 // ms without a change until maps are computed that had no time

interface Wishes {
  /** Whether the page has no time for all at present. */
  isShort(): boolean
  /** Asks for another call of `follow` in the next frame. */
  wake(): void
}

export function createMaps(
  demo: AnyDemo,
  bench: Workbench,
  { setState: set }: StoreApi<SessionState>,
  { isShort, wake }: Wishes,
) {
  const keys = new Map<string, string>() // of what was asked for last, by map
  let changedAt = Number.NEGATIVE_INFINITY
  let postponed: ReturnType<typeof setTimeout> | undefined

  /** A worker tells more often than there are frames. */
  const arrived = new Map<string, Progress<unknown>>()
  function show(): void {
    set((state) => {
      const maps = { ...state.maps, ...Object.fromEntries(arrived) }
      const picture = state.picture && { ...state.picture, summary: summary(state.params) }
      return { maps, picture, ...(picture && lessonAfter(demo, state, picture, maps)) }
    })
    arrived.clear()
  }

  /** Results of the whole maps that belong to the newest parameters. */
  const whole = new Map<string, unknown>()
  const summary = (params: Params): Readonly<Record<string, number>> =>
    Object.assign({}, ...Array.from(whole, ([name, result]) => numbersOf(demo, name, result, params)))

  return {
    /** What the maps say that are whole. */
    summary,
    /** Parameters have changed. */
    changed(): void {
      changedAt = performance.now()
    },
    /** Maps follow what is in hand: where there is no time for all, the worker waits with them for a rest. */
    follow(params: Params): void {
      clearTimeout(postponed)
      const wait = isShort() && performance.now() < changedAt + REST
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
          bench.stop(lane)
          continue
        }
        bench.ask({ lane, slug: demo.meta.slug, do: 'map', params, map: name }, (reply) => {
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
      for (const name of Object.keys(demo.maps ?? {})) bench.stop(`map:${name}`)
    },
  }
}
