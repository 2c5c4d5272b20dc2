// The page of a demo as a visitor uses it, in a real browser. The demo is heavy-ball; nothing here is about its mathematics.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, isReady, type Look, open, pause } from '../support/browser'
import { down, drag, gesture, type Hand, middle, move, type Place, up } from '../support/gesture'

async function demo(query = '', look?: Look) {
  const visit = await open(`/d/heavy-ball${query}`, look)
  await isReady(visit, 'heavy-ball')
  return visit
}
const search = (page: Page) => page.evaluate(() => decodeURIComponent(location.search.slice(1)))
/** All pictures as text, to the last digit. */
const drawn = (page: Page) =>
  page.$$eval('.plot svg', (all) =>
    all.map((svg) => svg.innerHTML.replace(/_r_\w+_|«\w+»/g, '').replace(/<g [^>]*class="handle[\s\S]*$/, '')).join('\n'),
  )
const stepOf = (page: Page) => page.$eval('.step-count .tabular', (element) => Number(element.textContent?.replace(/\D/g, '')))
/** The address is written some 300 ms after a change. */
const settle = (page: Page) => pause(page, 450)
/** All pictures once they stop changing, including maps from the worker. */
async function drawnAtRest(page: Page): Promise<string> {
  let before = ''
  for (let tries = 0; tries < 60; tries++) {
    const now = await drawn(page)
    if (now === before) return now
    before = now
    await settle(page)
  }
  throw new Error('The pictures do not come to rest.')
}

async function dragged(page: Page, hand: Hand, handle: string, by: Place) {
  await drag(page, hand, page.locator(`[data-handle=${handle}] .reach`), by)
  await settle(page)
}

it('brings back the very picture from its own address', async () => {
  const { page, problems } = await demo()
  await dragged(page, 'mouse', 'start', [60, 40])
  await dragged(page, 'touch', 'tuning', [70, -12])
  await page.keyboard.press('Escape')
  await page.locator('h1').click()
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight')
  await settle(page)
  const address = page.url()
  expect(address).toMatch(/alpha=.*beta=.*start=/)
  const before = await drawnAtRest(page)
  await page.goto('about:blank')
  await page.goto(address)
  await page.waitForSelector('html[data-ready]')
  await settle(page)
  const after = await drawnAtRest(page)
  const invites = (text: string) => text.replace(/<text[^>]*>[^<]*drag me<\/text>/g, '')
  expect(invites(after)).toBe(invites(before))
  expect(problems).toEqual([])
})

it('answers a drag in the next frame, and in every linked view at most a few later', async () => {
  const { page } = await demo()
  const [x, y] = await middle(page.locator('[data-handle=start] .reach'))
  await down.touch(page, [x, y])
  await move.touch(page, [x + 20, y + 20])
  const pictures = () => page.$$eval('[data-view] .plot svg', (all) => all.map((svg) => svg.innerHTML))
  const afterFrames = (count: number) =>
    page.evaluate(async (count) => {
      for (let k = 0; k < count; k++) await new Promise(requestAnimationFrame)
    }, count)
  await afterFrames(12)
  const before = await pictures()
  await move.touch(page, [x + 76, y + 36])
  await afterFrames(2)
  expect((await pictures())[0]).not.toBe(before[0]) // the paths
  await afterFrames(12)
  expect((await pictures())[2]).not.toBe(before[2]) // the curves
  await up.touch(page, [x + 76, y + 36])
})

it('undoes a drag as one gesture, by button and by key', async () => {
  const { page } = await demo()
  await dragged(page, 'pen', 'start', [60, 40])
  expect(await search(page)).toContain('start=')
  await page.getByRole('button', { name: 'Undo' }).click()
  await settle(page)
  expect(await search(page)).toBe('')
  await page.keyboard.press('Control+Shift+z')
  await settle(page)
  expect(await search(page)).toContain('start=')
  await page.keyboard.press('Control+z')
  await settle(page)
  expect(await search(page)).toBe('')
})

it('plays, steps and seeks by keys, which leave the controls alone', async () => {
  const { page } = await demo('?t=10')
  expect(await stepOf(page)).toBe(10)
  const keys: [string, number][] = [
    ['ArrowRight', 11],
    ['ArrowLeft', 10],
    ['Shift+ArrowRight', 20],
    ['Shift+ArrowLeft', 10],
    ['End', 150],
    ['Home', 0],
  ]
  for (const [key, step] of keys) {
    await page.keyboard.press(key)
    await page.waitForFunction((n) => Number(document.querySelector('.step-count .tabular')?.textContent) === n, step)
  }
  await page.keyboard.press('Space')
  await page.waitForFunction(() => Number(document.querySelector('.step-count .tabular')?.textContent) > 3)
  await page.keyboard.press('Space')
  const paused = await stepOf(page)
  await pause(page, 300)
  expect(await stepOf(page)).toBe(paused)
  // A key in a control belongs to the control.
  await page.getByRole('slider', { name: 'momentum', exact: true }).press('ArrowRight')
  expect(await stepOf(page)).toBe(paused)
  await settle(page)
  expect(await search(page)).toContain('beta=0.801')
})

it('resets to the link’s state, and once more to the paper’s, by R, unless single keys are off', async () => {
  const { page } = await demo('?beta=0.5&t=20')
  await page.locator('h1').click()
  await page.getByRole('slider', { name: 'momentum', exact: true }).press('ArrowRight')
  await page.locator('h1').click()
  await page.keyboard.press('r')
  await settle(page)
  expect(await search(page)).toBe('beta=0.5&t=20')
  await page.keyboard.press('r')
  await settle(page)
  expect(await search(page)).toBe('')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog')
  expect(await sheet.innerText()).toContain('Ten steps forward')
  await sheet.getByText('Single-letter keys').click()
  await page.keyboard.press('Escape')
  await page.getByRole('slider', { name: 'momentum', exact: true }).press('ArrowRight')
  await page.locator('h1').click()
  await page.keyboard.press('r')
  await settle(page)
  expect(await search(page)).toContain('beta=0.801')
})

it('moves a handle by arrow keys, coarse and fine, and by tapping it and then its target', async () => {
  const { page } = await demo()
  const handle = page.locator('[data-handle=start]')
  const x = async () => Number((await page.$eval('[data-handle=start]', (e) => e.getAttribute('aria-valuenow'))) ?? Number.NaN)
  await handle.focus()
  const start = await x()
  await page.keyboard.press('ArrowRight')
  await settle(page)
  const step = (await x()) - start
  await page.keyboard.press('Shift+ArrowRight')
  await settle(page)
  expect((await x()) - start).toBeCloseTo(11 * step, 2)
  await page.keyboard.press('Alt+ArrowRight')
  await settle(page)
  expect((await x()) - start).toBeCloseTo(11.1 * step, 3)

  await gesture(page, 'touch', await middle(page.locator('[data-handle=start] .reach')))
  expect(await page.getByText('Tap where it should go').isVisible()).toBe(true)
  const plot = (await page.locator('[data-view=valley] svg').boundingBox())!
  await gesture(page, 'touch', [plot.x + 0.75 * plot.width, plot.y + 0.25 * plot.height])
  await settle(page)
  const at = (await page.locator('[data-handle=start] .ring').boundingBox())!
  expect(at.x + at.width / 2).toBeCloseTo(plot.x + 0.75 * plot.width, -1)
  expect(at.y + at.height / 2).toBeCloseTo(plot.y + 0.25 * plot.height, -1)
})

it('takes typed values beyond the slider, and says in a sentence what it cannot take', async () => {
  const { page, problems } = await demo()
  const field = page.getByRole('textbox', { name: 'momentum', exact: true })
  await field.fill('1.05')
  await field.press('Enter')
  await settle(page)
  expect(await search(page)).toContain('beta=1.05')
  expect(await page.getByRole('slider', { name: 'momentum', exact: true }).getAttribute('aria-valuetext')).toContain('outside')
  await field.fill('nine')
  await field.press('Enter')
  expect(await page.locator('[data-control=beta] .field-note').innerText()).toBe(
    '“nine” is not a number; the value stays as it was.',
  )
  await field.fill('99')
  await field.press('Enter')
  expect(await page.locator('[data-control=beta] .field-note').innerText()).toContain('nearest possible value is 1.2')
  expect(problems).toEqual([])
})

it('says at which step a run diverged, and shows the part before', async () => {
  const { page } = await demo('?alpha=0.6&beta=0.1&t=end')
  expect(await page.locator('.run-state').innerText()).toMatch(/^diverged at step \d+$/)
  expect(await stepOf(page)).toBeGreaterThan(3)
})

it('walks through the lesson by clicks and by a clicker’s keys, and its address names stop and phase', async () => {
  const { page } = await demo()
  const title = (visit: Page) => visit.locator('.lesson h2').innerText()
  await page.locator('.lecture li button').first().click()
  await eventually(() => search(page)).toBe('step=fence')
  expect(await page.locator('.lesson-answer').innerText()).toBe('')
  await page.keyboard.press('PageDown') // the deed, animated
  await eventually(() => search(page)).toBe('step=fence:deed')
  expect(await page.locator('.lesson-answer').innerText()).toBe('')
  await page.keyboard.press('PageDown')
  await eventually(() => search(page)).toBe('step=fence:answer')
  expect(await page.locator('.lesson-see').innerText()).toContain('α = 0.21')
  await page.keyboard.press('PageDown')
  await eventually(() => search(page)).toBe('step=idea')
  await page.keyboard.press('PageUp')
  await eventually(() => search(page)).toBe('step=fence:answer')
  expect(await title(page)).toBe('Why is a long valley slow?')
  const again = await open(new URL(page.url()).pathname + new URL(page.url()).search)
  await isReady(again, 'heavy-ball')
  expect(await title(again.page)).toBe('Why is a long valley slow?')
  expect(await again.page.locator('.lesson-see').innerText()).toContain('α = 0.21')
  await page.getByRole('button', { name: 'Leave the lesson' }).click()
  await page.locator('h1').click()
  await page.keyboard.press('PageDown') // scrolls again
  await settle(page)
  await eventually(() => search(page)).not.toContain('step=')
})

it('answers a deed done by hand, keeps the stop under a preset, and says when its scene is left', async () => {
  const { page } = await demo('?step=fence')
  await page.locator('.lesson-guess label').nth(0).click()
  await page.locator('.lesson .control input[type=range]').first().focus()
  for (let k = 0; k < 40 && (await page.locator('.lesson-see').count()) === 0; k++) await page.keyboard.press('PageUp')
  expect(await page.locator('.lesson-did').innerText()).toContain('You guessed 0.1')
  await page.getByRole('button', { name: 'All controls' }).click()
  await page.locator('.presets button', { hasText: 'never arrives' }).click()
  await page.getByRole('button', { name: 'Back to the lesson' }).click()
  await page.waitForSelector('.lesson-left')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await page.waitForSelector('.lesson-left', { state: 'detached' })
  await eventually(() => search(page)).toBe('step=fence')
})

it('shows a stop whole, wherever on the page it was called from', async () => {
  const { page } = await demo()
  await page.locator('.claims').scrollIntoViewIfNeeded()
  await page.locator('.lecture li button').nth(2).click()
  await page.waitForSelector('.lesson')
  await eventually(() => page.evaluate(() => scrollY)).toBe(0)
})

it('opens the demo with a polite note where the stop of a link is gone', async () => {
  const { page } = await demo('?step=tunnel')
  expect(await page.locator('.notes').innerText()).toContain('The lesson has no stop “tunnel” any more')
  expect(await page.locator('.lesson').count()).toBe(0)
})

it('is a hand-out on paper: the figure in the light theme, values, lesson and answers, claims, link and code, no buttons', async () => {
  const visit = await open('/d/heavy-ball?beta=0.9', { theme: 'dark' })
  await isReady(visit, 'heavy-ball')
  const { page } = visit
  await page.waitForResponse((response) => response.url().endsWith('lesson.json'), { timeout: 20_000 })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const paper = page.locator('.handout')
  await eventually(() => paper.innerText()).toContain('momentum: 0.900')
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light')
  expect(await paper.locator('li').count()).toBe(8)
  expect(await paper.innerText()).toContain('The fence stands at α = 2/λ = 0.2')
  expect(await paper.innerText()).not.toMatch(/\{\w+\}/)
  expect(await paper.locator('a').innerText()).toContain('beta=0.9')
  expect(await paper.locator('.handout-link > svg path').count()).toBe(1)
  const shown = await page.$$eval('main button', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.className))
  expect(new Set(shown)).toEqual(new Set(['link-button'])) // the verdicts, which look like words
})

it('lights up what belongs together: symbol, control, handle, marks, in both directions', async () => {
  const { page } = await demo()
  await page.locator('.equations [data-param=beta]').first().hover()
  await page.waitForSelector('[data-control=beta].lit')
  const color = await page.$eval('[data-handle=tuning] .ring', (ring) => getComputedStyle(ring).strokeWidth)
  expect(color).toBe('3px')
  await page.locator('[data-control=alpha]').hover()
  await page.waitForSelector('[data-control=alpha].lit')
  const shadow = await page.$eval('.equations [data-param=alpha]', (symbol) => getComputedStyle(symbol).boxShadow)
  expect(shadow).not.toBe('none')
})

it('measures every claim in the page, and on the run on screen where a claim applies to it', async () => {
  const { page, problems } = await demo('?beta=0.95')
  await page.waitForSelector('.claim')
  await page.waitForFunction(() => document.querySelectorAll('.claim.measuring').length === 0, null, { timeout: 30_000 })
  expect(await page.locator('.claim.fails').count()).toBe(0)
  expect(await page.locator('.claim.holds').count()).toBeGreaterThan(5)
  for (const button of await page.locator('.claim .verdict button').all()) await button.click()
  expect(await page.locator('.claim-detail', { hasText: 'on the run on screen' }).count()).toBeGreaterThan(0)
  expect(await page.locator('.claim-detail', { hasText: 'give or take' }).count()).toBeGreaterThan(5)
  expect(problems).toEqual([])
})

it('takes a function of the visitor: gradient typeset, mathjs only then; a mistake gets a message and the last good one stays', async () => {
  const visit = await demo()
  const { page, problems, scripts } = visit
  await pause(page, 1500)
  const isMath = (file: string) => /compile|katex/i.test(file) // the field is small and comes when the page is idle
  expect(scripts.filter(isMath)).toEqual([])
  await page.getByText('your own f(x, y)').click()
  await page.waitForSelector('.gradient .katex')
  expect(scripts.some(isMath)).toBe(true)
  const field = page.getByRole('textbox', { name: 'f(x, y)' })
  await field.fill('(x^2 + y - 11)^2/50 + (x + y^2 - 7)^2/50')
  await page.waitForFunction(() => location.search.includes('formula='))
  const good = await drawnAtRest(page)
  await field.fill('(x^2 + y - 11')
  await page.waitForSelector('.formula .field-note mark')
  expect(await page.locator('.formula .field-note').innerText()).toContain('never closed')
  await settle(page)
  expect(await drawn(page)).toBe(good)
  await field.fill('evil(x)')
  await page.waitForFunction(() =>
    document.querySelector('.formula .field-note')?.textContent?.includes('is not a known function'),
  )
  expect(await page.locator('.gradient').count()).toBe(0)
  expect(problems).toEqual([])
})

it('moves nothing when what is under way comes and goes', async () => {
  const visit = await open('/d/three-body/')
  const { page } = visit
  const heights = await page.evaluate(async () => {
    const found = new Set<number>()
    const seen = { words: 0 }
    while (seen.words === 0 || document.querySelector('.under-way')) {
      await new Promise(requestAnimationFrame)
      const stage = document.querySelector('.stage')
      if (document.querySelector('.under-way')) seen.words++
      if (stage && document.documentElement.dataset.ready) found.add(stage.getBoundingClientRect().height)
    }
    return [...found]
  })
  expect(heights).toHaveLength(1)
})

it('computes the map by trying in a worker, progressively', async () => {
  const { page, problems } = await demo('?objective=rosenbrock&alpha=0.002')
  await page.waitForSelector('[data-view=tuning] text:has-text("best")', { timeout: 20_000 })
  expect(problems).toEqual([])
})

it('keeps still under reduced motion, and pauses where it cannot be seen', async () => {
  const { page } = await demo('?t=0', { reducedMotion: true })
  await pause(page, 500)
  expect(await stepOf(page)).toBe(0)
  await page.getByRole('button', { name: 'Play' }).click()
  await page.waitForFunction(() => Number(document.querySelector('.step-count .tabular')?.textContent) > 2)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.waitForSelector('button[aria-label=Play]')
})

it('fits a phone, and lets the page scroll under a finger on the figure', async () => {
  const { page } = await demo('', { width: 390, height: 844, touch: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  const plot = page.locator('.large .plot')
  const [x, y] = await middle(plot)
  await gesture(page, 'touch', [x, y + 60], [x, y - 100])
  await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(60)
  const reach = await page.$eval(
    '[data-handle=start] .reach',
    (circle) => [getComputedStyle(circle).touchAction, circle.getBoundingClientRect().width] as const,
  )
  expect(reach[0]).toBe('none')
  expect(reach[1]).toBeGreaterThanOrEqual(24)
})
