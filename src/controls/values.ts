// Values as text in the visitor's language, and back.
import { hardRange, isEnd, type NumberSpec, type NumbersSpec, type Placed, type Point, type Spec } from '@/contract'
import { formatFixed, formatNumber, groupOf, lowered } from '@/format'
import { messages } from '@/messages'

/** Decimals needed to write a step, which has at most three digits: 0.025 has three. */
const decimalsOf = (step: number) => Number(step.toPrecision(3)).toFixed(8).replace(/0+$/, '').split('.')[1]?.length ?? 0
const LOG_DIGITS = 3 // significant digits of a logarithmic slider
const DEFAULT_POSITIONS = 200
const LOG_POSITIONS = 400

/** Distance between slider positions of a linear number. */
export const stepOf = (spec: { min: number; max: number; step?: number }): number =>
  spec.step ?? (spec.max - spec.min) / DEFAULT_POSITIONS

/** A value as it is shown, without signs between thousands: they need not be typed, and reading it back has one result. */
export function valueText(spec: Spec, value: unknown, language?: string): string {
  if (isEnd(spec, value)) return (spec as NumberSpec).end?.text as string
  switch (spec.kind) {
    case 'number': {
      const v = value as number
      if (spec.scale === 'log') return formatNumber(v, LOG_DIGITS, language, false)
      const decimals = decimalsOf(stepOf(spec))
      const exact = Math.abs(v - Number(v.toFixed(decimals))) < 1e-12
      return exact ? formatFixed(v, decimals, language, false) : formatNumber(v, 4, language, false)
    }
    case 'integer':
    case 'seed':
      return formatNumber(value as number, 10, language, false)
    case 'choice':
      return spec.options[value as string] ?? String(value)
    case 'point':
    case 'numbers':
      return (value as readonly number[]).map((v) => formatNumber(v, 4, language, false)).join('; ')
    case 'places':
      return messages.placed((value as readonly Placed[]).length)
    default:
      return String(value)
  }
}

/** Latin digits, plain signs and `e` for powers of ten, whatever the script or notation of the text. */
const plainly = (text: string): string =>
  lowered(text)
    .normalize('NFKC')
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '') // marks of direction
    .replace(/\p{Nd}/gu, (digit) => {
      let zero = digit.codePointAt(0) as number
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
      return String((digit.codePointAt(0) as number) - zero)
    })
    .replace(/[−–﹣]/g, '-')
    .replace('٫', '.')
    .trim()

/** Whole part, grouped or not; decimals; power of ten. A group has three digits, or two before a group of three, and the first group never begins with 0. */
const shapeOf = (decimal: string, group: string) =>
  new RegExp(
    `^([+-]?)\\s*(?:([1-9]\\d{0,2}(?:([${group} '’٬])\\d{3})(?:\\3\\d{3})*|[1-9]\\d?(?:(,)\\d{2})+,\\d{3})|(\\d*))` +
      `(?:[${decimal}](\\d*))?(?:e([+-]?\\d{1,3}))?$`,
    'i',
  )
const SHAPES = [
  { group: ',', shape: shapeOf('.', ',') },
  { group: '.', shape: shapeOf(',', '.') },
]

/** All numbers that a typed text may mean: written as in the language, or with a plain point or comma. */
export function readings(text: string, language?: string): number[] {
  const plain = plainly(text)
  const found = SHAPES.flatMap(({ group, shape }) => {
    const [match, sign, grouped, sign3, sign2, whole = '', decimals, power] = shape.exec(plain) ?? []
    const separator = sign3 ?? sign2
    if (match === undefined || (grouped === undefined && whole === '' && !decimals)) return []
    if (grouped !== undefined && power !== undefined) return []
    // A single sign without decimals after it groups thousands only if the language does so.
    const single = separator === group && decimals === undefined && grouped?.indexOf(group) === grouped?.lastIndexOf(group)
    if (single && groupOf(language) !== group) return []
    return Number(`${sign}${(grouped ?? whole).replace(/\D/g, '') || 0}.${decimals ?? ''}e${power ?? 0}`)
  })
  return [...new Set(found)]
}

const isWithin = (spec: NumberSpec, value: number) =>
  clampHard(spec, value) === value && (spec.kind === 'number' || Number.isInteger(value))
/** The nearest number that a control can have. */
export const nearest = (spec: NumberSpec, value: number): number =>
  clampHard(spec, spec.kind === 'integer' ? Math.round(value) : value)

/** The number that makes sense in a control: the only reading within its range, or the value that all readings are clamped to. */
export function sensible(spec: NumberSpec, possible: readonly number[]): number | null {
  const fitting = possible.filter((value) => isWithin(spec, value))
  if (fitting.length === 1) return fitting[0] as number
  const [first, ...others] = possible
  return first !== undefined && others.every((other) => nearest(spec, other) === nearest(spec, first)) ? first : null
}

