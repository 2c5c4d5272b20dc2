// The picture of a slide: drawn by the demo itself, in a frame out of sight, when the picture comes into sight.
import { useEffect, useRef } from 'react'
import type { MomentariumElement } from '@/host/types'
import type { Slide } from '@/lecture/format'
import { frameOf, isKnown, useElement } from './element'
import { Words } from './words'

const WIDTH = 640 // px, in which pictures are drawn

/** `width` in px; `onPaper`: in the light theme, whatever that of the page. */
export function SlidePicture({ slide, width, onPaper = false }: { slide: Slide; width: number; onPaper?: boolean }) {
  const isThere = useElement()
  const demo = useRef<MomentariumElement>(null)
  const known = isKnown(slide)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is another picture
  useEffect(() => {
    const element = demo.current
    if (!isThere || element === null) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      element.draw().catch(() => {})
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isThere, slide.demo, slide.query])
  const size = { width, height: (width * 10) / 16 }
  if (!known || !isThere) {
    return (
      <div className="slide-picture page-of-text" style={size} aria-hidden="true">
        {!known && <strong>{slide.title}</strong>}
        {!known && slide.demo === undefined && <Words text={slide.text} />}
      </div>
    )
  }
  return (
    <div className="slide-picture" style={size} aria-hidden="true" inert>
      <momentarium-demo
        ref={demo}
        demo={slide.demo as string}
        src={frameOf(slide.demo as string)}
        query={slide.query}
        live="never"
        own
        {...(onPaper && { theme: 'light' as const })}
        style={{ width: `${WIDTH}px`, transform: `scale(${width / WIDTH})` }}
      />
    </div>
  )
}
