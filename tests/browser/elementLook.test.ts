// How <momentarium-demo> looks in other people's pages: its size, its colours, its pictures, and on paper.
import { gzipSync } from 'node:zlib'
import { expect, inject, it } from 'vitest'
import type MomentariumDemo from '@/host/element'
import { axeFaults } from '../support/axe'
import { eventually, pause } from '../support/browser'
import { misfitsInFrame } from '../support/fit'
import { call, demo, isLive, pageWith, shownPicture, site } from '../support/hosts'
import { look } from '../support/look'
import { STRANGERS } from '../support/strangers'

const slide = (scale: number) =>
  pageWith(
    `<div id="slide" style="transform-origin: 0 0; transform: scale(${scale})">
    <iframe src="SITE/embed/heavy-ball/?ui=none" style="width: 500px; height: 380px"></iframe></div>`,
  )

/** A pixel near the corner of a picture; runs in the page. */
async function cornerOf(src: string): Promise<string> {
  const image = new Image()
  image.src = src
  await image.decode()
  const ctx = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
    '2d',
  ) as CanvasRenderingContext2D
  ctx.drawImage(image, -1, -1)
  return String(ctx.getImageData(0, 0, 1, 1).data)
}

const host = site({
  '/one.html': pageWith(
    `<p><a id="before" href="#">before</a></p>
    <momentarium-demo id="a" demo="heavy-ball" beta="0.5" ui="player" alt="A ball in a valley"><a href="SITE/d/heavy-ball/">Open</a></momentarium-demo>
    <p><a id="after" href="#">after</a></p>`,
  ),
  '/poster.html': pageWith('<momentarium-demo id="a" demo="heavy-ball" poster alt="A ball"></momentarium-demo>'),
  '/never.html': pageWith(
    `<momentarium-demo id="a" demo="heavy-ball" alt="A" live="never"></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" alt="B" live="never" beta="0.9"></momentarium-demo>
    <momentarium-demo id="c" demo="heavy-ball" alt="C" live="never" beta="0.5"></momentarium-demo>
    <momentarium-demo id="d" demo="heavy-ball" alt="D" live="never" step="wedge"></momentarium-demo>
    <momentarium-demo id="e" demo="heavy-ball" alt="E" live="never" beta="0.5" poster="/poster.svg"></momentarium-demo>`,
  ),
  '/dark.html': pageWith(
    `<div id="slide" style="padding: 9px; background: rgb(20, 60, 40); color: #eee"><momentarium-demo id="a" demo="heavy-ball" ui="player"></momentarium-demo></div>
    <momentarium-demo id="b" demo="heavy-ball" ui="none" theme="contrast"></momentarium-demo>`,
  ),
  '/narrow.html': pageWith(
    `<momentarium-demo id="a" demo="two-ball-drop" ui="controls"></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" ui="player"></momentarium-demo>
    <momentarium-demo id="c" demo="heavy-ball" ui="player" style="height: 320px"></momentarium-demo>`,
    '<style>main momentarium-demo { width: 320px; margin: 0 }</style>',
  ),
  ...Object.fromEntries(
    ['heavy-ball', 'momentum-sampling'].map((slug) => [
      `/wide-${slug}.html`,
      pageWith(`<momentarium-demo id="a" demo="${slug}" style="width: 900px"></momentarium-demo>`),
    ]),
  ),
  '/solid.html': pageWith('<momentarium-demo id="a" demo="two-ball-drop" ui="none" t="5"></momentarium-demo>'),
  '/posters.html': pageWith(
    `<style>section { color: #eee; background: rgb(20, 60, 40) }</style>
    <section><momentarium-demo id="a" demo="heavy-ball" poster></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" live="never" step="wedge" theme="auto"></momentarium-demo></section>
    <momentarium-demo id="c" demo="heavy-ball" poster></momentarium-demo>
    <momentarium-demo id="d" demo="heavy-ball" poster theme="dark"></momentarium-demo>`,
  ),
  '/small-slide.html': slide(0.3),
  '/large-slide.html': slide(2),
  '/poster.svg': STRANGERS['/stranger.svg'],
})

