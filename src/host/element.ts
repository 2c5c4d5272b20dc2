// <momentarium-demo>: a demo in any page. First a picture, on request a sandboxed frame, to which a port connects.
import type { FrameMessage, HostMessage, State } from '@/embed/protocol'
import { changes, isWord, likePage, pictureWords, stillWords, wordsOf } from './attributes'
import { type Choice, choices, isPicture } from './choice'
import { build, words } from './look'
import { assign, assignAgain, makeAssignable } from './members'
import { draw, drawn, type Picture, PRINTED, pictureOf } from './picture'
import { type Heard, Remote, type Wish } from './remote'
import { elect, live, type Turn, turnTo } from './turns'
import type { MomentariumElement } from './types'
import { frameAt, openWire, type Wire } from './wire'

type Watcher = (values: Heard<'values'>['values']) => void

const PATIENCE = 8000 // ms; a frame that is not ready by then is called silent
const FAR = 2000 // ms after which a frame more than a window and a half out of sight is given back
const SETTLED = 1000 // ms after the last change until the picture for print is drawn
const script = import.meta.url

export default class MomentariumDemo extends Remote {
  static readonly words = words

  #info: Heard<'ready'> | undefined
  #params: Heard<'change'>['params'] = {}
  #state: State | undefined
  #playing = false
  #t: number | 'end' = 'end'
  #stepIndex = 0
  #link = ''

