// The example deck in the real Slidev: built and paged through, and exported with its clicks. `npm run test:decks`.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { slidevDeck } from '@/lecture/exports'
import { slideOf } from '@/lecture/format'
import { serveFiles } from '../../scripts/lib/files.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { eventually, open, pause } from '../support/browser'
import { framed } from '../support/hosts'

const FOLDER = '.cache/decks' // as deep as examples/slidev, so that the path of the addon is right
const slidev = (...args: string[]) =>
  run(process.execPath, ['.cache/slidev/node_modules/@slidev/cli/bin/slidev.mjs', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true })
  const slides = readFileSync('examples/slidev/slides.md', 'utf8')
    .replace(/^momentarium: .*$/m, `momentarium: ${inject('url')}`)
    .replace(/^title:/m, 'routerMode: hash\ntitle:')
  writeFileSync(`${FOLDER}/slides.md`, slides)
})

const every = ['artifacts', 'cure', 'fence', 'momentum', 'ellipse', 'price', 'slide', 'no-cure', 'found']
/** Slide, click and step of the lesson, in the order of `next`. */
const path = [
  '1 0',
  ...['2 0 fence', '2 1 fence:deed', '2 2 momentum', '2 3 wedge'],
  ...['3 0', '3 1'],
  ...every.map((step, click) => `4 ${click} ${step}`),
  '5 0',
]

it('exports a picture for each click', async () => {
  const chromium = process.env.CHROMIUM as string
  const args = ['--with-clicks', '--format', 'png', '--wait', '4000', '--timeout', '120000', '--executable-path', chromium]
  expect(await slidev('export', `${FOLDER}/slides.md`, '--output', `${FOLDER}/pages`, ...args)).toBe(0)
  const files = readdirSync(`${FOLDER}/pages`).sort()
  const pages = path.map((stop) => {
    const [slide, click] = stop.split(' ').map(Number)
    return `${String(slide).padStart(3, '0')}-${String((click ?? 0) + 1).padStart(2, '0')}.png`
  })
  expect(files).toEqual(pages)
  const hashes = files.map((file) =>
    createHash('sha256')
      .update(readFileSync(`${FOLDER}/pages/${file}`))
      .digest('hex'),
  )
  expect(new Set(hashes).size).toBe(pages.length)
})

let served: Awaited<ReturnType<typeof serveFiles>> | undefined
afterAll(() => served?.close())

async function deck(place: string) {
  if (!served) {
    expect(await slidev('build', `${FOLDER}/slides.md`, '--out', `${process.cwd()}/${FOLDER}/dist`, '--base', './')).toBe(0)
    served = await serveFiles({ '/': `${FOLDER}/dist` })
  }
  const visit = await open('/icon.svg')
  await visit.page.goto(`${served.url}/index.html#/${place}`)
  await visit.page.locator('.slidev-page:visible').first().waitFor() // no key is heard before
  return visit
}
/** Slide, click, and the step of the demo in sight. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const [, slide = '', clicks = '0'] = /#\/(?:presenter\/)?(\d+)(?:\?clicks=(\d+))?/.exec(location.hash) ?? []
    const demo = document.querySelector('momentarium-demo:not([covered]):not([live=never])')
    return [slide, clicks, demo?.getAttribute('step')].filter(Boolean).join(' ')
  })
const isRunning = (page: Page) =>
  page.waitForFunction(
    () => (document.querySelector('momentarium-demo:not([covered])') as { connected?: boolean } | null)?.connected,
  )

it('steps through the demos with its clicks, forth and back', async () => {
  const { page } = await deck('1')
  await eventually(() => shown(page)).toBe('1 0')
  for (const stop of path.slice(1)) {
    if (stop === '5 0') await pause(page, 300)
    await page.keyboard.press('ArrowRight')
    await eventually(() => shown(page)).toBe(stop)
    if (/^[245]/.test(stop)) await isRunning(page)
  }
  expect(await framed(page)).toHaveLength(3)
  for (const stop of path.slice(0, -1).reverse()) {
    await page.keyboard.press('ArrowLeft')
    await eventually(() => shown(page)).toBe(stop)
  }
})

it('turns slides after a click into a demo', async () => {
  const { page } = await deck('2')
  await isRunning(page)
  await page.locator('momentarium-demo:not([covered])').click({ position: { x: 300, y: 8 } })
  await eventually(() => page.evaluate(() => document.activeElement?.localName)).toBe('momentarium-demo')
  await page.keyboard.press('ArrowRight')
  await eventually(() => shown(page)).toBe('2 1 fence:deed')
})

it('shows the presenter pictures', async () => {
  const { page } = await deck('presenter/2?clicks=1')
  await eventually(() => shown(page)).toBe('2 1 fence:deed')
  await pause(page, 2000)
  expect(await framed(page)).toEqual([])
  const pictures = await page.$$eval('momentarium-demo', (all) =>
    all.map((one) => one.shadowRoot?.querySelector('img')?.src.split('/').at(-1)),
  )
  expect(pictures).toEqual(expect.arrayContaining(['fence.deed.webp', 'momentum.webp'])) // this click and the next
})

it('runs a lecture that was saved as a Slidev deck, whatever its texts contain', async () => {
  const slides = [
    slideOf({ title: 'Thursday', text: 'With $\\beta = 0.9$ <script>alert(1)</script> {{ 1 + 1 }}\n\n---\n\nstill this slide' }),
    slideOf({ demo: 'heavy-ball', query: 'step=fence', title: 'The fence', notes: 'Ask --> first.' }),
    slideOf({ demo: 'heavy-ball', query: 'beta=0.5&b.beta=0.9&t=20', title: 'Two "momenta"' }),
  ]
  const text = slidevDeck({ title: 'A "lecture"', slides }, inject('url'))
    .replace('slidev-addon-momentarium', '"@/../../packages/slidev-addon-momentarium"')
    .replace(/^title:/m, 'theme: default\nfonts:\n  provider: none\nrouterMode: hash\ntitle:')
  const folder = '.cache/lecture'
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/slides.md`, text)
  expect(await slidev('build', `${folder}/slides.md`, '--out', `${process.cwd()}/${folder}/dist`, '--base', './')).toBe(0)
  const files = await serveFiles({ '/': `${folder}/dist` })
  const { page } = await open('/icon.svg')
  await page.goto(`${files.url}/index.html#/1`)
  const here = page.locator('.slidev-page:visible')
  await eventually(() => here.innerText()).toContain('still this slide')
  expect(await here.innerText()).toContain('{{ 1 + 1 }}')
  for (const stop of ['2 0 fence', '2 1 fence:deed', '2 2 fence:answer', '3 0']) {
    await page.keyboard.press('ArrowRight')
    await eventually(() => shown(page)).toContain(stop)
    await isRunning(page)
  }
  const frame = page.frameLocator('momentarium-demo:not([covered]) iframe')
  await frame.locator('[data-side=B]').waitFor()
  await files.close()
})