it('is as high in a narrow column as its frame wants, so that the whole picture stands above the player', async () => {
  const { page } = await host.visit('/narrow.html')
  const heightOf = async (id: string) => (await demo(page, id).boundingBox())?.height ?? 0
  for (const id of ['a', 'b', 'c']) {
    await demo(page, id).scrollIntoViewIfNeeded()
    await isLive(page, id)
    await eventually(() => heightOf(id)).toBeGreaterThan(id === 'a' ? 800 : 250)
    const frame = page.frameLocator(`#${id} iframe`)
    await frame.locator('.large canvas:not([hidden])').first().waitFor() // it is drawn
    const gap = () =>
      frame.locator('.transport').evaluate((player) => {
        const [picture] = document.querySelectorAll('.large .plot')
        const { scrollWidth, scrollHeight } = document.documentElement
        const fits = scrollWidth <= innerWidth && scrollHeight <= innerHeight + 1
        return fits ? player.getBoundingClientRect().top - (picture?.getBoundingClientRect().bottom ?? 0) : -1
      })
    await eventually(gap).toBeGreaterThanOrEqual(0)
  }
  expect(await heightOf('c')).toBe(320) // as the page says
  await demo(page, 'b').evaluate((b) => b.style.setProperty('width', '800px'))
  await eventually(() => heightOf('b')).toBe(500)
})

it('is as sharp in a slide that grew as in one that was large from the start', async () => {
  const pictures = []
  for (const path of ['/large-slide.html', '/small-slide.html']) {
    const { page } = await host.visit(path)
    await page.frameLocator('iframe').locator('html[data-ready]').waitFor({ state: 'attached' })
    await look(page, '#slide') // drawn as small as it is
    await page.evaluate(() => document.getElementById('slide')?.style.setProperty('transform', 'scale(2)'))
    await pause(page, 1000)
    pictures.push(await look(page, '#slide'))
    await page.close()
  }
  expect(pictures[0] === pictures[1]).toBe(true)
})

it('has the colours of the page around, whose ground shows through, until a theme is named', async () => {
  const { page } = await host.visit('/dark.html')
  await Promise.all([isLive(page, 'a'), isLive(page, 'b')])
  /** Theme of the frame, and the pixel at its corner. */
  const look = async (id: string) => {
    const theme = await page.frameLocator(`#${id} iframe`).locator('html').getAttribute('data-theme')
    const shot = (await demo(page, id).screenshot()).toString('base64')
    return [theme, await page.evaluate(cornerOf, `data:image/png;base64,${shot}`)]
  }
  await eventually(() => look('a')).toEqual(['dark', '20,60,40,255'])
  await eventually(() => look('b')).toEqual(['contrast', '255,255,255,255'])
  const captured = () =>
    demo(page, 'a').evaluate(async (a) => URL.createObjectURL(await (a as MomentariumDemo).capture({ format: 'png' })))
  expect(await page.evaluate(cornerOf, await captured())).toBe('0,0,0,0')
  await page
    .locator('#slide')
    .evaluate((slide) => slide.setAttribute('style', 'padding: 9px; background: rgb(250, 240, 200); color: oklch(0.2 0.1 200)'))
  await eventually(() => look('a')).toEqual(['light', '250,240,200,255'])
  await demo(page, 'a').evaluate((a) => a.setAttribute('ground', '1'))
  await eventually(() => look('a')).toEqual(['light', '255,253,249,255']) // the paper's own
  expect(await page.evaluate(cornerOf, await captured())).toBe('255,253,249,255')
})

it('shows what is behind a 3D stage where nothing is drawn, in captured pictures too', async () => {
  const { page } = await host.visit('/solid.html')
  await isLive(page, 'a')
  const clear = () =>
    demo(page, 'a').evaluate(async (a) => {
      const bitmap = await createImageBitmap(await (a as MomentariumDemo).capture({ format: 'png' }))
      const ctx = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      ctx.drawImage(bitmap, 0, 0)
      const { data } = ctx.getImageData(0, 0, bitmap.width, bitmap.height)
      return data.filter((value, k) => k % 4 === 3 && value === 0).length / (data.length / 4)
    })
  await eventually(clear).toBeGreaterThan(0.5)
  await demo(page, 'a').evaluate((a) => a.setAttribute('ground', '1'))
  await eventually(clear).toBe(0)
})

it('shows posters and pictures of steps in the theme that its frame would have', async () => {
  const { page } = await host.visit('/posters.html')
  const pictures = () =>
    page.$$eval('momentarium-demo', (all) =>
      all.map((one) => one.shadowRoot?.querySelector('img')?.src.split('/').slice(4).join('/')),
    )
  await eventually(pictures).toEqual([
    'heavy-ball/dark/poster.webp',
    'heavy-ball/dark/steps/wedge.webp',
    'heavy-ball/poster.webp',
    'heavy-ball/dark/poster.webp',
  ])
  await page.$eval('section', (section) => section.setAttribute('style', 'color: black'))
  await eventually(async () => (await pictures()).slice(0, 2)).toEqual(['heavy-ball/poster.webp', 'heavy-ball/steps/wedge.webp'])
})

