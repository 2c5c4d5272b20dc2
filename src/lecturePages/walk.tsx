// A lecture, slide by slide: words above, the demo beneath. The demos beside the one on screen are loaded ahead; those that were left keep their state.
import { ArrowLeft, ArrowRight, Eraser, MonitorOff, PenLine, Pointer, QrCode } from 'lucide-react'
import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Live } from '@/controls/tex'
import type { MomentariumElement } from '@/host/types'
import type { Lecture, Slide } from '@/lecture/format'
import { type Position, positionsOf } from '@/lecture/positions'
import { texts } from '@/lecture/texts'
import { PaletteContext } from '@/session/context'
import { Code } from './code'
import { frameOf, isKnown, pageOf, useElement } from './element'
import { Ink, type Line, type Tool } from './ink'
import { Words } from './words'

const NEAR = 1 // slides to each side whose demos are loaded

interface WalkProps {
  lecture: Lecture
  /** Index among the lecture's positions. */
  at: number
  onAt(at: number): void
  /** On a wall: the lesson's deeds are steps, letters are large, and there are a pointer and a pen. */
  isWall: boolean
  onLeave(): void
  onSpeaker?: () => void
  /** Beside the ways on. */
  children?: ReactNode
}

export function Walk({ lecture, at, onAt, isWall, onLeave, onSpeaker, children }: WalkProps) {
  const positions = useMemo(() => positionsOf(lecture, isWall), [lecture, isWall])
  const here = positions[Math.min(at, positions.length - 1)]
  const [tool, setTool] = useState<Tool | null>(null)
  const [ink, setInk] = useState<{ slide: string; lines: readonly Line[] }>({ slide: '', lines: [] })
  const [showsCode, showCode] = useState(false)
  const [link, setLink] = useState('')
  const stage = useRef<HTMLDivElement>(null)
  const slide = here && lecture.slides[here.slide]
  const go = (by: 1 | -1) => {
    const next = at + by
    if (next >= 0 && next < positions.length) onAt(next)
  }
  const toggle = (wanted: Tool) => setTool((now) => (now === wanted ? null : wanted))
  const wipe = () => setInk({ slide: '', lines: [] })
  const code = () => {
    const shown = stage.current?.querySelector<MomentariumElement>('[data-here] momentarium-demo')
    setLink(shown?.link || location.href)
    showCode((now) => !now)
  }
  useKeys({
    next: () => go(1),
    back: () => go(-1),
    leave: () => {
      if (showsCode) showCode(false)
      else if (tool !== null) setTool(null)
      else onLeave()
    },
    ...(isWall && {
      letters: {
        l: () => toggle('laser'),
        d: () => toggle('pen'),
        w: wipe,
        b: () => toggle('black'),
        q: code,
        ...(onSpeaker && { s: onSpeaker }),
      },
    }),
  })
  if (here === undefined || slide === undefined) return null
  const isLast = at >= positions.length - 1
  return (
    <section className="walk" data-wall={isWall || undefined} aria-label={texts.walk.label} data-at={at}>
      <header className="walk-words" aria-live="polite">
        {slide.title && (
          <h2>
            <Live>{slide.title}</Live>
          </h2>
        )}
        <Words text={slide.text} />
      </header>
      <div className="walk-stage" ref={stage} data-empty={slide.demo === undefined || undefined}>
        <Demos lecture={lecture} here={here} isWall={isWall} />
        {slide.demo !== undefined && !isKnown(slide) && <p role="status">{texts.missingDemo(slide.demo)}</p>}
        {isWall && (
          <Ink
            tool={tool}
            lines={ink.slide === slide.id ? ink.lines : []}
            onLines={(lines) => setInk({ slide: slide.id, lines })}
          />
        )}
        {showsCode && <Code link={link} onClose={() => showCode(false)} />}
      </div>
      <nav className="walk-ways" aria-label={texts.walk.label}>
        <button type="button" className="plain-button" disabled={at === 0} onClick={() => go(-1)}>
          <ArrowLeft aria-hidden="true" />
          {texts.walk.back}
        </button>
        <span className="soft tabular">{texts.walk.place(here.slide + 1, lecture.slides.length)}</span>
        <button type="button" className="pill-button strong" disabled={isLast} onClick={() => go(1)}>
          {texts.walk.next}
          <ArrowRight aria-hidden="true" />
        </button>
        <span className="spacer" />
        {isWall && (
          <fieldset className="walk-tools">
            <legend className="hidden">{texts.walk.tools}</legend>
            <Press
              icon={<Pointer aria-hidden="true" />}
              name={texts.walk.laser}
              isOn={tool === 'laser'}
              onPress={() => toggle('laser')}
            />
            <Press
              icon={<PenLine aria-hidden="true" />}
              name={texts.walk.pen}
              isOn={tool === 'pen'}
              onPress={() => toggle('pen')}
            />
            <Press icon={<Eraser aria-hidden="true" />} name={texts.walk.wipe} onPress={wipe} />
            <Press
              icon={<MonitorOff aria-hidden="true" />}
              name={texts.walk.black}
              isOn={tool === 'black'}
              onPress={() => toggle('black')}
            />
            <Press icon={<QrCode aria-hidden="true" />} name={texts.walk.code} isOn={showsCode} onPress={code} />
          </fieldset>
        )}
        {children}
        <button type="button" className="plain-button" onClick={onLeave}>
          {isWall ? texts.walk.leave : texts.walk.overview}
        </button>
      </nav>
    </section>
  )
}

