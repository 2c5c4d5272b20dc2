// axe on gallery and pages, and what axe cannot see.
import { expect, it } from 'vitest'
import { allDemos } from '../../scripts/lib/demos.mjs'
import { axeFaults, LOOKS } from '../support/axe'
import { isReady, open } from '../support/browser'
import { demosToTest } from '../support/demos'

it.each(LOOKS)('finds nothing on the gallery: $theme, $width px', async ({ theme, width }) => {
  const visit = await open(`/?theme=${theme}`, { width })
  await visit.page.waitForSelector('html[data-ready=gallery]')
  expect(await axeFaults(visit)).toEqual([])
})

/** Every demo in one look, every look at some demo; tests/storm has all of them. */
const pages = allDemos()
  .map((slug, index) => ({ slug, ...(LOOKS[index % LOOKS.length] as (typeof LOOKS)[number]) }))
  .filter(({ slug }) => demosToTest().includes(slug))

it.each(pages)('finds nothing on the page of $slug, in its lecture: $theme, $width px', async ({ slug, theme, width }) => {
  const visit = await open(`/d/${slug}?step=1&theme=${theme}`, { width })
  await isReady(visit, slug)
  await visit.page.locator('.references').scrollIntoViewIfNeeded()
  await visit.page.waitForSelector('.readme section')
  await visit.page.waitForSelector('.claim:not(.measuring)')
  expect(await axeFaults(visit)).toEqual([])
})

it.each(pages)('finds nothing in a frame of $slug: $theme', async ({ slug, theme }) => {
  const visit = await open(`/embed/${slug}/?ui=full&theme=${theme}`, { width: 960 })
  await isReady(visit, slug)
  expect(await axeFaults(visit)).toEqual([])
})

it('finds nothing on the table of claims and in the dialog for embedding', async () => {
  const table = await open('/claims/')
  await table.page.waitForSelector('html[data-ready=claims]')
  expect(await axeFaults(table)).toEqual([])
  const visit = await open('/d/heavy-ball')
  await isReady(visit, 'heavy-ball')
  await visit.page.getByRole('button', { name: 'Embed' }).click()
  await visit.page.waitForSelector('.embed-dialog iframe')
  expect(await axeFaults(visit)).toEqual([])
})

it('finds nothing in the help sheet and with a function of one’s own', async () => {
  const visit = await open('/d/heavy-ball?objective=own')
  await isReady(visit, 'heavy-ball')
  await visit.page.waitForSelector('.gradient .katex')
  await visit.page.getByRole('textbox', { name: 'f(x, y)' }).fill('x+')
  await visit.page.waitForSelector('.formula .field-note mark')
  expect(await axeFaults(visit)).toEqual([])
  await visit.page.getByRole('button', { name: 'Keys' }).click()
  expect(await axeFaults(visit)).toEqual([])
})

it('reaches every control and handle by Tab, and says what the figure shows after each step', async () => {
  const { page } = await open('/d/heavy-ball')
  await page.waitForSelector('html[data-ready=heavy-ball]')
  for (let k = 0; k < 120; k++) {
    await page.keyboard.press('Tab')
    await page.evaluate(() => document.activeElement?.closest('[data-handle], [data-control]')?.setAttribute('data-reached', ''))
  }
  const missed = await page.$$eval(':is([data-handle], [data-control]):not([data-reached])', (all) =>
    all.map((element) => element.outerHTML.slice(0, 120)),
  )
  expect(missed).toEqual([])
  const spoken = () => page.locator('[data-spoken]').innerText()
  const before = await spoken()
  await page.getByRole('button', { name: 'One step forward' }).click()
  await page.waitForFunction((old) => document.querySelector('[data-spoken]')?.textContent !== old, before)
  expect(await spoken()).toContain('31')
})
