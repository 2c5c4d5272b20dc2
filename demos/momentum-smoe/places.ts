// Where pictures and handles meet.
import type { Point } from '@/contract'
import { restlessness } from '@/domains/optim/experts'
import type { Params } from './params'

/** The ellipses of an expert: where twice its objective has these heights. The outer one of the first is held at its right end. */
export const LEVELS = [0.25, 1] as const
export const rimOf = ({ c1, sigma }: Pick<Params, 'c1' | 'sigma'>): Point => [c1[0] + Math.sqrt(LEVELS[1] / sigma), c1[1]]

/** Right end of the axes of γσ. */
export const MOST_REACH = 4.4
/** Logarithms of the variances that the chart of noise has room for. */
export const RANGE: Point = [-0.5, 2]
/** The height of the point that stands for the setting there. */
export const restLevel = ({ gamma, sigma, mu }: Params): number =>
  Math.min(Math.max(Math.log10(restlessness(gamma * sigma, mu)), RANGE[0]), RANGE[1])
