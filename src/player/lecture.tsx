// The lecture path: numbered stops under the figure, the text of the current one above it.
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { RichText } from '@/controls/tex'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { stepLecture } from './keys'
import { useFill } from './values'

/** The stops, under the figure. */
export function LectureStops() {
  const session = useSession()
  const { lecture } = session.demo
  const current = useDemo((state) => state.lecture)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (current === null) return
    const stop = list.current?.children[current] as HTMLElement | undefined
    list.current?.scrollTo?.({ left: (stop?.offsetLeft ?? 0) - 40 })
  }, [current])
  if (lecture.length === 0) return null
  return (
    <nav className="lecture" aria-label={messages.lecture}>
      <ol ref={list}>
        {lecture.map((stop, index) => (
          <li key={stop.id}>
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              onClick={() => session.lectureStep(index)}
            >
              <span className="stop-number">{index + 1}</span> {stop.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The text of the current stop, over the figure in place of the first sentence. */
export function LectureText({ index, hasDemo }: { index: number; hasDemo(slug: string): boolean }) {
  const session = useSession()
  const { lecture } = session.demo
  const fillIn = useFill()
  const step = lecture[index]
  if (step === undefined) return null
  return (
    <div className="lecture-text">
      <div aria-live="polite">
        <h2 key={step.id}>
          <span className="stop-number">{index + 1}</span> {step.title}
        </h2>
        <p>
          <RichText text={fillIn(step.text)} />
        </p>
        {step.ask && (
          <p className="ask">
            <RichText text={fillIn(step.ask)} />
          </p>
        )}
        {step.link && hasDemo(step.link.slug) && <Link href={`/d/${step.link.slug}?${step.link.query}`}>{step.link.label}</Link>}
      </div>
      <div className="lecture-buttons">
        <button type="button" className="pill-button" disabled={index === 0} onClick={() => stepLecture(session, -1)}>
          <ArrowLeft aria-hidden="true" />
          {messages.lecturePrevious}
        </button>
        <button
          type="button"
          className="pill-button"
          disabled={index === lecture.length - 1}
          onClick={() => stepLecture(session, 1)}
        >
          {messages.lectureNext}
          <ArrowRight aria-hidden="true" />
        </button>
        <span className="soft tabular" translate="no">
          {messages.lectureStep(index + 1, lecture.length)}
        </span>
        <button type="button" className="link-button" onClick={() => session.lectureStep(null)}>
          {messages.lectureLeave}
        </button>
      </div>
    </div>
  )
}
