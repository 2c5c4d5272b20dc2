// Places that pictures and handles share.
import type { Point } from '@/contract'
import { restlessness } from '@/domains/optim/experts'
import type { Params } from './params'

/** The ellipses of an expert: where twice its objective has these heights. The first one's outer ellipse is dragged at its right end. */
export const LEVELS = [0.25, 1] as const
export const rimOf = ({ c1, sigma }: Pick<Params, 'c1' | 'sigma'>): Point => [c1[0] + Math.sqrt(LEVELS[1] / sigma), c1[1]]

/** Right end of the axes of γσ. */
export const MOST_REACH = 4.4
/** Range of the chart of noise, logarithms of variances. */
export const RANGE: Point = [-0.5, 2]
/** The height of the point of the setting in that chart. */
export const restLevel = ({ gamma, sigma, mu }: Params): number =>
  Math.min(Math.max(Math.log10(restlessness(gamma * sigma, mu)), RANGE[0]), RANGE[1])
