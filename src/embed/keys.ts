// Keys and swipes in a frame. Keys that the frame does not use go up to the page around, where they turn slides.
import { stopsIn } from '@/player/focus'
import { isTaken, listenToKeys } from '@/player/keys'
import type { Session } from '@/session/session'
import type { Dress } from './dress'
import type { Link, Outgoing } from './link'
import type { Options } from './options'

/** These go up wherever the focus is: a way out, and the deck's pause. */
const ALWAYS_UP = new Set(['Escape', '.'])
/** reveal's names of keys, for decks without the plugin. */
const REVEAL: Readonly<Record<string, string>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageDown: 'next',
  PageUp: 'prev',
  ' ': 'next',
  '.': 'togglePause',
}

type Key = Omit<Extract<Outgoing, { type: 'key' }>, 'type'>
const keyOf = ({ key, code, keyCode, shiftKey: shift, altKey: alt, ctrlKey: ctrl, metaKey: meta }: KeyboardEvent): Key => ({
  key,
  code,
  keyCode,
  shift,
  alt,
  ctrl,
  meta,
})

/** Sends a key to the host, or to a deck without one in the deck's own words; returns whether anyone receives it. */
function sendUp(link: Link, host: Options['host'], key: Key): boolean {
  const method = REVEAL[key.key]
  if (link.nonce() !== null) link.send({ type: 'key', ...key })
  else if (host === 'reveal' && method !== undefined && window.parent !== window)
    window.parent.postMessage(JSON.stringify({ method }), '*')
  else return false
  return true
}

export function followKeys(session: Session, link: Link, dress: Dress): void {
  let stop = () => {}
  const listen = ({ keys }: Options) => {
    stop()
    stop = keys === 'page' ? listenToKeys(session, () => ({ singleKeys: false, presenting: false }), {}) : () => {}
  }
  listen(dress.getState())
  dress.subscribe((now, before) => now.keys !== before.keys && listen(now))
  /** Keys that went up and have not been released yet. */
  const held = new Set<string>()
  window.addEventListener('keydown', (event) => {
    const { keys, host } = dress.getState()
    const up = ALWAYS_UP.has(event.key) || (keys === 'up' && !event.defaultPrevented && !isTaken(event))
    if (!up || keys === 'none') return
    if (!sendUp(link, host, keyOf(event))) return
    held.add(event.code)
    const { key } = event
    if (key === ' ' || key.startsWith('Arrow') || key.startsWith('Page')) event.preventDefault() // the frame does not scroll as well
  })
  window.addEventListener('keyup', (event) => {
    if (held.delete(event.code)) link.send({ type: 'keyup', ...keyOf(event) })
  })
  window.addEventListener('blur', () => held.clear()) // the page gets their release itself
}

const SWIPE = 40 // px

/** Whether a finger moving sideways on it does something: drags, types or scrolls. Clipped text does not scroll. */
function isMovedSideways(element: Element): boolean {
  const { touchAction, overflowX } = getComputedStyle(element)
  const scrolls = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth
  return scrolls || touchAction !== 'auto' || element.matches('input, textarea, select')
}

/** A swipe by one finger acts as the arrow key of its direction, which every deck knows. */
export function followSwipes(link: Link, { keys, host }: Options): void {
  if (keys !== 'up') return
  let from: Touch | undefined
  addEventListener('touchstart', (event) => {
    const path = event.composedPath().filter((one) => one instanceof Element)
    const isOurs = event.defaultPrevented || event.touches.length > 1 || path.some(isMovedSideways)
    from = isOurs ? undefined : event.touches[0]
  })
  addEventListener('touchcancel', () => {
    from = undefined // the browser scrolls
  })
  addEventListener('touchend', ({ changedTouches: [to] }) => {
    if (!from || !to) return
    const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY]
    from = undefined
    if (Math.abs(x) < SWIPE || Math.abs(x) <= 2 * Math.abs(y)) return
    const key = x < 0 ? 'ArrowRight' : 'ArrowLeft'
    const arrow = { key, code: key, keyCode: x < 0 ? 39 : 37 }
    sendUp(link, host, arrow)
    link.send({ type: 'keyup', ...arrow })
  })
}

/** Tells the host when Tab leaves the first or last stop. */
export function followEdges(link: Link): void {
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
    const all = stopsIn(document)
    const edge = event.shiftKey ? all[0] : all.at(-1)
    if (all.length === 0 || document.activeElement === edge) link.send({ type: 'edge', dir: event.shiftKey ? 'prev' : 'next' })
  })
}

/** `canvas`: the first thing to drag in the picture. */
export function focusOn(where: 'first' | 'last' | 'canvas'): void {
  const all = stopsIn(document)
  const target =
    where === 'canvas' ? all.find((element) => element.matches('[data-handle]')) : where === 'last' ? all.at(-1) : all[0]
  target?.focus()
}
