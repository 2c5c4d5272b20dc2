// What a visitor has set in the browser or the system: colours, size of letters, language, direction, theme.
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { launch } from '../../scripts/lib/chromium.mjs'
import { eventually, isReady, open, pause } from '../support/browser'

async function demo(query = '') {
  const visit = await open(`/d/heavy-ball${query}`)
  await isReady(visit, 'heavy-ball')
  return visit
}

it('shows in forced colours where sliders stand and what is chosen', async () => {
  const { page } = await demo('?beta=0.3')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.setViewportSize({ width: 1280, height: 1800 })
  const looks = async () => {
    const all: string[] = []
    for (const selector of selectors) {
      const clip = (await page.locator(selector).first().boundingBox())!
      all.push((await page.screenshot({ clip })).toString('base64'))
    }
    return all
  }
  const selectors = [
    '[data-control=beta] input[type=range]',
    '.scrubber',
    '.presets .pill-button',
    '.pill:has(input):visible',
    '[aria-label=Loop]',
  ]
  const before = await looks()
  // lit while the whole state is the preset's
  await page.locator('.presets .pill-button').first().click()
  await page.locator('h1').click() // no focus ring
  await page.waitForSelector('.presets .pill-button[aria-pressed=true]')
  const lit = await looks()
  await page.getByRole('textbox', { name: 'momentum', exact: true }).fill('0.7')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.locator('.pill:has(input:not(:checked)):visible').first().click()
  await page.locator('[aria-label=Loop]').click()
  await page.getByRole('slider', { name: 'Step', exact: true }).fill('100')
  await page.mouse.move(0, 0)
  await page.locator('h1').click() // no focus ring
  await pause(page, 300)
  const after = await looks()
  const changed = (of: readonly string[]) => selectors.filter((_, k) => before[k] !== of[k])
  expect(changed(lit)).toContain('.presets .pill-button')
  expect([...changed(after), '.presets .pill-button'].toSorted()).toEqual(selectors.toSorted())
})

it('takes the size of letters from the browser, in figures too', async () => {
  const browser = await launch(['--blink-settings=defaultFontSize=24'])
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    for (const path of ['/d/heavy-ball', '/embed/heavy-ball/']) {
      await page.goto(inject('url') + path)
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
      const sizes = await page.evaluate(() =>
        ['html', '.axes text', '.mark-label'].map((one) =>
          Number.parseFloat(getComputedStyle(document.querySelector(one)!).fontSize),
        ),
      )
      expect(sizes, path).toEqual([24, 18, expect.closeTo(18.75, 1)])
    }
  } finally {
    await browser.close()
  }
})

/** Places of the parts of equations, points, sliders and figures, in px from their left. */
const places = (page: Page) =>
  page.evaluate(() =>
    ['.equations .tex', '.point-field', '.slider', '.plot', '.transport .buttons'].flatMap((selector) =>
      [...document.querySelectorAll(selector)].map((box) => {
        const { left } = box.getBoundingClientRect()
        const parts = [...box.querySelectorAll('.mord, .mrel, input, button, text')]
        return [selector, ...parts.map((part) => Math.round(part.getBoundingClientRect().left - left))].join(' ')
      }),
    ),
  )

it('keeps mathematics, numbers and figures from left to right on a page that runs from right to left', async () => {
  const { page } = await demo()
  const before = await places(page)
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  await pause(page, 300)
  const after = await places(page)
  expect(after.filter((place, k) => place !== before[k])).toEqual([])
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

/** In the page: what machine translation does: it replaces the nodes of every text that may be translated. */
function translate(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest('[translate=no], script, style, textarea, option, svg')) continue
    const font = document.createElement('font')
    font.append(`«${text.data}»`)
    text.replaceWith(font)
  }
}

it('shows the newest numbers and sentences on a page that was translated by a machine', async () => {
  const { page, problems } = await demo('?t=20')
  await page.locator('.lecture li button').first().click()
  await page.waitForSelector('.claim:not(.measuring)')
  await pause(page, 500)
  await page.evaluate(translate)
  const shown = () =>
    page.evaluate(() => ({
      step: document.querySelector('.step-count .tabular')?.textContent,
      readouts: [...document.querySelectorAll('.readouts td')].map((cell) => cell.textContent).join(),
      lesson: document.querySelector('.lesson-text')?.textContent,
      spoken: document.querySelector('[data-spoken]')?.textContent,
      notes: [...document.querySelectorAll('figcaption')].map((caption) => caption.textContent).join(),
    }))
  const before = await shown()
  await page.getByRole('button', { name: 'One step back' }).click()
  await eventually(async () => (await shown()).step).toBe(String(Number(before.step) - 1))
  await page.getByRole('textbox', { name: 'step size', exact: true }).fill('0.031')
  await page.keyboard.press('Enter')
  for (let k = 0; k < 2; k++) await page.getByRole('button', { name: 'Next' }).click() // the second scene looks like the first
  await eventually(async () => (await shown()).spoken).not.toBe(before.spoken)
  const after = await shown()
  expect(after.lesson).not.toBe(before.lesson)
  expect(after.lesson?.slice(0, 1)).not.toBe('«') // no part of the old one
  await page.getByRole('button', { name: 'Leave the lesson' }).click()
  const { readouts } = await shown()
  await page.evaluate(translate)
  await page.getByRole('button', { name: 'One step back' }).click()
  await eventually(async () => (await shown()).readouts.replace(/[«»]/g, '')).not.toBe(readouts)
  await page.getByRole('textbox', { name: 'momentum', exact: true }).fill('nine')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.field-note')
  await page.evaluate(translate)
  await page.getByRole('textbox', { name: 'momentum', exact: true }).fill('ten')
  await page.keyboard.press('Enter')
  await eventually(() => page.locator('.field-note').innerText()).toContain('ten')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await eventually(() => page.locator('.said').innerText()).not.toBe('')
  expect(problems).toEqual([])
})

it.each([
  ['/d/heavy-ball/', 'dark', null],
  ['/embed/heavy-ball/', 'dark', null],
  ['/embed/heavy-ball/?theme=dark', 'light', null],
  ['/d/heavy-ball/?theme=dark', 'light', 'light'],
  ['/', 'light', 'dark'],
] as const)('%s is dark before its scripts run: system %s, kept %s', async (path, theme, kept) => {
  const { page } = await open('/icon.svg', { theme })
  await page.route('**/assets/*.js', (route) => new Promise<void>(() => route))
  if (kept) await page.evaluate((theme) => localStorage.setItem('momentarium.settings', JSON.stringify({ theme })), kept)
  await page.goto(inject('url') + path, { waitUntil: 'commit' })
  const look = () =>
    page.evaluate(() => {
      const { backgroundColor, colorScheme, color } = getComputedStyle(document.documentElement)
      return [backgroundColor, colorScheme, color, getComputedStyle(document.body).backgroundColor]
    })
  await page.waitForSelector('#root', { state: 'attached' })
  await eventually(look).toEqual(['rgb(20, 23, 27)', expect.stringContaining('dark'), 'rgb(236, 234, 228)', 'rgba(0, 0, 0, 0)'])
})

it('keeps one theme in two tabs', async () => {
  const first = await open('/')
  const second = await first.page.context().newPage()
  await second.goto(first.page.url())
  const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
  await second.waitForSelector('html[data-ready=gallery]')
  await first.page.locator('.theme-choice select').selectOption('dark')
  await eventually(() => theme(second)).toBe('dark')
  await second.getByRole('button', { name: 'Keys' }).click()
  await second.getByText('Single-letter keys').click()
  await second.reload()
  await eventually(() => theme(second)).toBe('dark')
})
