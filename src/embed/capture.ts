// Pictures and data of what is on screen: the views as one SVG, that SVG as pixels, series as CSV, the state as JSON.

import type { AnyDemo } from '@/contract'
import { type RunPicture, Timeline, turn } from '@/engine'
import { writePlace } from '@/session/address'
import type { Session } from '@/session/session'
import { THEMES } from '@/views'
import type { HostMessage } from './protocol'
import { stateOf } from './values'

export type CaptureWish = Omit<Extract<HostMessage, { type: 'capture' }>, 'm' | 'type'>
export interface Captured {
  mime: string
  name: string
  data: ArrayBuffer
  /** The state that it shows, as a query of the demo's own page. */
  query?: string
}
/** `tell` reports the share that is done. */
export type Capture = (wish: CaptureWish, tell: (done: number) => void) => Promise<Captured>

/** Formats that this version makes. */
export const FORMATS = ['png', 'webp', 'svg', 'csv', 'json'] as const
const SVG = 'http://www.w3.org/2000/svg'
const LARGEST = 8192 // px a side
const SLICE = 8 // ms of computing before others get a turn
/** CSS properties of marks and letters, written into the copies because a picture has no style sheet. */
const STYLES =
  'fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity paint-order visibility font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing'.split(
    ' ',
  )

/** A canvas as a picture. A 3D canvas redraws on the event, because its pixels do not outlive a frame. */
function pixelsOf(canvas: HTMLCanvasElement): string {
  canvas.dispatchEvent(new Event('capture'))
  return canvas.toDataURL('image/png')
}

function styledCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const copies = copy.querySelectorAll('*')
  for (const [index, original] of svg.querySelectorAll('*').entries()) {
    const styles = getComputedStyle(original)
    copies[index]?.setAttribute('style', STYLES.map((name) => `${name}:${styles.getPropertyValue(name)}`).join(';'))
  }
  for (const handle of copy.querySelectorAll('.handle')) handle.remove()
  return copy
}

/** The views of `stage` as one picture; units are CSS pixels. */
export function svgOf(stage: Element, paper: string | null): SVGSVGElement {
  const outer = stage.getBoundingClientRect()
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('viewBox', `0 0 ${outer.width} ${outer.height}`)
  const put = (element: Element, name: string, more: Readonly<Record<string, string | number>>, made?: Element) => {
    const box = element.getBoundingClientRect()
    const node = made ?? document.createElementNS(SVG, name)
    const place = { x: box.x - outer.x, y: box.y - outer.y, width: box.width, height: box.height }
    for (const [key, value] of Object.entries({ ...place, ...more })) node.setAttribute(key, String(value))
    picture.append(node)
    return node
  }
  if (paper !== null) put(stage, 'rect', { fill: paper })
  for (const element of stage.querySelectorAll('figcaption strong, canvas:not([hidden]), .plot > svg, .plot svg.over-3d')) {
    if (element instanceof HTMLCanvasElement) {
      if (element.width > 0 && element.height > 0) put(element, 'image', { href: pixelsOf(element), preserveAspectRatio: 'none' })
    } else if (element instanceof SVGSVGElement) put(element, 'svg', { overflow: 'visible' }, styledCopy(element))
    else {
      const styles = getComputedStyle(element)
      const style = `fill:${styles.color};font:${styles.fontWeight} ${styles.fontSize} ${styles.fontFamily};dominant-baseline:hanging`
      put(element, 'text', { style }).textContent = element.textContent
    }
  }
  return picture
}

async function rasterOf(svg: SVGSVGElement, width: number, height: number, mime: string): Promise<ArrayBuffer> {
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime, 0.9))
  if (blob === null) throw new Error('This browser could not make the picture.')
  return blob.arrayBuffer()
}

/** Size in pixels: as asked, with the other side in proportion; default as on screen. */
export function sizeOf(box: { width: number; height: number }, { width, height, dpr = 1 }: CaptureWish): [number, number] {
  const scale = width !== undefined ? width / box.width : height !== undefined ? height / box.height : 1
  const fits = Math.min(scale * dpr, LARGEST / box.width, LARGEST / box.height)
  return [Math.max(1, Math.round(box.width * fits)), Math.max(1, Math.round(box.height * fits))]
}

/** The whole run of the current parameters: the one on screen, or computed now. */
async function wholeRun({ demo, store }: Session, tell: (done: number) => void): Promise<Pick<RunPicture, 'series' | 'last'>> {
  const { picture, params } = store.getState()
  if (picture !== null && picture.params === params && (picture.ended !== null || picture.last >= picture.steps)) return picture
  const timeline = new Timeline(demo, params)
  while (!timeline.done) {
    timeline.extend(timeline.steps, performance.now() + SLICE)
    tell(timeline.last / timeline.steps)
    await turn()
  }
  return timeline
}

/** One line a step: readouts with their units; null values are empty. */
export function csvOf({ readouts }: AnyDemo, { series, last }: Pick<RunPicture, 'series' | 'last'>): string {
  const shown = Object.entries(readouts).filter(([, { hidden }]) => !hidden)
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const head = ['step', ...shown.map(([, { label, unit }]) => (unit ? `${label} (${unit})` : label))].map(quoted)
  const rows = Array.from({ length: last + 1 }, (_, step) =>
    [step, ...shown.map(([key]) => series[key]?.[step])].map((v) => (v === undefined || Number.isNaN(v) ? '' : v)),
  )
  return [head, ...rows].map((row) => row.join(',')).join('\n')
}

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer

export async function capture(session: Session, wish: CaptureWish, tell: (done: number) => void): Promise<Captured> {
  const { demo, store } = session
  const { format, theme, transparent = false } = wish
  const name = `${demo.meta.slug}.${format}`
  if (format === 'csv') return { mime: 'text/csv', name, data: bytesOf(csvOf(demo, await wholeRun(session, tell))) }
  if (format === 'json') return { mime: 'application/json', name, data: bytesOf(JSON.stringify(stateOf(demo, store.getState()))) }
  await session.catchUp()
  session.turns.finish()
  await Promise.resolve() // until it is drawn
  const stage = document.querySelector('.stage')
  if (stage === null) throw new Error('There is no picture yet.')
  if (stage.clientWidth === 0 || stage.clientHeight === 0) throw new Error('The frame has no size, so there is no picture.')
  const shown = document.documentElement.dataset.theme as keyof typeof THEMES
  if (theme !== undefined && theme !== 'auto' && theme !== shown) throw new Error('A picture has the theme that is shown.')
  const query = writePlace(demo, store.getState())
  const svg = svgOf(stage, transparent ? null : THEMES[shown].paper)
  if (format === 'svg') return { mime: 'image/svg+xml', name, query, data: bytesOf(new XMLSerializer().serializeToString(svg)) }
  const mime = `image/${format}`
  return { mime, name, query, data: await rasterOf(svg, ...sizeOf(stage.getBoundingClientRect(), wish), mime) }
}
