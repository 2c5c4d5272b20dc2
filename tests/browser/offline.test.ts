// Without a network: the site's own pages, and a lecture that was kept.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { eventually, isReady, open } from '../support/browser'

const LECTURE = JSON.stringify({
  momentarium: 'lecture',
  version: 1,
  title: 'Thursday',
  slides: [
    { title: 'A ball', demo: 'heavy-ball', query: 'beta=0.7' },
    { title: 'Words', text: 'nothing else' },
  ],
})

it('keeps a lecture, and shows it without a network: list, wall and demo', async () => {
  const visit = await open('/lecture')
  const { page } = visit
  await page.waitForSelector('.lectures[data-loaded]')
  await page
    .locator('.file-button input')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(LECTURE) })
  await eventually(() => page.locator('.slides > li').count()).toBe(2)
  await page.getByText('Take it away', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep it for where there is no network' }).click()
  await page.getByText(/This lecture runs without a network now \(\d+\.\d MB\)/).waitFor({ timeout: 120_000 })
  await eventually(() => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state))).toBe('activated')

  const { origin } = new URL(page.url())
  await page.context().setOffline(true)
  await page.goto(`${origin}/lecture`)
  await page.waitForSelector('.lectures[data-loaded]')
  await eventually(() => page.locator('.slides > li').count()).toBe(2)
  await page.getByRole('button', { name: 'Present' }).first().click()
  const frame = page.frameLocator('.walk-demo[data-here] iframe')
  await frame.locator('html[data-ready=heavy-ball]').waitFor({ state: 'attached', timeout: 60_000 })
  expect(await frame.locator('.plot').count()).toBeGreaterThan(0)

  await page.goto(`${origin}/d/heavy-ball/?beta=0.7`)
  await isReady(visit, 'heavy-ball')
})

it('takes a lecture away as one file that runs from a disk', async () => {
  const { page, problems } = await open('/lecture')
  await page.waitForSelector('.lectures[data-loaded]')
  await page
    .locator('.file-button input')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(LECTURE) })
  await eventually(() => page.locator('.slides > li').count()).toBe(2)
  await page.getByText('Take it away', { exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'One file, without a network' }).click(),
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'momentarium-')), 'lecture.html')
  await download.saveAs(file)
  await page.goto('about:blank') // the site may still be fetching what it will want
  problems.length = 0
  await page.context().setOffline(true)
  await page.goto(pathToFileURL(file).href)
  const frame = page.frameLocator('iframe')
  await frame.locator('html[data-ready=heavy-ball]').waitFor({ state: 'attached', timeout: 60_000 })
  expect(await frame.locator('[data-control=beta] input[type=range]').inputValue()).toBeTruthy()
  await page.keyboard.press('PageDown')
  await eventually(() => page.evaluate(() => scrollY > innerHeight / 2)).toBe(true)
  expect(problems).toEqual([])
})

it('does nothing of the kind in a frame', async () => {
  const visit = await open('/embed/heavy-ball/')
  await isReady(visit, 'heavy-ball')
  expect(await visit.page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0)
})
