import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Palette } from '@/contract'
import { THEMES } from '@/views'
import type { Session, SessionState } from './session'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('this part stands outside of a demo')
  return session
}
/** A part of the session's state; rerenders when it changes (arrays and objects are compared one level deep). */
export const useDemo = <T>(select: (state: SessionState) => T): T => useStore(useSession().store, useShallow(select))

/** TeX typeset at build time, by source. */
export const TexContext = createContext<Readonly<Record<string, string>>>({})

/** Colours of the theme that is shown. */
export const PaletteContext = createContext<Palette>(THEMES.light)
