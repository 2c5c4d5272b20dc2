// The lecture on paper: each slide with its picture, its words, its address and a code.
import { useEffect, useRef, useState } from 'react'
import type { MomentariumElement } from '@/host/types'
import type { Lecture } from '@/lecture/format'
import { texts } from '@/lecture/texts'
import { qrOf } from '@/qr'
import { isKnown, pageOf } from './element'
import { SlidePicture } from './picture'
import { Words } from './words'

const WIDTH = 480 // px
const PATIENCE = 60_000 // ms that paper waits for its pictures

/** Draws all pictures, then prints; `onDone`: the print was made, or given up. */
export function Handout({ lecture, onDone }: { lecture: Lecture; onDone(): void }) {
  const paper = useRef<HTMLElement>(null)
  const [left, setLeft] = useState(lecture.slides.filter(isKnown).length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once, for one print
  useEffect(() => {
    let isLeft = false
    const drawAll = async () => {
      await customElements.whenDefined('momentarium-demo')
      for (const demo of paper.current?.querySelectorAll<MomentariumElement>('momentarium-demo') ?? []) {
        if (isLeft) return
        await demo.draw().catch(() => {}) // the default state stands there then, and says so
        setLeft((count) => count - 1)
      }
    }
    Promise.race([drawAll(), new Promise((late) => setTimeout(late, PATIENCE))]).then(() => {
      if (isLeft) return
      addEventListener('afterprint', onDone, { once: true })
      print()
    })
    return () => {
      isLeft = true
    }
  }, [])
  return (
    <>
      <p className="notes handout-progress" role="status">
        {texts.drawing(left)}
      </p>
      <section className="lecture-handout" ref={paper}>
        <h1>{lecture.title}</h1>
        {lecture.slides.map((slide) => {
          const link = new URL(pageOf(slide), location.href).href
          return (
            <article key={slide.id}>
              <h2>{slide.title}</h2>
              <Words text={slide.text} />
              {isKnown(slide) && (
                <div className="handout-state">
                  <SlidePicture slide={slide} width={WIDTH} onPaper />
                  <QrCode link={link} />
                  <a href={link}>{link}</a>
                </div>
              )}
            </article>
          )
        })}
      </section>
    </>
  )
}

function QrCode({ link }: { link: string }) {
  const rows = qrOf(link)
  if (rows === null) return null
  return (
    <svg viewBox={`0 0 ${rows.length} ${rows.length}`} aria-hidden="true">
      <path d={rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')} />
    </svg>
  )
}
