// Where the focus is, and whether a hand or a key brought it there.

/** What takes the key Space by itself. */
const PRESSABLE = 'button, a, summary, label, input'
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

export const isUsable = (element: Element): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')
/** All that Tab stops at in an element, in order. */
export const stopsIn = (element: ParentNode): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isUsable)

let pressed: Element | null = null
/** Whether the focus came by a press of the pointer: Space then still belongs to the player. */
export const isPressed = (element: Element): boolean => pressed?.contains(element) ?? false

/** The element that has the focus and all around it, innermost first. */
let path: Element[] = []

/** When what had the focus is gone or can no longer be used, the focus goes to what is next to it, at last to the page. */
function mend(): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return
  const [lost, ...around] = path
  if (lost === undefined || isUsable(lost)) return // a press beside everything
  const place = around.find((element) => element.isConnected && (element.matches('main') || stopsIn(element).length > 0))
  if (place === undefined || place.contains(document.querySelector('main'))) {
    const main = document.querySelector<HTMLElement>('main')
    main?.setAttribute('tabindex', '-1')
    main?.focus({ preventScroll: true })
    return
  }
  const stops = stopsIn(place)
  const isAfter = (stop: Element) => (lost.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = lost.isConnected ? (stops.find(isAfter) ?? stops.at(-1)) : stops[0]
  next?.focus({ preventScroll: true })
}

/** What a press or a key changes stands on the page two frames later. */
const mendSoon = () => requestAnimationFrame(() => requestAnimationFrame(mend))

/** Keeps the focus on the page from now on. */
export function keepFocus(): void {
  addEventListener(
    'focusin',
    ({ target }) => {
      path = []
      for (let element = target as Element | null; element !== null && element !== document.body; element = element.parentElement)
        path.push(element)
      if (!isPressed(target as Element)) pressed = null // Tab has gone on
    },
    true,
  )
  const press = ({ target }: Event) => {
    pressed = (target as Element).closest(PRESSABLE)
  }
  addEventListener('pointerdown', press, true)
  for (const event of ['click', 'keydown', 'change']) addEventListener(event, mendSoon)
  const root = document.getElementById('root')
  if (root) new MutationObserver(mend).observe(root, { childList: true }) // another page
}
