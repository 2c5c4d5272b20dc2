// Opens the demo in its frame and connects it to the host: commands, reports, keys. Loaded when the frame starts to run.
import { type ReactNode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { useStore } from 'zustand'
import { keepFocus } from '@/player/focus'
import { openDemo } from '@/player/openDemo'
import { runClock } from '@/session/clock'
import { PaletteContext } from '@/session/context'
import type { Session } from '@/session/session'
import { commandsFor, type Surroundings } from './commands'
import { type Dress, DressContext, followSystem, isMotionReduced, paletteOf } from './dress'
import { focusOn, followEdges, followKeys, followSwipes } from './keys'
import type { Link } from './link'
import { FORMATS, VERSION } from './name'
import { type Options, readOptions, withoutOptions } from './options'
import { EmbedPage } from './page'
import type { HostMessage } from './protocol'
import { words } from './query'
import { reportsOf } from './reports'
import { toldOf } from './values'

const RATIO = 16 / 10
const MIN_WIDTH = 280 // px
const COLUMN = '(max-width: 720px)' // as in embed.css: controls are below the picture

export interface Running {
  handle(message: HostMessage, unknown?: readonly string[]): void
  /** Tells a newly connected host what the frame holds. */
  introduce(): void
}

/** Resolves once the first picture is drawn; rejects if the demo could not be loaded. */
export async function run(slug: string, dress: Dress, link: Link): Promise<Running> {
  const opened = await openDemo(slug, withoutOptions(words()))
  const { session } = opened
  const { demo, store } = session
  const options = dress.getState()
  session.set({ notes: [...readOptions(words()).notes, ...store.getState().notes] })
  obey(session, options)

  let stopWaiting = () => {}
  const around: Surroundings = {
    dress(looks) {
      dress.setState(looks)
      obey(session, looks)
      if (looks.play === undefined) return
      stopWaiting()
      stopWaiting = begin(session, dress.getState(), around.reducedMotion())
    },
    focus: focusOn,
    observe: (keys, hz) => reports.observe(keys, hz),
    capture: async (wish, tell) =>
      (await import('./capture')).capture(session, { transparent: !dress.getState().ground, ...wish }, tell),
    reducedMotion: () => isMotionReduced(dress.getState()),
  }
  const commands = commandsFor(session, link, around)
  const reports = reportsOf(session, link, commands.source)
  runClock(session)
  keepFocus()
  followKeys(session, link, dress)
  followSwipes(link, dress.getState())
  followEdges(link)
  followDeck(session)
  await draw(
    <DressContext value={dress}>
      <Dressed dress={dress}>
        <EmbedPage opened={opened} />
      </Dressed>
    </DressContext>,
    slug,
  )
  const tellSize = followSize(link)
  stopWaiting = begin(session, options, around.reducedMotion())
  if (options.focus === 'auto') focusOn('first')

  function introduce(): void {
    const nonce = link.nonce()
    if (nonce === null) return
    link.send({
      type: 'ready',
      nonce,
      slug,
      title: demo.meta.title,
      version: VERSION,
      steps: demo.lecture.map(({ id, title }) => ({ id, title })),
      ratio: RATIO,
      minWidth: MIN_WIDTH,
      caps: ['keys', 'resize', 'steps', 'capture', ...FORMATS.map((format) => `capture:${format}`)],
      poster: 'poster.webp',
    })
    tellSize()
    reports.tellStep()
    for (const note of store.getState().notes) {
      const code = note.why === 'unknown' ? 'unknown-parameter' : 'bad-parameter'
      const { field, given, message } = toldOf(note)
      link.send({ type: 'problem', code, message: message.slice(0, 1000), fatal: false, field, given })
    }
  }
  introduce()
  return { introduce, handle: commands.handle }
}

function Dressed({ dress, children }: { dress: Dress; children: ReactNode }) {
  const options = useStore(dress)
  const palette = useSyncExternalStore(followSystem, () => paletteOf(options))
  return <PaletteContext value={palette}>{children}</PaletteContext>
}

/** Resolves once the first picture is in the page, and removes the poster then. */
function draw(page: ReactNode, slug: string): Promise<void> {
  return new Promise((resolve) => {
    const root = document.documentElement
    const observer = new MutationObserver(() => {
      if (root.dataset.ready !== slug) return
      observer.disconnect()
      document.getElementById('poster')?.remove()
      resolve()
    })
    observer.observe(root, { attributeFilter: ['data-ready'] })
    createRoot(document.getElementById('root') as HTMLElement).render(page)
  })
}

/** A deck without our plugin posts a word when its slide is left or entered. */
function followDeck(session: Session): void {
  let resumes = false
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent) return
    if (data === 'slide:stop') {
      resumes = session.store.getState().playing
      session.pause()
    }
    if (data === 'slide:start' && resumes) session.play()
  })
}

/** Applies those words of the frame that concern the session. */
function obey(session: Session, { lock, loop, speed }: Partial<Options>): void {
  if (lock !== undefined) session.set({ locked: new Set(lock === 'all' ? Object.keys(session.demo.params) : lock) })
  if (loop !== undefined) session.set({ loop })
  if (speed !== undefined) session.set({ speed })
}

/** Plays if the address says so, unless reduced motion is wanted; the result ends the waiting. */
function begin(session: Session, { play }: Options, reduced: boolean): () => void {
  const nothing = () => {}
  if (play === '0' || reduced) session.pause()
  else if (play === '1') session.play()
  if (play !== 'visible' || reduced) return nothing
  const stage = document.querySelector('.stage')
  if (stage === null) return nothing
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) session.play()
    },
    { threshold: 0.5 },
  )
  observer.observe(stage)
  return () => observer.disconnect()
}

/** Reports the height that the demo wants at this width whenever it changes; the result reports it once more. */
function followSize(link: Link): () => void {
  const page = document.querySelector('main')
  if (page === null) return () => {}
  let told = 0
  const tell = () => {
    const height = Math.min(Math.ceil(heightOf(page)), 20_000)
    if (height === told || innerWidth === 0) return
    told = height
    link.send({ type: 'resize', height, ratio: RATIO })
  }
  new ResizeObserver(tell).observe(page)
  return () => {
    told = 0
    tell()
  }
}

/** Independent of the frame's height: a picture that fills the frame counts with its usual shape, above the player in a column. */
function heightOf(page: HTMLElement): number {
  if (getComputedStyle(page).getPropertyValue('--fills') !== '1') return page.offsetHeight
  const player = matchMedia(COLUMN).matches ? page.querySelector<HTMLElement>('.transport') : null
  return innerWidth / RATIO + (player?.offsetHeight ?? 0)
}
