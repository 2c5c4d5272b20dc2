// Pictures of what is on screen: the views as one SVG with letters as letters, and that SVG as pixels.
import { type Block, blocksOf } from './blocks'
import { usedFonts } from './fonts'

const XLINK = 'http://www.w3.org/1999/xlink'
const SVG = 'http://www.w3.org/2000/svg'
const LARGEST = 8192 // px a side
/** CSS properties of marks and letters, written into the copies because a picture has no style sheet. */
const STYLES =
  'fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity paint-order visibility font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing'.split(
    ' ',
  )
const LINE = 1.35 // of the caption, times its letters
const LETTERS = 12 // px, of the caption
const REDRAWN = 60 // ms between two drawings of a picture whose letters may be missing
const LETTERS_LATE = 600 // ms

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

export interface PictureLook {
  /** Colour of the ground; null: transparent. */
  paper: string | null
  /** Lines under the picture. */
  caption?: readonly string[]
  /** Colour of the caption. */
  ink?: string
}

const PATIENCE = 20_000 // ms for a stage to be loaded
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Resolves when every 3D stage is there and has drawn what is to be seen; after a while in any case. */
export async function stagesDrawn(): Promise<void> {
  if (document.querySelector('.stage-3d, [data-coming]') === null) return
  const until = performance.now() + PATIENCE
  while (document.querySelector('.stage-3d:not([data-drawn]), [data-coming]') !== null && performance.now() < until) await frame()
  await frame()
  await frame()
}

export interface PicturePlace {
  /** What is drawn: views, their titles, and the words of an open stop if they are in it. */
  outer: Element
  /** The part of the window that the picture shows. */
  box: { x: number; y: number; width: number; height: number }
}

/** Names of the views that the picture does not show, or not whole: there is no room for them. */
export const viewsLeftOut = ({ outer, box }: PicturePlace): string[] =>
  [...outer.querySelectorAll<HTMLElement>('.stage .view')].flatMap((view) => {
    const { width, height, bottom } = view.getBoundingClientRect()
    return width === 0 || height === 0 || bottom > box.y + box.height + 1 ? (view.dataset.view ?? []) : []
  })

/** What is drawn there as one picture in CSS pixels. */
export function svgOf({ outer, box }: PicturePlace, { paper, caption = [], ink = '' }: PictureLook): SVGSVGElement {
  const picture = document.createElementNS(SVG, 'svg')
  const put = (name: string, attributes: Readonly<Record<string, string | number>>, made?: Element): Element => {
    const node = made ?? document.createElementNS(SVG, name)
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
    picture.append(node)
    return node
  }
  const place = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x - box.x, y: y - box.y, width, height }
  }
  const lines = caption.flatMap((line) => wrapped(line, box.width))
  const height = box.height + (lines.length > 0 ? (lines.length + 1) * LETTERS * LINE : 0)
  picture.setAttribute('viewBox', `0 0 ${box.width} ${height}`)
  if (paper !== null) put('rect', { x: 0, y: 0, width: box.width, height, fill: paper })
  for (const element of outer.querySelectorAll('figcaption strong, canvas:not([hidden]), .plot > svg, .plot svg.over-3d')) {
    const { width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0) continue // folded away
    if (element instanceof HTMLCanvasElement) {
      if (element.width > 0 && element.height > 0)
        put('image', { ...place(element), href: pixelsOf(element), preserveAspectRatio: 'none' })
    } else if (element instanceof SVGSVGElement) put('svg', { ...place(element), overflow: 'visible' }, styledCopy(element))
    else {
      const styles = getComputedStyle(element)
      const style = `fill:${styles.color};font:${styles.fontWeight} ${styles.fontSize} ${styles.fontFamily};dominant-baseline:hanging`
      put('text', { ...place(element), style }).textContent = element.textContent
    }
  }
  for (const block of blocksOf(outer)) put('foreignObject', place(block.element), htmlIn(block))
  for (const [index, line] of lines.entries()) {
    const style = `fill:${ink};font:400 ${LETTERS}px ${sans()}`
    put('text', { x: 8, y: box.height + (index + 1.2) * LETTERS * LINE, style }).textContent = line
  }
  for (const image of picture.querySelectorAll('image')) {
    image.setAttributeNS(XLINK, 'xlink:href', image.getAttribute('href') ?? '') // Inkscape before 1.3 reads no other
    image.removeAttribute('href')
  }
  return picture
}

