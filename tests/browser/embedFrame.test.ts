// A demo in somebody else's page: sandboxed, with an origin of its own, and reached only by messages.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Ajv2020 from 'ajv/dist/2020'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { eventually, isReady, open, pause } from '../support/browser'

/** The client of docs/protocol.md, and further code for the tests. */
const client = /```js\n(\/\*\* Connects[\s\S]*?)```/.exec(readFileSync('docs/protocol.md', 'utf8'))?.[1] ?? ''
const HOST = `<!doctype html><title>host</title><body><script type="module">
${client}
window.heard = []
window.embed = (src, attributes = {}) => {
  const frame = document.createElement('iframe')
  Object.assign(frame, { src, width: 900, height: 560, title: 'demo' })
  for (const [key, value] of Object.entries(attributes)) frame.setAttribute(key, value)
  const demo = openDemo(frame, (message) => window.heard.push(message))
  window.host = {
    post: (message) => demo.port.postMessage(message),
    ask: ({ type, ...body }) => demo.ask(type, body).catch((problem) => ({ ...problem, message: problem.message })),
  }
  document.body.append(frame)
  return demo.ready.catch(() => {})
}
</script>`

it('has a client of forty lines in the docs, by which all tests of this file speak', () => {
  expect(client.split('\n').length - 1).toBeGreaterThan(20)
  expect(client.split('\n').length - 1).toBeLessThanOrEqual(40)
})

let server: Server
let hostUrl = ''
beforeAll(async () => {
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(HOST))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  hostUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

interface Host {
  ask(message: object): Promise<Record<string, unknown>>
  post(message: unknown): void
}
declare global {
  interface Window {
    heard: Record<string, unknown>[]
    host: Host
    embed(src: string, attributes?: Record<string, string>): Promise<unknown>
  }
}

const SANDBOX = { sandbox: 'allow-scripts allow-downloads' }
async function embedded(path: string, attributes: Record<string, string> = SANDBOX) {
  const visit = await open('/icon.svg')
  await visit.page.goto(hostUrl)
  visit.problems.length = 0 // the first address had no icon
  await visit.page.evaluate(([src, given]) => window.embed(src, given).then(() => undefined), [
    inject('url') + path,
    attributes,
  ] as const)
  const ask = (message: object) => visit.page.evaluate((m) => window.host.ask(m), message)
  const heard = (type: string) => visit.page.evaluate((t) => window.heard.filter((m) => m.type === t), type)
  return { ...visit, ask, heard }
}
const frameOf = (page: Page) => page.frameLocator('iframe')

it('runs with an opaque origin and does what it is asked', async () => {
  const { page, problems, ask, heard } = await embedded('/embed/heavy-ball/?beta=0.5&ui=player')
  expect(await heard('ready')).toMatchObject([{ slug: 'heavy-ball', title: 'The heavy ball', minWidth: 280 }])
  expect(await ask({ type: 'set', params: { alpha: 0.05, beta: 7 }, t: 12 })).toMatchObject({
    type: 'ok',
    params: { alpha: 0.05 },
    t: 12,
  })
  const { state } = (await ask({ type: 'get' })) as { state: Record<string, unknown> }
  expect(state).toMatchObject({ slug: 'heavy-ball', t: 12, params: { alpha: 0.05 } })
  await eventually(() => frameOf(page).locator('.step-count').innerText()).toContain('12')
  await ask({ type: 'lecture', do: 'goto', step: 2 })
  const third = ((await ask({ type: 'get' })) as { state: object }).state
  await ask({ type: 'restore', state })
  expect(((await ask({ type: 'get' })) as { state: object }).state).toEqual(state)
  await ask({ type: 'lecture', do: 'goto', step: 2 })
  await eventually(async () => ((await ask({ type: 'get' })) as { state: object }).state).toEqual(third)
  expect(await ask({ type: 'describe' })).toMatchObject({ description: { slug: 'heavy-ball', citation: {} } })
  expect(await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.contentDocument)).toBeNull()
  expect(await ask({ type: 'observe', keys: ['alpha', 'beta', 'gap'] })).toMatchObject({ type: 'ok', keys: ['alpha', 'beta'] })
  await ask({ type: 'player', do: 'step', n: 3 })
  // All that the frame has said, checked by the published schema.
  const validate = new Ajv2020({ strict: false }).compile(
    await (await page.request.get(`${inject('url')}/embed/schema.json`)).json(),
  )
  const said = await page.evaluate(() => window.heard)
  expect(said.length).toBeGreaterThan(10)
  for (const message of said)
    expect(validate(message), `${JSON.stringify(message)}: ${JSON.stringify(validate.errors)}`).toBe(true)
  expect(problems).toEqual([])
})

