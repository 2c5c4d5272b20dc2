// A lecture in the real reveal.js: its keys step through the demos, wherever they come from; few frames live; paper gets pictures.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import type MomentariumDemo from '@/host/element'
import { eventually, pause } from '../support/browser'
import { demo, focused, framed, isLive, shownPicture, site, stateOf } from '../support/hosts'

interface Reveal {
  isReady(): boolean
  isPaused(): boolean
  slide(h: number, v?: number, f?: number): void
}
declare global {
  interface Window {
    Reveal: Reveal
    /** Most frames that were in the page at once. */
    most: number
  }
}

const deck = (slides: string, config = '{}', plugins = 'Momentarium, Notes') => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>Momentum</title>
<link rel="stylesheet" href="/reveal.js/reveal.css"><link rel="stylesheet" href="/reveal.js/theme/white.css">
<style>momentarium-demo { height: 420px } iframe { width: 900px; height: 500px }</style></head>
<body><div class="reveal"><div class="slides">${slides}</div></div>
<script type="module">
import Reveal from '/reveal.js/reveal.mjs'
import Notes from '/reveal.js/plugin/notes.mjs'
import Momentarium from 'SITE/embed/reveal.js'
window.most = 0
const count = () => [...document.querySelectorAll('momentarium-demo')].filter((one) => one.shadowRoot?.querySelector('iframe')).length
setInterval(() => { window.most = Math.max(window.most, count()) }, 5)
window.Reveal = Reveal
const config = { hash: true, fragmentInURL: true, transition: 'none', plugins: [${plugins}], momentarium: ${config} }
await Reveal.initialize(config)
</script></body></html>`

const lecture = `
<section><h2>Momentum</h2></section>
<section><momentarium-demo id="a" demo="heavy-ball" data-steps="fence,momentum,wedge" ui="player"></momentarium-demo>
  <aside class="notes">Ask who has seen this before.</aside></section>
<section><p class="fragment">Samplers</p><momentarium-demo id="b" demo="momentum-sampling" data-steps="fence,slide" ui="none"></momentarium-demo></section>
<section><momentarium-demo id="c" demo="apg" data-steps="burnt,burnt:deed" ui="none"></momentarium-demo></section>
<section><section><momentarium-demo id="d" demo="two-ball-drop" data-steps="one,two" ui="none"></momentarium-demo></section>
  <section><momentarium-demo id="e" demo="heavy-ball" data-steps="race,never" ui="none"></momentarium-demo></section></section>
