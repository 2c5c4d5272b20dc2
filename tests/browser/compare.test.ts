// Two states side by side: kept, changed by hand on either side, at one step, and brought back by a link, in a frame and in a lecture.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, isReady, open } from '../support/browser'
import { drag } from '../support/gesture'
import { changes, look } from '../support/look'

const words = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
const side = (page: Page, letter: string) => page.locator(`[data-side=${letter}]`)

it.each(['mouse', 'touch'] as const)('keeps a state beside the one that is changed, by %s', async (hand) => {
  const visit = await open('/d/heavy-ball?t=20')
  const { page, problems } = visit
  await isReady(visit, 'heavy-ball')
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true })
    await button.scrollIntoViewIfNeeded()
    if (hand === 'mouse') await button.click()
    else await drag(page, 'touch', button, [0, 0])
  }
  await press('Compare')
  await side(page, 'B').locator('.plot canvas, .plot svg').first().waitFor()
  expect(await side(page, 'A').locator('h3').innerText()).toContain('change something')
  const handle = (letter: string) => side(page, letter).locator('[data-handle] .reach').first()
  /** Numbers of one side, in the table. */
  const numbers = async (letter: string) =>
    (await page.locator(`.readouts td:nth-of-type(${letter === 'A' ? 1 : 2})`).allInnerTexts()).join()
  await eventually(async () => (await numbers('B')) === (await numbers('A'))).toBe(true)
  const kept = await numbers('B')

  await handle('A').scrollIntoViewIfNeeded()
  await drag(page, hand, handle('A'), [60, 40])
  await eventually(() => words(page)).toMatchObject({ b: '1' })
  await eventually(() => numbers('A')).not.toBe(kept)
  expect(await numbers('B')).toBe(kept)
  const own = await numbers('A')

  await drag(page, hand, handle('B'), [40, 60])
  await eventually(() => Object.keys(words(page)).some((key) => key.startsWith('b.'))).toBe(true)
  await eventually(() => numbers('B')).not.toBe(kept)
  expect(await numbers('A')).toBe(own)
  const before = words(page)

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()) // a handle would take the key
  await page.keyboard.press('ArrowRight') // one clock
  await eventually(() => words(page).t).toBe('21')
  const link = page.url()
  await press('Swap A and B')
  await eventually(() => words(page)['b.start']).toBe(before.start)
  await page.keyboard.press('Control+z')
  await eventually(() => page.url()).toBe(link)
  await press('End comparison')
  await eventually(() => Object.keys(words(page)).filter((key) => key.startsWith('b'))).toEqual([])
  expect(await page.locator('.side').count()).toBe(0)
  expect(problems).toEqual([])
})

it('comes back by a link, on the page, in a frame and in a picture', async () => {
  const query = 'beta=0.5&b.beta=0.9&t=20'
  for (const path of [`/d/heavy-ball/?${query}`, `/embed/heavy-ball/?${query}&ui=player`]) {
    const visit = await open(path)
    const { page, problems } = visit
    await isReady(visit, 'heavy-ball')
    await side(page, 'B').locator('.plot').waitFor()
    for (const letter of ['A', 'B']) {
      const box = (await side(page, letter).locator('.plot').boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThan(200)
    }
    expect(await side(page, 'A').locator('h3').innerText()).toContain('momentum 0.500')
    expect(await side(page, 'B').locator('h3').innerText()).toContain('momentum 0.900')
    const before = await look(page, '[data-side=B]')
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    expect(await changes(page, before)).toBe(true)
    expect(problems).toEqual([])
  }
})
