// The best function at z over the states, its phase as colour.
import type { Plane, Window } from '@/contract'
import { BOX, watch } from '@/domains/operators/duffing'
import { memoized } from '@/memoized'
import { Dots, Label, usePlot } from '@/views'
import { phaseColor } from '@/views/phase'
import type { Learned } from './learned'
import type { Scene } from './looks'
import { type Best, bestOf } from './probe'

const SIDE = 64 // cells across and up

export const modeWindow = ({ params }: Scene): Window =>
  params.system === 'duffing'
    ? [
        [-BOX, BOX],
        [-BOX, BOX],
      ]
    : [
        [0, 1],
        [0, 1],
      ]

/** All functions of the dictionary at the cells, [cells, N]. */
const tableOf = memoized((dictionary: Learned['dictionary']): Float64Array => {
  const count = dictionary.centres.length / 2
  const table = new Float64Array(SIDE * SIDE * count)
  const state = new Float64Array(2)
  for (let cell = 0; cell < SIDE * SIDE; cell++) {
    state[0] = BOX * (2 * (((cell % SIDE) + 0.5) / SIDE) - 1)
    state[1] = BOX * (1 - 2 * ((Math.floor(cell / SIDE) + 0.5) / SIDE))
    watch(dictionary, state, table, cell * count, 1)
  }
  return table
})

/** Values on the cells, row by row from the top. */
function valuesOf(best: Best, learned: Learned | undefined): readonly [Float64Array, Float64Array] {
  const re = new Float64Array(SIDE * SIDE)
  const im = new Float64Array(SIDE * SIDE)
  if (best.radial && learned) {
    const table = tableOf(learned.dictionary)
    const [cr, ci] = best.radial
    for (let cell = 0; cell < re.length; cell++) {
      let [a, b] = [0, 0]
      for (let j = 0; j < cr.length; j++) {
        const value = table[cell * cr.length + j]!
        a += cr[j]! * value
        b += ci[j]! * value
      }
      re[cell] = a
      im[cell] = b
    }
  }
  for (const [k, l, cr, ci] of best.waves) {
    for (let cell = 0; cell < re.length; cell++) {
      const x = ((cell % SIDE) + 0.5) / SIDE
      const y = 1 - (Math.floor(cell / SIDE) + 0.5) / SIDE
      const angle = 2 * Math.PI * (k * x + l * y)
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      re[cell]! += cr * cos - ci * sin
      im[cell]! += cr * sin + ci * cos
    }
  }
  return [re, im]
}

export function paintMode(ctx: CanvasRenderingContext2D, { params, frame, maps, palette }: Scene, plane: Plane): void {
  const learned = maps.learned?.result
  const best = bestOf(params, frame.box, learned)
  if (best === null) return
  const [re, im] = valuesOf(best, learned)
  let most = 0
  for (let cell = 0; cell < re.length; cell++) most = Math.max(most, Math.hypot(re[cell]!, im[cell]!))
  const [[x0], [, y1]] = modeWindow({ params } as Scene)
  const [left, top] = [plane.x(x0), plane.y(y1)]
  const [w, h] = [plane.width / SIDE, plane.height / SIDE]
  for (let index = 0; index < re.length; index++) {
    ctx.fillStyle = phaseColor(palette, re[index]!, im[index]!, best.radial ? most : 1.25 * most)
    const [i, j] = [index % SIDE, Math.floor(index / SIDE)]
    const [x, y] = [Math.round(left + i * w), Math.round(top + j * h)] // whole pixels: no seams
    ctx.fillRect(x, y, Math.round(left + (i + 1) * w) - x, Math.round(top + (j + 1) * h) - y)
  }
}

export function ModePicture({ params, frame, maps, palette, words, format }: Scene) {
  const { plane } = usePlot()
  const learned = maps.learned?.result
  const best = bestOf(params, frame.box, learned)
  const [[, right], [bottom]] = modeWindow({ params } as Scene)
  const centres = params.system === 'duffing' ? learned?.dictionary.centres : undefined
  const believed = best !== null && best.tau < params.epsilon
  return (
    <>
      {centres && (
        <Dots
          xs={centres.filter((_, k) => k % 2 === 0)}
          ys={centres.filter((_, k) => k % 2 === 1)}
          color={palette.ink}
          r={1.1}
          opacity={0.55}
        />
      )}
      {best && plane.height > 120 && (
        <Label at={[right, bottom]} dx={-6} dy={-8} anchor="end" bold color={believed ? palette.method : palette.base} param="z">
          {plane.width > 230 * palette.text ? words.misses : words.missesShort} {format(best.tau, 3)} ·{' '}
          {believed ? words.believed : words.doubtful}
        </Label>
      )}
    </>
  )
}
