// Two states of a demo side by side, at the same step: what the visitor changes, and what was kept.
import { type ReactNode, useContext, useEffect, useState } from 'react'
import { messages } from '@/messages'
import { openWorkerClient } from '@/registry/workerClient'
import { KeptContext, useDemo, useSession } from '@/session/context'
import type { Session } from '@/session/session'

/** Opens the kept state, if there is one, for the parts within. */
export function WithKept({ children }: { children: ReactNode }) {
  const session = useSession()
  const isCompared = useDemo((state) => state.kept !== null)
  const [kept, setKept] = useState<Session | null>(null)
  useEffect(() => {
    if (!isCompared) return
    let close: (() => void) | null = () => {}
    import('@/session/kept').then(
      ({ openKept }) => {
        if (close === null) return // ended meanwhile
        const client = openWorkerClient()
        const opened = openKept(session, client)
        setKept(opened)
        close = () => {
          opened.close()
          client.close()
        }
      },
      () => session.set({ notice: messages.missingPart }),
    )
    return () => {
      setKept(null)
      close?.()
      close = null
    }
  }, [session, isCompared])
  return <KeptContext value={kept}>{children}</KeptContext>
}

/** The kept state while the page compares; null otherwise. */
export function useKept(): Session | null {
  const kept = useContext(KeptContext)
  const isCompared = useDemo((state) => state.kept !== null)
  return isCompared ? kept : null
}
