// Controls of the kinds that are not numbers.
import { Minus, Plus, RotateCcw, Shuffle } from 'lucide-react'
import {
  type ChoiceSpec,
  type Event,
  type EventsSpec,
  type NumbersSpec,
  type Placed,
  type PlacesSpec,
  type Point,
  type PointSpec,
  type SeedSpec,
  type TextSpec,
  type ToggleSpec,
  withNumber,
} from '@/contract'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { NumberField } from './numberControl'
import { Live } from './tex'
import { stepOf, valueText } from './values'

interface Props<S, V> {
  name: string
  spec: S
  value: V
  describedBy?: string
  onChange(value: V, source: string): void
}

export function ChoiceControl({ name, spec, value, describedBy, onChange }: Props<ChoiceSpec, string>) {
  return (
    <fieldset className="choice" aria-describedby={describedBy}>
      <legend className="control-label">{spec.label}</legend>
      <div className="pills">
        {Object.entries(spec.options).map(([option, label]) => (
          <label key={option} className="pill">
            <input
              type="radio"
              name={`choice-${name}`}
              checked={option === value}
              onChange={() => onChange(option, `choice:${name}`)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function ToggleControl({ name, spec, value, describedBy, onChange }: Props<ToggleSpec, boolean>) {
  return (
    <label className="pill">
      <input type="checkbox" checked={value} aria-describedby={describedBy} onChange={() => onChange(!value, `toggle:${name}`)} />
      <span>{spec.label}</span>
    </label>
  )
}

export function PointControl({ name, spec, value, describedBy, onChange }: Props<PointSpec, Point>) {
  const axis = (index: 0 | 1, direction: string) => (
    <NumberField
      name={`${name}.${index}`}
      spec={{
        kind: 'number',
        label: `${spec.label}, ${direction}`,
        doc: spec.doc,
        default: spec.default[index],
        min: spec.min[index],
        max: spec.max[index],
        step: spec.step ?? stepOf({ min: spec.min[index], max: spec.max[index] }),
        unit: spec.unit,
      }}
      value={value[index]}
      describedBy={describedBy}
      onChange={(v, source) => onChange(index === 0 ? [v, value[1]] : [value[0], v], source)}
    />
  )
  return (
    <span className="point-field">
      {axis(0, messages.horizontal)}
      {axis(1, messages.vertical)}
    </span>
  )
}

/** A field for each number, under its name; if they are shares, the others follow. */
export function NumbersControl({ name, spec, value, describedBy, onChange }: Props<NumbersSpec, readonly number[]>) {
  const field = (label: string, index: number) => ({
    kind: 'number' as const,
    label: `${spec.label}, ${label}`,
    doc: spec.doc,
    default: spec.default[index] as number,
    min: spec.min,
    max: spec.max,
    step: stepOf(spec),
  })
  return (
    <span className="numbers-field">
      {spec.names.map((label, index) => (
        <span key={label}>
          <span aria-hidden="true">{label}</span>
          <NumberField
            name={`${name}.${index}`}
            spec={field(label, index)}
            value={value[index] as number}
            describedBy={describedBy}
            onChange={(v, source) => onChange(withNumber(spec, value, index, v), source)}
          />
        </span>
      ))}
    </span>
  )
}

export function SeedControl({ name, spec, value, describedBy, onChange }: Props<SeedSpec, number>) {
  const number = { kind: 'integer' as const, label: spec.label, doc: spec.doc, default: spec.default, min: 0, max: 0xffff_ffff }
  const renew = () => onChange(crypto.getRandomValues(new Uint32Array(1))[0] as number, `seed:${name}`)
  return (
    <span className="seed-field">
      <NumberField name={name} spec={number} value={value} describedBy={describedBy} onChange={onChange} />
      <button type="button" className="pill-button" onClick={renew}>
        <Shuffle aria-hidden="true" />
        {messages.newSeed}
      </button>
    </span>
  )
}

/** The demo accepts any text, so every letter is applied at once. */
export function TextControl({ name, spec, value, describedBy, onChange }: Props<TextSpec, string>) {
  return (
    <label className="text-field">
      <span className="control-label">{spec.label}</span>
      <input
        type="text"
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        maxLength={spec.most}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value, `text:${name}`)}
      />
    </label>
  )
}

/** How many were dragged away, and a button to put them back; dragging happens in the figure. */
export function PlacesControl({ name, spec, value, describedBy, onChange }: Props<PlacesSpec, readonly Placed[]>) {
  return (
    <span className="seed-field">
      <span className="tabular" translate="no">
        {valueText(spec, value)}
      </span>
      <button
        type="button"
        className="pill-button"
        disabled={value.length === 0}
        aria-label={`${messages.putBack}: ${spec.label}`}
        aria-describedby={describedBy}
        onClick={() => onChange([], `places:${name}`)}
      >
        <RotateCcw aria-hidden="true" />
        {messages.putBack}
      </button>
    </span>
  )
}

export function EventsControl({ name, spec, value, step, onChange }: Props<EventsSpec, readonly Event[]> & { step: number }) {
  const add = () =>
    onChange(
      [...value.filter((e) => e.step !== step), { step, strength: spec.strength.default }].sort((a, b) => a.step - b.step),
      `add:${name}`,
    )
  const strength = (event: Event) => ({
    kind: 'number' as const,
    label: `${spec.strength.label}, ${messages.step} ${event.step}`,
    doc: spec.doc,
    default: spec.strength.default,
    min: spec.strength.min,
    max: spec.strength.max,
  })
  return (
    <div className="events">
      {value.map((event) => (
        <div key={event.step} className="event">
          <span>
            {messages.step} {formatNumber(event.step, 8)}
          </span>
          <NumberField
            name={`${name}.${event.step}`}
            spec={strength(event)}
            value={event.strength}
            onChange={(v, source) =>
              onChange(
                value.map((e) => (e.step === event.step ? { ...e, strength: v } : e)),
                source,
              )
            }
          />
          <button
            type="button"
            className="icon-button"
            aria-label={messages.removeEvent(event.step)}
            onClick={() =>
              onChange(
                value.filter((e) => e !== event),
                `remove:${name}`,
              )
            }
          >
            <Minus aria-hidden="true" />
          </button>
        </div>
      ))}
      <button type="button" className="pill-button" disabled={value.length >= spec.most} onClick={add}>
        <Plus aria-hidden="true" />
        <Live>{messages.addEvent(step)}</Live>
      </button>
    </div>
  )
}
