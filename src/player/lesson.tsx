// The lesson: its entrance, and the open stop beside its figure: text, guess, deed, answer, its controls, and the way on.
import { ArrowLeft, ArrowRight, Check, Ellipsis } from 'lucide-react'
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type AnyStop, shownViews } from '@/contract'
import { ParameterPanel } from '@/controls/panel'
import { Live, RichText } from '@/controls/tex'
import { messages } from '@/messages'
import { useDemo, useSession } from '@/session/context'
import { Equations } from './equations'
import { isMotionReduced } from './motion'
import { ViewChoice } from './stage'
import { useFillAt } from './values'

const MINUTES_A_STOP = 0.8 // read, guess, drag, read the answer

/** The open stop, if any. */
export function useStop(): AnyStop | undefined {
  const { demo } = useSession()
  return useDemo(({ lecture }) => (lecture === null ? undefined : demo.lecture[lecture]))
}

/** At the top of the panel in free play. */
export function LessonInvite() {
  const session = useSession()
  const { lecture } = session.demo
  if (lecture.length === 0) return null
  return (
    <section className="lesson-invite" aria-label={messages.lesson.title}>
      <button type="button" className="pill-button strong" onClick={() => session.stop(0)}>
        {messages.lesson.start}
        <ArrowRight aria-hidden="true" />
      </button>
      <p className="soft">{messages.lesson.length(lecture.length, Math.ceil(lecture.length * MINUTES_A_STOP))}</p>
    </section>
  )
}

