// What holds for the page of every demo; `npm test` looks at some of them in turn.
import { setTimeout } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import { defaultsOf } from '@/contract'
import { loadDemo } from '@/registry/demos'
import { eventually, isReady, open, pause } from '../support/browser'
import { demosToTest } from '../support/demos'
import { misfitsInFrame } from '../support/fit'
import { gesture, middle } from '../support/gesture'

/** In the page: counts calls of the clock's functions. */
function countCalls(): void {
  const counted = window as unknown as { calls: number } & Record<string, (work: unknown, ...more: unknown[]) => unknown>
  counted.calls = 0
  for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval'] as const) {
    const real = counted[name]!.bind(window)
    counted[name] = (work, ...more) => {
      counted.calls++
      const does = (...given: unknown[]) => {
        counted.calls++
        return (work as (...given: unknown[]) => unknown)(...given)
      }
      return real(typeof work === 'function' ? does : work, ...more)
    }
  }
}

describe.each(demosToTest())('%s', (slug) => {
  it('shows every preset, stop and tab without a complaint', async () => {
    const visit = await open(`/d/${slug}`)
    const { page, problems } = visit
    await isReady(visit, slug)
    // In the page: hundreds of clicks from outside, each with its own waiting, take minutes.
    const complaints = await page.evaluate(async () => {
      const found: string[] = []
      const frames = (n: number) =>
        new Promise<void>((done) => (n === 0 ? done() : requestAnimationFrame(() => frames(n - 1).then(done))))
      for (const selector of ['.presets button', '.tabs label', '.lecture li button', '.lesson-marks button'])
        for (let k = 0; k < document.querySelectorAll(selector).length; k++) {
          document.querySelectorAll<HTMLElement>(selector)[k]?.click()
          await frames(4)
          const note = document.querySelector('.error-page, .notes')
          if (note) found.push(`${selector} ${k}: ${note.textContent}`)
          if (!document.querySelector('.stage .plot')) found.push(`${selector} ${k}: no picture`)
        }
      return found
    })
    expect(complaints).toEqual([])
    expect(problems).toEqual([])
  })

  it('falls still: once all is computed no timer runs and no frame is asked for', async () => {
    const { page } = await open('/icon.svg')
    await page.addInitScript(countCalls)
    await page.goto(`${inject('url')}/d/${slug}`)
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 })
    const calls = () => page.evaluate(() => (window as unknown as { calls: number }).calls)
    /** Calls within a second. */
    const pace = async () => {
      const before = await calls()
      await setTimeout(1000) // outside of the page
      return (await calls()) - before
    }
    expect(await calls()).toBeGreaterThan(0)
    await expect.poll(pace, { timeout: 90_000 }).toBe(0)
  })

  it('can be used by keyboard alone and by taps, says and tabulates its numbers, and loses nothing when it is enlarged', async () => {
    const visit = await open(`/d/${slug}`)
    const { page } = visit
    await isReady(visit, slug)
    const unreachable = await page.$$eval('[data-handle], [data-control]', (all) =>
      all
        .filter(
          (element) =>
            ![element, ...element.querySelectorAll<HTMLElement>('*')].some((one) => (one as HTMLElement).tabIndex >= 0),
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    expect(unreachable).toEqual([])

    // The first slider comes early, claims and tables come after it.
    const passed: string[] = []
    for (let k = 0; k < 15 && passed.at(-1) !== 'slider'; k++) {
      await page.keyboard.press('Tab')
      passed.push(
        await page.evaluate(() =>
          document.activeElement?.matches('[data-control] [type=range]')
            ? 'slider'
            : (document.activeElement?.closest('.claims, .steps-table')?.className ?? ''),
        ),
      )
    }
    expect(passed.filter(Boolean)).toEqual(['slider'])

    // Every handle can be tapped and then its target; the first one with enough space goes there.
    const hint = page.getByText('Tap where it should go')
    let moved = 0
    for (const handle of await page.locator('[data-handle]').all()) {
      await handle.scrollIntoViewIfNeeded()
      const [x, y] = await middle(handle.locator('.reach'))
      await gesture(page, 'touch', [x, y])
      await hint.waitFor()
      const place = () => page.$$eval('[data-handle]', (all) => all.map((one) => one.outerHTML).join())
      const before = await place()
      await gesture(page, 'touch', [x + 31, y - 23])
      await pause(page, 50)
      if ((await place()) !== before) moved++
      await page.keyboard.press('Escape') // another handle may be there
      await hint.waitFor({ state: 'detached' })
    }
    expect(moved).toBeGreaterThan(0)

    await page.locator('h1').click() // the last tap may have been on another handle, which has its own keys
    await page.keyboard.press('Home')
    const spoken = () => page.locator('[data-spoken]').innerText()
    await eventually(spoken).toContain(' 0.') // it waits until pictures have come to rest, training too
    const { model, params } = await loadDemo(slug)
    const hasTime = model.steps(defaultsOf(params)) > 0 // else there is no player
    const play = page.getByRole('button', { name: 'Play', exact: true })
    expect(await play.count()).toBe(Number(hasTime))
    const table = page.locator('.steps-table')
    if (hasTime) {
      const before = await spoken()
      await page.keyboard.press('ArrowRight')
      await eventually(spoken).not.toBe(before)
    }
    await table.locator('summary').click()
    await eventually(() => table.locator('tbody tr').count()).toBeGreaterThan(hasTime ? 2 : 0)
    await eventually(() => table.locator('tr[aria-current] th').innerText()).toBe(hasTime ? '1' : '0')

    for (const [width, height] of [
      [640, 400], // 1280 x 800 at 200 %
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      await pause(page, 200)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width)
      expect(await page.locator('.panel [data-control]').last().isVisible()).toBe(true)
      expect(await play.isVisible()).toBe(hasTime)
    }
  })

  it('keeps the focus on the page whatever is pressed', async () => {
    const visit = await open(`/d/${slug}?nonsense=1`)
    const { page } = visit
    await isReady(visit, slug)
    await page.waitForSelector('.claim:not(.measuring)')
    const lost = await page.evaluate(async () => {
      const found: string[] = []
      const frames = (n: number) =>
        new Promise<void>((done) => (n === 0 ? done() : requestAnimationFrame(() => frames(n - 1).then(done))))
      for (let k = 0; k < document.querySelectorAll('main button').length; k++) {
        const button = document.querySelectorAll<HTMLButtonElement>('main button')[k]
        if (button === undefined || button.disabled || !button.checkVisibility()) continue
        const said = button.outerHTML.slice(0, 100)
        for (let times = 0; times < 2 && button.isConnected && !button.disabled; times++) {
          button.focus()
          button.click()
          await frames(5)
          document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
          await frames(2)
          if (document.activeElement === document.body) found.push(said)
        }
      }
      return found
    })
    expect(lost).toEqual([])
  })

  it('fits frames of every size: the large picture above the player, no picture without room, nothing under the tabs', async () => {
    const visit = await open(`/embed/${slug}/`, { width: 640, height: 400 })
    const { page, problems } = visit
    await isReady(visit, slug)
    const misfits: string[] = []
    for (const [width, height] of [
      [320, 200],
      [390, 640],
      [640, 400],
      [900, 560],
      [960, 600],
      [1280, 720],
      [1280, 960],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const tab of [null, ...(await page.locator('.tabs label').all())]) {
        await tab?.click()
        await pause(page, 50)
        misfits.push(...(await page.evaluate(misfitsInFrame)).map((what) => `${width} × ${height}: ${what}`))
      }
    }
    expect(misfits).toEqual([])
    expect(problems).toEqual([])
  })
})
