// A demo in a frame: the picture fills it; around it as much interface as the address asks for.
import { ExternalLink } from 'lucide-react'
import { useContext } from 'react'
import { useStore } from 'zustand'
import { ParameterPanel, Presets } from '@/controls/panel'
import { part } from '@/controls/part'
import { messages } from '@/messages'
import { Lighting } from '@/player/lighting'
import { NoteList } from '@/player/noteList'
import type { OpenDemo } from '@/player/openDemo'
import { Stage, Tabs } from '@/player/stage'
import { Transport } from '@/player/transport'
import { writePlace } from '@/session/address'
import { SessionContext, TexContext, useDemo, useInTurn } from '@/session/context'
import type { Place, SessionState } from '@/session/session'
import { DressContext } from './dress'
import { hasControls, hasPart, isShownControl, type Part } from './options'

// Most frames are a picture with its player: the rest comes when it is asked for.
const Claims = part(() => import('@/player/claims').then((m) => m.Claims))
const Equations = part(() => import('@/player/equations').then((m) => m.Equations))
const LectureStops = part(() => import('@/player/lecture').then((m) => m.LectureStops))
const LectureText = part(() => import('@/player/lecture').then((m) => m.LectureText))
const Readouts = part(() => import('@/player/readouts').then((m) => m.Readouts))

export function EmbedPage({ opened }: { opened: OpenDemo }) {
  const { session, bench, views, tex } = opened
  const options = useStore(useContext(DressContext))
  const shows = (part: Part) => hasPart(options, part)
  const hasAside = hasControls(options) || shows('presets') || shows('equations') || shows('readouts')
  return (
    <SessionContext value={session}>
      <TexContext value={tex}>
        <main
          className="demo embedded"
          data-demo={session.demo.meta.slug}
          data-ui={options.ui}
          data-aside={hasAside || undefined}
        >
          <Lighting />
          {options.ui === 'full' ? <Headline /> : <h1 className="hidden">{session.demo.meta.title}</h1>}
          <div className="figure">
            {hasAside && (
              <aside>
                {hasControls(options) && <ParameterPanel wanted={(name) => isShownControl(options, name)} />}
                {shows('presets') && <Presets />}
                {shows('equations') && <Equations />}
                {shows('reset') && <Reset />}
                {shows('readouts') && <Readouts />}
              </aside>
            )}
            <div className="figure-main">
              {shows('tabs') && <Tabs />}
              <Stage views={views} />
              {shows('player') && <Transport />}
              {shows('lecture') && <LectureStops />}
              {shows('claims') && <Claims bench={bench} />}
            </div>
          </div>
          {options.links && options.ui !== 'none' && <WayOut />}
        </main>
      </TexContext>
    </SessionContext>
  )
}

function Headline() {
  const { lecture, notes, title } = useHeadline()
  return (
    <>
      <div className="headline small">
        <h1>{title}</h1>
        {lecture !== null && <LectureText index={lecture} hasDemo={() => false} />}
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
  const [lecture, notes] = useDemo((state) => [state.lecture, state.notes] as const)
  return { lecture, notes, title: session?.demo.meta.title }
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

const placeIn = ({ params, step, view, lecture }: SessionState): Place => ({ params, step, view, lecture })

/** The state on screen on the demo's own page, in a new window. */
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
