// <momentarium-demo> in somebody else's page: another origin, a frame without one, and whatever else that page may hold.
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, inject, it } from 'vitest'
import type MomentariumDemo from '@/host/element'
import { axeFaults } from '../support/axe'
import { eventually, open, pause, type Visit } from '../support/browser'
import { demo, focused, framed, isLive, shownPicture, site, stateOf } from '../support/hosts'
import { STRANGERS } from '../support/strangers'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page of somebody else</title>
<style>momentarium-demo { width: 800px }</style>${head}
<script type="module" src="SITE/embed/v1.js"></script></head>
<body><main><h1>Lecture</h1>${body}</main></body></html>`

/** Says everything that a frame or a host may say, to everybody, again and again. */
const SHOUTER = `<iframe title="loud" sandbox="allow-scripts" srcdoc="<script>
setInterval(() => {
  const m = 'momentarium/1'
  for (const type of ['hello', 'ready', 'change', 'problem', 'ping', 'get'])
    top.postMessage({ m, type, slug: 'heavy-ball', nonce: 'x', params: { beta: 0.1 }, source: 'user', code: 'x', message: 'x', fatal: true }, '*')
  for (let k = 0; k < top.length; k++) {
    if (top[k] === window) continue
    const { port1, port2 } = new MessageChannel()
    top[k].postMessage({ m, type: 'connect', nonce: 'x' }, '*', [port2])
    port1.postMessage({ m, type: 'set', params: { beta: 0.1 } })
    top[k].postMessage({ m, type: 'set', params: { beta: 0.1 } }, '*')
  }
}, 5)
</script>"></iframe>`

const slide = (scale: number) =>
  page(
    `<div id="slide" style="transform-origin: 0 0; transform: scale(${scale})">
    <iframe src="SITE/embed/heavy-ball/?ui=none" style="width: 500px; height: 380px"></iframe></div>`,
  )

