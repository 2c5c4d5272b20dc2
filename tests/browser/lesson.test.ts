// Every stop of every lesson fits one view: text, guess, deed, answer, its views and controls, the way back and on; nothing is cut off or covered.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'
import { demosToTest } from '../support/demos'

/** Windows, and the size of letters in them, percent. Those in which something was once cut off come first. */
const ALL = [
  [390, 844, 150],
  [1024, 768, 150],
  [1280, 800, 100],
  [390, 844, 100],
  [1024, 768, 100],
  [1280, 800, 150],
  [1440, 900, 100],
  [1920, 1080, 100],
  [1440, 900, 150],
  [1920, 1080, 150],
] as const
/** `LOOKS=10`: all of them. */
const LOOKS = ALL.slice(0, Number(process.env.LOOKS ?? 4))
const ROOMS = LOOKS.filter(([width, , letters]) => width > 1000 && letters === 100)

/** In the page: parts of the open stop that are cut off or covered. The list should be empty. */
function faults(): string[] {
  const found: string[] = []
  const lesson = document.querySelector('.lesson')
  if (lesson === null) return ['there is no lesson']
  const shown = (selector: string, root: ParentNode = document) =>
    [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())
  const whole = (name: string, element: HTMLElement) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    const places = `${Math.round(left)},${Math.round(top)} to ${Math.round(right)},${Math.round(bottom)}`
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
      found.push(`${name} leaves the window: ${places}`)
    for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const frame = box.getBoundingClientRect()
      const out = [frame.left - left, frame.top - top, right - frame.right, bottom - frame.bottom]
      if (Math.max(...out) > 2) found.push(`${name} is cut off by .${box.className}: ${Math.round(Math.max(...out))} px`)
    }
    for (const [x, y] of [
      [0.5, 0.5],
      [0.02, 0.1],
      [0.98, 0.9],
    ] as const) {
      const hit = document.elementFromPoint(left + x * width, top + y * height)
      if (hit !== null && !element.contains(hit) && !hit.contains(element))
        found.push(`${name} lies under .${hit.className || hit.tagName}`)
    }
  }
  const parts = {
    title: 'h2',
    sentence: '.lesson-text',
    guess: '.lesson-guess',
    deed: '.lesson-deed button',
    answer: '.lesson-answer:not(:empty)',
    reason: '.lesson-why',
    control: '.lesson-controls .control',
    'chosen option': '.lesson-controls .pill:has(:checked)',
    back: '.lesson-ways .plain-button',
  }
  for (const [name, selector] of Object.entries(parts)) for (const element of shown(selector, lesson)) whole(name, element)
  const { phase } = (lesson as HTMLElement).dataset
  // Where space is tightest, guess and deed replace each other.
  const asks = shown('.lesson-skip', lesson).length > 0
  // Shown before the scene has been computed, a deed comes without the numbers of the scene, and so without its sentence.
  const sentence = phase === 'scene' ? ['.lesson-text'] : []
  const needed = phase === 'answer' ? ['.lesson-see'] : [...sentence, asks ? '.lesson-guess' : '.lesson-deed button']
  for (const selector of ['.lesson-ways button:not(.lesson-others)', ...needed])
    if (shown(selector, lesson).length === 0) found.push(`${selector} is missing`)
  if (!asks && lesson.querySelector('.control') && shown('.control', lesson).length === 0) found.push('no control is shown')
  const views = shown('.stage .view')
  if (views.length === 0) found.push('no view is shown')
  for (const view of views) {
    const plot = view.querySelector<HTMLElement>('.plot') ?? view
    whole(`view ${view.dataset.view}`, plot)
    if (plot.clientHeight < 80) found.push(`view ${view.dataset.view} is ${plot.clientHeight} px high`)
  }
  for (const svg of shown('.stage .plot > svg, .stage svg.over-3d') as unknown as SVGSVGElement[]) {
    const view = svg.closest<HTMLElement>('.view')?.dataset.view
    const frame = svg.getBoundingClientRect()
    for (const text of svg.querySelectorAll('.axes text')) {
      const box = text.getBoundingClientRect()
      const out = Math.max(frame.left - box.left, box.right - frame.right)
      if (out > 2) found.push(`view ${view}: “${text.textContent}” on an axis is cut off by ${Math.round(out)} px`)
    }
    const words = [...svg.querySelectorAll('text[data-word]')].filter((word) => getComputedStyle(word).visibility === 'visible')
    const boxes = words.map((word) => ({ word: word.textContent, box: word.getBoundingClientRect() }))
    for (const [k, { word, box }] of boxes.entries()) {
      const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom)
      if (out > 4) found.push(`view ${view}: “${word}” leaves the picture by ${Math.round(out)} px`)
      for (const other of boxes.slice(k + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        if (wide > 4 && high > 5) found.push(`view ${view}: “${word}” lies on “${other.word}”`)
      }
    }
  }
  for (const player of shown('.transport')) whole('the player', player)
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways')
  return found
}

