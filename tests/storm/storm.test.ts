// 500 random actions on every demo, on its page and in a frame: nothing breaks, freezes or leaks. The name of the test gives the seed;
// DEMOS=slug,slug restricts it, STORM_SEED repeats a run.
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { type Stream, stream, uniform } from '@/numerics/random'
import { isReady, open } from '../support/browser'
import { demosToTest } from '../support/demos'
import { down, HANDS, move, type Place, up } from '../support/gesture'
import { heapOf, MB } from '../support/heap'

const SEED = Number(process.env.STORM_SEED ?? 1)
const ACTIONS = 500
const FROZEN = 1000 // ms between two frames
const KEPT = 10 * MB

const RUBBISH = [
  '',
  '-',
  '1e999',
  'NaN',
  '0x10',
  '3,14',
  '９',
  '🙂',
  '-1e-320',
  '99999999999999999999',
  'true',
  'x+',
  '(((((',
  "');alert(1)//",
]
const KEYS = [
  'Space',
  'ArrowRight',
  'ArrowLeft',
  'Shift+ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Control+z',
  'Control+Shift+z',
  'r',
  'Tab',
  'Enter',
  'Escape',
  '?',
]
const SIZES = [
  [1280, 800],
  [390, 844],
  [1920, 1080],
  [700, 300],
] as const
const below = (random: Stream, count: number) => Math.floor(count * uniform(random))
const pick = <T>(random: Stream, all: readonly T[]): T => all[below(random, all.length)] as T

/** A random one of the visible elements that match; null if there is none. */
async function one(page: Page, random: Stream, selector: string) {
  const all = page.locator(selector)
  const count = await all.count()
  if (count === 0) return null
  const element = all.nth(below(random, count))
  return (await element.isVisible()) ? element : null
}

async function press(page: Page, random: Stream, selector: string): Promise<void> {
  const element = await one(page, random, selector)
  await element?.click({ timeout: 1500, force: true }).catch(() => {})
}

async function drag(page: Page, random: Stream): Promise<void> {
  const element = await one(page, random, '[data-handle] .reach, input[type=range]')
  const box = await element?.boundingBox({ timeout: 1500 }).catch(() => null) // it may be gone by now
  if (!box) return
  const hand = pick(random, HANDS)
  const from: Place = [box.x + box.width * uniform(random), box.y + box.height / 2]
  let to = from
  await down[hand](page, from)
  for (let k = 0; k < 4; k++) {
    to = [from[0] + 600 * (uniform(random) - 0.5), from[1] + 500 * (uniform(random) - 0.5)]
    await move[hand](page, to)
  }
  await up[hand](page, to)
}

async function type(page: Page, random: Stream): Promise<void> {
  const element = await one(page, random, '.panel input:not([type=range]):not([type=radio]):not([type=checkbox])')
  if (element === null) return
  await element.fill(pick(random, RUBBISH), { timeout: 1500 }).catch(() => {})
  await page.keyboard.press(pick(random, ['Enter', 'Tab', 'Escape']))
}

/** Does something in the page, or nothing if an earlier action is just leading away from it. */
async function inPage(page: Page, act: () => void): Promise<void> {
  await page.evaluate(act).catch((error: Error) => {
    if (!error.message.includes('navigation')) throw error
  })
}

const loseContext = (page: Page) =>
  inPage(page, () => {
    const canvas = document.querySelector('.canvas-3d canvas') as HTMLCanvasElement | null
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })

/** As a browser does when another tab is shown. */
const hide = (page: Page) =>
  inPage(page, () => {
    const hidden = !document.hidden
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  })

type Action = (page: Page, random: Stream) => Promise<unknown>
const ON_BOTH: readonly Action[] = [
  drag,
  drag,
  drag,
  type,
  (page, random) => page.keyboard.press(pick(random, KEYS)),
  (page, random) => page.keyboard.press(pick(random, KEYS)),
  (page, random) => press(page, random, '.transport button'),
  (page, random) => press(page, random, '.panel label, .tabs label, .panel button'),
  (page, random) => press(page, random, '.presets button, .lecture li button, .lesson button, .to-lesson, .enlarge'),
  async (page, random) => {
    const [width, height] = pick(random, SIZES)
    await page.setViewportSize({ width, height })
  },
  (page, random) => page.mouse.wheel(0, 900 * (uniform(random) - 0.5)),
  loseContext,
  hide,
]
const ON_PAGE: readonly Action[] = [
  ...ON_BOTH,
  (page, random) =>
    page
      .locator('.theme-choice select')
      .selectOption(pick(random, ['light', 'dark', 'projector', 'contrast']), { timeout: 1500 })
      .catch(() => {}),
  (page, random) => press(page, random, '.history button:not(:last-of-type), .claims button'),
  (page) => page.goBack({ timeout: 1500 }).catch(() => {}),
  (page) => page.goForward({ timeout: 1500 }).catch(() => {}),
]

describe.each(demosToTest())('%s', (slug) => {
  it.each([
    ['page', `/d/${slug}/`, ON_PAGE],
    ['frame', `/embed/${slug}/?ui=full`, ON_BOTH],
  ] as const)(`survives ${ACTIONS} actions on its %s (seed ${SEED})`, { timeout: 900_000 }, async (_where, path, actions) => {
    const visit = await open(path)
    const { page, problems } = visit
    await isReady(visit, slug)
    await page.waitForTimeout(2000)
    const before = await heapOf(page)
    const frozen: number[] = []
    await page.exposeFunction('frozen', (ms: number) => frozen.push(ms))
    await page.addInitScript(watchFrames, FROZEN)
    await page.evaluate(watchFrames, FROZEN)
    const random = stream(SEED, slug)
    for (let k = 0; k < ACTIONS; k++) {
      await pick(random, actions)(page, random)
      if (k % 25 === 24) await backHome(page, path)
    }
    await backHome(page, path)
    expect(problems).toEqual([])
    expect(frozen, 'ms between frames').toEqual([])
    await page.keyboard.press('Escape')
    for (let k = 0; k < 3; k++) await page.keyboard.press('r') // by way of an open stop to the same state as before: a longer run may be larger
    await page.waitForTimeout(2500)
    expect((await heapOf(page)) - before, 'bytes kept').toBeLessThan(KEPT)
  })
})

/** Reports each frame that comes later than `limit` ms after the one before, in every page that is loaded, once it is ready. */
function watchFrames(limit: number): void {
  let last = Number.POSITIVE_INFINITY
  const tick = () => {
    const now = performance.now()
    if (now - last > limit) window.frozen(now - last)
    if (document.documentElement.dataset.ready) last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

/** Back to the demo if an action has led away; visible again if one has hidden it. */
async function backHome(page: Page, path: string): Promise<void> {
  const { pathname } = new URL(path, inject('url'))
  if (!page.url().includes(pathname.replace(/\/$/, ''))) await page.goto(inject('url') + path).catch(() => {})
  if (await page.evaluate(() => document.hidden)) await hide(page)
}

declare global {
  interface Window {
    frozen(ms: number): void
  }
}
