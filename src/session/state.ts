// What a session holds: all that pages, frames and decks read of a demo.
import type { Note, Params, Progress } from '@/contract'
import type { RunPicture } from '@/engine'
import { type LessonState, NO_LESSON, type Place } from './lesson'

/** What undo restores: parameters, step and view, and the stop if it was changed with them. */
export type Entry = Pick<Place, 'params' | 'step' | 'view'> & Partial<Place>
export interface SessionState extends Place, LessonState {
  /** The link's place, to which reset returns first. */
  base: Place
  past: readonly Entry[]
  future: readonly Entry[]
  playing: boolean
  speed: number
  loop: boolean
  /** Pause where the run has converged. */
  pauseAtRest: boolean
  /** Newest computed picture, with the parameters it was made and is drawn with; null before the first. Views depend on nothing else. */
  picture: RunPicture | null
  /** The newest parameters while the picture is still of older ones: handles follow the hand. */
  ahead: Params | null
  maps: Readonly<Record<string, Progress<unknown>>>
  /** The newest run waits for maps that it needs; this share is computed. */
  waits: number | null
  notes: readonly Note[]
  /** Something that happened to the page and that the visitor should know. */
  notice: string | null
  /** Why the newest parameters have no run; the last good run stays on screen. */
  problem: string | null
  /** Parameter whose symbol, control and marks are lit. */
  lit: readonly string[]
  /** Handle that waits for a tap on its target. */
  armed: string | null
  /** What is being dragged: the source of its changes, and its view, if it is in one. */
  held: { source: string; view: string | null } | null
  /** Handles that have been dragged: they need no hint any more. */
  known: ReadonlySet<string>
  /** Parameters that the visitor cannot change; presets, the lecture and the page around can. */
  locked: ReadonlySet<string>
  /** The visitor has stopped the computation; what exists of the run stays. */
  halted: boolean
  /** The deed of a stop is being shown. */
  acting: boolean
  /** Guesses by stop: indices of options. */
  guesses: Readonly<Record<string, number>>
}

export const startOf = (start: Place, notes: readonly Note[]): SessionState => ({
  ...start,
  base: start,
  past: [],
  future: [],
  playing: false,
  speed: 1,
  loop: false,
  pauseAtRest: true,
  picture: null,
  ahead: null,
  maps: {},
  waits: null,
  notes,
  notice: null,
  problem: null,
  lit: [],
  armed: null,
  held: null,
  known: new Set<string>(),
  locked: new Set<string>(),
  halted: false,
  acting: false,
  guesses: {},
  ...NO_LESSON,
})
