// The visitor's lectures: the list of slides, what each says, and the ways out: on a wall, as a link, as a file, as a deck.
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { Live } from '@/controls/tex'
import { addSlides, moveSlide, readLecture, setTitle, slideOf } from '@/lecture/format'
import {
  addLecture,
  change,
  type Kept,
  lectureOf,
  lectures,
  loadLectures,
  openLecture,
  redo,
  removeLecture,
  undo,
} from '@/lecture/store'
import { texts } from '@/lecture/texts'
import { messages } from '@/messages'
import { Handout } from './handout'
import { Slides } from './slideList'
import { TakeAway } from './takeAway'

interface EditorProps {
  onPresent(): void
  onSpeaker(): void
}

export function Editor({ onPresent, onSpeaker }: EditorProps) {
  const state = useStore(lectures)
  const open = lectureOf(state)
  const [said, say] = useState<readonly string[]>([])
  useEffect(() => void loadLectures(), [])
  useUndoKeys()
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    const { lecture, notes } = readLecture(await file.text())
    say(notes.map(texts.noted))
    if (lecture !== null) await addLecture(lecture)
  }
  return (
    <main className="lectures" id="main" data-loaded={state.all !== null || undefined}>
      <div className="headline">
        <h1>{texts.title}</h1>
        <p className="lede">{texts.lede}</p>
      </div>
      <div className="lecture-bar">
        {state.all && state.all.length > 1 && (
          <label>
            <span className="hidden">{texts.choose}</span>
            <select value={open?.id} onChange={(event) => openLecture(event.target.value)}>
              {state.all.map(({ id, lecture }) => (
                <option key={id} value={id}>
                  {lecture.title || texts.untitled}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" className="pill-button" onClick={() => addLecture({ title: '', slides: [] })}>
          {texts.create}
        </button>
        <label className="pill-button file-button">
          {texts.openFile}
          <input
            type="file"
            accept=".json,application/json"
            className="hidden"
            onChange={(event) => {
              read(event.target.files?.[0])
              event.target.value = '' // the same file can be opened again
            }}
          />
        </label>
        <button type="button" className="pill-button" disabled={state.past.length === 0} onClick={undo}>
          {messages.undo}
        </button>
        <button type="button" className="pill-button" disabled={state.future.length === 0} onClick={redo}>
          {messages.redo}
        </button>
      </div>
      {state.trouble && (
        <p className="notes" role="alert">
          {texts.trouble[state.trouble]}
        </p>
      )}
      <div role="status">
        {said.map((sentence) => (
          <p className="notes" key={sentence}>
            {sentence}
          </p>
        ))}
        {state.removed && (
          <p className="notes">
            {texts.removed(state.removed.title || texts.untitled)}{' '}
            <button type="button" className="link-button" onClick={() => state.removed && addLecture(state.removed)}>
              {texts.bringBack}
            </button>
          </p>
        )}
      </div>
      {open ? <OneLecture key={open.id} kept={open} onPresent={onPresent} onSpeaker={onSpeaker} /> : state.all && <Nothing />}
    </main>
  )
}

const Nothing = () => (
  <p className="nothing">
    {texts.empty} <Link href="/">{texts.demos}</Link>
  </p>
)

function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      event.preventDefault() // in fields, too: what was typed there is a change of the lecture
      if (event.shiftKey) redo()
      else undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function OneLecture({ kept: { id, lecture }, onPresent, onSpeaker }: EditorProps & { kept: Kept }) {
  const [edited, edit] = useState<string | null>(null)
  const [said, say] = useState<string | null>(null)
  const [isPrinted, print] = useState(false)
  const { slides } = lecture
  const isEmpty = slides.length === 0
  const move = (slide: string, to: number) => {
    change(id, moveSlide(slide, to))
    say(texts.moved(Math.min(Math.max(to, 0), slides.length - 1) + 1, slides.length))
  }
  const addPage = () => {
    const slide = slideOf({})
    change(id, addSlides([slide], edited ?? undefined))
    edit(slide.id)
  }
  return (
    <>
      <input
        className="lecture-title"
        aria-label={texts.name}
        placeholder={texts.untitled}
        value={lecture.title}
        onInput={(event) => change(id, setTitle(event.currentTarget.value), 'title')}
      />
      <div className="lecture-bar">
        <button type="button" className="pill-button strong" disabled={isEmpty} onClick={onPresent}>
          {texts.present}
        </button>
        <button type="button" className="pill-button" disabled={isEmpty} onClick={onSpeaker}>
          {texts.speaker}
        </button>
        <TakeAway lecture={lecture} onPrint={() => print(true)} />
        <button type="button" className="plain-button" onClick={() => removeLecture(id)}>
          {texts.remove}
        </button>
      </div>
      {isEmpty ? <Nothing /> : <p className="soft lecture-keys">{texts.walk.keys}</p>}
      <Slides lecture={lecture} id={id} edited={edited} onEdit={edit} onMove={move} />
      <p className="hidden" role="status">
        <Live>{said}</Live>
      </p>
      <button type="button" className="pill-button" onClick={addPage}>
        {texts.addPage}
      </button>
      {isPrinted && <Handout lecture={lecture} onDone={() => print(false)} />}
    </>
  )
}
