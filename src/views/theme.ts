// The theme on the page: colours as CSS variables, for style sheets.
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
