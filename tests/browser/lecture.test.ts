// A lecture of one's own: collected in demos, ordered by every hand, presented, taken away; and tours. Nothing is lost where the browser keeps nothing.
import type { Locator, Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { eventually, isReady, open, type Visit } from '../support/browser'
import { gesture, HANDS, middle } from '../support/gesture'

/** Ten states of five demos, three of them collected by hand. */
const STATES = [
  'heavy-ball?beta=0.5',
  'heavy-ball?step=fence',
  'apg?step=burnt',
  'three-body',
  'three-body?step=twins',
  'swav?step=swap',
  'swav',
  'momentum-sampling',
  'momentum-sampling?step=cure',
  'apg?w=3',
]
const file = (slides: object[]) => JSON.stringify({ momentarium: 'lecture', version: 1, title: 'Thursday', slides })
const state = (address: string) => {
  const [demo, query = ''] = address.split('?')
  return { demo, query, title: address }
}
const titles = (page: Page) => page.locator('.slide-words strong').allInnerTexts()

async function openFile(page: Page, text: string) {
  await page
    .locator('.file-button input')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}
async function editor(path = '/lecture', look = {}): Promise<Visit> {
  const visit = await open(path, look)
  await visit.page.waitForSelector('.lectures[data-loaded]')
  return visit
}

it('collects states and stops of demos by mouse, key and finger, and keeps them through a reload', async () => {
  const visit = await open(`/d/${STATES[0]}`, { touch: true })
  const { page, problems } = visit
  const origin = new URL(page.url()).origin
  const press = [(add: Locator) => add.click(), (add: Locator) => add.press('Enter'), (add: Locator) => add.tap()]
  for (const [k, address] of STATES.slice(0, 3).entries()) {
    await page.goto(`${origin}/d/${address}`)
    await isReady(visit, address.split('?')[0] as string)
    const add = page.getByRole('button', { name: 'Add to lecture' })
    await press[k % press.length]?.(add)
    await page.getByText(/It is slide \d of your lecture/).waitFor({ state: 'attached' })
  }
  await page.goto(`${origin}/lecture`)
  await eventually(() => page.locator('.slides > li').count()).toBe(3)
  await page.getByRole('textbox', { name: 'Title of the lecture' }).fill('Thursday')
  await page.getByRole('button', { name: 'Edit' }).first().click()
  await page.getByRole('textbox', { name: /^Text/ }).fill('With $\\beta = ½$ <script>alert(1)</script>')
  await page.reload()
  await eventually(() => page.locator('.slides > li').count()).toBe(3)
  expect(await page.getByRole('textbox', { name: 'Title of the lecture' }).inputValue()).toBe('Thursday')
  await page.getByRole('button', { name: 'Edit' }).first().click()
  expect(await page.getByRole('textbox', { name: /^Text/ }).inputValue()).toContain('<script>')
  await page.getByRole('link', { name: 'Open this state' }).click()
  await isReady(visit, 'heavy-ball')
  expect(page.url()).toContain('beta=0.5')
  expect(problems).toEqual([])
})

it.each(HANDS)('is ordered by %s, and by keys', async (hand) => {
  const { page } = await editor('/lecture', { touch: hand === 'touch', height: 1000 })
  await openFile(page, file(['A', 'B', 'C', 'D'].map((title) => ({ title }))))
  await eventually(() => titles(page)).toEqual(['A', 'B', 'C', 'D'])
  const grip = (index: number) => page.locator('.slide-grip').nth(index)
  const to = await middle(grip(0))
  await gesture(page, hand, await middle(grip(2)), [to[0], to[1] - 20])
  await eventually(() => titles(page)).toEqual(['C', 'A', 'B', 'D'])
  await grip(0).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await eventually(() => titles(page)).toEqual(['A', 'C', 'B', 'D'])
  await page.keyboard.press('Alt+ArrowDown') // the focus has gone with it
  await eventually(() => titles(page)).toEqual(['A', 'B', 'C', 'D'])
  await page.getByRole('button', { name: 'Move up' }).nth(3).click()
  await eventually(() => titles(page)).toEqual(['A', 'B', 'D', 'C'])
  for (let k = 0; k < 4; k++) await page.keyboard.press('Control+z')
  await eventually(() => titles(page)).toEqual(['A', 'B', 'C', 'D'])
})

it('is presented: deeds before the eyes, the next demo loaded ahead, a speaker’s window that follows', async () => {
  const { page } = await editor()
  await openFile(page, file([{ title: 'Hello', text: 'words', notes: 'smile' }, ...STATES.map(state)]))
  await eventually(() => titles(page).then((all) => all.length)).toBe(11)
  await page.getByRole('button', { name: 'Present' }).click()
  const walk = page.locator('.walk[data-wall]')
  await walk.waitFor()
  const popup = page.waitForEvent('popup')
  await page.keyboard.press('s')
  const speaker = await popup
  await speaker.getByText('smile').waitFor()
  const at = () => walk.getAttribute('data-at')
  const here = page.locator('.walk-demo[data-here] momentarium-demo')
  const isLive = (index: number) =>
    page
      .locator('.walk-demo momentarium-demo')
      .nth(index)
      .evaluate((demo) => (demo as unknown as { connected: boolean }).connected)
  await page.bringToFront()
  await expect.poll(() => isLive(0), { timeout: 60_000 }).toBe(true) // not on screen yet; the speaker's pictures are drawn meanwhile
  await page.keyboard.press('ArrowRight')
  await eventually(at).toBe('1')
  expect(await here.getAttribute('query')).toBe('beta=0.5')
  await expect.poll(() => isLive(1), { timeout: 60_000 }).toBe(true)
  const took = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const from = performance.now()
        dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' }))
        const look = () =>
          document.querySelector('.walk-demo[data-here] momentarium-demo[query^=step]')
            ? requestAnimationFrame(() => done(performance.now() - from))
            : requestAnimationFrame(look)
        look()
      }),
  )
  console.log(`a change of slide took ${took.toFixed(0)} ms`)
  for (const step of ['fence', 'fence:deed', 'fence:answer']) {
    await eventually(() => here.getAttribute('step')).toBe(step)
    if (!step.includes('answer')) await page.keyboard.press('ArrowRight')
  }
  await eventually(() => speaker.locator('main').getAttribute('data-at')).toBe('4')
  await speaker.getByRole('button', { name: 'Back' }).click()
  await eventually(() => here.getAttribute('step')).toBe('fence:deed')
  await page.keyboard.press('d')
  await gesture(page, 'mouse', [400, 400], [600, 500])
  expect(await page.locator('.ink path').getAttribute('d')).toMatch(/^M.*L/)
  await page.keyboard.press('w')
  await eventually(() => page.locator('.ink path').getAttribute('d')).toBe('')
  await page.keyboard.press('b')
  await page.locator('.ink.black').waitFor()
  await page.keyboard.press('b')
  await page.keyboard.press('q')
  await eventually(() => page.locator('.walk-code a').getAttribute('href')).toMatch(/\/d\/heavy-ball\/\?step=fence/)
  await page.locator('.walk-code svg').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('.slides').waitFor()
  await speaker.getByText('Present a lecture').waitFor()
})

