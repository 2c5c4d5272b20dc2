// What a demo reports to its host without being asked: parameters, place, lecture step, observed numbers. At most ten a second; always the last one.
import { type AnyDemo, fill, type Params, sameValue } from '@/contract'
import { nameText } from '@/player/values'
import { stopName } from '@/session/lesson'
import type { Session } from '@/session/session'
import type { Source } from './commands'
import type { Link } from './link'
import { valuesOf } from './values'

const RATE = 10 // a second

/** Calls `act` at most `hz` times a second; calls in between are combined into one at the end. */
export function throttled(hz: number, act: () => void): { call(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const run = () => {
    timer = undefined
    last = performance.now()
    act()
  }
  return {
    call() {
      if (timer !== undefined) return
      const wait = last + 1000 / hz - performance.now()
      if (wait <= 0) run()
      else timer = setTimeout(run, wait)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Values that differ between two sets of parameters. */
function changed(demo: AnyDemo, from: Params, to: Params) {
  return Object.fromEntries(Object.entries(valuesOf(demo, to)).filter(([key]) => !sameValue(from[key], to[key])))
}

export function reportsOf(session: Session, link: Link, source: () => Source) {
  const { demo, store } = session
  let told = store.getState()
  let params = told.params
  let from: Source = 'link'
  const change = throttled(RATE, () => {
    const { params: now } = store.getState()
    const difference = changed(demo, params, now)
    params = now
    if (Object.keys(difference).length > 0) link.send({ type: 'change', params: difference, source: from })
  })
  const tellTime = () => {
    const { step, playing, picture } = store.getState()
    const rests = picture !== null && picture.convergedAt !== null && picture.step >= picture.convergedAt
    link.send({ type: 'time', t: step, playing, converged: rests })
  }
  const time = throttled(RATE, tellTime)
  let observed: readonly string[] = []
  const tellValues = () => {
    const { picture } = store.getState()
    if (picture === null) return
    const values = observed.map((key): [string, number | null] => {
      const own = Object.hasOwn(demo.params, key) ? picture.params[key] : picture.series[key]?.[picture.step]
      return [key, typeof own === 'number' && Number.isFinite(own) ? own : null]
    })
    link.send({ type: 'values', values: Object.fromEntries(values) })
  }
  let values = throttled(RATE, tellValues)

  /** The words of the phase: what the scene says and asks for, what is done, what came of it. */
  function tellStep(): void {
    const { lecture, phase, sceneAt, answerAt } = store.getState()
    const stop = lecture === null ? undefined : demo.lecture[lecture]
    if (stop === undefined || lecture === null) return
    const [words, at] =
      phase === 'scene'
        ? [`${stop.text} ${stop.predict?.ask ?? ''}`.trim(), sceneAt]
        : phase === 'deed'
          ? [stop.do.say, answerAt]
          : [`${stop.see} ${stop.why}`, answerAt]
    const text = fill(words, (name) => nameText(demo, at, name)).slice(0, 2000)
    link.send({
      type: 'step',
      step: stopName(demo, lecture, phase),
      index: lecture,
      count: demo.lecture.length,
      title: stop.title,
      text,
    })
  }

  const stop = store.subscribe((state) => {
    if (state.params !== told.params) {
      from = source()
      change.call()
    }
    if (state.playing !== told.playing) tellTime()
    else if (state.step !== told.step) time.call()
    const at = (now: typeof state) => (now.phase === 'scene' ? now.sceneAt : now.answerAt)
    // once its numbers are known; they are told again only with the next phase
    const isNew = state.lecture !== told.lecture || state.phase !== told.phase || at(told) === null
    if (isNew && at(state) !== null) tellStep()
    if (state.picture !== told.picture && observed.length > 0) values.call()
    told = state
  })
  return {
    /** The lecture step that is shown, if one is. */
    tellStep,
    observe(keys: readonly string[], hz = RATE): void {
      values.stop()
      observed = [...keys]
      values = throttled(hz, tellValues)
      if (observed.length > 0) values.call()
    },
    close(): void {
      stop()
      for (const one of [change, time, values]) one.stop()
    },
  }
}
