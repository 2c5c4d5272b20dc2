// The lesson as the steps of a deck; names as in src/contract/lesson.ts.
const PHASES = ['', ':deed', ':answer']

/** All phases of all stops; with `stops` all stops as wholes; or the given list. */
export function deckSteps(wish: string, stops: readonly { id: string }[]): string[] {
  if (wish === '') return stops.flatMap(({ id }) => PHASES.map((phase) => id + phase))
  return wish === 'stops' ? stops.map(({ id }) => id) : wish.split(/[\s,]+/).filter(Boolean)
}
