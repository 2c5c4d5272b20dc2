// A lecture as one reads it alone: what it is and its slides, then slide by slide. Where one stands is in the address.
import { type ReactNode, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { useLoaded } from '@/controls/part'
import type { Lecture, Slide } from '@/lecture/format'
import { positionsOf, readAt, writeAt } from '@/lecture/positions'
import { texts } from '@/lecture/texts'
import { metaOf } from '@/registry'
import { Walk } from './walk'

interface ReaderProps {
  lecture: Lecture
  intro: ReactNode
  /** Words of the press that begins. */
  begin: string
  /** Further presses beside it. */
  children?: ReactNode
}

export function Reader({ lecture, intro, begin, children }: ReaderProps) {
  const [params, setParams] = useSearchParams()
  const positions = useMemo(() => positionsOf(lecture, false), [lecture])
  const at = readAt(positions, params.get('at'))
  const go = (to: number | null) => {
    const hash = location.hash
    setParams((old) => {
      const next = new URLSearchParams(old)
      if (to === null) next.delete('at')
      else next.set('at', writeAt(positions[to]!))
      return next
    })
    if (hash) history.replaceState(history.state, '', `${location.search}${hash}`) // the lecture itself may stand there
  }
  if (at !== null) {
    return (
      <main className="lecture-walk" id="main">
        <h1 className="hidden">{lecture.title}</h1>
        <Walk lecture={lecture} at={at} onAt={go} isWall={false} onLeave={() => go(null)} />
      </main>
    )
  }
  return (
    <main className="lectures" id="main">
      <div className="headline">
        <h1>{lecture.title || texts.untitled}</h1>
        {intro}
      </div>
      <div className="lecture-bar">
        <button type="button" className="pill-button strong" disabled={lecture.slides.length === 0} onClick={() => go(0)}>
          {begin}
        </button>
        {children}
      </div>
      <ol className="reader-slides">
        {lecture.slides.map((slide, index) => (
          <li key={slide.id}>
            <button type="button" className="plain-button" onClick={() => go(index)}>
              <span className="tabular">{index + 1}</span>
              <span>{slide.title || texts.pageOfText}</span>
              <Origin slide={slide} />
            </button>
          </li>
        ))}
      </ol>
    </main>
  )
}

function Origin({ slide: { demo } }: { slide: Slide }) {
  const { value: meta } = useLoaded(demo === undefined ? null : metaOf(demo))
  return <span className="soft">{meta?.title}</span>
}
