// A run that takes long to compute: it is seen running, its scrubber is free, and it can be stopped; on the page and in a sandboxed frame.
import type { Frame, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, open, pause } from '../support/browser'
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
/** In the page: height of the player, places of its buttons, and words that wrap or stick out. */
function playerShown() {
  const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect()
  const player = box('.transport')
  const places = ['.play', '.scrubber'].map((one) => [box(one).left, box(one).top - player.top])
  const words = [...document.querySelectorAll('.step-count, .step-count *, .run-work span')].filter((one) => {
    const { height, left, right } = one.getBoundingClientRect()
    return one.children.length === 0 && (height > 24 || left < player.left || right > player.right)
  })
  return {
    look: JSON.stringify([player.height, places, document.documentElement.scrollWidth <= innerWidth]),
    words: words.map((one) => one.textContent),
  }
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
  expect(await where.locator('.run-work').innerText()).toMatch(/\d+ (s|min) left/)
  // what exists can be scrubbed at once, while the rest is computed
  const before = Math.max(...seen)
  await where.locator('.scrubber input').fill(String(Math.floor(before / 2)))
  await eventually(() => stepOf(where)).toBe(Math.floor(before / 2))
  await where.getByRole('button', { name: 'stop computing' }).click()
  await where.getByRole('button', { name: 'To the end' }).click()
  await where.getByRole('button', { name: 'go on computing' }).waitFor()
  await eventually(() => stepOf(where)).toBeGreaterThanOrEqual(before)
  const stopped = await stepOf(where)
  const whole = Number(await where.locator('.scrubber input').getAttribute('max'))
  expect(stopped).toBeLessThan(whole)
  await where.waitForTimeout(500)
  expect(await stepOf(where)).toBe(stopped)
  await where.getByRole('button', { name: 'go on computing' }).click()
  await eventually(() => stepOf(where)).toBeGreaterThan(stopped)
})

const SMALL = [320, 360, 390]
it.each([
  ['a long run', 'swav', LONG.swav, 'steps=20', '.run-work'],
  ['a run that diverged', 'heavy-ball', 'alpha=0.3&beta=0&t=end', 't=0', '.run-state'],
])(
  'says of %s what there is to say without moving the player, on phones and in small frames',
  async (_, slug, query, short, words) => {
    for (const path of [`/d/${slug}/?`, `/embed/${slug}/?ui=player&`]) {
      const { page } = await open(path + short, { width: SMALL[0]!, height: 700 })
      const looks: string[][] = []
      for (const state of [short, query]) {
        await page.goto(new URL(page.url()).origin + path + state)
        await page.waitForSelector(state === query ? words : 'html[data-ready]', { state: 'attached', timeout: 60_000 })
        const seen: string[] = []
        for (const width of SMALL) {
          await page.setViewportSize({ width, height: 700 })
          await pause(page, 100)
          const shown = await page.evaluate(playerShown)
          expect(shown.words, `${path}${state}, ${width} px`).toEqual([])
          seen.push(shown.look)
        }
        looks.push(seen)
      }
      expect(looks[1], path).toEqual(looks[0])
      await page.close()
    }
  },
)
