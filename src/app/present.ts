// Presenting: the lesson fills the screen, with letters for the last row; full screen where the browser allows it.
import { settings } from './theme'

export function present(on: boolean): void {
  if (settings.getState().presenting === on) return
  settings.setState({ presenting: on })
  document.documentElement.toggleAttribute('data-presenting', on)
  if (on) document.documentElement.requestFullscreen?.().catch(() => {})
  else if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
}
export const togglePresent = (): void => present(!settings.getState().presenting)

document.addEventListener('fullscreenchange', () => {
  if (!document.fullscreenElement) present(false)
})
// Full screen keeps Escape for itself; without it the page has to listen.
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !document.fullscreenElement) present(false)
})
