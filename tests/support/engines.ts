// Firefox, WebKit and Chromium as the tests of every engine need them: one browser with one tab that goes from page to page.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import puppeteer, { type LaunchOptions } from 'puppeteer-core'
import { vi } from 'vitest'
import { FLAGS, findChromium } from '../../scripts/lib/chromium.mjs'

type Place = readonly [x: number, y: number] // px of the window
type Where = 'page' | 'frame'

export interface Tab {
  goto(url: string): Promise<void>
  /** Calls a function in the page or in its first frame; its argument is passed as JSON. */
  call<Given, Found>(act: (given: Given) => Found | Promise<Found>, given: Given, where?: Where): Promise<Found>
  /** The mouse is pressed at the first place, moved over the others and released. One place: a click. */
  drag(...places: Place[]): Promise<void>
  /** Types into the focused element of the page. */
  type(text: string): Promise<void>
  /** Errors of the page so far. WebKit's driver does not report those from before a page was loaded. */
  problems(): Promise<string[]>
  close(): Promise<void>
}

const SIZE = { width: 1280, height: 900 }
const PATIENCE = 120_000 // ms; browsers start slowly on a busy machine

/** A browser that did not start gets a second chance. */
export const patiently = (open: () => Promise<Tab>) => open().catch(open)

export const openFirefox = (): Promise<Tab> =>
  openTab({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
  })

export const openChromium = async (): Promise<Tab> =>
  openTab({ browser: 'chrome', executablePath: await findChromium(), args: [...FLAGS, '--lang=en-GB'] })

async function openTab(options: LaunchOptions): Promise<Tab> {
  const browser = await puppeteer.launch({
    ...options,
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
    defaultViewport: SIZE,
  })
  const [page = await browser.newPage()] = await browser.pages()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  return {
    async goto(url) {
      problems.length = 0
      await page.goto(url, { timeout: PATIENCE })
    },
    call(act, given, where = 'page') {
      const frame = where === 'page' ? page.mainFrame() : page.mainFrame().childFrames()[0]
      if (frame === undefined) throw new Error('The page has no frame.')
      return frame.evaluate(act as never, given as never) as Promise<never>
    },
    async drag(from, ...others) {
      await page.mouse.move(...(from as [number, number]))
      await page.mouse.down()
      for (const [x, y] of others) await page.mouse.move(x, y)
      await page.mouse.up()
    },
    type: (text) => page.keyboard.type(text),
    problems: async () => [...problems],
    close: () => browser.close(),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** In the page: records errors from now on. */
function watch(): void {
  const problems: string[] = []
  Object.assign(globalThis, { problems })
  addEventListener(
    'error',
    ({ message, target }) => problems.push(message ?? `not loaded: ${(target as Element).outerHTML}`),
    true,
  )
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)))
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    problems.push(`${effectiveDirective} ${blockedURI}`),
  )
  const { error } = console
  console.error = (...words) => {
    problems.push(words.join(' '))
    error(...words)
  }
}

const soon = () => ({ signal: AbortSignal.timeout(PATIENCE) })

/** WebKitGTK's MiniBrowser on a screen of its own, by the W3C's WebDriver. */
export async function openWebKit(): Promise<Tab> {
  const started: ChildProcess[] = []
  const end = () => {
    for (const child of started.splice(0)) child.kill()
  }
  try {
    const screen = spawn(
      process.env.XVFB ?? '/usr/bin/Xvfb',
      ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    )
    started.push(screen)
    const [display] = (await once(screen.stdio[3] as NodeJS.ReadableStream, 'data', soon())) as [Buffer]
    const port = await freePort()
    const env = { ...process.env, DISPLAY: `:${String(display).trim()}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' }
    started.push(spawn(process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }))
    return await tabOf(`http://127.0.0.1:${port}`, end)
  } catch (error) {
    end()
    throw error
  }
}

/** A new tab of the driver at this address; `end` ends the driver. */
async function tabOf(driver: string, end: () => void): Promise<Tab> {
  async function send(method: 'POST' | 'GET' | 'DELETE', path: string, body?: object): Promise<never> {
    const answer = await fetch(driver + path, { method, ...(body && { body: JSON.stringify(body) }), ...soon() })
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`)
    return value as never
  }
  await vi.waitFor(() => send('GET', '/status'), { timeout: PATIENCE })
  const { sessionId } = (await send('POST', '/session', { capabilities: {} })) as { sessionId: string }
  const session = `/session/${sessionId}`
  await send('POST', `${session}/timeouts`, { script: PATIENCE })
  await send('POST', `${session}/window/rect`, { x: 0, y: 0, ...SIZE })

  /** The first frame, even within a custom element, where the driver does not look. */
  const frameElement = () =>
    send('POST', `${session}/execute/sync`, {
      script: `const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
        return roots.flatMap((root) => [...root.querySelectorAll('iframe')])[0]`,
      args: [],
    })
  let at: Where = 'page'
  async function toPage(): Promise<void> {
    if (at === 'frame') await send('POST', `${session}/frame`, { id: null })
    at = 'page'
  }
  const call: Tab['call'] = async (act, given, where = 'page') => {
    if (where === 'page') await toPage()
    else if (at === 'page') await send('POST', `${session}/frame`, { id: await frameElement() })
    at = where
    const script = `const [given, done] = arguments; Promise.resolve(given).then(${act}).then((found) => done({ found }), (error) => done({ error: String(error) }))`
    const { found, error } = (await send('POST', `${session}/execute/async`, { script, args: [given ?? null] })) as {
      found?: never
      error?: string
    }
    if (error !== undefined) throw new Error(error)
    return found as never
  }
  return {
    async goto(url) {
      await toPage()
      await send('POST', `${session}/url`, { url })
      await call(watch, null)
    },
    call,
    async drag(...places) {
      await toPage() // places are the window's
      const [first, ...others] = places.map(([x, y]) => ({
        type: 'pointerMove',
        duration: 0,
        origin: 'viewport',
        x: Math.round(x),
        y: Math.round(y),
      }))
      const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }))
      await send('POST', `${session}/actions`, {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [first, down, ...others, up] }],
      })
    },
    async type(text) {
      await toPage()
      const [id] = Object.values((await send('GET', `${session}/element/active`)) as object)
      await send('POST', `${session}/element/${id}/value`, { text })
    },
    problems: () => call(() => (globalThis as unknown as { problems: string[] }).problems, null),
    async close() {
      await send('DELETE', session).catch(() => {})
      end()
    },
  }
}