it.each(['momentum-sampling', 'apg', 'two-ball-drop'])('%s runs there too, its worker’s work included', async (slug) => {
  const { page, problems } = await embedded(`/embed/${slug}/`)
  await frameOf(page).locator('.stage .plot').first().waitFor()
  await eventually(() => frameOf(page).locator('#poster').count()).toBe(0)
  expect(problems).toEqual([])
})

/** Width of a captured picture and how many colours it has; runs in the page. */
async function pictureOf(format: string) {
  const { mime, data } = (await window.host.ask({ type: 'capture', format, width: 800 })) as { mime: string; data: ArrayBuffer }
  const bitmap = await createImageBitmap(new Blob([data], { type: mime }))
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height })
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
  ctx.drawImage(bitmap, 0, 0)
  const words = new Uint32Array(ctx.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
  return { mime, width: bitmap.width, colours: new Set(words).size }
}

it('makes pictures and data of what is on screen', async () => {
  const { page, ask } = await embedded('/embed/heavy-ball/?ui=none')
  for (const format of ['png', 'webp']) {
    const { mime, width, colours } = await page.evaluate(pictureOf, format)
    expect([mime, width]).toEqual([`image/${format}`, 800])
    expect(colours).toBeGreaterThan(500)
  }
  const texts = await page.evaluate(async () => {
    const text = async (format: string) =>
      new TextDecoder().decode((await window.host.ask({ type: 'capture', format })).data as ArrayBuffer)
    return { svg: await text('svg'), csv: await text('csv'), json: await text('json') }
  })
  expect(texts.svg).toMatch(/^<svg.*<image .*href="data:image\/png/s)
  expect(texts.csv.split('\n')).toHaveLength(156) // four lines on where it comes from, a line of names, then steps 0 to 150
  expect(JSON.parse(texts.json)).toMatchObject({ slug: 'heavy-ball' })
  expect(await ask({ type: 'capture', format: 'bmp' })).toMatchObject({ type: 'problem', field: 'format', fatal: false })
})

it.each(['software', 'hardware'])('redraws a 3D stage by %s for its picture', async (by) => {
  const { page } = await open('/embed/two-ball-drop/?ui=none&theme=light', { hardware: by === 'hardware' })
  const canvas = page.locator('[data-view=scene] canvas:not([hidden])')
  await canvas.waitFor()
  await pause(page, 1000) // at rest, the pixels of WebGL are gone
  const colours = await canvas.evaluate((canvas: HTMLCanvasElement) => {
    const count = () => {
      const copy = document.createElement('canvas')
      Object.assign(copy, { width: canvas.width, height: canvas.height })
      const ctx = copy.getContext('2d') as CanvasRenderingContext2D
      ctx.drawImage(canvas, 0, 0)
      return new Set(new Uint32Array(ctx.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size
    }
    canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height) // so are those of a copy
    const before = count()
    canvas.dispatchEvent(new Event('capture'))
    return { before, after: count() }
  })
  expect(colours.before).toBe(1)
  expect(colours.after).toBeGreaterThan(20)
})

it('changes nothing by what has no shape, on port and window, and goes on', async () => {
  const { page, problems, ask } = await embedded('/embed/heavy-ball/?ui=none')
  const before = await ask({ type: 'get' })
  await page.evaluate(async () => {
    const m = 'momentarium/1'
    const odd = [
      0,
      null,
      'slide:slide',
      [],
      {},
      { m },
      { m, type: 'set', params: { alpha: {} } },
      { m, type: 'restore', state: {} },
      { m, type: 'seek' },
      { m, type: 'player', do: 'rm' },
    ]
    for (let k = 0; k < 40; k++) for (const one of odd) window.host.post(one)
    const frame = document.querySelector('iframe')?.contentWindow
    for (const one of odd) frame?.postMessage(one, '*')
    frame?.postMessage({ m, type: 'set', params: { alpha: 0.3 } }, '*')
    frame?.postMessage({ m, type: 'connect', nonce: 'late' }, '*', [new MessageChannel().port2])
    await new Promise((resolve) => setTimeout(resolve, 1200)) // the limit of messages is a second’s
  })
  expect({ ...(await ask({ type: 'get' })), re: 0 }).toEqual({ ...before, re: 0 })
  expect(problems).toEqual([])
})

it('answers with the whole run, however early it is asked, and a formula that cannot be read with the one it keeps', async () => {
  const { page, ask } = await embedded('/embed/heavy-ball/?ui=none&t=3')
  const lines = await page.evaluate(async () => {
    window.host.ask({ type: 'set', params: { steps: 4000 } })
    const { data } = await window.host.ask({ type: 'capture', format: 'csv' })
    return new TextDecoder().decode(data as ArrayBuffer).split('\n').length
  })
  expect(lines).toBe(4006)
  const formula = { objective: 'own', formula: 'x +' }
  const answer = await ask({ type: 'set', params: formula })
  expect(answer).toMatchObject({ type: 'ok', params: { objective: 'own' }, notes: [{ field: 'formula', given: 'x +' }] })
  expect((answer.params as Record<string, unknown>).formula).toBe('x^4/4 - x^2/2 + x*y/2 + y^2')
})

it('answers what waits for a press, and everything where there is no demo', async () => {
  const { page, ask } = await embedded('/embed/no-such-demo/')
  expect(await ask({ type: 'get' })).toMatchObject({ type: 'problem', code: 'unknown-demo', fatal: true })
  await page.reload()
  await page.evaluate(([src, given]) => void window.embed(src, given), [
    `${inject('url')}/embed/heavy-ball/?poster=1`,
    SANDBOX,
  ] as const)
  await frameOf(page).getByRole('button', { name: 'Start' }).waitFor()
  const answers = page.evaluate(() =>
    Promise.all([window.host.ask({ type: 'set', t: 4 }), window.host.ask({ type: 'activate' })]),
  )
  expect(await answers).toMatchObject([{ type: 'ok', t: 4 }, { type: 'ok' }])
})

it('sends up the keys it does not use, and its own controls keep theirs', async () => {
  const { page, heard } = await embedded('/embed/heavy-ball/?ui=controls&keys=up')
  const range = frameOf(page).locator('.panel input[type=range]').first()
  await frameOf(page).locator('figcaption').first().click()
  await page.keyboard.press('ArrowRight')
  await eventually(() => heard('key')).toMatchObject([{ key: 'ArrowRight', shift: false }])
  await range.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  await eventually(async () => (await heard('key')).map(({ key }) => key)).toEqual(['ArrowRight', 'Escape'])
})

it('speaks a deck’s own words where nobody connects', async () => {
  const { page } = await open('/icon.svg')
  await page.goto(hostUrl)
  await page.evaluate(
    (src) => {
      addEventListener('message', ({ data }) => typeof data === 'string' && window.heard.push(JSON.parse(data)))
      document.body.innerHTML = `<iframe src="${src}" width="800" height="500" sandbox="allow-scripts"></iframe>`
    },
    `${inject('url')}/embed/heavy-ball/?ui=player&keys=up&host=reveal&play=1`,
  )
  const frame = frameOf(page)
  await frame.locator('.transport').waitFor()
  await frame.locator('figcaption').first().click()
  await page.keyboard.press('ArrowRight')
  await eventually(() => page.evaluate(() => window.heard)).toEqual([{ method: 'right' }])
  const playing = () => frame.getByRole('button', { name: 'Pause' }).count()
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage('slide:stop', '*'))
  await eventually(playing).toBe(0)
})

it('changes nothing that is locked, and hides what is not asked for', async () => {
  const { page, ask } = await embedded('/embed/heavy-ball/?show=alpha,beta,player&lock=alpha')
  const names = await frameOf(page)
    .locator('[data-control]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-control')))
  expect(names).toEqual(['alpha', 'beta'])
  expect(await frameOf(page).locator('[data-control=alpha] input[type=range]').isDisabled()).toBe(true)
  expect(await frameOf(page).locator('[data-control=beta] input[type=range]').isDisabled()).toBe(false)
  expect(await ask({ type: 'set', params: { alpha: 0.07 } })).toMatchObject({ params: { alpha: 0.07 } })
})

