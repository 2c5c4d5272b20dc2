// A lecture: states of demos and pages of text, in order. What is kept, saved as a file and put into links is this and nothing else.
import * as z from 'zod/mini'

/** One picture of the lecture: a demo's state as its address says it, or a page of text. Texts are Markdown with TeX between dollars. */
export interface Slide {
  /** Stands for the slide as long as it is edited; files and links do not have it. */
  readonly id: string
  /** Slug; without it the slide is a page of text. */
  readonly demo?: string | undefined
  /** The demo's part of the address, without question mark. */
  readonly query: string
  readonly title: string
  readonly text: string
  /** For the speaker alone. */
  readonly notes: string
}
export interface Lecture {
  readonly title: string
  readonly slides: readonly Slide[]
}

export type LectureNote =
  | { why: 'unreadable' }
  | { why: 'newer'; version: number }
  | { why: 'cut'; kept: number }
  | { why: 'dropped'; places: readonly number[] }

const NAME = 'lecture'
const VERSION = 1
export const MOST_SLIDES = 1000
const LONGEST = 20_000 // characters of a text
const LONGEST_QUERY = 8000

export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A slide with what is not said left empty. */
export const slideOf = (given: Partial<Slide>): Slide => ({ query: '', title: '', text: '', notes: '', ...given, id: newId() })

const text = z._default(z.string().check(z.maxLength(LONGEST)), '')
const Written = z.object({
  demo: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))),
  query: z._default(z.string().check(z.maxLength(LONGEST_QUERY)), ''),
  title: text,
  text,
  notes: text,
})

/** The file of a lecture. What is empty is left out. */
export function writeLecture({ title, slides }: Lecture): string {
  const said = ({ id: _, ...slide }: Slide) => Object.fromEntries(Object.entries(slide).filter(([, value]) => value))
  return JSON.stringify({ momentarium: NAME, version: VERSION, title, slides: slides.map(said) }, null, 1)
}

/** Text that ends in the middle, up to the last slide that is whole. */
function mended(written: string): unknown {
  for (let end = written.lastIndexOf('}'); end > 0; end = written.lastIndexOf('}', end - 1)) {
    try {
      return JSON.parse(`${written.slice(0, end + 1)}]}`)
    } catch {
      // this brace closes something within a slide
    }
  }
  return undefined
}

/** Reads the file of a lecture. What cannot be used is left out and said in a note; null: nothing can. */
export function readLecture(written: string): { lecture: Lecture | null; notes: LectureNote[] } {
  const notes: LectureNote[] = []
  let found: unknown
  let isCut = false
  try {
    found = JSON.parse(written)
  } catch {
    found = mended(written)
    isCut = true
  }
  const file = found as { momentarium?: unknown; version?: unknown; title?: unknown; slides?: unknown } | null | undefined
  if (file?.momentarium !== NAME || !Array.isArray(file.slides)) return { lecture: null, notes: [{ why: 'unreadable' }] }
  if (typeof file.version === 'number' && file.version > VERSION) notes.push({ why: 'newer', version: file.version })
  const slides: Slide[] = []
  const places: number[] = []
  for (const [index, one] of file.slides.entries()) {
    const read = index < MOST_SLIDES ? Written.safeParse(one) : { success: false as const }
    if (read.success) slides.push({ ...read.data, id: newId() })
    else places.push(index + 1)
  }
  if (isCut) notes.push({ why: 'cut', kept: slides.length })
  if (places.length > 0) notes.push({ why: 'dropped', places })
  return { lecture: { title: typeof file.title === 'string' ? file.title.slice(0, LONGEST) : '', slides }, notes }
}

/** A change of a lecture, by the names of slides: it means the same to a copy that another tab has changed meanwhile. */
export type Edit = (lecture: Lecture) => Lecture

export const setTitle =
  (title: string): Edit =>
  (lecture) => ({ ...lecture, title })

/** After the slide `after`; at the end where there is none of this name. */
export const addSlides =
  (added: readonly Slide[], after?: string): Edit =>
  (lecture) => {
    const index = lecture.slides.findIndex(({ id }) => id === after)
    const slides = [...lecture.slides]
    slides.splice(index < 0 ? slides.length : index + 1, 0, ...added)
    return { ...lecture, slides: slides.slice(0, MOST_SLIDES) }
  }

export const changeSlide =
  (id: string, changes: Partial<Omit<Slide, 'id'>>): Edit =>
  (lecture) => ({ ...lecture, slides: lecture.slides.map((slide) => (slide.id === id ? { ...slide, ...changes } : slide)) })

export const removeSlide =
  (id: string): Edit =>
  (lecture) => ({ ...lecture, slides: lecture.slides.filter((slide) => slide.id !== id) })

/** To position `to`, counted from 0 among the others; beyond the ends: to the end. */
export const moveSlide =
  (id: string, to: number): Edit =>
  (lecture) => {
    const moved = lecture.slides.find((slide) => slide.id === id)
    if (moved === undefined) return lecture
    const slides = lecture.slides.filter((slide) => slide !== moved)
    slides.splice(Math.min(Math.max(to, 0), slides.length), 0, moved)
    return { ...lecture, slides }
  }

const same = (a: Slide | undefined, b: Slide | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** Takes back what led from `before` to `after`; what others have changed since then stays. */
export const takeBack =
  (before: Lecture, after: Lecture): Edit =>
  (now) => {
    const find = ({ slides }: Lecture, id: string) => slides.find((slide) => slide.id === id)
    const kept = before.slides.flatMap((old) => {
      const [done, current] = [find(after, old.id), find(now, old.id)]
      if (done === undefined) return [old] // it was removed
      if (current === undefined) return [] // another has removed it since
      return [same(done, current) ? old : current]
    })
    const slides = [...kept]
    for (const [index, slide] of now.slides.entries()) {
      if (find(before, slide.id) || find(after, slide.id)) continue
      const left = slides.findIndex(({ id }) => id === now.slides[index - 1]?.id)
      slides.splice(left < 0 && index > 0 ? slides.length : left + 1, 0, slide)
    }
    return { title: now.title === after.title ? before.title : now.title, slides }
  }
