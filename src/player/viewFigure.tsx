// One view with its caption and handles: a plot, or a 3D stage with the plot as its stand-in.
import { Maximize2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { AnyDemo, AnyScene, AnyView, Params, PlotView, Point, StageView } from '@/contract'
import { Missing, useLoaded } from '@/controls/part'
import { Live } from '@/controls/tex'
import { neat } from '@/controls/values'
import type { RunPicture } from '@/engine'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { comesFirst } from '@/session/session'
import { Handles, type HandlesProps } from '@/views/handle'
import { Plot } from '@/views/plot'
import type { TurnProps } from '@/views/stage3d'
import { webgl } from '@/views/webgl'
import { Guarded } from './guarded'
import { fillerOf } from './values'

type Stage3d = typeof import('@/views/stage3d').default
const loaders = new WeakMap<StageView<AnyScene>, () => Promise<Stage3d>>()
/** Loads the host of a stage and the stage itself; the same loader for the same view. */
export function stageLoader(view: StageView<AnyScene>): () => Promise<Stage3d> {
  const known = loaders.get(view)
  if (known) return known
  const load = async () => (await Promise.all([import('@/views/stage3d'), view.load()]))[0].default
  loaders.set(view, load)
  return load
}

interface ViewProps {
  name: string
  view: AnyView
  picture: RunPicture | null
  scene: AnyScene | null
  large: boolean
  /** Whether it waits for the deed of the open stop. */
  waits: boolean
}

export function ViewFigure({ name, view, picture, scene, large, waits }: ViewProps) {
  const session = useSession()
  const text = session.demo.views[name]
  const fillIn = fillerOf(session.demo, picture)
  const { maps = {} } = session.demo
  const shown = view.kind === 'plot' ? [view.map ?? []].flat() : []
  const map = shown
    .flatMap((one) => [...(maps[one]?.needs ?? []), one])
    .filter((one) => scene !== null && (maps[one]?.when?.(scene.params) ?? true))
    .map((one) => scene?.maps[one])
    .find((one) => one !== undefined && one.done < 1)
  const alt = waits ? messages.lesson.waits : fillIn(text?.alt ?? '')
  return (
    <figure className={large ? 'view large' : 'view'} data-view={name} data-thumbnail={large || undefined}>
      <figcaption>
        <strong>{text?.title}</strong>
        {text?.note && scene && !waits && (
          <span>
            {' '}
            · <Live>{fillIn(text.note)}</Live>
          </span>
        )}
        {map && (
          <span className="under-way" style={{ '--done': map.done } as never}>
            · <Live>{messages.progress(map.done)}</Live>
          </span>
        )}
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
      {scene === null && <div className="plot" />}
      <Guarded of={scene}>
        {scene && view.kind === 'plot' && <Flat name={name} view={view} scene={scene} alt={alt} large={large} waits={waits} />}
        {scene && view.kind === 'three' && <Solid name={name} view={view} scene={scene} alt={alt} large={large} />}
      </Guarded>
    </figure>
  )
}

/** Values from a drag, with as many digits as their controls have. */
const neatly = (demo: AnyDemo, changes: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [key, demo.params[key] ? neat(demo.params[key], value) : value]),
  )

interface HandlesOf {
  name: string
  scene: AnyScene
  large: boolean
}

const sourceOf = (handle: string) => `handle:${handle}`

/** The handles of a view, as their host needs them. In the picture in hand they do not wait for its run. */
function useHandles({ name, scene, large }: HandlesOf): HandlesProps {
  const session = useSession()
  const [armed, known, locked] = useDemo((state) => [state.armed, state.known, state.locked] as const)
  const inHand = useDemo((state) => state.held?.source)
  const ahead = useDemo((state) => (comesFirst(state, name, large) ? state.ahead : null))
  const params = ahead ?? (scene.params as Params)
  const items = Object.entries(session.demo.handles ?? {}).flatMap(([key, handle]) => {
    if (handle.view !== name || handle.when?.(params) === false) return []
    const { label, quiet, moves } = handle
    if (moves.every((param) => locked.has(param))) return []
    return [{ name: key, label, invite: known.has(key) ? undefined : handle.invite, quiet, at: handle.at(params), moves }]
  })
  return {
    items,
    hint: messages.handleHint,
    held: items.find((item) => sourceOf(item.name) === inHand)?.name ?? null,
    armed,
    onArm: (key) => session.set({ armed: key }),
    onBegin: (key) => session.beginGesture(sourceOf(key), name),
    onMove(key, to) {
      const { params, held } = session.store.getState()
      const changes = session.demo.handles?.[key]?.move(to, params)
      // A key may take finer steps than the pointer.
      if (changes) session.change(held === null ? changes : neatly(session.demo, changes), sourceOf(key))
      session.handled(key)
    },
    onNudge(key, arrow) {
      const changes = session.demo.handles?.[key]?.nudge?.(arrow, session.store.getState().params)
      if (changes === undefined) return false
      session.change(changes, sourceOf(key))
      session.handled(key)
      return true
    },
    onEnd: (key) => session.endGesture(sourceOf(key)),
    onLight: (item) => session.set({ lit: item?.moves ?? [] }),
  }
}

