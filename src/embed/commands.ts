// What the host may ask of a demo, done on its session. Every message is answered: done, with the values used; or what cannot be done, and why.
import { type AnyDemo, decode, type Note, namesOf, type Params, sameValue } from '@/contract'
import { isPrepared, withReadable } from '@/engine'
import { messages } from '@/messages'
import { readPlace, writePlace } from '@/session/address'
import { findStop, nextPhase, type Place, stopName, stopPlace } from '@/session/lesson'
import type { Session } from '@/session/session'
import type { Capture } from './capture'
import type { Link, Outgoing } from './link'
import { DEFAULTS, isOption, type Options, readOptions } from './options'
import type { HostMessage, Told } from './protocol'
import { type Fault, faultOf } from './read'
import { readoutsOf, stateOf, toldOf, valuesOf } from './values'

/** Where a change came from, as `change` reports it. */
export type Source = 'user' | 'host' | 'lecture' | 'link'

/** What the page around the session can do. */
export interface Surroundings {
  /** How the frame looks and behaves: the words of its address. */
  dress(looks: Partial<Options>): void
  focus(where: 'first' | 'last' | 'canvas'): void
  /** Reports these numbers now and whenever they change. */
  observe(keys: readonly string[], hz?: number): void
  capture: Capture
  reducedMotion(): boolean
}

type Of<T extends HostMessage['type']> = Extract<HostMessage, { type: T }>
type Answer = { reply: Outgoing; transfer?: Transferable[]; notes?: readonly Told[] } | { fault: Fault }
const done = (more: Omit<Extract<Outgoing, { type: 'ok' }>, 'type' | 're'> = {}): Answer => ({ reply: { type: 'ok', ...more } })

const HEARTBEAT = 1000 // ms between two messages that an answer is on its way

