// Parts of a page that load when they are needed. If one fails, a sentence and a button for another try take its place; the rest of the page works.
import { type ComponentType, type ReactNode, useEffect, useReducer, useState } from 'react'
import { messages } from '@/messages'

type Load<T> = () => Promise<T>
const come = new Map<Load<unknown>, unknown>()

async function fetched<T>(load: Load<T>): Promise<T> {
  if (!come.has(load)) come.set(load, await load())
  return come.get(load) as T
}

/** The result of `load` once it is there, and a way to try again if it failed; null: not yet. `load` must stay the same. */
export function useLoaded<T>(load: Load<T> | null): { value: T | null; failed: boolean; again(): void } {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [failed, setFailed] = useState(false)
  const [attempt, again] = useReducer((count: number) => count + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    if (load === null || come.has(load)) return
    let stale = false
    fetched(load).then(
      () => !stale && redraw(),
      () => !stale && setFailed(true),
    )
    return () => {
      stale = true
      setFailed(false)
    }
  }, [load, attempt])
  return { value: load !== null && come.has(load) ? (come.get(load) as T) : null, failed, again }
}

export function Missing({ again }: { again(): void }) {
  return (
    <p className="missing" role="alert">
      {messages.missingPart}{' '}
      <button type="button" className="link-button" onClick={again}>
        {messages.tryAgain}
      </button>
    </p>
  )
}

/** A component that loads when it is first drawn. */
export function part<P extends object>(load: Load<ComponentType<P>>, waiting: ReactNode = null) {
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, at the top of a module
  function Part(props: P) {
    const { value: Component, failed, again } = useLoaded(load)
    if (Component !== null) return <Component {...props} />
    return failed ? <Missing again={again} /> : waiting
  }
  return Object.assign(Part, { load })
}

const IDLE = 2000 // ms: for browsers without requestIdleCallback
/** Loads what will probably be wanted, one after the other, while the page is idle; the result stops it. */
export function fetchWhenIdle(loads: readonly Load<unknown>[]): () => void {
  let stopped = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
  const idle = () =>
    new Promise<void>((go) => ('requestIdleCallback' in window ? requestIdleCallback(() => go()) : setTimeout(go, IDLE)))
  const run = async () => {
    for (const load of loads) {
      await idle()
      if (stopped) return
      await fetched(load).catch(() => {}) // it is loaded again when it is wanted
    }
  }
  run()
  return () => {
    stopped = true
  }
}
