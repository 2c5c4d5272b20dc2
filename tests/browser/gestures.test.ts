// Every gesture by mouse, finger and pen: on pages, in frames of other people's pages and on 3D stages.
import type { FrameLocator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'
import { down, drag, gesture, HANDS, middle, move, type Place, touch, up } from '../support/gesture'
import { site } from '../support/hosts'

const framed = (slug: string) =>
  `<!doctype html><title>A page of somebody else</title><body style="height: 3000px">
  <iframe src="SITE/embed/${slug}/?ui=player" sandbox="allow-scripts" title="demo" style="width: 800px; height: 560px"></iframe>`
const host = site({
  '/flat.html': framed('heavy-ball'),
  '/solid.html': framed('adamp'),
  '/plane.html': framed('momentum-sampling'),
})

const WAYS: readonly Place[] = [
  [48, 0],
  [0, 48],
  [-48, 0],
  [0, -48],
]
/** A value has the digits of its control, so a ring ends within a pixel of the pointer. */
const isNear = ([u, v]: Place, [x, y]: Place) => Math.max(Math.abs(u - x), Math.abs(v - y)) < 1
const scrolled = (page: Page) => page.evaluate(() => scrollY)
const paramOf = (page: Page, key: string) => page.evaluate((name) => new URL(location.href).searchParams.get(name), key)
const settle = (page: Page) => pause(page, 450) // until the address is written

async function ready(slug: string, query = '') {
  const visit = await open(`/d/${slug}/${query}`, { touch: true })
  await isReady(visit, slug)
  return visit
}

/** Drags a handle by mouse, finger and pen in every direction: it follows, and the page stays. */
async function followsEveryHand(page: Page, within: Page | FrameLocator, name: string): Promise<void> {
  const ring = within.locator(`[data-handle=${name}] .ring`)
  await ring.waitFor()
  for (const hand of HANDS)
    for (const way of WAYS) {
      const what = `${hand}, ${way}`
      const [x, y] = await middle(ring)
      const before = await scrolled(page)
      await drag(page, hand, ring, way)
      const along = async () => {
        const [u, v] = await middle(ring)
        return ((u - x) * way[0] + (v - y) * way[1]) / (way[0] ** 2 + way[1] ** 2)
      }
      await expect.poll(along, { message: what, timeout: 20_000 }).toBeGreaterThan(0.8)
      expect(await along(), what).toBeLessThan(1.2)
      expect(await scrolled(page), what).toBe(before)
    }
}

it.each([
  ['heavy-ball', 'a picture'],
  ['adamp', 'a 3D stage'],
])('drags the start of %s in %s by mouse, finger and pen, in every direction', async (slug) => {
  const { page, problems } = await ready(slug)
  await followsEveryHand(page, page, 'start')
  expect(problems).toEqual([])
})

it.each([
  ['adamp', ''],
  ['three-body', '?tab=world'],
])(
  'turns the stage of %s under every hand where no handle is, and scrolls the page by a finger that goes down',
  async (slug, query) => {
    const { page, problems } = await ready(slug, query)
    const stage = page.locator('.over-3d')
    await stage.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await stage.boundingBox())!
    const at: Place = [x + 0.5 * width, y + 0.85 * height]
    for (const hand of HANDS) {
      const before = await paramOf(page, 'turn')
      await gesture(page, hand, at, [at[0] - 60, at[1] - 4])
      await eventually(() => paramOf(page, 'turn')).not.toBe(before)
    }
    const [before, top] = [await paramOf(page, 'turn'), await scrolled(page)]
    await gesture(page, 'touch', at, [at[0], at[1] - 120])
    await eventually(() => scrolled(page)).toBeGreaterThan(top + 60)
    await settle(page)
    expect(await paramOf(page, 'turn')).toBe(before)
    expect(problems).toEqual([])
  },
)

it.each(['/flat.html', '/solid.html'])('drags them in a frame of somebody else’s page: %s', async (path) => {
  const { page, problems } = await host.visit(path)
  await followsEveryHand(page, page.frameLocator('iframe'), 'start')
  expect(problems).toEqual([])
})

it('takes the words of an invitation for the handle', async () => {
  const visit = await ready('heavy-ball')
  const { page } = visit
  for (const hand of HANDS) {
    await page.reload() // it invites again
    await isReady(visit, 'heavy-ball')
    const ring = page.locator('[data-handle=start] .ring')
    const [x, y] = await middle(ring)
    await drag(page, hand, page.locator('[data-handle=start] text'), [20, 48])
    await settle(page)
    const [u, v] = await middle(ring)
    expect(isNear([u - x, v - y], [20, 48]), hand).toBe(true)
    expect(await page.locator('[data-handle=start] text').count(), hand).toBe(0)
    expect(await page.getByText('Tap where it should go').count(), hand).toBe(0)
  }
})

