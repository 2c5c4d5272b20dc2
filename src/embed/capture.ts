// Answers `capture`: pictures, films and numbers of what is on screen.

import { valueText } from '@/controls/values'
import {
  boxOf,
  type PictureLook,
  type PicturePlace,
  rasterOf,
  sizeOf,
  stagesDrawn,
  svgOf,
  textOf,
  viewsLeftOut,
} from '@/export/picture'
import { texts } from '@/export/texts'
import { published } from '@/paper'
import { writePlace } from '@/session/address'
import { type Session, shownParams } from '@/session/session'
import { THEMES } from '@/views'
import type { HostMessage, Told } from './protocol'
import { stateOf } from './values'

export type CaptureWish = Omit<Extract<HostMessage, { type: 'capture' }>, 'm' | 'type'>
export interface Captured {
  mime: string
  name: string
  data: ArrayBuffer
  /** The state that it shows, as a query of the demo's own page. */
  query?: string
  notes?: Told[]
}
/** `tell` reports the share that is done. */
export type Capture = (wish: CaptureWish, tell: (done: number) => void) => Promise<Captured>

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer

export async function capture(session: Session, wish: CaptureWish, tell: (done: number) => void): Promise<Captured> {
  const { demo, store } = session
  const { slug } = demo.meta
  switch (wish.format) {
    case 'json':
      return { mime: 'application/json', name: `${slug}.json`, data: bytesOf(JSON.stringify(stateOf(demo, store.getState()))) }
    case 'csv':
    case 'data':
      return numbers(session, wish, tell)
    case 'mp4':
    case 'webm':
    case 'gif':
    case 'frames':
      return moving(session, { ...wish, format: wish.format }, tell)
    default:
      return still(session, { ...wish, format: wish.format })
  }
}

const queryOf = ({ demo, store }: Session) => writePlace(demo, store.getState())
/** The state on the demo's own page. A file on disk does not know where that is. */
const linkOf = (session: Session, query: string) =>
  document.documentElement.dataset.offline !== undefined
    ? `${session.demo.meta.slug}${query && `?${query}`}`
    : new URL(`../../d/${session.demo.meta.slug}/${query && `?${query}`}`, location.href.split('?')[0]).href

/** The stage, or the `whole` frame with its margins and the words of an open stop. */
function placeOf({ whole = false }: CaptureWish): PicturePlace {
  const stage = document.querySelector('.stage')
  if (stage === null) throw new Error('There is no picture yet.')
  const box = whole ? new DOMRect(0, 0, innerWidth, innerHeight) : stage.getBoundingClientRect()
  if (box.width === 0 || box.height === 0) throw new Error('The frame has no size, so there is no picture.')
  return { outer: whole ? document.body : stage, box }
}

function lookOf(session: Session, { theme, transparent = false, caption = false }: CaptureWish): PictureLook {
  const shown = document.documentElement.dataset.theme as keyof typeof THEMES
  if (theme !== undefined && theme !== 'auto' && theme !== shown) throw new Error('A picture has the theme that is shown.')
  const { paper, soft } = THEMES[shown]
  return { paper: transparent ? null : paper, ink: soft, caption: caption ? captionOf(session) : [] }
}

/** Kinds of parameters whose value is a word or two. */
const IN_WORDS: ReadonlySet<string> = new Set(['number', 'integer', 'seed', 'choice', 'point', 'formula'])

/** Title and paper; the values of what is shown; the link. */
function captionOf(session: Session): string[] {
  const { demo, store } = session
  const { params } = store.getState()
  const values = shownParams(demo, params).flatMap((name) => {
    const spec = demo.params[name]
    return spec && IN_WORDS.has(spec.kind) && spec.affects !== 'view' ? [`${spec.label} ${valueText(spec, params[name])}`] : []
  })
  const { title, paper } = demo.meta
  return [`${title} · ${paper.title}, ${published(paper)}`, values.join(' · '), linkOf(session, queryOf(session))].filter(Boolean)
}

async function still(session: Session, wish: CaptureWish & { format: 'png' | 'webp' | 'svg' }): Promise<Captured> {
  await (wish.whole ? session.settle() : session.catchUp())
  session.turns.finish()
  await Promise.resolve() // until it is drawn
  if (wish.whole) await stagesDrawn()
  const { format } = wish
  const [query, name] = [queryOf(session), `${session.demo.meta.slug}.${format}`]
  const place = placeOf(wish)
  const svg = svgOf(place, lookOf(session, wish))
  const titles = wish.whole ? viewsLeftOut(place).map((view) => session.demo.views[view]?.title ?? view) : []
  const notes =
    titles.length > 0 ? { notes: [{ field: 'width', given: String(wish.width), message: texts.leftOut(titles) }] } : {}
  const [width, height] = sizeOf(boxOf(svg), wish)
  if (format === 'svg') {
    svg.setAttribute('width', String(width))
    svg.setAttribute('height', String(height))
    return { mime: 'image/svg+xml', name, query, data: bytesOf(textOf(svg)), ...notes }
  }
  const mime = `image/${format}`
  return { mime, name, query, data: await rasterOf(svg, width, height, mime), ...notes }
}

async function moving(
  session: Session,
  wish: CaptureWish & { format: 'mp4' | 'webm' | 'gif' | 'frames' },
  tell: (done: number) => void,
): Promise<Captured> {
  const { film } = await import('@/export/film')
  const query = queryOf(session)
  const { of, ...rest } = wish
  const made = await film(session, () => placeOf(wish), lookOf(session, wish), { ...rest, ...(of === 'lesson' && { of }) }, tell)
  const notes = made.notes.map((message) => ({ field: 'format', given: wish.format, message }))
  return {
    mime: made.mime,
    name: `${session.demo.meta.slug}.${made.ending}`,
    query,
    data: made.data,
    ...(notes.length > 0 && { notes }),
  }
}

async function numbers(session: Session, { format, of = 'run' }: CaptureWish, tell: (done: number) => void): Promise<Captured> {
  const { csvOf, csvOfMap, jsonOf, originOf, shownMaps, wholeMaps, wholeRun } = await import('@/export/data')
  const { demo, store } = session
  const { slug } = demo.meta
  const origin = originOf(demo, linkOf(session, queryOf(session)))
  const { params } = store.getState()
  if (format === 'csv' && of === 'run')
    return { mime: 'text/csv', name: `${slug}.csv`, data: bytesOf(csvOf(demo, await wholeRun(session, tell), origin)) }
  const names = shownMaps(demo, params)
  if (format === 'csv') {
    if (!names.includes(of)) throw new Error(`“${of}” has no numbers in this state; there are: ${['run', ...names].join(', ')}.`)
    const { [of]: result } = await wholeMaps(demo, params, [of])
    return { mime: 'text/csv', name: `${slug}-${of}.csv`, data: bytesOf(csvOfMap(demo, of, result, params, origin)) }
  }
  const run = await wholeRun(session, tell)
  const data = bytesOf(jsonOf(demo, run, await wholeMaps(demo, params, names), origin))
  return { mime: 'application/json', name: `${slug}.json`, data }
}
