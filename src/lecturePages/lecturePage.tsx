// /lecture: the visitor's own lectures, or the one that came in a link; from here it goes on the wall.
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type Lecture, readLecture } from '@/lecture/format'
import { unpacked } from '@/lecture/share'
import { addLecture, lectureOf, lectures, loadLectures } from '@/lecture/store'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'
import { Editor } from './editor'
import { Reader } from './reader'
import { openSpeaker } from './speaker'
import { Wall } from './wall'
import '@/styles/lecture.css'

/** A lecture that stands in the address, packed. */
const linked = () => /^#l=(.+)$/.exec(location.hash)?.[1]

/** `present`: takes the page to full screen and back. */
export function LecturePage({ present }: { present(on: boolean): void }) {
  const [word, setWord] = useState(linked)
  const [isWall, setWall] = useState(false)
  const own = lectureOf(useStore(lectures))
  useEffect(() => {
    document.title = `${texts.title} · ${messages.brand}`
    document.documentElement.dataset.ready = 'lecture'
    const follow = () => setWord(linked())
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
      delete document.documentElement.dataset.ready
    }
  }, [])
  useEffect(() => void loadLectures(), [])
  const onPresent = () => setWall(true)
  const shared = useShared(word)
  const shown = word === undefined ? own?.lecture : shared?.lecture
  if (isWall && shown) return <Wall lecture={shown} present={present} onLeave={() => setWall(false)} />
  if (word === undefined) return <Editor onPresent={onPresent} onSpeaker={openSpeaker} />
  return <Shared shared={shared} onPresent={onPresent} />
}

interface Read {
  lecture: Lecture | null
  said: readonly string[]
}
function useShared(word: string | undefined): Read | null {
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    setRead(null)
    if (word === undefined) return
    let isStale = false
    unpacked(word).then(
      (text) => {
        const { lecture, notes } = readLecture(text)
        if (!isStale) setRead({ lecture, said: notes.map(texts.noted) })
      },
      () => !isStale && setRead({ lecture: null, said: [texts.noted({ why: 'unreadable' })] }),
    )
    return () => {
      isStale = true
    }
  }, [word])
  return read
}

function Shared({ shared, onPresent }: { shared: Read | null; onPresent(): void }) {
  const [isKept, keep] = useState(false)
  if (shared === null) return <main id="main" aria-busy="true" />
  const { lecture, said } = shared
  const notes = said.map((sentence) => (
    <p className="notes" role="status" key={sentence}>
      {sentence}
    </p>
  ))
  if (lecture === null) {
    return (
      <main className="lectures" id="main">
        {notes}
        <a href={`${import.meta.env.BASE_URL}lecture/`}>{texts.title}</a>
      </main>
    )
  }
  return (
    <Reader
      lecture={lecture}
      intro={
        <>
          {notes}
          <p className="lede">{texts.shared}</p>
        </>
      }
      begin={texts.begin}
    >
      <button type="button" className="pill-button" onClick={onPresent}>
        {texts.present}
      </button>
      <button
        type="button"
        className="pill-button"
        disabled={isKept}
        onClick={() => {
          keep(true)
          addLecture(lecture)
        }}
      >
        {isKept ? texts.kept : texts.keep}
      </button>
    </Reader>
  )
}
