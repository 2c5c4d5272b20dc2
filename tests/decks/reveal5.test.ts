// The plugin in reveal.js 5; what it does in reveal.js 6 is tested in tests/browser/revealDeck.test.ts. `npm run test:decks`.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, pause } from '../support/browser'
import { demo, focused, framed, isLive, site, stateOf } from '../support/hosts'

const deck = (theme: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Momentum</title>
<link rel="stylesheet" href="/reveal5/dist/reveal.css"><link rel="stylesheet" href="/reveal5/dist/theme/${theme}.css">
<style>momentarium-demo { height: 420px }</style></head>
<body><div class="reveal"><div class="slides"><section><h2>Momentum</h2></section>
<section><momentarium-demo id="a" demo="heavy-ball" data-steps="fence,momentum,wedge" ui="player"></momentarium-demo></section>
<section><momentarium-demo id="b" demo="heavy-ball" beta="0.5" ui="none"></momentarium-demo></section></div></div>
<script type="module">
import Reveal from '/reveal5/dist/reveal.esm.js'
import Momentarium from 'SITE/embed/reveal.js'
await Reveal.initialize({ hash: true, fragmentInURL: true, transition: 'none', plugins: [Momentarium] })
document.documentElement.dataset.version = Reveal.VERSION
</script></body></html>`
const host = site(
  { '/white.html': deck('white'), '/black.html': deck('black') },
  { '/reveal5/': '.cache/slides/node_modules/reveal.js' },
)
async function open(path: string) {
  const visit = await host.visit(path)
  await visit.page.locator('html[data-version^="5."]').waitFor()
  return visit
}
/** Demo of the current slide and the step that it shows. */
async function shown(page: Page): Promise<string> {
  const id = await page.$eval('section.present', (slide) => slide.querySelector('momentarium-demo')?.id ?? '')
  if (id === '') return ''
  await isLive(page, id)
  const { step } = await stateOf(page, id)
  return step === undefined ? id : `${id} ${step}`
}
/** Place of the handle in the window: reveal.js 5 zooms its slides, but lays frames out as if it did not. */
async function ringAt(page: Page): Promise<[x: number, y: number]> {
  const frame = page.frameLocator('#a iframe')
  const outer = (await page.locator('#a iframe').boundingBox())!
  const ring = frame.locator('[data-handle=start] .ring')
  const [x, y, width] = await ring.evaluate((element) => {
    const box = element.getBoundingClientRect()
    return [box.x + box.width / 2, box.y + box.height / 2, innerWidth] as const
  })
  const zoom = outer.width / width
  return [outer.x + zoom * x, outer.y + zoom * y]
}
const path = ['a fence', 'a momentum', 'a wedge', 'b']

it.each([
  ['white', 'light'],
  ['black', 'dark'],
])('steps by the deck’s keys, forward and back, in the colours of the theme %s', async (name, theme) => {
  const { page, problems } = await open(`/${name}.html`)
  for (const stop of path) {
    await page.keyboard.press('n')
    await eventually(() => shown(page)).toBe(stop)
  }
  expect(await page.frameLocator('#b iframe').locator('html').getAttribute('data-theme')).toBe(theme)
  for (const stop of path.slice(0, -1).reverse()) {
    await page.keyboard.press('p')
    await eventually(() => shown(page)).toBe(stop)
  }
  expect(await framed(page)).toEqual(['a', 'b'])
  expect(problems).toEqual([])
})

it('turns the slide after a click into a demo, whose handles follow the pointer', async () => {
  const { page } = await open('/white.html#/1')
  await eventually(() => shown(page)).toBe('a fence')
  const [left, top] = await ringAt(page)
  await page.mouse.move(left, top)
  await page.mouse.down()
  await page.mouse.move(left + 20, top + 10)
  await page.mouse.move(left + 40, top + 20)
  await page.mouse.up()
  await eventually(async () => Math.round((await ringAt(page))[0] - left)).toBe(40)
  await demo(page, 'a').click({ position: { x: 400, y: 12 } })
  await eventually(() => focused(page)).toBe('a iframe')
  await page.keyboard.press('ArrowRight')
  await eventually(() => shown(page)).toBe('a momentum')
})

it('prints a page a step, each with its own picture', async () => {
  const { page } = await open('/white.html?print-pdf')
  await page.waitForFunction(() => document.querySelectorAll('momentarium-demo svg').length === 4)
  await pause(page, 200)
  const pages = await page.$$eval('.pdf-page momentarium-demo', (all) =>
    all.map((one) => [one.getAttribute('step'), one.shadowRoot?.querySelector('img')?.src.split('/').at(-1)]),
  )
  expect(pages.map(([step]) => step)).toEqual(['fence', 'momentum', 'wedge', null])
  expect(pages.slice(0, 3).map(([, file]) => file)).toEqual(['fence.webp', 'momentum.webp', 'wedge.webp'])
  expect(await framed(page)).toEqual([])
})
