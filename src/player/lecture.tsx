// The lecture path: numbered stops under the figure, and the text of the current one.
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { RichText } from '@/controls/tex'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { stepLecture } from './keys'
import { useFill } from './values'

export function Lecture({ hasDemo }: { hasDemo(slug: string): boolean }) {
  const session = useSession()
  const { lecture } = session.demo
  const current = useDemo((state) => state.lecture)
  const fillIn = useFill()
  const list = useRef<HTMLOListElement>(null)
  const step = current === null ? undefined : lecture[current]
  useEffect(() => {
    if (current === null) return
    const stop = list.current?.children[current] as HTMLElement | undefined
    list.current?.scrollTo?.({ left: (stop?.offsetLeft ?? 0) - 40 })
  }, [current])
  if (lecture.length === 0) return null
  return (
    <section className="lecture" aria-label={messages.lecture}>
      <ol ref={list}>
        {lecture.map((stop, index) => (
          <li key={stop.id}>
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              onClick={() => session.lectureStep(index)}
            >
              <span className="number">{index + 1}</span> {stop.title}
            </button>
          </li>
        ))}
      </ol>
      {step && current !== null && (
        <div className="lecture-text">
          <div aria-live="polite">
            <h2>{step.title}</h2>
            <p>
              <RichText text={fillIn(step.text)} />
            </p>
            {step.ask && (
              <p className="ask">
                <RichText text={fillIn(step.ask)} />
              </p>
            )}
            {step.link && hasDemo(step.link.slug) && <a href={`/d/${step.link.slug}?${step.link.query}`}>{step.link.label}</a>}
          </div>
          <div className="lecture-buttons">
            <button type="button" className="pill-button" disabled={current === 0} onClick={() => stepLecture(session, -1)}>
              <ArrowLeft aria-hidden="true" />
              {messages.lecturePrevious}
            </button>
            <span className="soft tabular">{messages.lectureStep(current + 1, lecture.length)}</span>
            <button
              type="button"
              className="pill-button"
              disabled={current === lecture.length - 1}
              onClick={() => stepLecture(session, 1)}
            >
              {messages.lectureNext}
              <ArrowRight aria-hidden="true" />
            </button>
            <button type="button" className="link-button" onClick={() => session.lectureStep(null)}>
              {messages.lectureLeave}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}
