// reveal.js plugin, for reveal 5 and 6: the phases of the lesson are fragments, and only the demos of the current slide are live.

import type MomentariumDemo from './element'
import { deckSteps } from './steps'

/** What the plugin uses of a deck. */
interface Deck {
  getConfig(): { showNotes?: unknown; momentarium?: Partial<Options> }
  getRevealElement(): HTMLElement
  getCurrentSlide(): HTMLElement | undefined
  isPrintView(): boolean
  isSpeakerNotes(): boolean
  isOverview(): boolean
  isPaused(): boolean
  on(type: string, listener: (event: Event) => void): void
}
interface Options {
  /** The most frames at a time. */
  maxLive: number
  /** Seconds that a frame stays after its slide was left. */
  rest: number
}
interface Step {
  id: string
  title: string
  /** What is said in each phase. */
  words: Readonly<Record<string, readonly string[]>>
}

const TAG = 'momentarium-demo'
const DWELL = 150 // ms on a slide before its demos are loaded: paging through loads none
const PATIENCE = 3000 // ms that a deck waits for pictures
const script = import.meta.url

/** The result, or nothing after a while. */
const within = <T>(work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work.catch(() => undefined), new Promise<undefined>((done) => setTimeout(done, PATIENCE))])

/** A file beside this one. */
const load = (file: string) => import(/* @vite-ignore */ new URL(file, script).href)

/** A QR code as a picture for the caption. */
function picture(rows: readonly (readonly boolean[])[]): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `-2 -2 ${rows.length + 4} ${rows.length + 4}`)
  svg.style.cssText = 'height:5em;vertical-align:middle;background:#fff' // a style attribute would need permission from the page's policy
  svg.setAttribute('slot', 'caption')
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, 'path'))
  path.setAttribute('d', rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''))
  return svg
}

