/** Puts a text on the clipboard; returns whether it did. Plain http and some frames have no clipboard: they use the browser's old way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const before = document.activeElement as HTMLElement | null
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'hidden'
    const place = document.querySelector('dialog[open]') ?? document.body // everything else is inert while a dialog is open
    place.append(field)
    field.focus({ preventScroll: true })
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    before?.focus({ preventScroll: true })
    return done
  }
}
