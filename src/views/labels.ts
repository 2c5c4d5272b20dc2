// The label layer. After a picture is drawn, each of its words is put where it can be read: inside, off handles, off other words, off curves of
// another colour, and as near as possible to where the view wants it. A word without a place is left out, never cut.

/** px, y downwards. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}
/** A word as the view wants it. */
export interface Word {
  box: Box
  anchor: 'start' | 'middle' | 'end'
  color: string
  /** The allowed area: the inside of the plot, or all of the picture. */
  frame: Box
  /** Words of a higher rank are placed first. */
  rank: number
}
/** A line through points, x and y in turn, px; NaN leaves a gap. */
export interface Line {
  color: string
  points: readonly number[]
}
export type Shift = readonly [dx: number, dy: number]

const GAP = 22 // px between a word on one side of its point and the same word on the other side
const ROOM = 1 // px kept free around a word
/** What it costs to cover … */
const [ON_WORD, ON_HANDLE, ON_CURVE] = [100, 60, 9]
const MOST_CURVES = 3 // crossings that count
const TOO_MUCH = 100 // a word that costs this much is left out

const moved = ({ left, right, top, bottom }: Box, [dx, dy]: Shift): Box => ({
  left: left + dx,
  right: right + dx,
  top: top + dy,
  bottom: bottom + dy,
})
const covers = (a: Box, b: Box) =>
  a.left < b.right - ROOM && b.left < a.right - ROOM && a.top < b.bottom - ROOM && b.top < a.bottom - ROOM

/** The shift that brings a box into the frame. */
function intoFrame(box: Box, frame: Box): Shift {
  const along = (low: number, high: number, from: number, to: number) =>
    low < from ? from - low : high > to ? Math.max(to - high, from - low) : 0
  return [along(box.left, box.right, frame.left, frame.right), along(box.top, box.bottom, frame.top, frame.bottom)]
}

/** Whether a line passes through a box. */
export function crosses({ points }: Line, { left, right, top, bottom }: Box): boolean {
  for (let k = 2; k + 1 < points.length; k += 2) {
    const [x1, y1, x2, y2] = [points[k - 2]!, points[k - 1]!, points[k]!, points[k + 1]!]
    if (!(Math.max(x1, x2) >= left && Math.min(x1, x2) <= right && Math.max(y1, y2) >= top && Math.min(y1, y2) <= bottom))
      continue
    // Corners on both sides of the line: it passes through.
    const side = (x: number, y: number) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
    const sides = [side(left, top), side(right, top), side(left, bottom), side(right, bottom)]
    if (Math.max(...sides) >= 0 && Math.min(...sides) <= 0) return true
  }
  return false
}

/** Places for a word, nearest first: lines up and down on its own side, then on the other side of its point. */
function ways({ box, anchor }: Word): Shift[] {
  const line = box.bottom - box.top
  const ups = [0, -1, 1, -2, 2, -3, 3].map((lines) => lines * line)
  const over = box.right - box.left + GAP
  const sides = anchor === 'start' ? [0, -over] : anchor === 'end' ? [0, over] : [0]
  return sides.flatMap((dx) => ups.map((dy): Shift => [dx, dy]))
}

/** The shift of each word from where its view wants it; null: left out. `taken`: handles, and words that do not move. */
export function arrange(words: readonly Word[], taken: readonly Box[], lines: readonly Line[]): (Shift | null)[] {
  const shifts: (Shift | null)[] = words.map(() => null)
  const put: Box[] = []
  const order = [...words.keys()].sort((a, b) => words[b]!.rank - words[a]!.rank || a - b)
  for (const index of order) {
    const word = words[index] as Word
    let [best, least]: [Shift | null, number] = [null, TOO_MUCH]
    for (const way of ways(word)) {
      const wanted = moved(word.box, way)
      const inside = intoFrame(wanted, word.frame)
      const shift: Shift = [way[0] + inside[0], way[1] + inside[1]]
      const box = moved(word.box, shift)
      if (box.right - word.frame.right > ROOM || box.bottom - word.frame.bottom > ROOM) continue // larger than the frame
      const distance = Math.abs(shift[0]) / 40 + Math.abs(shift[1]) / 12
      if (distance >= least) continue
      const onWords = put.filter((other) => covers(box, other)).length
      const onHandles = taken.filter((other) => covers(box, other)).length
      let cost = distance + ON_WORD * onWords + ON_HANDLE * onHandles
      if (cost >= least) continue
      const crossed = lines.filter((line) => line.color !== word.color && crosses(line, box)).length
      cost += ON_CURVE * Math.min(crossed, MOST_CURVES)
      if (cost < least) [best, least] = [shift, cost]
    }
    shifts[index] = best
    if (best !== null) put.push(moved(word.box, best))
  }
  return shifts
}

