// A range input: a native one, because only that works with both touch and screen readers.
import { type ChangeEvent, useRef } from 'react'
import { useDrag } from '@/views/useDrag'

interface RangeProps {
  max: number
  value: number
  label: string
  valueText: string
  /** Returns whether the value is accepted. */
  onChange(value: number): boolean
  onBegin?(): void
  onEnd?(): void
}

const SIDEWAYS = 10 // px

/** The press under way; `waits`: a finger that may only be scrolling the page. */
interface Press {
  waits: boolean
  wanted: number | null
}

/** A finger sets nothing until it has moved sideways or is lifted: browsers set the value where a finger lands, even if it then scrolls. */
export function Range({ max, value, label, valueText, onChange, onBegin, onEnd }: RangeProps) {
  const press = useRef<Press | null>(null)
  const give = (taken: Press) => {
    taken.waits = false
    if (taken.wanted !== null) onChange(taken.wanted)
    taken.wanted = null
  }
  const { handlers } = useDrag<Press>({
    take: (_, { pointerType }) => ({ waits: pointerType === 'touch', wanted: null }),
    begin(taken) {
      press.current = taken
      onBegin?.()
    },
    move: (taken, [dx]) => taken.waits && Math.abs(dx) >= SIDEWAYS && give(taken),
    end() {
      press.current = null
      onEnd?.()
    },
    tap: give,
  })
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const wanted = Number(target.value)
    if (press.current?.waits) press.current.wanted = wanted
    else if (onChange(wanted)) return
    target.value = String(value)
  }
  return (
    <input
      type="range"
      min={0}
      max={max}
      step={1}
      value={value}
      aria-label={label}
      aria-valuetext={valueText}
      onChange={change}
      {...handlers}
    />
  )
}
