// The same gesture by mouse, finger or pen, sent to the browser itself: the effects, scrolling included, are the browser's.
import type { CDPSession, Locator, Page } from 'playwright-core'

export const HANDS = ['mouse', 'touch', 'pen'] as const
export type Hand = (typeof HANDS)[number]
/** CSS px of the page's window. */
export type Place = readonly [x: number, y: number]

const MOVES = 8 // between press and release

const sessions = new WeakMap<Page, Promise<CDPSession>>()
function devtools(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

/** Puts down, moves, or lifts fingers; takes the places of all of them. */
export async function touch(page: Page, type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', places: readonly Place[]) {
  const touchPoints = places.map(([x, y], id) => ({ x, y, id }))
  await (await devtools(page)).send('Input.dispatchTouchEvent', { type, touchPoints })
}

async function pen(page: Page, type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Place, buttons: number) {
  const button = type === 'mouseMoved' ? 'none' : 'left'
  const event = { type, x, y, button, buttons, clickCount: 1, pointerType: 'pen', force: buttons / 2 } as const
  await (await devtools(page)).send('Input.dispatchMouseEvent', event)
}

/** Parts of a gesture, for what happens while one holds. */
export const down: Readonly<Record<Hand, (page: Page, at: Place) => Promise<void>>> = {
  async mouse(page, [x, y]) {
    await page.mouse.move(x, y)
    await page.mouse.down()
  },
  touch: (page, at) => touch(page, 'touchStart', [at]),
  async pen(page, at) {
    await pen(page, 'mouseMoved', at, 0)
    await pen(page, 'mousePressed', at, 1)
  },
}
export const move: typeof down = {
  mouse: (page, [x, y]) => page.mouse.move(x, y),
  touch: (page, at) => touch(page, 'touchMove', [at]),
  pen: (page, at) => pen(page, 'mouseMoved', at, 1),
}
export const up: typeof down = {
  mouse: (page) => page.mouse.up(),
  touch: (page) => touch(page, 'touchEnd', []),
  pen: (page, at) => pen(page, 'mouseReleased', at, 0),
}

/** From the press to the release; a tap where `to` is missing. */
export async function gesture(page: Page, hand: Hand, from: Place, to: Place = from): Promise<void> {
  await down[hand](page, from)
  for (let k = 1; k <= MOVES && to !== from; k++)
    await move[hand](page, [from[0] + ((to[0] - from[0]) * k) / MOVES, from[1] + ((to[1] - from[1]) * k) / MOVES])
  await up[hand](page, to)
}

/** The middle of what is on screen; in a frame too. */
export async function middle(thing: Locator): Promise<Place> {
  const box = await thing.boundingBox()
  if (box === null) throw new Error(`Nothing is seen of ${thing}.`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** Drags the middle of a thing by so many px. */
export async function drag(page: Page, hand: Hand, thing: Locator, [dx, dy]: Place): Promise<void> {
  const [x, y] = await middle(thing)
  await gesture(page, hand, [x, y], [x + dx, y + dy])
}