const [LETTER, ABOVE, BELOW] = [7, 10, 4] // px, approximately, for text of its usual size

/** The approximate box of a text whose baseline begins (or ends) at `x`, `y`. */
export function boxOfText(text: string, x: number, y: number, anchor: 'start' | 'end', size: number): Box {
  const width = LETTER * size * text.length
  const left = anchor === 'start' ? x : x - width
  return { left, right: left + width, top: y - ABOVE * size, bottom: y + BELOW * size }
}

// --- in the page ---------------------------------------------------------------------------------------------------------

const RANKS: readonly [className: string, rank: number][] = [
  ['invite', 4],
  ['bold', 3],
  ['italic', 0],
  ['small', 1],
]
const USUAL = 16 // px: letters of a page whose reader has not changed the size
const RING = 11 // px: radius of a handle's ring

const widths = new Map<string, number>() // by text, kind and size: measuring costs the page a layout
globalThis.document?.fonts?.addEventListener?.('loadingdone', () => widths.clear())

function widthOf(text: SVGTextElement, size: number): number {
  const key = `${size}|${text.getAttribute('class')}|${text.textContent}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const width = text.getComputedTextLength()
  if (widths.size > 2000) widths.clear()
  widths.set(key, width)
  return width
}

const kept = new WeakMap<Element, { data: string; points: number[] }>()
/** Points of a path of straight lines; a gap precedes each stroke. */
function pointsOf(path: Element): number[] {
  const data = path.getAttribute('d') ?? ''
  const known = kept.get(path)
  if (known?.data === data) return known.points
  const points: number[] = []
  for (const [, kind, x, y] of data.matchAll(/([ML])(-?[\d.]+) (-?[\d.]+)/g)) {
    if (kind === 'M' && points.length > 0) points.push(Number.NaN, Number.NaN)
    points.push(Number(x), Number(y))
  }
  kept.set(path, { data, points })
  return points
}

const number = (element: Element, name: string) => Number(element.getAttribute(name) ?? 0)

/**
 * Puts the words of a picture in their places, by `dx` and `dy` of their elements. `inside`: of the plot, to which drawings are clipped. Words are
 * `text[data-word]`; other texts of the picture stay where they are, and words avoid them.
 */
export function placeWords(svg: SVGSVGElement, inside: Box): void {
  const texts = [...svg.querySelectorAll<SVGTextElement>('text.mark-label')]
  if (texts.length === 0) return
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL
  const all: Box = { left: 0, top: 0, right: number(svg, 'width'), bottom: number(svg, 'height') }
  const taken: Box[] = [...svg.querySelectorAll('.handle:not(.quiet) .ring')].map((ring) => {
    const [x, y] = [number(ring, 'cx'), number(ring, 'cy')]
    return { left: x - RING, right: x + RING, top: y - RING, bottom: y + RING }
  })
  const movable: SVGTextElement[] = []
  const words: Word[] = []
  for (const text of texts) {
    const [x, y] = [number(text, 'x'), number(text, 'y')]
    const width = widthOf(text, scale)
    const anchor = (text.getAttribute('text-anchor') ?? 'start') as Word['anchor']
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
    const size = text.classList.contains('small') ? 0.92 * scale : scale
    const box = { left, right: left + width, top: y - ABOVE * size, bottom: y + BELOW * size }
    if (text.dataset.word === undefined) taken.push(box)
    else {
      movable.push(text)
      const rank = RANKS.find(([name]) => text.classList.contains(name))?.[1] ?? 2
      const isClipped = text.closest('[clip-path]') !== null
      words.push({ box, anchor, rank, color: text.getAttribute('fill') ?? '', frame: isClipped ? inside : all })
    }
  }
  const lines = [...svg.querySelectorAll('path[data-curve]')].map((path) => ({
    color: path.getAttribute('stroke') ?? '',
    points: pointsOf(path),
  }))
  for (const [index, shift] of arrange(words, taken, lines).entries()) {
    const text = movable[index] as SVGTextElement
    const [dx, dy] = shift ?? [0, 0]
    set(text, 'dx', dx === 0 ? null : dx.toFixed(1))
    set(text, 'dy', dy === 0 ? null : dy.toFixed(1))
    set(text, 'visibility', shift === null ? 'hidden' : null)
  }
}

function set(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
