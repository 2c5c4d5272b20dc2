// A lesson in plain words: every stop with the numbers that its scene and its answer show. Made in the build, for print and for speakers.
import { type AnyDemo, fill } from '@/contract'
import { pictureOf, prepare, Timeline } from '@/engine'
import { type Place, stopPlace } from '@/session/lesson'
import { nameText } from './values'

export interface ToldStop {
  id: string
  title: string
  /** What is said before the deed, its question too; the deed; the answer; the reason. TeX stands between dollars. */
  text: string
  ask?: string
  say: string
  see: string
  why: string
}

async function pictureAt(demo: AnyDemo, { params, step }: Place) {
  await prepare(demo.params, params)
  const timeline = new Timeline(demo, params)
  timeline.extend(step === 'end' ? Number.POSITIVE_INFINITY : step)
  return pictureOf(timeline, step === 'end' ? timeline.last : step)
}

/** Runs each stop of `demo` to its scene and to where its deed leads. */
export async function toldLesson(demo: AnyDemo): Promise<ToldStop[]> {
  const told: ToldStop[] = []
  for (const [index, stop] of demo.lecture.entries()) {
    const [scene, done] = [await pictureAt(demo, stopPlace(demo, index)), await pictureAt(demo, stopPlace(demo, index, 'answer'))]
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
