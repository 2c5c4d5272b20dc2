// The visitor's lectures: the list of slides, what each says, and the ways out: on a wall, as a link, as a file, as a deck.
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import Sortable from 'sortablejs'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { useLoaded } from '@/controls/part'
import { Live } from '@/controls/tex'
import {
  addSlides,
  changeSlide,
  type Lecture,
  moveSlide,
  readLecture,
  removeSlide,
  type Slide,
  setTitle,
  slideOf,
  writeLecture,
} from '@/lecture/format'
import { packed } from '@/lecture/share'
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
import { copyText } from '@/player/copy'
import { metaOf } from '@/registry'
import { isKnown, pageOf } from './element'
import { Handout } from './handout'
import { SlidePicture } from './picture'
import { save } from './save'

const THUMBNAIL = 160 // px

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
      {isEmpty && <Nothing />}
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

interface SlidesProps {
  lecture: Lecture
  id: string
  edited: string | null
  onEdit(slide: string | null): void
  onMove(slide: string, to: number): void
}

function Slides({ lecture: { slides }, id, edited, onEdit, onMove }: SlidesProps) {
  const list = useRef<HTMLOListElement>(null)
  const latest = useRef(onMove)
  latest.current = onMove
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const sortable = new Sortable(element, {
      handle: '.slide-grip',
      forceFallback: true, // by the same events for mouse, finger and pen
      animation: 150,
      onEnd({ item, oldIndex, newIndex }) {
        if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return
        item.remove() // back to where the page had it: the page moves it itself
        element.insertBefore(item, element.children[oldIndex] ?? null)
        latest.current(item.dataset.slide as string, newIndex)
      },
    })
    return () => sortable.destroy()
  }, [])
  return (
    <ol className="slides" aria-label={texts.slides} ref={list}>
      {slides.map((slide, index) => (
        <SlideRow
          key={slide.id}
          slide={slide}
          place={index}
          count={slides.length}
          lecture={id}
          isEdited={slide.id === edited}
          onEdit={onEdit}
          onMove={onMove}
        />
      ))}
    </ol>
  )
}

interface RowProps extends Pick<SlidesProps, 'onEdit' | 'onMove'> {
  slide: Slide
  place: number
  count: number
  /** Name of the lecture. */
  lecture: string
  isEdited: boolean
}

function SlideRow({ slide, place, count, lecture, isEdited, onEdit, onMove }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  const name = useName(slide)
  const moveTo = (to: number) => {
    if (to < 0 || to >= count) return
    onMove(slide.id, to)
    // the row is another one's place now; the focus goes with it
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.slide-grip')?.focus())
  }
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (by === undefined || !event.altKey) return
    event.preventDefault()
    moveTo(place + by)
  }
  return (
    <li ref={row} data-slide={slide.id} onKeyDown={keys}>
      <div className="slide-row">
        <button
          type="button"
          className="slide-grip"
          title={texts.drag}
          aria-label={`${texts.slide(place + 1, name)}. ${texts.drag}`}
        >
          <GripVertical aria-hidden="true" />
          <span className="tabular">{place + 1}</span>
        </button>
        <SlidePicture slide={slide} width={THUMBNAIL} />
        <div className="slide-words">
          <strong>
            <Live>{slide.title || name}</Live>
          </strong>
          <p className="soft">
            {slide.demo === undefined ? texts.pageOfText : isKnown(slide) ? name : texts.missingDemo(slide.demo)}
          </p>
        </div>
        <div className="slide-presses">
          <button
            type="button"
            className="pill-button"
            aria-expanded={isEdited}
            onClick={() => onEdit(isEdited ? null : slide.id)}
          >
            <Live>{isEdited ? texts.done : texts.edit}</Live>
          </button>
          <IconPress name={texts.up} isOff={place === 0} onPress={() => moveTo(place - 1)}>
            <ArrowUp aria-hidden="true" />
          </IconPress>
          <IconPress name={texts.down} isOff={place === count - 1} onPress={() => moveTo(place + 1)}>
            <ArrowDown aria-hidden="true" />
          </IconPress>
          <IconPress name={texts.delete} onPress={() => change(lecture, removeSlide(slide.id))}>
            <Trash2 aria-hidden="true" />
          </IconPress>
        </div>
      </div>
      {isEdited && <Fields slide={slide} lecture={lecture} />}
    </li>
  )
}

interface IconPressProps {
  name: string
  isOff?: boolean
  onPress(): void
  children: ReactNode
}
const IconPress = ({ name, isOff, onPress, children }: IconPressProps) => (
  <button type="button" className="icon-button" title={name} aria-label={name} disabled={isOff} onClick={onPress}>
    {children}
  </button>
)

/** The demo's title, or how a page of text begins. */
function useName({ demo, text }: Slide): string {
  const { value: meta } = useLoaded(demo === undefined ? null : metaOf(demo))
  return demo === undefined ? text.slice(0, 60) || texts.pageOfText : (meta?.title ?? demo)
}

function Fields({ slide, lecture }: { slide: Slide; lecture: string }) {
  const set = (field: 'title' | 'text' | 'notes') => (event: { currentTarget: { value: string } }) =>
    change(lecture, changeSlide(slide.id, { [field]: event.currentTarget.value }), `${slide.id} ${field}`)
  return (
    <div className="slide-fields">
      <label>
        <span>{texts.fields.title}</span>
        <input value={slide.title} onInput={set('title')} />
      </label>
      <label>
        <span>{texts.fields.text}</span>
        <textarea rows={4} value={slide.text} onInput={set('text')} />
      </label>
      <label>
        <span>{texts.fields.notes}</span>
        <textarea rows={3} value={slide.notes} onInput={set('notes')} />
      </label>
      {isKnown(slide) && <Link href={pageOf(slide)}>{texts.openState}</Link>}
    </div>
  )
}

const EXPORTS = {
  reveal: { file: 'html', load: async () => (await import('@/lecture/exports')).revealDeck },
  slidev: { file: 'md', load: async () => (await import('@/lecture/exports')).slidevDeck },
  page: { file: 'html', load: async () => (await import('@/lecture/exports')).webPage },
} as const

function TakeAway({ lecture, onPrint }: { lecture: Lecture; onPrint(): void }) {
  const [said, say] = useState<string | null>(null)
  const site = new URL(import.meta.env.BASE_URL, location.href).href.replace(/\/$/, '')
  const title = lecture.title || texts.untitled
  const link = async () => {
    const word = await packed(writeLecture(lecture))
    if (word === null) return say(texts.linkLong)
    const address = `${site}/lecture/#l=${word}`
    say((await copyText(address)) ? messages.copied : messages.copyFailed(address))
  }
  const take = async (kind: keyof typeof EXPORTS) => {
    const { file, load } = EXPORTS[kind]
    save((await load())({ ...lecture, title }, site), `${title}.${kind}.${file}`)
  }
  return (
    <details className="take-away">
      <summary className="pill-button">{texts.takeAway}</summary>
      <div className="take-away-list">
        <button type="button" className="plain-button" onClick={link}>
          {texts.link}
        </button>
        <button type="button" className="plain-button" onClick={() => save(writeLecture(lecture), `${title}.json`)}>
          {texts.saveFile}
        </button>
        {(Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]).map((kind) => (
          <button key={kind} type="button" className="plain-button" onClick={() => take(kind)}>
            {texts.exports[kind]}
          </button>
        ))}
        <button type="button" className="plain-button" onClick={onPrint}>
          {texts.exports.print}
        </button>
        <p role="status">
          <Live>{said}</Live>
        </p>
      </div>
    </details>
  )
}
