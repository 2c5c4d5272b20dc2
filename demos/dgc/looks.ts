// Colours, names and series that several pictures share.
import { type Palette, partOf, type SceneOf } from '@/contract'
import type { SchemeName } from '@/domains/optim/sparse'
import type demo from './demo'
import { NAMES, SIZE, schemeOf } from './params'

export type Scene = SceneOf<typeof demo>

export const LOOKS: Readonly<Record<SchemeName, { color(palette: Palette): string; dash?: string; square?: boolean }>> = {
  dense: { color: (palette) => palette.base },
  drop: { color: (palette) => palette.soft, dash: '2 3', square: true },
  accumulate: { color: (palette) => palette.base2, dash: '7 3' },
  correction: { color: (palette) => palette.base3, dash: '9 3 2 3' },
  dgc: { color: (palette) => palette.method },
}

export const isYours = ({ params }: Pick<Scene, 'params'>, name: SchemeName): boolean => schemeOf(params) === name
/** The schemes that are drawn. */
export const shownNames = (scene: Pick<Scene, 'params'>): SchemeName[] =>
  NAMES.filter((name) => scene.params.shown === 'all' || name === 'dense' || isYours(scene, name))

/** A recorded number of one entry, 1 the steepest, by step. */
export const entryOf = (series: Float64Array, entry: number): Float64Array => partOf(series, entry - 1, SIZE)
