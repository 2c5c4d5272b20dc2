// What the host may ask of a demo, done on its session.
import { type AnyDemo, namesOf, type Params, sameValue } from '@/contract'
import { writePlace } from '@/session/address'
import { lecturePlace, type Place, type Session } from '@/session/session'
import type { Capture } from './capture'
import { easeTo } from './ease'
import type { Link, Outgoing } from './link'
import type { HostMessage } from './protocol'
import { indexOf, paramsOf, placeOf, stateOf, valuesOf } from './values'

/** Where a change came from, as `change` tells it. */
export type Source = 'user' | 'host' | 'lecture' | 'link'

/** What the page around the session can do. */
export interface Surroundings {
  /** Level of interface, theme, size of type. */
  dress(looks: Pick<Extract<HostMessage, { type: 'set' }>, 'ui' | 'theme' | 'scale' | 'lang'>): void
  focus(where: 'first' | 'last' | 'canvas'): void
  capture: Capture
  reducedMotion(): boolean
}

type Of<T extends HostMessage['type']> = Extract<HostMessage, { type: T }>
type Answer = Outgoing | null

export function commandsFor(session: Session, link: Link, around: Surroundings) {
  const { demo, store } = session
  const start = store.getState().base
  let acting: Source | null = null
  let stopEasing = () => {}
  let resumes = false
  /** Parameters as lecture or host last put them: other values are the visitor's own. */
  let given: Params = store.getState().params

  function as<T>(source: Source, act: () => T): T {
    acting = source
    try {
      return act()
    } finally {
      acting = null
    }
  }

  function set({ params = {}, seed, t, view, ui, theme, scale, lang, undoable = false }: Of<'set'>): Answer {
    const wanted = paramsOf(demo, seed === undefined ? params : { ...params, seed })
    const place: Partial<Place> = {
      ...(Object.keys(wanted).length > 0 && { params: { ...store.getState().params, ...wanted } }),
      ...(t !== undefined && { step: t }),
      ...(view !== undefined && Object.hasOwn(demo.views, view) && { view }),
    }
    as('host', () => session.adjust(place, 'host', undoable))
    given = store.getState().params
    around.dress({ ui, theme, scale, lang })
    const used = valuesOf(demo, store.getState().params)
    const keyOf = namesOf(demo.params)
    const asked = Object.keys(params).flatMap((name) => keyOf.get(name) ?? [])
    return {
      type: 'ok',
      params: Object.fromEntries(asked.map((key) => [key, used[key] as never])),
      t: store.getState().step,
    }
  }

  function restore({ state }: Of<'restore'>): Answer {
    if (state.slug !== demo.meta.slug) return null
    const { params, ...rest } = placeOf(demo, state)
    as('host', () => session.goTo({ params: { ...start.params, ...params }, ...rest }, 'host', false))
    given = store.getState().params
    return { type: 'ok' }
  }

  function player({ do: what, t, n = 1, speed }: Of<'player'>): Answer {
    if (speed !== undefined) session.set({ speed })
    if (what === 'seek' && t !== undefined) session.seek(t)
    if (what === 'step') session.stepBy(n)
    if (what === 'back') session.stepBy(-n)
    if (what === 'reset') session.seek(0)
    if (what === 'end') session.seek('end')
    if (what === 'play' || what === 'pause' || what === 'toggle') session[what]()
    if (what === 'reset' || what === 'seek' || what === 'end') session.pause()
    return { type: 'ok', t: store.getState().step }
  }

  function lecture({ do: what, step, keep = false }: Of<'lecture'>): Answer {
    const count = demo.lecture.length
    const now = store.getState().lecture
    const index =
      what === 'goto'
        ? indexOf(demo, step ?? 0)
        : what === 'next'
          ? now === null
            ? 0
            : now + 1
          : now === null
            ? count - 1
            : now - 1
    if (index < 0 || index >= count) return { type: 'ok', index: now ?? -1, count, atEnd: index >= count }
    stopEasing()
    const own = !sameValue(store.getState().params, given)
    if (keep && own) as('lecture', () => session.lectureStep(index))
    else {
      const place = lecturePlace(demo, start, index)
      session.pause()
      stopEasing = easeTo(watched, place, 'lecture', own && !around.reducedMotion())
      given = place.params
    }
    return { type: 'ok', step: demo.lecture[index]?.id, index, count, atEnd: index === count - 1 }
  }
  /** The session, whose changes by easing are the lecture's. */
  const watched: Session = { ...session, goTo: (...args) => as('lecture', () => session.goTo(...args)) }

  function visibility({ visible, active = visible }: Of<'visibility'>): Answer {
    if (!active) {
      resumes = store.getState().playing
      session.pause()
    } else if (resumes) {
      resumes = false
      session.play()
    }
    return null
  }

  /** Does what a message asks, and sends the answer if there is one. */
  function handle(message: HostMessage): void {
    const reply = (answer: Answer, transfer?: Transferable[]) =>
      answer && link.send({ ...answer, ...(message.id !== undefined && { re: message.id }) }, transfer)
    switch (message.type) {
      case 'set':
        reply(set(message))
        break
      case 'get':
        reply({ type: 'state', state: stateOf(demo, store.getState()), query: writePlace(demo, store.getState()) })
        break
      case 'restore':
        reply(restore(message))
        break
      case 'player':
        reply(player(message))
        break
      case 'lecture':
        reply(lecture(message))
        break
      case 'describe':
        reply({ type: 'description', description: describe(demo) })
        break
      case 'capture':
        around.capture(message).then(
          (captured) => reply({ type: 'captured', ...captured }, [captured.data]),
          (error: unknown) =>
            reply({ type: 'problem', code: 'capture', message: String((error as Error).message), fatal: false }),
        )
        break
      case 'visibility':
        visibility(message)
        break
      case 'focus':
        around.focus(message.where)
        reply({ type: 'ok' })
        break
    }
  }
  return { handle, source: (): Source => acting ?? 'user' }
}

/** The demo for machines: parameters, lecture, outputs, citation. */
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