const host = site(
  {
    '/one.html': page(
      `<p><a id="before" href="#">before</a></p>
    <momentarium-demo id="a" demo="heavy-ball" beta="0.5" ui="player" alt="A ball in a valley"><a href="SITE/d/heavy-ball/">Open</a></momentarium-demo>
    <p><a id="after" href="#">after</a></p>`,
    ),
    '/two.html': page(
      `<momentarium-demo id="a" demo="heavy-ball" ui="player" t="0"></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" ui="player" t="0"></momentarium-demo><p style="height: 900px"></p>`,
    ),
    '/loud.html': page(`${SHOUTER}<momentarium-demo id="a" demo="heavy-ball" beta="0.5"></momentarium-demo>`),
    '/poster.html': page('<momentarium-demo id="a" demo="heavy-ball" poster alt="A ball"></momentarium-demo>'),
    '/never.html': page(
      `<momentarium-demo id="a" demo="heavy-ball" alt="A" live="never"></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" alt="B" live="never" beta="0.9"></momentarium-demo>
    <momentarium-demo id="c" demo="heavy-ball" alt="C" live="never" beta="0.5"></momentarium-demo>
    <momentarium-demo id="d" demo="heavy-ball" alt="D" live="never" step="wedge"></momentarium-demo>
    <momentarium-demo id="e" demo="heavy-ball" alt="E" live="never" beta="0.5" poster="/poster.svg"></momentarium-demo>`,
    ),
    '/dark.html': page(
      `<div id="slide" style="padding: 9px; background: rgb(20, 60, 40); color: #eee"><momentarium-demo id="a" demo="heavy-ball" ui="player"></momentarium-demo></div>
    <momentarium-demo id="b" demo="heavy-ball" ui="none" theme="contrast"></momentarium-demo>`,
    ),
    '/poster.svg': STRANGERS['/stranger.svg'],
    '/narrow.html': page(
      `<momentarium-demo id="a" demo="two-ball-drop" ui="controls"></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" ui="player"></momentarium-demo>
    <momentarium-demo id="c" demo="heavy-ball" ui="player" style="height: 320px"></momentarium-demo>`,
      '<style>main momentarium-demo { width: 320px; margin: 0 }</style>',
    ),
    '/keys.html': page('<momentarium-demo id="a" demo="heavy-ball" ui="player" keys="up"></momentarium-demo>'),
    '/impress.html': page(
      `<div id="impress" data-transition-duration="0"><div id="one" class="step"></div>
    <div id="two" class="step" data-x="1000"><momentarium-demo id="a" demo="heavy-ball" ui="player" keys="up"></momentarium-demo></div>
    <div id="three" class="step" data-x="2000"></div><div id="four" class="step" data-x="3000"></div></div>
    <script src="/impress.js/impress.js"></script><script>impress().init()</script>`,
    ),
    '/many.html': page(
      [...'abcdef']
        .map((id) => `<momentarium-demo id="${id}" demo="heavy-ball" ui="none"></momentarium-demo>`)
        .join('<p style="height: 1500px"></p>'),
    ),
    '/far.html': page('<p style="height: 3000px"></p><momentarium-demo id="a" demo="heavy-ball"></momentarium-demo>'),
    '/small-slide.html': slide(0.3),
    '/large-slide.html': slide(2),
    '/none.html': page('<momentarium-demo id="a" demo="no-such-demo" alt="Nothing"></momentarium-demo>'),
    '/late.html':
      '<!doctype html><title>late</title><momentarium-demo id="a" demo="heavy-ball"><a href="#">Open the demo</a></momentarium-demo>',
  },
  { '/impress.js/': 'node_modules/impress.js/js' },
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

const call = <T>({ page }: Visit, id: string, use: (element: MomentariumDemo) => T | Promise<T>) =>
  demo(page, id).evaluate(use as (element: Element) => T | Promise<T>)
const beta = async ({ page }: Visit, id = 'a') => (await stateOf(page, id)).params.beta

it('puts a sandboxed frame into a page of another origin and speaks with it', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const attributes = await visit.page.$eval('#a', (element) =>
    Object.fromEntries(
      [...(element.shadowRoot?.querySelector('iframe')?.attributes ?? [])].map(({ name, value }) => [name, value]),
    ),
  )
  expect(attributes).toMatchObject({
    sandbox: 'allow-scripts allow-downloads',
    allow: 'fullscreen',
    referrerpolicy: 'no-referrer',
    title: 'A ball in a valley',
    src: `${inject('url')}/embed/heavy-ball/?beta=0.5&ui=player&theme=light&ground=0`,
  })
  expect(await call(visit, 'a', (a) => [a.info?.title, a.steps[3]?.id, a.connected])).toEqual(['The heavy ball', 'wedge', true])
  expect(await call(visit, 'a', (a) => a.set({ params: { alpha: 0.05, beta: 7 }, t: 12 }))).toMatchObject({
    params: { alpha: 0.05, beta: 1.2 }, // its hard bound
    t: 12,
  })
  await call(visit, 'a', (a) => a.goto('wedge'))
  expect(await stateOf(visit.page, 'a')).toMatchObject({ step: 'wedge', t: 60 })
  expect(await call(visit, 'a', (a) => a.back(20))).toMatchObject({ t: 40 })
  const picture = await call(visit, 'a', async (a) => {
    const blob = await a.capture({ format: 'png', width: 400 })
    return [blob.type, (await createImageBitmap(blob)).width]
  })
  expect(picture).toEqual(['image/png', 400])
  expect(visit.problems).toEqual([])
})

it('settles every wish: done, with what was used, or a problem that names field, value and what is allowed', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const outcomes = await call(visit, 'a', (a) => {
    const odd = a as unknown as Record<string, (...wish: unknown[]) => Promise<object>>
    const wishes: [method: string, ...wish: unknown[]][] = [
      ['set', { seed: -1 }],
      ['set', { params: { beta: 9, nothing: 1 } }],
      ['set', { params: { beta: () => 1 } }],
      ['set', { bta: 0.5 }],
      ['seek', 1.5],
      ['seek', 1e6],
      ['restore', {}],
      ['restore', undefined],
      ['goto', 'two words'],
      ['goto', 99],
      ['step', 'wedge'],
      ['capture', { format: 'jpg' }],
    ]
    const names = (message: { field: string; given: string; used?: string }) =>
      [message.field, message.given, message.used].filter(Boolean).join(' ')
    const done = (answer: object) => ['done', ...((answer as { notes?: never[] }).notes ?? []).map(names)]
    const failed = (error: object) => ['problem', 'field' in error ? names(error as never) : (error as Error).name]
    return Promise.all(wishes.map(([method, ...wish]) => odd[method]!(...wish).then(done, failed)))
  })
  expect(outcomes).toEqual([
    ['problem', 'seed -1'],
    ['done', 'beta 9 1.2', 'nothing 1'],
    ['problem', 'DataCloneError'],
    ['done', 'bta'],
    ['problem', 't 1.5'],
    ['done', 't 1000000 150'],
    ['problem', 'state.slug undefined'],
    ['problem', 'state undefined'],
    ['problem', 'step "two words"'],
    ['problem', 'step 99'],
    ['problem', 'n "wedge"'],
    ['problem', 'format "jpg"'],
  ])
})

