// No control of any demo is dead: each one that is shown changes the figure.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { isReady, open } from '../support/browser'
import { demosToTest } from '../support/demos'

/** The figure as pixels, once two looks agree: maps from a worker may still be filling in. */
async function look(page: Page): Promise<string> {
  let before = ''
  for (let tries = 0; tries < 40; tries++) {
    const now = (await page.locator('.stage').screenshot({ animations: 'disabled' })).toString('base64')
    if (now === before) return now
    before = now
    await page.waitForTimeout(120)
  }
  return before
}
const tabsOf = (page: Page) => page.locator('.tabs label')

describe.each(demosToTest())('%s', (slug) => {
  it('has no dead control: each one shown changes the figure', { timeout: 400_000 }, async () => {
    const visit = await open(`/d/${slug}`, { height: 1400 })
    const { page } = visit
    await isReady(visit, slug)
    const dead: string[] = []
    for (let tab = 0; tab < Math.max(1, await tabsOf(page).count()); tab++) {
      if (tab > 0) await tabsOf(page).nth(tab).click()
      const names = await page.$$eval('[data-control]', (all) => all.map((element) => element.getAttribute('data-control') ?? ''))
      for (const name of names) {
        const control = page.locator(`[data-control="${name}"]`)
        const before = await look(page)
        const range = control.locator('input[type=range]')
        if ((await range.count()) > 0) {
          const high = (await range.inputValue()) === (await range.getAttribute('max'))
          await range.press(high ? 'Home' : 'End')
        } else if ((await control.locator('input[type=radio]').count()) > 0)
          await control.locator('label:not(:has(:checked))').last().click()
        else if ((await control.locator('input[type=checkbox]').count()) > 0) await control.locator('label').click()
        else if ((await control.getByRole('button', { name: 'New seed' }).count()) > 0)
          await control.getByRole('button', { name: 'New seed' }).click()
        else if ((await control.locator('input').count()) > 0) await control.locator('input').first().press('ArrowUp')
        else continue // a list that is empty until something is dragged
        await page.locator('h1').hover()
        await page.waitForTimeout(120)
        if ((await look(page)) === before) dead.push(name)
        await page.getByRole('button', { name: 'Undo' }).click()
        await page.waitForTimeout(60)
      }
    }
    expect(dead).toEqual([])
  })
})
