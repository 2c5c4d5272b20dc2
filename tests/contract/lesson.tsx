// Every stop of every lesson: the scene is set, its deed is done, the answer is read. A lesson that its figure contradicts fails here.
import { expect, it } from 'vitest'
import { type AnyDemo, type AnyStop, type AnyView, namesIn, type Params, QUESTIONS, segmentsOf, viewsOf } from '@/contract'
import { pictureOf, prepare, type RunPicture, resultNow, summaryNow, Timeline } from '@/engine'
import { nameText } from '@/player/values'
import { keptBack, lessonAfter, NO_LESSON, type Place, stopPlace } from '@/session/lesson'
import { shownParams } from '@/session/session'
import { drawingOf, sceneFor } from '../support/drawing'

const LONGEST = 420 // characters of a sentence; more does not fit beside a figure

/** Finished maps for these parameters. */
async function mapsOf(demo: AnyDemo, params: Params) {
  const maps: Record<string, { done: number; result: unknown }> = {}
  for (const [name, map] of Object.entries(demo.maps ?? {})) {
    if (map.when?.(params) === false) continue
    maps[name] = { done: 1, result: resultNow(demo, name, params) }
  }
  return maps
}

/** The picture of a place; with `upTo`, of a run that has come to this step. */
async function pictureAt(demo: AnyDemo, { params, step }: Place, upTo = Number.POSITIVE_INFINITY): Promise<RunPicture> {
  await prepare(demo.params, params)
  const timeline = new Timeline(demo, params)
  timeline.extend(upTo)
  return { ...pictureOf(timeline, step === 'end' ? timeline.last : step), summary: summaryNow(demo, params) }
}

/** Values in a text, by name; a dash does not count as a value. */
const valuesIn = (demo: AnyDemo, picture: RunPicture, text: string) =>
  namesIn(text).map((name): [string, string] => [name, nameText(demo, picture, name) ?? ''])

/** Length of a sentence as it is read: TeX counts as a few letters. */
const lengthOf = (text: string) =>
  segmentsOf(text).reduce((sum, { math, text }) => sum + (math ? text.length / 3 : text.length), 0)

/** Checks that the scene of a stop keeps the answer of its guess: what has to wait is not drawn, and nothing that is drawn knows of later steps. */
async function checkGuess(demo: AnyDemo, views: Readonly<Record<string, AnyView>>, index: number): Promise<void> {
  const [{ id, stage }, scene] = [demo.lecture[index] as AnyStop, stopPlace(demo, index)]
  const kept = keptBack(demo, scene)
  const whole = await pictureAt(demo, scene)
  const maps = await mapsOf(demo, scene.params)
  const draw = (picture: RunPicture) =>
    stage.map((name) => drawingOf(views[name] as AnyView, sceneFor(demo, picture, maps), kept.views.includes(name)))
  for (const name of kept.views) expect(views[name]?.kind, `${id}: "${name}" waits, so it is a plot`).toBe('plot')
  const drawn = draw(kept.future ? { ...whole, last: whole.step } : whole)
  for (const one of drawn) expect(one?.svg ?? '', `${id}: what is drawn before the deed`).not.toMatch(/NaN|Infinity|undefined/)
  if (kept.future)
    expect(drawn, `${id}: pictures of a run that knows no more`).toEqual(draw(await pictureAt(demo, scene, whole.step)))
}

type Maps = Awaited<ReturnType<typeof mapsOf>>

/**
 * Checks that a stop does what it says; fails with what it does not. `earlier`: maps of the stops before, with which its pictures are drawn until its own
 * come. Returns those of its deed.
 */
export async function checkStop(
  demo: AnyDemo,
  views: Readonly<Record<string, AnyView>>,
  index: number,
  earlier: Maps = {},
): Promise<Maps> {
  const stop = demo.lecture[index] as AnyStop
  const { id } = stop
  const [scene, deed] = [stopPlace(demo, index), stopPlace(demo, index, 'answer')]
  for (const text of [stop.text, stop.see, stop.why]) expect(lengthOf(text), `${id}: "${text}"`).toBeLessThanOrEqual(LONGEST)
  const drawings: unknown[] = []
  let last: Maps = {}
  for (const place of [scene, deed]) {
    const where = `${id}, ${place === scene ? 'scene' : 'done'}`
    const picture = await pictureAt(demo, place)
    const maps = await mapsOf(demo, place.params)
    for (const name of place === scene ? stop.stage : []) {
      const late = drawingOf(views[name] as AnyView, sceneFor(demo, picture, { ...maps, ...earlier }))
      expect(late?.svg ?? '', `${where}: "${name}" with maps of the stops before`).not.toMatch(/NaN|Infinity|undefined/)
    }
    last = maps
    drawings.push(stop.stage.map((name) => drawingOf(views[name] as AnyView, sceneFor(demo, picture, maps))))
    const after = lessonAfter(demo, { ...place, ...NO_LESSON, phase: 'scene', acting: false }, picture, maps)
    expect(after.premise, `${where}: its premise holds`).toBe(true)
    expect(after.phase === 'answer', `${where}: its deed is done`).toBe(place === deed)
    for (const name of stop.stage) expect(viewsOf(demo, place.params), `${where}: view "${name}" is in the tab`).toContain(name)
    for (const name of stop.controls)
      expect(shownParams(demo, place.params), `${where}: the control "${name}" is there`).toContain(name)
    const texts = place === scene ? [stop.text] : [stop.see, stop.why]
    for (const text of texts)
      for (const [name, shown] of valuesIn(demo, picture, text)) {
        expect(shown, `${where}: {${name}} has a value`).toMatch(/[\dA-Za-z]/)
        expect(shown, `${where}: {${name}} is finite`).not.toMatch(/NaN|∞|Infinity/)
      }
  }
  expect(drawings[1], `${id}: the deed changes a picture of its stage`).not.toEqual(drawings[0])
  if (stop.predict) await checkGuess(demo, views, index)
  return last
}

export function lessonSuite(demo: AnyDemo, views: Readonly<Record<string, AnyView>>): void {
  it('answers the six questions, in their order', () => {
    const answered = demo.lecture.flatMap(({ answers }) => answers)
    expect([...new Set(answered)], 'in the order of the stops').toEqual(QUESTIONS)
  })

  let earlier: Maps = {}
  it.each(demo.lecture.map(({ id }, index): [string, number] => [id, index]))(
    'stop %s: its scene holds, its deed is done, its answer is true',
    async (_id, index) => {
      earlier = { ...earlier, ...(await checkStop(demo, views, index, earlier)) }
    },
  )
}
