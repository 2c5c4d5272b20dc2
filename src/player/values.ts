// Current values by name, as texts show them: parameters, readouts, and numbers of maps.
import { useEffect, useMemo, useState } from 'react'
import { type AnyDemo, fill, type NumberText } from '@/contract'
import { valueText } from '@/controls/values'
import { mapWith, type RunPicture } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { useInTurn, useSession } from '@/session/context'
import type { SessionState } from '@/session/state'

/** Label and format of the number of this name: a readout, or a number of a map. */
export const numberNamed = (demo: AnyDemo, name: string): NumberText | undefined =>
  demo.readouts[name] ?? demo.maps?.[mapWith(demo, name) ?? '']?.summary?.[name]

/** `value` is undefined until it is computed, NaN where there is none. */
export function readoutText(demo: AnyDemo, name: string, value: number | undefined): string {
  const text = numberNamed(demo, name)
  if (value === undefined) return messages.coming
  if (Number.isNaN(value)) return text?.none ?? messages.none
  return formatNumber(value, text?.digits ?? 4)
}

/** Whether a readout is listed: it is not hidden, and has a value on screen, or a word for having none. */
export function isListed(demo: AnyDemo, picture: RunPicture | null, name: string): boolean {
  const { hidden, none } = demo.readouts[name] ?? { hidden: true }
  return !hidden && (none !== undefined || !Number.isNaN(picture?.series[name]?.[picture.step]))
}

/** Text of the value for a name in braces. */
export function nameText(demo: AnyDemo, picture: RunPicture | null, name: string): string | undefined {
  const spec = demo.params[name]
  if (picture === null) return messages.coming
  if (spec !== undefined) return valueText(spec, picture.params[name])
  if (name in demo.readouts) return readoutText(demo, name, picture.series[name]?.[picture.step])
  const map = demo.maps?.[mapWith(demo, name) ?? '']
  if (map) return readoutText(demo, name, map.when?.(picture.params) === false ? Number.NaN : picture.summary?.[name])
  if (name === 'step') return String(picture.step)
  if (name === 'steps') return String(picture.steps)
  return undefined
}

/** Fills the values of a picture into texts of the demo. */
export const fillerOf = (demo: AnyDemo, picture: RunPicture | null) => (text: string) =>
  fill(text, (name) => nameText(demo, picture, name))

export const pictureIn = (state: SessionState): RunPicture | null => state.picture

const momentIn = {
  sceneAt: (state: SessionState) => state.sceneAt,
  answerAt: (state: SessionState) => state.answerAt,
}
/** Fills into a text of the open stop the values of its scene, or of the moment in which its deed was done. */
export function useFillAt(moment: keyof typeof momentIn): (text: string) => string {
  const { demo, store } = useSession()
  const picture = useInTurn(momentIn[moment])
  return useMemo(() => {
    if (picture !== null) return fillerOf(demo, picture)
    const { params } = store.getState() // known before the run is
    return (text) =>
      fill(text, (name) => (demo.params[name] ? valueText(demo.params[name], params[name]) : nameText(demo, null, name)))
  }, [demo, store, picture])
}

/** A number that changes whenever the picture has changed and come to rest; callers read the store then. */
export function useRest(ms = 200): number {
  const { store } = useSession()
  const [count, setCount] = useState(0)
  useEffect(() => {
    let timer = setTimeout(() => setCount((n) => n + 1), ms)
    const stop = store.subscribe((state, old) => {
      if (state.picture === old.picture && state.view === old.view) return
      clearTimeout(timer)
      timer = setTimeout(() => setCount((n) => n + 1), ms)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, ms])
  return count
}

/** As `useFill`, for texts that may wait until the end of a drag. */
export function useRestingFill(): (text: string) => string {
  const { demo, store } = useSession()
  const rest = useRest()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rest` says when to look again
  return useMemo(() => fillerOf(demo, store.getState().picture), [demo, store, rest])
}
