// A demo in a frame: the picture fills it, with as much interface around it as the address asks for.
import { ExternalLink } from 'lucide-react'
import { useContext } from 'react'
import { useStore } from 'zustand'
import { ParameterPanel, Presets } from '@/controls/panel'
import { part } from '@/controls/part'
import { messages } from '@/messages'
import { WithKept } from '@/player/compared'
import { Lighting } from '@/player/lighting'
import { NoteList } from '@/player/noteList'
import type { OpenDemo } from '@/player/openDemo'
import { Stage, Tabs } from '@/player/stage'
import { Transport } from '@/player/transport'
import { writePlace } from '@/session/address'
import { SessionContext, TexContext, useDemo, useInTurn } from '@/session/context'
import type { Place } from '@/session/lesson'
import type { SessionState } from '@/session/state'
import { DressContext } from './dress'
import { hasControls, hasPart, isShownControl, type Part } from './options'

// Most frames are a picture with its player: the rest loads when it is asked for.
const Claims = part(() => import('@/player/claims').then((m) => m.Claims))
const Equations = part(() => import('@/player/equations').then((m) => m.Equations))
const LessonStops = part(() => import('@/player/lesson').then((m) => m.LessonStops))
const Lesson = part(() => import('@/player/lesson').then((m) => m.Lesson))
const Readouts = part(() => import('@/player/readouts').then((m) => m.Readouts))

export function EmbedPage({ opened }: { opened: OpenDemo }) {
  const { session, client, views, tex } = opened
  const options = useStore(useContext(DressContext))
  const shows = (part: Part) => hasPart(options, part)
  const inLesson = useStore(session.store, (state) => state.lecture !== null) && (shows('lecture') || shows('stop'))
  const hasAside = inLesson || hasControls(options) || shows('presets') || shows('equations') || shows('readouts')
  return (
    <SessionContext value={session}>
      <TexContext value={tex}>
        <WithKept>
          <main
            className={inLesson ? 'demo embedded in-lesson' : 'demo embedded'}
            data-demo={session.demo.meta.slug}
            data-ui={options.ui}
            data-aside={hasAside || undefined}
          >
            <Lighting />
            {options.ui === 'full' ? <Headline /> : <h1 className="hidden">{session.demo.meta.title}</h1>}
            <div className="figure">
              {hasAside && !inLesson && (
                <aside>
                  {hasControls(options) && <ParameterPanel wanted={(name) => isShownControl(options, name)} />}
                  {shows('presets') && <Presets />}
                  {shows('equations') && <Equations />}
                  {shows('reset') && <Reset />}
                  {shows('readouts') && <Readouts />}
                </aside>
              )}
              <div className="figure-main">
                {shows('tabs') && !inLesson && <Tabs />}
                <Stage views={views} hasWays={hasControls(options)} />
                {shows('player') && <Transport />}
                {shows('lecture') && !inLesson && <LessonStops />}
                {shows('claims') && !inLesson && <Claims client={client} />}
              </div>
              {inLesson && <Lesson hasDemo={() => false} isAlone={!shows('lecture')} />}
            </div>
            {options.links && options.ui !== 'none' && <WayOut />}
          </main>
        </WithKept>
      </TexContext>
    </SessionContext>
  )
}

function Headline() {
  const { notes, title } = useHeadline()
  return (
    <>
      <div className="headline small">
        <h1>{title}</h1>
      </div>
      {notes.length > 0 && (
        <div className="notes" role="status">
          <NoteList notes={notes} />
        </div>
      )}
    </>
  )
}

function useHeadline() {
  const session = useContext(SessionContext)
  const notes = useDemo((state) => state.notes)
  return { notes, title: session?.demo.meta.title }
}

function Reset() {
  const session = useContext(SessionContext)
  return (
    <div className="history">
      <button type="button" className="pill-button" onClick={() => session?.reset()}>
        {messages.reset}
      </button>
    </div>
  )
}

const placeIn = ({ params, step, view, lecture, phase, kept }: SessionState): Place => ({
  params,
  step,
  view,
  lecture,
  phase,
  kept,
})

/** A link to the state on screen on the demo's own page, in a new window. */
function WayOut() {
  const session = useContext(SessionContext)
  const place = useInTurn(placeIn)
  if (session === null) return null
  const { meta } = session.demo
  const query = writePlace(session.demo, place)
  return (
    <footer className="way-out">
      <a href={`../../d/${meta.slug}/${query ? `?${query}` : ''}`} target="_blank" rel="noopener">
        {messages.embed.openHere}
        <ExternalLink aria-hidden="true" />
      </a>
    </footer>
  )
}