  #root = this.attachShadow({ mode: 'open' })
  #size = new CSSStyleSheet()
  #figure: HTMLElement
  #button: HTMLButtonElement
  #image: HTMLImageElement
  #frame: HTMLIFrameElement | undefined
  #wire: Wire | undefined
  #opening: Promise<void> | undefined
  #opened = () => {}
  #refused = (_: Error) => {}
  #settling = 0
  /** What attributes asked for when `state` was reported, and the picture that the demo drew then. */
  #from = ''
  #drawn: Picture | undefined
  /** What attributes asked for when the page named a poster: the poster shows that. */
  #posed = ''
  #broken = new Set<string>()
  #trouble = ''
  #turn: Turn = {
    inSight: false,
    told: '',
    tell: (visible, active) => this.#wire!.tell('visibility', { visible, active }),
  }
  /** Its frame was given back because it was far out of sight. */
  #rests = false
  /** Ends when state and picture are up to date. */
  #fresh: Promise<void> | undefined
  /** Words that the frame was last told, and names of assigned parameters. */
  #words: Readonly<Record<string, string>> | undefined
  #assigned: string[] = []
  #watchers = new Map<Watcher, readonly string[]>()
  #sight = new IntersectionObserver((entries) => {
    this.#turn.inSight = entries.pop()!.isIntersecting
    const how = this.#read('live') ?? ((this.#read('poster') ?? '0') === '0' ? 'auto' : 'click')
    if (this.#turn.inSight && (how === 'auto' || this.#rests)) this.#wake()
    elect()
  })
  /** Frames cost memory, and browsers drop 3D contexts on pages with many. Decks manage their own frames. */
  #reach = new IntersectionObserver(
    (entries) => {
      clearTimeout(this.#leaving)
      if (entries.pop()!.isIntersecting || this.#read('live') === 'manual') return
      this.#leaving = window.setTimeout(() => this.#rest().catch(() => {}), FAR)
    },
    { rootMargin: '150% 0px' },
  )
  #leaving = 0

  constructor() {
    super()
    build(this.#root)
    this.#root.adoptedStyleSheets.push(this.#size)
    this.#figure = this.#find('figure')
    this.#button = this.#find('button')
    this.#image = this.#find('img')
    this.#image.onerror = () => {
      this.#broken.add(this.#image.src)
      this.#show()
    }
    this.addEventListener('transitionend', ({ target }) => target === this && this.#changed())
    this.#button.onclick = ({ detail }) => this.#use(detail > 0 ? 'canvas' : 'first')
    new MutationObserver((records) => this.#changed(new Set(records.map((record) => record.attributeName as string)))).observe(
      this,
      { attributes: true },
    )
  }
  connectedCallback(): void {
    assignAgain(this)
    this.#sight.observe(this)
    this.#reach.observe(this)
    this.#posed = this.#asked()
    this.#show()
  }
  disconnectedCallback(): void {
    this.#sight.disconnect()
    this.#reach.disconnect()
    clearTimeout(this.#leaving)
    this.#turn.inSight = false
    this.release()
  }

  // --- what a page may ask -------------------------------------------------------------------------------------------

  get info() {
    return this.#info
  }
  get playing() {
    return this.#playing
  }
  get t() {
    return this.#t
  }
  get stepIndex() {
    return this.#stepIndex
  }
  get link() {
    return this.#link
  }
  get connected(): boolean {
    return this.#figure.className === 'live'
  }
  get steps(): Heard<'ready'>['steps'] {
    return this.#info?.steps ?? []
  }
  get params() {
    return this.#params
  }
  set params(values) {
    const given = values ?? {}
    for (const name of this.#assigned) if (!Object.hasOwn(given, name)) this.removeAttribute(name)
    this.#assigned = Object.keys(given).filter((name) => isWord(name.toLowerCase()))
    for (const name of this.#assigned) assign(this, name, given[name])
  }
  get state() {
    return this.#state
  }
  set state(state) {
    this.#state = state
    this.#from = this.#asked()
    if (state && this.#frame) this.#follow(this.restore(state))
  }
  /** Creates the frame; resolves when the demo can be used. */
  activate(): Promise<void> {
    if (this.#read('live') === 'never' || !this.isConnected) return Promise.reject(new Error(words.silent))
    this.#opening ??= new Promise((opened, refused) => {
      this.#opened = opened
      this.#refused = refused
      this.#load()
    })
    return this.#opening
  }
  /** Removes the frame; picture and state stay, and the next frame continues from there. */
  release(): void {
    clearTimeout(this.#settling)
    this.#wire?.close()
    this.#frame?.remove()
    this.#frame = this.#wire = this.#opening = undefined
    this.#refused(new Error(words.silent))
    this.#playing = false
    live.delete(this)
    this.#become('')
  }
  /** Brings `state` and the picture up to date. */
  refresh(): Promise<void> {
    if (!this.connected) return Promise.resolve()
    this.#fresh ??= this.#renew()
    return this.#fresh
  }
  async #renew(): Promise<void> {
    await this.get()
    // a hidden slide has no picture
    const captured = this.offsetWidth > 0 && (await this.ask<Heard<'captured'>>('capture', PRINTED))
    if (this.#drawn) URL.revokeObjectURL(this.#drawn.src)
    this.#drawn = captured ? pictureOf(captured) : undefined
    this.#show()
  }
  /** Draws the picture of the state in the attributes, if there is none: for paper. Hidden frames draw such pictures one by one. */
  async draw(): Promise<void> {
    const address = this.#still()
    for (const { src, shows } of this.#pictures()) if (shows && (await isPicture(src))) return
    await draw(address, this.offsetWidth || 960, this.offsetHeight || 600, this.hasAttribute('own'))
    this.#show()
    await this.#image.decode().catch(() => {}) // paper takes what is there
  }
  async get(): Promise<State> {
    const from = this.#asked()
    const { state, readouts } = await this.ask<Heard<'state'>>('get')
    this.#from = from
    this.#state = state
    return { ...state, readouts }
  }
  /** Calls `watcher` with these parameters and readouts as they change; the result ends it. */
  observe(keys: readonly string[], watcher: Watcher): () => void {
    this.#watchers.set(watcher, keys)
    this.#watch()
    return () => {
      this.#watchers.delete(watcher)
      this.#watch()
    }
  }

  // --- frame ---------------------------------------------------------------------------------------------------------

  #find<T extends Element>(selector: string): T {
    return this.#root.querySelector(selector) as T
  }
  #read(name: string): string | null {
    return this.getAttribute(name)
  }
  /** Words that the page has given. */
  #said(): URLSearchParams {
    return wordsOf(this.attributes, this.#read('query'))
  }
  /** Words of the frame's address. Colours that the page has not given are taken from its look. It shows through only if frame and page have one scheme. */
  #address(): URLSearchParams {
    const words = likePage(this.#said(), getComputedStyle(this).color)
    this.#figure.style.colorScheme = words.get('theme') === 'dark' ? 'dark' : 'light'
    return words
  }
  /** Address of a file of the demo. */
  url(path: string, words: URLSearchParams | string = ''): string {
    const src = this.#read('src')
    const url = new URL(path, new URL(src ?? `${this.#read('demo')}/`, src ? this.baseURI : script))
    url.search = String(words).replaceAll('%2C', ',')
    return url.href
  }
  /** The state that attributes ask for. */
  #asked(): string {
    return String(new URLSearchParams(pictureWords(this.#said())))
  }
  /** Address of a frame that draws it. */
  #still(): string {
    return this.url('', stillWords(this.#address()))
  }
  protected async ask<T extends FrameMessage>(type: HostMessage['type'], body?: object): Promise<T> {
    await this.activate()
    return this.#wire!.ask(type, body) as Promise<T>
  }
  #emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`momentarium-${type}`, { detail, bubbles: true, composed: true }))
  }
  #watch(): void {
    this.#wire?.tell('observe', { keys: [...this.#watchers.values()].flat() })
  }
  /** Work without a caller to reject to: its problems become events. */
  #follow(work: Promise<Heard<'ok'>>): void {
    work.then(
      ({ notes = [] }) => {
        for (const note of notes) this.#emit('problem', { ...note, code: 'bad-parameter', fatal: false })
      },
      (error) => this.#emit('problem', { code: 'timeout', ...error, message: error.message, fatal: false }),
    )
  }
  #wake(): void {
    this.#rests = false
    this.activate().catch(() => {})
  }
  async #rest(): Promise<void> {
    if (!this.connected) return
    await this.refresh()
    if (this.#turn.inSight) return
    this.#rests = true
    this.release()
  }

  #load(): void {
    this.#emit('activate', {})
    const address = this.#address()
    this.#words = Object.fromEntries(address)
    const frame = frameAt(this.url('', address), this.hasAttribute('own'))
    frame.title = this.#name()
    this.#frame = frame
    this.#wire = openWire(frame, PATIENCE, (message) => this.#hear(message))
    this.#button.after(frame)
    this.#become('busy')
  }

  #hear(message: FrameMessage): void {
    const { type } = message
    if (type === 'ready') {
      this.#info = message
      this.#frame!.title = this.#name()
      if (this.#state && this.#asked() === this.#from) this.#wire!.tell('restore', { state: this.#state })
      this.#watch()
      this.#turn.told = ''
      live.set(this, this.#turn)
      this.#become('live')
      this.#opened()
      this.#opening = Promise.resolve() // an earlier opening may finish late
    }
    if (type === 'change') Object.assign(this.#params, message.params)
    if (type === 'time') ({ t: this.#t, playing: this.#playing } = message)
    if (type === 'step') this.#stepIndex = message.index
    if (type === 'resize') this.#grow(message)
    if (type === 'values') for (const watcher of this.#watchers.keys()) watcher(message.values)
    if (type === 'problem' && message.fatal) this.#become('failed', message.message)
    if ('key' in message) this.#press(message)
    if (type === 'edge' && message.dir === 'prev') this.#button.focus()
    if (/ready|change|time|step/.test(type)) {
      this.#fresh = undefined
      clearTimeout(this.#settling)
      this.#settling = window.setTimeout(() => this.refresh().catch(() => {}), SETTLED)
    }
    if (!message.re) this.#emit(type, message)
  }

  // --- page ----------------------------------------------------------------------------------------------------------

  #use(where: Wish<'focus'>['where']): void {
    turnTo(this)
    if (this.#trouble) this.release()
    this.activate().then(
      () => {
        this.#frame?.focus()
        this.#wire?.tell('focus', { where })
        elect()
      },
      () => {},
    )
  }

  #changed(names = new Set<string>()): void {
    const before = this.#words
    const now: Readonly<Record<string, string>> = Object.fromEntries(this.#address())
    this.#words = now
    const { step, ...told } = changes(before ?? now, now)
    if (names.has('demo') || names.has('src')) {
      const again = this.#frame
      this.#state = undefined
      this.#drawn = undefined
      this.release()
      if (again) this.#wake()
    } else if (this.#read('live') === 'never') this.release()
    else if (this.#frame) {
      if (step === null) told.step = null
      if (step) this.#follow(this.goto(step)) // values beside it are the page's own, as in an address
      if (Object.keys(told).length > 0) this.#follow(this.set({ words: told }))
    } else if (this.#asked() !== this.#from) this.#drawn = undefined
    if (names.has('poster')) this.#posed = this.#asked()
    this.#show()
    elect()
  }

  /** A key that the demo does not use goes to the page, as if pressed there. Escape has already left the demo. */
  #press({ type, key, code = '', keyCode = 0, shift, alt, ctrl, meta }: Heard<'key' | 'keyup'>): void {
    if (key === 'Escape') this.#button.focus()
    if (key === 'Escape' || key === 'Tab') return // `edge` tells where Tab leads
    const init = { key, code, keyCode, shiftKey: shift, altKey: alt, ctrlKey: ctrl, metaKey: meta }
    const event = type === 'key' ? 'keydown' : type
    this.dispatchEvent(new KeyboardEvent(event, { ...init, bubbles: true, composed: true, cancelable: true }))
  }
  /** Makes the element as high as the frame wants, if that is more than its usual shape. A height given by the page has priority. */
  #grow({ height, ratio = 1 }: Heard<'resize'>): void {
    this.#size.replaceSync(height > this.offsetWidth / ratio + 1 ? `:host{height:${height}px}` : '')
  }
  #become(name: '' | 'busy' | 'live' | 'failed', trouble = words.silent): void {
    this.#figure.className = name
    this.#trouble = name === 'failed' ? trouble : ''
    if (this.#trouble) this.#refused(new Error(trouble))
    this.#show()
    elect()
  }
  #name(): string {
    return this.#read('alt') ?? this.#info?.title ?? this.#read('demo') ?? ''
  }
  /** Pictures that can be shown, in the theme of the page around. */
  #pictures(): Choice[] {
    const asked = this.#asked()
    const poster = this.#read('poster') ?? ''
    const own = poster.length > 1 && asked === this.#posed ? new URL(poster, this.baseURI).href : undefined
    const folder = this.#address().get('theme') === 'dark' ? 'dark/' : ''
    const all = choices(asked, this.#drawn ?? drawn.get(this.#still()), own, (file) => this.url(folder + file))
    return all.filter(({ src }) => !this.#broken.has(src))
  }
  /** Shows words, link, and the best picture that loads. */
  #show(): void {
    const [best] = this.#pictures()
    if (best && best.src !== this.#image.src) this.#image.src = best.src
    const name = this.#name()
    const query = new URLSearchParams(best?.query ?? pictureWords(this.#said()))
    const values = [...query].map((pair) => pair.join(' = ')).join(', ')
    const other = best && !best.shows ? words.other : ''
    const link = this.#find<HTMLAnchorElement>('a')
    this.#link = link.textContent = link.href = this.url(`../../d/${this.#read('demo')}/`, query)
    this.#image.alt = name
    this.#image.loading = this.#read('live') === 'never' ? 'eager' : 'lazy'
    const use = this.#frame && !this.#trouble ? words.use : words.start
    this.#find('span').textContent = use
    this.#button.ariaLabel = `${use}: ${name}`
    this.#find('p').textContent = other
    this.#find('b').textContent = this.#trouble || `${values ? `${name}: ${values}` : name}${other && `. ${other}`}`
  }

  static {
    // A page cannot delay printing. Missing pictures are drawn for the next print; until then the caption names what is shown instead.
    globalThis.addEventListener?.('beforeprint', () => {
      for (const demo of document.querySelectorAll('momentarium-demo')) (demo as MomentariumDemo).draw().catch(() => {})
    })
  }
}

for (const { prototype } of [Remote, MomentariumDemo]) makeAssignable(prototype)

/** Makes sure that the element fits `types.ts`; its members that are also words can be assigned. */
type Own = {
  [K in keyof MomentariumElement as K extends keyof HTMLElement | 'play' | 'step' | 't' ? never : K]: MomentariumElement[K]
}
MomentariumDemo satisfies new () => Own

if (!globalThis.customElements?.get('momentarium-demo')) globalThis.customElements?.define('momentarium-demo', MomentariumDemo)
