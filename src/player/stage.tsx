// The views with one current step: the large one and those linked to it. A click on the title of a small one makes it large.
import { Maximize2 } from 'lucide-react'
import { useContext, useEffect, useMemo } from 'react'
import { type AnyScene, type AnyView, type Params, type PlotView, type Point, shownViews } from '@/contract'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { PaletteContext, useDemo, useSession } from '@/session/context'
import { Handles } from '@/views/handle'
import { Plot } from '@/views/plot'
import { useFill } from './values'

/** All that pictures depend on, from the session; null before the first picture. */
function useScene(): AnyScene | null {
  const { demo } = useSession()
  const [picture, maps] = useDemo((state) => [state.picture, state.maps] as const)
  const palette = useContext(PaletteContext)
  return useMemo(() => {
    if (picture === null) return null
    const { params, frame, step, last, steps, dt, series } = picture
    return { params, frame, step, last, steps, dt, series, maps, words: demo.words, palette, format: formatNumber } as AnyScene
  }, [demo, picture, maps, palette])
}

export function Stage({ views }: { views: Readonly<Record<string, AnyView>> }) {
  const { demo } = useSession()
  const scene = useScene()
  const [large, params] = useDemo((state) => [state.view, state.params] as const)
  useEffect(() => {
    if (scene !== null) document.documentElement.dataset.ready = demo.meta.slug
  }, [scene, demo])
  const order = shownViews(demo, scene?.params ?? params, large).filter(
    (name) => scene === null || (views[name]?.when?.(scene) ?? true),
  )
  return (
    <div className="stage" data-views={order.length}>
      {order.map((name, index) => (
        <ViewFigure key={name} name={name} view={views[name] as AnyView} scene={scene} large={index === 0} />
      ))}
    </div>
  )
}

/** Tabs over the figure, where a demo has them: a choice of the schema. */
export function Tabs() {
  const session = useSession()
  const { tabs, params } = session.demo
  const spec = tabs && params[tabs.by]
  const current = useDemo((state) => tabs && state.params[tabs.by])
  if (!tabs || spec?.kind !== 'choice') return null
  return (
    <fieldset className="tabs">
      <legend className="hidden">{spec.label}</legend>
      {Object.entries(spec.options).map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name="tab"
            checked={option === current}
            onChange={() => session.change({ [tabs.by]: option }, 'tab')}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ViewFigure({ name, view, scene, large }: { name: string; view: AnyView; scene: AnyScene | null; large: boolean }) {
  const session = useSession()
  const text = session.demo.views[name]
  const fillIn = useFill()
  const plot: PlotView<AnyScene> | undefined = view.kind === 'plot' ? view : view.flat
  return (
    <figure className={large ? 'view large' : 'view'} data-view={name} data-thumbnail={large || undefined}>
      <figcaption>
        <strong>{text?.title}</strong>
        {text?.note && scene && <span> · {fillIn(text.note)}</span>}
        {!large && (
          <button
            type="button"
            className="icon-button enlarge"
            aria-label={messages.enlarge(text?.title ?? name)}
            onClick={() => session.set({ view: name })}
          >
            <Maximize2 aria-hidden="true" />
          </button>
        )}
      </figcaption>
      {scene && plot ? (
        <PlotWithHandles name={name} view={plot} scene={scene} alt={fillIn(text?.alt ?? '')} />
      ) : (
        <div className="plot" />
      )}
    </figure>
  )
}

function PlotWithHandles({ name, view, scene, alt }: { name: string; view: PlotView<AnyScene>; scene: AnyScene; alt: string }) {
  const session = useSession()
  const [armed, known] = useDemo((state) => [state.armed, state.known] as const)
  const params = scene.params as Params
  const handles = Object.entries(session.demo.handles ?? {}).filter(
    ([, handle]) => handle.view === name && (handle.when?.(params) ?? true),
  )
  const items = handles.map(([key, handle]) => ({
    name: key,
    label: handle.label,
    invite: known.has(key) ? undefined : handle.invite,
    quiet: handle.quiet,
    at: handle.at(params),
    moves: handle.moves,
  }))
  const move = (key: string, to: Point) => {
    const changes = session.demo.handles?.[key]?.move(to, session.store.getState().params)
    if (changes) session.change(changes, `handle:${key}`)
    session.handled(key)
  }
  const press = (at: Point) => {
    if (armed !== null && session.demo.handles?.[armed]?.view === name) {
      session.endGesture()
      move(armed, at)
      session.set({ armed: null })
      return
    }
    const changes = view.press?.(at, scene)
    if (changes) session.change(changes, `press:${name}`)
  }
  const waiting = armed !== null && handles.some(([key]) => key === armed)
  return (
    <>
      <Plot view={view} scene={scene} alt={alt} onPress={press}>
        {items.length > 0 && (
          <Handles
            items={items}
            hint={messages.handleHint}
            armed={armed}
            onArm={(key) => session.set({ armed: key })}
            onBegin={(key) => session.beginGesture(`handle:${key}`)}
            onMove={move}
            onEnd={session.endGesture}
            onLight={(item) => session.set({ lit: item?.moves ?? [] })}
          />
        )}
      </Plot>
      {waiting && (
        <p className="armed-note" role="status">
          {messages.armed}
        </p>
      )}
    </>
  )
}
