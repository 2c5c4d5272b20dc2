// A run that takes long to compute: it is seen running, its scrubber is free, and it can be stopped; on the page and in a sandboxed frame.
import type { Frame, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, open } from '../support/browser'
import { site } from '../support/hosts'

const LONG = 'steps=5000&batch=128'
const host = site({
  '/host.html': `<!doctype html><title>host</title><iframe sandbox="allow-scripts" width="900" height="600" src="SITE/embed/swav/?${LONG}"></iframe>`,
})

async function onPage(): Promise<Page> {
  const { page } = await open(`/d/swav/?${LONG}`)
  return page
}
async function inFrame(): Promise<Frame> {
  const { page } = await host.visit('/host.html')
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (frame === null) throw new Error('the frame has no page')
  return frame
}
const stepOf = async (where: Page | Frame) => Number((await where.locator('.step-count .tabular').innerText()).replace(/\D/g, ''))

it.each([
  ['on the page', onPage],
  ['in a frame with an opaque origin', inFrame],
])('shows a long run as it is computed, %s', async (_name, visit) => {
  const where = await visit()
  await where.waitForSelector('.run-work')
  await where.getByRole('button', { name: 'To the end' }).click()
  const seen = new Set<number>()
  await eventually(async () => seen.add(await stepOf(where)).size).toBeGreaterThan(5)
  expect([...seen]).toEqual([...seen].sort((a, b) => a - b))
  expect(await where.locator('.run-work').innerText()).toMatch(/\d+ (s|min) to compute/)
  // what is there can be scrubbed at once, while the rest is computed
  const before = Math.max(...seen)
  await where.locator('.scrubber input').fill(String(Math.floor(before / 2)))
  await eventually(() => stepOf(where)).toBe(Math.floor(before / 2))
  await where.getByRole('button', { name: 'stop computing' }).click()
  await where.getByRole('button', { name: 'To the end' }).click()
  await where.getByRole('button', { name: 'go on computing' }).waitFor()
  const stopped = await stepOf(where)
  expect(stopped).toBeGreaterThanOrEqual(before)
  expect(stopped).toBeLessThan(5000)
  await where.waitForTimeout(500)
  expect(await stepOf(where)).toBe(stopped)
  await where.getByRole('button', { name: 'go on computing' }).click()
  await eventually(() => stepOf(where)).toBeGreaterThan(stopped)
})
