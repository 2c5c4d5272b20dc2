// Numbers as the visitor's language writes them.
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(language: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}|${JSON.stringify(options)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, options)
    formats.set(key, format)
  }
  return format
}

const SUPERSCRIPTS: Record<string, string> = { '-': '⁻', '−': '⁻' }
for (const [digit, raised] of [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) SUPERSCRIPTS[digit] = raised
/** An integer in raised characters. */
export const raised = (exponent: number): string => [...String(exponent)].map((c) => SUPERSCRIPTS[c] ?? c).join('')

const LOWERED: Record<string, string> = { '⁻': '-', '⁺': '+' }
for (const [digit, sign] of [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) LOWERED[sign] = String(digit)
/** The inverse of `formatNumber` for powers: "2 × 10⁻⁵" or "2·10^-5" becomes "2e-5". */
export const lowered = (text: string): string =>
  text.replace(
    /\s*[×·*]\s*10\s*\^?([⁻⁺⁰¹²³⁴-⁹]+|[-−+]?\d+)$/u,
    (_, power: string) => `e${[...power].map((c) => LOWERED[c] ?? c).join('')}`,
  )

/** The sign between groups of digits. */
export const groupOf = (language?: string): string | undefined =>
  numberFormat(language, {})
    .formatToParts(1_234_567)
    .find((part) => part.type === 'group')?.value

/** A number with `digits` significant digits; below 1e-4 and from 1e7 on as a multiple of a power of ten. */
export function formatNumber(value: number, digits = 4, language?: string, useGrouping = true): string {
  if (Number.isNaN(value)) return '–'
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    const exponent = Math.floor(Math.log10(size))
    return `${formatNumber(value / 10 ** exponent, digits, language)}\u00a0×\u00a010${raised(exponent)}` // never broken over two lines
  }
  return numberFormat(language, { maximumSignificantDigits: digits, useGrouping }).format(value).replace('-', '−')
}

/** A number with a fixed count of decimals, so that it does not jump while it changes. */
export const formatFixed = (value: number, decimals: number, language?: string, useGrouping = true): string =>
  numberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping })
    .format(value)
    .replace('-', '−')
