// Whether a picture changes.
import type { Page } from 'playwright-core'

/** A part of the page as pixels, once two looks agree: maps from a worker may still be filling in. */
export async function look(page: Page, part = '.stage'): Promise<string> {
  let before = ''
  for (let tries = 0; tries < 40; tries++) {
    const now = (await page.locator(part).screenshot({ animations: 'disabled' })).toString('base64')
    if (now === before) return now
    before = now
    await page.waitForTimeout(120)
  }
  return before
}

const PATIENCE = 5000 // ms: a run from the worker may be this late on a busy machine

/** Whether the figure changes from `before`. */
export async function changes(page: Page, before: string): Promise<boolean> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) if ((await look(page)) !== before) return true
  return false
}
