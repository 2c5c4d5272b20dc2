// The views with one current step: the large one and those linked to it. A click on the title of a small one makes it large.
import { type RefObject, useContext, useEffect, useMemo, useRef } from 'react'
import { type AnyScene, type AnyView, shownViews } from '@/contract'
import { formatNumber } from '@/format'
import { PaletteContext, useDemo, useSession } from '@/session/context'
import { ViewFigure } from './viewFigure'

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
  const { demo, store } = useSession()
  const scene = useScene()
  const large = useDemo((state) => state.view)
  useEffect(() => {
    if (scene !== null) document.documentElement.dataset.ready = demo.meta.slug
  }, [scene, demo])
  const order = shownViews(demo, scene?.params ?? store.getState().params, large).filter(
    (name) => scene === null || (views[name]?.when?.(scene) ?? true),
  )
  const stage = usePauseOutOfSight()
  return (
    <div className="stage" data-views={order.length} ref={stage}>
      {order.map((name, index) => (
        <ViewFigure key={name} name={name} view={views[name] as AnyView} scene={scene} large={index === 0} />
      ))}
    </div>
  )
}

/** Off screen nothing plays. */
function usePauseOutOfSight(): RefObject<HTMLDivElement | null> {
  const session = useSession()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === false && session.pause())
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
