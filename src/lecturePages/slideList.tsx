// The slides of a lecture as a list: ordered by hand and by keys, each with its picture and, when it is edited, its words.
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import Sortable from 'sortablejs'
import { Link } from 'wouter'
import { useLoaded } from '@/controls/part'
import { Live } from '@/controls/tex'
import { changeSlide, type Lecture, removeSlide, type Slide } from '@/lecture/format'
import { change } from '@/lecture/store'
import { texts } from '@/lecture/texts'
import { metaOf } from '@/registry'
import { isKnown, pageOf } from './element'
import { SlidePicture } from './picture'

const THUMBNAIL = 160 // px

interface SlidesProps {
  lecture: Lecture
  id: string
  edited: string | null
  onEdit(slide: string | null): void
  onMove(slide: string, to: number): void
}

export function Slides({ lecture: { slides }, id, edited, onEdit, onMove }: SlidesProps) {
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