it('does not wait for ever', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const refusal = await call(visit, 'a', (a) => {
    MessagePort.prototype.postMessage = () => {} // what is sent is lost
    return a.get().then(String, (error: Error) => error.message)
  })
  expect(refusal).toBe('The demo does not answer.')
})

it('tells changes of attributes and of query to the running frame, which is not loaded again', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const loads = () => visit.page.frames().length
  const before = loads()
  await call(visit, 'a', (a) => {
    a.setAttribute('beta', '0.25')
    a.setAttribute('start', '1,-1')
    a.setAttribute('t', '7')
  })
  await eventually(async () => (await stateOf(visit.page, 'a')).t).toBe(7)
  expect((await stateOf(visit.page, 'a')).params).toMatchObject({ beta: 0.25, start: [1, -1] })
  await call(visit, 'a', (a) => a.setAttribute('step', 'fence'))
  await eventually(() => call(visit, 'a', (a) => [a.stepIndex, a.connected])).toEqual([0, true])
  expect(loads()).toBe(before)
  await call(visit, 'a', (a) => a.removeAttribute('beta'))
  await eventually(() => beta(visit)).toBe(0.8)
  await call(visit, 'a', (a) => a.setAttribute('query', 'beta=0.7&t=9&ui=none&show=alpha&keys=up'))
  await eventually(async () => [await beta(visit), (await stateOf(visit.page, 'a')).t]).toEqual([0.7, 'end']) // the attribute t is above, and the step came after it
  await call(visit, 'a', (a) => {
    a.removeAttribute('t')
    a.setAttribute('query', 't=9&nothing=1')
  })
  await eventually(async () => [await beta(visit), (await stateOf(visit.page, 'a')).t]).toEqual([0.8, 9])
  expect(loads()).toBe(before)
  expect(await framed(visit.page)).toEqual(['a'])
})

it('takes what libraries assign to its members as attributes, and keeps its methods', async () => {
  const visit = await host.visit('/late.html')
  const problems = await call(visit, 'a', (a) => {
    const heard: string[] = []
    a.addEventListener('momentarium-problem', ({ detail }) => heard.push(detail.message))
    Object.assign(window, { heard })
    const early = a as unknown as Record<string, unknown>
    early.step = 'fence' // the script has not come yet
    early.beta = 0.5 // is no member: a property like any other
    return heard
  })
  expect(problems).toEqual([])
  await visit.page.addScriptTag({ url: `${inject('url')}/embed/v1.js`, type: 'module' })
  await isLive(visit.page, 'a')
  await eventually(async () => (await stateOf(visit.page, 'a')).step).toBe('fence')
  await call(
    visit,
    'a',
    (a) =>
      void Object.assign(a as object, { step: 'wedge', play: false, t: 12, seek: 3, params: { beta: 0.25, start: [1, -1] } }),
  )
  await eventually(async () => {
    const { step, t, params } = await stateOf(visit.page, 'a')
    return [step, t, params.beta, params.start]
  }).toEqual(['wedge', 12, 0.25, [1, -1]])
  const attributes = await demo(visit.page, 'a').evaluate((a) => [...a.attributes].map(({ name, value }) => `${name}=${value}`))
  expect(attributes).toEqual(['id=a', 'demo=heavy-ball', 'step=wedge', 'play=0', 't=12', 'seek=3', 'beta=0.25', 'start=1,-1'])
  await eventually(() => visit.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    '“seek” is no parameter of this demo; ignored',
  ])
  expect(await call(visit, 'a', (a) => a.step(3))).toMatchObject({ t: 15 })
  const kept = await stateOf(visit.page, 'a')
  await call(visit, 'a', (a) => void Object.assign(a as object, { params: undefined, step: undefined, t: undefined }))
  await eventually(() => beta(visit)).toBe(0.8)
  await demo(visit.page, 'a').evaluate((a, state) => void Object.assign(a, { state }), kept)
  await eventually(() => stateOf(visit.page, 'a')).toEqual(kept)
})

