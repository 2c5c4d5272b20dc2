// Parts of a page that fail to load.
import { expect, it } from 'vitest'
import { eventually, isReady, open } from '../support/browser'

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
