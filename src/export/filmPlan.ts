// Which states a film shows, and for how many of its frames: a function of the run, the range and the frames a second, never of a clock.
import { type AnyDemo, type Params, PHASES, type Phase, segmentsOf } from '@/contract'
import { between } from '@/session/ease'
import { type Place, stopPlace } from '@/session/lesson'

/** One state, for this many frames. */
export interface Shot {
  place: Partial<Place>
  frames: number
}
export const MOST_FRAMES = 3600
export const framesOf = (shots: readonly Shot[]): number => shots.reduce((sum, { frames }) => sum + frames, 0)

export interface Range {
  from: number
  to: number
  fps: number
  /** Steps a second. */
  pace: number
}
/** A run from one step to another, at a steady pace; the last step is held for half a second. */
export function runShots({ from, to, fps, pace }: Range): Shot[] {
  const way = to >= from ? 1 : -1
  const count = Math.ceil((Math.abs(to - from) / pace) * fps - 1e-9)
  const shots: Shot[] = []
  for (let frame = 0; frame <= count; frame++) {
    const step = frame === count ? to : from + way * Math.floor((frame * pace) / fps + 1e-9)
    const newest = shots.at(-1)
    if (newest?.place.step === step) newest.frames++
    else shots.push({ place: { step }, frames: 1 })
  }
  const last = shots.at(-1) as Shot
  last.frames += Math.round(fps / 2)
  return shots
}

const READ = 3.2 // words a second
const LEAST = 2.5 // seconds for any text
const GLIDE = 0.7 // seconds in which parameters move
const GLIDE_STATES = 8
const RUN = [0.6, 2.4] as const // seconds in which the player runs, at least and at most
const STEP_TIME = 0.025 // seconds a step, between the two
const RUN_STATES = 24 // at most: each may have to be drawn

const wordsIn = (...texts: (string | undefined)[]) =>
  texts
    .flatMap((text) => segmentsOf(text ?? ''))
    .reduce((sum, { math, text }) => sum + (math ? 1 : text.split(/\s+/).filter(Boolean).length), 0)

/** All stops of the lesson: scene and question, the deed before the eyes, the answer; each for as long as its words take to read. */
export function lessonShots(demo: AnyDemo, fps: number): Shot[] {
  const hold = (seconds: number) => Math.max(1, Math.round(seconds * fps))
  return demo.lecture.flatMap((stop, index) => {
    const [scene, deed, answer] = PHASES.map((phase) => stopPlace(demo, index, phase as Phase)) as [Place, Place, Place]
    const reading = (...texts: (string | undefined)[]) => hold(Math.max(LEAST, wordsIn(stop.title, ...texts) / READ))
    const stepOf = ({ step, params }: Place) => (step === 'end' ? demo.model.steps(params) : step)
    return [
      { place: scene, frames: reading(stop.text, stop.predict?.ask, ...(stop.predict?.options ?? []), stop.do.say) },
      ...way(demo, scene, deed, [stepOf(scene), stepOf(deed)], hold).map(({ place, frames }) => ({
        place: { ...place, lecture: index, phase: 'deed' as const, view: scene.view },
        frames,
      })),
      { place: answer, frames: reading(stop.see, stop.why) },
    ]
  })
}

/** From the scene to what the deed leads to. Where a state takes long to compute, parameters change at once. */
function way(demo: AnyDemo, from: Place, to: Place, [first, last]: [number, number], hold: (seconds: number) => number): Shot[] {
  const isQuick = demo.model.runIn !== 'worker' && !demo.model.needs?.length && Object.keys(demo.maps ?? {}).length === 0
  const glides = isQuick && JSON.stringify(between(demo, from.params, to.params, 0)) !== JSON.stringify(to.params)
  const shots: { params: Params; step: number; frames: number }[] = []
  const parted = (states: number, seconds: number, at: (share: number) => { params: Params; step: number }) => {
    const all = hold(seconds)
    const count = Math.min(states, all)
    for (let k = 1; k <= count; k++) {
      const frames = Math.round((k * all) / count) - Math.round(((k - 1) * all) / count)
      shots.push({ ...at(k / count), frames })
    }
  }
  if (glides)
    parted(GLIDE_STATES, GLIDE, (share) => ({
      params: between(demo, from.params, to.params, share * share * (3 - 2 * share)),
      step: first,
    }))
  if (first !== last) {
    const seconds = Math.min(RUN[1], Math.max(RUN[0], Math.abs(last - first) * STEP_TIME))
    parted(RUN_STATES, seconds, (share) => ({ params: to.params, step: Math.round(first + (last - first) * share) }))
  }
  return shots.map(({ params, step, frames }) => ({ place: { params, step }, frames }))
}
