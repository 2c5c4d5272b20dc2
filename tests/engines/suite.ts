// What a visitor does with every demo, on its page, in a frame and in its file on a disk, in each engine.
import { readFileSync } from 'node:fs'
import { max } from 'd3'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type AnyDemo, conditionsOf, defaultsOf, type Params, type Run } from '@/contract'
import { runHeadless } from '@/engine/headless'
import type MomentariumDemo from '@/host/element'
import { loadDemo } from '@/registry/demos'
import { serveFiles } from '../../scripts/lib/files.mjs'
import { demosToTest } from '../support/demos'
import { patiently, type Tab } from '../support/engines'
import { onDisk, requestsMade } from '../support/fromDisk'
import { admitted, STRANGERS } from '../support/strangers'

/** Of a readout's largest value: sines and logarithms of engines differ in their last bit. */
const SAME = 1e-9

type Place = [x: number, y: number]
/** Pulls in px, across and up. */
const PULLS: readonly Place[] = [
  [31, 23],
  [140, 0],
  [-140, 0],
]

const eventually = <T>(get: () => T | Promise<T>) => expect.poll(get, { timeout: 60_000, interval: 50 })

/** In the page: the middle of the first element that fits and is not covered, once it has stopped moving; null if there is none. */
async function middleOf(selector: string): Promise<[number, number] | null> {
  const rest = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  let before = ''
  for (let look = 0; look < 100; look++, await rest()) {
    for (const element of document.querySelectorAll(selector)) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = element.getBoundingClientRect()
      const [left, top] = [x + width / 2, y + height / 2]
      if (!(element.closest('[data-handle]') ?? element).contains(document.elementFromPoint(left, top))) continue
      const now = `${left} ${top} ${scrollY} ${document.body.scrollHeight}`
      if (now === before) return [left, top]
      before = now
      break
    }
  }
  return null
}
const stepShown = () => Number(document.querySelector<HTMLInputElement>('.scrubber input')?.value)
const shareShown = () => {
  const { value, max } = document.querySelector('.scrubber input') as HTMLInputElement
  return Number(value) / Number(max)
}
const isReady = () => document.documentElement.dataset.ready ?? null
const handles = () => [...document.querySelectorAll('[data-handle]')].map((one) => one.outerHTML).join()

/** In the page: empty views. A 3D stage shows more than a few colours, a plot has marks. */
function emptyViews(): (string | undefined)[] {
  const colours = (canvas: HTMLCanvasElement) => {
    const copy = Object.assign(document.createElement('canvas'), { width: 96, height: 96 }).getContext('2d')
    canvas.dispatchEvent(new Event('capture')) // pixels of WebGL do not outlive a frame
    copy?.drawImage(canvas, 0, 0, 96, 96)
    return new Set(new Uint32Array(copy?.getImageData(0, 0, 96, 96).data.buffer ?? [])).size
  }
  const isEmpty = (view: HTMLElement) => {
    if (!view.querySelector('.stage-3d')) return !view.querySelector('.plot :is(path, circle, line, rect, canvas)')
    const canvas = view.querySelector<HTMLCanvasElement>('.canvas-3d canvas:not([hidden])')
    return canvas === null || colours(canvas) < 8
  }
  const views = [...document.querySelectorAll<HTMLElement>('.stage .view')]
  return views.length === 0 ? ['all'] : views.filter(isEmpty).map(({ dataset }) => dataset.view)
}

/** In the page: select boxes that the engine draws in its own way, out of keeping with the page. */
const nativeBoxes = () =>
  [...document.querySelectorAll('select')]
    .filter((one) => getComputedStyle(one).appearance !== 'none')
    .map((one) => one.outerHTML)

// In a page that holds a frame.
type Act = 'connected' | 'playing' | 'play' | 'pause' | 'csv' | 'corner' | Params
async function inHost(act: Act): Promise<unknown> {
  const demo = document.querySelector('momentarium-demo') as MomentariumDemo
  if (act === 'connected' || act === 'playing') return demo[act]
  if (act === 'csv') return (await demo.capture({ format: 'csv' })).text()
  if (typeof act === 'object') return void (await demo.set({ params: act as never }))
  if (act === 'play') await demo.seek(0)
  if (act === 'play' || act === 'pause') await demo[act]()
  const { x, y } = demo.shadowRoot?.querySelector('iframe')?.getBoundingClientRect() ?? { x: 0, y: 0 }
  return [x, y]
}

