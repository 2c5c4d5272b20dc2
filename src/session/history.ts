// Entries for undo and redo. One gesture makes one entry; a new state from elsewhere ends a gesture.
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
  /** The source of the newest entry, and the time of its last change; later changes may join it. */
  let newest = NO_ENTRY
  /** The source whose gesture a new state has ended: it changes nothing more until it is released. */
  let takenAway: string | null = null

  return {
    /** Before a change from `source`: adds an entry, unless the change continues the newest one. `moved`: what else of the place changes. */
    keep(source: string, moved: readonly (keyof Place)[] = []): void {
      const state = get()
      const now = performance.now()
      const goesOn = newest.source === source && (state.held?.source === source || now - newest.at < GESTURE_PAUSE)
      newest = { source, at: now }
      if (!goesOn) set({ past: [...state.past, entryOf(state, moved)].slice(-MOST), future: [] })
    },
    /** Moves the newest entry to the redo list; null if there is none. */
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
    /** `view`: where the gesture is made, if in a view. */
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
    /** A new state comes: a gesture under way does not continue from there. */
    letGo(): void {
      newest = NO_ENTRY
      const { held, armed } = get()
      if (held !== null) takenAway = held.source
      if (held !== null || armed !== null) set({ held: null, armed: null })
    },
    isTakenAway: (source: string): boolean => source === takenAway,
  }
}
