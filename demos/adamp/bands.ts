// The loss in bands of colour, darker where it is lower: the same bands on the globe and in the flat picture.
import type { Palette } from '@/contract'
import type { Vector } from '@/domains/optim/sphere'
import { rampColor } from '@/views'
import { lossOf, type Params } from './params'

export const BANDS = 10
/** Highest value that still gets a band of its own, and the power of the height by which bands follow each other. */
const SCALES: Readonly<Record<Params['surface'], { high: number; power: number }>> = {
  rayleigh: { high: 1.5, power: 0.5 },
  rosenbrock: { high: 700, power: 0.16 },
}

/** Depth of the loss in a direction, 0 to 1 at the lowest place. */
export function depthAt(direction: Vector, p: Params): number {
  const { high, power } = SCALES[p.surface]
  const loss = lossOf(p)
  return 1 - Math.min(Math.max((loss.value(direction) - loss.lowest) / (high - loss.lowest), 0), 1) ** power
}

export const bandAt = (direction: Vector, p: Params): number => Math.min(BANDS - 1, Math.floor(depthAt(direction, p) * BANDS))

export const bandColor = (palette: Palette, band: number): string => rampColor(palette.field, band / (BANDS - 1))
/** Between two bands. */
export const bandLine = (palette: Palette): string =>
  palette.name === 'dark' ? 'rgb(255 255 255 / 0.06)' : 'rgb(255 255 255 / 0.6)'
