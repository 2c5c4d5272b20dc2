// What a session knows: all that pages, frames and decks read of a demo.
import type { Note, Params, Progress } from '@/contract'
import type { RunPicture } from '@/engine'
import { type LessonState, NO_LESSON, type Place } from './lesson'

/** What an undo brings back: parameters, step and view, and the stop where it was changed with them. */
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
  /** Newest computed picture, with all parameters it was made and is drawn with; null before the first. Views depend on nothing else. */
  picture: RunPicture | null
  /** The newest parameters while the picture is not theirs yet: handles stand where the hand is. */
  ahead: Params | null
  maps: Readonly<Record<string, Progress<unknown>>>
  /** The newest run waits for what it needs, of which this share is computed. */
  waits: number | null
  notes: readonly Note[]
  /** What happened to the page that the visitor should know. */
  notice: string | null
  /** Why the newest parameters have no run; the last good run stays on screen. */
  problem: string | null
  /** Parameter whose symbol, control and marks are lit. */
  lit: readonly string[]
  /** Handle that waits for a tap on its target. */
  armed: string | null
  /** What is being dragged: the source of its changes, and the view that it is in, if in one. */
  held: { source: string; view: string | null } | null
  /** Handles that have been dragged: their invitation has done its work. */
  known: ReadonlySet<string>
  /** Parameters that the visitor cannot change; presets, lecture and the page around can. */
  locked: ReadonlySet<string>
  /** The visitor has stopped computing; what is there of the run stays. */
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
