// Current values by name, as texts show them: parameters and readouts.
import { useCallback } from 'react'
import { type AnyDemo, fill } from '@/contract'
import { valueText } from '@/controls/values'
import type { RunPicture } from '@/engine'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'

export function readoutText(demo: AnyDemo, name: string, value: number | undefined): string {
  const readout = demo.readouts[name]
  if (value === undefined || Number.isNaN(value)) return readout?.none ?? messages.none
  return formatNumber(value, readout?.digits ?? 4)
}

/** Text of the value that a name in braces stands for. */
export function nameText(demo: AnyDemo, picture: RunPicture | null, name: string): string | undefined {
  const spec = demo.params[name]
  if (picture === null) return messages.none
  if (spec !== undefined) return valueText(spec, picture.params[name])
  if (name in demo.readouts) return readoutText(demo, name, picture.series[name]?.[picture.step])
  if (name === 'step') return String(picture.step)
  if (name === 'steps') return String(picture.steps)
  return undefined
}

/** Puts current values into a text of the demo; rerenders with the picture. */
export function useFill(): (text: string) => string {
  const { demo } = useSession()
  const picture = useDemo((state) => state.picture)
  return useCallback((text: string) => fill(text, (name) => nameText(demo, picture, name)), [demo, picture])
}
