// Pictures and films: the one-file demo of the package in a headless Chromium, asked by the messages of momentarium/1.
import { existsSync } from 'node:fs'
import { chromiumPlaces } from '../../../scripts/lib/chromiumPlaces.mjs'
import type { Command } from './command'

const FLAGS = ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run']
const WIDE = 960 // px of the page in which letters have their usual size
const PATIENCE = 30_000 // ms until the demo is there

function chromium(): string {
  const named = process.env.CHROMIUM
  const found = named ?? chromiumPlaces().find((path) => existsSync(path))
  if (found === undefined || !existsSync(found))
    throw new Error(
      named
        ? `CHROMIUM is ${named}, where nothing is.`
        : 'Pictures need Chromium or Chrome, and none was found; its path can be set in the variable CHROMIUM.',
    )
  return found
}

interface Answer {
  type: string
  message?: string
  data?: string
  notes?: { message: string }[]
}

/** In an empty page: puts the demo into a frame that fills it, connects, and resolves to the answer of one `capture`. */
function askHere({ address, wish, patience }: { address: string; wish: object; patience: number }): Promise<Answer> {
  const m = 'momentarium/1'
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The demo does not answer.')), patience)
    const frame = document.createElement('iframe')
    frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0'
    addEventListener('message', ({ data, source }) => {
      if (source !== frame.contentWindow || data?.m !== m || data.type !== 'hello') return
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data: answer }) => {
        if (answer.type === 'ready') {
          clearTimeout(timer)
          port1.postMessage({ m, type: 'capture', id: 1, ...wish })
        }
        if (answer.type === 'problem' && answer.fatal) reject(new Error(answer.message))
        if (answer.re !== 1 || answer.type === 'progress') return
        if (answer.data === undefined) return resolve(answer)
        const reader = new FileReader()
        reader.onload = () => resolve({ ...answer, data: String(reader.result).split(',')[1] ?? '' })
        reader.readAsDataURL(new Blob([answer.data]))
      }
      frame.contentWindow?.postMessage({ m, type: 'connect', nonce: 'command' }, '*', [port2])
    })
    frame.src = address
    document.body.append(frame)
  })
}

/** The bytes of the file. `demos`: address of the folder with the one-file demos. */
export async function picture(
  { kind, slug, ending, query, options, of }: Command,
  demos: URL,
): Promise<{ bytes: Buffer; notes: string[] }> {
  const { width = 1920, height = 1200, theme = 'light', dpr = Math.min(4, Math.max(1, Number(width) / WIDE)), ...rest } = options
  const { chromium: driver } = await import('playwright-core')
  const browser = await driver.launch({ executablePath: chromium(), args: FLAGS })
  try {
    const page = await browser.newPage({
      viewport: { width: Math.round(Number(width) / Number(dpr)), height: Math.round(Number(height) / Number(dpr)) },
      reducedMotion: 'reduce',
    })
    const words = new URLSearchParams(query)
    const hasStop = words.has('step') || (kind === 'film' && of === 'lesson')
    if (hasStop && !words.has('step')) words.set('step', '0')
    for (const [word, value] of Object.entries({ ui: 'none', links: '0', theme, dpr })) words.set(word, String(value))
    if (hasStop) words.set('show', 'stop')
    const address = `${new URL(`${slug}.html`, demos).href}?${words}`
    await page.goto(new URL('empty.html', demos).href) // only a file may hold a file in a frame
    const format = ending === 'zip' ? 'frames' : ending
    const wish = { format, whole: true, width, ...rest, ...(kind === 'film' && { of }) }
    const { type, message, data = '', notes = [] } = await page.evaluate(askHere, { address, wish, patience: PATIENCE })
    if (type === 'problem') throw new Error(message)
    return { bytes: Buffer.from(data, 'base64'), notes: notes.map((note) => note.message) }
  } finally {
    await browser.close()
  }
}
