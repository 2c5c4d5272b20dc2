// The frames of <momentarium-demo>: when there is one, what outlives it, whose clock runs, and what is shown if none loads.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, it } from 'vitest'
import type MomentariumDemo from '@/host/element'
import { eventually, open, pause } from '../support/browser'
import { betaOf, call, demo, focused, framed, isLive, lecturePages, pageWith, site, stateOf } from '../support/hosts'

const host = site({
  ...lecturePages,
  '/poster.html': pageWith('<momentarium-demo id="a" demo="heavy-ball" poster alt="A ball"></momentarium-demo>'),
  '/many.html': pageWith(
    [...'abcdef']
      .map((id) => `<momentarium-demo id="${id}" demo="heavy-ball" ui="none"></momentarium-demo>`)
      .join('<p style="height: 1500px"></p>'),
  ),
  '/far.html': pageWith('<p style="height: 3000px"></p><momentarium-demo id="a" demo="heavy-ball"></momentarium-demo>'),
  '/none.html': pageWith('<momentarium-demo id="a" demo="no-such-demo" alt="Nothing"></momentarium-demo>'),
})

it('finds a frame that was loaded again, in the same state', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  await call(visit, 'a', (a) => a.set({ params: { beta: 0.33 }, t: 9 }))
  const before = await stateOf(visit.page, 'a')
  await call(visit, 'a', (a) => {
    const frame = a.shadowRoot?.querySelector('iframe') as HTMLIFrameElement
    return new Promise((done) => {
      a.addEventListener('momentarium-ready', done, { once: true })
      frame.src = `${frame.src}` // as a visitor does by "reload frame"
    }).then(() => undefined)
  })
  await eventually(() => stateOf(visit.page, 'a')).toEqual(before)
})

it('keeps its state without a frame', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  await call(visit, 'a', (a) => a.set({ params: { beta: 0.44 }, t: 20 }))
  const before = await stateOf(visit.page, 'a')
  await call(visit, 'a', async (a) => {
    await a.refresh()
    a.release()
  })
  expect(await framed(visit.page)).toEqual([])
  expect(await visit.page.$eval('#a', (a) => a.shadowRoot?.querySelector('img')?.src.slice(0, 5))).toBe('blob:')
  await call(visit, 'a', (a) => a.activate())
  await eventually(() => stateOf(visit.page, 'a')).toEqual(before)
})

it('works from a page on disk', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'deck-')), 'page.html')
  const html = pageWith('<momentarium-demo id="a" demo="heavy-ball" beta="0.5"></momentarium-demo>')
  writeFileSync(file, html.replaceAll('SITE', inject('url')))
  const visit = await open('/icon.svg')
  await visit.page.goto(`file://${file}`)
  await isLive(visit.page, 'a')
  expect(await betaOf(visit)).toBe(0.5)
})

it.each(['index.html', 'd/heavy-ball/index.html', 'embed/heavy-ball/index.html'])('%s says on disk what to do', async (file) => {
  const { page } = await open('/icon.svg')
  const note = page.getByText('Browsers do not run this page from a file')
  await page.goto(pathToFileURL(`dist/${file}`).href)
  expect(await note.isVisible()).toBe(true)
  await page.goto(`${inject('url')}/${file.replace('index.html', '')}`)
  expect(await note.isVisible()).toBe(false)
})

it('shows its children until the script has come', async () => {
  const visit = await host.visit('/late.html')
  expect(await visit.page.getByRole('link', { name: 'Open the demo' }).isVisible()).toBe(true)
  await visit.page.addScriptTag({ url: `${inject('url')}/embed/v1.js`, type: 'module' })
  await isLive(visit.page, 'a')
  expect(await visit.page.getByRole('link', { name: 'Open the demo' }).isVisible()).toBe(false)
})

it('waits with a poster until it is used, and has the same size before and after', async () => {
  const visit = await host.visit('/poster.html')
  await pause(visit.page, 500)
  expect(await framed(visit.page)).toEqual([])
  const before = await demo(visit.page, 'a').boundingBox()
  expect(before?.height).toBe(500)
  await visit.page.getByRole('button', { name: 'A ball' }).click()
  await isLive(visit.page, 'a')
  expect(await demo(visit.page, 'a').boundingBox()).toEqual(before)
  await eventually(() => focused(visit.page)).toBe('a iframe')
})

it('is not loaded before it comes into sight', async () => {
  const visit = await host.visit('/far.html')
  await pause(visit.page, 500)
  expect(await framed(visit.page)).toEqual([])
  await demo(visit.page, 'a').scrollIntoViewIfNeeded()
  await isLive(visit.page, 'a')
})