/** Differences between the last line of a table of numbers and a run of this engine, which is Chromium's too. */
function differences(demo: AnyDemo, { last, series }: Run<Params, unknown, string>, csv: string): string[] {
  const [step, ...values] = csv.slice(csv.lastIndexOf('\n') + 1).split(',')
  const found = Number(step) === last ? [] : [`ends at step ${step}, not ${last}`]
  const shown = Object.entries(demo.readouts).filter(([, { hidden }]) => !hidden)
  for (const [k, [name]] of shown.entries()) {
    const numbers = series[name] ?? new Float64Array()
    const [expected, given] = [numbers[last], values[k] === '' ? Number.NaN : Number(values[k])]
    const isSame = Object.is(given, expected) || Math.abs(given - (expected ?? 0)) <= SAME * (max(numbers, Math.abs) ?? 0)
    if (!isSame) found.push(`${name} is ${given}, not ${expected}`)
  }
  return found
}

/** Text to type for each formula that a demo asks for, and the parameters that show its field. */
async function formulasOf(slug: string) {
  const { params } = await loadDemo(slug)
  return Object.entries(params).flatMap(([name, spec]) => {
    if (spec.kind !== 'formula') return []
    const text = spec.variables.map((x) => `${x}^4/9 + sin(${x})`).join(' + ')
    return [{ slug, name, text, given: { ...conditionsOf(spec)[0], [name]: text } as Params }]
  })
}