/** A component of its own, so that a moving handle does not redraw the picture. */
function WithHandles({ children, ...of }: HandlesOf & { children(handles: HandlesProps): ReactNode }) {
  return children(useHandles(of))
}

interface PictureProps<V> extends HandlesOf {
  view: V
  alt: string
}

function Flat({ name, view, scene, alt, large, waits }: PictureProps<PlotView<AnyScene>> & { waits?: boolean }) {
  const session = useSession()
  const press = (at: Point) => {
    const changes = view.press?.(at, scene)
    if (changes) session.change(neatly(session.demo, changes), `press:${name}`)
  }
  return (
    <>
      <Plot view={view} scene={scene} alt={alt} waits={waits} onPress={press}>
        <WithHandles name={name} scene={scene} large={large}>
          {(handles) => handles.items.length > 0 && <Handles {...handles} />}
        </WithHandles>
      </Plot>
      <WithHandles name={name} scene={scene} large={large}>
        {(handles) => <ArmedNote {...handles} />}
      </WithHandles>
    </>
  )
}

function ArmedNote({ items, armed }: HandlesProps) {
  if (!items.some((item) => item.name === armed)) return null
  return (
    <p className="armed-note" role="status">
      {messages.armed}
    </p>
  )
}

/** Turns a stage by hand; undefined if it cannot be turned, or a frame has locked the parameters. */
function useTurn(name: string, { turn }: StageView<AnyScene>, scene: AnyScene): TurnProps | undefined {
  const session = useSession()
  const source = `turn:${name}`
  const held = useDemo((state) => state.held?.source === source)
  const locked = useDemo((state) => state.locked)
  if (turn === undefined || Object.keys(turn([0, 0], scene)).every((param) => locked.has(param))) return undefined
  return {
    held,
    begin: () => session.beginGesture(source, name),
    move: (pressed, by) => session.change(neatly(session.demo, turn(by, pressed)), source),
    end: () => session.endGesture(source),
  }
}

/** A 3D stage; its flat stand-in where there is no WebGL, or while the browser has taken the context away. */
function Solid({ name, view, scene, alt, large }: PictureProps<StageView<AnyScene>>) {
  const turn = useTurn(name, view, scene)
  const [lost, setLost] = useState(false)
  const isDrawn = webgl() !== 'none'
  const { value: Stage3d, failed, again } = useLoaded(isDrawn ? stageLoader(view) : null)
  if (failed) {
    return (
      <>
        <Flat name={name} view={view.flat} scene={scene} alt={alt} large={large} />
        <Missing again={again} />
      </>
    )
  }
  if (lost || !isDrawn) {
    return (
      <>
        <Flat name={name} view={view.flat} scene={scene} alt={alt} large={large} />
        <p className="stand-in" role="status">
          {lost ? messages.lostWebgl : messages.noWebgl}
          {lost && (
            <button type="button" className="link-button" onClick={() => setLost(false)}>
              {messages.tryAgain}
            </button>
          )}
        </p>
      </>
    )
  }
  return (
    <>
      {Stage3d === null ? (
        <div className="plot" data-coming />
      ) : (
        <Stage3d
          view={view}
          scene={scene}
          alt={alt}
          handles={(draw) => (
            <WithHandles name={name} scene={scene} large={large}>
              {draw}
            </WithHandles>
          )}
          turn={turn}
          onLost={() => setLost(true)}
        />
      )}
      <WithHandles name={name} scene={scene} large={large}>
        {(handles) => <ArmedNote {...handles} />}
      </WithHandles>
    </>
  )
}
