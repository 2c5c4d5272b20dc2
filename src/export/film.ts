// A film of the demo on screen: each state is set, waited for, drawn and added. The same state and wish give the same film.

import { paceOf } from '@/session/clock'
import type { Session } from '@/session/session'
import { wholeRun } from './data'
import { type FilmFormat, filmFile } from './filmFile'
import { framesOf, lessonShots, MOST_FRAMES, runShots, type Shot } from './filmPlan'
import { boxOf, canvasOf, type PictureLook, type PicturePlace, paint, sizeOf, stagesDrawn, svgOf } from './picture'
import { filmTexts as texts } from './texts'

export interface FilmWish {
  format: FilmFormat
  of?: 'run' | 'lesson'
  /** Steps of the run; default: all of it. */
  from?: number
  to?: number | 'end'
  fps?: number
  /** Times the demo's own pace. */
  speed?: number
  loop?: boolean
  width?: number
  height?: number
  dpr?: number
}
export interface Film {
  mime: string
  ending: string
  data: ArrayBuffer
  /** What the viewer of the film should know. */
  notes: string[]
}

async function shotsFor(session: Session, wish: FilmWish, notes: string[]): Promise<Shot[]> {
  const { demo, store } = session
  const { of = 'run', from = 0, to = 'end', fps = 30, speed = 1 } = wish
  if (of === 'lesson') {
    if (demo.lecture.length === 0) throw new Error(texts.noLesson)
    return lessonShots(demo, fps)
  }
  const { last } = await wholeRun(session, () => {})
  const steps = demo.model.steps(store.getState().params)
  if (last < steps && (to === 'end' || to > last)) notes.push(texts.endsAt(last))
  const bounded = (step: number) => Math.min(Math.max(0, step), last)
  return runShots({ from: bounded(from), to: to === 'end' ? last : bounded(to), fps, pace: paceOf(session) * speed })
}

/** `tell` reports the share that is done. */
export async function film(
  session: Session,
  place: () => PicturePlace,
  look: PictureLook,
  wish: FilmWish,
  tell: (done: number) => void,
): Promise<Film> {
  const notes: string[] = []
  const { fps = 30, loop = true } = wish
  const { params, step, view, lecture, phase } = session.store.getState()
  const shots = await shotsFor(session, wish, notes)
  const count = framesOf(shots)
  if (count > MOST_FRAMES) throw new Error(texts.tooLong(count, MOST_FRAMES))
  let file: Awaited<ReturnType<typeof filmFile>> = null
  let ctx: CanvasRenderingContext2D | null = null
  let done = 0
  try {
    for (const { place: target, frames } of shots) {
      session.goTo(target, 'film', false)
      await session.settle()
      await stagesDrawn()
      const svg = svgOf(place(), look)
      if (ctx === null) {
        ctx = canvasOf(...(sizeOf(boxOf(svg), wish).map((side) => Math.max(2, 2 * Math.round(side / 2))) as [number, number])) // codecs want even sides
        const { canvas } = ctx
        file = await filmFile(wish.format, { canvas, fps, repeats: loop ? 0 : -1 })
        if (file === null) {
          notes.push(texts.noCodec(wish.format))
          file = (await filmFile('gif', { canvas, fps, repeats: loop ? 0 : -1 }))!
        }
      }
      await paint(svg, ctx)
      await file!.add(frames)
      done += frames
      tell(done / count)
    }
    const { mime, ending } = file!
    return { mime, ending, data: await file!.finish(), notes }
  } catch (error) {
    await file?.cancel()
    throw error
  } finally {
    session.goTo({ params, step, view, lecture, phase }, 'film', false)
  }
}