export default function Momentarium() {
  const options: Options = { maxLive: 3, rest: 30 }
  /** Elements with a frame, first the one whose slide was left first, and when the frame is to be removed. */
  const live = new Map<MomentariumDemo, number>()
  let deck: Deck
  let still = false
  let dwelling = 0

  const demosIn = (root: ParentNode | undefined) => [...(root?.querySelectorAll<MomentariumDemo>(TAG) ?? [])]
  const all = () => demosIn(deck.getRevealElement())

  async function init(given: Deck): Promise<void> {
    deck = given
    Object.assign(options, deck.getConfig().momentarium)
    still = deck.isPrintView() || deck.isSpeakerNotes()
    if (!customElements.get(TAG)) await within(load('v1.js'))
    const prepared = Promise.all(all().map(prepare)).catch(() => {})
    await (deck.isPrintView() ? prepared : within(prepared)) // paper waits for its pictures
    const root = deck.getRevealElement()
    root.addEventListener('momentarium-activate', ({ target }) => enter(target as MomentariumDemo))
    for (const type of 'ready slidechanged fragmentshown fragmenthidden overviewshown overviewhidden paused resumed'.split(' '))
      deck.on(type, update)
    deck.on('pdf-ready', finishPrint)
  }

  /** Steps become fragments before the deck counts them. */
  async function prepare(demo: MomentariumDemo): Promise<void> {
    if (still) demo.setAttribute('live', 'never')
    else if (!demo.hasAttribute('live')) demo.setAttribute('live', 'manual')
    if (!demo.hasAttribute('keys')) demo.setAttribute('keys', 'up')
    demo.toggleAttribute('keep', demo.dataset.keep !== undefined)
    const wish = demo.dataset.steps
    if (wish === undefined) return drawForPrint(demo)
    const card = await within(fetch(demo.url('demo.json')).then((answer): Promise<{ steps: Step[] }> => answer.json()))
    const known = card?.steps ?? []
    const ids = deckSteps(wish, known)
    const first = demo.dataset.fragmentIndex
    for (const [index, id] of ids.entries()) {
      if (index === 0) continue
      const [stop, phase = 'scene'] = id.split(':')
      const step = known.find((one) => one.id === stop)
      const span = document.createElement('span')
      span.className = 'fragment momentarium-step'
      span.slot = span.dataset.step = id
      if (step && !deck.isPrintView() && !deck.getConfig().showNotes) span.append(notesOf(demo, step, phase))
      if (first !== undefined) span.dataset.fragmentIndex = String(Number(first) + index - 1)
      demo.append(span)
    }
    demo.dataset.steps = ids.join()
    for (const id of deck.isPrintView() ? ids : []) {
      demo.setAttribute('step', id)
      await drawForPrint(demo)
    }
    showStep(demo)
  }

  async function drawForPrint(demo: MomentariumDemo): Promise<void> {
    if (deck.isPrintView()) await demo.draw().catch(() => {}) // the caption names what is shown instead
  }

  /** For the speaker: the slide's own notes, then the step's. */
  function notesOf(demo: Element, { title, words }: Step, phase: string): HTMLElement {
    const slide = demo.closest('section')
    const own = slide?.querySelector('aside.notes:not(.fragment *)')
    const aside = (own?.cloneNode(true) ?? document.createElement('aside')) as HTMLElement
    aside.className = 'notes'
    if (!own) aside.textContent = slide?.dataset.notes ?? ''
    for (const line of [title, ...(words[phase] ?? [])]) aside.appendChild(document.createElement('p')).textContent = line
    return aside
  }

  /** Shows the step whose number is the count of visible fragments: correct from wherever one comes. */
  function showStep(demo: MomentariumDemo): void {
    const { steps } = demo.dataset
    if (!steps) return
    const id = steps.split(',')[demo.querySelectorAll('.momentarium-step.visible').length] as string
    if (demo.getAttribute('step') !== id) demo.setAttribute('step', id)
  }

  /** Every printed page has its own copy, which gets its step, and the link to it. */
  async function finishPrint(): Promise<void> {
    all().forEach(showStep)
    const code: typeof import('@/qr') | undefined = await within(load('qr.js'))
    for (const demo of all()) {
      const rows = code?.qrOf(demo.link) // none for a long address
      if (rows) demo.append(picture(rows))
    }
  }

  function update(): void {
    const here = demosIn(deck.getCurrentSlide())
    here.forEach(showStep)
    if (still) return
    const shown = deck.isOverview() || deck.isPaused() ? [] : here
    for (const demo of [...live.keys()]) {
      if (shown.includes(demo)) enter(demo)
      else leave(demo)
    }
    clearTimeout(dwelling)
    dwelling = window.setTimeout(() => {
      const waiting = (demo: MomentariumDemo) => (demo.getAttribute('poster') ?? '0') !== '0' || live.has(demo)
      for (const demo of shown.slice(0, options.maxLive)) if (!waiting(demo)) demo.activate().catch(() => {})
    }, DWELL)
  }

  function enter(demo: MomentariumDemo): void {
    clearTimeout(live.get(demo))
    live.delete(demo)
    live.set(demo, 0)
    demo.removeAttribute('covered')
    for (const oldest of live.keys()) if (live.size > options.maxLive) drop(oldest)
  }

  function leave(demo: MomentariumDemo): void {
    if (demo.hasAttribute('covered')) return
    demo.refresh().catch(() => {})
    demo.setAttribute('covered', '')
    if (document.activeElement === demo) demo.blur()
    live.set(
      demo,
      window.setTimeout(() => drop(demo), options.rest * 1000),
    )
  }

  function drop(demo: MomentariumDemo): void {
    clearTimeout(live.get(demo))
    live.delete(demo)
    demo.removeAttribute('covered')
    demo.release()
  }

  return {
    id: 'momentarium',
    init,
    destroy(): void {
      clearTimeout(dwelling)
      for (const demo of live.keys()) drop(demo)
    },
  }
}
