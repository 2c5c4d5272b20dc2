// B beside and A above their product, as in a multiplication table; W* beside it, and above that the missing part.
import type { PlotView, Window } from '@/contract'
import { Label, Region } from '@/views'
import { diverging, largest, paintCells } from '@/views/pixels'
import { inHand, type Scene, shownOf } from '../looks'
import { SIZE } from '../params'
import { problemOf } from '../problem'

const GAP = 2 // cells, for names above the matrices
const NAME = 1.6

interface Matrix {
  name: string
  values: Float64Array
  rows: number
  columns: number
  /** Lower left corner, in cells. */
  corner: readonly [x: number, y: number]
  /** The value of full strength. */
  most: number
  color: string
}

function matricesOf(scene: Scene): Matrix[] {
  const { params, palette, words } = scene
  const { factors, product } = shownOf(scene)
  const { r } = factors
  const { target } = problemOf(params)
  const { color } = inHand(scene)
  const [thin, whole] = [Math.max(largest(factors.b), largest(factors.a)), largest(target) || 1] // one scale for both, so that the lighter one is pale
  const square = { rows: SIZE, columns: SIZE, most: whole }
  const x = r + GAP
  const missing = product.map((value, k) => value - target[k]!)
  return [
    { name: 'B', values: factors.b, rows: SIZE, columns: r, corner: [0, 0], most: thin, color },
    { name: 'A', values: factors.a, rows: r, columns: SIZE, corner: [x, SIZE + GAP], most: thin, color },
    { ...square, name: 'BA', values: product, corner: [x, 0], color },
    { ...square, name: words.wanted, values: target, corner: [x + SIZE + GAP, 0], color: palette.ink },
    { ...square, name: words.missing, values: missing, corner: [x + SIZE + GAP, SIZE + GAP], color: palette.ink },
  ]
}

const windowOf = (scene: Scene): Window => [
  [-0.3, shownOf(scene).factors.r + 2 * (SIZE + GAP) + 0.3],
  [-0.3, 2 * SIZE + GAP + NAME],
]

const paint: PlotView<Scene>['marks'] = (ctx, scene, plane) => {
  const shades = diverging(scene.palette)
  for (const { values, rows, columns, corner, most } of matricesOf(scene)) {
    const at = (column: number, row: number) => values[(rows - 1 - row) * columns + column]!
    paintCells(ctx, plane, shades, { columns, rows, at, most }, [
      [corner[0], corner[0] + columns],
      [corner[1], corner[1] + rows],
    ])
  }
}

function Names(scene: Scene) {
  const { palette, format } = scene
  return matricesOf(scene).map(({ name, values, rows, columns, corner: [x, y], color }) => (
    <g key={name}>
      <Region
        rings={[
          [
            [x, y],
            [x + columns, y],
            [x + columns, y + rows],
            [x, y + rows],
          ],
        ]}
        stroke={palette.line}
      />
      <Label at={[x, y + rows]} dy={-4} small bold color={color}>
        {`${name} ±${format(largest(values), 2)}`}
      </Label>
    </g>
  ))
}

export const factors: PlotView<Scene> = {
  kind: 'plot',
  equal: true,
  window: windowOf,
  marks: paint,
  draw: (scene) => <Names {...scene} />,
}
