// Frames of all slides: few at a time, and none for long after its slide.

/** The part of <momentarium-demo> that is used. */
export interface Demo extends HTMLElement {
  activate(): Promise<void>
  draw(): Promise<void>
  refresh(): Promise<void>
  release(): void
}

const MOST = 3 // frames at a time
const REST = 30_000 // ms that a frame stays after its slide was left

/** Elements with a frame, first the one whose slide was left first, and when the frame is to be removed. */
const live = new Map<Demo, number>()

export function drop(demo: Demo): void {
  clearTimeout(live.get(demo))
  if (live.delete(demo)) demo.release()
}
/** Its slide is shown. `isNew`: it is about to get a frame. Returns whether it has one. */
export function enter(demo: Demo, isNew = false): boolean {
  if (!isNew && !live.has(demo)) return false
  clearTimeout(live.get(demo))
  live.delete(demo)
  live.set(demo, 0)
  for (const oldest of live.keys()) if (live.size > MOST) drop(oldest)
  return true
}
export function leave(demo: Demo): void {
  if (!live.has(demo)) return
  demo.refresh().catch(() => {})
  live.set(
    demo,
    window.setTimeout(() => drop(demo), REST),
  )
}

type Card = { steps: { id: string }[] }
/** All phases of all stops of a lesson, or its stops as wholes. */
const namesIn = ({ steps }: Card, whole: boolean) =>
  steps.flatMap(({ id }) => (whole ? [id] : [id, `${id}:deed`, `${id}:answer`]))

/** Steps of a demo's lesson, from its demo.json; none if that does not load. */
export const stepsOf = (card: string, whole: boolean): Promise<string[]> =>
  fetch(card)
    .then((answer) => answer.json())
    .then((found: Card) => namesIn(found, whole))
    .catch(() => [])

/** The same at once: an export counts the clicks of a slide once, while it is mounted. */
export function stepsAtOnce(card: string, whole: boolean): string[] {
  const request = new XMLHttpRequest()
  try {
    request.open('GET', card, false)
    request.send()
    return namesIn(JSON.parse(request.responseText), whole)
  } catch {
    return []
  }
}