it('reports what it cannot use of its address and shows the rest', async () => {
  const { heard } = await embedded('/embed/heavy-ball/?nothing=1&beta=x')
  await eventually(() => heard('problem')).toMatchObject([
    { code: 'unknown-parameter', fatal: false, message: '“nothing” is no parameter of this demo; ignored' },
    { code: 'bad-parameter', field: 'beta', given: 'x', message: 'beta: “x” is not a number; using 0.8' },
  ])
})

it('forgives an address without the slash at its end', async () => {
  const visit = await open('/embed/heavy-ball?beta=0.5&ui=none')
  await isReady(visit, 'heavy-ball')
  expect(visit.page.url()).toContain('beta=0.5')
  expect(visit.problems).toEqual([])
})

it('says in the frame’s own way that there is no such demo', async () => {
  const { page, heard } = await embedded('/embed/no-such-demo/')
  await eventually(() => heard('problem')).toMatchObject([{ code: 'unknown-demo', fatal: true }])
  expect(await frameOf(page).locator('#poster a').getAttribute('href')).toBe('/')
})

it.each([
  ['heavy-ball', 'play=1'],
  ['two-ball-drop', 'play=1&ui=none'],
  ['apg', 'play=visible'],
])('%s plays where its address says %s', async (slug, query) => {
  const { heard } = await embedded(`/embed/${slug}/?${query}`)
  const steps = async () => (await heard('time')).map(({ t }) => t as number)
  await eventually(async () => new Set(await steps()).size).toBeGreaterThan(3)
  const told = (await heard('time')).map(({ playing }) => playing)
  expect(told.slice(told.indexOf(true))).not.toContain(false) // once it plays it goes on
})

