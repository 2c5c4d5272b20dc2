// A run that takes long to compute: it is seen running, its scrubber is free, and it can be stopped; on the page and in a sandboxed frame.
import type { Frame, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, open } from '../support/browser'
import { site } from '../support/hosts'

const LONG = { swav: 'steps=5000&batch=128', neuralstagger: 'scene=train&updates=1000&learned=32&slots=4&space=4&radius=3' }
type Slug = keyof typeof LONG
const framed = (slug: Slug) =>
  `<!doctype html><title>host</title><iframe sandbox="allow-scripts" width="900" height="600" src="SITE/embed/${slug}/?${LONG[slug]}"></iframe>`
const host = site({ '/swav.html': framed('swav'), '/neuralstagger.html': framed('neuralstagger') })

async function onPage(slug: Slug): Promise<Page> {
  const { page } = await open(`/d/${slug}/?${LONG[slug]}`)
  return page
}
async function inFrame(slug: Slug): Promise<Frame> {
  const { page } = await host.visit(`/${slug}.html`)
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (frame === null) throw new Error('the frame has no page')
  return frame
}
const stepOf = async (where: Page | Frame) => Number((await where.locator('.step-count .tabular').innerText()).replace(/\D/g, ''))

it.each([
  ['swav', 'on the page', onPage],
  ['swav', 'in a frame with an opaque origin', inFrame],
  ['neuralstagger', 'on the page', onPage],
  ['neuralstagger', 'in a frame with an opaque origin', inFrame],
] as const)('shows a long run of %s as it is computed, %s', async (slug, _name, visit) => {
  const where = await visit(slug)
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
  const whole = Number(await where.locator('.scrubber input').getAttribute('max'))
  expect(stopped).toBeLessThan(whole)
  await where.waitForTimeout(500)
  expect(await stepOf(where)).toBe(stopped)
  await where.getByRole('button', { name: 'go on computing' }).click()
  await eventually(() => stepOf(where)).toBeGreaterThan(stopped)
})
