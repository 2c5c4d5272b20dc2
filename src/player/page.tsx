// The page about a paper: figure, parameters, player, claims, lecture, text.
import { Code, Columns2, Download, Link2, ListPlus, Redo2, RotateCcw, Undo2 } from 'lucide-react'
import { type PointerEvent, useEffect, useState } from 'react'
import { type AnyView, type Meta, shownViews, tabOf } from '@/contract'
import { FormulaControl, ParameterPanel, Presets } from '@/controls/panel'
import { fetchWhenIdle, part } from '@/controls/part'
import { Live, RichText } from '@/controls/tex'
import type { WorkerClient } from '@/engine'
import { messages } from '@/messages'
import { familyNames, published } from '@/paper'
import { useDemo, useSession } from '@/session/context'
import { Readme, References } from './about'
import { useAddToLecture } from './addToLecture'
import { Claims } from './claims'
import { WithKept } from './compared'
import { copyText } from './copy'
import { Equations } from './equations'
import { Handout } from './handout'
import { Lesson, LessonInvite, LessonStops, StopViews, ToLesson } from './lesson'
import { Lighting } from './lighting'
import { NoteList } from './noteList'
import { Readouts } from './readouts'
import { Stage, Tabs } from './stage'
import { StepsTable } from './stepsTable'
import { Transport } from './transport'
import { useRestingFill } from './values'
import { stageLoader } from './viewFigure'

interface PageProps {
  views: Readonly<Record<string, AnyView>>
  client: WorkerClient
  permalink(): string
  loadReadme(slug: string): Promise<TypesetReadme>
  hasDemo(slug: string): boolean
}

export function DemoPage({ views, client, permalink, loadReadme, hasDemo }: PageProps) {
  const session = useSession()
  const { meta } = session.demo
  const inLesson = useDemo((state) => state.lecture !== null)
  const [all, showAll] = useState(false)
  const add = useAddToLecture()
  const atStop = inLesson && !all
  useFetching(views)
  /** Pointing at a symbol or mark lights up what belongs to it. */
  const light = (event: PointerEvent) => {
    const key = (event.target as Element)
      .closest?.('.tex [data-param], .tex[data-param], .plot [data-param]')
      ?.getAttribute('data-param')
    const { lit } = session.store.getState()
    if (key && lit[0] !== key) session.set({ lit: [key] })
  }
  const unlight = (event: PointerEvent) => {
    if ((event.target as Element).closest?.('[data-param]')) session.set({ lit: [] })
  }
  return (
    <WithKept>
      <main
        className={inLesson ? 'demo in-lesson' : 'demo'}
        id="main"
        data-demo={meta.slug}
        onPointerOver={light}
        onPointerOut={unlight}
      >
        <Lighting />
        <div className="headline">
          <h1>{meta.title}</h1>
          <PaperLine meta={meta} />
          {!inLesson && <Lede />}
        </div>
        <Notes />
        <div className="figure">
          {/* Tab reaches the controls first: sliders, then presets. The style sheet decides where they are. */}
          {atStop ? (
            <Lesson hasDemo={hasDemo} onAll={() => showAll(true)} onAdd={add} />
          ) : (
            <aside>
              {inLesson ? <ToLesson onBack={() => showAll(false)} /> : <LessonInvite />}
              <ParameterPanel />
              <Presets />
              <Equations />
              <History permalink={permalink} />
              <Readouts />
            </aside>
          )}
          <div className="figure-main">
            {!atStop && <Tabs />}
            {atStop && <StopViews />}
            <Stage views={views} />
            <Transport />
            <Spoken />
            {!inLesson && <LessonStops />}
          </div>
        </div>
        <Handout permalink={permalink} />
        <Readme load={loadReadme} />
        <Claims client={client} />
        <StepsTable />
        <References permalink={permalink} />
      </main>
    </WithKept>
  )
}

/** What the demo is and what to try: the tab's own lede, if it has one. */
function Lede() {
  const { demo } = useSession()
  const tab = useDemo(({ params }) => tabOf(demo, params))
  return (
    <p className="lede">
      <RichText text={demo.tabs?.ledes?.[tab ?? ''] ?? demo.meta.lede} />
    </p>
  )
}

/** The paper, under the title: authors, venue, year, and where to read it. */
function PaperLine({ meta }: { meta: Meta }) {
  const { title, authors, url } = meta.paper
  return (
    <p className="paper-line">
      {familyNames(authors)} · <a href={url}>{title}</a> · {published(meta.paper)}
    </p>
  )
}

