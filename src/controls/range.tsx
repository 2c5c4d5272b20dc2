// A range input: native, for that is what works with touch and screen reader together.
import { type ChangeEvent, useRef } from 'react'
import { useDrag } from '@/views/useDrag'

interface RangeProps {
  max: number
  value: number
  label: string
  valueText: string
  /** Whether the value is taken. */
  onChange(value: number): boolean
  onBegin?(): void
  onEnd?(): void
}

const SIDEWAYS = 10 // px

/** The press under way; `waits`: a finger that may only scroll the page across it. */
interface Press {
  waits: boolean
  wanted: number | null
}

/** A finger sets nothing until it has gone sideways or is lifted: browsers set the value where it comes down, also of those that scroll. */
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
