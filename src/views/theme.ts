// The theme on the page: colours as CSS variables, for style sheets.
import type { Palette } from '@/contract'
import { THEMES, type ThemeName } from './tokens'

/** Writes the colours of a theme as CSS variables. */
export function applyTheme(name: ThemeName): void {
  const root = document.documentElement
  root.dataset.theme = name
  root.style.colorScheme = name === 'dark' ? 'dark' : 'light'
  for (const [key, value] of Object.entries(THEMES[name])) {
    if (typeof value === 'string') root.style.setProperty(`--${key}`, value)
  }
  for (const [index, value] of THEMES[name].field.entries()) root.style.setProperty(`--field${index}`, value)
}

const USUAL = 16 // px: the letter size for which pictures are made
/** Letter size that the visitor has set in the browser, as a multiple of the usual one. */
function letterScale(): number {
  const probe = document.createElement('span')
  probe.style.fontSize = 'medium'
  document.body.append(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return size / USUAL || 1
}

/** Colours of a theme, with letters in the size that the visitor has set. */
export function paletteFor(name: ThemeName): Palette {
  const [palette, scale] = [THEMES[name], letterScale()]
  return scale === 1 ? palette : { ...palette, text: palette.text * scale }
}
