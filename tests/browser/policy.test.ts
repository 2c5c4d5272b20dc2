// The content security policy of every page of the build, as meta elements and in the headers for hosts that send them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import type MomentariumDemo from '@/host/element'
import { isLive, site } from '../support/hosts'
import { admitted, STRANGERS } from '../support/strangers'

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))

it.each(pages)('%s has no script within but those that its policy names', (file) => {
  const html = readFileSync(`dist/${file}`, 'utf8')
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  const within = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1] ?? '')
  const hashes = within.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  const named = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? []
  expect(named.filter((source) => !["'self'", 'http:', 'https:'].includes(source))).toEqual(hashes)
  expect(html).not.toMatch(/<script [^>]*(?<!\bsrc="\/[^>]*)>/)
  expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i)
})

const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
const STRICT =
  "default-src 'none'; script-src 'self' SITE; frame-src SITE; img-src SITE blob:; style-src 'self'; connect-src SITE"
const strictly = (more: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Strict</title><link rel="stylesheet" href="/reveal.js/reveal.css" />
<meta http-equiv="Content-Security-Policy" content="${STRICT}${more}"><script src="/watch.js"></script></head><body>${body}</body></html>`
const demo = '<momentarium-demo id="a" demo="heavy-ball" data-steps="fence,momentum" alt="A ball"></momentarium-demo>'
const host = site(
  {
    '/isolated.html': `<!doctype html><html lang="en"><title>Isolated</title><script type="module" src="SITE/embed/v1.js"></script>
${demo}<iframe src="SITE/embed/heavy-ball/?ui=player" title="plain"></iframe>`,
    '/strict.html': strictly(
      "; require-trusted-types-for 'script'",
      `${demo}<script type="module" src="SITE/embed/v1.js"></script>`,
    ),
    '/deck.html': strictly(
      '',
      `<div class="reveal"><div class="slides"><section>${demo}</section></div></div><script type="module" src="/deck.js"></script>`,
    ),
  },
  { '/': 'tests/support/strict' },
  ISOLATED,
)

it('lets an isolated page hold the element and a plain frame', async () => {
  const { page, problems } = await host.visit('/isolated.html')
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await isLive(page, 'a')
  const picture = page.locator('#a').locator('img')
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(300)
  await page.frameLocator('iframe[title=plain]').locator('.transport').waitFor()
  expect(problems).toEqual([])
})

it('needs of a strict page only what docs/hosting.md names, and no leave for styles or HTML from text', async () => {
  const { page, problems } = await host.visit('/strict.html')
  await isLive(page, 'a')
  await page.locator('#a').evaluate((a) => (a as MomentariumDemo).refresh())
  const looks = await page.locator('#a').evaluate((a) => {
    const [frame, image] = ['iframe', 'img'].map((name) => a.shadowRoot?.querySelector(name) as HTMLElement)
    return [
      getComputedStyle(a).display,
      getComputedStyle(frame as HTMLElement).opacity,
      (image as HTMLImageElement).src.slice(0, 5),
    ]
  })
  expect(looks).toEqual(['block', '1', 'blob:'])
  expect(problems).toEqual([])
})

it('needs no more in a deck, in print either', async () => {
  const { page } = await host.visit('/deck.html?view=print')
  await page.locator('.pdf-page momentarium-demo svg[slot=caption]').first().waitFor({ state: 'attached' })
  const violations = () => page.evaluate(() => (window as unknown as { violations: string[] }).violations)
  expect((await violations()).filter((file) => file.includes('/embed/'))).toEqual([])
  const heights = await page.$$eval('momentarium-demo svg', (all) => all.map((one) => getComputedStyle(one).backgroundColor))
  expect(heights).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)'])
})

it('sends the headers of the file from npm start too', async () => {
  const lines = readFileSync('dist/_headers', 'utf8').split('\n')
  const from = lines.indexOf('/embed/*')
  const wanted = lines.slice(from + 1, from + 5).map((line) => line.trim().split(/: (.*)/))
  const { headers } = await fetch(`${inject('url')}/embed/heavy-ball/poster.webp`)
  for (const [name = '', value] of wanted) expect([name, headers.get(name)]).toEqual([name, value])
  expect(wanted.map(([name]) => name)).toContain('Cross-Origin-Resource-Policy')
})

it('is in the headers too, which alone can say who may frame a page', () => {
  const headers = readFileSync('dist/_headers', 'utf8')
  const framed = (path: string) => {
    const policy = new RegExp(`^${path}\\n(?: .*\\n)*? *Content-Security-Policy: (.*)`, 'm').exec(headers)?.[1]
    return /frame-ancestors ([^;]*)/.exec(policy ?? "frame-ancestors 'missing'")?.[1]
  }
  // a star would mean all hosts of the network, but not pages on disk and in programs that show pages
  expect([framed('/embed/\\*'), framed('/d/\\*'), framed('/index\\.html')]).toEqual([undefined, "'none'", "'none'"])
})

const strangers = site({ ...STRANGERS, '/host': '<iframe sandbox="allow-scripts" src="SITE/embed/heavy-ball/"></iframe>' })

it('lets nothing in from elsewhere, in a page and in a frame', async () => {
  const { page } = await strangers.visit('/plain')
  expect(await page.evaluate(admitted, strangers.url())).toEqual(['script', 'style', 'image', 'inline'])
  for (const path of ['/', '/d/heavy-ball/', '/embed/heavy-ball/']) {
    await page.goto(inject('url') + path)
    expect(await page.evaluate(admitted, strangers.url()), path).toEqual([])
  }
  await page.goto(`${strangers.url()}/host`)
  const frame = page.frames()[1]
  await frame?.waitForSelector('html[data-ready]')
  expect(await frame?.evaluate(admitted, strangers.url())).toEqual([])
})