export async function everyDemoIn(open: () => Promise<Tab>): Promise<void> {
  const formulas = (await Promise.all(demosToTest().map(formulasOf))).flat()
  let tab: Tab
  let host: Awaited<ReturnType<typeof serveFiles>>
  beforeAll(async () => {
    const page = (slug: string) =>
      `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="${inject('url')}/embed/v1.js"></script><momentarium-demo demo="${slug}" play="0" style="display:block;width:1000px;height:640px"></momentarium-demo>`
    const pages = Object.fromEntries(demosToTest().map((slug) => [`/${slug}`, page(slug)]))
    host = await serveFiles({ ...STRANGERS, ...pages })
    tab = await patiently(open)
  })
  afterAll(async () => {
    await tab?.close()
    await host?.close()
  })

  const see = <T>(look: () => T) => tab.call(look, null)
  async function middle(selector: string, where: 'page' | 'frame' = 'page') {
    const place = await tab.call(middleOf, selector, where)
    if (place === null) throw new Error(`No ${selector} lies open and at rest.`)
    return place
  }
  const click = async (selector: string) => tab.drag(await middle(selector))
  const press = (label: string) => click(`button[aria-label="${label}"]`)

  /** Pulls a handle until it has moved; `corner`: of the frame that it is in. Some have a few places, far apart. */
  async function dragged(where: 'page' | 'frame', [left, top] = [0, 0] as Place): Promise<void> {
    for (const [across, up] of PULLS) {
      const [x, y] = await middle('[data-handle] .reach', where)
      const before = await tab.call(handles, null, where)
      const at = (share: number): Place => [left + x + share * across, top + y - share * up]
      await tab.drag(at(0), at(0.35), at(1))
      for (let tries = 0; tries < 60; tries++) {
        if ((await tab.call(handles, null, where)) !== before) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    throw new Error('No handle follows the hand.')
  }

  /** Plays, steps and scrubs; a page whose pictures have no time, as that of pointing at patches, has nothing to play. */
  async function plays(): Promise<void> {
    await press('To the start')
    await eventually(() => see(stepShown)).toBe(0)
    await press('Play')
    await eventually(() => see(stepShown)).toBeGreaterThan(0)
    await see(() => document.querySelector<HTMLElement>('button[aria-label=Pause]')?.click()) // none if it has come to the end
    await eventually(() => see(() => document.querySelector('button[aria-label=Play]') !== null)).toBe(true)
    await press('To the start')
    for (const [label, step] of [
      ['One step forward', 1],
      ['One step forward', 2],
      ['One step back', 1],
    ] as const) {
      await press(label)
      await eventually(() => see(stepShown)).toBe(step)
    }

    await press('To the start')
    const [x, y] = await middle('.scrubber input')
    await tab.drag([x - 60, y], [x, y], [x + 40, y])
    await eventually(() => see(shareShown)).toBeGreaterThan(0.5)
  }

  const ask = (act: Act) => tab.call(inHost, act)
  async function endsAs(demo: AnyDemo, params: Params = {}): Promise<void> {
    const run = await runHeadless(demo, params)
    await eventually(async () => differences(demo, run, (await ask('csv')) as string)).toEqual([])
  }

  describe.each(demosToTest())('%s', (slug) => {
    it('plays, steps, scrubs, is dragged and shows every tab on its page', async () => {
      await tab.goto(`${inject('url')}/d/${slug}/`)
      await eventually(() => see(isReady)).toBe(slug)
      const { model, params } = await loadDemo(slug)
      if (model.steps(defaultsOf(params)) > 1) await plays()

      await dragged('page')

      expect(await see(nativeBoxes)).toEqual([])
      await eventually(() => see(emptyViews)).toEqual([])
      const tabs = await see(() => document.querySelectorAll('.tabs label').length)
      for (let k = 1; k <= tabs; k++) {
        const label = `.tabs label:nth-of-type(${k})`
        await click(label)
        await eventually(() => tab.call((one) => document.querySelector(`${one} :checked`) !== null, label)).toBe(true)
        await eventually(() => see(emptyViews)).toEqual([])
      }
      expect(await tab.problems()).toEqual([])
    })

    it('ends in a frame with the numbers of Chromium’s engine, and plays and is dragged there', async () => {
      await tab.goto(`${host.url}/${slug}`)
      await eventually(() => ask('connected')).toBe(true)
      await endsAs(await loadDemo(slug))

      await ask('play')
      await eventually(() => ask('playing')).toBe(true)
      await ask('pause')
      await eventually(() => ask('playing')).toBe(false)
      await dragged('frame', (await ask('corner')) as [number, number])
      expect(await tab.problems()).toEqual([])
    })
  })

  it.each(demosToTest())('%s: runs from a disk as one file, alone and in a frame, and asks for nothing', async (slug) => {
    const { alone, framed } = onDisk(slug, readFileSync(`dist/offline/${slug}.html`))
    await tab.goto(alone)
    await eventually(() => see(isReady)).toBe(slug)
    await eventually(() => see(emptyViews)).toEqual([])
    await dragged('page')
    expect([...(await see(requestsMade)), ...(await tab.problems())]).toEqual([])
    await tab.goto(framed)
    await eventually(() => see(() => document.title)).toBe(`ready ${slug}`)
    expect([...(await tab.call(requestsMade, null, 'frame')), ...(await tab.problems())]).toEqual([])
  })

  it.each(formulas)('takes a formula of the visitor: $slug, $name', async ({ slug, name, text, given }) => {
    const { [name]: _, ...others } = given
    await tab.goto(`${inject('url')}/d/${slug}/?${new URLSearchParams(others as Record<string, string>)}`)
    await eventually(() => see(isReady)).toBe(slug)
    const field = `[data-control=${name}] input`
    await eventually(() => tab.call((one) => document.querySelector(one) !== null, field)).toBe(true)
    await click(field)
    await tab.call((one) => document.querySelector<HTMLInputElement>(one)?.select(), field)
    await tab.type(text)
    await eventually(() => tab.call((key) => new URL(location.href).searchParams.get(key), name)).toBe(text)
    await eventually(() => see(() => document.querySelector('.gradient .katex')?.textContent ?? '')).toContain('cos')
    await eventually(() => see(emptyViews)).toEqual([])
    expect(await tab.problems()).toEqual([])

    await tab.goto(`${host.url}/${slug}`)
    await eventually(() => ask('connected')).toBe(true)
    await ask(given)
    await endsAs(await loadDemo(slug), given)
  })

  it.each(demosToTest().filter((slug) => slug === 'heavy-ball'))('compares two states of %s', async (slug) => {
    await tab.goto(`${inject('url')}/d/${slug}/?b=1`)
    await eventually(() => see(() => document.querySelectorAll('.side .plot').length)).toBe(2)
    await eventually(() => see(emptyViews)).toEqual([])
    const [x, y] = await middle('[data-side=B] [data-handle] .reach')
    await tab.drag([x, y], [x + 20, y + 10], [x + 50, y + 30])
    await eventually(() => see(() => location.search)).toMatch(/[?&]b\.start=/)
    await eventually(() => see(() => document.querySelector('[data-side=B] h3')?.textContent ?? '')).toContain('start')
    expect(await tab.problems()).toEqual([])
  })

  it('lets nothing in from elsewhere, in a page and in a frame', async () => {
    await tab.goto(`${host.url}/plain`)
    expect(await tab.call(admitted, host.url)).toEqual(['script', 'style', 'image', 'inline'])
    const [slug] = demosToTest()
    await tab.goto(`${inject('url')}/d/${slug}/`)
    expect(await tab.call(admitted, host.url)).toEqual([])
    await tab.goto(`${host.url}/${slug}`)
    await eventually(() => tab.call(inHost, 'connected')).toBe(true)
    expect(await tab.call(admitted, host.url, 'frame')).toEqual([])
  })
}