interface PressProps {
  icon: ReactNode
  name: string
  isOn?: boolean
  onPress(): void
}
const Press = ({ icon, name, isOn, onPress }: PressProps) => (
  <button type="button" className="icon-button" title={name} aria-label={name} aria-pressed={isOn} onClick={onPress}>
    {icon}
  </button>
)

/** Slides that were near once stay in the page, so that their demos go on from where they were left. */
function Demos({ lecture, here, isWall }: { lecture: Lecture; here: Position; isWall: boolean }) {
  const isThere = useElement()
  const seen = useRef(new Set<string>())
  for (const [index, { id }] of lecture.slides.entries()) if (Math.abs(index - here.slide) <= NEAR) seen.current.add(id)
  if (!isThere) return null
  return lecture.slides.map(
    (slide, index) =>
      isKnown(slide) &&
      seen.current.has(slide.id) && (
        <Demo
          key={slide.id}
          slide={slide}
          step={index === here.slide ? here.step : undefined}
          distance={Math.abs(index - here.slide)}
          isWall={isWall}
        />
      ),
  )
}

/** `step`: undefined where another slide is on screen. */
function Demo({
  slide,
  step,
  distance,
  isWall,
}: {
  slide: Slide
  step: string | null | undefined
  distance: number
  isWall: boolean
}) {
  const element = useRef<MomentariumElement>(null)
  const isHere = distance === 0
  const isNear = distance <= NEAR
  const there = useRef(isHere)
  there.current = isHere
  const theme = useContext(PaletteContext).name
  useEffect(() => {
    const demo = element.current
    if (demo === null) return
    if (isHere) demo.removeAttribute('covered')
    if (!isNear) return demo.release()
    const cover = () => {
      if (there.current) return
      demo.refresh().catch(() => {})
      demo.setAttribute('covered', '')
    }
    demo.activate().then(cover, () => {})
  }, [isHere, isNear])
  const isStop = new URLSearchParams(slide.query).has('step')
  const last = useRef<string | null>(null)
  if (step !== undefined) last.current = step // a slide that was left stays at its step
  return (
    <div className="walk-demo" data-here={isHere || undefined} inert={!isHere}>
      <momentarium-demo
        ref={element}
        demo={slide.demo as string}
        src={frameOf(slide.demo as string)}
        query={slide.query}
        {...(last.current !== null && { step: last.current })}
        {...(isStop ? { show: 'stop,player' } : { ui: 'controls' })}
        theme={theme}
        {...(isWall && { scale: scaleOfWall() })}
        live="manual"
        keys="up"
        keep
        own
        alt={slide.title || undefined}
      >
        <a href={pageOf(slide)}>{slide.title}</a>
      </momentarium-demo>
    </div>
  )
}

/** As large as a demo's own page presents: letters for the last row. */
const scaleOfWall = () => Math.min(Math.max(1.125, Math.min(0.0145 * innerWidth, 0.025 * innerHeight) / 16), 2.75).toFixed(2)

interface Keys {
  next(): void
  back(): void
  leave(): void
  letters?: Readonly<Record<string, () => void>>
}
const FORWARD = /^(ArrowRight|ArrowDown|PageDown| )$/
const BACKWARD = /^(ArrowLeft|ArrowUp|PageUp)$/

/** Keys of the page, and those for which the demo has no use: they come from its frame. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event
      if (event.defaultPrevented || ctrlKey || metaKey || altKey) return
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return
      if (key === ' ' && target instanceof HTMLButtonElement) return
      const act = FORWARD.test(key)
        ? latest.current.next
        : BACKWARD.test(key)
          ? latest.current.back
          : key === 'Escape'
            ? latest.current.leave
            : latest.current.letters?.[key.toLowerCase()]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
