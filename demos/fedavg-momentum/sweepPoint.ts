// The place of a run, or a prediction, in the chart of the sweep: against β both axes are logarithmic, against heterogeneity neither is.
import type { Point } from '@/contract'
import type { Params } from './params'

export const RANGE = [-3, 1] as const
export function pointAt({ across }: Pick<Params, 'across'>, value: number, error: number): Point {
  return across === 'beta' ? [Math.log10(value), Math.min(Math.max(Math.log10(error), RANGE[0]), RANGE[1])] : [value, error]
}
