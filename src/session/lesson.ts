// The lesson of an open demo: where its stops lead, their names in addresses, and what the picture on screen means for the open stop.
import {
  type AnyDemo,
  type AnyStop,
  defaultsOf,
  firstView,
  merge,
  type Params,
  PHASES,
  type Phase,
  type Progress,
  phaseName,
  sameValue,
  viewsOf,
} from '@/contract'
import type { RunPicture } from '@/engine'

/** What identifies the figure: parameters, step, large view, the stop of the lesson with its phase, and what is compared. Enough to restore it. */
export interface Place {
  params: Params
  step: number | 'end'
  view: string
  lecture: number | null
  phase: Phase
  /** Parameters of the state that is compared with this one, at the same step; null: none is. */
  kept: Params | null
}
export interface LessonState {
  /** Whether the premise of the stop holds for the picture on screen. */
  premise: boolean
  /** The picture that the stop's sentence describes: its scene, once it has been drawn. */
  sceneAt: RunPicture | null
  /** The picture that the answer describes: the newest one for which the deed was done. */
  answerAt: RunPicture | null
}
export const NO_LESSON: LessonState = { premise: true, sceneAt: null, answerAt: null }

export function paperPlace(demo: AnyDemo): Place {
  return {
    params: defaultsOf(demo.params),
    step: demo.opening ?? 'end',
    view: firstView(demo),
    lecture: null,
    phase: 'scene',
    kept: null,
  }
}

type Target = Pick<AnyStop, 'preset' | 'params' | 'step'>
const presetOf = (demo: AnyDemo, { preset }: Target) => (preset === undefined ? undefined : demo.presets[preset])

/** The place of stop `index`, however one came there: its scene, or where its deed leads. */
export function stopPlace(demo: AnyDemo, index: number, phase: Phase = 'scene'): Place {
  const paper = paperPlace(demo)
  const stop = demo.lecture[index] as AnyStop
  const preset = presetOf(demo, stop)
  const scene: Place = {
    params: merge(demo.params, paper.params as never, { ...preset?.params, ...stop.params }) as Params,
    step: stop.step ?? preset?.step ?? paper.step,
    view: stop.stage[0],
    lecture: index,
    phase,
    kept: null,
  }
  if (phase === 'scene') return scene
  const deed: Target = stop.do
  const from = presetOf(demo, deed) ? paper.params : scene.params
  return {
    ...scene,
    params: merge(demo.params, from as never, { ...presetOf(demo, deed)?.params, ...deed.params }) as Params,
    step: deed.step ?? scene.step,
  }
}

/** Name of a stop with its phase. */
export const stopName = (demo: AnyDemo, index: number, phase: Phase): string =>
  phaseName((demo.lecture[index] as AnyStop).id, phase)

/** The stop that a name or an index means; null if there is none. */
export function findStop(demo: AnyDemo, name: string | number): { lecture: number; phase: Phase } | null {
  const [id, phase = 'scene'] = String(name).split(':')
  const lecture = demo.lecture.findIndex((stop, index) => stop.id === id || String(index) === id)
  return lecture >= 0 && PHASES.includes(phase as Phase) ? { lecture, phase: phase as Phase } : null
}

/** One phase forward or back; null beyond both ends. From outside the lesson, forward enters it. */
export function nextPhase(
  demo: AnyDemo,
  { lecture, phase }: Pick<Place, 'lecture' | 'phase'>,
  by: 1 | -1,
): ReturnType<typeof findStop> {
  const place =
    lecture === null ? (by > 0 ? -1 : demo.lecture.length * PHASES.length) : lecture * PHASES.length + PHASES.indexOf(phase)
  const next = place + by
  if (next < 0 || next >= demo.lecture.length * PHASES.length) return null
  return { lecture: Math.floor(next / PHASES.length), phase: PHASES[next % PHASES.length] as Phase }
}

/** What a place keeps from the visitor until the deed is done, for it would tell the answer of a guess: views, and what comes after the step on screen. */
export function keptBack(
  demo: AnyDemo,
  { lecture, phase }: Pick<Place, 'lecture' | 'phase'>,
): { views: readonly string[]; future: boolean } {
  const stop = lecture === null || phase !== 'scene' ? undefined : demo.lecture[lecture]
  return { views: stop?.waits ?? [], future: stop?.predict !== undefined && stop.do.step !== undefined }
}

/** Whether the run has reached the wanted step. */
const hasArrived = ({ step, last, steps, ended }: RunPicture, wanted: number | 'end') =>
  wanted === 'end' ? last >= steps || ended !== null : step === wanted

/**
 * What a new picture, or newer maps, mean for the open stop. While a deed is being shown (`acting`), it counts when it is finished. A deed by hand
 * leads straight to the answer; in a deck that withholds the answer, the next step gives it.
 */
export function lessonAfter(
  demo: AnyDemo,
  { lecture, phase, step, params: wanted, sceneAt, acting }: Place & LessonState & { acting: boolean },
  picture: RunPicture,
  maps: Readonly<Record<string, Progress<unknown>>>,
): Partial<Place & LessonState> {
  const stop = lecture === null ? undefined : demo.lecture[lecture]
  if (stop === undefined || lecture === null) return {}
  const { params } = picture
  if (!sameValue(params, wanted)) return {} // still the picture of an older request
  const now = { ...picture, maps }
  const inTab = stop.stage.every((name) => viewsOf(demo, params).includes(name))
  const scene = stopPlace(demo, lecture)
  const arrived = hasArrived(picture, step)
  const isScene =
    arrived && sameValue(scene.params, params) && (scene.step === 'end' ? step === 'end' : picture.step === scene.step)
  const isOwn = phase === 'scene' && sceneAt === null && arrived && !acting // a link's own values, or the visitor's
  const isDone = arrived && !acting && stop.do.done(params, now)
  return {
    premise: inTab && (stop.while?.(params, now) ?? true),
    ...((isScene || isOwn) && { sceneAt: picture }),
    ...(isDone && { answerAt: picture, ...(phase === 'scene' && { phase: 'answer' as const }) }),
  }
}
