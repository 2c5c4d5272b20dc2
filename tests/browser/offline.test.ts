// Without a network: the site's own pages, a lecture that was kept, and what an update makes of it.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { writeServiceWorker } from '../../scripts/lib/serviceWorker.mjs'
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

/** Brings the lecture to the page and keeps it for where there is no network. */
async function keepLecture(page: Page) {
  await page.waitForSelector('.lectures[data-loaded]')
  await page
    .locator('.file-button input')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(LECTURE) })
  await eventually(() => page.locator('.slides > li').count()).toBe(2)
  await page.getByText('Take it away', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep it for where there is no network' }).click()
  await page.getByText(/This lecture runs without a network now \(\d+\.\d MB\)/).waitFor({ timeout: 120_000 })
  await eventually(() => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state))).toBe('activated')
}

it('keeps a lecture, and shows it without a network: list, wall and demo', async () => {
  const visit = await open('/lecture')
  const { page } = visit
  await keepLecture(page)
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

it('keeps one build: an update of the site comes with its demos once the last page of the old one is closed', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'momentarium-'))
  cpSync('dist', dist, { recursive: true })
  const { url, close } = await serve(0, dist)
  const { page } = await open('/licences/')
  const context = page.context()
  /** The builds of the site's page and of the kept demo, as this page gets them. */
  const builds = (tab: Page) =>
    tab.evaluate(async () => {
      const kept = await (await caches.open('momentarium-kept')).match('/embed/heavy-ball/')
      const buildOf = (html = '') => /data-build="(\w+)"/.exec(html)?.[1] ?? 'first'
      return [await (await fetch('/lecture/')).text(), await kept?.text()].map(buildOf)
    })
  try {
    await page.goto(`${url}/lecture`)
    await keepLecture(page)
    for (const path of ['index.html', 'lecture/index.html', 'embed/heavy-ball/index.html']) {
      const html = readFileSync(join(dist, path), 'utf8')
      writeFileSync(join(dist, path), html.replace('<html', '<html data-build="second"'))
    }
    await writeServiceWorker(dist)
    await page.reload()
    const waits = () => navigator.serviceWorker.ready.then(({ waiting }) => waiting !== null)
    await eventually(() => page.evaluate(waits)).toBe(true)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 12_000))) // an open page renews what is kept after a while
    expect(await builds(page)).toEqual(['first', 'first'])

    await page.close()
    const next = await context.newPage()
    await next.goto(`${url}/lecture`)
    await eventually(() => builds(next)).toEqual(['second', 'second'])
  } finally {
    await close()
  }
})

it('can be installed', async () => {
  const { page } = await open('/')
  const session = await page.context().newCDPSession(page)
  expect(await session.send('Page.getAppManifest')).toMatchObject({
    url: expect.stringContaining('/manifest.webmanifest'),
    errors: [],
  })
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]) // a test's window keeps nothing
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
