// One demo on a page: a store with parameters, position and history. Only the newest request is computed, once a frame.
import { createStore } from 'zustand/vanilla'
import { type AnyDemo, defaultsOf, isShown, merge, type Note, type Params, type Phase, sameValue, tabOf } from '@/contract'
import { isPrepared, prepare, type RunPicture, runKey, type WorkerClient } from '@/engine'
import { messages } from '@/messages'
import { easeTo } from './ease'
import { createHistory } from './history'
import { lessonAfter, NO_LESSON, type Place, paperPlace, stopPlace } from './lesson'
import { createMaps } from './maps'
import { createRuns } from './runs'
import { type SessionState, startOf } from './state'
import { createTurns } from './turns'

export type Session = ReturnType<typeof createSession>

export function createSession(demo: AnyDemo, start: Place, notes: readonly Note[], client: WorkerClient) {
  const store = createStore<SessionState>(() => startOf(start, notes))
  const { getState: get, setState: set } = store
  let scheduled = 0
  /** The wanted step, while the run ends before it: a longer run restores it. */
  let beyond: number | null = null
  let closed = false
  const turns = createTurns()
  const history = createHistory(store)
  const maps = createMaps(demo, client, store, { isShort: () => turns.isShort(), wake })
  const runs = createRuns(demo, client, {
    step: () => beyond ?? get().step,
    isDrawn: () => get().picture !== null,
    isShort: turns.isShort,
    isHalted: () => get().halted,
    // A run may lag behind: its picture keeps the run's parameters and takes the newest drawing parameters.
    show(picture) {
      const params = shownWith(picture.params)
      publish({ ...picture, params, summary: maps.summary(params) })
    },
    wait: (waits) => set({ waits }),
    fail: (problem) => set({ problem }),
    again: () => set({ notice: messages.work.again }),
    wake,
  })

  // --- computing -----------------------------------------------------------------------------------------------------

  function wake(): void {
    if (scheduled !== 0 || closed) return
    scheduled = document.hidden ? window.setTimeout(compute, 16, performance.now()) : requestAnimationFrame(compute)
  }

  function compute(time: number): void {
    scheduled = 0
    if (closed) return
    computeNow()
    turns.serve(time)
  }

  function computeNow(): void {
    const { params } = get()
    if (isPrepared(demo.params, params)) {
      if (get().problem !== null) set({ problem: null })
      maps.follow(params)
      runs.follow(params)
    } else
      prepare(demo.params, params).then(wake, (error: unknown) => {
        if (get().params === params) set({ problem: error instanceof Error ? error.message : String(error) })
      })
    const { picture, ahead } = get()
    if (picture !== null && picture.params !== params && ahead !== params) set({ ahead: params })
  }

  function shownWith(ran: Params): Params {
    const { params } = get()
    if (runKey(demo, ran) === runKey(demo, params)) return params
    return Object.fromEntries(Object.keys(params).map((key) => [key, (demo.params[key]?.affects === 'view' ? params : ran)[key]]))
  }

  function publish(picture: RunPicture): void {
    const { params, step } = get()
    const end = picture.ended?.step ?? picture.steps
    const wished = beyond ?? step
    const shown = wished === 'end' ? wished : Math.min(wished, end)
    beyond = shown === wished || wished === 'end' ? null : wished
    const place = { picture, waits: null, ahead: picture.params === params ? null : params, step: shown }
    set((state) => ({ ...place, ...lessonAfter(demo, { ...state, ...place }, picture, maps.ofNow(picture.params, state.maps)) }))
  }

  const endOf = () => {
    const { picture, params } = get()
    return (picture?.params === params ? picture.ended?.step : undefined) ?? demo.model.steps(params)
  }
  /** The step on screen. */
  const here = () => Math.min(runs.wanted(demo.model.steps(get().params)), endOf())
  /** The step, limited to the run. */
  const bounded = (step: number | 'end') => (step === 'end' ? step : Math.max(0, Math.min(Math.round(step), endOf())))
  const isCurrent = () => get().picture?.params === get().params && get().picture?.step === here()

  // --- changing ------------------------------------------------------------------------------------------------------

  function adopt(params: Params): void {
    maps.changed()
    const isNewRun = runKey(demo, params) !== runKey(demo, get().params)
    set({ params, ...(isNewRun && { halted: false }) })
    if (isNewRun && demo.model.onChange === 'restart') seek(0)
    wake()
  }

  /** Changes parameters by hand, except locked ones; false if the gesture of `source` has been ended. */
  function change(changes: Readonly<Record<string, unknown>>, source: string): boolean {
    if (history.isTakenAway(source)) return false
    interrupt()
    const { locked } = get()
    const free = locked.size === 0 ? changes : Object.fromEntries(Object.entries(changes).filter(([key]) => !locked.has(key)))
    record(free, source)
    return true
  }

  /** Changes of one gesture, or in quick succession from one source, are one entry of the history. */
  function record(changes: Readonly<Record<string, unknown>>, source: string, rest: Partial<Place> = {}): void {
    const state = get()
    const next = merge(demo.params, state.params as never, changes) as Params
    const moved = (Object.keys(rest) as (keyof Place)[]).filter((key) => !sameValue(rest[key], state[key]))
    if (sameValue(next, state.params) && moved.length === 0) return
    history.keep(source, moved)
    adopt(next)
    place(rest)
  }

  /** Goes to an entry of the history. */
  function bring(entry: Partial<Place> | null): void {
    if (entry?.params === undefined) return
    letGo()
    adopt(entry.params)
    place(entry)
  }

  /** Sets the wanted step. */
  function seek(step: number | 'end'): void {
    beyond = null
    set({ step })
  }

  /** Sets the player, the large view and the stop; forgets what pictures meant for another stop or an earlier phase. */
  function place({ params: _, ...rest }: Partial<Place>): void {
    if (rest.step !== undefined) beyond = null
    set((state) => {
      if (rest.lecture === undefined) return rest
      const isNew = rest.lecture !== state.lecture || rest.phase === 'scene'
      const next = { ...state, ...rest, ...(isNew && NO_LESSON), playing: false }
      return {
        ...next,
        ...(state.picture && lessonAfter(demo, next, state.picture, maps.ofNow(state.picture.params, state.maps))),
      }
    })
    wake()
  }

  let cancelShow = () => {}
  let finishShow = () => {}
  /** A gesture ends the animation under way. */
  function interrupt(): void {
    cancelShow()
    cancelShow = () => {}
    if (get().acting) set({ acting: false })
  }
  function show(target: Place, glides: boolean): void {
    interrupt()
    set({ acting: true })
    finishShow = () => {
      cancelShow()
      adopt(target.params)
      place(target)
      interrupt()
    }
    if (get().lecture !== target.lecture) place({ lecture: target.lecture, phase: target.phase, view: target.view })
    cancelShow = easeTo(
      demo,
      { params: get().params, step: here() },
      target,
      glides,
      (way) => {
        if (way.params) adopt(way.params)
        set({ playing: false })
        if (way.step !== undefined) seek(way.step)
        wake()
      },
      finishShow,
    )
  }

  /** A new state comes: a gesture under way does not continue from there. */
  function letGo(): void {
    interrupt()
    history.letGo()
  }

  const session = {
    demo,
    store,
    turns,
    change,
    /** `view`: where it is made, if in a view. */
    beginGesture: (source: string, view: string | null = null): void => history.begin(source, view),
    endGesture: history.end,
    undo: (): void => bring(history.back()),
    redo: (): void => bring(history.forth()),
    /** Back to the scene of the open stop; if already there, to the link's state; then to the paper's. */
    reset(): 'scene' | 'link' | 'paper' {
      const { base, params, step, view, lecture, kept } = get()
      const isAt = (place: Place) =>
        sameValue(
          { params, step, view, lecture, kept },
          { params: place.params, step: place.step, view: place.view, lecture: place.lecture, kept: place.kept },
        )
      const scene = lecture === null ? null : stopPlace(demo, lecture)
      const [to, target] =
        scene !== null && !isAt(scene)
          ? (['scene', scene] as const)
          : !isAt(base)
            ? (['link', base] as const)
            : (['paper', paperPlace(demo)] as const)
      letGo()
      const { params: values, ...rest } = target
      record(values, 'reset', rest)
      set({ playing: false, notes: [] })
      return to
    },
    /** Compares with the state of these parameters at the same step; null ends the comparison. */
    keep(kept: Params | null, source = 'keep'): void {
      if (!history.isTakenAway(source)) record(get().params, source, { kept })
    },
    /** Exchanges the state on screen for the one it is compared with. */
    swap(): void {
      const { params, kept } = get()
      if (kept === null) return
      letGo()
      record(kept, 'swap', { kept: params })
    },
    /** Opens a tab at its opening step. */
    tab(option: string): void {
      const { tabs } = demo
      if (tabs === undefined) return
      session.change({ [tabs.by]: option }, 'tab')
      const opening = tabs.openings?.[option]
      if (opening !== undefined && tabOf(demo, get().params) === option) session.seek(opening)
    },
    /** Inside a stop of the lesson a preset keeps the stop. */
    preset(name: string): void {
      const preset = demo.presets[name]
      if (preset === undefined) return
      letGo()
      record({ ...defaultsOf(demo.params), ...preset.params }, `preset:${name}`, {
        ...(preset.view !== undefined && { view: preset.view }),
        ...(preset.step !== undefined && { step: preset.step }),
      })
      wake()
    },
    /** Opens a stop of the lesson in its scene or a later phase; null leaves the lesson and keeps the picture. */
    stop(index: number | null, phase: Phase = 'scene'): void {
      if (index === null) {
        interrupt()
        set({ lecture: null, phase: 'scene', ...NO_LESSON })
        return
      }
      if (demo.lecture[index] === undefined) return
      const { params, ...rest } = stopPlace(demo, index, phase)
      letGo()
      record(params, `stop:${index}:${phase}`, rest)
      place(rest)
    },
    /** Does the deed of the open stop, animated if it `glides`; then goes to `phase`. */
    deed(glides: boolean, phase: Phase = 'answer'): void {
      const { lecture } = get()
      if (lecture === null) return
      const target = stopPlace(demo, lecture, phase)
      letGo()
      history.keep('deed', ['phase'])
      show(target, glides)
    },
    /** Finishes the animation under way at once. */
    arrive(): void {
      if (get().acting) finishShow()
    },
    /** Gives the answer that a deck has withheld. */
    answer(): void {
      session.arrive()
      if (get().lecture !== null) set({ phase: 'answer' })
    },
    guess: (stop: string, option: number): void => set(({ guesses }) => ({ guesses: { ...guesses, [stop]: option } })),
    /** Goes to a place at once; one entry of the history, or none. */
    goTo(target: Partial<Place>, source: string, undoable = true): void {
      letGo()
      session.adjust(target, source, undoable)
    },
    /** Changes parts of the place from elsewhere; a drag under way continues. */
    adjust({ params, ...rest }: Partial<Place>, source: string, undoable = true): void {
      interrupt()
      if (params && undoable) record(params, source)
      else if (params) adopt(merge(demo.params, get().params as never, params) as Params)
      place(rest.step === undefined ? rest : { ...rest, step: bounded(rest.step) })
    },
    /** Goes to a place in a few frames, or at once; no entry of the history. */
    glideTo(target: Place, glides: boolean): void {
      letGo()
      show(target, glides)
    },

    // --- the player ----------------------------------------------------------------------------------------------------
    here,
    endOf,
    seek(step: number | 'end'): void {
      interrupt()
      seek(bounded(step))
      wake()
    },
    stepBy(count: number): void {
      set({ playing: false })
      session.seek(here() + count)
    },
    play(): void {
      interrupt()
      if (here() >= endOf()) seek(0)
      set({ playing: true })
      wake()
    },
    pause(): void {
      if (!get().playing) return
      set({ playing: false })
      seek(here())
    },
    /** Stops the computation, or resumes it. */
    halt(halted: boolean): void {
      set({ halted })
      wake()
    },
    toggle(): void {
      if (get().playing) session.pause()
      else session.play()
    },
    set: (
      part: Partial<
        Pick<SessionState, 'speed' | 'loop' | 'pauseAtRest' | 'view' | 'lit' | 'armed' | 'notes' | 'notice' | 'locked' | 'base'>
      >,
    ) => set(part),
    handled(name: string): void {
      const { known } = get()
      if (!known.has(name)) set({ known: new Set([...known, name]) })
    },
    /** Whether the picture is that of the newest parameters and step. */
    isCurrent,
    /** Resolves when it is, or cannot be. It does not wait for frames: a hidden page gets none. */
    async catchUp(): Promise<void> {
      while (!closed) {
        computeNow()
        if (isCurrent() || get().problem !== null) return
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
    /** Resolves when the picture and its maps are those of the newest parameters and step, and drawn. */
    async settle(): Promise<void> {
      do {
        await session.catchUp()
        await new Promise((resolve) => setTimeout(resolve))
      } while (!closed && get().problem === null && !(isCurrent() && maps.isComplete()))
      turns.finish()
      await drawn()
    },
    /** The run on screen, once it is recorded to its end on this thread; null before, and for runs in a worker. */
    run: runs.run,
    wake,
    close(): void {
      closed = true
      interrupt()
      if (scheduled !== 0) {
        cancelAnimationFrame(scheduled)
        clearTimeout(scheduled)
      }
      maps.close()
      runs.close()
    },
  }
  wake()
  return session
}

const HIDDEN = 100 // ms: a hidden page gets no frames

/** Resolves after the next two frames: then what was set is drawn, in stages too. */
const drawn = () =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, HIDDEN)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer)
        resolve()
      }),
    )
  })

/** Whether a view is drawn in every frame: the view in hand, otherwise the large one. */
export const comesFirst = ({ held }: Pick<SessionState, 'held'>, view: string, large: boolean): boolean =>
  held === null || held.view === null ? large : held.view === view

/** For visitors: why a run stopped early. */
export function endMessage(demo: AnyDemo, picture: RunPicture): string | null {
  const { ended } = picture
  if (ended === null) return null
  const label = ended.readout === undefined ? undefined : demo.readouts[ended.readout]?.label
  return label === undefined ? messages.divergedAt(ended.step) : messages.notFiniteAt(label, ended.step)
}

/** Parameters whose controls are shown now, without the one that the tabs show. */
export const shownParams = (demo: AnyDemo, params: Params): string[] =>
  Object.entries(demo.params).flatMap(([key, spec]) => (isShown(spec, params) && key !== demo.tabs?.by ? [key] : []))
