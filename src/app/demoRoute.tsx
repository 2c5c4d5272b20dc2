// Loads a demo, opens a session at the address's place, and keeps the address up to date.
import { useEffect, useState } from 'react'
import type { AnyDemo, AnyView } from '@/contract'
import { prepare, Workbench, type WorkerLike } from '@/engine'
import { FormulaError } from '@/formula'
import { messages } from '@/messages'
import { listenToKeys } from '@/player/keys'
import { DemoPage } from '@/player/page'
import { allMetas, loadDemo, loadReadme, loadTex, loadViews } from '@/registry'
import { readPlace, writePlace } from '@/session/address'
import { runClock } from '@/session/clock'
import { SessionContext, TexContext } from '@/session/context'
import { createSession, type Session } from '@/session/session'
import { ErrorBoundary, ErrorPage } from './errorPage'
import { openHelp } from './help'
import { settings } from './theme'

const startWorker = (): WorkerLike => new Worker(new URL('../registry/worker.ts', import.meta.url), { type: 'module' })
const hasDemo = (slug: string) => allMetas.some((meta) => meta.slug === slug)
const ADDRESS_PAUSE = 300 // ms between updates of the address: browsers limit them

interface Loaded {
  session: Session
  bench: Workbench
  views: Readonly<Record<string, AnyView>>
  tex: Readonly<Record<string, string>>
}

async function load(slug: string): Promise<Loaded> {
  const [demo, views, tex] = await Promise.all([loadDemo(slug), loadViews(slug), loadTex(slug)])
  const { place, notes } = readPlace(demo, location.search)
  // A formula in a link that cannot be read: the default instead, and a note.
  await prepare(demo.params, place.params).catch((error: unknown) => {
    if (!(error instanceof FormulaError)) throw error
    place.params = { ...place.params }
    for (const [key, spec] of Object.entries(demo.params)) {
      if (spec.kind !== 'formula') continue
      notes.push({ why: 'formula', key, given: String(place.params[key]), used: spec.default, detail: error.message })
      ;(place.params as Record<string, unknown>)[key] = spec.default
    }
  })
  const bench = new Workbench(startWorker, loadDemo)
  return { session: createSession(demo as AnyDemo, place, notes, bench), bench, views, tex }
}

export function DemoRoute({ slug }: { slug: string }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const meta = allMetas.find((m) => m.slug === slug)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    if (meta === undefined) return
    document.title = `${meta.title} · ${messages.brand}`
    let opened: Loaded | null = null
    let stale = false
    setFailed(false)
    load(slug).then(
      (result) => {
        opened = result
        if (stale) close(result)
        else setLoaded(result)
      },
      () => !stale && setFailed(true),
    )
    return () => {
      stale = true
      if (opened) close(opened)
      delete document.documentElement.dataset.ready
    }
  }, [slug, meta, attempt])

  useEffect(() => (loaded === null ? undefined : keepAlive(loaded.session)), [loaded])

  if (meta === undefined) return <ErrorPage message={messages.unknownDemo(slug)} />
  if (failed) return <ErrorPage message={messages.brokenDemo(meta.title)} onRetry={() => setAttempt(attempt + 1)} />
  if (loaded === null) {
    return (
      <main className="demo loading" id="main" aria-busy="true">
        <div className="headline">
          <h1>{meta.title}</h1>
          <p className="lede">{messages.loading}</p>
        </div>
      </main>
    )
  }
  const { session, bench, views, tex } = loaded
  return (
    <ErrorBoundary>
      <SessionContext value={session}>
        <TexContext value={tex}>
          <DemoPage views={views} bench={bench} permalink={() => addressOf(session)} loadReadme={loadReadme} hasDemo={hasDemo} />
        </TexContext>
      </SessionContext>
    </ErrorBoundary>
  )
}

function close({ session, bench }: Loaded): void {
  session.close()
  bench.close()
}

function addressOf({ demo, store }: Session): string {
  const query = writePlace(demo, store.getState())
  return `${location.origin}/d/${demo.meta.slug}${query ? `?${query}` : ''}`
}

/** Clock, keys and address of an open session; undone by the result. */
function keepAlive(session: Session): () => void {
  const stopClock = runClock(session)
  const stopKeys = listenToKeys(session, settings.getState, { 'Shift+?': openHelp, '?': openHelp })
  let timer = 0
  const write = () => {
    timer = 0
    const address = addressOf(session)
    if (address === location.href) return
    try {
      history.replaceState(history.state, '', address)
    } catch {
      // Opaque origins and very eager visitors: the permalink on the page still works.
    }
  }
  const stopAddress = session.store.subscribe((state, old) => {
    const same =
      state.params === old.params && state.step === old.step && state.view === old.view && state.lecture === old.lecture
    if (!same && timer === 0) timer = window.setTimeout(write, ADDRESS_PAUSE)
  })
  return () => {
    stopClock()
    stopKeys()
    stopAddress()
    clearTimeout(timer)
  }
}
