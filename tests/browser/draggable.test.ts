// Everything that looks as if it could be dragged or tapped can be, by a finger too: in every demo, in each of its tabs.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'
import { demosToTest } from '../support/demos'
import { drag, gesture, type Place } from '../support/gesture'
import { changes, look } from '../support/look'

const WAYS: readonly Place[] = [
  [31, -23],
  [-31, 23],
  [4, 44],
  [-44, -4],
  [140, 0], // for things with a few places, farther apart
  [-140, 0],
]

/** In the page: marks the outermost elements whose cursor says that they can be taken, and gives their names. */
function takeable(): string[] {
  const asks = (element: Element | null) => element !== null && /^(grab|move|crosshair)$/.test(getComputedStyle(element).cursor)
  const found = [...document.querySelectorAll('.stage *')].filter((one) => asks(one) && !asks(one.parentElement))
  const handles = [...document.querySelectorAll('[data-handle]')]
  return [...handles, ...found.filter((one) => !one.closest('[data-handle]'))].map((one, k) => {
    one.setAttribute('data-takeable', String(k))
    return `${one.closest('[data-view]')?.getAttribute('data-view')}: ${one.getAttribute('data-handle') ?? one.getAttribute('class')}`
  })
}

/** Names of the views that are shown. */
const viewsOf = (page: Page) =>
  page.locator('.stage [data-view]').evaluateAll((all) => all.map((one) => one.getAttribute('data-view')).join())

/** The state, as the address says it. */
const stateOf = (page: Page) => new URL(page.url()).search

/** Whether the state changes; the address follows when a drag has ended. */
async function changesState(page: Page, before: string): Promise<boolean> {
  for (let tries = 0; tries < 10 && stateOf(page) === before; tries++) await pause(page, 150)
  return stateOf(page) !== before
}

/** Whether one of them changes the picture and the state when a finger drags it, or taps a plane beside its middle. */
async function follows(page: Page, index: number): Promise<boolean> {
  const thing = page.locator(`[data-takeable="${index}"]`)
  const isHandle = (await thing.getAttribute('data-handle')) !== null // a stage that is turned by hand has handles inside
  const grip = isHandle ? thing.locator('.reach') : thing
  const isTapped = await thing.evaluate((one) => getComputedStyle(one).cursor === 'crosshair')
  for (const way of WAYS) {
    await grip.scrollIntoViewIfNeeded()
    const before = await look(page)
    const state = stateOf(page)
    const { x, y, width, height } = (await grip.boundingBox())!
    if (isTapped) await gesture(page, 'touch', [x + (0.5 + way[0] / 200) * width, y + (0.5 + way[1] / 200) * height])
    else await drag(page, 'touch', grip, way)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()) // a focus ring around it does not count
    // highlighting under the finger changes no state
    const isChanged = (await changes(page, before)) && (await changesState(page, state))
    if (!isChanged) continue
    await page.keyboard.press('Control+z')
    await eventually(() => stateOf(page)).toBe(state) // it is written late, and would look like the next one's answer
    return true
  }
  return false
}

describe.each(demosToTest())('%s', (slug) => {
  it('follows a finger wherever its cursor says that something can be taken', { timeout: 400_000 }, async () => {
    const visit = await open(`/d/${slug}`, { touch: true, height: 1400 })
    const { page } = visit
    await isReady(visit, slug)
    await eventually(() => page.locator('[data-handle]').count()).toBeGreaterThan(0)
    const dead: string[] = []
    let found = 0
    const tabs = page.locator('.tabs label')
    for (let tab = 0; tab < Math.max(1, await tabs.count()); tab++) {
      if (tab > 0) {
        const before = await viewsOf(page)
        await tabs.nth(tab).click()
        // until the new tab has its first picture the old one stands, with things that will be gone
        for (let tries = 0; tries < 25 && (await viewsOf(page)) === before; tries++) await pause(page, 200)
      }
      await look(page)
      // a stage in 3D and what belongs to a sweep come late; a tab of charts alone may have nothing to take
      for (let tries = 0; tries < 20 && (await page.evaluate(takeable)).length === 0; tries++) await pause(page, 500)
      const names = await page.evaluate(takeable)
      found += names.length
      for (const [index, name] of names.entries()) if (!(await follows(page, index))) dead.push(`tab ${tab}, ${name}`)
    }
    expect(dead).toEqual([])
    expect(found).toBeGreaterThan(0)
  })
})
