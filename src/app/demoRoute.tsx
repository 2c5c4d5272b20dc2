// Loads a demo, opens a session at the address's place, and keeps the address up to date.
import { useEffect, useState } from 'react'
import { useLoaded } from '@/controls/part'
import { messages } from '@/messages'
import { listenToKeys } from '@/player/keys'
import { closeDemo, followAddress, type OpenDemo, openDemo } from '@/player/openDemo'
import { DemoPage } from '@/player/page'
import { hasDemo, loadReadme, metaOf } from '@/registry'
import { writePlace } from '@/session/address'
import { runClock } from '@/session/clock'
import { SessionContext, TexContext } from '@/session/context'
import type { Session } from '@/session/session'
import { ErrorBoundary, ErrorPage } from './errorPage'
import { openHelp } from './help'
import { togglePresent } from './present'
import { settings } from './theme'

const ADDRESS_PAUSE = 300 // ms between updates of the address: browsers limit them

export function DemoRoute({ slug }: { slug: string }) {
  const [loaded, setLoaded] = useState<OpenDemo | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const { value: meta } = useLoaded(metaOf(slug))

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    if (!hasDemo(slug)) return
    let opened: OpenDemo | null = null
    let stale = false
    setFailed(false)
    openDemo(slug, location.search).then(
      (result) => {
        opened = result
        if (stale) closeDemo(result)
        else setLoaded(result)
      },
      () => !stale && setFailed(true),
    )
    return () => {
      stale = true
      if (opened) closeDemo(opened)
      delete document.documentElement.dataset.ready
    }
  }, [slug, attempt])

  useEffect(() => {
    if (meta !== null) document.title = `${meta.title} · ${messages.brand}`
  }, [meta])

  useEffect(() => (loaded === null ? undefined : keepAlive(loaded.session)), [loaded])

  if (!hasDemo(slug)) return <ErrorPage message={messages.unknownDemo(slug)} meant={slug} />
  if (failed) return <ErrorPage message={messages.brokenDemo(meta?.title ?? slug)} onRetry={() => setAttempt(attempt + 1)} />
  if (loaded === null) {
    return (
      <main className="demo loading" id="main" aria-busy="true">
        <div className="headline">
          <h1>{meta?.title}</h1>
          <p className="lede">{messages.loading}</p>
        </div>
      </main>
    )
  }
  const { session, client, views, tex } = loaded
  return (
    <ErrorBoundary>
      <SessionContext value={session}>
        <TexContext value={tex}>
          <DemoPage
            views={views}
            client={client}
            permalink={() => addressOf(session)}
            loadReadme={loadReadme}
            hasDemo={hasDemo}
          />
        </TexContext>
      </SessionContext>
    </ErrorBoundary>
  )
}

function addressOf({ demo, store }: Session): string {
  const query = writePlace(demo, store.getState())
  return `${location.origin}/d/${demo.meta.slug}${query ? `?${query}` : ''}`
}

/** The browser's address, as far as it is ours. */
const pageAddress = () => location.origin + location.pathname.replace(/\/$/, '') + location.search

/** Connects the clock, the keys and the address of an open session; the result disconnects them. */
function keepAlive(session: Session): () => void {
  const stopClock = runClock(session)
  const stopKeys = listenToKeys(session, settings.getState, {
    'Shift+?': openHelp,
    '?': openHelp,
    f: togglePresent,
    p: togglePresent,
  })
  const stopPresenting = settings.subscribe(({ presenting }, old) => {
    if (presenting && !old.presenting && session.store.getState().lecture === null) session.stop(0)
  })
  let timer = 0
  const write = () => {
    clearTimeout(timer) // a click also calls this, before the timer
    timer = 0
    const address = addressOf(session)
    if (address === location.href) return
    try {
      history.replaceState(history.state, '', address)
    } catch {
      // The browser refuses (an opaque origin, or too many changes): the permalink on the page still works.
    }
  }
  const stopAddress = session.store.subscribe((state, old) => {
    const same =
      state.params === old.params &&
      state.step === old.step &&
      state.view === old.view &&
      state.lecture === old.lecture &&
      state.phase === old.phase &&
      state.kept === old.kept
    if (same) return
    if (state.params !== old.params) {
      clearTimeout(timer) // writing the address costs time, and nobody needs it during a drag
      timer = 0
    }
    timer ||= window.setTimeout(write, ADDRESS_PAUSE)
  })
  /** The address changed by itself: back, forward, or a link to another place of this demo. It replaces what was about to be written. */
  const follow = () => {
    clearTimeout(timer)
    timer = 0
    if (location.pathname.split('/d/')[1]?.replace(/\/$/, '') === session.demo.meta.slug && addressOf(session) !== pageAddress())
      followAddress(session, location.search)
  }
  const late = () => timer !== 0 && write()
  const listeners = [
    ['popstate', follow],
    ['pushState', follow], // wouter's name for a followed link
    ['click', late],
    ['pagehide', late],
  ] as const
  for (const [event, listen] of listeners) addEventListener(event, listen, true)
  return () => {
    for (const [event, listen] of listeners) removeEventListener(event, listen, true)
    stopClock()
    stopKeys()
    stopPresenting()
    stopAddress()
    clearTimeout(timer)
  }
}
