// Other people's pages: a site of another origin than the build's, and what the tests look for on it.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import type { State } from '@/embed/protocol'
import type MomentariumDemo from '@/host/element'
import { serveFiles } from '../../scripts/lib/files.mjs'
import { open, type Visit } from './browser'

/**
 * Serves pages (path → HTML), folders and reveal.js while the tests of a file run; `SITE` in pages is the address of the build.
 * `headers`: of every answer.
 */
export function site(
  pages: Readonly<Record<string, string>>,
  folders: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
) {
  let served: Awaited<ReturnType<typeof serveFiles>>
  beforeAll(async () => {
    const filled = Object.entries(pages).map(([path, html]) => [path, html.replaceAll('SITE', inject('url'))])
    const mounts = { '/reveal.js/': 'node_modules/reveal.js/dist', ...folders, ...Object.fromEntries(filled) }
    served = await serveFiles(mounts, 0, headers)
  })
  afterAll(() => served.close())
  return {
    /** Opens a page of the site. Pictures of lecture steps are made after a build: tests get stand-ins, or none. */
    async visit(path: string, { stepPictures = true } = {}): Promise<Visit> {
      const visit = await open('/icon.svg')
      await standIns(visit.page, stepPictures)
      await visit.page.goto(served.url + path)
      visit.problems.length = 0 // errors of the first address do not count
      return visit
    },
    url: () => served.url,
  }
}

const poster = (slug: string, theme: string) => readFileSync(`public/thumbnails/${slug}-${theme}.webp`)
async function standIns(page: Page, stepPictures: boolean): Promise<void> {
  await page.route('**/steps/*.webp', async (route) => {
    if (!stepPictures) return route.fulfill({ status: 404 })
    const [, slug = '', theme = 'light'] = /embed\/([^/]+)\/(?:(dark)\/)?steps/.exec(route.request().url()) ?? []
    await route.fulfill({ body: poster(slug, theme), contentType: 'image/webp' })
  })
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }))
}

/** A page of somebody else with the element's script; for `site`. */
export const pageWith = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page of somebody else</title>
<style>momentarium-demo { width: 800px }</style>${head}
<script type="module" src="SITE/embed/v1.js"></script></head>
<body><main><h1>Lecture</h1>${body}</main></body></html>`

/** An element alone, two of them, and one whose script has not come. */
export const lecturePages = {
  '/late.html':
    '<!doctype html><title>late</title><momentarium-demo id="a" demo="heavy-ball"><a href="#">Open the demo</a></momentarium-demo>',
  '/one.html': pageWith(
    `<p><a id="before" href="#">before</a></p>
    <momentarium-demo id="a" demo="heavy-ball" beta="0.5" ui="player" alt="A ball in a valley"><a href="SITE/d/heavy-ball/">Open</a></momentarium-demo>
    <p><a id="after" href="#">after</a></p>`,
  ),
  '/two.html': pageWith(
    `<momentarium-demo id="a" demo="heavy-ball" ui="player" t="0"></momentarium-demo>
    <momentarium-demo id="b" demo="heavy-ball" ui="player" t="0"></momentarium-demo><p style="height: 900px"></p>`,
  ),
}

/** The element called `id`, in the page. */
export const demo = (page: Page, id: string) => page.locator(`#${id}`)

export const stateOf = (page: Page, id: string): Promise<State> =>
  demo(page, id).evaluate((element) => (element as MomentariumDemo).get())

export const call = <T>({ page }: Visit, id: string, use: (element: MomentariumDemo) => T | Promise<T>) =>
  demo(page, id).evaluate(use as (element: Element) => T | Promise<T>)

export const betaOf = async ({ page }: Visit, id = 'a') => (await stateOf(page, id)).params.beta

export async function isLive(page: Page, id: string): Promise<void> {
  await page.waitForFunction((name) => (document.getElementById(name) as MomentariumDemo | null)?.connected, id)
}

/** What an element shows: file of its picture, a hash of what is in it, and the caption. */
export const shownPicture = (page: Page, id: string): Promise<{ file: string; hash: string; caption: string; note: string }> =>
  demo(page, id)
    .first()
    .evaluate(async ({ shadowRoot }) => {
      const src = shadowRoot?.querySelector('img')?.src ?? ''
      const bytes = new Uint8Array(await (await fetch(src)).arrayBuffer())
      const text = (selector: string) => shadowRoot?.querySelector(selector)?.textContent ?? ''
      return {
        file: src.startsWith('blob:') ? 'drawn' : src.split('/').slice(-2).join('/'),
        hash: String(bytes.reduce((hash, byte) => (hash * 31 + byte) | 0, 7)),
        caption: text('b'),
        note: text('p'),
      }
    })

/** Names of the elements that hold a frame. */
export const framed = (page: Page): Promise<string[]> =>
  page.$$eval('momentarium-demo', (all) => all.filter((one) => one.shadowRoot?.querySelector('iframe')).map((one) => one.id))

/** The focus: name of the element in the page, and of the one within it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return [element?.id || element?.localName, element?.shadowRoot?.activeElement?.localName].filter(Boolean).join(' ')
  })
