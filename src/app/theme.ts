// The theme: what the visitor chose, what the system says, what is shown. Colours become CSS variables.
import { createStore } from 'zustand/vanilla'
import type { Palette } from '@/contract'
import type { ThemeName } from '@/views'
import { applyTheme, paletteFor } from '@/views/theme'
import { STORED } from './stored'

export type ThemeChoice = ThemeName | 'auto'
const CHOICES: readonly ThemeChoice[] = ['auto', 'light', 'dark', 'projector', 'contrast']
export const isThemeChoice = (text: unknown): text is ThemeChoice => CHOICES.includes(text as ThemeChoice)

interface Settings {
  theme: ThemeChoice
  /** Asked for by the link; not stored. */
  linked: ThemeChoice | null
  singleKeys: boolean
  presenting: boolean
  /** The page is being printed: on paper it is light. */
  printing: boolean
}

/** Settings kept between visits; where storage is denied (opaque origins) they last as long as the page. */
function stored(): Partial<Settings> {
  try {
    const found = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Record<string, unknown>
    return {
      ...(isThemeChoice(found.theme) && { theme: found.theme }),
      ...(typeof found.singleKeys === 'boolean' && { singleKeys: found.singleKeys }),
    }
  } catch {
    return {}
  }
}

export const settings = createStore<Settings>(() => ({
  theme: 'auto',
  singleKeys: true,
  ...stored(),
  linked: null,
  presenting: false,
  printing: false,
}))
settings.subscribe(({ theme, singleKeys }, old) => {
  if (theme === old.theme && singleKeys === old.singleKeys) return
  try {
    localStorage.setItem(STORED, JSON.stringify({ theme, singleKeys }))
  } catch {
    // no storage here
  }
})
// Another tab changed the settings: follow it, or the next change here would undo it.
globalThis.addEventListener?.('storage', ({ key }) => key === STORED && settings.setState(stored()))

const dark = () => globalThis.matchMedia?.('(prefers-color-scheme: dark)')
export const shownTheme = ({ theme, linked, presenting, printing }: Settings): ThemeName => {
  if (printing) return 'light'
  const choice = presenting ? 'projector' : (linked ?? theme)
  return choice !== 'auto' ? choice : dark()?.matches ? 'dark' : 'light'
}

globalThis.addEventListener?.('beforeprint', () => settings.setState({ printing: true }))
globalThis.addEventListener?.('afterprint', () => settings.setState({ printing: false }))

/** Applies the theme now and whenever choice or system change; tells `changed` the palette. */
export function followTheme(changed: (palette: Palette) => void): () => void {
  const update = () => {
    const name = shownTheme(settings.getState())
    applyTheme(name)
    changed(paletteFor(name))
  }
  update()
  const stop = settings.subscribe(update)
  const query = dark()
  query?.addEventListener('change', update)
  return () => {
    stop()
    query?.removeEventListener('change', update)
  }
}
