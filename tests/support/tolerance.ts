// A claim's tolerance is at most three times what an exact answer needs.
import type { AnyDemo } from '@/contract'
import type { Measurement } from '@/engine'

const MOST = 3
const ROUNDING = 1e-6 // of the number, or of 1: no sentence could be told by it

/** Half a unit of the last digit of `value` as the sentence prints it; 0 where it does not, or with a single digit alone. */
export function printedError(says: string, value: number): number {
  const errors = [...says.replaceAll(/(?<=\d) (?=\d{3})/g, '').matchAll(/−?\d+(\.(\d+))?/g)].flatMap(
    ([text, , decimals = '']) => {
      const half = 0.5 * 10 ** -decimals.length
      return Math.abs(Number(text.replace('−', '-')) - value) <= half * (1 + 1e-9) && (decimals !== '' || text.length > 1)
        ? half
        : []
    },
  )
  return errors.length > 0 ? Math.min(...errors) : 0
}

/** Why the tolerance is too large, or null. */
export function tooLoose(
  { says, needs }: Pick<AnyDemo['claims'][number], 'says' | 'needs'>,
  { expected, tolerance }: Pick<Measurement, 'expected' | 'tolerance'>,
): string | null {
  const reasons = {
    rounding: ROUNDING * Math.max(1, Math.abs(expected)),
    'the printed number': printedError(says, expected),
    [needs?.because ?? '']: needs?.error ?? 0,
  }
  const need = Math.max(...Object.values(reasons))
  if (tolerance <= MOST * need * (1 + 1e-9)) return null
  return `"${says}" allows ${tolerance}, ${tolerance / need} times what is needed: ${JSON.stringify(reasons)}`
}
