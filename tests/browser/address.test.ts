// The address of a page: back and forward of the browser, and its link on the clipboard.
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'

it('brings the state of the address by back and forward, and from a link to another place of the same demo', async () => {
  const visit = await open('/d/heavy-ball?beta=0.5&utm_source=news')
  await isReady(visit, 'heavy-ball')
  const { page, problems } = visit
  expect(await page.locator('.notes').count()).toBe(0)
  const momentum = page.getByRole('textbox', { name: 'momentum', exact: true })
  const shown = async () => [await momentum.inputValue(), await page.locator('.step-count .tabular').innerText()]
  const type = async (text: string) => {
    await momentum.fill(text)
    await page.keyboard.press('Enter')
  }
  await type('0.6')
  await pause(page, 450)
  await page.evaluate(() => history.pushState(null, '', '/d/heavy-ball?beta=0.7&t=5')) // as a link within the page does
  await eventually(shown).toEqual(['0.700', '5'])
  await type('0.9')
  await pause(page, 450)
  await page.goBack()
  await eventually(shown).toEqual(['0.600', '30'])
  await page.goForward()
  await eventually(shown).toEqual(['0.900', '5'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => (await shown())[0]).toBe('0.600')
  await type('0.8')
  await page.locator('.brand').click() // before the address was written
  await page.waitForSelector('html[data-ready=gallery]')
  await page.goBack()
  await isReady(visit, 'heavy-ball')
  await eventually(async () => (await shown())[0]).toBe('0.800')
  expect(problems).toEqual([])
})

it('copies a link where the page may not call the clipboard, as over plain http', async () => {
  const visit = await open('/d/heavy-ball?beta=0.5')
  const { page, problems } = visit
  await isReady(visit, 'heavy-ball')
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const button = page.getByRole('button', { name: 'Copy link' })
  await button.click()
  await eventually(() => page.locator('.said').innerText()).not.toBe('')
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  const field = page.getByRole('textbox', { name: 'momentum', exact: true })
  await field.fill('')
  await field.press('Control+V')
  expect(await field.inputValue()).toBe(page.url())
  expect(problems).toEqual([])
})
