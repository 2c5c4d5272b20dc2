// Parameter values as messages carry them: JSON where it is plain, the address's text for lists.
import { type AnyDemo, admit, namesOf, type Params, parse, type Spec, serialize } from '@/contract'
import type { Place } from '@/session/session'
import type { State, Values } from './protocol'

const isText = (spec: Spec) => spec.kind === 'events' || spec.kind === 'places'

export const valuesOf = (demo: AnyDemo, params: Params): Values =>
  Object.fromEntries(
    Object.entries(demo.params).map(([key, spec]) => [key, (isText(spec) ? serialize(spec, params[key]) : params[key]) as never]),
  )

/** What can be used of a message's values; clamped, the rest left out. */
export function paramsOf(demo: AnyDemo, values: Values): Params {
  const keyOf = namesOf(demo.params)
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, given]) => {
      const key = keyOf.get(name)
      const spec = key === undefined ? undefined : demo.params[key]
      if (key === undefined || spec === undefined) return []
      const admitted = admit(spec, typeof given === 'string' ? parse(spec, given) : given) // attributes hold the text of the address
      return 'value' in admitted ? [[key, admitted.value]] : []
    }),
  )
}

/** Everything that brings the picture back. */
export function stateOf(demo: AnyDemo, { params, step, view, lecture }: Place): State {
  const { seed, ...values } = valuesOf(demo, params)
  const stop = lecture === null ? undefined : demo.lecture[lecture]
  return {
    slug: demo.meta.slug,
    v: demo.meta.version ?? 1,
    params: values,
    seed: typeof seed === 'number' ? seed : 0,
    t: step,
    view,
    ...(stop && { step: stop.id }),
  }
}

export function placeOf(demo: AnyDemo, state: State): Partial<Place> {
  const { params, seed, t, view, step } = state
  const lecture = step === undefined ? -1 : indexOf(demo, step)
  return {
    params: paramsOf(demo, { ...params, seed }),
    step: t,
    ...(view !== undefined && Object.hasOwn(demo.views, view) && { view }),
    lecture: lecture < 0 ? null : lecture,
  }
}

/** Index of a lecture step by index or id; -1 if there is none. */
export const indexOf = ({ lecture }: AnyDemo, step: number | string): number =>
  typeof step === 'number' ? (step < lecture.length ? step : -1) : lecture.findIndex(({ id }) => id === step)
