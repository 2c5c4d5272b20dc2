// Paints little pictures on a canvas: 8 × 8 pixels each, unfolded from the nine numbers that are computed.
import { PATCH_SIDE } from '@/domains/diffusion/mixtures'
import { unfold } from '@/domains/diffusion/span'
import { putPicture, type Sheet, startSheet } from '@/views/sheet'
import { pictureSpan } from './data'

/** Folded pictures [n, 9], whose outside parts point along rest[first], rest[first + 1], …, as a sheet; `scale` for parts of a push. */
export function sheetOf(inside: Float64Array, rest: Float64Array, columns: number, rows: number, first = 0, scale = 1): Sheet {
  const span = pictureSpan()
  const sheet = startSheet(columns, rows, PATCH_SIDE)
  const picture = new Float64Array(span.dim)
  for (let p = 0; p < columns * rows; p++) {
    unfold(span, inside, p * (span.rank + 1), rest, (first + p) * span.dim, picture)
    putPicture(sheet, p, picture, 0, scale)
  }
  return sheet
}
