// /t/SLUG: what a tour is about, and the tour itself.
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useLoaded } from '@/controls/part'
import { addLecture } from '@/lecture/store'
import { texts } from '@/lecture/texts'
import { lectureOfTour, type TourMeta } from '@/lecture/tour'
import { messages } from '@/messages'
import { loadTour } from '@/registry/tours'
import { Reader } from './reader'
import { Wall } from './wall'
import '@/styles/lecture.css'

export function TourPage({ meta, present }: { meta: TourMeta; present(on: boolean): void }) {
  const load = useMemo(() => () => loadTour(meta.slug), [meta.slug])
  const { value: tour } = useLoaded(load)
  const lecture = useMemo(() => (tour === null ? null : lectureOfTour(meta, tour)), [meta, tour])
  const [isWall, setWall] = useState(false)
  const [, navigate] = useLocation()
  useEffect(() => {
    document.title = `${meta.title} · ${messages.brand}`
  }, [meta])
  const isThere = lecture !== null
  useEffect(() => {
    if (isThere) document.documentElement.dataset.ready = 'tour'
    return () => {
      delete document.documentElement.dataset.ready
    }
  }, [isThere])
  if (lecture === null) {
    return (
      <main className="lectures" id="main" aria-busy="true">
        <h1>{meta.title}</h1>
      </main>
    )
  }
  if (isWall) return <Wall lecture={lecture} present={present} onLeave={() => setWall(false)} />
  return (
    <Reader
      lecture={lecture}
      begin={texts.tour.begin}
      intro={
        <>
          <p className="lede">{meta.summary}</p>
          <p className="soft">
            {texts.tour.stops(lecture.slides.length)}, {texts.tour.minutes(meta.minutes)}
          </p>
          <h2>{texts.tour.questions}</h2>
          <ul className="tour-questions">
            {meta.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      }
    >
      <button type="button" className="pill-button" onClick={() => setWall(true)}>
        {texts.present}
      </button>
      <button type="button" className="pill-button" onClick={() => addLecture(lecture).then(() => navigate('/lecture'))}>
        {texts.tour.own}
      </button>
    </Reader>
  )
}
