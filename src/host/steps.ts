// The lesson as a deck walks through it; names as in src/contract/lesson.ts.
const PHASES = ['', ':deed', ':answer']

/** All phases of all stops; `stops`: all stops, each whole; or the list that is named. */
export function deckSteps(wish: string, stops: readonly { id: string }[]): string[] {
  if (wish === '') return stops.flatMap(({ id }) => PHASES.map((phase) => id + phase))
  return wish === 'stops' ? stops.map(({ id }) => id) : wish.split(/[\s,]+/).filter(Boolean)
}
