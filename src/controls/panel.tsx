// The parameter panel, built from the schema: every shown parameter has a control, under the heading of its group.
import { memo, useCallback, useId, useMemo } from 'react'
import { defaultsOf, type Event, merge, type Placed, type Point, type SliderHints, type Spec, type Value } from '@/contract'
import { messages } from '@/messages'
import { useDemo, useInTurn, useSession } from '@/session/context'
import { shownParams } from '@/session/session'
import type { SessionState } from '@/session/state'
import { NumberField, NumberSlider } from './numberControl'
import {
  ChoiceControl,
  EventsControl,
  NumbersControl,
  PlacesControl,
  PointControl,
  SeedControl,
  TextControl,
  ToggleControl,
} from './otherControls'
import { part } from './part'
import { RichText, Tex } from './tex'

export const FormulaControl = part(
  () => import('./formulaControl').then((m) => m.FormulaControl),
  <span className="field-note">{messages.loading}</span>,
)

const Control = memo(function Control({ name }: { name: string }) {
  const session = useSession()
  const spec = session.demo.params[name] as Spec
  const valueIn = useCallback((state: SessionState) => state.params[name] as Value, [name])
  const value = useDemo(valueIn)
  const written = useInTurn(valueIn) // changing a field's text costs the page a layout
  const hints = useHints(name)
  const [lit, locked] = useDemo((state) => [state.lit.includes(name), state.locked.has(name)] as const)
  const docId = useId()
  const change = useCallback((next: Value, source: string) => session.change({ [name]: next }, source), [session, name])
  const light = (on: boolean) => session.set({ lit: on ? [name] : [] })
  const common = { name, describedBy: docId, onChange: change }
  const doc = (
    <span id={docId} className="doc">
      {spec.doc}
    </span>
  )
  const Box = locked ? 'fieldset' : 'div'
  return (
    <Box
      {...(locked && { disabled: true })}
      className={`control ${spec.kind}${lit ? ' lit' : ''}`}
      data-control={name}
      title={spec.doc}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
    >
      {(spec.kind === 'number' || spec.kind === 'integer') && (
        <>
          <div className="control-head">
            {spec.symbol && <Tex source={spec.symbol} param={name} />}
            <span className="control-label">{spec.label}</span>
            <NumberField spec={spec} value={written as number} {...common} />
          </div>
          <NumberSlider
            spec={spec}
            value={value as number}
            hints={hints}
            {...common}
            onBegin={session.beginGesture}
            onEnd={session.endGesture}
          />
        </>
      )}
      {spec.kind === 'choice' && <ChoiceControl spec={spec} value={value as string} {...common} />}
      {spec.kind === 'toggle' && <ToggleControl spec={spec} value={value as boolean} {...common} />}
      {spec.kind === 'point' && (
        <div className="control-head">
          {spec.symbol && <Tex source={spec.symbol} param={name} />}
          <span className="control-label">{spec.label}</span>
          <PointControl spec={spec} value={written as Point} {...common} />
        </div>
      )}
      {spec.kind === 'numbers' && (
        <>
          <div className="control-head">
            {spec.symbol && <Tex source={spec.symbol} param={name} />}
            <span className="control-label">{spec.label}</span>
          </div>
          <NumbersControl spec={spec} value={written as readonly number[]} {...common} />
        </>
      )}
      {spec.kind === 'seed' && (
        <div className="control-head">
          <span className="control-label">{spec.label}</span>
          <SeedControl spec={spec} value={value as number} {...common} />
        </div>
      )}
      {spec.kind === 'places' && (
        <div className="control-head">
          <span className="control-label">{spec.label}</span>
          <PlacesControl spec={spec} value={written as readonly Placed[]} {...common} />
        </div>
      )}
      {spec.kind === 'text' && <TextControl spec={spec} value={value as string} {...common} />}
      {spec.kind === 'events' && (
        <>
          <span className="control-label">{spec.label}</span>
          <Events spec={spec} value={value as readonly Event[]} {...common} />
        </>
      )}
      {spec.kind === 'formula' && <FormulaControl spec={spec} value={value as string} {...common} />}
      {doc}
    </Box>
  )
})

/** Range and ticks of a slider; the control rerenders only when they change. */
function useHints(name: string): SliderHints {
  const { demo } = useSession()
  const select = useMemo(() => {
    let [known, text]: [unknown, string] = [null, '{}']
    return (state: SessionState) => {
      // The picture's parameters: a formula that is still being compiled has no bounds to ask for.
      const params = state.picture?.params
      if (params !== undefined && params !== known) {
        known = params
        text = JSON.stringify(demo.sliders?.[name]?.(params) ?? {})
      }
      return text
    }
  }, [demo, name])
  const text = useDemo(select)
  return useMemo(() => JSON.parse(text), [text])
}

function Events(props: Omit<Parameters<typeof EventsControl>[0], 'step'>) {
  const step = useDemo((state) => state.picture?.step ?? 0)
  return <EventsControl {...props} step={step} />
}

interface PanelProps {
  wanted?(name: string): boolean
  /** Only these, in this order and without headings, if they are shown now. */
  only?: readonly string[]
}

/** The wanted controls in the order of the schema; neighbours of one group get its heading. */
export function ParameterPanel({ wanted = () => true, only }: PanelProps) {
  const session = useSession()
  const names = useDemo((state) => {
    const shown = shownParams(session.demo, state.params)
    return only ? only.filter((name) => shown.includes(name)) : shown.filter(wanted)
  })
  if (names.length === 0) return null
  const groups: { title: string; names: string[] }[] = []
  for (const name of names) {
    const title = only ? '' : (session.demo.params[name]?.group ?? '')
    const group = groups.at(-1)
    if (group !== undefined && group.title === title) group.names.push(name)
    else groups.push({ title, names: [name] })
  }
  return (
    <section className="panel" aria-label={messages.parameters}>
      {groups.map((group) => (
        <div key={group.names[0]} className="group">
          {group.title && <h2>{group.title}</h2>}
          {group.names.map((name) => (
            <Control key={name} name={name} />
          ))}
        </div>
      ))}
    </section>
  )
}

/** Presets as pills; one is pressed while its whole state is on screen: its values, and the paper's for all others. */
export function Presets() {
  const session = useSession()
  const { presets } = session.demo
  const select = useMemo(() => {
    const defaults = defaultsOf(session.demo.params)
    const named = Object.entries(presets).map(
      ([name, { params }]) => [name, JSON.stringify(merge(session.demo.params, defaults, params))] as const,
    )
    let [known, found]: [unknown, string | undefined] = [null, undefined]
    return ({ params }: SessionState) => {
      if (params !== known) {
        known = params
        const whole = JSON.stringify(params)
        found = named.find(([, values]) => values === whole)?.[0]
      }
      return found
    }
  }, [presets, session])
  const current = useDemo(select)
  const note = current === undefined ? undefined : presets[current]?.note
  if (Object.keys(presets).length === 0) return null
  return (
    <section className="presets" aria-label={messages.try}>
      <h2>{messages.try}</h2>
      <div className="pills">
        {Object.entries(presets).map(([name, preset]) => (
          <button
            key={name}
            type="button"
            className="pill-button"
            aria-pressed={name === current}
            onClick={() => session.preset(name)}
          >
            {preset.label}
          </button>
        ))}
      </div>
      {note && (
        <p className="preset-note">
          <RichText text={note} />
        </p>
      )}
    </section>
  )
}
