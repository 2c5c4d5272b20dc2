// Ranges of the charts.
import type { Point } from '@/contract'

/** Logarithms of residual and gap. */
export const RESIDUALS: Point = [-2, 0.3]
export const GAPS: Point = [-2, 0]