it('is taken away: as a link, as a file, as a deck that runs', async () => {
  const visit = await editor()
  const { page } = visit
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openFile(page, file([{ title: 'Hello', text: '$x^2$' }, state(STATES[1] as string)]))
  await page.locator('.take-away summary').click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  const link = await eventually(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/#l=/)
    .then(() => page.evaluate(() => navigator.clipboard.readText()))
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    const stream = await download.createReadStream()
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    return Buffer.concat(parts).toString()
  }
  expect(JSON.parse(await saved('Save as a file')).slides).toHaveLength(2)
  expect(await saved('Slidev deck')).toContain('<Momentarium demo="heavy-ball"')
  const deck = await saved('reveal.js deck')

  await page.route('**/deck.html', (route) => route.fulfill({ contentType: 'text/html', body: deck }))
  await page.goto(`${inject('url')}/deck.html`)
  await page.waitForSelector('.reveal.ready')
  await page.keyboard.press('ArrowRight')
  await page.locator('section.present momentarium-demo').waitFor()
  for (const step of ['fence:deed', 'fence:answer']) {
    await page.keyboard.press('ArrowRight')
    await eventually(() => page.locator('section.present momentarium-demo').getAttribute('step')).toBe(step)
  }

  const reader = await open(new URL(link).pathname + new URL(link).hash, { width: 390, height: 844, touch: true })
  await reader.page.getByRole('button', { name: 'Begin' }).click()
  await reader.page.getByText('Hello').first().waitFor()
  await reader.page.getByRole('button', { name: 'Next' }).click()
  await eventually(() => reader.page.locator('.walk-demo[data-here] momentarium-demo').getAttribute('query')).toBe('step=fence')
  expect(new URL(reader.page.url()).search).toBe('?at=2')
  await reader.page.reload()
  await reader.page.locator('.walk-demo[data-here] momentarium-demo').waitFor()
})

it('says what it cannot read, and keeps the rest', async () => {
  const { page } = await editor()
  await openFile(page, 'no lecture')
  await page.getByText('nothing of it can be read').waitFor()
  await openFile(page, file([{ title: 'A' }, { demo: 'no-such-demo', title: 'Gone' }, { title: 'cut' }]).slice(0, -5))
  await page.getByText('The end of this lecture is missing').waitFor()
  expect(await titles(page)).toEqual(['A', 'Gone'])
  await page.getByText('There is no demo called “no-such-demo”').waitFor()
  await openFile(page, file(Array.from({ length: 500 }, (_, k) => ({ title: `Slide ${k}` }))))
  await eventually(() => page.locator('.slides > li').count()).toBe(500)
  await page.getByRole('button', { name: 'Remove lecture' }).click()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await eventually(() => page.locator('.slides > li').count()).toBe(500)
  const shared = await open('/lecture#l=AAAA')
  await shared.page.getByText('nothing of it can be read').waitFor()
})

it.each([
  ['denied', /keeps nothing/, () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'full',
    /no room left/,
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
] as const)('goes on where storage is %s', async (_, sentence, spoil) => {
  const visit = await open('/claims')
  const { page } = visit
  await page.addInitScript(spoil)
  await page.goto(`${inject('url')}/d/heavy-ball`)
  await isReady(visit, 'heavy-ball')
  await page.getByRole('button', { name: 'Add to lecture' }).click()
  await page.getByText(/save the lecture as a file/).waitFor()
  await page.getByRole('link', { name: 'My lectures' }).click()
  await page.getByText(sentence).waitFor()
  expect((await titles(page)).length).toBe(1)
})

it('leads through a tour, at its address, and gives it away as a lecture', async () => {
  const { page, problems } = await open('/')
  await page.locator('.tours a').first().click()
  await page.getByRole('button', { name: 'Start the tour' }).click()
  await eventually(() => new URL(page.url()).search).toBe('?at=1')
  await page.frameLocator('.walk-demo[data-here] iframe').locator('.lesson').waitFor({ timeout: 20_000 })
  expect(await page.frameLocator('.walk-demo[data-here] iframe').locator('.lesson-nav').count()).toBe(0)
  await page.goBack()
  await page.getByRole('button', { name: 'Make it my lecture' }).click()
  await page.waitForSelector('.slides > li')
  expect(problems).toEqual([])
})