const sans = () => getComputedStyle(document.documentElement).getPropertyValue('--sans') || 'sans-serif'

function htmlIn({ html }: Block): Element {
  const node = document.createElementNS(SVG, 'foreignObject')
  node.append(html)
  return node
}

/** A line of the caption broken into as many as its width needs. */
function wrapped(text: string, width: number): string[] {
  const ctx = document.createElement('canvas').getContext('2d')
  if (ctx === null) return [text]
  ctx.font = `400 ${LETTERS}px ${sans()}`
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && ctx.measureText(longer).width <= 0.9 * width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

export const textOf = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg)

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  return image
}

let known = '' // fonts that the browser has read for pictures
/**
 * A browser reads the fonts of a picture after it has drawn it for the first time, without letters. So the first picture with these fonts is drawn again until
 * it changes, and once more; if it does not change in a while its letters were there. Later pictures have them at once.
 */
async function untilLettersAreThere(ctx: CanvasRenderingContext2D, draw: () => void): Promise<void> {
  const { width, height } = ctx.canvas
  const look = () => ctx.getImageData(0, 0, width, height).data
  const wait = () => new Promise((resolve) => setTimeout(resolve, REDRAWN))
  const first = look()
  const isFirst = () => {
    const now = look()
    return first.every((part, at) => part === now[at])
  }
  for (const until = performance.now() + LETTERS_LATE; isFirst() && performance.now() < until; draw()) await wait()
  await wait()
  draw()
}

/** Paints the SVG over all of `ctx`, with the page's own letters: a picture has no fonts but those that it brings. */
export async function paint(svg: SVGSVGElement, ctx: CanvasRenderingContext2D): Promise<void> {
  const { width, height } = ctx.canvas
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const style = document.createElementNS(SVG, 'style')
  style.textContent = await usedFonts()
  copy.prepend(style)
  const image = await imageOf(textOf(copy))
  const draw = () => {
    ctx.clearRect(0, 0, width, height)
    ctx.drawImage(image, 0, 0, width, height)
  }
  draw()
  if (style.textContent === known) return
  await untilLettersAreThere(ctx, draw)
  known = style.textContent
}

export function canvasOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const ctx = canvas.getContext('2d', { willReadFrequently: true })
  if (ctx === null) throw new Error('This browser could not make the picture.')
  return ctx
}

export async function rasterOf(svg: SVGSVGElement, width: number, height: number, mime: string): Promise<ArrayBuffer> {
  const ctx = canvasOf(width, height)
  await paint(svg, ctx)
  const blob = await new Promise<Blob | null>((resolve) => ctx.canvas.toBlob(resolve, mime, 0.9))
  if (blob === null) throw new Error('This browser could not make the picture.')
  return blob.arrayBuffer()
}

interface SizeWish {
  width?: number | undefined
  height?: number | undefined
  dpr?: number | undefined
}
/** Size in pixels: as asked, with the other side in proportion; default as on screen. */
export function sizeOf(box: { width: number; height: number }, { width, height, dpr = 1 }: SizeWish): [number, number] {
  const scale = width !== undefined ? width / box.width : height !== undefined ? height / box.height : 1
  const fits = Math.min(scale * dpr, LARGEST / box.width, LARGEST / box.height)
  return [Math.max(1, Math.round(box.width * fits)), Math.max(1, Math.round(box.height * fits))]
}
/** Width and height of an SVG that `svgOf` made. */
export function boxOf(svg: SVGSVGElement): { width: number; height: number } {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number)
  return { width, height }
}