/** The faults of the open stop. A fault counts if it stays: on a busy machine words may still be moving. */
async function faultsThatStay(page: Page): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    await settled(page)
    const found = await page.evaluate(faults)
    if (found.length === 0 || tries === 3) return found
    await pause(page, 100)
  }
}

/** Two frames, and the fonts: words and folds have settled. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (let k = 0; k < 2; k++) await new Promise((done) => requestAnimationFrame(done))
  })

async function look(page: Page, where: string, all: string[]): Promise<void> {
  for (const [width, height, letters] of LOOKS) {
    await page.setViewportSize({ width, height })
    await page.evaluate(
      (size) => document.documentElement.style.setProperty('font-size', size),
      letters === 100 ? '' : `${letters}%`,
    )
    for (const fault of await faultsThatStay(page)) all.push(`${where}, ${width} × ${height}, ${letters} %: ${fault}`)
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

it.each(demosToTest())(
  '%s: every stop stands in one view, before its deed and after it',
  async (slug) => {
    const visit = await open(`/d/${slug}?step=0`, { reducedMotion: true })
    const { page, problems } = visit
    await isReady(visit, slug)
    const all: string[] = []
    const count = await page.locator('.lesson-marks button').count()
    expect(count).toBeGreaterThan(1)
    for (let index = 0; index < count; index++) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.locator('.lesson-marks button').nth(index).click()
      const lesson = page.locator('.lesson[data-phase="scene"]')
      await eventually(() => page.locator('.lesson-marks button').nth(index).getAttribute('aria-current')).toBe('step')
      const id = await lesson.getAttribute('data-stop')
      await eventually(() => page.locator('.lesson-text').innerText()).not.toMatch(/[–…]/)
      await look(page, `${id}`, all)
      await page.setViewportSize({ width: 1280, height: 800 })
      const skip = page.locator('.lesson-skip') // where guess and deed replace each other
      if (await skip.isVisible()) await skip.click()
      await page.locator('.lesson-deed button').click()
      await page.waitForSelector('.lesson[data-phase="answer"] .lesson-see', { timeout: 90_000 }) // some answers wait for trainings
      await look(page, `${id}, done`, all)
    }
    expect(all).toEqual([])
    expect(problems).toEqual([])
  },
  100_000 * LOOKS.length,
)

it.each(demosToTest())(
  '%s: each stop is whole in Present',
  async (slug) => {
    const visit = await open(`/d/${slug}?step=0`, { reducedMotion: true })
    const { page } = visit
    await isReady(visit, slug)
    await page.keyboard.press('f')
    await page.waitForSelector(':root[data-presenting]', { state: 'attached' })
    const all: string[] = []
    const count = await page.locator('.lesson-marks button').count()
    for (let k = 0; k < 3 * count - 1; k++) {
      const phase = await page.locator('.lesson').getAttribute('data-phase')
      if (phase === 'answer') await page.waitForSelector('.lesson-see', { timeout: 90_000 })
      // the numbers of a scene have been seen before the clicker goes on
      else if (phase === 'scene') await eventually(() => page.locator('.lesson-text').innerText()).not.toMatch(/[–…]/)
      for (const [width, height] of ROOMS) {
        await page.setViewportSize({ width, height })
        for (const fault of await faultsThatStay(page)) all.push(`press ${k}, ${width} × ${height}: ${fault}`)
      }
      await page.keyboard.press('PageDown')
    }
    await eventually(() => page.locator('.lesson').getAttribute('data-phase')).toBe('answer')
    expect(all).toEqual([])
  },
  100_000 * LOOKS.length,
)
