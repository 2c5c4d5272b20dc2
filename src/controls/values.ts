// Values as text in the visitor's language, and back.
import { NumberParser } from '@internationalized/number'
import { hardRange, type NumberSpec, type Placed, type Point, parseNumber, type Spec } from '@/contract'
import { formatFixed, formatNumber } from '@/format'
import { messages } from '@/messages'

const decimalsOf = (step: number) => Math.max(0, Math.min(8, Math.ceil(-Math.log10(step) - 1e-9)))
const DEFAULT_POSITIONS = 200

/** Distance of neighbouring slider positions of a linear number. */
export const stepOf = (spec: { min: number; max: number; step?: number }): number =>
  spec.step ?? (spec.max - spec.min) / DEFAULT_POSITIONS

export function valueText(spec: Spec, value: unknown, language?: string): string {
  switch (spec.kind) {
    case 'number': {
      const v = value as number
      if (spec.scale === 'log') return formatNumber(v, 3, language)
      const decimals = decimalsOf(stepOf(spec))
      const exact = Math.abs(v - Number(v.toFixed(decimals))) < 1e-12
      return exact ? formatFixed(v, decimals, language) : formatNumber(v, 4, language)
    }
    case 'integer':
    case 'seed':
      return formatNumber(value as number, 10, language)
    case 'choice':
      return spec.options[value as string] ?? String(value)
    case 'point':
      return (value as Point).map((v) => formatNumber(v, 4, language)).join('; ')
    case 'places':
      return messages.placed((value as readonly Placed[]).length)
    default:
      return String(value)
  }
}

/** Reads a typed number: in the visitor's language, or in plain notation. Misplaced thousands ("3,14" in English) are refused, not guessed. */
export function readNumber(text: string, language = navigator.language): number | null {
  const plain = text.trim().replace('−', '-')
  const group = new Intl.NumberFormat(language).formatToParts(1234567).find((part) => part.type === 'group')?.value
  if (group !== undefined && plain.includes(group) && !new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\D\\d*)?$`).test(plain))
    return null
  const read = new NumberParser(language, { maximumFractionDigits: 20 }).parse(plain)
  return Number.isFinite(read) ? read : parseNumber(plain)
}

/** Position on a slider (0 to 1) and value, for linear and logarithmic ranges. */
export function toShare(spec: Pick<NumberSpec, 'scale'>, min: number, max: number, value: number): number {
  const share = spec.scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  return Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 0
}
export function fromShare(spec: NumberSpec, min: number, max: number, share: number): number {
  if (spec.scale === 'log') return Number((min * (max / min) ** share).toPrecision(3))
  const step = stepOf(spec)
  const value = min + Math.round((share * (max - min)) / step) * step
  return Number(Math.min(Math.max(value, min), max).toFixed(10))
}
/** Positions of a slider's thumb: as many as there are steps. */
export const positionsOf = (spec: NumberSpec, min: number, max: number): number =>
  spec.scale === 'log' ? 400 : Math.max(1, Math.min(2000, Math.round((max - min) / stepOf(spec))))

export const clampHard = (spec: NumberSpec, value: number): number => {
  const [low, high] = hardRange(spec)
  return Math.min(Math.max(value, low), high)
}
