// Which element's clock runs: of those in sight, the one used last, otherwise the one nearest to the middle of the window.

export interface Turn {
  inSight: boolean
  /** What its frame was last told. */
  told: string
  tell(visible: boolean, active: boolean): void
}

/** Elements with a usable frame. */
export const live = new Map<Element, Turn>()
let used: Element | null = null
let asked = 0

/** A press or the focus is in this one. */
export function turnTo(element: Element): void {
  used = element
}

/** Decides soon, once for everything that happens until then. */
export function elect(): void {
  clearTimeout(asked)
  asked = window.setTimeout(() => {
    const focused = document.activeElement
    if (focused && live.has(focused)) used = focused // the page sees a click into a frame only as a loss of focus
    const seen = [...live].flatMap(([one, { inSight }]) => (inSight && !one.hasAttribute('covered') ? [one] : []))
    const far = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return Math.hypot(left + right - innerWidth, top + bottom - innerHeight)
    }
    const chosen = seen.find((one) => one === used) ?? seen.sort((a, b) => far(a) - far(b))[0]
    for (const [one, turn] of live) {
      const visible = seen.includes(one)
      const active = visible && (one === chosen || one.hasAttribute('parallel'))
      const told = `${visible}${active}`
      if (turn.told !== told) turn.tell(visible, active)
      turn.told = told
    }
  }, 50)
}

for (const type of ['scroll', 'resize', 'blur']) globalThis.addEventListener?.(type, elect, { capture: true, passive: true })