<section><momentarium-demo id="f" demo="heavy-ball" data-steps="stops" data-keep ui="none"></momentarium-demo></section>
<section><h2>The end</h2></section>`
/** The steps that `next` leads to, from the title to the end: slide's demo, and its step. */
const all = ['fence', 'idea', 'momentum', 'wedge', 'optimum', 'race', 'never', 'bridge']
const path = [
  ...['a fence', 'a momentum', 'a wedge', 'b fence', 'b fence', 'b slide', 'c burnt', 'c burnt:deed'],
  ...['d one', 'd two', 'e race', 'e never', ...all.map((step) => `f ${step}`), 'end'],
]

const host = site({
  '/deck.html': deck(lecture),
  '/short.html': deck(lecture, '{ rest: 0.3 }'),
  '/mixed.html': deck(`<section><p class="fragment" data-fragment-index="1">one</p>
    <momentarium-demo id="a" demo="heavy-ball" data-fragment-index="1" data-steps="fence,momentum,wedge"></momentarium-demo></section>`),
  '/paper.html':
    deck(`<section><momentarium-demo id="a" demo="heavy-ball" data-steps="fence,momentum,wedge"></momentarium-demo></section>
    <section><momentarium-demo id="b" demo="heavy-ball" beta="0.5"></momentarium-demo></section>`),
  '/plain.html': deck(
    `<section><iframe id="plain" title="demo" data-src="SITE/embed/heavy-ball/?host=reveal&keys=up"></iframe></section>
    <section id="after"><h2>After</h2></section>`,
    '{}',
    '',
  ),
})

async function open(path = '/deck.html') {
  const visit = await host.visit(path)
  await visit.page.waitForFunction(() => window.Reveal?.isReady())
  return visit
}
const goTo = (page: Page, h: number, f?: number, v = 0) =>
  page.evaluate(([h, v, f]) => window.Reveal.slide(h as number, v as number, f ?? undefined), [h, v, f ?? null])
/** Demo of the present slide and its step, as the element was told. */
const place = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll('section.present momentarium-demo')
    const element = [...all].find((one) => !one.closest('section section:not(.present)'))
    return element ? `${element.id} ${element.getAttribute('step')}` : 'end'
  })
/** The same, as reported by the running demo. */
async function shown(page: Page): Promise<string> {
  const [id = ''] = (await place(page)).split(' ')
  if (id === 'end') return id
  await isLive(page, id)
  return `${id} ${(await stateOf(page, id)).step}`
}
const set = (page: Page, id: string, beta: number) =>
  demo(page, id).evaluate((element, beta) => (element as MomentariumDemo).set({ params: { beta } }), beta)

it('pages through six demos, all their steps, and back, with at most three frames and no error', async () => {
  const { page, problems } = await open()
  for (const stop of path) {
    await page.keyboard.press('n')
    await eventually(() => shown(page)).toBe(stop)
  }
  for (const stop of path.slice(0, -1).reverse()) {
    await page.keyboard.press('p')
    await eventually(() => shown(page)).toBe(stop)
  }
  expect(await page.evaluate(() => window.most)).toBe(3)
  expect(problems).toEqual([])
}, 240_000)

it('turns many pages at once without loading what is passed', async () => {
  const { page, problems } = await open()
  for (const _ of path) await page.keyboard.press('n')
  for (const _ of path.slice(0, -1)) await page.keyboard.press('p')
  await eventually(() => shown(page)).toBe('a fence')
  expect(await page.evaluate(() => window.most)).toBeLessThanOrEqual(3)
  expect(problems).toEqual([])
})

it('is at the right step after a jump, going back, and a reload of the address', async () => {
  const { page } = await open()
  await goTo(page, 1, 1)
  await eventually(() => shown(page)).toBe('a wedge')
  await page.keyboard.press('p')
  await eventually(() => shown(page)).toBe('a momentum')
  await eventually(() => new URL(page.url()).hash).toBe('#/1/0/0') // reveal writes it now and then
  await page.reload()
  await eventually(() => shown(page)).toBe('a momentum')
  await goTo(page, 2)
  await page.keyboard.press('p')
  await eventually(() => shown(page)).toBe('a wedge') // a slide that is entered backwards shows its last step
})

it.each([
  ['while its frame lives', '/deck.html', 0],
  ['after its frame was removed', '/short.html', 1000],
])('comes back to what was left, %s', async (_, path, away) => {
  const { page } = await open(path)
  await goTo(page, 1, 0)
  await isLive(page, 'a')
  await set(page, 'a', 0.33)
  await pause(page, 200)
  const before = await stateOf(page, 'a')
  await goTo(page, 0)
  await pause(page, 400 + away)
  await eventually(() => framed(page)).toEqual(away > 0 ? [] : ['a'])
  await goTo(page, 1, 0)
  await isLive(page, 'a')
  await eventually(() => stateOf(page, 'a')).toEqual(before)
  expect(before.params.beta).toBe(0.33)
})

it('goes on with the step’s own values, and with the visitor’s where data-keep stands', async () => {
  const { page } = await open()
  await goTo(page, 1, 0)
  await isLive(page, 'a')
  await set(page, 'a', 0.33)
  await page.keyboard.press('n')
  await eventually(async () => (await stateOf(page, 'a')).params.beta).toBe(0.95)
  expect(await page.$$eval('[keep]', (all) => all.map((one) => one.id))).toEqual(['f']) // asks for `keep` with every step
})

it('turns the slide with an arrow key after a click into a demo; Escape leads out, the full stop pauses', async () => {
  const { page } = await open()
  await goTo(page, 1, -1)
  await isLive(page, 'a')
  await demo(page, 'a').click({ position: { x: 400, y: 12 } })
  await eventually(() => focused(page)).toBe('a iframe')
  await page.keyboard.press('ArrowRight')
  await eventually(() => shown(page)).toBe('a momentum')
  await page.keyboard.press('.')
  await eventually(() => page.evaluate(() => window.Reveal.isPaused())).toBe(true)
  await page.keyboard.press('.')
  await eventually(() => page.evaluate(() => window.Reveal.isPaused())).toBe(false)
  await demo(page, 'a').click({ position: { x: 400, y: 12 } })
  await eventually(() => focused(page)).toBe('a iframe')
  await page.keyboard.press('Escape')
  await eventually(() => focused(page)).toBe('a button')
  for (const stop of ['a wedge', 'b fence']) {
    await page.keyboard.press('ArrowRight')
    await eventually(() => place(page)).toBe(stop)
  }
})

it('lets real fragments appear together with a step', async () => {
  const { page } = await open('/mixed.html')
  const visible = () => page.$eval('p.fragment', (p) => p.classList.contains('visible'))
  await eventually(() => shown(page)).toBe('a fence')
  expect(await visible()).toBe(false)
  await page.keyboard.press('n')
  await eventually(() => shown(page)).toBe('a momentum')
  expect(await visible()).toBe(true)
})

it('prints a picture of every step, with a link and its code, and no frame', async () => {
  const { page, problems } = await open('/deck.html?view=print')
  await page.waitForFunction((count) => document.querySelectorAll('momentarium-demo svg').length === count, path.length - 1)
  const pages = await page.$$eval('.pdf-page', (all) =>
    all.map((one) => {
      const element = one.querySelector('momentarium-demo')
      return element ? `${element.id} ${element.getAttribute('step')}` : 'end'
    }),
  )
  expect(pages.slice(1)).toEqual(path)
  const pictures = await page.$$eval('momentarium-demo', (all) =>
    all.map((one) => {
      const image = one.shadowRoot?.querySelector('img') as HTMLImageElement
      const link = one.shadowRoot?.querySelector('a')
      return [image.src.split('/').slice(-3).join('/'), image.naturalWidth > 300, decodeURIComponent(link?.search ?? '')]
    }),
  )
  const slugs: Readonly<Record<string, string>> = { b: 'momentum-sampling', c: 'apg', d: 'two-ball-drop' }
  expect(pictures).toEqual(
    path.slice(0, -1).map((stop) => {
      const [id = '', step] = stop.split(' ')
      const picture = step?.replace(':deed', '.deed')
      return [`${slugs[id] ?? 'heavy-ball'}/steps/${picture}.webp`, true, `?step=${step}`]
    }),
  )
  expect(await page.$$eval('iframe', (all) => all.length)).toBe(0)
  expect(await framed(page)).toEqual([])
  expect(await demo(page, 'a').first().locator('figcaption').isVisible()).toBe(true)
  expect(problems).toEqual([])
})

it('draws what the host has no pictures of, before the deck is ready to print', async () => {
  const { page } = await host.visit('/paper.html?view=print', { stepPictures: false })
  await page.waitForFunction(() => document.querySelectorAll('momentarium-demo svg').length === 4, null, { timeout: 120_000 })
  await page.$$eval('momentarium-demo', (all) => {
    for (const [k, one] of all.entries()) one.id = `copy${k}`
  })
  const pictures = await Promise.all([0, 1, 2, 3].map((k) => shownPicture(page, `copy${k}`)))
  expect(pictures.map(({ caption }) => /(?<=: )[^,]*/.exec(caption)?.[0])).toEqual([
    'step = fence',
    'step = momentum',
    'step = wedge',
    'beta = 0.5',
  ])
  expect(new Set(pictures.map(({ hash }) => hash)).size).toBe(4)
  expect(pictures.map(({ file }) => file)).toEqual(Array(4).fill('drawn'))
})

it('shows pictures and the step’s notes to the speaker, and runs nothing there', async () => {
  const { page } = await open()
  await goTo(page, 1, 0)
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
  const notes = speaker.locator('.speaker-controls-notes .value')
  await eventually(() => notes.innerText()).toBe('Ask who has seen this before.')
  await eventually(() => place(page)).toBe('a fence') // reveal sends the deck to where its new windows are
  const current = speaker.frameLocator('#current-slide iframe').locator('#a')
  const { steps } = JSON.parse(readFileSync('dist/embed/heavy-ball/demo.json', 'utf8')) as {
    steps: { id: string; title: string }[]
  }
  for (const step of ['momentum', 'wedge']) {
    await page.keyboard.press('n')
    await eventually(() => current.getAttribute('step')).toBe(step)
    const lines = async () => (await notes.innerText()).split(/\s*\n\s*/)
    await eventually(lines).toEqual(
      expect.arrayContaining(['Ask who has seen this before.', steps.find(({ id }) => id === step)?.title]),
    )
    await pause(page, 300) // its windows echo where they are; a faster press would be sent back
  }
  await pause(speaker, 1000)
  expect(await current.evaluate((element) => element.shadowRoot?.querySelector('iframe'))).toBeNull()
  expect(speaker.frames().filter((frame) => frame.url().startsWith(`${inject('url')}/embed/`))).toEqual([])
})

it('covers its frames in the overview', async () => {
  const { page } = await open()
  await goTo(page, 1, 0)
  await isLive(page, 'a')
  const looks = () =>
    demo(page, 'a').evaluate((element) =>
      ['iframe', 'img'].map((name) => getComputedStyle(element.shadowRoot?.querySelector(name) as Element).visibility),
    )
  expect(await looks()).toEqual(['visible', 'hidden'])
  await page.keyboard.press('o')
  await eventually(looks).toEqual(['hidden', 'visible'])
  await page.keyboard.press('o')
  await eventually(looks).toEqual(['visible', 'hidden'])
})

it('leaves the arrow keys to the deck even without the plugin', async () => {
  const { page } = await open('/plain.html')
  await page.frameLocator('#plain').locator('.stage .plot').first().waitFor()
  await page.locator('#plain').click({ position: { x: 300, y: 8 } })
  await page.keyboard.press('ArrowRight')
  await eventually(() => page.$eval('#after', (slide) => slide.classList.contains('present'))).toBe(true)
})