const FEW = 4 // significant digits: a value that a demo has rounded to so few stays as it is, since the demo knows the size of its picture
/** A dragged number with as many digits as its control has. */
function neatNumber(value: number, spec: Parameters<typeof stepOf>[0] & Pick<NumberSpec, 'scale'>): number {
  if (Number(value.toPrecision(FEW)) === value) return value
  return Number(spec.scale === 'log' ? value.toPrecision(LOG_DIGITS) : value.toFixed(decimalsOf(stepOf(spec))))
}
const neatPoint = ([x, y]: Point, { min, max, step }: { min: Point; max: Point; step?: number }): Point => [
  neatNumber(x, { min: min[0], max: max[0], step }),
  neatNumber(y, { min: min[1], max: max[1], step }),
]
/** Shares still add up: the largest one absorbs the rounding. */
function neatRow(values: readonly number[], spec: NumbersSpec): number[] {
  const row = values.map((v) => neatNumber(v, spec))
  if (spec.sum === undefined) return row
  const largest = row.indexOf(Math.max(...row))
  const others = row.reduce((all, v, k) => (k === largest ? all : all + v), 0)
  return row.map((v, k) => (k === largest ? Number(((spec.sum as number) - others).toFixed(10)) : v))
}
/** A dragged value with as many digits as its control has. */
export function neat(spec: Spec, value: unknown): unknown {
  switch (spec.kind) {
    case 'number':
      return isEnd(spec, value) ? value : neatNumber(value as number, spec)
    case 'point':
      return neatPoint(value as Point, spec)
    case 'numbers':
      return neatRow(value as readonly number[], spec)
    case 'places':
      return (value as readonly Placed[]).map((placed) => ({ ...placed, at: neatPoint(placed.at, spec) }))
    default:
      return value
  }
}

/** Position on a slider (0 to 1) and value, for linear and logarithmic ranges. */
export function toShare(spec: Pick<NumberSpec, 'scale'>, min: number, max: number, value: number): number {
  const share = spec.scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 0
}
export function fromShare(spec: NumberSpec, min: number, max: number, share: number): number {
  if (spec.scale === 'log') {
    const value = Number((min * (max / min) ** share).toPrecision(LOG_DIGITS))
    return spec.kind === 'integer' ? Math.round(value) : value
  }
  const step = stepOf(spec)
  const value = min + Math.round((share * (max - min)) / step) * step
  return Math.min(Math.max(Number(value.toFixed(decimalsOf(step))), min), max)
}
/** Positions of a slider's thumb: as many as there are steps. */
export function positionsOf(spec: NumberSpec, min: number, max: number): number {
  if (spec.scale !== 'log') return Math.max(1, Math.min(2000, Math.round((max - min) / stepOf(spec))))
  if (spec.kind === 'number') return LOG_POSITIONS
  // Whole numbers: an arrow key leads to the next one, at the small end too.
  return Math.max(1, Math.min(LOG_POSITIONS, Math.floor(Math.log(max / min) / Math.log(1 + 1 / min))))
}

/** A slider with its named end: one more position, before the first or after the last. */
export interface Track {
  /** The last position; the first is 0. */
  last: number
  position(value: number): number
  value(position: number): number
}
export function trackOf(spec: NumberSpec, min: number, max: number): Track {
  const positions = positionsOf(spec, min, max)
  const { end } = spec
  const before = end !== undefined && end.value < min ? 1 : 0
  const last = positions + (end === undefined ? 0 : 1)
  return {
    last,
    position: (value) =>
      isEnd(spec, value) ? (before ? 0 : last) : before + Math.round(toShare(spec, min, max, value) * positions),
    value(position) {
      const place = position - before
      return end !== undefined && (place < 0 || place > positions) ? end.value : fromShare(spec, min, max, place / positions)
    },
  }
}

/** The value after `by` arrow key presses; the named end follows the end of the range. */
export function stepped(spec: NumberSpec, value: number, by: number): number {
  const [low, high] = hardRange(spec)
  if (spec.end !== undefined) {
    const outward = spec.end.value > high ? 1 : -1
    if (isEnd(spec, value)) return by * outward < 0 ? (outward > 0 ? high : low) : value
    if (by * outward > 0 && value === (outward > 0 ? high : low)) return spec.end.value
  }
  const next = spec.scale === 'log' ? value * 1.02 ** by : value + by * (spec.kind === 'integer' ? 1 : stepOf(spec))
  // A small whole number on a logarithmic slider still moves.
  const whole = spec.kind === 'integer' && Math.round(next) === value ? value + Math.sign(by) : next
  return nearest(spec, Number(whole.toPrecision(10)))
}

/** The named end, if its word was typed. */
export const endTyped = ({ end }: NumberSpec, text: string): number | null =>
  end !== undefined && [end.word, end.text].includes(text.trim().toLowerCase()) ? end.value : null

export const clampHard = (spec: NumberSpec, value: number): number => {
  const [low, high] = hardRange(spec)
  return Math.min(Math.max(value, low), high)
}
