// Colours, names and series that several pictures share.
import type { Palette, SceneOf } from '@/contract'
import type { Variant } from '@/domains/optim/kronecker'
import type demo from './demo'
import type { Method } from './params'

export type Scene = SceneOf<typeof demo>

export const LOOKS: Readonly<Record<Method, { color(palette: Palette): string; dash?: string; square?: boolean }>> = {
  first: { color: (palette) => palette.base2, dash: '7 3', square: true },
  kfac: { color: (palette) => palette.base },
  mkor: { color: (palette) => palette.method },
}
export const VARIANT_LOOKS: Readonly<Record<Variant, { color(palette: Palette): string; dash?: string }>> = {
  exact: { color: (palette) => palette.method },
  released: { color: (palette) => palette.base3, dash: '7 3' },
  printed: { color: (palette) => palette.soft, dash: '2 3' },
}

export const nameOf = ({ words, params }: Scene, method: Method): string =>
  method === 'first'
    ? words[params.inner]
    : method === 'mkor' && params.variant !== 'exact'
      ? `${words.mkor}, ${words[params.variant]}`
      : words[method]
