// Where the focus is, and whether the pointer or a key brought it there.

/** Elements that use the key Space themselves. */
const PRESSABLE = 'button, a, summary, label, input'
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

export const isUsable = (element: Element): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')
/** All tab stops in an element, in order. */
export const stopsIn = (element: ParentNode): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isUsable)

let pressed: Element | null = null
/** Whether the pointer brought the focus here: Space then still belongs to the player. */
export const isPressed = (element: Element): boolean => pressed?.contains(element) ?? false

/** The focused element and all elements around it, innermost first. */
let path: Element[] = []

/** If the focused element is gone or unusable, moves the focus to the nearest usable one around it, or to the page. */
function mend(): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return
  const [lost, ...around] = path
  if (lost === undefined || isUsable(lost)) return // a press outside everything
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

/** A press or a key changes the page two frames later. */
const mendSoon = () => requestAnimationFrame(() => requestAnimationFrame(mend))

/** Keeps the focus on the page from now on. */
export function keepFocus(): void {
  addEventListener(
    'focusin',
    ({ target }) => {
      path = []
      for (let element = target as Element | null; element !== null && element !== document.body; element = element.parentElement)
        path.push(element)
      if (!isPressed(target as Element)) pressed = null // Tab has moved on
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
