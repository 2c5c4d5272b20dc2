// No control of any demo is dead: each one that is shown changes the figure.
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { isReady, open } from '../support/browser'
import { demosToTest } from '../support/demos'
import { changes, look } from '../support/look'

/** Ways to change a control, one after the other: whether one end changes the figure may depend on the other controls. */
async function waysOf(control: Locator): Promise<(() => Promise<void>)[]> {
  const has = async (selector: string) => (await control.locator(selector).count()) > 0
  const range = control.locator('input[type=range]')
  if (await has('input[type=range]')) return ['End', 'Home', 'ArrowRight', 'ArrowLeft'].map((key) => () => range.press(key))
  if (await has('input[type=radio]')) return [() => control.locator('label:not(:has(:checked))').last().click()]
  if (await has('input[type=checkbox]')) return [() => control.locator('label').click()]
  const seed = control.getByRole('button', { name: 'New seed' })
  if ((await seed.count()) > 0) return [() => seed.click()]
  const input = control.locator('input, textarea').first()
  if ((await input.count()) === 0) return []
  if (await has('.number-field')) return ['ArrowUp', 'ArrowDown'].map((key) => () => input.press(key)) // one may be at its end
  const words = (await input.inputValue()).split(/\s+/)
  return [() => input.fill(words.slice(0, -1).join(' ')).then(() => input.press('Enter'))]
}
const tabsOf = (page: Page) => page.locator('.tabs label')

describe.each(demosToTest())('%s', (slug) => {
  it('has no dead control: each one shown changes the figure', { timeout: 400_000 }, async () => {
    const visit = await open(`/d/${slug}`, { height: 1400 })
    const { page } = visit
    await isReady(visit, slug)
    const undo = page.getByRole('button', { name: 'Undo', exact: true })
    const dead: string[] = []
    for (let tab = 0; tab < Math.max(1, await tabsOf(page).count()); tab++) {
      if (tab > 0) await tabsOf(page).nth(tab).click()
      const names = await page.$$eval('[data-control]', (all) => all.map((element) => element.getAttribute('data-control') ?? ''))
      for (const name of names) {
        const ways = await waysOf(page.locator(`[data-control="${name}"]`)) // none: a list that is empty until something is dragged
        let alive = ways.length === 0
        for (const change of ways) {
          if (alive) break
          const before = await look(page)
          const place = page.url()
          await change()
          await page.locator('h1').hover()
          const changed = await changes(page, before)
          await page.waitForTimeout(600) // the address follows
          if (page.url() === place) continue // it stood there before: what changed in the figure changes by itself
          alive = changed
          await undo.click()
          await look(page, '.panel') // what it says follows the figure
        }
        if (!alive) dead.push(name)
      }
    }
    expect(dead).toEqual([])
  })
})
