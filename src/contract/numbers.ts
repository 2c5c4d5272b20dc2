// Rows of numbers: shares that add up, and the handles of bars.
import type { Handle } from './demo'
import type { NumbersSpec } from './schema'

const ROUNDING = 1e-9 // of the sum: shares that add up this closely stay as they are

/** Numbers in the range of `spec` that add up to its sum: the parts above `min` are scaled alike. */
export function shared({ sum = 1, min, max, names }: NumbersSpec, values: readonly number[]): number[] {
  const total = values.reduce((all, v) => all + v, 0)
  if (Math.abs(total - sum) <= ROUNDING * sum) return [...values]
  const free = sum - min * names.length
  const above = values.reduce((all, v) => all + (v - min), 0) // summed from the differences that are scaled
  const stretched = values.map((v) => min + (above > 0 ? ((v - min) * free) / above : free / names.length))
  return stretched.map((v) => Math.min(Math.max(v, min), max)) // rounding may have gone outside
}

/** The row with one number changed. If the row has a sum, the others change in proportion. */
export function withNumber(spec: NumbersSpec, values: readonly number[], index: number, wish: number): number[] {
  const { sum, min, names } = spec
  const inside = Math.min(Math.max(wish, min), spec.max)
  if (sum === undefined) return values.map((v, k) => (k === index ? inside : v))
  const value = Math.min(inside, sum - min * (names.length - 1))
  const others = values.reduce((all, v, k) => (k === index ? all : all + v - min), 0)
  const free = sum - value - min * (names.length - 1)
  return values.map((v, k) =>
    k === index ? value : min + (others > 0 ? ((v - min) * free) / others : free / (names.length - 1)),
  )
}

/** Offset from the group's middle of bar `index` of `count` side by side, together `width` wide. */
export const barOffset = (index: number, count: number, width = BARS): number => (width * (index + 0.5)) / count - width / 2
/** Width of a group of bars; groups are 1 apart. */
export const BARS = 0.8

interface BarHandles<P, V extends string> {
  view: V
  /** Where the middle of each bar is. */
  x?: (index: number) => number
  when?: (params: P) => boolean
  /** Text at the top of one bar until it is dragged. */
  invite?: { index: number; text: string }
}
/** A handle at the top of each bar of a row, `key0`, `key1`, …; bar k is at x = k, and only vertical movement counts. */
export function barHandles<K extends string, P extends Readonly<Record<K, readonly number[]>>, V extends string>(
  key: K,
  spec: NumbersSpec,
  { view, x = (index) => index, when, invite }: BarHandles<P, V>,
): Record<string, Handle<P, V>> {
  const handle = (name: string, index: number): Handle<P, V> => ({
    label: `${spec.label}, ${name}`,
    view,
    when,
    invite: invite?.index === index ? invite.text : undefined,
    quiet: invite?.index !== index,
    at: (params) => [x(index), params[key][index] as number],
    move: ([, y], params) => ({ [key]: withNumber(spec, params[key], index, y) }) as unknown as Partial<P>,
    moves: [key],
  })
  return Object.fromEntries(spec.names.map((name, index) => [`${key}${index}`, handle(name, index)]))
}