/** The titles of all stops, under the player in free play. */
export function LessonStops() {
  const session = useSession()
  const { lecture } = session.demo
  const current = useDemo((state) => state.lecture)
  if (lecture.length === 0) return null
  return (
    <nav className="lecture" aria-label={messages.lesson.title}>
      <ol>
        {lecture.map((stop, index) => (
          <li key={stop.id}>
            <button type="button" aria-current={index === current ? 'step' : undefined} onClick={() => session.stop(index)}>
              <span className="stop-number">{index + 1}</span> {stop.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The open stop. `onAll` shows all controls in its place; without it there is no such button. */
interface LessonProps {
  hasDemo(slug: string): boolean
  onAll?: () => void
  /** Puts the stop into the visitor's lecture; resolves to what is said of it. */
  onAdd?: () => Promise<string>
  /** Without ways to other stops. */
  isAlone?: boolean
}
export function Lesson({ hasDemo, onAll, onAdd, isAlone = false }: LessonProps) {
  const session = useSession()
  const stop = useStop()
  const [index, phase, guess] = useDemo(({ lecture, phase, guesses }) => [lecture ?? 0, phase, guesses[stop?.id ?? '']] as const)
  const body = useFit()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stop begins at the top of the page, wherever it was opened from
  useEffect(() => scrollTo(0, 0), [stop?.id])
  if (stop === undefined) return null
  return (
    <section
      className="lesson"
      aria-label={messages.lesson.title}
      data-stop={stop.id}
      data-phase={phase}
      data-waits={(phase === 'scene' && stop.waits !== undefined) || undefined}
      data-asks={(phase === 'scene' && stop.predict && guess === undefined) || undefined}
    >
      <div className="lesson-body" ref={body}>
        <div className="lesson-words">
          {!isAlone && <p className="lesson-place">{messages.lesson.place(index + 1, session.demo.lecture.length)}</p>}
          <h2>
            <RichText text={stop.title} />
          </h2>
          <Sentence stop={stop} />
          {phase === 'scene' && <Guess stop={stop} />}
          <DeedLine stop={stop} />
          <Answer key={stop.id} stop={stop} />
          {phase === 'answer' && stop.link && hasDemo(stop.link.slug) && <StopLink {...stop.link} />}
          <StopControls stop={stop} onAll={onAll} />
          <Equations />
        </div>
      </div>
      {!isAlone && <Nav index={index} onAll={onAll} onAdd={onAdd} />}
    </section>
  )
}

/** A way to another demo, with the state on screen if its query says how. */
function StopLink({ slug, query, label }: NonNullable<AnyStop['link']>) {
  const text = useDemo(({ params }) => (typeof query === 'string' ? query : query(params)))
  return <Link href={`/d/${slug}?${text}`}>{label}</Link>
}

const NO_GUESS = -1
/** What folds, in this order; the style sheet does it. */
const FOLDS = ['equations', 'controls', 'turns', 'reason', 'deed', 'title', 'figure']

/**
 * Folds parts, level by level, until everything fits: equations, further controls; guess, deed and answer, which then replace each other; the reason;
 * the title; and in the figure the views after the first. Measures again when words, column or figure change. The result is for the column of words.
 */
function useFit(): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [column, words] = [body.current, body.current?.firstElementChild]
    const figure = column?.closest<HTMLElement>('.figure')
    if (!column || !words || !figure) return
    const overflows = (element: Element | null) => element !== null && element.scrollHeight > element.clientHeight + 1
    const fit = () => {
      delete figure.dataset.folded
      let level = 0
      do figure.dataset.fold = FOLDS.slice(0, level).join(' ')
      while (overflows(column) && ++level <= FOLDS.length)
      if (overflows(figure.querySelector('.stage'))) figure.dataset.folded = 'views'
      for (const chosen of column.querySelectorAll('.lesson-controls .pill:has(:checked)')) intoSight(chosen)
    }
    const observer = new ResizeObserver(fit) // it also reports once at the start
    for (const element of [figure, words]) observer.observe(element)
    return () => {
      observer.disconnect()
      delete figure.dataset.folded
      delete figure.dataset.fold
    }
  }, [])
  return body
}

/** Scrolls the chosen option of a line into view. */
function intoSight(option: Element): void {
  const line = option.parentElement as Element
  const [{ left, right }, seen] = [option.getBoundingClientRect(), line.getBoundingClientRect()]
  if (left < seen.left || right > seen.right) line.scrollLeft += (left + right - seen.left - seen.right) / 2
}

function Sentence({ stop }: { stop: AnyStop }) {
  const session = useSession()
  const [premise, index, isKnown] = useDemo(
    ({ premise, lecture, phase, sceneAt }) => [premise, lecture, phase === 'scene' || sceneAt !== null] as const,
  )
  const fillIn = useFillAt('sceneAt')
  if (!isKnown) return null // a link led straight to the answer: the numbers of the scene are unknown
  return (
    <>
      <p className={premise ? 'lesson-text' : 'lesson-text left'}>
        <RichText text={fillIn(stop.text)} />
      </p>
      {!premise && (
        <p className="lesson-left" role="status">
          {messages.lesson.left}{' '}
          <button type="button" className="link-button" onClick={() => session.stop(index)}>
            {messages.lesson.bringBack}
          </button>
        </p>
      )}
    </>
  )
}

/** A guess before the deed; optional. */
function Guess({ stop }: { stop: AnyStop }) {
  const session = useSession()
  const guess = useDemo(({ guesses }) => guesses[stop.id])
  const name = useId()
  if (stop.predict === undefined) return null
  return (
    <fieldset className="lesson-guess">
      <legend>
        <strong>{messages.lesson.guess}</strong> <RichText text={stop.predict.ask} />
      </legend>
      <div className="pills">
        {stop.predict.options.map((option, index) => (
          <label key={option} className="pill">
            <input type="radio" name={name} checked={guess === index} onChange={() => session.guess(stop.id, index)} />
            <span>
              <RichText text={option} />
            </span>
          </label>
        ))}
        <button type="button" className="link-button lesson-skip" onClick={() => session.guess(stop.id, NO_GUESS)}>
          {messages.lesson.skip}
        </button>
      </div>
    </fieldset>
  )
}

/** What to do; pressing the words does it. */
function DeedLine({ stop }: { stop: AnyStop }) {
  const session = useSession()
  return (
    <p className="lesson-deed">
      {messages.lesson.now}{' '}
      <button type="button" className="pill-button" onClick={() => session.deed(!isMotionReduced())}>
        <RichText text={stop.do.say} />
      </button>
    </p>
  )
}

function Answer({ stop }: { stop: AnyStop }) {
  const [phase, isDone, guess] = useDemo((state) => [state.phase, state.answerAt !== null, state.guesses[stop.id]] as const)
  const fillIn = useFillAt('answerAt')
  const [isOpen, open] = useState(false)
  const { predict } = stop
  const isShown = phase === 'answer' && isDone
  return (
    <div className="lesson-answer" aria-live="polite">
      {isShown && (
        <>
          <p className="lesson-did">
            <Check aria-hidden="true" />
            {messages.lesson.done}
            {predict && guess !== undefined && guess !== NO_GUESS && (
              <>
                {' · '}
                {guess === predict.right ? (
                  messages.lesson.right
                ) : (
                  <RichText text={messages.lesson.guessed(predict.options[guess] as string)} />
                )}
              </>
            )}
          </p>
          <p className="lesson-see">
            <RichText text={fillIn(stop.see)} />
          </p>
          <p className="lesson-why" data-open={isOpen || undefined}>
            <RichText text={fillIn(stop.why)} />
          </p>
          <button type="button" className="link-button lesson-why-press" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
            {messages.lesson.why}
          </button>
        </>
      )}
    </div>
  )
}

function StopControls({ stop, onAll }: { stop: AnyStop; onAll?: (() => void) | undefined }) {
  const { length } = stop.controls
  if (length === 0) return null
  return (
    <div className="lesson-controls">
      <ParameterPanel only={stop.controls} />
      {length > 1 && onAll && (
        <button type="button" className="link-button lesson-more" onClick={onAll}>
          {messages.lesson.more(length - 1)}
        </button>
      )}
    </div>
  )
}

type NavProps = { index: number } & { [K in 'onAll' | 'onAdd']?: LessonProps[K] | undefined }
function Nav({ index, onAll, onAdd }: NavProps) {
  const session = useSession()
  const [said, setSaid] = useState<string | null>(null)
  const [isOpen, open] = useState(false)
  const { lecture } = session.demo
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said was of another stop
  useEffect(() => setSaid(null), [index])
  const isLast = index === lecture.length - 1
  return (
    <div className="lesson-nav">
      <ol className="lesson-marks">
        {lecture.map((stop, k) => (
          <li key={stop.id}>
            <button
              type="button"
              aria-current={k === index ? 'step' : undefined}
              aria-label={`${k + 1}. ${stop.title}`}
              title={stop.title}
              data-passed={k < index || undefined}
              onClick={() => session.stop(k)}
            />
          </li>
        ))}
      </ol>
      <div className="lesson-ways">
        <button
          type="button"
          className="icon-button lesson-others"
          aria-label={messages.lesson.others}
          aria-expanded={isOpen}
          onClick={() => open(!isOpen)}
        >
          <Ellipsis aria-hidden="true" />
        </button>
        <button type="button" className="plain-button" disabled={index === 0} onClick={() => session.stop(index - 1)}>
          {messages.lesson.back}
        </button>
        <button type="button" className="pill-button strong" onClick={() => session.stop(isLast ? null : index + 1)}>
          {isLast ? messages.lesson.finish : messages.lesson.next}
        </button>
      </div>
      <p className="lesson-else" data-open={isOpen || undefined}>
        {onAll && (
          <button type="button" className="link-button" onClick={onAll}>
            {messages.lesson.all}
          </button>
        )}
        {onAdd && (
          <button type="button" className="link-button" onClick={() => onAdd().then(setSaid)}>
            {said ?? messages.lecture.add}
          </button>
        )}
        <button type="button" className="link-button" onClick={() => session.stop(null)}>
          {messages.lesson.leave}
        </button>
      </p>
      <p className="hidden" role="status">
        <Live>{said}</Live>
      </p>
    </div>
  )
}

/** Over the stage when only the first view of a stop fits: buttons for the others. */
export function StopViews() {
  const session = useSession()
  const stop = useStop()
  const shown = useDemo(({ params, view }) => shownViews(session.demo, params, view, stop)[0])
  if (stop === undefined || stop.stage.length < 2) return null
  return <ViewChoice names={stop.stage} shown={shown} />
}

/** Above all controls, which take the place of the open stop. */
export function ToLesson({ onBack }: { onBack(): void }) {
  return (
    <button type="button" className="pill-button to-lesson" onClick={onBack}>
      <ArrowLeft aria-hidden="true" />
      {messages.lesson.toLesson}
    </button>
  )
}
