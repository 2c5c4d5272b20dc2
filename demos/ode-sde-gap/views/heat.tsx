// The residual over place and time: of the wrong score on the line, and of a network.
import type { Plane, PlotView, Window } from '@/contract'
import { fillLine, noisyMixture } from '@/domains/diffusion/noisyMixture'
import { geometricTimes } from '@/domains/diffusion/reverse'
import { memoized } from '@/memoized'
import { Label, Rule } from '@/views'
import { diverging, paintCells } from '@/views/pixels'
import type { Scene } from '../looks'
import { BOX, HEAT_PLACES, HEAT_TIMES } from '../network'
import type { Params } from '../params'
import { REACH } from '../places'
import { dataOf, grid, problemOf } from '../problem'
import { NAMES, weightsOf } from '../training'

const FULL = 1 // the residual of full colour, and that of networks
const FULL_OF_NETWORKS = 4
const TIMES = 64
const STRIDE = 8
const FIRST = Math.round(((1 - REACH / 5) * grid.cells) / 2 / STRIDE) * STRIDE
const ROWS = Math.round((grid.cells - 2 * FIRST) / STRIDE) + 1
const RARE = 1e-3 // of the highest density at a time: there is next to no data

const timeWindow = ({ params }: Scene): Window[0] => [Math.log10(params.tEnd), Math.log10(params.horizon)]

/** R by time, from the end to T, and place; NaN where there is next to no data. */
const mapOf = memoized((p: Params): Float64Array => {
  const make = () => new Float64Array(grid.cells + 1)
  const [density, exact, score, residual] = [make(), make(), make(), make()]
  const values = new Float64Array(TIMES * ROWS)
  for (const [i, t] of geometricTimes(p.tEnd, p.horizon, TIMES - 1).entries()) {
    fillLine(noisyMixture(dataOf(p), t), grid.faces, density, exact)
    problemOf(p).field.fill(t, exact, score, residual)
    const least = RARE * Math.max(...density)
    for (let j = 0; j < ROWS; j++) {
      const face = FIRST + STRIDE * j
      values[i * ROWS + j] = density[face]! > least ? residual[face]! : Number.NaN
    }
  }
  return values
})

const key = ({ params: p }: Scene) => [p.tab, p.error, p.delta, p.k, p.drawn, p.weight, p.bumps, p.horizon, p.tEnd]

function paintLine(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  if (scene.params.tab !== 'line') return
  const values = mapOf(scene.params)
  const cells = { columns: TIMES, rows: ROWS, at: (i: number, j: number) => values[i * ROWS + j]!, most: FULL, smooth: true }
  paintCells(ctx, plane, diverging(scene.palette), cells, [timeWindow(scene), [-REACH, REACH]])
}

const Ends = ({ words, params }: Scene) => (
  <>
    <Label at={[Math.log10(params.tEnd), -REACH]} dx={6} dy={-6} small bold>
      {words.data}
    </Label>
    <Label at={[Math.log10(params.horizon), -REACH]} dx={-6} dy={-6} anchor="end" small bold>
      {words.noise}
    </Label>
  </>
)

export const residual: PlotView<Scene> = {
  kind: 'plot',
  window: (scene) => [timeWindow(scene), [-REACH, REACH]],
  x: ({ words }) => ({ title: words.axisTime, scale: 'log10' }),
  y: { title: 'x', ticks: [-2, 0, 2] },
  backdrop: { key, paint: paintLine },
  draw: (scene) =>
    scene.params.tab === 'line' ? (
      <>
        <Rule x={Math.log10(scene.frame.t)} />
        <Ends {...scene} />
      </>
    ) : null,
}

/** The network whose residual is drawn: of the first seed. */
const drawn = ({ params, maps }: Scene) => maps.training?.result[NAMES.indexOf(params.shown)]?.ends[0]

function paintNetwork(ctx: CanvasRenderingContext2D, scene: Scene, plane: Plane): void {
  const heat = drawn(scene)?.heat
  if (!heat) return
  const cells = {
    columns: HEAT_TIMES,
    rows: HEAT_PLACES,
    at: (i: number, j: number) => heat[i * HEAT_PLACES + j]!,
    most: FULL_OF_NETWORKS,
    smooth: true,
  }
  paintCells(ctx, plane, diverging(scene.palette), cells, [timeWindow(scene), [-BOX, BOX]])
}

export const field: PlotView<Scene> = {
  kind: 'plot',
  map: 'training',
  window: (scene) => [timeWindow(scene), [-BOX, BOX]],
  x: ({ words }) => ({ title: words.axisTime, scale: 'log10' }),
  y: { title: 'x', ticks: [-2, 0, 2] },
  backdrop: {
    key: (scene) => {
      const p = scene.params
      return [p.tab, p.shown, p.tEnd, p.horizon, drawn(scene)?.residual]
    },
    paint: paintNetwork,
  },
  draw(scene) {
    const { params, words, format, palette } = scene
    if (params.tab !== 'training') return null
    const end = drawn(scene)
    const weight = weightsOf(params)[NAMES.indexOf(params.shown)]
    return (
      <>
        <Ends {...scene} />
        <Label at={[Math.log10(params.horizon), BOX]} dx={-6} dy={16} anchor="end" small bold color={palette.ink}>
          {end && weight !== undefined ? `${words.weight} ${format(weight, 2)}` : words.learning}
        </Label>
      </>
    )
  },
}
