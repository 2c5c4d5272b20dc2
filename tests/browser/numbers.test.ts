// Numbers typed and dragged, in a browser that speaks another language than the page.
import { expect, it } from 'vitest'
import { eventually, isReady, open } from '../support/browser'

it('reads a plain point in German, drops a refusal with the next good value, and writes short values after a drag', async () => {
  const visit = await open('/d/heavy-ball', { locale: 'de-DE' })
  const { page, problems } = visit
  await isReady(visit, 'heavy-ball')
  const field = page.getByRole('textbox', { name: 'momentum', exact: true })
  const note = page.locator('[data-control=beta] .field-note')
  const type = async (text: string) => {
    await field.fill(text)
    await field.press('Enter')
  }
  for (const [text, shown] of [
    ['0.125', '0,125'],
    ['1.005', '1,005'],
    ['0,5', '0,500'],
  ] as const) {
    await type(text)
    await expect.poll(() => field.inputValue()).toBe(shown)
    expect(await note.count()).toBe(0)
  }
  await type('0.125.5')
  expect(await note.innerText()).toContain('is not a number')
  await page.getByRole('slider', { name: 'momentum', exact: true }).press('ArrowRight')
  await note.waitFor({ state: 'detached' })
  await page.evaluate(() => scrollTo(0, 0)) // the slider stands lower down

  const reach = (await page.locator('[data-handle=start] .reach').boundingBox())!
  await page.mouse.move(reach.x + 14, reach.y + 14)
  await page.mouse.down()
  await page.mouse.move(reach.x + 47, reach.y + 31, { steps: 4 })
  await page.mouse.up()
  const tuning = (await page.locator('[data-handle=tuning] .reach').boundingBox())!
  await page.mouse.move(tuning.x + 14, tuning.y + 14)
  await page.mouse.down()
  await page.mouse.move(tuning.x + 31, tuning.y + 3, { steps: 4 })
  await page.mouse.up()
  const values = () =>
    page.evaluate(() => ['alpha', 'beta', 'start'].map((key) => new URLSearchParams(location.search).get(key) ?? ''))
  await eventually(values).not.toContain('')
  const [alpha, beta, start] = await values()
  expect(alpha).toMatch(/^0\.0*[1-9]\d{0,2}$/)
  expect(beta).toMatch(/^0\.\d{1,3}$/)
  expect(start).toMatch(/^-?\d+(\.\d{1,2})?,-?\d+(\.\d{1,2})?$/)
  expect(problems).toEqual([])
})
