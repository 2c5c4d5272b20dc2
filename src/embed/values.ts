// Parameter values as messages carry them: plain JSON, or the address's text for lists and named ends.
import { type AnyDemo, isEnd, type Note, type Params, type Spec, serialize } from '@/contract'
import type { RunPicture } from '@/engine'
import { messages } from '@/messages'
import { type Place, stopName } from '@/session/lesson'
import type { State, Told, Values } from './protocol'

const isText = (spec: Spec, value: unknown) => spec.kind === 'events' || spec.kind === 'places' || isEnd(spec, value)

export const valuesOf = (demo: AnyDemo, params: Params): Values =>
  Object.fromEntries(
    Object.entries(demo.params).map(([key, spec]) => [
      key,
      (isText(spec, params[key]) ? serialize(spec, params[key]) : params[key]) as never,
    ]),
  )

/** A note as messages carry it. */
export const toldOf = (note: Note): Told => ({
  field: note.key,
  given: note.given,
  ...(note.used !== undefined && { used: note.used }),
  message: messages.noted(note),
})

/** Readouts of a picture. */
export const readoutsOf = ({ readouts }: AnyDemo, { series, step }: RunPicture): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(readouts).flatMap(([key, { hidden }]) => {
      const value = series[key]?.[step] ?? Number.NaN
      return hidden ? [] : [[key, Number.isFinite(value) ? value : null]]
    }),
  )

/** Everything that restores the picture. */
export function stateOf(demo: AnyDemo, { params, step, view, lecture, phase }: Place): State {
  const { seed, ...values } = valuesOf(demo, params)
  return {
    slug: demo.meta.slug,
    v: demo.meta.version ?? 1,
    params: values,
    seed: typeof seed === 'number' ? seed : 0,
    t: step,
    view,
    ...(lecture !== null && { step: stopName(demo, lecture, phase) }),
  }
}
