// A 3D stage in a real browser: drawn on demand, the same picture for the same address, and a flat stand-in without WebGL.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'
import { drag } from '../support/gesture'

const SLUG = 'two-ball-drop'
const canvas = '[data-view] .canvas-3d canvas:not([hidden])'
/** The canvas of the stage: drawn out of sight by the processor, unless a test says otherwise. */
const drawnOn = '.canvas-3d canvas'
async function picture(page: Page): Promise<string> {
  await page.waitForSelector(canvas)
  let before = ''
  for (let tries = 0; tries < 30; tries++) {
    const now = (await page.locator(canvas).screenshot({ animations: 'disabled' })).toString('base64')
    if (now === before) return now
    before = now
    await pause(page, 200)
  }
  return before
}

it.each(['software', 'hardware'])('draws one canvas by %s, changes with the step, and comes back the same', async (by) => {
  const visit = await open(`/d/${SLUG}?t=5`, { hardware: by === 'hardware' })
  const { page, problems } = visit
  await isReady(visit, SLUG)
  const first = await picture(page)
  expect(await page.locator(canvas).count()).toBe(1)
  expect(await page.locator(drawnOn).count()).toBe(by === 'hardware' ? 1 : 2)
  expect(first.length).toBeGreaterThan(4000) // more than one flat colour
  for (let k = 0; k < 3; k++) await page.getByRole('button', { name: 'One step forward' }).click()
  expect(await picture(page)).not.toBe(first)
  for (let k = 0; k < 3; k++) await page.getByRole('button', { name: 'One step back' }).click()
  await page.locator('h1').hover()
  expect(await picture(page)).toBe(first)
  expect(problems).toEqual([])
})

it.each(['software', 'hardware'])('is transparent where nothing is drawn, by %s', async (by) => {
  const { page } = await open(`/embed/${SLUG}/?ui=none&theme=light&t=5`, { hardware: by === 'hardware' })
  await page.waitForSelector(canvas)
  const shares = () =>
    page.locator(canvas).evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const ctx = new OffscreenCanvas(width, height).getContext('2d')!
      canvas.dispatchEvent(new Event('capture')) // pixels of WebGL do not outlive a frame
      ctx.drawImage(canvas, 0, 0)
      const alphas = ctx.getImageData(0, 0, width, height).data.filter((_, k) => k % 4 === 3)
      return [0, 255].map((wanted) => alphas.filter((alpha) => alpha === wanted).length / alphas.length)
    })
  await eventually(async () => (await shares()).map((share) => share > 0.25)).toEqual([true, true]) // sky and floor
})

it('draws nothing while nothing changes', async () => {
  const visit = await open(`/d/${SLUG}?t=5`)
  await isReady(visit, SLUG)
  await picture(visit.page)
  await pause(visit.page, 1500)
  const calls = await visit.page.evaluate(async () => {
    let count = 0
    const { drawElements, drawArrays } = WebGL2RenderingContext.prototype
    WebGL2RenderingContext.prototype.drawElements = function (...args) {
      count++
      return drawElements.apply(this, args)
    }
    WebGL2RenderingContext.prototype.drawArrays = function (...args) {
      count++
      return drawArrays.apply(this, args)
    }
    await new Promise((done) => setTimeout(done, 800))
    return count
  })
  expect(calls).toBe(0)
})

it('moves its handles by pointer and by keys', async () => {
  const visit = await open(`/d/${SLUG}?t=0`)
  const { page } = visit
  await isReady(visit, SLUG)
  await picture(page)
  const handle = page.locator('.over-3d [data-handle]').first()
  const value = () => handle.getAttribute('aria-valuetext')
  const before = await value()
  await handle.focus()
  await page.keyboard.press('Shift+ArrowUp')
  await pause(page, 300)
  const keyed = await value()
  expect(keyed).not.toBe(before)
  await drag(page, 'touch', handle.locator('.reach'), [0, 40])
  await pause(page, 300)
  expect(await value()).not.toBe(keyed)
})

it('shows the scene flat, with the same handles, where there is no WebGL', async () => {
  const visit = await open('/')
  const { page, problems } = visit
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext
    // @ts-expect-error: one signature for all kinds of context
    HTMLCanvasElement.prototype.getContext = function (kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest)
    }
  })
  await page.goto(`${new URL(page.url()).origin}/d/${SLUG}`)
  await isReady(visit, SLUG)
  expect(await page.locator('.stand-in').innerText()).toContain('WebGL is missing')
  expect(await page.locator('[data-view] [data-handle]').count()).toBeGreaterThan(1)
  expect(problems).toEqual([])
})

it('shows the scene flat when the context is lost, and in 3D again when asked', async () => {
  const visit = await open(`/d/${SLUG}?t=5`)
  const { page } = visit
  await isReady(visit, SLUG)
  await picture(page)
  await page.evaluate((selector) => {
    const context = document.querySelector<HTMLCanvasElement>(selector)?.getContext('webgl2')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }, drawnOn)
  await page.waitForSelector('.stand-in')
  expect(await page.locator('[data-view] [data-handle]').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Try again' }).click()
  expect((await picture(page)).length).toBeGreaterThan(4000)
})
