// The numbers of a demo's state as text: the whole run as CSV, a map as CSV, all of it as JSON.
import { type AnyDemo, type Params, partOf } from '@/contract'
import { type Computation, computationOf, missingFor, numbersOf, type RunPicture, Timeline, turn } from '@/engine'
import { published } from '@/paper'
import type { Session } from '@/session/session'

const SLICE = 8 // ms of computing before others get a turn

/** Where the numbers come from: lines of the head. */
export interface Origin {
  title: string
  /** The state on the demo's own page. */
  link: string
  paper: string
  version: number
}
export const originOf = ({ meta }: AnyDemo, link: string): Origin => {
  const { title, authors, url } = meta.paper
  return {
    title: meta.title,
    link,
    paper: `${authors.join(', ')}: ${title}. ${published(meta.paper)}. ${url}`,
    version: meta.version ?? 1,
  }
}

/** Finishes a computation piece by piece. */
async function finished(one: Computation): Promise<unknown> {
  while (!one.isWhole) {
    one.advance()
    await turn()
  }
  return one.news?.result
}

export type WholeRun = Pick<RunPicture, 'params' | 'series' | 'last'>
/** The whole run of the current parameters: the one on screen, or computed now. `tell` reports the share that is done. */
export async function wholeRun({ demo, store }: Session, tell: (done: number) => void): Promise<WholeRun> {
  const { picture, params } = store.getState()
  if (picture !== null && picture.params === params && (picture.ended !== null || picture.last >= picture.steps)) return picture
  for (const one of missingFor(demo, params)) await finished(one)
  const timeline = new Timeline(demo, params)
  while (!timeline.done) {
    timeline.extend(timeline.steps, performance.now() + SLICE)
    tell(timeline.last / timeline.steps)
    await turn()
  }
  return timeline
}

/** Names of the maps that are shown for these parameters. */
export const shownMaps = (demo: AnyDemo, params: Params): string[] =>
  Object.entries(demo.maps ?? {}).flatMap(([name, { hidden, when }]) => (hidden || when?.(params) === false ? [] : [name]))

/** Results of maps by name. */
export async function wholeMaps(demo: AnyDemo, params: Params, names: readonly string[]): Promise<Record<string, unknown>> {
  const results: Record<string, unknown> = {}
  for (const name of names) {
    results[name] = await finished(computationOf(demo, name, params))
  }
  return results
}

// --- CSV -----------------------------------------------------------------------------------------------------------------

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
type Cell = number | string | undefined
const cellOf = (value: Cell) =>
  value === undefined || Number.isNaN(value) ? '' : typeof value === 'string' ? quoted(value) : String(value)
const csv = (origin: Origin | null, rows: readonly (readonly Cell[])[]) =>
  [
    ...(origin === null ? [] : [origin.title, origin.link, origin.paper, `version ${origin.version}`].map((line) => `# ${line}`)),
    ...rows.map((row) => row.map(cellOf).join(',')),
  ].join('\n')

/** One line a step: time, then readouts with their units; values that are not there are empty. */
export function csvOf({ readouts }: AnyDemo, { series, last }: Pick<WholeRun, 'series' | 'last'>, origin: Origin | null = null) {
  const shown = Object.entries(readouts).filter(([, { hidden }]) => !hidden)
  const head = ['step', ...shown.map(([, { label, unit }]) => (unit ? `${label} (${unit})` : label))]
  const rows = Array.from({ length: last + 1 }, (_, step) => [step, ...shown.map(([key]) => series[key]?.[step])])
  return csv(origin, [head, ...rows])
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value) && !(value instanceof Map)

/** A list of records as one table: each gives as many lines as its longest row has numbers; what it has once stands in all of them. `#`: which record. */
function tableOf(records: readonly object[], path: string): [name: string, values: Cell[]][] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  const parts = records.map((record) => new Map(columnsOf(record)))
  const names = [...new Set(parts.flatMap((columns) => [...columns.keys()]))]
  const lines = parts.map((columns) => Math.max(1, ...[...columns.values()].map(({ length }) => length)))
  const columnOf = (name: string) =>
    parts.flatMap((columns, record) => {
      const values = columns.get(name) ?? []
      return Array.from({ length: lines[record]! }, (_, line) => (values.length === 1 ? values[0] : values[line]))
    })
  const which = lines.flatMap((count, record) => Array.from({ length: count }, () => record))
  return [[below('#'), which], ...names.map((name): [string, Cell[]] => [below(name), columnOf(name)])]
}

/** Columns of a result: each row of numbers or texts in it, by its path; single numbers are columns of length 1, lists of records tables. */
export function columnsOf(result: unknown, path = ''): [name: string, values: Cell[]][] {
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (ArrayBuffer.isView(result)) return [[path, [...(result as Float64Array)]]]
  if (typeof result === 'number' || typeof result === 'string') return [[path, [result]]]
  if (typeof result === 'boolean') return [[path, [Number(result)]]]
  if (Array.isArray(result)) {
    const isRow = result.every((one) => one === null || typeof one === 'number' || typeof one === 'string')
    if (isRow) return [[path, result.map((one) => one ?? undefined)]]
    if (result.every(isRecord)) return tableOf(result, path)
    return result.flatMap((one, index) => columnsOf(one, below(index)))
  }
  if (result instanceof Map) return [...result].flatMap(([key, one]) => columnsOf(one, below(String(key))))
  if (typeof result === 'object' && result !== null)
    return Object.entries(result).flatMap(([key, one]) => columnsOf(one, below(key)))
  return []
}

/** A map as columns of numbers; its summary, with units, in the head. */
export function csvOfMap(demo: AnyDemo, name: string, result: unknown, params: Params, origin: Origin | null = null): string {
  const numbers = Object.entries(numbersOf(demo, name, result, params)).map(([key, value]): [string, Cell[]] => {
    const text = demo.maps?.[name]?.summary?.[key]
    return [text?.unit ? `${text.label} (${text.unit})` : (text?.label ?? key), [value]]
  })
  const columns = [...numbers, ...columnsOf(result)]
  const length = columns.reduce((most, [, values]) => Math.max(most, values.length), 0)
  const rows = Array.from({ length }, (_, row) => columns.map(([, values]) => values[row]))
  return csv(origin, [columns.map(([column]) => column), ...rows])
}

// --- JSON ----------------------------------------------------------------------------------------------------------------

/** Typed arrays as arrays; what is not finite as text, which JSON has no number for. */
const plain = (_: string, value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)]
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return value instanceof Map ? Object.fromEntries(value) : value
}

/** Everything: origin, values, each readout with label, unit and one number a step (hidden and vector ones too), each map. */
export function jsonOf(demo: AnyDemo, run: WholeRun, maps: Readonly<Record<string, unknown>>, origin: Origin): string {
  const readouts = Object.fromEntries(
    Object.entries(demo.readouts).map(([key, { label, unit, ...readout }]) => {
      const values = run.series[key] ?? new Float64Array()
      const size = 'size' in readout ? readout.size(run.params) : 1
      const parts = Array.from({ length: size }, (_, part) => partOf(values, part, size).slice(0, run.last + 1))
      return [key, { label, unit, values: 'size' in readout ? parts : parts[0] }]
    }),
  )
  const summaries = Object.fromEntries(
    Object.entries(maps).map(([name, result]) => [name, { numbers: numbersOf(demo, name, result, run.params), result }]),
  )
  return JSON.stringify({ ...origin, params: run.params, last: run.last, readouts, maps: summaries }, plain, 1)
}
