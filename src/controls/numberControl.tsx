// Slider and typed number in one.
import { type KeyboardEvent, useId, useState } from 'react'
import { isEnd, type NumberSpec, type SliderHints } from '@/contract'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { Range } from './range'
import { Live } from './tex'
import { endTyped, nearest, readings, sensible, stepped, toShare, trackOf, valueText } from './values'

interface NumberProps {
  name: string
  spec: NumberSpec
  value: number
  describedBy?: string
  onChange(value: number, source: string): void
}
interface SliderProps extends NumberProps {
  hints: SliderHints
  /** Returns whether the value is accepted. */
  onChange(value: number, source: string): boolean
  onBegin(source: string): void
  onEnd(source: string): void
}

const EDGE = 0.07 // share of the slider within which a name would leave the panel
const CROWDED = 0.16 // share of the slider within which two names would overlap

/** Named ticks from left to right. Names of two close ticks are aligned away from each other; at the ends one is put below the other. */
function placed(marks: readonly { value: number; label: string }[], share: (value: number) => number) {
  const sorted = marks.map((mark) => ({ ...mark, share: share(mark.value), side: '' })).sort((a, b) => a.share - b.share)
  for (const mark of sorted) mark.side = mark.share < EDGE ? 'right' : mark.share > 1 - EDGE ? 'left' : ''
  for (const [index, mark] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before === undefined || mark.share - before.share > CROWDED) continue
    before.side = before.share > CROWDED ? 'left' : 'right low'
    mark.side = mark.share < 1 - CROWDED ? 'right' : 'left low'
  }
  return sorted
}

export function NumberSlider({ name, spec, value, hints, onChange, onBegin, onEnd }: SliderProps) {
  const min = hints.min ?? spec.min
  const max = Math.max(hints.max ?? spec.max, min * (1 + 1e-9))
  const track = trackOf(spec, min, max)
  const outside = !isEnd(spec, value) && (value > max * (1 + 1e-9) || value < min * (1 - 1e-9))
  const share = (value: number) =>
    isEnd(spec, value) ? track.position(value) / track.last : toShare(spec, min, max, value) * (spec.end ? 1 - 1 / track.last : 1)
  const source = `slider:${name}`
  const marks = placed(
    [
      ...(hints.marks ?? []).filter((mark) => mark.value >= min && mark.value <= max),
      ...(spec.end ? [{ value: spec.end.value, label: spec.end.text }] : []),
    ],
    share,
  )
  const text = `${valueText(spec, value)}${spec.unit ? ` ${spec.unit}` : ''}`
  return (
    <div className="slider" style={{ '--share': share(value) } as never} data-outside={outside || undefined}>
      <Range
        max={track.last}
        value={track.position(value)}
        label={spec.label}
        valueText={outside ? `${text}, ${messages.outsideSlider}` : text}
        onChange={(position) => onChange(track.value(position), source)}
        onBegin={() => onBegin(source)}
        onEnd={() => onEnd(source)}
      />
      {marks.length > 0 && (
        <div className="slider-marks">
          {marks.map((mark) => (
            <button
              key={mark.label}
              type="button"
              className={mark.side}
              style={{ '--share': mark.share } as never}
              onClick={() => onChange(mark.value, `mark:${name}`)}
              aria-label={`${spec.label}: ${mark.label}, ${valueText(spec, mark.value)}`}
            >
              {mark.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

export function NumberField({ name, spec, value, describedBy, onChange }: NumberProps) {
  const [draft, setDraft] = useState<string | null>(null)
  /** What was wrong, and the value it left in place; the note disappears when that value changes. */
  const [note, setNote] = useState<{ text: string; left: number } | null>(null)
  const noteId = useId()
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    const end = endTyped(spec, draft)
    if (end !== null) {
      setNote(null)
      return void onChange(end, `typed:${name}`)
    }
    const possible = readings(draft)
    const read = sensible(spec, possible)
    if (read === null) {
      const options = possible.map((one) => formatNumber(one, 15, undefined, false))
      setNote({ text: options.length > 1 ? messages.typedUnclear(draft, options) : messages.typedWrong(draft), left: value })
      return
    }
    const used = nearest(spec, read)
    setNote(used === read ? null : { text: messages.typedClamped(valueText(spec, used)), left: used })
    onChange(used, `typed:${name}`)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape') {
      setDraft(null)
      setNote(null)
    }
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    setDraft(null)
    const coarse = event.shiftKey ? 10 : event.altKey ? 0.1 : 1
    onChange(stepped(spec, value, by * coarse), `typed:${name}`)
  }
  const shown = valueText(spec, value)
  const said = note?.left === value ? note.text : null
  return (
    <span className="number-field">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={spec.unit ? `${spec.label} (${spec.unit})` : spec.label}
        aria-describedby={said ? noteId : describedBy}
        aria-invalid={said !== null}
        value={draft ?? shown}
        size={Math.max(4, (draft ?? shown).length)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={key}
      />
      {spec.unit && <span className="unit">{spec.unit}</span>}
      {said && (
        <span className="field-note" role="status" id={noteId}>
          <Live>{said}</Live>
        </span>
      )}
    </span>
  )
}