it.each(['heavy-ball', 'momentum-sampling'])('shows the whole of every view of %s, 900 px wide and less', async (slug) => {
  const { page } = await host.visit(`/wide-${slug}.html`)
  await isLive(page, 'a')
  const frame = page.frameLocator('#a iframe')
  for (const size of ['width: 900px', 'width: 740px; height: 600px']) {
    await demo(page, 'a').evaluate((a, style) => a.setAttribute('style', style), size)
    for (const tab of [null, ...(await frame.locator('.tabs label').all())]) {
      await tab?.click()
      await pause(page, 100)
      expect(await frame.locator('html').evaluate(misfitsInFrame), size).toEqual([])
    }
  }
})

it('prints the picture that is on screen, its values and a link', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  await call(visit, 'a', (a) => a.set({ params: { beta: 0.66 } }))
  const inside = demo(visit.page, 'a')
  await eventually(() => inside.locator('figcaption').textContent()).toMatch(/A ball in a valley: .*beta = 0\.66/)
  await visit.page.emulateMedia({ media: 'print' })
  expect(await inside.locator('iframe').isVisible()).toBe(false)
  const picture = inside.locator('img')
  expect(await picture.isVisible()).toBe(true)
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(700)
  expect(await inside.locator('figcaption').isVisible()).toBe(true)
  expect(await inside.getByRole('link').getAttribute('href')).toMatch(/\/d\/heavy-ball\/\?.*beta=0\.66/)
})

it('shows no picture of another state without saying so, and draws the right one for paper', async () => {
  const { page } = await host.visit('/never.html', { stepPictures: false })
  const captions = () => Promise.all([...'abcde'].map(async (id) => (await shownPicture(page, id)).caption))
  const other = 'The picture shows the demo’s default state.'
  await eventually(captions).toEqual([
    'A',
    `B: beta = 0.9. ${other}`,
    `C: beta = 0.5. ${other}`,
    `D: step = wedge. ${other}`,
    'E: beta = 0.5',
  ])
  await demo(page, 'e').evaluate((e) => e.setAttribute('beta', '0.6')) // the page’s own picture shows what it was given with
  await eventually(async () => (await shownPicture(page, 'e')).caption).toBe(`E: beta = 0.6. ${other}`)
  const most = await page.evaluate(async () => {
    let most = 0
    const timer = setInterval(() => {
      most = Math.max(most, document.querySelectorAll('iframe').length)
    }, 5)
    await Promise.all([...document.querySelectorAll('momentarium-demo')].map((one) => (one as MomentariumDemo).draw()))
    clearInterval(timer)
    return [most, document.querySelectorAll('iframe').length]
  })
  expect(most).toEqual([1, 0])
  const [a, ...others] = await Promise.all([...'abcde'].map((id) => shownPicture(page, id)))
  expect(a).toMatchObject({ file: 'heavy-ball/poster.webp', caption: 'A' })
  expect(others.map(({ file }) => file)).toEqual(Array(4).fill('drawn'))
  expect(new Set(others.map(({ hash }) => hash)).size).toBe(4)
  expect(others.map(({ caption }) => caption)).toEqual([
    'B: beta = 0.9',
    'C: beta = 0.5',
    expect.stringMatching(/^D: step = wedge/),
    'E: beta = 0.6',
  ])
})

it.each(['/one.html', '/poster.html'])('gives axe nothing to find on %s', async (path) => {
  const { page } = await host.visit(path)
  if (path === '/one.html') await isLive(page, 'a')
  expect(await axeFaults({ page })).toEqual([])
})

it.each([
  ['v1.js', 6300],
  ['reveal.js', 5000],
])('%s has at most %i bytes (gzip), and needs no other file to begin', async (file, limit) => {
  const text = await (await fetch(`${inject('url')}/embed/${file}`)).text()
  expect(gzipSync(text).length).toBeLessThanOrEqual(limit)
  expect(text).not.toMatch(/\bimport\s*[{*"'`]|\bimport\s+\w|\bfrom\s*["'`]/)
})
