// The look of a frame: level of interface, theme, size of type. The host may change it while the frame runs.
import { createContext } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Palette } from '@/contract'
import { THEMES, type ThemeName } from '@/views'
import { applyTheme, paletteFor } from '@/views/theme'
import { DEFAULTS, type Options } from './options'

export const dressOf = (options: Options) => createStore<Options>(() => options)
export type Dress = ReturnType<typeof dressOf>
export const DressContext = createContext<Dress>(dressOf(DEFAULTS))

const dark = () => matchMedia('(prefers-color-scheme: dark)')
const shown = ({ theme }: Options): ThemeName => (theme !== 'auto' ? theme : dark().matches ? 'dark' : 'light')

const palettes = new Map<string, Palette>()
/** Colours of the theme, with lines and letters larger by `scale`; the same object for the same options. */
export function paletteOf(options: Options): Palette {
  const key = `${shown(options)} ${options.scale}`
  const palette = paletteFor(shown(options))
  const made = palettes.get(key) ?? { ...palette, weight: palette.weight * options.scale, text: palette.text * options.scale }
  palettes.set(key, made)
  return made
}

/** Calls back when the system turns dark or light; the result stops it. */
export function followSystem(changed: () => void): () => void {
  const query = dark()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Applies the look now and whenever the options or the system change. */
export function followDress(dress: Dress): void {
  const update = () => {
    const options = dress.getState()
    applyTheme(shown(options))
    document.documentElement.style.fontSize = `${100 * THEMES[shown(options)].text * options.scale}%`
    document.documentElement.dataset.motion = options.motion
    document.documentElement.dataset.ground = options.ground ? '1' : '0'
  }
  update()
  dress.subscribe(update)
  followSystem(update)
}

/** Full motion only after the visitor has used the frame. */
export function isMotionReduced({ motion }: Options): boolean {
  if (motion === 'reduce') return true
  if (motion === 'full' && navigator.userActivation?.hasBeenActive) return false
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
