// Pages of the built app in Chromium: one browser for each test file, and no page of one test runs on beside the next.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject } from 'vitest'
import { launch } from '../../scripts/lib/chromium.mjs'

export interface Look {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  reducedMotion?: boolean
  /** Language of the browser. */
  locale?: string
  /** As if the screen could be touched. */
  touch?: boolean
  /** As if the browser had graphics hardware. */
  hardware?: boolean
}
export interface Visit {
  page: Page
  /** Errors on the console, exceptions and failed requests so far. */
  problems: string[]
  /** Files of the build that were loaded as scripts so far, workers' too: `assets/index-1a2b.js`. */
  scripts: string[]
}

let browser: Promise<Browser> | undefined
const contexts: BrowserContext[] = []
afterEach(async () => void (await Promise.all(contexts.splice(0).map((context) => context.close()))))
afterAll(async () => (await browser)?.close())

/** In the page: does not tell that the processor draws, as if there were graphics hardware. */
function pretendHardware(): void {
  const { prototype } = WebGL2RenderingContext
  const real = prototype.getExtension
  prototype.getExtension = function (this: WebGL2RenderingContext, name: string) {
    return name === 'WEBGL_debug_renderer_info' ? null : real.call(this, name as never)
  } as typeof real
}

/** In the page: when it could be used first. */
function noteReady(): void {
  const observer = new MutationObserver(() => {
    if (document.documentElement.dataset.ready === undefined) return
    performance.mark('ready')
    observer.disconnect()
  })
  observer.observe(document, { attributeFilter: ['data-ready'], subtree: true })
}

/** Opens an address of the app, such as `/d/heavy-ball?beta=0.9`, in a fresh context: storage is empty. */
export async function open(
  path: string,
  {
    width = 1280,
    height = 800,
    theme = 'light',
    reducedMotion = false,
    locale = 'en-GB',
    touch = false,
    hardware = false,
  }: Look = {},
) {
  browser ??= launch()
  const context = await (await browser).newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale,
    hasTouch: touch,
  })
  contexts.push(context)
  const page = await context.newPage()
  if (hardware) await page.addInitScript(pretendHardware)
  await page.addInitScript(noteReady)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') problems.push(`${request.url()}: ${why}`) // aborted: the test went to another page
  })
  const scripts: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) scripts.push(pathname.slice(1))
  })
  await page.goto(inject('url') + path)
  return { page, problems, scripts } satisfies Visit
}

/** Waits until the page of a demo can be used. */
export async function isReady({ page }: Visit, slug: string) {
  await page.waitForSelector(`html[data-ready="${slug}"]`, { state: 'attached' })
}

/** Scripts that were asked for before the page of a demo could be used, and have come. */
export const loadedBefore = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const ready = performance.getEntriesByName('ready')[0]?.startTime ?? Number.POSITIVE_INFINITY
    const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= ready)
    return early.map(({ name }) => new URL(name).pathname.slice(1)).filter((file) => file.endsWith('.js'))
  })

/** Waits by the page's own clock, and for the picture after: on a busy machine too, what the page set a timer for before comes first. */
export async function pause(page: Page, ms: number) {
  await page.evaluate((wait) => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), wait)), ms)
}

/** What becomes true in a while, on a busy machine too. */
export const eventually = <T>(get: () => T | Promise<T>) => expect.poll(get, { timeout: 20_000 })
