// Where a lecture can stand: at each slide, and at a stop of a lesson in each of its phases.
import type { Lecture, Slide } from './format'

const PHASES = ['', ':deed', ':answer']

export interface Position {
  /** Index of the slide. */
  slide: number
  /** Stop and phase in the demo's lesson; null: the slide is no stop's scene, or its phases are the visitor's own to walk. */
  step: string | null
}

/** Name of the stop whose scene a slide shows; null: it shows none, or the deed is done in it. */
export function sceneOf({ demo, query }: Slide): string | null {
  const step = demo === undefined ? null : new URLSearchParams(query).get('step')
  return step === null || step.includes(':') ? null : step
}

/** `deeds`: a stop is shown in its phases, as a lecturer walks through it. */
export const positionsOf = ({ slides }: Lecture, deeds: boolean): Position[] =>
  slides.flatMap((one, slide): Position[] => {
    const step = deeds ? sceneOf(one) : null
    return step === null ? [{ slide, step }] : PHASES.map((phase) => ({ slide, step: step + phase }))
  })

/** A position in an address: number of the slide, and its phase. */
export const writeAt = ({ slide, step }: Position): string =>
  `${slide + 1}${step?.includes(':') ? step.slice(step.indexOf(':')) : ''}`

/** Index among `positions`; null: nothing there. */
export function readAt(positions: readonly Position[], at: string | null): number | null {
  const found = positions.findIndex((position) => writeAt(position) === at)
  return found < 0 ? null : found
}
