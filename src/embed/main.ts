// Entry of a frame. The poster is in the HTML; this opens the line to the host and runs the demo, at once or on request.
import '@/askAgain'
import '@fontsource-variable/inter/opsz.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import 'katex/dist/katex.min.css'
import '@/styles/base.css'
import '@/styles/page.css'
import '@/styles/lesson.css'
import '@/styles/controls.css'
import './embed.css'
import { messages } from '@/messages'
import { fixDensity } from '@/views/density'
import type { Running } from './app'
import { dressOf, followDress } from './dress'
import { type Link, openLink } from './link'
import { readOptions, withoutOptions } from './options'
import type { HostMessage } from './protocol'
import { words } from './query'

const MOST_WAITING = 120 // messages that may come before the demo runs

const slug = document.documentElement.dataset.slug ?? ''
const { options } = readOptions(words())
const dress = dressOf(options)
followDress(dress)
if (options.dpr > 0) fixDensity(options.dpr)

let running: Running | null = null
let trouble: { code: string; message: string } | null = null
let started = false
const waiting: [message: HostMessage, unknown: readonly string[]][] = []

const link: Link = openLink({
  slug,
  cid: options.cid,
  onConnect() {
    tellTrouble()
    running?.introduce()
  },
  onMessage(message, unknown) {
    if (message.type === 'activate') start()
    if (trouble) tellTrouble(message)
    else if (running) running.handle(message, unknown)
    else {
      waiting.push([message, unknown])
      const oldest = waiting.length > MOST_WAITING ? waiting.shift() : undefined
      if (oldest) link.send({ type: 'problem', code: 'flood', message: messages.embed.flood, fatal: false, re: oldest[0].id })
    }
  },
})

function tellTrouble({ id }: { id?: number } = {}): void {
  if (trouble) link.send({ type: 'problem', ...trouble, fatal: true, ...(id !== undefined && { re: id }) })
}

/** A sentence below the poster. */
function note(text: string): HTMLElement {
  const poster = document.getElementById('poster') ?? document.body.appendChild(document.createElement('div'))
  poster.id = 'poster'
  const line = poster.appendChild(document.createElement('p'))
  line.append(text)
  return line
}

/** The poster stays; below it are the problem and a way on. */
function fail(code: string, message: string): void {
  trouble = { code, message }
  tellTrouble()
  for (const [waited] of waiting.splice(0)) tellTrouble(waited)
  const line = note(message)
  line.className = 'trouble'
  line.setAttribute('role', 'alert')
  if (options.links) {
    const way = document.createElement('a')
    way.href = slug ? `../../d/${slug}/${location.search}` : '/'
    way.target = '_blank'
    way.rel = 'noopener'
    way.append(messages.embed.open)
    line.append(' ', way)
  }
}

async function start(): Promise<void> {
  if (started) return
  started = true
  document.querySelector('#poster button')?.remove()
  try {
    const { run } = await import('./app')
    running = await run(slug, dress, link)
    for (const [message, unknown] of waiting.splice(0)) running.handle(message, unknown)
  } catch {
    fail('load', messages.embed.broken)
  }
}

if (slug !== '' && withoutOptions(words()) !== '') note(messages.embed.other)
// a host serves this page for unknown addresses; with a slash at the end this one may be a known one
if (slug === '' && !location.pathname.endsWith('/')) location.replace(`${location.pathname}/${location.search}${location.hash}`)
else if (slug === '') fail('unknown-demo', messages.embed.unknown(location.pathname.split('/').filter(Boolean).at(-1) ?? ''))
else if (options.poster) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'pill-button start'
  button.append(messages.embed.start)
  button.addEventListener('click', () => {
    link.send({ type: 'activate' })
    start()
  })
  document.getElementById('poster')?.append(button)
} else start()
