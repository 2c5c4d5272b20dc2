import { createContext, useContext, useEffect, useReducer, useRef } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { shallow } from 'zustand/shallow'
import type { Palette } from '@/contract'
import { THEMES } from '@/views'
import type { Session } from './session'
import type { SessionState } from './state'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('this part stands outside of a demo')
  return session
}
/** The state that is compared with the session's own; null where there is none. */
export const KeptContext = createContext<Session | null>(null)

/** A part of the session's state; rerenders when it changes (arrays and objects are compared one level deep). */
export const useDemo = <T>(select: (state: SessionState) => T): T => useStore(useSession().store, useShallow(select))

/** As `useDemo`, for what may be drawn some frames later, in its turn; with `now`, at once. `select` must stay the same. */
export function useInTurn<T>(select: (state: SessionState) => T, now = false): T {
  const { store, turns } = useSession()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const shown = useRef<{ value: T } | null>(null)
  if (shown.current === null || now) shown.current = keptOf(shown.current, select(store.getState()))
  useEffect(() => {
    const newer = () => {
      const next = keptOf(shown.current, select(store.getState()))
      return next === shown.current ? null : next
    }
    const follow = () => {
      const next = newer()
      if (next === null) return
      shown.current = next
      redraw()
    }
    const changed = () => {
      if (newer() === null) return
      if (now) follow()
      else turns.ask(follow)
    }
    changed()
    const stop = store.subscribe(changed)
    return () => {
      stop()
      turns.leave(follow)
    }
  }, [store, turns, select, now])
  return shown.current.value
}

/** Keeps the old box if its value is the same one level deep. */
const keptOf = <T>(old: { value: T } | null, value: T): { value: T } =>
  old !== null && shallow(old.value, value) ? old : { value }

/** TeX typeset at build time, by source. */
export const TexContext = createContext<Readonly<Record<string, string>>>({})

/** Colours of the theme that is shown. */
export const PaletteContext = createContext<Palette>(THEMES.light)
