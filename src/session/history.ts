// What undo and redo bring back. A gesture is one entry: what is in hand, and what a new state takes out of it, is known here.
import type { StoreApi } from 'zustand/vanilla'
import type { Place } from './lesson'
import type { Entry, SessionState } from './state'

const GESTURE_PAUSE = 800 // ms: later changes of the same control are a new entry
const MOST = 200 // entries
const NO_ENTRY = { source: '', at: Number.NEGATIVE_INFINITY }

const keysOf = (place: Partial<Place>) => Object.keys(place) as (keyof Place)[]
const entryOf = (state: Place, keys: readonly (keyof Place)[]): Entry => ({
  params: state.params,
  step: state.step,
  view: state.view,
  ...Object.fromEntries(keys.map((key) => [key, state[key]])),
})

export function createHistory({ getState: get, setState: set }: StoreApi<SessionState>) {
  /** The source of the newest entry, and when it last changed something; later changes may join it. */
  let newest = NO_ENTRY
  /** What was taken out of the hand by a new state: until it is released, it changes nothing more. */
  let takenAway: string | null = null

  return {
    /** Before a change from `source`: a new entry, unless it goes on with the newest. `moved`: what else of the place changes. */
    keep(source: string, moved: readonly (keyof Place)[] = []): void {
      const state = get()
      const now = performance.now()
      const goesOn = newest.source === source && (state.held?.source === source || now - newest.at < GESTURE_PAUSE)
      newest = { source, at: now }
      if (!goesOn) set({ past: [...state.past, entryOf(state, moved)].slice(-MOST), future: [] })
    },
    /** Moves the newest entry to what can be redone; null where there is none. */
    back(): Entry | null {
      const { past, future } = get()
      const before = past.at(-1) ?? null
      if (before) set({ past: past.slice(0, -1), future: [entryOf(get(), keysOf(before)), ...future] })
      return before
    },
    forth(): Entry | null {
      const { past, future } = get()
      const after = future[0] ?? null
      if (after) set({ past: [...past, entryOf(get(), keysOf(after))], future: future.slice(1) })
      return after
    },
    /** `view`: where the gesture is made, if in one. */
    begin(source: string, view: string | null): void {
      newest = NO_ENTRY
      takenAway = null
      set({ held: { source, view } })
    },
    end(source: string): void {
      if (takenAway === source) takenAway = null
      if (get().held?.source !== source) return
      newest = NO_ENTRY
      set({ held: null })
    },
    /** A new state comes: what a hand holds does not go on from there. */
    letGo(): void {
      newest = NO_ENTRY
      const { held, armed } = get()
      if (held !== null) takenAway = held.source
      if (held !== null || armed !== null) set({ held: null, armed: null })
    },
    isTakenAway: (source: string): boolean => source === takenAway,
  }
}