it('scrolls the page under a finger wherever nothing is dragged, and changes nothing', async () => {
  const { page } = await ready('momentum-sampling')
  const plot = page.locator('.large .plot')
  const before = page.url()
  const z = () => page.locator('[data-handle=z]').getAttribute('aria-valuetext')
  const place = await z()
  for (const thing of [plot, page.locator('.panel input[type=range]').first(), page.locator('.scrubber input')]) {
    await thing.scrollIntoViewIfNeeded()
    const [x, y] = await middle(thing)
    const top = await scrolled(page)
    await gesture(page, 'touch', [x - 31, y + 40], [x - 31, y - 120])
    await eventually(() => scrolled(page)).toBeGreaterThan(top + 60)
  }
  await settle(page)
  expect(await z()).toBe(place)
  expect(page.url()).toBe(before)
})

it('leaves pinching to the page where no handle is', async () => {
  const { page } = await ready('momentum-sampling')
  const place = await page.locator('[data-handle=z]').getAttribute('aria-valuetext')
  const [x, y] = await middle(page.locator('.large .plot'))
  const fingers = (apart: number): Place[] => [
    [x - apart, y + 60],
    [x + apart, y + 60],
  ]
  await touch(page, 'touchStart', fingers(20))
  for (let apart = 25; apart <= 120; apart += 5) await touch(page, 'touchMove', fingers(apart))
  await touch(page, 'touchEnd', [])
  await eventually(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.5)
  expect(await page.locator('[data-handle=z]').getAttribute('aria-valuetext')).toBe(place)
})

it('takes a tap on a plane by every hand, on the page and in a frame; not by two fingers', async () => {
  const tapped = async (page: Page, within: Page | FrameLocator) => {
    const [plot, ring] = [within.locator('[data-view=plane] .plot'), within.locator('[data-handle=z] .ring')]
    await ring.waitFor()
    const { x, y, width, height } = (await plot.boundingBox())!
    let share = 0.3
    for (const hand of HANDS) {
      share += 0.07
      const to: Place = [x + share * width, y + 0.2 * height]
      await gesture(page, hand, to)
      await eventually(async () => Math.hypot((await middle(ring))[0] - to[0], (await middle(ring))[1] - to[1])).toBeLessThan(3)
    }
    const before = await middle(ring)
    const two: Place[] = [
      [x + 0.3 * width, y + 0.3 * height],
      [x + 0.5 * width, y + 0.3 * height],
    ]
    await touch(page, 'touchStart', two.slice(0, 1))
    await touch(page, 'touchStart', two)
    await touch(page, 'touchEnd', two.slice(0, 1))
    await touch(page, 'touchEnd', [])
    await pause(page, 200)
    expect(await middle(ring)).toEqual(before)
  }
  const { page } = await ready('momentum-sampling')
  await tapped(page, page)
  const framed = await host.visit('/plane.html')
  await tapped(framed.page, framed.page.frameLocator('iframe'))
})

it('takes no press that began elsewhere: text selected from a title and released over a plane changes nothing', async () => {
  const { page } = await ready('momentum-sampling')
  const ring = page.locator('[data-handle=z] .ring')
  const before = await middle(ring)
  const title = page.locator('[data-view=plane] figcaption strong')
  const { x, y, height } = (await title.boundingBox())!
  const [px, py] = await middle(page.locator('[data-view=plane] .plot'))
  await gesture(page, 'mouse', [x + 2, y + height / 2], [px - 60, py])
  await settle(page)
  expect(await middle(ring)).toEqual(before)
  expect(await paramOf(page, 'z')).toBe(null)
  // … and one that began here and ends elsewhere is a tap on neither.
  await gesture(page, 'mouse', [px - 60, py], [x + 2, y - 40])
  await settle(page)
  expect(await paramOf(page, 'z')).toBe(null)
})

