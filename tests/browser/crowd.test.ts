// Very many particles: the graphics card's numbers are the processor's, and the processor is taken where the card is played by software.
import { expect, inject, it } from 'vitest'
import { compareOnCard } from '../../scripts/lib/card.mjs'
import { serveFiles } from '../../scripts/lib/files.mjs'
import { eventually, isReady, open } from '../support/browser'

it('has the same numbers from the graphics card, and takes none that is software', async () => {
  const found = await compareOnCard(true)
  expect(Object.keys(found ?? {})).toEqual(['interpolant', 'student', 'diffusion'])
  for (const { oneStep } of Object.values(found ?? {})) expect(oneStep).toBeLessThan(1e-5)
  expect(await compareOnCard(false)).toBeNull()
})

it('draws a hundred thousand, at each step, and none without being asked', async () => {
  const visit = await open('/d/stochastic-interpolants/?crowd=1')
  await isReady(visit, 'stochastic-interpolants')
  const { page, problems } = visit
  const canvas = page.locator('canvas[data-crowd]')
  /** Mean place of the ink, as a share of the width. */
  const middle = () =>
    canvas.evaluate((one: HTMLCanvasElement) => {
      const { data } = one.getContext('2d')!.getImageData(0, 0, one.width, one.height)
      let [sum, ink] = [0, 0]
      for (let at = 3; at < data.length; at += 4) {
        ink += data[at]!
        sum += data[at]! * (((at - 3) / 4) % one.width)
      }
      return one.hasAttribute('data-coming') ? -1 : sum / ink / one.width
    })
  await page.getByRole('button', { name: 'To the start' }).click()
  await eventually(middle).toBeCloseTo(0.15, 1) // the left cloud
  await page.getByRole('button', { name: 'To the end' }).click()
  await eventually(middle).toBeCloseTo(0.86, 1)
  await page.getByRole('button', { name: 'To the start' }).click()
  await eventually(middle).toBeCloseTo(0.15, 1)
  await page.goto(new URL('/d/stochastic-interpolants/', page.url()).href)
  await isReady(visit, 'stochastic-interpolants')
  await eventually(middle).toBeNaN()
  expect(problems).toEqual([])
})

it('draws them where no worker is allowed, too', async () => {
  const host = await serveFiles({
    '/page': `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="900" height="600" src="${inject('url')}/embed/pfgm-plus-plus/?crowd=1"></iframe>`,
  })
  const { page, problems } = await open('/licences/')
  await page.goto(`${host.url}/page`)
  const frame = page.frameLocator('iframe')
  await frame.locator('html[data-ready]').waitFor({ state: 'attached' })
  await frame.locator('canvas[data-crowd]:not([data-coming])').waitFor({ timeout: 60_000 })
  expect(problems).toEqual([])
  await host.close()
})