it('measures what it shows, and describes its demo', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const [first, second, outputs] = await call(visit, 'a', async (a) => {
    await a.set({ t: 5 })
    const early = (await a.get()).readouts
    await a.set({ t: 50 })
    const late = (await a.get()).readouts
    return [early, late, (await a.describe()).outputs]
  })
  const keys = (outputs as { key: string }[]).map(({ key }) => key)
  expect(Object.keys(first ?? {})).toEqual(keys)
  expect(keys.length).toBeGreaterThan(1)
  expect(first).not.toEqual(second)
})

it('can be imported in Node, where there is no page', async () => {
  for (const file of ['v1.js', 'reveal.js']) {
    const address = pathToFileURL(`dist/embed/${file}`).href
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await import('${address}')`])
    expect(stderr).toBe('')
  }
})

it('sends events that bubble, each from its own element', async () => {
  const visit = await host.visit('/two.html')
  await Promise.all([isLive(visit.page, 'a'), isLive(visit.page, 'b')])
  await visit.page.evaluate(() => {
    const heard: string[] = []
    for (const type of ['change', 'time', 'step'])
      addEventListener(`momentarium-${type}`, ({ target }) => heard.push(`${(target as Element).id} ${type}`))
    Object.assign(window, { heard })
  })
  await call(visit, 'b', (b) => b.set({ params: { beta: 0.3 }, t: 5 }))
  await call(visit, 'b', (b) => b.nextStep())
  const heard = () => visit.page.evaluate(() => [...new Set((window as unknown as { heard: string[] }).heard)].sort())
  await eventually(heard).toEqual(['b change', 'b step', 'b time'])
  expect([await beta(visit, 'a'), await call(visit, 'a', (a) => a.stepIndex)]).toEqual([0.8, 0])
})

it('tells observed values as they change', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  const seen = await call(visit, 'a', async (a) => {
    const found: unknown[] = []
    const stop = a.observe(['beta', 'nothing'], ({ beta }) => found.push(beta))
    await a.set({ params: { beta: 0.7 } })
    while (found.at(-1) !== 0.7) await new Promise((done) => setTimeout(done, 20))
    stop()
    await a.set({ params: { beta: 0.9 } })
    await new Promise((done) => setTimeout(done, 400))
    return found
  })
  expect(seen.at(-1)).toBe(0.7)
})

it('hears nobody but its own frame', async () => {
  const visit = await host.visit('/loud.html')
  await isLive(visit.page, 'a')
  await pause(visit.page, 500)
  expect(await beta(visit)).toBe(0.5)
  expect(await call(visit, 'a', (a) => [a.params, a.connected, a.info?.title])).toEqual([{}, true, 'The heavy ball'])
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
  const html = page('<momentarium-demo id="a" demo="heavy-ball" beta="0.5"></momentarium-demo>')
  writeFileSync(file, html.replaceAll('SITE', inject('url')))
  const visit = await open('/icon.svg')
  await visit.page.goto(`file://${file}`)
  await isLive(visit.page, 'a')
  expect(await beta(visit)).toBe(0.5)
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

it('gives keys that the demo has no use for to the page, as if they had been pressed there', async () => {
  const { page } = await host.visit('/keys.html')
  await isLive(page, 'a')
  await page.evaluate(() => {
    const heard: unknown[] = []
    for (const type of ['keydown', 'keyup'])
      document.addEventListener(type, (event) => {
        const { key, keyCode, shiftKey, target } = event as KeyboardEvent
        if (key === 'Shift') return
        heard.push([type, key, keyCode, shiftKey, (target as Element).id].join(' '))
      })
    Object.assign(window, { heard })
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const frame = page.frameLocator('#a iframe')
  await frame.locator('figcaption').first().click()
  await page.keyboard.press('Shift+PageDown')
  await eventually(heard).toEqual(['keydown PageDown 34 true a', 'keyup PageDown 34 true a'])
})

it('turns one slide a key in the real impress.js, after a click into the demo', async () => {
  const { page } = await host.visit('/impress.html')
  const steps = await page.evaluate(() => {
    const seen: string[] = []
    addEventListener('impress:stepenter', ({ target }) => seen.push((target as Element).id))
    location.hash = '#/two'
    return Object.assign(window, { seen }).seen
  })
  expect(steps).toEqual([])
  const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  await isLive(page, 'a')
  await eventually(seen).toEqual(['two'])
  for (const [key, way] of [
    ['ArrowRight', ['two', 'three']],
    ['ArrowLeft', ['two', 'three', 'two']],
  ] as const) {
    if (key === 'ArrowRight') await page.frameLocator('#a iframe').locator('figcaption').first().click()
    await page.keyboard.press(key)
    await eventually(seen).toEqual(way)
  }
  await page.frameLocator('#a iframe').locator('figcaption').first().click()
  await page.keyboard.press('PageDown')
  await eventually(seen).toEqual(['two', 'three', 'two', 'three'])
  await pause(page, 300)
  expect(await seen()).toHaveLength(4)
})

it('gives swipes that the demo has no use for to the page, as arrow keys', async () => {
  const { page } = await host.visit('/keys.html')
  await isLive(page, 'a')
  await page.evaluate(() => {
    const heard: string[] = []
    document.addEventListener('keydown', ({ key }) => heard.push(key))
    Object.assign(window, { heard })
  })
  const inside = page.frameLocator('#a iframe')
  const touch = await page.context().newCDPSession(page)
  const swipe = async (selector: string, by: number) => {
    const box = await inside.locator(selector).first().boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    const at = (along: number) => [{ x: x + along * by, y: y }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (const along of [0.3, 0.6, 1]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(along) })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await swipe('.handle .reach', 80) // drags
  await swipe('.transport input', 80) // slides
  await swipe('figcaption', -80)
  await swipe('figcaption', 80)
  await eventually(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    'ArrowRight',
    'ArrowLeft',
  ])
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
    await pause(page, 1000) // drawn as small as it is
    await page.evaluate(() => document.getElementById('slide')?.style.setProperty('transform', 'scale(2)'))
    await pause(page, 1000)
    pictures.push(await page.screenshot())
    await page.close()
  }
  expect(pictures[0]?.equals(pictures[1] as Buffer)).toBe(true)
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

it('prints the picture that is on screen, its values and a link', async () => {
  const visit = await host.visit('/one.html')
  await isLive(visit.page, 'a')
  await call(visit, 'a', (a) => a.set({ params: { beta: 0.66 } }))
  await visit.page.waitForFunction(() => document.getElementById('a')?.shadowRoot?.querySelector('img')?.src.startsWith('blob:'))
  await visit.page.emulateMedia({ media: 'print' })
  const inside = demo(visit.page, 'a')
  expect(await inside.locator('iframe').isVisible()).toBe(false)
  const picture = inside.locator('img')
  expect(await picture.isVisible()).toBe(true)
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(700)
  expect(await inside.locator('figcaption').innerText()).toMatch(/A ball in a valley: .*beta = 0\.66/)
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

it('is one stop for Tab; Enter leads in, Escape and Tab lead out', async () => {
  const { page } = await host.visit('/one.html')
  await isLive(page, 'a')
  await page.locator('#before').focus()
  const ways = [
    ['Tab', 'a button'],
    ['Tab', 'after'],
    ['Shift+Tab', 'a button'],
    ['Shift+Tab', 'before'],
    ['Tab', 'a button'],
    ['Enter', 'a iframe'],
    ['Escape', 'a button'],
    ['Enter', 'a iframe'],
    ['Shift+Tab', 'a button'],
    ['Enter', 'a iframe'],
  ] as const
  for (const [key, place] of ways) {
    await page.keyboard.press(key)
    await eventually(() => focused(page)).toBe(place)
    if (key === 'Enter') await stateOf(page, 'a') // the frame has heard where the focus goes, too
  }
  let tabs = 0
  for (; (await focused(page)) === 'a iframe' && tabs < 80; tabs++) {
    await page.keyboard.press('Tab')
    await pause(page, 60)
  }
  expect(await focused(page)).toBe('after')
  expect(tabs).toBeGreaterThan(3)
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