/** Loads ahead what will probably be pressed. */
function useFetching(views: Readonly<Record<string, AnyView>>): void {
  const { demo } = useSession()
  const drawn = useDemo((state) => state.picture !== null)
  useEffect(() => {
    if (!drawn) return
    const hasFormula = Object.values(demo.params).some((spec) => spec.kind === 'formula')
    const stages = Object.values(views).flatMap((view) => (view.kind === 'three' ? [stageLoader(view)] : []))
    return fetchWhenIdle([EmbedDialog.load, ...(hasFormula ? [FormulaControl.load] : []), ...stages])
  }, [demo, views, drawn])
}

/** What could not be used of the link, and what prevents a run. */
function Notes() {
  const session = useSession()
  const [notes, notice, problem] = useDemo((state) => [state.notes, state.notice, state.problem] as const)
  if (notes.length === 0 && notice === null && problem === null) return null
  return (
    <div className="notes" role="status">
      {notes.length > 0 && (
        <>
          <strong>{messages.notesTitle}</strong>
          <NoteList notes={notes} />
          <button type="button" className="link-button" onClick={() => session.set({ notes: [] })}>
            {messages.dismiss}
          </button>
        </>
      )}
      {notice !== null && (
        <p>
          {notice}{' '}
          <button type="button" className="link-button" onClick={() => session.set({ notice: null })}>
            {messages.dismiss}
          </button>
        </p>
      )}
      {problem !== null && (
        <p>
          <Live>{problem}</Live>
        </p>
      )}
    </div>
  )
}

/** The large view in a sentence, for screen readers, while nothing plays. */
function Spoken() {
  const { demo, store } = useSession()
  const fillIn = useRestingFill()
  const { params, view, playing, lecture } = store.getState()
  const shown = shownViews(demo, params, view, demo.lecture[lecture ?? -1])[0] ?? ''
  const text = playing ? '' : fillIn(`${messages.step} {step}. ${demo.views[shown]?.alt ?? ''}`)
  return (
    <p className="hidden" aria-live="polite" data-spoken>
      <Live>{text}</Live>
    </p>
  )
}

const EmbedDialog = part(() => import('./embedDialog').then((m) => m.EmbedDialog))
const TakeAwayDialog = part(() => import('./takeAwayDialog').then((m) => m.TakeAwayDialog))

function History({ permalink }: { permalink(): string }) {
  const session = useSession()
  const [canUndo, canRedo, isCompared] = useDemo(
    (state) => [state.past.length > 0, state.future.length > 0, state.kept !== null] as const,
  )
  const [said, setSaid] = useState<string | null>(null)
  const [opened, open] = useState<'embed' | 'takeAway' | 'kit' | null>(null)
  const add = useAddToLecture()
  const copy = async () => {
    const link = permalink()
    setSaid((await copyText(link)) ? messages.copied : messages.copyFailed(link))
  }
  return (
    <div className="history">
      <button type="button" className="pill-button" disabled={!canUndo} onClick={session.undo}>
        <Undo2 aria-hidden="true" />
        {messages.undo}
      </button>
      <button type="button" className="pill-button" disabled={!canRedo} onClick={session.redo}>
        <Redo2 aria-hidden="true" />
        {messages.redo}
      </button>
      <button type="button" className="pill-button" onClick={() => setSaid(messages.resetTo[session.reset()])}>
        <RotateCcw aria-hidden="true" />
        {messages.reset}
      </button>
      <button
        type="button"
        className="pill-button"
        aria-pressed={isCompared}
        onClick={() => session.keep(isCompared ? null : session.store.getState().params)}
      >
        <Columns2 aria-hidden="true" />
        {messages.compare.button}
      </button>
      <button type="button" className="pill-button" onClick={copy}>
        <Link2 aria-hidden="true" />
        {messages.copyLink}
      </button>
      <button type="button" className="pill-button" onClick={() => open('embed')}>
        <Code aria-hidden="true" />
        {messages.embed.button}
      </button>
      <button type="button" className="pill-button" onClick={() => open('takeAway')}>
        <Download aria-hidden="true" />
        {messages.takeAway}
      </button>
      <button type="button" className="pill-button" onClick={() => add().then(setSaid)}>
        <ListPlus aria-hidden="true" />
        {messages.lecture.add}
      </button>
      {opened === 'embed' && <EmbedDialog permalink={permalink} onClose={() => open(null)} onKit={() => open('kit')} />}
      {(opened === 'takeAway' || opened === 'kit') && (
        <TakeAwayDialog permalink={permalink} first={opened === 'kit' ? 'kit' : 'picture'} onClose={() => open(null)} />
      )}
      <p className="said" role="status">
        <Live>{said}</Live>
      </p>
    </div>
  )
}
