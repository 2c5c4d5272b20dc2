// The visitor's lectures, kept in this browser. Every change is made on what is stored at that moment: tabs that change the same lecture lose
// nothing of each other, and nothing waits to be saved.
import { del, entries, createStore as openDatabase, update } from 'idb-keyval'
import { createStore } from 'zustand/vanilla'
import { addSlides, type Edit, type Lecture, newId, type Slide, takeBack } from './format'

export interface Kept {
  readonly id: string
  readonly lecture: Lecture
  /** When it was changed last: ms since 1970. The one that was changed last is open. */
  readonly changed: number
}
/** A change as undo knows it. `what`: changes of one thing that follow each other are one. */
interface Done {
  id: string
  before: Lecture
  after: Lecture
  what: string
}
interface State {
  /** null: not read yet. The one changed last stands first. */
  all: readonly Kept[] | null
  open: string | null
  /** Why the browser keeps nothing: it allows no storage, or it is full. */
  trouble: 'denied' | 'full' | null
  past: readonly Done[]
  future: readonly Done[]
  /** The lecture that was taken away last: it can be brought back. */
  removed: Lecture | null
}

const CHANNEL = 'momentarium-lectures'
const MOST_UNDO = 100

export const lectures = createStore<State>(() => ({ all: null, open: null, trouble: null, past: [], future: [], removed: null }))

let database: ReturnType<typeof openDatabase> | undefined
const stored = () => {
  database ??= openDatabase('momentarium', 'lectures')
  return database
}
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
channel?.addEventListener('message', () => void read())

/** Changes that are made here and not stored yet. */
let waiting = 0
/** Work on the database, one piece after the other. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
  const turn = last.then(work).then(
    (result) => {
      lectures.setState({ trouble: null })
      return result
    },
    (error: unknown) => {
      const isFull = (error as { name?: string } | null)?.name === 'QuotaExceededError'
      lectures.setState({ trouble: isFull ? 'full' : 'denied' })
      return undefined
    },
  )
  last = turn
  return turn
}

/** A change of what is stored; other tabs hear of it. */
function write(work: () => Promise<void>): Promise<unknown> {
  waiting++
  return inTurn(async () => {
    waiting--
    await work()
    channel?.postMessage('changed')
  })
}

const byChange = (all: readonly Kept[]) => [...all].sort((a, b) => b.changed - a.changed)

function read(): Promise<unknown> {
  return inTurn(async () => {
    const found = (await entries<string, Kept>(stored())).map(([, kept]) => kept)
    if (waiting > 0) return void read() // what is stored is older than what is on screen
    const all = byChange(found)
    const { open } = lectures.getState()
    lectures.setState({ all, open: all.some(({ id }) => id === open) ? open : (all[0]?.id ?? null) })
  })
}

/** Reads what is stored, once; where nothing can be stored there are no lectures yet. */
let loading: Promise<void> | undefined
export function loadLectures(): Promise<void> {
  loading ??= read().then(() => {
    if (lectures.getState().all === null) lectures.setState({ all: [] })
  })
  return loading
}

export const openLecture = (id: string): void => lectures.setState({ open: id })
export const lectureOf = ({ all, open }: State): Kept | undefined => all?.find(({ id }) => id === open)

function apply(id: string, edit: Edit): Promise<unknown> {
  const changed = Date.now()
  const { all } = lectures.getState()
  const here = all?.find((kept) => kept.id === id)
  const lecture = edit(here?.lecture ?? { title: '', slides: [] })
  const others = all?.filter((kept) => kept.id !== id) ?? []
  lectures.setState({
    all: here ? all!.map((kept) => (kept === here ? { id, lecture, changed } : kept)) : [{ id, lecture, changed }, ...others],
  })
  // what is stored may be newer than what is known here; where nothing is, what is known here is all there is
  return write(() => update<Kept>(id, (old) => ({ id, changed, lecture: old ? edit(old.lecture) : lecture }), stored()))
}

/** Changes a lecture, so that undo can take it back. Settles when it is stored, or cannot be. */
export function change(id: string, edit: Edit, what = newId()): Promise<unknown> {
  const { all, past } = lectures.getState()
  const before = all?.find((kept) => kept.id === id)?.lecture ?? { title: '', slides: [] }
  const after = edit(before)
  const previous = past.at(-1)
  const joins = previous?.what === what && previous.id === id
  const done = { id, what, after, before: joins ? previous.before : before }
  lectures.setState({ past: [...(joins ? past.slice(0, -1) : past), done].slice(-MOST_UNDO), future: [] })
  return apply(id, edit)
}

function step(from: 'past' | 'future', to: 'past' | 'future'): void {
  const state = lectures.getState()
  const done = state[from].at(-1)
  if (done === undefined) return
  const { before, after } = done
  lectures.setState({
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], { ...done, before: after, after: before, what: '' }],
    open: done.id,
  })
  apply(done.id, takeBack(before, after))
}
export const undo = (): void => step('past', 'future')
export const redo = (): void => step('future', 'past')

/** A new lecture, which is open then. */
export function addLecture(lecture: Lecture): Promise<unknown> {
  const id = newId()
  const done = change(id, () => lecture)
  lectures.setState({ open: id, removed: null })
  return done
}

export function removeLecture(id: string): Promise<unknown> {
  const old = lectures.getState().all
  const all = old?.filter((kept) => kept.id !== id) ?? []
  const keeps = (done: Done) => done.id !== id
  const { past, future } = lectures.getState()
  lectures.setState({
    all,
    open: all[0]?.id ?? null,
    past: past.filter(keeps),
    future: future.filter(keeps),
    removed: old?.find((kept) => kept.id === id)?.lecture ?? null,
  })
  return write(() => del(id, stored()))
}

/** Puts a slide at the end of the open lecture, or of a new one; resolves to how many it has then and whether the browser keeps it. */
export async function addToLecture(slide: Slide, title: string): Promise<{ count: number; kept: boolean }> {
  await loadLectures()
  const open = lectureOf(lectures.getState())
  await (open ? change(open.id, addSlides([slide])) : addLecture({ title, slides: [slide] }))
  const now = lectureOf(lectures.getState())
  return { count: now?.lecture.slides.length ?? 0, kept: lectures.getState().trouble === null }
}