it('selects no text in a figure, and drags with text selected all around', async () => {
  const { page } = await ready('heavy-ball')
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '')
  const [x, y] = await middle(page.locator('[data-view=valley] .plot'))
  await gesture(page, 'mouse', [x - 90, y - 60], [x + 90, y + 140])
  expect(await selected()).toBe('')
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('.figure') as Element))
  expect(await selected()).not.toBe('')
  const ring = page.locator('[data-handle=start] .ring')
  for (const thing of [page.locator('[data-handle=start] text'), ring]) {
    const from = await middle(ring)
    await drag(page, 'mouse', thing, [30, 40])
    await settle(page)
    const to = await middle(ring)
    expect([to[0] - from[0], to[1] - from[1]].map(Math.round)).toEqual([30, 40])
  }
})

it('lets go when a new state comes while a hand holds a handle', async () => {
  const { page } = await ready('heavy-ball')
  const ring = page.locator('[data-handle=start] .ring')
  const start = () => paramOf(page, 'start')
  for (const hand of HANDS) {
    const [x, y] = await middle(ring)
    await down[hand](page, [x, y])
    await move[hand](page, [x + 30, y + 30])
    await eventually(start).not.toBeNull()
    await page.keyboard.press('r')
    await move[hand](page, [x + 60, y + 30])
    await move[hand](page, [x + 70, y + 30])
    expect(await page.locator('.handle.held').count()).toBe(0)
    await up[hand](page, [x + 70, y + 30])
    await settle(page)
    expect(await start(), hand).toBeNull()
    expect(await page.getByText('Tap where it should go').count()).toBe(0)
    await drag(page, hand, ring, [30, 30])
    await eventually(start).not.toBeNull()
    await page.keyboard.press('Control+z') // the drag, as one
    await eventually(start).toBeNull()
  }
})

it('drags a slider by every hand, released wherever, and lets go of it when a new state comes', async () => {
  const { page } = await ready('heavy-ball')
  const slider = page.getByRole('slider', { name: 'momentum', exact: true })
  const beta = () => paramOf(page, 'beta')
  const start = await slider.inputValue()
  for (const hand of ['pen', 'touch', 'mouse'] as const) {
    await slider.scrollIntoViewIfNeeded()
    const { x: left, y: top, width, height } = (await slider.boundingBox())!
    const [x, y] = [left + 0.8 * (width - 15) + 7, top + height / 2]
    await gesture(page, hand, [x, y], [x - 60, y + (hand === 'mouse' ? 90 : 2)])
    await eventually(beta).not.toBeNull()
    expect(Number(await slider.inputValue()), hand).toBeLessThan(Number(start) - 100)
    await page.keyboard.press('Control+z')
    await eventually(beta).toBeNull()
    await eventually(() => slider.inputValue()).toBe(start)
    if (hand === 'pen') continue // Chromium’s own slider does not follow a pen a second time, nor after a mouse

    await down[hand](page, [x, y])
    for (const dx of [15, 30, 45]) await move[hand](page, [x - dx, y])
    await eventually(beta).not.toBeNull()
    await page.keyboard.press('Control+z')
    for (const dx of [60, 70]) await move[hand](page, [x - dx, y])
    await settle(page)
    expect(await beta(), hand).toBeNull()
    expect(await slider.inputValue(), hand).toBe(start)
    await up[hand](page, [x - 70, y])
    await slider.press('ArrowLeft')
    await eventually(beta).not.toBeNull()
    await page.keyboard.press('Control+z')
    await eventually(beta).toBeNull()
  }
  await gesture(page, 'touch', [(await middle(slider))[0] - 40, (await middle(slider))[1]]) // a tap on the track
  await eventually(beta).not.toBeNull()
})

it('leaves a drag to the finger that began it, and ends it when the browser takes the finger away', async () => {
  const { page } = await ready('heavy-ball')
  const ring = page.locator('[data-handle=start] .ring')
  const [x, y] = await middle(ring)
  const isMoved = async () => {
    const [u, v] = await middle(ring)
    return isNear([u - x, v - y], [40, 20])
  }
  await touch(page, 'touchStart', [[x, y]])
  await touch(page, 'touchMove', [[x + 30, y + 20]])
  await touch(page, 'touchStart', [
    [x + 30, y + 20],
    [x + 34, y + 24],
  ])
  await touch(page, 'touchMove', [
    [x + 40, y + 20],
    [x - 90, y - 40],
  ])
  await eventually(isMoved).toBe(true)
  await touch(page, 'touchCancel', [])
  await pause(page, 100)
  expect(await isMoved()).toBe(true)
  expect(await page.locator('.handle.held').count()).toBe(0)
  await touch(page, 'touchStart', [[x + 40, y + 20]])
  await touch(page, 'touchCancel', [])
  await pause(page, 100)
  expect(await page.getByText('Tap where it should go').count()).toBe(0)
})