it('gives frames back that are far out of sight, and goes on with them', async () => {
  const { page } = await host.visit('/many.html')
  await isLive(page, 'a')
  await demo(page, 'a').evaluate((a) => (a as MomentariumDemo).set({ params: { beta: 0.31 } }))
  for (const id of [...'bcdef']) {
    await demo(page, id).scrollIntoViewIfNeeded()
    await isLive(page, id)
  }
  await eventually(async () => (await framed(page)).join('')).toBe('f')
  await demo(page, 'a').scrollIntoViewIfNeeded()
  await isLive(page, 'a')
  await eventually(async () => (await stateOf(page, 'a')).params.beta).toBe(0.31)
})

it('lets one clock run at a time: the one used last, or else the one in the middle', async () => {
  const visit = await host.visit('/two.html')
  await Promise.all([isLive(visit.page, 'a'), isLive(visit.page, 'b')])
  const playing = () => visit.page.$$eval('momentarium-demo', (all) => all.map((one) => (one as MomentariumDemo).playing))
  await visit.page.evaluate(() => scrollTo(0, 0))
  await pause(visit.page, 200)
  await call(visit, 'a', (a) => a.play())
  await eventually(playing).toEqual([true, false])
  await demo(visit.page, 'b').evaluate((b) => b.scrollIntoView({ block: 'center' }))
  await eventually(playing).toEqual([false, false])
  await visit.page.evaluate(() => scrollTo(0, 0))
  await eventually(playing).toEqual([true, false])
  await demo(visit.page, 'b').click({ position: { x: 20, y: 20 } }) // used last, though not in the middle
  await eventually(playing).toEqual([false, false])
})

it('says at once that there is no such demo, and shows a way on', async () => {
  const visit = await host.visit('/none.html')
  const said = 'No demo answers here: its name or address is wrong, or this page forbids frames.'
  await demo(visit.page, 'a').getByText(said).waitFor()
  const loaded = await visit.page.evaluate(() => performance.now())
  expect(loaded).toBeLessThan(8000) // no patience is needed
  expect(await call(visit, 'a', (a) => a.get().then(String, (error: Error) => error.message))).toBe(said)
  const link = demo(visit.page, 'a').getByRole('link')
  expect(await link.getAttribute('href')).toBe(`${inject('url')}/d/no-such-demo/`)
  expect(await link.isVisible()).toBe(true)
  await demo(visit.page, 'a').evaluate((a) => a.setAttribute('demo', 'heavy-ball'))
  await isLive(visit.page, 'a')
  expect(await demo(visit.page, 'a').getByText(said).count()).toBe(0)
})

it('says in the frame’s own words why it cannot run', async () => {
  const { page } = await host.visit('/late.html')
  await page.route('**/assets/app-*.js', (route) => route.abort())
  const heard = page.evaluate(
    () => new Promise((done) => addEventListener('momentarium-problem', (event) => done((event as CustomEvent).detail))),
  )
  await page.addScriptTag({ url: `${inject('url')}/embed/v1.js`, type: 'module' })
  expect(await heard).toMatchObject({ code: 'load', fatal: true })
  const { message } = (await heard) as { message: string }
  expect(await demo(page, 'a').getByText(message).isVisible()).toBe(true)
  expect(message).not.toContain('does not answer')
})

it('says after eight seconds in sight that a demo is silent: a hidden tab is no failure', async () => {
  const { page } = await host.visit('/late.html')
  await page.route('**/embed/heavy-ball/?*', () => {}) // never comes
  await page.route('**/embed/heavy-ball/', () => {})
  await page.clock.install()
  const hide = (hidden: boolean) =>
    page.evaluate((value) => void Object.defineProperty(document, 'hidden', { value, configurable: true }), hidden)
  await hide(true)
  const heard = page.evaluate(
    () => new Promise((done) => addEventListener('momentarium-problem', (event) => done((event as CustomEvent).detail.code))),
  )
  await page.addScriptTag({ url: `${inject('url')}/embed/v1.js`, type: 'module' })
  await eventually(() => framed(page)).toEqual(['a'])
  const silent = demo(page, 'a').getByText('The demo does not answer.')
  await page.clock.runFor(20_000)
  expect(await silent.count()).toBe(0)
  await hide(false)
  await page.clock.runFor(7000)
  expect(await silent.count()).toBe(0)
  await page.clock.runFor(1500)
  expect([await silent.count(), await heard]).toEqual([1, 'timeout'])
})

it('draws no unasked frame under reduced motion', async () => {
  const visit = await open('/icon.svg', { reducedMotion: true })
  await visit.page.goto(`${host.url()}/one.html`)
  await isLive(visit.page, 'a')
  await call(visit, 'a', (a) => a.setAttribute('play', '1'))
  await stateOf(visit.page, 'a') // it has heard of that
  await pause(visit.page, 500)
  expect(await call(visit, 'a', (a) => a.playing)).toBe(false)
})
