// Parts of a page that do not come, and long text from the address.
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'

it('keeps figure and history when a part does not load, and loads it on another try', async () => {
  const visit = await open('/icon.svg')
  const { page } = visit
  const parts = /\/(embedDialog|formulaControl|stage3d)-/
  let cut = true
  await page.route(parts, (route) => (cut ? route.abort('internetdisconnected') : route.continue()))
  await page.goto(`${new URL(page.url()).origin}/d/heavy-ball?beta=0.5`)
  await isReady(visit, 'heavy-ball')
  const momentum = page.getByRole('textbox', { name: 'momentum', exact: true })
  await momentum.fill('0.6')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Embed' }).click()
  await page.getByText('your own f(x, y)').click()
  await eventually(() => page.locator('.missing').count()).toBe(2)
  expect(await page.locator('.error-page').count()).toBe(0)
  expect(await momentum.inputValue()).toBe('0.600')
  expect(await page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true)
  cut = false
  await page.locator('.control .missing button').click()
  await page.getByRole('textbox', { name: 'f(x, y)' }).waitFor()
  await page.locator('.missing button').click()
  await page.waitForSelector('dialog.embed-dialog[open]')
})

it('shows of long text from the address as much as a page holds', async () => {
  const digits = '1'.repeat(3000)
  const unknown = Array.from({ length: 300 }, (_, k) => `w${k}=1`).join('&')
  for (const path of [
    `/d/heavy-ball?beta=${digits}&${unknown}`,
    `/d/${'x'.repeat(3000)}`,
    '/d/heavy-ball?objective=own&formula=tan(tan(tan(tan(tan(x*y)))))',
  ]) {
    const visit = await open(path, { width: 390 })
    const { page } = visit
    await page.waitForSelector('.notes, .error-page, .gradient .katex')
    await pause(page, 300)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path.slice(0, 40)).toBeLessThanOrEqual(390)
    const height = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.notes, .error-page h1, .gradient')].map((one) => one.clientHeight)),
    )
    expect(height, path.slice(0, 40)).toBeLessThan(700)
    const more = page.locator('.notes li').last()
    if (path.includes('w299')) expect(await more.innerText()).toBe('and 293 more')
  }
})
