// Mistakes get one clear sentence where the visitor is; nothing is lost, and nothing is on the console.
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'

it('notes each value of a link that cannot be used, and shows the rest', async () => {
  const visit = await open('/d/heavy-ball?beta=3,14&kappa=20&objective=cube&start=1&t=soon&speedy=1&view=nowhere')
  await isReady(visit, 'heavy-ball')
  const notes = await visit.page.locator('.notes li').allInnerTexts()
  expect(notes).toHaveLength(6)
  expect(notes[0]).toBe('beta: “3,14” is not a number; using 0.8')
  expect(await visit.page.getByRole('textbox', { name: 'steepest' }).inputValue()).toBe('20')
  await visit.page.getByRole('button', { name: 'Dismiss' }).click()
  expect(await visit.page.locator('.notes').count()).toBe(0)
  expect(visit.problems).toEqual([])
})

it('notes a formula of a link that cannot be read, with its reason, and uses the default', async () => {
  const visit = await open('/d/heavy-ball?objective=own&formula=x%5E%5E2')
  await isReady(visit, 'heavy-ball')
  expect(await visit.page.locator('.notes li').allInnerTexts()).toEqual([expect.stringContaining('formula: “x^^2”')])
  expect(await visit.page.getByRole('textbox', { name: 'f(x, y)' }).inputValue()).not.toBe('x^^2')
  expect(visit.problems).toEqual([])
})

it('survives a formula that is infinite or not a number almost everywhere', async () => {
  for (const formula of ['exp(exp(exp(x^2+9)))', 'log(x-100)', '1/(x-x)', 'sqrt(-1-x^2)']) {
    const visit = await open(`/d/heavy-ball?objective=own&formula=${encodeURIComponent(formula)}`)
    await isReady(visit, 'heavy-ball')
    await pause(visit.page, 300)
    expect(await visit.page.locator('.error-page').count(), formula).toBe(0)
    expect(visit.problems, formula).toEqual([])
  }
})

it.each([
  ['digits', `/d/heavy-ball?beta=${'9'.repeat(12_000)}`],
  ['unknown words', `/d/heavy-ball?${Array.from({ length: 1300 }, (_, k) => `w${k}=1`).join('&')}`],
  ['a slug', `/d/${'a'.repeat(3000)}`],
  ['a formula', `/d/heavy-ball?objective=own&formula=${encodeURIComponent('tan(tan(tan(tan(tan(x*y)))))')}`],
  ['a formula without end', `/d/heavy-ball?objective=own&formula=${'x%2B'.repeat(3000)}x`],
])('stays as wide as the window and says little, however long %s of its address', async (_, path) => {
  const { page } = await open(path, { width: 390, height: 844 })
  await page.waitForSelector('html[data-ready], .error-page')
  await pause(page, 300)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const high = await page.evaluate(() => document.querySelector('.notes, .error-page h1')?.getBoundingClientRect().height ?? 0)
  expect(high).toBeLessThan(844)
})

it.each([
  ['/d/no-such-demo', 'There is no demo called “no-such-demo”.'],
  ['/nowhere/at/all', 'There is no page at this address.'],
])('%s: one sentence and a way on', async (path, sentence) => {
  const { page, problems } = await open(path)
  expect(await page.locator('h1').innerText()).toBe(sentence)
  await page.getByRole('link', { name: 'See all demos' }).click()
  await page.waitForSelector('html[data-ready=gallery]')
  expect(problems).toEqual([])
})

it('offers another try when a demo’s files do not come', async () => {
  const { page } = await open('/')
  await page.waitForSelector('html[data-ready=gallery]')
  await page.route('**/assets/views-*.js', (route) => route.abort())
  await page.locator('.card a[href$="/d/heavy-ball"]').click()
  await page.waitForSelector('.error-page')
  expect(await page.locator('h1').innerText()).toContain('could not be loaded')
})

it('does its work on the main thread where no worker starts', async () => {
  const visit = await open('/')
  await visit.page.addInitScript(() => {
    // @ts-expect-error: as in a frame where workers are forbidden
    window.Worker = class {
      constructor() {
        throw new DOMException('forbidden', 'SecurityError')
      }
    }
  })
  await visit.page.goto(`${new URL(visit.page.url()).origin}/d/heavy-ball?objective=rosenbrock&alpha=0.002`)
  await isReady(visit, 'heavy-ball')
  await visit.page.waitForSelector('[data-view=tuning] text:has-text("best")', { timeout: 30_000 })
  await visit.page.waitForSelector('.claim')
  await visit.page.waitForFunction(() => document.querySelectorAll('.claim.measuring').length === 0, null, { timeout: 40_000 })
  await visit.page.getByText('your own f(x, y)').click()
  await visit.page.waitForSelector('.gradient .katex', { timeout: 20_000 })
  expect(visit.problems).toEqual([])
})

it('runs in a frame with an opaque origin: no storage, no history, and no worker is tried', async () => {
  const visit = await open('/')
  await visit.page.addInitScript(() => {
    if (origin !== 'null') return
    // @ts-expect-error: Firefox logs an error when a worker was refused, and tells nobody else
    window.Worker = class {
      constructor() {
        console.error('A worker was tried.')
        throw new DOMException('refused', 'SecurityError')
      }
    }
  })
  const url = `${new URL(visit.page.url()).origin}/embed/heavy-ball/?beta=0.9&objective=own`
  await visit.page.setContent(`<iframe sandbox="allow-scripts" src="${url}" width="1200" height="800"></iframe>`)
  const frame = visit.page.frameLocator('iframe')
  await frame.locator('[data-handle=start]').waitFor()
  await frame.getByRole('button', { name: 'One step forward' }).click()
  await eventually(() => frame.locator('.step-count .tabular').innerText()).toBe('31')
  await frame.locator('.gradient .katex').waitFor() // the formula was checked
  expect(visit.problems).toEqual([])
})