it('waits where its address says play=visible until half of its picture is in sight', async () => {
  const { page, heard } = await embedded('/embed/heavy-ball/?play=visible', { ...SANDBOX, style: 'margin-top: 700px' })
  const plays = async () => (await heard('time')).some(({ playing }) => playing)
  await pause(page, 500)
  expect(await plays()).toBe(false)
  await page.locator('iframe').evaluate((frame) => frame.scrollIntoView({ block: 'center' }))
  await eventually(plays).toBe(true)
})

it('takes no focus and does not scroll the page that holds it', async () => {
  const { page } = await embedded('/embed/heavy-ball/')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
})

it('shows title, sentence and picture before any script, and waits for a press where it is told to', async () => {
  const { page } = await open('/icon.svg')
  const html = await (await page.request.get(`${inject('url')}/embed/heavy-ball/`)).text()
  expect(html).toMatch(
    /<div id="poster"><img [^>]*poster\.webp"[^>]*><img [^>]*dark\/poster\.webp"[^>]*><h1>The heavy ball<\/h1><p>[^<]+<\/p>/,
  )
  for (const wanted of ['og:title', 'og:image', 'application/json+oembed', 'Content-Security-Policy', 'data-slug="heavy-ball"'])
    expect(html).toContain(wanted)
  const card = await (await page.request.get(`${inject('url')}/embed/heavy-ball/demo.json`)).json()
  expect(card).toMatchObject({ slug: 'heavy-ball', poster: 'poster.webp' })
  const oembed = await (await page.request.get(`${inject('url')}/oembed/heavy-ball.json`)).json()
  expect(oembed).toMatchObject({ version: '1.0', type: 'rich' })
  const demo = await (await page.request.get(`${inject('url')}/d/heavy-ball/`)).text()
  expect(demo).toContain('<h1>The heavy ball</h1>')
  const visit = await open('/embed/heavy-ball/?poster=1')
  await visit.page.getByRole('button', { name: 'Start' }).waitFor()
  expect(visit.scripts.some((file) => /demo-|views-/.test(file))).toBe(false)
  await visit.page.getByRole('button', { name: 'Start' }).click()
  await visit.page.locator('.stage .plot').first().waitFor()
  expect(visit.problems).toEqual([])
})
