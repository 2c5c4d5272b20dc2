// Keys and the focus: who gets a key, and that the focus is never lost.
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'

it('leaves its keys to the reader while the figure is out of sight, and plays after a press of a button by mouse', async () => {
  const visit = await open('/d/heavy-ball?t=10')
  await isReady(visit, 'heavy-ball')
  const { page } = visit
  const step = () => page.$eval('.step-count .tabular', (element) => element.textContent)
  await page.waitForSelector('.readme section') // it loads some seconds after the rest; until then the page grows
  const bottom = () => page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.locator('[data-control=beta]').getByRole('slider').press('ArrowRight') // something that R would undo
  await page.locator('h1').click()
  await pause(page, 450)
  const query = new URL(page.url()).search
  for (const key of ['End', 'r', 'ArrowRight', 'Shift+ArrowLeft', 'Space', 'Home']) {
    await bottom()
    await page.keyboard.press(key)
    await pause(page, 100)
    expect(await step(), key).toBe('10')
    expect(await page.locator('button.play').getAttribute('aria-label'), key).toBe('Play')
  }
  await eventually(() => page.evaluate(() => scrollY)).toBe(0) // Home was the reader's
  await pause(page, 450)
  expect(new URL(page.url()).search).toBe(query)

  const forward = page.getByRole('button', { name: 'One step forward' })
  await forward.click()
  await page.keyboard.press('Space')
  await page.waitForSelector('button[aria-label=Pause]')
  await page.keyboard.press('Space')
  await page.waitForSelector('button[aria-label=Play]')
  await page.keyboard.press('Home')
  await expect.poll(step).toBe('0')
  await forward.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab') // the focus came by key: the button is pressed
  await page.keyboard.press('Space')
  await expect.poll(step).toBe('1')
})

it('keeps the focus on the page from the gallery into a demo and back', async () => {
  const { page } = await open('/')
  await page.waitForSelector('html[data-ready=gallery]')
  const focus = () => page.evaluate(() => document.activeElement?.localName)
  await page.locator('.card a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.transport')
  await expect.poll(focus).toBe('main')
  await page.goBack()
  await page.waitForSelector('html[data-ready=gallery]')
  await expect.poll(focus).toBe('main')
  await page.getByRole('searchbox').fill('nothing of this kind')
  await page.getByRole('button', { name: 'Show all' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.cards')
  await expect.poll(focus).not.toBe('body')
})