export function commandsFor(session: Session, link: Link, around: Surroundings) {
  const { demo, store } = session
  const start = store.getState().base
  let acting: Source | null = null
  let resumes = false
  /** Parameters as the lecture or the host last set them: other values are the visitor's own. */
  let given: Params = store.getState().params

  function as<T>(source: Source, act: () => T): T {
    acting = source
    try {
      return act()
    } finally {
      acting = null
    }
  }

  /** Goes to a place, with its step and view if it has them; `isNew` ends a gesture under way. Formulas that cannot be read keep their old text. */
  async function go(
    wish: Partial<Omit<Place, 'view'>> & { view?: string },
    notes: Note[],
    { isNew = false, undoable = false } = {},
  ): Promise<void> {
    const { view, ...place } = wish
    const known = view !== undefined && Object.hasOwn(demo.views, view)
    if (view !== undefined && !known) notes.push({ why: 'notAnOption', key: 'view', given: view, used: store.getState().view })
    if (place.params && !isPrepared(demo.params, place.params)) {
      const read = await withReadable(demo.params, place.params, store.getState().params)
      place.params = read.params
      notes.push(...read.notes)
    }
    const there = { ...place, ...(known && { view }) }
    as('host', () => (isNew ? session.goTo : session.adjust)(there, 'host', undoable))
    given = store.getState().params
    const { step } = store.getState()
    if (typeof place.step === 'number' && step !== place.step)
      notes.push({ why: 'outside', key: 't', given: String(place.step), used: String(step) })
  }

  /** Words of the address: read as there; null removes a word. */
  function readWords(words: Readonly<Record<string, string | null>>, notes: Note[]) {
    const names = Object.keys(words)
    const query = (isWanted: (name: string) => boolean) =>
      new URLSearchParams(
        names.filter(isWanted).flatMap((name) => (words[name] === null ? [] : [[name, words[name] as string]])),
      ).toString()
    const read = readOptions(query(isOption))
    const { place, notes: more } = readPlace(
      demo,
      query((name) => !isOption(name)),
    )
    notes.push(...read.notes, ...more)
    const has = (name: string) => Object.hasOwn(words, name)
    const keyOf = namesOf(demo.params)
    const keys = names.flatMap((name) => keyOf.get(name) ?? [])
    return {
      looks: Object.fromEntries(
        names.filter((name) => name in DEFAULTS).map((name) => [name, read.options[name as keyof Options]]),
      ),
      params: Object.fromEntries(keys.map((key) => [key, place.params[key]])),
      place: {
        ...(has('t') && { step: place.step }),
        ...(has('view') && { view: place.view }),
        ...(words.step === null && { lecture: null, phase: 'scene' as const }),
      },
    }
  }

  async function set(message: Of<'set'>): Promise<Answer> {
    const { params = {}, words = {}, seed, t, view, ui, theme, scale, undoable } = message
    const notes: Note[] = []
    const read = readWords(words, notes)
    session.arrive()
    const now = store.getState().params
    const asked = seed === undefined ? params : { ...params, seed }
    const wanted = decode(demo.params, Object.entries(asked), { ...now, ...read.params } as never)
    notes.push(...wanted.notes)
    const place = {
      ...(!sameValue(wanted.params, now) && { params: wanted.params }),
      ...read.place,
      ...(t !== undefined && { step: t }),
      ...(view !== undefined && { view }),
    }
    const going = go(place, notes, { undoable })
    around.dress({ ...read.looks, ...(ui && { ui }), ...(theme && { theme }), ...(scale !== undefined && { scale }) })
    await going
    const used = valuesOf(demo, store.getState().params)
    const keyOf = namesOf(demo.params)
    const keys = [...Object.keys(asked), ...Object.keys(words)].flatMap((name) => keyOf.get(name) ?? [])
    const answer = { params: Object.fromEntries(keys.map((key) => [key, used[key] as never])), t: store.getState().step }
    return { ...done(answer), notes: notes.map(toldOf) }
  }

  async function restore({ state }: Of<'restore'>): Promise<Answer> {
    const { slug } = demo.meta
    if (state.slug !== slug) return { fault: faultOf('restore', 'state.slug', state.slug, `“${slug}” here`, 'other-demo') }
    const notes: Note[] = []
    const { params, seed, t, view, step } = state
    const values = Object.hasOwn(demo.params, 'seed') ? { ...params, seed } : params
    const read = decode(demo.params, Object.entries(values), start.params as never)
    notes.push(...read.notes)
    const stop = step === undefined ? null : findStop(demo, step)
    if (step !== undefined && stop === null) notes.push({ why: 'notAnOption', key: 'step', given: String(step), used: '–' })
    const outside = { lecture: null, phase: 'scene' } as const
    await go({ params: read.params, step: t, view, ...(stop ?? outside) }, notes, { isNew: true })
    return { ...done({ t: store.getState().step }), notes: notes.map(toldOf) }
  }

  function player({ do: what, t, n = 1, speed }: Of<'player'>): Answer {
    if (what === 'seek' && t === undefined)
      return { fault: faultOf('player', 't', t, 'a whole number from 0, or "end", for seek') }
    const notes: Note[] = []
    if (speed !== undefined) session.set({ speed })
    if (what === 'seek' && t !== undefined) {
      session.seek(t)
      const { step } = store.getState()
      if (step !== t) notes.push({ why: 'outside', key: 't', given: String(t), used: String(step) })
    }
    if (what === 'step') session.stepBy(n)
    if (what === 'back') session.stepBy(-n)
    if (what === 'reset') session.seek(0)
    if (what === 'end') session.seek('end')
    if (what === 'play' || what === 'pause' || what === 'toggle') session[what]()
    if (what === 'reset' || what === 'seek' || what === 'end') session.pause()
    return { ...done({ t: store.getState().step }), notes: notes.map(toldOf) }
  }

  /** By whole stops, or phase by phase; a deed is animated. */
  function lecture({ do: what, step = 0, by = 'stop', keep = false }: Of<'lecture'>): Answer {
    const count = demo.lecture.length
    const now = store.getState()
    const way = what === 'prev' ? -1 : 1
    const next =
      what === 'goto'
        ? findStop(demo, step)
        : by === 'phase'
          ? nextPhase(demo, now, way)
          : now.lecture === null
            ? findStop(demo, way > 0 ? 0 : count - 1)
            : findStop(demo, now.lecture + way)
    if (next === null && what === 'goto') {
      const allowed = `an index below ${count}, or one of ${demo.lecture.map(({ id }) => id).join(', ')}`
      return { fault: faultOf('lecture', 'step', step, allowed, 'unknown-step') }
    }
    if (next === null) return done({ index: now.lecture ?? -1, count, atEnd: way > 0 })
    const own = !sameValue(now.params, given)
    const moves = next.phase !== 'scene' && next.lecture === now.lecture
    if (moves && next.phase === 'answer' && now.phase !== 'scene') session.answer()
    else if (keep && own && next.phase === 'scene')
      as('lecture', () => session.goTo({ lecture: next.lecture, phase: 'scene' }, 'lecture', false))
    else {
      const target = stopPlace(demo, next.lecture, next.phase)
      as('lecture', () => session.glideTo(target, (own || moves) && !around.reducedMotion()))
      given = target.params
    }
    const { lecture: index, phase } = next
    const atEnd = index === count - 1 && (by === 'stop' || phase === 'answer')
    return done({ step: stopName(demo, index, phase), index, count, atEnd })
  }

  function visibility({ visible, active = visible }: Of<'visibility'>): Answer {
    if (!active) {
      resumes = store.getState().playing
      session.pause()
    } else if (resumes) {
      resumes = false
      session.play()
    }
    return done()
  }

  function observe({ keys: asked, hz }: Of<'observe'>): Answer {
    const isNumber = (key: string) =>
      Object.hasOwn(demo.readouts, key) ||
      (Object.hasOwn(demo.params, key) && ['number', 'integer', 'seed'].includes(demo.params[key]?.kind ?? ''))
    const keys = [...new Set(asked)].filter(isNumber)
    around.observe(keys, hz)
    const odd = asked.filter((key) => !isNumber(key))
    return {
      ...done({ keys }),
      notes: odd.map((key) => ({ field: 'keys', given: key, message: messages.embed.notObserved(key) })),
    }
  }

  async function get(): Promise<Answer> {
    await session.catchUp()
    const state = store.getState()
    const readouts = session.isCurrent() && state.picture !== null ? { readouts: readoutsOf(demo, state.picture) } : {}
    return { reply: { type: 'state', state: stateOf(demo, state), query: writePlace(demo, state), ...readouts } }
  }

  async function capture(message: Of<'capture'>, tell: (done: number) => void): Promise<Answer> {
    try {
      const captured = await around.capture(message, tell)
      return { reply: { type: 'captured', ...captured }, transfer: [captured.data] }
    } catch (error) {
      return { fault: { code: 'capture', message: (error as Error).message } }
    }
  }

  function answerTo(message: HostMessage, tell: (done: number) => void): Answer | Promise<Answer> {
    switch (message.type) {
      case 'set':
        return set(message)
      case 'get':
        return get()
      case 'restore':
        return restore(message)
      case 'player':
        return player(message)
      case 'lecture':
        return lecture(message)
      case 'observe':
        return observe(message)
      case 'describe':
        return { reply: { type: 'description', description: describe(demo) } }
      case 'capture':
        return capture(message, tell)
      case 'visibility':
        return visibility(message)
      case 'focus':
        around.focus(message.where)
        return done()
      case 'activate':
        return done()
    }
  }

  /** Sends the answer to a message with an id; problems are always reported. */
  async function answer(
    { type, id }: HostMessage,
    unknown: readonly string[],
    pending: Answer | Promise<Answer>,
    share: () => number,
  ) {
    const re = id === undefined ? {} : { re: id }
    const beat = setInterval(() => id !== undefined && link.send({ type: 'progress', done: share(), ...re }), HEARTBEAT)
    const answer = await pending
    clearInterval(beat)
    if ('fault' in answer) link.send({ type: 'problem', ...answer.fault, fatal: false, ...re })
    else if (id !== undefined) {
      const ignored = unknown.map((field) => ({ field, given: '', message: messages.embed.unknownField(type, field) }))
      const notes = [...(answer.notes ?? []), ...ignored]
      link.send({ ...answer.reply, ...(notes.length > 0 && { notes }), ...re } as Outgoing, answer.transfer)
    }
  }

  let changed: Promise<unknown> = Promise.resolve()
  /** Does what a message asks and answers it. Changes are made in the order of their messages, whatever they wait for. */
  function handle(message: HostMessage, unknown: readonly string[] = []): void {
    changed = changed.then(() => {
      let share = 0
      const pending = answerTo(message, (done) => {
        share = done
      })
      const sent = answer(message, unknown, pending, () => share)
      return message.type === 'set' || message.type === 'restore' ? sent : undefined
    })
  }
  return { handle, source: (): Source => acting ?? (store.getState().acting ? 'lecture' : 'user') }
}

/** The demo as data: parameters, lecture, outputs, citation. */
export function describe(demo: AnyDemo): Record<string, unknown> {
  const { meta, params, readouts, lecture, views } = demo
  return {
    slug: meta.slug,
    title: meta.title,
    version: meta.version ?? 1,
    params: Object.fromEntries(Object.entries(params).map(([key, { when, was, ...spec }]) => [key, spec])),
    outputs: Object.entries(readouts).flatMap(([key, { label, unit, hidden }]) => (hidden ? [] : [{ key, label, unit }])),
    views: Object.entries(views).map(([key, { title }]) => ({ key, title })),
    steps: lecture.map(({ id, title }) => ({ id, title })),
    citation: meta.paper,
  }
}
