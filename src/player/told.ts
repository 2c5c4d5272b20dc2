// A lesson in plain words: every stop with the numbers of its scene and its answer. Made in the build, for print and for speakers.
import { type AnyDemo, fill, namesIn } from '@/contract'
import { mapWith, pictureOf, prepare, summaryNow, Timeline } from '@/engine'
import { type Place, stopPlace } from '@/session/lesson'
import { nameText } from './values'

export interface ToldStop {
  id: string
  title: string
  /** The text before the deed, with its question; the deed; the answer; the reason. TeX is between dollars. */
  text: string
  ask?: string
  say: string
  see: string
  why: string
}

/** `says`: some text contains numbers of maps. */
async function pictureAt(demo: AnyDemo, { params, step }: Place, says: boolean) {
  await prepare(demo.params, params)
  const timeline = new Timeline(demo, params)
  timeline.extend(step === 'end' ? Number.POSITIVE_INFINITY : step)
  return { ...pictureOf(timeline, step === 'end' ? timeline.last : step), summary: says ? summaryNow(demo, params) : {} }
}

/** Runs each stop of `demo` to its scene and to where its deed leads. */
export async function toldLesson(demo: AnyDemo): Promise<ToldStop[]> {
  const told: ToldStop[] = []
  for (const [index, stop] of demo.lecture.entries()) {
    const texts = [stop.text, stop.predict?.ask ?? '', stop.see, stop.why]
    const says = texts.flatMap(namesIn).some((name) => mapWith(demo, name) !== undefined)
    const scene = await pictureAt(demo, stopPlace(demo, index), says)
    const done = await pictureAt(demo, stopPlace(demo, index, 'answer'), says)
    const at = (picture: typeof scene, text: string) => fill(text, (name) => nameText(demo, picture, name))
    told.push({
      id: stop.id,
      title: stop.title,
      text: at(scene, stop.text),
      ...(stop.predict && { ask: at(scene, stop.predict.ask) }),
      say: stop.do.say,
      see: at(done, stop.see),
      why: at(done, stop.why),
    })
  }
  return told
}
