// What holds for the page of every demo: each preset, lecture step and tab draws without a complaint.
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
})
