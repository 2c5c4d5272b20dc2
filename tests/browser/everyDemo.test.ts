// What holds for the page of every demo.
import { describe, expect, it } from 'vitest'
import { isReady, open } from '../support/browser'
import { demoSlugs } from '../support/demos'

describe.each(demoSlugs())('%s', (slug) => {
  it('shows every preset, lecture step and tab without a complaint', async () => {
    const visit = await open(`/d/${slug}`)
    const { page, problems } = visit
    await isReady(visit, slug)
    for (const selector of ['.presets button', '.lecture li button', '.tabs label']) {
      const count = await page.locator(selector).count()
      for (let k = 0; k < count; k++) {
        await page.locator(selector).nth(k).click()
        await page.waitForTimeout(150)
        expect(await page.locator('.error-page, .notes').count(), `${selector} ${k}`).toBe(0)
        expect(await page.locator('.stage .plot').count()).toBeGreaterThan(0)
      }
    }
    expect(problems).toEqual([])
  })

  it('can be used by keyboard alone, says and tabulates its numbers, and loses nothing when it is enlarged', async () => {
    const visit = await open(`/d/${slug}`)
    const { page } = visit
    await isReady(visit, slug)
    const unreachable = await page.$$eval('[data-handle], [data-control]', (all) =>
      all
        .filter(
          (element) =>
            ![element, ...element.querySelectorAll<HTMLElement>('*')].some((one) => (one as HTMLElement).tabIndex >= 0),
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    expect(unreachable).toEqual([])

    await page.keyboard.press('Home')
    const spoken = () => page.locator('[data-spoken]').innerText()
    const rest = { timeout: 20_000 } // it waits until pictures have come to rest, training too
    await expect.poll(spoken, rest).toContain(' 0.')
    const before = await spoken()
    await page.keyboard.press('ArrowRight')
    await expect.poll(spoken, rest).not.toBe(before)

    const table = page.locator('.steps-table')
    await table.locator('summary').click()
    await expect.poll(() => table.locator('tbody tr').count(), rest).toBeGreaterThan(2)
    expect(await table.locator('tr[aria-current] th').innerText()).toBe('1')

    for (const [width, height] of [
      [640, 400], // 1280 x 800 at 200 %
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.waitForTimeout(200)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width)
      expect(await page.locator('.panel [data-control]').last().isVisible()).toBe(true)
      expect(await page.getByRole('button', { name: 'Play', exact: true }).isVisible()).toBe(true)
    }
  })
})
