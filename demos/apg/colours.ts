// Colours that are content: hues of the wheel and of the pictures, and the two parts of a push. Methods keep their usual colours.
import type { Palette } from '@/contract'
import { hueColour } from '@/domains/diffusion/mixtures'
import { shown } from '@/numerics/shown'

/** The stretch is red, the turn green; in this demo no method is green. */
export const stretchColour = ({ name }: Palette): string =>
  ({ light: '#b8143f', dark: '#ff6f8f', projector: '#a8002f', contrast: '#8c0027' })[name]
export const turnColour = ({ base2 }: Palette): string => base2

/** Colour of the plane at a distance from grey, as the pictures would show it. */
export function chromaColour(angle: number, distance: number, alpha = 1): string {
  const [r, g, b] = hueColour(angle).map((v) => Math.round(255 * shown(v * distance)))
  return `rgb(${r} ${g} ${b} / ${alpha})`
}

/** Angle of a class. */
export const angleOf = (wanted: number): number => Math.PI / 2 + (wanted * Math.PI) / 3
