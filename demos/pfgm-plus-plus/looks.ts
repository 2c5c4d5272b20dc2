// Colours and names that several pictures share. The field of this D is the method, diffusion the baseline.
import type { Palette, SceneOf } from '@/contract'
import type demo from './demo'
import { isDiffusion } from './params'

export type Scene = SceneOf<typeof demo>

export const fieldColour = (palette: Palette): string => palette.method
export const diffusionColour = (palette: Palette): string => palette.base
/** "D = 8", "D = ∞". */
export const nameOfD = ({ params }: Scene): string => `D = ${isDiffusion(params) ? '∞' : params.D}`
/** Diffusion is drawn beside the field where it is another one. */
export const isCompared = ({ params }: Scene): boolean => params.compare && !isDiffusion(params)
