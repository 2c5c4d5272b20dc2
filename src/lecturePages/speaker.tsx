// The speaker's window: what is on the wall, what comes next, notes and time. Pictures, so that nothing runs twice.
import { useEffect, useRef, useState } from 'react'
import type { Slide } from '@/lecture/format'
import { positionsOf } from '@/lecture/positions'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'
import { openChannel, type Said } from './follow'
import { SlidePicture } from './picture'
import { Words } from './words'
import '@/styles/lecture.css'

const SECOND = 1000

export function openSpeaker(): void {
  window.open(`${import.meta.env.BASE_URL}lecture/speaker`, 'momentarium-speaker', 'popup,width=1100,height=700')
}

type Here = Extract<Said, { type: 'here' }>

export function SpeakerPage() {
  const [here, setHere] = useState<Here | null>(null)
  const channel = useRef<ReturnType<typeof openChannel>>(undefined)
  useEffect(() => {
    document.title = `${texts.speakerView.title} · ${messages.brand}`
    const opened = openChannel((said) => {
      if (said.type === 'here') setHere(said)
      if (said.type === 'left') setHere(null)
    })
    channel.current = opened
    opened.say({ type: 'where' })
    document.documentElement.dataset.ready = 'speaker'
    const press = ({ key }: KeyboardEvent) => {
      if (/^(ArrowRight|PageDown)$/.test(key)) opened.say({ type: 'go', by: 1 })
      if (/^(ArrowLeft|PageUp)$/.test(key)) opened.say({ type: 'go', by: -1 })
    }
    addEventListener('keydown', press)
    return () => {
      removeEventListener('keydown', press)
      opened.close()
      delete document.documentElement.dataset.ready
    }
  }, [])
  if (here === null) {
    return (
      <main className="speaker" id="main">
        <h1>{texts.speakerView.title}</h1>
        <p>{texts.speakerView.waiting}</p>
      </main>
    )
  }
  const { lecture, at, began } = here
  const positions = positionsOf(lecture, true)
  const shown = (index: number): Slide | undefined => {
    const position = positions[index]
    const slide = position && lecture.slides[position.slide]
    if (slide === undefined || !position?.step) return slide
    const query = new URLSearchParams(slide.query)
    query.set('step', position.step)
    return { ...slide, query: String(query) }
  }
  const [now, next] = [shown(at), shown(at + 1)]
  const go = (by: 1 | -1) => channel.current?.say({ type: 'go', by })
  return (
    <main className="speaker" id="main" data-at={at}>
      <h1 className="hidden">{texts.speakerView.title}</h1>
      <section className="speaker-now">
        <p className="soft tabular">
          {texts.walk.place((positions[at]?.slide ?? 0) + 1, lecture.slides.length)} · {at + 1}/{positions.length}
        </p>
        <h2>{now?.title}</h2>
        {now && <SlidePicture slide={now} width={480} />}
        <p className="speaker-ways">
          <button type="button" className="pill-button" disabled={at === 0} onClick={() => go(-1)}>
            {texts.walk.back}
          </button>
          <button type="button" className="pill-button strong" disabled={next === undefined} onClick={() => go(1)}>
            {texts.walk.next}
          </button>
          <Clock began={began} />
        </p>
      </section>
      <section className="speaker-next">
        <p className="soft">{next ? texts.speakerView.next : texts.speakerView.end}</p>
        <h3>{next?.title}</h3>
        {next && <SlidePicture slide={next} width={320} />}
      </section>
      <section className="speaker-notes">
        {now?.notes ? <Words text={now.notes} /> : <p className="soft">{texts.speakerView.noNotes}</p>}
      </section>
    </main>
  )
}

/** Minutes and seconds since the lecture began, or since it was pressed. */
function Clock({ began }: { began: number }) {
  const [from, setFrom] = useState(began)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => setFrom(began), [began])
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(Math.floor((now - from) / SECOND), 0)
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <button
      type="button"
      className="plain-button tabular speaker-clock"
      title={texts.speakerView.restart}
      onClick={() => setFrom(Date.now())}
    >
      {texts.speakerView.time} {text}
    </button>
  )
}
