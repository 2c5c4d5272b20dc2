// The views at one current step: the large one and its linked small ones. A click on the title of a small one makes it large.
import { memo, type RefObject, useContext, useEffect, useMemo, useRef } from 'react'
import { type AnyDemo, type AnyScene, type AnyView, type Palette, shownViews } from '@/contract'
import { part } from '@/controls/part'
import { formatNumber } from '@/format'
import { messages } from '@/messages'
import { PaletteContext, useDemo, useInTurn, useSession } from '@/session/context'
import { keptBack } from '@/session/lesson'
import { comesFirst } from '@/session/session'
import type { SessionState } from '@/session/state'
import { useKept } from './compared'
import { ViewFigure } from './viewFigure'

type Drawn = Pick<SessionState, 'picture' | 'maps' | 'lecture' | 'phase'>

/** All that pictures depend on; null before the first picture. */
function sceneOf(demo: AnyDemo, drawn: Drawn, palette: Palette): AnyScene | null {
  const { picture, maps } = drawn
  if (picture === null) return null
  const { params, frame, step, steps, dt, series } = picture
  const last = keptBack(demo, drawn).future ? step : picture.last
  return { params, frame, step, last, steps, dt, series, maps, words: demo.words, palette, format: formatNumber } as AnyScene
}

export interface StageProps {
  views: Readonly<Record<string, AnyView>>
}

/** The views that are shown, the large one first. */
export function useOrder({ views }: StageProps): readonly string[] {
  const { demo } = useSession()
  const palette = useContext(PaletteContext)
  return useDemo((state) => {
    const scene = sceneOf(demo, state, palette)
    return shownViews(demo, scene?.params ?? state.params, state.view, demo.lecture[state.lecture ?? -1]).filter(
      (name) => scene === null || (views[name]?.when?.(scene) ?? true),
    )
  })
}

const Pair = part(() => import('./pair').then((m) => m.Pair))

/** `hasWays`: a comparison has buttons of its own. */
export function Stage({ views, hasWays = true }: StageProps & { hasWays?: boolean }) {
  const { demo } = useSession()
  const order = useOrder({ views })
  const kept = useKept()
  const drawn = useDemo((state) => state.picture !== null)
  useEffect(() => {
    if (drawn) document.documentElement.dataset.ready = demo.meta.slug
  }, [drawn, demo])
  const stage = usePauseOutOfSight()
  if (kept !== null) {
    return (
      <div className="stage pair" ref={stage}>
        <Pair views={views} kept={kept} hasWays={hasWays} />
      </div>
    )
  }
  return (
    <div className="stage" data-views={order.length} ref={stage}>
      {order.map((name, index) => (
        <View key={name} name={name} view={views[name] as AnyView} large={index === 0} />
      ))}
    </div>
  )
}

const drawnFrom = ({ picture, maps, lecture, phase }: SessionState): Drawn => ({ picture, maps, lecture, phase })

/** The picture in hand is drawn in every frame, otherwise the large one; the others take turns. */
export const View = memo(function View({ name, view, large }: { name: string; view: AnyView; large: boolean }) {
  const { demo } = useSession()
  const palette = useContext(PaletteContext)
  const first = useDemo((state) => comesFirst(state, name, large))
  const drawn = useInTurn(drawnFrom, first)
  const scene = useMemo(() => sceneOf(demo, drawn, palette), [demo, drawn, palette])
  const waits = keptBack(demo, drawn).views.includes(name)
  return <ViewFigure name={name} view={view} picture={drawn.picture} scene={scene} large={large} waits={waits} />
})

/** Pauses a demo that leaves the window. A page is laid out in steps: what was never in sight has not left. */
function usePauseOutOfSight(): RefObject<HTMLDivElement | null> {
  const session = useSession()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    let seen = false
    const observer = new IntersectionObserver((entries) => {
      const now = entries.at(-1)?.isIntersecting === true
      if (seen && !now) session.pause()
      seen = now
    })
    observer.observe(element.closest('.figure') ?? element)
    const hidden = () => document.hidden && session.pause()
    document.addEventListener('visibilitychange', hidden)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [session])
  return ref
}

/** Buttons that make one of these views the large one. */
export function ViewChoice({ names, shown }: { names: readonly string[]; shown: string | undefined }) {
  const session = useSession()
  return (
    <fieldset className="stop-views pills">
      <legend className="hidden">{messages.lesson.views}</legend>
      {names.map((name) => (
        <label key={name} className="pill">
          <input type="radio" name="stop-view" checked={name === shown} onChange={() => session.set({ view: name })} />
          <span>{session.demo.views[name]?.title}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Tabs over the figure, if a demo has them: a choice of the schema. */
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
          <input type="radio" name="tab" checked={option === current} onChange={() => session.tab(option)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
