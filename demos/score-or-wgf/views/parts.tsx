// The error of a field and its two parts: arrows over what each does to the density, and their shares for four fields.
import type { Plane, PlotView, Window } from '@/contract'
import { Label } from '@/views'
import { Bars, GroupNames, SeriesNames } from '@/views/bars'
import { diverging, largest, paintCells } from '@/views/pixels'
import { LOOKS, type Scene } from '../looks'
import { ARROWS, boxOf, CELLS, ERRING, reachOf, STRIDE } from '../split'
import { paintArrows, paintBlobs } from './painted'

const RARE = 0.004 // of the highest density: there an arrow says nothing about samples
const FULL = 0.5 // of the largest rise has full colour

const windowOf = ({ params }: Scene): Window => {
  const reach = reachOf(params)
  const shown = Math.min(reach, 1.35 + 2.6 * Math.hypot(0.15, params.sigma))
  return [
    [-shown, shown],
    [-shown, shown],
  ]
}

function paint(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const { params, maps, palette } = scene
  const found = params.tab === 'split' ? maps.split?.result : undefined
  if (!found) return
  const reach = reachOf(params)
  const { rises, arrows, density } = found
  if (rises) {
    const values = rises[params.part]
    const cells = { columns: CELLS, rows: CELLS, at: (i: number, j: number) => values[i * CELLS + j]!, smooth: true }
    paintCells(ctx, plane, diverging(palette), { ...cells, most: FULL * largest(rises.error) }, [
      [-reach, reach],
      [-reach, reach],
    ])
  }
  paintBlobs(ctx, scene, plane, params.sigma)
  if (!arrows) return
  const { low, width } = boxOf(params)
  const [points, values]: [number[], number[]] = [[], []]
  const shown = arrows[params.part]
  let sum = 0
  for (let i = 0; i < ARROWS; i++)
    for (let j = 0; j < ARROWS; j++) {
      const [column, row] = [i * STRIDE + STRIDE / 2, j * STRIDE + STRIDE / 2]
      if (density[column * CELLS + row]! < RARE) continue
      const at = 2 * (i * ARROWS + j)
      points.push(low[0] + (column - 0.5) * width, low[1] + (row - 0.5) * width)
      values.push(shown[at]!, shown[at + 1]!)
      sum += arrows.error[at]! ** 2 + arrows.error[at + 1]! ** 2
    }
  const typical = Math.sqrt(sum / Math.max(1, points.length / 2))
  paintArrows(ctx, scene, plane, points, values, 0.6 * typical, STRIDE * width)
}

export const parts: PlotView<Scene> = {
  kind: 'plot',
  map: ['split', 'learning'],
  window: windowOf,
  equal: true,
  backdrop: {
    key: (scene) => {
      const p = scene.params
      return [
        p.tab,
        p.model,
        p.sigma,
        p.kappa,
        p.part,
        p.moved,
        p.width,
        p.updates,
        p.seed,
        scene.maps.split?.done,
        scene.maps.split?.result?.arrows !== null,
      ]
    },
    paint,
  },
  draw(scene) {
    const { params, words, palette, maps } = scene
    if (params.tab !== 'split') return null
    const [[left], [bottom, top]] = windowOf(scene)
    return (
      <>
        <Label at={[left, top]} dx={8} dy={16} small bold color={LOOKS[params.model].color(palette)}>
          {maps.split?.result?.arrows || params.model === 'exact' ? words[params.model] : words.learning}
        </Label>
        <Label at={[left, bottom]} dx={8} dy={-8} small bold>
          {params.part === 'error' ? words.partError : params.part === 'gradient' ? words.partGradient : words.partSwirl}
        </Label>
      </>
    )
  },
}

export const shares: PlotView<Scene> = {
  kind: 'plot',
  map: ['split', 'learning'],
  window: [
    [-0.6, 3.6],
    [-12, 122],
  ],
  y: ({ words }) => ({ title: words.axisShare, ticks: [0, 50, 100], grid: true }),
  draw(scene) {
    const { params, maps, palette, words, format } = scene
    if (params.tab !== 'split') return null
    const sizes = ERRING.map((kind) => maps.split?.result?.sizes[kind])
    const percent = (part: 'gradient' | 'swirl') => sizes.map((found) => (found ? (100 * found[part]) / found.error : Number.NaN))
    return (
      <>
        <Bars
          series={[
            { name: 'moves', values: percent('gradient'), color: palette.method },
            { name: 'stirs', values: percent('swirl'), color: palette.base, hatch: true },
          ]}
        />
        {percent('swirl').map((value, k) => (
          <Label
            key={ERRING[k]}
            at={[k + 0.2, Number.isFinite(value) ? value : 0]}
            dy={-7}
            anchor="middle"
            small
            color={palette.base}
          >
            {Number.isFinite(value) ? format(value < 1e-9 ? 0 : value, 2) : ''}
          </Label>
        ))}
        <GroupNames names={[words.shortNet, words.shortGradient, words.shortTurn, words.shortStretch]} />
        <SeriesNames
          words={[
            { text: words.moves, color: palette.method },
            { text: words.stirs, color: palette.base },
          ]}
        />
      </>
    )
  },
}
